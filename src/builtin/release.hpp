// For a shared library that is unloaded: gives back what was made of the embedded files. Nothing of this room may be used afterwards.
#pragma once

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0::builtin_assets {

void release_frameworks() noexcept;
void release_benchmarks() noexcept;
void release_schemas() noexcept;

}  // namespace schoolimp::inline v0::builtin_assets

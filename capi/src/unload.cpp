// What is given back when the library is unloaded: dlclose() leaves nothing behind.
#include "builtin/release.hpp"

namespace {

[[gnu::destructor]] void unload() noexcept {
    schoolimp::builtin_assets::release_frameworks();
    schoolimp::builtin_assets::release_benchmarks();
    schoolimp::builtin_assets::release_schemas();
}

}  // namespace

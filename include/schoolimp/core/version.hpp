// Version of the library. The C++ interface lives in an inline version namespace, so that two versions can be linked into one program.
#pragma once

namespace schoolimp::inline v0 {

inline constexpr int kVersionMajor = 0;
inline constexpr int kVersionMinor = 1;
inline constexpr int kVersionPatch = 0;
inline constexpr const char* kVersion = "0.1.0";

}  // namespace schoolimp::inline v0

// The embedded files, by folder and name. The table is written by CMake (CMakeLists.txt of this folder).
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0::builtin_assets {

/// A file as embed.cmake writes it, with one byte for a line's break and indentation.
struct Bytes {
    const unsigned char* data;
    std::size_t size;
};

/// The file.
std::string text_of(const Bytes& bytes);

struct Asset {
    std::string_view folder;  ///< "frameworks", "data", "schemas"
    std::string_view name;    ///< File name without .json and .schema.json.
    const Bytes* bytes;

    std::string text() const { return text_of(*bytes); }
};

/// A framework with the names its document gives it; each ends with a zero byte.
struct FrameworkAsset {
    std::string_view id;
    std::string_view edition;
    std::string_view title;
    const Bytes* bytes;

    std::string text() const { return text_of(*bytes); }
};

/// In the order of their files' names, which is that of id and edition.
std::span<const FrameworkAsset> frameworks();
/// One of them, without an edition the latest; null when there is none.
const FrameworkAsset* find_framework(std::string_view id, std::string_view edition);

/// Ordered by folder and name.
std::span<const Asset> all();

/// The text of an asset; empty when there is none.
std::string find(std::string_view folder, std::string_view name);

}  // namespace schoolimp::inline v0::builtin_assets

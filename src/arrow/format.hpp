// Format strings: how Arrow writes a type.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "arrow/column.hpp"

namespace schoolimp::inline v0 {

struct Format {
    ColumnType type = ColumnType::kUnsupported;
    int precision = 0;          ///< Digits of a decimal128.
    int places = 0;             ///< Its decimal places.
    std::string words;          ///< "float64", "decimal128(9, 2)", "timestamp[us]", "list" ...
    std::string hint;           ///< Of an unsupported type: what to do with the column.
    std::int64_t buffers = 0;   ///< How many an array of it has; kAnyCount: not looked at; for utf8_view, the least.
    std::int64_t children = 0;  ///< How many a schema of it has; kAnyCount: as many as there are fields.
};

inline constexpr std::int64_t kAnyCount = -1;

/// The type, or nothing when the specification has no such format.
std::optional<Format> parse_format(std::string_view text);

/// The format of a type made here; `precision` and `places` of decimals.
std::string write_format(ColumnType type, int precision, int places);

}  // namespace schoolimp::inline v0

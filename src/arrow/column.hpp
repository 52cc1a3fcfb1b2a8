// One column of one chunk of a table, borrowed: where its values lie and how to read them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

enum class ColumnType : std::uint8_t {
    kNull,
    kBoolean,
    kInt8,
    kInt16,
    kInt32,
    kInt64,
    kUInt8,
    kUInt16,
    kUInt32,
    kUInt64,
    kFloat32,
    kFloat64,
    kDecimal128,
    kDate32,
    kUtf8,
    kLargeUtf8,
    kUtf8View,
    kUnsupported,  ///< Any other type, also a dictionary of it: there is nothing to read, only Field::words to name it in an error.
};

constexpr bool is_integer(ColumnType type) { return type >= ColumnType::kInt8 && type <= ColumnType::kUInt64; }
constexpr bool is_text(ColumnType type) { return type >= ColumnType::kUtf8 && type <= ColumnType::kUtf8View; }

/// Bytes of one value; 0 for types that have no fixed width in bytes (null, boolean, utf8, large_utf8, unsupported). A view of text has 16.
constexpr std::int64_t width_of(ColumnType type) {
    switch (type) {
        case ColumnType::kInt8:
        case ColumnType::kUInt8: return 1;
        case ColumnType::kInt16:
        case ColumnType::kUInt16: return 2;
        case ColumnType::kInt32:
        case ColumnType::kUInt32:
        case ColumnType::kFloat32:
        case ColumnType::kDate32: return 4;
        case ColumnType::kInt64:
        case ColumnType::kUInt64:
        case ColumnType::kFloat64: return 8;
        case ColumnType::kDecimal128:
        case ColumnType::kUtf8View: return 16;
        default: return 0;
    }
}

/// Bit `i` of a bitmap, lowest bit of a byte first.
inline bool bit_at(const std::uint8_t* bits, std::int64_t i) { return ((bits[i / 8] >> (i % 8)) & 1) != 0; }

/// All pointers are at row 0 of the chunk already: row i of a fixed-width column is at values + i * stride. Only bitmaps can begin inside a byte:
/// row i is bit offset + i of `validity` and, for booleans, of `values`, with offset from 0 to 7.
///
/// Values need not be aligned: read them by memcpy or unaligned loads. What lies in a row without a value is anything, also an index out of range
/// of the dictionary or a view that points nowhere: look at the validity first. (Checked on the way in: every row with a value has an index within
/// the dictionary, text offsets that rise from 0 or more, and views within their buffers.)
struct Column {
    ColumnType type = ColumnType::kNull;     ///< Of the values; of the indices (an integer) when there is a dictionary.
    int places = 0;                          ///< Decimal places of a decimal128: value = integer / 10^places. May be negative.
    std::int64_t length = 0;                 ///< Rows.
    std::int64_t offset = 0;                 ///< 0 to 7: the bit of row 0 in bitmaps.
    const std::uint8_t* validity = nullptr;  ///< Bit offset + i is 1 when row i has a value. Null: all rows have one, except in a column of type null.
    const std::byte* values = nullptr;       ///< Row 0; may be null when length is 0. utf8 and large_utf8 have `text_offsets` instead.
    std::int64_t stride = 0;  ///< Bytes from one fixed-width value to the next: the width, or anything in columns borrowed from NumPy (0, negative).
    const std::byte* text_offsets = nullptr;    ///< utf8: length + 1 int32; large_utf8: length + 1 int64; those of row 0 first.
    const char* text_bytes = nullptr;           ///< What they count into; may be null when all texts are empty.
    const void* const* view_buffers = nullptr;  ///< utf8_view: the buffers long texts lie in,
    const std::int64_t* view_sizes = nullptr;   ///< their sizes in bytes,
    std::int64_t view_buffer_count = 0;         ///< and how many.
    const Column* dictionary = nullptr;         ///< Its words, never a dictionary itself. Each chunk has its own; a word may be null.

    bool packed() const { return stride == width_of(type); }

    /// The bit of row i alone: there is a value, or an index into the dictionary.
    bool bit(std::int64_t i) const {
        return type != ColumnType::kNull && type != ColumnType::kUnsupported && (validity == nullptr || bit_at(validity, offset + i));
    }

    /// There is a value: also the dictionary's word is one.
    bool valid(std::int64_t i) const { return bit(i) && (dictionary == nullptr || dictionary->bit(index(i))); }

    /// A fixed-width value; T must have the width of the type.
    template <typename T>
    T number(std::int64_t i) const {
        T value;
        std::memcpy(&value, values + i * stride, sizeof value);
        return value;
    }

    bool boolean(std::int64_t i) const { return bit_at(reinterpret_cast<const std::uint8_t*>(values), offset + i); }

    /// An integer of any width as int64; of uint64 values above its range, the largest int64. The index into the dictionary, where there is one.
    std::int64_t integer(std::int64_t i) const;
    std::int64_t index(std::int64_t i) const { return integer(i); }

    /// The text of row i, also by way of the dictionary; empty when the row has no value or the column no text. Bytes are as they came: they may be no UTF-8.
    std::string_view text(std::int64_t i) const;
};

}  // namespace schoolimp::inline v0

#include "arrow/column.hpp"

#include <limits>

namespace schoolimp::inline v0 {

namespace {

/// A view of text: 4 bytes of length, then the text itself (up to 12 bytes), or its first 4 bytes, the buffer it lies in and where it begins there.
constexpr std::int32_t kLongestInline = 12;

std::string_view view_text(const Column& column, std::int64_t i) {
    const std::byte* view = column.values + i * column.stride;
    std::int32_t size = 0;
    std::memcpy(&size, view, sizeof size);
    if (size <= 0) return {};
    if (size <= kLongestInline) return {reinterpret_cast<const char*>(view) + 4, static_cast<std::size_t>(size)};
    std::int32_t place[2];
    std::memcpy(place, view + 8, sizeof place);
    const auto [buffer, begin] = place;
    if (buffer < 0 || buffer >= column.view_buffer_count || begin < 0 || std::int64_t{begin} + size > column.view_sizes[buffer]) return {};
    return {static_cast<const char*>(column.view_buffers[buffer]) + begin, static_cast<std::size_t>(size)};
}

template <typename Offset>
std::string_view offset_text(const Column& column, std::int64_t i) {
    Offset ends[2];
    std::memcpy(ends, column.text_offsets + i * static_cast<std::int64_t>(sizeof(Offset)), sizeof ends);
    if (ends[0] == ends[1]) return {};
    return {column.text_bytes + ends[0], static_cast<std::size_t>(ends[1] - ends[0])};
}

}  // namespace

std::int64_t Column::integer(std::int64_t i) const {
    switch (type) {
        case ColumnType::kInt8: return number<std::int8_t>(i);
        case ColumnType::kInt16: return number<std::int16_t>(i);
        case ColumnType::kInt32:
        case ColumnType::kDate32: return number<std::int32_t>(i);
        case ColumnType::kInt64: return number<std::int64_t>(i);
        case ColumnType::kUInt8: return number<std::uint8_t>(i);
        case ColumnType::kUInt16: return number<std::uint16_t>(i);
        case ColumnType::kUInt32: return number<std::uint32_t>(i);
        case ColumnType::kUInt64: {
            const auto value = number<std::uint64_t>(i);
            constexpr auto kLargest = std::numeric_limits<std::int64_t>::max();
            return value > static_cast<std::uint64_t>(kLargest) ? kLargest : static_cast<std::int64_t>(value);
        }
        default: return 0;
    }
}

std::string_view Column::text(std::int64_t i) const {
    if (!bit(i)) return {};
    if (dictionary != nullptr) return dictionary->text(index(i));
    switch (type) {
        case ColumnType::kUtf8: return offset_text<std::int32_t>(*this, i);
        case ColumnType::kLargeUtf8: return offset_text<std::int64_t>(*this, i);
        case ColumnType::kUtf8View: return view_text(*this, i);
        default: return {};
    }
}

}  // namespace schoolimp::inline v0

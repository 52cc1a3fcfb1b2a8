#include "arrow/value_checks.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <optional>
#include <string>

namespace schoolimp::inline v0 {

namespace {

template <typename T>
T load(const std::byte* from, std::int64_t i) {
    T value;
    std::memcpy(&value, from + i * static_cast<std::int64_t>(sizeof(T)), sizeof value);
    return value;
}

/// One pass without branches, so that long columns cost no more than reading them; where it is wrong is looked for only when something is.
template <typename Offset>
bool offsets_rise(const Column& column) {
    bool falls = load<Offset>(column.text_offsets, 0) < 0;
    for (std::int64_t i = 0; i < column.length; ++i) falls |= load<Offset>(column.text_offsets, i + 1) < load<Offset>(column.text_offsets, i);
    return !falls;
}

template <typename Offset>
void check_offsets(const Column& column, const Place& place, std::vector<Issue>& issues) {
    const std::string hint = "text offsets begin at 0 or above and never fall";
    if (!offsets_rise<Offset>(column)) {
        std::int64_t row = 0;
        Offset least = 0;
        while (load<Offset>(column.text_offsets, row) >= least) least = load<Offset>(column.text_offsets, row++);
        add_issue(issues, place.inside("row", std::min(row, column.length - 1)), "bad_text_offset",
                  "the text offset " + std::to_string(load<Offset>(column.text_offsets, row)) + " is below " + std::to_string(least), hint);
        return;
    }
    const Offset first = load<Offset>(column.text_offsets, 0), last = load<Offset>(column.text_offsets, column.length);
    if (first != last && column.text_bytes == nullptr)
        add_issue(issues, place, "missing_buffer", "the texts have " + std::to_string(last - first) + " bytes, but there is no buffer of them (buffer 2)");
}

/// What is wrong with a view; nothing when it is sound.
std::optional<std::string> view_fault(const Column& column, std::int64_t i) {
    constexpr std::int32_t kLongestInline = 12;
    const std::byte* const view = column.values + i * column.stride;
    const auto size = load<std::int32_t>(view, 0);
    if (size < 0) return "the text has a length of " + std::to_string(size);
    if (size <= kLongestInline) return std::nullopt;
    const auto buffer = load<std::int32_t>(view, 2), begin = load<std::int32_t>(view, 3);
    if (buffer < 0 || buffer >= column.view_buffer_count)
        return "the text lies in buffer " + std::to_string(buffer) + " of " + std::to_string(column.view_buffer_count);
    const std::int64_t end = std::int64_t{begin} + size, bytes = column.view_sizes[buffer];
    if (begin < 0 || end > bytes)
        return "the text lies at bytes " + std::to_string(begin) + " to " + std::to_string(end) + " of a buffer of " + std::to_string(bytes) + " bytes";
    return std::nullopt;
}

void check_views(const Column& column, const Place& place, std::vector<Issue>& issues) {
    for (std::int64_t i = 0; i < column.length; ++i) {
        if (!column.bit(i)) continue;
        const std::optional<std::string> fault = view_fault(column, i);
        if (!fault) continue;
        add_issue(issues, place.inside("row", i), "bad_text_view", *fault, "views lie within the buffers of the array");
        return;
    }
}

/// True when every index, also of rows without a value, is within the dictionary: the usual case, in one pass without branches.
template <typename Index>
bool all_within(const Column& column) {
    using Unsigned = std::make_unsigned_t<Index>;  // a negative index is a large one
    Unsigned largest = 0;
    for (std::int64_t i = 0; i < column.length; ++i) largest = std::max(largest, static_cast<Unsigned>(load<Index>(column.values, i)));
    // The dictionary of a signed index can be longer than the index can count; a negative index is beyond it all the same.
    const auto bound = std::min(static_cast<std::uint64_t>(column.dictionary->length),
                                static_cast<std::uint64_t>(std::numeric_limits<Index>::max()) + (sizeof(Index) < 8 ? 1 : 0));
    return largest < bound;
}

bool all_within_dictionary(const Column& column) {
    if (column.length == 0) return true;
    switch (column.type) {
        case ColumnType::kInt8: return all_within<std::int8_t>(column);
        case ColumnType::kInt16: return all_within<std::int16_t>(column);
        case ColumnType::kInt32: return all_within<std::int32_t>(column);
        case ColumnType::kInt64: return all_within<std::int64_t>(column);
        case ColumnType::kUInt8: return all_within<std::uint8_t>(column);
        case ColumnType::kUInt16: return all_within<std::uint16_t>(column);
        case ColumnType::kUInt32: return all_within<std::uint32_t>(column);
        default: return all_within<std::uint64_t>(column);
    }
}

void check_indices(const Column& column, const Place& place, std::vector<Issue>& issues) {
    if (all_within_dictionary(column)) return;
    for (std::int64_t i = 0; i < column.length; ++i) {
        if (!column.bit(i)) continue;
        const std::int64_t index = column.index(i);
        if (index >= 0 && index < column.dictionary->length) continue;
        add_issue(issues, place.inside("row", i), "bad_dictionary_index",
                  "the index " + std::to_string(index) + " is outside of the dictionary, which has " + std::to_string(column.dictionary->length) + " words",
                  "");
        return;
    }
}

}  // namespace

void check_values(const Column& column, const Place& place, std::vector<Issue>& issues) {
    if (column.length == 0) return;
    if (column.dictionary != nullptr) return check_indices(column, place, issues);
    if (column.type == ColumnType::kUtf8) return check_offsets<std::int32_t>(column, place, issues);
    if (column.type == ColumnType::kLargeUtf8) return check_offsets<std::int64_t>(column, place, issues);
    if (column.type == ColumnType::kUtf8View) return check_views(column, place, issues);
}

}  // namespace schoolimp::inline v0

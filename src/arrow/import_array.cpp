#include "arrow/import_array.hpp"

#include <deque>
#include <string>
#include <utility>

#include "arrow/array_checks.hpp"
#include "arrow/owned_column.hpp"
#include "arrow/value_checks.hpp"

namespace schoolimp::inline v0 {

namespace {

/// What columns point into beside the source itself.
struct Extra {
    std::shared_ptr<const void> source;
    std::deque<Column> dictionaries;
    std::deque<AlignedBuffer> bitmaps;
    std::deque<std::vector<std::int64_t>> sizes;
};

/// The rows of the table within its source, and which of them are null as a whole.
struct Rows {
    std::int64_t offset = 0;
    std::int64_t count = 0;
    const std::uint8_t* validity = nullptr;
};

class ChunkReader {
public:
    ChunkReader(Extra& extra, std::vector<Issue>& issues) : extra_(extra), issues_(issues) {}

    Column read(const ArrowArray& array, const Field& field, const Rows& rows, const Place& place) {
        Column column;
        column.type = field.type;
        column.length = rows.count;
        const ArrayChecks checks(place, issues_);
        if (field.type == ColumnType::kUnsupported) {
            if (checks.inside(array, field.node)) checks.long_enough(array, rows.offset + rows.count);
            return column;
        }
        const bool has_dictionary = field.dictionary_type.has_value();
        if (!checks.dictionary(array, has_dictionary) || !read_flat(array, field.format, rows, place, column)) return column;
        if (!has_dictionary) column.places = field.places;
        if (has_dictionary && !read_dictionary(*array.dictionary, field, place.inside("dictionary"), column)) return column;
        check_values(column, place, issues_);
        return column;
    }

private:
    /// The array itself without its dictionary.
    bool read_flat(const ArrowArray& array, const Format& format, const Rows& rows, const Place& place, Column& column) {
        const ArrayChecks checks(place, issues_);
        if (!checks.shape(array) || !checks.buffers(array, format) || !checks.children(array, 0) || !checks.long_enough(array, rows.offset + rows.count))
            return false;
        if (format.type == ColumnType::kNull) return true;
        if (!checks.validity(array)) return false;
        const std::int64_t start = array.offset + rows.offset;
        column.offset = start % 8;
        read_validity(array, start, rows, column);
        if (is_text(format.type) && format.type != ColumnType::kUtf8View) return read_offsets(array, start, checks, column);
        if (column.length > 0 && array.buffers[1] == nullptr)
            return checks.fail("missing_buffer", "there are " + std::to_string(column.length) + " rows, but no buffer of values (buffer 1)");
        column.stride = width_of(format.type);
        const auto* const values = static_cast<const std::byte*>(array.buffers[1]);
        if (values != nullptr) column.values = values + (format.type == ColumnType::kBoolean ? start / 8 : start * column.stride);
        return format.type != ColumnType::kUtf8View || read_view_buffers(array, checks, column);
    }

    void read_validity(const ArrowArray& array, std::int64_t start, const Rows& rows, Column& column) {
        const auto* const bits = static_cast<const std::uint8_t*>(array.buffers[0]);
        if (bits != nullptr && array.null_count != 0) column.validity = bits + start / 8;
        if (rows.validity != nullptr) column.validity = joined_validity(column, rows);
    }

    /// A null row of the table makes all its cells null.
    const std::uint8_t* joined_validity(const Column& column, const Rows& rows) {
        AlignedBuffer& buffer = extra_.bitmaps.emplace_back((column.offset + rows.count + 7) / 8, true);
        auto* const bits = buffer.as<std::uint8_t>();
        for (std::int64_t i = 0; i < rows.count; ++i) {
            if (!bit_at(rows.validity, rows.offset + i) || !column.bit(i)) continue;
            const std::int64_t bit = column.offset + i;
            bits[bit / 8] = static_cast<std::uint8_t>(bits[bit / 8] | (1u << (bit % 8)));
        }
        return bits;
    }

    bool read_offsets(const ArrowArray& array, std::int64_t start, const ArrayChecks& checks, Column& column) {
        const std::int64_t width = column.type == ColumnType::kUtf8 ? 4 : 8;
        if (column.length > 0 && array.buffers[1] == nullptr)
            return checks.fail("missing_buffer", "there are " + std::to_string(column.length) + " rows, but no buffer of text offsets (buffer 1)");
        if (array.buffers[1] != nullptr) column.text_offsets = static_cast<const std::byte*>(array.buffers[1]) + start * width;
        column.text_bytes = static_cast<const char*>(array.buffers[2]);
        return true;
    }

    /// The buffers between the views and the last one, which holds their sizes.
    bool read_view_buffers(const ArrowArray& array, const ArrayChecks& checks, Column& column) {
        constexpr std::int64_t kBefore = 2;
        const std::int64_t count = array.n_buffers - kBefore - 1;
        if (count == 0) return true;
        const void* const given = array.buffers[array.n_buffers - 1];
        if (given == nullptr)
            return checks.fail("missing_buffer", "there are " + std::to_string(count) + " buffers of text, but no buffer of their sizes (buffer " +
                                                     std::to_string(array.n_buffers - 1) + ")");
        std::vector<std::int64_t>& sizes = extra_.sizes.emplace_back(static_cast<std::size_t>(count));
        std::memcpy(sizes.data(), given, sizes.size() * sizeof(std::int64_t));
        for (std::int64_t i = 0; i < count; ++i) {
            const std::int64_t size = sizes[static_cast<std::size_t>(i)];
            const std::string buffer = "buffer " + std::to_string(i + kBefore);
            if (size < 0) return checks.fail("bad_view_buffer", buffer + " has a size of " + std::to_string(size) + " bytes");
            if (size > 0 && array.buffers[i + kBefore] == nullptr)
                return checks.fail("missing_buffer", buffer + " has a size of " + std::to_string(size) + " bytes, but is missing");
        }
        column.view_buffers = array.buffers + kBefore;
        column.view_sizes = sizes.data();
        column.view_buffer_count = count;
        return true;
    }

    bool read_dictionary(const ArrowArray& array, const Field& field, const Place& place, Column& column) {
        Column& words = extra_.dictionaries.emplace_back();
        column.dictionary = &words;
        words.type = *field.dictionary_type;
        words.places = field.places;
        const ArrayChecks checks(place, issues_);
        if (!checks.shape(array) || !checks.dictionary(array, false)) return false;
        words.length = array.length;
        const Rows all{0, array.length, nullptr};
        if (!read_flat(array, field.dictionary_format, all, place, words)) return false;
        const std::size_t before = issues_.size();
        check_values(words, place, issues_);
        return issues_.size() == before;
    }

    Extra& extra_;
    std::vector<Issue>& issues_;
};

/// The struct array itself: one buffer, one child for each field.
bool check_root(const ArrowArray& source, const std::vector<Field>& fields, const Place& place, std::vector<Issue>& issues) {
    const ArrayChecks checks(place, issues);
    Format table;
    table.words = "struct";
    table.buffers = 1;
    return checks.shape(source) && checks.buffers(source, table) && checks.children(source, fields.size()) && checks.dictionary(source, false) &&
           checks.validity(source);
}

}  // namespace

Chunk read_chunk(const ArrowArray& source, const std::vector<Field>& fields, std::int64_t number, std::shared_ptr<const void> memory,
                 std::vector<Issue>& issues) {
    Chunk chunk;
    const Place whole;
    if (!check_root(source, fields, number == kOnlyChunk ? whole : whole.inside("chunk", number), issues)) return chunk;
    auto extra = std::make_shared<Extra>();
    extra->source = std::move(memory);
    const auto* const validity = source.null_count == 0 ? nullptr : static_cast<const std::uint8_t*>(source.buffers[0]);
    const Rows rows{source.offset, source.length, validity};
    ChunkReader reader(*extra, issues);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const Place in_table = Place::column(fields[i].name);
        const Place column = number == kOnlyChunk ? in_table : in_table.inside("chunk", number);
        if (source.children[i] == nullptr) {
            ArrayChecks(column, issues).fail("missing_child", "the column is missing from the array");
            continue;
        }
        chunk.columns.push_back(reader.read(*source.children[i], fields[i], rows, column));
        chunk.source_children.push_back(i);
    }
    chunk.rows = rows.count;
    chunk.memory = std::move(extra);
    chunk.source = &source;
    return chunk;
}

}  // namespace schoolimp::inline v0

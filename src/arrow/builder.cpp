#include <algorithm>
#include <cstring>
#include <deque>
#include <map>
#include <string>
#include <utility>

#include "arrow/format.hpp"
#include "arrow/import_array.hpp"
#include "arrow/issues.hpp"
#include "arrow/owned_column.hpp"
#include "arrow/table_data.hpp"
#include "core/utf8.hpp"
#include "schoolimp/arrow/table.hpp"

namespace schoolimp::inline v0 {

namespace {

/// What the columns made here point into.
struct Memory {
    std::deque<AlignedBuffer> buffers;
    std::deque<Column> dictionaries;
    std::deque<std::shared_ptr<const void>> borrowed;
};

ColumnType column_type(NumberType type) {
    switch (type) {
        case NumberType::kInt8: return ColumnType::kInt8;
        case NumberType::kInt16: return ColumnType::kInt16;
        case NumberType::kInt32: return ColumnType::kInt32;
        case NumberType::kInt64: return ColumnType::kInt64;
        case NumberType::kUInt8: return ColumnType::kUInt8;
        case NumberType::kUInt16: return ColumnType::kUInt16;
        case NumberType::kUInt32: return ColumnType::kUInt32;
        case NumberType::kUInt64: return ColumnType::kUInt64;
        case NumberType::kFloat32: return ColumnType::kFloat32;
        case NumberType::kFloat64: break;
    }
    return ColumnType::kFloat64;
}

/// Texts one after the other, with the place each begins at.
Column pack_texts(Memory& memory, std::span<const std::string> texts) {
    std::size_t bytes = 0;
    for (const std::string& text : texts) bytes += text.size();
    const bool large = bytes > static_cast<std::size_t>(INT32_MAX);
    Column column;
    column.type = large ? ColumnType::kLargeUtf8 : ColumnType::kUtf8;
    column.length = static_cast<std::int64_t>(texts.size());
    const std::size_t width = large ? sizeof(std::int64_t) : sizeof(std::int32_t);
    AlignedBuffer& offsets = memory.buffers.emplace_back(static_cast<std::int64_t>((texts.size() + 1) * width));
    AlignedBuffer& packed = memory.buffers.emplace_back(static_cast<std::int64_t>(bytes));
    std::int64_t end = 0;
    const auto write_end = [&](std::size_t i) {
        const auto narrow = static_cast<std::int32_t>(end);
        std::memcpy(offsets.data() + i * width, large ? static_cast<const void*>(&end) : &narrow, width);
    };
    write_end(0);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        std::memcpy(packed.data() + end, texts[i].data(), texts[i].size());
        end += static_cast<std::int64_t>(texts[i].size());
        write_end(i + 1);
    }
    column.text_offsets = offsets.data();
    column.text_bytes = reinterpret_cast<const char*>(packed.data());
    return column;
}

TypeNode type_node(std::string name, ColumnType type, int places) {
    constexpr int kDigits = 38;  // all a decimal128 has
    TypeNode node;
    node.format = write_format(type, kDigits, places);
    node.name = std::move(name);
    node.flags = ARROW_FLAG_NULLABLE;
    return node;
}

Field make_field(std::string name, const Column& column) {
    Field field;
    field.name = name;
    field.type = column.type;
    field.places = column.places;
    field.node = type_node(std::move(name), column.type, column.places);
    field.format = *parse_format(field.node.format);
    field.words = field.format.words;
    if (column.dictionary != nullptr) {
        field.dictionary_type = column.dictionary->type;
        field.node.dictionary = std::make_unique<TypeNode>(type_node("", column.dictionary->type, 0));
        field.dictionary_format = *parse_format(field.node.dictionary->format);
        field.words = "dictionary of " + field.dictionary_format.words;
    }
    return field;
}

/// Room for one more.
template <typename T>
void make_room(std::vector<T>& list) {
    if (list.size() == list.capacity()) list.reserve(2 * list.size() + 1);
}

}  // namespace

struct TableBuilder::Parts {
    std::shared_ptr<TableData> data = std::make_shared<TableData>();
    std::shared_ptr<Memory> memory = std::make_shared<Memory>();
    std::vector<Column> columns;
    std::vector<Issue> issues;
    std::map<std::string, int> names;
    std::int64_t rows = 0;

    explicit Parts(std::int64_t count) : rows(count) {
        if (rows < 0 || rows > kMostElements) {
            add_issue(issues, Place(), "bad_length",
                      "the table has " + std::to_string(rows) + " rows; there can be from 0 to " + std::to_string(kMostElements));
            rows = 0;
        }
    }

    /// False, with an issue, when the column cannot be taken.
    bool accept(const std::string& name, std::int64_t length) {
        if (find_malformed(name) != std::string_view::npos) {
            add_issue(issues, Place::column(columns.size()), "bad_name", "the name of the column is no UTF-8: '" + readable(name) + "'",
                      "write names in UTF-8");
            return false;
        }
        // Without memory for an issue or a name nothing is changed: the name is noted when the column is there.
        const Place place = Place::column(name);
        const auto found = names.find(name);
        if (found != names.end() && found->second == 1) add_issue(issues, place, "duplicate_name", "there are several columns of this name", "give every column a name of its own");
        if (found != names.end()) ++found->second;
        if (length == rows) return found == names.end();
        add_issue(issues, place, "different_length", "the column has " + std::to_string(length) + " values; the table has " + std::to_string(rows) + " rows",
                  "give all columns the same length");
        names.try_emplace(name, 1);
        return false;
    }

    bool has_values(const std::string& name, const void* first) {
        if (first != nullptr || rows == 0) return true;
        add_issue(issues, Place::column(name), "missing_buffer", "there are " + std::to_string(rows) + " rows, but no values");
        names.try_emplace(name, 1);
        return false;
    }

    void add(std::string name, const Column& column, bool ordered = false) {
        Field field = make_field(name, column);
        if (ordered) field.node.flags |= ARROW_FLAG_DICTIONARY_ORDERED;
        make_room(data->fields);
        make_room(columns);
        names.try_emplace(std::move(name), 1);  // from here on nothing can fail
        data->fields.push_back(std::move(field));
        columns.push_back(column);
    }
};

TableBuilder::TableBuilder(std::int64_t rows) : parts_(std::make_unique<Parts>(rows)) {}
TableBuilder::~TableBuilder() = default;
TableBuilder::TableBuilder(TableBuilder&&) noexcept = default;
TableBuilder& TableBuilder::operator=(TableBuilder&&) noexcept = default;

void TableBuilder::add_numbers(std::string name, NumberType type, const void* first, ColumnLayout layout) {
    add_borrowed(std::move(name), column_type(type), first, std::move(layout));
}

void TableBuilder::add_dates(std::string name, const std::int32_t* first, ColumnLayout layout) {
    add_borrowed(std::move(name), ColumnType::kDate32, first, std::move(layout));
}

void TableBuilder::add_borrowed(std::string name, ColumnType type, const void* first, ColumnLayout layout) {
    if (!parts_->accept(name, parts_->rows) || !parts_->has_values(name, first)) return;
    Column column;
    column.type = type;
    column.length = parts_->rows;
    column.validity = layout.validity;
    column.values = static_cast<const std::byte*>(first);
    column.stride = layout.broadcast ? 0 : layout.stride_bytes == 0 ? width_of(column.type) : layout.stride_bytes;
    parts_->memory->borrowed.push_back(std::move(layout.keep_alive));
    parts_->add(std::move(name), column);
}

void TableBuilder::add_booleans(std::string name, const void* first, ColumnLayout layout) {
    if (!parts_->accept(name, parts_->rows) || !parts_->has_values(name, first)) return;
    Column column;
    column.type = ColumnType::kBoolean;
    column.length = parts_->rows;
    column.validity = layout.validity;
    const std::int64_t stride = layout.broadcast ? 0 : layout.stride_bytes == 0 ? 1 : layout.stride_bytes;
    AlignedBuffer& buffer = parts_->memory->buffers.emplace_back((column.length + 7) / 8, true);
    auto* const bits = buffer.as<std::uint8_t>();
    const auto* const bytes = static_cast<const std::uint8_t*>(first);
    for (std::int64_t i = 0; i < column.length; ++i) bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | ((bytes[i * stride] != 0 ? 1u : 0u) << (i % 8)));
    column.values = buffer.data();
    parts_->memory->borrowed.push_back(std::move(layout.keep_alive));
    parts_->add(std::move(name), column);
}

void TableBuilder::add_texts(std::string name, std::span<const std::string> texts, ColumnLayout layout) {
    if (!parts_->accept(name, static_cast<std::int64_t>(texts.size()))) return;
    Column column = pack_texts(*parts_->memory, texts);
    column.validity = layout.validity;
    parts_->memory->borrowed.push_back(std::move(layout.keep_alive));
    parts_->add(std::move(name), column);
}

void TableBuilder::add_owned(std::string name, OwnedColumn owned) {
    if (!parts_->accept(name, owned.length)) return;
    Memory& memory = *parts_->memory;
    Column column;
    column.type = owned.type;
    column.places = owned.places;
    column.length = owned.length;
    column.stride = width_of(owned.type);
    if (!owned.validity.empty()) column.validity = memory.buffers.emplace_back(std::move(owned.validity)).as<std::uint8_t>();
    column.values = memory.buffers.emplace_back(std::move(owned.values)).data();
    if (owned.is_dictionary) column.dictionary = &memory.dictionaries.emplace_back(pack_texts(memory, owned.words));
    parts_->add(std::move(name), column, owned.is_dictionary && owned.ordered);
}

Result<Table> TableBuilder::build() {
    const std::unique_ptr<Parts> parts = std::exchange(parts_, std::make_unique<Parts>(parts_->rows));
    if (!parts->issues.empty()) return invalid_document("table", std::move(parts->issues));
    Chunk chunk;
    chunk.rows = parts->rows;
    chunk.columns = std::move(parts->columns);
    chunk.memory = std::move(parts->memory);
    parts->data->rows = parts->rows;
    parts->data->chunks.push_back(std::move(chunk));
    return make_table(std::move(parts->data));
}

}  // namespace schoolimp::inline v0

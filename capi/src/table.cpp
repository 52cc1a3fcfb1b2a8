// Tables: Arrow in and out, columns in memory.
#include "schoolimp/arrow/table.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "arguments.hpp"
#include "arrow/owned_column.hpp"
#include "boundary.hpp"

namespace schoolimp::c {

/// The builder of C++, and how many rows its columns have.
struct ColumnsInMemory {
    std::int64_t rows;
    TableBuilder builder;
};

}  // namespace schoolimp::c

struct schoolimp_table_builder : schoolimp::c::Handle<schoolimp::c::ColumnsInMemory, 21> {
    using Handle::Handle;
};

using namespace schoolimp;
using namespace schoolimp::c;

namespace {

/// More than any memory holds; numbers of bytes made from it do not overflow.
constexpr std::int64_t kMostRows = std::int64_t{1} << 48;

template <typename Structure>
void release(Structure* structure) noexcept {
    if (structure != nullptr && structure->release != nullptr) structure->release(structure);
}

/// Bits of the caller, copied: the layout keeps them alive.
ColumnLayout with_validity(const std::uint8_t* validity, std::int64_t rows) {
    ColumnLayout layout;
    if (validity == nullptr) return layout;
    auto bits = std::make_shared<std::vector<std::uint8_t>>(validity, validity + (rows + 7) / 8);
    layout.validity = bits->data();
    layout.keep_alive = std::move(bits);
    return layout;
}

void check_values(const ColumnsInMemory& columns, const void* values, const char* name = "values") {
    if (columns.rows != 0 && values == nullptr) refuse(name, "null_argument", "it is NULL", "give as many values as the table has rows");
}

OwnedColumn date_column(const std::int32_t* dates, std::int64_t rows) {
    OwnedColumn column = OwnedColumn::make(ColumnType::kDate32, rows, true);
    std::copy_n(dates, rows, column.values.as<std::int32_t>());
    auto* const validity = column.validity.as<std::uint8_t>();
    for (std::int64_t i = 0; i < rows; ++i) {
        if (dates[i] == SCHOOLIMP_NO_DATE) continue;
        if (!is_date(dates[i])) date(element_name("dates", static_cast<std::size_t>(i)).c_str(), dates[i]);  // refuses it
        validity[i / 8] = static_cast<std::uint8_t>(validity[i / 8] | (1U << (i % 8)));
    }
    return column;
}

/// Texts of the caller with NULLs among them.
struct Texts {
    std::vector<std::string> values;
    std::vector<std::uint8_t> validity;
};

Texts read_texts(const char* const* given, std::int64_t rows) {
    if (given == nullptr && rows != 0) refuse("texts", "null_argument", "it is NULL", "give as many texts as the table has rows");
    Texts read;
    read.values.resize(static_cast<std::size_t>(rows));
    read.validity.resize(static_cast<std::size_t>(rows + 7) / 8);
    for (std::size_t i = 0; i < read.values.size(); ++i) {
        if (given[i] == nullptr) continue;
        if (!is_utf8(given[i])) text(element_name("texts", i).c_str(), given[i]);  // refuses it
        read.values[i] = given[i];
        read.validity[i / 8] = static_cast<std::uint8_t>(read.validity[i / 8] | (1U << (i % 8)));
    }
    return read;
}

/// add(ColumnsInMemory&, name).
template <typename Add>
schoolimp_status add_column(schoolimp_table_builder* builder, const char* name, schoolimp_error** error, Add add) noexcept {
    return change("builder", builder, error, [&](ColumnsInMemory& columns) { add(columns, std::string(needed_text("name", name))); });
}

}  // namespace

schoolimp_status schoolimp_table_from_stream(schoolimp_table** out, ArrowArrayStream* stream, schoolimp_error** error) noexcept {
    const schoolimp_status status = make(out, error, [&] { return Table::from_stream(&output("stream", stream)); });
    if (status != SCHOOLIMP_OK) release(stream);  // also when it never came to reading
    return status;
}

schoolimp_status schoolimp_table_from_array(schoolimp_table** out, ArrowSchema* schema, ArrowArray* array, schoolimp_error** error) noexcept {
    const schoolimp_status status = make(out, error, [&] { return Table::from_array(&output("schema", schema), &output("array", array)); });
    if (status != SCHOOLIMP_OK) {
        release(schema);
        release(array);
    }
    return status;
}

schoolimp_status schoolimp_table_to_stream(ArrowArrayStream* out, const schoolimp_table* table, schoolimp_error** error) noexcept {
    return run(error, [&] {
        needed("table", table).to_stream(&output("out", out));
        return Status();
    });
}

int64_t schoolimp_table_rows(const schoolimp_table* table) noexcept { return is_alive(table) ? table->value.rows() : 0; }
size_t schoolimp_table_columns(const schoolimp_table* table) noexcept { return is_alive(table) ? table->value.columns() : 0; }

schoolimp_status schoolimp_table_column_names(schoolimp_strings** out, const schoolimp_table* table, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return needed("table", table).column_names(); });
}

schoolimp_status schoolimp_table_type_name(schoolimp_text** out, const schoolimp_table* table, size_t column, schoolimp_error** error) noexcept {
    return make(out, error, [&]() -> Result<std::string> {
        const Table& value = needed("table", table);
        if (column >= value.columns())
            return Status(StatusCode::kOutOfRange, "there is no column " + std::to_string(column) + "; the table has " + std::to_string(value.columns()));
        return value.type_name(column);
    });
}

schoolimp_status schoolimp_table_select(schoolimp_table** out, const schoolimp_table* table, const char* const* names, size_t count, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return needed("table", table).select(texts("names", names, count)); });
}

void schoolimp_table_free(schoolimp_table* table) noexcept { end(table); }

schoolimp_status schoolimp_table_builder_new(schoolimp_table_builder** out, int64_t rows, schoolimp_error** error) noexcept {
    return make(out, error, [&] {
        if (rows < 0 || rows > kMostRows) refuse("rows", "out_of_range", "it is " + std::to_string(rows), "give a number from 0 to " + std::to_string(kMostRows));
        return ColumnsInMemory{rows, TableBuilder(rows)};
    });
}

schoolimp_status schoolimp_table_builder_add_numbers(schoolimp_table_builder* builder, const char* name, int32_t type, const void* values, const uint8_t* validity,
                                                     schoolimp_error** error) noexcept {
    return add_column(builder, name, error, [&](ColumnsInMemory& columns, std::string column) {
        const NumberType number_type = enumerator("type", type, NumberType::kFloat64);
        check_values(columns, values);
        columns.builder.add_numbers(std::move(column), number_type, values, with_validity(validity, columns.rows));
    });
}

schoolimp_status schoolimp_table_builder_add_booleans(schoolimp_table_builder* builder, const char* name, const uint8_t* values, const uint8_t* validity,
                                                      schoolimp_error** error) noexcept {
    return add_column(builder, name, error, [&](ColumnsInMemory& columns, std::string column) {
        check_values(columns, values);
        columns.builder.add_booleans(std::move(column), values, with_validity(validity, columns.rows));
    });
}

schoolimp_status schoolimp_table_builder_add_dates(schoolimp_table_builder* builder, const char* name, const int32_t* dates, schoolimp_error** error) noexcept {
    return add_column(builder, name, error, [&](ColumnsInMemory& columns, std::string column) {
        check_values(columns, dates, "dates");
        columns.builder.add_owned(std::move(column), date_column(dates, columns.rows));
    });
}

schoolimp_status schoolimp_table_builder_add_texts(schoolimp_table_builder* builder, const char* name, const char* const* texts, schoolimp_error** error) noexcept {
    return add_column(builder, name, error, [&](ColumnsInMemory& columns, std::string column) {
        const Texts read = read_texts(texts, columns.rows);
        columns.builder.add_texts(std::move(column), read.values, with_validity(read.validity.data(), columns.rows));
    });
}

schoolimp_status schoolimp_table_builder_build(schoolimp_table** out, schoolimp_table_builder* builder, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return needed("builder", builder).builder.build(); });
}

void schoolimp_table_builder_free(schoolimp_table_builder* builder) noexcept { end(builder); }

// Tables: named columns of one length, taken from and given to other libraries by the Arrow C Data Interface, or made here.
//
//     Result<Table> table = Table::from_stream(&stream);   // from pyarrow, Polars, DuckDB, ... ; nothing is copied
//     table->rows(), table->column_names(), table->type_name(0);
//
//     TableBuilder builder(urns.size());                   // from memory of one's own; nothing is copied
//     builder.add_numbers("ks2.rwm_expected", values.data());
//     Result<Table> mine = builder.build();
//
// Bad tables are refused with all issues of their schema, or of the first chunk that has any: pointer "column 'x', chunk 2, row 17" (chunks and rows
// count from 0, rows within their chunk), a code, the value and the bound, a hint. Rows with faults are named by the first of a column. The codes:
//   released, missing_callback, stream_failed            a structure that was used up, a stream that cannot be read
//   not_a_table, bad_format, bad_name, duplicate_name, too_deep, bad_child_count, missing_child       the schema is wrong
//   bad_length, bad_offset, bad_null_count, short_child, bad_buffer_count, missing_buffer             an array is wrong
//   bad_text_offset, bad_text_view, bad_view_buffer, missing_dictionary, unexpected_dictionary, bad_dictionary_index
//   unknown_column, different_length                     select and TableBuilder
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "schoolimp/arrow/c_data.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

struct TableData;  // the columns themselves: src/arrow/table_data.hpp
enum class ColumnType : std::uint8_t;

/// An immutable table in one or more chunks. Copies share the columns; they can be used from several threads at once.
///
/// Values are as they came: NaN is a number here, null is null. A column of a type the library does not compute with (a list, a timestamp ...)
/// may be in a table; it has a type_name() and is exported as it came.
class Table {
public:
    /// No columns, no rows.
    Table();

    /// All chunks of a stream of structures. Takes the stream over and releases it in every case, also on failure.
    static Result<Table> from_stream(ArrowArrayStream* stream);
    /// One structure array as a table of one chunk. Takes both over and releases them in every case, also on failure.
    static Result<Table> from_array(ArrowSchema* schema, ArrowArray* array);

    std::int64_t rows() const;
    std::size_t columns() const;
    std::vector<std::string> column_names() const;
    /// "float64", "dictionary of utf8", "decimal128(9, 2)", "timestamp[us]" ...; empty for an index out of range.
    std::string type_name(std::size_t column) const;

    /// The named columns in the order of `names`; a name twice or a name the table does not have is an issue.
    Result<Table> select(std::span<const std::string> names) const;

    /// A stream over the chunks, to be read once and released by whoever reads it. It keeps the columns alive by itself; any number of streams
    /// can be open at once. Nothing is copied, except columns of numbers that are not packed. Metadata of the schema is not passed on.
    void to_stream(ArrowArrayStream* out) const;

private:
    explicit Table(std::shared_ptr<const TableData> data);
    friend const TableData& data_of(const Table& table);
    friend Table make_table(std::shared_ptr<const TableData> data);

    std::shared_ptr<const TableData> data_;
};

/// What a column of numbers made without Arrow holds.
enum class NumberType : std::uint8_t { kInt8, kInt16, kInt32, kInt64, kUInt8, kUInt16, kUInt32, kUInt64, kFloat32, kFloat64 };

/// The number type of a C++ type.
template <typename T>
constexpr NumberType number_type_of() {
    static_assert((std::is_integral_v<T> && !std::is_same_v<T, bool>) || std::is_same_v<T, float> || std::is_same_v<T, double>,
                  "columns hold integers, float or double");
    if constexpr (std::is_floating_point_v<T>) return sizeof(T) == 4 ? NumberType::kFloat32 : NumberType::kFloat64;
    constexpr int power = sizeof(T) == 1 ? 0 : sizeof(T) == 2 ? 1 : sizeof(T) == 4 ? 2 : 3;
    return static_cast<NumberType>((std::is_signed_v<T> ? 0 : 4) + power);
}

struct OwnedColumn;  // columns with memory of their own: src/arrow/owned_column.hpp

/// How a borrowed column lies in memory.
struct ColumnLayout {
    std::int64_t stride_bytes = 0;           ///< From one row to the next; may be negative. 0: packed, unless `broadcast`.
    bool broadcast = false;                  ///< One value for all rows; the stride does not count.
    const std::uint8_t* validity = nullptr;  ///< One bit for each row, lowest first, 1: there is a value. Null: all rows have one.
    std::shared_ptr<const void> keep_alive;  ///< Held as long as the column is used. Without it the caller keeps the memory until no table uses it.
};

/// Makes a table of one chunk from columns in memory. Every column has the number of rows the builder was made with, 0 or more.
class TableBuilder {
public:
    explicit TableBuilder(std::int64_t rows);
    ~TableBuilder();
    TableBuilder(TableBuilder&&) noexcept;
    TableBuilder& operator=(TableBuilder&&) noexcept;

    /// Borrowed numbers; `first` is the value of row 0.
    template <typename T>
    void add_numbers(std::string name, const T* first, ColumnLayout layout = {}) {
        add_numbers(std::move(name), number_type_of<T>(), first, std::move(layout));
    }
    /// The same for a type known at run time. `first` need not be aligned.
    void add_numbers(std::string name, NumberType type, const void* first, ColumnLayout layout = {});
    /// Truth values of one byte each (0: false), copied into bits.
    void add_booleans(std::string name, const void* first, ColumnLayout layout = {});
    /// Borrowed days since 1970-01-01 (date32).
    void add_dates(std::string name, const std::int32_t* first, ColumnLayout layout = {});
    /// Texts, copied. Of the layout only `validity` and `keep_alive` count.
    void add_texts(std::string name, std::span<const std::string> texts, ColumnLayout layout = {});
    /// A column with memory of its own (for the library's rooms).
    void add_owned(std::string name, OwnedColumn column);

    /// The table, or what is wrong with its columns. The builder is empty afterwards.
    Result<Table> build();

private:
    struct Parts;
    void add_borrowed(std::string name, ColumnType type, const void* first, ColumnLayout layout);

    std::unique_ptr<Parts> parts_;
};

}  // namespace schoolimp::inline v0

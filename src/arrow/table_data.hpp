// The inside of a Table, for the library's rooms: fields, and chunks of columns.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "arrow/column.hpp"
#include "arrow/format.hpp"
#include "schoolimp/arrow/table.hpp"

namespace schoolimp::inline v0 {

/// The type of a column as Arrow writes it; the inside of nested types too, so that they can be passed on.
struct TypeNode {
    std::string format;
    std::string name;
    std::int64_t flags = 0;
    std::vector<TypeNode> children;
    std::unique_ptr<TypeNode> dictionary;

    TypeNode() = default;
    TypeNode(const TypeNode& other);
    TypeNode(TypeNode&&) noexcept = default;
    TypeNode& operator=(TypeNode other) noexcept;
    ~TypeNode() = default;
};

/// What is the same for all chunks of a column.
struct Field {
    std::string name;
    std::string words;                          ///< The type as people know it: Table::type_name().
    std::string hint;                           ///< Of an unsupported type: what to convert it to ("convert it to date32").
    ColumnType type = ColumnType::kNull;        ///< As Column::type; kUnsupported: no chunk has anything to read.
    int places = 0;                             ///< As Column::places; of the dictionary's values, when they are decimals.
    std::optional<ColumnType> dictionary_type;  ///< Of the dictionary's values.
    TypeNode node;
    Format format;  ///< Of the node; the dictionary's below.
    Format dictionary_format;
};

/// A run of rows. `columns` has one entry for each field.
struct Chunk {
    std::int64_t rows = 0;
    std::vector<Column> columns;
    std::shared_ptr<const void> memory;        ///< What the columns point into.
    const ArrowArray* source = nullptr;        ///< The array the chunk came in, passed on when the table is exported; null for columns made here.
    std::vector<std::size_t> source_children;  ///< For each column, which child of `source` it is.
};

struct TableData {
    std::int64_t rows = 0;
    std::vector<Field> fields;
    std::vector<Chunk> chunks;  ///< Some may be empty; there may be none.

    /// The place of a column among the fields.
    std::optional<std::size_t> find(std::string_view name) const;
};

/// The inside of a table; lives as long as a copy of the table does.
const TableData& data_of(const Table& table);

/// A table around finished data.
Table make_table(std::shared_ptr<const TableData> data);

/// Columns of one chunk: data_of(table).chunks[chunk].columns.
inline std::span<const Column> columns_of(const Table& table, std::size_t chunk) { return data_of(table).chunks[chunk].columns; }

}  // namespace schoolimp::inline v0

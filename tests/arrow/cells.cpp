#include "arrow/cells.hpp"

#include <array>
#include <charconv>

namespace schoolimp::arrow_tests {

namespace {

template <typename T>
std::string written(T number) {
    std::array<char, 64> text{};
    return std::string(text.data(), std::to_chars(text.data(), text.data() + text.size(), number).ptr);
}

/// "1250 / 10^2"; enough for decimals within 64 bits.
std::string decimal(const Column& column, std::int64_t row) { return written(column.number<std::int64_t>(row)) + " / 10^" + std::to_string(column.places); }

}  // namespace

std::string cell(const Column& column, std::int64_t row) {
    if (!column.valid(row)) return "null";
    if (column.dictionary != nullptr) return cell(*column.dictionary, column.index(row));
    switch (column.type) {
        case ColumnType::kBoolean: return column.boolean(row) ? "true" : "false";
        case ColumnType::kFloat32: return written(column.number<float>(row));
        case ColumnType::kFloat64: return written(column.number<double>(row));
        case ColumnType::kDecimal128: return decimal(column, row);
        default: return is_text(column.type) ? std::string(column.text(row)) : written(column.integer(row));
    }
}

Cells cells_of(const Table& table, std::size_t column) {
    Cells cells;
    for (const Chunk& chunk : data_of(table).chunks)
        for (std::int64_t row = 0; row < chunk.rows; ++row) cells.push_back(cell(chunk.columns[column], row));
    return cells;
}

Result<Table> import_table(const Node& table, Tally& tally) {
    ArrowSchema schema;
    ArrowArray array;
    tally.make_schema(table, schema);
    tally.make_array(table, array);
    return Table::from_array(&schema, &array);
}

Result<Table> import_column(const Node& column, Tally& tally) { return import_table(table_of({column}, column.length), tally); }

Result<Table> import_chunks(const Node& schema, std::vector<Node> chunks, Tally& tally, int error, const char* text) {
    ArrowArrayStream stream;
    tally.make_stream(schema, std::move(chunks), stream, error, text);
    return Table::from_stream(&stream);
}

Cells issues_of(const Result<Table>& result) {
    Cells issues;
    for (const Issue& issue : result.status().issues()) issues.push_back(issue.pointer.empty() ? issue.code : issue.code + " at " + issue.pointer);
    return issues;
}

}  // namespace schoolimp::arrow_tests

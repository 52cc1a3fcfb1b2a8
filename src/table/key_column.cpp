#include "table/key_column.hpp"

namespace schoolimp::inline v0 {

namespace {

std::string key_in(const Column& column, std::int64_t row) {
    if (!column.valid(row)) return {};
    const bool in_dictionary = column.dictionary != nullptr;
    const Column& values = in_dictionary ? *column.dictionary : column;
    return is_integer(values.type) ? std::to_string(values.integer(in_dictionary ? column.index(row) : row)) : std::string(column.text(row));
}

}  // namespace

std::string key_of(const TableJudgement::Parts& parts, const Block& block, std::int64_t row) {
    if (parts.binding.key < 0) return std::to_string(row);
    return key_in(data_of(parts.table).chunks[block.chunk].columns[static_cast<std::size_t>(parts.binding.key)], block.first + row - block.row);
}

std::vector<std::string> all_keys(const TableJudgement::Parts& parts) {
    std::vector<std::string> keys;
    keys.reserve(static_cast<std::size_t>(parts.rows));
    for (const Chunk& chunk : data_of(parts.table).chunks)
        for (std::int64_t row = 0; row < chunk.rows; ++row) keys.push_back(key_in(chunk.columns[static_cast<std::size_t>(parts.binding.key)], row));
    return keys;
}

}  // namespace schoolimp::inline v0

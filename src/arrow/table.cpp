#include "schoolimp/arrow/table.hpp"

#include <set>
#include <utility>

#include "arrow/issues.hpp"
#include "arrow/table_data.hpp"
#include "schoolimp/core/suggestion.hpp"

namespace schoolimp::inline v0 {

TypeNode::TypeNode(const TypeNode& other)
    : format(other.format),
      name(other.name),
      flags(other.flags),
      children(other.children),
      dictionary(other.dictionary ? std::make_unique<TypeNode>(*other.dictionary) : nullptr) {}

TypeNode& TypeNode::operator=(TypeNode other) noexcept {
    format.swap(other.format);
    name.swap(other.name);
    flags = other.flags;
    children.swap(other.children);
    dictionary.swap(other.dictionary);
    return *this;
}

std::optional<std::size_t> TableData::find(std::string_view name) const {
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].name == name) return i;
    return std::nullopt;
}

const TableData& data_of(const Table& table) { return *table.data_; }

Table make_table(std::shared_ptr<const TableData> data) { return Table(std::move(data)); }

Table::Table() : data_(std::make_shared<TableData>()) {}

Table::Table(std::shared_ptr<const TableData> data) : data_(std::move(data)) {}

std::int64_t Table::rows() const { return data_->rows; }

std::size_t Table::columns() const { return data_->fields.size(); }

std::vector<std::string> Table::column_names() const {
    std::vector<std::string> names;
    names.reserve(data_->fields.size());
    for (const Field& field : data_->fields) names.push_back(field.name);
    return names;
}

std::string Table::type_name(std::size_t column) const { return column < data_->fields.size() ? data_->fields[column].words : std::string(); }

namespace {

/// The places of the named columns; what is wrong with the names goes to `issues`.
std::vector<std::size_t> find_columns(const Table& table, std::span<const std::string> names, std::vector<Issue>& issues) {
    std::vector<std::size_t> chosen;
    std::set<std::string_view> seen;
    for (const std::string& name : names) {
        const std::optional<std::size_t> found = data_of(table).find(name);
        if (!found)
            add_issue(issues, Place::column(readable(name)), "unknown_column", "the table has no column of this name",
                      did_you_mean(name, table.column_names()));
        else if (!seen.insert(name).second)
            add_issue(issues, Place::column(name), "duplicate_name", "the column is named twice", "name each column once");
        else
            chosen.push_back(*found);
    }
    return chosen;
}

Chunk chosen_columns(const Chunk& chunk, const std::vector<std::size_t>& chosen) {
    Chunk result;
    result.rows = chunk.rows;
    result.memory = chunk.memory;
    result.source = chunk.source;
    for (const std::size_t i : chosen) {
        result.columns.push_back(chunk.columns[i]);
        if (chunk.source != nullptr) result.source_children.push_back(chunk.source_children[i]);
    }
    return result;
}

}  // namespace

Result<Table> Table::select(std::span<const std::string> names) const {
    std::vector<Issue> issues;
    const std::vector<std::size_t> chosen = find_columns(*this, names, issues);
    if (!issues.empty()) return invalid_document("choice of columns", std::move(issues));
    auto data = std::make_shared<TableData>();
    data->rows = data_->rows;
    for (const std::size_t i : chosen) data->fields.push_back(data_->fields[i]);
    for (const Chunk& chunk : data_->chunks) data->chunks.push_back(chosen_columns(chunk, chosen));
    return Table(std::move(data));
}

}  // namespace schoolimp::inline v0

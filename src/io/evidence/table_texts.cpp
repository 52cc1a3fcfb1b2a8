#include "schoolimp/io/table_texts.hpp"

#include <utility>

#include "arrow/table_data.hpp"
#include "io/evidence/value_text.hpp"

namespace schoolimp::inline v0 {

Result<std::vector<std::optional<std::string>>> column_texts(const Table& table, std::string_view column) {
    const std::vector<std::string> names = {std::string(column)};
    const Result<Table> chosen = table.select(names);
    if (!chosen.ok()) return chosen.status();
    const TableData& data = data_of(*chosen);
    const Field& field = data.fields.front();
    if (!has_value_text(field)) return invalid_document("table", {unreadable(field)});
    std::vector<std::optional<std::string>> texts;
    std::vector<Issue> issues;
    for (const Chunk& chunk : data.chunks) {
        const Column& values = chunk.columns.front();
        for (std::int64_t row = 0; row < chunk.rows; ++row) {
            Result<std::string> text = value_text(values, row);
            if (!text.ok()) {
                issues.push_back(text.status().issues().front());
                issues.back().pointer = "row " + std::to_string(texts.size()) + ", column '" + field.name + "'";
            }
            // An empty text is a value; null and NaN, which are empty, too, are none.
            const bool there = text.ok() && (!text->empty() || (values.valid(row) && !is_floating(values)));
            texts.push_back(there ? std::optional(*std::move(text)) : std::nullopt);
        }
    }
    if (!issues.empty()) return invalid_document("table", std::move(issues));
    return texts;
}

}  // namespace schoolimp::inline v0

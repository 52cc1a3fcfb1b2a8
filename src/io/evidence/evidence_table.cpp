// Evidence from a table of columns: every value as the text a comma-separated table would have, then read as one.
#include "schoolimp/io/evidence_table.hpp"

#include <cstdint>
#include <string>

#include "arrow/table_data.hpp"
#include "io/evidence/evidence_rows.hpp"
#include "io/evidence/value_text.hpp"

namespace schoolimp::inline v0 {

namespace {

/// The rows as text, and what cannot be read: columns of other types, texts that are no UTF-8, numbers that no Decimal holds, schools with a fraction.
class TableText {
public:
    explicit TableText(const TableData& data) : data_(data) {
        CsvRow header;
        for (const Field& field : data.fields) header.push_back(field.name);
        rows_.push_back(std::move(header));
    }

    const std::vector<CsvRow>& read() {
        std::int64_t before = 0;
        for (const Chunk& chunk : data_.chunks) {
            for (std::int64_t row = 0; row < chunk.rows; ++row) read_row(chunk, row, before + row);
            before += chunk.rows;
        }
        return rows_;
    }

    std::vector<Issue>& issues() { return issues_; }

private:
    void read_row(const Chunk& chunk, std::int64_t row, std::int64_t number) {
        CsvRow& fields = rows_.emplace_back();
        for (std::size_t i = 0; i < data_.fields.size(); ++i) {
            const Column& column = chunk.columns[i];
            if (!has_value_text(data_.fields[i])) {
                if (number == 0) issues_.push_back(unreadable(data_.fields[i]));
                fields.emplace_back();
                continue;
            }
            fields.push_back(read_field(data_.fields[i], column, row, number));
        }
    }

    std::string read_field(const Field& field, const Column& column, std::int64_t row, std::int64_t number) {
        Result<std::string> text = value_text(column, row);
        if (!text.ok()) {
            refuse(field, number, text.status().issues().front());
            return {};
        }
        if (field.name == "school" && is_floating(column) && text->find('.') != std::string::npos)
            refuse(field, number, {"", "wrong_type", "'" + *text + "' is no id of a school", "give ids as text or as whole numbers", Severity::kError});
        return *std::move(text);
    }

    void refuse(const Field& field, std::int64_t row, Issue issue) {
        issue.pointer = "row " + std::to_string(row) + ", column " + field.name;
        issues_.push_back(std::move(issue));
    }

    const TableData& data_;
    std::vector<CsvRow> rows_;
    std::vector<Issue> issues_;
};

}  // namespace

Result<Evidence> read_evidence_table(const Table& table, const ParseLimits& limits, std::vector<Issue>* warnings) {
    TableText text(data_of(table));
    const std::vector<CsvRow>& rows = text.read();
    if (!text.issues().empty()) return invalid_document("evidence table", std::move(text.issues()));
    return read_evidence_rows(rows, {"", 0}, limits, warnings);
}

}  // namespace schoolimp::inline v0

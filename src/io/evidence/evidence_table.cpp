// Evidence from a table of columns: every value as the text a comma-separated table would have, then read as one.
#include "schoolimp/io/evidence_table.hpp"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

#include "arrow/column.hpp"
#include "arrow/table_data.hpp"
#include "columnar/number_format.hpp"
#include "core/utf8.hpp"
#include "io/evidence/evidence_rows.hpp"

namespace schoolimp::inline v0 {

namespace {

/// None for what no Decimal holds: infinity and what is too great. "" for NaN, as for a null.
std::optional<std::string> number_text(const NumberFormat& format, double number) {
    if (std::isnan(number)) return std::string();
    const std::optional<Decimal> decimal = decimal_of(format, number);
    return decimal ? std::optional(to_string(*decimal)) : std::nullopt;
}

std::optional<std::string> decimal128_text(const Column& column, std::int64_t row) {
    const auto wide = column.number<detail::Int128>(row);
    const auto narrow = static_cast<std::int64_t>(wide);
    if (narrow != wide || column.places < 0 || column.places > Decimal::kMaxPlaces) return std::nullopt;
    return to_string(*Decimal::make(narrow, column.places));
}

/// None for a number that no Decimal holds.
std::optional<std::string> value_text(const Column& column, std::int64_t row) {
    if (!column.valid(row)) return std::string();
    if (column.dictionary != nullptr || is_text(column.type)) return std::string(column.text(row));
    switch (column.type) {
        case ColumnType::kBoolean: return column.boolean(row) ? "true" : "false";
        case ColumnType::kFloat64: return number_text({NumberFormat::Kind::kDouble, 0}, column.number<double>(row));
        case ColumnType::kFloat32: return number_text({NumberFormat::Kind::kFloat, 0}, static_cast<double>(column.number<float>(row)));
        case ColumnType::kDecimal128: return decimal128_text(column, row);
        case ColumnType::kDate32: return to_string(from_days(column.number<std::int32_t>(row)));
        case ColumnType::kUInt64: return std::to_string(column.number<std::uint64_t>(row));
        default: return std::to_string(column.integer(row));
    }
}

bool is_floating(const Column& column) {
    return column.dictionary == nullptr && (column.type == ColumnType::kFloat64 || column.type == ColumnType::kFloat32 || column.type == ColumnType::kDecimal128);
}

bool can_be_read(const Field& field, const Column& column) {
    const ColumnType type = column.dictionary != nullptr ? column.dictionary->type : field.type;
    return column.dictionary == nullptr ? type != ColumnType::kUnsupported : is_text(type);
}

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
            if (!can_be_read(data_.fields[i], column)) {
                if (number == 0) refuse_column(data_.fields[i]);
                fields.emplace_back();
                continue;
            }
            fields.push_back(read_field(data_.fields[i], column, row, number));
        }
    }

    std::string read_field(const Field& field, const Column& column, std::int64_t row, std::int64_t number) {
        std::optional<std::string> text = value_text(column, row);
        if (!text) {
            refuse(field, number, {"", "out_of_range", "the number is infinite or too great: decimals below 9.2e18 are read", "correct the number, or leave the cell empty and give the reason in column missing", Severity::kError});
        } else if (find_malformed(*text) != std::string_view::npos) {
            refuse(field, number, {"", "not_utf8", "the text is no UTF-8", "give texts in UTF-8", Severity::kError});
        } else if (field.name == "school" && is_floating(column) && text->find('.') != std::string::npos) {
            refuse(field, number, {"", "wrong_type", "'" + *text + "' is no id of a school", "give ids as text or as whole numbers", Severity::kError});
        }
        return std::move(text).value_or("");
    }

    void refuse_column(const Field& field) {
        issues_.push_back({"column '" + field.name + "'", "wrong_type", "the column holds " + field.words, field.hint.empty() ? "give text, numbers, booleans or date32" : field.hint, Severity::kError});
    }
    void refuse(const Field& field, std::int64_t row, Issue issue) {
        issue.pointer = "row " + std::to_string(row) + ", column '" + field.name + "'";
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

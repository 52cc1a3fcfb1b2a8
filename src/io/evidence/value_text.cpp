#include "io/evidence/value_text.hpp"

#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "columnar/number_format.hpp"
#include "core/utf8.hpp"
#include "schoolimp/core/date.hpp"

namespace schoolimp::inline v0 {

namespace {

Status refused(const char* code, std::string message, const char* hint) { return invalid_document("table", {{"", code, std::move(message), hint, Severity::kError}}); }

Status too_long(const std::string& number) {
    return refused("out_of_range", number + " has more digits than a figure can have: 18", "correct or round the number, or leave the cell empty");
}

std::string shortest(double number) {
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

Result<std::string> number_text(NumberFormat::Kind kind, double number) {
    if (std::isnan(number)) return std::string();
    if (std::isinf(number)) return refused("out_of_range", shortest(number) + " is no figure", "leave the cell empty, or say why it is missing");
    const std::optional<Decimal> decimal = decimal_of({kind, 0}, number);
    if (!decimal) return too_long(shortest(number));
    return to_string(*decimal);
}

/// Zeros at the end do not count: a column with many places may hold short numbers.
Result<std::string> decimal128_text(const Column& column, std::int64_t row) {
    auto wide = column.number<detail::Int128>(row);
    int places = column.places;
    for (; places > 0 && wide % 10 == 0; --places) wide /= 10;
    const auto narrow = static_cast<std::int64_t>(wide);
    const std::optional<Decimal> decimal = narrow == wide && places >= 0 ? Decimal::make(narrow, places) : std::nullopt;
    if (!decimal) return too_long("the number");
    return to_string(*decimal);
}

Result<std::string> text_of(const Column& column, std::int64_t row) {
    std::string text(column.text(row));
    if (find_malformed(text) == std::string_view::npos) return text;
    return refused("not_utf8", "the text is no UTF-8", "give texts in UTF-8");
}

}  // namespace

bool has_value_text(const Field& field) {
    return field.type != ColumnType::kUnsupported && field.dictionary_type != ColumnType::kUnsupported;
}

Issue unreadable(const Field& field) {
    return {"column '" + field.name + "'", "wrong_type", "the column holds " + field.words, field.hint.empty() ? "give text, numbers, booleans or date32" : field.hint, Severity::kError};
}

bool is_floating(const Column& column) {
    const ColumnType type = column.dictionary != nullptr ? column.dictionary->type : column.type;
    return type == ColumnType::kFloat64 || type == ColumnType::kFloat32 || type == ColumnType::kDecimal128;
}

Result<std::string> value_text(const Column& column, std::int64_t row) {
    if (!column.valid(row)) return std::string();
    if (column.dictionary != nullptr) return value_text(*column.dictionary, column.index(row));
    if (is_text(column.type)) return text_of(column, row);
    switch (column.type) {
        case ColumnType::kBoolean: return std::string(column.boolean(row) ? "true" : "false");
        case ColumnType::kFloat64: return number_text(NumberFormat::Kind::kDouble, column.number<double>(row));
        case ColumnType::kFloat32: return number_text(NumberFormat::Kind::kFloat, static_cast<double>(column.number<float>(row)));
        case ColumnType::kDecimal128: return decimal128_text(column, row);
        case ColumnType::kDate32: return to_string(from_days(column.number<std::int32_t>(row)));
        case ColumnType::kUInt64: return std::to_string(column.number<std::uint64_t>(row));
        default: return std::to_string(column.integer(row));
    }
}

}  // namespace schoolimp::inline v0

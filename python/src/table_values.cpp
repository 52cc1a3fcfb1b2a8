#include "table_values.hpp"

#include <algorithm>
#include <cstring>
#include <memory>

#include "arrow/owned_column.hpp"
#include "schoolimp/core/decimal.hpp"

namespace schoolimp::python {

namespace {

/// A column being read. The table borrows its numbers, so it holds it.
template <typename T>
struct Values {
    std::vector<T> values;
    std::vector<std::uint8_t> validity;
};

template <typename T, typename Read>
std::shared_ptr<const Values<T>> read_values(const py::sequence& given, Read read) {
    auto column = std::make_shared<Values<T>>();
    const std::size_t rows = py::len(given);
    column->values.resize(rows);
    column->validity.resize(rows / 8 + 1);
    for (std::size_t i = 0; i < rows; ++i) {
        const py::object value = given[i];
        if (value.is_none()) continue;
        column->values[i] = read(value);
        column->validity[i / 8] = static_cast<std::uint8_t>(column->validity[i / 8] | (1u << (i % 8)));
    }
    return column;
}

template <typename T>
ColumnLayout layout_of(const std::shared_ptr<const Values<T>>& column) {
    return {0, false, column->validity.data(), column};
}

/// Python's own error for what is no text, or text that cannot be written as UTF-8 (a lone surrogate).
std::string utf8(const py::handle& value) {
    Py_ssize_t size = 0;
    const char* const bytes = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
    if (bytes == nullptr) throw py::error_already_set();
    return {bytes, static_cast<std::size_t>(size)};
}

std::int32_t days(const py::handle& date) {
    constexpr std::int32_t kEpoch = 719163;  // date(1970, 1, 1).toordinal()
    return date.attr("toordinal")().cast<std::int32_t>() - kEpoch;
}

Decimal decimal(const py::handle& value) {
    const std::string text = py::str(value);
    const auto number = Decimal::parse(text);
    if (!number) throw py::value_error("'" + text + "' is no number the library can hold");
    return *number;
}

/// Of as many places as the longest has.
OwnedColumn decimal_column(const Values<Decimal>& given) {
    const auto rows = static_cast<std::int64_t>(given.values.size());
    OwnedColumn column = OwnedColumn::make(ColumnType::kDecimal128, rows, true);
    std::memcpy(column.validity.data(), given.validity.data(), static_cast<std::size_t>(column.validity.size()));
    for (const Decimal& value : given.values) column.places = std::max(column.places, value.places());
    auto* const wholes = column.values.as<detail::Int128>();
    for (std::int64_t row = 0; row < rows; ++row) {
        const Decimal& value = given.values[static_cast<std::size_t>(row)];
        wholes[row] = value.coefficient();
        for (int places = value.places(); places < column.places; ++places) wholes[row] *= 10;
    }
    return column;
}

template <typename T>
T cast(const py::handle& value) {
    return value.cast<T>();
}

}  // namespace

bool has_values(const py::handle& column) { return py::isinstance<py::tuple>(column); }

std::int64_t count_values(const py::handle& column) { return static_cast<std::int64_t>(py::len(column.cast<py::tuple>()[1])); }

void add_values(TableBuilder& builder, const std::string& name, const py::handle& column) {
    const auto [kind, given] = column.cast<std::pair<std::string, py::sequence>>();
    if (kind == "text") {
        const auto texts = read_values<std::string>(given, utf8);
        builder.add_texts(name, texts->values, layout_of(texts));
    } else if (kind == "whole") {
        const auto wholes = read_values<std::int64_t>(given, cast<std::int64_t>);
        builder.add_numbers(name, wholes->values.data(), layout_of(wholes));
    } else if (kind == "number") {
        const auto numbers = read_values<double>(given, cast<double>);
        builder.add_numbers(name, numbers->values.data(), layout_of(numbers));
    } else if (kind == "decimal") {
        builder.add_owned(name, decimal_column(*read_values<Decimal>(given, decimal)));
    } else if (kind == "truth") {
        const auto truths = read_values<std::uint8_t>(given, [](const py::handle& value) -> std::uint8_t { return value.cast<bool>() ? 1 : 0; });
        builder.add_booleans(name, truths->values.data(), layout_of(truths));
    } else if (kind == "date") {
        const auto dates = read_values<std::int32_t>(given, days);
        builder.add_dates(name, dates->values.data(), layout_of(dates));
    } else if (kind == "null") {
        builder.add_owned(name, OwnedColumn::make(ColumnType::kNull, static_cast<std::int64_t>(py::len(given)), false));
    } else {
        throw py::value_error("there is no kind of column '" + kind + "': text, whole, number, decimal, truth, date or null");
    }
}

}  // namespace schoolimp::python

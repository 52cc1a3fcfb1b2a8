#include "table_values.hpp"

#include <memory>

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

void add_values(TableBuilder& builder, const std::string& name, std::string_view kind, const py::sequence& given) {
    if (kind == "text") {
        const auto texts = read_values<std::string>(given, utf8);
        builder.add_texts(name, texts->values, layout_of(texts));
    } else if (kind == "whole") {
        const auto wholes = read_values<std::int64_t>(given, [](const py::handle& value) { return value.cast<std::int64_t>(); });
        builder.add_numbers(name, wholes->values.data(), layout_of(wholes));
    } else if (kind == "truth") {
        const auto truths = read_values<std::uint8_t>(given, [](const py::handle& value) -> std::uint8_t { return value.cast<bool>() ? 1 : 0; });
        builder.add_booleans(name, truths->values.data(), layout_of(truths));
    } else if (kind == "date") {
        const auto dates = read_values<std::int32_t>(given, days);
        builder.add_dates(name, dates->values.data(), layout_of(dates));
    } else {
        throw py::value_error("there is no kind of column '" + std::string(kind) + "': text, whole, truth or date");
    }
}

}  // namespace

Table table_of_values(const py::dict& columns) {
    const std::size_t rows = columns.empty() ? 0 : py::len((*columns.begin()).second.cast<py::tuple>()[1]);
    TableBuilder builder(static_cast<std::int64_t>(rows));
    for (const auto& [name, column] : columns) {
        const auto [kind, values] = column.cast<std::pair<std::string, py::sequence>>();
        if (py::len(values) != rows) throw py::value_error("the column '" + utf8(name) + "' has " + std::to_string(py::len(values)) + " values; the first has " + std::to_string(rows));
        add_values(builder, utf8(name), kind, values);
    }
    return take(builder.build());
}

}  // namespace schoolimp::python

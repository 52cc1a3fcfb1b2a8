// Tables: in from anything that speaks Arrow's PyCapsule protocol or the buffer protocol, out as Arrow streams.
#include <pybind11/stl.h>

#include <memory>
#include <utility>

#include "bindings.hpp"
#include "schoolimp/arrow/table.hpp"
#include "schoolimp/io/table_texts.hpp"
#include "table_values.hpp"

namespace schoolimp::python {

namespace {

constexpr const char* kStreamCapsule = "arrow_array_stream";
constexpr const char* kSchemaCapsule = "arrow_schema";
constexpr const char* kArrayCapsule = "arrow_array";
constexpr const char* kWhat = "table";

[[noreturn]] void refuse(Issue issue) { throw StatusError(invalid_document(kWhat, {std::move(issue)})); }

std::string type_of(const py::handle& object) { return py::str(py::type::handle_of(object).attr("__name__")); }

/// The structure in a capsule.
template <typename Structure>
Structure* open(const py::handle& capsule, const char* name) {
    if (PyCapsule_IsValid(capsule.ptr(), name) == 0)
        refuse({"", "not_arrow", "the object gave a " + type_of(capsule) + ", not a capsule named '" + name + "'", "", Severity::kError});
    return static_cast<Structure*>(PyCapsule_GetPointer(capsule.ptr(), name));
}

/// The interpreter lock is let go while the stream is read: whoever fills it may need it in another thread.
Table from_arrow(const py::object& table) {
    if (py::hasattr(table, "__arrow_c_stream__")) {
        const py::object capsule = table.attr("__arrow_c_stream__")();
        auto* const stream = open<ArrowArrayStream>(capsule, kStreamCapsule);
        return unlocked([&] { return take(Table::from_stream(stream)); });
    }
    if (py::hasattr(table, "__arrow_c_array__")) {
        const py::object pair = table.attr("__arrow_c_array__")();
        if (!py::isinstance<py::tuple>(pair) || py::len(pair) != 2)
            refuse({"", "not_arrow", "__arrow_c_array__ gave a " + type_of(pair) + ", not a pair of capsules", "", Severity::kError});
        const py::object first = pair[py::int_(0)], second = pair[py::int_(1)];
        auto* const schema = open<ArrowSchema>(first, kSchemaCapsule);
        auto* const array = open<ArrowArray>(second, kArrayCapsule);
        return unlocked([&] { return take(Table::from_array(schema, array)); });
    }
    refuse({"", "not_arrow", "an object of type " + type_of(table) + " has neither __arrow_c_stream__ nor __arrow_c_array__",
            "give a table of pyarrow, Polars, DuckDB or pandas, or use from_columns for NumPy arrays", Severity::kError});
}

/// The lock is taken for the release of a buffer: the last one to let go of a table may be in any thread.
std::shared_ptr<py::buffer_info> shared_buffer(py::buffer_info&& info) {
    return {new py::buffer_info(std::move(info)), [](py::buffer_info* held) {
                if (Py_IsInitialized() == 0) return;  // the interpreter has gone, and with it what the buffer belonged to
                const py::gil_scoped_acquire lock;
                delete held;
            }};
}

/// The number type of a buffer's format; nothing for any other format, also for foreign byte order.
std::optional<NumberType> number_type(const py::buffer_info& info) {
    std::string_view format = info.format;
    if (!format.empty() && (format.front() == '@' || format.front() == '=')) format.remove_prefix(1);
    if (format.size() != 1) return std::nullopt;
    const int power = info.itemsize == 1 ? 0 : info.itemsize == 2 ? 1 : info.itemsize == 4 ? 2 : info.itemsize == 8 ? 3 : -1;
    if (power < 0) return std::nullopt;
    if (format == "f") return NumberType::kFloat32;
    if (format == "d") return NumberType::kFloat64;
    if (std::string_view("bhilqn").find(format) != std::string_view::npos) return static_cast<NumberType>(power);
    if (std::string_view("BHILQN").find(format) != std::string_view::npos) return static_cast<NumberType>(4 + power);
    return std::nullopt;
}

/// A column for the builder, or an issue. Nothing is copied but booleans.
class ColumnsReader {
public:
    /// The buffer of one column; null after an issue.
    std::shared_ptr<py::buffer_info> read(const std::string& name, const py::handle& values) {
        const std::string hint = "give a one-dimensional NumPy array of float64, float32, an integer type or bool";
        if (PyObject_CheckBuffer(values.ptr()) == 0) return fail(name, "not_a_buffer", "an object of type " + type_of(values) + " has no buffer", hint);
        if (py::hasattr(values, "mask") && py::hasattr(values, "filled"))
            return fail(name, "masked", "the array is masked; its mask would be lost", "fill it first: values.astype(float).filled(numpy.nan)");
        std::shared_ptr<py::buffer_info> info;
        try {
            info = shared_buffer(py::reinterpret_borrow<py::buffer>(values).request());
        } catch (const py::error_already_set& error) {
            return fail(name, "not_a_buffer", std::string("the values cannot be had as a buffer: ") + py::str(error.value()).cast<std::string>(), hint);
        }
        if (info->ndim != 1)
            return fail(name, "bad_shape", "the array has " + std::to_string(info->ndim) + " dimensions; a column has 1",
                        "give the columns one by one: values[:, 0]");
        if (info->format != "?" && !number_type(*info)) return fail(name, "bad_format", "the array holds values of format '" + info->format + "'", hint);
        return info;
    }

    std::shared_ptr<py::buffer_info> fail(const std::string& name, std::string code, std::string message, std::string hint) {
        issues_.push_back({"column '" + name + "'", std::move(code), std::move(message), std::move(hint), Severity::kError});
        return nullptr;
    }

    std::vector<Issue>& issues() { return issues_; }

private:
    std::vector<Issue> issues_;
};

/// Adds a column of a buffer to the builder.
void add_buffer(TableBuilder& builder, const std::string& name, const std::shared_ptr<py::buffer_info>& info) {
    const ColumnLayout layout{info->strides[0], info->strides[0] == 0, nullptr, info};
    if (const auto type = number_type(*info))
        builder.add_numbers(name, *type, info->ptr, layout);
    else
        builder.add_booleans(name, info->ptr, layout);
}

/// Columns of buffers, and of Python values (table_values.hpp).
Table from_columns(const py::dict& columns) {
    struct Given {
        std::string name;
        py::handle values;
        std::shared_ptr<py::buffer_info> buffer;  ///< Null: the values are Python's.
        std::int64_t length() const { return buffer ? buffer->shape[0] : count_values(values); }
    };
    ColumnsReader reader;
    std::vector<Given> given;
    for (const auto& [key, values] : columns) {
        if (!py::isinstance<py::str>(key)) refuse({"", "bad_name", "a column is named by a " + type_of(key), "name columns by text", Severity::kError});
        std::string name = key.cast<std::string>();
        auto buffer = has_values(values) ? nullptr : reader.read(name, values);
        if (buffer || has_values(values)) given.push_back({std::move(name), values, std::move(buffer)});
    }
    const std::int64_t rows = given.empty() ? 0 : given.front().length();
    TableBuilder builder(rows);
    for (const Given& column : given) {
        if (const std::int64_t length = column.length(); length != rows)
            reader.fail(column.name, "different_length", "the column has " + std::to_string(length) + " values; the first column has " + std::to_string(rows), "give all columns the same length");
        else if (column.buffer)
            add_buffer(builder, column.name, column.buffer);
        else
            add_values(builder, column.name, column.values);
    }
    if (!reader.issues().empty()) throw StatusError(invalid_document(kWhat, std::move(reader.issues())));
    return take(builder.build());
}

void destroy_stream(PyObject* capsule) {
    auto* const stream = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, kStreamCapsule));
    if (stream->release != nullptr) stream->release(stream);
    delete stream;
}

/// A requested schema is only a wish; the table gives its own types.
py::object to_capsule(const Table& table, const py::object&) {
    auto stream = std::make_unique<ArrowArrayStream>();
    table.to_stream(stream.get());
    PyObject* const capsule = PyCapsule_New(stream.get(), kStreamCapsule, destroy_stream);
    if (capsule == nullptr) {
        stream->release(stream.get());
        throw py::error_already_set();
    }
    stream.release();
    return py::reinterpret_steal<py::object>(capsule);
}

std::vector<std::string> type_names(const Table& table) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < table.columns(); ++i) names.push_back(table.type_name(i));
    return names;
}

}  // namespace

void bind_table(py::module_& module) {
    py::class_<Table>(module, "Table", py::module_local())
        .def_static("from_arrow", from_arrow, py::arg("table"))
        .def_static("from_columns", from_columns, py::arg("columns"))
        .def("__arrow_c_stream__", to_capsule, py::arg("requested_schema") = py::none())
        .def("__len__", &Table::rows)
        .def_property_readonly("rows", &Table::rows)
        .def_property_readonly("column_names", &Table::column_names)
        .def_property_readonly("type_names", type_names)
        .def(
            "texts", [](const Table& table, std::string_view name) { return unlocked([&] { return take(column_texts(table, name)); }); }, py::arg("name"))
        .def("select", [](const Table& table, const std::vector<std::string>& names) { return take(table.select(names)); }, py::arg("names"));
}

}  // namespace schoolimp::python

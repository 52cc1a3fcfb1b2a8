// Judging tables. Answers by row become Python lists here, in one pass over the rows.
#include <pybind11/stl.h>

#include <chrono>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "bindings.hpp"
#include "schoolimp/core/date.hpp"
#include "schoolimp/core/decimal.hpp"
#include "schoolimp/table/judge_table.hpp"
#include "table/judge_table_with.hpp"
#include "table/key_column.hpp"

namespace schoolimp::python {

namespace {

// --- what is given

constexpr std::size_t kShown = 60;

/// Cell, what kind of value, the value as documents write it.
using ConstantText = std::tuple<std::string, std::string, std::string>;

ObservedValue constant_value(const ConstantText& constant) {
    const auto& [cell, kind, text] = constant;
    if (kind == "boolean") return text == "true";
    if (kind == "word") return text;
    if (kind == "date") return word(text, "date; write it as 2026-08-31", parse_date);
    if (const std::optional<Decimal> number = Decimal::parse(text)) return *number;
    const std::string shown = text.size() <= kShown ? text : text.substr(0, kShown) + "...";
    const Issue issue{"constant '" + cell + "'", "out_of_range", shown + " cannot be held exactly: numbers are below 9.2e18 and have at most 18 decimal places", "round it", Severity::kError};
    throw StatusError(invalid_document("table", {issue}));
}

const Kernels& kernels_of(const std::string& name) {
    for (const Kernels* const kernels : available_kernels())
        if (name.empty() || name == kernels->name) return *kernels;
    throw StatusError(Status(StatusCode::kNotFound, "this machine has no kernels '" + name + "'"));
}

std::vector<std::string> kernel_names() {
    std::vector<std::string> names;
    for (const Kernels* const kernels : available_kernels()) names.emplace_back(kernels->name);
    return names;
}

// --- the run

/// Tells Python how far the run is and lets Ctrl-C through. Not for every block of rows: each time takes the interpreter lock, for which other threads may have to be waited.
class Watch {
public:
    explicit Watch(py::object callback) : callback_(std::move(callback)) {}

    bool pass(std::int64_t done, std::int64_t rows) {
        const auto now = std::chrono::steady_clock::now();
        if (now < next_) return true;
        next_ = now + std::chrono::milliseconds(100);
        const py::gil_scoped_acquire lock;
        return call(done, rows);
    }

    /// The last call, with all rows done; unless there was one.
    bool finish(std::int64_t rows) { return told_ == rows || call(rows, rows); }

    /// What was raised meanwhile comes out.
    void raise() const {
        if (raised_) std::rethrow_exception(raised_);
    }

private:
    bool call(std::int64_t done, std::int64_t rows) {
        try {
            if (PyErr_CheckSignals() != 0) throw py::error_already_set();
            if (callback_.is_none()) return true;
            told_ = done;
            const py::object answer = callback_(done, rows);
            return answer.ptr() != Py_False;
        } catch (const py::error_already_set&) {
            raised_ = std::current_exception();
            return false;
        }
    }

    py::object callback_;
    std::exception_ptr raised_;
    std::int64_t told_ = -1;
    std::chrono::steady_clock::time_point next_{};
};

TableJudgement judge(const Framework& framework, const Table& table, std::int32_t valid, std::int32_t known, std::string_view period, std::map<std::string, std::string> columns,
                     const std::vector<ConstantText>& constants, std::string key, int threads, int search_limit, py::object progress, const std::string& kernels) {
    TableOptions options;
    options.as_of = {from_days(valid), from_days(known), std::nullopt};
    if (!period.empty()) options.as_of.period = word(period, "school year; write it as 2018/19", parse_academic_year);
    options.columns = std::move(columns);
    for (const ConstantText& constant : constants) options.constants.emplace(std::get<0>(constant), constant_value(constant));
    options.key = std::move(key);
    options.threads = threads;
    options.search_limit = search_limit;
    Watch watch(std::move(progress));
    options.progress = [&watch](std::int64_t done, std::int64_t rows) { return watch.pass(done, rows); };
    const Kernels& chosen = kernels_of(kernels);
    Result<TableJudgement> judged = unlocked([&] { return judge_table_with(framework, table, options, chosen); });
    watch.raise();
    TableJudgement result = take(std::move(judged));
    const bool goes_on = watch.finish(result.rows());
    watch.raise();
    if (!goes_on) throw StatusError(Status(StatusCode::kCancelled, "judging the table was stopped by its progress callback"));
    return result;
}

// --- the answers

std::size_t checked(std::size_t position, std::size_t count, const char* what) {
    if (position >= count) throw StatusError(Status(StatusCode::kOutOfRange, "there is no " + std::string(what) + " " + std::to_string(position)));
    return position;
}

std::size_t checked_judgement(const TableJudgement& judged, std::size_t judgement) {
    return checked(judgement, judged.framework().document().judgements.size(), "judgement");
}

std::size_t checked_row(const TableJudgement& judged, std::int64_t row) {
    if (row < 0 || row >= judged.rows())
        throw StatusError(Status(StatusCode::kOutOfRange, "row " + std::to_string(row) + " was asked for; the table has " + std::to_string(judged.rows()) + " rows, counted from 0"));
    return static_cast<std::size_t>(row);
}

/// Ids of the levels a judgement can give, in the order of its scale.
std::vector<py::str> levels_of(const TableJudgement& judged, std::size_t judgement) {
    const FrameworkDocument& document = judged.framework().document();
    std::vector<py::str> levels;
    for (const ScaleLevel& level : judged.framework().find_scale(document.judgements[judgement].scale)->levels) levels.emplace_back(level.id);
    return levels;
}

/// A list with one object for each row; `object_of` gives a borrowed one.
template <typename ObjectOf>
py::list by_row(const TableJudgement& judged, ObjectOf object_of) {
    const auto rows = static_cast<std::size_t>(judged.rows());
    py::list list(rows);
    for (std::size_t row = 0; row < rows; ++row) PyList_SET_ITEM(list.ptr(), static_cast<Py_ssize_t>(row), object_of(row).inc_ref().ptr());
    return list;
}

py::list suggested(const TableJudgement& judged, std::size_t judgement) {
    const std::span<const std::int8_t> places = judged.suggested(checked_judgement(judged, judgement));
    const std::vector<py::str> levels = levels_of(judged, judgement);
    return by_row(judged, [&](std::size_t row) { return places[row] < 0 ? py::handle(Py_None) : py::handle(levels[static_cast<std::size_t>(places[row])]); });
}

py::tuple levels_in(const std::vector<py::str>& levels, std::uint64_t mask) {
    py::list list;
    for (std::size_t i = 0; i < levels.size(); ++i)
        if (((mask >> i) & 1) != 0) list.append(levels[i]);
    return py::tuple(list);
}

py::list possible(const TableJudgement& judged, std::size_t judgement) {
    const std::span<const std::uint64_t> masks = judged.possible(checked_judgement(judged, judgement));
    const std::vector<py::str> levels = levels_of(judged, judgement);
    std::unordered_map<std::uint64_t, py::tuple> made;
    return by_row(judged, [&](std::size_t row) -> py::handle {
        const auto [found, is_new] = made.try_emplace(masks[row]);
        if (is_new) found->second = levels_in(levels, masks[row]);
        return found->second;
    });
}

py::object suggested_in(const TableJudgement& judged, std::size_t judgement, std::int64_t row) {
    const std::int8_t place = judged.suggested(checked_judgement(judged, judgement))[checked_row(judged, row)];
    if (place < 0) return py::none();
    return levels_of(judged, judgement)[static_cast<std::size_t>(place)];
}

py::tuple possible_in(const TableJudgement& judged, std::size_t judgement, std::int64_t row) {
    return levels_in(levels_of(judged, judgement), judged.possible(checked_judgement(judged, judgement))[checked_row(judged, row)]);
}

py::bytes states(const TableJudgement& judged, std::size_t judgement) {
    const std::span<const std::uint8_t> all = judged.states(checked_judgement(judged, judgement));
    return {reinterpret_cast<const char*>(all.data()), all.size()};
}

int state_in(const TableJudgement& judged, std::size_t judgement, std::int64_t row) { return judged.states(checked_judgement(judged, judgement))[checked_row(judged, row)]; }

/// Results of criteria as words, read from the masks.
class CriterionWords {
public:
    explicit CriterionWords(const TableJudgement& judged)
        : met_(judged.met()), not_met_(judged.not_met()), unknown_(judged.unknown()), words_(judged.criteria_words()), texts_{"met", "not_met", "unknown", "not_applicable"} {}

    py::handle of(std::size_t row, std::size_t criterion) const {
        const std::size_t word = row * words_ + criterion / 64, bit = criterion % 64;
        const auto has = [&](std::span<const std::uint64_t> mask) { return ((mask[word] >> bit) & 1) != 0; };
        return texts_[has(met_) ? 0 : has(not_met_) ? 1 : has(unknown_) ? 2 : 3];
    }

private:
    std::span<const std::uint64_t> met_, not_met_, unknown_;
    std::size_t words_;
    py::str texts_[4];
};

bool failed_in(const TableJudgement& judged, std::size_t row) {
    return !judged.framework().document().judgements.empty() && (judged.states(0)[row] & static_cast<std::uint8_t>(RowState::kFailed)) != 0;
}

py::list criteria_in(const TableJudgement& judged, std::int64_t row) {
    const std::size_t place = checked_row(judged, row);
    if (failed_in(judged, place)) take(judged.explain(row));
    const CriterionWords words(judged);
    py::list list;
    for (std::size_t i = 0; i < judged.framework().document().criteria.size(); ++i) list.append(words.of(place, i));
    return list;
}

py::list criterion(const TableJudgement& judged, std::size_t position) {
    checked(position, judged.framework().document().criteria.size(), "criterion");
    const CriterionWords words(judged);
    return by_row(judged, [&](std::size_t row) { return failed_in(judged, row) ? py::handle(Py_None) : words.of(row, position); });
}

}  // namespace

void bind_judge_table(py::module_& module) {
    py::class_<TableJudgement>(module, "TableJudgement", py::module_local())
        .def_property_readonly("rows", &TableJudgement::rows)
        .def_property_readonly("has_key", [](const TableJudgement& judged) { return judged.parts().binding.key >= 0; })
        .def_property_readonly("failed", &TableJudgement::failed)
        .def_property_readonly("failures", [](const TableJudgement& judged) { return issue_tuples(judged.failures()); })
        .def_property_readonly("absent", &TableJudgement::absent)
        .def_property_readonly("searched_rows", &TableJudgement::searched_rows)
        .def_property_readonly("searches", &TableJudgement::searches)
        .def("keys", [](const TableJudgement& judged) { return unlocked([&] { return all_keys(judged.parts()); }); })
        .def("suggested", suggested, py::arg("judgement"))
        .def("suggested_in", suggested_in, py::arg("judgement"), py::arg("row"))
        .def("possible", possible, py::arg("judgement"))
        .def("possible_in", possible_in, py::arg("judgement"), py::arg("row"))
        .def("states", states, py::arg("judgement"))
        .def("state_in", state_in, py::arg("judgement"), py::arg("row"))
        .def("criteria_in", criteria_in, py::arg("row"))
        .def("criterion", criterion, py::arg("criterion"))
        .def("explain", [](const TableJudgement& judged, std::int64_t row) { return unlocked([&] { return take(judged.explain(row)); }); }, py::arg("row"))
        .def("to_table", [](const TableJudgement& judged) { return unlocked([&] { return judged.to_table(); }); });
    module.def("cells_of", cells_of, py::arg("framework"));
    module.def("kernel_names", kernel_names);
    module.def("judge_table", judge, py::arg("framework"), py::arg("table"), py::arg("valid"), py::arg("known"), py::arg("period"), py::arg("columns"), py::arg("constants"),
               py::arg("key"), py::arg("threads"), py::arg("search_limit"), py::arg("progress"), py::arg("kernels"));
}

}  // namespace schoolimp::python

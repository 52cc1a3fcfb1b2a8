#include <pybind11/stl.h>

#include "bindings.hpp"
#include "schoolimp/io/plan_json.hpp"
#include "schoolimp/plan/plan.hpp"
#include "schoolimp/plan/words.hpp"

namespace schoolimp::python {

namespace {

using Days = std::int32_t;

PlanOptions plan_options(Days made_on, std::optional<Days> start, std::optional<Days> end) {
    PlanOptions options;
    options.made_on = from_days(made_on);
    options.start = to_date(start);
    options.end = to_date(end);
    return options;
}

Plan make(const Framework& framework, const Judgement& judgement, const SchoolYear& school_year, const Trust& trust, Days made_on, std::optional<Days> start,
          std::optional<Days> end) {
    return unlocked([&] { return take(make_plan(framework, judgement, school_year, trust, plan_options(made_on, start, end))); });
}

Plan revise(const Plan& plan, const Framework& framework, const Judgement& judgement, const SchoolYear& school_year, const Trust& trust, Days made_on,
            std::optional<Days> start, std::optional<Days> end) {
    return unlocked([&] { return take(revise_plan(plan, framework, judgement, school_year, trust, plan_options(made_on, start, end))); });
}

Plan record(const Plan& plan, std::string item, Days on, std::string by, std::string note, std::string value, std::string_view rag, std::string_view status) {
    ProgressEntry entry;
    entry.item = std::move(item);
    entry.on = from_days(on);
    entry.by = std::move(by);
    entry.note = std::move(note);
    entry.value = std::move(value);
    if (!rag.empty()) entry.rag = word(rag, "rating; write red, amber or green", enumerator_of<Rag>);
    if (!status.empty()) entry.status = word(status, "status; write not_started, in_progress, done or stopped", enumerator_of<ItemStatus>);
    return unlocked([&] { return take(record_progress(plan, std::move(entry))); });
}

py::list rate(const Plan& plan, Days on) {
    py::list list;
    for (const RagResult& result : unlocked([&] { return rate_objectives(plan, from_days(on)); })) {
        const py::object people = result.people ? py::object(py::cast(word_of(*result.people))) : py::object(py::none());
        list.append(py::make_tuple(result.objective, word_of(result.rag), result.reason, people));
    }
    return list;
}

}  // namespace

void bind_plan(py::module_& module) {
    bind_document<Plan>(
        module, "Plan", [](std::string_view text) { return parse_plan(text); }, [](const Plan& plan, JsonStyle style) { return write_plan(plan, style); });
    module.def("make_plan", make, py::arg("framework"), py::arg("judgement"), py::arg("school_year"), py::arg("trust"), py::arg("made_on"), py::arg("start"),
               py::arg("end"));
    module.def("revise_plan", revise, py::arg("plan"), py::arg("framework"), py::arg("judgement"), py::arg("school_year"), py::arg("trust"), py::arg("made_on"),
               py::arg("start"), py::arg("end"));
    module.def("record_progress", record, py::arg("plan"), py::arg("item"), py::arg("on"), py::arg("by"), py::arg("note"), py::arg("value"), py::arg("rag"),
               py::arg("status"));
    module.def("rate_objectives", rate, py::arg("plan"), py::arg("on"));
}

}  // namespace schoolimp::python

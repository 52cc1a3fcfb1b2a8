#include <pybind11/stl.h>

#include "bindings.hpp"
#include "schoolimp/io/judgement_json.hpp"
#include "schoolimp/judgement/cohort.hpp"
#include "schoolimp/judgement/judgement.hpp"
#include "schoolimp/judgement/rollup.hpp"

namespace schoolimp::python {

namespace {

AsOf as_of(std::int32_t valid, std::int32_t known, std::string_view period) {
    AsOf result{from_days(valid), from_days(known), std::nullopt};
    if (!period.empty()) result.period = word(period, "school year; write it as 2018/19", parse_academic_year);
    return result;
}

Judgement judge_school(const Framework& framework, const Evidence& evidence, std::string_view school, const Trust* trust, const Benchmarks& benchmarks,
                       std::int32_t valid, std::int32_t known, std::string_view period, const Cohort* cohort) {
    JudgeOptions options;
    options.as_of = as_of(valid, known, period);
    options.cohort = cohort;
    return unlocked([&] { return take(judge(framework, evidence, school, trust ? *trust : Trust{}, benchmarks, options)); });
}

Cohort cohort_of(const Framework& framework, const Evidence& evidence, const Trust* trust, const Benchmarks& benchmarks, std::int32_t valid, std::int32_t known,
                 std::string_view period) {
    const AsOf dates = as_of(valid, known, period);
    return unlocked([&] { return take(make_cohort(framework, evidence, trust ? *trust : Trust{}, benchmarks, dates)); });
}

Judgement decide_level(const Framework& framework, const Judgement& judgement, std::string school, std::string judgement_id, std::string level,
                       std::int32_t decided_on, std::string by, std::string person, std::string reason, std::string suggested, std::string framework_hash) {
    Decision decision;
    decision.school = std::move(school);
    decision.judgement = std::move(judgement_id);
    decision.level = std::move(level);
    decision.decided_on = from_days(decided_on);
    decision.by = std::move(by);
    decision.person = std::move(person);
    decision.reason = std::move(reason);
    decision.suggested = std::move(suggested);
    decision.framework_hash = std::move(framework_hash);
    return unlocked([&] { return take(decide(framework, judgement, std::move(decision))); });
}

void bind_judgement_class(py::module_& module) {
    bind_document<Judgement>(
        module, "Judgement", [](std::string_view text) { return parse_judgement(text); },
        [](const Judgement& judgement, JsonStyle style) { return write_judgement(judgement, style); })
        .def_readonly("framework_hash", &Judgement::framework_hash)
        .def_readonly("school", &Judgement::school)
        .def_readonly("known", &Judgement::known)
        .def_readonly("missing", &Judgement::missing)
        .def_property_readonly("valid", [](const Judgement& judgement) { return days_since_epoch(judgement.as_of.valid); })
        .def_property_readonly("known_by", [](const Judgement& judgement) { return days_since_epoch(judgement.as_of.known); })
        .def("level_in_force", &Judgement::level_in_force, py::arg("judgement"));
}

void bind_cohort(py::module_& module) {
    py::class_<Cohort>(module, "Cohort")
        .def_property_readonly("framework_hash", &Cohort::framework_hash)
        .def_property_readonly("valid", [](const Cohort& cohort) { return days_since_epoch(cohort.as_of().valid); })
        .def_property_readonly("known_by", [](const Cohort& cohort) { return days_since_epoch(cohort.as_of().known); })
        .def_property_readonly("schools", &Cohort::schools)
        .def_property_readonly("functions", &Cohort::functions)
        .def("contains", &Cohort::contains, py::arg("school"))
        .def("population", &Cohort::population, py::arg("function"))
        .def(
            "figure",
            [](const Cohort& cohort, std::size_t function, std::string_view school) {
                const std::optional<Decimal> figure = cohort.figure(function, school);
                return figure ? to_string(*figure) : std::string();
            },
            py::arg("function"), py::arg("school"));
    module.def("make_cohort", cohort_of, py::arg("framework"), py::arg("evidence"), py::arg("trust"), py::arg("benchmarks"), py::arg("valid"), py::arg("known"),
               py::arg("period"));
}

}  // namespace

void bind_judgement(py::module_& module) {
    bind_judgement_class(module);
    bind_cohort(module);
    bind_document<Rollup>(
        module, "Rollup", [](std::string_view text) { return parse_rollup(text); },
        [](const Rollup& rollup, JsonStyle style) { return write_rollup(rollup, style); });
    bind_document<DecisionList>(
        module, "Decisions", [](std::string_view text) { return parse_decisions(text); },
        [](const DecisionList& decisions, JsonStyle style) { return write_decisions(decisions, style); });
    module.def("judge", judge_school, py::arg("framework"), py::arg("evidence"), py::arg("school"), py::arg("trust"), py::arg("benchmarks"), py::arg("valid"),
               py::arg("known"), py::arg("period"), py::arg("cohort"));
    module.def("decide", decide_level, py::arg("framework"), py::arg("judgement"), py::arg("school"), py::arg("judgement_id"), py::arg("level"),
               py::arg("decided_on"), py::arg("by"), py::arg("person"), py::arg("reason"), py::arg("suggested"), py::arg("framework_hash"));
    module.def(
        "roll_up",
        [](const Framework& framework, const std::vector<Judgement>& judgements) {
            return unlocked([&] { return take(roll_up(framework, judgements)); });
        },
        py::arg("framework"), py::arg("judgements"));
    module.def(
        "check_evidence",
        [](const Framework& framework, const Evidence& evidence) {
            return issue_tuples(unlocked([&] { return check_evidence(framework, evidence); }));
        },
        py::arg("framework"), py::arg("evidence"));
}

}  // namespace schoolimp::python

#include <pybind11/stl.h>

#include "bindings.hpp"
#include "schoolimp/report/markdown.hpp"

namespace schoolimp::python {

namespace {

Trust or_empty(const Trust* trust) { return trust != nullptr ? *trust : Trust{}; }

std::string judgement_text(const Framework& framework, const Judgement& judgement, const Trust* trust) {
    return unlocked([&] { return judgement_markdown(framework, judgement, or_empty(trust)); });
}

std::string rollup_text(const Framework& framework, const Rollup& rollup, const Trust* trust) {
    return unlocked([&] { return rollup_markdown(framework, rollup, or_empty(trust)); });
}

std::string plan_text(const Framework& framework, const Plan& plan, const Trust* trust, std::optional<std::int32_t> rated_on) {
    return unlocked([&] { return plan_markdown(framework, plan, or_empty(trust), to_date(rated_on)); });
}

std::string calendar_text(const Calendar& calendar) {
    return unlocked([&] { return calendar_markdown(calendar); });
}

}  // namespace

void bind_report(py::module_& module) {
    module.def("judgement_markdown", judgement_text, py::arg("framework"), py::arg("judgement"), py::arg("trust"));
    module.def("rollup_markdown", rollup_text, py::arg("framework"), py::arg("rollup"), py::arg("trust"));
    module.def("plan_markdown", plan_text, py::arg("framework"), py::arg("plan"), py::arg("trust"), py::arg("rated_on"));
    module.def("calendar_markdown", calendar_text, py::arg("calendar"));
}

}  // namespace schoolimp::python

#include <pybind11/stl.h>

#include "bindings.hpp"
#include "schoolimp/io/school_year_json.hpp"
#include "schoolimp/schoolyear/school_year.hpp"

namespace schoolimp::python {

namespace {

Result<SchoolYear> parse(std::string_view text) {
    Result<SchoolYearDocument> document = parse_school_year(text);
    if (!document.ok()) return document.status();
    return SchoolYear::make(std::move(document).value());
}

std::string write(const SchoolYear& year, JsonStyle style) { return write_school_year(year.document(), style); }

py::tuple audit_tuple(const SchoolYear& year) {
    const SchoolYearAudit audit = year.audit();
    py::list half_terms;
    for (const HalfTermCount& half : audit.half_terms)
        half_terms.append(py::make_tuple(to_word(half.term), days_since_epoch(half.first), days_since_epoch(half.last), half.staff_days, half.pupil_days));
    return py::make_tuple(audit.staff_days, audit.pupil_days, audit.inset_days, audit.staff_difference, audit.pupil_difference, half_terms, audit.statements);
}

std::vector<std::int32_t> school_days(const SchoolYear& year) {
    std::vector<std::int32_t> days;
    days.reserve(year.school_days().size());
    for (const Date day : year.school_days()) days.push_back(days_since_epoch(day));
    return days;
}

std::string half_term_title(const SchoolYear& year, int index) {
    if (index < 0 || index >= year.half_term_count())
        throw py::index_error("half term " + std::to_string(index) + " of " + std::to_string(year.half_term_count()));
    return year.half_term_title(index);
}

py::list holiday_tuples(int year) {
    py::list list;
    for (const BankHoliday& holiday : england_wales_bank_holidays(year))
        list.append(py::make_tuple(days_since_epoch(holiday.date), holiday.title, holiday.substitute,
                                   holiday.status == BankHolidayStatus::kPublished ? "published" : "projected"));
    return list;
}

}  // namespace

void bind_school_year(py::module_& module) {
    using Days = std::int32_t;
    bind_document<SchoolYear>(module, "SchoolYear", parse, write)
        .def_property_readonly("warnings", [](const SchoolYear& year) { return issue_tuples(year.warnings()); })
        .def_property_readonly("first", [](const SchoolYear& year) { return days_since_epoch(year.range().first); })
        .def_property_readonly("last", [](const SchoolYear& year) { return days_since_epoch(year.range().last); })
        .def("audit", audit_tuple)
        .def("school_days", school_days)
        .def("kind", [](const SchoolYear& year, Days date) { return to_word(year.kind(from_days(date))); }, py::arg("date"))
        .def("describe", [](const SchoolYear& year, Days date) { return year.describe(from_days(date)); }, py::arg("date"))
        .def(
            "school_days_between", [](const SchoolYear& year, Days first, Days last) { return year.school_days_between(from_days(first), from_days(last)); },
            py::arg("first"), py::arg("last"))
        .def("next_school_day", [](const SchoolYear& year, Days date) { return to_days(year.next_school_day(from_days(date))); }, py::arg("date"))
        .def("previous_school_day", [](const SchoolYear& year, Days date) { return to_days(year.previous_school_day(from_days(date))); }, py::arg("date"))
        .def(
            "school_day_after", [](const SchoolYear& year, Days date, int n) { return to_days(year.school_day_after(from_days(date), n)); }, py::arg("date"),
            py::arg("n"))
        .def("half_term_of", [](const SchoolYear& year, Days date) { return year.half_term_of(from_days(date)); }, py::arg("date"))
        .def("half_term_title", half_term_title, py::arg("index"));
    module.def("bank_holidays", holiday_tuples, py::arg("year"));
}

}  // namespace schoolimp::python

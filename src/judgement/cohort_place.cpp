#include "judgement/cohort_place.hpp"

namespace schoolimp::inline v0 {

namespace {

std::string day_words(const AsOf& as_of) {
    std::string words = "as of " + to_string(as_of.valid) + ", recorded by " + to_string(as_of.known);
    if (as_of.period) words += ", school year " + to_string(*as_of.period);
    return words;
}

bool same_days(const AsOf& a, const AsOf& b) { return a.valid == b.valid && a.known == b.known && a.period == b.period; }

}  // namespace

CohortPlace::CohortPlace(const Cohort* cohort, std::string_view school) {
    if (cohort == nullptr) return;
    parts_ = &cohort->parts();
    row_ = parts_->row_of(school);
}

CohortPlace::Figure CohortPlace::figure(int population) const {
    if (parts_ == nullptr) return {unknown_value(), MissingReason::kNotLoaded, "needs a cohort: the schools it is compared with"};
    if (row_ < 0) return {unknown_value(), MissingReason::kNotLoaded, "needs a cohort with this school in it"};
    const PopulationFigures& figures = parts_->figures[static_cast<std::size_t>(population)];
    const Value value = figures.of(static_cast<std::size_t>(row_));
    if (value.not_applicable()) return {value, MissingReason::kNotApplicable, "the school is not one of those compared"};
    if (value.known()) return {value, std::nullopt, std::to_string(figures.size()) + " of the " + std::to_string(parts_->schools.size()) + " schools in the cohort"};
    if (figures.is_common()) return {value, MissingReason::kUnknown, "no eligible school in the cohort has a value"};
    return {value, MissingReason::kUnknown, "what the school is compared by is unknown, or whether it is eligible"};
}

Status check_cohort(const Framework& framework, const Cohort* cohort, const AsOf& as_of) {
    if (cohort == nullptr) return {};
    if (cohort->framework_hash() != framework.hash() || cohort->framework_id() != framework.id())
        return Status(StatusCode::kFailedPrecondition, "the cohort was made with another framework: '" + cohort->framework_id() + "' " + cohort->framework_hash() + ", not '" +
                                                           framework.id() + "' " + framework.hash() + "; make it again with this one");
    if (!same_days(cohort->as_of(), as_of))
        return Status(StatusCode::kFailedPrecondition,
                      "the cohort is " + day_words(cohort->as_of()) + "; the judgement is " + day_words(as_of) + "; make it again for these dates");
    return {};
}

}  // namespace schoolimp::inline v0

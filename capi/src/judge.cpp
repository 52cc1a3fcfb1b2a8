// Judging one school, cohorts, what people decide.
#include <string>

#include "arguments.hpp"
#include "as_of.hpp"
#include "boundary.hpp"
#include "decision.hpp"
#include "reading.hpp"
#include "schoolimp/judgement/cohort.hpp"
#include "schoolimp/judgement/judgement.hpp"

using namespace schoolimp;
using namespace schoolimp::c;

namespace {

schoolimp_judge_options checked(const schoolimp_judge_options* given) {
    return needed_options("options", given, schoolimp_judge_options SCHOOLIMP_JUDGE_OPTIONS_INIT);
}

AsOf dates_of(const schoolimp_judge_options& from) {
    AsOf dates = as_of("options->valid", from.valid, "options->known", from.known);
    if (const std::string_view period = text("options->period", from.period); !period.empty()) {
        dates.period = parse_academic_year(period);
        if (!dates.period) refuse("options->period", "bad_period", quoted(period) + " is no school year", "write it as 2025/26");
    }
    return dates;
}

JudgeOptions judge_options(const schoolimp_judge_options* given) {
    const schoolimp_judge_options from = checked(given);
    JudgeOptions options;
    options.as_of = dates_of(from);
    if (from.search_limit != 0) options.search_limit = number("options->search_limit", from.search_limit, 1, INT32_MAX);
    options.cohort = optional("options->cohort", from.cohort);
    return options;
}

}  // namespace

void schoolimp_judge_options_init(schoolimp_judge_options* options, size_t struct_size) noexcept { initialise(options, struct_size, schoolimp_judge_options SCHOOLIMP_JUDGE_OPTIONS_INIT); }

schoolimp_status schoolimp_judge(schoolimp_judgement** out, const schoolimp_framework* framework, const schoolimp_evidence* evidence, const char* school,
                                 const schoolimp_trust* trust, const schoolimp_benchmarks* benchmarks, const schoolimp_judge_options* options,
                                 schoolimp_error** error) noexcept {
    return make(out, error, [&] {
        const Framework& model = needed("framework", framework);
        const Evidence& observed = needed("evidence", evidence);
        const std::string_view id = needed_text("school", school);
        const OrEmpty of_trust("trust", trust);
        const OrEmpty national("benchmarks", benchmarks);
        return judge(model, observed, id, *of_trust, *national, judge_options(options));
    });
}

schoolimp_status schoolimp_cohort_make(schoolimp_cohort** out, const schoolimp_framework* framework, const schoolimp_evidence* evidence, const schoolimp_trust* trust,
                                       const schoolimp_benchmarks* benchmarks, const schoolimp_judge_options* options, schoolimp_error** error) noexcept {
    return make(out, error, [&] {
        const Framework& model = needed("framework", framework);
        const Evidence& observed = needed("evidence", evidence);
        const OrEmpty of_trust("trust", trust);
        const OrEmpty national("benchmarks", benchmarks);
        return make_cohort(model, observed, *of_trust, *national, dates_of(checked(options)));
    });
}

size_t schoolimp_cohort_school_count(const schoolimp_cohort* cohort) noexcept { return is_alive(cohort) ? cohort->value.schools().size() : 0; }
const char* schoolimp_cohort_school(const schoolimp_cohort* cohort, size_t index) noexcept {
    return is_alive(cohort) ? text_of(element(&cohort->value.schools(), index)) : nullptr;
}
size_t schoolimp_cohort_function_count(const schoolimp_cohort* cohort) noexcept { return is_alive(cohort) ? cohort->value.functions().size() : 0; }
const char* schoolimp_cohort_function(const schoolimp_cohort* cohort, size_t function) noexcept {
    return is_alive(cohort) ? text_of(element(&cohort->value.functions(), function)) : nullptr;
}
size_t schoolimp_cohort_population(const schoolimp_cohort* cohort, size_t function) noexcept {
    return function < schoolimp_cohort_function_count(cohort) ? cohort->value.population(function) : 0;
}

schoolimp_status schoolimp_cohort_figure(schoolimp_text** out, const schoolimp_cohort* cohort, size_t function, const char* school, schoolimp_error** error) noexcept {
    return make(out, error, [&]() -> Result<std::string> {
        const Cohort& value = needed("cohort", cohort);
        const std::string_view id = needed_text("school", school);
        if (function >= value.functions().size())
            return Status(StatusCode::kOutOfRange, "there is no function " + std::to_string(function) + "; the cohort has " + std::to_string(value.functions().size()));
        const std::optional<Decimal> figure = value.figure(function, id);
        if (!figure) return Status(StatusCode::kNotFound, "school '" + std::string(id) + "' has no figure for " + value.functions()[function]);
        return to_string(*figure);
    });
}

void schoolimp_cohort_free(schoolimp_cohort* cohort) noexcept { end(cohort); }

schoolimp_status schoolimp_decide(schoolimp_judgement** out, const schoolimp_framework* framework, const schoolimp_judgement* judgement,
                                  const schoolimp_decision* decision, schoolimp_error** error) noexcept {
    return make(out, error, [&] {
        const Framework& model = needed("framework", framework);
        const Judgement& judged = needed("judgement", judgement);
        return decide(model, judged, decision_on(judged, decision));
    });
}

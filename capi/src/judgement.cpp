// Reading a judgement: one line for each member.
#include "schoolimp/judgement/judgement.hpp"

#include "boundary.hpp"
#include "documents.hpp"
#include "reading.hpp"
#include "schoolimp/io/judgement_json.hpp"
#include "schoolimp/report/markdown.hpp"

using namespace schoolimp;
using namespace schoolimp::c;

namespace {

const Answer* answer_at(const schoolimp_judgement* judgement, size_t index) noexcept { return element(peek(judgement), &Judgement::answers, index); }
const CriterionResult* criterion_at(const schoolimp_judgement* judgement, size_t index) noexcept { return element(peek(judgement), &Judgement::criteria, index); }
const Comparison* comparison_at(const schoolimp_judgement* judgement, size_t criterion, size_t index) noexcept {
    return element(criterion_at(judgement, criterion), &CriterionResult::comparisons, index);
}
const MeasureResult* measure_at(const schoolimp_judgement* judgement, size_t index) noexcept { return element(peek(judgement), &Judgement::measures, index); }
const ConditionResult* condition_at(const schoolimp_judgement* judgement, size_t index) noexcept { return element(peek(judgement), &Judgement::conditions, index); }
const ConditionResult* kpi_at(const schoolimp_judgement* judgement, size_t index) noexcept { return element(peek(judgement), &Judgement::kpis, index); }
const Reading* reading_at(const schoolimp_judgement* judgement, size_t index) noexcept { return element(peek(judgement), &Judgement::readings, index); }

}  // namespace

schoolimp_status schoolimp_judgement_parse(schoolimp_judgement** out, const char* json, size_t size, const schoolimp_parse_options* options,
                                           schoolimp_issues** warnings, schoolimp_error** error) noexcept {
    return parse_document(out, "json", json, size, options, warnings, error, parse_judgement);
}

schoolimp_status schoolimp_judgement_to_json(schoolimp_text** out, const schoolimp_judgement* judgement, int32_t style, schoolimp_error** error) noexcept {
    return write_document(out, "judgement", judgement, style, error, write_judgement);
}

schoolimp_status schoolimp_judgement_to_markdown(schoolimp_text** out, const schoolimp_judgement* judgement, const schoolimp_framework* framework,
                                                 const schoolimp_trust* trust, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return judgement_markdown(needed("framework", framework), needed("judgement", judgement), *OrEmpty("trust", trust)); });
}

void schoolimp_judgement_free(schoolimp_judgement* judgement) noexcept { end(judgement); }

const char* schoolimp_judgement_school(const schoolimp_judgement* judgement) noexcept { return text_of(peek(judgement), &Judgement::school); }
const char* schoolimp_judgement_framework_id(const schoolimp_judgement* judgement) noexcept { return text_of(peek(judgement), &Judgement::framework_id); }
const char* schoolimp_judgement_framework_edition(const schoolimp_judgement* judgement) noexcept { return text_of(peek(judgement), &Judgement::framework_edition); }
const char* schoolimp_judgement_framework_hash(const schoolimp_judgement* judgement) noexcept { return text_of(peek(judgement), &Judgement::framework_hash); }
int32_t schoolimp_judgement_valid(const schoolimp_judgement* judgement) noexcept {
    return is_alive(judgement) ? days_since_epoch(judgement->value.as_of.valid) : SCHOOLIMP_NO_DATE;
}
int32_t schoolimp_judgement_known_by(const schoolimp_judgement* judgement) noexcept {
    return is_alive(judgement) ? days_since_epoch(judgement->value.as_of.known) : SCHOOLIMP_NO_DATE;
}
int32_t schoolimp_judgement_known_cells(const schoolimp_judgement* judgement) noexcept { return number_of(peek(judgement), &Judgement::known); }
int32_t schoolimp_judgement_missing_cells(const schoolimp_judgement* judgement) noexcept { return number_of(peek(judgement), &Judgement::missing); }

size_t schoolimp_judgement_answer_count(const schoolimp_judgement* judgement) noexcept { return count(peek(judgement), &Judgement::answers); }
size_t schoolimp_judgement_find_answer(const schoolimp_judgement* judgement, const char* id) noexcept {
    return find(peek(judgement), &Judgement::answers, &Answer::judgement, id);
}
const char* schoolimp_judgement_answer_id(const schoolimp_judgement* judgement, size_t answer) noexcept {
    return text_of(answer_at(judgement, answer), &Answer::judgement);
}
const char* schoolimp_judgement_answer_scale(const schoolimp_judgement* judgement, size_t answer) noexcept {
    return text_of(answer_at(judgement, answer), &Answer::scale);
}
const char* schoolimp_judgement_suggested(const schoolimp_judgement* judgement, size_t answer) noexcept {
    const Answer* const found = answer_at(judgement, answer);
    return found != nullptr && found->suggested ? found->suggested->c_str() : nullptr;
}
uint32_t schoolimp_judgement_answer_flags(const schoolimp_judgement* judgement, size_t answer) noexcept {
    const Answer* const found = answer_at(judgement, answer);
    if (found == nullptr) return 0;
    return (found->not_applicable ? SCHOOLIMP_ANSWER_NOT_APPLICABLE : 0U) | (found->only_possible ? SCHOOLIMP_ANSWER_ONLY_POSSIBLE : 0U) |
           (found->possible_is_exact ? 0U : SCHOOLIMP_ANSWER_NOT_EXACT);
}
size_t schoolimp_judgement_possible_count(const schoolimp_judgement* judgement, size_t answer) noexcept { return count(answer_at(judgement, answer), &Answer::possible); }
const char* schoolimp_judgement_possible(const schoolimp_judgement* judgement, size_t answer, size_t index) noexcept {
    return text_of(element(answer_at(judgement, answer), &Answer::possible, index));
}
size_t schoolimp_judgement_reason_count(const schoolimp_judgement* judgement, size_t answer) noexcept { return count(answer_at(judgement, answer), &Answer::reasons); }
const char* schoolimp_judgement_reason(const schoolimp_judgement* judgement, size_t answer, size_t index) noexcept {
    return text_of(element(answer_at(judgement, answer), &Answer::reasons, index));
}
size_t schoolimp_judgement_missing_count(const schoolimp_judgement* judgement, size_t answer) noexcept {
    return count(answer_at(judgement, answer), &Answer::missing_that_matters);
}
size_t schoolimp_judgement_missing(const schoolimp_judgement* judgement, size_t answer, size_t index) noexcept {
    return index_at(answer_at(judgement, answer), &Answer::missing_that_matters, index);
}

size_t schoolimp_judgement_criterion_count(const schoolimp_judgement* judgement) noexcept { return count(peek(judgement), &Judgement::criteria); }
size_t schoolimp_judgement_find_criterion(const schoolimp_judgement* judgement, const char* id) noexcept {
    return find(peek(judgement), &Judgement::criteria, &CriterionResult::id, id);
}
const char* schoolimp_judgement_criterion_id(const schoolimp_judgement* judgement, size_t criterion) noexcept {
    return text_of(criterion_at(judgement, criterion), &CriterionResult::id);
}
int32_t schoolimp_judgement_criterion_result(const schoolimp_judgement* judgement, size_t criterion) noexcept {
    return number_of(criterion_at(judgement, criterion), &CriterionResult::result, SCHOOLIMP_NONE);
}
size_t schoolimp_judgement_comparison_count(const schoolimp_judgement* judgement, size_t criterion) noexcept {
    return count(criterion_at(judgement, criterion), &CriterionResult::comparisons);
}
const char* schoolimp_judgement_comparison_text(const schoolimp_judgement* judgement, size_t criterion, size_t comparison) noexcept {
    return text_of(comparison_at(judgement, criterion, comparison), &Comparison::text);
}
const char* schoolimp_judgement_comparison_left(const schoolimp_judgement* judgement, size_t criterion, size_t comparison) noexcept {
    return text_of(comparison_at(judgement, criterion, comparison), &Comparison::left);
}
const char* schoolimp_judgement_comparison_comparator(const schoolimp_judgement* judgement, size_t criterion, size_t comparison) noexcept {
    return text_of(comparison_at(judgement, criterion, comparison), &Comparison::comparator);
}
const char* schoolimp_judgement_comparison_right(const schoolimp_judgement* judgement, size_t criterion, size_t comparison) noexcept {
    return text_of(comparison_at(judgement, criterion, comparison), &Comparison::right);
}
int32_t schoolimp_judgement_comparison_result(const schoolimp_judgement* judgement, size_t criterion, size_t comparison) noexcept {
    return number_of(comparison_at(judgement, criterion, comparison), &Comparison::result, SCHOOLIMP_NONE);
}
size_t schoolimp_judgement_criterion_reading_count(const schoolimp_judgement* judgement, size_t criterion) noexcept {
    return count(criterion_at(judgement, criterion), &CriterionResult::readings);
}
size_t schoolimp_judgement_criterion_reading(const schoolimp_judgement* judgement, size_t criterion, size_t index) noexcept {
    return index_at(criterion_at(judgement, criterion), &CriterionResult::readings, index);
}
size_t schoolimp_judgement_criterion_waiting_count(const schoolimp_judgement* judgement, size_t criterion) noexcept {
    return count(criterion_at(judgement, criterion), &CriterionResult::waiting_for);
}
size_t schoolimp_judgement_criterion_waiting(const schoolimp_judgement* judgement, size_t criterion, size_t index) noexcept {
    return index_at(criterion_at(judgement, criterion), &CriterionResult::waiting_for, index);
}

size_t schoolimp_judgement_measure_count(const schoolimp_judgement* judgement) noexcept { return count(peek(judgement), &Judgement::measures); }
const char* schoolimp_judgement_measure_id(const schoolimp_judgement* judgement, size_t measure) noexcept {
    return text_of(measure_at(judgement, measure), &MeasureResult::id);
}
int32_t schoolimp_judgement_measure_state(const schoolimp_judgement* judgement, size_t measure) noexcept {
    return number_of(measure_at(judgement, measure), &MeasureResult::state, SCHOOLIMP_NONE);
}
const char* schoolimp_judgement_measure_value(const schoolimp_judgement* judgement, size_t measure) noexcept {
    return text_of(measure_at(judgement, measure), &MeasureResult::value);
}

size_t schoolimp_judgement_condition_count(const schoolimp_judgement* judgement) noexcept { return count(peek(judgement), &Judgement::conditions); }
const char* schoolimp_judgement_condition_owner(const schoolimp_judgement* judgement, size_t condition) noexcept {
    return text_of(condition_at(judgement, condition), &ConditionResult::owner);
}
int32_t schoolimp_judgement_condition_result(const schoolimp_judgement* judgement, size_t condition) noexcept {
    return number_of(condition_at(judgement, condition), &ConditionResult::result, SCHOOLIMP_NONE);
}
size_t schoolimp_judgement_kpi_count(const schoolimp_judgement* judgement) noexcept { return count(peek(judgement), &Judgement::kpis); }
const char* schoolimp_judgement_kpi_id(const schoolimp_judgement* judgement, size_t kpi) noexcept { return text_of(kpi_at(judgement, kpi), &ConditionResult::owner); }
int32_t schoolimp_judgement_kpi_result(const schoolimp_judgement* judgement, size_t kpi) noexcept {
    return number_of(kpi_at(judgement, kpi), &ConditionResult::result, SCHOOLIMP_NONE);
}

size_t schoolimp_judgement_reading_count(const schoolimp_judgement* judgement) noexcept { return count(peek(judgement), &Judgement::readings); }
const char* schoolimp_judgement_reading_indicator(const schoolimp_judgement* judgement, size_t reading) noexcept {
    return text_of(reading_at(judgement, reading), &Reading::indicator);
}
uint32_t schoolimp_judgement_reading_flags(const schoolimp_judgement* judgement, size_t reading) noexcept {
    const Reading* const found = reading_at(judgement, reading);
    if (found == nullptr) return 0;
    return (found->national ? SCHOOLIMP_READING_NATIONAL : 0U) | (found->population ? SCHOOLIMP_READING_POPULATION : 0U);
}
const char* schoolimp_judgement_reading_group(const schoolimp_judgement* judgement, size_t reading) noexcept {
    return text_of(reading_at(judgement, reading), &Reading::group);
}
int32_t schoolimp_judgement_reading_shift(const schoolimp_judgement* judgement, size_t reading) noexcept {
    return number_of(reading_at(judgement, reading), &Reading::shift);
}
const char* schoolimp_judgement_reading_period(const schoolimp_judgement* judgement, size_t reading) noexcept {
    return text_of(reading_at(judgement, reading), &Reading::period);
}
const char* schoolimp_judgement_reading_value(const schoolimp_judgement* judgement, size_t reading) noexcept {
    return text_of(reading_at(judgement, reading), &Reading::value);
}
const char* schoolimp_judgement_reading_missing(const schoolimp_judgement* judgement, size_t reading) noexcept {
    const Reading* const found = reading_at(judgement, reading);
    return found != nullptr && found->missing ? to_word(*found->missing).data() : nullptr;
}
int32_t schoolimp_judgement_reading_observed_on(const schoolimp_judgement* judgement, size_t reading) noexcept {
    const Reading* const found = reading_at(judgement, reading);
    return found == nullptr || !found->observed_on ? SCHOOLIMP_NO_DATE : days_since_epoch(*found->observed_on);
}
const char* schoolimp_judgement_reading_source(const schoolimp_judgement* judgement, size_t reading) noexcept {
    return text_of(reading_at(judgement, reading), &Reading::source);
}

// Evidence: documents, tables in text, observations one at a time.
#include <string>

#include "arguments.hpp"
#include "boundary.hpp"
#include "documents.hpp"
#include "reading.hpp"
#include "schoolimp/io/evidence_json.hpp"
#include "schoolimp/io/evidence_table.hpp"
#include "schoolimp/judgement/judgement.hpp"
#include "values.hpp"

using namespace schoolimp;
using namespace schoolimp::c;

namespace {

std::optional<Period> period(const char* given) {
    const std::string_view written = text("observation->period", given);
    if (written.empty()) return std::nullopt;
    const std::optional<Period> period = parse_period(written);
    if (!period) refuse("observation->period", "bad_period", quoted(written) + " is no period", "write 2025/26, or 2025/26 autumn");
    return period;
}

std::optional<std::pair<Decimal, Decimal>> interval(const schoolimp_observation& given) {
    const std::optional<Decimal> lower = decimal("observation->lower", given.lower), upper = decimal("observation->upper", given.upper);
    if (!lower && !upper) return std::nullopt;
    if (!lower || !upper) refuse(lower ? "observation->upper" : "observation->lower", "null_argument", "it is NULL, and the other limit is not", "give both or none");
    if (*upper < *lower) refuse("observation->upper", "out_of_range", quoted(given.upper) + " is below the lower limit", "give the lower limit first");
    return std::pair(*lower, *upper);
}

Observation observation_of(const schoolimp_observation* given) {
    const schoolimp_observation from = needed_options("observation", given, schoolimp_observation SCHOOLIMP_OBSERVATION_INIT);
    Observation observation;
    observation.school = needed_text("observation->school", from.school);
    observation.indicator = needed_text("observation->indicator", from.indicator);
    observation.period = period(from.period);
    observation.group = text("observation->group", from.group);
    observation.value = observed_value("observation->", from.kind, from.value, from.number);
    observation.observed_on = optional_date("observation->observed_on", from.observed_on);
    observation.recorded_at = optional_date("observation->recorded_at", from.recorded_at);
    observation.source = text("observation->source", from.source);
    observation.note = text("observation->note", from.note);
    if (from.cohort != SCHOOLIMP_NONE) observation.cohort = number("observation->cohort", from.cohort, 0, INT32_MAX);
    observation.interval = interval(from);
    return observation;
}

}  // namespace

schoolimp_status schoolimp_evidence_parse(schoolimp_evidence** out, const char* json, size_t size, const schoolimp_parse_options* options,
                                          schoolimp_issues** warnings, schoolimp_error** error) noexcept {
    return parse_document(out, "json", json, size, options, warnings, error, parse_evidence);
}

schoolimp_status schoolimp_evidence_parse_csv(schoolimp_evidence** out, const char* csv, size_t size, const schoolimp_parse_options* options,
                                              schoolimp_issues** warnings, schoolimp_error** error) noexcept {
    return parse_document(out, "csv", csv, size, options, warnings, error, parse_evidence_csv);
}

schoolimp_status schoolimp_evidence_from_table(schoolimp_evidence** out, const schoolimp_table* table, const schoolimp_parse_options* options,
                                               schoolimp_issues** warnings, schoolimp_error** error) noexcept {
    return make_with_warnings(out, warnings, error,
                              [&](std::vector<Issue>* found) { return read_evidence_table(needed("table", table), parse_limits(options), found); });
}

schoolimp_status schoolimp_evidence_to_json(schoolimp_text** out, const schoolimp_evidence* evidence, int32_t style, schoolimp_error** error) noexcept {
    return write_document(out, "evidence", evidence, style, error, write_evidence);
}

schoolimp_status schoolimp_evidence_to_csv(schoolimp_text** out, const schoolimp_evidence* evidence, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return write_evidence_csv(needed("evidence", evidence)); });
}

schoolimp_status schoolimp_evidence_to_table(schoolimp_table** out, const schoolimp_evidence* evidence, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return write_evidence_table(needed("evidence", evidence)); });
}

void schoolimp_evidence_free(schoolimp_evidence* evidence) noexcept { end(evidence); }

size_t schoolimp_evidence_size(const schoolimp_evidence* evidence) noexcept { return is_alive(evidence) ? evidence->value.size() : 0; }

schoolimp_status schoolimp_evidence_schools(schoolimp_strings** out, const schoolimp_evidence* evidence, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return needed("evidence", evidence).schools(); });
}

schoolimp_status schoolimp_evidence_merged(schoolimp_evidence** out, const schoolimp_evidence* evidence, const schoolimp_evidence* other,
                                           schoolimp_error** error) noexcept {
    return make(out, error, [&] { return needed("evidence", evidence).merged(needed("other", other)); });
}

schoolimp_status schoolimp_evidence_with_predecessor(schoolimp_evidence** out, const schoolimp_evidence* evidence, const char* successor, const char* predecessor,
                                                     schoolimp_error** error) noexcept {
    return make(out, error, [&] {
        return needed("evidence", evidence).with_predecessor(needed_text("successor", successor), needed_text("predecessor", predecessor));
    });
}

schoolimp_status schoolimp_evidence_check(schoolimp_issues** out, const schoolimp_evidence* evidence, const schoolimp_framework* framework,
                                          schoolimp_error** error) noexcept {
    return make(out, error, [&] { return check_evidence(needed("framework", framework), needed("evidence", evidence)); });
}

void schoolimp_observation_init(schoolimp_observation* observation, size_t struct_size) noexcept { initialise(observation, struct_size, schoolimp_observation SCHOOLIMP_OBSERVATION_INIT); }

schoolimp_status schoolimp_evidence_builder_new(schoolimp_evidence_builder** out, schoolimp_error** error) noexcept {
    return make(out, error, [] { return std::vector<Observation>(); });
}

schoolimp_status schoolimp_evidence_builder_add(schoolimp_evidence_builder* builder, const schoolimp_observation* observation, schoolimp_error** error) noexcept {
    return change("builder", builder, error, [&](std::vector<Observation>& observations) { observations.push_back(observation_of(observation)); });
}

schoolimp_status schoolimp_evidence_builder_build(schoolimp_evidence** out, const schoolimp_evidence_builder* builder, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return Evidence::from(needed("builder", builder)); });
}

void schoolimp_evidence_builder_free(schoolimp_evidence_builder* builder) noexcept { end(builder); }

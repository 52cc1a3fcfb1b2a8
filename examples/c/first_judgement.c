/* Judges a school with one observation: what is suggested, what is possible, why, and which missing evidence matters. */
#include <stdio.h>

#include "schoolimp_c.h"

/* Prints every issue of a failed call. */
static int failed(schoolimp_error* error) {
    const schoolimp_issues* issues = schoolimp_error_issues(error);
    size_t i;
    fprintf(stderr, "%s\n", schoolimp_error_message(error));
    for (i = 0; i < schoolimp_issues_count(issues); ++i)
        fprintf(stderr, "  %s: %s (%s)\n", schoolimp_issues_pointer(issues, i), schoolimp_issues_message(issues, i), schoolimp_issues_hint(issues, i));
    schoolimp_error_free(error);
    return 1;
}

/* A cell of evidence: "ks2.rwm_expected 2024/25", "national ks2.rwm_expected 2024/25". */
static void print_cell(const schoolimp_judgement* judgement, size_t reading) {
    const char* national = (schoolimp_judgement_reading_flags(judgement, reading) & SCHOOLIMP_READING_NATIONAL) != 0 ? "national " : "";
    printf("  missing: %s%s %s\n", national, schoolimp_judgement_reading_indicator(judgement, reading), schoolimp_judgement_reading_period(judgement, reading));
}

static void print_answer(const schoolimp_judgement* judgement, size_t answer) {
    const char* suggested = schoolimp_judgement_suggested(judgement, answer);
    size_t i;
    printf("%s: %s\n", schoolimp_judgement_answer_id(judgement, answer), suggested != NULL ? suggested : "not settled");
    for (i = 0; i < schoolimp_judgement_possible_count(judgement, answer); ++i)
        printf("  possible: %s\n", schoolimp_judgement_possible(judgement, answer, i));
    for (i = 0; i < schoolimp_judgement_reason_count(judgement, answer); ++i) printf("  because: %s\n", schoolimp_judgement_reason(judgement, answer, i));
    for (i = 0; i < schoolimp_judgement_missing_count(judgement, answer); ++i)
        print_cell(judgement, schoolimp_judgement_missing(judgement, answer, i));
}

int main(void) {
    schoolimp_framework* framework = NULL;
    schoolimp_evidence_builder* builder = NULL;
    schoolimp_evidence* evidence = NULL;
    schoolimp_judgement* judgement = NULL;
    schoolimp_error* error = NULL;
    schoolimp_observation observation = SCHOOLIMP_OBSERVATION_INIT;
    schoolimp_judge_options options = SCHOOLIMP_JUDGE_OPTIONS_INIT;
    size_t i;

    if (schoolimp_framework_builtin(&framework, "pvat", NULL, &error) != SCHOOLIMP_OK) return failed(error);

    if (schoolimp_evidence_builder_new(&builder, &error) != SCHOOLIMP_OK) return failed(error);
    observation.school = "100001";
    observation.indicator = "ks2.rwm_expected";
    observation.period = "2025/26";
    observation.kind = SCHOOLIMP_VALUE_NUMBER;
    observation.value = "48";
    if (schoolimp_evidence_builder_add(builder, &observation, &error) != SCHOOLIMP_OK) return failed(error);
    if (schoolimp_evidence_builder_build(&evidence, builder, &error) != SCHOOLIMP_OK) return failed(error);

    options.valid = 20697; /* 1 September 2026, in days since 1970-01-01 */
    if (schoolimp_judge(&judgement, framework, evidence, "100001", NULL, NULL, &options, &error) != SCHOOLIMP_OK) return failed(error);
    for (i = 0; i < schoolimp_judgement_answer_count(judgement); ++i) print_answer(judgement, i);

    schoolimp_judgement_free(judgement);
    schoolimp_evidence_free(evidence);
    schoolimp_evidence_builder_free(builder);
    schoolimp_framework_free(framework);
    return 0;
}

/* The trust's documents, and evidence from a table and from the program's own records. */
#include "client.h"

#include <stdlib.h>

static void read_trust(job* state) {
    schoolimp_error* error = NULL;
    schoolimp_issues* warnings = NULL;
    size_t size, i;
    char* text = read_file(state->folder, "trust.json", &size);
    need(schoolimp_trust_parse(&state->trust, text, size, NULL, &warnings, &error), &error);
    free(text);
    for (i = 0; i < schoolimp_trust_school_count(state->trust); ++i)
        printf("school %s: %s\n", schoolimp_trust_school_id(state->trust, i), schoolimp_trust_school_name(state->trust, i));
    print_issues(stdout, warnings);
    schoolimp_issues_free(warnings);
}

static void read_school_year(job* state) {
    schoolimp_error* error = NULL;
    schoolimp_text* title = NULL;
    size_t size, count = 0;
    char date[16];
    char* text = read_file(state->folder, "school-year.json", &size);
    need(schoolimp_school_year_parse(&state->year, text, size, NULL, 0, NULL, NULL, &error), &error);
    free(text);
    need(schoolimp_school_year_school_days(state->year, NULL, 0, &count, &error), &error);
    need(schoolimp_school_year_half_term_title(&title, state->year, 1, &error), &error);
    printf("school year %s: %d school days, the first %s; then %s\n", schoolimp_school_year_id(state->year), (int)count,
           iso_date(schoolimp_school_year_next_day(state->year, state->today), date), schoolimp_text_data(title));
    schoolimp_text_free(title);
    need(schoolimp_school_year_describe(&title, state->year, day_number(2026, 12, 28), &error), &error);
    printf("2026-12-28: %s\n", schoolimp_text_data(title));
    schoolimp_text_free(title);
}

/* excerpt: observations */
/* What the program itself holds: a level, a missing value with its reason, an exact decimal number and a binary one. */
static schoolimp_evidence* own_observations(void) {
    schoolimp_error* error = NULL;
    schoolimp_evidence_builder* builder = NULL;
    schoolimp_evidence* evidence = NULL;
    schoolimp_observation observation = SCHOOLIMP_OBSERVATION_INIT;

    need(schoolimp_evidence_builder_new(&builder, &error), &error);
    observation.school = "900001";
    observation.indicator = "review.leadership";
    observation.kind = SCHOOLIMP_VALUE_WORD;
    observation.value = "some_concern";
    observation.observed_on = day_number(2026, 6, 24);
    observation.source = "trust review";
    observation.note = "Seen by Zo\xC3\xAB Okonjo \xE2\x80\x93 invented";
    need(schoolimp_evidence_builder_add(builder, &observation, &error), &error);

    observation.indicator = "review.finance";
    observation.kind = SCHOOLIMP_VALUE_MISSING;
    observation.value = "not_collected";
    observation.note = NULL;
    need(schoolimp_evidence_builder_add(builder, &observation, &error), &error);

    observation.indicator = "absence.persistent";
    observation.kind = SCHOOLIMP_VALUE_NUMBER;
    observation.value = "17.25";
    observation.period = "2024/25";
    observation.observed_on = SCHOOLIMP_NO_DATE;
    observation.source = "school returns";
    observation.cohort = 201;
    need(schoolimp_evidence_builder_add(builder, &observation, &error), &error);

    observation.school = "900003";
    observation.indicator = "absence.overall";
    observation.kind = SCHOOLIMP_VALUE_DOUBLE;
    observation.number = 6.5;
    observation.value = NULL;
    need(schoolimp_evidence_builder_add(builder, &observation, &error), &error);

    need(schoolimp_evidence_builder_build(&evidence, builder, &error), &error);
    schoolimp_evidence_builder_free(builder);
    return evidence;
}
/* end of excerpt */

static void read_evidence(job* state) {
    schoolimp_error* error = NULL;
    schoolimp_evidence* table = NULL;
    schoolimp_evidence* own = own_observations();
    schoolimp_strings* schools = NULL;
    schoolimp_issues* issues = NULL;
    schoolimp_text* csv = NULL;
    size_t size, i;
    char* text = read_file(state->folder, "evidence.csv", &size);
    need(schoolimp_evidence_parse_csv(&table, text, size, NULL, NULL, &error), &error);
    free(text);
    need(schoolimp_evidence_to_csv(&csv, own, &error), &error);
    printf("%s", schoolimp_text_data(csv));
    schoolimp_text_free(csv);
    need(schoolimp_evidence_merged(&state->evidence, table, own, &error), &error);
    schoolimp_evidence_free(own);
    schoolimp_evidence_free(table);
    need(schoolimp_evidence_schools(&schools, state->evidence, &error), &error);
    printf("observations: %d, of schools", (int)schoolimp_evidence_size(state->evidence));
    for (i = 0; i < schoolimp_strings_count(schools); ++i) printf(" %s", schoolimp_strings_at(schools, i));
    printf("\n");
    schoolimp_strings_free(schools);
    need(schoolimp_evidence_check(&issues, state->evidence, state->framework, &error), &error);
    printf("issues under the framework: %d\n", (int)schoolimp_issues_count(issues));
    schoolimp_issues_free(issues);
}

void read_documents(job* state) {
    schoolimp_error* error = NULL;
    printf("== documents\n");
    need(schoolimp_benchmarks_builtin(&state->benchmarks, &error), &error);
    read_trust(state);
    read_school_year(state);
    read_evidence(state);
}

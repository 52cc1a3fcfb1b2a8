/* One school judged, its reasons read, and a level decided. */
#include "client.h"

#include <string.h>

/* excerpt: reasons */
static void print_answer(const schoolimp_judgement* judgement, size_t answer) {
    const char* suggested = schoolimp_judgement_suggested(judgement, answer);
    size_t i;
    printf("%s: suggested %s, possible", schoolimp_judgement_answer_id(judgement, answer), suggested != NULL ? suggested : "nothing");
    for (i = 0; i < schoolimp_judgement_possible_count(judgement, answer); ++i) printf(" %s", schoolimp_judgement_possible(judgement, answer, i));
    printf("%s\n", (schoolimp_judgement_answer_flags(judgement, answer) & SCHOOLIMP_ANSWER_NOT_EXACT) != 0 ? " (not exact)" : "");
    for (i = 0; i < schoolimp_judgement_reason_count(judgement, answer); ++i) printf("  %s\n", schoolimp_judgement_reason(judgement, answer, i));
}
/* end of excerpt */

static void print_reading(const schoolimp_judgement* judgement, size_t reading) {
    const char* missing = schoolimp_judgement_reading_missing(judgement, reading);
    const char* group = schoolimp_judgement_reading_group(judgement, reading);
    const char* period = schoolimp_judgement_reading_period(judgement, reading);
    printf("  %s%s", (schoolimp_judgement_reading_flags(judgement, reading) & SCHOOLIMP_READING_NATIONAL) != 0 ? "national " : "",
           schoolimp_judgement_reading_indicator(judgement, reading));
    if (group[0] != '\0') printf(" [%s]", group);
    if (period[0] != '\0') printf(" %s", period);
    printf(": %s\n", missing != NULL ? missing : schoolimp_judgement_reading_value(judgement, reading));
}

static void print_missing(const schoolimp_judgement* judgement, size_t answer) {
    size_t i;
    printf("missing cells that matter:\n");
    for (i = 0; i < schoolimp_judgement_missing_count(judgement, answer); ++i) print_reading(judgement, schoolimp_judgement_missing(judgement, answer, i));
}

static void print_comparisons(const schoolimp_judgement* judgement, size_t criterion) {
    size_t i;
    for (i = 0; i < schoolimp_judgement_comparison_count(judgement, criterion); ++i)
        printf("    %s: %s %s %s, %s\n", schoolimp_judgement_comparison_text(judgement, criterion, i),
               schoolimp_judgement_comparison_left(judgement, criterion, i), schoolimp_judgement_comparison_comparator(judgement, criterion, i),
               schoolimp_judgement_comparison_right(judgement, criterion, i), truth_word(schoolimp_judgement_comparison_result(judgement, criterion, i)));
}

static void print_criteria(const schoolimp_judgement* judgement) {
    size_t i;
    printf("criteria:\n");
    for (i = 0; i < schoolimp_judgement_criterion_count(judgement); ++i) {
        const int32_t result = schoolimp_judgement_criterion_result(judgement, i);
        printf("  %s: %s, %d cells read, %d waited for\n", schoolimp_judgement_criterion_id(judgement, i), truth_word(result),
               (int)schoolimp_judgement_criterion_reading_count(judgement, i), (int)schoolimp_judgement_criterion_waiting_count(judgement, i));
        if (result == SCHOOLIMP_TRUTH_TRUE) print_comparisons(judgement, i);
    }
}

static void print_measures(const schoolimp_judgement* judgement) {
    size_t i;
    printf("measures with a value:\n");
    for (i = 0; i < schoolimp_judgement_measure_count(judgement); ++i)
        if (schoolimp_judgement_measure_state(judgement, i) == SCHOOLIMP_TRUTH_TRUE)
            printf("  %s: %s\n", schoolimp_judgement_measure_id(judgement, i), schoolimp_judgement_measure_value(judgement, i));
}

/* A judgement is kept as JSON and read back later: nothing of it is lost. */
static void print_round_trip(const schoolimp_judgement* judgement) {
    schoolimp_error* error = NULL;
    schoolimp_text* before = NULL;
    schoolimp_text* after = NULL;
    schoolimp_judgement* copy = NULL;
    need(schoolimp_judgement_to_json(&before, judgement, SCHOOLIMP_JSON_PRETTY, &error), &error);
    need(schoolimp_judgement_parse(&copy, schoolimp_text_data(before), schoolimp_text_size(before), NULL, NULL, &error), &error);
    need(schoolimp_judgement_to_json(&after, copy, SCHOOLIMP_JSON_PRETTY, &error), &error);
    printf("reads back as it was written: %s\n", strcmp(schoolimp_text_data(before), schoolimp_text_data(after)) == 0 ? "yes" : "no");
    schoolimp_text_free(after);
    schoolimp_text_free(before);
    schoolimp_judgement_free(copy);
}

void judge_school(job* state) {
    schoolimp_error* error = NULL;
    schoolimp_judgement* judgement = NULL;
    schoolimp_judge_options options = SCHOOLIMP_JUDGE_OPTIONS_INIT;
    size_t answer;
    options.valid = state->today;
    need(schoolimp_judge(&judgement, state->framework, state->evidence, "900001", state->trust, state->benchmarks, &options, &error), &error);
    state->judgement = judgement;
    printf("== judgement of %s\n", schoolimp_judgement_school(judgement));
    for (answer = 0; answer < schoolimp_judgement_answer_count(judgement); ++answer) print_answer(judgement, answer);
    printf("own cells: %d known, %d missing\n", (int)schoolimp_judgement_known_cells(judgement), (int)schoolimp_judgement_missing_cells(judgement));
    print_missing(judgement, schoolimp_judgement_find_answer(judgement, "tier_of_support"));
    print_criteria(judgement);
    print_measures(judgement);
    print_round_trip(judgement);
}

static void print_decisions(const schoolimp_judgement* judgement) {
    schoolimp_error* error = NULL;
    size_t i;
    char date[16];
    for (i = 0; i < schoolimp_judgement_decision_count(judgement); ++i) {
        schoolimp_decision decision = SCHOOLIMP_DECISION_INIT;
        need(schoolimp_judgement_decision(&decision, judgement, i, &error), &error);
        printf("%s decided %s by %s (%s), suggested %s: %s\n", iso_date(decision.decided_on, date), decision.level, decision.by, decision.person,
               decision.suggested, decision.reason);
    }
}

static void print_first_line(const char* text) {
    printf("%.*s\n", (int)strcspn(text, "\n"), text);
}

void decide_level(job* state) {
    schoolimp_error* error = NULL;
    schoolimp_judgement* decided = NULL;
    schoolimp_text* level = NULL;
    schoolimp_text* page = NULL;
    schoolimp_decision decision = SCHOOLIMP_DECISION_INIT;
    decision.judgement = "tier_of_support";
    decision.level = "tier_2";
    decision.by = "ceo";
    decision.person = "Zo\xC3\xAB Okonjo (invented)";
    decision.reason = "Three years below national \xE2\x80\x93 \xC2\xA3""12,000 set aside (invented).";
    decision.decided_on = state->today;
    need(schoolimp_decide(&decided, state->framework, state->judgement, &decision, &error), &error);
    schoolimp_judgement_free(state->judgement);
    state->judgement = decided;
    printf("== decision\n");
    print_decisions(decided);
    need(schoolimp_judgement_level_in_force(&level, decided, "tier_of_support", &error), &error);
    printf("in force: %s\n", schoolimp_text_data(level));
    schoolimp_text_free(level);
    need(schoolimp_judgement_to_markdown(&page, decided, state->framework, state->trust, &error), &error);
    print_first_line(schoolimp_text_data(page));
    schoolimp_text_free(page);
}

/* A program of the first version: it is compiled against the header frozen beside it and must run, unchanged, with every library of the same binary interface.
 * It prints what no later version may change: that calls succeed or fail as documented, not the texts of frameworks. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schoolimp_c.h"

static const char framework_text[] =
    "{\"schema\": \"schoolimp/framework/1\", \"id\": \"frozen\", \"edition\": \"2026.1\", \"title\": \"Frozen\", \"source\": {\"title\": \"Frozen\", \"fact_prefix\": \"F\", \"facts\":"
    " 1}, \"scales\": [{\"id\": \"tier\", \"title\": \"Tier\", \"order\": \"best_first\", \"refs\": [\"F-001\"], \"basis\": \"stated\", \"levels\": [{\"id\": \"one\", \"title\": \"One\", "
    "\"refs\": [\"F-001\"], \"basis\": \"stated\"}, {\"id\": \"two\", \"title\": \"Two\", \"refs\": [\"F-001\"], \"basis\": \"stated\"}]}], \"indicators\": [{\"id\": \"a.rate\", "
    "\"title\": \"Rate\", \"type\": \"number\", \"unit\": \"percent\", \"precision\": 1, \"minimum\": 0, \"maximum\": 100, \"period\": \"school_year\", \"source\": \"published\", "
    "\"refs\": [\"F-001\"], \"basis\": \"stated\"}], \"criteria\": [{\"id\": \"high\", \"title\": \"High rate\", \"test\": \"a.rate >= 60\", \"desired\": true, \"refs\": [\"F-001\"], "
    "\"basis\": \"stated\"}], \"measures\": [{\"id\": \"tier_of\", \"title\": \"Tier of\", \"kind\": \"decision_table\", \"scale\": \"tier\", \"hit_policy\": \"FIRST\", \"rules\": "
    "[{\"id\": \"r\", \"title\": \"R\", \"when\": \"high\", \"then\": \"tier.one\", \"refs\": [\"F-001\"], \"basis\": \"stated\"}], \"otherwise\": \"tier.two\", \"refs\": [\"F-001\"], "
    "\"basis\": \"stated\"}], \"judgements\": [{\"id\": \"tier_now\", \"title\": \"Tier\", \"scale\": \"tier\", \"measure\": \"tier_of\", \"decision\": {\"by\": [\"head\"], \"refs\": "
    "[\"F-001\"], \"basis\": \"stated\"}, \"refs\": [\"F-001\"], \"basis\": \"stated\"}], \"offers\": [{\"id\": \"help\", \"title\": \"Help\", \"levels\": [\"tier.two\"], \"refs\": "
    "[\"F-001\"], \"basis\": \"stated\", \"actions\": [{\"id\": \"visit\", \"title\": \"Visit\", \"kind\": \"training\", \"actor\": [\"head\"], \"refs\": [\"F-001\"], \"basis\": "
    "\"stated\"}]}], \"activities\": [{\"id\": \"review\", \"title\": \"Review\", \"kind\": \"review\", \"scope\": \"school\", \"cadence\": {\"every\": \"term\"}, \"participants\": "
    "[{\"who\": \"head\", \"part\": \"leads\", \"refs\": [\"F-001\"], \"basis\": \"stated\"}], \"refs\": [\"F-001\"], \"basis\": \"stated\"}], \"roles\": [{\"id\": \"head\", \"title\": "
    "\"Head\", \"level\": \"trust\", \"refs\": [\"F-001\"], \"basis\": \"stated\"}]}";

static const char year_text[] =
    "{\"schema\": \"schoolimp/school_year/1\", \"id\": \"y\", \"title\": \"Year\", \"academic_year\": \"2026/27\", \"half_terms\": ["
    "{\"term\": \"autumn\", \"first\": \"2026-09-01\", \"last\": \"2026-10-23\"}, {\"term\": \"autumn\", \"first\": \"2026-11-02\", \"last\": \"2026-12-18\"},"
    "{\"term\": \"spring\", \"first\": \"2027-01-04\", \"last\": \"2027-02-12\"}, {\"term\": \"spring\", \"first\": \"2027-02-22\", \"last\": \"2027-03-25\"},"
    "{\"term\": \"summer\", \"first\": \"2027-04-12\", \"last\": \"2027-05-28\"}, {\"term\": \"summer\", \"first\": \"2027-06-07\", \"last\": \"2027-07-21\"}]}";

static const char trust_text[] =
    "{\"schema\": \"schoolimp/trust/1\", \"id\": \"t\", \"name\": \"Northmoor (invented)\", \"schools\": [{\"id\": \"900001\", \"name\": \"A\", \"school_year\": \"y\"}]}";

static void need(const char* what, schoolimp_status status, schoolimp_error** error) {
    printf("%s: %s\n", what, schoolimp_status_name(status));
    if (status == SCHOOLIMP_OK) return;
    printf("%s\n", schoolimp_error_message(*error));
    exit(1);
}

static schoolimp_evidence* observe(void) {
    schoolimp_error* error = NULL;
    schoolimp_evidence_builder* builder = NULL;
    schoolimp_evidence* evidence = NULL;
    schoolimp_observation observation = SCHOOLIMP_OBSERVATION_INIT;
    need("builder", schoolimp_evidence_builder_new(&builder, &error), &error);
    observation.school = "900001";
    observation.indicator = "a.rate";
    observation.period = "2025/26";
    observation.kind = SCHOOLIMP_VALUE_NUMBER;
    observation.value = "48.5";
    need("observation", schoolimp_evidence_builder_add(builder, &observation, &error), &error);
    need("evidence", schoolimp_evidence_builder_build(&evidence, builder, &error), &error);
    schoolimp_evidence_builder_free(builder);
    return evidence;
}

static void judge_table(const schoolimp_framework* framework) {
    static const double rates[] = {59.9, 60.0, 100.5};
    schoolimp_error* error = NULL;
    schoolimp_table_builder* builder = NULL;
    schoolimp_table* table = NULL;
    schoolimp_table_request* request = NULL;
    schoolimp_table_judgement* judged = NULL;
    size_t row;
    need("table builder", schoolimp_table_builder_new(&builder, 3, &error), &error);
    need("numbers", schoolimp_table_builder_add_numbers(builder, "a.rate", SCHOOLIMP_NUMBER_FLOAT64, rates, NULL, &error), &error);
    need("table", schoolimp_table_builder_build(&table, builder, &error), &error);
    need("request", schoolimp_table_request_new(&request, 20697, SCHOOLIMP_NO_DATE, &error), &error);
    need("judge table", schoolimp_judge_table(&judged, framework, table, request, &error), &error);
    for (row = 0; row < 3; ++row)
        printf("row %d: level %d, failed %d\n", (int)row, schoolimp_table_judgement_suggested(judged, 0)[row],
               (schoolimp_table_judgement_states(judged, 0)[row] & SCHOOLIMP_ROW_FAILED) != 0);
    schoolimp_table_judgement_free(judged);
    schoolimp_table_request_free(request);
    schoolimp_table_free(table);
    schoolimp_table_builder_free(builder);
}

static void provoke(void) {
    schoolimp_error* error = NULL;
    schoolimp_framework* framework = NULL;
    schoolimp_status status = schoolimp_framework_parse(&framework, "{}", SCHOOLIMP_NUL_TERMINATED, NULL, &error);
    printf("bad document: %s, %s\n", schoolimp_status_name(status), schoolimp_issues_count(schoolimp_error_issues(error)) > 0 ? "with issues" : "without issues");
    schoolimp_error_free(error);
    status = schoolimp_framework_builtin(&framework, "no such framework", NULL, &error);
    printf("no such framework: %s, %s\n", schoolimp_status_name(status), framework == NULL ? "no handle" : "a handle");
    schoolimp_error_free(error);
    status = schoolimp_framework_builtin(NULL, "pvat", NULL, NULL);
    printf("nowhere to put it: %s\n", schoolimp_status_name(status));
}

int main(void) {
    schoolimp_error* error = NULL;
    schoolimp_framework* framework = NULL;
    schoolimp_trust* trust = NULL;
    schoolimp_school_year* year = NULL;
    schoolimp_evidence* evidence;
    schoolimp_judgement* judgement = NULL;
    schoolimp_judgement* decided = NULL;
    schoolimp_text* level = NULL;
    schoolimp_plan* plan = NULL;
    schoolimp_calendar_request* request = NULL;
    schoolimp_calendar* calendar = NULL;
    schoolimp_text* ics = NULL;
    schoolimp_judge_options judging = SCHOOLIMP_JUDGE_OPTIONS_INIT;
    schoolimp_decision decision = SCHOOLIMP_DECISION_INIT;
    schoolimp_plan_options planning = SCHOOLIMP_PLAN_OPTIONS_INIT;

    printf("binary interface %d\n", (int)schoolimp_abi_version());
    need("framework", schoolimp_framework_parse(&framework, framework_text, strlen(framework_text), NULL, &error), &error);
    need("trust", schoolimp_trust_parse(&trust, trust_text, SCHOOLIMP_NUL_TERMINATED, NULL, NULL, &error), &error);
    need("school year", schoolimp_school_year_parse(&year, year_text, SCHOOLIMP_NUL_TERMINATED, NULL, 0, NULL, NULL, &error), &error);
    evidence = observe();

    judging.valid = 20697;
    need("judge", schoolimp_judge(&judgement, framework, evidence, "900001", trust, NULL, &judging, &error), &error);
    printf("suggested %s, %d possible, criterion %d\n", schoolimp_judgement_suggested(judgement, 0), (int)schoolimp_judgement_possible_count(judgement, 0),
           (int)schoolimp_judgement_criterion_result(judgement, 0));
    printf("%s %s %s\n", schoolimp_judgement_comparison_left(judgement, 0, 0), schoolimp_judgement_comparison_comparator(judgement, 0, 0),
           schoolimp_judgement_comparison_right(judgement, 0, 0));

    decision.judgement = "tier_now";
    decision.level = "two";
    decision.by = "head";
    decision.decided_on = 20700;
    need("decide", schoolimp_decide(&decided, framework, judgement, &decision, &error), &error);
    need("level in force", schoolimp_judgement_level_in_force(&level, decided, "tier_now", &error), &error);
    printf("%s\n", schoolimp_text_data(level));

    planning.made_on = 20701;
    need("plan", schoolimp_plan_make(&plan, framework, decided, year, trust, &planning, &error), &error);
    printf("%d objective, %s\n", (int)schoolimp_plan_item_count(plan, SCHOOLIMP_ITEM_OBJECTIVE), schoolimp_plan_item_id(plan, SCHOOLIMP_ITEM_OBJECTIVE, 0));

    need("calendar request", schoolimp_calendar_request_new(&request, 1788220800, 20697, &error), &error);
    need("with school year", schoolimp_calendar_request_add_school_year(request, year, &error), &error);
    need("with judgement", schoolimp_calendar_request_add_judgement(request, decided, &error), &error);
    need("with plan", schoolimp_calendar_request_add_plan(request, plan, &error), &error);
    need("calendar", schoolimp_calendar_make(&calendar, framework, trust, request, NULL, &error), &error);
    need("icalendar", schoolimp_calendar_to_icalendar(&ics, calendar, NULL, &error), &error);
    printf("%d events, %.15s\n", (int)schoolimp_calendar_event_count(calendar), schoolimp_text_data(ics));

    judge_table(framework);
    provoke();

    schoolimp_text_free(ics);
    schoolimp_calendar_free(calendar);
    schoolimp_calendar_request_free(request);
    schoolimp_plan_free(plan);
    schoolimp_text_free(level);
    schoolimp_judgement_free(decided);
    schoolimp_judgement_free(judgement);
    schoolimp_evidence_free(evidence);
    schoolimp_school_year_free(year);
    schoolimp_trust_free(trust);
    schoolimp_framework_free(framework);
    return 0;
}

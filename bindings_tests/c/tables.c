/* A trust's own framework, and many schools judged by columns. */
#include "client.h"

#include <stdlib.h>
#include <string.h>

#define ROWS 4

static schoolimp_framework* own_framework(const char* folder) {
    schoolimp_error* error = NULL;
    schoolimp_framework* framework = NULL;
    schoolimp_parse_options options = SCHOOLIMP_PARSE_OPTIONS_INIT;
    size_t size;
    char* text = read_file(folder, "our-model.json", &size);
    options.max_bytes = 1000000; /* Whoever takes documents from strangers sets bounds of his own. */
    need(schoolimp_framework_parse(&framework, text, size, &options, &error), &error);
    free(text);
    return framework;
}

/* excerpt: table */
/* The numbers are borrowed: static, for they must outlive the table and what is judged from it. */
static const double kAbsence[ROWS] = {5.9, 4.8, 0.0, 7.25};
static const unsigned char kHasAbsence[1] = {0x0B}; /* Bits 0, 1 and 3: the third school has no figure. */
static const char* const kSchools[ROWS] = {"900001", "900002", "900003", "900004"};
static const char* const kTeaching[ROWS] = {"concern", "secure", "secure", NULL};

static schoolimp_table* built_table(void) {
    schoolimp_error* error = NULL;
    schoolimp_table_builder* builder = NULL;
    schoolimp_table* table = NULL;
    need(schoolimp_table_builder_new(&builder, ROWS, &error), &error);
    need(schoolimp_table_builder_add_texts(builder, "URN", kSchools, &error), &error);
    need(schoolimp_table_builder_add_numbers(builder, "absence.overall", SCHOOLIMP_NUMBER_FLOAT64, kAbsence, kHasAbsence, &error), &error);
    need(schoolimp_table_builder_add_texts(builder, "visit", kTeaching, &error), &error);
    need(schoolimp_table_builder_build(&table, builder, &error), &error);
    schoolimp_table_builder_free(builder);
    return table;
}

static schoolimp_table_request* request_of(int32_t today) {
    schoolimp_error* error = NULL;
    schoolimp_table_request* request = NULL;
    need(schoolimp_table_request_new(&request, today, SCHOOLIMP_NO_DATE, &error), &error);
    need(schoolimp_table_request_set_key(request, "URN", &error), &error);
    need(schoolimp_table_request_set_column(request, "review.teaching", "visit", &error), &error);
    need(schoolimp_table_request_set_constant(request, "national(absence.overall)", SCHOOLIMP_VALUE_NUMBER, "5.2", &error), &error);
    return request;
}

static void print_rows(const schoolimp_framework* framework, const schoolimp_table_judgement* judged) {
    const size_t scale = schoolimp_framework_judgement_scale(framework, 0);
    const int8_t* suggested = schoolimp_table_judgement_suggested(judged, 0);
    const uint64_t* possible = schoolimp_table_judgement_possible(judged, 0);
    int64_t row;
    size_t level;
    for (row = 0; row < schoolimp_table_judgement_rows(judged); ++row) {
        printf("row %d: suggested %s, possible", (int)row, suggested[row] < 0 ? "nothing" : schoolimp_framework_level_id(framework, scale, (size_t)suggested[row]));
        for (level = 0; level < schoolimp_framework_level_count(framework, scale); ++level)
            if ((possible[row] >> level & 1) != 0) printf(" %s", schoolimp_framework_level_id(framework, scale, level));
        printf("\n");
    }
}
/* end of excerpt */

static void print_row_reasons(const schoolimp_table_judgement* judged, int64_t row) {
    schoolimp_error* error = NULL;
    schoolimp_judgement* judgement = NULL;
    size_t i;
    need(schoolimp_table_judgement_explain(&judgement, judged, row, &error), &error);
    printf("reasons for %s:\n", schoolimp_judgement_school(judgement));
    for (i = 0; i < schoolimp_judgement_reason_count(judgement, 0); ++i) printf("  %s\n", schoolimp_judgement_reason(judgement, 0, i));
    schoolimp_judgement_free(judgement);
}

static void print_columns(const schoolimp_table* table) {
    schoolimp_error* error = NULL;
    schoolimp_strings* names = NULL;
    size_t i;
    need(schoolimp_table_column_names(&names, table, &error), &error);
    for (i = 0; i < schoolimp_strings_count(names); ++i) {
        schoolimp_text* type = NULL;
        need(schoolimp_table_type_name(&type, table, i, &error), &error);
        printf("column %s: %s\n", schoolimp_strings_at(names, i), schoolimp_text_data(type));
        schoolimp_text_free(type);
    }
    schoolimp_strings_free(names);
}

/* Rows of a table as any Arrow library would count them. The stream keeps the columns alive by itself. */
static int64_t rows_through_arrow(const schoolimp_table* table) {
    schoolimp_error* error = NULL;
    struct ArrowArrayStream stream;
    struct ArrowArray chunk;
    int64_t rows = 0;
    need(schoolimp_table_to_stream(&stream, table, &error), &error);
    for (;;) {
        if (stream.get_next(&stream, &chunk) != 0) {
            fprintf(stderr, "%s\n", stream.get_last_error(&stream));
            exit(1);
        }
        if (chunk.release == NULL) break; /* The end of the stream. */
        rows += chunk.length;
        chunk.release(&chunk);
    }
    stream.release(&stream);
    return rows;
}

/* The same columns by way of Arrow structures made by hand must be judged the same. */
static void check_arrow(const schoolimp_framework* framework, const schoolimp_table_request* request, const schoolimp_table_judgement* expected) {
    schoolimp_error* error = NULL;
    schoolimp_table* table = arrow_table();
    schoolimp_table_judgement* judged = NULL;
    need(schoolimp_judge_table(&judged, framework, table, request, &error), &error);
    schoolimp_table_free(table);
    if (memcmp(schoolimp_table_judgement_suggested(judged, 0), schoolimp_table_judgement_suggested(expected, 0), ROWS) != 0 ||
        memcmp(schoolimp_table_judgement_possible(judged, 0), schoolimp_table_judgement_possible(expected, 0), ROWS * sizeof(uint64_t)) != 0) {
        fprintf(stderr, "the table made of Arrow structures is judged differently\n");
        exit(1);
    }
    schoolimp_table_judgement_free(judged);
}

static void print_answers_as_table(const schoolimp_table_judgement* judged) {
    schoolimp_error* error = NULL;
    schoolimp_table* answers = NULL;
    need(schoolimp_table_judgement_to_table(&answers, judged, &error), &error);
    print_columns(answers);
    if (rows_through_arrow(answers) != schoolimp_table_rows(answers)) {
        fprintf(stderr, "the stream has other rows than the table\n");
        exit(1);
    }
    schoolimp_table_free(answers);
}

/* excerpt: progress */
static int32_t stop_at_once(void* payload, int64_t done, int64_t rows) {
    (void)done;
    *(int64_t*)payload = rows;
    return 1;
}

static void stop_a_run(const schoolimp_framework* framework, const schoolimp_table* table, schoolimp_table_request* request) {
    schoolimp_error* error = NULL;
    schoolimp_table_judgement* judged = NULL;
    int64_t rows = 0;
    need(schoolimp_table_request_set_progress(request, stop_at_once, &rows, &error), &error);
    if (schoolimp_judge_table(&judged, framework, table, request, &error) == SCHOOLIMP_OK) {
        fprintf(stderr, "the run was not stopped\n");
        exit(1);
    }
    printf("stopped before all of %d rows: ", (int)rows);
    print_error(stdout, error);
    schoolimp_error_free(error);
}
/* end of excerpt */

void judge_schools(job* state) {
    schoolimp_error* error = NULL;
    schoolimp_framework* framework = own_framework(state->folder);
    schoolimp_table* table = built_table();
    schoolimp_table_request* request = request_of(state->today);
    schoolimp_table_judgement* judged = NULL;
    schoolimp_strings* absent = NULL;
    printf("== framework %s: %s\n", schoolimp_framework_id(framework), schoolimp_framework_title(framework));
    need(schoolimp_judge_table(&judged, framework, table, request, &error), &error);
    print_rows(framework, judged);
    print_row_reasons(judged, 2);
    need(schoolimp_table_judgement_absent(&absent, judged, &error), &error);
    printf("absent columns: %d, failed rows: %d\n", (int)schoolimp_strings_count(absent), (int)schoolimp_table_judgement_failed(judged));
    schoolimp_strings_free(absent);
    print_answers_as_table(judged);
    check_arrow(framework, request, judged);
    stop_a_run(framework, table, request);
    schoolimp_table_judgement_free(judged);
    schoolimp_table_request_free(request);
    schoolimp_table_free(table);
    schoolimp_framework_free(framework);
}

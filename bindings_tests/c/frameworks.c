/* A built-in framework and its parts. */
#include "client.h"

#include <string.h>

static const struct {
    int32_t part;
    const char* name;
} kParts[] = {
    {SCHOOLIMP_PART_SCALE, "scales"},         {SCHOOLIMP_PART_INDICATOR, "indicators"}, {SCHOOLIMP_PART_MEASURE, "measures"},
    {SCHOOLIMP_PART_CRITERION, "criteria"},   {SCHOOLIMP_PART_JUDGEMENT, "judgements"}, {SCHOOLIMP_PART_OFFER, "offers"},
    {SCHOOLIMP_PART_ACTION, "actions"},       {SCHOOLIMP_PART_ACTIVITY, "activities"},  {SCHOOLIMP_PART_ROLE, "roles"},
    {SCHOOLIMP_PART_BODY, "bodies"},          {SCHOOLIMP_PART_KPI, "kpis"},
};

static const char* order_word(int32_t order) {
    switch (order) {
        case SCHOOLIMP_ORDER_BEST_FIRST: return "best first";
        case SCHOOLIMP_ORDER_WORST_FIRST: return "worst first";
        default: return "in no order";
    }
}

static const char* type_word(int32_t type) {
    switch (type) {
        case SCHOOLIMP_INDICATOR_NUMBER: return "number";
        case SCHOOLIMP_INDICATOR_BOOLEAN: return "boolean";
        case SCHOOLIMP_INDICATOR_LEVEL: return "level";
        case SCHOOLIMP_INDICATOR_TEXT: return "text";
        case SCHOOLIMP_INDICATOR_DATE: return "date";
        default: return "?";
    }
}

static void print_scales(const schoolimp_framework* framework) {
    size_t scale, level;
    for (scale = 0; scale < schoolimp_framework_part_count(framework, SCHOOLIMP_PART_SCALE); ++scale) {
        printf("scale %s, %s:", schoolimp_framework_part_id(framework, SCHOOLIMP_PART_SCALE, scale),
               order_word(schoolimp_framework_scale_order(framework, scale)));
        for (level = 0; level < schoolimp_framework_level_count(framework, scale); ++level)
            printf(" %s", schoolimp_framework_level_id(framework, scale, level));
        printf("\n");
    }
}

static void print_indicators(const schoolimp_framework* framework) {
    size_t i;
    for (i = 0; i < 3; ++i)
        printf("indicator %s: %s, unit \"%s\"\n", schoolimp_framework_part_id(framework, SCHOOLIMP_PART_INDICATOR, i),
               type_word(schoolimp_framework_indicator_type(framework, i)), schoolimp_framework_indicator_unit(framework, i));
}

static void print_questions(const schoolimp_framework* framework) {
    size_t i;
    for (i = 0; i < schoolimp_framework_part_count(framework, SCHOOLIMP_PART_JUDGEMENT); ++i) {
        const size_t scale = schoolimp_framework_judgement_scale(framework, i);
        printf("question %s on scale %s: %s\n", schoolimp_framework_part_id(framework, SCHOOLIMP_PART_JUDGEMENT, i),
               schoolimp_framework_part_id(framework, SCHOOLIMP_PART_SCALE, scale), schoolimp_framework_part_title(framework, SCHOOLIMP_PART_JUDGEMENT, i));
    }
}

static void print_criterion(const schoolimp_framework* framework, const char* id) {
    const size_t criterion = schoolimp_framework_find_part(framework, SCHOOLIMP_PART_CRITERION, id);
    printf("criterion %s: %s\n", schoolimp_framework_part_title(framework, SCHOOLIMP_PART_CRITERION, criterion),
           schoolimp_framework_criterion_expression(framework, criterion));
}

static void print_cells(const schoolimp_framework* framework) {
    schoolimp_strings* cells = NULL;
    schoolimp_error* error = NULL;
    size_t i;
    need(schoolimp_framework_cells(&cells, framework, &error), &error);
    printf("cells:");
    for (i = 0; i < 4; ++i) printf(" %s,", schoolimp_strings_at(cells, i));
    printf(" ... %d in all\n", (int)schoolimp_strings_count(cells));
    schoolimp_strings_free(cells);
}

static void print_hash(const schoolimp_framework* framework) {
    schoolimp_text* json = NULL;
    schoolimp_text* hash = NULL;
    schoolimp_error* error = NULL;
    need(schoolimp_framework_to_json(&json, framework, SCHOOLIMP_JSON_CANONICAL, &error), &error);
    need(schoolimp_content_hash(&hash, schoolimp_text_data(json), schoolimp_text_size(json), &error), &error);
    printf("hash is that of its canonical JSON: %s\n", strcmp(schoolimp_text_data(hash), schoolimp_framework_hash(framework)) == 0 ? "yes" : "no");
    schoolimp_text_free(hash);
    schoolimp_text_free(json);
}

void describe_framework(job* state) {
    schoolimp_error* error = NULL;
    schoolimp_framework* framework = NULL;
    schoolimp_issues* warnings = NULL;
    size_t i;
    need(schoolimp_framework_builtin(&framework, "pvat", NULL, &error), &error);
    state->framework = framework;
    printf("== framework %s\n%s\n", schoolimp_framework_id(framework), schoolimp_framework_title(framework));
    for (i = 0; i < sizeof kParts / sizeof kParts[0]; ++i)
        printf("%s: %d\n", kParts[i].name, (int)schoolimp_framework_part_count(framework, kParts[i].part));
    print_scales(framework);
    print_indicators(framework);
    print_questions(framework);
    print_criterion(framework, "outcomes.primary_below");
    print_cells(framework);
    print_hash(framework);
    need(schoolimp_framework_warnings(&warnings, framework, &error), &error);
    printf("warnings: %d\n", (int)schoolimp_issues_count(warnings));
    schoolimp_issues_free(warnings);
}

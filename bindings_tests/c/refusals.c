/* What the library says of mistakes: each error names the place, the value, the bound and the mend. */
#include "client.h"

#include <stdlib.h>
#include <string.h>

static void print_refusal(const char* what, schoolimp_status status, schoolimp_error** error) {
    if (status == SCHOOLIMP_OK) {
        fprintf(stderr, "%s was not refused\n", what);
        exit(1);
    }
    printf("-- %s\n", what);
    print_error(stdout, *error);
    schoolimp_error_free(*error);
    *error = NULL;
}

/* A document with one letter wrong, still of the same size. */
static void framework_with_typo(const char* folder) {
    schoolimp_error* error = NULL;
    schoolimp_framework* framework = NULL;
    size_t size, i;
    char* text = read_file(folder, "our-model.json", &size);
    const char right[] = "\"absence.overall > ";
    for (i = 0; i + sizeof right <= size && memcmp(text + i, right, sizeof right - 1) != 0; ++i) {
    }
    text[i + 9] = 'a'; /* absence.averall */
    print_refusal("a typo in a framework", schoolimp_framework_parse(&framework, text, size, NULL, &error), &error);
    free(text);
}

static void unknown_level(const job* state) {
    schoolimp_error* error = NULL;
    schoolimp_evidence* evidence = NULL;
    schoolimp_judgement* judgement = NULL;
    schoolimp_judge_options options = SCHOOLIMP_JUDGE_OPTIONS_INIT;
    size_t size;
    char* text = read_file(state->folder, "evidence-unknown-level.json", &size);
    need(schoolimp_evidence_parse(&evidence, text, size, NULL, NULL, &error), &error);
    free(text);
    options.valid = state->today;
    print_refusal("a level the scale does not have",
                  schoolimp_judge(&judgement, state->framework, evidence, "900001", state->trust, state->benchmarks, &options, &error), &error);
    schoolimp_evidence_free(evidence);
}

void provoke_errors(job* state) {
    schoolimp_error* error = NULL;
    schoolimp_framework* framework = NULL;
    schoolimp_judgement* judgement = NULL;
    schoolimp_judge_options options = SCHOOLIMP_JUDGE_OPTIONS_INIT;
    options.valid = state->today;
    printf("== errors\n");
    framework_with_typo(state->folder);
    unknown_level(state);
    print_refusal("a framework there is not", schoolimp_framework_builtin(&framework, "pvta", NULL, &error), &error);
    print_refusal("no framework at all", schoolimp_judge(&judgement, NULL, state->evidence, "900001", NULL, NULL, &options, &error), &error);
}

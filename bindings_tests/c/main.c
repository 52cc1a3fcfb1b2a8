/* The main job, step by step. */
#include "client.h"

/* excerpt: start */
/* A newer library serves an older program; one of another binary interface, or one that is too old, does not. */
static int library_fits(void) {
    return schoolimp_abi_version() == 1 && schoolimp_api_level() >= SCHOOLIMP_API_LEVEL;
}
/* end of excerpt */

static void free_job(job* state) {
    schoolimp_plan_free(state->plan);
    schoolimp_judgement_free(state->judgement);
    schoolimp_evidence_free(state->evidence);
    schoolimp_school_year_free(state->year);
    schoolimp_trust_free(state->trust);
    schoolimp_benchmarks_free(state->benchmarks);
    schoolimp_framework_free(state->framework);
}

int main(int argc, char** argv) {
    job state = {NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0};
    if (argc != 3) {
        fprintf(stderr, "usage: client INPUT_FOLDER OUTPUT.ics\n");
        return 2;
    }
    if (!library_fits()) {
        fprintf(stderr, "libschoolimp_c %s does not fit this program\n", schoolimp_version());
        return 1;
    }
    state.folder = argv[1];
    state.today = day_number(2026, 9, 1); /* Given by the program: the library reads no clock. */

    describe_framework(&state);
    read_documents(&state);
    judge_school(&state);
    decide_level(&state);
    make_plan(&state);
    write_calendar(&state, argv[2]);
    judge_schools(&state);
    provoke_errors(&state);
    free_job(&state);
    return 0;
}

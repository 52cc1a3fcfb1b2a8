/* Ends while other threads are inside the library, as programs with background threads do. */
#include <pthread.h>
#include <stddef.h>

#include "schoolimp_c.h"

static void* work(void* nothing) {
    (void)nothing;
    for (;;) {
        schoolimp_benchmarks* benchmarks = NULL;
        schoolimp_strings* kinds = NULL;
        if (schoolimp_benchmarks_builtin(&benchmarks, NULL) == SCHOOLIMP_OK) schoolimp_benchmarks_free(benchmarks);
        if (schoolimp_schema_kinds(&kinds, NULL) == SCHOOLIMP_OK) schoolimp_strings_free(kinds);
    }
    return NULL;
}

int main(void) {
    pthread_t threads[8];
    schoolimp_framework* framework = NULL;
    int i;
    for (i = 0; i < 8; ++i) pthread_create(&threads[i], NULL, work, NULL);
    if (schoolimp_framework_builtin(&framework, "pvat", NULL, NULL) != SCHOOLIMP_OK) return 1;
    schoolimp_framework_free(framework);
    return 0;
}

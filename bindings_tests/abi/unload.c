/* usage: unload LIBRARY: loads, uses and unloads the library many times; it must be gone afterwards, and memory must not have grown. */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

typedef int (*make_builtin)(void**, const char*, const char*, void**);
typedef int (*make_benchmarks)(void**, void**);
typedef void (*end)(void*);

static void* symbol(void* library, const char* name) {
    void* found = dlsym(library, name);
    if (found == NULL) printf("there is no %s\n", name);
    return found;
}

static int use(const char* path) {
    void* framework = NULL;
    void* benchmarks = NULL;
    void* library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    make_builtin builtin;
    make_benchmarks figures;
    end end_framework, end_benchmarks;
    if (library == NULL) {
        printf("%s\n", dlerror());
        return 0;
    }
    *(void**)&builtin = symbol(library, "schoolimp_framework_builtin");
    *(void**)&figures = symbol(library, "schoolimp_benchmarks_builtin");
    *(void**)&end_framework = symbol(library, "schoolimp_framework_free");
    *(void**)&end_benchmarks = symbol(library, "schoolimp_benchmarks_free");
    if (builtin == NULL || figures == NULL || end_framework == NULL || end_benchmarks == NULL) return 0;
    if (builtin(&framework, "pvat", NULL, NULL) != 0 || figures(&benchmarks, NULL) != 0) {
        printf("the library does not work\n");
        return 0;
    }
    end_framework(framework);
    end_benchmarks(benchmarks);
    return dlclose(library) == 0;
}

static long resident_pages(void) {
    long total = 0, resident = 0;
    FILE* file = fopen("/proc/self/statm", "r");
    if (file == NULL || fscanf(file, "%ld %ld", &total, &resident) != 2) printf("/proc/self/statm cannot be read\n");
    if (file != NULL) fclose(file);
    return resident;
}

static int is_mapped(const char* path) {
    char line[4096];
    int found = 0;
    FILE* maps = fopen("/proc/self/maps", "r");
    const char* name = strrchr(path, '/') != NULL ? strrchr(path, '/') + 1 : path;
    while (maps != NULL && fgets(line, sizeof line, maps) != NULL) found = found || strstr(line, name) != NULL;
    if (maps != NULL) fclose(maps);
    return found;
}

int main(int count, char** arguments) {
    long before = 0, grown;
    int round;
    if (count != 2) return 2;
    for (round = 0; round < 40; ++round) {
        if (!use(arguments[1])) return 1;
        if (round == 9) before = resident_pages();
    }
    grown = resident_pages() - before;
    if (is_mapped(arguments[1])) printf("the library is still mapped\n");
    if (grown > 128) printf("30 rounds left %ld pages behind\n", grown);
    return 0;
}

/* usage: two_copies LIBRARY ANOTHER: both are loaded; each keeps its own handles and works after the other is gone. */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

typedef struct copy {
    void* library;
    int (*make)(void**, const char*, const char*, void**);
    const char* (*id)(const void*);
    void (*end)(void*);
    void* framework;
} copy;

static int open_copy(copy* one, const char* path, const char* id) {
    one->library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (one->library == NULL) {
        printf("%s\n", dlerror());
        return 0;
    }
    *(void**)&one->make = dlsym(one->library, "schoolimp_framework_builtin");
    *(void**)&one->id = dlsym(one->library, "schoolimp_framework_id");
    *(void**)&one->end = dlsym(one->library, "schoolimp_framework_free");
    one->framework = NULL;
    return one->make(&one->framework, id, NULL, NULL) == 0;
}

static int is(const copy* one, const char* id) { return strcmp(one->id(one->framework), id) == 0; }

int main(int count, char** arguments) {
    copy first, second;
    if (count != 3) return 2;
    if (!open_copy(&first, arguments[1], "pvat") || !open_copy(&second, arguments[2], "pact")) return 1;
    if (first.library == second.library) printf("both are the same library\n");
    if (!is(&first, "pvat") || !is(&second, "pact")) printf("the frameworks are mixed up\n");
    first.end(first.framework);
    if (dlclose(first.library) != 0) printf("%s\n", dlerror());
    if (!is(&second, "pact")) printf("the second copy did not outlive the first\n");
    second.end(second.framework);
    return dlclose(second.library);
}

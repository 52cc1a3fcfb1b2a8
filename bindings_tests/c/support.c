/* Errors, files and dates. */
#include "client.h"

#include <stdlib.h>
#include <string.h>

void print_issues(FILE* out, const schoolimp_issues* issues) {
    size_t i;
    for (i = 0; i < schoolimp_issues_count(issues); ++i) {
        const char* hint = schoolimp_issues_hint(issues, i);
        const char* severity = schoolimp_issues_severity(issues, i) == SCHOOLIMP_SEVERITY_ERROR ? "error" : "warning";
        fprintf(out, "  %s at \"%s\", %s: %s\n", severity, schoolimp_issues_pointer(issues, i), schoolimp_issues_code(issues, i),
                schoolimp_issues_message(issues, i));
        if (hint[0] != '\0') fprintf(out, "    hint: %s\n", hint);
    }
}

void print_error(FILE* out, const schoolimp_error* error) {
    fprintf(out, "%s: %s\n", schoolimp_status_name(schoolimp_error_status(error)), schoolimp_error_message(error));
    print_issues(out, schoolimp_error_issues(error));
}

/* excerpt: errors */
/* Takes the address of the error: in need(call(&error), error) the compiler may read error before it makes the call. */
void need(schoolimp_status status, schoolimp_error** error) {
    if (status == SCHOOLIMP_OK) return;
    print_error(stderr, *error);
    schoolimp_error_free(*error);
    exit(1);
}
/* end of excerpt */

void* allocate(void* memory, size_t size) {
    void* larger = realloc(memory, size);
    if (larger != NULL) return larger;
    fprintf(stderr, "no memory\n");
    exit(1);
}

static FILE* open_file(const char* path, const char* mode) {
    FILE* file = fopen(path, mode);
    if (file == NULL) {
        fprintf(stderr, "%s cannot be opened\n", path);
        exit(1);
    }
    return file;
}

char* read_file(const char* folder, const char* name, size_t* size) {
    char* path = (char*)allocate(NULL, strlen(folder) + strlen(name) + 2);
    char* bytes = NULL;
    size_t capacity = 0, got = 0;
    FILE* file;
    sprintf(path, "%s/%s", folder, name);
    file = open_file(path, "rb");
    *size = 0;
    do {
        if (*size == capacity) {
            capacity = capacity == 0 ? 4096 : 2 * capacity;
            bytes = (char*)allocate(bytes, capacity);
        }
        got = fread(bytes + *size, 1, capacity - *size, file);
        *size += got;
    } while (got != 0);
    if (ferror(file)) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(1);
    }
    fclose(file);
    free(path);
    return bytes;
}

void write_file(const char* path, const char* bytes, size_t size) {
    FILE* file = open_file(path, "wb");
    const int bad = fwrite(bytes, 1, size, file) != size;
    if (fclose(file) != 0 || bad) {
        fprintf(stderr, "%s cannot be written\n", path);
        exit(1);
    }
}

/* Days since 1970-01-01 of a date from March 1, year 0 on: years begin in March, so that the day a leap year adds is the last. */
int32_t day_number(int year, int month, int day) {
    const int32_t y = month > 2 ? year : year - 1;
    const int32_t months = (month + 9) % 12;
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * months + 2) / 5 + day - 1 - 719468;
}

const char* iso_date(int32_t day, char* buffer) {
    int year, month;
    if (day == SCHOOLIMP_NO_DATE) return "no date";
    year = (int)((day + 719468) / 365.2425) + 1;
    while (day_number(year, 1, 1) > day) --year;
    month = 12;
    while (day_number(year, month, 1) > day) --month;
    sprintf(buffer, "%04d-%02d-%02d", year, month, (int)(day - day_number(year, month, 1)) + 1);
    return buffer;
}

const char* truth_word(int32_t truth) {
    switch (truth) {
        case SCHOOLIMP_TRUTH_FALSE: return "not met";
        case SCHOOLIMP_TRUTH_TRUE: return "met";
        case SCHOOLIMP_TRUTH_UNKNOWN: return "unknown";
        case SCHOOLIMP_TRUTH_NOT_APPLICABLE: return "not applicable";
        default: return "?";
    }
}

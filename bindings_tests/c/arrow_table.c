/*
 * A table as a producer without an Arrow library hands it over: ArrowSchema and ArrowArray filled by hand, in one block of memory
 * that their release functions end. The columns are those of tables.c, and the days of the visits.
 */
#include "client.h"

#include <stdlib.h>
#include <string.h>

#define COLUMNS 4

typedef struct schema_block {
    struct ArrowSchema children[COLUMNS];
    struct ArrowSchema* pointers[COLUMNS];
} schema_block;

typedef struct array_block {
    struct ArrowArray children[COLUMNS];
    struct ArrowArray* pointers[COLUMNS];
    const void* buffers[COLUMNS][3];
    const void* no_buffers[1];
} array_block;

/* Offsets and bytes of texts, as Arrow's "u" columns hold them; bits of a validity bitmap start with the lowest. */
static const int32_t kSchoolEnds[] = {0, 6, 12, 18, 24};
static const char kSchoolBytes[] = "900001900002900003900004";
static const int32_t kTeachingEnds[] = {0, 7, 13, 19, 19};
static const char kTeachingBytes[] = "concernsecuresecure";
static const unsigned char kHasTeaching[] = {0x07};
static const double kAbsenceValues[] = {5.9, 4.8, 0.0, 7.25};
static const unsigned char kHasAbsenceValue[] = {0x0B};
static const int32_t kVisited[] = {20614, 20614, 20616, 0}; /* date32, "tdD": 10 and 12 June 2026 */

static void release_child_schema(struct ArrowSchema* schema) { schema->release = NULL; }
static void release_child_array(struct ArrowArray* array) { array->release = NULL; }

static void release_schema(struct ArrowSchema* schema) {
    int64_t i;
    for (i = 0; i < schema->n_children; ++i)
        if (schema->children[i]->release != NULL) schema->children[i]->release(schema->children[i]);
    free(schema->private_data);
    schema->release = NULL;
}

static void release_array(struct ArrowArray* array) {
    int64_t i;
    for (i = 0; i < array->n_children; ++i)
        if (array->children[i]->release != NULL) array->children[i]->release(array->children[i]);
    free(array->private_data);
    array->release = NULL;
}

static void set_schema(struct ArrowSchema* schema, const char* format, const char* name) {
    memset(schema, 0, sizeof *schema);
    schema->format = format;
    schema->name = name;
    schema->flags = ARROW_FLAG_NULLABLE;
    schema->release = release_child_schema;
}

static void make_schema(struct ArrowSchema* schema) {
    schema_block* block = (schema_block*)allocate(NULL, sizeof *block);
    int i;
    set_schema(&block->children[0], "u", "URN");
    set_schema(&block->children[1], "g", "absence.overall");
    set_schema(&block->children[2], "u", "visit");
    set_schema(&block->children[3], "tdD", "observed_on(review.teaching)");
    for (i = 0; i < COLUMNS; ++i) block->pointers[i] = &block->children[i];
    set_schema(schema, "+s", "");
    schema->flags = 0;
    schema->n_children = COLUMNS;
    schema->children = block->pointers;
    schema->release = release_schema;
    schema->private_data = block;
}

static void set_array(struct ArrowArray* array, const void** buffers, int64_t n_buffers, int64_t null_count) {
    memset(array, 0, sizeof *array);
    array->length = 4;
    array->null_count = null_count;
    array->n_buffers = n_buffers;
    array->buffers = buffers;
    array->release = release_child_array;
}

static void make_array(struct ArrowArray* array) {
    array_block* block = (array_block*)allocate(NULL, sizeof *block);
    int i;
    memset(block, 0, sizeof *block);
    block->buffers[0][1] = kSchoolEnds;
    block->buffers[0][2] = kSchoolBytes;
    block->buffers[1][0] = kHasAbsenceValue;
    block->buffers[1][1] = kAbsenceValues;
    block->buffers[2][0] = kHasTeaching;
    block->buffers[2][1] = kTeachingEnds;
    block->buffers[2][2] = kTeachingBytes;
    block->buffers[3][0] = kHasTeaching;
    block->buffers[3][1] = kVisited;
    set_array(&block->children[0], block->buffers[0], 3, 0);
    set_array(&block->children[1], block->buffers[1], 2, 1);
    set_array(&block->children[2], block->buffers[2], 3, 1);
    set_array(&block->children[3], block->buffers[3], 2, 1);
    for (i = 0; i < COLUMNS; ++i) block->pointers[i] = &block->children[i];
    set_array(array, block->no_buffers, 1, 0);
    array->n_children = COLUMNS;
    array->children = block->pointers;
    array->release = release_array;
    array->private_data = block;
}

schoolimp_table* arrow_table(void) {
    schoolimp_error* error = NULL;
    schoolimp_table* table = NULL;
    struct ArrowSchema schema;
    struct ArrowArray array;
    make_schema(&schema);
    make_array(&array);
    need(schoolimp_table_from_array(&table, &schema, &array, &error), &error);
    return table;
}

// The structures of the Arrow C Data Interface and of the C stream interface: how tables pass between libraries without a copy.
// Their layout is fixed by the specification (https://arrow.apache.org/docs/format/CDataInterface.html); the guards are the usual ones, so
// that this header and another library's copy can be included together, in either order.
#pragma once

#include <stdint.h>  // NOLINT(modernize-deprecated-headers): the C structures name the types of the global namespace

extern "C" {

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

/// The type of a column, or of a table as a structure of columns.
struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema** children;
    struct ArrowSchema* dictionary;

    void (*release)(struct ArrowSchema*);  ///< Null once released; the consumer calls it once.
    void* private_data;
};

/// The values of a column, or of one chunk of a table.
struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void** buffers;
    struct ArrowArray** children;
    struct ArrowArray* dictionary;

    void (*release)(struct ArrowArray*);  ///< Null once released; the consumer calls it once.
    void* private_data;
};

#endif  // ARROW_C_DATA_INTERFACE

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

/// Chunks of one schema, read one after the other, once.
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);  ///< A released array (release is null) means the end.
    const char* (*get_last_error)(struct ArrowArrayStream*);

    void (*release)(struct ArrowArrayStream*);  ///< Null once released; the consumer calls it once.
    void* private_data;
};

#endif  // ARROW_C_STREAM_INTERFACE

}  // extern "C"

/** \file
 * schoolimp_c.h: school improvement models for programs in any language.
 *
 * Copyright 2026 the schoolimp authors. SPDX-License-Identifier: Apache-2.0
 *
 * A framework (a trust's published school improvement model) and the evidence about a school give a judgement with
 * reasons; the judgement gives a support plan; plans and the framework's activities give the improvement calendar.
 * The library suggests, people decide, and both are recorded. It reads no clock, opens no file and no socket, and
 * gives the same bytes for the same input.
 *
 * This file is the specification of the C interface. It is plain C89 with <stddef.h> and <stdint.h>, and C++.
 *
 * A first program, complete (20697 is 1 September 2026, in days since 1970-01-01):
 *
 * \code{.c}
 * #include <stdio.h>
 * #include "schoolimp_c.h"
 *
 * static int failed(schoolimp_error* error) {
 *     fprintf(stderr, "%s\n", schoolimp_error_message(error));
 *     schoolimp_error_free(error);
 *     return 1;
 * }
 *
 * int main(void) {
 *     static const char csv[] =
 *         "school,indicator,period,value\n"
 *         "100001,ks2.rwm_expected,2025/26,48\n";
 *     schoolimp_framework* framework = NULL;
 *     schoolimp_evidence* evidence = NULL;
 *     schoolimp_judgement* judgement = NULL;
 *     schoolimp_error* error = NULL;
 *     schoolimp_judge_options options = SCHOOLIMP_JUDGE_OPTIONS_INIT;
 *     size_t i;
 *
 *     if (schoolimp_framework_builtin(&framework, "pvat", NULL, &error) != SCHOOLIMP_OK) return failed(error);
 *     if (schoolimp_evidence_parse_csv(&evidence, csv, SCHOOLIMP_NUL_TERMINATED, NULL, NULL, &error) != SCHOOLIMP_OK)
 *         return failed(error);
 *     options.valid = 20697;
 *     if (schoolimp_judge(&judgement, framework, evidence, "100001", NULL, NULL, &options, &error) != SCHOOLIMP_OK)
 *         return failed(error);
 *
 *     printf("possible:");
 *     for (i = 0; i < schoolimp_judgement_possible_count(judgement, 0); ++i)
 *         printf(" %s", schoolimp_judgement_possible(judgement, 0, i));
 *     printf("\n");
 *
 *     schoolimp_judgement_free(judgement);
 *     schoolimp_evidence_free(evidence);
 *     schoolimp_framework_free(framework);
 *     return 0;
 * }
 * \endcode
 *
 * WHAT HOLDS FOR ALL FUNCTIONS, unless one says otherwise
 *
 * Names.     schoolimp_<noun>_<verb>. The words are those of the C++ and Python interfaces and of the documents.
 *
 * Failure.   A function that can fail returns a schoolimp_status and takes a schoolimp_error** last. The error may be
 *            NULL when it is not wanted; otherwise *error becomes NULL on success and, on failure, an object that says
 *            what to mend, for the caller to free. On failure a handle asked for becomes NULL and nothing else is
 *            written out. An argument that must not be NULL, a handle of the wrong type, text that is not UTF-8 and an
 *            options structure of the wrong size give SCHOOLIMP_E_INVALID_ARGUMENT; no memory gives
 *            SCHOOLIMP_E_RESOURCE_EXHAUSTED and leaves all handles as they were.
 * Reading.   A function that only reads a handle returns what it reads. For a NULL handle or an index out of range it
 *            returns NULL (texts), 0 (numbers, counts, bits), SCHOOLIMP_NONE (numbers with names: results, states, kinds),
 *            SCHOOLIMP_NO_DATE (dates) or SCHOOLIMP_NOT_FOUND (indexes).
 * Ownership. What comes through a `schoolimp_<noun>** out` belongs to the caller, who ends it with
 *            schoolimp_<noun>_free; NULL is allowed there and does nothing. Nothing of the library is ever passed to
 *            free(). Handles given to a function stay the caller's; the library keeps what it needs of them by itself,
 *            so that handles may be freed in any order.
 * Texts in   are UTF-8. A `const char*` alone ends with a zero byte; one with a size may be given
 *            SCHOOLIMP_NUL_TERMINATED for its size. An optional text may be NULL, which is the same as "".
 * Texts out  as `const char*` are borrowed: they live as long as the handle they were read from, end with a zero byte and
 *            have none inside. What is absent is "", except where NULL is said to mean something. Longer ones come as a
 *            schoolimp_text.
 * Dates      are days since 1970-01-01 (int32_t), as in Arrow's date32; SCHOOLIMP_NO_DATE where there is none. Years 1
 *            to 9999.
 * Indexes    count from 0.
 * Options    are structures that start with their own size. Fill them with the _INIT macro or the _init function, then set
 *            what differs. NULL for the whole structure means all defaults, unless one of its members is needed. A library
 *            that knows more members than the caller takes the defaults for them; one that knows fewer refuses members it
 *            cannot heed, for which members added later have defaults of all zero bits. Give every member named `reserved`
 *            the value 0.
 * Threads.   There is no state outside handles, no call to start or to end with. Handles passed as `const` may be used by
 *            any number of threads at once; a builder or request belongs to one thread at a time; freeing a handle must be
 *            its last use.
 * Callbacks  must return: no exception, no longjmp. They are called on the thread that made the call.
 * Since.     Everything here is of API level 1 unless it says "since level n".
 */
#ifndef SCHOOLIMP_C_H
#define SCHOOLIMP_C_H

#include <stddef.h>
#include <stdint.h>

#if defined(SCHOOLIMP_STATIC)
#define SCHOOLIMP_API
#elif defined(_WIN32)
#ifdef SCHOOLIMP_BUILDING
#define SCHOOLIMP_API __declspec(dllexport)
#else
#define SCHOOLIMP_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define SCHOOLIMP_API __attribute__((visibility("default")))
#else
#define SCHOOLIMP_API
#endif

/* No exception ever leaves the library; C++ may know it. */
#if defined(__cplusplus) && __cplusplus >= 201103L
#define SCHOOLIMP_NOEXCEPT noexcept
#else
#define SCHOOLIMP_NOEXCEPT
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------------------------------------- the library */

/** Raised when functions or members are added; what a program compiled with this header may use. */
#define SCHOOLIMP_API_LEVEL 1

/** The binary interface this library keeps: the number in its file name (libschoolimp_c.so.1). It changes only when
 *  programs have to be compiled again. */
SCHOOLIMP_API int32_t schoolimp_abi_version(void) SCHOOLIMP_NOEXCEPT;

/** SCHOOLIMP_API_LEVEL of the library that is loaded. */
SCHOOLIMP_API int32_t schoolimp_api_level(void) SCHOOLIMP_NOEXCEPT;

/** Version of the library, "0.1.0". Lives as long as the library is loaded. */
SCHOOLIMP_API const char* schoolimp_version(void) SCHOOLIMP_NOEXCEPT;

/* ------------------------------------------------------------------------------------------- statuses and errors */

/** How a call ended: exactly SCHOOLIMP_OK, or one of the SCHOOLIMP_E_ numbers. Of a failure the lowest eight bits are one of the
 *  numbers below; the others are 0 today and may say more one day, so tell failures apart by SCHOOLIMP_STATUS_CODE(status). Treat a number you do not
 *  know as SCHOOLIMP_E_UNKNOWN. The numbers are those of absl::StatusCode and gRPC. */
typedef int32_t schoolimp_status;

/** The number among the SCHOOLIMP_E_ numbers. */
#define SCHOOLIMP_STATUS_CODE(status) ((status) & 0xff)

#define SCHOOLIMP_OK 0 /**< It worked. */
#define SCHOOLIMP_E_CANCELLED 1           /**< A callback asked to stop. */
#define SCHOOLIMP_E_UNKNOWN 2 /**< Stands for every number not known. */
#define SCHOOLIMP_E_INVALID_ARGUMENT 3    /**< A document, text or argument is wrong; the issues say where. */
#define SCHOOLIMP_E_DEADLINE_EXCEEDED 4 /**< Not used yet. */
#define SCHOOLIMP_E_NOT_FOUND 5           /**< No such id; the message lists those there are. */
#define SCHOOLIMP_E_ALREADY_EXISTS 6 /**< Not used yet. */
#define SCHOOLIMP_E_PERMISSION_DENIED 7 /**< Not used yet. */
#define SCHOOLIMP_E_RESOURCE_EXHAUSTED 8  /**< A limit of schoolimp_parse_options was passed, or there is no memory. */
#define SCHOOLIMP_E_FAILED_PRECONDITION 9 /**< Does not fit together: no level in force, another framework, other dates. */
#define SCHOOLIMP_E_ABORTED 10 /**< Not used yet. */
#define SCHOOLIMP_E_OUT_OF_RANGE 11       /**< A date outside the school year, an index beyond the end. */
#define SCHOOLIMP_E_UNIMPLEMENTED 12 /**< It cannot be said: in SQL, for one. */
#define SCHOOLIMP_E_INTERNAL 13           /**< A defect of the library. */
#define SCHOOLIMP_E_UNAVAILABLE 14 /**< Not used yet. */
#define SCHOOLIMP_E_DATA_LOSS 15 /**< Not used yet. */
#define SCHOOLIMP_E_UNAUTHENTICATED 16 /**< Not used yet. */

/** "ok", "invalid_argument", "not_found" ...; "unknown" for a number that is none. Lives as long as the library. */
SCHOOLIMP_API const char* schoolimp_status_name(schoolimp_status status) SCHOOLIMP_NOEXCEPT;

/** Size of a text that ends with its first zero byte. */
#define SCHOOLIMP_NUL_TERMINATED ((size_t)-1)
/** No such thing, where an index is returned. */
#define SCHOOLIMP_NOT_FOUND ((size_t)-1)
/** No date. */
#define SCHOOLIMP_NO_DATE (-2147483647 - 1)
/** No value, where a whole number of 0 or more is meant. */
#define SCHOOLIMP_NONE (-1)

/** Problems found in a document, a table or an expression. Immutable. */
typedef struct schoolimp_issues schoolimp_issues;

#define SCHOOLIMP_SEVERITY_ERROR 0   /**< The document cannot be used. */
#define SCHOOLIMP_SEVERITY_WARNING 1 /**< It can. */

/** Number of issues. */
SCHOOLIMP_API size_t schoolimp_issues_count(const schoolimp_issues* issues) SCHOOLIMP_NOEXCEPT;
/** Where: a JSON Pointer (RFC 6901) into the document, "" for the whole; in tables "row 12, column 'x'". */
SCHOOLIMP_API const char* schoolimp_issues_pointer(const schoolimp_issues* issues, size_t index) SCHOOLIMP_NOEXCEPT;
/** What kind: stable, lower-case, "unknown_name", "out_of_range" ... */
SCHOOLIMP_API const char* schoolimp_issues_code(const schoolimp_issues* issues, size_t index) SCHOOLIMP_NOEXCEPT;
/** What is wrong, with the value and the bound, in English. Of an expression it has several lines: the expression and a caret
 *  under the place stand below the sentence. */
SCHOOLIMP_API const char* schoolimp_issues_message(const schoolimp_issues* issues, size_t index) SCHOOLIMP_NOEXCEPT;
/** How to mend it; "" when there is no hint. */
SCHOOLIMP_API const char* schoolimp_issues_hint(const schoolimp_issues* issues, size_t index) SCHOOLIMP_NOEXCEPT;
/** SCHOOLIMP_SEVERITY_ERROR or SCHOOLIMP_SEVERITY_WARNING. */
SCHOOLIMP_API int32_t schoolimp_issues_severity(const schoolimp_issues* issues, size_t index) SCHOOLIMP_NOEXCEPT;
/** Ends a list that came through an out parameter. Not for one borrowed from an error. */
SCHOOLIMP_API void schoolimp_issues_free(schoolimp_issues* issues) SCHOOLIMP_NOEXCEPT;

/** Why a call failed. Immutable. */
typedef struct schoolimp_error schoolimp_error;

/** The status the call returned. */
SCHOOLIMP_API schoolimp_status schoolimp_error_status(const schoolimp_error* error) SCHOOLIMP_NOEXCEPT;
/** One sentence; with many issues their number and the first. "" for NULL. */
SCHOOLIMP_API const char* schoolimp_error_message(const schoolimp_error* error) SCHOOLIMP_NOEXCEPT;
/** All issues behind it, warnings among them. Empty, or NULL, which reads as empty, when the message says all there is: no such
 *  id, no memory. Borrowed: lives as long as the error. */
SCHOOLIMP_API const schoolimp_issues* schoolimp_error_issues(const schoolimp_error* error) SCHOOLIMP_NOEXCEPT;
/** Ends the error. */
SCHOOLIMP_API void schoolimp_error_free(schoolimp_error* error) SCHOOLIMP_NOEXCEPT;

/* ------------------------------------------------------------------------------------------- texts and lists of texts */

/** A text the library made: a document, a page, a query. Immutable. */
typedef struct schoolimp_text schoolimp_text;

/** The bytes, with a zero byte behind the last one. */
SCHOOLIMP_API const char* schoolimp_text_data(const schoolimp_text* text) SCHOOLIMP_NOEXCEPT;
/** Number of bytes, without the zero byte. */
SCHOOLIMP_API size_t schoolimp_text_size(const schoolimp_text* text) SCHOOLIMP_NOEXCEPT;
/** Ends the text. */
SCHOOLIMP_API void schoolimp_text_free(schoolimp_text* text) SCHOOLIMP_NOEXCEPT;

/** A list of short texts: ids, cells, sentences. Immutable. */
typedef struct schoolimp_strings schoolimp_strings;

/** Number of texts. */
SCHOOLIMP_API size_t schoolimp_strings_count(const schoolimp_strings* strings) SCHOOLIMP_NOEXCEPT;
/** One of them. */
SCHOOLIMP_API const char* schoolimp_strings_at(const schoolimp_strings* strings, size_t index) SCHOOLIMP_NOEXCEPT;
/** Ends the list. */
SCHOOLIMP_API void schoolimp_strings_free(schoolimp_strings* strings) SCHOOLIMP_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------------------ dates */

/** The date of a year (1 to 9999), month (1 to 12) and day; SCHOOLIMP_NO_DATE when there is no such day. */
SCHOOLIMP_API int32_t schoolimp_date_make(int32_t year, int32_t month, int32_t day) SCHOOLIMP_NOEXCEPT;
/** The date of "2026-09-01", ten characters; SCHOOLIMP_NO_DATE for anything else. */
SCHOOLIMP_API int32_t schoolimp_date_parse(const char* iso) SCHOOLIMP_NOEXCEPT;
/** Year, month and day of a date; each may be NULL when it is not wanted. Returns 1, or 0 and writes nothing when it is no date. */
SCHOOLIMP_API int32_t schoolimp_date_split(int32_t date, int32_t* year, int32_t* month, int32_t* day) SCHOOLIMP_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------------- documents */

/* Every kind of document is read with <noun>_parse and written with <noun>_to_json. Its format has a JSON Schema
 * (schoolimp_schema). Reading gives all problems at once. Members the format does not know are kept and written again,
 * with a warning; in frameworks and school years, which people write by hand, they are errors.
 *
 * `warnings`, where a function has it, may be NULL; otherwise *warnings becomes a list (possibly empty) on success, for
 * the caller to free, and NULL on failure. */

/** How much a reader accepts. A member of 0 means its default. */
typedef struct schoolimp_parse_options {
    size_t struct_size;  /**< sizeof(schoolimp_parse_options) */
    size_t max_bytes;    /**< Of the whole text; default 16 MiB. */
    size_t max_depth;    /**< Of objects and arrays in each other; default 64; more than 512 is taken as 512. */
    size_t max_elements; /**< Members, items, rows times columns of the whole text; default 2,000,000. */
    size_t max_string;   /**< Bytes of one text in it; default 4 MiB. */
    size_t max_issues;   /**< Issues listed; more are counted only; default 1000. */
} schoolimp_parse_options;

/** What every member is before it is set. */
#define SCHOOLIMP_PARSE_OPTIONS_INIT {sizeof(schoolimp_parse_options), 0, 0, 0, 0, 0}
/** What SCHOOLIMP_PARSE_OPTIONS_INIT gives, for languages without macros. `struct_size` is the size the caller
 *  knows the structure with; no more than that is written. NULL does nothing. */
SCHOOLIMP_API void schoolimp_parse_options_init(schoolimp_parse_options* options, size_t struct_size) SCHOOLIMP_NOEXCEPT;

#define SCHOOLIMP_JSON_CANONICAL 0 /**< No white space: the bytes content hashes are taken of. */
#define SCHOOLIMP_JSON_PRETTY 1    /**< Two spaces, one member a line, ends with a line end. */

/** Kinds of documents that have a JSON Schema, in alphabetical order: "benchmarks", "calendar", "decisions" ... */
SCHOOLIMP_API schoolimp_status schoolimp_schema_kinds(schoolimp_strings** out, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The JSON Schema (2020-12) of a kind of document; SCHOOLIMP_E_NOT_FOUND for a kind there is none for. */
SCHOOLIMP_API schoolimp_status schoolimp_schema(schoolimp_text** out, const char* kind, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;

/** All issues of a document of a kind (as schoolimp_schema_kinds names them), errors and warnings, without using it.
 *  The call succeeds also when the document is bad; *out then holds errors. SCHOOLIMP_E_NOT_FOUND: no such kind. */
SCHOOLIMP_API schoolimp_status schoolimp_document_check(schoolimp_issues** out, const char* kind, const char* json, size_t size,
                                                        const schoolimp_parse_options* options, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;

/** SHA-256 (FIPS 180-4) of `size` bytes, zero bytes among them, as 64 lower-case hexadecimal digits. Of a framework's canonical JSON it is what
 *  schoolimp_framework_hash gives. `bytes` may be NULL when `size` is 0. */
SCHOOLIMP_API schoolimp_status schoolimp_content_hash(schoolimp_text** out, const void* bytes, size_t size, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------------ frameworks */

/** A trust's school improvement model, checked and compiled. Immutable. */
typedef struct schoolimp_framework schoolimp_framework;

/** Number of built-in frameworks; editions of one count each. */
SCHOOLIMP_API schoolimp_status schoolimp_builtin_framework_count(size_t* out, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Id, edition and title of one of them, by id and then from the oldest edition to the latest. The texts live as long as
 *  the library is loaded; each of the three may be NULL when it is not wanted. SCHOOLIMP_E_OUT_OF_RANGE: no such index. */
SCHOOLIMP_API schoolimp_status schoolimp_builtin_framework_at(size_t index, const char** id, const char** edition, const char** title,
                                                              schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** A built-in framework, by id; without an edition the latest one. It is compiled at every call, which takes some
 *  milliseconds: keep the handle. SCHOOLIMP_E_NOT_FOUND lists those there are. */
SCHOOLIMP_API schoolimp_status schoolimp_framework_builtin(schoolimp_framework** out, const char* id, const char* edition,
                                                           schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The JSON document of a built-in framework as its authors wrote it: a start for one's own. */
SCHOOLIMP_API schoolimp_status schoolimp_builtin_framework_text(schoolimp_text** out, const char* id, const char* edition,
                                                                schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Standard scales, dimensions, indicators and measures to build frameworks of, as JSON. */
SCHOOLIMP_API schoolimp_status schoolimp_builtin_catalogue(schoolimp_text** out, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;

/** Reads, checks and compiles a framework document. Takes some milliseconds: keep the handle. */
SCHOOLIMP_API schoolimp_status schoolimp_framework_parse(schoolimp_framework** out, const char* json, size_t size,
                                                         const schoolimp_parse_options* options, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The document; `style` is SCHOOLIMP_JSON_CANONICAL or SCHOOLIMP_JSON_PRETTY. */
SCHOOLIMP_API schoolimp_status schoolimp_framework_to_json(schoolimp_text** out, const schoolimp_framework* framework, int32_t style,
                                                           schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Ends the framework. */
SCHOOLIMP_API void schoolimp_framework_free(schoolimp_framework* framework) SCHOOLIMP_NOEXCEPT;

/** "pvat" ... */
SCHOOLIMP_API const char* schoolimp_framework_id(const schoolimp_framework* framework) SCHOOLIMP_NOEXCEPT;
/** The edition its authors gave it. */
SCHOOLIMP_API const char* schoolimp_framework_edition(const schoolimp_framework* framework) SCHOOLIMP_NOEXCEPT;
/** For people. */
SCHOOLIMP_API const char* schoolimp_framework_title(const schoolimp_framework* framework) SCHOOLIMP_NOEXCEPT;
/** SHA-256 of its canonical JSON: names it in every judgement made with it. */
SCHOOLIMP_API const char* schoolimp_framework_hash(const schoolimp_framework* framework) SCHOOLIMP_NOEXCEPT;
/** What compiling warned of: unreachable rows, unused indicators ... */
SCHOOLIMP_API schoolimp_status schoolimp_framework_warnings(schoolimp_issues** out, const schoolimp_framework* framework,
                                                            schoolimp_error** error) SCHOOLIMP_NOEXCEPT;

/* Parts of a framework: lists in the order of the document. */
#define SCHOOLIMP_PART_SCALE 1 /**< Ordered vocabularies of levels. */
#define SCHOOLIMP_PART_INDICATOR 2 /**< What is observed. */
#define SCHOOLIMP_PART_MEASURE 3 /**< Values derived from indicators. */
#define SCHOOLIMP_PART_CRITERION 4 /**< Named conditions. */
#define SCHOOLIMP_PART_JUDGEMENT 5 /**< The questions the framework answers. */
#define SCHOOLIMP_PART_OFFER 6 /**< What is provided at a level. */
#define SCHOOLIMP_PART_ACTION 7 /**< Actions of all offers, in their order. */
#define SCHOOLIMP_PART_ACTIVITY 8 /**< Recurring pieces of the calendar. */
#define SCHOOLIMP_PART_ROLE 9 /**< Who does things. */
#define SCHOOLIMP_PART_BODY 10 /**< Boards, committees, panels. */
#define SCHOOLIMP_PART_KPI 11 /**< Key performance indicators. */

/** How many parts of a kind (SCHOOLIMP_PART_...); 0 for a kind there is not. */
SCHOOLIMP_API size_t schoolimp_framework_part_count(const schoolimp_framework* framework, int32_t part) SCHOOLIMP_NOEXCEPT;
/** Id of a part. */
SCHOOLIMP_API const char* schoolimp_framework_part_id(const schoolimp_framework* framework, int32_t part, size_t index) SCHOOLIMP_NOEXCEPT;
/** Title of a part; "" when it has none. */
SCHOOLIMP_API const char* schoolimp_framework_part_title(const schoolimp_framework* framework, int32_t part, size_t index) SCHOOLIMP_NOEXCEPT;
/** Index of the part with an id; SCHOOLIMP_NOT_FOUND when there is none. */
SCHOOLIMP_API size_t schoolimp_framework_find_part(const schoolimp_framework* framework, int32_t part, const char* id) SCHOOLIMP_NOEXCEPT;

#define SCHOOLIMP_ORDER_BEST_FIRST 0 /**< The first level is the best. */
#define SCHOOLIMP_ORDER_WORST_FIRST 1 /**< The first level is the worst. */
#define SCHOOLIMP_ORDER_NONE 2 /**< The levels have no order of quality. */

/** In which order a scale lists its levels: SCHOOLIMP_ORDER_... */
SCHOOLIMP_API int32_t schoolimp_framework_scale_order(const schoolimp_framework* framework, size_t scale) SCHOOLIMP_NOEXCEPT;
/** Number of levels of a scale. */
SCHOOLIMP_API size_t schoolimp_framework_level_count(const schoolimp_framework* framework, size_t scale) SCHOOLIMP_NOEXCEPT;
/** Id of a level. */
SCHOOLIMP_API const char* schoolimp_framework_level_id(const schoolimp_framework* framework, size_t scale, size_t level) SCHOOLIMP_NOEXCEPT;
/** Title of a level. */
SCHOOLIMP_API const char* schoolimp_framework_level_title(const schoolimp_framework* framework, size_t scale, size_t level) SCHOOLIMP_NOEXCEPT;
/** Index of the scale a judgement (by index) answers on. */
SCHOOLIMP_API size_t schoolimp_framework_judgement_scale(const schoolimp_framework* framework, size_t judgement) SCHOOLIMP_NOEXCEPT;

#define SCHOOLIMP_INDICATOR_NUMBER 0 /**< Decimal numbers. */
#define SCHOOLIMP_INDICATOR_BOOLEAN 1 /**< True or false. */
#define SCHOOLIMP_INDICATOR_LEVEL 2 /**< Levels of a scale. */
#define SCHOOLIMP_INDICATOR_TEXT 3 /**< Texts. */
#define SCHOOLIMP_INDICATOR_DATE 4 /**< Dates. */

/** What an indicator's values are: SCHOOLIMP_INDICATOR_...; SCHOOLIMP_NONE when there is no such indicator. */
SCHOOLIMP_API int32_t schoolimp_framework_indicator_type(const schoolimp_framework* framework, size_t indicator) SCHOOLIMP_NOEXCEPT;
/** "percent", "points", "pupils" ...; "" when it has no unit. */
SCHOOLIMP_API const char* schoolimp_framework_indicator_unit(const schoolimp_framework* framework, size_t indicator) SCHOOLIMP_NOEXCEPT;
/** The condition of a criterion, as the document writes it. */
SCHOOLIMP_API const char* schoolimp_framework_criterion_expression(const schoolimp_framework* framework, size_t criterion) SCHOOLIMP_NOEXCEPT;
/** The cells of evidence it reads, as columns of a table are named: "ks2.rwm_expected", "prior(absence.overall)" ... */
SCHOOLIMP_API schoolimp_status schoolimp_framework_cells(schoolimp_strings** out, const schoolimp_framework* framework, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;

/** How a framework's judgement is written as one SQL query. */
typedef struct schoolimp_sql_options {
    size_t struct_size;                 /**< sizeof(schoolimp_sql_options) */
    const char* table;                  /**< The table: a row for each school, a column for each cell; default "cells". */
    const char* schema;                 /**< The table's schema; default: the database's own choice. */
    const char* key;                    /**< The column that names the school; default "urn". */
    const char* const* missing_columns; /**< Cells that have a column "<cell>:missing" beside them. */
    size_t missing_column_count;        /**< How many. */
    int32_t places;                     /**< Decimal places numbers are read to, 0 to 9; default 6. */
    int32_t all_missing_columns;        /**< 1: all cells that can have such a column do. */
    int32_t plain;                      /**< 1: without the words "as materialized" (SQL Server). */
    int32_t reserved;                   /**< 0 */
} schoolimp_sql_options;

/** What every member is before it is set. */
#define SCHOOLIMP_SQL_OPTIONS_INIT {sizeof(schoolimp_sql_options), NULL, NULL, NULL, NULL, 0, 6, 0, 0, 0}
/** What SCHOOLIMP_SQL_OPTIONS_INIT gives, for languages without macros. `struct_size` is the size the caller
 *  knows the structure with; no more than that is written. NULL does nothing. */
SCHOOLIMP_API void schoolimp_sql_options_init(schoolimp_sql_options* options, size_t struct_size) SCHOOLIMP_NOEXCEPT;
/** The framework's judgement as one portable query, for those who judge inside their database. Its columns are the key;
 *  "judgement:<id>" and "judgement:<id>:not_applicable" for each judgement; "criterion:<id>" for each criterion; and
 *  "unreadable". SCHOOLIMP_E_UNIMPLEMENTED names what portable SQL cannot say exactly. */
SCHOOLIMP_API schoolimp_status schoolimp_framework_to_sql(schoolimp_text** out, const schoolimp_framework* framework,
                                                          const schoolimp_sql_options* options, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;

/* -------------------------------------------------------------------------------------------------------- evidence */

/** Named columns of one length; see the part on tables below. */
typedef struct schoolimp_table schoolimp_table;

/** Observations of schools, each with its value or the reason it is missing, its source and both its dates. Immutable. */
typedef struct schoolimp_evidence schoolimp_evidence;

/** Reads evidence from JSON. */
SCHOOLIMP_API schoolimp_status schoolimp_evidence_parse(schoolimp_evidence** out, const char* json, size_t size, const schoolimp_parse_options* options,
                                                        schoolimp_issues** warnings, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Reads evidence from a comma-separated table (RFC 4180), one observation a row. Columns in any order: school, indicator
 *  (both needed), period, group, value, missing, observed_on, recorded_at, source, cohort, lower, upper, note. */
SCHOOLIMP_API schoolimp_status schoolimp_evidence_parse_csv(schoolimp_evidence** out, const char* csv, size_t size, const schoolimp_parse_options* options,
                                                            schoolimp_issues** warnings, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Reads evidence from a table of columns (schoolimp_table_from_stream, schoolimp_table_builder_new), one observation a row,
 *  with the columns of schoolimp_evidence_parse_csv. Each may be text, a number, a boolean or date32. Issues name the row,
 *  counted from 0, and the column. */
SCHOOLIMP_API schoolimp_status schoolimp_evidence_from_table(schoolimp_evidence** out, const schoolimp_table* table, const schoolimp_parse_options* options,
                                                             schoolimp_issues** warnings, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The document; `style` is SCHOOLIMP_JSON_CANONICAL or SCHOOLIMP_JSON_PRETTY. */
SCHOOLIMP_API schoolimp_status schoolimp_evidence_to_json(schoolimp_text** out, const schoolimp_evidence* evidence, int32_t style,
                                                          schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The comma-separated table, all columns, CRLF line ends. Fails for a text the table would give back as a number or a
 *  boolean. */
SCHOOLIMP_API schoolimp_status schoolimp_evidence_to_csv(schoolimp_text** out, const schoolimp_evidence* evidence, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The table of columns, one row for each observation, for schoolimp_table_to_stream: cohort of int64, observed_on and
 *  recorded_at of date32, the others of text, with null where there is nothing. schoolimp_evidence_from_table gives the same
 *  evidence back. Fails for a text that would be given back as a number or a boolean. */
SCHOOLIMP_API schoolimp_status schoolimp_evidence_to_table(schoolimp_table** out, const schoolimp_evidence* evidence, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Ends the evidence. */
SCHOOLIMP_API void schoolimp_evidence_free(schoolimp_evidence* evidence) SCHOOLIMP_NOEXCEPT;

/** Number of observations. */
SCHOOLIMP_API size_t schoolimp_evidence_size(const schoolimp_evidence* evidence) SCHOOLIMP_NOEXCEPT;
/** Ids of the schools observed, in order. */
SCHOOLIMP_API schoolimp_status schoolimp_evidence_schools(schoolimp_strings** out, const schoolimp_evidence* evidence, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Both sets together. Fails where they give one cell different values with the same recording date. */
SCHOOLIMP_API schoolimp_status schoolimp_evidence_merged(schoolimp_evidence** out, const schoolimp_evidence* evidence, const schoolimp_evidence* other,
                                                         schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The set with the observations of school `predecessor` added under the name of `successor`, noted as such. */
SCHOOLIMP_API schoolimp_status schoolimp_evidence_with_predecessor(schoolimp_evidence** out, const schoolimp_evidence* evidence, const char* successor,
                                                                   const char* predecessor, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The issues of evidence under a framework: wrong types, levels not in the scale, numbers out of bounds (errors);
 *  indicators it does not use (warnings). Succeeds also when there are errors. */
SCHOOLIMP_API schoolimp_status schoolimp_evidence_check(schoolimp_issues** out, const schoolimp_evidence* evidence, const schoolimp_framework* framework,
                                                        schoolimp_error** error) SCHOOLIMP_NOEXCEPT;

#define SCHOOLIMP_VALUE_MISSING 0 /**< `value` is a word: suppressed, not_applicable, not_collected, not_published, low_coverage, too_small,
                                       not_loaded, stale, withheld, unknown. */
#define SCHOOLIMP_VALUE_NUMBER 1  /**< `value` is a decimal number, "61.5": exact. */
#define SCHOOLIMP_VALUE_BOOLEAN 2 /**< `value` is "true" or "false". */
#define SCHOOLIMP_VALUE_WORD 3    /**< `value` is a level's id or a text. */
#define SCHOOLIMP_VALUE_DATE 4    /**< `value` is an ISO date, "2026-09-01". */
#define SCHOOLIMP_VALUE_DOUBLE 5  /**< `number` holds it: the shortest decimal that reads back as it. */

/** One observation: the value of an indicator for a school, period and group. */
typedef struct schoolimp_observation {
    size_t struct_size;    /**< sizeof(schoolimp_observation) */
    const char* school;    /**< School id, customarily the URN. Needed. */
    const char* indicator; /**< Indicator id. Needed. */
    const char* period;    /**< "2025/26" or "2025/26 autumn"; NULL for what is observed at a date. */
    const char* group;     /**< Member of the indicator's dimension; NULL for the whole school. */
    const char* value;     /**< As `kind` says. */
    const char* source;    /**< Where it is from. */
    const char* note;      /**< Anything else. */
    const char* lower;     /**< Published confidence limits, decimal numbers; both or none. */
    const char* upper;     /**< The upper one. */
    double number;         /**< With SCHOOLIMP_VALUE_DOUBLE. */
    int32_t kind;          /**< SCHOOLIMP_VALUE_... */
    int32_t observed_on;   /**< When it was the case. Needed without a period. */
    int32_t recorded_at;   /**< When it became known; none: from the start. */
    int32_t cohort;        /**< Pupils behind the figure; SCHOOLIMP_NONE when not known. */
} schoolimp_observation;

/** What every member is before it is set. */
#define SCHOOLIMP_OBSERVATION_INIT                                                                                                      \
    {sizeof(schoolimp_observation), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.0, 0, SCHOOLIMP_NO_DATE, SCHOOLIMP_NO_DATE, \
     SCHOOLIMP_NONE}
/** What SCHOOLIMP_OBSERVATION_INIT gives, for languages without macros. `struct_size` is the size the caller
 *  knows the structure with; no more than that is written. NULL does nothing. */
SCHOOLIMP_API void schoolimp_observation_init(schoolimp_observation* observation, size_t struct_size) SCHOOLIMP_NOEXCEPT;

/** Collects observations one at a time. Belongs to one thread at a time. */
typedef struct schoolimp_evidence_builder schoolimp_evidence_builder;

/** An empty builder. */
SCHOOLIMP_API schoolimp_status schoolimp_evidence_builder_new(schoolimp_evidence_builder** out, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Adds a copy of one observation. A value that cannot be read is refused at once and not added. */
SCHOOLIMP_API schoolimp_status schoolimp_evidence_builder_add(schoolimp_evidence_builder* builder, const schoolimp_observation* observation,
                                                              schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The evidence so far; the builder keeps its observations. Fails with an issue for every pair of observations that give
 *  one cell different values; pointers are "/observations/<number added>". */
SCHOOLIMP_API schoolimp_status schoolimp_evidence_builder_build(schoolimp_evidence** out, const schoolimp_evidence_builder* builder,
                                                                schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Ends the builder. */
SCHOOLIMP_API void schoolimp_evidence_builder_free(schoolimp_evidence_builder* builder) SCHOOLIMP_NOEXCEPT;

/* ----------------------------------------------------------------------------------- trusts and national figures */

/** A trust: its schools and people. Immutable. */
typedef struct schoolimp_trust schoolimp_trust;

/** Reads a trust from JSON. */
SCHOOLIMP_API schoolimp_status schoolimp_trust_parse(schoolimp_trust** out, const char* json, size_t size, const schoolimp_parse_options* options,
                                                     schoolimp_issues** warnings, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The document; `style` is SCHOOLIMP_JSON_CANONICAL or SCHOOLIMP_JSON_PRETTY. */
SCHOOLIMP_API schoolimp_status schoolimp_trust_to_json(schoolimp_text** out, const schoolimp_trust* trust, int32_t style, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Number of schools. */
SCHOOLIMP_API size_t schoolimp_trust_school_count(const schoolimp_trust* trust) SCHOOLIMP_NOEXCEPT;
/** Id of a school. */
SCHOOLIMP_API const char* schoolimp_trust_school_id(const schoolimp_trust* trust, size_t index) SCHOOLIMP_NOEXCEPT;
/** Name of a school. */
SCHOOLIMP_API const char* schoolimp_trust_school_name(const schoolimp_trust* trust, size_t index) SCHOOLIMP_NOEXCEPT;
/** Ends the trust. */
SCHOOLIMP_API void schoolimp_trust_free(schoolimp_trust* trust) SCHOOLIMP_NOEXCEPT;

/** National figures to compare with. Immutable. */
typedef struct schoolimp_benchmarks schoolimp_benchmarks;

/** National figures of England that come with the library, each with the published table it was read from. They are read at
 *  every call: keep the handle. */
SCHOOLIMP_API schoolimp_status schoolimp_benchmarks_builtin(schoolimp_benchmarks** out, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Reads national figures from JSON. */
SCHOOLIMP_API schoolimp_status schoolimp_benchmarks_parse(schoolimp_benchmarks** out, const char* json, size_t size, const schoolimp_parse_options* options,
                                                          schoolimp_issues** warnings, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The document; `style` is SCHOOLIMP_JSON_CANONICAL or SCHOOLIMP_JSON_PRETTY. */
SCHOOLIMP_API schoolimp_status schoolimp_benchmarks_to_json(schoolimp_text** out, const schoolimp_benchmarks* benchmarks, int32_t style,
                                                            schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The first table with the figures of `other` put over it. */
SCHOOLIMP_API schoolimp_status schoolimp_benchmarks_overlaid(schoolimp_benchmarks** out, const schoolimp_benchmarks* benchmarks,
                                                             const schoolimp_benchmarks* other, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Number of figures. */
SCHOOLIMP_API size_t schoolimp_benchmarks_size(const schoolimp_benchmarks* benchmarks) SCHOOLIMP_NOEXCEPT;
/** Ends the table. */
SCHOOLIMP_API void schoolimp_benchmarks_free(schoolimp_benchmarks* benchmarks) SCHOOLIMP_NOEXCEPT;

/* ----------------------------------------------------------------------------------------------------- school years */

/** One academic year of a school: terms, half terms, INSET days, bank holidays, its school days counted. Immutable. */
typedef struct schoolimp_school_year schoolimp_school_year;

/** Reads a school year from JSON and checks its dates. `bank_holidays` may be NULL: those of England and Wales by rule;
 *  otherwise it is the text of GOV.UK's bank-holidays.json, whose years replace the rule's. The document's own stand
 *  before both. */
SCHOOLIMP_API schoolimp_status schoolimp_school_year_parse(schoolimp_school_year** out, const char* json, size_t size, const char* bank_holidays,
                                                           size_t bank_holidays_size, const schoolimp_parse_options* options, schoolimp_issues** warnings,
                                                           schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The document; `style` is SCHOOLIMP_JSON_CANONICAL or SCHOOLIMP_JSON_PRETTY. */
SCHOOLIMP_API schoolimp_status schoolimp_school_year_to_json(schoolimp_text** out, const schoolimp_school_year* year, int32_t style,
                                                             schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Id of the document. */
SCHOOLIMP_API const char* schoolimp_school_year_id(const schoolimp_school_year* year) SCHOOLIMP_NOEXCEPT;
/** First day of the year, holidays included. */
SCHOOLIMP_API int32_t schoolimp_school_year_first(const schoolimp_school_year* year) SCHOOLIMP_NOEXCEPT;
/** Last day of the year, holidays included. */
SCHOOLIMP_API int32_t schoolimp_school_year_last(const schoolimp_school_year* year) SCHOOLIMP_NOEXCEPT;

#define SCHOOLIMP_DAY_SCHOOL_DAY 0 /**< Open to pupils; the only such kind. */
#define SCHOOLIMP_DAY_INSET 1      /**< Open to staff. */
#define SCHOOLIMP_DAY_STAFF_ONLY 2 /**< Open to staff. */
#define SCHOOLIMP_DAY_WEEKEND 3 /**< Closed. */
#define SCHOOLIMP_DAY_BANK_HOLIDAY 4 /**< Closed. */
#define SCHOOLIMP_DAY_CLOSURE 5 /**< Closed. */
#define SCHOOLIMP_DAY_HOLIDAY 6 /**< Closed: school holidays, and every day outside the year. */

/** What a day is: SCHOOLIMP_DAY_...; SCHOOLIMP_NONE for a NULL handle or no date. Days outside the year are closed. */
SCHOOLIMP_API int32_t schoolimp_school_year_day_kind(const schoolimp_school_year* year, int32_t date) SCHOOLIMP_NOEXCEPT;
/** What stands on a day that is no school day, in words: "Christmas Day", "INSET day", "weekend" ...; "" for a school
 *  day. */
SCHOOLIMP_API schoolimp_status schoolimp_school_year_describe(schoolimp_text** out, const schoolimp_school_year* year, int32_t date,
                                                              schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** All school days, in order: *count becomes their number, also when there is no room for them. When `capacity` is at least
 *  that, `days` is filled; otherwise nothing is written to it and the call fails with SCHOOLIMP_E_OUT_OF_RANGE, except with a
 *  capacity of 0, which asks for the number alone (`days` may then be NULL). */
SCHOOLIMP_API schoolimp_status schoolimp_school_year_school_days(const schoolimp_school_year* year, int32_t* days, size_t capacity, size_t* count,
                                                                 schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Number of school days from `first` to `last`, both included; 0 when last is before first. */
SCHOOLIMP_API int32_t schoolimp_school_year_days_between(const schoolimp_school_year* year, int32_t first, int32_t last) SCHOOLIMP_NOEXCEPT;
/** The first school day on or after a date; none after the year's last. */
SCHOOLIMP_API int32_t schoolimp_school_year_next_day(const schoolimp_school_year* year, int32_t date) SCHOOLIMP_NOEXCEPT;
/** The last school day on or before a date; none before the year's first. */
SCHOOLIMP_API int32_t schoolimp_school_year_previous_day(const schoolimp_school_year* year, int32_t date) SCHOOLIMP_NOEXCEPT;
/** The nth school day after a date; before it for a negative n; for 0 the first on or after it. None outside the year. */
SCHOOLIMP_API int32_t schoolimp_school_year_day_after(const schoolimp_school_year* year, int32_t date, int32_t n) SCHOOLIMP_NOEXCEPT;
/** Number of half terms. */
SCHOOLIMP_API size_t schoolimp_school_year_half_term_count(const schoolimp_school_year* year) SCHOOLIMP_NOEXCEPT;
/** Index of the half term a date lies in; SCHOOLIMP_NOT_FOUND in the holidays. */
SCHOOLIMP_API size_t schoolimp_school_year_half_term_of(const schoolimp_school_year* year, int32_t date) SCHOOLIMP_NOEXCEPT;
/** "autumn half term 1 (1 September to 23 October 2026)". SCHOOLIMP_E_OUT_OF_RANGE: no such half term. */
SCHOOLIMP_API schoolimp_status schoolimp_school_year_half_term_title(schoolimp_text** out, const schoolimp_school_year* year, size_t index,
                                                                     schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Number of the school week a date lies in, from 1; SCHOOLIMP_NONE for a week without school days. */
SCHOOLIMP_API int32_t schoolimp_school_year_week_of(const schoolimp_school_year* year, int32_t date) SCHOOLIMP_NOEXCEPT;
/** The year counted against what is expected of it, in sentences: days open to staff and to pupils, INSET, half terms. */
SCHOOLIMP_API schoolimp_status schoolimp_school_year_audit(schoolimp_strings** out, const schoolimp_school_year* year, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Ends the school year. */
SCHOOLIMP_API void schoolimp_school_year_free(schoolimp_school_year* year) SCHOOLIMP_NOEXCEPT;

/* ---------------------------------------------------------------------------------------------------------- judging */

/** The schools that rank, percentile, quantile and median compare with. Immutable. */
typedef struct schoolimp_cohort schoolimp_cohort;
/** Everything known about one school under one framework at one pair of dates. Immutable. */
typedef struct schoolimp_judgement schoolimp_judgement;

/** When a school is judged, and with whom it is compared. */
typedef struct schoolimp_judge_options {
    size_t struct_size;             /**< sizeof(schoolimp_judge_options) */
    const char* period;             /**< "2025/26" fixes the current school year of annual indicators; NULL: the latest seen of each. */
    const schoolimp_cohort* cohort; /**< For frameworks with population functions; NULL: their figures are missing. */
    int32_t valid;                  /**< What was the case by this day. Needed. */
    int32_t known;                  /**< As far as recorded by this day; none: by `valid`. */
    int32_t search_limit;           /**< Evaluations spent at most on proving which levels are possible; 0: 20,000. */
    int32_t reserved;               /**< 0 */
} schoolimp_judge_options;

/** What every member is before it is set. */
#define SCHOOLIMP_JUDGE_OPTIONS_INIT {sizeof(schoolimp_judge_options), NULL, NULL, SCHOOLIMP_NO_DATE, SCHOOLIMP_NO_DATE, 0, 0}
/** What SCHOOLIMP_JUDGE_OPTIONS_INIT gives, for languages without macros. `struct_size` is the size the caller
 *  knows the structure with; no more than that is written. NULL does nothing. */
SCHOOLIMP_API void schoolimp_judge_options_init(schoolimp_judge_options* options, size_t struct_size) SCHOOLIMP_NOEXCEPT;

/** Judges one school. A school without any evidence is judged as well: schoolimp_judgement_known_cells is 0. `trust` (properties of schools) and `benchmarks` (national figures) may be NULL: none are known.
 *  SCHOOLIMP_E_INVALID_ARGUMENT: the evidence contradicts the framework, every issue is listed;
 *  SCHOOLIMP_E_FAILED_PRECONDITION: the cohort is of another framework or of other dates. */
SCHOOLIMP_API schoolimp_status schoolimp_judge(schoolimp_judgement** out, const schoolimp_framework* framework, const schoolimp_evidence* evidence,
                                               const char* school, const schoolimp_trust* trust, const schoolimp_benchmarks* benchmarks,
                                               const schoolimp_judge_options* options, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;

/** The cohort of all schools with an observation or in the trust, at the dates of `options` (`cohort` and `search_limit`
 *  are not looked at). */
SCHOOLIMP_API schoolimp_status schoolimp_cohort_make(schoolimp_cohort** out, const schoolimp_framework* framework, const schoolimp_evidence* evidence,
                                                     const schoolimp_trust* trust, const schoolimp_benchmarks* benchmarks, const schoolimp_judge_options* options,
                                                     schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Number of schools in it. */
SCHOOLIMP_API size_t schoolimp_cohort_school_count(const schoolimp_cohort* cohort) SCHOOLIMP_NOEXCEPT;
/** Id of one of them, in order. */
SCHOOLIMP_API const char* schoolimp_cohort_school(const schoolimp_cohort* cohort, size_t index) SCHOOLIMP_NOEXCEPT;
/** Number of population functions of the framework. */
SCHOOLIMP_API size_t schoolimp_cohort_function_count(const schoolimp_cohort* cohort) SCHOOLIMP_NOEXCEPT;
/** One of them, as the framework writes it: "rank(ks2.rwm_expected)". */
SCHOOLIMP_API const char* schoolimp_cohort_function(const schoolimp_cohort* cohort, size_t function) SCHOOLIMP_NOEXCEPT;
/** Number of schools that are eligible for a function and have a value. */
SCHOOLIMP_API size_t schoolimp_cohort_population(const schoolimp_cohort* cohort, size_t function) SCHOOLIMP_NOEXCEPT;
/** A school's figure for a function, as a decimal number. SCHOOLIMP_E_NOT_FOUND: it has none.
 *  SCHOOLIMP_E_OUT_OF_RANGE: no such function. */
SCHOOLIMP_API schoolimp_status schoolimp_cohort_figure(schoolimp_text** out, const schoolimp_cohort* cohort, size_t function, const char* school,
                                                       schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Ends the cohort. */
SCHOOLIMP_API void schoolimp_cohort_free(schoolimp_cohort* cohort) SCHOOLIMP_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------ reading a judgement */

/** Reads a judgement back as it was written. */
SCHOOLIMP_API schoolimp_status schoolimp_judgement_parse(schoolimp_judgement** out, const char* json, size_t size, const schoolimp_parse_options* options,
                                                         schoolimp_issues** warnings, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The document; `style` is SCHOOLIMP_JSON_CANONICAL or SCHOOLIMP_JSON_PRETTY. */
SCHOOLIMP_API schoolimp_status schoolimp_judgement_to_json(schoolimp_text** out, const schoolimp_judgement* judgement, int32_t style,
                                                           schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** A page about the school for people: what is suggested, decided and possible, every criterion with its values. The trust
 *  (may be NULL) gives the school's name. */
SCHOOLIMP_API schoolimp_status schoolimp_judgement_to_markdown(schoolimp_text** out, const schoolimp_judgement* judgement, const schoolimp_framework* framework,
                                                               const schoolimp_trust* trust, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Ends the judgement. */
SCHOOLIMP_API void schoolimp_judgement_free(schoolimp_judgement* judgement) SCHOOLIMP_NOEXCEPT;

/** Id of the school. */
SCHOOLIMP_API const char* schoolimp_judgement_school(const schoolimp_judgement* judgement) SCHOOLIMP_NOEXCEPT;
/** Id of the framework. */
SCHOOLIMP_API const char* schoolimp_judgement_framework_id(const schoolimp_judgement* judgement) SCHOOLIMP_NOEXCEPT;
/** Edition of the framework. */
SCHOOLIMP_API const char* schoolimp_judgement_framework_edition(const schoolimp_judgement* judgement) SCHOOLIMP_NOEXCEPT;
/** Hash of the framework. */
SCHOOLIMP_API const char* schoolimp_judgement_framework_hash(const schoolimp_judgement* judgement) SCHOOLIMP_NOEXCEPT;
/** What was the case by this day. */
SCHOOLIMP_API int32_t schoolimp_judgement_valid(const schoolimp_judgement* judgement) SCHOOLIMP_NOEXCEPT;
/** As far as recorded by this day. */
SCHOOLIMP_API int32_t schoolimp_judgement_known_by(const schoolimp_judgement* judgement) SCHOOLIMP_NOEXCEPT;
/** Number of the school's own cells read that have a value. */
SCHOOLIMP_API int32_t schoolimp_judgement_known_cells(const schoolimp_judgement* judgement) SCHOOLIMP_NOEXCEPT;
/** Number of those that have none, though there could be one. */
SCHOOLIMP_API int32_t schoolimp_judgement_missing_cells(const schoolimp_judgement* judgement) SCHOOLIMP_NOEXCEPT;

/* Answers: one for each question (judgement rule) of the framework, in its order. */

/** Number of answers. */
SCHOOLIMP_API size_t schoolimp_judgement_answer_count(const schoolimp_judgement* judgement) SCHOOLIMP_NOEXCEPT;
/** Index of the answer to a question by id; SCHOOLIMP_NOT_FOUND when it is not asked. */
SCHOOLIMP_API size_t schoolimp_judgement_find_answer(const schoolimp_judgement* judgement, const char* id) SCHOOLIMP_NOEXCEPT;
/** Id of the question. */
SCHOOLIMP_API const char* schoolimp_judgement_answer_id(const schoolimp_judgement* judgement, size_t answer) SCHOOLIMP_NOEXCEPT;
/** Id of the scale it is answered on. */
SCHOOLIMP_API const char* schoolimp_judgement_answer_scale(const schoolimp_judgement* judgement, size_t answer) SCHOOLIMP_NOEXCEPT;
/** Id of the level suggested; NULL when the evidence does not settle it. */
SCHOOLIMP_API const char* schoolimp_judgement_suggested(const schoolimp_judgement* judgement, size_t answer) SCHOOLIMP_NOEXCEPT;

#define SCHOOLIMP_ANSWER_NOT_APPLICABLE 1 /**< The question does not apply to the school. */
#define SCHOOLIMP_ANSWER_ONLY_POSSIBLE 2  /**< Suggested because every filling of what is missing gives this level. */
#define SCHOOLIMP_ANSWER_NOT_EXACT 4      /**< The search stopped at its limit: fewer levels may be possible. */

/** SCHOOLIMP_ANSWER_... bits. */
SCHOOLIMP_API uint32_t schoolimp_judgement_answer_flags(const schoolimp_judgement* judgement, size_t answer) SCHOOLIMP_NOEXCEPT;
/** Number of levels that some filling of the missing evidence would give. */
SCHOOLIMP_API size_t schoolimp_judgement_possible_count(const schoolimp_judgement* judgement, size_t answer) SCHOOLIMP_NOEXCEPT;
/** Id of one of them, in the order of the scale. */
SCHOOLIMP_API const char* schoolimp_judgement_possible(const schoolimp_judgement* judgement, size_t answer, size_t index) SCHOOLIMP_NOEXCEPT;
/** Number of reasons. */
SCHOOLIMP_API size_t schoolimp_judgement_reason_count(const schoolimp_judgement* judgement, size_t answer) SCHOOLIMP_NOEXCEPT;
/** One sentence; the deciding ones come first. */
SCHOOLIMP_API const char* schoolimp_judgement_reason(const schoolimp_judgement* judgement, size_t answer, size_t index) SCHOOLIMP_NOEXCEPT;
/** Number of missing cells that can still change the answer. */
SCHOOLIMP_API size_t schoolimp_judgement_missing_count(const schoolimp_judgement* judgement, size_t answer) SCHOOLIMP_NOEXCEPT;
/** One of them, as the index of a reading. */
SCHOOLIMP_API size_t schoolimp_judgement_missing(const schoolimp_judgement* judgement, size_t answer, size_t index) SCHOOLIMP_NOEXCEPT;

/* Criteria, measures and conditions. */

#define SCHOOLIMP_TRUTH_FALSE 0 /**< Not met. */
#define SCHOOLIMP_TRUTH_TRUE 1 /**< Met. */
#define SCHOOLIMP_TRUTH_UNKNOWN 2 /**< The evidence does not say. */
#define SCHOOLIMP_TRUTH_NOT_APPLICABLE 3 /**< Not asked of this school. */

/** Number of criteria, in the order of the framework. */
SCHOOLIMP_API size_t schoolimp_judgement_criterion_count(const schoolimp_judgement* judgement) SCHOOLIMP_NOEXCEPT;
/** Index of a criterion by id; SCHOOLIMP_NOT_FOUND when there is none. */
SCHOOLIMP_API size_t schoolimp_judgement_find_criterion(const schoolimp_judgement* judgement, const char* id) SCHOOLIMP_NOEXCEPT;
/** Id of a criterion. */
SCHOOLIMP_API const char* schoolimp_judgement_criterion_id(const schoolimp_judgement* judgement, size_t criterion) SCHOOLIMP_NOEXCEPT;
/** Whether it is met: SCHOOLIMP_TRUTH_... (true: met); SCHOOLIMP_NONE for an index out of range. */
SCHOOLIMP_API int32_t schoolimp_judgement_criterion_result(const schoolimp_judgement* judgement, size_t criterion) SCHOOLIMP_NOEXCEPT;
/** Number of comparisons inside it. */
SCHOOLIMP_API size_t schoolimp_judgement_comparison_count(const schoolimp_judgement* judgement, size_t criterion) SCHOOLIMP_NOEXCEPT;
/** A comparison as the framework writes it. */
SCHOOLIMP_API const char* schoolimp_judgement_comparison_text(const schoolimp_judgement* judgement, size_t criterion, size_t comparison) SCHOOLIMP_NOEXCEPT;
/** Value of its left side; "" when unknown or not applicable. */
SCHOOLIMP_API const char* schoolimp_judgement_comparison_left(const schoolimp_judgement* judgement, size_t criterion, size_t comparison) SCHOOLIMP_NOEXCEPT;
/** "==", "!=", "<", "<=", ">", ">=" or "in". */
SCHOOLIMP_API const char* schoolimp_judgement_comparison_comparator(const schoolimp_judgement* judgement, size_t criterion, size_t comparison) SCHOOLIMP_NOEXCEPT;
/** Value of its right side, the threshold; with "in" the values, with commas. */
SCHOOLIMP_API const char* schoolimp_judgement_comparison_right(const schoolimp_judgement* judgement, size_t criterion, size_t comparison) SCHOOLIMP_NOEXCEPT;
/** SCHOOLIMP_TRUTH_... */
SCHOOLIMP_API int32_t schoolimp_judgement_comparison_result(const schoolimp_judgement* judgement, size_t criterion, size_t comparison) SCHOOLIMP_NOEXCEPT;
/** Number of cells a criterion depends on. */
SCHOOLIMP_API size_t schoolimp_judgement_criterion_reading_count(const schoolimp_judgement* judgement, size_t criterion) SCHOOLIMP_NOEXCEPT;
/** One of them, as the index of a reading. */
SCHOOLIMP_API size_t schoolimp_judgement_criterion_reading(const schoolimp_judgement* judgement, size_t criterion, size_t index) SCHOOLIMP_NOEXCEPT;
/** Number of missing cells an unknown criterion waits for. */
SCHOOLIMP_API size_t schoolimp_judgement_criterion_waiting_count(const schoolimp_judgement* judgement, size_t criterion) SCHOOLIMP_NOEXCEPT;
/** One of them, as the index of a reading. */
SCHOOLIMP_API size_t schoolimp_judgement_criterion_waiting(const schoolimp_judgement* judgement, size_t criterion, size_t index) SCHOOLIMP_NOEXCEPT;

/** Number of measures, in the order of the framework. */
SCHOOLIMP_API size_t schoolimp_judgement_measure_count(const schoolimp_judgement* judgement) SCHOOLIMP_NOEXCEPT;
/** Id of a measure. */
SCHOOLIMP_API const char* schoolimp_judgement_measure_id(const schoolimp_judgement* judgement, size_t measure) SCHOOLIMP_NOEXCEPT;
/** SCHOOLIMP_TRUTH_TRUE: it has a value; SCHOOLIMP_TRUTH_UNKNOWN or SCHOOLIMP_TRUTH_NOT_APPLICABLE; SCHOOLIMP_NONE out of range. */
SCHOOLIMP_API int32_t schoolimp_judgement_measure_state(const schoolimp_judgement* judgement, size_t measure) SCHOOLIMP_NOEXCEPT;
/** Its value; "" without one. Levels as "scale.level". */
SCHOOLIMP_API const char* schoolimp_judgement_measure_value(const schoolimp_judgement* judgement, size_t measure) SCHOOLIMP_NOEXCEPT;

/** Number of conditions of offers, actions, activities ... */
SCHOOLIMP_API size_t schoolimp_judgement_condition_count(const schoolimp_judgement* judgement) SCHOOLIMP_NOEXCEPT;
/** Whose condition: "action:<id>", "activity:<id>", "offer:<id>" ... */
SCHOOLIMP_API const char* schoolimp_judgement_condition_owner(const schoolimp_judgement* judgement, size_t condition) SCHOOLIMP_NOEXCEPT;
/** SCHOOLIMP_TRUTH_...; SCHOOLIMP_NONE for an index out of range. */
SCHOOLIMP_API int32_t schoolimp_judgement_condition_result(const schoolimp_judgement* judgement, size_t condition) SCHOOLIMP_NOEXCEPT;
/** Number of key performance indicators, as they stand for this school. */
SCHOOLIMP_API size_t schoolimp_judgement_kpi_count(const schoolimp_judgement* judgement) SCHOOLIMP_NOEXCEPT;
/** Id of one. */
SCHOOLIMP_API const char* schoolimp_judgement_kpi_id(const schoolimp_judgement* judgement, size_t kpi) SCHOOLIMP_NOEXCEPT;
/** SCHOOLIMP_TRUTH_...; SCHOOLIMP_NONE for an index out of range. */
SCHOOLIMP_API int32_t schoolimp_judgement_kpi_result(const schoolimp_judgement* judgement, size_t kpi) SCHOOLIMP_NOEXCEPT;

/* Readings: the cells of evidence that were read, or looked for. */

/** Number of readings. */
SCHOOLIMP_API size_t schoolimp_judgement_reading_count(const schoolimp_judgement* judgement) SCHOOLIMP_NOEXCEPT;
/** Id of the indicator, "school.phase" ..., or a population function as the framework writes it. */
SCHOOLIMP_API const char* schoolimp_judgement_reading_indicator(const schoolimp_judgement* judgement, size_t reading) SCHOOLIMP_NOEXCEPT;

#define SCHOOLIMP_READING_NATIONAL 1   /**< A national figure, not the school's own. */
#define SCHOOLIMP_READING_POPULATION 2 /**< The figure of a population function. */

/** SCHOOLIMP_READING_... bits. */
SCHOOLIMP_API uint32_t schoolimp_judgement_reading_flags(const schoolimp_judgement* judgement, size_t reading) SCHOOLIMP_NOEXCEPT;
/** Member of the dimension; "" for the whole school. */
SCHOOLIMP_API const char* schoolimp_judgement_reading_group(const schoolimp_judgement* judgement, size_t reading) SCHOOLIMP_NOEXCEPT;
/** Periods, or observations, before the current one. */
SCHOOLIMP_API int32_t schoolimp_judgement_reading_shift(const schoolimp_judgement* judgement, size_t reading) SCHOOLIMP_NOEXCEPT;
/** "2025/26"; "" for what is observed at a date. */
SCHOOLIMP_API const char* schoolimp_judgement_reading_period(const schoolimp_judgement* judgement, size_t reading) SCHOOLIMP_NOEXCEPT;
/** Its value; "" when it is missing. */
SCHOOLIMP_API const char* schoolimp_judgement_reading_value(const schoolimp_judgement* judgement, size_t reading) SCHOOLIMP_NOEXCEPT;
/** Why it is missing, the words of SCHOOLIMP_VALUE_MISSING; NULL when it is not. */
SCHOOLIMP_API const char* schoolimp_judgement_reading_missing(const schoolimp_judgement* judgement, size_t reading) SCHOOLIMP_NOEXCEPT;
/** When it was the case. */
SCHOOLIMP_API int32_t schoolimp_judgement_reading_observed_on(const schoolimp_judgement* judgement, size_t reading) SCHOOLIMP_NOEXCEPT;
/** Where it is from. */
SCHOOLIMP_API const char* schoolimp_judgement_reading_source(const schoolimp_judgement* judgement, size_t reading) SCHOOLIMP_NOEXCEPT;

/* --------------------------------------------------------------------------------------------------------- deciding */

/** A level people decided, kept apart from what was suggested. */
typedef struct schoolimp_decision {
    size_t struct_size;         /**< sizeof(schoolimp_decision) */
    const char* school;         /**< School id; NULL: the judgement's. */
    const char* judgement;      /**< Id of the question. Needed. */
    const char* level;          /**< Id of the level. Needed. */
    const char* by;             /**< Role or body of the framework. Needed. */
    const char* person;         /**< Who; optional. */
    const char* reason;         /**< Why; some frameworks ask for it. */
    const char* suggested;      /**< What was suggested then, kept as given; NULL: the judgement's. */
    const char* framework_hash; /**< With which framework, kept as given; NULL: the judgement's. */
    int32_t decided_on;         /**< When. Needed. */
    int32_t reserved;           /**< 0 */
} schoolimp_decision;

/** What every member is before it is set. */
#define SCHOOLIMP_DECISION_INIT {sizeof(schoolimp_decision), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, SCHOOLIMP_NO_DATE, 0}
/** What SCHOOLIMP_DECISION_INIT gives, for languages without macros. `struct_size` is the size the caller
 *  knows the structure with; no more than that is written. NULL does nothing. */
SCHOOLIMP_API void schoolimp_decision_init(schoolimp_decision* decision, size_t struct_size) SCHOOLIMP_NOEXCEPT;

/** The judgement with one more decision. Fails when the framework does not know the question or the level, when only
 *  others may decide or in another direction, and when a reason is required and missing. */
SCHOOLIMP_API schoolimp_status schoolimp_decide(schoolimp_judgement** out, const schoolimp_framework* framework, const schoolimp_judgement* judgement,
                                                const schoolimp_decision* decision, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Number of decisions, the oldest first; the last one about a question is in force. */
SCHOOLIMP_API size_t schoolimp_judgement_decision_count(const schoolimp_judgement* judgement) SCHOOLIMP_NOEXCEPT;
/** One of them. Set out->struct_size before; the texts are borrowed from the judgement. SCHOOLIMP_E_OUT_OF_RANGE: no such index. */
SCHOOLIMP_API schoolimp_status schoolimp_judgement_decision(schoolimp_decision* out, const schoolimp_judgement* judgement, size_t index,
                                                            schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The level to act on for a question: the decided one, else the suggested one, else "". As "scale.level", as measures and plans
 *  have it; answers and decisions, whose scale is known, have the id of the level alone. */
SCHOOLIMP_API schoolimp_status schoolimp_judgement_level_in_force(schoolimp_text** out, const schoolimp_judgement* judgement, const char* id,
                                                                  schoolimp_error** error) SCHOOLIMP_NOEXCEPT;

/** Decisions as a document of their own, which outlives the judgements they were made on. Immutable. */
typedef struct schoolimp_decisions schoolimp_decisions;

/** Reads decisions from JSON. */
SCHOOLIMP_API schoolimp_status schoolimp_decisions_parse(schoolimp_decisions** out, const char* json, size_t size, const schoolimp_parse_options* options,
                                                         schoolimp_issues** warnings, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The document; `style` is SCHOOLIMP_JSON_CANONICAL or SCHOOLIMP_JSON_PRETTY. */
SCHOOLIMP_API schoolimp_status schoolimp_decisions_to_json(schoolimp_text** out, const schoolimp_decisions* decisions, int32_t style,
                                                           schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The list with one more decision at its end, for which `school` is needed; NULL for the list: an empty one. */
SCHOOLIMP_API schoolimp_status schoolimp_decisions_with(schoolimp_decisions** out, const schoolimp_decisions* decisions, const schoolimp_decision* decision,
                                                        schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Number of decisions. */
SCHOOLIMP_API size_t schoolimp_decisions_count(const schoolimp_decisions* decisions) SCHOOLIMP_NOEXCEPT;
/** One of them. Set out->struct_size before; the texts are borrowed from the list. SCHOOLIMP_E_OUT_OF_RANGE: no such index. */
SCHOOLIMP_API schoolimp_status schoolimp_decisions_at(schoolimp_decision* out, const schoolimp_decisions* decisions, size_t index, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Ends the list. */
SCHOOLIMP_API void schoolimp_decisions_free(schoolimp_decisions* decisions) SCHOOLIMP_NOEXCEPT;

/* ---------------------------------------------------------------------------------------------- the trust as a whole */

/** Schools by level, KPIs, who gives and receives support, interventions. Immutable. */
typedef struct schoolimp_rollup schoolimp_rollup;

/** Rolls up judgements made with one framework. SCHOOLIMP_E_INVALID_ARGUMENT, with an issue for each: judgements made with
 *  another framework, schools that stand twice. */
SCHOOLIMP_API schoolimp_status schoolimp_rollup_make(schoolimp_rollup** out, const schoolimp_framework* framework,
                                                     const schoolimp_judgement* const* judgements, size_t count, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Reads a roll-up from JSON. */
SCHOOLIMP_API schoolimp_status schoolimp_rollup_parse(schoolimp_rollup** out, const char* json, size_t size, const schoolimp_parse_options* options,
                                                      schoolimp_issues** warnings, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The document; `style` is SCHOOLIMP_JSON_CANONICAL or SCHOOLIMP_JSON_PRETTY. */
SCHOOLIMP_API schoolimp_status schoolimp_rollup_to_json(schoolimp_text** out, const schoolimp_rollup* rollup, int32_t style, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** A page about the trust for people. The trust (may be NULL) gives the schools' names. */
SCHOOLIMP_API schoolimp_status schoolimp_rollup_to_markdown(schoolimp_text** out, const schoolimp_rollup* rollup, const schoolimp_framework* framework,
                                                            const schoolimp_trust* trust, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Ends the roll-up. */
SCHOOLIMP_API void schoolimp_rollup_free(schoolimp_rollup* rollup) SCHOOLIMP_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------------------- plans */

/** What one school gets at its level, with its record. Immutable: recording and revising give a new one. */
typedef struct schoolimp_plan schoolimp_plan;

/** When a plan is made and from when to when it runs. */
typedef struct schoolimp_plan_options {
    size_t struct_size; /**< sizeof(schoolimp_plan_options) */
    int32_t made_on;    /**< Needed. */
    int32_t start;      /**< None: the first school day on or after `made_on`; when revising, the plan's own. */
    int32_t end;        /**< None: from the framework's duration of the level, else the end of the school year. */
    int32_t reserved;   /**< 0 */
} schoolimp_plan_options;

/** What every member is before it is set. */
#define SCHOOLIMP_PLAN_OPTIONS_INIT {sizeof(schoolimp_plan_options), SCHOOLIMP_NO_DATE, SCHOOLIMP_NO_DATE, SCHOOLIMP_NO_DATE, 0}
/** What SCHOOLIMP_PLAN_OPTIONS_INIT gives, for languages without macros. `struct_size` is the size the caller
 *  knows the structure with; no more than that is written. NULL does nothing. */
SCHOOLIMP_API void schoolimp_plan_options_init(schoolimp_plan_options* options, size_t struct_size) SCHOOLIMP_NOEXCEPT;

/** The plan for the levels in force of a judgement. `trust` may be NULL. SCHOOLIMP_E_FAILED_PRECONDITION: no level is in
 *  force, or the judgement is of another framework; SCHOOLIMP_E_OUT_OF_RANGE: dates outside the year. */
SCHOOLIMP_API schoolimp_status schoolimp_plan_make(schoolimp_plan** out, const schoolimp_framework* framework, const schoolimp_judgement* judgement,
                                                   const schoolimp_school_year* year, const schoolimp_trust* trust, const schoolimp_plan_options* options,
                                                   schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The plan made anew after a new judgement: ids, record, people's items and edits stay; its last revision says what
 *  changed. Fails like schoolimp_plan_make, and (SCHOOLIMP_E_INVALID_ARGUMENT) for a plan of another school or
 *  framework. */
SCHOOLIMP_API schoolimp_status schoolimp_plan_revise(schoolimp_plan** out, const schoolimp_plan* plan, const schoolimp_framework* framework,
                                                     const schoolimp_judgement* judgement, const schoolimp_school_year* year, const schoolimp_trust* trust,
                                                     const schoolimp_plan_options* options, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Reads a plan from JSON, with its record. */
SCHOOLIMP_API schoolimp_status schoolimp_plan_parse(schoolimp_plan** out, const char* json, size_t size, const schoolimp_parse_options* options,
                                                    schoolimp_issues** warnings, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The document; `style` is SCHOOLIMP_JSON_CANONICAL or SCHOOLIMP_JSON_PRETTY. */
SCHOOLIMP_API schoolimp_status schoolimp_plan_to_json(schoolimp_text** out, const schoolimp_plan* plan, int32_t style, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** A page about the plan for people; objectives are rated as on `rated_on` (none: the latest day of the record). `trust`
 *  may be NULL. */
SCHOOLIMP_API schoolimp_status schoolimp_plan_to_markdown(schoolimp_text** out, const schoolimp_plan* plan, const schoolimp_framework* framework,
                                                          const schoolimp_trust* trust, int32_t rated_on, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Ends the plan. */
SCHOOLIMP_API void schoolimp_plan_free(schoolimp_plan* plan) SCHOOLIMP_NOEXCEPT;

/** "<school>.<framework id>" */
SCHOOLIMP_API const char* schoolimp_plan_id(const schoolimp_plan* plan) SCHOOLIMP_NOEXCEPT;
/** Id of the school. */
SCHOOLIMP_API const char* schoolimp_plan_school(const schoolimp_plan* plan) SCHOOLIMP_NOEXCEPT;
/** First day. */
SCHOOLIMP_API int32_t schoolimp_plan_start(const schoolimp_plan* plan) SCHOOLIMP_NOEXCEPT;
/** Last day; none when it is open. */
SCHOOLIMP_API int32_t schoolimp_plan_end(const schoolimp_plan* plan) SCHOOLIMP_NOEXCEPT;

/* Items of a plan: lists in its order. */
#define SCHOOLIMP_ITEM_OBJECTIVE 1 /**< What has to become true. */
#define SCHOOLIMP_ITEM_ACTION 2 /**< What is done for it. */
#define SCHOOLIMP_ITEM_MILESTONE 3 /**< Checkpoints at the end of terms. */
#define SCHOOLIMP_ITEM_OPEN_POINT 4 /**< To be agreed: its id is that of the item it is about, "" for the whole plan. */

#define SCHOOLIMP_ITEM_NOT_STARTED 0 /**< As it is made. */
#define SCHOOLIMP_ITEM_IN_PROGRESS 1 /**< Begun. */
#define SCHOOLIMP_ITEM_DONE 2 /**< Carried out, achieved, reached. */
#define SCHOOLIMP_ITEM_STOPPED 3 /**< Ended by people before it was done. */
#define SCHOOLIMP_ITEM_WITHDRAWN 4 /**< No longer of the offer after a revision; only revisions set it. */

/** How many items of a kind (SCHOOLIMP_ITEM_OBJECTIVE ...); 0 for a kind there is not. */
SCHOOLIMP_API size_t schoolimp_plan_item_count(const schoolimp_plan* plan, int32_t item) SCHOOLIMP_NOEXCEPT;
/** Id of an item: what progress is recorded about. */
SCHOOLIMP_API const char* schoolimp_plan_item_id(const schoolimp_plan* plan, int32_t item, size_t index) SCHOOLIMP_NOEXCEPT;
/** Title of an item; of an open point what is to be agreed. */
SCHOOLIMP_API const char* schoolimp_plan_item_title(const schoolimp_plan* plan, int32_t item, size_t index) SCHOOLIMP_NOEXCEPT;
/** First day of an action; none for other items and when it is not agreed. */
SCHOOLIMP_API int32_t schoolimp_plan_item_start(const schoolimp_plan* plan, int32_t item, size_t index) SCHOOLIMP_NOEXCEPT;
/** Day an objective or action is due, day of a milestone; none when it is not agreed. */
SCHOOLIMP_API int32_t schoolimp_plan_item_due(const schoolimp_plan* plan, int32_t item, size_t index) SCHOOLIMP_NOEXCEPT;
/** SCHOOLIMP_ITEM_NOT_STARTED ...; SCHOOLIMP_NONE for an open point and an index out of range. */
SCHOOLIMP_API int32_t schoolimp_plan_item_status(const schoolimp_plan* plan, int32_t item, size_t index) SCHOOLIMP_NOEXCEPT;
/** Sentences of the last revision: what came, went and moved. */
SCHOOLIMP_API schoolimp_status schoolimp_plan_changes(schoolimp_strings** out, const schoolimp_plan* plan, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;

#define SCHOOLIMP_RAG_NOT_RATED 0 /**< Nothing has been recorded yet. */
#define SCHOOLIMP_RAG_RED 1 /**< Behind, or overdue. */
#define SCHOOLIMP_RAG_AMBER 2 /**< Somewhat behind. */
#define SCHOOLIMP_RAG_GREEN 3 /**< On the way, or done. */

/** One entry of a plan's record: what was seen or done, by whom, when. */
typedef struct schoolimp_progress {
    size_t struct_size; /**< sizeof(schoolimp_progress) */
    const char* item;   /**< Id of the objective, action, milestone or visit. Needed. */
    const char* by;     /**< Who. */
    const char* note;   /**< What. */
    const char* value;  /**< The measured value, as text. */
    int32_t on;         /**< When. Needed. */
    int32_t rag;        /**< People's own rating, SCHOOLIMP_RAG_...; SCHOOLIMP_NONE: none. */
    int32_t status;     /**< The status people set, SCHOOLIMP_ITEM_NOT_STARTED ...; SCHOOLIMP_NONE: none. */
    int32_t reserved;   /**< 0 */
} schoolimp_progress;

/** What every member is before it is set. */
#define SCHOOLIMP_PROGRESS_INIT {sizeof(schoolimp_progress), NULL, NULL, NULL, NULL, SCHOOLIMP_NO_DATE, SCHOOLIMP_NONE, SCHOOLIMP_NONE, 0}
/** What SCHOOLIMP_PROGRESS_INIT gives, for languages without macros. `struct_size` is the size the caller
 *  knows the structure with; no more than that is written. NULL does nothing. */
SCHOOLIMP_API void schoolimp_progress_init(schoolimp_progress* progress, size_t struct_size) SCHOOLIMP_NOEXCEPT;
/** The plan with one more entry. SCHOOLIMP_E_NOT_FOUND: no such item; SCHOOLIMP_E_OUT_OF_RANGE: dated before the plan;
 *  SCHOOLIMP_E_INVALID_ARGUMENT: a value of the wrong kind, or a status people cannot set. */
SCHOOLIMP_API schoolimp_status schoolimp_plan_record_progress(schoolimp_plan** out, const schoolimp_plan* plan, const schoolimp_progress* progress,
                                                              schoolimp_error** error) SCHOOLIMP_NOEXCEPT;

/** Ratings of the objectives of a plan on a day. Immutable. */
typedef struct schoolimp_ratings schoolimp_ratings;

/** Rates every open objective as on a day, by rules the documentation states. */
SCHOOLIMP_API schoolimp_status schoolimp_plan_rate(schoolimp_ratings** out, const schoolimp_plan* plan, int32_t on, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Number of ratings. */
SCHOOLIMP_API size_t schoolimp_ratings_count(const schoolimp_ratings* ratings) SCHOOLIMP_NOEXCEPT;
/** Id of the objective. */
SCHOOLIMP_API const char* schoolimp_ratings_objective(const schoolimp_ratings* ratings, size_t index) SCHOOLIMP_NOEXCEPT;
/** SCHOOLIMP_RAG_...; SCHOOLIMP_NONE for an index out of range. */
SCHOOLIMP_API int32_t schoolimp_ratings_rag(const schoolimp_ratings* ratings, size_t index) SCHOOLIMP_NOEXCEPT;
/** The latest rating people gave, SCHOOLIMP_RAG_...; SCHOOLIMP_NONE when they gave none. */
SCHOOLIMP_API int32_t schoolimp_ratings_people(const schoolimp_ratings* ratings, size_t index) SCHOOLIMP_NOEXCEPT;
/** Why, in a sentence. */
SCHOOLIMP_API const char* schoolimp_ratings_reason(const schoolimp_ratings* ratings, size_t index) SCHOOLIMP_NOEXCEPT;
/** Ends the ratings. */
SCHOOLIMP_API void schoolimp_ratings_free(schoolimp_ratings* ratings) SCHOOLIMP_NOEXCEPT;

/* --------------------------------------------------------------------------------------------------------- calendars */

/** The improvement calendar: dated events, and what has no date until people agree one. Immutable. */
typedef struct schoolimp_calendar schoolimp_calendar;
/** What a calendar is made of. Belongs to one thread at a time. */
typedef struct schoolimp_calendar_request schoolimp_calendar_request;

/** A request made at `stamp` (seconds since 1970-01-01 00:00 UTC), which places nothing before day `from`. */
SCHOOLIMP_API schoolimp_status schoolimp_calendar_request_new(schoolimp_calendar_request** out, int64_t stamp, int32_t from, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Adds a school year. Schools name theirs; a trust may have one for all. At least one is needed. */
SCHOOLIMP_API schoolimp_status schoolimp_calendar_request_add_school_year(schoolimp_calendar_request* request, const schoolimp_school_year* year,
                                                                          schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Adds a school's judgement: its levels decide which activities it gets. */
SCHOOLIMP_API schoolimp_status schoolimp_calendar_request_add_judgement(schoolimp_calendar_request* request, const schoolimp_judgement* judgement,
                                                                        schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Adds the dated items of a plan. */
SCHOOLIMP_API schoolimp_status schoolimp_calendar_request_add_plan(schoolimp_calendar_request* request, const schoolimp_plan* plan,
                                                                   schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The school year, by id, of trust-wide activities; otherwise the first one added. */
SCHOOLIMP_API schoolimp_status schoolimp_calendar_request_set_trust_school_year(schoolimp_calendar_request* request, const char* id,
                                                                                schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** An optional activity to place all the same. */
SCHOOLIMP_API schoolimp_status schoolimp_calendar_request_include(schoolimp_calendar_request* request, const char* activity, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;

#define SCHOOLIMP_CADENCE_AT_LEAST 1 /**< So often or oftener. */
#define SCHOOLIMP_CADENCE_MORE_IF_REQUIRED 2 /**< Oftener where it is needed. */

/** The host's own rate for an activity or for the reports on it, with the words of framework documents. */
typedef struct schoolimp_cadence {
    size_t struct_size;      /**< sizeof(schoolimp_cadence) */
    const char* activity;    /**< Id of the activity. Needed. */
    const char* report_to;   /**< Set: the rate of reports on it to this role or body. */
    const char* every;       /**< "week", "half_term", "term", "year" ... Needed. */
    const char* position;    /**< "start", "middle", "end", "any"; NULL: not said. */
    const char* event;       /**< With "on_event": "inspection", "concern" ... */
    const char* offset_unit; /**< With "on_event": unit of `offset`, "day", "school_day" ...; NULL: no offset. */
    const char* reason;      /**< Who agreed it; goes into the events' reason. */
    int32_t times;           /**< Times in each period; SCHOOLIMP_NONE: once. */
    int32_t offset;          /**< How long after the event; before it when negative. */
    uint32_t flags;          /**< SCHOOLIMP_CADENCE_... bits. */
    int32_t reserved;        /**< 0 */
} schoolimp_cadence;

/** What every member is before it is set. */
#define SCHOOLIMP_CADENCE_INIT {sizeof(schoolimp_cadence), NULL, NULL, NULL, NULL, NULL, NULL, NULL, SCHOOLIMP_NONE, 0, 0, 0}
/** What SCHOOLIMP_CADENCE_INIT gives, for languages without macros. `struct_size` is the size the caller
 *  knows the structure with; no more than that is written. NULL does nothing. */
SCHOOLIMP_API void schoolimp_cadence_init(schoolimp_cadence* cadence, size_t struct_size) SCHOOLIMP_NOEXCEPT;
/** Adds a rate. */
SCHOOLIMP_API schoolimp_status schoolimp_calendar_request_add_cadence(schoolimp_calendar_request* request, const schoolimp_cadence* cadence,
                                                                      schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** A date agreed for one event of an activity or report, by its id or key (events of a plan are dated in the plan: naming one is
 *  refused when the calendar is made); `last` may be none: as many school days as the activity lasts. */
SCHOOLIMP_API schoolimp_status schoolimp_calendar_request_pin(schoolimp_calendar_request* request, const char* event, int32_t first, int32_t last,
                                                              schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** An event, by id or key, whose earlier agreed date no longer holds. */
SCHOOLIMP_API schoolimp_status schoolimp_calendar_request_unpin(schoolimp_calendar_request* request, const char* event, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** When something happened, or will, that activities follow: "inspection", "concern" ...; a school of NULL: for every one. */
SCHOOLIMP_API schoolimp_status schoolimp_calendar_request_add_event(schoolimp_calendar_request* request, const char* school, const char* event, int32_t date,
                                                                    schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Whether a date of the previous calendar that is still possible stays (1, as it is without this call) or not (0). */
SCHOOLIMP_API schoolimp_status schoolimp_calendar_request_keep_published(schoolimp_calendar_request* request, int32_t keep, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Ends the request. */
SCHOOLIMP_API void schoolimp_calendar_request_free(schoolimp_calendar_request* request) SCHOOLIMP_NOEXCEPT;

/** Places every activity and report on each school's own year. The trust is needed: it has the schools. `previous` (may be NULL) keeps ids, sequence numbers,
 *  agreed dates and the past. Fails, with all issues, when the request names what does not exist. */
SCHOOLIMP_API schoolimp_status schoolimp_calendar_make(schoolimp_calendar** out, const schoolimp_framework* framework, const schoolimp_trust* trust,
                                                       const schoolimp_calendar_request* request, const schoolimp_calendar* previous,
                                                       schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Reads a calendar from JSON. */
SCHOOLIMP_API schoolimp_status schoolimp_calendar_parse(schoolimp_calendar** out, const char* json, size_t size, const schoolimp_parse_options* options,
                                                        schoolimp_issues** warnings, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The document; `style` is SCHOOLIMP_JSON_CANONICAL or SCHOOLIMP_JSON_PRETTY. */
SCHOOLIMP_API schoolimp_status schoolimp_calendar_to_json(schoolimp_text** out, const schoolimp_calendar* calendar, int32_t style,
                                                          schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** A page for people: a table for each month, then what is to be agreed. */
SCHOOLIMP_API schoolimp_status schoolimp_calendar_to_markdown(schoolimp_text** out, const schoolimp_calendar* calendar, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Ends the calendar. */
SCHOOLIMP_API void schoolimp_calendar_free(schoolimp_calendar* calendar) SCHOOLIMP_NOEXCEPT;

#define SCHOOLIMP_EVENT_CONFIRMED 0 /**< It stands. */
#define SCHOOLIMP_EVENT_TENTATIVE 1 /**< Rests on a level that is suggested, not decided, or on a plan's item without a date. */
#define SCHOOLIMP_EVENT_CANCELLED 2 /**< It no longer takes place. */

/** Number of events, cancelled ones too, by first day and then key. */
SCHOOLIMP_API size_t schoolimp_calendar_event_count(const schoolimp_calendar* calendar) SCHOOLIMP_NOEXCEPT;
/** Index of an event by id; SCHOOLIMP_NOT_FOUND when there is none. */
SCHOOLIMP_API size_t schoolimp_calendar_find_event(const schoolimp_calendar* calendar, const char* id) SCHOOLIMP_NOEXCEPT;
/** A UUID that stays when the date moves. */
SCHOOLIMP_API const char* schoolimp_calendar_event_id(const schoolimp_calendar* calendar, size_t event) SCHOOLIMP_NOEXCEPT;
/** What the event is, without its date. */
SCHOOLIMP_API const char* schoolimp_calendar_event_key(const schoolimp_calendar* calendar, size_t event) SCHOOLIMP_NOEXCEPT;
/** School id; "" for the trust as a whole. */
SCHOOLIMP_API const char* schoolimp_calendar_event_school(const schoolimp_calendar* calendar, size_t event) SCHOOLIMP_NOEXCEPT;
/** Title for people. */
SCHOOLIMP_API const char* schoolimp_calendar_event_title(const schoolimp_calendar* calendar, size_t event) SCHOOLIMP_NOEXCEPT;
/** "review", "visit", "report" ... */
SCHOOLIMP_API const char* schoolimp_calendar_event_type(const schoolimp_calendar* calendar, size_t event) SCHOOLIMP_NOEXCEPT;
/** Why this date, in a sentence. */
SCHOOLIMP_API const char* schoolimp_calendar_event_reason(const schoolimp_calendar* calendar, size_t event) SCHOOLIMP_NOEXCEPT;
/** First day. */
SCHOOLIMP_API int32_t schoolimp_calendar_event_first(const schoolimp_calendar* calendar, size_t event) SCHOOLIMP_NOEXCEPT;
/** Last day, included. */
SCHOOLIMP_API int32_t schoolimp_calendar_event_last(const schoolimp_calendar* calendar, size_t event) SCHOOLIMP_NOEXCEPT;
/** SCHOOLIMP_EVENT_...; SCHOOLIMP_NONE for an index out of range. */
SCHOOLIMP_API int32_t schoolimp_calendar_event_status(const schoolimp_calendar* calendar, size_t event) SCHOOLIMP_NOEXCEPT;
/** Number of things without a date, to be agreed. */
SCHOOLIMP_API size_t schoolimp_calendar_undated_count(const schoolimp_calendar* calendar) SCHOOLIMP_NOEXCEPT;
/** Title of one of them. */
SCHOOLIMP_API const char* schoolimp_calendar_undated_title(const schoolimp_calendar* calendar, size_t index) SCHOOLIMP_NOEXCEPT;
/** What is missing for a date, in a sentence. */
SCHOOLIMP_API const char* schoolimp_calendar_undated_message(const schoolimp_calendar* calendar, size_t index) SCHOOLIMP_NOEXCEPT;
/** Warnings of the making: schools without a school year, agreed dates on closed days ... */
SCHOOLIMP_API schoolimp_status schoolimp_calendar_issues(schoolimp_issues** out, const schoolimp_calendar* calendar, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;

/** What a calendar changes in an earlier one. Immutable. */
typedef struct schoolimp_calendar_changes schoolimp_calendar_changes;

#define SCHOOLIMP_CHANGE_ADDED 1 /**< Only in the later calendar. */
#define SCHOOLIMP_CHANGE_MOVED 2 /**< On other days. */
#define SCHOOLIMP_CHANGE_CANCELLED 3 /**< No longer takes place. */
#define SCHOOLIMP_CHANGE_CHANGED 4 /**< Same dates and status, other words. */
#define SCHOOLIMP_CHANGE_REMOVED 5 /**< Cancelled in the earlier calendar, and its year is over. */

/** Compares two calendars. */
SCHOOLIMP_API schoolimp_status schoolimp_calendar_compare(schoolimp_calendar_changes** out, const schoolimp_calendar* before, const schoolimp_calendar* after,
                                                          schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Number of events with a change (SCHOOLIMP_CHANGE_...). */
SCHOOLIMP_API size_t schoolimp_calendar_changes_count(const schoolimp_calendar_changes* changes, int32_t change) SCHOOLIMP_NOEXCEPT;
/** Id of one of them. */
SCHOOLIMP_API const char* schoolimp_calendar_changes_event(const schoolimp_calendar_changes* changes, int32_t change, size_t index) SCHOOLIMP_NOEXCEPT;
/** Number of events that are as they were. */
SCHOOLIMP_API size_t schoolimp_calendar_changes_unchanged(const schoolimp_calendar_changes* changes) SCHOOLIMP_NOEXCEPT;
/** "2 added, 1 moved, none cancelled, ... 230 unchanged": one line for people. */
SCHOOLIMP_API const char* schoolimp_calendar_changes_summary(const schoolimp_calendar_changes* changes) SCHOOLIMP_NOEXCEPT;
/** Ends the comparison. */
SCHOOLIMP_API void schoolimp_calendar_changes_free(schoolimp_calendar_changes* changes) SCHOOLIMP_NOEXCEPT;

/** What of a calendar is written as iCalendar, and how. */
typedef struct schoolimp_icalendar_options {
    size_t struct_size;        /**< sizeof(schoolimp_icalendar_options) */
    const char* name;          /**< Shown by calendar programs; NULL: made from the trust's name and the filters. */
    const char* description;   /**< Of the whole feed. */
    const char* school;        /**< Only this school's events, with the trust-wide ones. */
    const char* participant;   /**< Only events in which this role, body or person (by id) has a part; an id nobody has gives none. */
    const char* type;          /**< Only events of this type; a word no event has gives none. */
    const char* colour;        /**< CSS colour name. */
    const char* source_url;    /**< Where the feed is served. */
    const char* event_url;     /**< Link of each event: this prefix and the event's id. */
    int32_t alarm_days_before; /**< A reminder at 09:00 this many days before, 0 to 60; SCHOOLIMP_NONE: none. */
    int32_t refresh_hours;     /**< How often subscribers are asked to look again, 1 to 336; 0: every 4 hours. */
    int32_t leave_trust_wide;  /**< 1: with `school`, without trust-wide events. */
    int32_t leave_cancelled;   /**< 1: without cancelled events. */
} schoolimp_icalendar_options;

/** What every member is before it is set. */
#define SCHOOLIMP_ICALENDAR_OPTIONS_INIT {sizeof(schoolimp_icalendar_options), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, SCHOOLIMP_NONE, 0, 0, 0}
/** What SCHOOLIMP_ICALENDAR_OPTIONS_INIT gives, for languages without macros. `struct_size` is the size the caller
 *  knows the structure with; no more than that is written. NULL does nothing. */
SCHOOLIMP_API void schoolimp_icalendar_options_init(schoolimp_icalendar_options* options, size_t struct_size) SCHOOLIMP_NOEXCEPT;
/** The calendar as iCalendar (RFC 5545, RFC 7986): the bytes of an .ics file. */
SCHOOLIMP_API schoolimp_status schoolimp_calendar_to_icalendar(schoolimp_text** out, const schoolimp_calendar* calendar, const schoolimp_icalendar_options* options,
                                                               schoolimp_error** error) SCHOOLIMP_NOEXCEPT;

/* ------------------------------------------------------------------------------------------------------------ tables */

/* Tables pass by the Arrow C Data Interface (https://arrow.apache.org/docs/format/CDataInterface.html): two structures and
 * a stream, without a library. The guards are the usual ones, so that another library's copy may be included as well. */

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema** children;
    struct ArrowSchema* dictionary;

    void (*release)(struct ArrowSchema*);
    void* private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void** buffers;
    struct ArrowArray** children;
    struct ArrowArray* dictionary;

    void (*release)(struct ArrowArray*);
    void* private_data;
};

#endif /* ARROW_C_DATA_INTERFACE */

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
    const char* (*get_last_error)(struct ArrowArrayStream*);

    void (*release)(struct ArrowArrayStream*);
    void* private_data;
};

#endif /* ARROW_C_STREAM_INTERFACE */

/* schoolimp_table: named columns of one length, in one or more chunks. Immutable. */

/** All chunks of a stream of structures. Nothing is copied. Takes the stream over and releases it in every case, also on
 *  failure. A malformed structure is refused before anything of it is read. */
SCHOOLIMP_API schoolimp_status schoolimp_table_from_stream(schoolimp_table** out, struct ArrowArrayStream* stream, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** One structure array as a table of one chunk. Takes both over and releases them in every case, also on failure. */
SCHOOLIMP_API schoolimp_status schoolimp_table_from_array(schoolimp_table** out, struct ArrowSchema* schema, struct ArrowArray* array,
                                                          schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** A stream over the chunks, to be read once and released by whoever reads it. It keeps the columns alive by itself. */
SCHOOLIMP_API schoolimp_status schoolimp_table_to_stream(struct ArrowArrayStream* out, const schoolimp_table* table, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Number of rows. */
SCHOOLIMP_API int64_t schoolimp_table_rows(const schoolimp_table* table) SCHOOLIMP_NOEXCEPT;
/** Number of columns. */
SCHOOLIMP_API size_t schoolimp_table_columns(const schoolimp_table* table) SCHOOLIMP_NOEXCEPT;
/** Names of all columns. */
SCHOOLIMP_API schoolimp_status schoolimp_table_column_names(schoolimp_strings** out, const schoolimp_table* table, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Type of a column: "float64", "dictionary of utf8" ... SCHOOLIMP_E_OUT_OF_RANGE: no such column. */
SCHOOLIMP_API schoolimp_status schoolimp_table_type_name(schoolimp_text** out, const schoolimp_table* table, size_t column, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The named columns, in that order. */
SCHOOLIMP_API schoolimp_status schoolimp_table_select(schoolimp_table** out, const schoolimp_table* table, const char* const* names, size_t count,
                                                      schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Ends the table. */
SCHOOLIMP_API void schoolimp_table_free(schoolimp_table* table) SCHOOLIMP_NOEXCEPT;

/** Makes a table of columns in memory, for callers without Arrow. Belongs to one thread at a time. */
typedef struct schoolimp_table_builder schoolimp_table_builder;

#define SCHOOLIMP_NUMBER_INT8 0 /**< int8_t */
#define SCHOOLIMP_NUMBER_INT16 1 /**< int16_t */
#define SCHOOLIMP_NUMBER_INT32 2 /**< int32_t */
#define SCHOOLIMP_NUMBER_INT64 3 /**< int64_t */
#define SCHOOLIMP_NUMBER_UINT8 4 /**< uint8_t */
#define SCHOOLIMP_NUMBER_UINT16 5 /**< uint16_t */
#define SCHOOLIMP_NUMBER_UINT32 6 /**< uint32_t */
#define SCHOOLIMP_NUMBER_UINT64 7 /**< uint64_t */
#define SCHOOLIMP_NUMBER_FLOAT32 8 /**< float */
#define SCHOOLIMP_NUMBER_FLOAT64 9 /**< double */

/** A builder for columns of `rows` rows, 0 or more. */
SCHOOLIMP_API schoolimp_status schoolimp_table_builder_new(schoolimp_table_builder** out, int64_t rows, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Adds `rows` numbers of a type (SCHOOLIMP_NUMBER_...), packed, at any address. They are borrowed: they must stay where they are until the
 *  builder, the tables it built and what was judged from them are freed. `validity` (may be NULL: all rows have a value)
 *  has one bit for each row, lowest first, 1: there is a value. NaN is unknown as well. */
SCHOOLIMP_API schoolimp_status schoolimp_table_builder_add_numbers(schoolimp_table_builder* builder, const char* name, int32_t type, const void* values,
                                                                   const uint8_t* validity, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Adds `rows` truth values, a byte each, 0: false. Copied. */
SCHOOLIMP_API schoolimp_status schoolimp_table_builder_add_booleans(schoolimp_table_builder* builder, const char* name, const uint8_t* values,
                                                                    const uint8_t* validity, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Adds `rows` dates, in days since 1970-01-01; SCHOOLIMP_NO_DATE where there is none. Copied. */
SCHOOLIMP_API schoolimp_status schoolimp_table_builder_add_dates(schoolimp_table_builder* builder, const char* name, const int32_t* dates,
                                                                 schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Adds `rows` texts, NULL where there is none. Copied. */
SCHOOLIMP_API schoolimp_status schoolimp_table_builder_add_texts(schoolimp_table_builder* builder, const char* name, const char* const* texts,
                                                                 schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The table; the builder is empty afterwards, also on failure. */
SCHOOLIMP_API schoolimp_status schoolimp_table_builder_build(schoolimp_table** out, schoolimp_table_builder* builder, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Ends the builder. */
SCHOOLIMP_API void schoolimp_table_builder_free(schoolimp_table_builder* builder) SCHOOLIMP_NOEXCEPT;

/** How a table is judged. Belongs to one thread at a time. */
typedef struct schoolimp_table_request schoolimp_table_request;

/** Called now and then with the rows done and all rows; anything but 0 stops the run: SCHOOLIMP_E_CANCELLED. */
typedef int32_t (*schoolimp_progress_callback)(void* payload, int64_t done, int64_t rows);

/** A request for a table whose values are those of day `valid`, as known by day `known` (none: by `valid`). */
SCHOOLIMP_API schoolimp_status schoolimp_table_request_new(schoolimp_table_request** out, int32_t valid, int32_t known, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The column with the schools' ids; without it rows are named by their number. */
SCHOOLIMP_API schoolimp_status schoolimp_table_request_set_key(schoolimp_table_request* request, const char* column, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The column of a cell (schoolimp_framework_cells), where it has another name. */
SCHOOLIMP_API schoolimp_status schoolimp_table_request_set_column(schoolimp_table_request* request, const char* cell, const char* column,
                                                                  schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** A cell that is the same for every school, such as a national figure: kind and value as in schoolimp_observation. */
SCHOOLIMP_API schoolimp_status schoolimp_table_request_set_constant(schoolimp_table_request* request, const char* cell, int32_t kind, const char* value,
                                                                    schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Number of threads, 1 to 1024; 1 without this call. The answers do not depend on it. */
SCHOOLIMP_API schoolimp_status schoolimp_table_request_set_threads(schoolimp_table_request* request, int32_t threads, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** As schoolimp_judge_options.search_limit, for each row that has to be searched. */
SCHOOLIMP_API schoolimp_status schoolimp_table_request_set_search_limit(schoolimp_table_request* request, int32_t limit, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Who is told how far the run is; NULL: nobody. */
SCHOOLIMP_API schoolimp_status schoolimp_table_request_set_progress(schoolimp_table_request* request, schoolimp_progress_callback callback, void* payload,
                                                                    schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Ends the request. */
SCHOOLIMP_API void schoolimp_table_request_free(schoolimp_table_request* request) SCHOOLIMP_NOEXCEPT;

/** What judging a table gave. Immutable. */
typedef struct schoolimp_table_judgement schoolimp_table_judgement;

/** Judges every row of a table, each a school, by columns: the answers are those of schoolimp_judge. Fails, with all issues,
 *  when columns do not fit the framework; a row that contradicts it fails by itself. */
SCHOOLIMP_API schoolimp_status schoolimp_judge_table(schoolimp_table_judgement** out, const schoolimp_framework* framework, const schoolimp_table* table,
                                                     const schoolimp_table_request* request, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Number of rows. */
SCHOOLIMP_API int64_t schoolimp_table_judgement_rows(const schoolimp_table_judgement* judged) SCHOOLIMP_NOEXCEPT;
/** For each row the place of the level suggested for a judgement (by index) in its scale's list, or -1. Borrowed; NULL for no
 *  such judgement. */
SCHOOLIMP_API const int8_t* schoolimp_table_judgement_suggested(const schoolimp_table_judgement* judged, size_t judgement) SCHOOLIMP_NOEXCEPT;
/** For each row the possible levels: bit i is the i-th level of the scale's list. Borrowed. */
SCHOOLIMP_API const uint64_t* schoolimp_table_judgement_possible(const schoolimp_table_judgement* judged, size_t judgement) SCHOOLIMP_NOEXCEPT;

#define SCHOOLIMP_ROW_FAILED 8 /**< The row contradicts the framework; it has no answers. */

/** For each row SCHOOLIMP_ANSWER_... and SCHOOLIMP_ROW_FAILED bits. Borrowed. */
SCHOOLIMP_API const uint8_t* schoolimp_table_judgement_states(const schoolimp_table_judgement* judged, size_t judgement) SCHOOLIMP_NOEXCEPT;
/** Words of 64 bits a row's criteria take. */
SCHOOLIMP_API size_t schoolimp_table_judgement_criteria_words(const schoolimp_table_judgement* judged) SCHOOLIMP_NOEXCEPT;
/** Criteria with a result (SCHOOLIMP_TRUTH_TRUE, _FALSE or _UNKNOWN; the others are not applicable): row r has the words from
 *  r times the words of a row; criterion i is bit i % 64 of word i / 64. Borrowed; NULL for another result. */
SCHOOLIMP_API const uint64_t* schoolimp_table_judgement_criteria(const schoolimp_table_judgement* judged, int32_t result) SCHOOLIMP_NOEXCEPT;
/** Number of rows that failed. */
SCHOOLIMP_API int64_t schoolimp_table_judgement_failed(const schoolimp_table_judgement* judged) SCHOOLIMP_NOEXCEPT;
/** The issues of the first of them, "row 12, column 'x'". */
SCHOOLIMP_API schoolimp_status schoolimp_table_judgement_failures(schoolimp_issues** out, const schoolimp_table_judgement* judged, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Cells the table has no column for: unknown for every school. */
SCHOOLIMP_API schoolimp_status schoolimp_table_judgement_absent(schoolimp_strings** out, const schoolimp_table_judgement* judged, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** The judgement of one row with all its reasons. SCHOOLIMP_E_OUT_OF_RANGE: no such row; SCHOOLIMP_E_INVALID_ARGUMENT: it failed. */
SCHOOLIMP_API schoolimp_status schoolimp_table_judgement_explain(schoolimp_judgement** out, const schoolimp_table_judgement* judged, int64_t row,
                                                                 schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** All answers as columns: the key, "<id>", "<id>.possible" and "<id>.state" for each judgement, "criteria.met",
 *  "criteria.not_met", "criteria.unknown" and how many of each. */
SCHOOLIMP_API schoolimp_status schoolimp_table_judgement_to_table(schoolimp_table** out, const schoolimp_table_judgement* judged, schoolimp_error** error) SCHOOLIMP_NOEXCEPT;
/** Ends the answers. */
SCHOOLIMP_API void schoolimp_table_judgement_free(schoolimp_table_judgement* judged) SCHOOLIMP_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif /* SCHOOLIMP_C_H */

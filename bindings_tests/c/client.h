/*
 * A program that uses schoolimp through schoolimp_c.h alone: the whole main job in plain C89.
 *
 *     client INPUT_FOLDER OUTPUT.ics
 *
 * A program that runs once may end itself at the first failure, as this one does (need). A server returns the error instead.
 */
#ifndef CLIENT_H
#define CLIENT_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "schoolimp_c.h"

/* What one step of the job hands to the next. */
typedef struct job {
    const char* folder;
    schoolimp_framework* framework;
    schoolimp_benchmarks* benchmarks;
    schoolimp_trust* trust;
    schoolimp_school_year* year;
    schoolimp_evidence* evidence;
    schoolimp_judgement* judgement;
    schoolimp_plan* plan;
    int32_t today;
} job;

/* support.c */
void need(schoolimp_status status, schoolimp_error** error);
void* allocate(void* memory, size_t size);
void print_issues(FILE* out, const schoolimp_issues* issues);
void print_error(FILE* out, const schoolimp_error* error);
char* read_file(const char* folder, const char* name, size_t* size);
void write_file(const char* path, const char* bytes, size_t size);
int32_t day_number(int year, int month, int day);
const char* iso_date(int32_t day, char* buffer);
const char* truth_word(int32_t truth);

/* The steps. */
void describe_framework(job* state);
void read_documents(job* state);
void judge_school(job* state);
void decide_level(job* state);
void make_plan(job* state);
void write_calendar(job* state, const char* path);
void judge_schools(job* state);
void provoke_errors(job* state);

/* arrow_table.c */
schoolimp_table* arrow_table(void);

#endif

/* The support plan with its record, and the improvement calendar. */
#include "client.h"

static const char* status_word(int32_t status) {
    switch (status) {
        case SCHOOLIMP_ITEM_NOT_STARTED: return "not started";
        case SCHOOLIMP_ITEM_IN_PROGRESS: return "in progress";
        case SCHOOLIMP_ITEM_DONE: return "done";
        case SCHOOLIMP_ITEM_STOPPED: return "stopped";
        case SCHOOLIMP_ITEM_WITHDRAWN: return "withdrawn";
        default: return "?";
    }
}

static const char* rag_word(int32_t rag) {
    switch (rag) {
        case SCHOOLIMP_RAG_NOT_RATED: return "not rated";
        case SCHOOLIMP_RAG_RED: return "red";
        case SCHOOLIMP_RAG_AMBER: return "amber";
        case SCHOOLIMP_RAG_GREEN: return "green";
        default: return "none";
    }
}

static void print_items(const schoolimp_plan* plan, int32_t item, const char* name) {
    size_t i;
    char start[16], due[16];
    for (i = 0; i < schoolimp_plan_item_count(plan, item); ++i)
        printf("%s %s: %s, from %s to %s, %s\n", name, schoolimp_plan_item_id(plan, item, i), schoolimp_plan_item_title(plan, item, i),
               iso_date(schoolimp_plan_item_start(plan, item, i), start), iso_date(schoolimp_plan_item_due(plan, item, i), due),
               status_word(schoolimp_plan_item_status(plan, item, i)));
}

/* A plan never changes: recording gives a new one, and the old one is freed when nobody needs it. */
static void record(job* state, const schoolimp_progress* progress) {
    schoolimp_error* error = NULL;
    schoolimp_plan* recorded = NULL;
    need(schoolimp_plan_record_progress(&recorded, state->plan, progress, &error), &error);
    schoolimp_plan_free(state->plan);
    state->plan = recorded;
}

static void record_term(job* state) {
    schoolimp_progress progress = SCHOOLIMP_PROGRESS_INIT;
    progress.item = "objective.outcomes.primary_below";
    progress.by = "Zo\xC3\xAB Okonjo (invented)";
    progress.note = "Mock tests in January \xE2\x80\x93 nearer";
    progress.value = "-3";
    progress.on = day_number(2027, 1, 20);
    progress.rag = SCHOOLIMP_RAG_AMBER;
    record(state, &progress);

    schoolimp_progress_init(&progress, sizeof progress);
    progress.item = "action.tier_2_needs_analysis";
    progress.on = day_number(2026, 9, 30);
    progress.status = SCHOOLIMP_ITEM_DONE;
    record(state, &progress);
}

static void print_ratings(const schoolimp_plan* plan, int32_t day) {
    schoolimp_error* error = NULL;
    schoolimp_ratings* ratings = NULL;
    size_t i;
    char date[16];
    need(schoolimp_plan_rate(&ratings, plan, day, &error), &error);
    printf("ratings on %s:\n", iso_date(day, date));
    for (i = 0; i < schoolimp_ratings_count(ratings); ++i)
        printf("  %s: %s, people say %s. %s\n", schoolimp_ratings_objective(ratings, i), rag_word(schoolimp_ratings_rag(ratings, i)),
               rag_word(schoolimp_ratings_people(ratings, i)), schoolimp_ratings_reason(ratings, i));
    schoolimp_ratings_free(ratings);
}

void make_plan(job* state) {
    schoolimp_error* error = NULL;
    schoolimp_plan_options options = SCHOOLIMP_PLAN_OPTIONS_INIT;
    char start[16], end[16];
    options.made_on = state->today;
    need(schoolimp_plan_make(&state->plan, state->framework, state->judgement, state->year, state->trust, &options, &error), &error);
    printf("== plan %s from %s to %s\n", schoolimp_plan_id(state->plan), iso_date(schoolimp_plan_start(state->plan), start),
           iso_date(schoolimp_plan_end(state->plan), end));
    record_term(state);
    print_items(state->plan, SCHOOLIMP_ITEM_OBJECTIVE, "objective");
    print_items(state->plan, SCHOOLIMP_ITEM_ACTION, "action");
    print_items(state->plan, SCHOOLIMP_ITEM_MILESTONE, "milestone");
    printf("%d points to be agreed, the first: %s\n", (int)schoolimp_plan_item_count(state->plan, SCHOOLIMP_ITEM_OPEN_POINT),
           schoolimp_plan_item_title(state->plan, SCHOOLIMP_ITEM_OPEN_POINT, 0));
    print_ratings(state->plan, day_number(2027, 2, 1));
}

/* excerpt: calendar */
static schoolimp_calendar* calendar_of(const job* state) {
    schoolimp_error* error = NULL;
    schoolimp_calendar_request* request = NULL;
    schoolimp_calendar* calendar = NULL;
    schoolimp_cadence cadence = SCHOOLIMP_CADENCE_INIT;
    const int64_t stamp = (int64_t)state->today * 86400; /* Midnight UTC. */
    need(schoolimp_calendar_request_new(&request, stamp, state->today, &error), &error);
    need(schoolimp_calendar_request_add_school_year(request, state->year, &error), &error);
    need(schoolimp_calendar_request_add_judgement(request, state->judgement, &error), &error);
    need(schoolimp_calendar_request_add_plan(request, state->plan, &error), &error);
    cadence.activity = "progress_visit";
    cadence.every = "term";
    cadence.position = "end";
    cadence.reason = "Agreed with the school (invented)";
    cadence.times = 1;
    need(schoolimp_calendar_request_add_cadence(request, &cadence, &error), &error);
    need(schoolimp_calendar_make(&calendar, state->framework, state->trust, request, NULL, &error), &error);
    schoolimp_calendar_request_free(request);
    return calendar;
}

static void write_icalendar(const schoolimp_calendar* calendar, const char* path) {
    schoolimp_error* error = NULL;
    schoolimp_text* bytes = NULL;
    schoolimp_icalendar_options options = SCHOOLIMP_ICALENDAR_OPTIONS_INIT;
    options.name = "Bront\xC3\xAB Primary School \xE2\x80\x93 improvement";
    options.school = "900001";
    options.alarm_days_before = 7;
    need(schoolimp_calendar_to_icalendar(&bytes, calendar, &options, &error), &error);
    write_file(path, schoolimp_text_data(bytes), schoolimp_text_size(bytes));
    printf("iCalendar: %d bytes\n", (int)schoolimp_text_size(bytes));
    schoolimp_text_free(bytes);
}
/* end of excerpt */

static const char* event_word(int32_t status) {
    switch (status) {
        case SCHOOLIMP_EVENT_CONFIRMED: return "confirmed";
        case SCHOOLIMP_EVENT_TENTATIVE: return "tentative";
        case SCHOOLIMP_EVENT_CANCELLED: return "cancelled";
        default: return "?";
    }
}

static void print_events(const schoolimp_calendar* calendar) {
    size_t i;
    char first[16], last[16];
    for (i = 0; i < schoolimp_calendar_event_count(calendar); ++i)
        printf("%s to %s, %s, %s, %s: %s\n  %s\n", iso_date(schoolimp_calendar_event_first(calendar, i), first),
               iso_date(schoolimp_calendar_event_last(calendar, i), last), schoolimp_calendar_event_school(calendar, i),
               schoolimp_calendar_event_type(calendar, i), event_word(schoolimp_calendar_event_status(calendar, i)),
               schoolimp_calendar_event_title(calendar, i), schoolimp_calendar_event_reason(calendar, i));
    for (i = 0; i < schoolimp_calendar_undated_count(calendar); ++i)
        printf("to be agreed: %s: %s\n", schoolimp_calendar_undated_title(calendar, i), schoolimp_calendar_undated_message(calendar, i));
}

void write_calendar(job* state, const char* path) {
    schoolimp_error* error = NULL;
    schoolimp_issues* warnings = NULL;
    schoolimp_calendar* calendar = calendar_of(state);
    printf("== calendar\n");
    print_events(calendar);
    need(schoolimp_calendar_issues(&warnings, calendar, &error), &error);
    print_issues(stdout, warnings);
    schoolimp_issues_free(warnings);
    write_icalendar(calendar, path);
    schoolimp_calendar_free(calendar);
}

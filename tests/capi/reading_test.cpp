// Functions that only read: what they give for NULL, for a handle of another type, for an ended one (debug builds) and for an index out of range.
#include <regex>
#include <set>

#include "capi/rows.hpp"

namespace schoolimp_c_tests {
namespace {

bool same(const char* one, const char* other) { return one == other || (one != nullptr && other != nullptr && std::strcmp(one, other) == 0); }
template <typename T>
bool same(const T& one, const T& other) {
    return one == other;
}

/// One call with an argument replaced by an index beyond every list; texts and dates by NULL and no date.
template <typename T>
T beyond(T given) {
    if constexpr (std::is_same_v<T, size_t>) return SCHOOLIMP_NOT_FOUND;
    if constexpr (std::is_same_v<T, const char*>) return nullptr;
    if constexpr (std::is_same_v<T, int32_t>) return SCHOOLIMP_NO_DATE;
    return given;
}

std::set<std::string>& seen() {
    static std::set<std::string> functions;
    return functions;
}

/// `absent` is what f gives when there is nothing to read; every further argument is replaced in turn.
template <typename R, typename H, typename... Rest, typename... Args>
void reads(const std::string& function, R (*f)(const H*, Rest...), const H* handle, R absent, Args... args) {
    SCOPED_TRACE(function);
    seen().insert(function);
    const std::tuple<Rest...> good(static_cast<Rest>(args)...);
    const auto call = [&](const H* from, const std::tuple<Rest...>& rest) { return std::apply([&](auto... each) { return f(from, each...); }, rest); };
    EXPECT_TRUE(same(call(nullptr, good), absent)) << "NULL";
    EXPECT_TRUE(same(call(foreign<H>(), good), absent)) << "a foreign handle";
#ifdef SCHOOLIMP_DEBUG_LIBRARY
    EXPECT_TRUE(same(call(freed(static_cast<H*>(nullptr)), good), absent)) << "a freed handle";
#endif
    [&]<size_t... index>(std::index_sequence<index...>) {
        (
            [&] {
                std::tuple<Rest...> wrong = good;
                std::get<index>(wrong) = beyond(std::get<index>(wrong));
                EXPECT_TRUE(same(call(handle, wrong), absent)) << "argument " << index << " beyond";
            }(),
            ...);
    }(std::index_sequence_for<Rest...>());
}
#define READS(function, handle, ...) reads(#function, function, handle __VA_OPT__(, ) __VA_ARGS__)

constexpr const char* kNull = nullptr;
constexpr size_t kZero = 0;
constexpr int32_t kNoNumber = 0;

void read_lists() {
    const World& w = world();
    READS(schoolimp_issues_count, w.issues.get(), kZero);
    READS(schoolimp_issues_pointer, w.issues.get(), kNull, 0);
    READS(schoolimp_issues_code, w.issues.get(), kNull, 0);
    READS(schoolimp_issues_message, w.issues.get(), kNull, 0);
    READS(schoolimp_issues_hint, w.issues.get(), kNull, 0);
    READS(schoolimp_issues_severity, w.issues.get(), SCHOOLIMP_NONE, 0);
    READS(schoolimp_text_data, w.text.get(), kNull);
    READS(schoolimp_text_size, w.text.get(), kZero);
    READS(schoolimp_strings_count, w.strings.get(), kZero);
    READS(schoolimp_strings_at, w.strings.get(), kNull, 0);
    READS(schoolimp_error_status, static_cast<const schoolimp_error*>(nullptr), schoolimp_status{SCHOOLIMP_OK});
    READS(schoolimp_error_message, static_cast<const schoolimp_error*>(nullptr), "");
    READS(schoolimp_error_issues, static_cast<const schoolimp_error*>(nullptr), static_cast<const schoolimp_issues*>(nullptr));
    READS(schoolimp_evidence_size, w.evidence.get(), kZero);
    READS(schoolimp_trust_school_count, w.trust.get(), kZero);
    READS(schoolimp_trust_school_id, w.trust.get(), kNull, 0);
    READS(schoolimp_trust_school_name, w.trust.get(), kNull, 0);
    READS(schoolimp_benchmarks_size, w.benchmarks.get(), kZero);
    READS(schoolimp_decisions_count, w.decisions.get(), kZero);
}

void read_framework() {
    const schoolimp_framework* const framework = world().framework.get();
    READS(schoolimp_framework_id, framework, kNull);
    READS(schoolimp_framework_edition, framework, kNull);
    READS(schoolimp_framework_title, framework, kNull);
    READS(schoolimp_framework_hash, framework, kNull);
    READS(schoolimp_framework_part_count, framework, kZero, SCHOOLIMP_PART_SCALE);
    READS(schoolimp_framework_part_id, framework, kNull, SCHOOLIMP_PART_SCALE, 0);
    READS(schoolimp_framework_part_title, framework, kNull, SCHOOLIMP_PART_ACTION, 0);
    READS(schoolimp_framework_find_part, framework, SCHOOLIMP_NOT_FOUND, SCHOOLIMP_PART_SCALE, "tier");
    READS(schoolimp_framework_scale_order, framework, SCHOOLIMP_NONE, 0);
    READS(schoolimp_framework_level_count, framework, kZero, 0);
    READS(schoolimp_framework_level_id, framework, kNull, 0, 0);
    READS(schoolimp_framework_level_title, framework, kNull, 0, 0);
    READS(schoolimp_framework_judgement_scale, framework, SCHOOLIMP_NOT_FOUND, 0);
    READS(schoolimp_framework_indicator_type, framework, SCHOOLIMP_NONE, 0);
    READS(schoolimp_framework_indicator_unit, framework, kNull, 0);
    READS(schoolimp_framework_criterion_expression, framework, kNull, 0);
}

void read_school_year() {
    const schoolimp_school_year* const year = world().year.get();
    READS(schoolimp_school_year_id, year, kNull);
    READS(schoolimp_school_year_first, year, SCHOOLIMP_NO_DATE);
    READS(schoolimp_school_year_last, year, SCHOOLIMP_NO_DATE);
    READS(schoolimp_school_year_day_kind, year, SCHOOLIMP_NONE, kToday);
    READS(schoolimp_school_year_days_between, year, kNoNumber, kToday, kToday + 30);
    READS(schoolimp_school_year_next_day, year, SCHOOLIMP_NO_DATE, kToday);
    READS(schoolimp_school_year_previous_day, year, SCHOOLIMP_NO_DATE, kToday + 30);
    READS(schoolimp_school_year_day_after, year, SCHOOLIMP_NO_DATE, kToday, 1);
    READS(schoolimp_school_year_half_term_count, year, kZero);
    READS(schoolimp_school_year_half_term_of, year, SCHOOLIMP_NOT_FOUND, kToday);
    READS(schoolimp_school_year_week_of, year, SCHOOLIMP_NONE, kToday);
    for (const int32_t date : {kDayBeforeYear1, kDayAfterYear9999, INT32_MAX}) {
        EXPECT_EQ(schoolimp_school_year_day_kind(year, date), SCHOOLIMP_NONE);
        EXPECT_EQ(schoolimp_school_year_next_day(year, date), SCHOOLIMP_NO_DATE);
        EXPECT_EQ(schoolimp_school_year_days_between(year, date, kToday), 0);
    }
}

void read_cohort() {
    const schoolimp_cohort* const cohort = world().cohort.get();
    READS(schoolimp_cohort_school_count, cohort, kZero);
    READS(schoolimp_cohort_school, cohort, kNull, 0);
    READS(schoolimp_cohort_function_count, cohort, kZero);
    READS(schoolimp_cohort_function, cohort, kNull, 0);
    READS(schoolimp_cohort_population, cohort, kZero, 0);
}

void read_judgement() {
    const schoolimp_judgement* const judgement = world().decided.get();
    READS(schoolimp_judgement_school, judgement, kNull);
    READS(schoolimp_judgement_framework_id, judgement, kNull);
    READS(schoolimp_judgement_framework_edition, judgement, kNull);
    READS(schoolimp_judgement_framework_hash, judgement, kNull);
    READS(schoolimp_judgement_valid, judgement, SCHOOLIMP_NO_DATE);
    READS(schoolimp_judgement_known_by, judgement, SCHOOLIMP_NO_DATE);
    READS(schoolimp_judgement_known_cells, judgement, kNoNumber);
    READS(schoolimp_judgement_missing_cells, judgement, kNoNumber);
    READS(schoolimp_judgement_answer_count, judgement, kZero);
    READS(schoolimp_judgement_find_answer, judgement, SCHOOLIMP_NOT_FOUND, "tier_of_support");
    READS(schoolimp_judgement_answer_id, judgement, kNull, 0);
    READS(schoolimp_judgement_answer_scale, judgement, kNull, 0);
    READS(schoolimp_judgement_suggested, judgement, kNull, 0);
    READS(schoolimp_judgement_answer_flags, judgement, uint32_t{0}, 0);
    READS(schoolimp_judgement_possible_count, judgement, kZero, 0);
    READS(schoolimp_judgement_possible, judgement, kNull, 0, 0);
    READS(schoolimp_judgement_reason_count, judgement, kZero, 0);
    READS(schoolimp_judgement_reason, judgement, kNull, 0, 0);
    READS(schoolimp_judgement_missing_count, judgement, kZero, 0);
    READS(schoolimp_judgement_missing, judgement, SCHOOLIMP_NOT_FOUND, 0, 0);
    READS(schoolimp_judgement_decision_count, judgement, kZero);
}

void read_results() {
    const schoolimp_judgement* const judgement = world().decided.get();
    READS(schoolimp_judgement_criterion_count, judgement, kZero);
    READS(schoolimp_judgement_find_criterion, judgement, SCHOOLIMP_NOT_FOUND, "leadership.robust");
    READS(schoolimp_judgement_criterion_id, judgement, kNull, 0);
    READS(schoolimp_judgement_criterion_result, judgement, SCHOOLIMP_NONE, 0);
    READS(schoolimp_judgement_comparison_count, judgement, kZero, 0);
    READS(schoolimp_judgement_comparison_text, judgement, kNull, 0, 0);
    READS(schoolimp_judgement_comparison_left, judgement, kNull, 0, 0);
    READS(schoolimp_judgement_comparison_comparator, judgement, kNull, 0, 0);
    READS(schoolimp_judgement_comparison_right, judgement, kNull, 0, 0);
    READS(schoolimp_judgement_comparison_result, judgement, SCHOOLIMP_NONE, 0, 0);
    READS(schoolimp_judgement_criterion_reading_count, judgement, kZero, 0);
    READS(schoolimp_judgement_criterion_reading, judgement, SCHOOLIMP_NOT_FOUND, 0, 0);
    READS(schoolimp_judgement_criterion_waiting_count, judgement, kZero, 0);
    READS(schoolimp_judgement_criterion_waiting, judgement, SCHOOLIMP_NOT_FOUND, 4, 0);
    READS(schoolimp_judgement_measure_count, judgement, kZero);
    READS(schoolimp_judgement_measure_id, judgement, kNull, 0);
    READS(schoolimp_judgement_measure_state, judgement, SCHOOLIMP_NONE, 0);
    READS(schoolimp_judgement_measure_value, judgement, kNull, 0);
    READS(schoolimp_judgement_condition_count, judgement, kZero);
    READS(schoolimp_judgement_condition_owner, judgement, kNull, 0);
    READS(schoolimp_judgement_condition_result, judgement, SCHOOLIMP_NONE, 0);
    READS(schoolimp_judgement_kpi_count, judgement, kZero);
    READS(schoolimp_judgement_kpi_id, judgement, kNull, 0);
    READS(schoolimp_judgement_kpi_result, judgement, SCHOOLIMP_NONE, 0);
    READS(schoolimp_judgement_reading_count, judgement, kZero);
    READS(schoolimp_judgement_reading_indicator, judgement, kNull, 0);
    READS(schoolimp_judgement_reading_flags, judgement, uint32_t{0}, 0);
    READS(schoolimp_judgement_reading_group, judgement, kNull, 0);
    READS(schoolimp_judgement_reading_shift, judgement, kNoNumber, 0);
    READS(schoolimp_judgement_reading_period, judgement, kNull, 0);
    READS(schoolimp_judgement_reading_value, judgement, kNull, 0);
    READS(schoolimp_judgement_reading_missing, judgement, kNull, 0);
    READS(schoolimp_judgement_reading_observed_on, judgement, SCHOOLIMP_NO_DATE, 0);
    READS(schoolimp_judgement_reading_source, judgement, kNull, 0);
}

void read_plan() {
    const schoolimp_plan* const plan = world().plan.get();
    const schoolimp_ratings* const ratings = world().ratings.get();
    READS(schoolimp_plan_id, plan, kNull);
    READS(schoolimp_plan_school, plan, kNull);
    READS(schoolimp_plan_start, plan, SCHOOLIMP_NO_DATE);
    READS(schoolimp_plan_end, plan, SCHOOLIMP_NO_DATE);
    READS(schoolimp_plan_item_count, plan, kZero, SCHOOLIMP_ITEM_ACTION);
    READS(schoolimp_plan_item_id, plan, kNull, SCHOOLIMP_ITEM_ACTION, 0);
    READS(schoolimp_plan_item_title, plan, kNull, SCHOOLIMP_ITEM_ACTION, 0);
    READS(schoolimp_plan_item_start, plan, SCHOOLIMP_NO_DATE, SCHOOLIMP_ITEM_ACTION, 0);
    READS(schoolimp_plan_item_due, plan, SCHOOLIMP_NO_DATE, SCHOOLIMP_ITEM_ACTION, 0);
    READS(schoolimp_plan_item_status, plan, SCHOOLIMP_NONE, SCHOOLIMP_ITEM_ACTION, 0);
    READS(schoolimp_ratings_count, ratings, kZero);
    READS(schoolimp_ratings_objective, ratings, kNull, 0);
    READS(schoolimp_ratings_rag, ratings, SCHOOLIMP_NONE, 0);
    READS(schoolimp_ratings_people, ratings, SCHOOLIMP_NONE, 0);
    READS(schoolimp_ratings_reason, ratings, kNull, 0);
}

void read_calendar() {
    const schoolimp_calendar* const calendar = world().calendar.get();
    const schoolimp_calendar_changes* const changes = world().changes.get();
    READS(schoolimp_calendar_event_count, calendar, kZero);
    READS(schoolimp_calendar_find_event, calendar, SCHOOLIMP_NOT_FOUND, schoolimp_calendar_event_id(calendar, 0));
    READS(schoolimp_calendar_event_id, calendar, kNull, 0);
    READS(schoolimp_calendar_event_key, calendar, kNull, 0);
    READS(schoolimp_calendar_event_school, calendar, kNull, 0);
    READS(schoolimp_calendar_event_title, calendar, kNull, 0);
    READS(schoolimp_calendar_event_type, calendar, kNull, 0);
    READS(schoolimp_calendar_event_reason, calendar, kNull, 0);
    READS(schoolimp_calendar_event_first, calendar, SCHOOLIMP_NO_DATE, 0);
    READS(schoolimp_calendar_event_last, calendar, SCHOOLIMP_NO_DATE, 0);
    READS(schoolimp_calendar_event_status, calendar, SCHOOLIMP_NONE, 0);
    READS(schoolimp_calendar_undated_count, calendar, kZero);
    READS(schoolimp_calendar_undated_title, calendar, kNull, 0);
    READS(schoolimp_calendar_undated_message, calendar, kNull, 0);
    READS(schoolimp_calendar_changes_count, changes, kZero, SCHOOLIMP_CHANGE_ADDED);
    READS(schoolimp_calendar_changes_event, changes, kNull, SCHOOLIMP_CHANGE_ADDED, 0);
    READS(schoolimp_calendar_changes_unchanged, changes, kZero);
    READS(schoolimp_calendar_changes_summary, changes, kNull);
}

void read_tables() {
    const schoolimp_table* const table = world().table.get();
    const schoolimp_table_judgement* const judged = world().judged.get();
    READS(schoolimp_table_rows, table, int64_t{0});
    READS(schoolimp_table_columns, table, kZero);
    READS(schoolimp_table_judgement_rows, judged, int64_t{0});
    READS(schoolimp_table_judgement_suggested, judged, static_cast<const int8_t*>(nullptr), 0);
    READS(schoolimp_table_judgement_possible, judged, static_cast<const uint64_t*>(nullptr), 0);
    READS(schoolimp_table_judgement_states, judged, static_cast<const uint8_t*>(nullptr), 0);
    READS(schoolimp_table_judgement_criteria_words, judged, kZero);
    READS(schoolimp_table_judgement_criteria, judged, static_cast<const uint64_t*>(nullptr), SCHOOLIMP_TRUTH_TRUE);
    READS(schoolimp_table_judgement_failed, judged, int64_t{0});
}

TEST(Reading, GivesNothingWhereThereIsNothing) {
    for (const auto read : {read_lists, read_framework, read_school_year, read_cohort, read_judgement, read_results, read_plan, read_calendar, read_tables}) read();
    // Every function of the header that reads a handle is among them: it returns no status (but that of an error) and takes a const handle first.
    const std::string header = header_without_comments();
    const std::regex declaration(R"(SCHOOLIMP_API (?:const )?(\w+)\*? (schoolimp_\w+)\(const schoolimp_)");
    std::set<std::string> declared;
    for (std::sregex_iterator match(header.begin(), header.end(), declaration), end; match != end; ++match)
        if ((*match)[1] != "schoolimp_status" || (*match)[2] == "schoolimp_error_status") declared.insert((*match)[2]);
    EXPECT_EQ(seen(), declared);
    EXPECT_GE(declared.size(), 120U);
}

}  // namespace
}  // namespace schoolimp_c_tests

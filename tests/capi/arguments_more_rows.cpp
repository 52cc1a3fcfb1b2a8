// The rows of judgements, plans, calendars and tables.
#include <array>

#include "capi/json.hpp"
#include "capi/rows.hpp"

namespace schoolimp_c_tests {

namespace {

/// The document of a handle of the world, alive as long as the program.
const std::string& kept(std::string text) {
    static std::vector<std::unique_ptr<std::string>> all;
    return *all.emplace_back(std::make_unique<std::string>(std::move(text)));
}

template <typename H>
Row parses(std::string function, schoolimp_status (*f)(H**, const char*, size_t, const schoolimp_parse_options*, schoolimp_issues**, schoolimp_error**), std::string given) {
    const std::string& json = kept(std::move(given));
    return makes(std::move(function), f, document("json", json.c_str()), size("size", json), Parameter<const schoolimp_parse_options*>(parse_options()), warnings());
}
#define SCHOOLIMP_TEST_PARSE(function, given) parses(#function, function, given)

Parameter<size_t> index_of_one(std::string name) {
    return value(std::move(name), size_t{0}).refuses("beyond the end", 1, SCHOOLIMP_E_OUT_OF_RANGE, "*").refuses("beyond the end", SCHOOLIMP_NOT_FOUND, SCHOOLIMP_E_OUT_OF_RANGE, "*");
}

Parameter<const schoolimp_judge_options*> judge_parameter(bool cohort_too) {
    schoolimp_judge_options good = judge_options();
    good.period = "2025/26";
    using O = schoolimp_judge_options;
    auto parameter = options("options", good, true)
                         .refuses_bad_text("period", &O::period)
                         .refuses_member("period", [](O& o) { o.period = "2025/26 autumn"; })
                         .refuses_member("period", [](O& o) { o.period = "2025/27"; })
                         .refuses_no_date("valid", &O::valid)
                         .refuses_bad_date("known", &O::known);
    if (cohort_too)
        return std::move(parameter).refuses_numbers("search_limit", &O::search_limit, {-1, INT32_MIN}).refuses_member("cohort", [](O& o) {
            o.cohort = foreign<schoolimp_cohort>();
        });
    return parameter;
}

Parameter<const schoolimp_decision*> decision_parameter(bool with_school) {
    schoolimp_decision good = decision();
    if (with_school) good.school = kSchool;
    using D = schoolimp_decision;
    auto parameter = options("decision", good, true)
                         .refuses_bad_text("school", &D::school)
                         .refuses_no_text("judgement", &D::judgement)
                         .refuses_no_text("level", &D::level)
                         .refuses_no_text("by", &D::by)
                         .refuses_bad_text("person", &D::person)
                         .refuses_bad_text("reason", &D::reason)
                         .refuses_bad_text("suggested", &D::suggested)
                         .refuses_bad_text("framework_hash", &D::framework_hash)
                         .refuses_no_date("decided_on", &D::decided_on);
    if (with_school) return std::move(parameter).refuses_no_text("school", &D::school);
    return parameter;
}

/// A decision of the caller that is filled.
Parameter<schoolimp_decision*> decision_output() {
    schoolimp_decision sentinel = SCHOOLIMP_DECISION_INIT;
    sentinel.person = "untouched";
    auto parameter = output("out", sentinel).refuses("NULL", nullptr);
    for (const size_t size : {size_t{0}, size_t{8}, sizeof(schoolimp_decision) - 1, size_t{1} << 20}) {
        auto wrong = std::make_shared<schoolimp_decision>(sentinel);
        wrong->struct_size = size;
        parameter.keep.push_back(wrong);
        std::move(parameter).refuses("a wrong struct_size", wrong.get(), SCHOOLIMP_E_INVALID_ARGUMENT, "out->struct_size");
    }
    return parameter;
}

}  // namespace

std::vector<Row> judgement_rows() {
    const World& w = world();
    static const std::array<const schoolimp_judgement*, 2> judgements = {world().decided.get(), nullptr}, others = {foreign<schoolimp_judgement>(), nullptr};
    return {
        SCHOOLIMP_TEST_MAKES(schoolimp_judge, handle("framework", w.framework), handle("evidence", w.evidence), text("school", kSchool), optional_handle("trust", w.trust),
                             optional_handle("benchmarks", w.benchmarks), judge_parameter(true)),
        SCHOOLIMP_TEST_MAKES(schoolimp_cohort_make, handle("framework", w.ranking), handle("evidence", w.evidence), optional_handle("trust", w.trust),
                             optional_handle("benchmarks", w.benchmarks), judge_parameter(false)),
        SCHOOLIMP_TEST_MAKES(schoolimp_cohort_figure, handle("cohort", w.cohort), index_of_one("function"), text("school", kSchool).refuses("no school", "nobody", SCHOOLIMP_E_NOT_FOUND, "*")),
        SCHOOLIMP_TEST_PARSE(schoolimp_judgement_parse, sample("judgement")),
        SCHOOLIMP_TEST_MAKES(schoolimp_judgement_to_json, handle("judgement", w.judgement), style()),
        SCHOOLIMP_TEST_MAKES(schoolimp_judgement_to_markdown, handle("judgement", w.judgement), handle("framework", w.framework), optional_handle("trust", w.trust)),
        SCHOOLIMP_TEST_MAKES(schoolimp_decide, handle("framework", w.framework), handle("judgement", w.judgement), decision_parameter(false)),
        SCHOOLIMP_TEST_ROW(schoolimp_judgement_decision, decision_output(), handle("judgement", w.decided), index_of_one("index")),
        SCHOOLIMP_TEST_MAKES(schoolimp_judgement_level_in_force, handle("judgement", w.decided), text("id", "tier_of_support")),
        SCHOOLIMP_TEST_PARSE(schoolimp_decisions_parse, sample("decisions")),
        SCHOOLIMP_TEST_MAKES(schoolimp_decisions_to_json, handle("decisions", w.decisions), style()),
        SCHOOLIMP_TEST_MAKES(schoolimp_decisions_with, optional_handle("decisions", w.decisions), decision_parameter(true)),
        SCHOOLIMP_TEST_ROW(schoolimp_decisions_at, decision_output(), handle("decisions", w.decisions), index_of_one("index")),
        SCHOOLIMP_TEST_MAKES(schoolimp_rollup_make, handle("framework", w.framework),
                             value("judgements", judgements.data()).refuses("NULL with a count", nullptr).refuses("a foreign handle among them", others.data(), SCHOOLIMP_E_INVALID_ARGUMENT, "judgements[0]"),
                             value("count", size_t{1}).takes("0", 0).refuses("a NULL among them", 2, SCHOOLIMP_E_INVALID_ARGUMENT, "judgements[1]")),
        SCHOOLIMP_TEST_PARSE(schoolimp_rollup_parse, sample("rollup")),
        SCHOOLIMP_TEST_MAKES(schoolimp_rollup_to_json, handle("rollup", w.rollup), style()),
        SCHOOLIMP_TEST_MAKES(schoolimp_rollup_to_markdown, handle("rollup", w.rollup), handle("framework", w.framework), optional_handle("trust", w.trust)),
    };
}

namespace {

Parameter<const schoolimp_plan_options*> plan_parameter() {
    using O = schoolimp_plan_options;
    return options("options", plan_options(), true).refuses_no_date("made_on", &O::made_on).refuses_bad_date("start", &O::start).refuses_bad_date("end", &O::end);
}

Parameter<const schoolimp_progress*> progress_parameter() {
    schoolimp_progress good = SCHOOLIMP_PROGRESS_INIT;
    good.item = "objective.outcomes.primary_below";
    good.on = day(2027, 1, 20);
    using P = schoolimp_progress;
    return options("progress", good, true)
        .refuses_no_text("item", &P::item)
        .refuses_bad_text("by", &P::by)
        .refuses_bad_text("note", &P::note)
        .refuses_bad_text("value", &P::value)
        .refuses_no_date("on", &P::on)
        .refuses_numbers("rag", &P::rag, {-2, 4, INT32_MAX})
        .refuses_numbers("status", &P::status, {-2, 5, INT32_MAX});
}

}  // namespace

std::vector<Row> plan_rows() {
    const World& w = world();
    return {
        SCHOOLIMP_TEST_MAKES(schoolimp_plan_make, handle("framework", w.framework), handle("judgement", w.decided), handle("year", w.year), optional_handle("trust", w.trust), plan_parameter()),
        SCHOOLIMP_TEST_MAKES(schoolimp_plan_revise, handle("plan", w.plan), handle("framework", w.framework), handle("judgement", w.decided), handle("year", w.year),
                             optional_handle("trust", w.trust), plan_parameter()),
        SCHOOLIMP_TEST_PARSE(schoolimp_plan_parse, sample("plan")),
        SCHOOLIMP_TEST_MAKES(schoolimp_plan_to_json, handle("plan", w.plan), style()),
        SCHOOLIMP_TEST_MAKES(schoolimp_plan_to_markdown, handle("plan", w.plan), handle("framework", w.framework), optional_handle("trust", w.trust),
                             optional_date("rated_on", day(2027, 2, 1)).takes("none", SCHOOLIMP_NO_DATE)),
        SCHOOLIMP_TEST_MAKES(schoolimp_plan_changes, handle("plan", w.plan)),
        SCHOOLIMP_TEST_MAKES(schoolimp_plan_record_progress, handle("plan", w.plan), progress_parameter()),
        SCHOOLIMP_TEST_MAKES(schoolimp_plan_rate, handle("plan", w.plan), date("on", day(2027, 2, 1))),
    };
}

namespace {

Parameter<schoolimp_calendar_request*> request_parameter() { return builder("request", calendar_request(world())); }

Parameter<const schoolimp_cadence*> cadence_parameter() {
    schoolimp_cadence good = SCHOOLIMP_CADENCE_INIT;
    good.activity = "progress_visit";
    good.every = "term";
    using C = schoolimp_cadence;
    auto parameter = options("cadence", good, true)
                         .refuses_no_text("activity", &C::activity)
                         .refuses_bad_text("report_to", &C::report_to)
                         .refuses_no_text("every", &C::every)
                         .refuses_member("every", [](C& c) { c.every = "fortnightly"; })
                         .refuses_member("every", [](C& c) { c.every = ""; })
                         .refuses_bad_text("position", &C::position)
                         .refuses_member("position", [](C& c) { c.position = "top"; })
                         .refuses_bad_text("event", &C::event)
                         .refuses_member("event", [](C& c) { c.event = "party"; })
                         .refuses_bad_text("offset_unit", &C::offset_unit)
                         .refuses_member("offset_unit", [](C& c) { c.offset_unit = "fortnight"; })
                         .refuses_bad_text("reason", &C::reason)
                         .refuses_numbers("times", &C::times, {0, -2, INT32_MIN});
    for (const uint32_t flags : {4U, 0x80000000U}) std::move(parameter).refuses_member("flags", [flags](C& c) { c.flags = flags; });
    return parameter;
}

Parameter<const schoolimp_icalendar_options*> icalendar_parameter() {
    schoolimp_icalendar_options good = SCHOOLIMP_ICALENDAR_OPTIONS_INIT;
    using O = schoolimp_icalendar_options;
    return options("options", good, false)
        .refuses_bad_text("name", &O::name)
        .refuses_bad_text("description", &O::description)
        .refuses_bad_text("school", &O::school)
        .refuses_bad_text("participant", &O::participant)
        .refuses_bad_text("type", &O::type)
        .refuses_bad_text("colour", &O::colour)
        .refuses_bad_text("source_url", &O::source_url)
        .refuses_bad_text("event_url", &O::event_url)
        .refuses_numbers("alarm_days_before", &O::alarm_days_before, {-2, INT32_MIN})
        .refuses_numbers("refresh_hours", &O::refresh_hours, {-1, INT32_MIN})
        .refuses_numbers("leave_trust_wide", &O::leave_trust_wide, {-1, 2})
        .refuses_numbers("leave_cancelled", &O::leave_cancelled, {-1, 2});
}

}  // namespace

std::vector<Row> calendar_rows() {
    const World& w = world();
    static const Owned<schoolimp_calendar_request> request = calendar_request(world());
    return {
        SCHOOLIMP_TEST_MAKES(schoolimp_calendar_request_new,
                             value("stamp", kStamp).refuses("milliseconds", kStamp * 1000).refuses("the least", INT64_MIN).refuses("the greatest", INT64_MAX), date("from", kToday)),
        SCHOOLIMP_TEST_ROW(schoolimp_calendar_request_add_school_year, request_parameter(), handle("year", w.year)),
        SCHOOLIMP_TEST_ROW(schoolimp_calendar_request_add_judgement, request_parameter(), handle("judgement", w.judgement)),
        SCHOOLIMP_TEST_ROW(schoolimp_calendar_request_add_plan, request_parameter(), handle("plan", w.plan)),
        SCHOOLIMP_TEST_ROW(schoolimp_calendar_request_set_trust_school_year, request_parameter(), text("id", "northmoor-2026-27")),
        SCHOOLIMP_TEST_ROW(schoolimp_calendar_request_include, request_parameter(), text("activity", "joining_review")),
        SCHOOLIMP_TEST_ROW(schoolimp_calendar_request_add_cadence, request_parameter(), cadence_parameter()),
        SCHOOLIMP_TEST_ROW(schoolimp_calendar_request_pin, request_parameter(), text("event", "x"), date("first", kToday), optional_date("last", kToday).takes("none", SCHOOLIMP_NO_DATE)),
        SCHOOLIMP_TEST_ROW(schoolimp_calendar_request_unpin, request_parameter(), text("event", "x")),
        SCHOOLIMP_TEST_ROW(schoolimp_calendar_request_add_event, request_parameter(), optional_text("school", kSchool),
                           text("event", "inspection").refuses("no event", "party").refuses("no event", ""), date("date", kToday)),
        SCHOOLIMP_TEST_ROW(schoolimp_calendar_request_keep_published, request_parameter(), value("keep", 1).takes("0", 0).refuses("neither", 2).refuses("neither", -1)),
        SCHOOLIMP_TEST_MAKES(schoolimp_calendar_make, handle("framework", w.framework), handle("trust", w.trust), handle("request", request), optional_handle("previous", w.calendar)),
        SCHOOLIMP_TEST_PARSE(schoolimp_calendar_parse, sample("calendar")),
        SCHOOLIMP_TEST_MAKES(schoolimp_calendar_to_json, handle("calendar", w.calendar), style()),
        SCHOOLIMP_TEST_MAKES(schoolimp_calendar_to_markdown, handle("calendar", w.calendar)),
        SCHOOLIMP_TEST_MAKES(schoolimp_calendar_issues, handle("calendar", w.calendar)),
        SCHOOLIMP_TEST_MAKES(schoolimp_calendar_compare, handle("before", w.calendar), handle("after", w.calendar)),
        SCHOOLIMP_TEST_MAKES(schoolimp_calendar_to_icalendar, handle("calendar", w.calendar), icalendar_parameter()),
    };
}

namespace {

/// Builders are left with many columns of one name, which only building refuses.
Parameter<schoolimp_table_builder*> columns_parameter() { return builder("builder", table_builder()); }
Parameter<schoolimp_table_request*> run_parameter() { return builder("request", table_request()); }

Parameter<ArrowArrayStream*> stream_output() {
    auto place = std::make_shared<ArrowArrayStream>();
    auto parameter = Parameter<ArrowArrayStream*>{"out", place.get()}.refuses("NULL", nullptr);
    parameter.before = [place] { place->release = nullptr; };
    parameter.after = [place](bool ok) {
        if (!ok) {
            EXPECT_EQ(place->release, nullptr) << "something was written out";
        }
        if (place->release != nullptr) place->release(place.get());
    };
    parameter.keep.push_back(place);
    return parameter;
}

int32_t go_on(void*, int64_t, int64_t) { return 0; }

}  // namespace

std::vector<Row> table_rows() {
    const World& w = world();
    static const std::array<const char*, 2> names = {"URN", nullptr}, bad = {kNotUtf8[0], "x"}, words = {"a", nullptr};
    static const std::array<double, 2> numbers{};
    static const std::array<uint8_t, 2> truths{};
    static const uint8_t validity = 3;
    static const std::array<int32_t, 2> days = {kToday, SCHOOLIMP_NO_DATE}, beyond = {kToday, kDayAfterYear9999};
    static const Owned<schoolimp_table_request> request = table_request();
    return {
        SCHOOLIMP_TEST_ROW(schoolimp_table_to_stream, stream_output(), handle("table", w.table)),
        SCHOOLIMP_TEST_MAKES(schoolimp_table_column_names, handle("table", w.table)),
        SCHOOLIMP_TEST_MAKES(schoolimp_table_type_name, handle("table", w.table),
                             value("column", size_t{1}).refuses("beyond the end", 2, SCHOOLIMP_E_OUT_OF_RANGE, "*").refuses("beyond the end", SCHOOLIMP_NOT_FOUND, SCHOOLIMP_E_OUT_OF_RANGE, "*")),
        SCHOOLIMP_TEST_MAKES(schoolimp_table_select, handle("table", w.table),
                             value("names", names.data()).refuses("NULL with a count", nullptr).refuses("text that is not UTF-8", bad.data(), SCHOOLIMP_E_INVALID_ARGUMENT, "names[0]"),
                             value("count", size_t{1}).takes("0", 0).refuses("a NULL among them", 2, SCHOOLIMP_E_INVALID_ARGUMENT, "names[1]")),
        SCHOOLIMP_TEST_MAKES(schoolimp_table_builder_new, value("rows", int64_t{2}).takes("0", 0).refuses("a negative number", -1).refuses("a negative number", INT64_MIN).refuses("more than there can be", INT64_MAX)),
        SCHOOLIMP_TEST_ROW(schoolimp_table_builder_add_numbers, columns_parameter(), text("name", "x"),
                           value("type", SCHOOLIMP_NUMBER_FLOAT64).takes("int8", SCHOOLIMP_NUMBER_INT8).refuses("no type", -1).refuses("no type", 10).refuses("no type", INT32_MAX),
                           value<const void*>("values", numbers.data()).refuses("NULL", nullptr), value("validity", &validity).takes("NULL", nullptr)),
        SCHOOLIMP_TEST_ROW(schoolimp_table_builder_add_booleans, columns_parameter(), text("name", "x"), value("values", truths.data()).refuses("NULL", nullptr),
                           value("validity", &validity).takes("NULL", nullptr)),
        SCHOOLIMP_TEST_ROW(schoolimp_table_builder_add_texts, columns_parameter(), text("name", "x"),
                           value("texts", words.data()).refuses("NULL", nullptr).refuses("text that is not UTF-8", bad.data(), SCHOOLIMP_E_INVALID_ARGUMENT, "texts[0]")),
        SCHOOLIMP_TEST_ROW(schoolimp_table_builder_add_dates, columns_parameter(), text("name", "x"),
                           value("dates", days.data()).refuses("NULL", nullptr).refuses("no day there is", beyond.data(), SCHOOLIMP_E_INVALID_ARGUMENT, "dates[1]")),
        SCHOOLIMP_TEST_MAKES(schoolimp_table_builder_build, columns_parameter()),
        SCHOOLIMP_TEST_MAKES(schoolimp_table_request_new, date("valid", kToday), optional_date("known", kToday).takes("none", SCHOOLIMP_NO_DATE)),
        SCHOOLIMP_TEST_ROW(schoolimp_table_request_set_key, run_parameter(), text("column", "URN")),
        SCHOOLIMP_TEST_ROW(schoolimp_table_request_set_column, run_parameter(), text("cell", "x"), text("column", "y")),
        SCHOOLIMP_TEST_ROW(schoolimp_table_request_set_constant, run_parameter(), text("cell", "x"),
                           value("kind", SCHOOLIMP_VALUE_NUMBER).refuses("no kind", -1).refuses("a double has no place here", SCHOOLIMP_VALUE_DOUBLE).refuses("no kind", INT32_MAX),
                           text("value", "5").refuses("no number", "five")),
        SCHOOLIMP_TEST_ROW(schoolimp_table_request_set_threads, run_parameter(), value("threads", 1).takes("the most", 1024).refuses("none", 0).refuses("fewer", -1).refuses("too many", 1025)),
        SCHOOLIMP_TEST_ROW(schoolimp_table_request_set_search_limit, run_parameter(), value("limit", 1).takes("the most", INT32_MAX).refuses("none", 0).refuses("fewer", -1)),
        SCHOOLIMP_TEST_ROW(schoolimp_table_request_set_progress, run_parameter(), value<schoolimp_progress_callback>("callback", go_on).takes("NULL", nullptr), value<void*>("payload", nullptr)),
        SCHOOLIMP_TEST_MAKES(schoolimp_judge_table, handle("framework", w.own), handle("table", w.table), handle("request", request)),
        SCHOOLIMP_TEST_MAKES(schoolimp_table_judgement_failures, handle("judged", w.judged)),
        SCHOOLIMP_TEST_MAKES(schoolimp_table_judgement_absent, handle("judged", w.judged)),
        SCHOOLIMP_TEST_MAKES(schoolimp_table_judgement_explain, handle("judged", w.judged),
                             value("row", int64_t{1}).refuses("beyond the end", 2, SCHOOLIMP_E_OUT_OF_RANGE, "*").refuses("negative", -1, SCHOOLIMP_E_OUT_OF_RANGE, "*")),
        SCHOOLIMP_TEST_MAKES(schoolimp_table_judgement_to_table, handle("judged", w.judged)),
    };
}

}  // namespace schoolimp_c_tests

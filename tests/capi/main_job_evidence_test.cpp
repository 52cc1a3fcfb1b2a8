// Evidence, trusts, national figures, school years.
#include <array>

#include "capi/json.hpp"

namespace schoolimp_c_tests {
namespace {

TEST(Evidence, ReadsBackAsItIsWritten) {
    expect_round_trip(schoolimp_evidence_parse, schoolimp_evidence_to_json, world().evidence);
    expect_round_trip(schoolimp_evidence_parse, schoolimp_evidence_to_json, parsed(schoolimp_evidence_parse, sample("evidence")));
    const auto numbers = parsed(schoolimp_evidence_parse_csv, "school,indicator,period,value\ns,x,2024/25,57.25\n");
    const std::string csv = text_of(made(schoolimp_evidence_to_csv, numbers.get()));
    EXPECT_NE(csv.find("\r\n"), std::string::npos);
    EXPECT_EQ(to_json(schoolimp_evidence_to_json, parsed(schoolimp_evidence_parse_csv, csv)), to_json(schoolimp_evidence_to_json, numbers));
}

TEST(Evidence, IsCounted) {
    EXPECT_EQ(schoolimp_evidence_size(world().evidence.get()), 9U);
    EXPECT_EQ(list_of(made(schoolimp_evidence_schools, world().evidence.get())), (std::vector<std::string>{"900001", "900002"}));
}

TEST(Evidence, MergesAndFollowsPredecessors) {
    const auto one = parsed(schoolimp_evidence_parse_csv, "school,indicator,period,value\na,x,2024/25,1\n");
    const auto two = parsed(schoolimp_evidence_parse_csv, "school,indicator,period,value\na,x,2024/25,2\n");
    EXPECT_EQ(schoolimp_evidence_size(made(schoolimp_evidence_merged, one.get(), one.get()).get()), 1U);
    EXPECT_EQ(refused(schoolimp_evidence_merged, one.get(), two.get()).status, SCHOOLIMP_E_INVALID_ARGUMENT);
    const auto followed = made(schoolimp_evidence_with_predecessor, one.get(), "b", "a");
    EXPECT_EQ(list_of(made(schoolimp_evidence_schools, followed.get())), (std::vector<std::string>{"a", "b"}));
}

TEST(Evidence, IsCheckedUnderAFramework) {
    const std::string text = input("evidence-unknown-level.json");
    const auto issues = made(schoolimp_evidence_check, parsed(schoolimp_evidence_parse, text).get(), world().framework.get());
    ASSERT_EQ(schoolimp_issues_count(issues.get()), 2U);
    const auto unused = parsed(schoolimp_evidence_parse_csv, "school,indicator,period,value\na,nowhere_used,2024/25,1\n");
    const auto warnings = made(schoolimp_evidence_check, unused.get(), world().framework.get());
    ASSERT_EQ(schoolimp_issues_count(warnings.get()), 1U);
    EXPECT_EQ(schoolimp_issues_severity(warnings.get(), 0), SCHOOLIMP_SEVERITY_WARNING);
}

TEST(Evidence, ComesFromTables) {
    const std::array<const char*, 2> schools = {"900001", "900002"}, indicators = {"absence.overall", "absence.overall"}, periods = {"2024/25", "2024/25"};
    const std::array<double, 2> values = {5.9, 4.8};
    const auto builder = made(schoolimp_table_builder_new, int64_t{2});
    done(schoolimp_table_builder_add_texts, builder.get(), "school", schools.data());
    done(schoolimp_table_builder_add_texts, builder.get(), "indicator", indicators.data());
    done(schoolimp_table_builder_add_texts, builder.get(), "period", periods.data());
    done(schoolimp_table_builder_add_numbers, builder.get(), "value", SCHOOLIMP_NUMBER_FLOAT64, values.data(), nullptr);
    const auto table = made(schoolimp_table_builder_build, builder.get());
    const auto evidence = made(schoolimp_evidence_from_table, table.get(), nullptr, nullptr);
    const auto same = parsed(schoolimp_evidence_parse_csv, "school,indicator,period,value\n900001,absence.overall,2024/25,5.9\n900002,absence.overall,2024/25,4.8\n");
    EXPECT_EQ(to_json(schoolimp_evidence_to_json, evidence), to_json(schoolimp_evidence_to_json, same));
    const auto again = made(schoolimp_evidence_to_table, evidence.get());
    EXPECT_EQ(schoolimp_table_rows(again.get()), 2);
    const auto back = made(schoolimp_evidence_from_table, again.get(), nullptr, nullptr);
    EXPECT_EQ(to_json(schoolimp_evidence_to_json, back), to_json(schoolimp_evidence_to_json, same));
    EXPECT_EQ(refused(schoolimp_evidence_from_table, world().table.get(), nullptr, nullptr).status, SCHOOLIMP_E_INVALID_ARGUMENT) << "columns school and indicator are needed";
}

/// One observation through the builder, as JSON.
Json built(const schoolimp_observation& observation) {
    const auto builder = made(schoolimp_evidence_builder_new);
    done(schoolimp_evidence_builder_add, builder.get(), &observation);
    return document_of(schoolimp_evidence_to_json, made(schoolimp_evidence_builder_build, builder.get()))["observations"][0];
}

TEST(EvidenceBuilder, TakesEveryKindOfValue) {
    struct Given {
        int32_t kind;
        const char* value;
        double number;
        const char* expected;
    };
    const Given all[] = {
        {SCHOOLIMP_VALUE_MISSING, "suppressed", 0, R"({"missing": "suppressed"})"}, {SCHOOLIMP_VALUE_NUMBER, "61.5", 0, R"({"value": 61.5})"},
        {SCHOOLIMP_VALUE_BOOLEAN, "true", 0, R"({"value": true})"},                 {SCHOOLIMP_VALUE_WORD, "good", 0, R"({"value": "good"})"},
        {SCHOOLIMP_VALUE_DATE, "2026-09-01", 0, R"({"value": "2026-09-01"})"},      {SCHOOLIMP_VALUE_DOUBLE, nullptr, 0.1, R"({"value": 0.1})"},
    };
    for (const Given& given : all) {
        SCOPED_TRACE(given.kind);
        schoolimp_observation observation = SCHOOLIMP_OBSERVATION_INIT;
        observation.school = "s";
        observation.indicator = "x";
        observation.period = "2025/26";
        observation.kind = given.kind;
        observation.value = given.value;
        observation.number = given.number;
        Json expected = Json::parse(given.expected);
        expected.update({{"school", "s"}, {"indicator", "x"}, {"period", "2025/26"}});
        EXPECT_EQ(built(observation), expected);
    }
}

TEST(EvidenceBuilder, TakesEveryMember) {
    schoolimp_observation observation;
    schoolimp_observation_init(&observation, sizeof(observation));
    observation.school = "s";
    observation.indicator = "x";
    observation.group = "disadvantaged";
    observation.kind = SCHOOLIMP_VALUE_NUMBER;
    observation.value = "50";
    observation.observed_on = day(2026, 6, 1);
    observation.recorded_at = day(2026, 6, 2);
    observation.cohort = 30;
    observation.source = "register";
    observation.note = "a note";
    observation.lower = "45.5";
    observation.upper = "54.5";
    const Json written = built(observation);
    EXPECT_EQ(written["group"], "disadvantaged");
    EXPECT_EQ(written["observed_on"], "2026-06-01");
    EXPECT_EQ(written["recorded_at"], "2026-06-02");
    EXPECT_EQ(written["cohort"], 30);
    EXPECT_EQ(written["source"], "register");
    EXPECT_EQ(written["note"], "a note");
    EXPECT_EQ(written["interval"], Json::array({45.5, 54.5}));
    observation.lower = observation.upper = "";
    EXPECT_FALSE(built(observation).contains("interval")) << "an empty text is none";
}

TEST(EvidenceBuilder, KeepsItsObservationsAndNamesConflicts) {
    const auto builder = evidence_builder();
    EXPECT_EQ(schoolimp_evidence_size(made(schoolimp_evidence_builder_build, builder.get()).get()), 1U);
    EXPECT_EQ(schoolimp_evidence_size(made(schoolimp_evidence_builder_build, builder.get()).get()), 1U);
    schoolimp_observation other = SCHOOLIMP_OBSERVATION_INIT;
    other.school = kSchool;
    other.indicator = "review.leadership";
    other.kind = SCHOOLIMP_VALUE_WORD;
    other.value = "secure";
    other.observed_on = day(2026, 6, 24);
    done(schoolimp_evidence_builder_add, builder.get(), &other);
    const Failure failure = refused(schoolimp_evidence_builder_build, builder.get());
    EXPECT_EQ(failure.status, SCHOOLIMP_E_INVALID_ARGUMENT);
    EXPECT_EQ(failure.pointers, std::vector<std::string>{"/observations/1"});
}

TEST(Trusts, AreRead) {
    const Json document = Json::parse(input("trust.json"));
    const schoolimp_trust* const trust = world().trust.get();
    ASSERT_EQ(schoolimp_trust_school_count(trust), document["schools"].size());
    for (size_t i = 0; i < document["schools"].size(); ++i) {
        EXPECT_EQ(schoolimp_trust_school_id(trust, i), string_at(document["schools"][i], "id"));
        EXPECT_EQ(schoolimp_trust_school_name(trust, i), string_at(document["schools"][i], "name"));
    }
    expect_round_trip(schoolimp_trust_parse, schoolimp_trust_to_json, parsed(schoolimp_trust_parse, sample("trust")));
}

TEST(NationalFigures, AreReadAndOverlaid) {
    const auto& builtin = world().benchmarks;
    EXPECT_GT(schoolimp_benchmarks_size(builtin.get()), 10U);
    expect_round_trip(schoolimp_benchmarks_parse, schoolimp_benchmarks_to_json, builtin);
    const auto other = parsed(schoolimp_benchmarks_parse, sample("benchmarks"));
    const auto both = made(schoolimp_benchmarks_overlaid, builtin.get(), other.get());
    EXPECT_EQ(schoolimp_benchmarks_size(both.get()), schoolimp_benchmarks_size(builtin.get()) + schoolimp_benchmarks_size(other.get()));
    EXPECT_EQ(schoolimp_benchmarks_size(made(schoolimp_benchmarks_overlaid, both.get(), other.get()).get()), schoolimp_benchmarks_size(both.get()));
}

TEST(SchoolYears, AreCounted) {
    const schoolimp_school_year* const year = world().year.get();
    EXPECT_STREQ(schoolimp_school_year_id(year), "northmoor-2026-27");
    EXPECT_EQ(schoolimp_school_year_first(year), day(2026, 8, 1));
    EXPECT_EQ(schoolimp_school_year_last(year), day(2027, 8, 31));
    const std::pair<int32_t, int32_t> kinds[] = {
        {day(2026, 9, 3), SCHOOLIMP_DAY_SCHOOL_DAY}, {day(2026, 9, 1), SCHOOLIMP_DAY_INSET},          {day(2026, 9, 5), SCHOOLIMP_DAY_WEEKEND},
        {day(2026, 10, 26), SCHOOLIMP_DAY_HOLIDAY},  {day(2026, 12, 25), SCHOOLIMP_DAY_BANK_HOLIDAY}, {SCHOOLIMP_NO_DATE, SCHOOLIMP_NONE},
    };
    for (const auto& [date, kind] : kinds) EXPECT_EQ(schoolimp_school_year_day_kind(year, date), kind) << date;
    EXPECT_NE(schoolimp_school_year_day_kind(year, day(2030, 1, 1)), SCHOOLIMP_DAY_SCHOOL_DAY);
    EXPECT_EQ(text_of(made(schoolimp_school_year_describe, year, day(2026, 12, 25))), "Christmas Day");
    EXPECT_EQ(text_of(made(schoolimp_school_year_describe, year, day(2026, 9, 3))), "");
    EXPECT_EQ(schoolimp_school_year_next_day(year, day(2026, 9, 1)), day(2026, 9, 3));
    EXPECT_EQ(schoolimp_school_year_next_day(year, day(2027, 8, 1)), SCHOOLIMP_NO_DATE);
    EXPECT_EQ(schoolimp_school_year_previous_day(year, day(2026, 9, 6)), day(2026, 9, 4));
    EXPECT_EQ(schoolimp_school_year_previous_day(year, day(2026, 9, 2)), SCHOOLIMP_NO_DATE);
    EXPECT_EQ(schoolimp_school_year_day_after(year, day(2026, 9, 3), 2), day(2026, 9, 7));
    EXPECT_EQ(schoolimp_school_year_day_after(year, day(2026, 9, 7), -2), day(2026, 9, 3));
    EXPECT_EQ(schoolimp_school_year_day_after(year, day(2026, 9, 1), 0), day(2026, 9, 3));
    for (const int32_t n : {INT32_MAX, INT32_MIN, 400, -400}) EXPECT_EQ(schoolimp_school_year_day_after(year, day(2026, 9, 3), n), SCHOOLIMP_NO_DATE) << n;
    EXPECT_EQ(schoolimp_school_year_week_of(year, day(2026, 9, 3)), 1);
    EXPECT_EQ(schoolimp_school_year_week_of(year, day(2026, 10, 28)), SCHOOLIMP_NONE);
}

TEST(SchoolYears, GiveTheirDaysSizeThenFill) {
    const schoolimp_school_year* const year = world().year.get();
    size_t count = 0;
    done(schoolimp_school_year_school_days, year, nullptr, size_t{0}, &count);
    ASSERT_EQ(count, 190U) << "school days of the year";
    std::vector<int32_t> days(count + 1, 7);
    done(schoolimp_school_year_school_days, year, days.data(), count, &count);
    EXPECT_EQ(days.front(), day(2026, 9, 3));
    EXPECT_EQ(days[count - 1], day(2027, 7, 20));
    EXPECT_EQ(days[count], 7) << "nothing beyond";
    EXPECT_TRUE(std::is_sorted(days.begin(), days.end() - 1));
    EXPECT_EQ(static_cast<size_t>(schoolimp_school_year_days_between(year, days.front(), days[count - 1])), count);
    EXPECT_EQ(schoolimp_school_year_days_between(year, days[9], days[0]), 0);
    EXPECT_EQ(schoolimp_school_year_days_between(year, days[0], days[9]), 10);
}

TEST(SchoolYears, HaveHalfTermsAndAnAudit) {
    const schoolimp_school_year* const year = world().year.get();
    ASSERT_EQ(schoolimp_school_year_half_term_count(year), 6U);
    EXPECT_EQ(schoolimp_school_year_half_term_of(year, day(2026, 11, 5)), 1U);
    EXPECT_EQ(schoolimp_school_year_half_term_of(year, day(2026, 10, 28)), SCHOOLIMP_NOT_FOUND);
    EXPECT_EQ(text_of(made(schoolimp_school_year_half_term_title, year, size_t{0})), "autumn half term 1 (1 September to 23 October 2026)");
    EXPECT_EQ(refused(schoolimp_school_year_half_term_title, year, size_t{6}).status, SCHOOLIMP_E_OUT_OF_RANGE);
    EXPECT_FALSE(list_of(made(schoolimp_school_year_audit, year)).empty());
}

TEST(SchoolYears, TakeBankHolidaysAsPublished) {
    const std::string text = input("school-year.json");
    const std::string holidays = R"({"england-and-wales": {"division": "england-and-wales", "events": [{"title": "Invented day", "date": "2026-09-10", "notes": "", "bunting": true}]}})";
    const auto year = made(schoolimp_school_year_parse, text.data(), text.size(), holidays.data(), holidays.size(), nullptr, nullptr);
    EXPECT_EQ(schoolimp_school_year_day_kind(year.get(), day(2026, 9, 10)), SCHOOLIMP_DAY_BANK_HOLIDAY);
    EXPECT_EQ(text_of(made(schoolimp_school_year_describe, year.get(), day(2026, 9, 10))), "Invented day");
    EXPECT_NE(schoolimp_school_year_day_kind(year.get(), day(2026, 12, 25)), SCHOOLIMP_DAY_BANK_HOLIDAY) << "published years replace the rule's";
    EXPECT_EQ(schoolimp_school_year_day_kind(year.get(), day(2027, 5, 3)), SCHOOLIMP_DAY_BANK_HOLIDAY) << "other years stay";
    const std::string json = to_json(schoolimp_school_year_to_json, year);
    EXPECT_EQ(Json::parse(json)["id"], "northmoor-2026-27");
    EXPECT_EQ(refused(schoolimp_school_year_parse, text.data(), text.size(), "{", size_t{1}, nullptr, nullptr).status, SCHOOLIMP_E_INVALID_ARGUMENT);
}

}  // namespace
}  // namespace schoolimp_c_tests

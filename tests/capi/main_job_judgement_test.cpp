// Judging, cohorts, reading a judgement, decisions, the trust as a whole: what the functions read is compared with the document.
#include "capi/json.hpp"

namespace schoolimp_c_tests {
namespace {

void expect_answers(const schoolimp_judgement* judgement, const Json& answers) {
    ASSERT_EQ(schoolimp_judgement_answer_count(judgement), answers.size());
    for (size_t i = 0; i < answers.size(); ++i) {
        const Json& answer = answers[i];
        const std::string id = string_at(answer, "judgement");
        EXPECT_EQ(schoolimp_judgement_answer_id(judgement, i), id);
        EXPECT_EQ(schoolimp_judgement_find_answer(judgement, id.c_str()), i);
        EXPECT_EQ(schoolimp_judgement_answer_scale(judgement, i), string_at(answer, "scale"));
        const char* const suggested = schoolimp_judgement_suggested(judgement, i);
        ASSERT_EQ(suggested != nullptr, answer.contains("suggested"));
        if (suggested != nullptr) {
            EXPECT_EQ(suggested, string_at(answer, "suggested"));
        }
        const uint32_t flags = (answer.value("not_applicable", false) ? SCHOOLIMP_ANSWER_NOT_APPLICABLE : 0U) |
                               (answer.value("only_possible", false) ? SCHOOLIMP_ANSWER_ONLY_POSSIBLE : 0U) |
                               (answer.value("possible_is_exact", true) ? 0U : SCHOOLIMP_ANSWER_NOT_EXACT);
        EXPECT_EQ(schoolimp_judgement_answer_flags(judgement, i), flags);
        const Json possible = list_at(answer, "possible"), reasons = list_at(answer, "reasons"), missing = list_at(answer, "missing_that_matters");
        ASSERT_EQ(schoolimp_judgement_possible_count(judgement, i), possible.size());
        for (size_t k = 0; k < possible.size(); ++k) EXPECT_EQ(schoolimp_judgement_possible(judgement, i, k), possible[k].get<std::string>());
        ASSERT_EQ(schoolimp_judgement_reason_count(judgement, i), reasons.size());
        for (size_t k = 0; k < reasons.size(); ++k) EXPECT_EQ(schoolimp_judgement_reason(judgement, i, k), reasons[k].get<std::string>());
        ASSERT_EQ(schoolimp_judgement_missing_count(judgement, i), missing.size());
        for (size_t k = 0; k < missing.size(); ++k) EXPECT_EQ(schoolimp_judgement_missing(judgement, i, k), missing[k].get<size_t>());
    }
    EXPECT_EQ(schoolimp_judgement_find_answer(judgement, "no such question"), SCHOOLIMP_NOT_FOUND);
}

void expect_comparisons(const schoolimp_judgement* judgement, size_t criterion, const Json& comparisons) {
    ASSERT_EQ(schoolimp_judgement_comparison_count(judgement, criterion), comparisons.size());
    for (size_t i = 0; i < comparisons.size(); ++i) {
        EXPECT_EQ(schoolimp_judgement_comparison_text(judgement, criterion, i), string_at(comparisons[i], "text"));
        EXPECT_EQ(schoolimp_judgement_comparison_left(judgement, criterion, i), string_at(comparisons[i], "left"));
        EXPECT_EQ(schoolimp_judgement_comparison_comparator(judgement, criterion, i), string_at(comparisons[i], "comparator"));
        EXPECT_EQ(schoolimp_judgement_comparison_right(judgement, criterion, i), string_at(comparisons[i], "right"));
        EXPECT_EQ(schoolimp_judgement_comparison_result(judgement, criterion, i), truth_of(string_at(comparisons[i], "result")));
    }
}

void expect_criteria(const schoolimp_judgement* judgement, const Json& criteria) {
    ASSERT_EQ(schoolimp_judgement_criterion_count(judgement), criteria.size());
    for (size_t i = 0; i < criteria.size(); ++i) {
        const std::string id = string_at(criteria[i], "id");
        SCOPED_TRACE(id);
        EXPECT_EQ(schoolimp_judgement_criterion_id(judgement, i), id);
        EXPECT_EQ(schoolimp_judgement_find_criterion(judgement, id.c_str()), i);
        EXPECT_EQ(schoolimp_judgement_criterion_result(judgement, i), truth_of(string_at(criteria[i], "result")));
        expect_comparisons(judgement, i, list_at(criteria[i], "comparisons"));
        const Json readings = list_at(criteria[i], "readings"), waiting = list_at(criteria[i], "waiting_for");
        ASSERT_EQ(schoolimp_judgement_criterion_reading_count(judgement, i), readings.size());
        for (size_t k = 0; k < readings.size(); ++k) EXPECT_EQ(schoolimp_judgement_criterion_reading(judgement, i, k), readings[k].get<size_t>());
        ASSERT_EQ(schoolimp_judgement_criterion_waiting_count(judgement, i), waiting.size());
        for (size_t k = 0; k < waiting.size(); ++k) EXPECT_EQ(schoolimp_judgement_criterion_waiting(judgement, i, k), waiting[k].get<size_t>());
    }
    EXPECT_EQ(schoolimp_judgement_find_criterion(judgement, "no such criterion"), SCHOOLIMP_NOT_FOUND);
}

void expect_results(const schoolimp_judgement* judgement, const Json& document) {
    const Json measures = list_at(document, "measures"), conditions = list_at(document, "conditions"), kpis = list_at(document, "kpis");
    ASSERT_EQ(schoolimp_judgement_measure_count(judgement), measures.size());
    for (size_t i = 0; i < measures.size(); ++i) {
        EXPECT_EQ(schoolimp_judgement_measure_id(judgement, i), string_at(measures[i], "id"));
        EXPECT_EQ(schoolimp_judgement_measure_value(judgement, i), string_at(measures[i], "value"));
        const std::string state = measures[i].value("state", "known");
        EXPECT_EQ(schoolimp_judgement_measure_state(judgement, i), state == "unknown" ? SCHOOLIMP_TRUTH_UNKNOWN : state == "not_applicable" ? SCHOOLIMP_TRUTH_NOT_APPLICABLE : SCHOOLIMP_TRUTH_TRUE);
    }
    ASSERT_EQ(schoolimp_judgement_condition_count(judgement), conditions.size());
    for (size_t i = 0; i < conditions.size(); ++i) {
        EXPECT_EQ(schoolimp_judgement_condition_owner(judgement, i), string_at(conditions[i], "owner"));
        EXPECT_EQ(schoolimp_judgement_condition_result(judgement, i), truth_of(string_at(conditions[i], "result")));
    }
    ASSERT_EQ(schoolimp_judgement_kpi_count(judgement), kpis.size());
    for (size_t i = 0; i < kpis.size(); ++i) {
        EXPECT_EQ(schoolimp_judgement_kpi_id(judgement, i), string_at(kpis[i], "owner"));
        EXPECT_EQ(schoolimp_judgement_kpi_result(judgement, i), truth_of(string_at(kpis[i], "result")));
    }
}

void expect_readings(const schoolimp_judgement* judgement, const Json& readings) {
    ASSERT_EQ(schoolimp_judgement_reading_count(judgement), readings.size());
    for (size_t i = 0; i < readings.size(); ++i) {
        const Json& reading = readings[i];
        SCOPED_TRACE(reading.dump());
        EXPECT_EQ(schoolimp_judgement_reading_indicator(judgement, i), string_at(reading, "indicator"));
        EXPECT_EQ(schoolimp_judgement_reading_flags(judgement, i),
                  (reading.value("national", false) ? SCHOOLIMP_READING_NATIONAL : 0U) | (reading.value("population", false) ? SCHOOLIMP_READING_POPULATION : 0U));
        EXPECT_EQ(schoolimp_judgement_reading_group(judgement, i), string_at(reading, "group"));
        EXPECT_EQ(schoolimp_judgement_reading_shift(judgement, i), reading.value("shift", 0));
        EXPECT_EQ(schoolimp_judgement_reading_period(judgement, i), string_at(reading, "period"));
        EXPECT_EQ(schoolimp_judgement_reading_value(judgement, i), string_at(reading, "value"));
        const char* const missing = schoolimp_judgement_reading_missing(judgement, i);
        EXPECT_EQ(missing == nullptr ? "" : missing, string_at(reading, "missing"));
        EXPECT_EQ(schoolimp_judgement_reading_observed_on(judgement, i), date_at(reading, "observed_on"));
        EXPECT_EQ(schoolimp_judgement_reading_source(judgement, i), string_at(reading, "source"));
    }
}

void expect_judgement(const Owned<schoolimp_judgement>& owned) {
    const schoolimp_judgement* const judgement = owned.get();
    const Json document = document_of(schoolimp_judgement_to_json, owned);
    EXPECT_EQ(schoolimp_judgement_school(judgement), string_at(document, "school"));
    EXPECT_EQ(schoolimp_judgement_framework_id(judgement), string_at(document, "framework_id"));
    EXPECT_EQ(schoolimp_judgement_framework_edition(judgement), string_at(document, "framework_edition"));
    EXPECT_EQ(schoolimp_judgement_framework_hash(judgement), string_at(document, "framework_hash"));
    EXPECT_EQ(schoolimp_judgement_valid(judgement), date_at(document["as_of"], "valid"));
    EXPECT_EQ(schoolimp_judgement_known_by(judgement), date_at(document["as_of"], "known"));
    EXPECT_EQ(schoolimp_judgement_known_cells(judgement), document.value("known", 0));
    EXPECT_EQ(schoolimp_judgement_missing_cells(judgement), document.value("missing", 0));
    expect_answers(judgement, list_at(document, "answers"));
    expect_criteria(judgement, list_at(document, "criteria"));
    expect_results(judgement, document);
    expect_readings(judgement, list_at(document, "readings"));
    expect_round_trip(schoolimp_judgement_parse, schoolimp_judgement_to_json, owned);
}

TEST(Judgements, AreReadAsTheirDocument) {
    expect_judgement(world().judgement);
    expect_judgement(world().decided);
    expect_judgement(parsed(schoolimp_judgement_parse, sample("judgement")));
    EXPECT_STREQ(schoolimp_judgement_suggested(world().judgement.get(), 0), "tier_2");
    EXPECT_GT(schoolimp_judgement_known_cells(world().judgement.get()), 5);
}

TEST(Judgements, TakeOptions) {
    schoolimp_judge_options options = judge_options();
    const World& w = world();
    const auto judged = [&] { return made(schoolimp_judge, w.framework.get(), w.evidence.get(), kSchool, w.trust.get(), w.benchmarks.get(), &options); };
    options.known = day(2026, 9, 2);
    EXPECT_EQ(schoolimp_judgement_known_by(judged().get()), options.known);
    options.period = "2023/24";
    EXPECT_EQ(document_of(schoolimp_judgement_to_json, judged())["as_of"]["period"], "2023/24");
    options.period = "";
    EXPECT_FALSE(document_of(schoolimp_judgement_to_json, judged())["as_of"].contains("period"));
    options.search_limit = 1;
    const auto searched = judged();
    EXPECT_TRUE((schoolimp_judgement_answer_flags(searched.get(), 0) & SCHOOLIMP_ANSWER_NOT_EXACT) != 0 || schoolimp_judgement_possible_count(searched.get(), 0) > 0);
    const auto alone = made(schoolimp_judge, w.framework.get(), w.evidence.get(), kSchool, nullptr, nullptr, &options);
    EXPECT_GT(schoolimp_judgement_missing_cells(alone.get()), schoolimp_judgement_missing_cells(searched.get())) << "no trust and no national figures are known";
}

TEST(Judgements, RefuseEvidenceThatContradictsTheFramework) {
    const schoolimp_judge_options options = judge_options();
    const auto evidence = parsed(schoolimp_evidence_parse, input("evidence-unknown-level.json"));
    const Failure failure = refused(schoolimp_judge, world().framework.get(), evidence.get(), kSchool, nullptr, nullptr, &options);
    EXPECT_EQ(failure.status, SCHOOLIMP_E_INVALID_ARGUMENT);
    EXPECT_EQ(failure.codes.size(), 2U) << "every issue is listed";
}

TEST(Judgements, HaveAPage) {
    const std::string page = text_of(made(schoolimp_judgement_to_markdown, world().decided.get(), world().framework.get(), world().trust.get()));
    EXPECT_NE(page.find("Bront\xC3\xAB"), std::string::npos);
    EXPECT_NE(page.find("Tier 2"), std::string::npos);
    EXPECT_EQ(text_of(made(schoolimp_judgement_to_markdown, world().decided.get(), world().framework.get(), nullptr)).find("Bront\xC3\xAB"), std::string::npos);
}

TEST(Cohorts, GiveFigures) {
    const schoolimp_cohort* const cohort = world().cohort.get();
    ASSERT_EQ(schoolimp_cohort_school_count(cohort), 3U) << "with an observation or in the trust";
    EXPECT_STREQ(schoolimp_cohort_school(cohort, 0), "900001");
    EXPECT_STREQ(schoolimp_cohort_school(cohort, 2), "900003");
    ASSERT_EQ(schoolimp_cohort_function_count(cohort), 1U);
    EXPECT_STREQ(schoolimp_cohort_function(cohort, 0), "rank(-absence.overall)");
    EXPECT_EQ(schoolimp_cohort_population(cohort, 0), 2U);
    EXPECT_EQ(text_of(made(schoolimp_cohort_figure, cohort, size_t{0}, "900002")), "1");
    EXPECT_EQ(text_of(made(schoolimp_cohort_figure, cohort, size_t{0}, "900001")), "2");
    EXPECT_EQ(refused(schoolimp_cohort_figure, cohort, size_t{0}, "900003").status, SCHOOLIMP_E_NOT_FOUND);
    EXPECT_EQ(refused(schoolimp_cohort_figure, cohort, size_t{0}, "nobody").status, SCHOOLIMP_E_NOT_FOUND);
    EXPECT_EQ(refused(schoolimp_cohort_figure, cohort, size_t{1}, "900001").status, SCHOOLIMP_E_OUT_OF_RANGE);
}

TEST(Cohorts, AreComparedWith) {
    const World& w = world();
    schoolimp_judge_options options = judge_options();
    options.cohort = w.cohort.get();
    const auto judged = made(schoolimp_judge, w.ranking.get(), w.evidence.get(), "900002", w.trust.get(), w.benchmarks.get(), &options);
    expect_judgement(judged);
    const size_t criterion = schoolimp_judgement_find_criterion(judged.get(), "attendance.best");
    EXPECT_EQ(schoolimp_judgement_criterion_result(judged.get(), criterion), SCHOOLIMP_TRUTH_TRUE);
    uint32_t flags = 0;
    for (size_t i = 0; i < schoolimp_judgement_criterion_reading_count(judged.get(), criterion); ++i)
        flags |= schoolimp_judgement_reading_flags(judged.get(), schoolimp_judgement_criterion_reading(judged.get(), criterion, i));
    EXPECT_EQ(flags, static_cast<uint32_t>(SCHOOLIMP_READING_POPULATION));
    options.valid = kToday - 1;
    EXPECT_EQ(refused(schoolimp_judge, w.ranking.get(), w.evidence.get(), "900002", w.trust.get(), w.benchmarks.get(), &options).status, SCHOOLIMP_E_FAILED_PRECONDITION);
    options.valid = kToday;
    EXPECT_EQ(refused(schoolimp_judge, w.framework.get(), w.evidence.get(), "900002", w.trust.get(), w.benchmarks.get(), &options).status, SCHOOLIMP_E_FAILED_PRECONDITION);
    options.cohort = nullptr;
    const auto alone = made(schoolimp_judge, w.ranking.get(), w.evidence.get(), "900002", w.trust.get(), w.benchmarks.get(), &options);
    EXPECT_EQ(schoolimp_judgement_criterion_result(alone.get(), criterion), SCHOOLIMP_TRUTH_UNKNOWN);
}

TEST(Cohorts, AreMadeWithoutLookingAtTheCohortOfTheOptions) {
    const World& w = world();
    schoolimp_judge_options options = judge_options();
    options.search_limit = -7;
    options.cohort = reinterpret_cast<const schoolimp_cohort*>(w.text.get());
    EXPECT_NE(made(schoolimp_cohort_make, w.ranking.get(), w.evidence.get(), nullptr, nullptr, &options), nullptr);
}

void expect_decision(const schoolimp_decision& decision, const Json& document) {
    EXPECT_EQ(decision.school, string_at(document, "school"));
    EXPECT_EQ(decision.judgement, string_at(document, "judgement"));
    EXPECT_EQ(decision.level, string_at(document, "level"));
    EXPECT_EQ(decision.by, string_at(document, "by"));
    EXPECT_EQ(decision.person, string_at(document, "person"));
    EXPECT_EQ(decision.reason, string_at(document, "reason"));
    EXPECT_EQ(decision.suggested, string_at(document, "suggested"));
    EXPECT_EQ(decision.framework_hash, string_at(document, "framework_hash"));
    EXPECT_EQ(decision.decided_on, date_at(document, "decided_on"));
    EXPECT_EQ(decision.reserved, 0);
}

TEST(Decisions, StandInTheJudgement) {
    const World& w = world();
    EXPECT_EQ(schoolimp_judgement_decision_count(w.judgement.get()), 0U);
    ASSERT_EQ(schoolimp_judgement_decision_count(w.decided.get()), 1U);
    schoolimp_decision read = SCHOOLIMP_DECISION_INIT;
    done(schoolimp_judgement_decision, &read, w.decided.get(), size_t{0});
    expect_decision(read, document_of(schoolimp_judgement_to_json, w.decided)["decisions"][0]);
    EXPECT_STREQ(read.school, kSchool) << "the judgement's";
    EXPECT_STREQ(read.suggested, "tier_2") << "the judgement's";
    EXPECT_STREQ(read.framework_hash, schoolimp_framework_hash(w.framework.get())) << "the judgement's";
    EXPECT_EQ(text_of(made(schoolimp_judgement_level_in_force, w.decided.get(), "tier_of_support")), "tier.tier_2");

    schoolimp_decision other = decision();
    other.level = "tier_3";
    const auto twice = made(schoolimp_decide, w.framework.get(), w.decided.get(), &other);
    EXPECT_EQ(schoolimp_judgement_decision_count(twice.get()), 2U);
    EXPECT_EQ(text_of(made(schoolimp_judgement_level_in_force, twice.get(), "tier_of_support")), "tier.tier_3") << "the last one";
    EXPECT_EQ(text_of(made(schoolimp_judgement_level_in_force, w.judgement.get(), "tier_of_support")), "tier.tier_2") << "the suggested one";
    EXPECT_EQ(text_of(made(schoolimp_judgement_level_in_force, w.judgement.get(), "no such question")), "");
}

TEST(Decisions, OfWhatIsNotThereAreRefused) {
    const World& w = world();
    for (const auto member : {&schoolimp_decision::judgement, &schoolimp_decision::level}) {
        schoolimp_decision wrong = decision();
        wrong.*member = "nothing_of_the_kind";
        const Failure failure = refused(schoolimp_decide, w.framework.get(), w.judgement.get(), &wrong);
        EXPECT_NE(failure.message.find("nothing_of_the_kind"), std::string::npos) << failure.message;
        EXPECT_TRUE(failure.status == SCHOOLIMP_E_NOT_FOUND || failure.status == SCHOOLIMP_E_INVALID_ARGUMENT) << failure.status;
    }
    schoolimp_decision silent = SCHOOLIMP_DECISION_INIT;
    silent.judgement = "support_needed";
    silent.level = "close";
    silent.by = "director";
    silent.decided_on = kToday;
    const schoolimp_judge_options options = judge_options();
    const auto judged = made(schoolimp_judge, w.own.get(), w.evidence.get(), kSchool, nullptr, w.benchmarks.get(), &options);
    EXPECT_EQ(refused(schoolimp_decide, w.own.get(), judged.get(), &silent).pointers, std::vector<std::string>{"/reason"}) << "a reason is required";
    silent.reason = "Seen on the visit";
    silent.by = "anybody";
    EXPECT_EQ(refused(schoolimp_decide, w.own.get(), judged.get(), &silent).pointers, std::vector<std::string>{"/by"}) << "others may decide";
    silent.by = "director";
    EXPECT_NE(made(schoolimp_decide, w.own.get(), judged.get(), &silent), nullptr);
}

TEST(Decisions, AreListedByThemselves) {
    const auto& list = world().decisions;
    ASSERT_EQ(schoolimp_decisions_count(list.get()), 1U);
    schoolimp_decision second = decision();
    second.school = "900002";
    second.suggested = "tier_1";
    const auto two = made(schoolimp_decisions_with, list.get(), &second);
    EXPECT_EQ(schoolimp_decisions_count(list.get()), 1U) << "immutable";
    for (const auto* decisions : {&two, &list}) {
        const Json document = document_of(schoolimp_decisions_to_json, *decisions);
        for (size_t i = 0; i < schoolimp_decisions_count(decisions->get()); ++i) {
            schoolimp_decision read = SCHOOLIMP_DECISION_INIT;
            done(schoolimp_decisions_at, &read, decisions->get(), i);
            expect_decision(read, document["decisions"][i]);
        }
        expect_round_trip(schoolimp_decisions_parse, schoolimp_decisions_to_json, *decisions);
    }
    expect_round_trip(schoolimp_decisions_parse, schoolimp_decisions_to_json, parsed(schoolimp_decisions_parse, sample("decisions")));
}

TEST(RollUps, CountSchools) {
    const World& w = world();
    const Json document = document_of(schoolimp_rollup_to_json, w.rollup);
    EXPECT_EQ(document["framework_id"], "pvat");
    expect_round_trip(schoolimp_rollup_parse, schoolimp_rollup_to_json, w.rollup);
    expect_round_trip(schoolimp_rollup_parse, schoolimp_rollup_to_json, parsed(schoolimp_rollup_parse, sample("rollup")));
    EXPECT_NE(text_of(made(schoolimp_rollup_to_markdown, w.rollup.get(), w.framework.get(), w.trust.get())).find("Bront\xC3\xAB"), std::string::npos);
    EXPECT_NE(made(schoolimp_rollup_to_markdown, w.rollup.get(), w.framework.get(), nullptr), nullptr);
    const schoolimp_judgement* const twice[] = {w.decided.get(), w.decided.get()};
    EXPECT_EQ(refused(schoolimp_rollup_make, w.framework.get(), twice, size_t{2}).status, SCHOOLIMP_E_INVALID_ARGUMENT);
    EXPECT_EQ(refused(schoolimp_rollup_make, w.own.get(), twice, size_t{1}).status, SCHOOLIMP_E_INVALID_ARGUMENT) << "another framework";
    EXPECT_NE(made(schoolimp_rollup_make, w.framework.get(), nullptr, size_t{0}), nullptr) << "of no school";
}

TEST(Handles, MayBeFreedInAnyOrder) {
    World w = make_world();
    const std::string judged = to_json(schoolimp_judgement_to_json, w.judgement), calendar = to_json(schoolimp_calendar_to_json, w.calendar);
    w.framework.reset();
    w.own.reset();
    w.evidence.reset();
    w.trust.reset();
    w.benchmarks.reset();
    w.year.reset();
    w.table.reset();
    EXPECT_EQ(to_json(schoolimp_judgement_to_json, w.judgement), judged);
    EXPECT_EQ(to_json(schoolimp_calendar_to_json, w.calendar), calendar);
    EXPECT_NE(made(schoolimp_table_judgement_explain, w.judged.get(), int64_t{0}), nullptr);
}

}  // namespace
}  // namespace schoolimp_c_tests

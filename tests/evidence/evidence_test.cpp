#include "schoolimp/evidence/evidence.hpp"

#include <gtest/gtest.h>

namespace schoolimp {
namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

Observation annual(std::string school, std::string indicator, std::string_view period, ObservedValue value) {
    Observation o;
    o.school = std::move(school);
    o.indicator = std::move(indicator);
    o.period = parse_period(period);
    o.value = std::move(value);
    return o;
}

Observation point(std::string school, std::string indicator, std::string_view date, ObservedValue value) {
    Observation o = annual(std::move(school), std::move(indicator), "", std::move(value));
    o.observed_on = parse_date(date);
    return o;
}

Observation recorded(Observation o, std::string_view date) {
    o.recorded_at = parse_date(date);
    return o;
}

TEST(MissingReasonTest, WordsRoundTrip) {
    const std::pair<MissingReason, std::string_view> words[] = {
        {MissingReason::kSuppressed, "suppressed"},      {MissingReason::kNotApplicable, "not_applicable"}, {MissingReason::kNotCollected, "not_collected"},
        {MissingReason::kNotPublished, "not_published"}, {MissingReason::kLowCoverage, "low_coverage"},     {MissingReason::kTooSmall, "too_small"},
        {MissingReason::kNotLoaded, "not_loaded"},       {MissingReason::kStale, "stale"},                  {MissingReason::kWithheld, "withheld"},
        {MissingReason::kUnknown, "unknown"},
    };
    for (const auto& [reason, word] : words) {
        EXPECT_EQ(to_word(reason), word);
        EXPECT_EQ(parse_missing_reason(word), reason);
    }
    EXPECT_EQ(parse_missing_reason("SUPP"), std::nullopt);
    EXPECT_EQ(parse_missing_reason(""), std::nullopt);
}

TEST(ValidDateTest, ObservedOnComesBeforeTheEndOfThePeriod) {
    Observation o = annual("100", "absence.overall", "2018/19", Decimal(5));
    EXPECT_EQ(valid_date(o), parse_date("2019-08-31"));
    o.period = parse_period("2018/19 autumn");
    EXPECT_EQ(valid_date(o), parse_date("2018-12-31"));
    o.observed_on = parse_date("2018-11-02");
    EXPECT_EQ(valid_date(o), parse_date("2018-11-02"));
    EXPECT_EQ(valid_date(Observation{}), std::nullopt);
}

TEST(EvidenceTest, OrdersBySchoolIndicatorGroupDateAndRecording) {
    const Result<Evidence> evidence = Evidence::from({
        annual("200", "a", "2018/19", Decimal(1)),
        recorded(annual("100", "b", "2018/19", Decimal(3)), "2019-12-01"),
        annual("100", "b", "2018/19", Decimal(2)),
        annual("100", "b", "2017/18", Decimal(4)),
        point("100", "a", "2020-01-01", true),
    });
    ASSERT_TRUE(evidence.ok());
    EXPECT_EQ(evidence->schools(), (std::vector<std::string>{"100", "200"}));
    const auto of_100 = evidence->of("100");
    ASSERT_EQ(of_100.size(), 4u);
    EXPECT_EQ(of_100[0].indicator, "a");
    EXPECT_EQ(of_100[1].value, ObservedValue(Decimal(4)));
    EXPECT_EQ(of_100[2].value, ObservedValue(Decimal(2))) << "without a recording date it was known from the start";
    EXPECT_EQ(of_100[3].value, ObservedValue(Decimal(3)));
    EXPECT_TRUE(evidence->of("150").empty());
    EXPECT_EQ(evidence->of("200").size(), 1u);
}

TEST(EvidenceTest, OrderOfInputDoesNotMatter) {
    const std::vector<Observation> lines = {annual("1", "a", "2018/19", Decimal(1)), annual("1", "a", "2017/18", Decimal(2)),
                                            annual("2", "a", "2018/19", Decimal(3))};
    EXPECT_EQ(*Evidence::from({lines[0], lines[1], lines[2]}), *Evidence::from({lines[2], lines[1], lines[0]}));
}

TEST(EvidenceTest, OneIssueForEveryConflict) {
    const Result<Evidence> evidence = Evidence::from({
        annual("1", "a", "2018/19", Decimal(1)),
        annual("1", "a", "2018/19", Decimal(2)),
        annual("1", "a", "2018/19", MissingReason::kSuppressed),
        recorded(annual("1", "a", "2018/19", Decimal(9)), "2020-01-01"),
        point("1", "grade", "2019-05-05", std::string("good")),
        point("1", "grade", "2019-05-05", std::string("inadequate")),
    });
    ASSERT_FALSE(evidence.ok());
    EXPECT_EQ(evidence.status().code(), StatusCode::kInvalidArgument);
    const std::vector<Issue> issues = evidence.status().issues();
    ASSERT_EQ(issues.size(), 3u);
    EXPECT_EQ(issues[0].pointer, "/observations/1");
    EXPECT_EQ(issues[0].code, "conflict");
    EXPECT_TRUE(has(issues[0].message, "is 2 here and 1 at /observations/0")) << issues[0].message;
    EXPECT_TRUE(has(issues[1].message, "missing (suppressed)")) << issues[1].message;
    EXPECT_TRUE(has(issues[2].message, "observed on 2019-05-05")) << issues[2].message;
}

TEST(EvidenceTest, TheSameLineTwiceIsOne) {
    const Observation o = annual("1", "a", "2018/19", Decimal(1));
    EXPECT_EQ(Evidence::from({o, o})->size(), 1u);
}

TEST(EvidenceTest, RequiresSchoolIndicatorAndADate) {
    Observation nothing;
    const Result<Evidence> evidence = Evidence::from({nothing});
    ASSERT_FALSE(evidence.ok());
    const std::vector<Issue> issues = evidence.status().issues();
    ASSERT_EQ(issues.size(), 3u);
    for (const Issue& issue : issues) {
        EXPECT_EQ(issue.code, "required");
        EXPECT_FALSE(issue.hint.empty());
    }
}

TEST(EvidenceTest, MergingFindsConflicts) {
    const Evidence a = *Evidence::from({annual("1", "a", "2018/19", Decimal(1))});
    const Evidence b = *Evidence::from({annual("1", "a", "2018/19", Decimal(2))});
    const Evidence c = *Evidence::from({annual("1", "a", "2019/20", Decimal(2))});
    EXPECT_FALSE(a.merged(b).ok());
    EXPECT_EQ(a.merged(c)->size(), 2u);
    EXPECT_EQ(*a.merged(c), *c.merged(a));
    EXPECT_EQ(*a.merged(a), a);
}

TEST(EvidenceTest, PredecessorHistoryIsMarked) {
    const Evidence evidence = *Evidence::from({annual("old", "a", "2016/17", Decimal(1)), annual("new", "a", "2018/19", Decimal(2))});
    const Result<Evidence> joined = evidence.with_predecessor("new", "old");
    ASSERT_TRUE(joined.ok());
    const auto lines = joined->of("new");
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].value, ObservedValue(Decimal(1)));
    EXPECT_TRUE(has(lines[0].note, "old")) << lines[0].note;
    EXPECT_EQ(lines[1].note, "");
    EXPECT_EQ(joined->of("old").size(), 1u) << "the predecessor keeps its own record";
}

}  // namespace
}  // namespace schoolimp

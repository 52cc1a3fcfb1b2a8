// Which observation is read: docs/language.md.
#include <gtest/gtest.h>

#include "judgement/sample.hpp"

namespace schoolimp::test {
namespace {

TEST(Reading, TheLatestPeriodIsTheCurrentOne) {
    const Judgement j = judged({annual("results", "2018/19", Decimal(70)), annual("results", "2017/18", number("66.5"))});
    EXPECT_EQ(reading(j, "results").period, "2018/19");
    EXPECT_EQ(reading(j, "results").value, "70");
    EXPECT_EQ(reading(j, "results", 1).period, "2017/18");
    EXPECT_EQ(reading(j, "results", 1).value, "66.5");
    EXPECT_EQ(reading(j, "results", 0, "", true).value, "65");
    EXPECT_EQ(reading(j, "results", 0, "", true).source, "national table");
    EXPECT_EQ(reading(j, "results", 0, "", true).period, "2018/19");
    EXPECT_EQ(reading(j, "school.phase").value, "primary");
}

TEST(Reading, APeriodGivenFixesTheCurrentYear) {
    JudgeOptions options = on("2019-12-31");
    options.as_of.period = AcademicYear{2017};
    const Judgement j = judged({annual("results", "2018/19", Decimal(70)), annual("results", "2017/18", Decimal(66))}, options);
    EXPECT_EQ(reading(j, "results").value, "66");
    EXPECT_EQ(reading(j, "results", 1).missing, MissingReason::kNotLoaded);
    EXPECT_EQ(reading(j, "results", 1).period, "2016/17");
}

TEST(Reading, ShiftsAreCalendarPeriodsNotTheObservationBefore) {
    const Judgement j = judged({annual("results", "2018/19", Decimal(70)), annual("results", "2016/17", Decimal(66))});
    EXPECT_EQ(reading(j, "results", 1).missing, MissingReason::kNotLoaded) << "2017/18 was never observed";
}

TEST(Reading, TermsFollowEachOtherAcrossTheYear) {
    const Judgement j = judged({annual("meals", "2018/19 autumn", Decimal(20)), annual("meals", "2017/18 summer", Decimal(18))}, on("2019-03-01"));
    EXPECT_EQ(reading(j, "meals").period, "2018/19 autumn");
    EXPECT_EQ(reading(j, "meals", 1).value, "18");
    EXPECT_EQ(criterion(j, "meals.up").result, Truth::kTrue);
}

TEST(Reading, PointIndicatorsReadTheLatestDate) {
    const Judgement j = judged({point("inspection", "2016-03-01", std::string("inadequate")), point("inspection", "2019-03-01", std::string("good"))});
    EXPECT_EQ(reading(j, "inspection").value, "good");
    EXPECT_EQ(reading(j, "inspection").period, "");
    EXPECT_EQ(reading(j, "inspection").observed_on, parse_date("2019-03-01"));
    EXPECT_EQ(criterion(j, "inspection.recent").result, Truth::kTrue);
}

TEST(Reading, BothClocksHideWhatCameLater) {
    const std::vector<Observation> observations = {
        recorded(annual("results", "2018/19", Decimal(70)), "2019-12-13"),
        recorded(annual("results", "2018/19", Decimal(71)), "2020-02-01"),
        point("inspection", "2019-11-20", std::string("good")),
    };
    EXPECT_EQ(reading(judged(observations, on("2019-12-31")), "results").value, "70");
    EXPECT_EQ(reading(judged(observations, on("2019-12-31", "2020-03-01")), "results").value, "71") << "the correction recorded last counts";
    EXPECT_EQ(reading(judged(observations, on("2019-12-12")), "results").missing, MissingReason::kNotLoaded);
    EXPECT_EQ(reading(judged(observations, on("2019-11-19")), "inspection").missing, MissingReason::kNotLoaded);
    EXPECT_EQ(reading(judged(observations, on("2019-11-20")), "inspection").value, "good");
    EXPECT_EQ(reading(judged(observations, on("2019-08-30", "2020-03-01")), "results").missing, MissingReason::kNotLoaded) << "the year was not over";
}

TEST(Reading, OldEvidenceIsStaleAndEarlierReadingsAreAgedAsTheyWereThen) {
    const std::vector<Observation> observations = {point("inspection", "2015-12-31", std::string("good"))};
    EXPECT_EQ(reading(judged(observations, on("2019-12-31")), "inspection").value, "good") << "on the last day";
    EXPECT_EQ(reading(judged(observations, on("2020-01-01")), "inspection").missing, MissingReason::kStale);
    const Judgement j = judged({annual("results", "2018/19", Decimal(70)), annual("results", "2017/18", Decimal(60))}, on("2021-08-31"));
    EXPECT_EQ(reading(j, "results").value, "70");
    EXPECT_EQ(reading(j, "results", 1).value, "60");
    EXPECT_EQ(reading(judged({annual("results", "2018/19", Decimal(70))}, on("2021-09-01")), "results").missing, MissingReason::kStale);
}

TEST(Reading, SmallCohortsAreTooSmall) {
    EXPECT_EQ(reading(judged({with_cohort(annual("results", "2018/19", Decimal(70)), 5)}), "results").missing, MissingReason::kTooSmall);
    EXPECT_EQ(reading(judged({with_cohort(annual("results", "2018/19", Decimal(70)), 6)}), "results").value, "70");
}

TEST(Reading, TheReasonDecidesBetweenUnknownAndNotApplicable) {
    for (const MissingReason reason : {MissingReason::kSuppressed, MissingReason::kNotCollected, MissingReason::kNotPublished, MissingReason::kLowCoverage,
                                       MissingReason::kWithheld, MissingReason::kUnknown}) {
        const Judgement j = judged({annual("absence", "2018/19", reason)});
        EXPECT_EQ(criterion(j, "absence.high").result, Truth::kUnknown);
        EXPECT_EQ(reading(j, "absence").missing, reason);
    }
    EXPECT_EQ(criterion(judged({annual("absence", "2018/19", MissingReason::kNotApplicable)}), "absence.high").result, Truth::kNotApplicable);
}

TEST(Reading, NationalFiguresFollowThePhase) {
    const Judgement j = judged({annual("absence", "2018/19", Decimal(6))});
    EXPECT_EQ(reading(j, "absence", 0, "", true).value, "5") << "the figure for primary schools, not the one for all";
    const Judgement other = judge(sample_framework(), evidence_of({annual("absence", "2018/19", Decimal(6))}), "s", Trust{}, sample_benchmarks(), on("2019-12-31")).value();
    EXPECT_EQ(reading(other, "absence", 0, "", true).value, "7") << "the phase is not known";
    EXPECT_EQ(reading(other, "school.phase").missing, MissingReason::kNotLoaded);
    EXPECT_EQ(reading(judged({annual("absence", "2016/17", Decimal(6))}), "absence", 0, "", true).missing, MissingReason::kNotLoaded);
}

TEST(Reading, AGroupNotObservedInTheCurrentYearIsMissing) {
    const Judgement j = judged({annual("progress", "2018/19", Decimal(1), "reading"), annual("progress", "2017/18", Decimal(1), "maths")});
    EXPECT_EQ(reading(j, "progress", 0, "reading").value, "1");
    EXPECT_EQ(reading(j, "progress", 0, "maths").missing, MissingReason::kNotLoaded);
    EXPECT_EQ(criterion(j, "progress.all").result, Truth::kUnknown);
}

TEST(Reading, TextsAndDates) {
    const Judgement j = judged({point("faith", "2019-01-01", std::string("none")), point("opened", "2019-01-01", *parse_date("2016-09-01"))});
    EXPECT_EQ(criterion(j, "faith.any").result, Truth::kFalse);
    EXPECT_EQ(criterion(j, "opened.recently").result, Truth::kTrue);
    EXPECT_EQ(criterion(judged({point("opened", "2019-01-01", std::string("2014-09-01"))}), "opened.recently").result, Truth::kFalse) << "documents carry dates as text";
}

TEST(Reading, KnownAndMissingAreCounted) {
    const Judgement none = judged({});
    EXPECT_EQ(none.known, 1) << "the phase";
    const Judgement one = judged({annual("absence", "2018/19", Decimal(6)), point("inspection", "2019-03-01", MissingReason::kNotApplicable)});
    EXPECT_EQ(one.known, 2);
    EXPECT_EQ(one.missing, none.missing - 2) << "what does not apply is not missing";
}

}  // namespace
}  // namespace schoolimp::test

#include "schoolimp/schoolyear/school_year.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "schoolyear/years.hpp"

namespace schoolimp {
namespace {

using testing::any_has_text;
using testing::august_document;
using testing::day;
using testing::half;
using testing::has_text;
using testing::made;
using testing::usual_document;

TEST(SchoolYear, CountsAUsualYear) {
    const SchoolYear year = made(usual_document());
    const SchoolYearAudit audit = year.audit();
    EXPECT_EQ(audit.staff_days, 195);
    EXPECT_EQ(audit.pupil_days, 190);
    EXPECT_EQ(audit.inset_days, 5);
    EXPECT_EQ(audit.staff_difference, 0);
    EXPECT_EQ(audit.pupil_difference, 0);
    std::vector<int> staff;
    for (const HalfTermCount& count : audit.half_terms) staff.push_back(count.staff_days);
    EXPECT_EQ(staff, (std::vector<int>{39, 35, 30, 24, 34, 33}));
    EXPECT_TRUE(has_text(audit.statements[0], "195 days open to staff: as many as expected")) << audit.statements[0];
}

TEST(SchoolYear, SaysHowAYearDiffers) {
    SchoolYearDocument document = usual_document();
    document.closures = {{day("2027-03-22"), day("2027-03-23"), "Flood"}};
    document.expected_pupil_days = 189;
    const SchoolYearAudit audit = made(document).audit();
    EXPECT_EQ(audit.staff_difference, -2);
    EXPECT_EQ(audit.pupil_difference, -1);
    EXPECT_TRUE(has_text(audit.statements[0], "2 days fewer than the 195 expected")) << audit.statements[0];
    EXPECT_TRUE(has_text(audit.statements[1], "1 day fewer than the 189 expected")) << audit.statements[1];
}

TEST(SchoolYear, SaysThatInsetDaysAreStillToBeNamed) {
    SchoolYearDocument document = usual_document();
    document.inset_days.clear();
    EXPECT_TRUE(any_has_text(made(document).audit().statements, "once 5 INSET days"));
}

TEST(SchoolYear, KnowsWhatEachDayIs) {
    SchoolYearDocument document = usual_document();
    document.closures = {{day("2026-12-01"), day("2026-12-01"), "Snow"}, {day("2026-12-02"), day("2026-12-02"), "Heating", true}};
    const SchoolYear year = made(document);
    const std::vector<std::tuple<const char*, DayKind, const char*>> expected = {
        {"2026-09-03", DayKind::kSchoolDay, "school day"}, {"2026-09-01", DayKind::kInset, "INSET day"},       {"2026-09-05", DayKind::kWeekend, "weekend"},
        {"2027-05-03", DayKind::kBankHoliday, "Early May bank holiday"}, {"2026-12-01", DayKind::kClosure, "Snow"}, {"2026-12-02", DayKind::kStaffOnly, "Heating"},
        {"2026-10-28", DayKind::kHoliday, "school holiday"}, {"2026-12-25", DayKind::kBankHoliday, "Christmas Day"}, {"2030-06-03", DayKind::kHoliday, "school holiday"},
    };
    for (const auto& [date, kind, words] : expected) {
        EXPECT_EQ(year.kind(day(date)), kind) << date;
        EXPECT_EQ(year.describe(day(date)), words) << date;
    }
    EXPECT_TRUE(year.staff_open(day("2026-12-02")));
    EXPECT_FALSE(year.pupil_open(day("2026-12-02")));
    EXPECT_FALSE(year.staff_open(day("2026-12-01")));
}

TEST(SchoolYear, MovesToSchoolDays) {
    const SchoolYear year = made(usual_document());
    EXPECT_EQ(year.next_school_day(day("2026-09-05")), day("2026-09-07"));
    EXPECT_EQ(year.previous_school_day(day("2026-09-06")), day("2026-09-04"));
    EXPECT_EQ(year.nearest_school_day(day("2026-09-05")), day("2026-09-04"));
    EXPECT_EQ(year.nearest_school_day(day("2026-09-06")), day("2026-09-07"));
    EXPECT_EQ(year.next_school_day(day("2026-10-24")), day("2026-11-03")) << "half term, then an INSET day";
    EXPECT_EQ(year.next_in_half_term(day("2026-10-23")), day("2026-10-23"));
    EXPECT_EQ(year.next_in_half_term(day("2027-07-21")), day("2027-07-20")) << "the INSET day at the end of the year: back, not on";
    EXPECT_EQ(year.next_in_half_term(day("2026-10-25")), day("2026-11-03")) << "in the holidays: on";
    EXPECT_EQ(year.school_day_after(day("2026-09-04"), 1), day("2026-09-07"));
    EXPECT_EQ(year.school_day_after(day("2026-09-04"), -1), day("2026-09-03"));
    EXPECT_EQ(year.school_day_after(day("2026-09-05"), 0), day("2026-09-07"));
    EXPECT_EQ(year.school_day_after(day("2026-10-22"), 2), day("2026-11-03"));
    EXPECT_EQ(year.next_school_day(day("2027-07-21")), std::nullopt);
    EXPECT_EQ(year.previous_school_day(day("2026-09-02")), std::nullopt);
    EXPECT_EQ(year.school_day_after(day("2027-07-19"), 2), std::nullopt);
}

// The tables must agree with counting day by day, inside the year and around it.
TEST(SchoolYear, TablesAgreeWithCounting) {
    const std::vector<SchoolYearDocument> documents = {usual_document(), august_document()};
    for (const SchoolYearDocument& document : documents) {
        const SchoolYear year = made(document);
        const Date first = year.range().first - std::chrono::days{5}, last = year.range().last + std::chrono::days{5};
        int count = 0;
        for (Date date = first; date <= last; date += std::chrono::days{1}) {
            ASSERT_EQ(year.school_days_before(date), count) << to_string(date);
            ASSERT_EQ(year.school_days_between(first, date), count + year.pupil_open(date)) << to_string(date);
            for (const int n : {1, 7, 40}) {
                Date walk = date;
                int left = n;
                while (left > 0 && walk <= last) left -= year.pupil_open(walk += std::chrono::days{1});
                ASSERT_EQ(year.school_day_after(date, n), left == 0 ? std::optional(walk) : std::nullopt) << to_string(date) << " + " << n;
            }
            count += year.pupil_open(date);
        }
        EXPECT_EQ(count, static_cast<int>(year.school_days().size()));
    }
}

TEST(SchoolYear, KnowsTermsAndHalfTerms) {
    const SchoolYear year = made(usual_document());
    EXPECT_EQ(year.half_term_of(day("2026-09-01")), 0);
    EXPECT_EQ(year.half_term_of(day("2026-10-27")), std::nullopt);
    EXPECT_EQ(year.term_of(day("2027-03-01")), SchoolTerm::kSpring);
    EXPECT_EQ(year.term_range(SchoolTerm::kSummer), (DateRange{day("2027-04-12"), day("2027-07-21")}));
    EXPECT_EQ(year.half_term_title(3), "spring half term 2 (22 February to 25 March 2027)");
}

// ISO week numbers have 53 weeks in 2026 and flip parity at New Year; school weeks must not.
TEST(SchoolYear, AlternatesWeeksAcrossHolidaysAndA53WeekYear) {
    const SchoolYear year = made(usual_document());
    EXPECT_EQ(year.week_of(day("2026-09-01")), 1) << "the week has school days from Thursday on";
    EXPECT_EQ(year.week_of(day("2026-10-28")), std::nullopt);
    EXPECT_EQ(year.week_of(day("2026-10-23")), 8);
    EXPECT_EQ(year.week_of(day("2026-11-03")), 9) << "half term is not counted";
    EXPECT_EQ(year.week_in_cycle(day("2026-12-18")), 1);
    EXPECT_EQ(year.week_in_cycle(day("2027-01-05")), 2) << "if one term ends on week 1, the next begins on week 2";
    std::optional<int> before;
    for (int week = 1; week <= year.week_count(); ++week) {
        const std::optional<int> cycle = year.week_in_cycle(year.week_start(week));
        EXPECT_NE(cycle, before) << week;
        before = cycle;
    }
}

TEST(SchoolYear, WeekCycleMayStartAgainEachTerm) {
    SchoolYearDocument document = usual_document();
    document.week_cycle = WeekCycle::kResetEachTerm;
    const SchoolYear year = made(document);
    EXPECT_EQ(year.week_in_cycle(day("2026-09-03")), 1);
    EXPECT_EQ(year.week_in_cycle(day("2027-01-05")), 1);
    EXPECT_EQ(year.week_in_cycle(day("2027-04-12")), 1);
    EXPECT_EQ(year.week_in_cycle(day("2027-04-19")), 2);
}

TEST(SchoolYear, TakesAnAugustStartAndInsetAfterTerm) {
    const SchoolYear year = made(august_document());
    EXPECT_EQ(year.first_school_day(), day("2027-08-25"));
    EXPECT_EQ(year.kind(day("2027-08-30")), DayKind::kBankHoliday);
    EXPECT_EQ(year.kind(day("2028-07-17")), DayKind::kInset);
    EXPECT_EQ(year.audit().inset_days, 2);
    ASSERT_EQ(year.warnings().size(), 1u);
    EXPECT_EQ(year.warnings()[0].code, "outside_terms");
    EXPECT_EQ(year.kind(day("2028-02-29")), DayKind::kSchoolDay);
}

TEST(SchoolYear, MayStartBeforeAugustWhenItSaysSo) {
    SchoolYearDocument document = august_document();
    document.half_terms[0].first = day("2027-07-28");
    EXPECT_FALSE(SchoolYear::make(document).ok());
    document.first = day("2027-07-26");
    EXPECT_TRUE(SchoolYear::make(document).ok());
}

TEST(SchoolYear, UsesItsOwnBankHolidays) {
    SchoolYearDocument document = usual_document();
    document.bank_holidays = {{{day("2026-11-30"), "St Andrew’s Day"}}};
    const SchoolYear year = made(document);
    EXPECT_EQ(year.kind(day("2026-11-30")), DayKind::kBankHoliday);
    EXPECT_TRUE(year.pupil_open(day("2027-05-03")));
    const SchoolYear overlaid = SchoolYear::make(usual_document(), BankHolidays().with({{day("2027-06-10"), "A jubilee"}})).value();
    EXPECT_EQ(overlaid.describe(day("2027-06-10")), "A jubilee");
}

std::vector<std::string> codes(const SchoolYearDocument& document) {
    const Result<SchoolYear> result = SchoolYear::make(document);
    std::vector<std::string> found;
    const std::vector<Issue> issues = result.ok() ? result->warnings() : result.status().issues();
    for (const Issue& issue : issues) found.push_back(issue.pointer + " " + issue.code);
    return found;
}

TEST(SchoolYearChecks, ReportEveryProblemAtOnce) {
    SchoolYearDocument document = usual_document();
    document.id.clear();
    document.half_terms[1].first = day("2026-10-20");                          // overlaps the first
    document.half_terms[3].last = day("2027-02-01");                           // ends before it begins
    document.half_terms[5] = half(SchoolTerm::kSpring, "2028-06-07", "2028-07-21");  // the wrong year
    document.inset_days.push_back(day("2026-09-01"));                          // twice
    document.inset_days.push_back(day("2026-12-25"));                          // a bank holiday
    document.closures = {{day("2027-03-02"), day("2027-03-01"), "Strike"}};
    document.blocked = {{day("2029-05-10"), day("2029-05-13"), "Tests", {}, {}}};
    document.expected_staff_days = 1950;
    const std::vector<std::string> found = codes(document);
    for (const char* expected : {"/id missing", "/half_terms/1 overlap", "/half_terms/3 wrong_order", "/half_terms/5 out_of_range", "/inset_days/5 duplicate",
                                                           "/inset_days/6 closed_day", "/closures/0 wrong_order", "/blocked/0 out_of_range", "/expected_staff_days out_of_range"})
        EXPECT_NE(std::find(found.begin(), found.end(), expected), found.end()) << expected;
    const Status status = SchoolYear::make(document).status();
    EXPECT_EQ(status.code(), StatusCode::kInvalidArgument);
}

TEST(SchoolYearChecks, FindOrderAndTermMistakes) {
    SchoolYearDocument document = usual_document();
    std::swap(document.half_terms[2], document.half_terms[4]);
    EXPECT_TRUE(any_has_text(codes(document), "/half_terms/3 wrong_order"));
    document = usual_document();
    document.half_terms[4].term = SchoolTerm::kAutumn;
    EXPECT_EQ(codes(document), (std::vector<std::string>{"/half_terms/4/term wrong_order"}));
    document = usual_document();
    document.half_terms.clear();
    EXPECT_TRUE(any_has_text(codes(document), "/half_terms missing"));
}

TEST(SchoolYearChecks, WarnOfWhatIsOnlyOdd) {
    SchoolYearDocument document = usual_document();
    document.half_terms[0].last = day("2026-10-24");
    document.inset_days.push_back(day("2026-10-30"));
    EXPECT_EQ(codes(document), (std::vector<std::string>{"/half_terms/0/last closed_day", "/inset_days/5 outside_terms"}));
    SchoolYearDocument later = usual_document();
    later.academic_year = {2029};
    for (HalfTerm& span : later.half_terms) span.first = add_months(span.first, 36), span.last = add_months(span.last, 36);
    for (Date& date : later.inset_days) date = add_months(date, 36);
    EXPECT_TRUE(any_has_text(codes(later), "/academic_year projected_bank_holidays"));
}

TEST(SchoolYearChecks, RefuseAYearWithoutASchoolDay) {
    SchoolYearDocument document = usual_document();
    document.closures = {{day("2026-08-01"), day("2027-08-31"), "Closed for good"}};
    EXPECT_EQ(codes(document), (std::vector<std::string>{"/half_terms no_school_days"}));
}

TEST(SchoolYearChecks, RefuseImpossibleYears) {
    SchoolYearDocument document = usual_document();
    document.academic_year = {26};
    EXPECT_EQ(codes(document), (std::vector<std::string>{"/academic_year out_of_range"}));
    document = usual_document();
    document.first = day("2027-09-01");
    document.last = day("2026-09-01");
    EXPECT_EQ(codes(document), (std::vector<std::string>{"/last out_of_range"}));
}

struct RealYear {
    SchoolYearDocument document;
    bool suspect = false;
};

std::map<std::string, RealYear> real_years(const std::string& path) {
    std::map<std::string, RealYear> years;
    const auto rows = testing::read_csv(path);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto& row = rows[i];
        RealYear& year = years[row[0] + " " + row[3]];
        year.document.id = row[0];
        year.document.academic_year = {std::stoi(row[3].substr(0, 4))};
        year.suspect |= row[9].starts_with("SUSPECT");
        if (row[4] == "inset")
            year.document.inset_days.push_back(day(row[6]));
        else
            year.document.half_terms.push_back({static_cast<SchoolTerm>((std::stoi(row[5]) + 1) / 2), day(row[6]), day(row[7])});
    }
    return years;
}

TEST(SchoolYearData, ThirteenRealYearsHave195Days) {
    const auto folder = testing::calendar_data();
    if (!folder) GTEST_SKIP() << testing::kNoData;
    int good = 0;
    for (auto& [name, real] : real_years(*folder + "/england_term_dates.csv")) {
        std::sort(real.document.half_terms.begin(), real.document.half_terms.end(), [](const HalfTerm& a, const HalfTerm& b) { return a.first < b.first; });
        const Result<SchoolYear> year = SchoolYear::make(real.document);
        ASSERT_TRUE(year.ok()) << name << ": " << year.status().message();
        const SchoolYearAudit audit = year->audit();
        if (real.suspect) {
            EXPECT_NE(audit.staff_days, 195) << name;
            continue;
        }
        EXPECT_EQ(audit.staff_days, 195) << name;
        EXPECT_EQ(audit.pupil_days, 195 - static_cast<int>(real.document.inset_days.size())) << name;
        ++good;
    }
    EXPECT_EQ(good, 13);
}

}  // namespace
}  // namespace schoolimp

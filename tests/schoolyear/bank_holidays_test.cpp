#include "schoolimp/schoolyear/bank_holidays.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "schoolyear/years.hpp"

namespace schoolimp {
namespace {

using testing::day;

std::vector<std::string> dates_of(int year) {
    std::vector<std::string> dates;
    for (const BankHoliday& holiday : england_wales_bank_holidays(year)) dates.push_back(to_string(holiday.date).substr(5));
    return dates;
}

TEST(Easter, FallsOnASundayBetween22MarchAnd25April) {
    std::set<std::string> first_and_last;
    for (int year = 1583; year <= 4099; ++year) {
        const Date easter = easter_sunday(year);
        EXPECT_EQ(std::chrono::weekday{easter}, std::chrono::Sunday) << year;
        EXPECT_GE(easter, *make_date(year, 3, 22)) << year;
        EXPECT_LE(easter, *make_date(year, 4, 25)) << year;
    }
    EXPECT_EQ(easter_sunday(1818), day("1818-03-22"));
    EXPECT_EQ(easter_sunday(2038), day("2038-04-25"));
    EXPECT_EQ(easter_sunday(2000), day("2000-04-23"));
    EXPECT_EQ(easter_sunday(2027), day("2027-03-28"));
}

TEST(BankHolidays, AreTheAnnouncedAndProjectedOnes) {
    const std::map<int, std::vector<std::string>> expected = {
        {2021, {"01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"}},  // Christmas on a Saturday
        {2022, {"01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"}},  // and on a Sunday
        {2023, {"01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"}},
        {2024, {"01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"}},
        {2026, {"01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"}},
        {2027, {"01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"}},
        {2028, {"01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"}},
        {2029, {"01-01", "03-30", "04-02", "05-07", "05-28", "08-27", "12-25", "12-26"}},
    };
    for (const auto& [year, dates] : expected) EXPECT_EQ(dates_of(year), dates) << year;
}

TEST(BankHolidays, AreEightAYearButForOneOffs) {
    const std::map<int, std::size_t> others = {{2002, 9}, {2011, 9}, {2012, 9}, {2022, 10}, {2023, 9}};
    for (int year = 2000; year <= 2030; ++year) {
        const auto holidays = england_wales_bank_holidays(year);
        EXPECT_EQ(holidays.size(), others.contains(year) ? others.at(year) : 8u) << year;
        std::set<Date> distinct;
        for (const BankHoliday& holiday : holidays) {
            EXPECT_FALSE(is_weekend(holiday.date)) << to_string(holiday.date);
            EXPECT_TRUE(distinct.insert(holiday.date).second) << to_string(holiday.date);
            EXPECT_EQ(holiday.status, year <= kLastPublishedBankHolidayYear ? BankHolidayStatus::kPublished : BankHolidayStatus::kProjected);
        }
    }
    EXPECT_TRUE(england_wales_bank_holidays(1977).empty());
}

TEST(BankHolidays, SayWhichAreSubstitutes) {
    const BankHolidays rules;
    EXPECT_TRUE(rules.find(day("2027-12-27"))->substitute);
    EXPECT_FALSE(rules.find(day("2026-12-25"))->substitute);
    EXPECT_EQ(rules.find(day("2022-12-27"))->title, "Christmas Day");
    EXPECT_FALSE(rules.find(day("2022-12-26"))->substitute);
    EXPECT_FALSE(rules.find(day("2026-12-26")));
}

TEST(BankHolidays, PublishedYearsReplaceTheRules) {
    const BankHolidays rules;
    const BankHolidays published = rules.with_published({{day("2030-01-01"), "New Year’s Day"}, {day("2030-06-03"), "A jubilee"}});
    EXPECT_EQ(published.in_year(2030).size(), 2u);
    EXPECT_EQ(published.in_year(2030)[1].status, BankHolidayStatus::kPublished);
    EXPECT_EQ(published.in_year(2031), rules.in_year(2031));
    EXPECT_EQ(rules.in_year(2030).size(), 8u) << "the value overlaid must not change";
}

TEST(BankHolidays, SingleDaysAreAddedAndTakenAway) {
    const BankHolidays changed = BankHolidays().with({{day("2029-06-04"), "A coronation"}}).without({day("2029-05-07")});
    EXPECT_TRUE(changed.find(day("2029-06-04")));
    EXPECT_FALSE(changed.find(day("2029-05-07")));
    EXPECT_EQ(changed.between(day("2029-01-01"), day("2029-12-31")).size(), 8u);
    EXPECT_EQ(changed.between(day("2028-12-26"), day("2029-01-01")).size(), 2u);
}

TEST(BankHolidaysData, EqualThePublishedTableOf2000To2030) {
    const auto folder = testing::calendar_data();
    if (!folder) GTEST_SKIP() << testing::kNoData;
    const auto rows = testing::read_csv(*folder + "/england_wales_bank_holidays_2000_2030.csv");
    ASSERT_GT(rows.size(), 200u);
    std::map<Date, std::string> expected;
    for (std::size_t i = 1; i < rows.size(); ++i) expected[day(rows[i][0])] = rows[i].back();
    std::map<Date, std::string> made;
    for (int year = 2000; year <= 2030; ++year)
        for (const BankHoliday& holiday : england_wales_bank_holidays(year)) made[holiday.date] = holiday.status == BankHolidayStatus::kPublished ? "published" : "projected";
    EXPECT_EQ(made, expected);
}

/// The dates of England and Wales in the government's file: they stand before those of the other divisions.
std::set<Date> government_dates(const std::string& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    const std::string all = text.str();
    const std::string division = all.substr(0, all.find("\"scotland\""));
    std::set<Date> dates;
    for (std::size_t at = division.find("\"date\": \""); at != std::string::npos; at = division.find("\"date\": \"", at + 1)) dates.insert(day(division.substr(at + 9, 10)));
    return dates;
}

TEST(BankHolidaysData, EqualTheGovernmentsFile) {
    const auto folder = testing::calendar_data();
    if (!folder) GTEST_SKIP() << testing::kNoData;
    const std::set<Date> expected = government_dates(*folder + "/bank-holidays.json");
    ASSERT_GE(expected.size(), 140u);
    std::set<Date> made;
    for (const BankHoliday& holiday : BankHolidays().between(*make_date(2012, 1, 1), *make_date(2028, 12, 31))) made.insert(holiday.date);
    EXPECT_EQ(made, expected);
}

}  // namespace
}  // namespace schoolimp

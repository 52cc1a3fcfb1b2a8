#include "schoolimp/io/bank_holidays_json.hpp"

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "schoolyear/years.hpp"

namespace schoolimp::testing {
namespace {

std::string file_with(const std::string& events) { return R"({"england-and-wales": {"division": "england-and-wales", "events": [)" + events + "]}}"; }

std::string issues_of(const Result<std::vector<BankHoliday>>& result) {
    std::string text;
    const Status status = result.status();
    for (const Issue& issue : status.issues()) text += issue.code + " | " + to_string(issue) + "\n";
    return text;
}

TEST(BankHolidaysFile, GivesTheDaysInOrder) {
    const auto days = parse_bank_holidays(file_with(R"(
        {"title": "Boxing Day", "date": "2026-12-28", "notes": "Substitute day", "bunting": true},
        {"title": "Good Friday", "date": "2026-04-03", "notes": "", "bunting": false},
        {"title": "Jubilee", "date": "2026-06-01", "notes": "Extra bank holiday"},
        {"title": "Another", "date": "2026-06-02", "notes": null},
        {"title": "One more", "date": "2026-06-03", "notes": "A SUBSTITUTE for another"})"));
    ASSERT_TRUE(days.ok()) << issues_of(days);
    const std::vector<BankHoliday> expected = {{day("2026-04-03"), "Good Friday", false},
                                               {day("2026-06-01"), "Jubilee", false},
                                               {day("2026-06-02"), "Another", false},
                                               {day("2026-06-03"), "One more", true},
                                               {day("2026-12-28"), "Boxing Day", true}};
    EXPECT_EQ(*days, expected);
    for (const BankHoliday& holiday : *days) EXPECT_EQ(holiday.status, BankHolidayStatus::kPublished);
}

TEST(BankHolidaysFile, IsReadByDivision) {
    const std::string text = R"({"scotland": {"events": [{"title": "St Andrew’s Day", "date": "2026-11-30"}]}, "northern-ireland": {"events": []}, "england-and-wales": 7})";
    EXPECT_EQ(parse_bank_holidays(text, "scotland")->size(), 1u);
    EXPECT_TRUE(parse_bank_holidays(text, "northern-ireland")->empty());
    EXPECT_EQ(issues_of(parse_bank_holidays(text)), "wrong_type | /england-and-wales: 'england-and-wales' must be an object, not a number (7)\n");
    EXPECT_EQ(issues_of(parse_bank_holidays(text, "scottland")),
              "unknown_name | there is no division 'scottland'; there are: 'scotland', 'northern-ireland', 'england-and-wales' (did you mean 'scotland'?)\n");
}

TEST(BankHolidaysFile, SaysEverythingThatIsWrongAtOnce) {
    EXPECT_EQ(issues_of(parse_bank_holidays(file_with(R"({"title": "x", "date": "soon"}, {"date": "2026-02-30"}, 3, {"title": "", "date": 5, "notes": []}, {"title": "good", "date": "2026-01-01"})"))),
              "bad_date | /england-and-wales/events/0/date: 'date' is 'soon'; a date is written YYYY-MM-DD and must exist in the calendar\n"
              "missing_member | /england-and-wales/events/1: 'title' is missing (each event has a title and a date)\n"
              "bad_date | /england-and-wales/events/1/date: 'date' is '2026-02-30'; a date is written YYYY-MM-DD and must exist in the calendar\n"
              "wrong_type | /england-and-wales/events/2: item 3 of 'events' must be an object, not a number (3)\n"
              "too_short | /england-and-wales/events/3/title: 'title' is empty (give a text or leave the member out)\n"
              "wrong_type | /england-and-wales/events/3/date: 'date' must be a date as YYYY-MM-DD, not a number (5)\n"
              "wrong_type | /england-and-wales/events/3/notes: 'notes' must be text, not a list\n");
}

TEST(BankHolidaysFile, OfAnotherShapeIsRefused) {
    const struct {
        std::string text, issue;
    } kCases[] = {
        {"[]", "wrong_type | the document must be an object of divisions, not a list\n"},
        {"{}", "unknown_name | there is no division 'england-and-wales'; the file has none\n"},
        {R"({"england-and-wales": {}})", "missing_member | /england-and-wales: 'events' is missing (the file of GOV.UK lists the days of a division there)\n"},
        {R"({"england-and-wales": {"events": {}}})", "wrong_type | /england-and-wales/events: 'events' must be a list, not an object\n"},
    };
    for (const auto& [text, issue] : kCases) EXPECT_EQ(issues_of(parse_bank_holidays(text)), issue);
    EXPECT_EQ(parse_bank_holidays("{").status().issues()[0].code, "syntax");
    std::string many;
    for (int i = 0; i < 500; ++i) many += "\"division" + std::to_string(i) + "\":0,";
    many.back() = '}';
    EXPECT_EQ(issues_of(parse_bank_holidays("{" + many)), "unknown_name | there is no division 'england-and-wales'; there are: 500 others\n");
}

TEST(BankHolidaysFile, IsReadUnderLimits) {
    const std::string text = file_with(R"({"title": "x", "date": "soon"}, {"title": "x", "date": "later"})");
    ParseLimits limits;
    limits.max_bytes = 10;
    EXPECT_EQ(parse_bank_holidays(text, "england-and-wales", limits).status().code(), StatusCode::kResourceExhausted);
    limits = {};
    limits.max_depth = 3;
    EXPECT_EQ(parse_bank_holidays(text, "england-and-wales", limits).status().issues()[0].code, "too_deep");
    limits = {};
    limits.max_issues = 1;
    const auto result = parse_bank_holidays(text, "england-and-wales", limits);
    ASSERT_EQ(result.status().issues().size(), 2u);
    EXPECT_EQ(result.status().issues()[1].code, "too_many_issues");
}

TEST(BankHolidaysFile, PublishedByTheGovernmentAgreesWithTheRules) {
    const auto folder = calendar_data();
    if (!folder) GTEST_SKIP() << kNoData;
    const std::string text = read_file(*folder + "/bank-holidays.json");
    const auto days = parse_bank_holidays(text);
    ASSERT_TRUE(days.ok()) << issues_of(days);
    ASSERT_GE(days->size(), 140u);
    const BankHolidays rules, published = rules.with_published(*days);
    for (const BankHoliday& holiday : *days) {
        EXPECT_TRUE(rules.find(holiday.date)) << to_string(holiday.date) << " " << holiday.title;
        EXPECT_EQ(published.find(holiday.date), holiday);
    }
    EXPECT_TRUE(published.find(day("2027-12-28"))->substitute);
    for (const char* division : {"scotland", "northern-ireland"}) EXPECT_GT(parse_bank_holidays(text, division)->size(), days->size()) << division;
}

}  // namespace
}  // namespace schoolimp::testing

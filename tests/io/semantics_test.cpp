// What a schema cannot say and the readers check nevertheless: names that must exist, values that must not stand twice, order.
#include <gtest/gtest.h>

#include "io/support.hpp"

namespace schoolimp::testing {
namespace {

std::string issue_of(const std::string& kind, const std::string& text) {
    const Outcome outcome = read_document(kind, text);
    if (outcome.issues.size() != 1) return std::to_string(outcome.issues.size()) + " issues\n" + listed(outcome);
    return outcome.issues[0].code + " | " + to_string(outcome.issues[0]);
}

TEST(Documents, TrustsNameSchoolsOnceAndPeopleOfTheirOwn) {
    const std::string start = R"({"schema": "schoolimp/trust/1", "schools": [{"id": "900001"}, {"id": "900002"})";
    EXPECT_EQ(issue_of("trust", start + R"(, {"id": "900001"}]})"), "duplicate | /schools/2/id: the id '900001' stands twice in 'schools' (give each its own id)");
    EXPECT_EQ(issue_of("trust", start + R"(], "people": [{"id": "p", "schools": ["900003"]}]})"),
              "unknown_name | /people/0/schools/0: the trust has no school '900003' (did you mean '900001'?)");
    EXPECT_EQ(issue_of("trust", R"({"schema": "schoolimp/trust/1", "schools": [{"id": "1", "phase": "junior"}]})").substr(0, 12), "unknown_word");
}

TEST(Documents, BenchmarksHaveOneValueForACell) {
    const std::string line = R"({"indicator": "a.b", "period": "2018/19", "phase": "all", "value": 1, "source": "s"})";
    std::string other = line;
    other.replace(other.find(": 1,"), 4, ": 2,");
    EXPECT_FALSE(read_document("benchmarks", R"({"schema": "schoolimp/benchmarks/1", "lines": [)" + line + "," + other + "]}").ok);
    EXPECT_TRUE(read_document("benchmarks", R"({"schema": "schoolimp/benchmarks/1", "lines": [)" + line + "," + line + "]}").ok);
}

TEST(Documents, JudgementsPointAtReadingsThatExist) {
    json::Value document = json::parse(sample("judgement")).value();
    for (json::Member& member : *document.object())
        if (member.name == "readings") member.value = json::Value(json::Array());
    const Outcome outcome = read_document("judgement", to_text(document));
    EXPECT_FALSE(outcome.ok);
    EXPECT_TRUE(has_issue(outcome, "out_of_range", Pointer() / "answers" / std::size_t{0} / "missing_that_matters" / std::size_t{0})) << listed(outcome);
    EXPECT_TRUE(has_issue(outcome, "out_of_range", Pointer() / "criteria" / std::size_t{0} / "readings" / std::size_t{0}));
    EXPECT_TRUE(has_issue(outcome, "out_of_range", Pointer() / "criteria" / std::size_t{0} / "waiting_for" / std::size_t{0}));
    EXPECT_TRUE(has_issue(outcome, "out_of_range", Pointer() / "criteria" / std::size_t{0} / "comparisons" / std::size_t{0} / "readings" / std::size_t{0}));
}

TEST(Documents, CalendarsHaveEventsOnceAndInOrder) {
    json::Value document = json::parse(sample("calendar")).value();
    for (json::Member& member : *document.object())
        if (member.name == "events") member.value.array()->push_back(member.value.array()->front());
    EXPECT_EQ(issue_of("calendar", to_text(document)), "duplicate | /events/1/id: the event '100001' stands twice (keep one of them)");
    std::string text = sample("calendar");
    const std::string last = "\"last\": \"2026-09-01\"";
    text.replace(text.find(last), last.size(), "\"last\": \"2026-08-31\"");
    EXPECT_EQ(issue_of("calendar", text), "wrong_order | /events/0/last: the event ends on 2026-08-31, before it begins on 2026-09-01 (exchange the two dates)");
}

TEST(Documents, AWorkedSchoolYearPassesItsOwnChecks) {
    const std::string text = R"({"schema": "schoolimp/school_year/1", "id": "main-2026", "academic_year": "2026/27", "half_terms": [
        {"term": "autumn", "first": "2026-09-01", "last": "2026-10-23"}, {"term": "autumn", "first": "2026-11-02", "last": "2026-12-18"},
        {"term": "spring", "first": "2027-01-04", "last": "2027-02-12"}, {"term": "spring", "first": "2027-02-22", "last": "2027-03-25"},
        {"term": "summer", "first": "2027-04-12", "last": "2027-05-28"}, {"term": "summer", "first": "2027-06-07", "last": "2027-07-21"}],
        "bank_holidays": []})";
    const SchoolYearDocument document = parse_school_year(text).value();
    EXPECT_EQ(document.half_terms[5].term, SchoolTerm::kSummer);
    EXPECT_EQ(document.expected_staff_days, 195);
    ASSERT_TRUE(document.bank_holidays.has_value());  // none at all is not the same as those of England and Wales
    EXPECT_NE(write_school_year(document, JsonStyle::kCanonical).find("\"bank_holidays\":[]"), std::string::npos);
    EXPECT_EQ(parse_school_year(write_school_year(document)).value(), document);
}

}  // namespace
}  // namespace schoolimp::testing

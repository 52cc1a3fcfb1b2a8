// Evidence as JSON and as a table: values of every type, missing reasons, and the places of issues.
#include <gtest/gtest.h>

#include "io/evidence/csv.hpp"
#include "io/support.hpp"

namespace schoolimp::testing {
namespace {

std::string evidence_with(const std::string& members) {
    return R"({"schema": "schoolimp/evidence/1", "observations": [{"school": "900001", "indicator": "a.b", "period": "2018/19", )" + members + "}]}";
}

std::string issue_of(const Result<Evidence>& result) {
    const std::vector<Issue> issues = result.status().issues();
    if (issues.size() != 1) return std::to_string(issues.size()) + " issues" + (issues.empty() ? "" : "; " + to_string(issues[0]));
    return issues[0].code + " | " + to_string(issues[0]);
}

std::string json_issue(const std::string& members) { return issue_of(parse_evidence(evidence_with(members))); }

ObservedValue value_of(const std::string& members) { return parse_evidence(evidence_with(members)).value().observations()[0].value; }

TEST(EvidenceJson, ValuesOfEveryType) {
    EXPECT_EQ(value_of(R"("value": 61.50)"), ObservedValue(*Decimal::make(615, 1)));
    EXPECT_EQ(value_of(R"("value": false)"), ObservedValue(false));
    EXPECT_EQ(value_of(R"("value": "good")"), ObservedValue(std::string("good")));
    EXPECT_EQ(value_of(R"("value": "2026-01-05")"), ObservedValue(std::string("2026-01-05")));
    EXPECT_EQ(value_of(R"("missing": "low_coverage")"), ObservedValue(MissingReason::kLowCoverage));
}

TEST(EvidenceJson, DatesAreWrittenAsText) {
    Observation observation;
    observation.school = "900001";
    observation.indicator = "a.b";
    observation.observed_on = *make_date(2026, 1, 5);
    observation.value = *make_date(2025, 12, 1);
    const std::string text = write_evidence(Evidence::from({observation}).value(), JsonStyle::kCanonical);
    EXPECT_EQ(text, R"({"schema":"schoolimp/evidence/1","observations":[{"school":"900001","indicator":"a.b","value":"2025-12-01","observed_on":"2026-01-05"}]})");
}

TEST(EvidenceJson, EveryMissingReasonSurvives) {
    for (std::size_t i = 0; i <= static_cast<std::size_t>(MissingReason::kUnknown); ++i) {
        const auto reason = static_cast<MissingReason>(i);
        const std::string text = evidence_with("\"missing\": \"" + std::string(to_word(reason)) + "\"");
        const Evidence evidence = parse_evidence(text).value();
        EXPECT_EQ(evidence.observations()[0].value, ObservedValue(reason));
        EXPECT_EQ(parse_evidence(write_evidence(evidence)).value(), evidence);
    }
}

TEST(EvidenceJson, SameSetSameBytes) {
    const Evidence forward = parse_evidence(sample("evidence")).value();
    std::vector<Observation> observations(forward.observations().rbegin(), forward.observations().rend());
    EXPECT_EQ(write_evidence(Evidence::from(observations).value()), sample("evidence"));
}

TEST(EvidenceJson, Messages) {
    EXPECT_EQ(json_issue(R"("value": null)"), "wrong_type | /observations/0/value: 'value' is null (leave it out and say in 'missing' why there is none, e.g. \"suppressed\")");
    EXPECT_EQ(json_issue(R"("value": 1, "missing": "stale")"), "contradiction | /observations/0: there is a 'value' and a reason why it is 'missing' (keep one of them)");
    EXPECT_EQ(json_issue(R"("note": "n")"), "missing_member | /observations/0: 'value' is missing (give a value or, in 'missing', the reason there is none, e.g. \"suppressed\")");
    EXPECT_EQ(json_issue(R"("value": 1, "interval": [2, 1])"), "wrong_order | /observations/0/interval: the interval ends below its start: 2 to 1 (exchange the two numbers)");
    EXPECT_EQ(json_issue(R"("value": 1, "cohort": 12.5)"), "not_whole | /observations/0/cohort: 'cohort' is 12.5; a whole number is needed");
    EXPECT_EQ(issue_of(parse_evidence(R"({"schema": "schoolimp/evidence/1", "observations": [{"school": "9", "indicator": "a", "period": "2018/20", "value": 1}]})")),
              "bad_period | /observations/0/period: 'period' is '2018/20'; a period is written 2018/19 or 2018/19 autumn (spring, summer)");
}

TEST(EvidenceCsv, IsWrittenAsItWasRead) {
    const std::string table =
        "school,indicator,period,group,value,missing,observed_on,recorded_at,source,cohort,lower,upper,note\r\n"
        "900001,a.b,2018/19,reading,61.5,,2019-07-09,2019-12-12,\"Tables, final\",30,55.1,67.9,\"He said \"\"fine\"\"\r\nand left\"\r\n"
        "900001,a.c,,,true,,2019-07-09,,,,,,\r\n"
        "900001,a.d,,,,suppressed,2019-07-09,,,,,,\" spaced \"\r\n"
        "900001,a.e,,,good,,2019-07-09,,,,,,\r\n";
    const Evidence evidence = parse_evidence_csv(table).value();
    EXPECT_EQ(evidence.observations()[0].note, "He said \"fine\"\r\nand left");
    EXPECT_EQ(evidence.observations()[3].value, ObservedValue(std::string("good")));
    EXPECT_EQ(write_evidence_csv(evidence).value(), table);
    EXPECT_EQ(parse_evidence(write_evidence(evidence)).value(), evidence);
}

TEST(EvidenceCsv, ColumnsInAnyOrderBlankLinesAndByteOrderMark) {
    std::vector<Issue> warnings;
    const auto evidence = parse_evidence_csv("\xEF\xBB\xBFvalue,school,indcator2,indicator,period\n 61.5 ,900001,x,a.b,2018/19\n\n,,,,\n", {}, &warnings);
    ASSERT_TRUE(evidence.ok()) << evidence.status().message();
    EXPECT_EQ(evidence->size(), 1u);
    EXPECT_EQ(evidence->observations()[0].value, ObservedValue(*Decimal::make(615, 1)));
    ASSERT_EQ(warnings.size(), 1u);
    EXPECT_EQ(to_string(warnings[0]), "row 1: the column 'indcator2' is not known; it is not kept (did you mean 'indicator'?)");
}

TEST(EvidenceCsv, IssuesNameRowAndColumn) {
    const std::string header = "school,indicator,period,group,value,missing,observed_on,recorded_at,source,cohort,lower,upper,note\n";
    const auto issue = [&](const std::string& row) { return issue_of(parse_evidence_csv(header + "1,a.b,2018/19,,1,,,,,,,,\n" + row + "\n")); };
    EXPECT_EQ(issue("2,a.b,2018/20,,1,,,,,,,,"),
              "bad_period | row 3, column period: '2018/20' is no period; it is written 2018/19 or 2018/19 autumn (spring, summer)");
    EXPECT_EQ(issue("2,a.b,2018/19,,,,,,,,,,"),
              "missing_member | row 3, column value: the value is missing (give a value or, in column missing, the reason there is none, e.g. suppressed)");
    EXPECT_EQ(issue("2,a.b,2018/19,,1,stale,,,,,,,"), "contradiction | row 3, column missing: there is a value and a reason why it is missing (keep one of them)");
    EXPECT_EQ(issue("2,a.b,2018/19,,,supressed,,,,,,,"), "unknown_word | row 3, column missing: 'supressed' is no reason (did you mean 'suppressed'?)");
    EXPECT_EQ(issue("2,a.b,2018/19,,12345678901234567890,,,,,,,,"),
              "out_of_range | row 3, column value: '12345678901234567890' has more digits than a figure can have: 18 (round it)");
    EXPECT_EQ(issue("2,a.b,2018/19,,-0.1234567890123456789,,,,,,,,"),
              "out_of_range | row 3, column value: '-0.1234567890123456789' has more digits than a figure can have: 18 (round it)");
    EXPECT_EQ(issue("2,a.b,2018/19,,1,,2019-02-30,,,,,,"),
              "bad_date | row 3, column observed_on: '2019-02-30' is no date; a date is written YYYY-MM-DD and must exist in the calendar");
    EXPECT_EQ(issue("2,A B,2018/19,,1,,,,,,,,"), "bad_id | row 3, column indicator: 'A B' is no indicator id: lower-case words joined by '_', parts joined by '.'");
    EXPECT_EQ(issue(",a.b,2018/19,,1,,,,,,,,"), "missing_member | row 3, column school: the school is missing");
    EXPECT_EQ(issue("2,a.b,2018/19,,1,,,,,12.5,,,"), "out_of_range | row 3, column cohort: '12.5' is no number of pupils: a whole number from 0 to 10000000");
    EXPECT_EQ(issue("2,a.b,2018/19,,1,,,,,,1,,"), "missing_member | row 3, column upper: an interval needs both lower and upper");
    EXPECT_EQ(issue("2,a.b,2018/19,,1,,,,,,2,1,"), "wrong_order | row 3, column upper: the interval ends below its start (exchange lower and upper)");
    EXPECT_EQ(issue("2,a.b,2018/19"), "wrong_width | row 3: the row has 3 fields; the header has 13 (quote fields that hold a comma)");
    const std::string conflict = issue("1,a.b,2018/19,,2,,,,,,,,");
    EXPECT_EQ(conflict.substr(0, 16), "conflict | row 3");
    EXPECT_NE(conflict.find("at row 2"), std::string::npos) << conflict;
}

TEST(EvidenceCsv, HeadersThatCannotBeRead) {
    EXPECT_NE(issue_of(parse_evidence_csv("")).find("the table is empty"), std::string::npos);
    EXPECT_NE(parse_evidence_csv("school;indicator;value\n1;a;2\n").status().issues()[0].hint.find("semicolons"), std::string::npos);
    EXPECT_NE(parse_evidence_csv("school\tindicator\tvalue\n").status().issues()[0].hint.find("tabs"), std::string::npos);
    EXPECT_EQ(issue_of(parse_evidence_csv("school,indicator,value,value\n")), "duplicate_member | row 1: the column 'value' stands twice (keep one of them)");
    EXPECT_NE(issue_of(parse_evidence_csv("school,indicator\n")).find("there is no column 'value'"), std::string::npos);
}

TEST(EvidenceCsv, BrokenTables) {
    const auto code = [](const std::string& text) { return parse_evidence_csv(text).status().issues()[0].code + " " + parse_evidence_csv(text).status().issues()[0].pointer; };
    EXPECT_EQ(code("school,indicator,value\n1,a,\"2\n"), "syntax row 2");
    EXPECT_EQ(code("school,indicator,value\n1,a,\"2\"x\n"), "syntax row 2");
    EXPECT_EQ(code("school,indicator,value\n1,a,2\"\n"), "syntax row 2");
    EXPECT_EQ(code("school,indicator,value\n1,a,\xFF\n"), "encoding row 2");
    ParseLimits limits;
    limits.max_elements = 5;
    EXPECT_EQ(parse_evidence_csv("school,indicator,value\n1,a,2\n", limits).status().code(), StatusCode::kResourceExhausted);
    limits = {};
    limits.max_bytes = 5;
    EXPECT_EQ(parse_evidence_csv("school,indicator,value\n1,a,2\n", limits).status().code(), StatusCode::kResourceExhausted);
    limits = {};
    limits.max_string = 5;
    EXPECT_EQ(parse_evidence_csv("school,indicator,value\n1,a,2\n", limits).status().code(), StatusCode::kResourceExhausted);
}

TEST(EvidenceCsv, TextsATableCannotCarryAreRefused) {
    for (const std::string text : {"12", "12345678901234567890", "true", " padded", ""}) {
        Observation observation;
        observation.school = "1";
        observation.indicator = "a";
        observation.observed_on = *make_date(2026, 1, 5);
        observation.value = text;
        const auto result = write_evidence_csv(Evidence::from({observation}).value());
        ASSERT_FALSE(result.ok()) << text;
        EXPECT_EQ(result.status().issues()[0].code, "not_representable");
    }
}

TEST(Csv, FieldsAndLineEnds) {
    const auto rows = read_csv("a,b\r\n\"x,\"\"y\"\"\",\n,\rlast", {}).value();
    EXPECT_EQ(rows, (std::vector<CsvRow>{{"a", "b"}, {"x,\"y\"", ""}, {"", ""}, {"last"}}));
    EXPECT_TRUE(read_csv("", {}).value().empty());
}

}  // namespace
}  // namespace schoolimp::testing

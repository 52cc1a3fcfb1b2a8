// Evidence from columns: read as the same table in text would be, issues by row and column.
#include "schoolimp/io/evidence_table.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "io/support.hpp"
#include "schoolimp/io/evidence_json.hpp"

namespace schoolimp {
namespace {

using Strings = std::vector<std::string>;

TEST(EvidenceTable, IsReadAsTheSameTableInText) {
    const double values[] = {61.5, 0.1, NAN, 94};
    const Strings schools = {"900001", "900001", "900002", "900002"}, indicators = {"ks2.rwm_expected", "a.b", "a.b", "absence.overall"},
                  missing = {"", "", "suppressed", ""}, periods = {"2018/19", "2018/19 autumn", "2018/19", "2017/18"};
    const std::int32_t cohorts[] = {30, 31, 2, 100};
    TableBuilder builder(4);
    builder.add_numbers("value", values);
    builder.add_texts("school", schools);
    builder.add_texts("indicator", indicators);
    builder.add_texts("missing", missing);
    builder.add_texts("period", periods);
    builder.add_numbers("cohort", cohorts);
    const Result<Evidence> evidence = read_evidence_table(builder.build().value());
    ASSERT_TRUE(evidence.ok()) << evidence.status().message();
    EXPECT_EQ(*evidence, parse_evidence_csv("school,indicator,period,value,missing,cohort\n"
                                            "900001,ks2.rwm_expected,2018/19,61.5,,30\n"
                                            "900001,a.b,2018/19 autumn,0.1,,31\n"
                                            "900002,a.b,2018/19,,suppressed,2\n"
                                            "900002,absence.overall,2017/18,94,,100\n")
                             .value());
}

TEST(EvidenceTable, SchoolsMayBeNumbersAndTruthValuesBooleans) {
    const std::int64_t schools[] = {900001, 900002};
    const std::uint8_t values[] = {1, 0};
    const Strings indicators = {"a.c", "a.c"}, dates = {"2019-07-09", "2019-07-10"};
    TableBuilder builder(2);
    builder.add_numbers("school", schools);
    builder.add_texts("indicator", indicators);
    builder.add_booleans("value", values);
    builder.add_texts("observed_on", dates);
    const Evidence evidence = read_evidence_table(builder.build().value()).value();
    EXPECT_EQ(evidence.schools(), (Strings{"900001", "900002"}));
    EXPECT_EQ(evidence.observations()[0].value, ObservedValue(true));
    EXPECT_EQ(evidence.observations()[1].value, ObservedValue(false));
}

TEST(EvidenceTable, IssuesNameRowAndColumn) {
    const Strings schools = {"1", "2"}, indicators = {"a.b", "a.b"}, periods = {"2018/19", "2018"};
    const double values[] = {1, 2};
    TableBuilder builder(2);
    builder.add_texts("school", schools);
    builder.add_texts("indicator", indicators);
    builder.add_texts("period", periods);
    builder.add_numbers("value", values);
    const Result<Evidence> evidence = read_evidence_table(builder.build().value());
    ASSERT_FALSE(evidence.ok());
    ASSERT_EQ(evidence.status().issues().size(), 1u);
    EXPECT_EQ(evidence.status().issues()[0].pointer, "row 1, column period");
    EXPECT_EQ(evidence.status().issues()[0].code, "bad_period");
}

TEST(EvidenceTable, WantsItsColumns) {
    const Strings schools = {"1"};
    TableBuilder builder(1);
    builder.add_texts("school", schools);
    const Result<Evidence> evidence = read_evidence_table(builder.build().value());
    ASSERT_FALSE(evidence.ok());
    EXPECT_EQ(evidence.status().issues()[0].message, "there is no column 'indicator'");
    EXPECT_EQ(evidence.status().issues()[0].pointer, "");
}

TEST(EvidenceTable, UnknownColumnsAreReported) {
    const Strings schools = {"1"}, indicators = {"a.b"}, dates = {"2019-07-09"};
    const double values[] = {1};
    TableBuilder builder(1);
    builder.add_texts("school", schools);
    builder.add_texts("indicator", indicators);
    builder.add_texts("observed_on", dates);
    builder.add_numbers("value", values);
    builder.add_numbers("valeu", values);
    std::vector<Issue> warnings;
    ASSERT_TRUE(read_evidence_table(builder.build().value(), {}, &warnings).ok());
    ASSERT_EQ(warnings.size(), 1u);
    EXPECT_EQ(warnings[0].code, "unknown_member");
}

TEST(EvidenceTable, TextsThatAreNoUtf8AreRefused) {
    const Strings schools = {"1", "caf\xE9"}, indicators = {"a.b", "a.b"};
    const double values[] = {1, 2};
    TableBuilder builder(2);
    builder.add_texts("school", schools);
    builder.add_texts("indicator", indicators);
    builder.add_numbers("value", values);
    const Result<Evidence> evidence = read_evidence_table(builder.build().value());
    ASSERT_FALSE(evidence.ok());
    EXPECT_EQ(evidence.status().issues()[0].code, "not_utf8");
    EXPECT_EQ(evidence.status().issues()[0].pointer, "row 1, column school");
}

TEST(EvidenceTable, ComesBackTheSameFromItsTable) {
    const Evidence evidence = parse_evidence_csv("school,indicator,period,group,value,missing,observed_on,recorded_at,source,cohort,lower,upper,note\n"
                                                 "900001,ks2.rwm_expected,2018/19,,61.50,,,2019-12-13,published,30,55,68,\"one, with a comma\"\n"
                                                 "900001,ks2.rwm_expected,2018/19,disadvantaged,,suppressed,,2019-12-13,published,4,,,\n"
                                                 "900002,ofsted.overall,,,good,,2018-03-05,,,,,,\n"
                                                 "900002,a.c,,,true,,2018-03-05,,,,,,\n"
                                                 "900003,a.b,2018/19,,-0.000000000000000001,,,,,,,,\n")
                                  .value();
    const Table table = write_evidence_table(evidence).value();
    EXPECT_EQ(table.rows(), 5);
    EXPECT_EQ(table.column_names(), (Strings{"school", "indicator", "period", "group", "value", "missing", "observed_on", "recorded_at", "source", "cohort", "lower", "upper", "note"}));
    EXPECT_EQ(table.type_name(6), "date32");
    EXPECT_EQ(table.type_name(9), "int64");
    EXPECT_EQ(read_evidence_table(table).value(), evidence);
    EXPECT_EQ(read_evidence_table(write_evidence_table(Evidence()).value()).value(), Evidence());
}

TEST(EvidenceTable, IsRefusedWhereItWouldNotComeBackTheSame) {
    Observation observation;
    observation.school = "900001";
    observation.indicator = "a.b";
    observation.observed_on = parse_date("2019-07-09");
    observation.value = std::string("12");
    const Evidence evidence = Evidence::from({observation}).value();
    const Result<Table> table = write_evidence_table(evidence);
    ASSERT_FALSE(table.ok());
    EXPECT_EQ(table.status().issues()[0].code, "not_representable");
}

struct RefusedNumber {
    const char* column;
    double number;
    const char* code;
};

/// Two rows, of which the second has the number in the column.
Result<Evidence> read_with_number(const RefusedNumber& given) {
    const Strings indicators = {"a.b", "a.b"}, dates = {"2019-07-09", "2019-07-10"};
    const bool of_school = std::string_view(given.column) == "school";
    const double schools[] = {900001, of_school ? given.number : 900002}, values[] = {1, of_school ? 2 : given.number};
    TableBuilder builder(2);
    builder.add_numbers("school", schools);
    builder.add_texts("indicator", indicators);
    builder.add_texts("observed_on", dates);
    builder.add_numbers("value", values);
    return read_evidence_table(builder.build().value());
}

TEST(EvidenceTable, NumbersThatCannotBeHeldAndSchoolsWithAFractionAreRefused) {
    const RefusedNumber cases[] = {
        {"value", INFINITY, "out_of_range"}, {"value", -INFINITY, "out_of_range"}, {"value", 1e300, "out_of_range"},
        {"value", 1e19, "out_of_range"},     {"school", 900002.5, "wrong_type"},   {"school", INFINITY, "out_of_range"},
    };
    for (const RefusedNumber& given : cases) {
        SCOPED_TRACE(std::string(given.column) + " " + std::to_string(given.number));
        const Result<Evidence> evidence = read_with_number(given);
        ASSERT_FALSE(evidence.ok());
        ASSERT_FALSE(evidence.status().issues().empty());
        const Issue& issue = evidence.status().issues()[0];
        EXPECT_EQ(issue.pointer, "row 1, column " + std::string(given.column));
        EXPECT_EQ(issue.code, given.code);
        EXPECT_FALSE(issue.hint.empty());
    }
    EXPECT_EQ(read_with_number({"value", 9e17, ""}).value().observations()[1].value, ObservedValue(Decimal(900000000000000000)));
    EXPECT_EQ(read_with_number({"school", 900003, ""}).value().schools(), (Strings{"900001", "900003"}));
}

}  // namespace
}  // namespace schoolimp

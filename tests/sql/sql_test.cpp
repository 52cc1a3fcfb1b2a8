// How the query is written. What it answers is checked against the library in bindings_tests/test_sql.py, by databases.
#include "schoolimp/sql/sql.hpp"

#include <gtest/gtest.h>

#include "report/golden.hpp"
#include "sql/sample.hpp"

namespace schoolimp {

namespace {

using test::attendance;
using test::compiled;
using test::with_tests;

std::string query(const Framework& framework, const SqlOptions& options = {}) {
    const Result<std::string> text = to_sql(framework, options);
    EXPECT_TRUE(text.ok()) << text.status().message();
    return text.ok() ? *text : std::string();
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

int times(const std::string& text, const std::string& part) {
    int count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

/// No line that a quote or a comment has been broken into: every line end is one of the writer's own.
bool quotes_are_closed(const std::string& text) {
    char inside = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (inside == 0 && text.compare(i, 2, "--") == 0) i = text.find('\n', i);
        else if (inside == 0 && (text[i] == '"' || text[i] == '\'')) inside = text[i];
        else if (inside != 0 && text[i] == inside) inside = 0;
        if (i == std::string::npos) return true;
    }
    return inside == 0;
}

TEST(Sql, ReadsLikeTheFramework) { testing::expect_golden(query(compiled(attendance())), "sql/attendance.sql"); }

TEST(Sql, SaysWhichCellsMayBeNotApplicable) {
    SqlOptions options;
    options.missing_columns = {"absence.overall"};
    testing::expect_golden(query(compiled(attendance()), options), "sql/attendance_not_applicable.sql");
}

TEST(Sql, IsTheSameEachTime) {
    EXPECT_EQ(query(compiled(attendance())), query(compiled(attendance())));
}

TEST(Sql, ReadsCompanionColumnsOnlyWhenAsked) {
    const Framework framework = compiled(attendance());
    EXPECT_FALSE(has(query(framework), ":missing"));
    SqlOptions all;
    all.all_missing_columns = true;
    EXPECT_TRUE(has(query(framework, all), "t.\"absence.overall:missing\" = 'not_applicable'"));
    EXPECT_TRUE(has(query(framework, all), "t.\"review.attendance:missing\" = 'not_applicable'"));
    EXPECT_FALSE(has(query(framework, all), "national(absence.overall):missing"));
    EXPECT_FALSE(has(query(framework, all), "school.phase:missing"));
}

TEST(Sql, NamesTheTableAsGiven) {
    SqlOptions options;
    options.table = "figures 2026";
    options.schema = "trust";
    options.key = "school";
    const std::string text = query(compiled(attendance()), options);
    EXPECT_TRUE(has(text, "from \"trust\".\"figures 2026\" t\n"));
    EXPECT_TRUE(has(text, "t.\"school\" as \":key\""));
    EXPECT_TRUE(has(text, "\":key\" as \"school\""));
}

TEST(Sql, LeavesOutMaterializedWhenAsked) {
    SqlOptions options;
    options.materialized = false;
    EXPECT_FALSE(has(query(compiled(attendance()), options), "materialized"));
}

TEST(Sql, ReadsNumbersToThePlacesAskedFor) {
    SqlOptions options;
    options.places = 2;
    EXPECT_TRUE(has(query(compiled(attendance()), options), "\"absence.overall\" >= 850 "));
    options.places = 0;  // The threshold has one place more than the column.
    EXPECT_TRUE(has(query(compiled(attendance()), options), "(\"absence.overall\" * 10) >= 85 "));
}

TEST(Sql, SharedPartsAreWrittenOnce) {
    const std::string text = query(with_tests({"round(pct * 3, 1) >= 5.5", "round(pct * 3, 1) < 2"}));
    EXPECT_EQ(times(text, "+ 50000)"), 2);  // One rounding writes its summand twice.
}

struct Hostile {
    const char* name;
    const char* text;
};

class SqlQuoting : public ::testing::TestWithParam<Hostile> {};

TEST_P(SqlQuoting, NamesAndTextsStayInsideTheirQuotes) {
    const std::string hostile = GetParam().text;
    FrameworkDocument document = attendance();
    document.title = hostile;
    document.criteria[0].title = hostile;
    document.measures[0].title = hostile;
    document.indicators[0].title = hostile;
    document.judgements[0].title = hostile;
    std::string escaped;
    for (const char c : hostile)
        if (c != '\n' && c != '\r') escaped += (c == '\'' || c == '\\') ? std::string{'\\', c} : std::string(1, c);
    document.criteria.push_back(test::criterion("typed", "school.type == '" + escaped + "'"));
    SqlOptions options;
    options.table = escaped;
    options.key = escaped;
    const Framework framework = compiled(document);
    const std::string text = query(framework, options);
    EXPECT_TRUE(quotes_are_closed(text)) << text;

    // The same lines as with harmless names: nothing has begun a new one.
    FrameworkDocument harmless = attendance();
    harmless.criteria.push_back(test::criterion("typed", "school.type == 'x'"));
    EXPECT_EQ(times(text, "\n"), times(query(compiled(harmless)), "\n")) << text;
}

INSTANTIATE_TEST_SUITE_P(Sql, SqlQuoting,
                         ::testing::Values(Hostile{"SingleQuote", "it's"}, Hostile{"DoubleQuote", "a\"b"}, Hostile{"LineEnd", "x\n; drop table cells"},
                                           Hostile{"CarriageReturn", "x\r; drop table cells"}, Hostile{"Comment", "*/ -- x"}, Hostile{"Backslash", "a\\' or 1 = 1"},
                                           Hostile{"BothQuotes", "\"'\"'); drop"}),
                         [](const auto& each) { return std::string(each.param.name); });

}  // namespace

}  // namespace schoolimp

// What cannot be asked for, and what cannot be said in SQL.
#include <gtest/gtest.h>

#include "schoolimp/sql/sql.hpp"
#include "sql/sample.hpp"

namespace schoolimp {

namespace {

using test::attendance;
using test::compiled;
using test::with_tests;

struct BadOption {
    const char* name;
    void (*set)(SqlOptions&);
    const char* message;
};

class SqlOptionsThatCannotBe : public ::testing::TestWithParam<BadOption> {};

TEST_P(SqlOptionsThatCannotBe, AreRefusedByName) {
    SqlOptions options;
    GetParam().set(options);
    const Status status = to_sql(compiled(attendance()), options).status();
    EXPECT_EQ(status.code(), StatusCode::kInvalidArgument);
    EXPECT_NE(status.message().find(GetParam().message), std::string::npos) << status.message();
}

INSTANTIATE_TEST_SUITE_P(
    Sql, SqlOptionsThatCannotBe,
    ::testing::Values(BadOption{"NoTable", [](SqlOptions& o) { o.table.clear(); }, "'' cannot be the name of a table"},
                      BadOption{"TableWithLineEnd", [](SqlOptions& o) { o.table = "a\nb"; }, "'a b' cannot be the name of a table"},
                      BadOption{"TableWithNull", [](SqlOptions& o) { o.table = std::string("a\0b", 3); }, "cannot be the name of a table"},
                      BadOption{"SchemaWithLineEnd", [](SqlOptions& o) { o.schema = "a\rb"; }, "cannot be the name of a schema"},
                      BadOption{"NoKey", [](SqlOptions& o) { o.key.clear(); }, "'' cannot be the name of a column"},
                      BadOption{"NegativePlaces", [](SqlOptions& o) { o.places = -1; }, "places is -1, it can be 0 to 9"},
                      BadOption{"TooManyPlaces", [](SqlOptions& o) { o.places = 10; }, "places is 10, it can be 0 to 9"},
                      BadOption{"NoSuchCell", [](SqlOptions& o) { o.missing_columns = {"absence.overal"}; }, "reads no cell 'absence.overal' that can be not applicable (did you mean 'absence.overall'?)"},
                      BadOption{"CellThatAlwaysApplies", [](SqlOptions& o) { o.missing_columns = {"school.phase"}; }, "reads no cell 'school.phase' that can be not applicable"}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(SqlRefusals, NameTheExpression) {
    const Status status = to_sql(with_tests({"pct >= 50", "plain / 3 * (plain / 7) > 2"})).status();
    EXPECT_EQ(status.code(), StatusCode::kUnimplemented);
    ASSERT_EQ(status.issues().size(), 1U);
    EXPECT_EQ(status.issues()[0].code, "no_sql");
    EXPECT_NE(status.message().find("24 decimal places"), std::string::npos) << status.message();
    EXPECT_NE(status.message().find("criterion 'c2'"), std::string::npos) << status.message();
    EXPECT_NE(status.issues()[0].hint.find("round"), std::string::npos);
}

TEST(SqlRefusals, NameAllExpressions) {
    const Status status = to_sql(with_tests({"plain / 3 * (plain / 7) > 2", "rank(plain) <= 3"})).status();
    EXPECT_EQ(status.code(), StatusCode::kUnimplemented);
    ASSERT_EQ(status.issues().size(), 2U);
    EXPECT_NE((status.issues()[0].message + status.issues()[1].message).find("'rank(plain)', which looks at other schools"), std::string::npos) << status.message();
}

TEST(SqlRefusals, FewerPlacesMakeRoom) {
    const Framework framework = with_tests({"plain * cohort * plain >= 1"});
    EXPECT_EQ(to_sql(framework).status().code(), StatusCode::kUnimplemented);
    SqlOptions options;
    options.places = 2;
    EXPECT_TRUE(to_sql(framework, options).ok());
}

}  // namespace

}  // namespace schoolimp

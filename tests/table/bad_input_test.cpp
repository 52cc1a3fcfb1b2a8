// What does not fit is refused with its place; a row that contradicts the framework fails alone.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "table/small_framework.hpp"

namespace schoolimp::test {
namespace {

using arrow_tests::Node;
using Lines = std::vector<std::string>;

Lines problems(const std::vector<Node>& columns, const TableOptions& options = options_now()) {
    const Result<TableJudgement> table = judged(columns, options);
    if (table.ok()) return {"it was judged"};
    EXPECT_EQ(table.status().code(), StatusCode::kInvalidArgument);
    return in_short(table.status().issues());
}

TEST(BadTables, OptionsAreChecked) {
    const std::vector<Node> columns = {doubles("n", {1, 2})};
    TableOptions options = options_now();
    options.columns["m"] = "nn";
    EXPECT_EQ(problems(columns, options), (Lines{"unknown_column at column 'nn'"}));
    options = options_now();
    options.columns["mm"] = "n";
    options.constants["kk"] = Decimal(1);
    EXPECT_EQ(problems(columns, options), (Lines{"unknown_cell at option columns, 'mm'", "unknown_cell at option constants, 'kk'"}));
    for (const int threads : {0, -1, 1025}) {
        options = options_now();
        options.threads = threads;
        EXPECT_EQ(problems(columns, options), (Lines{"out_of_range at option threads"})) << threads;
    }
    options.threads = 1024;
    EXPECT_TRUE(judged(columns, options).ok());
    options = options_now();
    options.key = "urn";
    EXPECT_EQ(problems(columns, options), (Lines{"unknown_column at option key"}));
    options.key = "n";
    EXPECT_EQ(problems(columns, options), (Lines{"wrong_type at column 'n'"})) << "ids are texts or whole numbers";
}

TEST(BadTables, ConstantsAreChecked) {
    const auto problem = [](const char* cell, ObservedValue value) {
        TableOptions options = options_now();
        options.constants[cell] = std::move(value);
        return problems({doubles("m", {1})}, options);
    };
    EXPECT_EQ(problem("n", std::string("1")), (Lines{"wrong_type at constant 'n'"}));
    EXPECT_EQ(problem("b", Decimal(1)), (Lines{"wrong_type at constant 'b'"}));
    EXPECT_EQ(problem("d", std::string("2018-01-01")), (Lines{"wrong_type at constant 'd'"}));
    EXPECT_EQ(problem("l", std::string("god")), (Lines{"unknown_level at constant 'l'"}));
    EXPECT_EQ(problem("k", Decimal(101)), (Lines{"out_of_range at constant 'k'"}));
}

TEST(BadTables, ColumnsOfTheWrongTypeAreRefusedAllAtOnce) {
    const Node text = arrow_tests::texts("", {"x"}), number = doubles("", {1}), flag = arrow_tests::booleans("", "1");
    const Node date = arrow_tests::numbers<std::int32_t>("tdD", "", {1}), time = arrow_tests::numbers<std::int64_t>("tsu:", "", {1});
    const auto named = [](Node node, const char* name) {
        node.name = name;
        return node;
    };
    EXPECT_EQ(problems({named(text, "n"), named(number, "l"), named(number, "b"), named(flag, "t"), named(time, "d")}),
              (Lines{"wrong_type at column 'n'", "wrong_type at column 'l'", "wrong_type at column 'b'", "wrong_type at column 't'", "wrong_type at column 'd'"}));
    EXPECT_EQ(problems({named(flag, "n")}), (Lines{"wrong_type at column 'n'"}));
    EXPECT_EQ(problems({named(date, "n")}), (Lines{"wrong_type at column 'n'"}));
    EXPECT_EQ(problems({named(number, "d")}), (Lines{"wrong_type at column 'd'"}));
    EXPECT_EQ(problems({named(number, "n"), named(number, "n:missing")}), (Lines{"wrong_type at column 'n:missing'"}));
    EXPECT_EQ(problems({arrow_tests::numbers<std::array<std::int64_t, 2>>("d:38,19", "n", {{1, 0}})}), (Lines{"wrong_type at column 'n'"})) << "a decimal has 18 places at the most";
}

TEST(BadTables, ATableWithoutAnyCellIsRefused) {
    EXPECT_EQ(problems({doubles("N", {1})}), (Lines{"no_cells at "}));
    EXPECT_FALSE(judge_table(small_framework(), Table(), options_now()).ok());
}

TEST(BadTables, OtherNamesCanBeGiven) {
    TableOptions options = options_now();
    options.columns["n"] = "attainment";
    const Result<TableJudgement> table = judged({doubles("attainment", {1, 20}), words("attainment:missing", {{}, {}}), doubles("n", {20, 1})}, options);
    ASSERT_TRUE(table.ok()) << table.status().message();
    EXPECT_EQ(results_of(*table, "number"), "01");
    EXPECT_EQ(std::count(table->absent().begin(), table->absent().end(), "n"), 0);
    EXPECT_EQ(std::count(table->absent().begin(), table->absent().end(), "m"), 1);
}

struct BadRow {
    const char* title;
    std::vector<Node> columns;  ///< Row 1 of three fails.
    Lines issues;
};

TEST(BadRows, FailByThemselves) {
    const BadRow cases[] = {
        {"level", {words("l", {"good", "godo", "fair"})}, {"unknown_level at row 1, column 'l'"}},
        {"dictionary", {column_of("l", {std::string("good"), std::string("godo"), std::string("fair")}, Storage::kDictionary)}, {"unknown_level at row 1, column 'l'"}},
        {"below", {doubles("k", {0, -0.1, 1})}, {"out_of_range at row 1, column 'k'"}},
        {"above", {doubles("k", {100.5, 100.6, 1})}, {"out_of_range at row 1, column 'k'"}},
        {"infinite", {doubles("n", {1, INFINITY, 1})}, {"out_of_range at row 1, column 'n'"}},
        {"reason", {doubles("n", {1, {}, 1}), words("n:missing", {{}, "supressed", {}})}, {"unknown_reason at row 1, column 'n'"}},
        {"both", {doubles("n", {1, 2, 1}), words("n:missing", {{}, "suppressed", {}})}, {"contradiction at row 1, column 'n'"}},
        {"two", {doubles("k", {1, 101, 1}), words("l", {"good", "x", {}})}, {"out_of_range at row 1, column 'k'", "unknown_level at row 1, column 'l'"}},
    };
    for (const BadRow& one : cases) {
        const Result<TableJudgement> table = judged(one.columns);
        ASSERT_TRUE(table.ok()) << one.title << ": " << table.status().message();
        EXPECT_EQ(in_short(table->failures()), one.issues) << one.title;
        EXPECT_EQ(table->failed(), 1) << one.title;
        EXPECT_EQ(std::vector<int>(table->states(0).begin(), table->states(0).end())[1], 8) << one.title;
        EXPECT_EQ(table->suggested(0)[1], -1);
        EXPECT_EQ(table->possible(0)[1] | table->met()[1] | table->not_met()[1] | table->unknown()[1], 0U) << one.title;
        EXPECT_EQ(table->states(0)[0] & 8, 0);
        EXPECT_EQ(table->explain(1).status().code(), StatusCode::kInvalidArgument) << one.title;
        EXPECT_EQ(in_short(table->explain(1).status().issues()), one.issues) << one.title;
        EXPECT_TRUE(table->explain(0).ok() && table->explain(2).ok()) << one.title;
    }
    EXPECT_EQ(judged(cases[0].columns)->failures().front().hint, "did you mean 'good'?");
}

TEST(BadRows, ReasonsMakeCellsUnknownOrNotApplicable) {
    const Result<TableJudgement> table = judged({doubles("n", {{}, {}, {}, 20, NAN}), words("n:missing", {"not_applicable", "suppressed", {}, {}, "not_applicable"})});
    ASSERT_TRUE(table.ok());
    EXPECT_EQ(table->failed(), 0);
    EXPECT_EQ(results_of(*table, "number"), "-??1-") << "NaN is no value";
}

/// Row r fails when r % 3 == 1.
std::vector<Node> every_third_fails(std::int64_t rows, bool with_failures) {
    std::vector<std::optional<double>> values;
    for (std::int64_t row = 0; row < rows; ++row) values.emplace_back(with_failures && row % 3 == 1 ? 200 : static_cast<double>(row % 100));
    return {doubles("k", values)};
}

TEST(BadRows, AreCountedAndTheFirstHundredToldInOrder) {
    for (const int threads : {1, 7}) {
        TableOptions options = options_now();
        options.threads = threads;
        const Result<TableJudgement> table = judge_table(small_framework(), table_of(every_third_fails(5000, true), {1000, 3, 700}), options);
        ASSERT_TRUE(table.ok());
        EXPECT_EQ(table->failed(), 1667);
        ASSERT_EQ(table->failures().size(), 100U);
        for (std::size_t i = 0; i < 100; ++i) EXPECT_EQ(table->failures()[i].pointer, "row " + std::to_string(3 * i + 1) + ", column 'k'");
    }
}

TEST(BadRows, ChangeNoOtherRow) {
    const TableJudgement clean = judged(every_third_fails(3000, false)).value(), spoilt = judged(every_third_fails(3000, true)).value();
    for (std::size_t row = 0; row < 3000; ++row) {
        if (row % 3 == 1) continue;
        ASSERT_EQ(spoilt.met()[row], clean.met()[row]) << row;
        ASSERT_EQ(spoilt.unknown()[row], clean.unknown()[row]) << row;
        ASSERT_EQ(spoilt.possible(0)[row], clean.possible(0)[row]) << row;
        ASSERT_EQ(spoilt.states(0)[row], clean.states(0)[row]) << row;
    }
}

TEST(BadRows, RowsOutOfRangeAreNotExplained) {
    const TableJudgement table = judged({doubles("n", {1, 2})}).value();
    EXPECT_EQ(table.explain(-1).status().code(), StatusCode::kOutOfRange);
    EXPECT_EQ(table.explain(2).status().code(), StatusCode::kOutOfRange);
    EXPECT_TRUE(table.explain(1).ok());
}

TEST(EmptyTables, AreJudged) {
    for (const std::vector<std::int64_t>& sizes : {std::vector<std::int64_t>{}, std::vector<std::int64_t>{64}}) {
        const Result<TableJudgement> table = judge_table(small_framework(), table_of({doubles("n", {})}, sizes), options_now());
        ASSERT_TRUE(table.ok()) << table.status().message();
        EXPECT_EQ(table->rows(), 0);
        EXPECT_TRUE(table->suggested(0).empty() && table->met().empty() && table->failures().empty());
        EXPECT_EQ(table->to_table().rows(), 0);
        EXPECT_EQ(table->explain(0).status().code(), StatusCode::kOutOfRange);
    }
}

}  // namespace
}  // namespace schoolimp::test

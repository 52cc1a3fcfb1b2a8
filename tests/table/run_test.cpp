// Progress, keys, searches, and the answers as a table.
#include <gtest/gtest.h>

#include <numeric>
#include <thread>

#include "schoolimp/builtin/builtin.hpp"
#include "table/agreement.hpp"
#include "table/small_framework.hpp"

namespace schoolimp::test {
namespace {

std::vector<arrow_tests::Node> many_rows(std::int64_t rows) {
    std::vector<std::optional<double>> values;
    for (std::int64_t row = 0; row < rows; ++row) values.push_back(row % 7 == 0 ? std::nullopt : std::optional(static_cast<double>(row % 20)));
    return {doubles("n", values)};
}

TEST(Progress, RisesToTheEndAndComesFromTheCallingThread) {
    for (const int threads : {1, 2, 7}) {
        TableOptions options = options_now();
        options.threads = threads;
        std::vector<std::int64_t> seen;
        options.progress = [&, caller = std::this_thread::get_id()](std::int64_t done, std::int64_t rows) {
            EXPECT_EQ(std::this_thread::get_id(), caller);
            EXPECT_EQ(rows, 20000);
            seen.push_back(done);
            return true;
        };
        ASSERT_TRUE(judged(many_rows(20000), options).ok());
        ASSERT_FALSE(seen.empty());
        EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
        EXPECT_LE(seen.back(), 20000);
        if (threads == 1) {
            EXPECT_EQ(seen.back(), 20000);
        }
    }
}

TEST(Progress, CanStopTheRun) {
    for (const int threads : {1, 7}) {
        TableOptions options = options_now();
        options.threads = threads;
        int calls = 0;
        options.progress = [&](std::int64_t, std::int64_t) { return ++calls < 2; };
        const Result<TableJudgement> table = judged(many_rows(100000), options);
        EXPECT_LE(calls, 2);
        EXPECT_EQ(table.status().code(), calls == 2 ? StatusCode::kCancelled : StatusCode::kOk) << "other threads may have been quicker than the second call";
        if (threads == 1) {
            EXPECT_EQ(calls, 2);
        }
    }
}

TEST(Progress, CanStopTheSearchesAfterTheLastBlock) {
    const Framework framework = builtin_framework("primary4").value();
    TableBuilder builder(100);
    std::vector<double> values;
    for (int row = 0; row < 100; ++row) values.push_back(row);
    builder.add_numbers("ks2.rwm_expected", values.data());
    const Table table = builder.build().value();
    TableOptions options = options_now();
    ASSERT_GE(judge_table(framework, table, options)->searches(), 1) << "the table has to be one that is searched";
    int calls = 0;
    options.progress = [&](std::int64_t done, std::int64_t rows) {
        EXPECT_EQ(done, rows) << "there is one block";
        return ++calls < 2;
    };
    EXPECT_EQ(judge_table(framework, table, options).status().code(), StatusCode::kCancelled);
    EXPECT_EQ(calls, 2) << "once for the block, once for the first search";
}

TEST(Keys, NameRowsInExplanations) {
    TableOptions options = options_now();
    const std::vector<arrow_tests::Node> columns = {doubles("n", {1, 2}), words("school", {"abc", {}}), arrow_tests::numbers<std::uint32_t>("I", "urn", {100001, 100002})};
    EXPECT_EQ(judged(columns, options)->explain(1)->school, "1");
    options.key = "urn";
    EXPECT_EQ(judged(columns, options)->explain(1)->school, "100002");
    options.key = "school";
    EXPECT_EQ(judged(columns, options)->explain(0)->school, "abc");
}

TEST(Searches, AreCounted) {
    const Result<TableJudgement> known = judged({doubles("n", {1, 20}), words("l", {"good", "fair"})});
    ASSERT_TRUE(known.ok());
    EXPECT_EQ(known->searched_rows(), 0) << "nothing is missing";
    EXPECT_EQ(known->searches(), 0);
    EXPECT_EQ(levels_of(*known), "fair good");
}

TEST(Searches, WithoutAnyTheAnswersMayBeTooManyButNeverTooFew) {
    TableOptions none = options_now();
    none.search_limit = 0;
    const TableJudgement exact = judged(many_rows(300)).value(), rough = judged(many_rows(300), none).value();
    for (std::size_t row = 0; row < 300; ++row) {
        EXPECT_EQ(exact.states(0)[row] & 4, 0);
        EXPECT_EQ(exact.possible(0)[row] & ~rough.possible(0)[row], 0U) << row;
        if ((rough.states(0)[row] & 4) == 0) {
            EXPECT_EQ(exact.possible(0)[row], rough.possible(0)[row]) << row;
        }
    }
}

/// Name, type and cells of each column.
std::vector<std::string> written(const Table& table) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < table.columns(); ++i) {
        lines.push_back(table.column_names()[i] + " (" + table.type_name(i) + "):");
        for (const std::string& cell : arrow_tests::cells_of(table, i)) lines.back() += " " + cell;
    }
    return lines;
}

TEST(ToTable, HasAColumnForEachAnswer) {
    TableOptions options = options_now();
    options.key = "urn";
    const std::vector<arrow_tests::Node> columns = {arrow_tests::numbers<std::int32_t>("i", "urn", {100001, 100002, 100003, 100004}), doubles("n", {20, 1, {}, 1e300}),
                                                    words("l", {"good", "good", "good", "good"})};
    const std::vector<std::string> lines = written(judged(columns, options)->to_table());
    const std::vector<std::string> wanted = {
        "urn (utf8): 100001 100002 100003 100004",
        "overall (dictionary of utf8): good fair null null",
        "overall.possible (uint64): 4 2 6 0",
        "overall.state (uint8): 0 0 0 8",
        "criteria.met (uint64): 67 66 64 0",
        "criteria.met.count (int32): 3 2 1 0",
        "criteria.not_met (uint64): 8 9 0 0",
        "criteria.not_met.count (int32): 1 2 0 0",
        "criteria.unknown (uint64): 1972 1972 1983 0",
        "criteria.unknown.count (int32): 7 7 10 0",
    };
    EXPECT_EQ(lines, wanted);
}

TEST(ToTable, GoesThroughAStreamUnchanged) {
    const Table table = judged(many_rows(2500))->to_table();
    ArrowArrayStream stream;
    table.to_stream(&stream);
    const Result<Table> read = Table::from_stream(&stream);
    ASSERT_TRUE(read.ok()) << read.status().message();
    EXPECT_EQ(written(*read), written(table));
}

TEST(Cells, AreNamedAsColumnsAreAndWithTheDatesObservationsAgeBy) {
    const std::vector<std::string> names = cells_of(small_framework());
    std::vector<std::string> wanted;
    for (const Cell& cell : cells_read_by(small_framework())) wanted.push_back(cell.name);
    EXPECT_TRUE(std::is_permutation(names.begin(), names.end(), wanted.begin(), wanted.end()));
    EXPECT_EQ(std::count(names.begin(), names.end(), "observed_on(a)"), 1);
}

}  // namespace
}  // namespace schoolimp::test

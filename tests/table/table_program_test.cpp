// The circuits a framework keeps for its tables: used again for tables that are alike, never for others.
#include "table/table_program.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "schoolimp/io/framework_json.hpp"
#include "table/agreement.hpp"
#include "table/small_framework.hpp"

namespace schoolimp::test {
namespace {

/// A framework of its own, which has kept nothing yet.
Framework new_framework() { return Framework::compile(small_framework().document(), small_framework().hash()).value(); }

struct Judged {
    Table table;
    TableOptions options = options_now();
};

/// Tables that differ in what there is of a cell: a column, a constant, nothing, another type, reasons, another day.
std::vector<Judged> unlike_tables() {
    std::vector<std::optional<double>> n, m;
    for (int row = 0; row < 700; ++row) {
        n.push_back(row % 7 == 0 ? std::nullopt : std::optional(static_cast<double>(row % 20)));
        m.push_back(row % 5 == 0 ? std::nullopt : std::optional(static_cast<double>(row % 13)));
    }
    const std::vector<std::optional<std::string>> no_reasons(700), good(700, "good");
    std::vector<Judged> tables(7);
    for (Judged& one : tables) one.table = table_of({doubles("n", n)});
    tables[1].table = table_of({doubles("n", n), doubles("m", m)});
    tables[2].options.constants["m"] = Decimal(3);
    tables[3].options.constants["m"] = Decimal(0);
    tables[4].table = table_of({arrow_tests::numbers<std::int32_t>("i", "n", std::vector<std::int32_t>(700, 10))});
    tables[5].table = table_of({doubles("n", n), words("n:missing", no_reasons), doubles("a", m)});
    tables[6].table = table_of({doubles("n", n), words("l", good)});
    tables[6].options.as_of.valid = *make_date(2031, 1, 1);
    return tables;
}

std::string answers_of(const Framework& framework, const Judged& one) { return bytes_of(judge_table(framework, one.table, one.options).value()); }

TEST(TableProgram, IsKeptForTablesThatAreAlike) {
    const Framework framework = new_framework();
    const std::size_t inputs = framework.program().inputs.size();
    const AsOf now = options_now().as_of;
    std::vector<InputColumn> columns(inputs);
    columns[0].source = InputColumn::Source::kColumn;
    const auto first = table_program(framework, now, columns);
    const Framework copy = framework;
    EXPECT_EQ(table_program(copy, now, columns), first) << "copies share it";
    columns[0].format.kind = NumberFormat::Kind::kFloat;
    EXPECT_NE(table_program(framework, now, columns), first) << "a float is compared with other numbers";
    EXPECT_NE(table_program(new_framework(), now, columns), first);
}

TEST(TableProgram, IsNotKeptLongerThanItsFramework) {
    std::weak_ptr<const TableProgram> kept;
    {
        const Framework framework = new_framework();
        kept = table_program(framework, options_now().as_of, std::vector<InputColumn>(framework.program().inputs.size()));
        EXPECT_FALSE(kept.expired());
    }
    EXPECT_TRUE(kept.expired());
}

TEST(TableProgram, TablesInTurnHaveTheAnswersOfEachAlone) {
    const std::vector<Judged> tables = unlike_tables();
    ASSERT_GT(tables.size(), Keeper::kMostThings) << "some are compiled again";
    const Framework framework = new_framework();
    for (int turn = 0; turn < 3; ++turn)
        for (std::size_t i = 0; i < tables.size(); ++i) EXPECT_EQ(answers_of(framework, tables[i]), answers_of(new_framework(), tables[i])) << "table " << i << ", turn " << turn;
}

TEST(TableProgram, ServesSeveralThreads) {
    const std::vector<Judged> tables = unlike_tables();
    std::vector<std::string> wanted;
    for (const Judged& one : tables) wanted.push_back(answers_of(new_framework(), one));
    const Framework framework = new_framework();
    std::atomic<int> wrong{0};
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                for (std::size_t i = 0; i < 12; ++i) wrong += answers_of(framework, tables[(i + t) % tables.size()]) != wanted[(i + t) % tables.size()];
            });
    }
    EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace schoolimp::test

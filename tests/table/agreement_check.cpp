#include "table/agreement_check.hpp"

#include <gtest/gtest.h>

#include "table/agreement.hpp"
#include "table/judge_table_with.hpp"

namespace schoolimp::test {

namespace {

int pick(std::mt19937& random, int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); }

/// Some cells become constants of all rows, some are taken away.
void unify(const std::vector<Cell>& cells, std::vector<Row>& rows, RowMaker& maker, std::mt19937& random, std::map<std::string, ObservedValue>& constants) {
    for (const Cell& cell : cells) {
        const bool has_date = std::any_of(cells.begin(), cells.end(), [&](const Cell& other) { return other.is_date_of_observation() && other.indicator == cell.indicator; });
        const int fate = pick(random, 0, 19);
        if (fate > 3 || has_date || rows.size() < 2) continue;
        const bool is_constant = fate < 2 || (cell.input.kind == InputKind::kNational && fate < 3);
        const ObservedValue value = pick(random, 0, 5) == 0 && cell.is_own() ? ObservedValue(MissingReason::kNotApplicable) : maker.value(cell);
        if (is_constant) constants[cell.name] = value;
        for (Row& row : rows) {
            row.erase(cell.name);
            if (is_constant) row[cell.name] = value;
        }
    }
}

/// The columns of all cells but those that are constants.
std::vector<arrow_tests::Node> varying_columns(const std::vector<Cell>& cells, const std::vector<Row>& rows, std::mt19937& random, const std::map<std::string, ObservedValue>& constants) {
    std::vector<Cell> varying;
    for (const Cell& cell : cells)
        if (constants.count(cell.name) == 0) varying.push_back(cell);
    return columns_of(varying, rows, random);
}

struct Layout {
    std::vector<std::int64_t> sizes;
    int threads;
    std::size_t kernels;
};

std::vector<Layout> layouts(bool all) {
    constexpr auto kBlock = static_cast<std::int64_t>(kBlockRows);
    const std::vector<std::vector<std::int64_t>> sizes = {{}, {1, 1, 1, 1000}, {63, 64, 65, 2000}, {1023, 1024, 1025}, {kBlock - 1}, {kBlock}, {kBlock + 1}, {1, 64, kBlock + 6, 5}};
    std::vector<Layout> made;
    std::size_t number = 0;
    for (std::size_t kernels = 0; kernels < available_kernels().size(); ++kernels)
        for (const auto& one : sizes)
            for (const int threads : {1, 2, 7})
                if (all || number++ % 31 == 0) made.push_back({one, threads, kernels});
    return made;
}

/// Enough rows for several blocks, by repeating.
std::vector<Row> repeated(const std::vector<Row>& rows, std::size_t count) {
    std::vector<Row> many;
    for (std::size_t i = 0; i < count; ++i) many.push_back(rows[i % rows.size()]);
    return many;
}

void check_layouts(const Framework& framework, const std::vector<arrow_tests::Node>& columns, const TableOptions& options, bool all, const std::string& about) {
    std::string wanted;
    for (const Layout& layout : layouts(all)) {
        TableOptions own = options;
        own.threads = layout.threads;
        own.search_limit = 60;  // Where a search stops does not depend on the layout either.
        const Kernels& kernels = *available_kernels()[layout.kernels];
        const Result<TableJudgement> judged = judge_table_with(framework, table_of(columns, layout.sizes), own, kernels);
        ASSERT_TRUE(judged.ok()) << about << ": " << judged.status().message();
        if (wanted.empty()) wanted = bytes_of(*judged);
        ASSERT_TRUE(bytes_of(*judged) == wanted) << about << ": kernels " << kernels.name << ", threads " << layout.threads << ", chunks of " << (layout.sizes.empty() ? 0 : layout.sizes.front());
    }
}

}  // namespace

std::vector<Row> random_rows(const Framework& framework, const std::vector<Cell>& cells, std::size_t count, std::mt19937& random) {
    RowMaker maker(framework, cells, random);
    std::vector<Row> rows;
    for (std::size_t i = 0; i < count; ++i) {
        const Gaps gaps = i % 5 == 0 ? Gaps{0, i % 10 == 0 ? 0 : 10} : i % 23 == 0 ? Gaps{100, 0} : Gaps{pick(random, 2, 50), pick(random, 0, 15)};
        rows.push_back(maker.row(gaps));
    }
    return rows;
}

void check_agreement(const Framework& framework, std::mt19937& random, const CheckOptions& options, const std::string& title) {
    std::string about = title;
    const std::vector<Cell> cells = cells_read_by(framework);
    std::vector<Row> rows = random_rows(framework, cells, options.rows, random);
    RowMaker maker(framework, cells, random);
    TableOptions table_options;
    table_options.as_of = kAsOf;
    table_options.key = "urn";
    table_options.search_limit = options.search_limit;
    if (pick(random, 0, 1) == 1) unify(cells, rows, maker, random, table_options.constants);
    if (std::none_of(cells.begin(), cells.end(), [&](const Cell& cell) { return rows.front().count(cell.name) != 0; })) return;
    for (const auto& [name, value] : table_options.constants) about += ", constant " + name;
    for (const Cell& cell : cells)
        if (rows.front().count(cell.name) == 0) about += ", absent " + cell.name;
    const Result<TableJudgement> judged = judge_table(framework, table_of(varying_columns(cells, rows, random, table_options.constants)), table_options);
    ASSERT_TRUE(judged.ok()) << about << ": " << judged.status().message();
    ASSERT_EQ(judged->rows(), static_cast<std::int64_t>(rows.size()));
    ASSERT_EQ(judged->failed(), 0) << about << ": " << to_string(judged->failures().front());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = static_cast<std::int64_t>(i);
        const Result<Judgement> wanted = judge_row(framework, cells, rows[i], "s" + std::to_string(i), options.search_limit);
        ASSERT_TRUE(wanted.ok()) << about << ", row " << i << ": " << wanted.status().message();
        ASSERT_EQ(difference(*judged, row, *wanted), "") << about << ", row " << i << "; explained: " << difference_of_explanation(judged->explain(row).value(), *wanted, cells);
        if (i >= options.explained) continue;
        const Result<Judgement> explained = judged->explain(row);
        ASSERT_TRUE(explained.ok()) << about << ", row " << i << ": " << explained.status().message();
        ASSERT_EQ(difference_of_explanation(*explained, *wanted, cells), "") << about << ", row " << i;
    }
    const std::vector<Row> many = repeated(rows, options.repeated_to);
    check_layouts(framework, varying_columns(cells, many, random, table_options.constants), table_options, options.all_layouts, about);
}

}  // namespace schoolimp::test

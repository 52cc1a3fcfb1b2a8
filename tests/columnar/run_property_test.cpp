// The planes of a column program say what evaluating each row by itself says: on thousands of random programs, tables and gaps, for all kernels.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "columnar/block_runner.hpp"
#include "evaluate/random_program.hpp"
#include "expression/evaluate.hpp"
#include "expression/possible.hpp"
#include "expression/program_index.hpp"

namespace schoolimp::test {
namespace {

/// A block of a random table: values by input and row, and the same as arrays.
class RandomBlock {
public:
    RandomBlock(std::mt19937& random, const RandomProgram& made, std::size_t rows) : rows_(rows) {
        const auto pick = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
        const std::size_t inputs = made.program.inputs.size();
        columns.resize(inputs);
        storage_.resize(inputs);
        for (std::size_t i = 0; i < inputs; ++i) {
            Storage& storage = storage_[i];
            storage.numbers.assign(kBlockRows, -1e300);
            storage.codes.assign(kBlockRows, kNoCode);
            storage.present.assign(kPlaneWords, 0);
            storage.not_applicable.assign(kPlaneWords, 0);
            storage.values.assign(rows, unknown_value());
            const std::vector<Value> values = values_of(made.admissible[i]);
            const auto any = [&] { return values[static_cast<std::size_t>(pick(0, static_cast<int>(values.size()) - 1))]; };
            const int kind = pick(0, 9);
            if (kind == 0) continue;  // No column.
            if (kind == 1) {
                columns[i].source = InputColumn::Source::kConstant;
                columns[i].constant = pick(0, 4) == 0 ? not_applicable_value() : any();
                storage.values.assign(rows, columns[i].constant);
                continue;
            }
            columns[i].source = InputColumn::Source::kColumn;
            columns[i].may_be_not_applicable = pick(0, 1) == 1;
            columns[i].format = {static_cast<NumberFormat::Kind>(pick(0, 2)), 1};
            const int gaps = pick(1, 6);
            for (std::size_t row = 0; row < rows; ++row) {
                if (pick(0, 6) < gaps) continue;
                if (columns[i].may_be_not_applicable && pick(0, 5) == 0) {
                    storage.values[row] = not_applicable_value();
                    storage.not_applicable[row / 64] |= std::uint64_t{1} << (row % 64);
                    continue;
                }
                put(storage, columns[i].format, row, any());
            }
        }
        for (std::size_t i = 0; i < inputs; ++i)
            blocks.push_back({storage_[i].numbers.data(), storage_[i].codes.data(), storage_[i].present.data(), storage_[i].not_applicable.data()});
    }

    std::vector<Value> row(std::size_t row) const {
        std::vector<Value> values;
        for (const Storage& storage : storage_) values.push_back(storage.values[row]);
        return values;
    }
    Value at(int input, std::size_t row) const { return storage_[static_cast<std::size_t>(input)].values[row]; }
    std::size_t rows() const { return rows_; }

    std::vector<InputColumn> columns;
    std::vector<InputBlock> blocks;

private:
    struct Storage {
        std::vector<Value> values;
        std::vector<double> numbers;
        std::vector<std::uint8_t> codes;
        std::vector<std::uint64_t> present, not_applicable;
    };
    static void put(Storage& storage, const NumberFormat& format, std::size_t row, const Value& value) {
        storage.values[row] = value;
        storage.present[row / 64] |= std::uint64_t{1} << (row % 64);
        storage.codes[row] = static_cast<std::uint8_t>(value.code());
        const double number = value.scalar.to_double();
        storage.numbers[row] = format.kind == NumberFormat::Kind::kDouble  ? number
                               : format.kind == NumberFormat::Kind::kFloat ? static_cast<double>(static_cast<float>(number))
                                                                           : static_cast<double>(multiply(value.scalar, Decimal(10))->coefficient());
    }
    std::size_t rows_;
    std::vector<Storage> storage_;
};

bool has_bit(const std::uint64_t* plane, std::size_t row) { return ((plane[row / 64] >> (row % 64)) & 1) != 0; }

struct Counts {
    int rows = 0, open = 0, inexact = 0, possible_compared = 0;
};

/// Rows in which the planes and the row by itself differ, in words.
std::string differences(const RandomProgram& made, const Program& program, const ProgramIndex& index, const RandomBlock& block, const BlockRunner& runner,
                        const ColumnProgram& columns, Counts& counts) {
    Evaluator evaluator(program);
    for (std::size_t row = 0; row < block.rows(); ++row) {
        ++counts.rows;
        const std::string place = "row " + std::to_string(row) + ": ";
        if (has_bit(runner.inexact(), row)) {
            ++counts.inexact;
            continue;
        }
        const auto set = [&](int plane) { return has_bit(runner.plane(plane), row); };
        const std::vector<Value> values = block.row(row);
        evaluator.run(values);
        for (std::size_t i = 0; i < program.criteria.size(); ++i) {
            const CriterionPlanes& planes = columns.criteria()[i];
            const Truth seen = set(planes.met) ? Truth::kTrue : set(planes.not_met) ? Truth::kFalse : set(planes.unknown) ? Truth::kUnknown : Truth::kNotApplicable;
            if (set(planes.met) + set(planes.not_met) + set(planes.unknown) > 1) return place + "two states of node " + std::to_string(program.criteria[i]);
            const Truth wanted = evaluator.value(program.criteria[i]).truth();
            if (seen != wanted) return place + "node " + std::to_string(program.criteria[i]) + " is " + std::string(to_word(seen)) + ", not " + std::string(to_word(wanted));
        }
        const JudgementPlanes& planes = columns.judgements()[0];
        const Value& level = evaluator.value(made.root);
        std::vector<MissingInput> missing;
        for (std::size_t i = 0; i < values.size(); ++i)
            if (values[i].unknown()) missing.push_back({static_cast<int>(i), made.admissible[i], -1});
        const PossibleLevels possible = possible_levels(evaluator, index, missing, made.root, 20000);
        std::vector<int> seen;
        for (std::size_t rank = 0; rank < planes.possible.size(); ++rank)
            if (set(planes.possible[rank])) seen.push_back(static_cast<int>(rank));
        if (!possible.exact) continue;
        int suggested = 0;  // As a byte with a sign.
        for (int bit = 0; bit < 8; ++bit) suggested += (set(planes.suggested[static_cast<std::size_t>(bit)]) ? 1 : 0) * (bit == 7 ? -128 : 1 << bit);
        const int scale = program.nodes[static_cast<std::size_t>(made.root)].type.scale;
        const int rank = level.known() ? level.code() : set(planes.only_possible) ? possible.ranks.front() : -1;
        if (suggested != (rank < 0 ? -1 : program.scales[static_cast<std::size_t>(scale)].position_of(rank))) return place + "suggested " + std::to_string(suggested);
        if (!std::includes(seen.begin(), seen.end(), possible.ranks.begin(), possible.ranks.end())) return place + "a possible level is missing";
        if (set(planes.open)) {
            ++counts.open;
            continue;
        }
        ++counts.possible_compared;
        if (seen != possible.ranks) return place + "a level is called possible that is not";
        if (set(planes.only_possible) != possible.every_filling) return place + "only possible";
        if (set(planes.not_applicable) != (level.not_applicable() && !possible.every_filling)) return place + "not applicable";
    }
    return {};
}

TEST(ColumnProgram, SaysOfEachRowWhatTheRowByItselfSays) {
    Counts counts;
    for (unsigned seed = 0; seed < 1500; ++seed) {
        std::mt19937 random(seed);
        RandomOptions options;
        options.inputs = 2 + static_cast<int>(seed % 5);
        options.inner_nodes = 4 + static_cast<int>(seed % 20);
        RandomProgram made = random_program(random, options);
        if (made.together[0] >= 0) continue;  // An observation and its date: tests/table has them.
        Program program = made.program;
        for (std::size_t i = 0; i < program.nodes.size(); ++i)
            if (program.nodes[i].type.value == ValueType::kBoolean) program.criteria.push_back(static_cast<int>(i));
        const ProgramIndex index(program);
        const RandomBlock block(random, made, seed % 7 == 0 ? kBlockRows : 70);
        const ColumnProgram columns(program, index, block.columns, made.admissible);
        for (const Kernels* kernels : available_kernels()) {
            BlockRunner runner(columns, columns.planes(), *kernels);
            runner.run(block.blocks, block.rows(), [&](int input, std::size_t row) { return block.at(input, row); });
            const std::string difference = differences(made, program, index, block, runner, columns, counts);
            ASSERT_EQ(difference, "") << "seed " << seed << ", kernels " << kernels->name;
            if (seed % 10 != 0) break;  // The gates are the same: a part of the programs is enough for the other kernels.
        }
    }
    EXPECT_GT(counts.possible_compared, counts.rows / 2);
    RecordProperty("open", counts.open);
    std::printf("rows %d, compared %d, open %d, inexact %d\n", counts.rows, counts.possible_compared, counts.open, counts.inexact);
}

}  // namespace
}  // namespace schoolimp::test

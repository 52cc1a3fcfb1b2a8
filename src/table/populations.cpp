#include "table/populations.hpp"

#include <algorithm>

#include "columnar/row_program.hpp"
#include "table/block_loader.hpp"

namespace schoolimp::inline v0 {

namespace {

/// A population function that has to be worked out.
struct Wanted {
    std::size_t input;
    const Population* population;
    PopulationRows rows;
};

std::vector<Wanted> wanted_populations(const Program& program, const Binding& binding, std::int64_t rows) {
    std::vector<Wanted> wanted;
    for (std::size_t i = 0; i < program.inputs.size(); ++i) {
        const Input& input = program.inputs[i];
        const bool is_there = binding.cells[i].column >= 0 || binding.cells[i].constant;
        if (input.kind != InputKind::kPopulation || is_there) continue;
        wanted.push_back({i, &program.populations[static_cast<std::size_t>(input.population)], PopulationRows(static_cast<std::size_t>(rows))});
    }
    return wanted;
}

bool has_bit(const std::uint64_t* plane, std::size_t row) { return ((plane[row / 64] >> (row % 64)) & 1) != 0; }

}  // namespace

void add_populations(const Framework& framework, const Table& table, const Kernels& kernels, Binding& binding) {
    const Program& program = framework.program();
    std::vector<Wanted> wanted = wanted_populations(program, binding, table.rows());
    if (wanted.empty()) return;
    std::vector<int> nodes;
    for (const Wanted& one : wanted) {
        nodes.push_back(one.population->value);
        if (one.population->eligible >= 0) nodes.push_back(one.population->eligible);
    }
    RowProgram rows(program, nodes);
    BlockLoader loader(binding, data_of(table), kernels);
    TextTable texts(program);
    for (const Block& block : blocks_of(data_of(table))) {
        loader.load(block);
        for (std::size_t row = 0; row < block.rows; ++row) {
            if (has_bit(loader.failing(), row)) continue;
            rows.run([&](int input) { return loader.value_at(input, row, texts); });
            for (Wanted& one : wanted) {
                const Truth eligible = one.population->eligible < 0 ? Truth::kTrue : rows.value(one.population->eligible).truth();
                one.rows.set(static_cast<std::size_t>(block.row) + row, rows.value(one.population->value), eligible);
            }
        }
    }
    for (Wanted& one : wanted) {
        auto figures = std::make_shared<const PopulationFigures>(*one.population, one.rows);
        BoundCell& cell = binding.cells[one.input];
        if (figures->is_common() && table.rows() > 0 && figures->of(0).known()) cell.constant = figures->of(0);
        cell.figures = cell.constant ? nullptr : std::move(figures);
    }
}

}  // namespace schoolimp::inline v0

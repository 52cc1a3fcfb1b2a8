#include "table/table_program.hpp"

#include <algorithm>

#include "judgement/admissible.hpp"

namespace schoolimp::inline v0 {

namespace {

/// Admissible values of missing cells in the codes of columns: texts the program does not name share one code.
std::vector<Admissible> admissible_in_columns(const Framework& framework, const AsOf& as_of) {
    const Program& program = framework.program();
    TextTable texts(program);
    const int named = texts.size();
    const std::vector<Value> nothing(program.inputs.size());
    const AdmissibleValues values(framework, nothing, as_of, texts);
    std::vector<Admissible> admissible;
    for (std::size_t i = 0; i < program.inputs.size(); ++i) {
        Admissible one = values.of(program.inputs[i]);
        const auto nodes = framework.program_index().nodes_of_input(static_cast<int>(i));
        const bool is_text = !nodes.empty() && program.nodes[static_cast<std::size_t>(nodes.front())].type.value == ValueType::kText;
        if (is_text) {
            const std::uint64_t other = std::uint64_t{1} << named;
            one.codes = (one.codes & (other - 1)) | ((one.codes & ~(other - 1)) != 0 ? other : 0);
        }
        admissible.push_back(one);
    }
    return admissible;
}

}  // namespace

std::shared_ptr<const TableProgram> table_program(const Framework& framework, const AsOf& as_of, std::vector<InputColumn> columns) {
    std::vector<Admissible> admissible = admissible_in_columns(framework, as_of);
    const auto fits = [&](const TableProgram& kept) {
        return std::ranges::equal(kept.columns().columns(), columns) && std::ranges::equal(kept.columns().admissible(), admissible);
    };
    return framework.keeper().find_or_make<TableProgram>(
        fits, [&] { return std::make_shared<const TableProgram>(framework.program(), framework.program_index(), std::move(columns), std::move(admissible)); });
}

}  // namespace schoolimp::inline v0

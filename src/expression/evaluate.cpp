#include "expression/evaluate.hpp"

#include <algorithm>

#include "expression/program_index.hpp"

namespace schoolimp::inline v0 {

TextTable::TextTable(const Program& program) {
    for (const Constant& constant : program.constants)
        if (const auto* text = std::get_if<std::string>(&constant)) token(*text);
}

int TextTable::token(std::string_view text) {
    const auto place_in = [&](const auto& texts) { return std::find(texts.begin(), texts.end(), text) - texts.begin(); };
    const auto named = static_cast<std::ptrdiff_t>(named_.size()), added = static_cast<std::ptrdiff_t>(added_.size());
    if (const auto place = place_in(named_); place < named) return static_cast<int>(place);
    if (const auto place = place_in(added_); place < added) return static_cast<int>(named + place);
    added_.emplace_back(text);
    return size() - 1;
}

Value constant_value(const Constant& constant, TextTable& texts) {
    if (const auto* number = std::get_if<Decimal>(&constant)) return number_value(*number);
    if (const auto* boolean = std::get_if<bool>(&constant)) return boolean_value(*boolean);
    if (const auto* rank = std::get_if<int>(&constant)) return level_value(*rank);
    if (const auto* date = std::get_if<Date>(&constant)) return date_value(*date);
    return text_value(texts.token(std::get<std::string>(constant)));
}

Evaluator::Evaluator(const Program& program) : program_(&program), texts_(program), values_(program.nodes.size()) {
    for (std::size_t i = 0; i < program.nodes.size(); ++i)
        if (program.nodes[i].op == Op::kConstant)
            values_[i] = constant_value(program.constants[static_cast<std::size_t>(program.nodes[i].payload)], texts_);
}

Evaluator::Evaluator(const ProgramIndex& index) : program_(&index.program()), texts_(index.texts()), values_(index.constant_values()) {}

void Evaluator::run(std::span<const Value> inputs) {
    Value* const values = values_.data();
    for (std::size_t i = 0; i < program_->nodes.size(); ++i) {
        const Node& node = program_->nodes[i];
        if (node.op == Op::kConstant) continue;
        values[i] = node.op == Op::kInput ? inputs[static_cast<std::size_t>(node.payload)] : apply(*program_, node, Arguments(*program_, node, values));
    }
}

}  // namespace schoolimp::inline v0

#include "framework/dump.hpp"

#include <map>

#include "framework/document.hpp"

namespace schoolimp::test {

namespace {

const std::map<Op, std::string> kNames = {
    {Op::kAnd, "and"},
    {Op::kOr, "or"},
    {Op::kNot, "not"},
    {Op::kEqual, "equal"},
    {Op::kNotEqual, "not_equal"},
    {Op::kLess, "less"},
    {Op::kLessEqual, "at_most_equal"},
    {Op::kGreater, "greater"},
    {Op::kGreaterEqual, "at_least_equal"},
    {Op::kAdd, "add"},
    {Op::kSubtract, "subtract"},
    {Op::kMultiply, "multiply"},
    {Op::kDivide, "divide"},
    {Op::kNegate, "negate"},
    {Op::kConditional, "if"},
    {Op::kGuard, "guard"},
    {Op::kKnown, "known"},
    {Op::kApplicable, "applicable"},
    {Op::kOrElse, "or_else"},
    {Op::kAtLeast, "at_least"},
    {Op::kAtMost, "at_most"},
    {Op::kExactly, "exactly"},
    {Op::kCount, "count"},
    {Op::kShare, "share"},
    {Op::kMinimum, "min"},
    {Op::kMaximum, "max"},
    {Op::kMinimumKnown, "min_known"},
    {Op::kMaximumKnown, "max_known"},
    {Op::kAbsolute, "abs"},
    {Op::kRound, "round"},
    {Op::kMean, "mean"},
    {Op::kMapLevel, "map_level"},
    {Op::kBands, "bands"},
    {Op::kMatrix, "matrix"},
    {Op::kScore, "score"},
    {Op::kFirst, "first"},
    {Op::kUnique, "unique"},
    {Op::kBestFit, "best_fit"},
    {Op::kCap, "cap"},
    {Op::kFloor, "floor"},
};

bool has_payload(Op op) {
    switch (op) {
        case Op::kAtLeast:
        case Op::kAtMost:
        case Op::kExactly:
        case Op::kRound:
        case Op::kMinimumKnown:
        case Op::kMaximumKnown:
        case Op::kMapLevel:
        case Op::kBands:
        case Op::kMatrix:
        case Op::kScore:
        case Op::kBestFit: return true;
        default: return false;
    }
}

std::string dump_constant(const Framework& framework, const Node& node) {
    const Program& program = framework.program();
    const Constant& value = program.constants[static_cast<std::size_t>(node.payload)];
    if (const Decimal* decimal = std::get_if<Decimal>(&value)) return to_string(*decimal);
    if (const bool* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
    if (const std::string* text = std::get_if<std::string>(&value)) return "'" + *text + "'";
    if (const Date* date = std::get_if<Date>(&value)) return to_string(*date);
    const auto scale_index = static_cast<std::size_t>(node.type.scale);
    const Scale& scale = framework.document().scales[scale_index];
    return scale.id + "." + scale.levels[static_cast<std::size_t>(program.scales[scale_index].position_of(std::get<int>(value)))].id;
}

std::string dump_population(const Framework& framework, const Population& population) {
    std::string text = population.function == Function::kRank ? "{rank " : population.function == Function::kPercentile ? "{percentile " : "{quantile:";
    if (population.function == Function::kQuantile) text += to_string(population.parameter) + " ";
    text += dump(framework, population.value);
    if (population.eligible >= 0) text += " among " + dump(framework, population.eligible);
    return text + "}";
}

std::string dump_input(const Framework& framework, const Input& input) {
    const std::string id = input.indicator < 0 ? std::string() : framework.document().indicators[static_cast<std::size_t>(input.indicator)].id;
    std::string text = id + (input.group.empty() ? "" : "[" + input.group + "]");
    switch (input.kind) {
        case InputKind::kIndicator: break;
        case InputKind::kObservedOn: text = "observed_on(" + text + ")"; break;
        case InputKind::kNational: text = "national(" + text + ")"; break;
        case InputKind::kSchoolPhase: text = "school.phase"; break;
        case InputKind::kSchoolType: text = "school.type"; break;
        case InputKind::kSchoolJoined: text = "school.joined"; break;
        case InputKind::kSchoolPupils: text = "school.pupils"; break;
        case InputKind::kPopulation: return dump_population(framework, framework.program().populations[static_cast<std::size_t>(input.population)]);
    }
    return input.shift == 0 ? text : text + "@" + std::to_string(input.shift);
}

}  // namespace

std::string dump(const Framework& framework, int index) {
    const Program& program = framework.program();
    const Node& node = program.nodes[static_cast<std::size_t>(index)];
    if (node.op == Op::kConstant) return dump_constant(framework, node);
    if (node.op == Op::kInput) return dump_input(framework, program.inputs[static_cast<std::size_t>(node.payload)]);
    std::string text = "(" + kNames.at(node.op);
    if (has_payload(node.op)) text += ":" + std::to_string(node.payload);
    for (int i = 0; i < node.argument_count; ++i) text += " " + dump(framework, program.arguments[static_cast<std::size_t>(node.first_argument + i)]);
    return text + ")";
}

std::string lowered(const std::string& value) {
    FrameworkDocument document = sample();
    document.measures.push_back(expression("probe", value));
    const Result<Framework> framework = Framework::compile(document, "hash");
    return framework.ok() ? dump(*framework, framework->program().measures.back()) : "error: " + framework.status().message();
}

}  // namespace schoolimp::test

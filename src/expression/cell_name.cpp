#include "expression/cell_name.hpp"

namespace schoolimp::inline v0 {

namespace {

std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') result += '\\';
        result += c;
    }
    return result + "'";
}

std::string indicator_name(const FrameworkDocument& document, const Input& input) {
    const std::string& id = document.indicators[static_cast<std::size_t>(input.indicator)].id;
    return input.group.empty() ? id : id + "[" + quoted(input.group) + "]";
}

std::string unshifted_name(const FrameworkDocument& document, const Input& input) {
    switch (input.kind) {
        case InputKind::kIndicator: return indicator_name(document, input);
        case InputKind::kObservedOn: return "observed_on(" + indicator_name(document, input) + ")";
        case InputKind::kNational: return "national(" + indicator_name(document, input) + ")";
        case InputKind::kSchoolPhase: return "school.phase";
        case InputKind::kSchoolType: return "school.type";
        case InputKind::kSchoolJoined: return "school.joined";
        case InputKind::kSchoolPupils: return "school.pupils";
        case InputKind::kPopulation: break;
    }
    return {};
}

}  // namespace

std::string cell_name(const FrameworkDocument& document, const Program& program, const Input& input) {
    if (input.kind != InputKind::kPopulation) return cell_name(document, input);
    return program.texts[static_cast<std::size_t>(program.populations[static_cast<std::size_t>(input.population)].text)];
}

std::string cell_name(const FrameworkDocument& document, const Input& input) {
    const std::string name = unshifted_name(document, input);
    if (input.shift == 0) return name;
    return input.shift == 1 ? "prior(" + name + ")" : "prior(" + name + ", " + std::to_string(input.shift) + ")";
}

}  // namespace schoolimp::inline v0

#include "framework/type_checker.hpp"

#include <algorithm>
#include <utility>

#include "expression/parser.hpp"
#include "expression/printer.hpp"
#include "schoolimp/core/suggestion.hpp"
#include "schoolimp/framework/words.hpp"

namespace schoolimp::inline v0 {

namespace {

bool is_order(Comparator comparator) { return comparator != Comparator::kEqual && comparator != Comparator::kNotEqual; }

}  // namespace

void TypeChecker::check(TypedExpression& expression, const Pointer& pointer) {
    expression_ = &expression;
    pointer_ = pointer;
    const Facts& facts = visit(*expression.parsed.root);
    if (facts.depth > kMaxDefinitionDepth)
        error(*expression.parsed.root, "too_deep", "definitions nest more than " + std::to_string(kMaxDefinitionDepth) + " levels deep",
              "shorten the chain of measures and criteria");
}

void TypeChecker::report(const TypedExpression& expression, const Pointer& pointer, const std::string& code, const std::string& message,
                         const std::string& hint) {
    issues_.add(to_issue({expression.parsed.root->offset, code, message, hint}, expression.parsed.source, pointer.text()));
}

void TypeChecker::error(const Ast& node, std::string code, std::string message, std::string hint) {
    issues_.add(to_issue({node.offset, std::move(code), std::move(message), std::move(hint)}, expression_->parsed.source, pointer_.text()));
}

std::string TypeChecker::suggestion(const std::string& name, const std::vector<std::string>& candidates) const {
    return issues_.suggests() ? did_you_mean(name, candidates) : std::string();
}

const Facts& TypeChecker::visit(const Ast& node) {
    NodeNote note;
    note.facts.type = type_of(node, note);
    NodeNote& kept = expression_->notes[static_cast<std::size_t>(node.id)];
    kept = std::move(note);
    return kept.facts;
}

std::optional<Type> TypeChecker::type_of(const Ast& node, NodeNote& note) {
    switch (node.kind) {
        case AstKind::kNumber: return number_type();
        case AstKind::kBoolean: return kBooleanType;
        case AstKind::kText: return kTextType;
        case AstKind::kName: return name(node, note);
        case AstKind::kIndex: return index(node, note);
        case AstKind::kNot:
        case AstKind::kAnd:
        case AstKind::kOr: return logic(node, note);
        case AstKind::kNegate: return negate(node, note);
        case AstKind::kCompare: return compare(node, note);
        case AstKind::kIn: return membership(node, note);
        case AstKind::kSum: return sum(node, note);
        case AstKind::kProduct: return product(node, note);
        case AstKind::kConditional: return conditional(node, note);
        case AstKind::kCall: return call(node, note);
    }
    return std::nullopt;
}

std::optional<Type> TypeChecker::part(const Ast& operand, NodeNote& note) {
    const Facts& facts = visit(operand);
    note.facts.include(facts);
    return facts.type;
}

std::optional<Type> TypeChecker::part_of_type(const Ast& operand, NodeNote& note, ValueType wanted) {
    const OptionalType type = part(operand, note);
    if (!type || type->value == wanted) return type;
    const bool could_compare = wanted == ValueType::kBoolean && type->value != ValueType::kBoolean;
    error(operand, "wrong_type", "expected " + describe(Type{wanted, -1, std::nullopt}, document_) + ", found " + describe(*type, document_),
          could_compare ? "compare it with a value" : "");
    return std::nullopt;
}

// --- names

std::optional<Type> TypeChecker::name(const Ast& node, NodeNote& note) {
    const Symbol* symbol = symbols_.find(node.text);
    if (symbol != nullptr) {
        note.symbol = *symbol;
        return symbol_type(*symbol, note);
    }
    std::string hint;
    if (symbols_.dimensions.contains(node.text))
        hint = "'" + node.text + "' is a dimension: it stands first in any, all and share";
    else if (symbols_.crosswalks.contains(node.text))
        hint = "'" + node.text + "' is a crosswalk: it stands first in map_level";
    else if (symbols_.scales.contains(node.text))
        hint = "'" + node.text + "' is a scale: write one of its levels, as in " + node.text + ".<level>";
    else if (const FunctionInfo* function = find_function(node.text))
        hint = "write " + std::string(function->usage);
    else
        hint = suggestion(node.text, symbols_.expression_names());
    error(node, "unknown_name", "unknown name " + quoted(node.text), hint);
    return std::nullopt;
}

std::optional<Type> TypeChecker::symbol_type(const Symbol& symbol, NodeNote& note) {
    const auto defined = [&note](const Facts& facts) {
        note.facts.include(facts);
        return facts.type;
    };
    const auto index = static_cast<std::size_t>(symbol.index);
    switch (symbol.kind) {
        case SymbolKind::kIndicator: return defined(definitions_.indicators[index]);
        case SymbolKind::kMeasure: return defined(definitions_.measures[index]);
        case SymbolKind::kCriterion: return defined(definitions_.criteria[index]);
        case SymbolKind::kLevel: return level_type(symbol.index);
        case SymbolKind::kSchoolPhase:
        case SymbolKind::kSchoolType: return kTextType;
        case SymbolKind::kSchoolJoined: return kDateType;
        case SymbolKind::kSchoolPupils: return number_type(Unit::kPupils);
    }
    return std::nullopt;
}

std::optional<Type> TypeChecker::index(const Ast& node, NodeNote& note) {
    const OptionalType type = name(node, note);
    if (symbols_.find(node.text) == nullptr) return std::nullopt;
    if (note.symbol.kind != SymbolKind::kIndicator) {
        error(node, "bad_index", quoted(node.text) + " is not an indicator and has no groups", "only an indicator with a dimension is read for a group");
        return std::nullopt;
    }
    const Indicator& indicator = document_.indicators[static_cast<std::size_t>(note.symbol.index)];
    const int dimension = symbols_.dimensions.find(indicator.dimension);
    if (dimension < 0) {
        if (indicator.dimension.empty())
            error(node, "bad_index", "indicator " + quoted(node.text) + " has no dimension and so no groups", "write it without [...]");
        return std::nullopt;
    }
    note.facts.remove_dimension(dimension);
    std::vector<std::string> members;
    for (const DimensionMember& member : document_.dimensions[static_cast<std::size_t>(dimension)].members) {
        if (member.id == node.member) return type;
        members.push_back(member.id);
    }
    error(node, "unknown_group", "dimension " + quoted(indicator.dimension) + " has no member " + quoted(node.member), suggestion(node.member, members));
    return std::nullopt;
}

// --- operators

std::optional<Type> TypeChecker::logic(const Ast& node, NodeNote& note) {
    bool good = true;
    for (const AstPtr& operand : node.operands) good = condition(*operand, note) && good;
    // Whatever was wrong inside, the whole is a condition: no second error above it.
    return kBooleanType;
}

std::optional<Type> TypeChecker::negate(const Ast& node, NodeNote& note) { return part_of_type(node.operand(0), note, ValueType::kNumber); }

bool TypeChecker::alike(const Ast& right_node, const Type& left, const Type& right) {
    const std::string both = describe(left, document_) + " and " + describe(right, document_);
    if (left.value != right.value) {
        std::string hint;
        if (left.value == ValueType::kLevel && right.value == ValueType::kText && right_node.kind == AstKind::kText)
            hint = "levels are written without quotes: " + document_.scales[static_cast<std::size_t>(left.scale)].id + "." + right_node.text;
        error(right_node, "wrong_type", both + " do not go together", hint);
        return false;
    }
    if (left.value == ValueType::kLevel && left.scale != right.scale) {
        error(right_node, "scale_mismatch", both + " do not go together: levels compare only within their own scale", "take one of them over with map_level");
        return false;
    }
    if (left.value == ValueType::kNumber && left.unit && right.unit && left.unit != right.unit) {
        error(right_node, "unit_mismatch", both + " do not go together", "numbers with different units do not mix");
        return false;
    }
    return true;
}

bool TypeChecker::ordered(const Ast& node, const Type& type, const std::string& what) {
    if (type.value == ValueType::kBoolean || type.value == ValueType::kText) {
        error(node, "wrong_type", what + " does not apply to " + describe(type, document_),
              type.value == ValueType::kText ? "texts compare with ==, != and in" : "conditions compare with == and !=");
        return false;
    }
    if (type.value == ValueType::kLevel && document_.scales[static_cast<std::size_t>(type.scale)].order == ScaleOrder::kNone) {
        error(
            node, "unordered_scale",
            "the levels of " + quoted(document_.scales[static_cast<std::size_t>(type.scale)].id) + " have no order of quality, so " + what + " does not apply",
            "compare them with ==, != or in");
        return false;
    }
    return true;
}

std::optional<Type> TypeChecker::compare(const Ast& node, NodeNote& note) {
    const OptionalType left = part(node.operand(0), note), right = part(node.operand(1), note);
    if (!left || !right) return kBooleanType;
    if (alike(node.operand(1), *left, *right) && is_order(node.comparator)) ordered(node, *left, quoted(symbol_of(node.comparator)));
    check_phase_word(node.operand(0), node.operand(1));
    check_phase_word(node.operand(1), node.operand(0));
    check_bounds(node.operand(0), node.operand(1));
    check_bounds(node.operand(1), node.operand(0));
    return kBooleanType;
}

std::optional<Type> TypeChecker::membership(const Ast& node, NodeNote& note) {
    const OptionalType value = part(node.operand(0), note);
    for (std::size_t i = 1; i < node.operands.size(); ++i) {
        const OptionalType item = part(node.operand(i), note);
        if (value && item) alike(node.operand(i), *value, *item);
        check_phase_word(node.operand(0), node.operand(i));
    }
    return kBooleanType;
}

void TypeChecker::check_phase_word(const Ast& name, const Ast& word) {
    if (name.kind != AstKind::kName || name.text != "school.phase" || word.kind != AstKind::kText) return;
    if (enumerator_of<SchoolPhase>(word.text)) return;
    std::vector<std::string> phases;
    std::string all;
    for (std::string_view phase : Words<SchoolPhase>::values) {
        phases.emplace_back(phase);
        all.append(all.empty() ? "" : ", ").append(phase);
    }
    const std::string near = suggestion(word.text, phases);
    error(word, "unknown_phase", "no school has the phase " + quoted(word.text), near.empty() ? "the phases are " + all : near);
}

// A threshold no value of the indicator can lie on the other side of: most likely a slip of the pen.
void TypeChecker::check_bounds(const Ast& name, const Ast& threshold) {
    if ((name.kind != AstKind::kName && name.kind != AstKind::kIndex) || threshold.kind != AstKind::kNumber) return;
    const Symbol& symbol = expression_->note(name).symbol;
    if (symbol.kind != SymbolKind::kIndicator || symbol.index < 0) return;
    const Indicator& indicator = document_.indicators[static_cast<std::size_t>(symbol.index)];
    // Bounds that contradict each other are an error of their own.
    if (indicator.minimum && indicator.maximum && *indicator.maximum < *indicator.minimum) return;
    const bool below = indicator.minimum && threshold.number < *indicator.minimum, above = indicator.maximum && threshold.number > *indicator.maximum;
    if (!below && !above) return;
    Issue issue = to_issue({threshold.offset, "beyond_bounds",
                            to_string(threshold.number) + " lies " +
                                (below ? "below the minimum " + to_string(*indicator.minimum) : "above the maximum " + to_string(*indicator.maximum)) + " of " +
                                quoted(indicator.id) + ", so the comparison always gives the same",
                            ""},
                           expression_->parsed.source, pointer_.text());
    issue.severity = Severity::kWarning;
    issues_.add(std::move(issue));
}

std::optional<Type> TypeChecker::sum(const Ast& node, NodeNote& note) {
    OptionalType total = number_type();
    for (const AstPtr& operand : node.operands) {
        const OptionalType type = part_of_type(*operand, note, ValueType::kNumber);
        if (!type || !total || !alike(*operand, *total, *type))
            total.reset();
        else if (type->unit)
            total = type;
    }
    return total;
}

// A unit survives a plain factor or divisor; a quotient of two units is a plain ratio; a product of two units has no name.
std::optional<Type> TypeChecker::product(const Ast& node, NodeNote& note) {
    OptionalType total;
    bool good = true;
    for (std::size_t i = 0; i < node.operands.size(); ++i) {
        const OptionalType type = part_of_type(node.operand(i), note, ValueType::kNumber);
        if (!type) good = false;
        if (!good) continue;
        if (i == 0) {
            total = type;
        } else if (node.operators[i - 1] == '/') {
            if (type->unit) total->unit.reset();
        } else if (total->unit && type->unit) {
            error(node.operand(i), "unit_mismatch", describe(*total, document_) + " and " + describe(*type, document_) + " do not multiply",
                  "one of the two must be a plain number");
            good = false;
        } else if (type->unit) {
            total = type;
        }
    }
    return good ? total : std::nullopt;
}

std::optional<Type> TypeChecker::conditional(const Ast& node, NodeNote& note) {
    condition(node.operand(0), note);
    const OptionalType chosen = part(node.operand(1), note), other = part(node.operand(2), note);
    if (!chosen || !other) return chosen ? chosen : other;
    if (!alike(node.operand(2), *chosen, *other)) return std::nullopt;
    return chosen->unit ? chosen : other;
}

void TypeChecker::limit_reach(const Ast& node, Facts& facts) {
    if (facts.reach <= kMaxReach) return;
    error(node, "too_far_back", "looks " + std::to_string(facts.reach) + " periods back; at most " + std::to_string(kMaxReach), "lower the numbers of periods");
    facts.reach = 0;  // once is enough
}

}  // namespace schoolimp::inline v0

// Type checking of function calls.
#include <algorithm>
#include <utility>

#include "framework/type_checker.hpp"
#include "schoolimp/core/suggestion.hpp"

namespace schoolimp::inline v0 {

std::optional<Type> TypeChecker::call(const Ast& node, NodeNote& note) {
    const FunctionInfo* info = find_function(node.text);
    if (info == nullptr) {
        error(node, "unknown_function", "unknown function " + quoted(node.text),
              node.text == "not" ? "write ! for not" : suggestion(node.text, function_names()));
        for (const AstPtr& operand : node.operands) part(*operand, note);
        return std::nullopt;
    }
    note.function = info;
    if (node.operands.size() < info->least || node.operands.size() > info->most) {
        error(node, "wrong_argument_count",
              quoted(node.text) + " has " + std::to_string(node.operands.size()) + (node.operands.size() == 1 ? " argument" : " arguments"),
              "write " + std::string(info->usage));
        return std::nullopt;
    }
    switch (info->function) {
        case Function::kKnown:
        case Function::kApplicable: part(node.operand(0), note); return kBooleanType;
        case Function::kOrElse: {
            const OptionalType value = part(node.operand(0), note), fallback = part(node.operand(1), note);
            if (!value || !fallback) return value ? value : fallback;
            if (!alike(node.operand(1), *value, *fallback)) return std::nullopt;
            return value->unit ? value : fallback;
        }
        case Function::kAtLeast:
        case Function::kAtMost:
        case Function::kExactly:
        case Function::kCount: return counting(node, note);
        case Function::kMin:
        case Function::kMax: return extreme(node, note);
        case Function::kAbs: return part_of_type(node.operand(0), note, ValueType::kNumber);
        case Function::kRound: return rounding(node, note);
        case Function::kPrior:
        case Function::kChange: return shifting(node, note);
        case Function::kEvery:
        case Function::kYears:
        case Function::kMean: return windowed(node, note);
        case Function::kAny:
        case Function::kAll:
        case Function::kShare: return grouped(node, note);
        case Function::kNational:
        case Function::kObservedOn: return observation(node, note);
        case Function::kMapLevel: return mapping(node, note);
        case Function::kDate: return date(node, note);
        case Function::kRank:
        case Function::kPercentile:
        case Function::kQuantile:
        case Function::kMedian: return population(node, note);
    }
    return std::nullopt;
}

bool TypeChecker::whole_number(const Ast& operand, int least, int most, int& value) {
    const std::string range = "a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ", written out";
    if (operand.kind != AstKind::kNumber) {
        error(operand, "bad_argument", "expected " + range);
        return false;
    }
    if (!operand.number.is_integer() || operand.number < Decimal(least) || operand.number > Decimal(most)) {
        error(operand, "bad_argument", "expected " + range + ", found " + to_string(operand.number));
        return false;
    }
    value = static_cast<int>(operand.number.coefficient());
    return true;
}

std::optional<Type> TypeChecker::counting(const Ast& node, NodeNote& note) {
    const bool plain = note.function->function == Function::kCount;
    const std::size_t first = plain ? 0 : 1;
    for (std::size_t i = first; i < node.operands.size(); ++i) condition(node.operand(i), note);
    if (plain) return number_type();
    const int conditions = static_cast<int>(node.operands.size()) - 1;
    const int least = note.function->function == Function::kAtLeast ? 1 : 0;
    if (whole_number(node.operand(0), least, kMaxCount, note.n) && note.n > conditions)
        error(node.operand(0), "bad_argument",
              std::to_string(note.n) + " of " + std::to_string(conditions) + (conditions == 1 ? " condition" : " conditions") + " can never be",
              "the number is at most the number of conditions");
    return kBooleanType;
}

std::optional<Type> TypeChecker::extreme(const Ast& node, NodeNote& note) {
    OptionalType common;
    bool good = true;
    for (const AstPtr& operand : node.operands) {
        const OptionalType type = part(*operand, note);
        if (!type) good = false;
        if (!type) continue;
        if (!common) {
            common = type;
            good = ordered(*operand, *type, quoted(node.text)) && good;
        } else if (!alike(*operand, *common, *type)) {
            good = false;
        } else if (type->unit) {
            common = type;
        }
    }
    return good ? common : std::nullopt;
}

std::optional<Type> TypeChecker::rounding(const Ast& node, NodeNote& note) {
    const OptionalType type = part_of_type(node.operand(0), note, ValueType::kNumber);
    whole_number(node.operand(1), 0, kMaxCount, note.n);
    return type;
}

std::optional<Type> TypeChecker::shifting(const Ast& node, NodeNote& note) {
    const bool difference = note.function->function == Function::kChange;
    const OptionalType type = difference ? part_of_type(node.operand(0), note, ValueType::kNumber) : part(node.operand(0), note);
    if (node.operands.size() == 2) whole_number(node.operand(1), 1, kMaxCount, note.n);
    note.facts.reach += note.n;
    limit_reach(node, note.facts);
    return type;
}

std::optional<Type> TypeChecker::windowed(const Ast& node, NodeNote& note) {
    whole_number(node.operand(0), 1, kMaxCount, note.n);
    const bool mean = note.function->function == Function::kMean;
    const OptionalType type = part_of_type(node.operand(1), note, mean ? ValueType::kNumber : ValueType::kBoolean);
    note.facts.reach += note.n - 1;
    limit_reach(node, note.facts);
    if (mean) return type;
    return note.function->function == Function::kEvery ? kBooleanType : number_type();
}

std::optional<Type> TypeChecker::grouped(const Ast& node, NodeNote& note) {
    const Type result = note.function->function == Function::kShare ? number_type(Unit::kPercent) : kBooleanType;
    const Ast& subject = node.operand(0);
    note.subject = subject.kind == AstKind::kName ? symbols_.dimensions.find(subject.text) : -1;
    if (note.subject < 0) {
        const std::string written = subject.kind == AstKind::kName ? "unknown dimension " + quoted(subject.text) : "expected the name of a dimension";
        error(subject, "unknown_name", written, suggestion(subject.text, symbols_.dimensions.ids()));
    }
    const bool good = condition(node.operand(1), note);
    if (note.subject < 0) return result;
    if (good && !note.facts.reads(note.subject))
        error(node.operand(1), "no_group", "nothing in here is read by " + quoted(subject.text) + ", so every member would give the same",
              "use an indicator with that dimension, without [...]");
    note.facts.remove_dimension(note.subject);
    return result;
}

std::optional<Type> TypeChecker::observation(const Ast& node, NodeNote& note) {
    const Ast& subject = node.operand(0);
    const bool national = note.function->function == Function::kNational;
    const OptionalType type = part(subject, note);
    const OptionalType result = national ? type : OptionalType(kDateType);
    const bool named = subject.kind == AstKind::kName || subject.kind == AstKind::kIndex;
    note.symbol = expression_->note(subject).symbol;
    if (named && !type) return national ? std::nullopt : result;  // reported already
    if (!named || note.symbol.kind != SymbolKind::kIndicator) {
        error(subject, "bad_argument", quoted(node.text) + " takes the name of an indicator");
        return std::nullopt;
    }
    const Indicator& indicator = document_.indicators[static_cast<std::size_t>(note.symbol.index)];
    if (national && (indicator.type != IndicatorType::kNumber || indicator.period == PeriodKind::kPoint)) {
        error(subject, "bad_argument", "there is no national figure for " + quoted(indicator.id), "only numbers per school year or term have one");
        return std::nullopt;
    }
    return result;
}

std::optional<Type> TypeChecker::mapping(const Ast& node, NodeNote& note) {
    const Ast& subject = node.operand(0);
    note.subject = subject.kind == AstKind::kName ? symbols_.crosswalks.find(subject.text) : -1;
    if (note.subject < 0) {
        const std::string written = subject.kind == AstKind::kName ? "unknown crosswalk " + quoted(subject.text) : "expected the name of a crosswalk";
        error(subject, "unknown_name", written, suggestion(subject.text, symbols_.crosswalks.ids()));
    }
    const OptionalType level = part_of_type(node.operand(1), note, ValueType::kLevel);
    if (note.subject < 0) return std::nullopt;
    const Crosswalk& crosswalk = document_.crosswalks[static_cast<std::size_t>(note.subject)];
    const int from = symbols_.scales.find(crosswalk.from), to = symbols_.scales.find(crosswalk.to);
    if (level && from >= 0 && level->scale != from)
        error(node.operand(1), "scale_mismatch",
              "crosswalk " + quoted(crosswalk.id) + " maps levels of " + quoted(crosswalk.from) + ", found " + describe(*level, document_));
    return to < 0 ? std::nullopt : OptionalType(level_type(to));
}

std::optional<Type> TypeChecker::date(const Ast& node, NodeNote& note) {
    const Ast& written = node.operand(0);
    const auto parsed = written.kind == AstKind::kText ? parse_date(written.text) : std::nullopt;
    if (!parsed) {
        const std::string found = written.kind == AstKind::kText ? "; there is no day " + quoted(written.text) : "";
        error(written, "bad_argument", "expected a day of the calendar as a text 'YYYY-MM-DD'" + found);
    } else {
        note.date = *parsed;
    }
    return kDateType;
}

void TypeChecker::fraction(const Ast& operand, NodeNote& note) {
    const std::string expected = "expected a number from 0 to 1, written out";
    if (operand.kind != AstKind::kNumber) return error(operand, "bad_argument", expected, "quantile(x, 0.25) is the lower quartile");
    note.fraction = operand.number;
    if (note.fraction.is_negative()) return error(operand, "bad_argument", expected + ", found " + to_string(note.fraction));
    if (note.fraction <= Decimal(1)) return;
    const auto share = note.fraction <= Decimal(100) ? divide(note.fraction, Decimal(100)) : std::nullopt;
    error(operand, "bad_argument", expected + ", found " + to_string(note.fraction), share ? "did you mean " + to_string(*share) + "?" : "");
}

std::optional<Type> TypeChecker::population(const Ast& node, NodeNote& note) {
    const Function function = note.function->function;
    const std::size_t eligible = function == Function::kQuantile ? 2 : 1;
    const OptionalType type = part_of_type(node.operand(0), note, ValueType::kNumber);
    if (function == Function::kQuantile) fraction(node.operand(1), note);
    if (node.operands.size() > eligible) condition(node.operand(eligible), note);
    for (const AstPtr& operand : node.operands)
        if (expression_->note(*operand).facts.population)
            error(*operand, "bad_argument", quoted(node.text) + " compares schools by what each has on its own, and there is another population function in here",
                  "rank, percentile, quantile and median do not nest: put them side by side");
    note.facts.population = true;
    if (function == Function::kRank) return number_type();
    return function == Function::kPercentile ? OptionalType(number_type(Unit::kPercent)) : type;
}

}  // namespace schoolimp::inline v0

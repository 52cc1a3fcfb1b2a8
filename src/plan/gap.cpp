#include "plan/gap.hpp"

#include "expression/parser.hpp"
#include "expression/printer.hpp"
#include "plan/sentences.hpp"
#include "schoolimp/framework/words.hpp"

namespace schoolimp::inline v0::plan_detail {

namespace {

Comparator inverse(Comparator comparator) {
    switch (comparator) {
        case Comparator::kEqual: return Comparator::kNotEqual;
        case Comparator::kNotEqual: return Comparator::kEqual;
        case Comparator::kLess: return Comparator::kGreaterEqual;
        case Comparator::kLessEqual: return Comparator::kGreater;
        case Comparator::kGreater: return Comparator::kLessEqual;
        case Comparator::kGreaterEqual: return Comparator::kLess;
    }
    return comparator;
}

/// The same comparison with its sides exchanged: 65 <= x is x >= 65.
Comparator mirrored(Comparator comparator) {
    switch (comparator) {
        case Comparator::kLess: return Comparator::kGreater;
        case Comparator::kLessEqual: return Comparator::kGreaterEqual;
        case Comparator::kGreater: return Comparator::kLess;
        case Comparator::kGreaterEqual: return Comparator::kLessEqual;
        default: return comparator;
    }
}

/// How far a part of the condition is from what is wanted of it.
enum class Search : std::uint8_t { kAlready, kNotApplicable, kOne, kUnclear };

struct Found {
    Search search = Search::kUnclear;
    const Ast* node = nullptr;  ///< With kOne: the comparison to turn.
    const Comparison* comparison = nullptr;
    bool want = true;
};

class GapSearch {
public:
    explicit GapSearch(const CriterionResult& result) : result_(result) {}

    Found find(const Ast& node, bool want) const {
        switch (node.kind) {
            case AstKind::kCompare: return find_comparison(node, want);
            case AstKind::kNot: return find(node.operand(0), !want);
            case AstKind::kAnd: return want ? find_in_all(node, want) : find_in_any(node, want);
            case AstKind::kOr: return want ? find_in_any(node, want) : find_in_all(node, want);
            default: return {};
        }
    }

private:
    Found find_comparison(const Ast& node, bool want) const {
        const std::string text = print(node);
        const Comparison* match = nullptr;
        for (const Comparison& comparison : result_.comparisons) {
            if (comparison.text != text) continue;
            if (match != nullptr) return {};  // read for several groups or periods
            match = &comparison;
        }
        if (match == nullptr || match->result == Truth::kUnknown) return {};
        if (match->result == Truth::kNotApplicable) return {Search::kNotApplicable};
        if (match->result == to_truth(want)) return {Search::kAlready};
        return {Search::kOne, &node, match, want};
    }

    /// Every part must be as wanted: the gap is the only part that is not.
    Found find_in_all(const Ast& node, bool want) const {
        Found result{Search::kNotApplicable};
        for (const AstPtr& part : node.operands) {
            const Found found = find(*part, want);
            if (found.search == Search::kUnclear) return {};
            if (found.search == Search::kNotApplicable) continue;
            if (found.search == Search::kOne && result.search == Search::kOne) return {};
            if (found.search == Search::kOne || result.search == Search::kNotApplicable) result = found;
        }
        return result;
    }

    /// Any part would do: only when there is just one, no choice is left to people.
    Found find_in_any(const Ast& node, bool want) const {
        Found result{Search::kNotApplicable};
        for (const AstPtr& part : node.operands) {
            const Found found = find(*part, want);
            if (found.search == Search::kNotApplicable) continue;
            if (found.search != Search::kOne || result.search == Search::kOne) return {};
            result = found;
        }
        return result;
    }

    const CriterionResult& result_;
};

bool is_national(const Ast& node) { return node.kind == AstKind::kCall && node.text == "national"; }
bool is_constant(const Ast& node) { return node.kind == AstKind::kNumber || node.kind == AstKind::kBoolean || node.kind == AstKind::kText; }

Gap gap_from(const Found& found) {
    const Ast &left = found.node->operand(0), &right = found.node->operand(1);
    Comparator comparator = found.want ? found.node->comparator : inverse(found.node->comparator);
    Gap gap;
    if (is_constant(left) && !is_constant(right)) {
        gap = {print(right), found.comparison->right, "", found.comparison->left, false};
        comparator = mirrored(comparator);
    } else {
        gap = {print(left), found.comparison->left, "", found.comparison->right, is_national(right)};
    }
    gap.comparator = symbol_of(comparator);
    return gap;
}

/// What is known of the compared value, for the words.
struct Subject {
    std::string title;  ///< Empty when it is neither an indicator nor a measure.
    std::string scale;
    std::string unit;
    bool boolean = false;
};

std::string member_title(const Framework& framework, const Indicator& indicator, const std::string& member) {
    for (const Dimension& dimension : framework.document().dimensions)
        if (dimension.id == indicator.dimension)
            for (const DimensionMember& one : dimension.members)
                if (one.id == member && !one.title.empty()) return one.title;
    return member;
}

Subject indicator_subject(const Framework& framework, const Indicator& indicator, const std::string& member) {
    Subject subject;
    subject.title = indicator.title.empty() ? indicator.id : indicator.title;
    if (!member.empty()) subject.title += " (" + member_title(framework, indicator, member) + ")";
    subject.scale = indicator.scale;
    // A count, rate or number of years says nothing the title does not say.
    if (indicator.unit && *indicator.unit != Unit::kCount && *indicator.unit != Unit::kRate) subject.unit = std::string(word_of(*indicator.unit));
    subject.boolean = indicator.type == IndicatorType::kBoolean;
    return subject;
}

Subject subject_of(const Framework& framework, const std::string& measured_by) {
    const ParseOutcome parsed = parse_expression_text(measured_by);
    if (!parsed.ok()) return {};
    const Ast& node = *parsed.expression.root;
    if (node.kind != AstKind::kName && node.kind != AstKind::kIndex) return {};
    if (const Indicator* indicator = framework.find_indicator(node.text)) return indicator_subject(framework, *indicator, node.member);
    if (const Measure* measure = framework.find_measure(node.text)) return {measure->title.empty() ? measure->id : measure->title, measure->scale, "", false};
    return {};
}

std::string value_words(const Framework& framework, const Subject& subject, const std::string& value) {
    if (subject.boolean) return value == "true" ? "yes" : value == "false" ? "no" : value;
    if (subject.scale.empty()) return value;
    const bool qualified = value.find('.') != std::string::npos;
    const std::string id = qualified ? value : subject.scale + "." + value;
    const ScaleLevel* level = framework.find_level(id);
    return level == nullptr || level->title.empty() ? value : quoted(level->title);
}

std::string comparator_words(const std::string& comparator) {
    if (comparator == ">=") return "at least ";
    if (comparator == ">") return "more than ";
    if (comparator == "<=") return "at most ";
    if (comparator == "<") return "less than ";
    return "";
}

std::string change_words(const Framework& framework, const Subject& subject, const Gap& gap) {
    const std::string from = gap.baseline.empty() ? std::string() : "from " + value_words(framework, subject, gap.baseline) + " ";
    const std::string target = value_words(framework, subject, gap.target);
    if (gap.comparator == "!=" && subject.boolean) return from + "to " + (target == "yes" ? "no" : "yes");
    if (gap.comparator == "!=") return "no longer " + target;
    return from + "to " + comparator_words(gap.comparator) + target + (subject.unit.empty() ? "" : " " + subject.unit);
}

}  // namespace

std::optional<Gap> gap_of(const Criterion& criterion, const CriterionResult& result) {
    if (!criterion.desired) return std::nullopt;
    const ParseOutcome parsed = parse_expression_text(criterion.test);
    if (!parsed.ok()) return std::nullopt;
    const Found found = GapSearch(result).find(*parsed.expression.root, *criterion.desired);
    if (found.search != Search::kOne) return std::nullopt;
    return gap_from(found);
}

std::string gap_words(const Framework& framework, const Criterion& criterion, const Gap& gap) {
    const Subject subject = subject_of(framework, gap.measured_by);
    const std::string change = change_words(framework, subject, gap);
    if (subject.title.empty()) {
        const std::string& purpose = criterion.objective.empty() ? criterion.title : criterion.objective;
        return purpose + " (" + gap.measured_by + ": " + change + ")";
    }
    return subject.title + ": " + change + (gap.national ? ", the national figure" : "");
}

}  // namespace schoolimp::inline v0::plan_detail

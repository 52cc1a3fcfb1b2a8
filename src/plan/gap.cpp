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

/// A comparison that has to turn.
struct Turn {
    const Ast* node = nullptr;
    const Comparison* comparison = nullptr;
    bool want = true;
};

/// How far a part of the condition is from what is wanted of it.
enum class Search : std::uint8_t { kAlready, kNotApplicable, kTurns, kUnclear };

struct Found {
    Search search = Search::kUnclear;
    std::vector<Turn> turns{};  ///< With kTurns: all of them.
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
        return {Search::kTurns, {{&node, match, want}}};
    }

    /// Every part must be as wanted: the gap is all the parts that are not.
    Found find_in_all(const Ast& node, bool want) const {
        Found result{Search::kNotApplicable};
        for (const AstPtr& part : node.operands) {
            Found found = find(*part, want);
            if (found.search == Search::kUnclear) return {};
            if (found.search == Search::kNotApplicable) continue;
            if (result.search != Search::kTurns) result.search = found.search;
            result.turns.insert(result.turns.end(), found.turns.begin(), found.turns.end());
        }
        return result;
    }

    /// Any part would do: only when there is just one, no choice is left to people.
    Found find_in_any(const Ast& node, bool want) const {
        Found result{Search::kNotApplicable};
        for (const AstPtr& part : node.operands) {
            Found found = find(*part, want);
            if (found.search == Search::kNotApplicable) continue;
            if (found.search != Search::kTurns || result.search == Search::kTurns) return {};
            result = std::move(found);
        }
        return result;
    }

    const CriterionResult& result_;
};

/// True when a value is compared with its own national figure.
bool is_national(const Ast& value, const Ast& other) { return other.kind == AstKind::kCall && print(other) == "national(" + print(value) + ")"; }
bool is_constant(const Ast& node) { return node.kind == AstKind::kNumber || node.kind == AstKind::kBoolean || node.kind == AstKind::kText; }

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

/// The scale two levels are compared on; empty for other values.
std::string scale_of(const Framework& framework, const Gap& gap) {
    const std::string scale = subject_of(framework, gap.measured_by).scale;
    if (!scale.empty()) return scale;
    const std::size_t dot = gap.target.find('.');
    return dot != std::string::npos && framework.find_level(gap.target) != nullptr ? gap.target.substr(0, dot) : std::string();
}

std::string level_of(const Gap& gap, const std::string& value) { return value.starts_with(gap.scale + ".") ? value.substr(gap.scale.size() + 1) : value; }

/// Quality of the target's level, greater means better, zero being the worst; none without a quality order.
std::optional<int> quality_of_target(const Framework& framework, const Gap& gap) {
    const Scale* scale = gap.scale.empty() ? nullptr : framework.find_scale(gap.scale);
    if (scale == nullptr || scale->order == ScaleOrder::kNone) return std::nullopt;
    const int at = scale->find(level_of(gap, gap.target));
    if (at < 0) return std::nullopt;
    return scale->order == ScaleOrder::kWorstFirst ? at : static_cast<int>(scale->levels.size()) - 1 - at;
}

bool is_best(const Framework& framework, const Gap& gap) {
    const std::optional<int> quality = quality_of_target(framework, gap);
    return quality && *quality + 1 == static_cast<int>(framework.find_scale(gap.scale)->levels.size());
}

/// A bad level is not left by getting worse: "!= bad" and "> bad" become "at least the next better one".
void aim_upwards(const Framework& framework, Gap& gap) {
    if ((gap.comparator != "!=" && gap.comparator != ">") || !quality_of_target(framework, gap) || is_best(framework, gap)) return;
    const Scale& scale = *framework.find_scale(gap.scale);
    const int next = scale.find(level_of(gap, gap.target)) + (scale.order == ScaleOrder::kBestFirst ? -1 : 1);
    gap.target = (gap.target.starts_with(gap.scale + ".") ? gap.scale + "." : "") + scale.levels[static_cast<std::size_t>(next)].id;
    gap.comparator = ">=";
}

Gap gap_from(const Framework& framework, const Turn& turn) {
    const Ast &left = turn.node->operand(0), &right = turn.node->operand(1);
    Comparator comparator = turn.want ? turn.node->comparator : inverse(turn.node->comparator);
    Gap gap;
    if (is_constant(left) && !is_constant(right)) {
        gap = {print(right), turn.comparison->right, "", turn.comparison->left, false, ""};
        comparator = mirrored(comparator);
    } else {
        gap = {print(left), turn.comparison->left, "", turn.comparison->right, is_national(left, right), ""};
    }
    gap.comparator = symbol_of(comparator);
    gap.scale = scale_of(framework, gap);
    aim_upwards(framework, gap);
    return gap;
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
    return from + "to " + (is_best(framework, gap) ? "" : comparator_words(gap.comparator)) + target + (subject.unit.empty() ? "" : " " + subject.unit);
}

// ---- strictness

/// A target as a bound of a value: at least, or at most, so much.
struct Bound {
    std::string subject;
    bool least = true;
    Decimal value;
    bool strict = false;  ///< The bound itself is not enough.
};

/// What lies above or below the national figure, and on which side: "x - national(x)" and "national(x) - x" both give x.
struct Margin {
    std::string subject;
    bool above = true;
};

std::optional<Margin> margin_of(const std::string& measured_by) {
    constexpr std::string_view kMinus = " - ";
    const std::size_t minus = measured_by.find(kMinus);
    if (minus == std::string::npos) return std::nullopt;
    const std::string left = measured_by.substr(0, minus), right = measured_by.substr(minus + kMinus.size());
    if (right == "national(" + left + ")") return Margin{left, true};
    if (left == "national(" + right + ")") return Margin{right, false};
    return std::nullopt;
}

std::optional<Bound> as_bound(const std::string& comparator) {
    if (comparator != ">=" && comparator != ">" && comparator != "<=" && comparator != "<") return std::nullopt;
    Bound bound;
    bound.least = comparator[0] == '>';
    bound.strict = comparator.size() == 1;
    return bound;
}

std::optional<Bound> bound_of(const Framework& framework, const Gap& gap) {
    std::optional<Bound> bound = as_bound(gap.comparator == "==" && is_best(framework, gap) ? ">=" : gap.comparator);
    if (!bound) return std::nullopt;
    bound->subject = gap.measured_by;
    if (!gap.scale.empty()) {
        const std::optional<int> quality = quality_of_target(framework, gap);
        if (!quality) return std::nullopt;
        bound->value = Decimal(*quality);
        return bound;
    }
    if (gap.national) {
        bound->subject = gap.measured_by + " against national";
        return bound;
    }
    const std::optional<Decimal> target = Decimal::parse(gap.target);
    if (!target) return std::nullopt;
    bound->value = *target;
    if (const std::optional<Margin> margin = margin_of(gap.measured_by)) {
        bound->subject = margin->subject + " against national";
        if (!margin->above) {
            bound->value = -*target;
            bound->least = !bound->least;
        }
    }
    return bound;
}

}  // namespace

std::vector<Gap> gaps_of(const Framework& framework, const Criterion& criterion, const CriterionResult& result) {
    std::vector<Gap> gaps;
    if (!criterion.desired) return gaps;
    const ParseOutcome parsed = parse_expression_text(criterion.test);
    if (!parsed.ok()) return gaps;
    const Found found = GapSearch(result).find(*parsed.expression.root, *criterion.desired);
    for (const Turn& turn : found.turns) gaps.push_back(gap_from(framework, turn));
    return gaps;
}

std::optional<Gap> gap_of(const Framework& framework, const Criterion& criterion, const CriterionResult& result) {
    std::vector<Gap> gaps = gaps_of(framework, criterion, result);
    if (gaps.size() != 1) return std::nullopt;
    return std::move(gaps[0]);
}

bool implies(const Framework& framework, const Gap& strong, const Gap& weak) {
    if (strong.measured_by == weak.measured_by && strong.comparator == weak.comparator && strong.target == weak.target) return true;
    const std::optional<Bound> a = bound_of(framework, strong), b = bound_of(framework, weak);
    if (!a || !b || a->subject != b->subject || a->least != b->least) return false;
    if (a->value == b->value) return a->strict || !b->strict;
    return (a->value > b->value) == a->least;
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

std::string gaps_words(const Framework& framework, const Criterion& criterion, std::vector<Gap> gaps) {
    std::string text;
    for (Gap& gap : gaps) {
        gap.baseline.clear();
        if (!text.empty()) text += "; ";
        text += gap_words(framework, criterion, gap);
    }
    return text;
}

std::optional<std::string> measured_value(const CriterionResult& result, const std::string& measured_by) {
    for (const Comparison& comparison : result.comparisons) {
        const bool on_the_left = comparison.text.starts_with(measured_by + " " + comparison.comparator + " ");
        const bool on_the_right = comparison.text.ends_with(" " + comparison.comparator + " " + measured_by);
        const std::string& value = on_the_left ? comparison.left : comparison.right;
        if ((on_the_left || on_the_right) && !value.empty()) return value;
    }
    return std::nullopt;
}

}  // namespace schoolimp::inline v0::plan_detail

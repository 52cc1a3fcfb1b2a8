// One measure: the members of its kind, their types, and the shape of its tables.
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "framework/bands.hpp"
#include "framework/checks.hpp"
#include "framework/measure_expressions.hpp"
#include "schoolimp/framework/words.hpp"

namespace schoolimp::inline v0 {

namespace {

bool gives_level_only(MeasureKind kind) {
    return kind == MeasureKind::kBands || kind == MeasureKind::kMatrix || kind == MeasureKind::kBestFit || kind == MeasureKind::kWorstOf ||
           kind == MeasureKind::kBestOf;
}

class MeasureCheck {
public:
    MeasureCheck(CheckContext& context, const Measure& measure, const Pointer& at)
        : context_(context), measure_(measure), at_(at), scale_(context.symbols.scales.find(measure.scale)) {}

    Facts run() {
        context_.statement(measure_, at_);
        context_.refer(context_.symbols.scales, "scale", measure_.scale, at_ / "scale");
        facts_.type = declared_type(context_, measure_);
        check_members();
        check_kind();
        check_scale_of_result();
        check_limits();
        return std::move(facts_);
    }

private:
    const FrameworkDocument& document() const { return context_.document; }

    const Facts* take(const Facts* part) {
        if (part != nullptr) facts_.include(*part);
        return part;
    }
    void condition(const std::string& member, const Pointer& at) { take(context_.check_condition(member, at)); }

    // --- which members a kind has

    void check_members() {
        const MeasureKind kind = measure_.kind;
        const auto only = [&](bool given, const char* member, std::initializer_list<MeasureKind> kinds) {
            if (given && std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
                context_.unexpected(at_, member, "the measure is of kind '" + std::string(word_of(kind)) + "'");
        };
        using enum MeasureKind;
        only(!measure_.value.empty(), "value", {kExpression});
        only(!measure_.of.empty(), "of", {kBands, kWorstOf, kBestOf});
        only(!measure_.bands.empty(), "bands", {kBands});
        only(!measure_.variants.empty(), "variants", {kBands});
        only(measure_.gaps_unknown, "gaps", {kBands});
        only(!measure_.rows.empty(), "rows", {kMatrix});
        only(!measure_.columns.empty(), "columns", {kMatrix});
        only(!measure_.cells.empty(), "cells", {kMatrix});
        only(!measure_.parts.empty(), "parts", {kScore});
        only(measure_.missing.has_value(), "missing", {kScore, kBestFit, kWorstOf, kBestOf});
        only(measure_.default_value.has_value(), "default", {kScore});
        only(measure_.minimum_known.has_value(), "minimum_known", {kScore, kBestFit, kWorstOf, kBestOf});
        only(measure_.round.has_value(), "round", {kScore});
        only(measure_.hit_policy.has_value(), "hit_policy", {kDecisionTable});
        only(!measure_.rules.empty(), "rules", {kDecisionTable});
        only(!measure_.otherwise.empty(), "otherwise", {kDecisionTable});
        only(!measure_.levels.empty(), "levels", {kBestFit});
        only(measure_.tie_better, "tie", {kBestFit});
        only(!measure_.scale.empty(), "scale", {kExpression, kBands, kMatrix, kDecisionTable, kBestFit, kWorstOf, kBestOf});
        if (gives_level_only(kind) && measure_.scale.empty()) context_.missing(at_, "scale", "the measure gives a level");
    }

    void check_kind() {
        switch (measure_.kind) {
            case MeasureKind::kExpression: return check_expression();
            case MeasureKind::kBands: return check_band_measure();
            case MeasureKind::kMatrix: return check_matrix();
            case MeasureKind::kScore: return check_score();
            case MeasureKind::kDecisionTable: return check_table();
            case MeasureKind::kBestFit: return check_best_fit();
            case MeasureKind::kWorstOf:
            case MeasureKind::kBestOf: return check_extreme();
        }
    }

    void check_expression() {
        if (measure_.value.empty()) return context_.missing(at_, "value", "the measure is an expression");
        result_of(measure_.value, at_ / "value");
    }

    // An expression whose type is the measure's own; the first one decides when no scale is given.
    void result_of(const std::string& member, const Pointer& at) {
        if (member.empty()) return;
        const Facts* facts = facts_.type ? context_.check_value(member, at, *facts_.type) : context_.check_value(member, at);
        take(facts);
        if (facts == nullptr || !facts->type) return;
        if (!facts_.type) {
            facts_.type = facts->type;
        } else if (facts_.type->unit && facts->type->unit && facts_.type->unit != facts->type->unit) {
            TypeChecker(document(), context_.symbols, context_.definitions, context_.issues)
                .report(*context_.expressions.find(member), at, "unit_mismatch",
                        "expected " + describe(*facts_.type, document()) + ", found " + describe(*facts->type, document()), "all rules give the same unit");
        } else if (facts->type->unit) {
            facts_.type = facts->type;
        }
    }

    // --- bands

    void check_band_measure() {
        if (measure_.of.size() != 1) return context_.missing(at_, "of", "bands are laid over one number");
        const Pointer place = pointer_of(measure_, at_, 0);
        take(context_.check_value(measure_.of[0], place, number_type()));
        Coverage coverage = coverage_of(measure_.of[0]);
        coverage.required = !measure_.gaps_unknown;
        if (measure_.bands.empty() && (measure_.variants.empty() || coverage.required))
            context_.missing(at_, "bands", "a number needs a band when no variant applies");
        check_bands(context_, measure_.bands, scale_, coverage, at_ / "bands");
        for (std::size_t i = 0; i < measure_.variants.size(); ++i) {
            const Pointer variant = at_ / "variants" / i;
            context_.statement(measure_.variants[i], variant);
            if (measure_.variants[i].when.empty()) context_.missing(variant, "when", "a variant says for which schools it is");
            condition(measure_.variants[i].when, variant / "when");
            if (measure_.variants[i].bands.empty()) context_.missing(variant, "bands", "a variant has bands of its own");
            check_bands(context_, measure_.variants[i].bands, scale_, coverage, variant / "bands");
        }
    }

    // The bounds of the indicator, when the number is simply one.
    Coverage coverage_of(const std::string& member) {
        Coverage coverage;
        const TypedExpression* expression = context_.expressions.find(member);
        if (expression == nullptr || !expression->parsed.root) return coverage;
        const Ast& root = *expression->parsed.root;
        if (root.kind != AstKind::kName && root.kind != AstKind::kIndex) return coverage;
        const Symbol* symbol = context_.symbols.find(root.text);
        if (symbol == nullptr || symbol->kind != SymbolKind::kIndicator) return coverage;
        const Indicator& indicator = document().indicators[static_cast<std::size_t>(symbol->index)];
        coverage.least = indicator.minimum;
        coverage.most = indicator.maximum;
        return coverage;
    }

    // --- matrix

    int axis(const std::string& member, const char* name) {
        if (member.empty()) {
            context_.missing(at_, name, "a matrix has rows and columns");
            return -1;
        }
        const Facts* facts = take(context_.check_value(member, at_ / name, level_type(-1)));
        return facts != nullptr && facts->type ? facts->type->scale : -1;
    }

    void check_matrix() {
        const int rows = axis(measure_.rows, "rows"), columns = axis(measure_.columns, "columns");
        if (measure_.cells.empty()) return context_.missing(at_, "cells", "a matrix has cells");
        if (rows >= 0) check_keys(rows, measure_.cells, at_ / "cells", "row");
        for (const auto& [row, cells] : measure_.cells) {
            const Pointer place = at_ / "cells" / row;
            if (columns >= 0) check_keys(columns, cells, place, "cell");
            if (scale_ < 0) continue;
            for (const auto& [column, level] : cells)
                if (level) context_.level_of(scale_, *level, place / column);
        }
    }

    template <typename Map>
    void check_keys(int scale, const Map& keyed, const Pointer& at, const std::string& what) {
        for (const auto& [key, value] : keyed) context_.level_of(scale, key, at / key);
        const Scale& axis_scale = document().scales[static_cast<std::size_t>(scale)];
        for (const ScaleLevel& level : axis_scale.levels)
            if (!keyed.contains(level.id))
                context_.issues.error(at, "missing_cell", "there is no " + what + " for level " + quoted(level.id) + " of " + quoted(axis_scale.id),
                                      "write every combination, with null for an impossible one");
    }

    // --- score

    void check_score() {
        if (measure_.parts.empty()) return context_.missing(at_, "parts", "a score has parts");
        context_.ids(measure_.parts, at_ / "parts");
        for (std::size_t i = 0; i < measure_.parts.size(); ++i) check_part(measure_.parts[i], at_ / "parts" / i);
        const bool uses_default = measure_.missing == MissingPolicy::kDefault;
        if (measure_.missing == MissingPolicy::kIgnore) bad_policy("unknown, redistribute, drop or default");
        if (uses_default && !measure_.default_value) context_.missing(at_, "default", "'missing' is 'default'");
        if (!uses_default && measure_.default_value) context_.unexpected(at_, "default", "'missing' is not 'default'");
        check_minimum_known(measure_.parts.size(), MissingPolicy::kRedistribute, "redistribute");
        if (measure_.round && (*measure_.round < 0 || *measure_.round > 9))
            context_.issues.error(at_ / "round", "out_of_range", "round is " + std::to_string(*measure_.round) + "; it must be from 0 to 9");
    }

    void check_part(const ScorePart& part, const Pointer& at) {
        context_.statement(part, at);
        if (part.value.empty()) context_.missing(at, "value", "a part has a number");
        take(context_.check_value(part.value, at / "value", number_type()));
        if (part.weight <= Decimal(0))
            context_.issues.error(at / "weight", "out_of_range", "weight is " + to_string(part.weight) + "; it must be greater than 0");
    }

    void bad_policy(const std::string& allowed) {
        context_.issues.error(at_ / "missing", "bad_word",
                              "'missing' is " + quoted(std::string(word_of(*measure_.missing))) + "; for this kind of measure it is " + allowed);
    }

    void check_minimum_known(std::size_t parts, MissingPolicy needed, const char* word) {
        if (!measure_.minimum_known) return;
        if (measure_.missing != needed) return context_.unexpected(at_, "minimum_known", std::string("'missing' is not '") + word + "'");
        if (*measure_.minimum_known < 1 || static_cast<std::size_t>(*measure_.minimum_known) > parts)
            context_.issues.error(at_ / "minimum_known", "out_of_range",
                                  "minimum_known is " + std::to_string(*measure_.minimum_known) + "; it must be from 1 to " + std::to_string(parts));
    }

    void check_ignoring(std::size_t parts) {
        if (measure_.missing && *measure_.missing != MissingPolicy::kUnknown && *measure_.missing != MissingPolicy::kIgnore) bad_policy("unknown or ignore");
        check_minimum_known(parts, MissingPolicy::kIgnore, "ignore");
    }

    // --- decision table

    void check_table() {
        const bool counts = measure_.hit_policy == HitPolicy::kCollectCount;
        if (measure_.rules.empty()) context_.missing(at_, "rules", "a decision table has rules");
        context_.ids(measure_.rules, at_ / "rules");
        for (std::size_t i = 0; i < measure_.rules.size(); ++i) check_rule(measure_.rules[i], at_ / "rules" / i, counts);
        if (!counts) return result_of(measure_.otherwise, at_ / "otherwise");
        if (!measure_.otherwise.empty()) context_.unexpected(at_, "otherwise", "the table counts how many rules hold");
        if (!measure_.scale.empty()) context_.unexpected(at_, "scale", "the table counts how many rules hold");
        facts_.type = number_type();
    }

    void check_rule(const TableRule& rule, const Pointer& at, bool counts) {
        context_.statement(rule, at);
        if (rule.when.empty()) context_.missing(at, "when", "a rule has a condition");
        condition(rule.when, at / "when");
        if (counts && !rule.then.empty()) context_.unexpected(at, "then", "the table counts how many rules hold");
        if (!counts && rule.then.empty()) context_.missing(at, "then", "a rule gives a value");
        if (!counts) result_of(rule.then, at / "then");
    }

    // --- best fit, worst and best

    bool needs_order(const std::string& what) {
        if (scale_ < 0 || document().scales[static_cast<std::size_t>(scale_)].order != ScaleOrder::kNone) return true;
        context_.issues.error(at_ / "scale", "unordered_scale", "the levels of " + quoted(measure_.scale) + " have no order of quality, so " + what);
        return false;
    }

    void check_best_fit() {
        if (measure_.levels.empty()) return context_.missing(at_, "levels", "a best fit has levels with criteria");
        needs_order("a tie between two levels cannot be settled");
        std::set<std::string> seen;
        std::size_t criteria = 0;
        for (std::size_t i = 0; i < measure_.levels.size(); ++i) {
            const FitLevel& level = measure_.levels[i];
            const Pointer place = at_ / "levels" / i;
            context_.statement(level, place);
            if (scale_ >= 0) context_.level_of(scale_, level.level, place / "level");
            if (!seen.insert(level.level).second)
                context_.issues.error(place / "level", "duplicate_line", "level " + quoted(level.level) + " has a line already");
            if (level.criteria.empty()) context_.missing(place, "criteria", "a level is described by at least one criterion");
            context_.refer_all(context_.symbols.criteria, "criterion", level.criteria, place / "criteria");
            for (const std::string& criterion : level.criteria) include_criterion(criterion);
            criteria += level.criteria.size();
        }
        check_ignoring(criteria);
    }

    void include_criterion(const std::string& id) {
        const int index = context_.symbols.criteria.find(id);
        if (index >= 0) facts_.include(context_.definitions.criteria[static_cast<std::size_t>(index)]);
    }

    void check_extreme() {
        if (measure_.of.empty()) return context_.missing(at_, "of", "there must be levels to compare");
        needs_order("none is the worst or the best");
        for (std::size_t i = 0; i < measure_.of.size(); ++i) take(context_.check_value(measure_.of[i], pointer_of(measure_, at_, i), level_type(scale_)));
        check_ignoring(measure_.of.size());
    }

    // --- the result

    void check_scale_of_result() {
        if (scale_ >= 0 && facts_.type && facts_.type->value != ValueType::kLevel && measure_.kind != MeasureKind::kScore &&
            measure_.hit_policy != HitPolicy::kCollectCount)
            context_.issues.error(at_ / "scale", "wrong_type", "the measure gives " + describe(*facts_.type, document()) + ", not a level");
    }

    void check_limits() {
        if (measure_.limits.empty()) return;
        if (facts_.type && facts_.type->value != ValueType::kLevel)
            return context_.unexpected(at_, "limits", "the measure gives " + describe(*facts_.type, document()) + "; only levels are limited");
        const int scale = facts_.type ? facts_.type->scale : -1;
        if (scale >= 0 && document().scales[static_cast<std::size_t>(scale)].order == ScaleOrder::kNone)
            return context_.issues.error(
                at_ / "limits", "unordered_scale",
                "the levels of " + quoted(document().scales[static_cast<std::size_t>(scale)].id) + " have no order of quality, so none limits another");
        for (std::size_t i = 0; i < measure_.limits.size(); ++i) check_limit(measure_.limits[i], scale, at_ / "limits" / i);
    }

    void check_limit(const Limit& limit, int scale, const Pointer& at) {
        context_.statement(limit, at);
        if (limit.when.empty()) context_.missing(at, "when", "a limit has a condition");
        condition(limit.when, at / "when");
        if (!limit.at_best && !limit.at_worst) context_.missing(at, "at_best", "a limit says at_best, at_worst or both");
        if (limit.at_best) check_bound(*limit.at_best, scale, at / "at_best");
        if (limit.at_worst) check_bound(*limit.at_worst, scale, at / "at_worst");
    }

    void check_bound(const std::string& bound, int scale, const Pointer& at) {
        const int found = context_.level(bound, at).first;
        if (found >= 0 && scale >= 0 && found != scale)
            context_.issues.error(
                at, "scale_mismatch",
                quoted(bound) + " is not a level of " + quoted(document().scales[static_cast<std::size_t>(scale)].id) + ", the scale of the measure");
    }

    CheckContext& context_;
    const Measure& measure_;
    const Pointer& at_;
    int scale_;  ///< -1 when none is given or it is unknown.
    Facts facts_;
};

}  // namespace

std::optional<Type> declared_type(const CheckContext& context, const Measure& measure) {
    if (measure.kind == MeasureKind::kScore || measure.hit_policy == HitPolicy::kCollectCount) return number_type();
    const int scale = context.symbols.scales.find(measure.scale);
    return scale < 0 ? std::nullopt : std::optional<Type>(level_type(scale));
}

Facts check_measure(CheckContext& context, const Measure& measure, const Pointer& at) { return MeasureCheck(context, measure, at).run(); }

}  // namespace schoolimp::inline v0

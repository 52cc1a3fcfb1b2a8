// Bands, matrices, crosswalks, limits, scores and best fit over sets.
#include <algorithm>

#include "expression/abstract_operators.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr std::uint64_t code_bit(int code) { return std::uint64_t{1} << code; }

/// Calls `visit` with every code of the set.
template <typename Visit>
void for_each_code(std::uint64_t codes, Visit&& visit) {
    for (; codes != 0; codes &= codes - 1) visit(std::countr_zero(codes));
}

bool meets(const Band& band, const Decimal& low, const Decimal& high) {
    if (band.low && (band.low_included ? high < *band.low : high <= *band.low)) return false;
    return !band.high || (band.high_included ? low <= *band.high : low < *band.high);
}

/// No number lies between the two bands.
bool joined(const Band& lower, const Band& upper) {
    return lower.high && upper.low && *lower.high == *upper.low && (lower.high_included || upper.low_included);
}

/// A level or the hole of a table.
void take_in(Abstract& set, int level) {
    if (level < 0) {
        set.not_applicable = true;
    } else {
        set.codes |= code_bit(level);
        set.known = true;
    }
}

}  // namespace

Abstract abstract_bands(const BandTable& table, const Abstract& number) {
    Abstract result;
    result.unknown = number.unknown;
    result.not_applicable = number.not_applicable;
    if (!number.known) return result;
    const Band *first = nullptr, *last = nullptr;
    bool gap = false;
    for (const Band& band : table.bands) {
        if (!meets(band, number.low, number.high)) continue;
        take_in(result, band.level);
        gap |= last != nullptr && !joined(*last, band);
        if (first == nullptr) first = &band;
        last = &band;
    }
    result.unknown |= gap || first == nullptr || !contains(*first, number.low) || !contains(*last, number.high);
    return result;
}

Abstract abstract_matrix(const MatrixTable& table, const Abstract& row, const Abstract& column) {
    Abstract result;
    result.not_applicable = row.not_applicable || column.not_applicable;
    result.unknown = (row.unknown && (column.unknown || column.known)) || (column.unknown && row.known);
    if (!row.known || !column.known) return result;
    for_each_code(row.codes, [&](int r) {
        for_each_code(column.codes, [&](int c) { take_in(result, table.cells[static_cast<std::size_t>(r * table.columns + c)]); });
    });
    return result;
}

Abstract abstract_crosswalk(const CrosswalkTable& table, const Abstract& level) {
    Abstract result;
    result.unknown = level.unknown;
    result.not_applicable = level.not_applicable;
    for_each_code(level.codes, [&](int code) { take_in(result, table.to[static_cast<std::size_t>(code)]); });
    return result;
}

namespace {

/// The level after a limit that holds (or, with `open`, may hold).
void limit_level(bool cap, int level, const Abstract& bound, bool open, Abstract& result) {
    if (bound.not_applicable) take_in(result, level);
    result.unknown |= bound.unknown;
    for_each_code(bound.codes, [&](int at) {
        const bool changes = cap ? level > at : level < at;
        if (!changes) {
            take_in(result, level);
        } else if (open) {
            result.unknown = true;
        } else {
            take_in(result, at);
        }
    });
}

}  // namespace

Abstract abstract_limit(bool cap, const Abstract& level, const Abstract& condition, const Abstract& bound) {
    const TruthSet when = condition.truths();
    const bool may_fail = can_be(when, Truth::kFalse) || can_be(when, Truth::kNotApplicable);
    Abstract result;
    for_each_code(level.codes, [&](int code) {
        if (may_fail) take_in(result, code);
        if (can_be(when, Truth::kTrue)) limit_level(cap, code, bound, false, result);
        if (can_be(when, Truth::kUnknown)) limit_level(cap, code, bound, true, result);
    });
    result.unknown |= level.unknown;
    result.not_applicable |= level.not_applicable;
    return result;
}

namespace {

Abstract number_set(const Decimal& number) { return exactly(number_value(number), ValueType::kNumber); }

/// weight x value, at most the part's maximum.
Abstract contribution_of(const ScoreTable::Part& part, const Abstract& value) {
    Abstract result = abstract_arithmetic(Op::kMultiply, number_set(part.weight), value);
    if (!result.known || !part.maximum) return result;
    result.low = std::min(result.low, *part.maximum);
    result.high = std::min(result.high, *part.maximum);
    result.places = static_cast<std::int8_t>(std::max<int>(result.places, part.maximum->places()));
    return result;
}

/// What the parts of a score add up to, and what is not settled about it.
struct AbstractScore {
    Abstract sum = number_set(Decimal());  ///< Of all parts that may count.
    Abstract values;                       ///< All values a part that counts may have.
    Decimal all_weights, counted_weights;
    bool may_leave_out = false;  ///< Some part may or may not count.
    bool weights_positive = true, capped = false, overflow = false;
    bool any_unknown = false, all_not_applicable = true;
    int surely_known = 0, possibly_known = 0;
};

Decimal plus(const Decimal& a, const Decimal& b, bool& overflow) {
    const std::optional<Decimal> sum = add(a, b);
    overflow |= !sum;
    return sum.value_or(a);
}

/// The values a part counts with, given what the policy puts in the place of an unknown one.
Abstract counted_values(const ScoreTable& table, const Abstract& part) {
    Abstract counted;
    counted.interval = true;
    join_known(counted, part);
    if (!part.unknown) return counted;
    if (table.missing == MissingPolicy::kDrop) join_known(counted, number_set(Decimal()));
    if (table.missing == MissingPolicy::kDefault) join_known(counted, number_set(table.default_value));
    return counted;
}

bool leaves_out_unknown(const ScoreTable& table) { return table.missing == MissingPolicy::kRedistribute || table.missing == MissingPolicy::kIgnore; }

AbstractScore sum_up(const ScoreTable& table, const AbstractArguments& arguments) {
    AbstractScore score;
    for (int i = 0; i < arguments.size(); ++i) {
        const ScoreTable::Part& part = table.parts[static_cast<std::size_t>(i)];
        const Abstract& value = arguments[i];
        score.all_weights = plus(score.all_weights, part.weight, score.overflow);
        score.weights_positive &= !part.weight.is_negative() && !part.weight.is_zero();
        score.capped |= part.maximum.has_value();
        score.any_unknown |= value.unknown;
        score.all_not_applicable &= value.not_applicable;
        score.possibly_known += value.known;
        score.surely_known += value.known && !value.unknown && !value.not_applicable;
        const Abstract counted = counted_values(table, value);
        if (!counted.known) continue;
        score.may_leave_out |= value.not_applicable || (value.unknown && leaves_out_unknown(table));
        join_known(score.values, counted);
        score.counted_weights = plus(score.counted_weights, part.weight, score.overflow);
        score.sum = abstract_arithmetic(Op::kAdd, score.sum, contribution_of(part, counted));
    }
    return score;
}

/// Any number at all.
Abstract any_number() {
    const Decimal limit(9'200'000'000'000'000'000LL);
    Abstract result = number_set(limit);
    result.low = -limit;
    result.places = Decimal::kDivisionPlaces;
    result.unknown = true;
    return result;
}

/// The sum scaled by all weights over the weights that count.
Abstract scaled(const AbstractScore& score) {
    if (score.overflow) return any_number();
    if (!score.may_leave_out) {
        if (score.counted_weights == score.all_weights) return score.sum;
        const Abstract product = abstract_arithmetic(Op::kMultiply, score.sum, number_set(score.all_weights));
        return abstract_arithmetic(Op::kDivide, product, number_set(score.counted_weights));
    }
    if (!score.weights_positive || score.capped) return any_number();
    // A weighted mean of the values that count, times all weights; dividing rounds, so the ends are rounded outwards as well.
    Abstract result = abstract_arithmetic(Op::kMultiply, score.values, number_set(score.all_weights));
    if (!result.known) return result;
    result.low = std::min(result.low, result.low.rounded(Decimal::kDivisionPlaces));
    result.high = std::max(result.high, result.high.rounded(Decimal::kDivisionPlaces));
    result.places = static_cast<std::int8_t>(std::max<int>(result.places, Decimal::kDivisionPlaces));
    result.unknown = true;  // The steps on the way may not be held exactly.
    return result;
}

}  // namespace

Abstract abstract_score(const ScoreTable& table, const AbstractArguments& arguments) {
    const AbstractScore score = sum_up(table, arguments);
    Abstract result;
    result.interval = true;
    const bool leaves_out = leaves_out_unknown(table);
    const bool stands_in = table.missing == MissingPolicy::kDrop || table.missing == MissingPolicy::kDefault;
    const bool can_be_known = stands_in ? score.possibly_known > 0 || score.any_unknown : score.possibly_known > 0;
    if (can_be_known) {
        const Abstract total = scaled(score);
        result = table.round ? abstract_round(total, *table.round) : total;
    }
    result.unknown |= table.missing == MissingPolicy::kUnknown && score.any_unknown;
    result.unknown |= leaves_out && score.surely_known < std::max(table.minimum_known, 1);
    result.not_applicable = score.all_not_applicable;
    return result;
}

namespace {

/// Bounds of one level's criteria: the best and the worst share it may have.
struct FitBounds {
    int best_met = 0, best_count = 0, worst_met = 0, worst_count = 0;
    bool may_apply = false, surely_applies = false;

    FitBounds(const BestFitTable::Candidate& candidate, const AbstractArguments& arguments) {
        for (int i = 0; i < candidate.count; ++i) {
            const TruthSet set = arguments[candidate.first + i].truths();
            const bool can_hold = can_be(set, Truth::kTrue) || can_be(set, Truth::kUnknown);
            const bool can_fail = can_be(set, Truth::kFalse) || can_be(set, Truth::kUnknown);
            const bool can_go = can_be(set, Truth::kNotApplicable) || can_be(set, Truth::kUnknown);
            best_met += can_hold;
            best_count += can_hold || !can_go;
            worst_met += !can_fail && !can_go;
            worst_count += can_fail || !can_go;
            may_apply |= can_hold || can_fail;
            surely_applies |= !can_go;
        }
    }
};

/// Whether the first may win over the second in some filling.
bool may_beat(const BestFitTable& table, int a, const FitBounds& first, int b, const FitBounds& second) {
    if (!second.surely_applies) return true;
    // With nothing that holds and nothing that must count, the best share is none at all: then it is beaten or it does not apply.
    const int left = first.best_met * second.worst_count, right = second.worst_met * first.best_count;
    return left != right ? left > right : table.tie_better == (a < b) || first.best_count == 0 || second.worst_count == 0;
}

}  // namespace

Abstract abstract_best_fit(const BestFitTable& table, const AbstractArguments& arguments) {
    bool any_unknown = false, all_not_applicable = true;
    for (int i = 0; i < arguments.size(); ++i) {
        any_unknown |= arguments[i].unknown;
        all_not_applicable &= arguments[i].not_applicable;
    }
    Abstract result;
    const int count = static_cast<int>(table.candidates.size());
    for (int a = 0; a < count; ++a) {
        const FitBounds first(table.candidates[static_cast<std::size_t>(a)], arguments);
        bool may_win = first.may_apply;
        for (int b = 0; b < count && may_win; ++b)
            if (a != b) may_win = may_beat(table, a, first, b, FitBounds(table.candidates[static_cast<std::size_t>(b)], arguments));
        if (may_win) take_in(result, table.candidates[static_cast<std::size_t>(a)].level);
    }
    result.unknown = any_unknown || (table.ignore_unknown && table.minimum_known > 1);
    // Criteria that are only unknown or not applicable decide nothing: none of the levels may apply when unknown ones are left out.
    result.not_applicable = all_not_applicable || (table.ignore_unknown && any_unknown);
    return result;
}

}  // namespace schoolimp::inline v0

// Bands, matrices, crosswalks, scores and limits.
#include "expression/evaluate_operators.hpp"

namespace schoolimp::inline v0 {

bool contains(const Band& band, const Decimal& number) {
    if (band.low && (band.low_included ? number < *band.low : number <= *band.low)) return false;
    return !band.high || (band.high_included ? number <= *band.high : number < *band.high);
}

Value apply_bands(const BandTable& table, const Value& number) {
    if (!number.known()) return number;
    for (const Band& band : table.bands)
        if (contains(band, number.scalar)) return level_value(band.level);
    return unknown_value();
}

Value apply_matrix(const MatrixTable& table, const Value& row, const Value& column) {
    if (row.not_applicable() || column.not_applicable()) return not_applicable_value();
    if (!row.known() || !column.known()) return unknown_value();
    const int level = table.cells[static_cast<std::size_t>(row.code() * table.columns + column.code())];
    return level < 0 ? not_applicable_value() : level_value(level);
}

Value apply_crosswalk(const CrosswalkTable& table, const Value& level) {
    if (!level.known()) return level;
    const int to = table.to[static_cast<std::size_t>(level.code())];
    return to < 0 ? not_applicable_value() : level_value(to);
}

Value apply_limit(bool cap, const Value& level, const Value& condition, const Value& bound) {
    if (!level.known()) return level;
    const Truth when = condition.truth();
    if ((when != Truth::kTrue && when != Truth::kUnknown) || bound.not_applicable()) return level;
    if (bound.unknown()) return unknown_value();
    const bool changes = cap ? level.scalar > bound.scalar : level.scalar < bound.scalar;
    if (!changes) return level;
    return when == Truth::kTrue ? bound : unknown_value();
}

namespace {

/// The sum over the parts that count, and the weights behind it.
struct ScoreSum {
    Value sum = number_value(Decimal());
    Value all_weights = number_value(Decimal());
    Value counted_weights = number_value(Decimal());
    int known = 0, unknown = 0;

    void count(const ScoreTable::Part& part, const Value& value) {
        Value contribution = apply_arithmetic(Op::kMultiply, number_value(part.weight), value);
        if (contribution.known() && part.maximum && contribution.scalar > *part.maximum) contribution.scalar = *part.maximum;
        sum = apply_arithmetic(Op::kAdd, sum, contribution);
        counted_weights = apply_arithmetic(Op::kAdd, counted_weights, number_value(part.weight));
    }
};

/// What a part without a value stands for; unknown when it is left out.
Value stand_in(const ScoreTable& table) {
    if (table.missing == MissingPolicy::kDrop) return number_value(Decimal());
    return table.missing == MissingPolicy::kDefault ? number_value(table.default_value) : unknown_value();
}

ScoreSum sum_up(const ScoreTable& table, const Arguments& arguments) {
    ScoreSum score;
    for (int i = 0; i < arguments.size(); ++i) {
        const ScoreTable::Part& part = table.parts[static_cast<std::size_t>(i)];
        const Value& value = arguments[i];
        score.all_weights = apply_arithmetic(Op::kAdd, score.all_weights, number_value(part.weight));
        score.known += value.known();
        score.unknown += value.unknown();
        if (value.known()) score.count(part, value);
        if (value.unknown() && stand_in(table).known()) score.count(part, stand_in(table));
    }
    return score;
}

}  // namespace

Value apply_score(const ScoreTable& table, const Arguments& arguments) {
    const ScoreSum score = sum_up(table, arguments);
    if (score.known == 0 && score.unknown == 0) return not_applicable_value();
    if (score.unknown > 0 && table.missing == MissingPolicy::kUnknown) return unknown_value();
    const bool leaves_out = table.missing == MissingPolicy::kRedistribute || table.missing == MissingPolicy::kIgnore;
    if (leaves_out && score.known < table.minimum_known) return unknown_value();
    Value result = score.sum;
    if (score.counted_weights != score.all_weights) {
        result = apply_arithmetic(Op::kMultiply, result, score.all_weights);
        result = apply_arithmetic(Op::kDivide, result, score.counted_weights);
    }
    if (result.known() && table.round) result.scalar = result.scalar.rounded(*table.round);
    return result;
}

}  // namespace schoolimp::inline v0

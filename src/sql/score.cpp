// Scores: the sum of weighted parts, spread over the weights of what counts.
#include <algorithm>

#include "sql/numbers.hpp"

namespace schoolimp::inline v0::sql {

namespace {

bool leaves_out_unknown(const ScoreTable& table) { return table.missing == MissingPolicy::kRedistribute || table.missing == MissingPolicy::kIgnore; }
bool has_stand_in(const ScoreTable& table) { return table.missing == MissingPolicy::kDrop || table.missing == MissingPolicy::kDefault; }

Operand capped(Writer& writer, Operand number, const std::optional<Decimal>& maximum) {
    if (!maximum) return number;
    Operand bound = number_literal(*maximum);
    const int places = std::max(number.number.places, bound.number.places);
    number = writer.plain(with_places(writer, number, places), "weighted");
    bound = with_places(writer, bound, places);
    number.value = Case().when(number.value + " > " + bound.value, bound.value).otherwise(number.value);
    number.number = {places, std::min(number.number.low, bound.number.low), std::min(number.number.high, bound.number.low)};
    number.plain = number.literal = false;
    return number;
}

/// What a part adds to the sum: its weighted value, what stands in for an unknown one, or nothing.
Operand contribution(Writer& writer, const ScoreTable& table, const ScoreTable::Part& part, const Operand& value) {
    std::vector<Operand> terms{capped(writer, multiply(writer, number_literal(part.weight), value), part.maximum), whole_literal(0)};
    if (has_stand_in(table)) {
        const Decimal stand_in = table.missing == MissingPolicy::kDefault ? table.default_value : Decimal();
        terms.push_back(capped(writer, multiply(writer, number_literal(part.weight), number_literal(stand_in)), part.maximum));
    }
    terms = alike(writer, std::move(terms));
    Operand result;
    Case text;
    text.when(known(terms[0]), terms[0].value);
    if (has_stand_in(table)) text.when(unknown(value), terms[2].value);
    result.value = "cast(" + text.otherwise("0") + " as bigint)";
    result.number = bounds_of(terms);
    for (const Operand& term : terms) result.step = std::max({result.step, term.step, value.step});
    return result;
}

/// The weight of a part where it counts.
Operand counted_weight(const ScoreTable& table, const Decimal& weight, const Operand& value) {
    Operand result = number_literal(weight);
    const std::string counts = any_of({known(value), has_stand_in(table) ? unknown(value) : ""});
    result.value = "cast(" + Case().when(counts, result.value).otherwise("0") + " as bigint)";
    result.number.low = std::min<Int128>(result.number.low, 0);
    result.number.high = std::max<Int128>(result.number.high, 0);
    result.plain = result.literal = false;
    result.step = value.step;
    return result;
}

struct Sums {
    Operand sum = whole_literal(0), all_weights = whole_literal(0), counted_weights = whole_literal(0);
    Texts known, unknown, absent;
    bool may_leave_out = false;
    int step = 0;
};

Sums sum_up(Writer& writer, const ScoreTable& table) {
    Sums sums;
    Decimal all_weights;
    for (std::size_t i = 0; i < table.parts.size(); ++i) {
        const Operand value = writer.plain(writer.argument(i), "value");
        const ScoreTable::Part& part = table.parts[i];
        sums.sum = add(writer, sums.sum, writer.plain(contribution(writer, table, part, value), "part"));
        sums.counted_weights = add(writer, sums.counted_weights, counted_weight(table, part.weight, value));
        all_weights = add(all_weights, part.weight).value_or(all_weights);
        sums.known.push_back(flag(known(value)));
        sums.unknown.push_back(unknown(value));
        sums.absent.push_back(value.absent);
        sums.may_leave_out = sums.may_leave_out || leaves_out_unknown(table) || !value.absent.empty();
    }
    sums.sum = writer.plain(sums.sum, "sum");
    sums.all_weights = number_literal(all_weights);
    sums.step = writer.step_of_arguments() + 1;
    return sums;
}

/// The sum scaled by all weights over those that count; as it is where all do.
Operand spread(Writer& writer, const Sums& sums) {
    const Operand counted = writer.plain(sums.counted_weights, "weights that count");
    const Operand whole = with_places(writer, sums.all_weights, counted.number.places);
    const Operand spread = divide(writer, multiply(writer, sums.sum, sums.all_weights), counted);
    std::vector<Operand> ways = alike(writer, {sums.sum, spread});
    Operand result;
    result.value = Case().when(counted.value + " = " + whole.value, ways[0].value).otherwise(ways[1].value);
    result.number = bounds_of(ways);
    result.step = std::max({ways[0].step, ways[1].step, counted.step});
    return result;
}

}  // namespace

Operand write_score(Writer& writer) {
    const ScoreTable& table = writer.program().scores[static_cast<std::size_t>(writer.node().payload)];
    const Sums sums = sum_up(writer, table);
    Operand result = sums.may_leave_out ? spread(writer, sums) : sums.sum;
    if (table.round) result = rounded(writer, result, *table.round);
    result.step = std::max(result.step, sums.step);

    std::string undecided;
    if (table.missing == MissingPolicy::kUnknown) undecided = any_of(sums.unknown);
    if (leaves_out_unknown(table)) undecided = total(sums.known) + " < " + std::to_string(table.minimum_known);
    result.absent = all_of(sums.absent);
    result.value = Case().when(undecided, "null").when(result.absent, "null").otherwise(result.value);
    result.plain = result.literal = false;
    return result;
}

}  // namespace schoolimp::inline v0::sql

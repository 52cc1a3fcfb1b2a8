// Choices: one value or another, by conditions that may be unknown.
#include <algorithm>

#include "sql/numbers.hpp"

namespace schoolimp::inline v0::sql {

namespace {

/// A value chosen among others: a number has their scale and bounds.
Operand chosen(const Writer& writer, std::string value, const std::vector<Operand>& among, std::string absent, int step) {
    Operand result;
    const ValueType type = writer.node().type.value;
    result.value = type == ValueType::kNumber ? "cast(" + value + " as bigint)" : std::move(value);  // Literals alone may make a narrower type.
    if (type == ValueType::kNumber) result.number = bounds_of(among);
    result.absent = std::move(absent);
    result.step = step;
    return result;
}

int last_step(const std::vector<Operand>& terms, int step) {
    for (const Operand& term : terms) step = std::max(step, term.step);
    return step;
}

/// The absent predicate as 1 or 0; empty when it never is.
std::string absent_flag(const Operand& term) { return flag(term.absent); }

/// Rules (conditions and outcomes) and what holds when none does.
struct Rules {
    std::vector<Operand> whens, outcomes;  ///< One outcome more than conditions when there is an otherwise.
    int step = 0;

    std::size_t count() const { return whens.size(); }
    bool has_otherwise() const { return outcomes.size() > whens.size(); }
    bool outcome_may_be_absent() const {
        return std::any_of(outcomes.begin(), outcomes.end(), [](const Operand& term) { return !term.absent.empty(); });
    }
};

Rules rules_of(Writer& writer) {
    Rules rules;
    const std::size_t arguments = writer.arguments().size();
    for (std::size_t i = 0; i + 1 < arguments; i += 2) {
        rules.whens.push_back(writer.argument(i));
        rules.outcomes.push_back(writer.argument(i + 1));
    }
    if (arguments % 2 == 1) rules.outcomes.push_back(writer.argument(arguments - 1));
    rules.outcomes = alike(writer, std::move(rules.outcomes));
    rules.step = last_step(rules.outcomes, writer.step_of_arguments());
    return rules;
}

/// By number of a rule (from 1; one more for otherwise): `text` of its outcome.
template <typename Text>
std::string by_rule(const Rules& rules, const std::string& number, Text text) {
    Case choice;
    for (std::size_t i = 0; i < rules.outcomes.size(); ++i) choice.when(number + " = " + std::to_string(i + 1), text(rules.outcomes[i]));
    return choice.end();
}

std::string does_not_hold(const Operand& when) { return any_of({when.fails, when.absent}); }

}  // namespace

// Unknown, it gives what both would.
Operand write_conditional(Writer& writer) {
    const Operand& when = writer.argument(0);
    const std::vector<Operand> ways = alike(writer, {writer.argument(1), writer.argument(2)});
    const std::string then = value_of(ways[0]), otherwise = value_of(ways[1]);
    const std::string value = Case().when(when.holds, then).when(when.fails, otherwise).when(when.absent, "null").when(then + " = " + otherwise, then).end();
    std::string absent;
    if (!when.absent.empty() || !ways[0].absent.empty() || !ways[1].absent.empty())
        absent = Case().when(when.holds, absent_flag(ways[0])).when(when.fails, absent_flag(ways[1])).when(when.absent, "1").otherwise("0") + " = 1";
    return chosen(writer, value, ways, absent, last_step(ways, writer.step_of_arguments()));
}

// A question asked only of schools of a kind is not asked where the kind does not apply.
Operand write_guard(Writer& writer) {
    const Operand& when = writer.argument(0);
    const Operand& value = writer.argument(1);
    Operand result = chosen(writer, Case().when(when.holds, value_of(value)).end(), {value}, "", writer.step_of_arguments());
    result.absent = does_not_hold(when);
    if (!value.absent.empty()) result.absent = Case().when(when.holds, absent_flag(value)).when(result.absent, "1").otherwise("0") + " = 1";
    return result;
}

Operand write_or_else(Writer& writer) {
    const std::vector<Operand> ways = alike(writer, {writer.argument(0), writer.argument(1)});
    const std::string first = value_of(ways[0]), fallback = value_of(ways[1]);
    std::string absent;
    if (!ways[1].absent.empty()) absent = all_of({first + " is null", ways[1].absent});
    return chosen(writer, "coalesce(" + first + ", " + fallback + ")", ways, absent, last_step(ways, writer.step_of_arguments()));
}

// The first rule that holds gives the outcome. Where rules before it are unknown, all outcomes that are still open must be the same.
Operand write_first(Writer& writer) {
    const Rules rules = rules_of(writer);
    const std::string last = std::to_string(rules.count() + 1);
    Case holds, open;
    for (std::size_t i = 0; i < rules.count(); ++i) {
        holds.when(rules.whens[i].holds, std::to_string(i + 1));
        open.when(rules.whens[i].holds, std::to_string(i + 1)).when(unknown(rules.whens[i]), std::to_string(i + 1));
    }
    const std::string rule = writer.aside("rule that holds", holds.otherwise(last), rules.step);
    const std::string first = writer.aside("first open rule", open.otherwise(last), rules.step);
    const std::string outcome = writer.aside("its outcome", by_rule(rules, first, value_of), rules.step + 1);

    Texts same{first + " < " + rule};
    for (std::size_t i = 0; i < rules.count(); ++i)
        same.push_back(any_of({rule + " < " + std::to_string(i + 1), rules.whens[i].fails, rules.whens[i].absent, value_of(rules.outcomes[i]) + " = " + outcome}));
    const std::string earlier = rule + " < " + last;
    if (!rules.has_otherwise()) same.push_back(earlier);
    else same.push_back(any_of({earlier, value_of(rules.outcomes.back()) + " = " + outcome}));

    std::string absent;
    if (rules.outcome_may_be_absent()) absent = all_of({first + " = " + rule, by_rule(rules, first, absent_flag) + " = 1"});
    const std::string value = Case().when(any_of({first + " = " + rule, all_of(same)}), outcome).end();
    return chosen(writer, value, rules.outcomes, absent, rules.step + 2);
}

// The one rule that holds; what is unknown may yet make a second.
Operand write_unique(Writer& writer) {
    const Rules rules = rules_of(writer);
    Texts held_flags, open_flags;
    Case held, open, held_absent;
    for (std::size_t i = 0; i < rules.count(); ++i) {
        const Operand& when = rules.whens[i];
        held_flags.push_back(flag(when.holds));
        open_flags.push_back(flag(unknown(when)));
        held.when(when.holds, value_of(rules.outcomes[i]));
        held_absent.when(when.holds, absent_flag(rules.outcomes[i]));
        open.when(unknown(when), value_of(rules.outcomes[i]));
    }
    const std::string holds = writer.aside("held", total(held_flags), rules.step), opens = writer.aside("open", total(open_flags), rules.step);
    const std::string one = all_of({holds + " = 1", opens + " = 0"}), none = all_of({holds + " = 0", opens + " = 0"});
    Case value, absent;
    value.when(one, held.end());
    absent.when(one, held_absent.end());
    if (rules.has_otherwise()) {
        const std::string otherwise = value_of(rules.outcomes.back());
        value.when(none, otherwise);
        value.when(all_of({holds + " = 0", opens + " = 1", open.end() + " = " + otherwise}), otherwise);
        absent.when(none, absent_flag(rules.outcomes.back()));
    }
    return chosen(writer, value.end(), rules.outcomes, rules.outcome_may_be_absent() ? absent.otherwise("0") + " = 1" : "", rules.step + 1);
}

// A level not better (worse) than a bound when a condition holds.
Operand write_limit(Writer& writer) {
    const Operand &level = writer.argument(0), &when = writer.argument(1), &bound = writer.argument(2);
    const std::string unchanged = level.value + (writer.node().op == Op::kCap ? " <= " : " >= ") + bound.value;
    Case value;
    value.when(any_of({when.fails, when.absent, bound.absent}), level.value).when(unchanged, level.value);
    value.when(all_of({when.holds, level.value + " is not null"}), bound.value);
    return chosen(writer, value.end(), {level}, level.absent, writer.step_of_arguments());
}

}  // namespace schoolimp::inline v0::sql

// Conditions: and, or, not, comparisons, and how many hold. The tables of docs/language.md, as predicates.
#include <algorithm>

#include "sql/numbers.hpp"

namespace schoolimp::inline v0::sql {

namespace {

std::vector<Operand> all_arguments(const Writer& writer) {
    std::vector<Operand> terms;
    for (std::size_t i = 0; i < writer.arguments().size(); ++i) terms.push_back(writer.argument(i));
    return terms;
}

Texts absents(const std::vector<Operand>& terms) {
    Texts texts;
    for (const Operand& term : terms) texts.push_back(term.absent);
    return texts;
}

/// All are `side` or not applicable, and one at least is `side`.
std::string all_agree(const std::vector<Operand>& terms, std::string Operand::*side) {
    Texts every, sides;
    bool one_is_sure = false;
    for (const Operand& term : terms) {
        every.push_back(any_of({term.*side, term.absent}));
        sides.push_back(term.*side);
        one_is_sure = one_is_sure || term.absent.empty();
    }
    if (!one_is_sure) every.push_back(any_of(sides));
    return all_of(every);
}

std::string any_is(const std::vector<Operand>& terms, std::string Operand::*side) {
    Texts sides;
    for (const Operand& term : terms) sides.push_back(term.*side);
    return any_of(sides);
}

const char* comparator(Op op) {
    switch (op) {
        case Op::kEqual: return " = ";
        case Op::kNotEqual: return " <> ";
        case Op::kLess: return " < ";
        case Op::kLessEqual: return " <= ";
        case Op::kGreater: return " > ";
        default: return " >= ";
    }
}

Op opposite(Op op) {
    switch (op) {
        case Op::kEqual: return Op::kNotEqual;
        case Op::kNotEqual: return Op::kEqual;
        case Op::kLess: return Op::kGreaterEqual;
        case Op::kLessEqual: return Op::kGreater;
        case Op::kGreater: return Op::kLessEqual;
        default: return Op::kLess;
    }
}

/// How many of the arguments hold, fail and are left out, as columns.
struct Tally {
    int count;
    std::string held, failed, left_out;  ///< left_out is empty when none can be.
    int step;

    std::string applicable() const { return left_out.empty() ? std::to_string(count) : "(" + std::to_string(count) + " - " + left_out + ")"; }
    std::string decided() const { return held + " + " + failed; }
    std::string none_applicable() const { return left_out.empty() ? "" : left_out + " = " + std::to_string(count); }
};

Tally tally(Writer& writer) {
    Texts held, failed, left_out;
    for (const Operand& term : all_arguments(writer)) {
        held.push_back(flag(term.holds));
        failed.push_back(flag(term.fails));
        if (!term.absent.empty()) left_out.push_back(flag(term.absent));
    }
    const int step = writer.step_of_arguments();
    Tally tally{writer.argument_count(), writer.aside("held", total(held), step), writer.aside("failed", total(failed), step), "", step + 1};
    if (!left_out.empty()) tally.left_out = writer.aside("left out", total(left_out), step);
    return tally;
}

}  // namespace

Operand write_logic(Writer& writer) {
    const std::vector<Operand> terms = all_arguments(writer);
    const int step = writer.step_of_arguments();
    const Operand& first = terms.front();
    switch (writer.node().op) {
        case Op::kAnd: return condition(all_agree(terms, &Operand::holds), any_is(terms, &Operand::fails), all_of(absents(terms)), step);
        case Op::kOr: return condition(any_is(terms, &Operand::holds), all_agree(terms, &Operand::fails), all_of(absents(terms)), step);
        case Op::kNot: return condition(first.fails, first.holds, first.absent, step);
        case Op::kKnown: {
            const std::string value = value_of(first);
            return condition(known(first), first.literal ? "1 = 0" : value + " is null", "", step);
        }
        default: {
            if (first.absent.empty()) return condition("1 = 1", "1 = 0", "", step);
            const std::string applies = first.applies.empty() ? Case().when(first.absent, "0").otherwise("1") + " = 1" : first.applies;
            return condition(applies, first.absent, "", step);
        }
    }
}

Operand write_comparison(Writer& writer) {
    std::vector<Operand> sides = all_arguments(writer);
    int places = 0;
    for (const Operand& side : sides) places = std::max(places, side.number.places);
    for (Operand& side : sides) side = with_places(writer, side, places);
    const std::string a = value_of(sides[0]), b = value_of(sides[1]);
    const Op op = writer.node().op;
    return condition(a + comparator(op) + b, a + comparator(opposite(op)) + b, any_of(absents(sides)), std::max(sides[0].step, sides[1].step));
}

// With no condition decided all may yet turn out not applicable, and then so is the whole.
Operand write_threshold(Writer& writer) {
    const Tally count = tally(writer);
    const std::string n = std::to_string(writer.node().payload), some = count.decided() + " > 0", low = count.held, high = count.applicable() + " - " + count.failed;
    std::string holds, fails;
    switch (writer.node().op) {
        case Op::kAtLeast:
            holds = low + " >= " + n;
            fails = high + " < " + n;
            break;
        case Op::kAtMost:
            holds = high + " <= " + n;
            fails = low + " > " + n;
            break;
        default:
            holds = all_of({low + " = " + n, high + " = " + n});
            fails = any_of({low + " > " + n, high + " < " + n});
    }
    return condition(all_of({some, holds}), all_of({some, fails}), count.none_applicable(), count.step);
}

namespace {

/// How many hold, when all are decided and one at least applies.
Operand held_of_decided(const Tally& tally) {
    const std::string decided = tally.decided() + " = " + tally.applicable();
    std::string some = decided;
    if (!tally.left_out.empty()) some = all_of({decided, tally.decided() + " > 0"});
    return counted("cast(" + Case().when(some, tally.held).end() + " as bigint)", tally.count, tally.step);
}

}  // namespace

Operand write_count(Writer& writer) {
    const Tally count = tally(writer);
    Operand result = held_of_decided(count);
    result.absent = count.none_applicable();
    return result;
}

Operand write_share(Writer& writer) {
    const Tally count = tally(writer);
    Operand result = divide(writer, multiply(writer, held_of_decided(count), whole_literal(100)), counted("cast(" + count.applicable() + " as bigint)", count.count, count.step));
    result.absent = count.none_applicable();
    return result;
}

}  // namespace schoolimp::inline v0::sql

#include "columnar/world.hpp"

namespace schoolimp::inline v0 {

namespace {

using From = InputColumn::Source;

Leaf input_leaf(Leaf::Kind kind, int input, int code = 0) {
    Leaf leaf;
    leaf.kind = kind;
    leaf.input = input;
    leaf.code = code;
    return leaf;
}

Leaf threshold_leaf(Leaf::Kind kind, int input, const Decimal& threshold, bool strict) {
    Leaf leaf = input_leaf(kind, input);
    leaf.threshold = threshold;
    leaf.strict = strict;
    return leaf;
}

Leaf computed_leaf(Leaf::Kind kind, int node, int code = 0) {
    Leaf leaf;
    leaf.kind = kind;
    leaf.node = node;
    leaf.code = code;
    return leaf;
}

Leaf compound_leaf(const Compound& compound) {
    Leaf leaf;
    leaf.kind = Leaf::Kind::kCompound;
    leaf.compound = compound;
    return leaf;
}

bool passes(const Decimal& number, const Decimal& threshold, bool strict) { return strict ? number > threshold : number >= threshold; }
Wire constant_wire(bool holds) { return holds ? kAlways : kNever; }

}  // namespace

Wire SettledWorld::known(int input) const {
    switch (column(input).source) {
        case From::kNone: return kNever;
        case From::kConstant: return constant_wire(column(input).constant.known());
        case From::kColumn: break;
    }
    return leaf(input_leaf(Leaf::Kind::kPresent, input));
}

Wire SettledWorld::not_applicable(int input) const {
    switch (column(input).source) {
        case From::kNone: return kNever;
        case From::kConstant: return constant_wire(column(input).constant.not_applicable());
        case From::kColumn: break;
    }
    return column(input).may_be_not_applicable ? leaf(input_leaf(Leaf::Kind::kNotApplicable, input)) : kNever;
}

Wire SettledWorld::unknown(int input) const { return inverse(either(known(input), not_applicable(input))); }

Wire SettledWorld::code(int input, int code) const {
    switch (column(input).source) {
        case From::kNone: return kNever;
        case From::kConstant: return constant_wire(column(input).constant.known() && column(input).constant.code() == code);
        case From::kColumn: break;
    }
    return leaf(input_leaf(Leaf::Kind::kCode, input, code));
}

Wire SettledWorld::threshold(int input, const Decimal& threshold, bool strict) const {
    switch (column(input).source) {
        case From::kNone: return kNever;
        case From::kConstant: return constant_wire(passes(column(input).constant.scalar, threshold, strict));
        case From::kColumn: break;
    }
    return leaf(threshold_leaf(Leaf::Kind::kThreshold, input, threshold, strict));
}

Wire SettledWorld::compound(const Compound& compound) const { return leaf(compound_leaf(compound)); }

Wire SettledWorld::computed(int node, int code, std::span<const std::int32_t>) const { return leaf(computed_leaf(Leaf::Kind::kComputed, node, code)); }
Wire SettledWorld::computed_not_applicable(int node, std::span<const std::int32_t>) const { return leaf(computed_leaf(Leaf::Kind::kComputedNotApplicable, node)); }
Wire SettledWorld::computed_unknown(int node, std::span<const std::int32_t>) const { return leaf(computed_leaf(Leaf::Kind::kComputedUnknown, node)); }

Wire SettledWorld::any_unknown(std::span<const std::int32_t> inputs) const {
    Wire any = kNever;
    for (const int input : inputs) any = either(any, unknown(input));
    return any;
}

Wire FilledWorld::code(int input, int code) const {
    const bool is_choice = choice(input).is_chosen && value(input).code() == code;
    return either(SettledWorld::code(input, code), is_choice ? filled(input) : kNever);
}

Wire FilledWorld::threshold(int input, const Decimal& threshold, bool strict) const {
    const Wire own = both(SettledWorld::threshold(input, threshold, strict), SettledWorld::known(input));
    const bool choice_passes = choice(input).is_chosen && passes(value(input).scalar, threshold, strict);
    return either(own, choice_passes ? filled(input) : kNever);
}

Wire FilledWorld::compound(const Compound& compound) const {
    Leaf filled_leaf = compound_leaf(compound);
    filled_leaf.filling = filling_;
    filled_leaf.judgement = judgement_;
    return leaf(filled_leaf);
}

Wire FillingWorld::computed(int node, int code, std::span<const std::int32_t> inputs) {
    spoiled_ = either(spoiled_, any_unknown(inputs));
    return SettledWorld::computed(node, code, inputs);
}
Wire FillingWorld::computed_not_applicable(int node, std::span<const std::int32_t> inputs) {
    spoiled_ = either(spoiled_, any_unknown(inputs));
    return SettledWorld::computed_not_applicable(node, inputs);
}
Wire FillingWorld::computed_unknown(int node, std::span<const std::int32_t> inputs) {
    spoiled_ = either(spoiled_, any_unknown(inputs));
    return SettledWorld::computed_unknown(node, inputs);
}

Wire GivenWorld::code(int input, int code) const {
    return either(SettledWorld::code(input, code), given(input, input_leaf(Leaf::Kind::kGivenCode, input, code)));
}

Wire GivenWorld::threshold(int input, const Decimal& threshold, bool strict) const {
    const Wire own = both(SettledWorld::threshold(input, threshold, strict), SettledWorld::known(input));
    return either(own, given(input, threshold_leaf(Leaf::Kind::kGivenThreshold, input, threshold, strict)));
}

Wire GivenWorld::compound(const Compound& compound) const {
    Leaf given_leaf = compound_leaf(compound);
    given_leaf.filling = Filling::kGiven;
    return leaf(given_leaf);
}

OpenWorld::Plane OpenWorld::known(int input) const {
    const Wire known = settled_.known(input), missing = settled_.unknown(input);
    return {can_be_filled(input) ? circuit().either(known, missing) : known,
            may_stay_unknown(input) ? circuit().inverse(known) : settled_.not_applicable(input)};
}
OpenWorld::Plane OpenWorld::not_applicable(int input) const { return settled(settled_.not_applicable(input)); }
OpenWorld::Plane OpenWorld::unknown(int input) const {
    const Wire missing = settled_.unknown(input);
    return {may_stay_unknown(input) ? missing : kNever, can_be_filled(input) ? kAlways : circuit().inverse(missing)};
}

OpenWorld::Plane OpenWorld::code(int input, int code) const {
    return opened(settled_.code(input, code), can_be_filled(input) ? settled_.unknown(input) : kNever);
}

// Where the number is missing its known() says whether it has been filled; here the bit itself is open.
OpenWorld::Plane OpenWorld::threshold(int input, const Decimal& threshold, bool strict) const {
    return opened(settled_.threshold(input, threshold, strict), settled_.unknown(input));
}

OpenWorld::Plane OpenWorld::compound(const Compound& compound) const {
    Wire missing = kNever;
    for (const auto& [input, factor] : compound.terms) missing = circuit().either(missing, settled_.unknown(input));
    return opened(settled_.compound(compound), missing);
}

OpenWorld::Plane OpenWorld::computed(int node, int code, std::span<const std::int32_t> inputs) const {
    return opened(settled_.computed(node, code, inputs), settled_.any_unknown(inputs));
}
OpenWorld::Plane OpenWorld::computed_not_applicable(int node, std::span<const std::int32_t> inputs) const {
    return opened(settled_.computed_not_applicable(node, inputs), settled_.any_unknown(inputs));
}
OpenWorld::Plane OpenWorld::computed_unknown(int node, std::span<const std::int32_t> inputs) const {
    return opened(settled_.computed_unknown(node, inputs), settled_.any_unknown(inputs));
}

}  // namespace schoolimp::inline v0

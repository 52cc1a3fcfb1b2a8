// Sums, products, quotients, means.
#include "sql/numbers.hpp"

namespace schoolimp::inline v0::sql {

namespace {

Operand negated(Operand number) {
    number.value = "(-" + number.value + ")";
    number.number = {number.number.places, -number.number.high, -number.number.low};
    number.plain = number.literal = false;
    return number;
}

Operand absolute(Operand number) {
    number.value = "abs(" + number.value + ")";
    number.number = {number.number.places, 0, number.number.greatest()};
    number.plain = number.literal = false;
    return number;
}

}  // namespace

Operand write_arithmetic(Writer& writer) {
    const Operand& first = writer.argument(0);
    switch (writer.node().op) {
        case Op::kAdd: return add(writer, first, writer.argument(1));
        case Op::kSubtract: return add(writer, first, writer.argument(1), true);
        case Op::kMultiply: return multiply(writer, first, writer.argument(1));
        case Op::kDivide: return divide(writer, first, writer.argument(1));
        case Op::kNegate: return negated(first);
        case Op::kAbsolute: return absolute(first);
        default: return rounded(writer, first, writer.node().payload);
    }
}

Operand write_mean(Writer& writer) {
    Operand sum = writer.argument(0);
    for (std::size_t i = 1; i < writer.arguments().size(); ++i) sum = add(writer, sum, writer.argument(i));
    return divide(writer, sum, whole_literal(writer.argument_count()));
}

}  // namespace schoolimp::inline v0::sql

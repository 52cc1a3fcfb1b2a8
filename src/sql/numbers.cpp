#include "sql/numbers.hpp"

#include <algorithm>

namespace schoolimp::inline v0::sql {

namespace {

/// Where the bounds of a result leave room for less than this, the query would hold next to nothing: it is refused.
constexpr Int128 kLeastRoom = 10000;

bool fits(const Fixed& number) { return number.low >= -kLimit && number.high <= kLimit; }

std::string in_double(const Operand& number) { return "cast(" + number.value + " as double precision)"; }

Operand unusable(Writer& writer, const std::string& why) {
    writer.refuse(why, "give its indicators a minimum and a maximum, round inside the expression, or ask for fewer places");
    return whole_literal(0);
}

/// The result, where its bounds fit; otherwise a column that is null, and counted as unreadable, in rows where the result does not.
/// `estimate` is the result in floating point.
Operand held(Writer& writer, Operand result, const std::string& estimate, const Operand& a, const Operand& b) {
    if (result.number.places > Decimal::kMaxPlaces) return unusable(writer, "a number with " + std::to_string(result.number.places) + " decimal places (18 at most)");
    if (fits(result.number)) return result;
    if (kLimit / power_of_ten(result.number.places) < kLeastRoom)
        return unusable(writer, "a number with " + std::to_string(result.number.places) + " decimal places that may be too great for 64 bits");
    result.value = writer.aside("held", Case().when("abs(" + estimate + ") < " + whole(kLimit), result.value).end(), result.step);
    ++result.step;
    result.plain = true;
    result.number.low = std::max(result.number.low, -kLimit);
    result.number.high = std::min(result.number.high, kLimit);
    writer.unreadable_when(known(a) + " and " + known(b) + " and " + result.value + " is null");
    return result;
}

Operand of_both(const Operand& a, const Operand& b, std::string value, Fixed number) {
    Operand result;
    result.value = std::move(value);
    result.number = number;
    result.step = std::max(a.step, b.step);
    result.absent = any_of({a.absent, b.absent});
    return result;
}

Operand scaled_literal(Int128 number, int places) {
    Operand result;
    result.value = number < 0 ? "(" + whole(number) + ")" : whole(number);
    result.number = {places, number, number};
    result.plain = result.literal = true;
    return result;
}

}  // namespace

Int128 power_of_ten(int n) {
    Int128 power = 1;
    for (; n > 0; --n) power *= 10;
    return power;
}

Operand number_literal(const Decimal& number) { return scaled_literal(number.coefficient(), number.places()); }
Operand whole_literal(std::int64_t number) { return scaled_literal(number, 0); }

Operand counted(std::string value, std::int64_t most, int step) {
    Operand term;
    term.value = std::move(value);
    term.number = {0, 0, most};
    term.step = step;
    return term;
}

Operand with_places(Writer& writer, const Operand& number, int places) {
    const int more = places - number.number.places;
    if (more <= 0) return number;
    const Int128 power = power_of_ten(more);
    const Fixed scaled{places, number.number.low * power, number.number.high * power};
    if (number.literal) return fits(scaled) ? scaled_literal(scaled.low, places) : unusable(writer, "a number that is too great for 64 bits with " + std::to_string(places) + " decimal places");
    Operand result = number;
    result.value = "(" + number.value + " * " + whole(power) + ")";
    result.number = scaled;
    result.plain = result.literal = false;
    return held(writer, std::move(result), in_double(number) + " * " + whole(power), number, number);
}

std::vector<Operand> alike(Writer& writer, std::vector<Operand> terms) {
    if (writer.node().type.value != ValueType::kNumber) return terms;
    int places = 0;
    for (const Operand& term : terms) places = std::max(places, term.number.places);
    for (Operand& term : terms) term = with_places(writer, term, places);
    return terms;
}

Fixed bounds_of(const std::vector<Operand>& alike) {
    Fixed bounds = alike.front().number;
    for (const Operand& term : alike) bounds = {bounds.places, std::min(bounds.low, term.number.low), std::max(bounds.high, term.number.high)};
    return bounds;
}

Operand add(Writer& writer, const Operand& first, const Operand& second, bool subtract) {
    const int places = std::max(first.number.places, second.number.places);
    const Operand a = with_places(writer, first, places), b = with_places(writer, second, places);
    const std::string sign = subtract ? " - " : " + ";
    const Fixed number = subtract ? Fixed{places, a.number.low - b.number.high, a.number.high - b.number.low}
                                  : Fixed{places, a.number.low + b.number.low, a.number.high + b.number.high};
    return held(writer, of_both(a, b, "(" + a.value + sign + b.value + ")", number), in_double(a) + sign + b.value, a, b);
}

Operand multiply(Writer& writer, const Operand& a, const Operand& b) {
    const Int128 products[] = {a.number.low * b.number.low, a.number.low * b.number.high, a.number.high * b.number.low, a.number.high * b.number.high};
    const auto [low, high] = std::minmax_element(std::begin(products), std::end(products));
    const Fixed number{a.number.places + b.number.places, *low, *high};
    return held(writer, of_both(a, b, "(" + a.value + " * " + b.value + ")", number), in_double(a) + " * " + b.value, a, b);
}

}  // namespace schoolimp::inline v0::sql

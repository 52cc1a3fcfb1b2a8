// Division of whole numbers in SQL. Databases differ in what "/" does to them; all of them have "%", and a multiple divided by its factor is the same everywhere:
// in floating point too it comes out so close to a whole number that rounding gives it, as long as the quotient has at most 15 digits.
#include <algorithm>

#include "sql/numbers.hpp"

namespace schoolimp::inline v0::sql {

namespace {

constexpr Int128 kExactQuotient = static_cast<Int128>(1) << 50;

std::string quotient(const std::string& of, const std::string& by) { return "cast((" + of + " - " + of + " % " + by + ") / " + by + " as bigint)"; }

/// |number|, as a column.
Operand magnitude(Writer& writer, Operand number, const std::string& what) {
    if (number.number.low >= 0) return writer.plain(std::move(number), what);
    number.value = "abs(" + number.value + ")";
    number.number = {number.number.places, 0, number.number.greatest()};
    number.plain = number.literal = false;
    return writer.plain(std::move(number), what);
}

Operand without_zero(Writer& writer, Operand number) {
    number.value = "nullif(" + number.value + ", 0)";
    number.plain = number.literal = false;
    return writer.plain(std::move(number), "divisor unless 0");
}

/// Digits of a quotient that one step of the long division gives: the remainder times 10^digits must fit. 0 when none does.
int digits_at_once(const Int128& divisor) {
    for (const int digits : {12, 6, 4, 3, 2, 1})
        if (divisor * power_of_ten(digits) <= kLimit) return digits;
    return 0;
}

/// n / d to 12 places by long division, halves up; both positive columns of one scale.
std::string long_division(const std::string& n, const std::string& d, int digits) {
    Texts parts{quotient(n, d) + " * " + whole(power_of_ten(Decimal::kDivisionPlaces))};
    std::string remainder = "(" + n + " % " + d + ")";
    for (int left = Decimal::kDivisionPlaces - digits; left >= 0; left -= digits) {
        const std::string wider = "(" + remainder + " * " + whole(power_of_ten(digits)) + ")";
        parts.push_back(quotient(wider, d) + (left > 0 ? " * " + whole(power_of_ten(left)) : ""));
        remainder = "(" + wider + " % " + d + ")";
    }
    parts.push_back(flag("2 * " + remainder + " >= " + d));
    return joined(parts, " + ");
}

/// With the sign of a / b put back.
Operand signed_as(Writer& writer, Operand result, const Operand& a, const Operand& b) {
    if (a.number.low >= 0 && b.number.low >= 0) return result;
    result = writer.plain(std::move(result), "quotient");
    const std::string negative = "((" + a.value + " < 0 and " + b.value + " > 0) or (" + a.value + " > 0 and " + b.value + " < 0))";
    result.value = Case().when(negative, "-" + result.value).otherwise(result.value);
    result.number.low = -result.number.high;
    result.plain = false;
    return result;
}

}  // namespace

Operand divide(Writer& writer, const Operand& first, const Operand& second) {
    const int places = std::max(first.number.places, second.number.places);
    const Operand a = writer.plain(with_places(writer, first, places), "dividend"), b = writer.plain(with_places(writer, second, places), "divisor");
    const Operand n = magnitude(writer, a, "dividend without sign");
    Operand d = magnitude(writer, b, "divisor without sign");
    const int digits = digits_at_once(d.number.high);
    if (digits == 0) {
        writer.refuse("a division by a number that may be too great for 64 bits", "give its indicators a minimum and a maximum, or ask for fewer places");
        return whole_literal(0);
    }
    const bool may_be_zero = b.number.low <= 0 && b.number.high >= 0;
    if (may_be_zero) d = without_zero(writer, std::move(d));

    // A quotient the library can hold with 12 places; it keeps fewer of a greater one.
    const Int128 most = kLimit / power_of_ten(Decimal::kDivisionPlaces) - 1;
    const Int128 least_divisor = may_be_zero ? 1 : std::min(b.number.low < 0 ? -b.number.low : b.number.low, b.number.high < 0 ? -b.number.high : b.number.high);
    const Int128 greatest = n.number.high / least_divisor;
    Operand result;
    result.value = "(" + long_division(n.value, d.value, digits) + ")";
    result.step = std::max({a.step, b.step, n.step, d.step});
    result.number = {Decimal::kDivisionPlaces, 0, (std::min(greatest, most) + 1) * power_of_ten(Decimal::kDivisionPlaces)};
    if (greatest > most) {
        result.value = Case().when(quotient(n.value, d.value) + " <= " + whole(most), result.value).end();
        result.plain = false;
        result = writer.plain(std::move(result), "held");
        writer.unreadable_when(known(n) + " and " + known(d) + " and " + result.value + " is null");
    }
    result = signed_as(writer, std::move(result), a, b);
    result.absent = any_of({a.absent, b.absent});
    return result;
}

Operand rounded(Writer& writer, const Operand& number, int places) {
    const int dropped = number.number.places - places;
    if (dropped <= 0) return number;
    const Int128 power = power_of_ten(dropped);
    const Operand a = writer.plain(number, "not rounded");
    const Operand n = magnitude(writer, a, "without sign");
    const std::string up = "(" + n.value + " + " + whole(power / 2) + ")";
    const Int128 greatest = n.number.high / power + 1;
    const bool fewer_places = greatest < kExactQuotient;
    Operand result;
    result.value = fewer_places ? quotient(up, whole(power)) : "(" + up + " - " + up + " % " + whole(power) + ")";
    result.number = fewer_places ? Fixed{places, 0, greatest} : Fixed{number.number.places, 0, greatest * power};
    result.step = n.step;
    result = signed_as(writer, std::move(result), a, whole_literal(1));
    result.absent = number.absent;
    return result;
}

}  // namespace schoolimp::inline v0::sql

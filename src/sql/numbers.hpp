// Numbers as scaled whole numbers of 64 bits: exact, as the library's decimals are, wherever these are not rounded.
#pragma once

#include "sql/writer.hpp"

namespace schoolimp::inline v0::sql {

/// No scaled number is greater: below what 64 bits hold by enough to round.
inline constexpr Int128 kLimit = static_cast<Int128>(8000000000000000000LL);

/// 10^n, n up to 36.
Int128 power_of_ten(int n);
Operand number_literal(const Decimal& number);
Operand whole_literal(std::int64_t number);
/// A whole number from 0 to `most`.
Operand counted(std::string value, std::int64_t most, int step);

/// The same number with at least this many places.
Operand with_places(Writer& writer, const Operand& number, int places);
/// Numbers of one scale, that of the one with most places; other values as they are.
std::vector<Operand> alike(Writer& writer, std::vector<Operand> terms);
/// The bounds of any of them.
Fixed bounds_of(const std::vector<Operand>& alike);

Operand add(Writer& writer, const Operand& a, const Operand& b, bool subtract = false);
Operand multiply(Writer& writer, const Operand& a, const Operand& b);
/// To 12 places, halves away from zero; null when dividing by zero.
Operand divide(Writer& writer, const Operand& a, const Operand& b);
Operand rounded(Writer& writer, const Operand& number, int places);

}  // namespace schoolimp::inline v0::sql

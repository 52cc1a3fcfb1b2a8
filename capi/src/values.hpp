// Values of evidence as the C interface writes them: a kind and a text, or a double.
#pragma once

#include <cstdint>
#include <optional>

#include "schoolimp/core/decimal.hpp"
#include "schoolimp/evidence/evidence.hpp"

namespace schoolimp::c {

/// `kind`: SCHOOLIMP_VALUE_...; `number` is looked at with SCHOOLIMP_VALUE_DOUBLE only. Refuses what cannot be read, naming the members of `where` ("observation").
ObservedValue observed_value(const char* where, std::int32_t kind, const char* value, double number);

/// A decimal number in a text; none for NULL.
std::optional<Decimal> decimal(const char* name, const char* text);

}  // namespace schoolimp::c

// The two dates of a judgement, and the school year it fixes.
#pragma once

#include <cstdint>

#include "arguments.hpp"
#include "schoolimp/evidence/evidence.hpp"

namespace schoolimp::c {

/// Names are those of the arguments or members, for refusals. `known` may be SCHOOLIMP_NO_DATE: then it is `valid`.
inline AsOf as_of(const char* valid_name, std::int32_t valid, const char* known_name, std::int32_t known) {
    const Date day = date(valid_name, valid);
    return {day, optional_date(known_name, known).value_or(day), std::nullopt};
}

}  // namespace schoolimp::c

#include "values.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "arguments.hpp"

namespace schoolimp::c {

namespace {

const char* const kDecimalHint = "write a decimal number such as 61.5, below 9.2e18, with at most 18 decimal places";

Decimal needed_decimal(const std::string& name, std::string_view text) {
    const std::optional<Decimal> number = Decimal::parse(text);
    if (!number) refuse(name, "bad_number", quoted(text) + " cannot be held exactly", kDecimalHint);
    return *number;
}

/// The shortest decimal that reads back as the number.
Decimal shortest_decimal(const std::string& name, double number) {
    if (!std::isfinite(number)) refuse(name, "bad_number", "it is not finite", "give a missing value its reason, with SCHOOLIMP_VALUE_MISSING");
    std::array<char, 400> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
    return needed_decimal(name, std::string_view(digits.data(), static_cast<std::size_t>(end.ptr - digits.data())));
}

bool boolean(const std::string& name, std::string_view word) {
    if (word != "true" && word != "false") refuse(name, "bad_boolean", quoted(word) + " is no boolean", "write true or false");
    return word == "true";
}

Date iso_date(const std::string& name, std::string_view text) {
    const std::optional<Date> date = parse_date(text);
    if (!date) refuse(name, "bad_date", quoted(text) + " is no date", "write it as 2026-08-31");
    return *date;
}

MissingReason missing_reason(const std::string& name, std::string_view word) {
    const std::optional<MissingReason> reason = parse_missing_reason(word);
    if (!reason)
        refuse(name, "unknown_word", quoted(word) + " is no reason for a missing value",
               "write suppressed, not_applicable, not_collected, not_published, low_coverage, too_small, not_loaded, stale, withheld or unknown");
    return *reason;
}

}  // namespace

ObservedValue observed_value(const char* where, std::int32_t kind, const char* value, double number) {
    const std::string member = std::string(where) + "value";
    switch (kind) {
        case SCHOOLIMP_VALUE_MISSING: return missing_reason(member, needed_text(member.c_str(), value));
        case SCHOOLIMP_VALUE_NUMBER: return needed_decimal(member, needed_text(member.c_str(), value));
        case SCHOOLIMP_VALUE_BOOLEAN: return boolean(member, needed_text(member.c_str(), value));
        case SCHOOLIMP_VALUE_WORD: return std::string(needed_text(member.c_str(), value));
        case SCHOOLIMP_VALUE_DATE: return iso_date(member, needed_text(member.c_str(), value));
        case SCHOOLIMP_VALUE_DOUBLE: return shortest_decimal(std::string(where) + "number", number);
        default: refuse(std::string(where) + "kind", "out_of_range", "it is " + std::to_string(kind), "give one of the SCHOOLIMP_VALUE_ numbers");
    }
}

std::optional<Decimal> decimal(const char* name, const char* given) {
    const std::string_view found = text(name, given);
    if (found.empty()) return std::nullopt;
    return needed_decimal(name, found);
}

}  // namespace schoolimp::c

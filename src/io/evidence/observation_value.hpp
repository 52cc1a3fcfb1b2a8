// The value of an observation, or the reason there is none: two members of JSON, one of the struct.
#pragma once

#include <string>
#include <utility>

#include "io/codec/fields.hpp"
#include "schoolimp/evidence/evidence.hpp"

namespace schoolimp::inline v0::codec {

template <>
struct WordList<MissingReason> : WordsByFunction<MissingReason, MissingReason::kUnknown> {};

/// "value": a number, true or false, or text. A date is written as text and read as text: the indicator's type tells what it means.
struct ValuePart {
    void read(Reader& reader, const Place& place, const Value& value, Observation& out) const {
        if (const json::Number* number = value.number()) {
            out.value = number->value;
        } else if (const bool* flag = value.boolean()) {
            out.value = *flag;
        } else if (value.string()) {
            kText.read(reader, place, value, out.value.emplace<std::string>());
        } else if (value.is_null()) {
            reader.error(place, "wrong_type", "'value' is null", "leave it out and say in 'missing' why there is none, e.g. \"suppressed\"");
        } else {
            reader.wrong_type(place, "a number, true or false, or text", value);
        }
    }
    bool present(const Observation& observation) const { return !observation.missing(); }
    void write(Writer& writer, const Observation& observation) const {
        if (const Decimal* number = std::get_if<Decimal>(&observation.value)) return writer.number(*number);
        if (const bool* flag = std::get_if<bool>(&observation.value)) return writer.boolean(*flag);
        if (const Date* date = std::get_if<Date>(&observation.value)) return writer.string(to_string(*date));
        writer.string(std::get<std::string>(observation.value));
    }
};

/// "missing": the reason.
struct MissingPart {
    void read(Reader& reader, const Place& place, const Value& value, Observation& out) const {
        MissingReason reason = MissingReason::kUnknown;
        kWord<MissingReason>.read(reader, place, value, reason);
        if (out.missing()) out.value = reason;
    }
    bool present(const Observation& observation) const { return observation.missing(); }
    void write(Writer& writer, const Observation& observation) const { writer.string(to_word(std::get<MissingReason>(observation.value))); }
};

/// "interval": [lower, upper].
struct Interval {
    using type = std::pair<Decimal, Decimal>;
    void read(Reader& reader, const Place& place, const Value& value, type& out) const {
        const json::Array* items = value.array();
        if (items == nullptr) return reader.wrong_type(place, "a list of two numbers", value);
        if (!check_count(reader, place, items->size(), 2, 2)) return;
        kNumber.read(reader, Place(place, std::size_t{0}), (*items)[0], out.first);
        kNumber.read(reader, Place(place, std::size_t{1}), (*items)[1], out.second);
        if (out.second < out.first) reader.error(place, "wrong_order", "the interval ends below its start: " + to_string(out.first) + " to " + to_string(out.second), "exchange the two numbers");
    }
    void write(Writer& writer, const type& interval) const {
        writer.begin_array();
        writer.number(interval.first);
        writer.number(interval.second);
        writer.end_array();
    }
};

}  // namespace schoolimp::inline v0::codec

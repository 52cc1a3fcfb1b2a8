#include "io/codec/codecs.hpp"

#include <set>

#include "core/utf8.hpp"
#include "schoolimp/core/suggestion.hpp"

namespace schoolimp::inline v0::codec {
namespace {

/// The text as an identifier, for a hint: "Tier 1" is tier_1.
std::string as_identifier(std::string_view text, bool dots) {
    std::string id;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || (dots && c == '.');
        if (letter) {
            id += c;
        } else if (c >= 'A' && c <= 'Z') {
            id += static_cast<char>(c - 'A' + 'a');
        } else if (!id.empty() && id.back() != '_') {
            id += '_';
        }
    }
    while (!id.empty() && id.back() == '_') id.pop_back();
    return id;
}

std::string identifier_hint(const Pattern& form, std::string_view text) {
    if (form.matches != is_simple_id && form.matches != is_id && form.matches != is_level_ref) return {};
    const std::string id = as_identifier(text.substr(0, 96), form.matches != is_simple_id);
    return form.matches(id) ? "did you mean '" + id + "'?" : std::string();
}

std::string between(const std::optional<int>& minimum, const std::optional<int>& maximum) {
    if (minimum && maximum) return "between " + std::to_string(*minimum) + " and " + std::to_string(*maximum);
    return minimum ? "at least " + std::to_string(*minimum) : "at most " + std::to_string(*maximum);
}

}  // namespace

void Text::read(Reader& reader, const Place& place, const Value& value, std::string& out) const {
    const std::string* text = value.string();
    if (text == nullptr) return reader.wrong_type(place, "text", value);
    out = *text;
    const std::size_t length = count_characters(*text);
    if (length > maximum) {
        reader.error(place, "too_long", place.words() + " has " + std::to_string(length) + " characters; at most " + std::to_string(maximum));
    } else if (length < minimum) {
        reader.error(place, "too_short", place.words() + " is empty", "give a text or leave the member out");
    } else if (form != nullptr && !form->matches(*text)) {
        reader.error(place, form->code, place.words() + " is " + json::excerpt(*text) + "; it must be " + std::string(form->words), identifier_hint(*form, *text));
    }
}

void Flag::read(Reader& reader, const Place& place, const Value& value, bool& out) const {
    if (const bool* flag = value.boolean()) {
        out = *flag;
    } else {
        reader.wrong_type(place, "true or false", value);
    }
}

void TwoWords::read(Reader& reader, const Place& place, const Value& value, bool& out) const {
    const std::string_view words[] = {no, yes};
    const std::span<const std::string_view> known = no.empty() ? std::span(words).subspan(1) : std::span(words);
    if (const auto index = read_word(reader, place, value, known)) out = known[*index] == yes;
}

void Whole::read(Reader& reader, const Place& place, const Value& value, int& out) const {
    const json::Number* number = value.number();
    if (number == nullptr) return reader.wrong_type(place, "a whole number", value);
    if (!number->value.is_integer()) {
        return reader.error(place, "not_whole", place.words() + " is " + json::excerpt(value) + "; a whole number is needed");
    }
    if (number->value < Decimal(minimum) || number->value > Decimal(maximum)) {
        return reader.error(place, "out_of_range", place.words() + " is " + json::excerpt(value) + "; " + between(minimum, maximum));
    }
    out = static_cast<int>(number->value.coefficient());
}

void Exact::read(Reader& reader, const Place& place, const Value& value, Decimal& out) const {
    const json::Number* number = value.number();
    if (number == nullptr) return reader.wrong_type(place, "a number", value);
    out = number->value;
    if ((minimum && out < Decimal(*minimum)) || (maximum && out > Decimal(*maximum))) {
        reader.error(place, "out_of_range", place.words() + " is " + json::excerpt(value) + "; " + between(minimum, maximum));
    }
}

void Day::read(Reader& reader, const Place& place, const Value& value, Date& out) const {
    const std::string* text = value.string();
    if (text == nullptr) return reader.wrong_type(place, "a date as YYYY-MM-DD", value);
    if (const auto date = parse_date(*text)) {
        out = *date;
    } else {
        reader.error(place, "bad_date", place.words() + " is " + json::excerpt(*text) + "; a date is written YYYY-MM-DD and must exist in the calendar");
    }
}

void PeriodText::read(Reader& reader, const Place& place, const Value& value, Period& out) const {
    const std::string* text = value.string();
    if (text == nullptr) return reader.wrong_type(place, "a period such as 2018/19", value);
    if (const auto period = parse_period(*text)) {
        out = *period;
    } else {
        reader.error(place, "bad_period", place.words() + " is " + json::excerpt(*text) + "; a period is written 2018/19 or 2018/19 autumn (spring, summer)");
    }
}

void YearText::read(Reader& reader, const Place& place, const Value& value, AcademicYear& out) const {
    const std::string* text = value.string();
    if (text == nullptr) return reader.wrong_type(place, "a school year such as 2018/19", value);
    if (const auto year = parse_academic_year(*text)) {
        out = *year;
    } else {
        reader.error(place, "bad_period", place.words() + " is " + json::excerpt(*text) + "; a school year is written 2018/19");
    }
}

std::optional<std::size_t> read_word(Reader& reader, const Place& place, const Value& value, std::span<const std::string_view> words) {
    const std::string* text = value.string();
    if (text == nullptr) {
        reader.wrong_type(place, "a word", value);
        return std::nullopt;
    }
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == *text) return i;
    std::string known;
    for (const std::string_view word : words) known += (known.empty() ? "" : ", ") + std::string(word);
    reader.error(place, "unknown_word", place.words() + " is " + json::excerpt(*text) + "; it must be one of: " + known, did_you_mean(*text, words));
    return std::nullopt;
}

bool check_count(Reader& reader, const Place& place, std::size_t count, std::size_t minimum, std::size_t maximum) {
    if (count < minimum) {
        reader.error(place, "too_few", place.words() + " has " + std::to_string(count) + " items; at least " + std::to_string(minimum));
    } else if (count > maximum) {
        reader.error(place, "too_many", place.words() + " has " + std::to_string(count) + " items; at most " + std::to_string(maximum));
    }
    return count >= minimum && count <= maximum;
}

void check_unique(Reader& reader, const Place& place, const json::Array& items) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string* text = items[i].string();
        if (text == nullptr || seen.insert(*text).second) continue;
        const Place at(place, i);
        reader.error(at, "duplicate", at.words() + " repeats " + json::excerpt(*text), "keep one of them");
    }
}

}  // namespace schoolimp::inline v0::codec

#include "schoolimp/io/bank_holidays_json.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "io/codec/codecs.hpp"
#include "io/json/parse.hpp"
#include "schoolimp/core/suggestion.hpp"

namespace schoolimp::inline v0 {
namespace codec {
namespace {

/// A member read by its codec; an issue when it is not there.
template <typename Codec>
void read_member(Reader& reader, const Place& object, const Value& value, std::string_view name, const Codec& codec, typename Codec::type& out) {
    if (const Value* member = value.find(name)) return codec.read(reader, Place(object, name), *member, out);
    reader.error(object, "missing_member", "'" + std::string(name) + "' is missing", "each event has a title and a date");
}

/// "Substitute day" in whatever case.
bool speaks_of_substitute(std::string_view notes) {
    std::string lower(notes);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower.find("substitute") != std::string::npos;
}

BankHoliday read_event(Reader& reader, const Place& place, const Value& value) {
    BankHoliday holiday;
    if (value.object() == nullptr) {
        reader.wrong_type(place, "an object", value);
        return holiday;
    }
    read_member(reader, place, value, "title", kText, holiday.title);
    read_member(reader, place, value, "date", kDay, holiday.date);
    const Value* notes = value.find("notes");
    if (notes == nullptr || notes->is_null()) return holiday;
    std::string text;
    kAnyTextOrEmpty.read(reader, Place(place, "notes"), *notes, text);
    holiday.substitute = speaks_of_substitute(text);
    return holiday;
}

/// The events of the division; null, with an issue, when there are none to read.
const json::Array* find_events(Reader& reader, const Value& file, std::string_view division, const Place& root, const Place& at_division) {
    const json::Object* divisions = file.object();
    if (divisions == nullptr) {
        reader.wrong_type(root, "an object of divisions", file);
        return nullptr;
    }
    const Value* found = file.find(division);
    if (found == nullptr) {
        std::vector<std::string> names;
        std::string list;
        for (const json::Member& member : *divisions) names.push_back(member.name);
        for (const std::string& name : names) list += (list.empty() ? "" : ", ") + json::excerpt(name);
        if (list.size() > 300) list = std::to_string(names.size()) + " others";
        reader.error(root, "unknown_name", "there is no division " + json::excerpt(division) + "; " + (list.empty() ? "the file has none" : "there are: " + list), did_you_mean(division, names));
        return nullptr;
    }
    if (found->object() == nullptr) {
        reader.wrong_type(at_division, "an object", *found);
        return nullptr;
    }
    const Value* events = found->find("events");
    if (events == nullptr) {
        reader.error(at_division, "missing_member", "'events' is missing", "the file of GOV.UK lists the days of a division there");
        return nullptr;
    }
    if (events->array() == nullptr) reader.wrong_type(Place(at_division, "events"), "a list", *events);
    return events->array();
}

std::vector<BankHoliday> read_division(Reader& reader, const Value& file, std::string_view division) {
    const Place root, at_division(root, division), at_events(at_division, "events");
    std::vector<BankHoliday> holidays;
    const json::Array* events = find_events(reader, file, division, root, at_division);
    if (events == nullptr) return holidays;
    holidays.reserve(events->size());
    for (std::size_t i = 0; i < events->size(); ++i) holidays.push_back(read_event(reader, Place(at_events, i), (*events)[i]));
    std::stable_sort(holidays.begin(), holidays.end(), [](const BankHoliday& a, const BankHoliday& b) { return a.date < b.date; });
    return holidays;
}

}  // namespace
}  // namespace codec

Result<std::vector<BankHoliday>> parse_bank_holidays(std::string_view text, std::string_view division, const ParseLimits& limits) {
    const Result<json::Value> file = json::parse(text, limits);
    if (!file.ok()) return file.status();
    codec::Reader reader(codec::UnknownMembers::kWarning, limits.max_issues);
    std::vector<BankHoliday> holidays = codec::read_division(reader, *file, division);
    if (reader.failed()) return invalid_document("bank holidays", std::move(reader).take());
    return holidays;
}

}  // namespace schoolimp::inline v0

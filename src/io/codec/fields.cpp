#include "io/codec/fields.hpp"

#include "io/json/parse.hpp"
#include "schoolimp/core/suggestion.hpp"

namespace schoolimp::inline v0::codec::detail {

const Value* ObjectMembers::take(std::string_view name) {
    known_.push_back(name);
    for (const json::Member& member : members_)
        if (member.name == name) return &member.value;
    return nullptr;
}

bool ObjectMembers::has(std::string_view name) const {
    return std::any_of(members_.begin(), members_.end(), [&](const json::Member& member) { return member.name == name; });
}

void ObjectMembers::finish(ExtraMembers* extra) {
    Unknown unknown;
    for (const json::Member& member : members_)
        if (std::find(known_.begin(), known_.end(), member.name) == known_.end()) unknown.push_back(&member);
    if (!missing_.empty()) report_missing(unknown);
    for (const json::Member* member : unknown) report_unknown(*member, extra != nullptr);
    if (extra != nullptr) keep(std::move(unknown), *extra);
}

void ObjectMembers::report_missing(const Unknown& unknown) {
    std::vector<std::string_view> names;
    for (const json::Member* member : unknown) names.push_back(member->name);
    for (const Missing& gap : missing_) {
        std::string message = "'" + std::string(gap.name) + "' is missing";
        if (!gap.why.empty()) message += ": " + std::string(gap.why);
        const std::string near = nearest_word(gap.name, names);
        reader_.error(place_, "missing_member", std::move(message), near.empty() ? std::string() : "there is '" + near + "': did you mean '" + std::string(gap.name) + "'?");
    }
}

void ObjectMembers::report_unknown(const json::Member& member, bool kept) {
    const Place at(place_, member.name);
    std::string message = json::excerpt(member.name) + " is not a member of this object";
    if (reader_.unknown_members() == UnknownMembers::kError) return reader_.error(at, "unknown_member", std::move(message), did_you_mean(member.name, known_));
    message += kept ? " that this version knows; it is kept, and has no effect" : "; it is not kept";
    reader_.warning(at, "unknown_member", std::move(message), did_you_mean(member.name, known_));
}

void ObjectMembers::keep(Unknown unknown, ExtraMembers& extra) {
    // In order of name each one goes to the end, however many there are.
    std::sort(unknown.begin(), unknown.end(), [](const json::Member* a, const json::Member* b) { return a->name < b->name; });
    for (const json::Member* member : unknown) {
        Writer text(JsonStyle::kCanonical);
        json::write_ordered(text, member->value);
        extra.set(member->name, std::move(text).take());
    }
}

void ExtraOutput::write(Writer& writer) const {
    // What a host hands over is read once more: it may be no JSON, and what is written always is.
    constexpr ParseLimits kAny{kNoLimit, ParseLimits::kGreatestDepth, kNoLimit, kNoLimit, 1};
    for (const ExtraMember& member : extra_) {
        if (std::find(known_.begin(), known_.end(), member.name) != known_.end()) continue;
        writer.name(member.name);
        if (const Result<Value> value = json::parse(member.json, kAny); value.ok()) {
            json::write_ordered(writer, *value);
        } else {
            writer.string(member.json);
        }
    }
}

}  // namespace schoolimp::inline v0::codec::detail

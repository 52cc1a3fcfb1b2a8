#include "io/codec/fields.hpp"

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

void ObjectMembers::finish() {
    std::vector<std::string> unknown;
    for (const json::Member& member : members_)
        if (std::find(known_.begin(), known_.end(), member.name) == known_.end()) unknown.push_back(member.name);
    for (const Missing& gap : missing_) {
        std::string message = "'" + std::string(gap.name) + "' is missing";
        if (!gap.why.empty()) message += ": " + std::string(gap.why);
        const std::string near = nearest_word(gap.name, unknown);
        reader_.error(place_, "missing_member", std::move(message), near.empty() ? std::string() : "there is '" + near + "': did you mean '" + std::string(gap.name) + "'?");
    }
    for (const std::string& name : unknown) {
        const Place at(place_, name);
        if (reader_.unknown_members() == UnknownMembers::kError) {
            reader_.error(at, "unknown_member", json::excerpt(name) + " is not a member of this object", did_you_mean(name, known_));
        } else {
            reader_.warning(at, "unknown_member", json::excerpt(name) + " is not a member of this object; it is not kept", did_you_mean(name, known_));
        }
    }
}

}  // namespace schoolimp::inline v0::codec::detail

// Members of a document's object that this version does not know: kept, so that data written by newer software survives being read and written by older.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// One member: its name and the JSON text of its value.
struct ExtraMember {
    std::string name;
    std::string json;  ///< As read: canonical (no white space, objects ordered by name). What a host puts here and is no JSON is written as text.
    friend bool operator==(const ExtraMember&, const ExtraMember&) = default;
};

/// The unknown members of one object, each name once, ordered by name; they are written after the known ones. A name the object knows is never written twice:
/// the known member stands. Nearly no object has any, so an empty set costs one pointer.
class ExtraMembers {
public:
    ExtraMembers() = default;
    ExtraMembers(const ExtraMembers& other) : members_(other.empty() ? nullptr : std::make_unique<std::vector<ExtraMember>>(*other.members_)) {}
    ExtraMembers(ExtraMembers&&) noexcept = default;
    ExtraMembers& operator=(const ExtraMembers& other) {
        if (this != &other) *this = ExtraMembers(other);
        return *this;
    }
    ExtraMembers& operator=(ExtraMembers&&) noexcept = default;
    ~ExtraMembers() = default;

    bool empty() const { return members_ == nullptr || members_->empty(); }
    std::size_t size() const { return members_ == nullptr ? 0 : members_->size(); }
    const ExtraMember* begin() const { return members_ == nullptr ? nullptr : members_->data(); }
    const ExtraMember* end() const { return members_ == nullptr ? nullptr : members_->data() + members_->size(); }

    /// The JSON text of a member; null when there is none of this name.
    const std::string* find(std::string_view name) const {
        const ExtraMember* at = place_of(name);
        return at != end() && at->name == name ? &at->json : nullptr;
    }

    /// Adds a member, or replaces the one of this name.
    void set(std::string name, std::string json) {
        const auto position = place_of(name) - begin();
        if (members_ == nullptr) members_ = std::make_unique<std::vector<ExtraMember>>();
        const auto at = members_->begin() + position;
        if (at != members_->end() && at->name == name) {
            at->json = std::move(json);
        } else {
            members_->insert(at, ExtraMember{std::move(name), std::move(json)});
        }
    }

    /// Adds the members of `other` that are not here yet.
    void add_missing(const ExtraMembers& other) {
        for (const ExtraMember& member : other)
            if (find(member.name) == nullptr) set(member.name, member.json);
    }

    friend bool operator==(const ExtraMembers& a, const ExtraMembers& b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }

private:
    const ExtraMember* place_of(std::string_view name) const {
        return std::lower_bound(begin(), end(), name, [](const ExtraMember& member, std::string_view wanted) { return member.name < wanted; });
    }

    std::unique_ptr<std::vector<ExtraMember>> members_;
};

}  // namespace schoolimp::inline v0

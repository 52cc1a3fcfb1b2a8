// Trust: the schools, people and bodies a framework is applied to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/date.hpp"
#include "schoolimp/core/extra_members.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// One school of a trust.
struct School {
    std::string id;                         ///< Customarily the URN.
    std::string name;
    std::string phase;                      ///< A framework document's applies_to word: nursery, primary, middle, secondary, all_through, special, alternative_provision, sixth_form; empty when not known.
    std::string type;                       ///< Type of establishment, as published.
    std::string laestab;
    std::string local_authority;
    std::optional<Date> joined;             ///< When it joined the trust.
    std::optional<int> pupils;
    std::vector<std::string> predecessors;  ///< Ids of school records whose history it may inherit.
    std::string school_year;                ///< Id of its SchoolYear document; empty for the trust's only one.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const School&, const School&) = default;
};

/// A person who holds roles of the framework, for the whole trust or for some schools.
struct Person {
    std::string id;
    std::string name;
    std::vector<std::string> roles;
    std::vector<std::string> schools;  ///< Empty: the whole trust.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const Person&, const Person&) = default;
};

/// Schema "schoolimp/trust/1".
struct Trust {
    std::string id;
    std::string name;
    std::string uid;  ///< GIAS group UID.
    std::vector<School> schools;
    std::vector<Person> people;
    ExtraMembers extra{};  ///< Members a newer version wrote.

    const School* find_school(std::string_view school_id) const {
        for (const School& school : schools)
            if (school.id == school_id) return &school;
        return nullptr;
    }
    friend bool operator==(const Trust&, const Trust&) = default;
};

}  // namespace schoolimp::inline v0

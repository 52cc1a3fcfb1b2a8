#include "schoolimp/io/trust_json.hpp"

#include <set>

#include "io/codec/document.hpp"
#include "io/codec/identifiers.hpp"
#include "schoolimp/core/suggestion.hpp"

namespace schoolimp::inline v0 {
namespace codec {

constexpr std::string_view kTrustSchema = "schoolimp/trust/1";

template <typename Visitor>
void describe(Visitor& fields, Of<School>) {
    fields.required("id", &School::id, kKey);
    fields.optional("name", &School::name, kText);
    fields.optional("phase", &School::phase, WordText<SchoolPhase>{});
    fields.optional("type", &School::type, kText);
    fields.optional("laestab", &School::laestab, kText);
    fields.optional("local_authority", &School::local_authority, kText);
    fields.optional("joined", &School::joined, kDay);
    fields.optional("pupils", &School::pupils, Whole{0, 100'000});
    fields.optional("predecessors", &School::predecessors, kKeys);
    fields.optional("school_year", &School::school_year, kKey);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Person>) {
    fields.required("id", &Person::id, kKey);
    fields.optional("name", &Person::name, kText);
    fields.optional("roles", &Person::roles, list_of(kSimpleId));
    fields.optional("schools", &Person::schools, kKeys);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Trust>) {
    fields.optional("id", &Trust::id, kKey);
    fields.optional("name", &Trust::name, kText);
    fields.optional("uid", &Trust::uid, kKey);
    fields.required("schools", &Trust::schools, kListOf<School>);
    fields.optional("people", &Trust::people, kListOf<Person>);
}

}  // namespace codec

namespace {

template <typename Item>
void check_ids(const std::vector<Item>& items, const char* list, std::vector<Issue>& issues) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (seen.insert(items[i].id).second) continue;
        const std::string pointer = "/" + std::string(list) + "/" + std::to_string(i) + "/id";
        issues.push_back({pointer, "duplicate", "the id '" + items[i].id + "' stands twice in '" + list + "'", "give each its own id", Severity::kError});
    }
}

void check_schools_of_people(const Trust& trust, std::vector<Issue>& issues) {
    std::vector<std::string> known;
    for (const School& school : trust.schools) known.push_back(school.id);
    for (std::size_t i = 0; i < trust.people.size(); ++i) {
        const std::vector<std::string>& schools = trust.people[i].schools;
        for (std::size_t j = 0; j < schools.size(); ++j) {
            if (trust.find_school(schools[j]) != nullptr) continue;
            const std::string pointer = "/people/" + std::to_string(i) + "/schools/" + std::to_string(j);
            issues.push_back({pointer, "unknown_name", "the trust has no school '" + schools[j] + "'", did_you_mean(schools[j], known), Severity::kError});
        }
    }
}

std::vector<Issue> check_trust(const Trust& trust) {
    std::vector<Issue> issues;
    check_ids(trust.schools, "schools", issues);
    check_ids(trust.people, "people", issues);
    check_schools_of_people(trust, issues);
    return issues;
}

}  // namespace

Result<Trust> parse_trust(std::string_view text, const ParseLimits& limits, std::vector<Issue>* warnings) {
    return codec::parse_document<Trust>(text, codec::kTrustSchema, "trust", codec::UnknownMembers::kWarning, limits, warnings, check_trust);
}

std::string write_trust(const Trust& trust, JsonStyle style) { return codec::write_document(trust, codec::kTrustSchema, style); }

}  // namespace schoolimp::inline v0

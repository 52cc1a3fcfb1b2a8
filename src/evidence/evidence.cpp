#include "schoolimp/evidence/evidence.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace schoolimp::inline v0 {

namespace {

/// Orders absent before present: what has no recording date was known from the start.
auto sort_key(const Observation& o) {
    return std::tuple(std::string_view(o.school), std::string_view(o.indicator), std::string_view(o.group), valid_date(o), o.period, o.recorded_at);
}

/// One cell recorded once: an observation per period, or per date where there is no period.
auto recording_key(const Observation& o) {
    const std::optional<Date> date = o.period ? std::nullopt : o.observed_on;
    return std::tuple(std::string_view(o.school), std::string_view(o.indicator), std::string_view(o.group), o.period, date, o.recorded_at);
}

std::string text_of(const ObservedValue& value) {
    if (const auto* reason = std::get_if<MissingReason>(&value)) return "missing (" + std::string(to_word(*reason)) + ")";
    if (const auto* number = std::get_if<Decimal>(&value)) return to_string(*number);
    if (const auto* boolean = std::get_if<bool>(&value)) return *boolean ? "true" : "false";
    if (const auto* date = std::get_if<Date>(&value)) return to_string(*date);
    return std::get<std::string>(value);
}

std::string place_of(const Observation& o) {
    std::string text = "school '" + o.school + "', indicator '" + o.indicator + "'";
    if (!o.group.empty()) text += ", group '" + o.group + "'";
    if (o.period) return text + ", period " + to_string(*o.period);
    return o.observed_on ? text + ", observed on " + to_string(*o.observed_on) : text;
}

std::string pointer_to(std::size_t position) { return "/observations/" + std::to_string(position); }

void check_placed(const Observation& o, std::size_t position, std::vector<Issue>& issues) {
    const auto require = [&](bool present, const char* what, const char* hint) {
        if (!present) issues.push_back({pointer_to(position), "required", std::string("an observation has no ") + what + ": " + place_of(o), hint});
    };
    require(!o.school.empty(), "school", "give the school's id, customarily its URN");
    require(!o.indicator.empty(), "indicator", "give the indicator's id");
    require(o.period || o.observed_on, "date", "give the period, or observed_on for indicators without periods");
}

using Positions = std::vector<std::size_t>;

void check_conflicts(const std::vector<Observation>& observations, Positions positions, std::vector<Issue>& issues) {
    std::stable_sort(positions.begin(), positions.end(),
                     [&](std::size_t a, std::size_t b) { return recording_key(observations[a]) < recording_key(observations[b]); });
    std::size_t first = 0;  // The first observation of the run of equal keys that i is in.
    for (std::size_t i = 1; i < positions.size(); ++i) {
        const Observation& a = observations[positions[first]];
        const Observation& b = observations[positions[i]];
        if (recording_key(a) != recording_key(b)) {
            first = i;
            continue;
        }
        if (a.value == b.value) continue;
        issues.push_back({pointer_to(positions[i]), "conflict",
                          place_of(b) + " is " + text_of(b.value) + " here and " + text_of(a.value) + " at " + pointer_to(positions[first]) +
                              (b.recorded_at ? ", both recorded on " + to_string(*b.recorded_at) : ", both without a recording date"),
                          "keep one of them, or give the later one a later recorded_at"});
    }
}

}  // namespace

std::optional<Date> valid_date(const Observation& observation) {
    if (observation.observed_on) return observation.observed_on;
    if (observation.period) return customary_end(*observation.period);
    return std::nullopt;
}

Result<Evidence> Evidence::from(std::vector<Observation> observations, ExtraMembers extra) {
    std::vector<Issue> issues;
    for (std::size_t i = 0; i < observations.size(); ++i) check_placed(observations[i], i, issues);
    Positions positions(observations.size());
    std::iota(positions.begin(), positions.end(), std::size_t{0});
    check_conflicts(observations, std::move(positions), issues);
    if (!issues.empty()) return invalid_document("evidence", std::move(issues));
    std::stable_sort(observations.begin(), observations.end(), [](const Observation& a, const Observation& b) { return sort_key(a) < sort_key(b); });
    observations.erase(std::unique(observations.begin(), observations.end()), observations.end());  // The same line given twice is one observation.
    Evidence evidence;
    evidence.observations_ = std::move(observations);
    evidence.extra_ = std::move(extra);
    return evidence;
}

std::vector<std::string> Evidence::schools() const {
    std::vector<std::string> ids;
    for (const Observation& o : observations_)
        if (ids.empty() || ids.back() != o.school) ids.push_back(o.school);
    return ids;
}

std::span<const Observation> Evidence::of(std::string_view school) const {
    const auto first = std::lower_bound(observations_.begin(), observations_.end(), school,
                                        [](const Observation& o, std::string_view id) { return o.school < id; });
    const auto last = std::upper_bound(first, observations_.end(), school, [](std::string_view id, const Observation& o) { return id < o.school; });
    return {first, last};
}

Result<Evidence> Evidence::merged(const Evidence& other) const {
    std::vector<Observation> all = observations_;
    all.insert(all.end(), other.observations_.begin(), other.observations_.end());
    ExtraMembers extra = extra_;
    extra.add_missing(other.extra_);
    return from(std::move(all), std::move(extra));
}

Result<Evidence> Evidence::with_predecessor(std::string_view successor, std::string_view predecessor) const {
    std::vector<Observation> all = observations_;
    for (Observation observation : of(predecessor)) {
        observation.school = successor;
        if (!observation.note.empty()) observation.note += "; ";
        observation.note += "from predecessor " + std::string(predecessor);
        all.push_back(std::move(observation));
    }
    return from(std::move(all), extra_);
}

}  // namespace schoolimp::inline v0

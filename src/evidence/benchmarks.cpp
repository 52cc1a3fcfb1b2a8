#include "schoolimp/evidence/benchmarks.hpp"

#include <algorithm>
#include <tuple>

namespace schoolimp::inline v0 {

namespace {

auto key(const Benchmark& b) { return std::tuple(std::string_view(b.indicator), std::string_view(b.group), std::string_view(b.phase), b.period); }
bool key_less(const Benchmark& a, const Benchmark& b) { return key(a) < key(b); }
bool key_equal(const Benchmark& a, const Benchmark& b) { return key(a) == key(b); }

std::string place_of(const Benchmark& b) {
    std::string text = "national figure for '" + b.indicator + "'";
    if (!b.group.empty()) text += ", group '" + b.group + "'";
    return text + ", phase '" + b.phase + "', period " + to_string(b.period);
}

}  // namespace

Result<Benchmarks> Benchmarks::from(std::vector<Benchmark> lines, ExtraMembers extra) {
    std::stable_sort(lines.begin(), lines.end(), key_less);
    std::vector<Issue> issues;
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (key_equal(lines[i - 1], lines[i]) && lines[i - 1].value != lines[i].value)
            issues.push_back({"", "conflict", place_of(lines[i]) + " is given as " + to_string(lines[i - 1].value) + " and as " + to_string(lines[i].value),
                              "keep one of them"});
    if (!issues.empty()) return invalid_document("benchmarks", std::move(issues));
    lines.erase(std::unique(lines.begin(), lines.end(), key_equal), lines.end());
    Benchmarks benchmarks;
    benchmarks.lines_ = std::move(lines);
    benchmarks.extra_ = std::move(extra);
    return benchmarks;
}

const Benchmark* Benchmarks::find(std::string_view indicator, std::string_view group, Period period, std::string_view phase) const {
    for (const std::string_view wanted : {phase, std::string_view("all")}) {
        const auto target = std::tuple(indicator, group, wanted, period);
        const auto found = std::lower_bound(lines_.begin(), lines_.end(), target, [](const Benchmark& b, const auto& t) { return key(b) < t; });
        if (found != lines_.end() && key(*found) == target) return &*found;
    }
    return nullptr;
}

Benchmarks Benchmarks::overlaid(const Benchmarks& other) const {
    Benchmarks result;
    // On equal keys set_union keeps the line of the first range.
    std::set_union(other.lines_.begin(), other.lines_.end(), lines_.begin(), lines_.end(), std::back_inserter(result.lines_), key_less);
    result.extra_ = other.extra_;
    result.extra_.add_missing(extra_);
    return result;
}

}  // namespace schoolimp::inline v0

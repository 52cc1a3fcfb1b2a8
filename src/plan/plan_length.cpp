#include "plan/plan_length.hpp"

#include <algorithm>
#include <chrono>

#include "plan/cadence_words.hpp"
#include "plan/in_force.hpp"
#include "plan/sentences.hpp"
#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0::plan_detail {

namespace {

/// The stated maximum stay at one of the levels, and which level that is.
struct Stay {
    int n = 0;
    TimeUnit unit = TimeUnit::kDay;
    std::string level;
};

/// First level with a stated maximum wins: levels come in the order of the framework's questions.
std::optional<Stay> stated_stay(const Framework& framework, const std::vector<PlanLevel>& levels) {
    for (const PlanLevel& level : levels)
        for (const Movement& movement : framework.document().movements) {
            if (movement.kind != MovementKind::kDuration || !movement.duration || !movement.duration->maximum) continue;
            if (std::find(movement.levels.begin(), movement.levels.end(), level.level) == movement.levels.end()) continue;
            return Stay{*movement.duration->maximum, movement.duration->unit, level.level};
        }
    return std::nullopt;
}

/// Last day of the nth half term or term, the one of `start` being the first; none beyond the year.
std::optional<Date> end_of_period(const SchoolYear& year, Date start, int n, bool terms) {
    std::optional<Date> last;
    int count = 0;
    std::optional<SchoolTerm> previous;
    for (int i = 0; i < year.half_term_count(); ++i) {
        const HalfTerm& half = year.half_term(i);
        if (half.last < start) continue;
        if (!terms || previous != half.term) ++count;
        previous = half.term;
        if (count > n) return last;
        last = half.last;
    }
    return count == n ? last : std::nullopt;
}

/// Last calendar day of the stay; none when the school year does not reach so far.
std::optional<Date> last_day(const Stay& stay, Date start, const SchoolYear& year) {
    using std::chrono::days;
    switch (stay.unit) {
        case TimeUnit::kDay: return start + days{stay.n - 1};
        case TimeUnit::kSchoolDay: return year.school_day_after(start, stay.n - 1);
        case TimeUnit::kWeek: return start + days{7 * stay.n - 1};
        case TimeUnit::kMonth: return add_months(start, stay.n) - days{1};
        case TimeUnit::kHalfTerm: return end_of_period(year, start, stay.n, false);
        case TimeUnit::kTerm: return end_of_period(year, start, stay.n, true);
        case TimeUnit::kSchoolYear: return stay.n == 1 ? std::optional<Date>(year.last_school_day()) : std::nullopt;
    }
    return std::nullopt;
}

OpenPoint length_point(std::string text) { return {"", "length", std::move(text)}; }

std::string level_titles(const Framework& framework, const std::vector<PlanLevel>& levels) {
    std::vector<std::string> titles;
    for (const PlanLevel& level : levels) titles.push_back(quoted(level_title(framework, level.level)));
    return joined(titles, "and");
}

}  // namespace

PlanEnd plan_end(const Framework& framework, const std::vector<PlanLevel>& levels, Date start, const SchoolYear& year) {
    const Date year_end = year.last_school_day();
    const std::optional<Stay> stay = stated_stay(framework, levels);
    if (!stay)
        return {year_end, {length_point("The framework gives no length for " + level_titles(framework, levels) + ". The plan runs to the end of the school year, " +
                                        long_date(year_end) + ", until another end is agreed.")}};
    const std::optional<Date> last = last_day(*stay, start, year);
    if (last && *last <= year.range().last) return {std::max(start, *year.previous_school_day(*last)), {}};
    return {year_end, {length_point("The framework allows " + counted(stay->n, cadence_detail::unit_word(stay->unit)) + " at " + quoted(level_title(framework, stay->level)) +
                                    ", which goes beyond the school year. The plan stops at its end, " + long_date(year_end) +
                                    "; agree how it goes on after that.")}};
}

bool ends_by_default(const Plan& plan) {
    return plan.end && std::any_of(plan.to_be_agreed.begin(), plan.to_be_agreed.end(), [&](const OpenPoint& point) {
        return point.item.empty() && point.what == "length" && point.text.find(long_date(*plan.end)) != std::string::npos;
    });
}

std::string end_condition(const Framework& framework, const std::vector<PlanLevel>& levels) {
    std::string text;
    for (const Movement& movement : framework.document().movements) {
        if (movement.kind != MovementKind::kExit && movement.kind != MovementKind::kDuration) continue;
        if (movement.levels.empty() || !concerns(movement.levels, levels)) continue;
        const std::string& words = movement.text.empty() ? movement.until : movement.text;
        if (words.empty() || text.find(words) != std::string::npos) continue;
        if (!text.empty()) text += ' ';
        text += words;
    }
    return text;
}

}  // namespace schoolimp::inline v0::plan_detail

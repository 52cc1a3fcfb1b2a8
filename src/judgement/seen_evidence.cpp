#include <algorithm>
#include <utility>

#include "judgement/cells.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr int kMonthsOfTerm = 4, kMonthsOfHalfTerm = 2, kMonthsOfYear = 12;

bool seen_at(const Observation& observation, const AsOf& as_of) {
    const std::optional<Date> date = valid_date(observation);
    return date && *date <= as_of.valid && (!observation.recorded_at || *observation.recorded_at <= as_of.known);
}

/// Recorded later, or (recorded together) observed later.
bool supersedes(const Observation& a, const Observation& b) {
    return a.recorded_at != b.recorded_at ? b.recorded_at < a.recorded_at : valid_date(b) <= valid_date(a);
}

/// Those with a period first, by period; then by date.
bool comes_before(const Observation& a, const Observation& b) {
    if (a.period.has_value() != b.period.has_value()) return a.period.has_value();
    return a.period ? *a.period < *b.period : *a.observed_on < *b.observed_on;
}

bool is_term(const Period& period) { return period.term > 0; }

/// `n` units before a date, by the customary lengths: a term is four months, a half term two, five school days a week.
Date before(Date date, int n, TimeUnit unit) {
    switch (unit) {
        case TimeUnit::kDay: return date - std::chrono::days{n};
        case TimeUnit::kSchoolDay: return date - std::chrono::days{(n * 7 + 4) / 5};
        case TimeUnit::kWeek: return date - std::chrono::days{7 * n};
        case TimeUnit::kMonth: return add_months(date, -n);
        case TimeUnit::kHalfTerm: return add_months(date, -kMonthsOfHalfTerm * n);
        case TimeUnit::kTerm: return add_months(date, -kMonthsOfTerm * n);
        case TimeUnit::kSchoolYear: return add_months(date, -kMonthsOfYear * n);
    }
    return date;
}

}  // namespace

std::optional<Date> oldest_that_counts(const Indicator& indicator, int shift, const AsOf& as_of) {
    if (!indicator.max_age || (indicator.period == PeriodKind::kPoint && shift > 0)) return std::nullopt;
    const std::optional<int> limit = indicator.max_age->maximum ? indicator.max_age->maximum : indicator.max_age->minimum;
    if (!limit) return std::nullopt;
    const int months = indicator.period == PeriodKind::kTerm ? kMonthsOfTerm : kMonthsOfYear;
    const Date then = shift == 0 ? as_of.valid : add_months(as_of.valid, -months * shift);
    return before(then, *limit, indicator.max_age->unit);
}

// Evidence is ordered by indicator and group, so what belongs to one series stands together.
SeenEvidence::SeenEvidence(std::span<const Observation> observations, const AsOf& as_of) : as_of_(as_of) {
    kept_.reserve(observations.size());
    series_.reserve(observations.size());
    for (const Observation& observation : observations) {
        if (!seen_at(observation, as_of)) continue;
        if (series_.empty() || series_.back().indicator != observation.indicator || series_.back().group != observation.group)
            series_.push_back({observation.indicator, observation.group, kept_.size(), kept_.size()});
        Series& series = series_.back();
        const auto first = kept_.begin() + static_cast<std::ptrdiff_t>(series.first);
        const auto place = std::lower_bound(first, kept_.end(), &observation, [](const Observation* a, const Observation* b) { return comes_before(*a, *b); });
        if (place == kept_.end() || comes_before(observation, **place)) {
            kept_.insert(place, &observation);
            ++series.last;
        } else if (supersedes(observation, **place)) {
            *place = &observation;
        }
    }
}

SeenEvidence::Groups SeenEvidence::groups_of(const Indicator& indicator) const {
    const auto first = std::lower_bound(series_.begin(), series_.end(), indicator.id, [](const Series& series, const std::string& id) { return series.indicator < id; });
    auto last = first;
    while (last != series_.end() && last->indicator == indicator.id) ++last;
    const std::span<const Series> series(first, last);
    return {series, current_period(indicator, series)};
}

std::optional<Period> SeenEvidence::current_period(const Indicator& indicator, std::span<const Series> groups) const {
    if (indicator.period == PeriodKind::kPoint) return std::nullopt;
    if (indicator.period == PeriodKind::kSchoolYear && as_of_.period) return Period{*as_of_.period, 0};
    std::optional<Period> latest;
    for (const Series& series : groups)
        for (std::size_t i = series.first; i < series.last; ++i) {
            const std::optional<Period>& period = kept_[i]->period;
            if (period && is_term(*period) == (indicator.period == PeriodKind::kTerm) && (!latest || *latest < *period)) latest = period;
        }
    return latest;
}

Cell SeenEvidence::find(const Indicator& indicator, const Groups& groups, std::string_view group, int shift) const {
    Cell cell;
    const auto series = std::find_if(groups.series.begin(), groups.series.end(), [&](const Series& s) { return s.group == group; });
    const auto observations = series == groups.series.end() ? std::span<const Observation* const>() : std::span(kept_).subspan(series->first, series->last - series->first);
    if (indicator.period == PeriodKind::kPoint) {
        const auto back = observations.size() - std::min(observations.size(), static_cast<std::size_t>(shift) + 1);
        if (static_cast<std::size_t>(shift) >= observations.size() || observations[back]->period) return cell;
        cell.observation = observations[back];
        cell.period = Period{academic_year_of(*cell.observation->observed_on), 0};
        return cell;
    }
    if (!groups.current) return cell;
    cell.period = shifted(*groups.current, shift);
    for (const Observation* observation : observations)
        if (observation->period == cell.period) cell.observation = observation;
    return cell;
}

std::optional<MissingReason> missing_reason(const Indicator& indicator, const Cell& cell, int shift, const AsOf& as_of) {
    if (cell.observation == nullptr) return MissingReason::kNotLoaded;
    const Observation& observation = *cell.observation;
    if (const auto* reason = std::get_if<MissingReason>(&observation.value)) return *reason;
    if (const std::optional<Date> oldest = oldest_that_counts(indicator, shift, as_of); oldest && *valid_date(observation) < *oldest) return MissingReason::kStale;
    if (indicator.minimum_cohort && observation.cohort && *observation.cohort < *indicator.minimum_cohort) return MissingReason::kTooSmall;
    return std::nullopt;
}

}  // namespace schoolimp::inline v0

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

template <typename Key>
void keep_latest(std::map<Key, const Observation*>& cells, const Key& key, const Observation& observation) {
    const Observation*& kept = cells[key];
    if (kept == nullptr || supersedes(observation, *kept)) kept = &observation;
}

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

/// An earlier reading is aged as it was then: prior() of a yearly figure is not stale for being a year older. Earlier point observations do not age.
bool is_stale(const Indicator& indicator, const Observation& observation, int shift, const AsOf& as_of) {
    if (!indicator.max_age || (indicator.period == PeriodKind::kPoint && shift > 0)) return false;
    const std::optional<int> limit = indicator.max_age->maximum ? indicator.max_age->maximum : indicator.max_age->minimum;
    if (!limit) return false;
    const int months = indicator.period == PeriodKind::kTerm ? kMonthsOfTerm : kMonthsOfYear;
    const Date then = shift == 0 ? as_of.valid : add_months(as_of.valid, -months * shift);
    return *valid_date(observation) < before(then, *limit, indicator.max_age->unit);
}

}  // namespace

SeenEvidence::SeenEvidence(std::span<const Observation> observations, const AsOf& as_of) : as_of_(as_of) {
    for (const Observation& observation : observations) {
        if (!seen_at(observation, as_of)) continue;
        Series& series = series_[{observation.indicator, observation.group}];
        if (observation.period) {
            keep_latest(series.by_period, *observation.period, observation);
            std::map<bool, Period>& latest = latest_[observation.indicator];
            const auto [at, is_new] = latest.try_emplace(observation.period->term > 0, *observation.period);
            if (!is_new && at->second < *observation.period) at->second = *observation.period;
        } else {
            keep_latest(series.by_date, *observation.observed_on, observation);
        }
    }
}

std::optional<Period> SeenEvidence::current_period(const Indicator& indicator) const {
    if (indicator.period == PeriodKind::kSchoolYear && as_of_.period) return Period{*as_of_.period, 0};
    const auto found = latest_.find(indicator.id);
    if (found == latest_.end()) return std::nullopt;
    const auto latest = found->second.find(indicator.period == PeriodKind::kTerm);
    return latest == found->second.end() ? std::nullopt : std::optional<Period>(latest->second);
}

Cell SeenEvidence::find(const Indicator& indicator, std::string_view group, int shift) const {
    Cell cell;
    const auto series = series_.find({indicator.id, group});
    if (indicator.period == PeriodKind::kPoint) {
        if (series == series_.end() || static_cast<int>(series->second.by_date.size()) <= shift) return cell;
        cell.observation = std::next(series->second.by_date.rbegin(), shift)->second;
        cell.period = Period{academic_year_of(*cell.observation->observed_on), 0};
        return cell;
    }
    const std::optional<Period> current = current_period(indicator);
    if (!current) return cell;
    cell.period = shifted(*current, shift);
    if (series == series_.end()) return cell;
    const auto found = series->second.by_period.find(*cell.period);
    if (found != series->second.by_period.end()) cell.observation = found->second;
    return cell;
}

std::optional<MissingReason> missing_reason(const Indicator& indicator, const Cell& cell, int shift, const AsOf& as_of) {
    if (cell.observation == nullptr) return MissingReason::kNotLoaded;
    const Observation& observation = *cell.observation;
    if (const auto* reason = std::get_if<MissingReason>(&observation.value)) return *reason;
    if (is_stale(indicator, observation, shift, as_of)) return MissingReason::kStale;
    if (indicator.minimum_cohort && observation.cohort && *observation.cohort < *indicator.minimum_cohort) return MissingReason::kTooSmall;
    return std::nullopt;
}

}  // namespace schoolimp::inline v0

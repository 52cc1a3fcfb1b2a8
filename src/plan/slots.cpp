#include "plan/slots.hpp"

#include <algorithm>
#include <chrono>

#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0::cadence_detail {

namespace {

constexpr int kOne = 1 << 16;  // fractions are in 1/65536: the same on every machine

/// The van der Corput sequence in base 2: 0, 1/2, 1/4, 3/4, 1/8 ... Any number of schools is spread evenly, and one more school moves no other.
int spread(int n) {
    int result = 0;
    for (int bit = 0; bit < 16; ++bit)
        if (n & (1 << bit)) result |= 1 << (15 - bit);
    return result;
}

int scaled(int fraction, int length) { return static_cast<int>((static_cast<long long>(fraction) * length) >> 16); }

DaySpan span_of(const SchoolYear& year, Date first, Date last) {
    return {year.school_days_before(first), year.school_days_before(last + std::chrono::days{1}) - 1};
}

/// One period of a cadence: its school days and its name.
struct CadencePeriod {
    DaySpan days;
    DaySpan fallback;  // where a slot may go beyond its period; the same as days but for fortnights
    std::string title;
};

void add_period(std::vector<CadencePeriod>& periods, DaySpan days, std::string title) {
    if (days.size() > 0) periods.push_back({days, days, std::move(title)});
}

DaySpan week_span(const SchoolYear& year, int number) {
    const Date monday = year.week_start(number);
    return span_of(year, monday, monday + std::chrono::days{6});
}

std::vector<CadencePeriod> weeks(const SchoolYear& year) {
    std::vector<CadencePeriod> periods;
    for (int number = 1; number <= year.week_count(); ++number)
        add_period(periods, week_span(year, number), "school week " + std::to_string(number) + " (beginning " + long_date(year.week_start(number)) + ")");
    return periods;
}

/// Pairs of school weeks, holidays skipped.
std::vector<CadencePeriod> fortnights(const SchoolYear& year) {
    std::vector<CadencePeriod> periods;
    for (int number = 1; number <= year.week_count(); number += 2) {
        const int second = std::min(number + 1, year.week_count());
        std::string title(second > number ? "school weeks " : "school week ");
        title += std::to_string(number);
        if (second > number) title.append(" and ").append(std::to_string(second));
        title.append(" (beginning ").append(long_date(year.week_start(number))).append(")");
        add_period(periods, {week_span(year, number).first, week_span(year, second).last}, std::move(title));
    }
    return periods;
}

/// Every other school week, odd or even ones by the school's position; when a week is blocked the other week of the pair will do.
std::vector<CadencePeriod> alternate_weeks(const SchoolYear& year, int parity) {
    std::vector<CadencePeriod> all = weeks(year), result;
    for (std::size_t i = static_cast<std::size_t>(parity); i < all.size(); i += 2) {
        const std::size_t partner = parity == 0 ? std::min(i + 1, all.size() - 1) : i - 1;
        all[i].fallback = {std::min(all[i].days.first, all[partner].days.first), std::max(all[i].days.last, all[partner].days.last)};
        result.push_back(all[i]);
    }
    return result;
}

std::vector<CadencePeriod> months(const SchoolYear& year) {
    using namespace std::chrono;
    std::vector<CadencePeriod> periods;
    const auto month_of = [](Date date) {
        const year_month_day ymd{date};
        return ymd.year() / ymd.month();
    };
    for (year_month month = month_of(year.first_school_day()); month <= month_of(year.last_school_day()); month += std::chrono::months{1})
        add_period(periods, span_of(year, Date{month / 1}, Date{month / last}),
                   std::string(kMonthNames[static_cast<unsigned>(month.month()) - 1]) + ' ' + std::to_string(static_cast<int>(month.year())));
    return periods;
}

std::vector<CadencePeriod> half_terms(const SchoolYear& year) {
    std::vector<CadencePeriod> periods;
    for (int i = 0; i < year.half_term_count(); ++i) add_period(periods, span_of(year, year.half_term(i).first, year.half_term(i).last), year.half_term_title(i));
    return periods;
}

std::vector<CadencePeriod> terms(const SchoolYear& year) {
    std::vector<CadencePeriod> periods;
    for (const SchoolTerm term : year.terms()) {
        const DateRange range = *year.term_range(term);
        add_period(periods, span_of(year, range.first, range.last), "the " + std::string(to_word(term)) + " term (" + long_range(range.first, range.last) + ")");
    }
    return periods;
}

std::vector<CadencePeriod> whole_year(const SchoolYear& year) {
    std::vector<CadencePeriod> periods;
    add_period(periods, {0, static_cast<int>(year.school_days().size()) - 1}, "the school year " + to_string(year.academic_year()));
    return periods;
}

std::vector<CadencePeriod> periods_of(const Cadence& cadence, const SchoolYear& year, int school) {
    switch (cadence.every) {
        case Every::kWeek: return weeks(year);
        case Every::kFortnight: return cadence.times.value_or(1) == 1 ? alternate_weeks(year, school % 2) : fortnights(year);
        case Every::kMonth: return months(year);
        case Every::kHalfTerm: return half_terms(year);
        case Every::kTerm: return terms(year);
        default: return whole_year(year);
    }
}

std::string_view position_words(const std::optional<Position>& position) {
    if (position == Position::kStart) return "at the start of ";
    if (position == Position::kMiddle) return "in the middle of ";
    if (position == Position::kEnd) return "at the end of ";
    return "in ";
}

/// The part-th of `parts` equal parts.
DaySpan part_of(DaySpan span, int part, int parts) {
    return {span.first + span.size() * part / parts, span.first + span.size() * (part + 1) / parts - 1};
}

/// "At the beginning of the academic year" is its first weeks, not its first third: at most three school weeks, and in short periods a fifth of them.
int edge_days(DaySpan span, int days) {
    constexpr int kLongest = 15, kShare = 5;
    return std::min(span.size(), std::max({1, days, std::min(kLongest, span.size() / kShare)}));
}

DaySpan window_of(DaySpan span, std::optional<Position> position, int days) {
    const int edge = edge_days(span, days), third = std::max(1, span.size() / 3);
    switch (position.value_or(Position::kAny)) {
        case Position::kStart: return {span.first, span.first + edge - 1};
        case Position::kMiddle: return {span.first + (span.size() - third) / 2, span.first + (span.size() - third) / 2 + third - 1};
        case Position::kEnd: return {span.last - edge + 1, span.last};
        case Position::kAny: break;
    }
    return span;
}

/// First day of the event by an even spread of schools over the window.
int ideal_day(DaySpan window, std::optional<Position> position, int days, Stagger stagger) {
    constexpr int kGolden = 40503;  // the golden ratio: several activities of one cadence fall on different parts of their periods
    const int from_edge = scaled(spread(stagger.school), window.size()), within = scaled(spread(stagger.school + 1), window.size());
    int day = 0;
    switch (position.value_or(Position::kAny)) {
        case Position::kStart: day = from_edge; break;
        case Position::kMiddle: day = within; break;
        case Position::kEnd: day = window.size() - days - from_edge; break;
        case Position::kAny: day = scaled((spread(stagger.school + 1) + stagger.activity * kGolden) % kOne, window.size()); break;
    }
    return window.first + std::clamp(day, 0, std::max(0, window.size() - days));
}

std::string part_title(const CadencePeriod& period, int part, int parts) {
    return parts == 1 ? period.title : "part " + std::to_string(part + 1) + " of " + std::to_string(parts) + " of " + period.title;
}

std::vector<Slot> fill_slots(const std::vector<CadencePeriod>& periods, const Cadence& cadence, int days, Stagger stagger) {
    std::vector<Slot> slots;
    const int parts = std::max(1, cadence.every == Every::kOnce ? 1 : cadence.times.value_or(1));
    for (const CadencePeriod& period : periods) {
        for (int part = 0; part < parts; ++part) {
            Slot slot;
            slot.ordinal = static_cast<int>(slots.size()) + 1;
            slot.preferred = part_of(period.days, part, parts);
            slot.allowed = parts == 1 ? period.fallback : slot.preferred;
            slot.window = window_of(slot.preferred, cadence.position, days);
            slot.ideal = ideal_day(slot.window, cadence.position, days, stagger);
            slot.period = part_title(period, part, parts);
            slot.where = std::string(position_words(cadence.position)) + slot.period;
            slots.push_back(std::move(slot));
        }
    }
    return slots;
}

/// The rounds of an activity joined into `parts` parts of the year; none when there are not enough of them, or it has none.
std::vector<CadencePeriod> joined_rounds(const Cadence& reported, const SchoolYear& year, int parts) {
    if (reported.every != Every::kHalfTerm && reported.every != Every::kTerm) return {};
    const std::vector<CadencePeriod> rounds = periods_of(reported, year, 0);
    const int count = static_cast<int>(rounds.size());
    if (count < parts) return {};
    std::vector<CadencePeriod> joined;
    for (int part = 0; part < parts; ++part) {
        const CadencePeriod& first = rounds[static_cast<std::size_t>(count * part / parts)];
        const CadencePeriod& last = rounds[static_cast<std::size_t>(count * (part + 1) / parts - 1)];
        const DaySpan days{first.days.first, last.days.last};
        joined.push_back({days, days, last.title});
    }
    return joined;
}

/// The half term that a date lies in, or the next one in the holidays.
std::optional<int> half_term_from(const SchoolYear& year, Date date) {
    for (int i = 0; i < year.half_term_count(); ++i)
        if (date <= year.half_term(i).last) return i;
    return std::nullopt;
}

std::optional<Date> half_terms_later(const SchoolYear& year, Date date, int n) {
    const std::optional<int> half = half_term_from(year, date);
    if (!half || *half + n < 0 || *half + n >= year.half_term_count()) return std::nullopt;
    const HalfTerm &from = year.half_term(*half), &to = year.half_term(*half + n);
    const auto into = std::max(std::chrono::days{0}, date - from.first);
    return std::min(to.first + into, to.last);
}

std::optional<Date> terms_later(const SchoolYear& year, Date date, int n) {
    const std::optional<int> half = half_term_from(year, date);
    const std::vector<SchoolTerm> all = year.terms();
    if (!half) return std::nullopt;
    const int at = static_cast<int>(std::find(all.begin(), all.end(), year.half_term(*half).term) - all.begin()) + n;
    if (at < 0 || at >= static_cast<int>(all.size())) return std::nullopt;
    const DateRange from = *year.term_range(year.half_term(*half).term), to = *year.term_range(all[static_cast<std::size_t>(at)]);
    return std::min(to.first + std::max(std::chrono::days{0}, date - from.first), to.last);
}

}  // namespace

bool has_interval(Every every) { return every <= Every::kOnce; }

std::vector<Slot> slots_of(const Cadence& cadence, const SchoolYear& year, int days, Stagger stagger) {
    // Alternate weeks already separate odd and even schools; the weekday then goes by pairs of schools.
    const int parity_school = stagger.school;
    if (cadence.every == Every::kFortnight && cadence.times.value_or(1) == 1) stagger.school /= 2;
    return fill_slots(periods_of(cadence, year, parity_school), cadence, days, stagger);
}

std::vector<Slot> report_slots(const Cadence& cadence, const Cadence& reported, const SchoolYear& year) {
    Cadence at_end = cadence;
    const bool anywhere = cadence.position.value_or(Position::kAny) == Position::kAny;
    if (anywhere) at_end.position = Position::kEnd;
    if (anywhere && cadence.every == Every::kYear) {
        if (const auto parts = joined_rounds(reported, year, std::max(1, cadence.times.value_or(1))); !parts.empty()) {
            at_end.times.reset();
            return fill_slots(parts, at_end, 1, {});
        }
    }
    return fill_slots(periods_of(cadence, year, 0), at_end, 1, {});
}

std::optional<Date> offset_date(Date date, const Offset& offset, const SchoolYear& year) {
    switch (offset.unit) {
        case TimeUnit::kDay: return date + std::chrono::days{offset.n};
        case TimeUnit::kWeek: return date + std::chrono::days{7 * offset.n};
        case TimeUnit::kMonth: return add_months(date, offset.n);
        case TimeUnit::kSchoolYear: return add_months(date, 12 * offset.n);
        case TimeUnit::kSchoolDay: return year.school_day_after(date, offset.n);
        case TimeUnit::kHalfTerm: return half_terms_later(year, date, offset.n);
        case TimeUnit::kTerm: return terms_later(year, date, offset.n);
    }
    return std::nullopt;
}

std::optional<Slot> event_slot(Date date, const std::optional<Offset>& offset, bool before, const SchoolYear& year, int days) {
    const std::optional<Date> target = offset ? offset_date(date, *offset, year) : date;
    if (!target || !year.range().contains(*target)) return std::nullopt;
    const std::optional<Date> day = before ? year.previous_school_day(*target) : year.next_school_day(*target);
    if (!day) return std::nullopt;
    constexpr int kReach = 9;  // two school weeks with the day itself
    const int count = static_cast<int>(year.school_days().size()), at = year.school_days_before(*day);
    Slot slot;
    slot.ideal = std::clamp(at, 0, std::max(0, count - days));
    slot.preferred = slot.window = {slot.ideal, slot.ideal + days - 1};
    slot.allowed = before ? DaySpan{std::max(0, slot.ideal - kReach), slot.preferred.last} : DaySpan{slot.ideal, std::min(count - 1, slot.preferred.last + kReach)};
    slot.avoid_edges = false;
    slot.period = *day == *target ? long_date(*target) : long_date(*target) + ", when the school is closed (" + year.describe(*target) + ")";
    slot.where = std::string("due ").append(slot.period);
    return slot;
}

}  // namespace schoolimp::inline v0::cadence_detail

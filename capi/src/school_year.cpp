// School years: counting school days.
#include <algorithm>
#include <string>

#include "arguments.hpp"
#include "boundary.hpp"
#include "documents.hpp"
#include "schoolimp/io/bank_holidays_json.hpp"
#include "schoolimp/io/school_year_json.hpp"

using namespace schoolimp;
using namespace schoolimp::c;

namespace {

Result<BankHolidays> bank_holidays_of(const char* text, size_t size, const ParseLimits& limits) {
    if (text == nullptr) return BankHolidays();
    const Result<std::vector<BankHoliday>> published = parse_bank_holidays(document("bank_holidays", text, size), "england-and-wales", limits);
    if (!published.ok()) return published.status();
    return BankHolidays().with_published(*published);
}

/// `ask(year, date)` gives an optional date.
template <typename Ask>
int32_t day(const schoolimp_school_year* year, int32_t date, Ask ask) noexcept {
    if (!is_alive(year) || !is_date(date)) return SCHOOLIMP_NO_DATE;
    return days_or_none(ask(year->value, from_days(date)));
}

/// No year has more school days.
constexpr int32_t kMostDays = 400;

}  // namespace

schoolimp_status schoolimp_school_year_parse(schoolimp_school_year** out, const char* json, size_t size, const char* bank_holidays, size_t bank_holidays_size,
                                             const schoolimp_parse_options* options, schoolimp_issues** warnings, schoolimp_error** error) noexcept {
    return make_with_warnings(out, warnings, error, [&](std::vector<Issue>* found) -> Result<SchoolYear> {
        const ParseLimits limits = parse_limits(options);
        Result<SchoolYearDocument> parsed = parse_school_year(document("json", json, size), limits);
        if (!parsed.ok()) return parsed.status();
        const Result<BankHolidays> holidays = bank_holidays_of(bank_holidays, bank_holidays_size, limits);
        if (!holidays.ok()) return holidays.status();
        Result<SchoolYear> year = SchoolYear::make(std::move(parsed).value(), *holidays);
        if (year.ok() && found != nullptr) *found = year->warnings();
        return year;
    });
}

schoolimp_status schoolimp_school_year_to_json(schoolimp_text** out, const schoolimp_school_year* year, int32_t style, schoolimp_error** error) noexcept {
    return write_document(out, "year", year, style, error, [](const SchoolYear& value, JsonStyle json) { return write_school_year(value.document(), json); });
}

const char* schoolimp_school_year_id(const schoolimp_school_year* year) noexcept { return is_alive(year) ? year->value.id().c_str() : nullptr; }
int32_t schoolimp_school_year_first(const schoolimp_school_year* year) noexcept {
    return is_alive(year) ? days_since_epoch(year->value.range().first) : SCHOOLIMP_NO_DATE;
}
int32_t schoolimp_school_year_last(const schoolimp_school_year* year) noexcept {
    return is_alive(year) ? days_since_epoch(year->value.range().last) : SCHOOLIMP_NO_DATE;
}

int32_t schoolimp_school_year_day_kind(const schoolimp_school_year* year, int32_t date) noexcept {
    return is_alive(year) && is_date(date) ? static_cast<int32_t>(year->value.kind(from_days(date))) : SCHOOLIMP_NONE;
}

schoolimp_status schoolimp_school_year_describe(schoolimp_text** out, const schoolimp_school_year* year, int32_t date, schoolimp_error** error) noexcept {
    return make(out, error, [&] {
        const SchoolYear& value = needed("year", year);
        const Date day = c::date("date", date);
        return value.pupil_open(day) ? std::string() : value.describe(day);
    });
}

schoolimp_status schoolimp_school_year_school_days(const schoolimp_school_year* year, int32_t* days, size_t capacity, size_t* count, schoolimp_error** error) noexcept {
    return run(error, [&]() -> Status {
        const std::vector<Date>& all = needed("year", year).school_days();
        output("count", count) = all.size();
        if (capacity != 0 && capacity < all.size())
            return Status(StatusCode::kOutOfRange, "there are " + std::to_string(all.size()) + " school days and room for " + std::to_string(capacity) +
                                                       "; ask with a capacity of 0 for their number");
        if (capacity != 0) std::transform(all.begin(), all.end(), &output("days", days), [](Date date) { return days_since_epoch(date); });
        return Status();
    });
}

int32_t schoolimp_school_year_days_between(const schoolimp_school_year* year, int32_t first, int32_t last) noexcept {
    return is_alive(year) && is_date(first) && is_date(last) ? year->value.school_days_between(from_days(first), from_days(last)) : 0;
}

int32_t schoolimp_school_year_next_day(const schoolimp_school_year* year, int32_t date) noexcept {
    return day(year, date, [](const SchoolYear& value, Date from) { return value.next_school_day(from); });
}
int32_t schoolimp_school_year_previous_day(const schoolimp_school_year* year, int32_t date) noexcept {
    return day(year, date, [](const SchoolYear& value, Date from) { return value.previous_school_day(from); });
}
int32_t schoolimp_school_year_day_after(const schoolimp_school_year* year, int32_t date, int32_t n) noexcept {
    return day(year, date, [&](const SchoolYear& value, Date from) { return value.school_day_after(from, std::clamp(n, -kMostDays, kMostDays)); });
}

size_t schoolimp_school_year_half_term_count(const schoolimp_school_year* year) noexcept {
    return is_alive(year) ? static_cast<size_t>(year->value.half_term_count()) : 0;
}

size_t schoolimp_school_year_half_term_of(const schoolimp_school_year* year, int32_t date) noexcept {
    if (!is_alive(year) || !is_date(date)) return SCHOOLIMP_NOT_FOUND;
    const std::optional<int> index = year->value.half_term_of(from_days(date));
    return index ? static_cast<size_t>(*index) : SCHOOLIMP_NOT_FOUND;
}

schoolimp_status schoolimp_school_year_half_term_title(schoolimp_text** out, const schoolimp_school_year* year, size_t index, schoolimp_error** error) noexcept {
    return make(out, error, [&]() -> Result<std::string> {
        const SchoolYear& value = needed("year", year);
        if (index >= static_cast<size_t>(value.half_term_count()))
            return Status(StatusCode::kOutOfRange, "there is no half term " + std::to_string(index) + "; the year has " + std::to_string(value.half_term_count()));
        return value.half_term_title(static_cast<int>(index));
    });
}

int32_t schoolimp_school_year_week_of(const schoolimp_school_year* year, int32_t date) noexcept {
    if (!is_alive(year) || !is_date(date)) return SCHOOLIMP_NONE;
    return year->value.week_of(from_days(date)).value_or(SCHOOLIMP_NONE);
}

schoolimp_status schoolimp_school_year_audit(schoolimp_strings** out, const schoolimp_school_year* year, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return needed("year", year).audit().statements; });
}

void schoolimp_school_year_free(schoolimp_school_year* year) noexcept { end(year); }

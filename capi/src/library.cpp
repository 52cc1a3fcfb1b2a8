// The library itself, errors, issues, texts and lists of texts, dates.
#include <array>
#include <chrono>
#include <string>

#include "arguments.hpp"
#include "boundary.hpp"
#include "handle.hpp"
#include "reading.hpp"
#include "schoolimp/core/version.hpp"

using namespace schoolimp;
using namespace schoolimp::c;

namespace {

constexpr std::int32_t kAbiVersion = 1;

constexpr std::array kStatusNames = {"ok",
                                     "cancelled",
                                     "unknown",
                                     "invalid_argument",
                                     "deadline_exceeded",
                                     "not_found",
                                     "already_exists",
                                     "permission_denied",
                                     "resource_exhausted",
                                     "failed_precondition",
                                     "aborted",
                                     "out_of_range",
                                     "unimplemented",
                                     "internal",
                                     "unavailable",
                                     "data_loss",
                                     "unauthenticated"};
static_assert(kStatusNames.size() == SCHOOLIMP_E_UNAUTHENTICATED + 1);

const schoolimp_error* alive(const schoolimp_error* error) noexcept { return error != nullptr && error->type == schoolimp_error::kType ? error : nullptr; }

const Issue* issue(const schoolimp_issues* issues, size_t index) noexcept { return element(peek(issues), index); }

}  // namespace

int32_t schoolimp_abi_version(void) noexcept { return kAbiVersion; }
int32_t schoolimp_api_level(void) noexcept { return SCHOOLIMP_API_LEVEL; }
const char* schoolimp_version(void) noexcept { return kVersion; }

const char* schoolimp_status_name(schoolimp_status status) noexcept {
    const auto code = static_cast<std::size_t>(SCHOOLIMP_STATUS_CODE(status));
    return code < kStatusNames.size() ? kStatusNames[code] : "unknown";
}

int32_t schoolimp_date_make(int32_t year, int32_t month, int32_t day) noexcept {
    if (month < 1 || month > 12 || day < 1 || day > 31) return SCHOOLIMP_NO_DATE;  // <chrono> keeps no more than a byte of them
    return days_or_none(make_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day)));
}
int32_t schoolimp_date_parse(const char* iso) noexcept { return iso == nullptr ? SCHOOLIMP_NO_DATE : days_or_none(parse_date(iso)); }
int32_t schoolimp_date_split(int32_t date, int32_t* year, int32_t* month, int32_t* day) noexcept {
    if (!is_date(date)) return 0;
    const std::chrono::year_month_day parts{from_days(date)};
    if (year != nullptr) *year = static_cast<int>(parts.year());
    if (month != nullptr) *month = static_cast<int32_t>(static_cast<unsigned>(parts.month()));
    if (day != nullptr) *day = static_cast<int32_t>(static_cast<unsigned>(parts.day()));
    return 1;
}

size_t schoolimp_issues_count(const schoolimp_issues* issues) noexcept { return is_alive(issues) ? issues->value.size() : 0; }
const char* schoolimp_issues_pointer(const schoolimp_issues* issues, size_t index) noexcept { return text_of(issue(issues, index), &Issue::pointer); }
const char* schoolimp_issues_code(const schoolimp_issues* issues, size_t index) noexcept { return text_of(issue(issues, index), &Issue::code); }
const char* schoolimp_issues_message(const schoolimp_issues* issues, size_t index) noexcept { return text_of(issue(issues, index), &Issue::message); }
const char* schoolimp_issues_hint(const schoolimp_issues* issues, size_t index) noexcept { return text_of(issue(issues, index), &Issue::hint); }
int32_t schoolimp_issues_severity(const schoolimp_issues* issues, size_t index) noexcept { return number_of(issue(issues, index), &Issue::severity, SCHOOLIMP_NONE); }
void schoolimp_issues_free(schoolimp_issues* issues) noexcept {
    if (is_alive(issues) && !issues->borrowed) end(issues);
}

schoolimp_status schoolimp_error_status(const schoolimp_error* error) noexcept { return alive(error) ? error->status : SCHOOLIMP_OK; }
const char* schoolimp_error_message(const schoolimp_error* error) noexcept { return alive(error) ? error->message : ""; }
const schoolimp_issues* schoolimp_error_issues(const schoolimp_error* error) noexcept {
    return alive(error) && error->details != nullptr ? &error->details->issues : nullptr;
}
void schoolimp_error_free(schoolimp_error* error) noexcept {
    if (alive(error) == nullptr || error->details == nullptr) return;
    delete error->details;
    release_memory(error);
}

const char* schoolimp_text_data(const schoolimp_text* text) noexcept { return text_of(peek(text)); }
size_t schoolimp_text_size(const schoolimp_text* text) noexcept { return is_alive(text) ? text->value.size() : 0; }
void schoolimp_text_free(schoolimp_text* text) noexcept { end(text); }

size_t schoolimp_strings_count(const schoolimp_strings* strings) noexcept { return is_alive(strings) ? strings->value.size() : 0; }
const char* schoolimp_strings_at(const schoolimp_strings* strings, size_t index) noexcept { return text_of(element(peek(strings), index)); }
void schoolimp_strings_free(schoolimp_strings* strings) noexcept { end(strings); }

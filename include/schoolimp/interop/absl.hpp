// Opt-in: conversions between schoolimp's own vocabulary and Abseil's, compiled in the caller's own translation unit. schoolimp itself does not need Abseil's
// compiled parts; a program that includes this header links absl::status, absl::statusor and absl::time.
#pragma once

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "schoolimp/core/date.hpp"
#include "schoolimp/core/status.hpp"

namespace schoolimp::inline v0 {

/// The same code and message; issues become lines of the message.
inline absl::Status to_absl(const Status& status) {
    if (status.ok()) return absl::OkStatus();
    std::string message = status.message();
    for (const Issue& issue : status.issues()) message += "\n" + to_string(issue);
    return absl::Status(static_cast<absl::StatusCode>(status.code()), absl::string_view(message.data(), message.size()));
}

template <typename T>
absl::StatusOr<T> to_absl(Result<T> result) {
    if (!result.ok()) return to_absl(result.status());
    return std::move(result).value();
}

inline absl::CivilDay to_absl(Date date) {
    const std::chrono::year_month_day ymd{date};
    return absl::CivilDay(static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())), static_cast<int>(static_cast<unsigned>(ymd.day())));
}

inline Date from_absl(absl::CivilDay day) {
    return Date{std::chrono::year{static_cast<int>(day.year())} / std::chrono::month{static_cast<unsigned>(day.month())} / std::chrono::day{static_cast<unsigned>(day.day())}};
}

}  // namespace schoolimp::inline v0

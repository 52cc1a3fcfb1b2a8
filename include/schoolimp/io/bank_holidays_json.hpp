// Bank holidays as GOV.UK publishes them (https://www.gov.uk/bank-holidays.json): a list of events for each division of the United Kingdom.
#pragma once

#include <string_view>
#include <vector>

#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/io/limits.hpp"
#include "schoolimp/schoolyear/bank_holidays.hpp"

namespace schoolimp::inline v0 {

/// The bank holidays of one division ("england-and-wales", "scotland", "northern-ireland"), in order of date: what BankHolidays::with_published() wants.
/// An event whose notes speak of a substitute is one. Members beside title, date and notes are the publisher's own and not looked at, nor are other divisions.
/// Fails with every issue found: no such division, events without title or date, dates that do not exist.
Result<std::vector<BankHoliday>> parse_bank_holidays(std::string_view text, std::string_view division = "england-and-wales", const ParseLimits& limits = {});

}  // namespace schoolimp::inline v0

// School years as JSON ("schoolimp/school_year/1").
#pragma once

#include <string>
#include <string_view>

#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/io/limits.hpp"
#include "schoolimp/io/style.hpp"
#include "schoolimp/schoolyear/document.hpp"

namespace schoolimp::inline v0 {

/// Reads the document; SchoolYear::make checks its dates. Fails with every issue found. People write these by hand, so a member the format does not know is an error.
Result<SchoolYearDocument> parse_school_year(std::string_view text, const ParseLimits& limits = {});

std::string write_school_year(const SchoolYearDocument& document, JsonStyle style = JsonStyle::kPretty);

}  // namespace schoolimp::inline v0

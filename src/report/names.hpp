// How schools, levels, roles and observations are called in a report.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/evidence/trust.hpp"
#include "schoolimp/framework/framework.hpp"
#include "schoolimp/judgement/judgement.hpp"

namespace schoolimp::inline v0::report_detail {

/// "Hill School (100001)"; the id alone when the trust does not name the school. Escaped.
std::string school_name(const Trust& trust, std::string_view school);

/// Title of "scale.level". Escaped.
std::string level_name(const Framework& framework, const std::string& qualified);

/// Titles of roles and bodies. Escaped.
std::string role_names(const Framework& framework, const std::vector<std::string>& ids);

/// "KS2 expected standard (Mathematics), 2018/19"; for national figures "national figure for ...". Escaped.
std::string reading_name(const Framework& framework, const Reading& reading);

/// "was suppressed", "was not loaded" ...: why a value is missing.
std::string_view missing_words(MissingReason reason);
/// Why a reading has no value. Escaped.
std::string why_missing(const Reading& reading);

/// "Sample model, edition 2026.1 (`0123456789ab`)": the framework a document rests on.
/// What to call the framework a document was made with: the title only when it is this one.
std::string_view framework_name(const Framework& framework, std::string_view framework_id);
std::string framework_line(std::string_view title, std::string_view edition, std::string_view hash);

/// Title, or the id when there is none. Not escaped.
std::string title_or_id(const std::string& title, const std::string& id);

}  // namespace schoolimp::inline v0::report_detail

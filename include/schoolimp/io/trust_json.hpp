// Trusts as JSON ("schoolimp/trust/1").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/evidence/trust.hpp"
#include "schoolimp/io/limits.hpp"
#include "schoolimp/io/style.hpp"

namespace schoolimp::inline v0 {

/// Fails with every issue found, among them schools or people that stand twice and people of schools the trust does not have. Members the format does not know are
/// kept and, when `warnings` are asked for, reported there.
Result<Trust> parse_trust(std::string_view text, const ParseLimits& limits = {}, std::vector<Issue>* warnings = nullptr);

std::string write_trust(const Trust& trust, JsonStyle style = JsonStyle::kPretty);

}  // namespace schoolimp::inline v0

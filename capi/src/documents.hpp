// Reading and writing documents: the same for every kind.
#pragma once

#include <string>

#include "arguments.hpp"
#include "boundary.hpp"

namespace schoolimp::c {

/// `parse(text, limits, warnings)` of the C++ interface behind a <noun>_parse function.
template <typename H, typename Parse>
schoolimp_status parse_document(H** out, const char* name, const char* data, size_t size, const schoolimp_parse_options* options, schoolimp_issues** warnings,
                                schoolimp_error** error, Parse parse) noexcept {
    return make_with_warnings(out, warnings, error, [&](std::vector<Issue>* found) { return parse(document(name, data, size), parse_limits(options), found); });
}

/// `write(value, style)` of the C++ interface behind a <noun>_to_json function.
template <typename H, typename Write>
schoolimp_status write_document(schoolimp_text** out, const char* name, const H* handle, int32_t style, schoolimp_error** error, Write write) noexcept {
    return make(out, error, [&] { return write(needed(name, handle), json_style(style)); });
}

}  // namespace schoolimp::c

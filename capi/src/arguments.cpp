#include "arguments.hpp"

#include "core/utf8.hpp"

namespace schoolimp::c {

namespace {

constexpr std::int32_t kFirstDay = days_since_epoch(*make_date(1, 1, 1));
constexpr std::int32_t kLastDay = days_since_epoch(*make_date(9999, 12, 31));

}  // namespace

std::string_view text(const char* name, const char* text) {
    if (text == nullptr) return {};
    const std::string_view view(text);
    const std::size_t at = find_malformed(view);
    if (at != std::string_view::npos) refuse(name, "not_utf8", "byte " + std::to_string(at) + " does not belong to UTF-8", "give the text in UTF-8");
    return view;
}

std::string_view needed_text(const char* name, const char* given) {
    if (given == nullptr) refuse(name, "null_argument", "it is NULL", "give a text");
    return text(name, given);
}

bool is_utf8(const char* text) noexcept { return find_malformed(text) == std::string_view::npos; }

std::string element_name(const char* list, std::size_t index) { return std::string(list) + "[" + std::to_string(index) + "]"; }

std::vector<std::string> texts(const char* name, const char* const* given, std::size_t count) {
    std::vector<std::string> list;
    if (count == 0) return list;
    if (given == nullptr) refuse(name, "null_argument", "it is NULL, with a count of " + std::to_string(count), "give the texts, or a count of 0");
    for (std::size_t i = 0; i < count; ++i) list.emplace_back(needed_text(element_name(name, i).c_str(), given[i]));
    return list;
}

std::string_view document(const char* name, const char* data, std::size_t size) {
    if (data == nullptr) refuse(name, "null_argument", "it is NULL", "give the text of the document");
    return size == SCHOOLIMP_NUL_TERMINATED ? std::string_view(data) : std::string_view(data, size);
}

bool is_date(std::int32_t days) noexcept { return kFirstDay <= days && days <= kLastDay; }

Date date(const char* name, std::int32_t days) {
    if (days == SCHOOLIMP_NO_DATE) refuse(name, "missing_date", "it is SCHOOLIMP_NO_DATE", "give a date, in days since 1970-01-01");
    if (!is_date(days))
        refuse(name, "out_of_range", std::to_string(days) + " days since 1970-01-01 is not within the years 1 to 9999", "give a date, in days since 1970-01-01");
    return from_days(days);
}

std::optional<Date> optional_date(const char* name, std::int32_t days) {
    if (days == SCHOOLIMP_NO_DATE) return std::nullopt;
    return date(name, days);
}

bool flag(const char* name, std::int32_t value) { return number(name, value, 0, 1) == 1; }

std::int32_t number(const char* name, std::int32_t value, std::int32_t least, std::int32_t most) {
    if (value < least || value > most)
        refuse(name, "out_of_range", "it is " + std::to_string(value), "give a number from " + std::to_string(least) + " to " + std::to_string(most));
    return value;
}

JsonStyle json_style(std::int32_t style) { return enumerator("style", style, JsonStyle::kPretty); }

ParseLimits parse_limits(const schoolimp_parse_options* given) {
    const schoolimp_parse_options options = read_options("options", given, schoolimp_parse_options SCHOOLIMP_PARSE_OPTIONS_INIT);
    ParseLimits limits;
    if (options.max_bytes != 0) limits.max_bytes = options.max_bytes;
    if (options.max_depth != 0) limits.max_depth = options.max_depth;
    if (options.max_elements != 0) limits.max_elements = options.max_elements;
    if (options.max_string != 0) limits.max_string = options.max_string;
    if (options.max_issues != 0) limits.max_issues = options.max_issues;
    return limits;
}

std::string quoted(std::string_view text) {
    constexpr std::size_t kShown = 80;
    if (text.size() <= kShown) return "'" + std::string(text) + "'";
    std::size_t end = 0;
    while (end < kShown) end += character_length(text.substr(end));
    return "'" + std::string(text.substr(0, end)) + "...'";
}

void check_struct_size(const char* name, std::size_t struct_size, std::size_t first, std::size_t known) {
    if (struct_size >= first && struct_size <= kLargestStruct) return;
    refuse(std::string(name) + "->struct_size", "bad_struct_size", "it is " + std::to_string(struct_size) + "; this library knows the structure with " + std::to_string(known) + " bytes",
           "fill the structure by its _INIT macro or _init function before setting members");
}

void check_unknown_members(const char* name, const void* given, std::size_t struct_size, std::size_t known) {
    const auto* const bytes = static_cast<const unsigned char*>(given);
    for (std::size_t i = known; i < struct_size; ++i)
        if (bytes[i] != 0)
            refuse(std::string(name) + "->struct_size", "unknown_member", "a member beyond the " + std::to_string(known) + " bytes this library knows is set",
                   "leave it zero, or use the version of the library it came with");
}

}  // namespace schoolimp::c

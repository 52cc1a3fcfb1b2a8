#include "capi/handles.hpp"

#include <chrono>

namespace schoolimp_c_tests {

std::string described(const schoolimp_error* error) {
    std::string text = schoolimp_error_message(error);
    const schoolimp_issues* const issues = schoolimp_error_issues(error);
    for (size_t i = 0; i < schoolimp_issues_count(issues); ++i)
        text += std::string("\n  ") + schoolimp_issues_pointer(issues, i) + ": " + schoolimp_issues_message(issues, i) + " [" + schoolimp_issues_code(issues, i) + "]";
    return text;
}

Failure failure_of(schoolimp_status status, schoolimp_error* error) {
    const Owned<schoolimp_error> owned(error);
    EXPECT_NE(error, nullptr);
    EXPECT_EQ(schoolimp_error_status(error), status);
    Failure failure{status, schoolimp_error_message(error), {}, {}};
    const schoolimp_issues* const issues = schoolimp_error_issues(error);
    for (size_t i = 0; i < schoolimp_issues_count(issues); ++i) {
        failure.pointers.emplace_back(schoolimp_issues_pointer(issues, i));
        failure.codes.emplace_back(schoolimp_issues_code(issues, i));
    }
    return failure;
}

std::vector<std::string> list_of(const Owned<schoolimp_strings>& strings) {
    std::vector<std::string> list;
    for (size_t i = 0; i < schoolimp_strings_count(strings.get()); ++i) list.emplace_back(schoolimp_strings_at(strings.get(), i));
    return list;
}

Owned<schoolimp_framework> parsed_framework(const std::string& text) {
    return made(schoolimp_framework_parse, text.data(), text.size(), static_cast<const schoolimp_parse_options*>(nullptr));
}

int32_t day(int year, unsigned month, unsigned day_of_month) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day_of_month)};
    return static_cast<int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

}  // namespace schoolimp_c_tests

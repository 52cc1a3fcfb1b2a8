#include "io/codec/reader.hpp"

#include <utility>

namespace schoolimp::inline v0::codec {

void Reader::wrong_type(const Place& place, std::string_view expected, const Value& found) {
    std::string message = place.words() + " must be " + std::string(expected) + ", not " + std::string(json::kind_of(found));
    if (found.number() || found.string() || found.boolean()) message += " (" + json::excerpt(found) + ")";
    std::string hint;
    if (found.is_null()) hint = "leave the member out";
    error(place, "wrong_type", std::move(message), std::move(hint));
}

void Reader::add(const Place& place, const char* code, std::string message, std::string hint, Severity severity) {
    if (severity == Severity::kError) failed_ = true;
    if (issues_.size() >= max_issues_) {
        ++left_out_;
        return;
    }
    issues_.push_back(Issue{place.pointer().text(), code, std::move(message), std::move(hint), severity});
}

std::vector<Issue> Reader::take() && {
    if (left_out_ > 0) {
        const std::string message = std::to_string(left_out_) + " more are not listed (max_issues is " + std::to_string(max_issues_) + ")";
        issues_.push_back(Issue{"", "too_many_issues", message, "mend the first ones and try again", failed_ ? Severity::kError : Severity::kWarning});
    }
    return std::move(issues_);
}

}  // namespace schoolimp::inline v0::codec

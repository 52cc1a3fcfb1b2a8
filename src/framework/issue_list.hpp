// The issues found while a document is checked.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "framework/pointer.hpp"
#include "schoolimp/core/status.hpp"

namespace schoolimp::inline v0 {

class IssueList {
public:
    /// After so many a document is hopeless: the rest is left out, and the last issue says so.
    static constexpr std::size_t kLimit = 1000;
    /// Looking for near names costs: only the first issues get a "did you mean".
    static constexpr std::size_t kSuggestionLimit = 200;

    void error(const Pointer& at, std::string code, std::string message, std::string hint = {}) {
        add({at.text(), std::move(code), std::move(message), std::move(hint), Severity::kError});
    }
    void warning(const Pointer& at, std::string code, std::string message, std::string hint = {}) {
        add({at.text(), std::move(code), std::move(message), std::move(hint), Severity::kWarning});
    }
    void add(Issue issue) {
        if (issues_.size() < kLimit)
            issues_.push_back(std::move(issue));
        else if (issues_.size() == kLimit)
            issues_.push_back({"", "too_many_issues", "more than " + std::to_string(kLimit) + " problems; the rest is not shown", "", Severity::kError});
    }

    bool suggests() const { return issues_.size() < kSuggestionLimit; }
    bool has_errors() const { return has_error(issues_); }
    std::vector<Issue> take() { return std::move(issues_); }

private:
    std::vector<Issue> issues_;
};

}  // namespace schoolimp::inline v0

// Status, Issue and Result: how schoolimp reports what went wrong.
//
// Bad data never throws. A function that can fail returns Status or Result<T>; a failed document check carries every issue found, each with
// its place (JSON Pointer), a stable code, a message that names the value and the bound, and a hint on how to mend it.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// Numbers equal to absl::StatusCode, so that a host can convert without a table.
enum class StatusCode : std::int32_t {
    kOk = 0,
    kCancelled = 1,
    kUnknown = 2,
    kInvalidArgument = 3,
    kDeadlineExceeded = 4,
    kNotFound = 5,
    kAlreadyExists = 6,
    kPermissionDenied = 7,
    kResourceExhausted = 8,
    kFailedPrecondition = 9,
    kAborted = 10,
    kOutOfRange = 11,
    kUnimplemented = 12,
    kInternal = 13,
    kUnavailable = 14,
    kDataLoss = 15,
    kUnauthenticated = 16,
};

/// How much an issue matters: an error makes a document unusable, a warning does not.
enum class Severity : std::uint8_t { kError, kWarning };

/// One problem found in a document, a table or an expression.
struct Issue {
    std::string pointer;  ///< JSON Pointer (RFC 6901) into the document, "" for the whole; "row 12, column KS2" style places for tables.
    std::string code;     ///< Stable, lower-case with underscores: "unknown_name", "out_of_range" ...
    std::string message;  ///< Names the value and the bound.
    std::string hint;     ///< How to mend it; may be empty.
    Severity severity = Severity::kError;

    friend bool operator==(const Issue&, const Issue&) = default;
};

/// "pointer: message (hint)" in one line.
inline std::string to_string(const Issue& issue) {
    std::string text = issue.pointer.empty() ? issue.message : issue.pointer + ": " + issue.message;
    if (!issue.hint.empty()) text += " (" + issue.hint + ")";
    return text;
}

/// True when any issue is an error.
inline bool has_error(const std::vector<Issue>& issues) {
    for (const Issue& issue : issues)
        if (issue.severity == Severity::kError) return true;
    return false;
}

/// Success, or a code with a message and the issues behind it.
class Status {
public:
    Status() = default;
    Status(StatusCode code, std::string message, std::vector<Issue> issues = {})
        : code_(code), message_(std::move(message)), issues_(std::move(issues)) {}

    bool ok() const { return code_ == StatusCode::kOk; }
    StatusCode code() const { return code_; }
    const std::string& message() const { return message_; }
    const std::vector<Issue>& issues() const& { return issues_; }
    /// By value, so that `for (const Issue& issue : parse(text).status().issues())` holds what it walks over.
    std::vector<Issue> issues() && { return std::move(issues_); }

private:
    StatusCode code_ = StatusCode::kOk;
    std::string message_;
    std::vector<Issue> issues_;
};

/// The status of a document that failed its checks: the message counts the issues and quotes the first.
inline Status invalid_document(const std::string& what, std::vector<Issue> issues) {
    std::size_t errors = 0;
    const Issue* first = nullptr;
    for (const Issue& issue : issues) {
        if (issue.severity != Severity::kError) continue;
        if (first == nullptr) first = &issue;
        ++errors;
    }
    std::string message = what + ": " + std::to_string(errors) + (errors == 1 ? " problem" : " problems");
    if (first != nullptr) message += "; first: " + to_string(*first);
    return Status(StatusCode::kInvalidArgument, std::move(message), std::move(issues));
}

/// Thrown by Result::value() when there is none: a programming error, not bad data.
class BadResultAccess : public std::logic_error {
public:
    explicit BadResultAccess(const Status& status) : std::logic_error("schoolimp: value() of a failed result: " + status.message()) {}
};

/// A value, or the status that says why there is none.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : value_(std::move(value)) {}          // NOLINT: implicit on purpose
    Result(Status status) : status_(std::move(status)) {}  // NOLINT: implicit on purpose

    bool ok() const { return value_.has_value(); }
    explicit operator bool() const { return ok(); }

    /// The status; OK when there is a value.
    const Status& status() const& { return status_; }
    Status status() && { return std::move(status_); }

    const T& value() const& {
        if (!ok()) throw BadResultAccess(status_);
        return *value_;
    }
    T&& value() && {
        if (!ok()) throw BadResultAccess(status_);
        return *std::move(value_);
    }
    const T& operator*() const& { return *value_; }
    T&& operator*() && { return *std::move(value_); }
    const T* operator->() const { return &*value_; }

private:
    Status status_;
    std::optional<T> value_;
};

}  // namespace schoolimp::inline v0

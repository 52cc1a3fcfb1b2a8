// What all codecs share while reading: the list of issues, and how strict they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/json/pointer.hpp"
#include "io/json/value.hpp"
#include "schoolimp/core/status.hpp"

namespace schoolimp::inline v0::codec {

using json::Place;
using json::Value;

/// What a member the reference does not know is: a mistake (where a slip would change meaning) or something newer software wrote, which is kept.
enum class UnknownMembers : std::uint8_t { kError, kWarning };

/// Collects every issue of one document.
class Reader {
public:
    explicit Reader(UnknownMembers unknown, std::size_t max_issues) : unknown_(unknown), max_issues_(max_issues) {}

    UnknownMembers unknown_members() const { return unknown_; }
    bool failed() const { return failed_; }

    void error(const Place& place, const char* code, std::string message, std::string hint = {}) {
        add(place, code, std::move(message), std::move(hint), Severity::kError);
    }
    void warning(const Place& place, const char* code, std::string message, std::string hint = {}) {
        add(place, code, std::move(message), std::move(hint), Severity::kWarning);
    }
    /// "'title' must be text, not a number (12)".
    void wrong_type(const Place& place, std::string_view expected, const Value& found);

    /// The issues in the order found; one more counts what went beyond the limit.
    std::vector<Issue> take() &&;

private:
    void add(const Place& place, const char* code, std::string message, std::string hint, Severity severity);

    UnknownMembers unknown_;
    std::size_t max_issues_;
    std::size_t left_out_ = 0;
    bool failed_ = false;
    std::vector<Issue> issues_;
};

}  // namespace schoolimp::inline v0::codec

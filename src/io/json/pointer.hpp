// Places in a document: a chain of names and positions, turned into a JSON Pointer only when something is wrong there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0::json {

/// One more reference token of a JSON Pointer (RFC 6901).
inline void append_token(std::string& pointer, std::string_view token) {
    pointer += '/';
    for (const char c : token) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
}

/// A place below another place; lives on the stack of the function that visits it.
class Place {
public:
    Place() = default;
    Place(const Place& parent, std::string_view name) : parent_(&parent), name_(name) {}
    Place(const Place& parent, std::size_t index) : parent_(&parent), index_(index), is_index_(true) {}

    std::string pointer() const {
        if (parent_ == nullptr) return {};
        std::string text = parent_->pointer();
        append_token(text, is_index_ ? std::to_string(index_) : std::string(name_));
        return text;
    }

    /// For messages: "'title'", "item 2 of 'levels'", "the document".
    std::string words() const {
        if (parent_ == nullptr) return "the document";
        if (is_index_) return "item " + std::to_string(index_ + 1) + " of " + parent_->words();
        return "'" + std::string(name_.substr(0, 80)) + "'";
    }

private:
    const Place* parent_ = nullptr;
    std::string_view name_;
    std::size_t index_ = 0;
    bool is_index_ = false;
};

}  // namespace schoolimp::inline v0::json

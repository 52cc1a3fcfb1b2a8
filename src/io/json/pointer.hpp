// Places in a document: a chain of names and positions, turned into a JSON Pointer only when something is wrong there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "framework/pointer.hpp"

namespace schoolimp::inline v0::json {

/// A place below another place; lives on the stack of the function that visits it.
class Place {
public:
    Place() = default;
    Place(const Place& parent, std::string_view name) : parent_(&parent), name_(name) {}
    Place(const Place& parent, std::size_t index) : parent_(&parent), index_(index), is_index_(true) {}

    Pointer pointer() const {
        if (parent_ == nullptr) return {};
        return is_index_ ? parent_->pointer() / index_ : parent_->pointer() / name_;
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

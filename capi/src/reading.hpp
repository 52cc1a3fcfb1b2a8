// Reading handles without failing: elements of lists by index, members as C types. Whatever is not there reads as NULL, 0 or the number named for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "handle.hpp"
#include "schoolimp_c.h"

namespace schoolimp::c {

/// An element of a list; null for a null list or an index out of range.
template <typename Element>
const Element* element(const std::vector<Element>* list, std::size_t index) noexcept {
    return list != nullptr && index < list->size() ? &(*list)[index] : nullptr;
}
/// An element of a member that is a list.
template <typename Owner, typename Base, typename Element>
const Element* element(const Owner* owner, std::vector<Element> Base::*list, std::size_t index) noexcept {
    return owner == nullptr ? nullptr : element(&(owner->*list), index);
}

template <typename Owner, typename Base, typename Element>
std::size_t count(const Owner* owner, std::vector<Element> Base::*list) noexcept {
    return owner == nullptr ? 0 : (owner->*list).size();
}

inline const char* text_of(const std::string* text) noexcept { return text == nullptr ? nullptr : text->c_str(); }
template <typename Owner, typename Base>
const char* text_of(const Owner* owner, std::string Base::*member) noexcept {
    return owner == nullptr ? nullptr : (owner->*member).c_str();
}

/// A member as a number; `absent` for a null owner.
template <typename Owner, typename Base, typename Member>
std::int32_t number_of(const Owner* owner, Member Base::*member, std::int32_t absent = 0) noexcept {
    return owner == nullptr ? absent : static_cast<std::int32_t>(owner->*member);
}

/// An element of a list of indexes (std::vector<int>).
template <typename Owner, typename Base>
std::size_t index_at(const Owner* owner, std::vector<int> Base::*list, std::size_t index) noexcept {
    const int* const found = element(owner, list, index);
    return found == nullptr ? SCHOOLIMP_NOT_FOUND : static_cast<std::size_t>(*found);
}

/// Place of the element with an id.
template <typename Owner, typename Base, typename Element, typename IdBase>
std::size_t find(const Owner* owner, std::vector<Element> Base::*list, std::string IdBase::*id, const char* wanted) noexcept {
    if (owner == nullptr || wanted == nullptr) return SCHOOLIMP_NOT_FOUND;
    const std::vector<Element>& elements = owner->*list;
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (elements[i].*id == wanted) return i;
    return SCHOOLIMP_NOT_FOUND;
}

}  // namespace schoolimp::c

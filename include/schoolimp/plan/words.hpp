// The words documents use for the enumerations of a plan.
#pragma once

#include <array>
#include <string_view>

#include "schoolimp/core/version.hpp"
#include "schoolimp/framework/words.hpp"
#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0 {

template <>
struct Words<Rag> {
    static constexpr std::array<std::string_view, 4> values{"not_rated", "red", "amber", "green"};
};
template <>
struct Words<ItemStatus> {
    static constexpr std::array<std::string_view, 5> values{"not_started", "in_progress", "done", "stopped", "withdrawn"};
};
template <>
struct Words<Origin> {
    static constexpr std::array<std::string_view, 2> values{"framework", "people"};
};
template <>
struct Words<Applies> {
    static constexpr std::array<std::string_view, 2> values{"yes", "possibly"};
};

}  // namespace schoolimp::inline v0

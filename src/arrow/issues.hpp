// What is wrong with a table, and where.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schoolimp/core/status.hpp"

namespace schoolimp::inline v0 {

/// Text of other libraries for a message: what is no UTF-8 is made visible, and the length is bounded.
std::string readable(std::string_view text);

/// Where something stands: "column 'x'", "column 'x', chunk 2, dictionary". Put into words only when there is something to say; a place refers to
/// the one around it and to its name, which must live as long.
class Place {
public:
    /// The whole table.
    Place() = default;
    static Place column(std::string_view name) { return Place(nullptr, "column", name, kNone, true); }
    static Place column(std::size_t number) { return Place(nullptr, "column", {}, static_cast<std::int64_t>(number), false); }
    Place inside(std::string_view part, std::int64_t number = kNone) const { return Place(this, part, {}, number, false); }

    std::string words() const;

private:
    static constexpr std::int64_t kNone = -1;
    Place(const Place* around, std::string_view part, std::string_view name, std::int64_t number, bool named)
        : around_(around), part_(part), name_(name), number_(number), named_(named) {}

    const Place* around_ = nullptr;
    std::string_view part_;
    std::string_view name_;
    std::int64_t number_ = kNone;
    bool named_ = false;
};

inline void add_issue(std::vector<Issue>& issues, const Place& place, std::string code, std::string message, std::string hint = {}) {
    issues.push_back(Issue{place.words(), std::move(code), std::move(message), std::move(hint), Severity::kError});
}

}  // namespace schoolimp::inline v0

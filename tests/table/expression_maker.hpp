// Random expressions of the framework language, as texts.
#pragma once

#include <algorithm>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace schoolimp::test {

enum class Kind { kNumber, kBoolean, kText, kDate, kGrade, kRag, kSort };

/// How deep an expression may go, and how many periods it may still look back.
struct Scope {
    int depth = 2, back = 3;
    bool grouped = false;  ///< Inside any, all or share.
    Scope inner(int by = 0, bool in_group = false) const { return {depth - 1, back - by, grouped || in_group}; }
};

/// Something named that expressions may use: a measure or a criterion.
struct Definition {
    std::string id;
    Kind kind;
};

class ExpressionMaker {
public:
    explicit ExpressionMaker(unsigned seed) : random_(seed) {}

    int pick(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
    bool chance(int percent) { return pick(1, 100) <= percent; }
    template <typename T>
    const T& choose(const std::vector<T>& list) {
        return list[static_cast<std::size_t>(pick(0, static_cast<int>(list.size()) - 1))];
    }

    std::string of(Kind kind, const Scope& scope);
    std::string condition(const Scope& scope);
    std::string literal() { return choose(numbers()); }
    std::string level_of(Kind scale) { return scale_id(scale) + "." + choose(levels(scale)); }
    Scope top() { return {pick(1, 3), 3, false}; }

    void define(std::string id, Kind kind) { defined_.push_back({std::move(id), kind}); }
    const std::vector<Definition>& defined() const { return defined_; }

    static const std::vector<std::string>& numbers();
    static std::string scale_id(Kind scale);
    static const std::vector<std::string>& levels(Kind scale);

private:
    using Ways = std::vector<std::function<std::string()>>;

    std::string number(const Scope& scope);
    std::string plain_number(const Scope& scope);
    std::string level(Kind scale, const Scope& scope);
    std::string text(const Scope& scope);
    std::string date(const Scope& scope);
    std::string comparison(const Scope& scope);
    std::string chosen(Kind kind, const Scope& scope);
    std::string named(Kind kind, const Scope& scope);
    std::string over_periods(const char* function, Kind kind, const Scope& scope);
    std::string over_members(const char* function, const Scope& scope);
    std::string list_of(int least, int most, const std::function<std::string()>& make, const char* between = ", ");

    std::mt19937 random_;
    std::vector<Definition> defined_;
};

}  // namespace schoolimp::test

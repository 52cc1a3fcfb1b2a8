#include "judgement/population.hpp"

#include <algorithm>
#include <limits>
#include <span>

namespace schoolimp::inline v0 {

namespace {

using detail::Int128;

/// A value that counts, as something that sorts fast, and the row it stands in.
template <typename Key>
struct Member {
    Key key;
    std::uint32_t row = 0;
};

/// The decimal places all values that count can be written with as whole numbers of 64 bits; none when they cannot.
std::optional<int> common_places(const PopulationRows& rows) {
    int places = 0;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows.counts(i)) places = std::max(places, rows.value(i).places());
    constexpr Int128 kLimit = std::numeric_limits<std::int64_t>::max();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows.counts(i)) continue;
        const Decimal& value = rows.value(i);
        const Int128 scaled = static_cast<Int128>(value.absolute().coefficient()) * detail::kPowersOfTen[places - value.places()];
        if (scaled > kLimit) return std::nullopt;
    }
    return places;
}

template <typename Key, typename KeyOf>
std::vector<Member<Key>> members_of(const PopulationRows& rows, std::size_t count, KeyOf key_of) {
    std::vector<Member<Key>> members;
    members.reserve(count);
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows.counts(i)) members.push_back({key_of(rows.value(i)), static_cast<std::uint32_t>(i)});
    return members;
}

/// Calls `visit` with the members, their keys as whole numbers where that is possible.
template <typename Visit>
void with_members(const PopulationRows& rows, std::size_t count, Visit visit) {
    if (const std::optional<int> places = common_places(rows)) {
        visit(members_of<std::int64_t>(rows, count, [&](const Decimal& value) { return value.coefficient() * detail::kPowersOfTen[*places - value.places()]; }));
    } else {
        visit(members_of<Decimal>(rows, count, [](const Decimal& value) { return value; }));
    }
}

template <typename Key>
bool is_less(const Member<Key>& a, const Member<Key>& b) {
    return a.key < b.key;
}

/// Calls visit(equal, below) with the members that have the same value, ascending, and the number of those with a lesser one.
template <typename Key, typename Visit>
void for_each_tie(std::vector<Member<Key>>& members, Visit visit) {
    std::sort(members.begin(), members.end(), is_less<Key>);
    for (std::size_t first = 0; first < members.size();) {
        std::size_t last = first + 1;
        while (last < members.size() && members[last].key == members[first].key) ++last;
        visit(std::span(members).subspan(first, last - first), first);
        first = last;
    }
}

/// The numbers of the order statistics beside q x (n - 1), and how far it is from the lower to the upper one.
struct QuantilePlace {
    std::size_t lower = 0;
    Decimal fraction;
};

QuantilePlace quantile_place(const Decimal& q, std::size_t n) {
    const Int128 one = detail::kPowersOfTen[q.places()], place = static_cast<Int128>(q.coefficient()) * static_cast<Int128>(n - 1);
    return {static_cast<std::size_t>(place / one), *Decimal::make(static_cast<std::int64_t>(place % one), q.places())};
}

template <typename Key>
Decimal quantile(const PopulationRows& rows, std::vector<Member<Key>>& members, const Decimal& q) {
    const QuantilePlace place = quantile_place(q, members.size());
    const auto lower = members.begin() + static_cast<std::ptrdiff_t>(place.lower);
    std::nth_element(members.begin(), lower, members.end(), is_less<Key>);
    const Decimal& low = rows.value(lower->row);
    if (place.fraction.is_zero()) return low;
    return interpolated(low, rows.value(std::min_element(lower + 1, members.end(), is_less<Key>)->row), place.fraction);
}

}  // namespace

void PopulationRows::set(std::size_t row, const Value& x, Truth eligible) {
    const bool out = eligible == Truth::kFalse || eligible == Truth::kNotApplicable || x.not_applicable();
    parts_[row] = out ? Part::kNotApplicable : x.known() && eligible == Truth::kTrue ? Part::kCounts : Part::kUnknown;
    values_[row] = x.scalar;
}

PopulationFigures::PopulationFigures(const Population& population, const PopulationRows& rows) : function_(population.function) {
    for (std::size_t i = 0; i < rows.size(); ++i) size_ += rows.counts(i);
    if (function_ == Function::kQuantile) {
        if (size_ > 0) with_members(rows, size_, [&](auto members) { quantile_ = number_value(quantile(rows, members, population.parameter)); });
        return;
    }
    standings_.resize(rows.size(), kUnknown);
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows.not_applicable(i)) standings_[i] = kNotApplicable;
    with_members(rows, size_, [&](auto members) {
        for_each_tie(members, [&](auto equal, std::size_t below) {
            const std::size_t standing = function_ == Function::kRank ? size_ - below - equal.size() + 1 : 2 * below + equal.size();
            for (const auto& member : equal) standings_[member.row] = static_cast<std::uint32_t>(standing);
        });
    });
}

Value PopulationFigures::of(std::size_t row) const {
    if (function_ == Function::kQuantile) return quantile_;
    const std::uint32_t standing = standings_[row];
    if (standing == kUnknown) return unknown_value();
    if (standing == kNotApplicable) return not_applicable_value();
    return number_value(function_ == Function::kRank ? Decimal(standing) : mid_rank_percentile(standing, size_));
}

Decimal mid_rank_percentile(std::uint64_t twice_below_and_level, std::uint64_t all) {
    constexpr int kPlaces = 6;
    constexpr std::uint64_t kHalfOfHundred = 50 * 1000000;  // 100 / 2, in units of the last place.
    const std::uint64_t numerator = twice_below_and_level * kHalfOfHundred;
    return *Decimal::make(static_cast<std::int64_t>((2 * numerator + all) / (2 * all)), kPlaces);
}

Decimal interpolated(const Decimal& low, const Decimal& high, const Decimal& fraction) {
    if (low == high) return low;
    if (const std::optional<Decimal> between = subtract(high, low)) return *add(low, *multiply(fraction, *between));
    // Too far apart for their difference to be a number: each by its weight.
    return *add(*multiply(low, *subtract(Decimal(1), fraction)), *multiply(high, fraction));
}

}  // namespace schoolimp::inline v0

#include "framework/bands.hpp"

#include <algorithm>
#include <compare>
#include <string_view>
#include <utility>

namespace schoolimp::inline v0 {

namespace {

// A cut of the number line: just before a number or just after it, or at one of the two ends.
struct Cut {
    int infinite = 0;  // -1, 0, +1
    Decimal number;
    bool after = false;

    friend bool operator==(const Cut&, const Cut&) = default;
    friend std::strong_ordering operator<=>(const Cut& a, const Cut& b) {
        if (a.infinite != b.infinite || a.infinite != 0) return a.infinite <=> b.infinite;
        if (const auto order = a.number <=> b.number; order != 0) return order;
        return a.after <=> b.after;
    }
};

Cut start_of(const Band& band) { return band.low ? Cut{0, *band.low, !band.low_included} : Cut{-1, Decimal(), false}; }
Cut end_of(const Band& band) { return band.high ? Cut{0, *band.high, band.high_included} : Cut{1, Decimal(), false}; }

std::string between(const Cut& from, const Cut& to) {
    const std::string low = from.infinite != 0 ? "(-inf" : (from.after ? "(" : "[") + to_string(from.number);
    const std::string high = to.infinite != 0 ? "inf)" : to_string(to.number) + (to.after ? "]" : ")");
    return low + ", " + high;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

struct Placed {
    Band band;
    std::size_t position;
};

// The bands that can be read, ascending; the others are reported.
std::vector<Placed> read_bands(CheckContext& context, const std::vector<RangeBand>& bands, int scale, const Pointer& at) {
    std::vector<Placed> placed;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        context.statement(bands[i], at / i);
        if (scale >= 0) context.level_of(scale, bands[i].level, at / i / "level");
        if (const auto band = parse_range(bands[i].range))
            placed.push_back({*band, i});
        else
            context.issues.error(at / i / "range", "bad_range", "'" + bands[i].range + "' is not a range that holds a number",
                                 "write both sides, as in [3.1, inf) or (-inf, 3.1)");
    }
    std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) { return start_of(a.band) < start_of(b.band); });
    return placed;
}

}  // namespace

std::optional<Band> parse_range(const std::string& text) {
    const std::string_view range = trimmed(text);
    if (range.size() < 2) return std::nullopt;
    const char open = range.front(), close = range.back();
    const std::size_t comma = range.find(',');
    if ((open != '[' && open != '(') || (close != ']' && close != ')') || comma == std::string_view::npos) return std::nullopt;
    const std::string_view low = trimmed(range.substr(1, comma - 1)), high = trimmed(range.substr(comma + 1, range.size() - comma - 2));
    Band band;
    band.low_included = open == '[';
    band.high_included = close == ']';
    if (low != "-inf" && !(band.low = Decimal::parse(low))) return std::nullopt;
    if (high != "inf" && !(band.high = Decimal::parse(high))) return std::nullopt;
    if ((!band.low && band.low_included) || (!band.high && band.high_included)) return std::nullopt;
    if (!(start_of(band) < end_of(band))) return std::nullopt;
    return band;
}

void check_bands(CheckContext& context, const std::vector<RangeBand>& bands, int scale, const Coverage& coverage, const Pointer& at) {
    const std::vector<Placed> placed = read_bands(context, bands, scale, at);
    if (placed.empty()) return;
    Cut reached = coverage.least ? Cut{0, *coverage.least, false} : Cut{-1, Decimal(), false};
    const Cut last = coverage.most ? Cut{0, *coverage.most, true} : Cut{1, Decimal(), false};
    const auto gap = [&](const Cut& from, const Cut& to) {
        if (coverage.required && from < to)
            context.issues.error(at, "band_gap", "no band holds the numbers " + between(from, to), "let the bands meet, or write \"gaps\": \"unknown\"");
    };
    const Placed* holder = nullptr;  // the band that reaches furthest so far
    for (const Placed& each : placed) {
        const Cut start = start_of(each.band), end = end_of(each.band);
        if (holder != nullptr && start < end_of(holder->band))
            context.issues.error(
                at / each.position / "range", "band_overlap",
                "both this band and " + (at / holder->position).text() + " hold the numbers " + between(start, std::min(end, end_of(holder->band))),
                "say which of the two they belong to");
        gap(reached, std::min(start, last));
        reached = std::max(reached, end);
        if (holder == nullptr || end_of(holder->band) < end) holder = &each;
    }
    gap(reached, last);
}

BandTable make_band_table(const std::vector<RangeBand>& bands, const Scale& scale, const ScaleInfo& ranks) {
    BandTable table;
    for (const RangeBand& written : bands) {
        Band band = *parse_range(written.range);
        band.level = ranks.rank_of(scale.find(written.level));
        table.bands.push_back(band);
    }
    std::sort(table.bands.begin(), table.bands.end(), [](const Band& a, const Band& b) { return start_of(a) < start_of(b); });
    return table;
}

}  // namespace schoolimp::inline v0

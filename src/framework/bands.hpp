// Bands: ranges with both sides written, each giving a level.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "expression/program.hpp"
#include "framework/check_context.hpp"

namespace schoolimp::inline v0 {

/// "[3.1, inf)" without a level; none when it is not a range or holds no number.
std::optional<Band> parse_range(const std::string& text);

/// The numbers the bands must cover; an absent end is unbounded.
struct Coverage {
    std::optional<Decimal> least, most;
    bool required = true;
};

/// Form, levels (of the scale, when it is known), overlaps and gaps.
void check_bands(CheckContext& context, const std::vector<RangeBand>& bands, int scale, const Coverage& coverage, const Pointer& at);

/// The table of checked bands.
BandTable make_band_table(const std::vector<RangeBand>& bands, const Scale& scale, const ScaleInfo& ranks);

}  // namespace schoolimp::inline v0

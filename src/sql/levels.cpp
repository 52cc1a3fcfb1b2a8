// Levels from numbers and from other levels; the worst and the best of several values.
#include <algorithm>

#include "sql/numbers.hpp"

namespace schoolimp::inline v0::sql {

namespace {

template <typename Table>
const Table& table_of(const Writer& writer, const std::vector<Table>& tables) {
    return tables[static_cast<std::size_t>(writer.node().payload)];
}

Operand level(std::string value, std::string absent, int step) {
    Operand term;
    term.value = std::move(value);
    term.absent = std::move(absent);
    term.step = step;
    return term;
}

/// "number >= bound" in one scale. `step` becomes the one in which it can be said.
std::string beyond(Writer& writer, const Operand& number, const std::string& comparator, const Decimal& bound, int& step) {
    const Operand limit = number_literal(bound);
    const int places = std::max(number.number.places, limit.number.places);
    const Operand scaled = with_places(writer, number, places);
    step = std::max(step, scaled.step);
    return scaled.value + comparator + with_places(writer, limit, places).value;
}

}  // namespace

Operand write_bands(Writer& writer) {
    const Operand number = writer.plain(writer.argument(0), "number");
    int step = number.step;
    Case value;
    for (const Band& band : table_of(writer, writer.program().bands).bands) {
        Texts sides;
        if (band.low) sides.push_back(beyond(writer, number, band.low_included ? " >= " : " > ", *band.low, step));
        if (band.high) sides.push_back(beyond(writer, number, band.high_included ? " <= " : " < ", *band.high, step));
        if (sides.empty()) sides.push_back(known(number));
        value.when(all_of(sides), std::to_string(band.level));
    }
    return level(value.end(), number.absent, step);
}

Operand write_matrix(Writer& writer) {
    const Operand &row = writer.argument(0), &column = writer.argument(1);
    const MatrixTable& table = table_of(writer, writer.program().matrices);
    Case value;
    Texts impossible{row.absent, column.absent};
    for (int r = 0; r < table.rows; ++r)
        for (int c = 0; c < table.columns; ++c) {
            const int rank = table.cells[static_cast<std::size_t>(r * table.columns + c)];
            const std::string here = all_of({row.value + " = " + std::to_string(r), column.value + " = " + std::to_string(c)});
            if (rank < 0) impossible.push_back(here);
            if (rank >= 0) value.when(here, std::to_string(rank));
        }
    return level(value.end(), any_of(impossible), writer.step_of_arguments());
}

Operand write_crosswalk(Writer& writer) {
    const Operand& from = writer.argument(0);
    const CrosswalkTable& table = table_of(writer, writer.program().crosswalks);
    Case value;
    Texts holes{from.absent};
    for (std::size_t rank = 0; rank < table.to.size(); ++rank) {
        const std::string here = from.value + " = " + std::to_string(rank);
        if (table.to[rank] < 0) holes.push_back(here);
        if (table.to[rank] >= 0) value.when(here, std::to_string(table.to[rank]));
    }
    return level(value.end(), any_of(holes), writer.step_of_arguments());
}

namespace {

/// Parts compared with each other in one expression; of more, the extremes of groups are compared.
constexpr std::size_t kGroup = 8;

std::vector<Operand> parts_of(Writer& writer) {
    std::vector<Operand> parts;
    for (std::size_t i = 0; i < writer.arguments().size(); ++i) parts.push_back(writer.argument(i));
    return parts;
}

std::string all_absent(const std::vector<Operand>& parts) {
    Texts absents;
    for (const Operand& part : parts) absents.push_back(part.absent);
    return all_of(absents);
}

/// The first of the levels, in the given order of ranks, that one of the parts has.
void ranks_in_order(Case& value, const std::vector<Operand>& parts, int first, int last) {
    for (int rank = first; rank != last; rank += first < last ? 1 : -1) {
        Texts here;
        for (const Operand& part : parts) here.push_back(part.value + " = " + std::to_string(rank));
        value.when(any_of(here), std::to_string(rank));
    }
}

/// The worst (best) rank is settled whatever else is unknown; any other only when nothing is.
Operand extreme_level(Writer& writer, bool best, int size) {
    const std::vector<Operand> parts = parts_of(writer);
    Texts unknowns;
    for (const Operand& part : parts) unknowns.push_back(unknown(part));
    const int first = best ? size - 1 : 0, step = best ? -1 : 1, last = best ? -1 : size;
    Case value;
    ranks_in_order(value, parts, first, first + step);
    value.when(any_of(unknowns), "null");
    if (first + step != last) ranks_in_order(value, parts, first + step, last);
    return level(value.end(), all_absent(parts), writer.step_of_arguments());
}

/// A part is the extreme when no other passes it. Beside an unknown part no comparison holds, and there is none.
Operand extreme_of_group(Writer& writer, bool greatest, const std::vector<Operand>& parts) {
    Case value;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        Texts others{known(parts[i])};
        for (std::size_t j = 0; j < parts.size(); ++j)
            if (i != j) others.push_back(any_of({parts[i].value + (greatest ? " >= " : " <= ") + parts[j].value, parts[j].absent}));
        value.when(all_of(others), parts[i].value);
    }
    Operand result = level(value.end(), all_absent(parts), 0);
    for (const Operand& part : parts) result.step = std::max(result.step, part.step);
    if (writer.node().type.value == ValueType::kNumber) {
        result.value = "cast(" + result.value + " as bigint)";
        result.number = bounds_of(parts);
    }
    return result;
}

/// As a column of its own, with one that says whether it applies.
Operand as_part(Writer& writer, Operand term) {
    const int step = term.step;
    term.value = writer.aside("extreme", term.value, step);
    if (!term.absent.empty()) {
        const std::string column = writer.aside("extreme not applicable", flag(term.absent), step);
        term.absent = column + " = 1";
        term.applies = column + " = 0";
    }
    term.step = step + 1;
    term.plain = true;
    return term;
}

Operand extreme_value(Writer& writer, bool greatest) {
    std::vector<Operand> parts = alike(writer, parts_of(writer));
    while (parts.size() > kGroup) {
        std::vector<Operand> groups;
        for (std::size_t i = 0; i < parts.size(); i += kGroup) {
            const auto first = parts.begin() + static_cast<std::ptrdiff_t>(i), last = parts.begin() + static_cast<std::ptrdiff_t>(std::min(i + kGroup, parts.size()));
            groups.push_back(as_part(writer, extreme_of_group(writer, greatest, {first, last})));
        }
        parts = std::move(groups);
    }
    return extreme_of_group(writer, greatest, parts);
}

}  // namespace

Operand write_extremum(Writer& writer) {
    const bool greatest = writer.node().op == Op::kMaximum;
    const Type& type = writer.node().type;
    if (type.value != ValueType::kLevel) return extreme_value(writer, greatest);
    return extreme_level(writer, greatest, writer.program().scales[static_cast<std::size_t>(type.scale)].size);
}

// Unknown parts are left out too, as long as enough are known.
Operand write_extremum_known(Writer& writer) {
    const bool best = writer.node().op == Op::kMaximumKnown;
    const std::vector<Operand> parts = parts_of(writer);
    const int size = writer.program().scales[static_cast<std::size_t>(writer.node().type.scale)].size, step = writer.step_of_arguments();
    Texts known_parts;
    for (const Operand& part : parts) known_parts.push_back(flag(known(part)));
    Case value;
    if (writer.node().payload > 1) {
        const std::string count = writer.aside("known", total(known_parts), step);
        value.when(count + " < " + std::to_string(writer.node().payload), "null");
    }
    ranks_in_order(value, parts, best ? size - 1 : 0, best ? -1 : size);
    return level(value.end(), all_absent(parts), writer.node().payload > 1 ? step + 1 : step);
}

}  // namespace schoolimp::inline v0::sql

// Every expression of a measure, with its place.
#pragma once

#include "framework/pointer.hpp"
#include "schoolimp/framework/document.hpp"

namespace schoolimp::inline v0 {

/// `of` of a bands measure is written as one expression, elsewhere as a list.
inline Pointer pointer_of(const Measure& measure, const Pointer& at, std::size_t i) {
    return measure.kind == MeasureKind::kBands && measure.of.size() == 1 ? at / "of" : at / "of" / i;
}

/// Calls visit(member, pointer) for each expression member, also the absent (empty) ones.
template <typename Visit>
void for_each_expression(const Measure& measure, const Pointer& at, Visit visit) {
    visit(measure.value, at / "value");
    for (std::size_t i = 0; i < measure.of.size(); ++i) visit(measure.of[i], pointer_of(measure, at, i));
    for (std::size_t i = 0; i < measure.variants.size(); ++i) visit(measure.variants[i].when, at / "variants" / i / "when");
    visit(measure.rows, at / "rows");
    visit(measure.columns, at / "columns");
    for (std::size_t i = 0; i < measure.parts.size(); ++i) visit(measure.parts[i].value, at / "parts" / i / "value");
    for (std::size_t i = 0; i < measure.rules.size(); ++i) {
        visit(measure.rules[i].when, at / "rules" / i / "when");
        visit(measure.rules[i].then, at / "rules" / i / "then");
    }
    visit(measure.otherwise, at / "otherwise");
    for (std::size_t i = 0; i < measure.limits.size(); ++i) visit(measure.limits[i].when, at / "limits" / i / "when");
}

}  // namespace schoolimp::inline v0

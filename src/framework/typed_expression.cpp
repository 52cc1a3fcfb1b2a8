#include "framework/typed_expression.hpp"

#include <algorithm>
#include <utility>

namespace schoolimp::inline v0 {

bool Facts::reads(int dimension) const { return std::binary_search(dimensions.begin(), dimensions.end(), dimension); }

void Facts::add_dimension(int dimension) {
    const auto place = std::lower_bound(dimensions.begin(), dimensions.end(), dimension);
    if (place == dimensions.end() || *place != dimension) dimensions.insert(place, dimension);
}

void Facts::remove_dimension(int dimension) { std::erase(dimensions, dimension); }

void Facts::include(const Facts& part) {
    reach = std::max(reach, part.reach);
    depth = std::max(depth, part.depth + 1);
    population = population || part.population;
    for (int dimension : part.dimensions) add_dimension(dimension);
}

TypedExpression& ExpressionStore::add(const std::string& member, ParsedExpression parsed) {
    auto typed = std::make_unique<TypedExpression>();
    typed->parsed = std::move(parsed);
    typed->notes.resize(static_cast<std::size_t>(typed->parsed.node_count));
    return *(expressions_[&member] = std::move(typed));
}

}  // namespace schoolimp::inline v0

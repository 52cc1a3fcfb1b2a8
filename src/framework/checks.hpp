// The checks of a document, in the order they are made.
#pragma once

#include <vector>

#include "framework/check_context.hpp"

namespace schoolimp::inline v0 {

/// Identity, scales, crosswalks, dimensions, domains, glossary, indicators, texts; ids throughout the document.
void check_vocabulary(CheckContext& context);

/// A measure or a criterion, by position.
struct Definition {
    bool is_measure = true;
    int index = 0;
};

/// Syntax of the expressions of measures and criteria, and cycles among them. The definitions, each after those it uses.
std::vector<Definition> order_definitions(CheckContext& context);

/// Measures and criteria; fills the context's definitions.
void check_definitions(CheckContext& context, const std::vector<Definition>& order);

/// Judgements, movements, KPIs.
void check_judgements(CheckContext& context);

/// Offers and their actions, activities, interventions.
void check_support(CheckContext& context);

/// Roles, bodies, delegations, deployments.
void check_people(CheckContext& context);

/// One measure: that it has the members of its kind, and what they hold. Facts of its value.
Facts check_measure(CheckContext& context, const Measure& measure, const Pointer& at);

/// The type a measure has by its kind and scale alone; none when that does not tell.
std::optional<Type> declared_type(const CheckContext& context, const Measure& measure);

}  // namespace schoolimp::inline v0

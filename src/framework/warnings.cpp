#include "framework/warnings.hpp"

#include <set>
#include <string>

#include "expression/level_reach.hpp"

namespace schoolimp::inline v0 {

namespace {

struct Uses {
    std::set<int> measures, dimensions;
};

Uses uses_in(const CheckContext& context) {
    Uses uses;
    context.expressions.for_each([&uses](const TypedExpression& expression) {
        for (const NodeNote& note : expression.notes)
            if (note.symbol.kind == SymbolKind::kMeasure) uses.measures.insert(note.symbol.index);
    });
    for (const JudgementRule& judgement : context.document.judgements) uses.measures.insert(context.symbols.measures.find(judgement.measure));
    for (const Indicator& indicator : context.document.indicators) uses.dimensions.insert(context.symbols.dimensions.find(indicator.dimension));
    return uses;
}

template <typename Things>
void warn_unused(CheckContext& context, const Things& things, const std::set<int>& used, const char* member, const std::string& what) {
    for (std::size_t i = 0; i < things.size(); ++i)
        if (!used.contains(static_cast<int>(i)))
            context.issues.warning(Pointer() / member / i, "unused_" + what, what + " " + quoted(things[i].id) + " is used nowhere");
}

std::set<int> indicators_read(const Program& program) {
    std::set<int> read;
    for (const Input& input : program.inputs) read.insert(input.indicator);
    return read;
}

void warn_unreachable(CheckContext& context, const Program& program) {
    const FrameworkDocument& document = context.document;
    for (std::size_t j = 0; j < document.judgements.size(); ++j) {
        const auto scale = static_cast<std::size_t>(context.symbols.scales.find(document.judgements[j].scale));
        const std::vector<bool> reachable = reachable_levels(program, program.judgements[j]);
        for (std::size_t l = 0; l < document.scales[scale].levels.size(); ++l) {
            const int rank = program.scales[scale].rank_of(static_cast<int>(l));
            if (!reachable[static_cast<std::size_t>(rank)])
                context.issues.warning(
                    Pointer() / "judgements" / j / "measure", "unreachable_level",
                    "no evidence leads measure " + quoted(document.judgements[j].measure) + " to level " + quoted(document.scales[scale].levels[l].id));
        }
    }
}

}  // namespace

void warn(CheckContext& context, const Program& program) {
    const Uses uses = uses_in(context);
    const FrameworkDocument& document = context.document;
    warn_unused(context, document.dimensions, uses.dimensions, "dimensions", "dimension");
    warn_unused(context, document.indicators, indicators_read(program), "indicators", "indicator");
    warn_unused(context, document.measures, uses.measures, "measures", "measure");
    warn_unreachable(context, program);
}

}  // namespace schoolimp::inline v0

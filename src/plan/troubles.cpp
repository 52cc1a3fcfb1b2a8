#include "plan/troubles.hpp"

#include <algorithm>

#include "plan/objectives.hpp"

namespace schoolimp::inline v0::plan_detail {

namespace {

/// One criterion that is the opposite of desired, and what it asks.
struct Asked {
    const Criterion* criterion = nullptr;
    std::vector<Gap> gaps;
};

bool implies_all(const Framework& framework, const std::vector<Gap>& strong, const std::vector<Gap>& weak) {
    if (weak.empty()) return false;
    return std::all_of(weak.begin(), weak.end(), [&](const Gap& asked) {
        return std::any_of(strong.begin(), strong.end(), [&](const Gap& given) { return implies(framework, given, asked); });
    });
}

/// Index of the criterion that asks most of those that ask the same as `at`; the first of equals. Itself when no other asks as much.
std::size_t strongest_of(const Framework& framework, const std::vector<Asked>& asked, std::size_t at) {
    std::size_t best = at;
    for (std::size_t other = 0; other < asked.size(); ++other) {
        if (other == best || !implies_all(framework, asked[other].gaps, asked[best].gaps)) continue;
        if (other < best || !implies_all(framework, asked[best].gaps, asked[other].gaps)) best = other;
    }
    return best;
}

std::vector<Asked> what_is_asked(const Framework& framework, const Judgement& judgement) {
    std::vector<Asked> asked;
    for (const Criterion& criterion : framework.document().criteria)
        if (criterion.desired && standing_of(criterion, judgement) == Standing::kOpposite)
            asked.push_back({&criterion, gaps_of(framework, criterion, *find_result(judgement, criterion.id))});
    return asked;
}

}  // namespace

std::vector<Trouble> find_troubles(const Framework& framework, const Judgement& judgement) {
    const std::vector<Asked> asked = what_is_asked(framework, judgement);
    std::vector<Trouble> troubles;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const Asked& most = asked[strongest_of(framework, asked, i)];
        const auto same = std::find_if(troubles.begin(), troubles.end(), [&](const Trouble& trouble) { return trouble.strongest == most.criterion; });
        if (same == troubles.end()) troubles.push_back({{asked[i].criterion}, most.criterion, most.gaps});
        else same->criteria.push_back(asked[i].criterion);
    }
    return troubles;
}

}  // namespace schoolimp::inline v0::plan_detail

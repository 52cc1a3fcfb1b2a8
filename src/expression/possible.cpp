#include "expression/possible.hpp"

#include <algorithm>

#include "expression/possible_search.hpp"
#include "expression/possible_walk.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }
constexpr int kMostRoundsOfWalk = 16;

/// Whether every filling of all missing inputs gives the root a level.
bool every_filling_gives_a_level(Cone& cone, int limit) {
    const Cone::Mark mark = cone.mark();
    Abstract none;
    none.unknown = none.not_applicable = true;
    const bool every = cone.fill_all() && can_become(cone, none, limit) == Answered::kNo;
    cone.undo(mark);
    return every;
}

/// Sets of codes hold no more than kMaxCodes of them.
bool fits_codes(const Evaluator& evaluator) {
    const auto& scales = evaluator.program().scales;
    return evaluator.texts().size() <= kMaxCodes && std::all_of(scales.begin(), scales.end(), [](const ScaleInfo& s) { return s.size <= kMaxCodes; });
}

PossibleLevels all_levels(const Evaluator& evaluator, std::span<const MissingInput> missing, int root) {
    PossibleLevels result;
    result.exact = false;
    const int scale = evaluator.program().nodes[at(root)].type.scale;
    for (int rank = 0; rank < evaluator.program().scales[at(scale)].size; ++rank) result.ranks.push_back(rank);
    for (std::size_t i = 0; i < missing.size(); ++i) result.matter.push_back(static_cast<int>(i));
    return result;
}

}  // namespace

PossibleSearch::PossibleSearch(const Evaluator& evaluator, const ProgramIndex& index, std::span<const MissingInput> missing)
    : evaluator_(evaluator), cone_(std::make_unique<Cone>(evaluator, index, missing)) {}
PossibleSearch::~PossibleSearch() = default;

/// What can be said without trying anything; goes to the judgement.
std::optional<PossibleLevels> PossibleSearch::settled_levels(int root) {
    if (!fits_codes(evaluator_)) return all_levels(evaluator_, cone_->missing(), root);
    cone_->turn_to(root);
    const Value& now = evaluator_.value(root);
    if (!now.known() || cone_->any_may_stay_unknown()) return std::nullopt;
    PossibleLevels result;  // Filling keeps what is settled.
    result.ranks = {now.code()};
    return result;
}

PossibleLevels PossibleSearch::levels(int root, int limit) {
    if (std::optional<PossibleLevels> settled = settled_levels(root)) return *std::move(settled);
    const Value& now = evaluator_.value(root);
    const std::uint64_t known = now.known() ? std::uint64_t{1} << now.code() : 0;
    Walk walk(*cone_, cone_->set(root).codes & ~known, std::clamp(limit, 0, kMostRoundsOfWalk));
    PossibleLevels result = search(root, limit, {walk.run()});
    result.evaluations += static_cast<int>(walk.steps() / (cone_->nodes().size() + 1));
    return result;
}

PossibleLevels PossibleSearch::levels(int root, int limit, const TriedLevels& tried) {
    if (std::optional<PossibleLevels> settled = settled_levels(root)) return *std::move(settled);
    return search(root, limit, tried);
}

PossibleLevels PossibleSearch::search(int root, int limit, const TriedLevels& tried) {
    Cone& cone = *cone_;
    const Value& now = evaluator_.value(root);
    // The level that is settled now is kept by the filling that leaves out what may stay unknown.
    const std::uint64_t met = tried.met | (now.known() ? std::uint64_t{1} << now.code() : 0);
    const std::uint64_t candidates = cone.set(root).codes & tried.may_be;
    PossibleLevels result;
    for (std::uint64_t left = candidates; left != 0; left &= left - 1) {
        const std::uint64_t level = left & ~(left - 1);
        const Answered answer = (met & level) != 0 ? Answered::kYes : can_become(cone, of_codes(level), limit);
        if (answer == Answered::kNo) continue;
        result.ranks.push_back(std::countr_zero(left));
        result.exact &= answer == Answered::kYes;
    }
    const bool settled_now = now.known() && result.ranks.size() == 1;
    if (!settled_now) result.matter = cone.open_inputs();
    if (!now.known() && result.exact && result.ranks.size() == 1) result.every_filling = every_filling_gives_a_level(cone, limit);
    if (result.every_filling) result.matter.clear();
    result.evaluations = cone.evaluations();
    return result;
}

PossibleLevels possible_levels(const Evaluator& evaluator, const ProgramIndex& index, std::span<const MissingInput> missing, int root, int limit) {
    return PossibleSearch(evaluator, index, missing).levels(root, limit);
}

}  // namespace schoolimp::inline v0

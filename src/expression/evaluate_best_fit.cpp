// Best fit: the level with the greatest share of its applicable criteria met.
#include "expression/evaluate_operators.hpp"

namespace schoolimp::inline v0 {

namespace {

using Candidate = BestFitTable::Candidate;

Tally tally_of(const Candidate& candidate, const Arguments& arguments) {
    Tally result;
    for (int i = 0; i < candidate.count; ++i) result.add(arguments[candidate.first + i].truth());
    return result;
}

/// met_a of count_a against met_b of count_b; a candidate without applicable criteria loses. Candidates stand best first.
bool beats(const BestFitTable& table, int a, int met_a, int count_a, int b, int met_b, int count_b) {
    if (count_a == 0) return false;
    if (count_b == 0) return true;
    const int left = met_a * count_b, right = met_b * count_a;
    return left != right ? left > right : table.tie_better == (a < b);
}

bool among(const Candidate& candidate, const Arguments& arguments, int node) {
    for (int i = 0; i < candidate.count; ++i)
        if (arguments.node(candidate.first + i) == node) return true;
    return false;
}

/// Unknown criteria that both candidates share.
int shared_unknown(const Candidate& a, const Candidate& b, const Arguments& arguments) {
    int count = 0;
    for (int i = 0; i < a.count; ++i)
        count += arguments[a.first + i].unknown() && among(b, arguments, arguments.node(a.first + i));
    return count;
}

/// Whether a beats b however the unknown criteria turn out: those of a alone all fail, those of b alone all hold, and the shared ones
/// take every split into holding, failing and not applicable.
bool always_beats(const BestFitTable& table, int a, int b, const Arguments& arguments) {
    const Candidate& candidate_a = table.candidates[static_cast<std::size_t>(a)];
    const Candidate& candidate_b = table.candidates[static_cast<std::size_t>(b)];
    const Tally tally_a = tally_of(candidate_a, arguments), tally_b = tally_of(candidate_b, arguments);
    const int shared = shared_unknown(candidate_a, candidate_b, arguments);
    for (int held = 0; held <= shared; ++held)
        for (int failed = 0; held + failed <= shared; ++failed) {
            const int met_a = tally_a.held + held, count_a = tally_a.applicable() - shared + held + failed;
            const int met_b = tally_b.held + tally_b.unknown - shared + held, count_b = tally_b.applicable() - shared + held + failed;
            if (!beats(table, a, met_a, count_a, b, met_b, count_b)) return false;
        }
    return true;
}

bool always_wins(const BestFitTable& table, int a, const Arguments& arguments) {
    const Tally own = tally_of(table.candidates[static_cast<std::size_t>(a)], arguments);
    if (own.held + own.failed == 0) return false;  // All of it may turn out not applicable.
    for (int b = 0; b < static_cast<int>(table.candidates.size()); ++b)
        if (a != b && !always_beats(table, a, b, arguments)) return false;
    return true;
}

/// The level that no filling of the unknown criteria takes from its place.
Value certain_winner(const BestFitTable& table, const Arguments& arguments) {
    for (int a = 0; a < static_cast<int>(table.candidates.size()); ++a)
        if (always_wins(table, a, arguments)) return level_value(table.candidates[static_cast<std::size_t>(a)].level);
    return unknown_value();
}

Value winner_of_known(const BestFitTable& table, const Arguments& arguments) {
    int best = -1, best_met = 0, best_count = 0;
    for (int i = 0; i < static_cast<int>(table.candidates.size()); ++i) {
        const Tally tally = tally_of(table.candidates[static_cast<std::size_t>(i)], arguments);
        const int count = tally.held + tally.failed;
        if (count == 0) continue;
        if (best >= 0 && !beats(table, i, tally.held, count, best, best_met, best_count)) continue;
        best = i;
        best_met = tally.held;
        best_count = count;
    }
    return best < 0 ? not_applicable_value() : level_value(table.candidates[static_cast<std::size_t>(best)].level);
}

/// Known criteria, each counted once however many levels name it.
int known_criteria(const Arguments& arguments) {
    int known = 0;
    for (int i = 0; i < arguments.size(); ++i) {
        bool first = arguments[i].known();
        for (int j = 0; j < i && first; ++j) first = arguments.node(j) != arguments.node(i);
        known += first;
    }
    return known;
}

}  // namespace

Value apply_best_fit(const BestFitTable& table, const Arguments& arguments) {
    const Tally all = tally(arguments);
    if (all.applicable() == 0) return not_applicable_value();
    if (table.ignore_unknown) return known_criteria(arguments) < table.minimum_known ? unknown_value() : winner_of_known(table, arguments);
    return all.unknown > 0 ? certain_winner(table, arguments) : winner_of_known(table, arguments);
}

}  // namespace schoolimp::inline v0

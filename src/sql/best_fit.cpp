// Best fit: the level with the greatest share of its applicable criteria met.
#include <algorithm>
#include <set>

#include "sql/numbers.hpp"

namespace schoolimp::inline v0::sql {

namespace {

/// Comparisons of shares one query may hold: levels that share many criteria need one for each way these can turn out.
constexpr int kMostComparisons = 2000;

using Candidate = BestFitTable::Candidate;

/// Columns: how many of a level's criteria hold, and how many apply.
struct Counted {
    std::string held, failed, applicable, decided;
};

class BestFit {
public:
    explicit BestFit(Writer& writer)
        : writer_(writer), table_(writer.program().best_fits[static_cast<std::size_t>(writer.node().payload)]), step_(writer.step_of_arguments()) {}

    Operand write() {
        for (const Candidate& candidate : table_.candidates) counted_.push_back(count(candidate));
        Case value;
        if (table_.ignore_unknown) value.when(too_few_known(), "null");
        for (std::size_t a = 0; a < counted_.size(); ++a) value.when(wins(a), std::to_string(table_.candidates[a].level));
        if (comparisons_ > kMostComparisons) writer_.refuse("a best fit whose levels have too many criteria in common", "");
        Operand result;
        result.value = value.end();
        Texts absents;
        for (int i = 0; i < writer_.argument_count(); ++i) absents.push_back(argument(i).absent);
        result.absent = all_of(absents);
        result.step = step_ + 1;
        return result;
    }

private:
    const Operand& argument(int i) const { return writer_.argument(static_cast<std::size_t>(i)); }

    Counted count(const Candidate& candidate) {
        Texts held, failed, left_out;
        for (int i = candidate.first; i < candidate.first + candidate.count; ++i) {
            held.push_back(flag(argument(i).holds));
            failed.push_back(flag(argument(i).fails));
            if (!argument(i).absent.empty()) left_out.push_back(flag(argument(i).absent));
        }
        Counted result{writer_.aside("met", total(held), step_), writer_.aside("not met", total(failed), step_), "", ""};
        result.decided = "(" + result.held + " + " + result.failed + ")";
        result.applicable = std::to_string(candidate.count);
        if (!left_out.empty()) result.applicable = "(" + result.applicable + " - " + writer_.aside("left out", total(left_out), step_) + ")";
        return result;
    }

    std::string too_few_known() {
        std::set<int> seen;
        Texts known_criteria;
        for (int i = 0; i < writer_.argument_count(); ++i)
            if (seen.insert(writer_.arguments()[static_cast<std::size_t>(i)]).second) known_criteria.push_back(flag(known(argument(i))));
        return writer_.aside("known", total(known_criteria), step_) + " < " + std::to_string(table_.minimum_known);
    }

    std::string wins(std::size_t a) {
        Texts conditions{counted_[a].decided + " > 0"};
        for (std::size_t b = 0; b < counted_.size() && comparisons_ <= kMostComparisons; ++b)
            if (a != b) conditions.push_back(table_.ignore_unknown ? beats_known(a, b) : always_beats(a, b));
        return all_of(conditions);
    }

    /// Of shares met_a / count_a and met_b / count_b; one of nothing loses.
    std::string beats(std::size_t a, const std::string& met_a, const std::string& count_a, std::size_t b, const std::string& met_b, const std::string& count_b) {
        ++comparisons_;
        const std::string comparator = table_.tie_better == (a < b) ? " >= " : " > ";
        return all_of({count_a + " > 0", any_of({count_b + " = 0", met_a + " * " + count_b + comparator + met_b + " * " + count_a})});
    }

    std::string beats_known(std::size_t a, std::size_t b) {
        return beats(a, counted_[a].held, counted_[a].decided, b, counted_[b].held, counted_[b].decided);
    }

    /// However what is unknown turns out: the criteria of a alone fail, those of b alone hold, the shared ones are split in every way.
    std::string always_beats(std::size_t a, std::size_t b) {
        const auto [shared, most] = shared_unknown(a, b);
        Texts conditions;
        for (int held = 0; held <= most; ++held)
            for (int failed = 0; held + failed <= most && comparisons_ <= kMostComparisons; ++failed) {
                const std::string met_a = "(" + counted_[a].held + " + " + std::to_string(held) + ")", split = " - " + shared + " + " + std::to_string(held + failed) + ")";
                const std::string met_b = "(" + counted_[b].applicable + " - " + counted_[b].failed + " - " + shared + " + " + std::to_string(held) + ")";
                const std::string wins = beats(a, met_a, "(" + counted_[a].applicable + split, b, met_b, "(" + counted_[b].applicable + split);
                if (held + failed == 0) conditions.push_back(wins);
                else conditions.push_back(any_of({shared + " < " + std::to_string(held + failed), wins}));
            }
        return all_of(conditions);
    }

    /// How many of the criteria both levels have are unknown, and how many can be.
    std::pair<std::string, int> shared_unknown(std::size_t a, std::size_t b) {
        const auto key = std::minmax(a, b);
        if (const auto found = shared_.find(key); found != shared_.end()) return found->second;
        Texts unknowns;
        for (int i = table_.candidates[a].first; i < table_.candidates[a].first + table_.candidates[a].count; ++i)
            if (among(table_.candidates[b], writer_.arguments()[static_cast<std::size_t>(i)])) unknowns.push_back(flag(unknown(argument(i))));
        const int most = static_cast<int>(unknowns.size());
        const std::string column = most == 0 ? "0" : writer_.aside("unknown in both", total(unknowns), step_);
        return shared_[key] = {column, most};
    }

    bool among(const Candidate& candidate, int node) const {
        const auto criteria = writer_.arguments().subspan(static_cast<std::size_t>(candidate.first), static_cast<std::size_t>(candidate.count));
        return std::find(criteria.begin(), criteria.end(), node) != criteria.end();
    }

    Writer& writer_;
    const BestFitTable& table_;
    int step_;
    std::vector<Counted> counted_;
    std::map<std::pair<std::size_t, std::size_t>, std::pair<std::string, int>> shared_;
    int comparisons_ = 0;
};

}  // namespace

Operand write_best_fit(Writer& writer) { return BestFit(writer).write(); }

}  // namespace schoolimp::inline v0::sql

#include "evaluate/random_program.hpp"

#include <algorithm>
#include <array>

#include "evaluate/program_builder.hpp"

namespace schoolimp::test {

namespace {

class Generator {
public:
    Generator(std::mt19937& random, const RandomOptions& options) : random_(random), options_(options) {}

    RandomProgram run() {
        scales_ = {builder_.scale(pick(2, 4)), builder_.scale(pick(2, 5))};
        add_constants();
        for (int i = 0; i < options_.inputs; ++i) add_input();
        if (chance(4) && options_.inputs >= 2) result_.together[0] = 1, result_.together[1] = 0;
        for (int i = 0; i < options_.inner_nodes; ++i) add_node();
        // The root brings what was made together: a table over the newest conditions and levels.
        result_.root = table(0);
        if (chance(2)) result_.root = limit(result_.root, 0);
        builder_.program.judgements = {result_.root};
        result_.program = std::move(builder_.program);
        return std::move(result_);
    }

private:
    int pick(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
    bool chance(int one_in) { return pick(1, one_in) == 1; }

    void remember(int node) {
        const Type& type = builder_.program.nodes[static_cast<std::size_t>(node)].type;
        switch (type.value) {
            case ValueType::kNumber: numbers_.push_back(node); break;
            case ValueType::kBoolean: booleans_.push_back(node); break;
            case ValueType::kLevel: levels_[static_cast<std::size_t>(type.scale)].push_back(node); break;
            case ValueType::kText: texts_.push_back(node); break;
            case ValueType::kDate: dates_.push_back(node); break;
        }
    }

    void add_input() {
        Admissible admissible;
        Type type;
        switch (pick(0, 7)) {
            case 0: type = builder_.boolean(), admissible = admissible_codes(2); break;
            case 1:
            case 2: {
                const int scale = scales_[static_cast<std::size_t>(pick(0, 1))];
                type = builder_.level(scale);
                admissible = admissible_codes(builder_.program.scales[static_cast<std::size_t>(scale)].size);
                break;
            }
            case 3: type = builder_.text(), admissible = admissible_codes(3); break;
            case 4:
                type = builder_.date();
                admissible.grid = true, admissible.first = pick(0, 2), admissible.last = admissible.first + pick(1, options_.grid_points - 1);
                break;
            default:
                type = builder_.number();
                admissible.grid = true, admissible.places = pick(0, 1);
                admissible.first = pick(-options_.grid_points + 1, 2), admissible.last = admissible.first + pick(1, options_.grid_points);
        }
        result_.admissible.push_back(admissible);
        result_.together.push_back(-1);
        remember(builder_.input(type));
    }

    void add_constants() {
        for (const char* text : {"0", "1", "-1", "0.2", "2", "0.15"}) remember(builder_.constant(text));
        remember(builder_.constant(builder_.boolean(), chance(2)));
        for (const int scale : scales_)
            for (int rank = 0; rank < size(scale); ++rank) {
                constant_levels_[static_cast<std::size_t>(scale)].push_back(builder_.constant_level(scale, rank));
                remember(constant_levels_[static_cast<std::size_t>(scale)].back());
            }
        for (const char* text : {"primary", "secondary"}) remember(builder_.constant(builder_.text(), std::string(text)));
        remember(builder_.constant(builder_.date(), from_days(2)));
    }

    int size(int scale) { return builder_.program.scales[static_cast<std::size_t>(scale)].size; }
    // Newer nodes more often: programs then grow deep.
    int some(const std::vector<int>& nodes) {
        const int count = static_cast<int>(nodes.size());
        return nodes[static_cast<std::size_t>(chance(3) ? pick(0, count - 1) : pick(std::max(0, count - 4), count - 1))];
    }
    std::vector<int> several(const std::vector<int>& nodes, int low, int high) {
        std::vector<int> result;
        for (int i = pick(low, high); i > 0; --i) result.push_back(some(nodes));
        return result;
    }
    std::vector<int> several_levels(int scale, int low, int high) { return several(levels_[static_cast<std::size_t>(scale)], low, high); }

    void add_node() {
        switch (pick(0, 9)) {
            case 0:
            case 1:
            case 2:
            case 3: remember(comparison()); break;
            case 4: remember(logic()); break;
            case 5:
            case 6: remember(number()); break;
            default: remember(level(pick(0, 1)));
        }
    }

    int comparison() {
        constexpr std::array kOps{Op::kEqual, Op::kNotEqual, Op::kLess, Op::kLessEqual, Op::kGreater, Op::kGreaterEqual};
        const Op op = kOps[static_cast<std::size_t>(pick(0, 5))];
        const Op equality = kOps[static_cast<std::size_t>(pick(0, 1))];
        const int kind = pick(0, 5);
        if (kind <= 2) return builder_.node(op, builder_.boolean(), {some(numbers_), some(numbers_)});
        if (kind == 3) return builder_.node(op, builder_.boolean(), several_levels(pick(0, 1), 2, 2));
        if (kind == 4) return builder_.node(op, builder_.boolean(), several(dates_, 2, 2));
        return builder_.node(equality, builder_.boolean(), several(texts_, 2, 2));
    }

    int any() { return chance(2) ? some(booleans_) : chance(2) ? some(numbers_) : some(levels_[static_cast<std::size_t>(pick(0, 1))]); }

    int logic() {
        const Type type = builder_.boolean();
        const int kinds = options_.monotone_only ? 6 : 9;
        switch (pick(0, kinds)) {
            case 0: return builder_.node(Op::kAnd, type, several(booleans_, 1, 3));
            case 1: return builder_.node(Op::kOr, type, several(booleans_, 1, 3));
            case 2: return builder_.node(Op::kNot, type, {some(booleans_)});
            case 3: return builder_.node(Op::kGuard, type, several(booleans_, 2, 2));
            case 4: return builder_.node(Op::kAtLeast, type, several(booleans_, 1, 4), pick(0, 3));
            case 5: return builder_.node(Op::kAtMost, type, several(booleans_, 1, 4), pick(0, 3));
            case 6: return builder_.node(Op::kExactly, type, several(booleans_, 1, 4), pick(0, 3));
            case 7: result_.monotone = false; return builder_.node(Op::kKnown, type, {any()});
            case 8: result_.monotone = false; return builder_.node(Op::kApplicable, type, {any()});
            default: result_.monotone = false; return builder_.node(Op::kOrElse, type, several(booleans_, 2, 2));
        }
    }

    int number() {
        const Type type = builder_.number();
        const int kinds = options_.monotone_only ? 12 : 14;
        switch (pick(0, kinds)) {
            case 0: return builder_.node(Op::kAdd, type, several(numbers_, 2, 2));
            case 1:
            case 2: return builder_.node(Op::kSubtract, type, several(numbers_, 2, 2));
            case 3: return builder_.node(Op::kMultiply, type, several(numbers_, 2, 2));
            case 4: return builder_.node(Op::kDivide, type, several(numbers_, 2, 2));
            case 5: return builder_.node(Op::kNegate, type, {some(numbers_)});
            case 6: return builder_.node(Op::kAbsolute, type, {some(numbers_)});
            case 7: return builder_.node(Op::kRound, type, {some(numbers_)}, pick(0, 1));
            case 8: return builder_.node(chance(2) ? Op::kMinimum : Op::kMaximum, type, several(numbers_, 1, 3));
            case 9: return builder_.node(Op::kMean, type, several(numbers_, 1, 3));
            case 10: return builder_.node(Op::kCount, type, several(booleans_, 1, 3));
            case 11: return builder_.node(Op::kShare, type, several(booleans_, 1, 3));
            case 12: return score();
            case 13: result_.monotone = false; return builder_.node(Op::kOrElse, type, several(numbers_, 2, 2));
            default:
                result_.monotone = false;
                return builder_.node(chance(2) ? Op::kMinimumKnown : Op::kMaximumKnown, type, several(numbers_, 1, 3), pick(1, 2));
        }
    }

    int score() {
        constexpr std::array kPolicies{MissingPolicy::kUnknown, MissingPolicy::kRedistribute, MissingPolicy::kDrop, MissingPolicy::kDefault};
        ScoreTable table;
        const std::vector<int> parts = several(numbers_, 1, 3);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            ScoreTable::Part part;
            part.weight = Decimal(pick(-1, 3));
            if (chance(4)) part.maximum = Decimal(pick(0, 2));
            table.parts.push_back(part);
        }
        table.missing = options_.monotone_only ? MissingPolicy::kUnknown : kPolicies[static_cast<std::size_t>(pick(0, 3))];
        if (table.missing != MissingPolicy::kUnknown) result_.monotone = false;
        table.default_value = Decimal(pick(-1, 1));
        table.minimum_known = pick(1, 2);
        if (chance(3)) table.round = pick(0, 1);
        return builder_.node(Op::kScore, builder_.number(), parts, builder_.add(builder_.program.scores, std::move(table)));
    }

    int level(int scale) {
        const Type type = builder_.level(scale);
        const auto& levels = levels_[static_cast<std::size_t>(scale)];
        const int kinds = options_.monotone_only ? 9 : 11;
        switch (pick(0, kinds)) {
            case 0: return builder_.node(chance(2) ? Op::kMinimum : Op::kMaximum, type, several(levels, 1, 3));
            case 1: return bands(scale);
            case 2: return matrix(scale);
            case 3: return crosswalk(scale);
            case 4: return best_fit(scale);
            case 5: return limit(some(levels), scale);
            case 6: return builder_.node(Op::kGuard, type, {some(booleans_), some(levels)});
            case 7: return builder_.node(Op::kConditional, type, {some(booleans_), some(levels), some(levels)});
            case 8:
            case 9: return table(scale);
            case 10: result_.monotone = false; return builder_.node(Op::kOrElse, type, several(levels, 2, 2));
            default:
                result_.monotone = false;
                return builder_.node(chance(2) ? Op::kMinimumKnown : Op::kMaximumKnown, type, several(levels, 1, 3), pick(1, 2));
        }
    }

    int limit(int level_node, int scale) {
        return builder_.node(chance(2) ? Op::kCap : Op::kFloor, builder_.level(scale), {level_node, some(booleans_), some(levels_[static_cast<std::size_t>(scale)])});
    }

    int bands(int scale) {
        BandTable table;
        Band band;
        std::optional<Decimal> at;
        const int count = pick(1, 3);
        for (int i = 0; i < count; ++i) {
            band.low = i == 0 && chance(2) ? std::nullopt : at ? at : std::optional(Decimal(-1));
            band.low_included = i > 0 && !band.high_included;
            at = *add(at.value_or(Decimal(-1)), decimal(chance(2) ? "0.5" : "1"));
            band.high = i + 1 == count && chance(2) ? std::nullopt : at;
            band.high_included = chance(2);
            if (chance(5) && band.high) at = *add(*at, decimal("0.3"));  // A gap.
            band.level = pick(0, size(scale) - 1);
            table.bands.push_back(band);
        }
        return builder_.node(Op::kBands, builder_.level(scale), {some(numbers_)}, builder_.add(builder_.program.bands, std::move(table)));
    }

    int matrix(int scale) {
        MatrixTable table;
        table.rows = size(0);
        table.columns = size(1);
        for (int i = 0; i < table.rows * table.columns; ++i) table.cells.push_back(chance(6) ? -1 : pick(0, size(scale) - 1));
        const std::vector<int> arguments{some(levels_[0]), some(levels_[1])};
        return builder_.node(Op::kMatrix, builder_.level(scale), arguments, builder_.add(builder_.program.matrices, std::move(table)));
    }

    int crosswalk(int scale) {
        CrosswalkTable table;
        const int from = pick(0, 1);
        for (int i = 0; i < size(from); ++i) table.to.push_back(chance(5) ? -1 : pick(0, size(scale) - 1));
        return builder_.node(Op::kMapLevel, builder_.level(scale), several_levels(from, 1, 1), builder_.add(builder_.program.crosswalks, std::move(table)));
    }

    int best_fit(int scale) {
        BestFitTable table;
        std::vector<int> arguments;
        for (int rank = size(scale) - 1; rank >= 0; --rank) {
            if (chance(4)) continue;
            std::vector<int> criteria = several(booleans_, 1, 3);
            std::sort(criteria.begin(), criteria.end());
            criteria.erase(std::unique(criteria.begin(), criteria.end()), criteria.end());
            table.candidates.push_back({rank, static_cast<int>(arguments.size()), static_cast<int>(criteria.size())});
            arguments.insert(arguments.end(), criteria.begin(), criteria.end());
        }
        if (table.candidates.empty()) return limit(some(levels_[static_cast<std::size_t>(scale)]), scale);
        table.tie_better = chance(2);
        table.ignore_unknown = !options_.monotone_only && chance(2);
        if (table.ignore_unknown) result_.monotone = false;
        table.minimum_known = pick(1, 2);
        return builder_.node(Op::kBestFit, builder_.level(scale), arguments, builder_.add(builder_.program.best_fits, std::move(table)));
    }

    int outcome(int scale) {
        const auto& constants = constant_levels_[static_cast<std::size_t>(scale)];
        return chance(2) ? some(levels_[static_cast<std::size_t>(scale)]) : constants[static_cast<std::size_t>(pick(0, size(scale) - 1))];
    }

    int table(int scale) {
        std::vector<int> arguments;
        for (int rules = pick(2, 5); rules > 0; --rules) {
            arguments.push_back(some(booleans_));
            arguments.push_back(outcome(scale));
        }
        if (!chance(3)) arguments.push_back(some(levels_[static_cast<std::size_t>(scale)]));
        return builder_.node(chance(4) ? Op::kUnique : Op::kFirst, builder_.level(scale), arguments);
    }

    std::mt19937& random_;
    RandomOptions options_;
    ProgramBuilder builder_;
    RandomProgram result_;
    std::vector<int> scales_, numbers_, booleans_, texts_, dates_;
    std::array<std::vector<int>, 2> levels_, constant_levels_;
};

}  // namespace

RandomProgram random_program(std::mt19937& random, const RandomOptions& options) { return Generator(random, options).run(); }

std::vector<Value> values_of(const Admissible& admissible) {
    std::vector<Value> values;
    if (admissible.grid) {
        for (std::int64_t k = admissible.first; k <= admissible.last; ++k) values.push_back(number_value(Decimal::make(k, admissible.places)));
    } else {
        for (std::uint64_t codes = admissible.codes; codes != 0; codes &= codes - 1) values.push_back(level_value(std::countr_zero(codes)));
    }
    return values;
}

}  // namespace schoolimp::test

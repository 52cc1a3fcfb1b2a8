// The order of measures and criteria: definitions before uses, cycles found and named.
#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "framework/checks.hpp"
#include "framework/measure_expressions.hpp"

namespace schoolimp::inline v0 {

namespace {

class Orderer {
public:
    explicit Orderer(CheckContext& context) : context_(context), measures_(static_cast<int>(context.document.measures.size())) {}

    std::vector<Definition> run() {
        collect();
        state_.assign(uses_.size(), State::kNew);
        for (int node = 0; node < static_cast<int>(uses_.size()); ++node) explore(node);
        return std::move(order_);
    }

private:
    enum class State : std::uint8_t { kNew, kOpen, kDone };
    struct Frame {
        int node;
        std::size_t next;
    };

    void collect() {
        const FrameworkDocument& document = context_.document;
        uses_.resize(document.measures.size() + document.criteria.size());
        for (std::size_t i = 0; i < document.measures.size(); ++i) {
            for_each_expression(document.measures[i], Pointer() / "measures" / i,
                                [&](const std::string& member, const Pointer& at) { add_uses(uses_[i], member, at); });
            for (const FitLevel& level : document.measures[i].levels)
                for (const std::string& criterion : level.criteria) add_use(uses_[i], criterion);
        }
        for (std::size_t i = 0; i < document.criteria.size(); ++i) {
            std::set<int>& uses = uses_[document.measures.size() + i];
            add_uses(uses, document.criteria[i].when, Pointer() / "criteria" / i / "when");
            add_uses(uses, document.criteria[i].test, Pointer() / "criteria" / i / "test");
        }
    }

    void add_uses(std::set<int>& uses, const std::string& member, const Pointer& at) {
        if (const TypedExpression* expression = context_.parse(member, at)) add_names(uses, *expression->parsed.root);
    }

    void add_names(std::set<int>& uses, const Ast& node) {
        if (node.kind == AstKind::kName || node.kind == AstKind::kIndex) add_use(uses, node.text);
        for (const AstPtr& operand : node.operands) add_names(uses, *operand);
    }

    void add_use(std::set<int>& uses, const std::string& name) {
        const Symbol* symbol = context_.symbols.find(name);
        if (symbol == nullptr) return;
        if (symbol->kind == SymbolKind::kMeasure) uses.insert(symbol->index);
        if (symbol->kind == SymbolKind::kCriterion) uses.insert(measures_ + symbol->index);
    }

    // Depth first without recursion: definitions may form a long chain.
    void explore(int start) {
        if (state(start) != State::kNew) return;
        open(start);
        while (!path_.empty()) {
            Frame& frame = path_.back();
            const std::vector<int>& uses = sorted_[path_.size() - 1];
            if (frame.next == uses.size()) {
                close();
                continue;
            }
            const int used = uses[frame.next++];
            if (state(used) == State::kNew)
                open(used);
            else if (state(used) == State::kOpen)
                report_cycle(used);
        }
    }

    void open(int node) {
        state(node) = State::kOpen;
        path_.push_back({node, 0});
        const std::set<int>& uses = uses_[static_cast<std::size_t>(node)];
        sorted_.emplace_back(uses.begin(), uses.end());
    }

    void close() {
        const int node = path_.back().node;
        state(node) = State::kDone;
        order_.push_back(node < measures_ ? Definition{true, node} : Definition{false, node - measures_});
        path_.pop_back();
        sorted_.pop_back();
    }

    void report_cycle(int node) {
        if (!reported_.insert(node).second) return;
        auto step = std::find_if(path_.begin(), path_.end(), [node](const Frame& frame) { return frame.node == node; });
        std::string cycle;
        for (; step != path_.end(); ++step) cycle += id_of(step->node) + " -> ";
        context_.issues.error(pointer_of_node(node), "cycle", "'" + id_of(node) + "' is defined by itself: " + cycle + id_of(node), "break the circle");
    }

    const std::string& id_of(int node) const {
        return node < measures_ ? context_.document.measures[static_cast<std::size_t>(node)].id
                                : context_.document.criteria[static_cast<std::size_t>(node - measures_)].id;
    }
    Pointer pointer_of_node(int node) const {
        return node < measures_ ? Pointer() / "measures" / static_cast<std::size_t>(node) : Pointer() / "criteria" / static_cast<std::size_t>(node - measures_);
    }
    State& state(int node) { return state_[static_cast<std::size_t>(node)]; }

    CheckContext& context_;
    int measures_;
    std::vector<std::set<int>> uses_;
    std::vector<State> state_;
    std::vector<Frame> path_;
    std::vector<std::vector<int>> sorted_;  ///< Uses of each node on the path.
    std::set<int> reported_;
    std::vector<Definition> order_;
};

Facts indicator_facts(const CheckContext& context, const Indicator& indicator) {
    Facts facts;
    switch (indicator.type) {
        case IndicatorType::kNumber: facts.type = number_type(indicator.unit); break;
        case IndicatorType::kBoolean: facts.type = kBooleanType; break;
        case IndicatorType::kText: facts.type = kTextType; break;
        case IndicatorType::kDate: facts.type = kDateType; break;
        case IndicatorType::kLevel: {
            const int scale = context.symbols.scales.find(indicator.scale);
            if (scale >= 0) facts.type = level_type(scale);
            break;
        }
    }
    const int dimension = context.symbols.dimensions.find(indicator.dimension);
    if (dimension >= 0) facts.add_dimension(dimension);
    return facts;
}

Facts check_criterion(CheckContext& context, const Criterion& criterion, const Pointer& at) {
    context.statement(criterion, at);
    context.levels(criterion.describes, at / "describes");
    context.refer(context.symbols.domains, "domain", criterion.domain, at / "domain");
    if (criterion.test.empty()) context.missing(at, "test", "a criterion has a condition");
    if (!criterion.objective.empty() && !criterion.desired)
        context.issues.warning(at / "objective", "unused_objective", "there is an objective and 'desired' is absent: no objective is made",
                               "say whether meeting it is good");
    Facts facts;
    for (const Facts* part : {context.check_condition(criterion.when, at / "when"), context.check_condition(criterion.test, at / "test")})
        if (part != nullptr) facts.include(*part);
    facts.type = kBooleanType;
    return facts;
}

}  // namespace

std::vector<Definition> order_definitions(CheckContext& context) { return Orderer(context).run(); }

void check_definitions(CheckContext& context, const std::vector<Definition>& order) {
    const FrameworkDocument& document = context.document;
    Definitions& known = context.definitions;
    for (const Indicator& indicator : document.indicators) known.indicators.push_back(indicator_facts(context, indicator));
    // What is known before the definition is checked: enough for a use inside a cycle not to cause more errors.
    for (const Measure& measure : document.measures) {
        Facts facts;
        facts.type = declared_type(context, measure);
        known.measures.push_back(facts);
    }
    known.criteria.resize(document.criteria.size());
    for (Facts& facts : known.criteria) facts.type = kBooleanType;

    for (const Definition& definition : order) {
        const auto i = static_cast<std::size_t>(definition.index);
        if (definition.is_measure)
            known.measures[i] = check_measure(context, document.measures[i], Pointer() / "measures" / i);
        else
            known.criteria[i] = check_criterion(context, document.criteria[i], Pointer() / "criteria" / i);
    }
}

}  // namespace schoolimp::inline v0

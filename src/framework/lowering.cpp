#include "framework/lowering.hpp"

#include <algorithm>
#include <functional>

#include "expression/printer.hpp"

namespace schoolimp::inline v0 {

namespace {

Op op_of(Comparator comparator) {
    switch (comparator) {
        case Comparator::kEqual: return Op::kEqual;
        case Comparator::kNotEqual: return Op::kNotEqual;
        case Comparator::kLess: return Op::kLess;
        case Comparator::kLessEqual: return Op::kLessEqual;
        case Comparator::kGreater: return Op::kGreater;
        case Comparator::kGreaterEqual: return Op::kGreaterEqual;
    }
    return Op::kEqual;
}

Op op_of(char sign) { return sign == '+' ? Op::kAdd : sign == '-' ? Op::kSubtract : sign == '*' ? Op::kMultiply : Op::kDivide; }

}  // namespace

Lowering::Lowering(CheckContext& context, ProgramBuilder& builder) : context_(context), document_(context.document), builder_(builder) { intern({}); }

std::size_t Lowering::MemoHash::operator()(const MemoKey& key) const {
    const std::size_t place = std::hash<const void*>()(key.thing);
    return place * 31 + static_cast<std::size_t>(key.scope.shift) * 1000003 + static_cast<std::size_t>(key.scope.groups);
}

// --- scopes

int Lowering::intern(Groups groups) {
    const auto [found, is_new] = group_ids_.try_emplace(std::move(groups), static_cast<int>(groups_.size()));
    if (is_new) groups_.push_back(found->first);
    return found->second;
}

// Only the groups that make a difference, so that equal readings are lowered once.
Lowering::Scope Lowering::narrowed(Scope scope, const Facts& facts) {
    if (scope.groups == 0) return scope;
    Groups kept;
    for (const auto& [dimension, member] : groups_[static_cast<std::size_t>(scope.groups)])
        if (facts.reads(dimension)) kept.emplace_back(dimension, member);
    return {scope.shift, intern(std::move(kept))};
}

Lowering::Scope Lowering::with_group(Scope scope, int dimension, int member) {
    Groups groups = groups_[static_cast<std::size_t>(scope.groups)];
    std::erase_if(groups, [dimension](const auto& group) { return group.first == dimension; });
    groups.emplace_back(dimension, member);
    std::sort(groups.begin(), groups.end());
    return {scope.shift, intern(std::move(groups))};
}

std::string Lowering::group_in(Scope scope, const Indicator& indicator) const {
    const int wanted = context_.symbols.dimensions.find(indicator.dimension);
    for (const auto& [dimension, member] : groups_[static_cast<std::size_t>(scope.groups)])
        if (dimension == wanted) return document_.dimensions[static_cast<std::size_t>(dimension)].members[static_cast<std::size_t>(member)].id;
    return {};
}

// --- expressions

int Lowering::member(const std::string& expression, Scope scope) {
    const TypedExpression* typed = context_.expressions.find(expression);
    return lower(*typed, *typed->parsed.root, scope);
}

int Lowering::lower(const TypedExpression& expression, const Ast& node, Scope scope) {
    if (++steps_ > kMaxSteps) builder_.exhaust();
    if (exhausted()) return 0;
    scope = narrowed(scope, expression.note(node).facts);
    if (node.operands.empty()) return build(expression, node, scope);
    const MemoKey key{&node, scope};
    if (const auto known = memo_.find(key); known != memo_.end()) return known->second;
    const int built = build(expression, node, scope);
    memo_.emplace(key, built);
    return built;
}

int Lowering::build(const TypedExpression& expression, const Ast& node, Scope scope) {
    const NodeNote& note = expression.note(node);
    const Type& type = *note.facts.type;
    switch (node.kind) {
        case AstKind::kNumber: return builder_.constant(type, node.number);
        case AstKind::kBoolean: return builder_.constant(type, node.boolean);
        case AstKind::kText: return builder_.constant(type, node.text);
        case AstKind::kName: return symbol(note.symbol, scope);
        case AstKind::kIndex: return indicator(InputKind::kIndicator, note.symbol.index, node.member, scope, type);
        case AstKind::kNot: return builder_.node(Op::kNot, type, operands(expression, node, scope));
        case AstKind::kNegate: return builder_.node(Op::kNegate, type, operands(expression, node, scope));
        case AstKind::kAnd: return builder_.node(Op::kAnd, type, operands(expression, node, scope));
        case AstKind::kOr: return builder_.node(Op::kOr, type, operands(expression, node, scope));
        case AstKind::kCompare: return compare(expression, node, scope);
        case AstKind::kIn: return membership(expression, node, scope);
        case AstKind::kSum:
        case AstKind::kProduct: return arithmetic(expression, node, scope);
        case AstKind::kConditional: return builder_.node(Op::kConditional, type, operands(expression, node, scope));
        case AstKind::kCall: return call(expression, node, scope);
    }
    return 0;
}

std::vector<int> Lowering::operands(const TypedExpression& expression, const Ast& node, Scope scope, std::size_t first) {
    std::vector<int> lowered;
    for (std::size_t i = first; i < node.operands.size(); ++i) lowered.push_back(lower(expression, node.operand(i), scope));
    return lowered;
}

int Lowering::symbol(const Symbol& symbol, Scope scope) {
    switch (symbol.kind) {
        case SymbolKind::kIndicator: {
            const auto index = static_cast<std::size_t>(symbol.index);
            return indicator(InputKind::kIndicator, symbol.index, group_in(scope, document_.indicators[index]), scope,
                             *context_.definitions.indicators[index].type);
        }
        case SymbolKind::kMeasure: return measure(symbol.index, scope);
        case SymbolKind::kCriterion: return criterion(symbol.index, scope);
        case SymbolKind::kLevel: return level_constant(symbol.index, symbol.position);
        case SymbolKind::kSchoolPhase: return property(InputKind::kSchoolPhase, ValueType::kText);
        case SymbolKind::kSchoolType: return property(InputKind::kSchoolType, ValueType::kText);
        case SymbolKind::kSchoolJoined: return property(InputKind::kSchoolJoined, ValueType::kDate);
        case SymbolKind::kSchoolPupils: return property(InputKind::kSchoolPupils, ValueType::kNumber, Unit::kPupils);
    }
    return 0;
}

int Lowering::indicator(InputKind kind, int index, const std::string& group, Scope scope, const Type& type) {
    return builder_.input(type, Input{kind, index, group, scope.shift});
}

// What the trust document says of a school has no history: it is the same in every period.
int Lowering::property(InputKind kind, ValueType type, std::optional<Unit> unit) { return builder_.input(Type{type, -1, unit}, Input{kind, -1, {}, 0}); }

int Lowering::level_constant(int scale, int position) {
    return builder_.constant(level_type(scale), builder_.program.scales[static_cast<std::size_t>(scale)].rank_of(position));
}

int Lowering::compare(const TypedExpression& expression, const Ast& node, Scope scope) {
    return builder_.node(op_of(node.comparator), kBooleanType, operands(expression, node, scope), 0, text_of(node, scope));
}

int Lowering::membership(const TypedExpression& expression, const Ast& node, Scope scope) {
    const int value = lower(expression, node.operand(0), scope);
    std::vector<int> equalities;
    for (std::size_t i = 1; i < node.operands.size(); ++i) {
        const int item = lower(expression, node.operand(i), scope);
        equalities.push_back(
            builder_.node(Op::kEqual, kBooleanType, {value, item}, 0, builder_.text(print(node.operand(0)) + " == " + print(node.operand(i)))));
    }
    return builder_.node(Op::kOr, kBooleanType, std::move(equalities), 0, text_of(node, scope));
}

int Lowering::arithmetic(const TypedExpression& expression, const Ast& node, Scope scope) {
    const Type& type = *expression.note(node).facts.type;
    int total = lower(expression, node.operand(0), scope);
    for (std::size_t i = 1; i < node.operands.size(); ++i)
        total = builder_.node(op_of(node.operators[i - 1]), type, {total, lower(expression, node.operand(i), scope)});
    return total;
}

// The comparison as it is read here: with its groups, and inside prior() when it looks back.
int Lowering::text_of(const Ast& node, Scope scope) { return builder_.text(written(node, scope, false)); }

std::string Lowering::written(const Ast& node, Scope scope, bool definitions) const {
    const GroupOf group_of = [this, scope, definitions](const Ast& name) {
        const Symbol* symbol = context_.symbols.find(name.text);
        if (symbol != nullptr && symbol->kind == SymbolKind::kIndicator) return group_in(scope, document_.indicators[static_cast<std::size_t>(symbol->index)]);
        const Facts* facts = symbol == nullptr || !definitions ? nullptr : facts_of(*symbol);
        if (facts == nullptr) return std::string();
        for (const auto& [dimension, member] : groups_[static_cast<std::size_t>(scope.groups)])
            if (facts->reads(dimension)) return document_.dimensions[static_cast<std::size_t>(dimension)].members[static_cast<std::size_t>(member)].id;
        return std::string();
    };
    const std::string text = print(node, group_of);
    if (scope.shift == 0) return text;
    return "prior(" + text + (scope.shift > 1 ? ", " + std::to_string(scope.shift) : "") + ")";
}

const Facts* Lowering::facts_of(const Symbol& symbol) const {
    const auto index = static_cast<std::size_t>(symbol.index);
    if (symbol.kind == SymbolKind::kMeasure) return &context_.definitions.measures[index];
    return symbol.kind == SymbolKind::kCriterion ? &context_.definitions.criteria[index] : nullptr;
}

// --- functions

int Lowering::call(const TypedExpression& expression, const Ast& node, Scope scope) {
    const NodeNote& note = expression.note(node);
    const Type& type = *note.facts.type;
    const auto plain = [&](Op op) { return builder_.node(op, type, operands(expression, node, scope)); };
    const auto counted = [&](Op op) { return builder_.node(op, type, operands(expression, node, scope, 1), note.n); };
    const auto periods = [&](Op op) { return builder_.node(op, type, over_periods(expression, node.operand(1), scope, note.n)); };
    const auto members = [&](Op op) { return builder_.node(op, type, over_members(expression, node, scope)); };
    switch (note.function->function) {
        case Function::kKnown: return plain(Op::kKnown);
        case Function::kApplicable: return plain(Op::kApplicable);
        case Function::kOrElse: return plain(Op::kOrElse);
        case Function::kCount: return plain(Op::kCount);
        case Function::kMin: return plain(Op::kMinimum);
        case Function::kMax: return plain(Op::kMaximum);
        case Function::kAbs: return plain(Op::kAbsolute);
        case Function::kAtLeast: return counted(Op::kAtLeast);
        case Function::kAtMost: return counted(Op::kAtMost);
        case Function::kExactly: return counted(Op::kExactly);
        case Function::kRound: return builder_.node(Op::kRound, type, {lower(expression, node.operand(0), scope)}, note.n);
        case Function::kPrior: return lower(expression, node.operand(0), earlier(scope, note.n));
        case Function::kChange:
            return builder_.node(Op::kSubtract, type, {lower(expression, node.operand(0), scope), lower(expression, node.operand(0), earlier(scope, note.n))});
        case Function::kEvery: return periods(Op::kAnd);
        case Function::kYears: return periods(Op::kCount);
        case Function::kMean: return periods(Op::kMean);
        case Function::kAny: return members(Op::kOr);
        case Function::kAll: return members(Op::kAnd);
        case Function::kShare: return members(Op::kShare);
        case Function::kNational:
        case Function::kObservedOn: return observation(expression, node, scope);
        case Function::kMapLevel: return builder_.node(Op::kMapLevel, type, {lower(expression, node.operand(1), scope)}, note.subject);
        case Function::kDate: return builder_.constant(type, note.date);
        case Function::kRank:
        case Function::kPercentile:
        case Function::kQuantile:
        case Function::kMedian: return population(expression, node, scope);
    }
    return 0;
}

std::vector<int> Lowering::over_periods(const TypedExpression& expression, const Ast& node, Scope scope, int periods) {
    std::vector<int> lowered;
    for (int back = 0; back < periods; ++back) lowered.push_back(lower(expression, node, earlier(scope, back)));
    return lowered;
}

std::vector<int> Lowering::over_members(const TypedExpression& expression, const Ast& node, Scope scope) {
    const int dimension = expression.note(node).subject;
    const std::size_t members = document_.dimensions[static_cast<std::size_t>(dimension)].members.size();
    std::vector<int> lowered;
    for (std::size_t i = 0; i < members && !exhausted(); ++i)
        lowered.push_back(lower(expression, node.operand(1), with_group(scope, dimension, static_cast<int>(i))));
    return lowered;
}

int Lowering::observation(const TypedExpression& expression, const Ast& node, Scope scope) {
    const NodeNote& note = expression.note(node);
    const Ast& subject = node.operand(0);
    const InputKind kind = note.function->function == Function::kNational ? InputKind::kNational : InputKind::kObservedOn;
    const std::string group =
        subject.kind == AstKind::kIndex ? subject.member : group_in(scope, document_.indicators[static_cast<std::size_t>(note.symbol.index)]);
    return indicator(kind, note.symbol.index, group, scope, *note.facts.type);
}

int Lowering::population(const TypedExpression& expression, const Ast& node, Scope scope) {
    const NodeNote& note = expression.note(node);
    const Function function = note.function->function;
    const std::size_t condition = function == Function::kQuantile ? 2 : 1;
    Population asked;
    asked.function = function == Function::kMedian ? Function::kQuantile : function;
    asked.value = lower(expression, node.operand(0), scope);
    if (node.operands.size() > condition) asked.eligible = lower(expression, node.operand(condition), scope);
    if (function == Function::kMedian) asked.parameter = *Decimal::make(5, 1);
    if (function == Function::kQuantile) asked.parameter = note.fraction;
    asked.text = builder_.text(written(node, scope, true));
    if (exhausted()) return 0;
    if (asked.eligible >= 0 && builder_.holds_always(asked.eligible)) asked.eligible = -1;
    return builder_.population(*note.facts.type, asked);
}

}  // namespace schoolimp::inline v0

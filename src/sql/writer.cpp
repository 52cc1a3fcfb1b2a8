#include "sql/writer.hpp"

#include <algorithm>

#include "expression/cell_name.hpp"

namespace schoolimp::inline v0::sql {

namespace {

/// A condition or sum longer than this gets a column of its own; shorter ones read by one node are written where they are used.
constexpr std::size_t kInlineLength = 160;

bool may_be_inline(Op op) {
    switch (op) {
        case Op::kAnd:
        case Op::kOr:
        case Op::kNot:
        case Op::kEqual:
        case Op::kNotEqual:
        case Op::kLess:
        case Op::kLessEqual:
        case Op::kGreater:
        case Op::kGreaterEqual:
        case Op::kKnown:
        case Op::kApplicable:
        case Op::kAdd:
        case Op::kSubtract:
        case Op::kMultiply:
        case Op::kNegate: return true;
        default: return false;
    }
}

}  // namespace

Writer::Writer(const Framework& framework, const SqlOptions& options)
    : framework_(framework), program_(framework.program()), index_(framework.program_index()), options_(options), terms_(program_.nodes.size()), steps_(1) {}

std::vector<bool> Writer::needed() const {
    std::vector<bool> needed(program_.nodes.size(), false);
    for (const std::vector<int>* roots : {&program_.criteria, &program_.judgements})
        for (const int root : *roots) needed[static_cast<std::size_t>(root)] = true;
    for (std::size_t i = needed.size(); i-- > 0;)
        if (needed[i])
            for (const std::int32_t argument : index_.arguments(static_cast<int>(i))) needed[static_cast<std::size_t>(argument)] = true;
    return needed;
}

void Writer::run() {
    const std::vector<bool> wanted = needed();
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!wanted[i]) continue;
        current_ = static_cast<int>(i);
        terms_[i] = settled(current_, write(current_));
    }
}

Operand Writer::write(int index) {
    switch (program_.nodes[static_cast<std::size_t>(index)].op) {
        case Op::kConstant: return write_constant(*this);
        case Op::kInput: return input(program_.inputs[static_cast<std::size_t>(node().payload)]);
        case Op::kAnd:
        case Op::kOr:
        case Op::kNot:
        case Op::kKnown:
        case Op::kApplicable: return write_logic(*this);
        case Op::kEqual:
        case Op::kNotEqual:
        case Op::kLess:
        case Op::kLessEqual:
        case Op::kGreater:
        case Op::kGreaterEqual: return write_comparison(*this);
        case Op::kAtLeast:
        case Op::kAtMost:
        case Op::kExactly: return write_threshold(*this);
        case Op::kCount: return write_count(*this);
        case Op::kShare: return write_share(*this);
        case Op::kAdd:
        case Op::kSubtract:
        case Op::kMultiply:
        case Op::kDivide:
        case Op::kNegate:
        case Op::kAbsolute:
        case Op::kRound: return write_arithmetic(*this);
        case Op::kMean: return write_mean(*this);
        case Op::kConditional: return write_conditional(*this);
        case Op::kGuard: return write_guard(*this);
        case Op::kOrElse: return write_or_else(*this);
        case Op::kFirst: return write_first(*this);
        case Op::kUnique: return write_unique(*this);
        case Op::kCap:
        case Op::kFloor: return write_limit(*this);
        case Op::kBands: return write_bands(*this);
        case Op::kMatrix: return write_matrix(*this);
        case Op::kMapLevel: return write_crosswalk(*this);
        case Op::kMinimum:
        case Op::kMaximum: return write_extremum(*this);
        case Op::kMinimumKnown:
        case Op::kMaximumKnown: return write_extremum_known(*this);
        case Op::kScore: return write_score(*this);
        case Op::kBestFit: return write_best_fit(*this);
    }
    refuse("this operator has no SQL", "");
    return Operand();
}

/// As a column of its own, unless it is one already or is short and read once.
Operand Writer::settled(int index, Operand term) {
    if (term.plain) return term;
    const bool named = index_.criterion_at(index) >= 0 || index_.measure_at(index) >= 0;
    const std::size_t length = term.value.size() + term.holds.size() + term.fails.size();
    const bool short_and_local = term.absent.empty() && length <= kInlineLength && index_.readers(index).size() <= 1;
    if (!named && short_and_local && may_be_inline(program_.nodes[static_cast<std::size_t>(index)].op)) return term;

    const std::string name = name_of(index);
    const std::string absent = term.absent;
    const int step = term.step;
    term.value = add(name, value_of(term), comment_of(index), step);
    if (!absent.empty()) {
        const std::string column = add(name + ":not applicable", flag(absent), "", step);
        term.absent = column + " = 1";
        term.applies = column + " = 0";
    }
    if (program_.nodes[static_cast<std::size_t>(index)].type.value == ValueType::kBoolean) {
        term.holds = term.value + " = 1";
        term.fails = term.value + " = 0";
    }
    term.step = step + 1;
    term.plain = true;
    return term;
}

const Operand& Writer::input(const Input& input) {
    const std::string name = cell_name(document(), program_, input);
    const auto [place, is_new] = inputs_.try_emplace(name);
    if (!is_new) return place->second;
    if (input.kind == InputKind::kIndicator || input.kind == InputKind::kObservedOn) cells_that_may_be_absent_.push_back(name);
    Reading reading = write_input(*this, input);
    const bool is_current = input.kind == InputKind::kIndicator && input.shift == 0;
    const std::string comment = is_current ? document().indicators[static_cast<std::size_t>(input.indicator)].title : std::string();
    const bool is_condition = !reading.term.holds.empty();
    Operand term = std::move(reading.term);
    steps_[0].push_back({name, value_of(term), comment});
    term.value = identifier(name);
    if (!term.absent.empty()) {
        steps_[0].push_back({name + ":not applicable", flag(term.absent), ""});
        term.absent = identifier(name + ":not applicable") + " = 1";
        term.applies = identifier(name + ":not applicable") + " = 0";
    }
    if (is_condition) {
        term.holds = term.value + " = 1";
        term.fails = term.value + " = 0";
    }
    if (!reading.unreadable.empty()) unreadable_cells_.push_back(flag(reading.unreadable));
    term.plain = true;
    return place->second = std::move(term);
}

int Writer::step_of_arguments() const {
    int step = 0;
    for (const std::int32_t argument : arguments()) step = std::max(step, term(argument).step);
    return step;
}

std::string Writer::aside(const std::string& what, const std::string& text, int step) {
    const std::string name = name_of(current_) + ":" + what;
    const int times = ++asides_[name];
    return add(times == 1 ? name : name + " " + std::to_string(times), text, "", step);
}

Operand Writer::plain(Operand number, const std::string& what) {
    if (number.plain) return number;
    number.value = aside(what, number.value, number.step);
    ++number.step;
    number.plain = true;
    return number;
}

void Writer::refuse(const std::string& why, const std::string& hint) { refused_.push_back({"", "no_sql", why + " in " + place_of(current_), hint, Severity::kError}); }

// --- names

std::string Writer::name_of(int index) {
    if (const int criterion = index_.criterion_at(index); criterion >= 0) return document().criteria[static_cast<std::size_t>(criterion)].id;
    if (const int measure = index_.measure_at(index); measure >= 0) return document().measures[static_cast<std::size_t>(measure)].id;
    const auto [place, is_new] = names_.try_emplace(index);
    if (is_new) place->second = "part " + std::to_string(++parts_);
    return place->second;
}

std::string Writer::comment_of(int index) const {
    if (const int criterion = index_.criterion_at(index); criterion >= 0) return "criterion: " + document().criteria[static_cast<std::size_t>(criterion)].title;
    if (const int measure = index_.measure_at(index); measure >= 0) return "measure: " + document().measures[static_cast<std::size_t>(measure)].title;
    const int text = program_.nodes[static_cast<std::size_t>(index)].text;
    return text < 0 ? std::string() : program_.texts[static_cast<std::size_t>(text)];
}

/// The expression around a node and the criterion or measure it belongs to, as far as the program still knows.
std::string Writer::place_of(int index) const {
    std::string expression;
    for (int at = index;;) {
        const Node& node = program_.nodes[static_cast<std::size_t>(at)];
        if (expression.empty() && node.text >= 0) expression = "'" + program_.texts[static_cast<std::size_t>(node.text)] + "', ";
        if (const int criterion = index_.criterion_at(at); criterion >= 0) return expression + "criterion '" + document().criteria[static_cast<std::size_t>(criterion)].id + "'";
        if (const int measure = index_.measure_at(at); measure >= 0) return expression + "measure '" + document().measures[static_cast<std::size_t>(measure)].id + "'";
        if (index_.readers(at).empty()) return expression + "framework '" + framework_.id() + "'";
        at = index_.readers(at)[0];
    }
}

std::string Writer::add(std::string name, std::string text, std::string comment, int step) {
    const auto place = static_cast<std::size_t>(step) + 1;
    if (steps_.size() <= place) steps_.resize(place + 1);
    std::string quoted = identifier(name);
    steps_[place].push_back({std::move(name), std::move(text), std::move(comment)});
    return quoted;
}

}  // namespace schoolimp::inline v0::sql

#include "framework/check_context.hpp"

#include <utility>

#include "expression/parser.hpp"
#include "schoolimp/core/suggestion.hpp"

namespace schoolimp::inline v0 {

namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Lower-case words joined by '_'; with dots between parts when allowed.
bool is_id(std::string_view id, bool dotted) {
    bool starts = true;
    for (char c : id) {
        if (c == '.' && dotted && !starts) {
            starts = true;
            continue;
        }
        if (!is_lower(c) && (starts || (!is_digit(c) && c != '_'))) return false;
        starts = false;
    }
    return !starts && id.size() <= (dotted ? 96u : 64u);
}

// Prefix and number of PVAT-041.
std::optional<std::pair<std::string_view, int>> fact_parts(std::string_view ref) {
    const std::size_t dash = ref.find('-');
    if (dash == std::string_view::npos || dash == 0 || !is_upper(ref[0])) return std::nullopt;
    for (char c : ref.substr(0, dash))
        if (!is_upper(c) && !is_digit(c)) return std::nullopt;
    const std::string_view digits = ref.substr(dash + 1);
    const auto number = detail::parse_digits(digits);
    if (!number || digits.size() < 3 || digits.size() > 4) return std::nullopt;
    return std::pair(ref.substr(0, dash), *number);
}

}  // namespace

TypedExpression* CheckContext::parse(const std::string& member, const Pointer& at) {
    if (member.empty()) return nullptr;
    if (TypedExpression* known = expressions.find(member)) return known->parsed.root ? known : nullptr;
    ParseOutcome outcome = parse_expression_text(member);
    if (!outcome.ok()) issues.add(to_issue(outcome.problem, member, at.text()));
    const bool good = outcome.ok();
    TypedExpression& kept = expressions.add(member, std::move(outcome.expression));
    return good ? &kept : nullptr;
}

const Facts* CheckContext::check_value(const std::string& member, const Pointer& at) {
    TypedExpression* expression = parse(member, at);
    if (expression == nullptr) return nullptr;
    TypeChecker(document, symbols, definitions, issues).check(*expression, at);
    return &expression->facts();
}

const Facts* CheckContext::check_value(const std::string& member, const Pointer& at, const Type& wanted) {
    const Facts* facts = check_value(member, at);
    if (facts == nullptr || !facts->type) return facts;
    const bool good = facts->type->value == wanted.value && (wanted.value != ValueType::kLevel || wanted.scale < 0 || facts->type->scale == wanted.scale);
    if (good) return facts;
    const TypedExpression* expression = expressions.find(member);
    const std::string code = facts->type->value == wanted.value ? "scale_mismatch" : "wrong_type";
    TypeChecker(document, symbols, definitions, issues)
        .report(*expression, at, code, "expected " + describe(wanted, document) + ", found " + describe(*facts->type, document),
                wanted.value == ValueType::kBoolean ? "compare it with a value" : "");
    return nullptr;
}

const Facts* CheckContext::check_condition(const std::string& member, const Pointer& at) { return check_value(member, at, kBooleanType); }

void CheckContext::unknown(const Pointer& at, const std::string& what, const std::string& id, const std::vector<std::string>& candidates) {
    issues.error(at, "unknown_reference", "unknown " + what + " " + quoted(id), issues.suggests() ? did_you_mean(id, candidates) : std::string());
}

bool CheckContext::refer(const IdTable& table, const std::string& what, const std::string& id, const Pointer& at) {
    if (id.empty() || table.contains(id)) return true;
    unknown(at, what, id, issues.suggests() ? table.ids() : std::vector<std::string>());
    return false;
}

void CheckContext::refer_all(const IdTable& table, const std::string& what, const std::vector<std::string>& ids, const Pointer& at) {
    for (std::size_t i = 0; i < ids.size(); ++i) refer(table, what, ids[i], at / i);
}

std::pair<int, int> CheckContext::level(const std::string& qualified, const Pointer& at) {
    const std::pair<int, int> found = symbols.level(qualified);
    if (found.first < 0) unknown(at, "level", qualified, issues.suggests() ? symbols.level_names() : std::vector<std::string>());
    return found;
}

void CheckContext::levels(const std::vector<std::string>& qualified, const Pointer& at) {
    for (std::size_t i = 0; i < qualified.size(); ++i) level(qualified[i], at / i);
}

int CheckContext::level_of(int scale, const std::string& id, const Pointer& at) {
    const Scale& known = document.scales[static_cast<std::size_t>(scale)];
    const int position = known.find(id);
    if (position >= 0) return position;
    std::vector<std::string> candidates;
    for (const ScaleLevel& candidate : known.levels) candidates.push_back(candidate.id);
    unknown(at, "level of scale '" + known.id + "':", id, candidates);
    return -1;
}

void CheckContext::statement(const Statement& checked, const Pointer& at) {
    if (checked.basis == Basis::kAssumed && checked.rationale.empty())
        issues.error(at, "missing_rationale", "basis is 'assumed' and there is no rationale", "say why it is assumed");
    if (checked.basis != Basis::kAssumed && checked.refs.empty())
        issues.error(at, "missing_refs", std::string("basis is '") + (checked.basis == Basis::kStated ? "stated" : "inferred") + "' and refs is empty",
                     "name the facts of the source, or make the basis 'assumed' and say why");
    const std::string prefix = document.source ? document.source->fact_prefix : std::string();
    for (std::size_t i = 0; i < checked.refs.size(); ++i) {
        const Pointer place = at / "refs" / i;
        const auto fact = fact_parts(checked.refs[i]);
        if (!fact)
            issues.error(place, "bad_ref", quoted(checked.refs[i]) + " is not the id of a fact",
                         "facts are written " + (prefix.empty() ? "PREFIX" : prefix) + "-001");
        else if (!prefix.empty() && fact->first != prefix)
            issues.error(place, "unknown_fact", quoted(checked.refs[i]) + " is not a fact of the source, whose facts begin with '" + prefix + "-'");
        else if (document.source && document.source->facts && (fact->second < 1 || fact->second > *document.source->facts))
            issues.error(place, "unknown_fact",
                         quoted(checked.refs[i]) + " is not a fact of the source, which has " + std::to_string(*document.source->facts) + " facts");
    }
}

void CheckContext::text_items(const std::vector<TextItem>& items, const Pointer& at) {
    ids(items, at);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Pointer place = at / i;
        statement(items[i], place);
        levels(items[i].levels, place / "levels");
        refer(symbols.domains, "domain", items[i].domain, place / "domain");
    }
}

void CheckContext::parts(const std::vector<Part>& items, const Pointer& at) {
    ids(items, at);
    for (std::size_t i = 0; i < items.size(); ++i) statement(items[i], at / i);
}

void CheckContext::purposes(const std::vector<Purpose>& items, const Pointer& at) {
    for (std::size_t i = 0; i < items.size(); ++i) statement(items[i], at / i);
}

void CheckContext::duration(const std::optional<Duration>& checked, const Pointer& at) {
    if (!checked) return;
    if (!checked->minimum && !checked->maximum) issues.error(at, "missing_member", "a duration has a minimum, a maximum or both");
    if (checked->minimum && checked->maximum && *checked->minimum > *checked->maximum)
        issues.error(at, "out_of_order", "minimum " + std::to_string(*checked->minimum) + " is greater than maximum " + std::to_string(*checked->maximum));
}

void CheckContext::cadence(const std::optional<Cadence>& checked, const Pointer& at) {
    if (!checked) return;
    if (checked->times && (*checked->times < 1 || *checked->times > 60))
        issues.error(at / "times", "out_of_range", "times is " + std::to_string(*checked->times) + "; it must be from 1 to 60");
    if (checked->every == Every::kOnEvent) return;
    if (checked->event) unexpected(at, "event", "'every' is not 'on_event'");
    if (checked->offset) unexpected(at, "offset", "'every' is not 'on_event'");
}

void CheckContext::timing(const std::optional<Timing>& checked, const Pointer& at) {
    if (!checked) return;
    if (checked->anchor == Anchor::kAfterAction && checked->action.empty()) missing(at, "action", "the anchor is 'after_action'");
    if (checked->anchor != Anchor::kAfterAction && !checked->action.empty()) unexpected(at, "action", "the anchor is not 'after_action'");
    refer(symbols.actions, "action", checked->action, at / "action");
}

void CheckContext::id(const std::string& checked, const Pointer& at, Places& used, bool dotted) {
    if (!is_id(checked, dotted)) {
        const std::string form =
            dotted ? "lower-case words joined by '_', parts joined by '.', at most 96 characters" : "lower-case words joined by '_', at most 64 characters";
        issues.error(at / "id", "bad_id", quoted(checked) + " is not an id", "write " + form);
    }
    const auto [first, is_new] = used.try_emplace(checked, at.text());
    if (!is_new) issues.error(at / "id", "duplicate_id", quoted(checked) + " is already the id of " + first->second, "give one of the two another id");
}

}  // namespace schoolimp::inline v0

#include "table/small_framework.hpp"

#include "schoolimp/io/framework_json.hpp"

namespace schoolimp::test {

namespace {

constexpr const char* kDocument = R"json({
  "schema": "schoolimp/framework/1", "id": "small", "edition": "2026", "title": "Small",
  "scales": [{"id": "grade", "title": "Grade", "order": "worst_first", "refs": ["T-001"], "basis": "stated", "levels": [
      {"id": "inadequate", "title": "Inadequate", "refs": ["T-001"], "basis": "stated"}, {"id": "fair", "title": "Fair", "refs": ["T-001"], "basis": "stated"},
      {"id": "good", "title": "Good", "refs": ["T-001"], "basis": "stated"}]}],
  "indicators": [
    {"id": "n", "title": "N", "type": "number", "period": "school_year", "refs": ["T-001"], "basis": "stated"},
    {"id": "m", "title": "M", "type": "number", "period": "school_year", "refs": ["T-001"], "basis": "stated"},
    {"id": "k", "title": "K", "type": "number", "period": "school_year", "minimum": 0, "maximum": 100.5, "refs": ["T-001"], "basis": "stated"},
    {"id": "a", "title": "A", "type": "number", "period": "point", "max_age": {"minimum": 0, "maximum": 2, "unit": "school_year"}, "refs": ["T-001"], "basis": "stated"},
    {"id": "l", "title": "L", "type": "level", "scale": "grade", "period": "point", "refs": ["T-001"], "basis": "stated"},
    {"id": "b", "title": "B", "type": "boolean", "period": "point", "refs": ["T-001"], "basis": "stated"},
    {"id": "t", "title": "T", "type": "text", "period": "point", "refs": ["T-001"], "basis": "stated"},
    {"id": "d", "title": "D", "type": "date", "period": "point", "refs": ["T-001"], "basis": "stated"}],
  "criteria": [
    {"id": "number", "title": "Number", "test": "n >= 10.1", "refs": ["T-001"], "basis": "stated"},
    {"id": "third", "title": "Three tenths", "test": "n > 0.3", "refs": ["T-001"], "basis": "stated"},
    {"id": "sum", "title": "Sum", "test": "n + m > 0.3", "refs": ["T-001"], "basis": "stated"},
    {"id": "none", "title": "None", "test": "n == 0", "refs": ["T-001"], "basis": "stated"},
    {"id": "bounded", "title": "Bounded", "test": "k >= 50", "refs": ["T-001"], "basis": "stated"},
    {"id": "aged", "title": "Aged", "test": "a >= 1", "refs": ["T-001"], "basis": "stated"},
    {"id": "level", "title": "Level", "test": "l >= grade.fair", "refs": ["T-001"], "basis": "stated"},
    {"id": "flag", "title": "Flag", "test": "b", "refs": ["T-001"], "basis": "stated"},
    {"id": "word", "title": "Word", "test": "t == 'infant'", "refs": ["T-001"], "basis": "stated"},
    {"id": "day", "title": "Day", "test": "d >= date('2018-01-01')", "refs": ["T-001"], "basis": "stated"},
    {"id": "recent", "title": "Recent", "test": "observed_on(l) >= date('2019-01-01')", "refs": ["T-001"], "basis": "stated"}],
  "measures": [
    {"id": "suggest", "title": "Suggested", "kind": "decision_table", "scale": "grade", "hit_policy": "FIRST", "otherwise": "grade.good", "refs": ["T-001"], "basis": "stated", "rules": [
      {"id": "trouble", "when": "l == grade.inadequate", "then": "grade.inadequate", "refs": ["T-001"], "basis": "stated"},
      {"id": "low", "when": "n < 10.1", "then": "grade.fair", "refs": ["T-001"], "basis": "stated"}]}],
  "judgements": [{"id": "overall", "title": "Overall", "scale": "grade", "measure": "suggest", "refs": ["T-001"], "basis": "stated"}]
})json";

}  // namespace

const Framework& small_framework() {
    static const Framework framework = parse_framework(kDocument).value();
    return framework;
}

TableOptions options_now() {
    TableOptions options;
    options.as_of = kAsOf;
    return options;
}

Result<TableJudgement> judged(const std::vector<arrow_tests::Node>& columns, const TableOptions& options) { return judge_table(small_framework(), table_of(columns), options); }

std::string results_of(const TableJudgement& table, const std::string& criterion) {
    const std::vector<Criterion>& criteria = table.framework().document().criteria;
    std::size_t place = 0;
    while (criteria.at(place).id != criterion) ++place;
    const std::uint64_t bit = std::uint64_t{1} << place;
    std::string results;
    for (std::size_t row = 0; row < static_cast<std::size_t>(table.rows()); ++row)
        results += (table.met()[row] & bit) != 0 ? '1' : (table.not_met()[row] & bit) != 0 ? '0' : (table.unknown()[row] & bit) != 0 ? '?' : '-';
    return results;
}

std::string levels_of(const TableJudgement& table) {
    std::string levels;
    for (const std::int8_t level : table.suggested(0))
        levels += (levels.empty() ? "" : " ") + (level < 0 ? "-" : table.framework().document().scales[0].levels[static_cast<std::size_t>(level)].id);
    return levels;
}

std::vector<std::string> in_short(const std::vector<Issue>& issues) {
    std::vector<std::string> lines;
    for (const Issue& issue : issues) lines.push_back(issue.code + " at " + issue.pointer);
    return lines;
}

}  // namespace schoolimp::test

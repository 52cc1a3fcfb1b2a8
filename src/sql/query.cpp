// to_sql: the steps and the last select.
#include <algorithm>

#include "schoolimp/core/suggestion.hpp"
#include "schoolimp/framework/words.hpp"
#include "schoolimp/sql/sql.hpp"
#include "sql/writer.hpp"

namespace schoolimp::inline v0 {

namespace {

using namespace sql;

constexpr int kMostPlaces = 9;
/// PostgreSQL selects 1664 columns at most, SQLite 2000.
constexpr std::size_t kMostColumns = 1600;
/// Columns of the first step that no cell shares a name with: the key, and how many cells of the row cannot be read.
constexpr const char* kKey = ":key";
constexpr const char* kUnreadable = ":unreadable";

Status bad_option(const std::string& message) { return Status(StatusCode::kInvalidArgument, "to_sql: " + message); }

bool can_be_name(const std::string& name) { return !name.empty() && one_line(name) == name; }

Status check(const SqlOptions& options) {
    if (!can_be_name(options.table)) return bad_option("'" + one_line(options.table) + "' cannot be the name of a table");
    if (!options.schema.empty() && !can_be_name(options.schema)) return bad_option("'" + one_line(options.schema) + "' cannot be the name of a schema");
    if (!can_be_name(options.key)) return bad_option("'" + one_line(options.key) + "' cannot be the name of a column");
    if (options.places < 0 || options.places > kMostPlaces)
        return bad_option("places is " + std::to_string(options.places) + ", it can be 0 to " + std::to_string(kMostPlaces));
    return {};
}

class Query {
public:
    Query(const Framework& framework, const SqlOptions& options) : framework_(framework), options_(options), writer_(framework, options) {}

    Result<std::string> write() {
        writer_.run();
        const std::string out_of_scope = scope();
        if (const Status status = check_cells(); !status.ok()) return status;
        if (!writer_.refused().empty()) return refused(writer_.refused());
        if (columns() > kMostColumns)
            return refused({{"", "no_sql", "the query would have " + std::to_string(columns()) + " columns; databases take " + std::to_string(kMostColumns), "", Severity::kError}});
        std::string text = heading() + "with\n";
        for (std::size_t i = 0; i < writer_.steps().size(); ++i) text += step(i);
        return text + result(out_of_scope);
    }

private:
    const FrameworkDocument& document() const { return framework_.document(); }

    Status refused(std::vector<Issue> issues) const {
        std::string message = "framework '" + framework_.id() + "' cannot be written as portable SQL: " + to_string(issues.front());
        if (issues.size() > 1) message += "; and " + std::to_string(issues.size() - 1) + " more";
        return Status(StatusCode::kUnimplemented, message, std::move(issues));
    }

    /// The cells said to have a companion must be cells that are read and can have one.
    Status check_cells() const {
        const Texts& cells = writer_.cells_that_may_be_absent();
        for (const std::string& cell : options_.missing_columns) {
            if (std::find(cells.begin(), cells.end(), cell) != cells.end()) continue;
            const std::string hint = did_you_mean(cell, cells);
            return bad_option("the query reads no cell '" + one_line(cell) + "' that can be not applicable" + (hint.empty() ? "" : " (" + hint + ")"));
        }
        return {};
    }

    std::size_t columns() const {
        std::size_t count = 2;
        for (const Step& step : writer_.steps()) count += step.size();
        return count;
    }

    /// Holds for schools the framework is not for; empty when it is for all.
    std::string scope() {
        if (document().applies_to.empty()) return {};
        const Operand& phase = writer_.input(Input{InputKind::kSchoolPhase, -1, {}, 0});
        Texts phases;
        for (const SchoolPhase each : document().applies_to) phases.push_back(literal(word_of(each)));
        return phase.value + " not in (" + joined(phases, ", ") + ")";
    }

    std::string heading() const {
        std::string text = "-- " + one_line(framework_.title()) + " (" + framework_.id() + " " + framework_.edition() + ")\n";
        if (!framework_.hash().empty()) text += "-- framework " + framework_.hash() + "\n";
        text += "-- Null is unknown. Conditions are 1 and 0, levels are numbered from 0 (the worst), ";
        return text + (options_.places == 0 ? "numbers are whole.\n" : "numbers are read in units of 10^-" + std::to_string(options_.places) + ".\n");
    }

    static std::string name_of_step(std::size_t i) { return i == 0 ? "inputs" : "step_" + std::to_string(i); }

    std::string step(std::size_t i) const {
        std::string text = name_of_step(i) + (options_.materialized ? " as materialized (\n  select\n    " : " as (\n  select\n    ");
        text += i == 0 ? "t." + identifier(options_.key) + " as " + identifier(kKey) : "s.*";
        for (const Column& column : writer_.steps()[i]) {
            text += ",\n";
            if (!column.comment.empty()) text += "    -- " + one_line(column.comment) + "\n";
            text += "    " + broken(column.text, 6) + " as " + identifier(column.name);
        }
        if (i == 0) text += ",\n    -- cells that hold something else than they can\n    " + broken(total(writer_.unreadable_cells()), 6) + " as " + identifier(kUnreadable);
        const std::string table = (options_.schema.empty() ? "" : identifier(options_.schema) + ".") + identifier(options_.table);
        text += "\n  from " + (i == 0 ? table + " t" : name_of_step(i - 1) + " s") + "\n)";
        return text + (i + 1 < writer_.steps().size() ? ",\n" : "\n");
    }

    std::string result(const std::string& out_of_scope) const {
        Texts columns{"  " + identifier(kKey) + " as " + identifier(options_.key)};
        for (std::size_t i = 0; i < document().judgements.size(); ++i) add_judgement(columns, i, out_of_scope);
        for (std::size_t i = 0; i < document().criteria.size(); ++i) add_criterion(columns, i);
        Texts unreadable = writer_.unreadable_results();
        unreadable.insert(unreadable.begin(), identifier(kUnreadable));
        columns.push_back("  " + broken(total(std::move(unreadable)), 4) + " as \"unreadable\"");
        return "select\n" + joined(columns, ",\n") + "\nfrom " + name_of_step(writer_.steps().size() - 1) + "\n";
    }

    void add_judgement(Texts& columns, std::size_t i, const std::string& out_of_scope) const {
        const JudgementRule& rule = document().judgements[i];
        const int node = framework_.program().judgements[i];
        const Operand& term = writer_.term(node);
        const auto scale = static_cast<std::size_t>(framework_.program().nodes[static_cast<std::size_t>(node)].type.scale);
        Case level;
        level.when(out_of_scope, "null");
        for (std::size_t j = 0; j < document().scales[scale].levels.size(); ++j) {
            const int rank = framework_.program().scales[scale].rank_of(static_cast<int>(j));
            level.when(term.value + " = " + std::to_string(rank), literal(document().scales[scale].levels[j].id));
        }
        const std::string name = "judgement:" + rule.id;
        columns.push_back("  -- judgement: " + one_line(rule.title) + "\n  " + broken(level.end(), 4) + " as " + identifier(name));
        columns.push_back("  " + flag(any_of({out_of_scope, term.absent})) + " as " + identifier(name + ":not_applicable"));
    }

    void add_criterion(Texts& columns, std::size_t i) const {
        const Criterion& criterion = document().criteria[i];
        const Operand& term = writer_.term(framework_.program().criteria[i]);
        const std::string word = Case().when(term.holds, "'met'").when(term.fails, "'not_met'").when(term.absent, "'not_applicable'").otherwise("'unknown'");
        columns.push_back("  -- " + one_line(criterion.title) + "\n  " + broken(word, 4) + " as " + identifier("criterion:" + criterion.id));
    }

    const Framework& framework_;
    const SqlOptions& options_;
    Writer writer_;
};

}  // namespace

Result<std::string> to_sql(const Framework& framework, const SqlOptions& options) {
    if (const Status status = check(options); !status.ok()) return status;
    return Query(framework, options).write();
}

}  // namespace schoolimp::inline v0

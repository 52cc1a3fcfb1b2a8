#include "table/random_framework.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "schoolimp/io/framework_json.hpp"
#include "table/expression_maker.hpp"

namespace schoolimp::test {

namespace {

using Json = nlohmann::ordered_json;

/// A statement: with the members that say where it comes from.
Json stated(Json members) {
    members["refs"] = {"T-001"};
    members["basis"] = "stated";
    return members;
}

bool is_level(Kind kind) { return kind >= Kind::kGrade; }

class DocumentMaker {
public:
    explicit DocumentMaker(unsigned seed) : make_(seed) {}

    Json document() {
        Json criteria = Json::array(), measures = Json::array(), judgements = Json::array();
        const int count = make_.pick(3, 6);
        for (int i = 0; i < count; ++i) {
            criteria.push_back(criterion("c" + std::to_string(i)));
            if (make_.chance(90)) measures.push_back(measure("m" + std::to_string(i)));
        }
        measures.push_back(stated({{"id", "last"}, {"title", "Last"}, {"kind", "expression"}, {"scale", "grade"}, {"value", make_.of(Kind::kGrade, make_.top())}}));
        make_.define("last", Kind::kGrade);
        const std::vector<Definition> all = make_.defined();
        for (const Definition& one : all) add_about(one, criteria, judgements);
        if (judgements.size() > 3) judgements.erase(judgements.begin(), judgements.end() - 3);
        Json document = {{"schema", "schoolimp/framework/1"}, {"id", "random"}, {"edition", "2026"}, {"title", "Random framework"}};
        if (make_.chance(30)) document["applies_to"] = {"primary", "secondary"};
        document["scales"] = {scale(Kind::kGrade, "best_first"), scale(Kind::kRag, "worst_first"), scale(Kind::kSort, "none")};
        document["dimensions"] = Json::array({stated({{"id", "subject"}, {"title", "Subject"}, {"members", {member("reading"), member("maths"), member("writing")}}})});
        document["crosswalks"] = Json::array({crosswalk()});
        document["indicators"] = indicators();
        document["measures"] = measures;
        document["criteria"] = criteria;
        document["judgements"] = judgements;
        return document;
    }

private:
    static Json member(const char* id) { return {{"id", id}, {"title", id}}; }

    static Json scale(Kind kind, const char* order) {
        Json levels = Json::array();
        for (const std::string& level : ExpressionMaker::levels(kind)) levels.push_back(stated({{"id", level}, {"title", level}}));
        const std::string id = ExpressionMaker::scale_id(kind);
        return stated({{"id", id}, {"title", id}, {"order", order}, {"levels", levels}});
    }

    Json level_or_null(Kind scale) { return make_.chance(20) ? Json() : Json(make_.choose(ExpressionMaker::levels(scale))); }

    Json crosswalk() {
        Json lines = Json::array();
        for (const std::string& level : ExpressionMaker::levels(Kind::kGrade)) lines.push_back(stated({{"from", level}, {"to", level_or_null(Kind::kRag)}}));
        return stated({{"id", "to_rag"}, {"title", "To rag"}, {"from", "grade"}, {"to", "rag"}, {"map", lines}});
    }

    Json indicator(const std::string& id, const char* type, const Json& more = Json::object()) {
        const std::string period = id == "n1" ? "school_year" : make_.choose<std::string>({"school_year", "term", "point"});
        Json made = {{"id", id}, {"title", "Indicator " + id}, {"type", type}, {"period", period}};
        made.update(more);
        if (type == std::string("number") && make_.chance(70)) {
            const Json bounds = make_.choose<Json>({{0, 100}, {-20, 20}, {0.5, 50}, {-3000000, 3000000}});
            made["minimum"] = bounds[0], made["maximum"] = bounds[1];
        }
        if (type == std::string("number") && make_.chance(50)) made["precision"] = make_.pick(0, 3);
        if (make_.chance(25)) made["max_age"] = {{"minimum", 0}, {"maximum", make_.pick(1, 3)}, {"unit", "school_year"}};
        return stated(made);
    }

    Json indicators() {
        Json made = Json::array();
        for (const char* id : {"n1", "n2", "n3", "n4"}) made.push_back(indicator(id, "number"));
        for (const char* id : {"p1", "p2"}) made.push_back(indicator(id, "number", {{"dimension", "subject"}}));
        for (const char* id : {"b1", "b2"}) made.push_back(indicator(id, "boolean"));
        for (const char* id : {"l1", "l2"}) made.push_back(indicator(id, "level", {{"scale", "grade"}}));
        made.push_back(indicator("l3", "level", {{"scale", "rag"}}));
        made.push_back(indicator("l4", "level", {{"scale", "sort"}}));
        made.push_back(indicator("t1", "text"));
        made.push_back(indicator("d1", "date"));
        return made;
    }

    Json criterion(const std::string& id) {
        Json made = {{"id", id}, {"title", "Criterion " + id}, {"test", make_.condition(make_.top())}};
        if (make_.chance(30)) made["when"] = make_.condition(make_.top());
        criteria_.push_back(id);
        make_.define(id, Kind::kBoolean);
        return stated(made);
    }

    Json measure(const std::string& id) {
        Kind kind = Kind::kGrade;
        Json made = {{"id", id}, {"title", "Measure " + id}};
        switch (make_.pick(0, 7)) {
            case 0: kind = expression(made); break;
            case 1: bands(made); break;
            case 2: kind = matrix(made); break;
            case 3: kind = score(made); break;
            case 4: kind = best_fit(made); break;
            case 5: kind = extreme_of(made); break;
            default: kind = table(made);
        }
        if (is_level(kind)) made["scale"] = ExpressionMaker::scale_id(kind);
        if ((kind == Kind::kGrade || kind == Kind::kRag) && make_.chance(30))
            made["limits"] = Json::array({stated({{"id", "limit"}, {"when", make_.condition(make_.top())}, {make_.chance(50) ? "at_best" : "at_worst", make_.level_of(kind)}})});
        make_.define(id, kind);
        return stated(made);
    }

    Kind expression(Json& made) {
        const Kind kind = make_.choose<Kind>({Kind::kNumber, Kind::kBoolean, Kind::kGrade, Kind::kRag, Kind::kText, Kind::kDate});
        made["kind"] = "expression";
        made["value"] = make_.of(kind, make_.top());
        return kind;
    }

    Json ranges() {
        const std::vector<std::vector<std::string>> choices = {{"0", "2.5", "10.1"}, {"0.333333", "3.1", "5.05"}, {"1", "4.75", "100000000"}};
        const std::vector<std::string>& edges = make_.choose(choices);
        Json made = Json::array();
        std::string low = "(-inf";
        for (std::size_t i = 0; i < 4; ++i) {
            const bool below = make_.chance(50);  // Whether the edge belongs to the band below it.
            made.push_back(stated({{"level", ExpressionMaker::levels(Kind::kGrade)[(i + 1) % 4]}, {"range", low + ", " + (i == 3 ? "inf)" : edges[i] + (below ? "]" : ")"))}}));
            if (i < 3) low = (below ? "(" : "[") + edges[i];
        }
        return made;
    }

    void bands(Json& made) {
        made["kind"] = "bands";
        made["of"] = make_.of(Kind::kNumber, make_.top());
        made["bands"] = ranges();
        if (make_.chance(40)) {
            made["gaps"] = "unknown";
            made["bands"].erase(static_cast<std::size_t>(make_.pick(0, 3)));
        }
        if (make_.chance(40)) made["variants"] = Json::array({stated({{"when", make_.condition(make_.top())}, {"bands", ranges()}})});
    }

    Kind matrix(Json& made) {
        const Kind to = make_.choose<Kind>({Kind::kGrade, Kind::kRag});
        made["kind"] = "matrix";
        made["rows"] = make_.of(Kind::kRag, make_.top());
        made["columns"] = make_.of(Kind::kGrade, make_.top());
        for (const std::string& row : ExpressionMaker::levels(Kind::kRag))
            for (const std::string& column : ExpressionMaker::levels(Kind::kGrade)) made["cells"][row][column] = level_or_null(to);
        return to;
    }

    Kind score(Json& made) {
        const std::string missing = make_.choose<std::string>({"unknown", "redistribute", "drop", "default"});
        made["kind"] = "score";
        made["missing"] = missing;
        made["parts"] = Json::array();
        const int count = make_.pick(1, 4);
        for (int i = 0; i < count; ++i) {
            Json part = {{"id", "part" + std::to_string(i)}, {"value", make_.of(Kind::kNumber, make_.top())}, {"weight", make_.choose<double>({1, 2, 0.5, 1.5, 3})}};
            if (make_.chance(30)) part["maximum"] = make_.choose<double>({4, 10.1, -1});
            made["parts"].push_back(stated(part));
        }
        if (missing == "default") made["default"] = 1.5;
        if (missing == "redistribute" && make_.chance(50)) made["minimum_known"] = make_.pick(1, count);
        if (make_.chance(40)) made["round"] = make_.pick(0, 2);
        return Kind::kNumber;
    }

    std::string outcome(Kind kind) { return is_level(kind) && make_.chance(60) ? make_.level_of(kind) : make_.of(kind, make_.top()); }

    Kind table(Json& made) {
        const std::string policy = make_.choose<std::string>({"FIRST", "FIRST", "UNIQUE", "COLLECT_COUNT"});
        const bool counts = policy == "COLLECT_COUNT";
        const Kind kind = counts ? Kind::kNumber : make_.choose<Kind>({Kind::kGrade, Kind::kGrade, Kind::kRag, Kind::kSort, Kind::kNumber, Kind::kBoolean, Kind::kDate});
        made["kind"] = "decision_table";
        made["hit_policy"] = policy;
        made["rules"] = Json::array();
        const int count = make_.pick(1, 4);
        for (int i = 0; i < count; ++i) {
            Json rule = {{"id", "rule" + std::to_string(i)}, {"when", make_.condition(make_.top())}};
            if (!counts) rule["then"] = outcome(kind);
            made["rules"].push_back(stated(rule));
        }
        if (!counts && make_.chance(70)) made["otherwise"] = outcome(kind);
        return kind;
    }

    Kind best_fit(Json& made) {
        const Kind kind = make_.choose<Kind>({Kind::kGrade, Kind::kRag});
        made["kind"] = "best_fit";
        made["levels"] = Json::array();
        for (std::size_t i = 0; i < 3; ++i) {
            std::vector<std::string> criteria = {make_.choose(criteria_)};
            if (const std::string& other = make_.choose(criteria_); other != criteria.front()) criteria.push_back(other);
            made["levels"].push_back(stated({{"level", ExpressionMaker::levels(kind)[i]}, {"criteria", criteria}}));
        }
        made["missing"] = make_.chance(65) ? "unknown" : "ignore";
        if (made["missing"] == "ignore" && make_.chance(50)) made["minimum_known"] = make_.pick(1, 3);
        if (make_.chance(50)) made["tie"] = "better";
        return kind;
    }

    Kind extreme_of(Json& made) {
        const Kind kind = make_.choose<Kind>({Kind::kGrade, Kind::kRag});
        made["kind"] = make_.chance(50) ? "worst_of" : "best_of";
        made["of"] = Json::array();
        const int count = make_.pick(2, 4);
        for (int i = 0; i < count; ++i) made["of"].push_back(make_.of(kind, make_.top()));
        made["missing"] = make_.chance(50) ? "unknown" : "ignore";
        if (made["missing"] == "ignore" && make_.chance(50)) made["minimum_known"] = make_.pick(1, count);
        return kind;
    }

    /// Criteria that look at the measure, and a question answered by it.
    void add_about(const Definition& one, Json& criteria, Json& judgements) {
        if (one.id.front() == 'c') return;
        const auto add = [&](const std::string& word, const std::string& test) { criteria.push_back(stated({{"id", one.id + "_" + word}, {"title", word}, {"test", test}})); };
        add("known", "known(" + one.id + ")");
        add("applicable", "applicable(" + one.id + ")");
        switch (one.kind) {
            case Kind::kNumber: add("is", one.id + " >= " + make_.literal()); break;
            case Kind::kBoolean: add("is", one.id); break;
            case Kind::kDate: add("is", one.id + " < date('2018-09-01')"); break;
            case Kind::kText: add("is", one.id + " == 'junior'"); break;
            default: add("is", one.id + " == " + make_.level_of(one.kind));
        }
        if (is_level(one.kind)) judgements.push_back(stated({{"id", one.id}, {"title", "Question " + one.id}, {"scale", ExpressionMaker::scale_id(one.kind)}, {"measure", one.id}}));
    }

    ExpressionMaker make_;
    std::vector<std::string> criteria_;
};

}  // namespace

Framework random_framework(unsigned seed) {
    const std::string text = DocumentMaker(seed).document().dump();
    Result<Framework> framework = parse_framework(text);
    if (framework.ok()) return std::move(framework).value();
    std::string problems = framework.status().message();
    for (const Issue& issue : framework.status().issues()) problems += "\n  " + to_string(issue);
    throw std::runtime_error(problems);
}

}  // namespace schoolimp::test

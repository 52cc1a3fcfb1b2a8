// What the tests of documents share: samples with every member, a writer of value trees, every kind behind one function.
#pragma once

#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "io/json/parse.hpp"
#include "io/json/pointer.hpp"
#include "io/json/write.hpp"
#include "schoolimp/io/documents.hpp"

namespace schoolimp::testing {

inline std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The kinds of documents, each with a sample in data/ that sets every member to something other than its default.
inline const std::vector<std::string> kKinds = {"benchmarks", "calendar", "decisions", "evidence", "framework", "judgement", "plan", "rollup", "school_year", "trust"};

inline std::string sample(const std::string& kind) { return read_file(std::string(SCHOOLIMP_SOURCE_DIR) + "/tests/io/data/" + kind + ".json"); }

inline json::Value schema_of(const std::string& kind) {
    return json::parse(read_file(std::string(SCHOOLIMP_SOURCE_DIR) + "/src/io/schemas/" + kind + ".schema.json")).value();
}

/// What reading a document of some kind gives: its issues (warnings among them) and, when it is good, its two written forms.
struct Outcome {
    bool ok = false;
    StatusCode code = StatusCode::kOk;
    std::vector<Issue> issues;
    std::string pretty, canonical;
};

template <typename T, typename Write>
Outcome outcome(const Result<T>& result, std::vector<Issue> warnings, Write write) {
    Outcome out;
    out.ok = result.ok();
    out.code = result.status().code();
    out.issues = result.ok() ? std::move(warnings) : result.status().issues();
    if (result.ok()) {
        out.pretty = write(*result, JsonStyle::kPretty);
        out.canonical = write(*result, JsonStyle::kCanonical);
    }
    return out;
}

inline Outcome read_document(const std::string& kind, const std::string& text, const ParseLimits& limits = {}) {
    std::vector<Issue> warnings;
    const auto lenient = [&](auto parse, auto write) {
        const auto result = parse(text, limits, &warnings);
        return outcome(result, warnings, write);
    };
    if (kind == "framework") return outcome(parse_framework_document(text, limits), {}, write_framework);
    if (kind == "school_year") return outcome(parse_school_year(text, limits), {}, write_school_year);
    if (kind == "benchmarks") return lenient(parse_benchmarks, write_benchmarks);
    if (kind == "calendar") return lenient(parse_calendar, write_calendar);
    if (kind == "decisions") return lenient(parse_decisions, write_decisions);
    if (kind == "evidence") return lenient(parse_evidence, write_evidence);
    if (kind == "judgement") return lenient(parse_judgement, write_judgement);
    if (kind == "plan") return lenient(parse_plan, write_plan);
    if (kind == "rollup") return lenient(parse_rollup, write_rollup);
    return lenient(parse_trust, write_trust);
}

inline void write_value(json::Writer& writer, const json::Value& value) {
    if (const json::Object* members = value.object()) {
        writer.begin_object();
        for (const json::Member& member : *members) {
            writer.name(member.name);
            write_value(writer, member.value);
        }
        writer.end_object();
    } else if (const json::Array* items = value.array()) {
        writer.begin_array();
        for (const json::Value& item : *items) write_value(writer, item);
        writer.end_array();
    } else if (const std::string* text = value.string()) {
        writer.string(*text);
    } else if (const json::Number* number = value.number()) {
        writer.number(number->value);
    } else if (const bool* flag = value.boolean()) {
        writer.boolean(*flag);
    } else {
        writer.null();
    }
}

inline std::string to_text(const json::Value& value) {
    json::Writer writer(JsonStyle::kCanonical);
    write_value(writer, value);
    return std::move(writer).take();
}

/// A schema node with its reference followed: {"$ref": "#/$defs/x"} and {"allOf": [{"$ref": ...}]} are x.
inline const json::Value& resolved(const json::Value& schema, const json::Value& node) {
    const json::Value* reference = node.find("$ref");
    if (const json::Value* all = node.find("allOf"); reference == nullptr && all != nullptr && node.find("type") == nullptr) return resolved(schema, all->array()->front());
    if (reference == nullptr) return node;
    constexpr std::size_t kPrefix = std::string_view("#/$defs/").size();
    return resolved(schema, *schema.find("$defs")->find(reference->string()->substr(kPrefix)));
}

/// Calls visit(object, its schema, its pointer) for every object of a document the schema names the members of.
inline void for_each_object(const json::Value& schema, const json::Value& node, json::Value& value, const Pointer& place,
                            const std::function<void(json::Object&, const json::Value&, const Pointer&)>& visit) {
    const json::Value& own = resolved(schema, node);
    if (json::Array* items = value.array()) {
        const json::Value* item_schema = own.find("items");
        if (item_schema == nullptr) return;
        for (std::size_t i = 0; i < items->size(); ++i) for_each_object(schema, *item_schema, (*items)[i], place / i, visit);
        return;
    }
    const json::Value* properties = own.find("properties");
    if (value.object() == nullptr || properties == nullptr) return;
    visit(*value.object(), own, place);
    for (json::Member& member : *value.object())
        if (const json::Value* property = properties->find(member.name)) for_each_object(schema, *property, member.value, place / member.name, visit);
}

inline bool lists(const json::Value& schema_node, std::string_view keyword, std::string_view word) {
    const json::Value* list = schema_node.find(keyword);
    if (list == nullptr) return false;
    for (const json::Value& item : *list->array())
        if (*item.string() == word) return true;
    return false;
}

inline bool has_issue(const Outcome& outcome, std::string_view code, const Pointer& place) {
    for (const Issue& issue : outcome.issues)
        if (issue.code == code && issue.pointer == place.text()) return true;
    return false;
}

inline std::string listed(const Outcome& outcome) {
    std::string text;
    for (const Issue& issue : outcome.issues) text += issue.code + " at " + to_string(issue) + "\n";
    return text;
}

}  // namespace schoolimp::testing

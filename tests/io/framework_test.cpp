// Framework documents: the canonical form, the hash, and the words of the messages.
#include <gtest/gtest.h>

#include <thread>

#include "io/support.hpp"

namespace schoolimp::testing {
namespace {

std::string with(const std::string& members) {
    return R"({"schema": "schoolimp/framework/1", "id": "test", "edition": "2026.1", "title": "A test")" + (members.empty() ? "" : ", " + members) + "}";
}

std::string scale(const std::string& members) {
    return with(R"("scales": [{"id": "tier", "title": "Tier", "order": "best_first", "levels": [{"id": "one", "title": "One", "refs": ["AAA-001"], "basis": "stated"}], )" + members + "}]");
}

/// The only issue of a document, in one line.
std::string issue_of(const std::string& text) {
    const std::vector<Issue> issues = check_framework_structure(text);
    if (issues.size() != 1) return std::to_string(issues.size()) + " issues" + (issues.empty() ? "" : "; " + to_string(issues[0]));
    return issues[0].code + " | " + to_string(issues[0]);
}

TEST(FrameworkJson, CanonicalFormLeavesOutDefaultsAndOrdersMembers) {
    const std::string authored = R"({"title": "A test", "edition": "2026.1", "id": "test", "schema": "schoolimp/framework/1", "scales": [], "refs": [],
        "criteria": [{"basis": "stated", "refs": [], "indicative": false, "test": "a.b > 1.50", "title": "T", "id": "c"}]})";
    const FrameworkDocument document = parse_framework_document(authored).value();
    EXPECT_EQ(write_framework(document, JsonStyle::kCanonical),
              R"({"schema":"schoolimp/framework/1","id":"test","edition":"2026.1","title":"A test",)"
              R"("criteria":[{"id":"c","title":"T","test":"a.b > 1.50","refs":[],"basis":"stated"}]})");
}

TEST(FrameworkJson, HashNamesTheContentNotTheSpelling) {
    const FrameworkDocument one = parse_framework_document(with(R"("kpis": [])")).value();
    const FrameworkDocument two = parse_framework_document("\xEF\xBB\xBF" + with("") + "\n").value();
    EXPECT_EQ(framework_hash(one), framework_hash(two));
    EXPECT_EQ(framework_hash(one), content_hash(write_framework(one, JsonStyle::kCanonical)));
    FrameworkDocument three = one;
    three.title += "!";
    EXPECT_NE(framework_hash(one), framework_hash(three));
}

TEST(FrameworkJson, NumbersStayExact) {
    const std::string indicator = R"("indicators": [{"id": "a.b", "title": "T", "type": "number", "minimum": -0.10, "maximum": 1e2, "period": "school_year", "refs": [], "basis": "stated"}])";
    const FrameworkDocument document = parse_framework_document(with(indicator)).value();
    EXPECT_EQ(to_string(*document.indicators[0].minimum), "-0.1");
    EXPECT_NE(write_framework(document, JsonStyle::kCanonical).find(R"("minimum":-0.1,"maximum":100)"), std::string::npos);
}

TEST(FrameworkJson, MembersWithTheirOwnForms) {
    const std::string measures = R"("measures": [
        {"id": "a", "title": "A", "kind": "worst_of", "of": ["x", "y"], "missing": "ignore", "refs": [], "basis": "stated"},
        {"id": "b", "title": "B", "kind": "bands", "of": "x", "gaps": "unknown", "refs": [], "basis": "stated"},
        {"id": "c", "title": "C", "kind": "matrix", "cells": {"r2": {"b": null, "a": "low"}, "r1": {}}, "refs": [], "basis": "stated"},
        {"id": "d", "title": "D", "kind": "best_fit", "tie": "better", "refs": [], "basis": "stated"},
        {"id": "e", "title": "E", "kind": "best_fit", "tie": "worse", "refs": [], "basis": "stated"}],
        "kpis": [{"id": "k", "title": "K", "each": "x", "need": {"share": 87.5}, "refs": [], "basis": "stated"}],
        "crosswalks": [{"id": "w", "title": "W", "from": "p", "to": "q", "map": [{"from": "a", "to": null, "refs": [], "basis": "stated"}], "refs": [], "basis": "stated"}])";
    const FrameworkDocument document = parse_framework_document(with(measures)).value();
    EXPECT_EQ(document.measures[0].of, (std::vector<std::string>{"x", "y"}));
    EXPECT_EQ(document.measures[1].of, std::vector<std::string>{"x"});
    EXPECT_TRUE(document.measures[1].gaps_unknown);
    EXPECT_EQ(document.measures[2].cells.at("r2").at("b"), std::nullopt);
    EXPECT_TRUE(document.measures[3].tie_better);
    EXPECT_FALSE(document.measures[4].tie_better);
    EXPECT_EQ(document.kpis[0].need_share, *Decimal::make(875, 1));
    EXPECT_EQ(document.crosswalks[0].map[0].to, std::nullopt);
    const std::string text = write_framework(document, JsonStyle::kCanonical);
    EXPECT_NE(text.find(R"("of":["x","y"])"), std::string::npos);
    EXPECT_NE(text.find(R"("of":"x","gaps":"unknown")"), std::string::npos);
    EXPECT_NE(text.find(R"("cells":{"r1":{},"r2":{"a":"low","b":null}})"), std::string::npos);
    EXPECT_NE(text.find(R"("tie":"better")"), std::string::npos);
    EXPECT_EQ(text.find("worse"), std::string::npos);
    EXPECT_NE(text.find(R"("to":null)"), std::string::npos);
    EXPECT_EQ(parse_framework_document(text).value(), document);
}

TEST(FrameworkJson, MessagesNamePlaceValueBoundAndMend) {
    EXPECT_EQ(issue_of(R"({"schema": "schoolimp/framework/1", "id": "test", "edition": "2026.1", "titel": "A test"})"),
              "2 issues; 'title' is missing (there is 'titel': did you mean 'title'?)");
    EXPECT_EQ(issue_of(with(R"("trsut": "T")")), "unknown_member | /trsut: 'trsut' is not a member of this object (did you mean 'trust'?)");
    EXPECT_EQ(issue_of(with(R"("trust": 12)")), "wrong_type | /trust: 'trust' must be text, not a number (12)");
    EXPECT_EQ(issue_of(with(R"("trust": null)")), "wrong_type | /trust: 'trust' must be text, not null (leave the member out)");
    EXPECT_EQ(issue_of(with(R"("trust": "")")), "too_short | /trust: 'trust' is empty (give a text or leave the member out)");
    EXPECT_EQ(issue_of(with(R"("trust": ")" + std::string(4001, 'x') + "\"")), "too_long | /trust: 'trust' has 4001 characters; at most 4000");
    EXPECT_EQ(issue_of(with(R"("scales": [12])")), "wrong_type | /scales/0: item 1 of 'scales' must be an object, not a number (12)");
    EXPECT_EQ(issue_of(with(R"("valid_from": "2026-02-30")")),
              "bad_date | /valid_from: 'valid_from' is '2026-02-30'; a date is written YYYY-MM-DD and must exist in the calendar");
    EXPECT_EQ(issue_of(with(R"("applies_to": ["primray"])")),
              "unknown_word | /applies_to/0: item 1 of 'applies_to' is 'primray'; it must be one of: nursery, primary, middle, secondary, all_through, special, "
              "alternative_provision, sixth_form (did you mean 'primary'?)");
    EXPECT_EQ(issue_of(scale(R"("refs": ["AAA-002", "AAA-003", "AAA-002"], "basis": "stated")")),
              "duplicate | /scales/0/refs/2: item 3 of 'refs' repeats 'AAA-002' (keep one of them)");
    EXPECT_EQ(issue_of(scale(R"("refs": ["aaa-2"], "basis": "stated")")), "bad_id | /scales/0/refs/0: item 1 of 'refs' is 'aaa-2'; it must be the id of a fact, e.g. PVAT-041");
    EXPECT_EQ(issue_of(scale(R"("refs": [], "basis": "assumed")")), "missing_member | /scales/0: 'rationale' is missing: an assumed statement says why");
    EXPECT_EQ(issue_of(with(R"("domains": [{"id": "Pupil Outcomes", "title": "T", "refs": [], "basis": "stated"}])")),
              "bad_id | /domains/0/id: 'id' is 'Pupil Outcomes'; it must be lower-case words joined by '_' (did you mean 'pupil_outcomes'?)");
    EXPECT_EQ(issue_of(with(R"("source": {"title": "T", "facts": 1.5})")), "not_whole | /source/facts: 'facts' is 1.5; a whole number is needed");
    EXPECT_EQ(issue_of(with(R"("source": {"title": "T", "facts": -1})")), "out_of_range | /source/facts: 'facts' is -1; between 0 and 100000");
    EXPECT_EQ(issue_of(with(R"("dimensions": [{"id": "d", "title": "T", "members": [], "refs": [], "basis": "stated"}])")),
              "too_few | /dimensions/0/members: 'members' has 0 items; at least 1");
    EXPECT_EQ(issue_of(R"({"schema": "schoolimp/evidence/1", "observations": []})"),
              "wrong_schema | /schema: 'schema' is 'schoolimp/evidence/1'; 'schoolimp/framework/1' is read here (a document starts with \"schema\": \"schoolimp/framework/1\")");
}

TEST(FrameworkJson, AllProblemsAtOnceAndNoMoreThanTheLimit) {
    std::string scales;
    for (int i = 0; i < 50; ++i) scales += std::string(i > 0 ? "," : "") + "{}";
    const std::string text = with("\"scales\": [" + scales + "]");
    EXPECT_EQ(check_framework_structure(text).size(), 300u);  // six required members each
    ParseLimits limits;
    limits.max_issues = 10;
    const std::vector<Issue> issues = check_framework_structure(text, limits);
    ASSERT_EQ(issues.size(), 11u);
    EXPECT_EQ(issues.back().code, "too_many_issues");
    EXPECT_EQ(issues.back().message, "290 more are not listed (max_issues is 10)");
}

TEST(FrameworkJson, LongNamesAndValuesAreCutInMessages) {
    const std::string name(100'000, 'n');
    const std::vector<Issue> issues = check_framework_structure(with("\"" + name + "\": 1, \"trust\": [\"" + name + "\"]"));
    ASSERT_EQ(issues.size(), 2u);
    for (const Issue& issue : issues) EXPECT_LT(issue.message.size(), 300u);
}

TEST(FrameworkJson, ReadingIsSafeFromSeveralThreads) {
    const std::string text = sample("framework");
    std::vector<std::thread> threads;
    std::vector<std::string> hashes(4);
    for (std::size_t i = 0; i < hashes.size(); ++i) threads.emplace_back([&, i] { hashes[i] = framework_hash(parse_framework_document(text).value()); });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& hash : hashes) EXPECT_EQ(hash, hashes[0]);
}

}  // namespace
}  // namespace schoolimp::testing

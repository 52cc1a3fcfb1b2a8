// Members a newer version wrote: read, kept, written back after the known ones, for every kind of document that outlives the software.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "io/support.hpp"

namespace schoolimp::testing {
namespace {

/// Random JSON: every kind of value, nested, with texts that need escapes.
class RandomJson {
public:
    explicit RandomJson(unsigned seed) : random_(seed) {}

    json::Value value(int depth = 0) {
        switch (below(depth < 3 ? 7 : 5)) {
            case 0: return json::Value();
            case 1: return json::Value(below(2) == 0);
            case 2: return number();
            case 3:
            case 4: return json::Value(text());
            case 5: return array(depth);
            default: return object(depth);
        }
    }

    json::Object members(const std::string& prefix, std::size_t count, int depth) {
        json::Object result;
        for (std::size_t i = 0; i < count; ++i) result.push_back({prefix + std::to_string(i) + text(), value(depth)});
        std::shuffle(result.begin(), result.end(), random_);
        return result;
    }

    std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_); }

private:
    json::Value number() {
        const int exponent = static_cast<int>(below(4));
        std::string digits = std::to_string(static_cast<long long>(below(2'000'000)) - 1'000'000);
        if (exponent > 0) digits += "e-" + std::to_string(exponent);
        const Decimal exact = Decimal::parse(digits).value();
        return json::Value(json::Number{digits, exact});
    }
    std::string text() {
        static const std::vector<std::string> kParts = {"a", "Z", "é", "’", "\"", "\\", "\n", "\x01", "/", "~", "日", " ", "{", "😀"};
        std::string result;
        for (std::size_t i = below(4); i > 0; --i) result += kParts[below(kParts.size())];
        return result;
    }
    json::Value array(int depth) {
        json::Array items;
        for (std::size_t i = below(4); i > 0; --i) items.push_back(value(depth + 1));
        return json::Value(std::move(items));
    }
    json::Value object(int depth) { return json::Value(members("m", below(4), depth + 1)); }

    std::mt19937 random_;
};

/// The value with the members of its objects in order of name.
json::Value ordered(json::Value value) {
    if (json::Array* items = value.array())
        for (json::Value& item : *items) item = ordered(std::move(item));
    if (json::Object* members = value.object()) {
        for (json::Member& member : *members) member.value = ordered(std::move(member.value));
        std::sort(members->begin(), members->end(), [](const json::Member& a, const json::Member& b) { return a.name < b.name; });
    }
    return value;
}

/// Ranges of dates and issues are shared with the whole library and keep nothing.
bool keeps_unknown(const std::string& object) { return !object.ends_with("/moved_from") && object.find("/issues/") == std::string::npos; }

class EveryLastingKind : public ::testing::TestWithParam<std::string> {
protected:
    const json::Value schema_ = schema_of(GetParam());
    const json::Value document_ = json::parse(sample(GetParam())).value();

    /// Calls change(members, place) for every object of a copy of the sample.
    json::Value changed(const std::function<void(json::Object&, const Pointer&)>& change) const {
        std::vector<std::pair<json::Object*, Pointer>> objects;
        json::Value document = document_;
        for_each_object(schema_, schema_, document, Pointer(), [&](json::Object& members, const json::Value&, const Pointer& place) { objects.emplace_back(&members, place); });
        for (auto at = objects.rbegin(); at != objects.rend(); ++at) change(*at->first, at->second);  // inner ones first: adding members moves what is inside
        return document;
    }
};

TEST_P(EveryLastingKind, KeepsUnknownMembersOfEveryObject) {
    for (unsigned seed = 1; seed <= 25; ++seed) {
        RandomJson random(seed);
        std::vector<json::Object> added;
        const auto add_everywhere = [&](const std::function<void(json::Object&, const json::Object&)>& add) {
            std::size_t next = 0;
            return changed([&](json::Object& members, const Pointer& place) {
                if (!keeps_unknown(place.text())) return;
                if (next == added.size()) added.push_back(random.members("x_", random.below(4), 0));
                add(members, added[next++]);
            });
        };
        const json::Value mixed = add_everywhere([&](json::Object& members, const json::Object& extra) {
            for (const json::Member& member : extra) members.insert(members.begin() + static_cast<std::ptrdiff_t>(random.below(members.size() + 1)), member);
        });
        const json::Value expected = add_everywhere([](json::Object& members, const json::Object& extra) {
            const json::Value sorted = ordered(json::Value(extra));
            members.insert(members.end(), sorted.object()->begin(), sorted.object()->end());
        });
        const Outcome read = read_document(GetParam(), to_text(mixed));
        ASSERT_TRUE(read.ok) << seed << "\n" << listed(read);
        ASSERT_EQ(read.canonical, to_text(expected)) << seed;
        const Outcome again = read_document(GetParam(), read.pretty);
        ASSERT_TRUE(again.ok) << seed << "\n" << listed(again);
        EXPECT_EQ(again.canonical, read.canonical) << seed;
        EXPECT_EQ(again.pretty, read.pretty) << seed;
    }
}

TEST_P(EveryLastingKind, SaysThatTheyAreKept) {
    const json::Value with = changed([](json::Object& members, const Pointer&) { members.push_back({"unheard_of", json::Value(true)}); });
    const Outcome outcome = read_document(GetParam(), to_text(with));
    ASSERT_TRUE(outcome.ok) << listed(outcome);
    for (const Issue& issue : outcome.issues) {
        EXPECT_EQ(issue.code, "unknown_member");
        EXPECT_EQ(issue.severity, Severity::kWarning);
        const bool kept = keeps_unknown(issue.pointer.substr(0, issue.pointer.rfind('/')));
        EXPECT_EQ(issue.message, std::string("'unheard_of' is not a member of this object") + (kept ? " that this version knows; it is kept, and has no effect" : "; it is not kept"))
            << issue.pointer;
    }
    EXPECT_FALSE(outcome.issues.empty());
}

INSTANTIATE_TEST_SUITE_P(Documents, EveryLastingKind, ::testing::Values("benchmarks", "calendar", "decisions", "evidence", "judgement", "plan", "rollup", "trust"),
                         [](const auto& kind) { return kind.param; });

// ---- one at a time, on the smallest document

Outcome trust_with(const std::string& members) { return read_document("trust", R"({"schema":"schoolimp/trust/1","schools":[])" + members + "}"); }

TEST(UnknownMembers, AreWrittenCanonically) {
    const struct {
        std::string given, written;
    } kCases[] = {
        {R"(,"z":1,"a":2)", R"(,"a":2,"z":1)"},
        {R"(,"x": 1.50 )", R"(,"x":1.5)"},
        {R"(,"x":1e3)", R"(,"x":1000)"},
        {R"(,"x":-0.0)", R"(,"x":0)"},
        {R"(,"x":9007199254740993)", R"(,"x":9007199254740993)"},
        {R"(,"x":0.100000000000000001)", R"(,"x":0.100000000000000001)"},
        {R"(,"x":{"b":{"d":null,"c":[]},"a":{}})", R"(,"x":{"a":{},"b":{"c":[],"d":null}})"},
        {R"(,"x":"\u00e9\u002f\u000a")", R"(,"x":"é/\n")"},
        {R"(,"":true)", R"(,"":true)"},
    };
    for (const auto& [given, written] : kCases) {
        const Outcome outcome = trust_with(given);
        ASSERT_TRUE(outcome.ok) << given << listed(outcome);
        EXPECT_EQ(outcome.canonical, R"({"schema":"schoolimp/trust/1","schools":[])" + written + "}") << given;
    }
}

TEST(UnknownMembers, ArePrettyInAPrettyDocument) {
    EXPECT_EQ(trust_with(R"(,"x":{"b":[1,2],"a":{}})").pretty,
              "{\n  \"schema\": \"schoolimp/trust/1\",\n  \"schools\": [],\n  \"x\": {\n    \"a\": {},\n    \"b\": [\n      1,\n      2\n    ]\n  }\n}\n");
}

TEST(UnknownMembers, ObeyTheRulesOfAllJson) {
    const struct {
        std::string given, code;
    } kCases[] = {
        {R"(,"x":1,"x":1)", "duplicate_member"},
        {R"(,"x":{"a":1,"a":2})", "duplicate_member"},
        {R"(,"x":NaN)", "syntax"},
        {R"(,"x":1e400)", "number_out_of_range"},
        {R"(,"x":")" "\xff" R"(")", "encoding"},
        {R"(,"x":"\ud800")", "encoding"},
        {",\"x\":" + std::string(64, '[') + std::string(64, ']'), "too_deep"},
    };
    for (const auto& [given, code] : kCases) {
        const Outcome outcome = trust_with(given);
        EXPECT_FALSE(outcome.ok) << given;
        ASSERT_EQ(outcome.issues.size(), 1u) << given;
        EXPECT_EQ(outcome.issues[0].code, code) << given;
    }
}

TEST(UnknownMembers, AreKeptHoweverManyThereAre) {
    std::string given, written;
    for (int i = 99'999; i >= 10'000; --i) given += ",\"x" + std::to_string(i) + "\":0";
    for (int i = 10'000; i <= 99'999; ++i) written += ",\"x" + std::to_string(i) + "\":0";
    const Outcome outcome = trust_with(given);
    ASSERT_TRUE(outcome.ok);
    EXPECT_EQ(outcome.canonical, R"({"schema":"schoolimp/trust/1","schools":[])" + written + "}");
    EXPECT_EQ(outcome.issues.size(), ParseLimits().max_issues + 1) << "the last one counts the rest";
}

TEST(UnknownMembers, OfHostsAreWrittenSafely) {
    Trust trust;
    trust.extra.set("no_json", "{half");
    trust.extra.set("loose", " [ 1.0 , 2 ] ");
    trust.extra.set("name", "\"not the trust's\"");  // known, although the trust has no name
    trust.extra.set("schema", "\"other\"");
    trust.extra.set("empty", "");
    EXPECT_EQ(write_trust(trust, JsonStyle::kCanonical), R"({"schema":"schoolimp/trust/1","schools":[],"empty":"","loose":[1,2],"no_json":"{half"})");
}

TEST(UnknownMembers, OfEvidencePassThroughItsOperations) {
    const auto evidence = [](const std::string& school, const std::string& members) {
        return parse_evidence(R"({"schema":"schoolimp/evidence/1","observations":[{"school":")" + school +
                              R"(","indicator":"a.b","period":"2018/19","value":1,"mood":"good"}])" + members + "}")
            .value();
    };
    const Evidence merged = evidence("1", R"(,"x":1,"y":1)").merged(evidence("2", R"(,"x":2,"z":2)")).value();
    EXPECT_EQ(*merged.extra().find("x"), "1");
    EXPECT_EQ(*merged.extra().find("y"), "1");
    EXPECT_EQ(*merged.extra().find("z"), "2");
    const Evidence inherited = merged.with_predecessor("3", "1").value();
    EXPECT_EQ(inherited.extra(), merged.extra());
    ASSERT_EQ(inherited.size(), 3u);
    for (const Observation& observation : inherited.observations()) EXPECT_EQ(*observation.extra.find("mood"), "\"good\"") << observation.school;
    const Result<Evidence> table = parse_evidence_csv(write_evidence_csv(merged).value());
    for (const Observation& observation : table->observations()) EXPECT_TRUE(observation.extra.empty()) << "a table has no room for them";
}

TEST(UnknownMembers, OfBenchmarksPassThroughOverlaying) {
    const auto table = [](const std::string& value, const std::string& members) {
        return parse_benchmarks(R"({"schema":"schoolimp/benchmarks/1","lines":[{"indicator":"a.b","period":"2018/19","phase":"all","value":)" + value +
                                R"(,"source":"s","of":)" + value + "}]" + members + "}")
            .value();
    };
    const Benchmarks both = table("1", R"(,"x":1,"y":1)").overlaid(table("2", R"(,"x":2)"));
    EXPECT_EQ(write_benchmarks(both, JsonStyle::kCanonical),
              R"({"schema":"schoolimp/benchmarks/1","lines":[{"indicator":"a.b","period":"2018/19","phase":"all","value":2,"source":"s","of":2}],"x":2,"y":1})");
}

}  // namespace
}  // namespace schoolimp::testing

// Every kind of document: round trips byte for byte, and mutations of a sample that sets every member.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "io/support.hpp"

namespace schoolimp::testing {
namespace {

class EveryKind : public ::testing::TestWithParam<std::string> {
protected:
    json::Value schema_ = schema_of(GetParam());
    const json::Value document_ = json::parse(sample(GetParam())).value();

    /// Optional members this document cannot do without: evidence without any date cannot be placed, positions point at readings.
    bool is_needed_elsewhere(std::string_view name) const {
        return (GetParam() == "evidence" && name == "period") || (GetParam() == "judgement" && name == "readings");
    }

    /// Runs `mutate` on a copy of the document, once for every member of every object, and hands over what reading it then gives.
    void for_each_member(const std::function<void(json::Object&, std::size_t)>& mutate,
                         const std::function<void(const json::Member&, const json::Value& schema, const Pointer& object, const Outcome&)>& check) {
        std::vector<std::pair<std::string, std::size_t>> done;
        std::size_t objects = 0;
        json::Value walked = document_;
        for_each_object(schema_, schema_, walked, Pointer(), [&](json::Object& members, const json::Value&, const Pointer&) { objects += members.size(); });
        for (std::size_t target = 0; target < objects; ++target) {
            json::Value mutated = document_;
            std::size_t seen = 0;
            json::Member before;
            const json::Value* schema = nullptr;
            Pointer object;
            for_each_object(schema_, schema_, mutated, Pointer(), [&](json::Object& members, const json::Value& own, const Pointer& place) {
                if (schema == nullptr && target < seen + members.size()) {
                    before = members[target - seen];
                    schema = &own;
                    object = place;
                    mutate(members, target - seen);
                    seen = objects;  // the rest of the walk sees a changed document: nothing more to do
                }
                seen += members.size();
            });
            ASSERT_NE(schema, nullptr);
            check(before, *schema, object, read_document(GetParam(), to_text(mutated)));
        }
    }
};

TEST_P(EveryKind, IsWrittenAsItWasRead) {
    const std::string text = sample(GetParam());
    ASSERT_FALSE(text.empty());
    const Outcome first = read_document(GetParam(), text);
    ASSERT_TRUE(first.ok) << listed(first);
    EXPECT_TRUE(first.issues.empty()) << listed(first);
    EXPECT_EQ(first.pretty, text);
    EXPECT_EQ(first.canonical, to_text(document_));
    const Outcome second = read_document(GetParam(), first.canonical);
    ASSERT_TRUE(second.ok) << listed(second);
    EXPECT_EQ(second.pretty, text);
}

TEST_P(EveryKind, SampleSetsEveryMemberOfTheSchema) {
    std::set<const json::Value*> used;
    json::Value walked = document_;
    for_each_object(schema_, schema_, walked, Pointer(), [&](json::Object& members, const json::Value& own, const Pointer&) {
        for (const json::Member& member : members)
            if (const json::Value* property = own.find("properties")->find(member.name)) used.insert(property);
    });
    const auto expect_used = [&](const json::Value& node, const std::string& name) {
        const json::Value* properties = node.find("properties");
        if (properties == nullptr) return;
        for (const json::Member& property : *properties->object()) EXPECT_TRUE(used.contains(&property.value)) << name << "." << property.name;
    };
    expect_used(schema_, "document");
    for (const json::Member& definition : *schema_.find("$defs")->object()) expect_used(definition.value, definition.name);
}

TEST_P(EveryKind, MissingMembersAreErrorsExactlyWhereTheSchemaRequiresThem) {
    for_each_member([](json::Object& members, std::size_t i) { members.erase(members.begin() + static_cast<std::ptrdiff_t>(i)); },
                    [&](const json::Member& removed, const json::Value& schema, const Pointer& object, const Outcome& outcome) {
                        const bool one_of_two = schema.find("oneOf") != nullptr && (removed.name == "value" || removed.name == "missing");
                        const bool assumed = removed.name == "rationale";  // the sample assumes every statement
                        if (lists(schema, "required", removed.name) || one_of_two || assumed) {
                            EXPECT_TRUE(has_issue(outcome, "missing_member", object)) << object.text() << " without " << removed.name << "\n" << listed(outcome);
                        } else if (!is_needed_elsewhere(removed.name)) {
                            EXPECT_TRUE(outcome.ok) << object.text() << " without " << removed.name << "\n" << listed(outcome);
                        }
                    });
}

TEST_P(EveryKind, MembersOfAWrongTypeAreErrorsAtTheirPlace) {
    const std::vector<json::Value> others = {json::Value(), json::Value(json::Number{"7", Decimal(7)}), json::Value(std::string("a word")), json::Value(json::Object())};
    for (const json::Value& other : others) {
        for_each_member([&](json::Object& members, std::size_t i) { members[i].value = other; },
                        [&](const json::Member& before, const json::Value&, const Pointer& object, const Outcome& outcome) {
                            const bool same_type = before.value.object() != nullptr ? other.object() != nullptr : json::kind_of(before.value) == json::kind_of(other);
                            const bool free_type = before.name == "value" || before.name == "of" || (before.name == "to" && other.is_null());
                            if (same_type || free_type) return;
                            EXPECT_FALSE(outcome.ok) << (object / before.name).text();
                            EXPECT_TRUE(has_issue(outcome, "wrong_type", object / before.name)) << (object / before.name).text() << "\n" << listed(outcome);
                        });
    }
}

TEST_P(EveryKind, UnknownMembersAreErrorsOrWarnings) {
    const bool strict = GetParam() == "framework" || GetParam() == "school_year";
    for_each_member([](json::Object& members, std::size_t i) { members.insert(members.begin() + static_cast<std::ptrdiff_t>(i), {"unheard_of", json::Value(true)}); },
                    [&](const json::Member&, const json::Value&, const Pointer& object, const Outcome& outcome) {
                        EXPECT_EQ(outcome.ok, !strict) << listed(outcome);
                        EXPECT_TRUE(has_issue(outcome, "unknown_member", object / "unheard_of")) << object.text() << "\n" << listed(outcome);
                    });
}

TEST_P(EveryKind, MisspeltMembersAreSuggested) {
    for_each_member([](json::Object& members, std::size_t i) { members[i].name += 'x'; },
                    [&](const json::Member& before, const json::Value&, const Pointer& object, const Outcome& outcome) {
                        if (before.name == "schema" || before.name.size() < 3) return;
                        const auto slip = std::find_if(outcome.issues.begin(), outcome.issues.end(),
                                                       [&](const Issue& issue) { return issue.pointer == (object / (before.name + "x")).text(); });
                        ASSERT_NE(slip, outcome.issues.end()) << (object / before.name).text() << "\n" << listed(outcome);
                        EXPECT_EQ(slip->code, "unknown_member");
                        EXPECT_EQ(slip->hint, "did you mean '" + before.name + "'?");
                    });
}

TEST_P(EveryKind, TextCutAnywhereIsASyntaxError) {
    const std::string text = to_text(document_);
    const std::size_t step = text.size() > 4000 ? 7 : 1;  // every byte of the small ones
    for (std::size_t length = 0; length < text.size(); length += step) {
        const Outcome outcome = read_document(GetParam(), text.substr(0, length));
        ASSERT_FALSE(outcome.ok) << length;
        ASSERT_EQ(outcome.issues.size(), 1u);
        ASSERT_TRUE(outcome.issues[0].code == "syntax" || outcome.issues[0].code == "encoding") << outcome.issues[0].code;
    }
}

TEST_P(EveryKind, AnotherSchemaIsRefused) {
    for (const std::string& schema : {"schoolimp/" + GetParam() + "/2", std::string("schoolimp/nothing/1"), std::string()}) {
        json::Value other = document_;
        other.object()->front().value = json::Value(schema);
        const Outcome outcome = read_document(GetParam(), to_text(other));
        EXPECT_FALSE(outcome.ok);
        EXPECT_TRUE(has_issue(outcome, "wrong_schema", Pointer() / "schema")) << listed(outcome);
        EXPECT_EQ(outcome.issues.size(), 1u);
    }
}

TEST_P(EveryKind, EmptyDocumentsSayWhatIsMissing) {
    EXPECT_TRUE(has_issue(read_document(GetParam(), "{}"), "missing_member", Pointer()));
    EXPECT_TRUE(has_issue(read_document(GetParam(), "[]"), "wrong_type", Pointer()));
    EXPECT_TRUE(has_issue(read_document(GetParam(), "null"), "wrong_type", Pointer()));
}

INSTANTIATE_TEST_SUITE_P(Documents, EveryKind, ::testing::ValuesIn(kKinds), [](const auto& kind) { return kind.param; });

}  // namespace
}  // namespace schoolimp::testing

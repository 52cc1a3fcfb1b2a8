#include "schoolimp/core/extra_members.hpp"

#include <gtest/gtest.h>

#include "core/keep_extra.hpp"

namespace schoolimp::testing {
namespace {

std::string listed(const ExtraMembers& members) {
    std::string text;
    for (const ExtraMember& member : members) text += member.name + "=" + member.json + ";";
    return text;
}

TEST(ExtraMembers, AreOrderedByNameAndStandOnce) {
    ExtraMembers members;
    EXPECT_TRUE(members.empty());
    EXPECT_EQ(members.begin(), members.end());
    for (const char* name : {"m", "z", "a", "m"}) members.set(name, "\"" + std::string(name) + std::to_string(members.size()) + "\"");
    EXPECT_EQ(listed(members), "a=\"a2\";m=\"m3\";z=\"z1\";");
    EXPECT_EQ(members.size(), 3u);
    ASSERT_NE(members.find("m"), nullptr);
    EXPECT_EQ(*members.find("m"), "\"m3\"");
    for (const char* name : {"", "b", "zz"}) EXPECT_EQ(members.find(name), nullptr) << name;
}

TEST(ExtraMembers, AreAValue) {
    ExtraMembers members;
    members.set("a", "1");
    ExtraMembers copy = members;
    EXPECT_EQ(copy, members);
    copy.set("a", "2");
    EXPECT_EQ(listed(members), "a=1;") << "a copy is its own";
    EXPECT_FALSE(copy == members);
    copy = members;
    EXPECT_EQ(copy, members);
    copy = ExtraMembers();
    EXPECT_TRUE(copy.empty());
    EXPECT_EQ(copy, ExtraMembers());
    const ExtraMembers moved = std::move(members);
    EXPECT_EQ(listed(moved), "a=1;");
    EXPECT_EQ(sizeof(ExtraMembers), sizeof(void*)) << "nearly no object has any";
}

TEST(ExtraMembers, TakeOverWhatIsMissing) {
    ExtraMembers mine, other;
    mine.set("a", "1");
    other.set("a", "2");
    other.set("b", "3");
    mine.add_missing(other);
    EXPECT_EQ(listed(mine), "a=1;b=3;");
}

struct Item {
    std::string key;
    ExtraMembers extra{};
};

std::vector<Item> items(std::initializer_list<const char*> keys, bool with_extra) {
    std::vector<Item> list;
    for (const char* key : keys) {
        list.push_back({key});
        if (with_extra) list.back().extra.set("was", std::to_string(list.size()));
    }
    return list;
}

TEST(KeepExtra, MatchesByKeyInOrder) {
    const std::vector<Item> before = items({"a", "b", "a", "c"}, true);
    std::vector<Item> after = items({"c", "a", "d", "a", "a"}, false);
    keep_extra(before, after, [](const Item& item) { return std::string_view(item.key); });
    std::string text;
    for (const Item& item : after) text += item.key + ":" + listed(item.extra) + " ";
    EXPECT_EQ(text, "c:was=4; a:was=1; d: a:was=3; a: ");
}

TEST(KeepExtra, NothingToKeepChangesNothing) {
    std::vector<Item> after = items({"a"}, true);
    keep_extra(items({"a"}, false), after, [](const Item& item) { return std::string_view(item.key); });
    keep_extra({}, after, [](const Item& item) { return std::string_view(item.key); });
    EXPECT_EQ(listed(after[0].extra), "was=1;");
}

}  // namespace
}  // namespace schoolimp::testing

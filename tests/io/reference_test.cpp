// docs/documents.md against the readers: every example is a good document, every member has its line.
#include <gtest/gtest.h>

#include "io/support.hpp"

namespace schoolimp::testing {
namespace {

const std::string kReference = read_file(std::string(SCHOOLIMP_SOURCE_DIR) + "/docs/documents.md");

std::vector<std::string> examples() {
    std::vector<std::string> found;
    constexpr std::string_view kOpen = "```json\n", kClose = "```";
    for (std::size_t at = kReference.find(kOpen); at != std::string::npos; at = kReference.find(kOpen, at)) {
        at += kOpen.size();
        const std::size_t end = kReference.find(kClose, at);
        found.push_back(kReference.substr(at, end - at));
        at = end;
    }
    return found;
}

TEST(Reference, EveryKindHasAnExampleThatIsRead) {
    std::vector<std::string> kinds;
    for (const std::string& example : examples()) {
        const json::Value document = json::parse(example).value();
        std::string kind = *document.find("schema")->string();
        kind = kind.substr(kind.find('/') + 1, kind.rfind('/') - kind.find('/') - 1);
        kinds.push_back(kind);
        const Outcome outcome = read_document(kind, example);
        EXPECT_TRUE(outcome.ok) << kind << "\n" << listed(outcome);
        EXPECT_TRUE(outcome.issues.empty()) << kind << "\n" << listed(outcome);
        EXPECT_EQ(read_document(kind, outcome.canonical).pretty, outcome.pretty);
        if (kind == "evidence") continue;  // written in its own order
        EXPECT_EQ(outcome.canonical, to_text(document)) << "the example of " << kind << " is not in canonical order";
    }
    std::sort(kinds.begin(), kinds.end());
    EXPECT_EQ(kinds, kKinds);
}

TEST(Reference, TheExampleOfAFrameworkCompiles) {
    const auto framework = parse_framework(examples().front());
    EXPECT_TRUE(framework.ok()) << framework.status().message();
}

TEST(Reference, EveryMemberHasItsLine) {
    for (const std::string& kind : kKinds) {
        const json::Value schema = schema_of(kind);
        const auto expect_lines = [&](const json::Value& node, const std::string& name) {
            const json::Value* properties = node.find("properties");
            if (properties == nullptr) return;
            for (const json::Member& property : *properties->object())
                EXPECT_NE(kReference.find("`" + property.name + "`"), std::string::npos) << kind << " " << name << "." << property.name;
        };
        expect_lines(schema, "document");
        for (const json::Member& definition : *schema.find("$defs")->object()) {
            expect_lines(definition.value, definition.name);
            const json::Value* type = definition.value.find("type");
            if (type == nullptr || type->string() == nullptr || *type->string() != "object") continue;
            std::string heading = "### " + kind + ": " + definition.name + "\n";
            std::replace(heading.begin(), heading.end(), '_', ' ');
            heading[4] = static_cast<char>(heading[4] - 'a' + 'A');
            EXPECT_NE(kReference.find(heading), std::string::npos) << heading;
        }
    }
}

}  // namespace
}  // namespace schoolimp::testing

// The frameworks that come with the library compile.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "expression/program.hpp"
#include "schoolimp/io/framework_json.hpp"

namespace schoolimp {
namespace {

class Builtin : public testing::TestWithParam<const char*> {};

std::string text_of(const std::string& id) {
    std::ifstream file(std::string(SCHOOLIMP_SOURCE_DIR "/src/builtin/frameworks/") + id + ".json");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST_P(Builtin, CompilesAndReachesEveryLevel) {
    const Result<Framework> framework = parse_framework(text_of(GetParam()));
    ASSERT_TRUE(framework.ok()) << framework.status().message();
    EXPECT_EQ(framework->id(), GetParam());
    for (const Issue& warning : framework->warnings()) EXPECT_NE(warning.code, "unreachable_level") << to_string(warning);
}

TEST_P(Builtin, EveryCriterionReadsEvidence) {
    const Result<Framework> framework = parse_framework(text_of(GetParam()));
    ASSERT_TRUE(framework.ok());
    const Program& program = framework->program();
    for (std::size_t i = 0; i < program.criteria.size(); ++i)
        EXPECT_NE(program.nodes[static_cast<std::size_t>(program.criteria[i])].op, Op::kConstant) << framework->document().criteria[i].id;
}

INSTANTIATE_TEST_SUITE_P(Frameworks, Builtin, testing::Values("djanogly", "pact", "primary4", "pvat", "tpat"),
                         [](const auto& framework) { return std::string(framework.param); });

}  // namespace
}  // namespace schoolimp

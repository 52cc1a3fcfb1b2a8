// The reference documents every function, and no other.
#include "expression/functions.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>
#include <string>

namespace schoolimp {
namespace {

TEST(Functions, AreThoseOfTheReference) {
    std::ifstream file(SCHOOLIMP_SOURCE_DIR "/docs/language.md");
    ASSERT_TRUE(file.good());
    const std::regex call("`([a-z_]+)\\(");
    std::set<std::string> documented;
    bool inside = false;
    for (std::string line; std::getline(file, line);) {
        if (line.rfind("## ", 0) == 0) inside = line == "## Functions";
        if (!inside || line.rfind("| `", 0) != 0) continue;
        const std::string first_cell = line.substr(0, line.find('|', 1));
        for (std::sregex_iterator it(first_cell.begin(), first_cell.end(), call), end; it != end; ++it) documented.insert((*it)[1]);
    }
    const std::vector<std::string> names = function_names();
    EXPECT_EQ(documented, std::set<std::string>(names.begin(), names.end()));
}

TEST(Functions, AreFoundByName) {
    ASSERT_NE(find_function("at_least"), nullptr);
    EXPECT_EQ(find_function("at_least")->function, Function::kAtLeast);
    EXPECT_EQ(find_function("atleast"), nullptr);
}

}  // namespace
}  // namespace schoolimp

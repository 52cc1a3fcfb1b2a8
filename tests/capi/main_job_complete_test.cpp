// No function of the header goes untested: each name of capi/symbols.txt stands in a test of the main job.
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

#include "capi/world.hpp"

namespace schoolimp_c_tests {
namespace {

TEST(MainJob, UsesEveryFunction) {
    std::string used;
    for (const auto& entry : std::filesystem::directory_iterator(SCHOOLIMP_SOURCE_DIR "/tests/capi")) {
        const std::string name = entry.path().filename().string();
        if (name.rfind("main_job_", 0) == 0 || name == "world.cpp" || name == "handles.cpp") used += source_file("tests/capi/" + name);
    }
    std::istringstream symbols(source_file("capi/symbols.txt"));
    size_t count = 0;
    for (std::string symbol; std::getline(symbols, symbol); ++count) {
        // Of every type there is one function that ends it, and of some one that fills it: named by macros above all handles and structures.
        if (std::regex_match(symbol, std::regex("schoolimp_.*_(free|init)"))) continue;
        EXPECT_TRUE(std::regex_search(used, std::regex(symbol + "\\b"))) << symbol << " is not tested";
    }
    EXPECT_GE(count, 280U);
}

TEST(MainJob, KnowsEveryTypeThatIsEnded) {
    std::set<std::string> tested;
#define NAME_OF(noun) tested.insert("schoolimp_" #noun "_free");
    SCHOOLIMP_TEST_HANDLES(NAME_OF)
#undef NAME_OF
    std::istringstream symbols(source_file("capi/symbols.txt"));
    for (std::string symbol; std::getline(symbols, symbol);)
        if (symbol.ends_with("_free")) {
            EXPECT_EQ(tested.count(symbol), 1U) << symbol;
        }
}

TEST(MainJob, ListsEveryFunctionOfTheHeader) {
    const std::string header = header_without_comments();
    std::set<std::string> declared;
    const std::regex declaration(R"(SCHOOLIMP_API[^(;]*?\b(schoolimp_\w+)\()");
    for (std::sregex_iterator match(header.begin(), header.end(), declaration), end; match != end; ++match) declared.insert((*match)[1]);
    std::set<std::string> listed;
    std::istringstream symbols(source_file("capi/symbols.txt"));
    for (std::string symbol; std::getline(symbols, symbol);) listed.insert(symbol);
    EXPECT_EQ(declared, listed);
}

}  // namespace
}  // namespace schoolimp_c_tests

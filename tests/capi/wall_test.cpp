// One wall: every function of the header that can fail is defined so that no exception passes it, and every other one throws nothing. Read from the sources, as a
// function that was forgotten cannot be seen from outside.
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "capi/world.hpp"

namespace schoolimp_c_tests {
namespace {

std::string without_comments(const std::string& text) { return std::regex_replace(text, std::regex(R"(//[^\n]*)"), ""); }

struct Definition {
    std::string file, result, body;
    bool is_noexcept = false;
};

/// From the brace at `at` to the one that closes it.
std::string block(const std::string& text, size_t at) {
    int depth = 0;
    for (size_t i = at; i < text.size(); ++i) {
        if (text[i] == '{') ++depth;
        if (text[i] == '}' && --depth == 0) return text.substr(at, i + 1 - at);
    }
    return text.substr(at);
}

/// Every function defined in capi/src at the start of a line whose name is one of the interface.
std::multimap<std::string, Definition> definitions() {
    std::multimap<std::string, Definition> all;
    const std::regex definition(R"(\n(?:const )?(\w+)\*? (schoolimp_\w+)\(([^;{]*)\)\s*(noexcept)?\s*\{)");
    for (const auto& entry : std::filesystem::directory_iterator(SCHOOLIMP_SOURCE_DIR "/capi/src")) {
        if (entry.path().extension() != ".cpp") continue;
        const std::string name = entry.path().filename().string(), text = without_comments(source_file("capi/src/" + name));
        for (std::sregex_iterator match(text.begin(), text.end(), definition), end; match != end; ++match) {
            const size_t brace = static_cast<size_t>(match->position()) + static_cast<size_t>(match->length()) - 1;
            all.insert({(*match)[2], {name, (*match)[1], block(text, brace), (*match)[4].matched}});
        }
    }
    return all;
}

/// Templates that hold the wall: run() itself, and those that do all their work inside it.
bool is_walled(const std::string& body) { return std::regex_search(body, std::regex(R"(\b(run|make|make_with_warnings|change|parse_document|write_document|add_column)\()")); }

TEST(Wall, HasEveryEntryPointBehindIt) {
    std::set<std::string> listed, defined;
    std::istringstream symbols(source_file("capi/symbols.txt"));
    for (std::string symbol; std::getline(symbols, symbol);) listed.insert(symbol);
    for (const auto& [name, definition] : definitions()) {
        SCOPED_TRACE(name + " in " + definition.file);
        EXPECT_EQ(listed.count(name), 1U) << "an entry point that is not listed";
        EXPECT_TRUE(defined.insert(name).second) << "defined twice";
        EXPECT_TRUE(definition.is_noexcept);
        if (definition.result == "schoolimp_status" && name != "schoolimp_error_status") {
            EXPECT_TRUE(is_walled(definition.body)) << definition.body;
        }
    }
    EXPECT_EQ(defined, listed);
}

/// What stands before and behind the wall in a function of several statements: at most the releases of Arrow structures, which do not throw.
TEST(Wall, HasNothingBesideIt) {
    for (const auto& [name, definition] : definitions()) {
        if (definition.result != "schoolimp_status" || name == "schoolimp_error_status") continue;
        const std::string& body = definition.body;
        const std::regex only_a_return(R"(^\{\s*return (run|make|make_with_warnings|change|parse_document|write_document|add_column)\()");
        if (std::regex_search(body, only_a_return)) continue;
        EXPECT_TRUE(name == "schoolimp_table_from_stream" || name == "schoolimp_table_from_array") << name << " does something outside the wall:\n" << body;
    }
}

/// The templates end in run(), and run() is the only place that catches.
TEST(Wall, IsOne) {
    const std::string boundary = without_comments(source_file("capi/src/boundary.hpp"));
    const auto caught = [](const std::string& text) { return text.find("catch (...)") != std::string::npos; };
    EXPECT_TRUE(caught(boundary));
    size_t walls = 0;
    for (const auto& entry : std::filesystem::directory_iterator(SCHOOLIMP_SOURCE_DIR "/capi/src")) {
        const std::string name = entry.path().filename().string(), text = without_comments(source_file("capi/src/" + name));
        for (size_t at = text.find("try {"); at != std::string::npos; at = text.find("try {", at + 1)) {
            ++walls;
            EXPECT_TRUE(name == "boundary.hpp" || name == "boundary.cpp") << name << " catches by itself";
        }
    }
    EXPECT_GE(walls, 1U);
    for (const auto& [file, template_name] : std::map<std::string, std::string>{{"boundary.hpp", "make"}, {"documents.hpp", "parse_document"}, {"table.cpp", "add_column"}, {"arguments.hpp", "change"}}) {
        const std::string text = without_comments(source_file("capi/src/" + file));
        const std::regex head("schoolimp_status " + template_name + R"(\([^;{]*\)\s*noexcept\s*\{)");
        std::smatch match;
        ASSERT_TRUE(std::regex_search(text, match, head)) << template_name << " is noexcept";
        const std::string body = block(text, static_cast<size_t>(match.position()) + static_cast<size_t>(match.length()) - 1);
        EXPECT_TRUE(is_walled(body)) << template_name;
    }
}

TEST(Wall, IsKnownToCallersInCpp) {
    const std::string header = header_without_comments();
    static_assert(noexcept(schoolimp_version()));
    size_t functions = 0;
    const std::regex declaration(R"(SCHOOLIMP_API[^;]*\)\s*(SCHOOLIMP_NOEXCEPT)?;)");
    for (std::sregex_iterator match(header.begin(), header.end(), declaration), end; match != end; ++match, ++functions) EXPECT_TRUE((*match)[1].matched) << match->str();
    EXPECT_GE(functions, 287U);
}

}  // namespace
}  // namespace schoolimp_c_tests

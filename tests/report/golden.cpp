#include "report/golden.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

namespace schoolimp::testing {

namespace {

std::optional<std::string> read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

bool updating() {
    const char* wish = std::getenv("SCHOOLIMP_UPDATE_GOLDEN");
    return wish != nullptr && std::string(wish) == "1";
}

/// "line 12: 'kept' became 'new'"
std::string first_difference(const std::string& kept, const std::string& text) {
    std::size_t line = 1, start = 0, i = 0;
    for (; i < kept.size() && i < text.size() && kept[i] == text[i]; ++i)
        if (kept[i] == '\n') {
            ++line;
            start = i + 1;
        }
    const auto line_of = [start](const std::string& all) { return start >= all.size() ? std::string("(end)") : all.substr(start, all.find('\n', start) - start); };
    return "line " + std::to_string(line) + ":\n  kept: " + line_of(kept) + "\n  new:  " + line_of(text);
}

}  // namespace

void expect_golden(const std::string& text, const std::string& name) {
    const std::filesystem::path path = std::filesystem::path(SCHOOLIMP_SOURCE_DIR) / "tests/data/golden" / name;
    if (updating()) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    const std::optional<std::string> kept = read_file(path);
    ASSERT_TRUE(kept) << name << " is not kept yet: run with SCHOOLIMP_UPDATE_GOLDEN=1 and look at it";
    EXPECT_TRUE(*kept == text) << name << " differs from what is kept, first in " << first_difference(*kept, text);
}

}  // namespace schoolimp::testing

#include "icalendar/content_line.hpp"

#include <gtest/gtest.h>

#include <random>

#include "icalendar/checker.hpp"

namespace schoolimp::testing {
namespace {

using icalendar_detail::append_folded;
using icalendar_detail::append_text;

std::string escaped(std::string_view text) {
    std::string line;
    append_text(line, text);
    return line;
}

std::string folded(std::string_view line) {
    std::string out;
    append_folded(out, line);
    return out;
}

TEST(Escape, OnlyWhatTextNeeds) {
    EXPECT_EQ(escaped("a,b;c\\d:e\"f"), "a\\,b\\;c\\\\d:e\"f");
    EXPECT_EQ(escaped("one\r\ntwo\rthree\nfour"), "one\\ntwo\\nthree\\nfour");
    EXPECT_EQ(escaped(std::string_view("nul\0bel\a del\x7f tab\t.", 20)), "nulbel del tab\t.");
    EXPECT_EQ(escaped("Æ – “é” 🏫"), "Æ – “é” 🏫");
    EXPECT_EQ(escaped(""), "");
}

TEST(Escape, MendsBadUtf8) {
    const std::string mark = "\xef\xbf\xbd";
    EXPECT_EQ(escaped("a\xff" "b"), "a" + mark + "b");
    EXPECT_EQ(escaped("\xc3"), mark) << "cut at the end";
    EXPECT_EQ(escaped("\xe2\x80,"), mark + mark + "\\,");
    EXPECT_EQ(escaped("\xed\xa0\x80"), mark + mark + mark) << "half a surrogate pair";
    EXPECT_EQ(escaped("\xc0\xaf"), mark + mark) << "overlong";
    EXPECT_EQ(escaped("\xf4\x90\x80\x80"), mark + mark + mark + mark) << "beyond Unicode";
}

TEST(Fold, At75Octets) {
    const std::string full(75, 'x'), rest(74, 'x');
    EXPECT_EQ(folded(full), full + "\r\n");
    EXPECT_EQ(folded(full + 'x'), full + "\r\n x\r\n");
    EXPECT_EQ(folded(full + rest), full + "\r\n " + rest + "\r\n");
    EXPECT_EQ(folded(""), "\r\n");
}

TEST(Fold, NeverInsideACharacter) {
    for (std::size_t before = 70; before <= 76; ++before) {
        const std::string line = std::string(before, 'x') + "é€🏫é€🏫";
        const std::string bytes = folded(line);
        EXPECT_EQ(unfolded(bytes), line + "\r\n");
        for (std::size_t start = 0; start < bytes.size();) {
            const std::size_t end = bytes.find("\r\n", start);
            EXPECT_LE(end - start, 75u);
            EXPECT_TRUE(valid_utf8(std::string_view(bytes).substr(start, end - start))) << before;
            start = end + 2;
        }
    }
}

/// What a reader should see: line ends as LF, no other control characters, characters kept.
std::string expected_text(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == '\r') {
            result += '\n';
            if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
        } else if (c == '\n' || c == '\t' || (c >= 0x20 && c != 0x7f)) {
            result += text[i];
        }
    }
    return result;
}

TEST(Fuzz, EveryValidTextComesBack) {
    std::mt19937 random(42);
    const std::vector<std::string> pieces = {"a", "Z", ",", ";", "\\", "n", "\n", "\r\n", "\r", "\t", ":", "\"", " ", "é", "€", "🏫", std::string(1, '\0'), "\x07", "\x7f", "\\n", "\\,"};
    for (int round = 0; round < 50'000; ++round) {
        std::string text;
        for (std::size_t i = random() % 120; i > 0; --i) text += pieces[random() % pieces.size()];
        const std::string bytes = folded("SUMMARY:" + escaped(text));
        const std::string line = unfolded(bytes);
        ASSERT_EQ(unescaped(std::string_view(line).substr(8, line.size() - 10)), expected_text(text)) << round;
    }
}

TEST(Fuzz, AnyBytesGiveCleanLines) {
    std::mt19937 random(43);
    for (int round = 0; round < 50'000; ++round) {
        std::string text;
        for (std::size_t i = random() % 200; i > 0; --i) text += static_cast<char>(random() % 256);
        const std::string bytes = folded("X:" + escaped(text));
        std::size_t start = 0;
        while (start < bytes.size()) {
            const std::size_t end = bytes.find("\r\n", start);
            ASSERT_NE(end, std::string::npos);
            const std::string_view line = std::string_view(bytes).substr(start, end - start);
            ASSERT_LE(line.size(), 75u);
            ASSERT_TRUE(valid_utf8(line)) << round;
            ASSERT_EQ(line.find_first_of(std::string_view("\r\n\0", 3)), std::string_view::npos);
            start = end + 2;
        }
    }
}

}  // namespace
}  // namespace schoolimp::testing

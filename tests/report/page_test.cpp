#include "report/page.hpp"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace schoolimp::report_detail {

namespace {

TEST(Page, DataIsNeverTakenForMarkdown) {
    const std::vector<std::pair<const char*, const char*>> cases = {
        {"", ""},
        {"Hill School", "Hill School"},
        {"ks2.rwm_expected", "ks2.rwm\\_expected"},
        {"a|b", "a\\|b"},
        {"<b>&amp;</b>", "\\<b\\>\\&amp;\\</b\\>"},
        {"*a* _b_ `c` ~d~ [e](f)", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\[e\\](f)"},
        {"back\\slash", "back\\\\slash"},
        {"two\nlines\r\n\tand tab", "two lines and tab"},
        {"  spaces  ", "spaces"},
        {"# heading", "\\# heading"},
        {"- item", "\\- item"},
        {"+ item", "\\+ item"},
        {"=== rule", "\\=== rule"},
        {"1. first", "1\\. first"},
        {"12) twelfth", "12\\) twelfth"},
        {"3.5 points", "3.5 points"},
        {"2026/27", "2026/27"},
        {"-2.5", "-2.5"},
        {"a - b + c = d # e", "a - b + c = d # e"},
        {"£100 für Ä", "£100 für Ä"},
    };
    for (const auto& [text, markdown] : cases) EXPECT_EQ(plain(text), markdown) << text;
}

TEST(Page, CodeHoldsWhatItHolds) {
    EXPECT_EQ(code("a >= 1"), "`a >= 1`");
    EXPECT_EQ(code("a || b"), "`a \\|\\| b`");  // would end a cell
    EXPECT_EQ(code("a `b` c"), "`` a `b` c ``");
    EXPECT_EQ(code("two\nlines"), "`two lines`");
    EXPECT_EQ(code(""), "");
}

TEST(Page, BoldAndLists) {
    EXPECT_EQ(bold("a*b"), "**a\\*b**");
    EXPECT_EQ(bold(""), "");
    EXPECT_EQ(listed({"a", "", "b"}), "a, b");
    EXPECT_EQ(listed({}, "; "), "");
}

TEST(Page, PutsAnEmptyLineBetweenBlocks) {
    Page page("Title");
    page.paragraph("Text.");
    page.paragraph("");
    page.bullets({"a", "b"});
    page.bullets({});
    page.table({"A", "B"}, {{"1", ""}});
    page.table({"A"}, {});
    page.heading(2, "More");
    EXPECT_EQ(std::move(page).take(), "# Title\n\nText.\n\n- a\n- b\n\n| A | B |\n| --- | --- |\n| 1 | |\n\n## More\n");
}

}  // namespace

}  // namespace schoolimp::report_detail

// A page of Markdown under construction, and the escaping of what is put into it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0::report_detail {

/// Text of a document as it may stand in a line or cell: nothing in it is taken for Markdown or HTML; line ends and runs of spaces become one space.
std::string plain(std::string_view text);

/// An id or expression in a code span.
std::string code(std::string_view text);

/// "**text**", the text escaped.
std::string bold(std::string_view text);

/// Items between separators; empty ones left out.
std::string listed(const std::vector<std::string>& items, std::string_view between = ", ");

/// Lines of Markdown. What is given is Markdown already: data goes through plain(), code() or bold() first.
class Page {
public:
    explicit Page(std::string title) { heading(1, std::move(title)); }

    void heading(int level, const std::string& text);
    void paragraph(const std::string& text);
    void bullets(const std::vector<std::string>& items);
    /// A table; without rows nothing is written.
    void table(const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows);

    std::string take() && { return std::move(text_); }

private:
    void gap();
    std::string text_;
};

}  // namespace schoolimp::inline v0::report_detail

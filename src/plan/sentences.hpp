// Small pieces of the sentences a plan is written in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/framework/framework.hpp"

namespace schoolimp::inline v0::plan_detail {

/// 'text' in single quotes.
inline std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

/// “text”: for titles inside sentences that are quoted themselves.
inline std::string double_quoted(std::string_view text) { return "“" + std::string(text) + "”"; }

/// The text with a full stop, unless it ends as a sentence already.
inline std::string ended(std::string text) {
    if (!text.empty() && text.back() != '.' && text.back() != '!' && text.back() != '?') text += '.';
    return text;
}

/// The text without a full stop at its end: for words that stand inside a sentence.
inline std::string unended(std::string text) {
    while (!text.empty() && text.back() == '.') text.pop_back();
    return text;
}

/// "a, b or c"
inline std::string joined(const std::vector<std::string>& items, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) text += i + 1 == items.size() ? " " + std::string(last) + " " : ", ";
        text += items[i];
    }
    return text;
}

/// Title of "scale.level"; the id itself when the framework does not know it.
inline std::string level_title(const Framework& framework, const std::string& qualified) {
    const ScaleLevel* level = framework.find_level(qualified);
    return level == nullptr || level->title.empty() ? qualified : level->title;
}

}  // namespace schoolimp::inline v0::plan_detail

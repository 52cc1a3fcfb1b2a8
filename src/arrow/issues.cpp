#include "arrow/issues.hpp"

#include "core/utf8.hpp"

namespace schoolimp::inline v0 {

std::string readable(std::string_view text) {
    constexpr std::size_t kLongest = 1000;
    std::string result;
    std::string_view rest = text.substr(0, kLongest);
    while (!rest.empty()) {
        const std::size_t length = character_length(rest);
        if (length == 0)
            result += "\xEF\xBF\xBD";  // U+FFFD
        else
            result += rest.substr(0, length);
        rest.remove_prefix(length == 0 ? 1 : length);
    }
    return result;
}

std::string Place::words() const {
    std::string text = around_ == nullptr ? std::string() : around_->words();
    if (part_.empty()) return text;
    if (!text.empty()) text += ", ";
    text += part_;
    if (named_) text.append(" '").append(name_).append("'");
    if (number_ != kNone) text += " " + std::to_string(number_);
    return text;
}

}  // namespace schoolimp::inline v0

// JSON Pointers (RFC 6901) into the framework document.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// A place in the document; `/` goes one step down: Pointer() / "measures" / 2 / "of".
class Pointer {
public:
    Pointer() = default;
    const std::string& text() const { return text_; }

    Pointer operator/(std::string_view member) const {
        Pointer below = *this;
        below.text_ += '/';
        for (char c : member) {
            if (c == '~')
                below.text_ += "~0";
            else if (c == '/')
                below.text_ += "~1";
            else
                below.text_ += c;
        }
        return below;
    }
    Pointer operator/(std::size_t position) const { return *this / std::string_view(std::to_string(position)); }

private:
    std::string text_;
};

}  // namespace schoolimp::inline v0

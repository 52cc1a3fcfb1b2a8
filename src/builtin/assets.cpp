#include "builtin/assets.hpp"

#include <algorithm>

namespace schoolimp::inline v0::builtin_assets {

namespace {

/// "2026.10" comes after "2026.9".
bool earlier_edition(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        const std::string_view x = a.substr(0, a.find('.')), y = b.substr(0, b.find('.'));
        if (x != y) return x.size() != y.size() ? x.size() < y.size() : x < y;
        a.remove_prefix(std::min(a.size(), x.size() + 1));
        b.remove_prefix(std::min(b.size(), y.size() + 1));
    }
    return a.size() < b.size();
}

}  // namespace

std::string text_of(const Bytes& bytes) {
    constexpr unsigned char kBreak = 16, kLastBreak = 31;
    const auto is_break = [](unsigned char byte) { return byte >= kBreak && byte <= kLastBreak; };
    std::string text;
    text.reserve(bytes.size + bytes.size / 2);
    const unsigned char* const end = bytes.data + bytes.size;
    for (const unsigned char* from = bytes.data; from != end;) {
        const unsigned char* const to = std::find_if(from, end, is_break);
        text.append(from, to);
        if (to == end) break;
        text.append(1, '\n').append(*to - kBreak, ' ');
        from = to + 1;
    }
    return text;
}

std::string find(std::string_view folder, std::string_view name) {
    for (const Asset& asset : all())
        if (asset.folder == folder && asset.name == name) return asset.text();
    return {};
}

const FrameworkAsset* find_framework(std::string_view id, std::string_view edition) {
    const FrameworkAsset* found = nullptr;
    for (const FrameworkAsset& framework : frameworks()) {
        if (framework.id != id || (!edition.empty() && framework.edition != edition)) continue;
        if (found == nullptr || earlier_edition(found->edition, framework.edition)) found = &framework;
    }
    return found;
}

}  // namespace schoolimp::inline v0::builtin_assets

#include "builtin/assets.hpp"

namespace schoolimp::inline v0::builtin_assets {

std::string_view find(std::string_view folder, std::string_view name) {
    for (const Asset& asset : all())
        if (asset.folder == folder && asset.name == name) return asset.text();
    return {};
}

}  // namespace schoolimp::inline v0::builtin_assets

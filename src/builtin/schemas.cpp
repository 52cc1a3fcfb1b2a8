#include "builtin/assets.hpp"
#include "builtin/unshared.hpp"
#include "schoolimp/builtin/builtin.hpp"
#include "schoolimp/core/suggestion.hpp"

namespace schoolimp::inline v0 {

std::vector<std::string> list_schema_kinds() {
    std::vector<std::string> names;
    for (const builtin_assets::Asset& asset : builtin_assets::all())
        if (asset.folder == "schemas") names.emplace_back(asset.name);
    return names;
}

const std::vector<std::string>& schema_kinds() {
    static const auto* const kinds = new std::vector<std::string>(list_schema_kinds());
    return *kinds;
}

Result<std::string> schema_text(std::string_view kind) {
    if (std::string text = builtin_assets::find("schemas", kind); !text.empty()) return text;
    const std::vector<std::string> kinds = list_schema_kinds();
    std::string known;
    for (const std::string& name : kinds) known += (known.empty() ? "" : ", ") + name;
    std::string message = "there is no schema of '" + std::string(kind.substr(0, 80)) + "'; there are: " + known;
    if (const std::string hint = did_you_mean(kind, kinds); !hint.empty()) message += " (" + hint + ")";
    return Status(StatusCode::kNotFound, std::move(message));
}

std::string builtin_catalogue_text() { return builtin_assets::find("data", "catalogue"); }

}  // namespace schoolimp::inline v0

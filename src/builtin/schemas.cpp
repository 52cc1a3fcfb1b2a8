#include "builtin/assets.hpp"
#include "builtin/lazy.hpp"
#include "builtin/release.hpp"
#include "schoolimp/builtin/builtin.hpp"
#include "schoolimp/core/suggestion.hpp"

namespace schoolimp::inline v0 {

namespace {

std::vector<std::string> load_kinds() {
    std::vector<std::string> names;
    for (const builtin_assets::Asset& asset : builtin_assets::all())
        if (asset.folder == "schemas") names.emplace_back(asset.name);
    return names;
}

constinit builtin_assets::Lazy<std::vector<std::string>> kinds;

}  // namespace

const std::vector<std::string>& schema_kinds() { return kinds.get(load_kinds); }

void builtin_assets::release_schemas() noexcept { kinds.release(); }

Result<std::string_view> schema_text(std::string_view kind) {
    if (const std::string_view text = builtin_assets::find("schemas", kind); !text.empty()) return text;
    std::string known;
    for (const std::string& name : schema_kinds()) known += (known.empty() ? "" : ", ") + name;
    std::string message = "there is no schema of '" + std::string(kind.substr(0, 80)) + "'; there are: " + known;
    if (const std::string hint = did_you_mean(kind, schema_kinds()); !hint.empty()) message += " (" + hint + ")";
    return Status(StatusCode::kNotFound, std::move(message));
}

std::string_view builtin_catalogue_text() { return builtin_assets::find("data", "catalogue"); }

}  // namespace schoolimp::inline v0

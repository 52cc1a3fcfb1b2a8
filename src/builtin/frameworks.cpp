#include <algorithm>
#include <map>
#include <mutex>

#include "builtin/assets.hpp"
#include "builtin/unshared.hpp"
#include "schoolimp/builtin/builtin.hpp"
#include "schoolimp/core/suggestion.hpp"
#include "schoolimp/io/framework_json.hpp"

namespace schoolimp::inline v0 {
namespace {

using builtin_assets::find_framework;
using builtin_assets::FrameworkAsset;

Status not_found(std::string_view id, std::string_view edition) {
    std::vector<std::string> ids;
    std::string known;
    for (const FrameworkAsset& framework : builtin_assets::frameworks()) {
        ids.emplace_back(framework.id);
        known.append(known.empty() ? "" : ", ").append(framework.id).append(" ").append(framework.edition);
    }
    std::string message = "there is no built-in framework '" + std::string(id.substr(0, 80)) + "'";
    if (!edition.empty()) message += " of edition '" + std::string(edition.substr(0, 40)) + "'";
    message += "; there are: " + known;
    const bool id_is_known = std::find(ids.begin(), ids.end(), id) != ids.end();
    if (const std::string hint = did_you_mean(id, ids); !id_is_known && !hint.empty()) message += " (" + hint + ")";
    return Status(StatusCode::kNotFound, std::move(message));
}

/// Frameworks compiled so far.
struct Compiled {
    std::mutex mutex;
    std::map<const FrameworkAsset*, Result<Framework>> frameworks;
};

/// Never destroyed: frameworks may be asked for until the program's last moment.
Compiled& compiled() {
    static auto* const kept = new Compiled;
    return *kept;
}

}  // namespace

const std::vector<BuiltinFramework>& builtin_frameworks() {
    static const auto* const names = [] {
        auto* const list = new std::vector<BuiltinFramework>;
        for (const FrameworkAsset& asset : builtin_assets::frameworks()) list->push_back({std::string(asset.id), std::string(asset.edition), std::string(asset.title)});
        return list;
    }();
    return *names;
}

Result<Framework> compile_builtin_framework(std::string_view id, std::string_view edition) {
    const FrameworkAsset* const asset = find_framework(id, edition);
    return asset == nullptr ? Result<Framework>(not_found(id, edition)) : parse_framework(asset->text());
}

Result<Framework> builtin_framework(std::string_view id, std::string_view edition) {
    const FrameworkAsset* const asset = find_framework(id, edition);
    if (asset == nullptr) return not_found(id, edition);
    const std::lock_guard<std::mutex> lock(compiled().mutex);
    auto found = compiled().frameworks.find(asset);
    if (found == compiled().frameworks.end()) found = compiled().frameworks.emplace(asset, parse_framework(asset->text())).first;
    return found->second;
}

Result<std::string> builtin_framework_text(std::string_view id, std::string_view edition) {
    const FrameworkAsset* const asset = find_framework(id, edition);
    if (asset == nullptr) return not_found(id, edition);
    return asset->text();
}

}  // namespace schoolimp::inline v0

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>

#include "builtin/assets.hpp"
#include "builtin/lazy.hpp"
#include "builtin/release.hpp"
#include "io/json/parse.hpp"
#include "schoolimp/builtin/builtin.hpp"
#include "schoolimp/core/suggestion.hpp"
#include "schoolimp/io/framework_json.hpp"

namespace schoolimp::inline v0 {
namespace {

/// One embedded framework; compiled when first asked for.
struct Entry {
    BuiltinFramework name;
    std::string_view text;
    std::once_flag once;
    std::optional<Result<Framework>> framework;
};

std::string text_member(const json::Value& document, std::string_view name) {
    const json::Value* member = document.find(name);
    return member != nullptr && member->string() != nullptr ? *member->string() : std::string();
}

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

using Entries = std::vector<std::unique_ptr<Entry>>;

Entries load_entries() {
    Entries entries;
    for (const builtin_assets::Asset& asset : builtin_assets::all()) {
        if (asset.folder != "frameworks") continue;
        const Result<json::Value> document = json::parse(asset.text());
        if (!document.ok()) continue;  // the tests parse every file of the folder
        auto entry = std::make_unique<Entry>();
        entry->name = {text_member(*document, "id"), text_member(*document, "edition"), text_member(*document, "title")};
        entry->text = asset.text();
        entries.push_back(std::move(entry));
    }
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        return a->name.id != b->name.id ? a->name.id < b->name.id : earlier_edition(a->name.edition, b->name.edition);
    });
    return entries;
}

constinit builtin_assets::Lazy<Entries> loaded_entries;
constinit builtin_assets::Lazy<std::vector<BuiltinFramework>> loaded_names;

const Entries& entries() { return loaded_entries.get(load_entries); }

Status not_found(std::string_view id, std::string_view edition) {
    std::vector<std::string> ids;
    std::string known;
    for (const BuiltinFramework& framework : builtin_frameworks()) {
        ids.push_back(framework.id);
        known += (known.empty() ? "" : ", ") + framework.id + " " + framework.edition;
    }
    std::string message = "there is no built-in framework '" + std::string(id.substr(0, 80)) + "'";
    if (!edition.empty()) message += " of edition '" + std::string(edition.substr(0, 40)) + "'";
    message += "; there are: " + known;
    const bool id_is_known = std::find(ids.begin(), ids.end(), id) != ids.end();
    if (const std::string hint = did_you_mean(id, ids); !id_is_known && !hint.empty()) message += " (" + hint + ")";
    return Status(StatusCode::kNotFound, std::move(message));
}

Entry* find_entry(std::string_view id, std::string_view edition) {
    Entry* found = nullptr;  // the last one is the latest edition
    for (const std::unique_ptr<Entry>& entry : entries())
        if (entry->name.id == id && (edition.empty() || entry->name.edition == edition)) found = entry.get();
    return found;
}

}  // namespace

const std::vector<BuiltinFramework>& builtin_frameworks() {
    return loaded_names.get([] {
        std::vector<BuiltinFramework> names;
        for (const std::unique_ptr<Entry>& entry : entries()) names.push_back(entry->name);
        return names;
    });
}

Result<Framework> builtin_framework(std::string_view id, std::string_view edition) {
    Entry* entry = find_entry(id, edition);
    if (entry == nullptr) return not_found(id, edition);
    std::call_once(entry->once, [entry] { entry->framework.emplace(parse_framework(entry->text)); });
    return *entry->framework;
}

Result<std::string_view> builtin_framework_text(std::string_view id, std::string_view edition) {
    const Entry* entry = find_entry(id, edition);
    if (entry == nullptr) return not_found(id, edition);
    return entry->text;
}

void builtin_assets::release_frameworks() noexcept {
    loaded_names.release();
    loaded_entries.release();
}

}  // namespace schoolimp::inline v0

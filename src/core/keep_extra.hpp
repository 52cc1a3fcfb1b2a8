// Things made anew take over the unknown members of what they replace.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <vector>

#include "schoolimp/core/extra_members.hpp"

namespace schoolimp::inline v0 {

/// Gives every item of `after` the unknown members of the item of `before` with the same key(item). Of several with one key the first takes those of the first.
template <typename Item, typename Key>
void keep_extra(const std::vector<Item>& before, std::vector<Item>& after, Key key) {
    if (std::all_of(before.begin(), before.end(), [](const Item& item) { return item.extra.empty(); })) return;
    std::map<decltype(key(before.front())), std::vector<const Item*>> earlier;
    for (const Item& item : before) earlier[key(item)].push_back(&item);
    std::map<decltype(key(before.front())), std::size_t> taken;
    for (Item& item : after) {
        const auto found = earlier.find(key(item));
        if (found == earlier.end()) continue;
        if (const std::size_t position = taken[found->first]++; position < found->second.size()) item.extra.add_missing(found->second[position]->extra);
    }
}

}  // namespace schoolimp::inline v0

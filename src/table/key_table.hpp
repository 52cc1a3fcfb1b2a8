// KeyTable: numbers for keys of words, in the order in which they are first seen.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

class KeyTable {
public:
    KeyTable() { clear(); }

    /// The key's number, and whether it is a new one.
    std::pair<int, bool> find_or_add(std::span<const std::uint64_t> key) {
        if (2 * firsts_.size() > slots_.size()) grow();
        std::size_t slot = hash(key) & (slots_.size() - 1);
        for (; slots_[slot] >= 0; slot = (slot + 1) & (slots_.size() - 1))
            if (std::ranges::equal(key_at(slots_[slot]), key)) return {slots_[slot], false};
        const int number = size();
        slots_[slot] = number;
        words_.insert(words_.end(), key.begin(), key.end());
        firsts_.push_back(words_.size());
        return {number, true};
    }

    int size() const { return static_cast<int>(firsts_.size()) - 1; }

    void clear() {
        words_.clear();
        firsts_.assign(1, 0);
        slots_.assign(kFewestSlots, -1);
    }

private:
    static constexpr std::size_t kFewestSlots = 256;

    std::span<const std::uint64_t> key_at(int number) const {
        const auto place = static_cast<std::size_t>(number);
        return std::span(words_).subspan(firsts_[place], firsts_[place + 1] - firsts_[place]);
    }

    static std::uint64_t hash(std::span<const std::uint64_t> key) {
        std::uint64_t mixed = 0x9e3779b97f4a7c15ULL;
        for (const std::uint64_t word : key) {
            mixed = (mixed ^ word) * 0xff51afd7ed558ccdULL;
            mixed ^= mixed >> 32;
        }
        return mixed;
    }

    void grow() {
        slots_.assign(2 * slots_.size(), -1);
        for (int number = 0; number < size(); ++number) {
            std::size_t slot = hash(key_at(number)) & (slots_.size() - 1);
            while (slots_[slot] >= 0) slot = (slot + 1) & (slots_.size() - 1);
            slots_[slot] = number;
        }
    }

    std::vector<std::uint64_t> words_;
    std::vector<std::size_t> firsts_;  ///< By number: where its words begin; one more for the end.
    std::vector<std::int32_t> slots_;  ///< A power of two of them; -1: free.
};

}  // namespace schoolimp::inline v0

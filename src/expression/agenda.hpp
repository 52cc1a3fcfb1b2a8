// Nodes that wait to be worked out, each once, taken in their order from either end.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

class Agenda {
public:
    explicit Agenda(std::size_t nodes) : words_((nodes + 63) / 64, 0) {}

    bool empty() const { return waiting_ == 0; }
    void add(int node) {
        const auto i = static_cast<std::size_t>(node);
        const std::uint64_t bit = std::uint64_t{1} << (i % 64);
        waiting_ += (words_[i / 64] & bit) == 0;
        words_[i / 64] |= bit;
    }
    /// Not of an empty one.
    int take_first() {
        std::size_t word = 0;
        while (words_[word] == 0) ++word;
        return take(word, std::countr_zero(words_[word]));
    }
    int take_last() {
        std::size_t word = words_.size() - 1;
        while (words_[word] == 0) --word;
        return take(word, 63 - std::countl_zero(words_[word]));
    }
    void clear() {
        while (!empty()) take_first();
    }

private:
    int take(std::size_t word, int bit) {
        words_[word] &= ~(std::uint64_t{1} << bit);
        --waiting_;
        return static_cast<int>(word) * 64 + bit;
    }

    std::vector<std::uint64_t> words_;
    std::size_t waiting_ = 0;
};

}  // namespace schoolimp::inline v0

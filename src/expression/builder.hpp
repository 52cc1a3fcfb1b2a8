// Builds a Program: equal nodes are one node, constant parts are computed once here, and the size is bounded.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "expression/program.hpp"

namespace schoolimp::inline v0 {

/// A program beyond these bounds is refused rather than grown.
inline constexpr std::size_t kMaxProgramNodes = 100000;
inline constexpr std::size_t kMaxProgramArguments = 1000000;

class ProgramBuilder {
public:
    Program program;

    int constant(const Type& type, Constant value, int text = -1);
    int input(const Type& type, Input input);
    /// The input that reads a population function's figure. Equal ones are one, whatever their text; the first text stays.
    int population(const Type& type, const Population& population);

    /// The node, an equal one made before, or a simpler one that always has the same value. `text` is kept by the first node that gets one.
    int node(Op op, const Type& type, std::vector<int> arguments, int payload = 0, int text = -1);

    int text(const std::string& text);

    /// Whether the node is the constant true.
    bool holds_always(int index) const;

    const Node& at(int index) const { return program.nodes[static_cast<std::size_t>(index)]; }

    /// True when a bound was met; nodes made after that are not to be used.
    bool exhausted() const { return exhausted_; }
    void exhaust() { exhausted_ = true; }

private:
    struct Key {
        Op op;
        Type type;
        std::int32_t payload;
        std::int32_t text;  ///< Only of constants: elsewhere equal nodes are one whatever their text.
        std::vector<int> arguments;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const;
    };

    int intern(Key key, int text);
    int append(const Key& key, int text);
    void label(int index, int text);

    std::unordered_map<Key, int, KeyHash> known_;
    std::map<Constant, int> constants_;
    std::map<std::tuple<InputKind, int, std::string, int, int>, int> inputs_;
    std::map<std::tuple<Function, int, int, Decimal>, int> populations_;
    std::map<std::string, int> texts_;
    bool exhausted_ = false;
};

}  // namespace schoolimp::inline v0

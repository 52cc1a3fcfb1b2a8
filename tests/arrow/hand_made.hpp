// Arrow structures written by hand: buffers of exactly the size they need, so that a sanitizer sees every read beyond, and releases that are counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "schoolimp/arrow/c_data.hpp"

namespace schoolimp::arrow_tests {

using Bytes = std::vector<std::byte>;

/// A column or table before it is made into structures.
struct Node {
    std::string format;
    std::string name;
    std::int64_t length = 0;
    std::int64_t null_count = -1;
    std::int64_t offset = 0;
    std::vector<std::optional<Bytes>> buffers;
    std::vector<Node> children;
    std::vector<Node> dictionary;  ///< None or one.
};

template <typename T>
Bytes bytes_of(const std::vector<T>& values) {
    Bytes bytes(values.size() * sizeof(T));
    if (!bytes.empty()) std::memcpy(bytes.data(), values.data(), bytes.size());
    return bytes;
}

/// "1101": bits, the lowest first; "" is no bitmap.
std::optional<Bytes> bitmap(const std::string& bits);

template <typename T>
Node numbers(std::string format, std::string name, const std::vector<T>& values, const std::string& validity = "") {
    return Node{std::move(format), std::move(name), static_cast<std::int64_t>(values.size()), -1, 0, {bitmap(validity), bytes_of(values)}, {}, {}};
}
Node booleans(std::string name, const std::string& bits, const std::string& validity = "");
Node texts(std::string name, const std::vector<std::string>& values, const std::string& validity = "");
Node large_texts(std::string name, const std::vector<std::string>& values, const std::string& validity = "");
/// Texts of more than 12 bytes lie in buffers of their own, one for each.
Node text_views(std::string name, const std::vector<std::string>& values, const std::string& validity = "");
Node nulls(std::string name, std::int64_t length);
Node with_dictionary(Node indices, Node words);
Node table_of(std::vector<Node> columns, std::int64_t length);
/// `length` rows from `offset` on.
Node slice(Node node, std::int64_t offset, std::int64_t length);

/// What is alive and what has been released. A structure can only be released once: its parts are gone then.
class Tally {
public:
    void make_schema(const Node& node, ArrowSchema& out);
    void make_array(const Node& node, ArrowArray& out);
    /// A stream of `chunks` with the schema of `schema`; after the chunks it ends, or fails with `error`.
    void make_stream(const Node& schema, std::vector<Node> chunks, ArrowArrayStream& out, int error = 0, const char* text = nullptr);

    int made() const { return made_; }
    int released() const { return released_; }
    bool all_released() const { return made_ == released_; }

    struct SchemaParts;
    struct ArrayParts;
    struct StreamParts;
    void count_release() { ++released_; }

private:
    int made_ = 0;
    int released_ = 0;
    std::vector<std::shared_ptr<void>> kept_;  ///< Frees what a test left unreleased.
    template <typename Parts>
    Parts* keep();
};

/// Spare room in the lists of children and buffers, of null pointers: a wrong count can be written without reading beyond the list.
inline constexpr std::size_t kSpare = 8;

}  // namespace schoolimp::arrow_tests

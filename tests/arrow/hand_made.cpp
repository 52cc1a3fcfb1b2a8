#include "arrow/hand_made.hpp"

#include <array>

namespace schoolimp::arrow_tests {

std::optional<Bytes> bitmap(const std::string& bits) {
    if (bits.empty()) return std::nullopt;
    Bytes bytes((bits.size() + 7) / 8);
    for (std::size_t i = 0; i < bits.size(); ++i)
        if (bits[i] == '1') bytes[i / 8] |= std::byte{1} << (i % 8);
    return bytes;
}

Node booleans(std::string name, const std::string& bits, const std::string& validity) {
    return Node{"b", std::move(name), static_cast<std::int64_t>(bits.size()), -1, 0, {bitmap(validity), bits.empty() ? Bytes() : *bitmap(bits)}, {}, {}};
}

namespace {

template <typename Offset>
Node offset_texts(std::string format, std::string name, const std::vector<std::string>& values, const std::string& validity) {
    std::vector<Offset> offsets = {0};
    std::string all;
    for (const std::string& value : values) {
        all += value;
        offsets.push_back(static_cast<Offset>(all.size()));
    }
    const Bytes text = bytes_of(std::vector<char>(all.begin(), all.end()));
    return Node{std::move(format), std::move(name), static_cast<std::int64_t>(values.size()), -1, 0, {bitmap(validity), bytes_of(offsets), text}, {}, {}};
}

}  // namespace

Node texts(std::string name, const std::vector<std::string>& values, const std::string& validity) {
    return offset_texts<std::int32_t>("u", std::move(name), values, validity);
}

Node large_texts(std::string name, const std::vector<std::string>& values, const std::string& validity) {
    return offset_texts<std::int64_t>("U", std::move(name), values, validity);
}

Node text_views(std::string name, const std::vector<std::string>& values, const std::string& validity) {
    std::vector<std::array<std::int32_t, 4>> views;
    std::vector<std::optional<Bytes>> buffers = {bitmap(validity), std::nullopt};
    std::vector<std::int64_t> sizes;
    for (const std::string& value : values) {
        std::array<std::int32_t, 4> view{static_cast<std::int32_t>(value.size())};
        std::memcpy(&view[1], value.data(), value.size() <= 12 ? value.size() : 4);
        if (value.size() > 12) {
            view[2] = static_cast<std::int32_t>(sizes.size());
            buffers.push_back(bytes_of(std::vector<char>(value.begin(), value.end())));
            sizes.push_back(static_cast<std::int64_t>(value.size()));
        }
        views.push_back(view);
    }
    buffers[1] = bytes_of(views);
    buffers.push_back(sizes.empty() ? std::nullopt : std::optional(bytes_of(sizes)));
    return Node{"vu", std::move(name), static_cast<std::int64_t>(values.size()), -1, 0, std::move(buffers), {}, {}};
}

Node nulls(std::string name, std::int64_t length) { return Node{"n", std::move(name), length, length, 0, {}, {}, {}}; }

Node with_dictionary(Node indices, Node words) {
    indices.dictionary.push_back(std::move(words));
    return indices;
}

Node table_of(std::vector<Node> columns, std::int64_t length) { return Node{"+s", "", length, 0, 0, {std::nullopt}, std::move(columns), {}}; }

Node slice(Node node, std::int64_t offset, std::int64_t length) {
    node.offset += offset;
    node.length = length;
    if (node.null_count > 0) node.null_count = -1;
    return node;
}

struct Tally::SchemaParts {
    Tally* tally = nullptr;
    std::string format;
    std::string name;
    std::vector<ArrowSchema> children;
    std::vector<ArrowSchema*> list;
    ArrowSchema dictionary{};
};

struct Tally::ArrayParts {
    Tally* tally = nullptr;
    std::vector<std::unique_ptr<std::byte[]>> memory;
    std::vector<const void*> buffers;
    std::vector<ArrowArray> children;
    std::vector<ArrowArray*> list;
    ArrowArray dictionary{};
};

struct Tally::StreamParts {
    Tally* tally = nullptr;
    Node schema;
    std::vector<Node> chunks;
    std::size_t next = 0;
    int error = 0;
    const char* text = nullptr;
};

namespace {

template <typename Structure, typename Parts>
void release(Structure* structure) {
    auto* const held = static_cast<std::shared_ptr<Parts>*>(structure->private_data);
    const std::shared_ptr<Parts> parts = std::exchange(*held, nullptr);
    structure->release = nullptr;
    parts->tally->count_release();
    if constexpr (requires { parts->list; }) {
        for (Structure& child : parts->children)
            if (child.release != nullptr) child.release(&child);
        if (parts->dictionary.release != nullptr) parts->dictionary.release(&parts->dictionary);
    }
}

template <typename Structure, typename Parts>
void release_simple(Structure* structure) {
    auto* const held = static_cast<std::shared_ptr<Parts>*>(structure->private_data);
    const std::shared_ptr<Parts> parts = std::exchange(*held, nullptr);
    structure->release = nullptr;
    parts->tally->count_release();
}

}  // namespace

template <typename Parts>
Parts* Tally::keep() {
    auto held = std::make_shared<std::shared_ptr<Parts>>(std::make_shared<Parts>());
    (*held)->tally = this;
    kept_.push_back(held);
    ++made_;
    return held->get();
}

void Tally::make_schema(const Node& node, ArrowSchema& out) {
    SchemaParts& parts = *keep<SchemaParts>();
    void* const held = kept_.back().get();
    parts.format = node.format;
    parts.name = node.name;
    parts.children.resize(node.children.size());
    parts.list.resize(node.children.size() + kSpare);
    out = ArrowSchema{};
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        make_schema(node.children[i], parts.children[i]);
        parts.list[i] = &parts.children[i];
    }
    if (!node.dictionary.empty()) {
        make_schema(node.dictionary.front(), parts.dictionary);
        out.dictionary = &parts.dictionary;
    }
    out.format = parts.format.c_str();
    out.name = parts.name.c_str();
    out.flags = ARROW_FLAG_NULLABLE;
    out.n_children = static_cast<std::int64_t>(node.children.size());
    out.children = parts.list.data();
    out.release = release<ArrowSchema, SchemaParts>;
    out.private_data = held;
}

void Tally::make_array(const Node& node, ArrowArray& out) {
    ArrayParts& parts = *keep<ArrayParts>();
    void* const held = kept_.back().get();
    parts.children.resize(node.children.size());
    parts.list.resize(node.children.size() + kSpare);
    parts.buffers.resize(node.buffers.size() + kSpare);
    out = ArrowArray{};
    for (std::size_t i = 0; i < node.buffers.size(); ++i) {
        if (!node.buffers[i]) continue;
        const Bytes& bytes = *node.buffers[i];
        parts.memory.push_back(std::make_unique<std::byte[]>(bytes.size()));
        if (!bytes.empty()) std::memcpy(parts.memory.back().get(), bytes.data(), bytes.size());
        parts.buffers[i] = parts.memory.back().get();
    }
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        make_array(node.children[i], parts.children[i]);
        parts.list[i] = &parts.children[i];
    }
    if (!node.dictionary.empty()) {
        make_array(node.dictionary.front(), parts.dictionary);
        out.dictionary = &parts.dictionary;
    }
    out.length = node.length;
    out.null_count = node.null_count;
    out.offset = node.offset;
    out.n_buffers = static_cast<std::int64_t>(node.buffers.size());
    out.n_children = static_cast<std::int64_t>(node.children.size());
    out.buffers = parts.buffers.data();
    out.children = parts.list.data();
    out.release = release<ArrowArray, ArrayParts>;
    out.private_data = held;
}

namespace {

Tally::StreamParts& parts_of(ArrowArrayStream* stream);

}  // namespace

void Tally::make_stream(const Node& schema, std::vector<Node> chunks, ArrowArrayStream& out, int error, const char* text) {
    StreamParts& parts = *keep<StreamParts>();
    void* const held = kept_.back().get();
    parts.schema = schema;
    parts.chunks = std::move(chunks);
    parts.error = error;
    parts.text = text;
    out = ArrowArrayStream{};
    out.get_schema = [](ArrowArrayStream* stream, ArrowSchema* to) {
        StreamParts& own = parts_of(stream);
        own.tally->make_schema(own.schema, *to);
        return 0;
    };
    out.get_next = [](ArrowArrayStream* stream, ArrowArray* to) {
        StreamParts& own = parts_of(stream);
        if (own.next < own.chunks.size()) {
            own.tally->make_array(own.chunks[own.next++], *to);
        } else if (own.error != 0) {
            return own.error;
        } else {
            to->release = nullptr;
        }
        return 0;
    };
    out.get_last_error = [](ArrowArrayStream* stream) { return parts_of(stream).text; };
    out.release = release_simple<ArrowArrayStream, StreamParts>;
    out.private_data = held;
}

namespace {

Tally::StreamParts& parts_of(ArrowArrayStream* stream) { return **static_cast<std::shared_ptr<Tally::StreamParts>*>(stream->private_data); }

}  // namespace

}  // namespace schoolimp::arrow_tests

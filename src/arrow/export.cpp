// A table as a stream of Arrow structures. Every structure given out owns a share of the table, and can be moved or released on its own.
#include <bit>
#include <cerrno>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "arrow/format.hpp"
#include "arrow/owned_column.hpp"
#include "arrow/table_data.hpp"
#include "schoolimp/arrow/table.hpp"

namespace schoolimp::inline v0 {

namespace {

/// What stands behind an exported schema.
struct SchemaParts {
    std::string format;
    std::string name;
    std::vector<ArrowSchema> children;
    std::vector<ArrowSchema*> child_list;
    std::unique_ptr<ArrowSchema> dictionary;
};

/// What stands behind an exported array.
struct ArrayParts {
    std::shared_ptr<const void> owner;
    std::vector<const void*> buffers;
    AlignedBuffer packed;
    std::vector<ArrowArray> children;
    std::vector<ArrowArray*> child_list;
    std::unique_ptr<ArrowArray> dictionary;
};

/// Frees a structure and those of its parts that nobody has moved away.
template <typename Structure, typename Parts>
void release(Structure* structure) {
    const std::unique_ptr<Parts> parts(static_cast<Parts*>(structure->private_data));
    for (Structure& child : parts->children)
        if (child.release != nullptr) child.release(&child);
    if (parts->dictionary != nullptr && parts->dictionary->release != nullptr) parts->dictionary->release(parts->dictionary.get());
    structure->release = nullptr;
}

/// Gives `out` its parts. From here on a failure half way is mended by releasing it.
template <typename Structure, typename Parts>
Parts& begin(Structure& out, std::size_t children) {
    auto parts = std::make_unique<Parts>();
    parts->children.resize(children);
    for (Structure& child : parts->children) parts->child_list.push_back(&child);
    out = Structure{};
    out.n_children = static_cast<std::int64_t>(children);
    out.children = children == 0 ? nullptr : parts->child_list.data();
    out.release = release<Structure, Parts>;
    out.private_data = parts.get();
    return *parts.release();
}

template <typename Structure, typename Parts>
Structure& begin_dictionary(Structure& out, Parts& parts) {
    parts.dictionary = std::make_unique<Structure>();
    out.dictionary = parts.dictionary.get();
    return *out.dictionary;
}

void export_type(const TypeNode& node, ArrowSchema& out) {
    SchemaParts& parts = begin<ArrowSchema, SchemaParts>(out, node.children.size());
    parts.format = node.format;
    parts.name = node.name;
    out.format = parts.format.c_str();
    out.name = parts.name.c_str();
    out.flags = node.flags;
    for (std::size_t i = 0; i < node.children.size(); ++i) export_type(node.children[i], parts.children[i]);
    if (node.dictionary != nullptr) export_type(*node.dictionary, begin_dictionary(out, parts));
}

void export_fields(const std::vector<Field>& fields, ArrowSchema& out) {
    SchemaParts& parts = begin<ArrowSchema, SchemaParts>(out, fields.size());
    out.format = "+s";
    out.name = "";
    for (std::size_t i = 0; i < fields.size(); ++i) export_type(fields[i].node, parts.children[i]);
}

/// The same array once more, with another owner.
void export_source(const ArrowArray& source, const std::shared_ptr<const void>& owner, ArrowArray& out, const std::vector<std::size_t>* chosen = nullptr) {
    const auto children = chosen != nullptr ? chosen->size() : static_cast<std::size_t>(source.n_children);
    ArrayParts& parts = begin<ArrowArray, ArrayParts>(out, children);
    parts.owner = owner;
    out.length = source.length;
    out.null_count = source.null_count;
    out.offset = source.offset;
    out.n_buffers = source.n_buffers;
    out.buffers = source.buffers;
    for (std::size_t i = 0; i < children; ++i) export_source(*source.children[chosen != nullptr ? (*chosen)[i] : i], owner, parts.children[i]);
    if (source.dictionary != nullptr) export_source(*source.dictionary, owner, begin_dictionary(out, parts));
}

/// The values of a column without gaps between them.
AlignedBuffer packed_values(const Column& column) {
    const std::int64_t width = width_of(column.type);
    AlignedBuffer packed(column.length * width);
    for (std::int64_t i = 0; i < column.length; ++i) std::memcpy(packed.data() + i * width, column.values + i * column.stride, static_cast<std::size_t>(width));
    return packed;
}

/// How many rows have no value. Counted although -1 is allowed for it: DuckDB before 1.5 takes -1 of a dictionary for none.
std::int64_t count_nulls(const Column& column) {
    if (column.type == ColumnType::kNull) return column.length;
    if (column.validity == nullptr) return 0;
    const std::int64_t whole_bytes = column.length / 8;
    std::int64_t valid = 0;
    for (std::int64_t i = 0; i < whole_bytes; ++i) valid += std::popcount(column.validity[i]);
    for (std::int64_t row = whole_bytes * 8; row < column.length; ++row) valid += bit_at(column.validity, row) ? 1 : 0;
    return column.length - valid;
}

/// A column made here: its bitmaps begin at bit 0.
void export_column(const Column& column, const std::shared_ptr<const void>& owner, ArrowArray& out) {
    ArrayParts& parts = begin<ArrowArray, ArrayParts>(out, 0);
    parts.owner = owner;
    out.length = column.length;
    out.null_count = count_nulls(column);
    if (column.type != ColumnType::kNull) parts.buffers.push_back(column.validity);
    if (column.text_offsets != nullptr) {
        parts.buffers.push_back(column.text_offsets);
        parts.buffers.push_back(column.text_bytes);
    } else if (column.type == ColumnType::kBoolean || column.packed()) {
        parts.buffers.push_back(column.values);
    } else if (column.type != ColumnType::kNull) {
        parts.packed = packed_values(column);
        parts.buffers.push_back(parts.packed.data());
    }
    out.n_buffers = static_cast<std::int64_t>(parts.buffers.size());
    out.buffers = parts.buffers.data();
    if (column.dictionary != nullptr) export_column(*column.dictionary, owner, begin_dictionary(out, parts));
}

void export_chunk(const Chunk& chunk, ArrowArray& out) {
    if (chunk.source != nullptr) return export_source(*chunk.source, chunk.memory, out, &chunk.source_children);
    ArrayParts& parts = begin<ArrowArray, ArrayParts>(out, chunk.columns.size());
    parts.owner = chunk.memory;
    out.length = chunk.rows;
    parts.buffers.push_back(nullptr);
    out.n_buffers = 1;
    out.buffers = parts.buffers.data();
    for (std::size_t i = 0; i < chunk.columns.size(); ++i) export_column(chunk.columns[i], chunk.memory, parts.children[i]);
}

struct StreamParts {
    Table table;
    std::size_t next = 0;
    std::string last_error;
};

/// Runs `fill` on a structure of its own; only a whole one is given out. Nothing is thrown across the boundary.
template <typename Structure, typename Fill>
int give(StreamParts& parts, Structure* out, Fill fill) {
    Structure made{};
    int error = 0;
    try {
        fill(made);
        *out = made;
        return 0;
    } catch (const std::bad_alloc&) {
        error = ENOMEM;
    } catch (const std::exception&) {
        error = EIO;
    }
    if (made.release != nullptr) made.release(&made);
    parts.last_error = error == ENOMEM ? "no memory" : "failed";  // short enough to need no memory itself
    return error;
}

StreamParts& parts_of(ArrowArrayStream* stream) { return *static_cast<StreamParts*>(stream->private_data); }

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    StreamParts& parts = parts_of(stream);
    return give(parts, out, [&](ArrowSchema& schema) { export_fields(data_of(parts.table).fields, schema); });
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
    StreamParts& parts = parts_of(stream);
    const std::vector<Chunk>& chunks = data_of(parts.table).chunks;
    if (parts.next == chunks.size()) {
        *out = ArrowArray{};
        return 0;
    }
    const int error = give(parts, out, [&](ArrowArray& array) { export_chunk(chunks[parts.next], array); });
    if (error == 0) ++parts.next;
    return error;
}

const char* get_last_error(ArrowArrayStream* stream) {
    const std::string& text = parts_of(stream).last_error;
    return text.empty() ? nullptr : text.c_str();
}

void release_stream(ArrowArrayStream* stream) {
    delete &parts_of(stream);
    stream->release = nullptr;
}

}  // namespace

void Table::to_stream(ArrowArrayStream* out) const {
    auto parts = std::make_unique<StreamParts>();
    parts->table = *this;
    *out = ArrowArrayStream{get_schema, get_next, get_last_error, release_stream, parts.release()};
}

}  // namespace schoolimp::inline v0

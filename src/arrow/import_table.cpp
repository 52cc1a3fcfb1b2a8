#include <cerrno>
#include <memory>
#include <string>
#include <utility>

#include "arrow/import_array.hpp"
#include "arrow/import_schema.hpp"
#include "arrow/issues.hpp"
#include "arrow/taken.hpp"
#include "schoolimp/arrow/table.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr const char* kWhat = "table";

Status used_up(const char* what) {
    return invalid_document(kWhat, {Issue{"", "released", std::string("there is no ") + what + ": it has been read or released already",
                                          "export the table again: a stream or array can be read once", Severity::kError}});
}

/// The codes a stream may fail with are those of errno.
StatusCode code_of(int error) {
    switch (error) {
        case ENOMEM: return StatusCode::kResourceExhausted;
        case ENOSYS: return StatusCode::kUnimplemented;
        case ECANCELED: return StatusCode::kCancelled;
        default: return StatusCode::kInvalidArgument;
    }
}

Status stream_failed(ArrowArrayStream& stream, int error, const std::string& doing) {
    const char* const text = stream.get_last_error == nullptr ? nullptr : stream.get_last_error(&stream);
    const std::string said = text == nullptr ? std::string() : readable(text);
    std::string message = "the stream failed when " + doing + " (error " + std::to_string(error) + ")";
    if (!said.empty()) message += ": " + said;
    const Status status = invalid_document(kWhat, {Issue{"", "stream_failed", std::move(message), "", Severity::kError}});
    return Status(code_of(error), status.message(), status.issues());
}

/// Appends a chunk made of `array`, which it keeps.
void append_chunk(TableData& data, std::shared_ptr<Taken<ArrowArray>> array, std::int64_t number, std::vector<Issue>& issues) {
    const ArrowArray& source = **array;
    Chunk chunk = read_chunk(source, data.fields, number, std::move(array), issues);
    if (!issues.empty()) return;
    if (chunk.rows > kMostElements - data.rows)
        return add_issue(issues, Place(), "bad_length", "the chunks have more than " + std::to_string(kMostElements) + " rows in all");
    data.rows += chunk.rows;
    data.chunks.push_back(std::move(chunk));
}

Status read_chunks(ArrowArrayStream& stream, TableData& data) {
    std::vector<Issue> issues;
    for (std::int64_t number = 0;; ++number) {
        auto array = std::make_shared<Taken<ArrowArray>>();
        ArrowArray next{};
        if (const int error = stream.get_next(&stream, &next); error != 0) return stream_failed(stream, error, "reading chunk " + std::to_string(number));
        if (next.release == nullptr) return Status();
        **array = next;
        append_chunk(data, std::move(array), number, issues);
        if (!issues.empty()) return invalid_document(kWhat, std::move(issues));
    }
}

}  // namespace

Result<Table> Table::from_stream(ArrowArrayStream* stream) {
    if (stream == nullptr || stream->release == nullptr) return used_up("stream");
    Taken<ArrowArrayStream> taken(stream);
    if (taken->get_schema == nullptr || taken->get_next == nullptr)
        return invalid_document(kWhat, {Issue{"", "missing_callback", "the stream has no get_schema or no get_next", "", Severity::kError}});
    auto data = std::make_shared<TableData>();
    {
        Taken<ArrowSchema> schema;
        if (const int error = taken->get_schema(taken.get(), schema.get()); error != 0) {
            schema->release = nullptr;  // what a failed call left there is nobody's
            return stream_failed(*taken, error, "giving its schema");
        }
        std::vector<Issue> issues;
        data->fields = read_fields(*schema, issues);
        if (!issues.empty()) return invalid_document(kWhat, std::move(issues));
    }
    if (Status status = read_chunks(*taken, *data); !status.ok()) return status;
    return Table(std::move(data));
}

Result<Table> Table::from_array(ArrowSchema* schema, ArrowArray* array) {
    const bool has_schema = schema != nullptr && schema->release != nullptr, has_array = array != nullptr && array->release != nullptr;
    Taken<ArrowSchema> none_schema;
    Taken<ArrowSchema> taken_schema(has_schema ? schema : none_schema.get());
    auto taken_array = has_array ? std::make_shared<Taken<ArrowArray>>(array) : nullptr;
    if (!has_schema) return used_up("schema");
    if (!has_array) return used_up("array");
    auto data = std::make_shared<TableData>();
    std::vector<Issue> issues;
    data->fields = read_fields(*taken_schema, issues);
    if (issues.empty()) append_chunk(*data, std::move(taken_array), kOnlyChunk, issues);
    if (!issues.empty()) return invalid_document(kWhat, std::move(issues));
    return Table(std::move(data));
}

}  // namespace schoolimp::inline v0

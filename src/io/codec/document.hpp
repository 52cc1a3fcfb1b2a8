// Whole documents: the schema member, the limits, the status of a failure.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/codec/fields.hpp"
#include "io/json/parse.hpp"
#include "schoolimp/io/limits.hpp"
#include "schoolimp/io/style.hpp"

namespace schoolimp::inline v0::codec {

/// False, with an issue, when the value is no object or its "schema" is not the one expected.
bool check_schema(Reader& reader, const Value& value, std::string_view schema);

/// Puts issues at the end of a list.
void append(std::vector<Issue>& issues, std::vector<Issue> more);

/// A failure with the warnings found before it.
Status with_warnings(const Status& status, const std::vector<Issue>& warnings);

/// Reads the members of a document whose schema has been checked.
template <typename T>
void read_members(Reader& reader, const Value& value, T& out) {
    const Place root;
    ObjectReader<T> fields(reader, root, *value.object(), out);
    fields.known("schema");
    describe(fields, Of<T>{});
    fields.finish();
}

/// No rule beyond the members themselves.
struct NoCheck {
    template <typename T>
    std::vector<Issue> operator()(const T&) const {
        return {};
    }
};

/// Parses a document of the kind `schema` ("schoolimp/trust/1"). `name` is what a message calls it; `check(document)` gives the issues of rules over the whole
/// document. A failure carries errors and warnings: a warning may be the cause. Warnings of a good document are added to `warnings` when given.
template <typename T, typename Check = NoCheck>
Result<T> parse_document(std::string_view text, std::string_view schema, const char* name, UnknownMembers unknown, const ParseLimits& limits,
                         std::vector<Issue>* warnings = nullptr, Check check = {}) {
    const Result<Value> value = json::parse(text, limits);
    if (!value.ok()) return value.status();
    Reader reader(unknown, limits.max_issues);
    T document{};
    if (check_schema(reader, *value, schema)) read_members(reader, *value, document);
    const bool readable = !reader.failed();
    std::vector<Issue> issues = std::move(reader).take();
    if (readable) append(issues, check(std::as_const(document)));
    if (has_error(issues)) return invalid_document(name, std::move(issues));
    if (warnings != nullptr) append(*warnings, std::move(issues));
    return document;
}

template <typename T>
std::string write_document(const T& document, std::string_view schema, JsonStyle style) {
    Writer writer(style);
    writer.begin_object();
    writer.name("schema");
    writer.string(schema);
    ObjectWriter<T> fields(writer, document);
    fields.known("schema");
    describe(fields, Of<T>{});
    fields.finish();
    writer.end_object();
    return std::move(writer).take();
}

}  // namespace schoolimp::inline v0::codec

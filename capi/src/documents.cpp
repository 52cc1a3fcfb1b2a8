// Options of readers, schemas, checking a document of any kind, content hashes.
#include "arguments.hpp"
#include "boundary.hpp"
#include "builtin/unshared.hpp"
#include "schoolimp/builtin/builtin.hpp"
#include "schoolimp/io/check_document.hpp"
#include "schoolimp/io/framework_json.hpp"

using namespace schoolimp;
using namespace schoolimp::c;

void schoolimp_parse_options_init(schoolimp_parse_options* options, size_t struct_size) noexcept { initialise(options, struct_size, schoolimp_parse_options SCHOOLIMP_PARSE_OPTIONS_INIT); }

schoolimp_status schoolimp_schema_kinds(schoolimp_strings** out, schoolimp_error** error) noexcept {
    return make(out, error, [] { return list_schema_kinds(); });
}

schoolimp_status schoolimp_schema(schoolimp_text** out, const char* kind, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return schema_text(needed_text("kind", kind)); });
}

schoolimp_status schoolimp_document_check(schoolimp_issues** out, const char* kind, const char* json, size_t size, const schoolimp_parse_options* options,
                                          schoolimp_error** error) noexcept {
    return make(out, error, [&] { return check_document(needed_text("kind", kind), document("json", json, size), parse_limits(options)); });
}

schoolimp_status schoolimp_content_hash(schoolimp_text** out, const void* bytes, size_t size, schoolimp_error** error) noexcept {
    return make(out, error, [&] {
        if (size == 0) return content_hash({});
        return content_hash(document("bytes", static_cast<const char*>(bytes), size));
    });
}

#include "io/codec/document.hpp"

#include <iterator>

namespace schoolimp::inline v0::codec {

void append(std::vector<Issue>& issues, std::vector<Issue> more) {
    issues.insert(issues.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Status with_warnings(const Status& status, const std::vector<Issue>& warnings) {
    std::vector<Issue> issues = status.issues();
    append(issues, warnings);
    return Status(status.code(), status.message(), std::move(issues));
}

bool check_schema(Reader& reader, const Value& value, std::string_view schema) {
    const Place root;
    const std::string add = "a document starts with \"schema\": \"" + std::string(schema) + "\"";
    if (value.object() == nullptr) {
        reader.wrong_type(root, "an object", value);
        return false;
    }
    const Value* found = value.find("schema");
    if (found == nullptr) {
        reader.error(root, "missing_member", "'schema' is missing", add);
        return false;
    }
    const Place at(root, "schema");
    if (found->string() == nullptr) {
        reader.wrong_type(at, "text", *found);
        return false;
    }
    if (*found->string() == schema) return true;
    const std::string_view kind = schema.substr(0, schema.rfind('/') + 1);
    const bool same_kind = found->string()->starts_with(kind);
    reader.error(at, "wrong_schema", "'schema' is " + json::excerpt(*found) + "; '" + std::string(schema) + "' is read here",
                 same_kind ? "another version of the format: write it again with a matching schoolimp" : add);
    return false;
}

}  // namespace schoolimp::inline v0::codec

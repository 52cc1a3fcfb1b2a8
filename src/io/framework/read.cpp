#include "io/codec/document.hpp"
#include "io/framework/document_fields.hpp"
#include "schoolimp/io/framework_json.hpp"

namespace schoolimp::inline v0 {

Result<FrameworkDocument> parse_framework_document(std::string_view text, const ParseLimits& limits) {
    return codec::parse_document<FrameworkDocument>(text, codec::kFrameworkSchema, "framework document", codec::UnknownMembers::kError, limits);
}

std::vector<Issue> check_framework_structure(std::string_view text, const ParseLimits& limits) {
    return parse_framework_document(text, limits).status().issues();
}

Result<Framework> parse_framework(std::string_view text, const ParseLimits& limits) {
    Result<FrameworkDocument> document = parse_framework_document(text, limits);
    if (!document.ok()) return document.status();
    std::string hash = framework_hash(*document);
    return Framework::compile(*std::move(document), std::move(hash));
}

}  // namespace schoolimp::inline v0

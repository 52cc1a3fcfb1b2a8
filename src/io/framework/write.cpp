#include "io/codec/document.hpp"
#include "io/framework/document_fields.hpp"
#include "io/sha256.hpp"
#include "schoolimp/io/framework_json.hpp"

namespace schoolimp::inline v0 {

std::string write_framework(const FrameworkDocument& document, JsonStyle style) { return codec::write_document(document, codec::kFrameworkSchema, style); }

std::string content_hash(std::string_view bytes) { return sha256_hex(bytes); }

std::string framework_hash(const FrameworkDocument& document) { return content_hash(write_framework(document, JsonStyle::kCanonical)); }

}  // namespace schoolimp::inline v0

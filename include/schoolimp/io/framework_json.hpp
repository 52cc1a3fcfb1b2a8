// Framework documents as JSON: reading with every mistake reported at once, writing so that the same value gives the same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/framework/document.hpp"
#include "schoolimp/framework/framework.hpp"
#include "schoolimp/io/limits.hpp"
#include "schoolimp/io/style.hpp"

namespace schoolimp::inline v0 {

/// Reads a framework document ("schoolimp/framework/1"): structure only, as schemas/framework.schema.json describes it. Ids, names and expressions are
/// checked by Framework::compile. Fails with kInvalidArgument and every issue found, or with kResourceExhausted when a limit is passed.
Result<FrameworkDocument> parse_framework_document(std::string_view text, const ParseLimits& limits = {});

/// The issues of the structure alone; empty for a document that is valid under the JSON Schema.
std::vector<Issue> check_framework_structure(std::string_view text, const ParseLimits& limits = {});

/// Reads, checks and compiles: a framework ready for use, named by the hash of its canonical bytes.
Result<Framework> parse_framework(std::string_view text, const ParseLimits& limits = {});

/// The document as JSON.
std::string write_framework(const FrameworkDocument& document, JsonStyle style = JsonStyle::kPretty);

/// SHA-256 (FIPS 180-4) of the bytes, 64 lower-case hexadecimal digits.
std::string content_hash(std::string_view bytes);

/// content_hash of the canonical bytes of the document: its name in every judgement made with it.
std::string framework_hash(const FrameworkDocument& document);

}  // namespace schoolimp::inline v0

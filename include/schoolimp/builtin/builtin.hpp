// What comes with the library: framework documents of published school improvement models, the catalogue of standard indicators, national figures and
// the JSON Schemas of all documents. Embedded bytes; no file is opened.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/evidence/benchmarks.hpp"
#include "schoolimp/framework/framework.hpp"

namespace schoolimp::inline v0 {

struct BuiltinFramework {
    std::string id;
    std::string edition;
    std::string title;
    friend bool operator==(const BuiltinFramework&, const BuiltinFramework&) = default;
};

/// The built-in frameworks, by id, then from the oldest edition to the latest.
const std::vector<BuiltinFramework>& builtin_frameworks();

/// One of them, compiled on first use and shared from then on; from any number of threads. Without an edition the latest one.
/// Fails with kNotFound for an id or edition that does not exist; the message lists those that do.
Result<Framework> builtin_framework(std::string_view id, std::string_view edition = {});

/// The document itself, as authored (JSON).
Result<std::string> builtin_framework_text(std::string_view id, std::string_view edition = {});

/// National figures of England, with the table each was read from (docs/documents.md tells of breaks in the series).
const Benchmarks& builtin_benchmarks();

/// Standard scales, dimensions, indicators and measures to build frameworks of (JSON).
std::string builtin_catalogue_text();

/// Kinds of documents that have a JSON Schema: "framework", "evidence" ..., in alphabetical order.
const std::vector<std::string>& schema_kinds();

/// The JSON Schema (2020-12) of a kind; kNotFound, with the kinds there are, for another.
Result<std::string> schema_text(std::string_view kind);

}  // namespace schoolimp::inline v0

#include "io/codec/document.hpp"
#include "io/judgement/decision_fields.hpp"
#include "schoolimp/io/judgement_json.hpp"

namespace schoolimp::inline v0 {
namespace codec {

constexpr std::string_view kDecisionsSchema = "schoolimp/decisions/1";

struct DecisionsDocument {
    std::vector<Decision> decisions;
};

template <typename Visitor>
void describe(Visitor& fields, Of<DecisionsDocument>) {
    fields.required("decisions", &DecisionsDocument::decisions, kListOf<Decision>);
}

}  // namespace codec

Result<std::vector<Decision>> parse_decisions(std::string_view text, const ParseLimits& limits, std::vector<Issue>* warnings) {
    using codec::DecisionsDocument;
    auto document = codec::parse_document<DecisionsDocument>(text, codec::kDecisionsSchema, "decisions", codec::UnknownMembers::kWarning, limits, warnings);
    if (!document.ok()) return document.status();
    return (*std::move(document)).decisions;
}

std::string write_decisions(const std::vector<Decision>& decisions, JsonStyle style) {
    return codec::write_document(codec::DecisionsDocument{decisions}, codec::kDecisionsSchema, style);
}

}  // namespace schoolimp::inline v0

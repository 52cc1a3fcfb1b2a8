#include "io/codec/document.hpp"
#include "io/judgement/decision_fields.hpp"
#include "schoolimp/io/judgement_json.hpp"

namespace schoolimp::inline v0 {
namespace codec {

constexpr std::string_view kDecisionsSchema = "schoolimp/decisions/1";

template <typename Visitor>
void describe(Visitor& fields, Of<DecisionList>) {
    fields.required("decisions", &DecisionList::decisions, kListOf<Decision>);
}

}  // namespace codec

Result<DecisionList> parse_decisions(std::string_view text, const ParseLimits& limits, std::vector<Issue>* warnings) {
    return codec::parse_document<DecisionList>(text, codec::kDecisionsSchema, "decisions", codec::UnknownMembers::kWarning, limits, warnings);
}

std::string write_decisions(const DecisionList& decisions, JsonStyle style) { return codec::write_document(decisions, codec::kDecisionsSchema, style); }

}  // namespace schoolimp::inline v0

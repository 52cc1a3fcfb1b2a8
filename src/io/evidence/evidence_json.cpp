#include "schoolimp/io/evidence_json.hpp"

#include "io/codec/document.hpp"
#include "io/codec/identifiers.hpp"
#include "io/evidence/observation_value.hpp"

namespace schoolimp::inline v0 {
namespace codec {

constexpr std::string_view kEvidenceSchema = "schoolimp/evidence/1";

struct EvidenceDocument {
    std::vector<Observation> observations;
    ExtraMembers extra{};
};

template <typename Visitor>
void describe(Visitor& fields, Of<Observation>) {
    fields.required("school", &Observation::school, kKey);
    fields.required("indicator", &Observation::indicator, kId);
    fields.optional("period", &Observation::period, kPeriod);
    fields.optional("group", &Observation::group, kSimpleId);
    fields.part("value", ValuePart{});
    fields.part("missing", MissingPart{});
    fields.optional("observed_on", &Observation::observed_on, kDay);
    fields.optional("recorded_at", &Observation::recorded_at, kDay);
    fields.optional("source", &Observation::source, kText);
    fields.optional("cohort", &Observation::cohort, Whole{0, 10'000'000});
    fields.optional("interval", &Observation::interval, Interval{});
    fields.optional("note", &Observation::note, kText);
    fields.check([](Reader& reader, const Place& place, const Observation&, auto has) {
        if (has("value") && has("missing")) {
            reader.error(place, "contradiction", "there is a 'value' and a reason why it is 'missing'", "keep one of them");
        } else if (!has("value") && !has("missing")) {
            reader.error(place, "missing_member", "'value' is missing", "give a value or, in 'missing', the reason there is none, e.g. \"suppressed\"");
        }
    });
}

template <typename Visitor>
void describe(Visitor& fields, Of<EvidenceDocument>) {
    fields.required("observations", &EvidenceDocument::observations, kListOf<Observation>);
}

}  // namespace codec

Result<Evidence> parse_evidence(std::string_view text, const ParseLimits& limits, std::vector<Issue>* warnings) {
    using codec::EvidenceDocument;
    std::vector<Issue> found;
    auto document = codec::parse_document<EvidenceDocument>(text, codec::kEvidenceSchema, "evidence", codec::UnknownMembers::kWarning, limits, &found);
    if (!document.ok()) return document.status();
    EvidenceDocument read = *std::move(document);
    Result<Evidence> evidence = Evidence::from(std::move(read.observations), std::move(read.extra));
    if (!evidence.ok()) return codec::with_warnings(evidence.status(), found);
    if (warnings != nullptr) codec::append(*warnings, std::move(found));
    return evidence;
}

std::string write_evidence(const Evidence& evidence, JsonStyle style) {
    const codec::EvidenceDocument document{{evidence.observations().begin(), evidence.observations().end()}, evidence.extra()};
    return codec::write_document(document, codec::kEvidenceSchema, style);
}

}  // namespace schoolimp::inline v0

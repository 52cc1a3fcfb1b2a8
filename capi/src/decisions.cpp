// Decisions as a document of their own, and in a judgement.
#include <algorithm>
#include <cstring>
#include <string>

#include "arguments.hpp"
#include "boundary.hpp"
#include "decision.hpp"
#include "documents.hpp"
#include "reading.hpp"
#include "schoolimp/io/judgement_json.hpp"

namespace schoolimp::c {

namespace {

schoolimp_decision checked(const schoolimp_decision* given) {
    return needed_options("decision", given, schoolimp_decision SCHOOLIMP_DECISION_INIT);
}

/// All but the school.
Decision common_of(const schoolimp_decision& from) {
    Decision decision;
    decision.judgement = needed_text("decision->judgement", from.judgement);
    decision.level = needed_text("decision->level", from.level);
    decision.decided_on = date("decision->decided_on", from.decided_on);
    decision.by = needed_text("decision->by", from.by);
    decision.person = text("decision->person", from.person);
    decision.reason = text("decision->reason", from.reason);
    return decision;
}

}  // namespace

Decision decision_of(const schoolimp_decision* given) {
    const schoolimp_decision from = checked(given);
    Decision decision = common_of(from);
    decision.school = needed_text("decision->school", from.school);
    decision.suggested = text("decision->suggested", from.suggested);
    decision.framework_hash = text("decision->framework_hash", from.framework_hash);
    return decision;
}

Decision decision_on(const Judgement& judgement, const schoolimp_decision* given) {
    const schoolimp_decision from = checked(given);
    Decision decision = common_of(from);
    const Answer* const answer = judgement.find_answer(decision.judgement);
    decision.school = text_or("decision->school", from.school, judgement.school);
    decision.suggested = text_or("decision->suggested", from.suggested, answer != nullptr && answer->suggested ? *answer->suggested : std::string());
    decision.framework_hash = text_or("decision->framework_hash", from.framework_hash, judgement.framework_hash);
    return decision;
}

void write_decision(schoolimp_decision* out, const Decision& decision) {
    schoolimp_decision& place = output("out", out);
    const std::size_t size = place.struct_size;
    const schoolimp_decision filled = {size,
                                       decision.school.c_str(),
                                       decision.judgement.c_str(),
                                       decision.level.c_str(),
                                       decision.by.c_str(),
                                       decision.person.c_str(),
                                       decision.reason.c_str(),
                                       decision.suggested.c_str(),
                                       decision.framework_hash.c_str(),
                                       days_since_epoch(decision.decided_on),
                                       0};
    std::memset(static_cast<void*>(&place), 0, size);  // also what a newer program knows beyond this library's members
    std::memcpy(static_cast<void*>(&place), &filled, std::min(size, sizeof(filled)));
}

namespace {

void decision_at(schoolimp_decision* out, const std::vector<Decision>& decisions, size_t index) {
    check_struct_size("out", output("out", out).struct_size, kFirstSize<schoolimp_decision>, sizeof(schoolimp_decision));
    if (index >= decisions.size())
        throw Refusal(Status(StatusCode::kOutOfRange, "there is no decision " + std::to_string(index) + "; there are " + std::to_string(decisions.size())));
    write_decision(out, decisions[index]);
}

}  // namespace

}  // namespace schoolimp::c

using namespace schoolimp;
using namespace schoolimp::c;

void schoolimp_decision_init(schoolimp_decision* decision, size_t struct_size) noexcept { initialise(decision, struct_size, schoolimp_decision SCHOOLIMP_DECISION_INIT); }

size_t schoolimp_judgement_decision_count(const schoolimp_judgement* judgement) noexcept { return count(peek(judgement), &Judgement::decisions); }

schoolimp_status schoolimp_judgement_decision(schoolimp_decision* out, const schoolimp_judgement* judgement, size_t index, schoolimp_error** error) noexcept {
    return run(error, [&] {
        decision_at(out, needed("judgement", judgement).decisions, index);
        return Status();
    });
}

schoolimp_status schoolimp_judgement_level_in_force(schoolimp_text** out, const schoolimp_judgement* judgement, const char* id, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return needed("judgement", judgement).level_in_force(needed_text("id", id)); });
}

schoolimp_status schoolimp_decisions_parse(schoolimp_decisions** out, const char* json, size_t size, const schoolimp_parse_options* options,
                                           schoolimp_issues** warnings, schoolimp_error** error) noexcept {
    return parse_document(out, "json", json, size, options, warnings, error, parse_decisions);
}

schoolimp_status schoolimp_decisions_to_json(schoolimp_text** out, const schoolimp_decisions* decisions, int32_t style, schoolimp_error** error) noexcept {
    return write_document(out, "decisions", decisions, style, error, write_decisions);
}

schoolimp_status schoolimp_decisions_with(schoolimp_decisions** out, const schoolimp_decisions* decisions, const schoolimp_decision* decision,
                                          schoolimp_error** error) noexcept {
    return make(out, error, [&] {
        const DecisionList* const before = optional("decisions", decisions);
        DecisionList list = before != nullptr ? *before : DecisionList();
        list.decisions.push_back(decision_of(decision));
        return list;
    });
}

size_t schoolimp_decisions_count(const schoolimp_decisions* decisions) noexcept { return count(peek(decisions), &DecisionList::decisions); }

schoolimp_status schoolimp_decisions_at(schoolimp_decision* out, const schoolimp_decisions* decisions, size_t index, schoolimp_error** error) noexcept {
    return run(error, [&] {
        decision_at(out, needed("decisions", decisions).decisions, index);
        return Status();
    });
}

void schoolimp_decisions_free(schoolimp_decisions* decisions) noexcept { end(decisions); }

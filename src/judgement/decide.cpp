#include <algorithm>

#include "schoolimp/core/suggestion.hpp"
#include "schoolimp/framework/words.hpp"
#include "schoolimp/judgement/judgement.hpp"

namespace schoolimp::inline v0 {

namespace {

bool is_blank(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "'" : ", '") + word + "'";
    return text;
}

std::vector<std::string> ids_of(const auto& things) {
    std::vector<std::string> ids;
    for (const auto& thing : things) ids.push_back(thing.id);
    return ids;
}

class DecisionCheck {
public:
    DecisionCheck(const Framework& framework, const JudgementRule& rule, const Answer* answer, const Decision& decision)
        : scale_(*framework.find_scale(rule.scale)), rule_(rule), answer_(answer), decision_(decision) {}

    std::vector<Issue> run() {
        if (scale_.find(decision_.level) < 0) {
            std::string hint = did_you_mean(decision_.level, ids_of(scale_.levels));
            if (hint.empty()) hint = "its levels are " + joined(ids_of(scale_.levels));
            report("/level", "unknown_level", "'" + decision_.level + "' is not a level of scale '" + scale_.id + "'", hint);
        } else if (rule_.decision && rule_.decision->direction) {
            check_direction(*rule_.decision->direction);
        }
        if (rule_.decision) check_rule(*rule_.decision);
        return std::move(issues_);
    }

private:
    void report(const char* pointer, const char* code, std::string message, std::string hint) { issues_.push_back({pointer, code, std::move(message), std::move(hint)}); }

    void check_rule(const DecisionRule& rule) {
        if (!rule.by.empty() && std::find(rule.by.begin(), rule.by.end(), decision_.by) == rule.by.end())
            report("/by", "not_allowed", decision_.by.empty() ? "nobody is named who decides" : "'" + decision_.by + "' may not decide '" + rule_.id + "'", "it is decided by " + joined(rule.by));
        if (rule.reason_required && is_blank(decision_.reason)) report("/reason", "required", "a decision on '" + rule_.id + "' needs a reason", "say why the level was chosen");
    }

    // Without a suggestion there is nothing to be better or worse than.
    void check_direction(Direction direction) {
        if (direction == Direction::kAny || answer_ == nullptr || !answer_->suggested) return;
        const auto order = compare_levels(scale_.order, scale_.find(decision_.level), scale_.find(*answer_->suggested));
        if (order == std::strong_ordering::equal) return;
        const bool better = order == std::strong_ordering::greater;
        if (better == (direction == Direction::kBetterOnly) && order) return;
        report("/level", "not_allowed",
               "'" + decision_.level + "' is not " + (direction == Direction::kBetterOnly ? "better" : "worse") + " than the suggested '" + *answer_->suggested + "'",
               "the framework allows a change of direction '" + std::string(word_of(direction)) + "' only");
    }

    const Scale& scale_;
    const JudgementRule& rule_;
    const Answer* answer_;
    const Decision& decision_;
    std::vector<Issue> issues_;
};

}  // namespace

Result<Judgement> decide(const Framework& framework, Judgement judgement, Decision decision) {
    if (judgement.framework_hash != framework.hash())
        return Status(StatusCode::kFailedPrecondition, "the judgement was made with another framework: hash " + judgement.framework_hash + ", not " + framework.hash());
    if (decision.school.empty()) decision.school = judgement.school;
    if (decision.school != judgement.school)
        return Status(StatusCode::kInvalidArgument, "the decision is about school '" + decision.school + "', the judgement about '" + judgement.school + "'");
    const JudgementRule* rule = framework.find_judgement(decision.judgement);
    if (rule == nullptr) {
        const std::string hint = did_you_mean(decision.judgement, ids_of(framework.document().judgements));
        return Status(StatusCode::kNotFound, "framework '" + framework.id() + "' has no judgement '" + decision.judgement + "'" + (hint.empty() ? "" : " (" + hint + ")"));
    }
    const Answer* answer = judgement.find_answer(rule->id);
    std::vector<Issue> issues = DecisionCheck(framework, *rule, answer, decision).run();
    if (!issues.empty()) return invalid_document("decision", std::move(issues));
    if (decision.suggested.empty() && answer != nullptr) decision.suggested = answer->suggested.value_or("");
    if (decision.framework_hash.empty()) decision.framework_hash = framework.hash();
    // Oldest first; of one day the one recorded later stands later.
    const auto place = std::upper_bound(judgement.decisions.begin(), judgement.decisions.end(), decision,
                                        [](const Decision& a, const Decision& b) { return a.decided_on < b.decided_on; });
    judgement.decisions.insert(place, std::move(decision));
    return judgement;
}

}  // namespace schoolimp::inline v0

#include "judgement/governing.hpp"

namespace schoolimp::inline v0 {

const JudgementRule* governing_rule(const FrameworkDocument& document, const Judgement& judgement, std::string_view scale) {
    const JudgementRule* governing = nullptr;
    for (const JudgementRule& rule : document.judgements) {
        if (rule.scale != scale || judgement.find_answer(rule.id) == nullptr) continue;
        if (judgement.decided(rule.id) != nullptr) return &rule;
        if (governing == nullptr || (judgement.level_in_force(governing->id).empty() && !judgement.level_in_force(rule.id).empty())) governing = &rule;
    }
    return governing;
}

}  // namespace schoolimp::inline v0

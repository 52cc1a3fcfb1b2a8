// An invented framework with one of everything a plan is made of, and judgements made by hand: the plan room is tested against what it is given, not against
// how that was worked out.
#pragma once

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/plan/plan.hpp"
#include "schoolyear/years.hpp"

namespace schoolimp::testing {

using Texts = std::vector<std::string>;
using PlanLevels = std::vector<PlanLevel>;
using Entries = std::vector<ProgressEntry>;

inline bool any_is(const Texts& texts, std::string_view wanted) { return std::find(texts.begin(), texts.end(), wanted) != texts.end(); }

/// The document of the sample framework.
FrameworkDocument sample_document();

/// The sample framework, after `change` has been made to its document.
Framework sample_framework(const std::function<void(FrameworkDocument&)>& change = {});

/// The offer of the sample's document with this id.
Offer& offer_of(FrameworkDocument& document, std::string_view id);

/// An action with the least it needs.
Action plain_action(std::string id);

/// One comparison as a judgement holds it.
Comparison compared(std::string text, std::string left, std::string comparator, std::string right, Truth result);

/// A judgement of school "100001" with the answers given as judgement id and level id; every criterion as it should be.
Judgement judged(const Framework& framework, std::initializer_list<std::pair<std::string, std::string>> suggested);

void set_criterion(Judgement& judgement, std::string id, Truth result, std::vector<Comparison> comparisons = {});
void set_condition(Judgement& judgement, const std::string& owner, Truth result);
void decide_level(Judgement& judgement, std::string rule, std::string level);

/// A judgement of need "high" with poor results and absence, ready for make_plan.
Judgement judged_high(const Framework& framework);

inline PlanOptions made_on(std::string_view date) {
    PlanOptions options;
    options.made_on = day(date);
    return options;
}

/// A plan, or a failure of the test with every issue.
Plan planned(const Framework& framework, const Judgement& judgement, const PlanOptions& options = made_on("2026-09-10"));
Plan revised(const Plan& plan, const Framework& framework, const Judgement& judgement, const PlanOptions& options);

const PlanAction* find_action(const Plan& plan, std::string_view id);
const Objective* find_objective(const Plan& plan, std::string_view id);

/// "what" of the points about an item, in order.
std::vector<std::string> points_of(const Plan& plan, std::string_view item);

/// Every date of the plan that has to be a school day.
std::vector<Date> dates_of(const Plan& plan);

}  // namespace schoolimp::testing

// Checks of what a framework provides: offers and their actions, activities of the calendar, interventions.
#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "framework/checks.hpp"

namespace schoolimp::inline v0 {

namespace {

void check_until(CheckContext& context, const Action& action, const Pointer& at) {
    if (action.until && !action.until->level.empty()) context.level(action.until->level, at / "until" / "level");
}

void check_amount(CheckContext& context, const Action& action, const Pointer& at) {
    if (!action.amount || !action.amount->n) return;
    if (action.amount->n->is_negative())
        context.issues.error(at / "amount" / "n", "out_of_range", "n is " + to_string(*action.amount->n) + "; an amount is not negative");
}

void check_action(CheckContext& context, const Action& action, const Pointer& at) {
    context.statement(action, at);
    context.who(action.actor, at / "actor");
    context.who(action.with, at / "with");
    context.who(action.beneficiary, at / "beneficiary");
    context.check_condition(action.when, at / "when");
    context.refer_all(context.symbols.domains, "domain", action.domains, at / "domains");
    context.purposes(action.purposes, at / "purposes");
    context.parts(action.parts, at / "parts");
    context.refer_all(context.symbols.actions, "action", action.after, at / "after");
    context.timing(action.start, at / "start");
    context.timing(action.due, at / "due");
    check_until(context, action, at);
    context.cadence(action.cadence, at / "cadence");
    check_amount(context, action, at);
    context.refer_all(context.symbols.criteria, "criterion", action.criteria, at / "criteria");
    context.refer(context.symbols.activities, "activity", action.activity, at / "activity");
}

void check_offer(CheckContext& context, const Offer& offer, const Pointer& at) {
    context.statement(offer, at);
    if (offer.levels.empty()) context.missing(at, "levels", "an offer goes with at least one level");
    context.levels(offer.levels, at / "levels");
    context.check_condition(offer.when, at / "when");
    context.text_items(offer.aims, at / "aims");
    context.text_items(offer.descriptors, at / "descriptors");
    for (std::size_t i = 0; i < offer.actions.size(); ++i) check_action(context, offer.actions[i], at / "actions" / i);
}

void check_activity(CheckContext& context, const Activity& activity, const Pointer& at) {
    context.statement(activity, at);
    context.levels(activity.levels, at / "levels");
    context.check_condition(activity.when, at / "when");
    context.cadence(activity.cadence, at / "cadence");
    context.duration(activity.duration, at / "duration");
    for (std::size_t i = 0; i < activity.participants.size(); ++i) {
        context.statement(activity.participants[i], at / "participants" / i);
        context.who(activity.participants[i].who, at / "participants" / i / "who");
    }
    context.parts(activity.inputs, at / "inputs");
    context.parts(activity.outputs, at / "outputs");
    context.parts(activity.parts, at / "parts");
    context.purposes(activity.purposes, at / "purposes");
    context.refer_all(context.symbols.domains, "domain", activity.domains, at / "domains");
    for (std::size_t i = 0; i < activity.reports.size(); ++i) {
        const Pointer place = at / "reports" / i;
        context.statement(activity.reports[i], place);
        context.who(activity.reports[i].to, place / "to");
        context.cadence(activity.reports[i].cadence, place / "cadence");
    }
}

void check_intervention(CheckContext& context, const Intervention& intervention, const Pointer& at) {
    context.statement(intervention, at);
    context.refer(context.symbols.bodies, "body", intervention.body, at / "body");
    context.check_condition(intervention.when, at / "when");
    context.levels(intervention.levels, at / "levels");
    context.parts(intervention.parts, at / "parts");
}

// Actions that wait for each other in a circle would never start.
class ActionOrder {
public:
    explicit ActionOrder(CheckContext& context) : context_(context) {
        const auto& offers = context.document.offers;
        for (std::size_t o = 0; o < offers.size(); ++o)
            for (std::size_t a = 0; a < offers[o].actions.size(); ++a) add(offers[o].actions[a], Pointer() / "offers" / o / "actions" / a);
        done_.resize(actions_.size());
        on_path_.resize(actions_.size());
    }

    void check() {
        for (std::size_t i = 0; i < actions_.size(); ++i) explore(i);
    }

private:
    struct Step {
        std::size_t action;
        std::vector<std::size_t> before;
    };

    void add(const Action& action, Pointer at) {
        actions_.push_back(&action);
        places_.push_back(std::move(at));
    }

    Step step(std::size_t i) const {
        std::vector<std::size_t> before;
        const auto wait_for = [&](const std::string& id) {
            const int found = id.empty() ? -1 : context_.symbols.actions.find(id);
            if (found >= 0) before.push_back(static_cast<std::size_t>(found));
        };
        for (const std::string& id : actions_[i]->after) wait_for(id);
        if (actions_[i]->start) wait_for(actions_[i]->start->action);
        if (actions_[i]->due) wait_for(actions_[i]->due->action);
        return {i, std::move(before)};
    }

    void explore(std::size_t start) {
        if (done_[start]) return;
        std::vector<Step> path{step(start)};
        on_path_[start] = true;
        while (!path.empty()) {
            Step& current = path.back();
            if (current.before.empty()) {
                done_[current.action] = true;
                on_path_[current.action] = false;
                path.pop_back();
                continue;
            }
            const std::size_t next = current.before.back();
            current.before.pop_back();
            if (on_path_[next])
                report(path, next);
            else if (!done_[next]) {
                on_path_[next] = true;
                path.push_back(step(next));
            }
        }
    }

    void report(const std::vector<Step>& path, std::size_t first) {
        if (!reported_.insert(first).second) return;
        auto at = std::find_if(path.begin(), path.end(), [first](const Step& each) { return each.action == first; });
        std::string circle;
        for (; at != path.end(); ++at) circle += actions_[at->action]->id + " -> ";
        context_.issues.error(places_[first] / "after", "cycle", "action " + quoted(actions_[first]->id) + " waits for itself: " + circle + actions_[first]->id,
                              "break the circle");
    }

    CheckContext& context_;
    std::vector<const Action*> actions_;
    std::vector<Pointer> places_;
    std::vector<bool> done_, on_path_;
    std::set<std::size_t> reported_;
};

}  // namespace

void check_support(CheckContext& context) {
    const FrameworkDocument& document = context.document;
    for (std::size_t i = 0; i < document.offers.size(); ++i) check_offer(context, document.offers[i], Pointer() / "offers" / i);
    for (std::size_t i = 0; i < document.activities.size(); ++i) check_activity(context, document.activities[i], Pointer() / "activities" / i);
    for (std::size_t i = 0; i < document.interventions.size(); ++i) check_intervention(context, document.interventions[i], Pointer() / "interventions" / i);
    ActionOrder(context).check();
}

}  // namespace schoolimp::inline v0

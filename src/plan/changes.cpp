#include "plan/changes.hpp"

#include <algorithm>

#include "plan/sentences.hpp"
#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0::plan_detail {

namespace {

class Changes {
public:
    Changes(const Framework& framework, const Plan& before, const Plan& after) : framework_(framework), before_(before), after_(after) {}

    std::vector<std::string> run() {
        plan();
        compare(before_.objectives, after_.objectives, "Objective", [this](const Objective& a, const Objective& b) { objective(a, b); });
        compare(before_.actions, after_.actions, "Action", [this](const PlanAction& a, const PlanAction& b) { action(a, b); });
        compare(before_.milestones, after_.milestones, "Milestone", [this](const Milestone& a, const Milestone& b) { milestone(a, b); });
        points();
        if (sentences_.empty()) sentences_.push_back("Wording brought up to date.");
        return std::move(sentences_);
    }

private:
    void say(std::string sentence) { sentences_.push_back(std::move(sentence)); }

    std::string level_words(const PlanLevel& level) const {
        return quoted(level_title(framework_, level.level)) + (level.decided ? " (decided)" : " (suggested)");
    }

    void plan() {
        if (before_.framework_hash != after_.framework_hash) say("The plan now rests on edition " + after_.framework_edition + " of the framework.");
        if (before_.levels != after_.levels) {
            std::vector<std::string> was, is;
            for (const PlanLevel& level : before_.levels) was.push_back(level_words(level));
            for (const PlanLevel& level : after_.levels) is.push_back(level_words(level));
            say("Level: " + joined(was, "and") + " before, now " + joined(is, "and") + ".");
        }
        moved("The plan's start", before_.start, after_.start);
        moved("The plan's end", before_.end, after_.end);
    }

    void moved(const std::string& what, std::optional<Date> from, std::optional<Date> to) {
        if (from == to) return;
        if (!from) return say(what + " is set to " + long_date(*to) + ".");
        if (!to) return say(what + " (" + long_date(*from) + ") is no longer set.");
        say(what + " moved from " + long_date(*from) + " to " + long_date(*to) + ".");
    }

    template <typename Item, typename Details>
    void compare(const std::vector<Item>& before, const std::vector<Item>& after, const std::string& kind, Details details) {
        for (const Item& item : after) {
            const auto old = std::find_if(before.begin(), before.end(), [&](const Item& other) { return other.id == item.id; });
            if (old == before.end()) {
                say(ended(kind + " new: " + item.title));
            } else {
                status(kind, *old, item);
                details(*old, item);
            }
        }
    }

    template <typename Item>
    void status(const std::string& kind, const Item& before, const Item& after) {
        if (before.status == after.status) return;
        if (after.status == ItemStatus::kWithdrawn) return withdrawn(kind, after);
        if (after.status == ItemStatus::kDone) return say(ended(kind + " reached: " + after.title));
        say(ended(kind + " open again: " + after.title));
    }

    template <typename Item>
    void withdrawn(const std::string& kind, const Item& item) {
        say(ended(kind + " withdrawn: " + item.title));
    }

    /// One that asked the same as another is not given up: the other stands for both.
    void withdrawn(const std::string& kind, const Objective& item) {
        for (const Objective& other : after_.objectives) {
            const bool has_it = std::find(other.also.begin(), other.also.end(), item.criterion) != other.also.end();
            if (has_it && other.id != item.id && other.status != ItemStatus::kWithdrawn)
                return say(kind + " " + quoted(item.title) + " is now part of " + quoted(other.title) + ".");
        }
        say(ended(kind + " withdrawn: " + item.title));
    }

    void objective(const Objective& before, const Objective& after) {
        if (before.target != after.target || before.comparator != after.comparator || before.measured_by != after.measured_by)
            say(ended("Target changed: " + (after.success_measure.empty() ? after.title : after.success_measure)));
        moved("Due date of " + quoted(after.title), before.due, after.due);
    }

    void action(const PlanAction& before, const PlanAction& after) {
        const std::string over = after.status == ItemStatus::kDone ? "done" : "stopped";
        if (!before.left_offer && after.left_offer) say(ended("Action no longer asked for, " + over + " before: " + after.title));
        if (before.left_offer && !after.left_offer) say(ended("Action asked for again, " + over + " before: " + after.title));
        moved("Start of " + quoted(after.title), before.start, after.start);
        moved("Due date of " + quoted(after.title), before.due, after.due);
        if (before.visits != after.visits && after.status != ItemStatus::kWithdrawn) say("Visits of " + quoted(after.title) + " planned anew.");
        if (before.applies != after.applies)
            say(quoted(after.title) + (after.applies == Applies::kYes ? " now applies." : " may apply; whether it does is not known any more."));
    }

    void milestone(const Milestone& before, const Milestone& after) { moved(quoted(after.title), before.on, after.on); }

    void points() {
        int settled = 0, opened = 0;
        const auto lacks = [](const std::vector<OpenPoint>& list, const OpenPoint& point) {
            return std::none_of(list.begin(), list.end(), [&](const OpenPoint& other) { return other.item == point.item && other.what == point.what; });
        };
        for (const OpenPoint& point : before_.to_be_agreed) settled += lacks(after_.to_be_agreed, point) ? 1 : 0;
        for (const OpenPoint& point : after_.to_be_agreed) {
            if (!lacks(before_.to_be_agreed, point)) continue;
            if (point.what == "overdue") say(point.text);
            else ++opened;
        }
        if (settled > 0) say(counted(settled, "point") + " no longer to be agreed.");
        if (opened > 0) say(counted(opened, "point") + " more to be agreed.");
    }

    const Framework& framework_;
    const Plan& before_;
    const Plan& after_;
    std::vector<std::string> sentences_;
};

}  // namespace

std::vector<std::string> describe_changes(const Framework& framework, const Plan& before, const Plan& after) { return Changes(framework, before, after).run(); }

}  // namespace schoolimp::inline v0::plan_detail

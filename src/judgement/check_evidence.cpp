#include <algorithm>

#include "judgement/bounds.hpp"
#include "judgement/check_observations.hpp"
#include "judgement/value_text.hpp"
#include "schoolimp/core/suggestion.hpp"
#include "schoolimp/framework/words.hpp"
#include "schoolimp/judgement/judgement.hpp"

namespace schoolimp::inline v0 {

namespace {

std::vector<std::string> ids_of(const auto& things) {
    std::vector<std::string> ids;
    for (const auto& thing : things) ids.push_back(thing.id);
    return ids;
}

std::string a_value_of(const ObservedValue& value) {
    switch (value.index()) {
        case 1: return "the number " + observed_text(value);
        case 2: return "the boolean " + observed_text(value);
        case 3: return "the text '" + observed_text(value) + "'";
        default: return "the date " + observed_text(value);
    }
}

const char* how_to_write(IndicatorType type) {
    switch (type) {
        case IndicatorType::kNumber: return "write a number such as 61.5";
        case IndicatorType::kBoolean: return "write true or false";
        case IndicatorType::kLevel: return "write the level's id as a text";
        case IndicatorType::kDate: return "write a date such as 2026-01-31 as a text";
        case IndicatorType::kText: break;
    }
    return "write a text";
}

class ObservationCheck {
public:
    ObservationCheck(const Framework& framework, const Observation& observation, std::size_t position, Severity least, std::vector<Issue>& issues)
        : framework_(framework), observation_(observation), position_(position), least_(least), issues_(issues) {}

    /// `indicator`: the observation's, null when the framework has none of its id.
    void run(const Indicator* indicator) {
        if (indicator == nullptr) return least_ == Severity::kWarning ? unused() : void();
        check_group(*indicator);
        check_period(*indicator);
        check_value(*indicator);
    }

private:
    void report(const char* member, const char* code, std::string message, std::string hint, Severity severity = Severity::kError) {
        std::string place = "school '" + observation_.school + "', indicator '" + observation_.indicator + "'";
        if (observation_.period) place += ", " + to_string(*observation_.period);
        issues_.push_back({"/observations/" + std::to_string(position_) + member, code, std::move(message) + " (" + place + ")", std::move(hint), severity});
    }

    void unused() {
        const std::string hint = did_you_mean(observation_.indicator, ids_of(framework_.document().indicators));
        report("/indicator", "unused_indicator", "framework '" + framework_.id() + "' has no indicator '" + observation_.indicator + "'", hint, Severity::kWarning);
    }

    void check_group(const Indicator& indicator) {
        if (observation_.group.empty()) return;
        if (indicator.dimension.empty())
            return report("/group", "unknown_group", "the indicator has no groups, so '" + observation_.group + "' cannot be one", "leave the group out");
        const auto& dimensions = framework_.document().dimensions;
        const auto dimension = std::find_if(dimensions.begin(), dimensions.end(), [&](const Dimension& d) { return d.id == indicator.dimension; });
        const auto& members = dimension->members;
        if (std::any_of(members.begin(), members.end(), [&](const auto& member) { return member.id == observation_.group; })) return;
        report("/group", "unknown_group", "'" + observation_.group + "' is not a member of dimension '" + dimension->id + "'", did_you_mean(observation_.group, ids_of(members)));
    }

    void check_period(const Indicator& indicator) {
        const bool term = observation_.period && observation_.period->term > 0;
        switch (indicator.period) {
            case PeriodKind::kSchoolYear:
                if (!observation_.period || term) report("/period", "wrong_period", "the indicator is observed per school year", "write the period as 2018/19");
                return;
            case PeriodKind::kTerm:
                if (!term) report("/period", "wrong_period", "the indicator is observed per term", "write the period as 2018/19 autumn");
                return;
            case PeriodKind::kPoint:
                if (observation_.period) report("/period", "wrong_period", "the indicator has no periods: each value has its own date", "give observed_on, leave the period out");
        }
    }

    void check_value(const Indicator& indicator) {
        if (observation_.missing()) return;
        if (indicator.type == IndicatorType::kDate && std::holds_alternative<std::string>(observation_.value)) return check_date(std::get<std::string>(observation_.value));
        if (!has_type(indicator.type))
            return report("/value", "wrong_type", "the indicator's type is " + std::string(word_of(indicator.type)) + ", the value is " + a_value_of(observation_.value), how_to_write(indicator.type));
        if (const auto* number = std::get_if<Decimal>(&observation_.value)) check_bounds(indicator, *number);
        if (indicator.type == IndicatorType::kLevel) check_level(indicator, std::get<std::string>(observation_.value));
    }

    /// Documents hold dates as texts; the indicator's type tells them apart.
    void check_date(const std::string& text) {
        if (!parse_date(text)) report("/value", "bad_date", "'" + text + "' is not a date", "write it as 2026-01-31");
    }

    /// Documents and tables carry dates as text.
    bool has_type(IndicatorType type) const {
        constexpr std::size_t kAlternative[] = {1, 2, 3, 3, 4};  // Of ObservedValue, by IndicatorType.
        const auto* text = std::get_if<std::string>(&observation_.value);
        if (type == IndicatorType::kDate && text != nullptr) return parse_date(*text).has_value();
        return observation_.value.index() == kAlternative[static_cast<std::size_t>(type)];
    }

    void check_bounds(const Indicator& indicator, const Decimal& number) {
        if (std::string problem = out_of_bounds(number, indicator.minimum, indicator.maximum); !problem.empty()) report("/value", "out_of_range", std::move(problem), kBoundsHint);
        if (least_ == Severity::kWarning && indicator.precision && number.places() > *indicator.precision)
            report("/value", "too_precise", to_string(number) + " has more decimal places than the indicator's precision of " + std::to_string(*indicator.precision),
                   "levels called possible are those that values of this precision give: round it, or raise the precision", Severity::kWarning);
    }

    void check_level(const Indicator& indicator, const std::string& level) {
        const Scale& scale = *framework_.find_scale(indicator.scale);
        if (scale.find(level) >= 0) return;
        const std::vector<std::string> levels = ids_of(scale.levels);
        std::string hint = did_you_mean(level, levels);
        if (hint.empty()) {
            hint = "its levels are";
            for (const std::string& id : levels) hint += (&id == &levels.front() ? " " : ", ") + id;
        }
        report("/value", "unknown_level", "'" + level + "' is not a level of scale '" + scale.id + "'", hint);
    }

    const Framework& framework_;
    const Observation& observation_;
    std::size_t position_;
    Severity least_;
    std::vector<Issue>& issues_;
};

}  // namespace

std::vector<Issue> check_observations(const Framework& framework, const Evidence& evidence, std::span<const Observation> part, Severity least) {
    std::vector<Issue> issues;
    const std::size_t first = part.empty() ? 0 : static_cast<std::size_t>(part.data() - evidence.observations().data());
    const Indicator* indicator = nullptr;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (i == 0 || part[i].indicator != part[i - 1].indicator) indicator = framework.find_indicator(part[i].indicator);  // Evidence is ordered by indicator.
        ObservationCheck(framework, part[i], first + i, least, issues).run(indicator);
    }
    return issues;
}

std::vector<Issue> check_evidence(const Framework& framework, const Evidence& evidence) {
    return check_observations(framework, evidence, evidence.observations(), Severity::kWarning);
}

}  // namespace schoolimp::inline v0

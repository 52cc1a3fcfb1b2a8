#include "report/names.hpp"

#include "report/page.hpp"

namespace schoolimp::inline v0::report_detail {

namespace {

constexpr std::size_t kShortHash = 12;

std::string group_title(const Framework& framework, const Indicator& indicator, const std::string& group) {
    for (const Dimension& dimension : framework.document().dimensions)
        if (dimension.id == indicator.dimension)
            for (const DimensionMember& member : dimension.members)
                if (member.id == group && !member.title.empty()) return member.title;
    return group;
}

}  // namespace

std::string school_name(const Trust& trust, std::string_view school) {
    const School* found = trust.find_school(school);
    if (found == nullptr || found->name.empty()) return plain(school);
    return plain(found->name) + " (" + plain(school) + ")";
}

std::string level_name(const Framework& framework, const std::string& qualified) {
    const ScaleLevel* level = framework.find_level(qualified);
    return plain(level == nullptr || level->title.empty() ? qualified : level->title);
}

std::string role_names(const Framework& framework, const std::vector<std::string>& ids) {
    std::vector<std::string> names;
    for (const std::string& id : ids) names.push_back(plain(framework.title_of(id)));
    return listed(names);
}

std::string reading_name(const Framework& framework, const Reading& reading) {
    const Indicator* indicator = framework.find_indicator(reading.indicator);
    std::string name = indicator == nullptr ? reading.indicator : title_or_id(indicator->title, indicator->id);
    if (!reading.group.empty()) name += " (" + (indicator == nullptr ? reading.group : group_title(framework, *indicator, reading.group)) + ")";
    if (reading.national) name = "national figure for " + name;
    if (!reading.period.empty()) {
        name += ", " + reading.period;
    } else if (reading.shift > 0) {
        name += ", " + std::to_string(reading.shift) + " before the latest";
    }
    return plain(name);
}

std::string_view missing_words(MissingReason reason) {
    switch (reason) {
        case MissingReason::kSuppressed: return "published as suppressed";
        case MissingReason::kNotApplicable: return "there is no such value for this school";
        case MissingReason::kNotCollected: return "not collected";
        case MissingReason::kNotPublished: return "not published";
        case MissingReason::kLowCoverage: return "covers too few pupils";
        case MissingReason::kTooSmall: return "the cohort is too small";
        case MissingReason::kNotLoaded: return "not given";
        case MissingReason::kStale: return "too old";
        case MissingReason::kWithheld: return "withheld";
        case MissingReason::kUnknown: return "not known";
    }
    return "not known";
}

std::string why_missing(const Reading& reading) {
    if (reading.population && !reading.source.empty()) return plain(reading.source);
    return std::string(missing_words(reading.missing.value_or(MissingReason::kUnknown)));
}

std::string_view framework_name(const Framework& framework, std::string_view framework_id) {
    return framework.id() == framework_id ? std::string_view(framework.title()) : framework_id;
}

std::string framework_line(std::string_view title, std::string_view edition, std::string_view hash) {
    std::string text = plain(title);
    if (!edition.empty()) text += ", edition " + plain(edition);
    if (!hash.empty()) text += " (" + code(hash.substr(0, kShortHash)) + ")";
    return text;
}

std::string title_or_id(const std::string& title, const std::string& id) { return title.empty() ? id : title; }

}  // namespace schoolimp::inline v0::report_detail

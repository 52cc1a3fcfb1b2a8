#include "report/names.hpp"
#include "report/page.hpp"
#include "schoolimp/report/markdown.hpp"
#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0 {

namespace {

using namespace report_detail;

std::string school_names(const Trust& trust, const std::vector<std::string>& schools) {
    std::vector<std::string> names;
    for (const std::string& school : schools) names.push_back(school_name(trust, school));
    return listed(names);
}

/// "2: Hill School (1), Lake School (2)"; a dash for none.
std::string counted_schools(const Trust& trust, const std::vector<std::string>& schools) {
    return schools.empty() ? "–" : std::to_string(schools.size()) + ": " + school_names(trust, schools);
}

void write_levels(Page& page, const Framework& framework, const Trust& trust, const JudgementRollup& rollup) {
    const JudgementRule* rule = framework.find_judgement(rollup.judgement);
    page.heading(2, plain(rule == nullptr ? rollup.judgement : title_or_id(rule->title, rule->id)));
    std::vector<std::vector<std::string>> rows;
    for (const LevelCount& count : rollup.levels)
        rows.push_back({level_name(framework, rule == nullptr ? count.level : rule->scale + "." + count.level), counted_schools(trust, count.decided), counted_schools(trust, count.suggested)});
    page.table({"Level", "Decided", "Suggested"}, rows);
    if (!rollup.without_level.empty()) page.paragraph("Neither suggested nor decided: " + school_names(trust, rollup.without_level) + ".");
}

std::string reached_words(Truth result) {
    switch (result) {
        case Truth::kTrue: return "reached";
        case Truth::kFalse: return "not reached";
        case Truth::kUnknown: return "not known";
        case Truth::kNotApplicable: return "does not apply";
    }
    return "not known";
}

void write_kpis(Page& page, const Framework& framework, const Trust& trust, const Rollup& rollup) {
    if (rollup.kpis.empty()) return;
    page.heading(2, "Key performance indicators");
    std::vector<std::vector<std::string>> rows;
    for (const KpiResult& result : rollup.kpis) {
        std::string title = result.id, need;
        for (const Kpi& kpi : framework.document().kpis)
            if (kpi.id == result.id) {
                title = title_or_id(kpi.title, kpi.id);
                need = to_string(kpi.need_share) + " percent of schools";
            }
        rows.push_back({plain(title), need, reached_words(result.result), std::to_string(result.met.size()), counted_schools(trust, result.not_met), counted_schools(trust, result.unknown)});
    }
    page.table({"Indicator", "Needed", "Result", "Schools that meet it", "Schools that do not", "Not known"}, rows);
}

/// Rows for everything that names schools, certain or possible; `titles` says what each id is called.
template <typename Result, typename Title>
void write_named(Page& page, const Trust& trust, const std::string& heading, const std::string& column, const std::vector<Result>& results, Title title) {
    std::vector<std::vector<std::string>> rows;
    for (const Result& result : results)
        if (!result.schools.empty() || !result.possibly.empty()) rows.push_back({title(result.id), counted_schools(trust, result.schools), counted_schools(trust, result.possibly)});
    if (results.empty()) return;
    page.heading(2, heading);
    if (rows.empty()) return page.paragraph("For no school.");
    page.table({column, "Schools", "Possibly"}, rows);
}

}  // namespace

std::string rollup_markdown(const Framework& framework, const Rollup& rollup, const Trust& trust) {
    Page page(plain(title_or_id(trust.name, trust.id.empty() ? "The trust" : trust.id)) + ": schools by level");
    page.paragraph("Levels are suggested from the evidence given. People decide.");
    page.bullets({"Framework: " + framework_line(framework_name(framework, rollup.framework_id), rollup.framework_edition, rollup.framework_hash), counted(static_cast<int>(rollup.schools.size()), "school")});
    for (const JudgementRollup& judgement : rollup.judgements) write_levels(page, framework, trust, judgement);
    write_kpis(page, framework, trust, rollup);
    const FrameworkDocument& document = framework.document();
    write_named(page, trust, "Giving and receiving support", "Rule", rollup.deployments, [&](const std::string& id) {
        for (const Deployment& deployment : document.deployments)
            if (deployment.id == id) return plain(title_or_id(deployment.text, id));
        return plain(id);
    });
    write_named(page, trust, "Interventions", "Intervention", rollup.interventions, [&](const std::string& id) {
        for (const Intervention& intervention : document.interventions)
            if (intervention.id == id) return plain(title_or_id(intervention.title, id));
        return plain(id);
    });
    return std::move(page).take();
}

}  // namespace schoolimp::inline v0

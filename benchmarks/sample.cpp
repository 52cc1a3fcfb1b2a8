#include "sample.hpp"

#include <cstdio>
#include <cstdlib>

namespace schoolimp_bench {

using namespace schoolimp;

namespace {

Date day(int year, unsigned month, unsigned number) { return *make_date(year, month, number); }

std::string school_id(int index) { return std::to_string(900001 + index); }

Observation annual(const std::string& school, const char* indicator, const char* group, int year, const char* value) {
    Observation observation;
    observation.school = school;
    observation.indicator = indicator;
    observation.group = group;
    observation.period = Period{AcademicYear{year}, 0};
    observation.value = *Decimal::parse(value);
    observation.observed_on = day(year + 1, 7, 20);
    observation.recorded_at = day(year + 1, 12, 14);
    observation.source = "benchmark sample";
    observation.cohort = 30;
    return observation;
}

void add_results(std::vector<Observation>& out, const std::string& school, int year, int offset) {
    const std::string expected = std::to_string(58 + offset), higher = std::to_string(6 + offset % 5);
    out.push_back(annual(school, "ks2.rwm_expected", "", year, expected.c_str()));
    out.push_back(annual(school, "ks2.rwm_higher", "", year, higher.c_str()));
    for (const char* subject : {"reading", "writing", "maths"}) {
        out.push_back(annual(school, "ks2.expected", subject, year, std::to_string(66 + offset).c_str()));
        out.push_back(annual(school, "ks2.progress", subject, year, "-0.7"));
        out.push_back(annual(school, "ks2.score", subject, year, "103.4"));
    }
    out.push_back(annual(school, "absence.overall", "", year, "4.3"));
    out.push_back(annual(school, "absence.persistent", "", year, "9.1"));
}

void add_inspection(std::vector<Observation>& out, const std::string& school, const char* grade, Date on) {
    for (const char* judgement : {"ofsted.overall", "ofsted.quality_of_education", "ofsted.leadership_and_management"}) {
        Observation observation;
        observation.school = school;
        observation.indicator = judgement;
        observation.value = std::string(grade);
        observation.observed_on = on;
        observation.source = "benchmark sample";
        out.push_back(observation);
    }
}

}  // namespace

void abort_with(const std::string& message) {
    std::fprintf(stderr, "benchmark input: %s\n", message.c_str());
    std::abort();
}

const std::vector<std::string>& framework_ids() {
    static const std::vector<std::string> ids{"pact", "tpat", "pvat", "primary4", "djanogly"};
    return ids;
}

Evidence sample_evidence(int schools) {
    std::vector<Observation> observations;
    for (int i = 0; i < schools; ++i) {
        for (int year = 2016; year <= 2018; ++year) add_results(observations, school_id(i), year, i % 12);
        add_inspection(observations, school_id(i), i % 4 == 0 ? "requires_improvement" : "good", day(2017, 3, 14));
    }
    return value_or_abort(Evidence::from(std::move(observations)));
}

Trust sample_trust(int schools) {
    Trust trust;
    trust.id = "sample";
    trust.name = "Sample trust";
    for (int i = 0; i < schools; ++i) {
        School school;
        school.id = school_id(i);
        school.name = "Sample school " + std::to_string(i + 1);
        school.phase = "primary";
        school.joined = day(2016, 9, 1);
        school.pupils = 210;
        trust.schools.push_back(school);
    }
    return trust;
}

SchoolYear sample_school_year() {
    SchoolYearDocument document;
    document.id = "2019-20";
    document.academic_year = AcademicYear{2019};
    document.half_terms = {
        {SchoolTerm::kAutumn, day(2019, 9, 2), day(2019, 10, 25)}, {SchoolTerm::kAutumn, day(2019, 11, 4), day(2019, 12, 20)},
        {SchoolTerm::kSpring, day(2020, 1, 6), day(2020, 2, 14)},  {SchoolTerm::kSpring, day(2020, 2, 24), day(2020, 4, 3)},
        {SchoolTerm::kSummer, day(2020, 4, 20), day(2020, 5, 22)}, {SchoolTerm::kSummer, day(2020, 6, 1), day(2020, 7, 21)},
    };
    document.inset_days = {day(2019, 9, 2), day(2020, 1, 6)};
    return value_or_abort(SchoolYear::make(std::move(document)));
}

JudgeOptions sample_options() {
    JudgeOptions options;
    options.as_of = AsOf{day(2020, 1, 31), day(2020, 1, 31), std::nullopt};
    return options;
}

}  // namespace schoolimp_bench

// One handle of every kind, made by the main job on the documents of bindings_tests/client_inputs: an invented trust under a built-in framework.
#pragma once

#include <string>

#include "capi/handles.hpp"

namespace schoolimp_c_tests {

/// A file below the source folder.
std::string source_file(const std::string& path);
/// schoolimp_c.h with nothing but its declarations and macros.
std::string header_without_comments();
/// One of bindings_tests/client_inputs.
std::string input(const std::string& name);
/// our-model.json with a criterion that compares schools: rank(absence.overall) <= 1.
std::string ranking_model();

inline constexpr const char* kSchool = "900001";
inline const int32_t kToday = day(2026, 9, 1);
/// Midnight of kToday, UTC.
inline const int64_t kStamp = int64_t{kToday} * 86400;

struct World {
    Owned<schoolimp_framework> framework;  ///< "pvat"
    Owned<schoolimp_framework> own;        ///< our-model.json
    Owned<schoolimp_framework> ranking;
    Owned<schoolimp_evidence> evidence;
    Owned<schoolimp_trust> trust;
    Owned<schoolimp_benchmarks> benchmarks;
    Owned<schoolimp_school_year> year;
    Owned<schoolimp_cohort> cohort;          ///< Of `ranking`.
    Owned<schoolimp_judgement> judgement;    ///< Of kSchool under `framework`.
    Owned<schoolimp_judgement> decided;      ///< The same with a decision.
    Owned<schoolimp_decisions> decisions;
    Owned<schoolimp_rollup> rollup;
    Owned<schoolimp_plan> plan;
    Owned<schoolimp_ratings> ratings;
    Owned<schoolimp_calendar> calendar;
    Owned<schoolimp_calendar_changes> changes;
    Owned<schoolimp_table> table;            ///< Two schools, columns "URN" and "absence.overall".
    Owned<schoolimp_table_judgement> judged;  ///< `table` under `own`.
    Owned<schoolimp_text> text;
    Owned<schoolimp_strings> strings;
    Owned<schoolimp_issues> issues;  ///< Of bad evidence: at least one.
};

World make_world();
/// One for all tests that only read.
const World& world();

schoolimp_judge_options judge_options();
schoolimp_decision decision();
schoolimp_plan_options plan_options();
Owned<schoolimp_evidence_builder> evidence_builder();
/// With the school year, the decided judgement and the plan of a world.
Owned<schoolimp_calendar_request> calendar_request(const World& from);
/// A builder of two rows with the columns of World::table.
Owned<schoolimp_table_builder> table_builder();
/// As of kToday, key "URN", a national figure.
Owned<schoolimp_table_request> table_request();

}  // namespace schoolimp_c_tests

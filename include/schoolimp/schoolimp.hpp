// All of schoolimp's C++ face in one include.
//
//     #include <schoolimp/schoolimp.hpp>
//
//     schoolimp::Framework framework = schoolimp::builtin_framework("pvat").value();
//     schoolimp::Evidence evidence = schoolimp::parse_evidence(text).value();
//     schoolimp::Judgement judgement = schoolimp::judge(framework, evidence, "900001", trust, schoolimp::builtin_benchmarks(), options).value();
//
// Link schoolimp::schoolimp (CMake) or the flags of `pkg-config schoolimp`. examples/cpp does the whole main job.
#pragma once

#include "schoolimp/arrow/table.hpp"
#include "schoolimp/builtin/builtin.hpp"
#include "schoolimp/calendar/calendar.hpp"
#include "schoolimp/calendar/planned_items.hpp"
#include "schoolimp/core/date.hpp"
#include "schoolimp/core/decimal.hpp"
#include "schoolimp/core/extra_members.hpp"
#include "schoolimp/core/scale.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/truth.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/evidence/benchmarks.hpp"
#include "schoolimp/evidence/evidence.hpp"
#include "schoolimp/evidence/trust.hpp"
#include "schoolimp/expression/expression.hpp"
#include "schoolimp/framework/framework.hpp"
#include "schoolimp/io/bank_holidays_json.hpp"
#include "schoolimp/io/check_document.hpp"
#include "schoolimp/io/documents.hpp"
#include "schoolimp/io/evidence_table.hpp"
#include "schoolimp/io/icalendar.hpp"
#include "schoolimp/judgement/cohort.hpp"
#include "schoolimp/judgement/judgement.hpp"
#include "schoolimp/judgement/rollup.hpp"
#include "schoolimp/plan/plan.hpp"
#include "schoolimp/report/markdown.hpp"
#include "schoolimp/schoolyear/school_year.hpp"
#include "schoolimp/sql/sql.hpp"
#include "schoolimp/table/judge_table.hpp"

// Reading and writing of every kind of document (docs/documents.md).
#pragma once

#include "schoolimp/io/benchmarks_json.hpp"
#include "schoolimp/io/calendar_json.hpp"
#include "schoolimp/io/evidence_json.hpp"
#include "schoolimp/io/framework_json.hpp"
#include "schoolimp/io/judgement_json.hpp"
#include "schoolimp/io/limits.hpp"
#include "schoolimp/io/plan_json.hpp"
#include "schoolimp/io/school_year_json.hpp"
#include "schoolimp/io/style.hpp"
#include "schoolimp/io/trust_json.hpp"

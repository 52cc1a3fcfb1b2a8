// Handles: what the pointers of the C interface point to. Each begins with a number that tells its type, so that a pointer to something else is refused and not read.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "schoolimp/calendar/document.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/evidence/benchmarks.hpp"
#include "schoolimp/evidence/evidence.hpp"
#include "schoolimp/evidence/trust.hpp"
#include "schoolimp/framework/framework.hpp"
#include "schoolimp/judgement/cohort.hpp"
#include "schoolimp/judgement/judgement.hpp"
#include "schoolimp/judgement/rollup.hpp"
#include "schoolimp/plan/plan.hpp"
#include "schoolimp/schoolyear/school_year.hpp"
#include "schoolimp/table/judge_table.hpp"
#include "schoolimp_c.h"

namespace schoolimp::c {

/// A value behind a handle. `kType` differs for every type; high bits make it unlikely in other memory.
template <typename T, std::uint32_t number>
struct Handle {
    using Value = T;
    static constexpr std::uint32_t kType = 0x5C001000U + number;

    const std::uint32_t type = kType;
    T value;

    explicit Handle(T&& given) : value(std::move(given)) {}
};

/// Gives back the memory of a handle that was destroyed. Debug builds keep the last ones for a while, so that a handle used after its end is refused.
void release_memory(void* memory) noexcept;

/// Whether the pointer is to a living handle of its type; false for NULL.
template <typename H>
bool is_alive(const H* handle) noexcept {
    return handle != nullptr && handle->type == H::kType;
}

/// The value behind a handle; null for NULL and for what is no handle of this type.
template <typename H>
const typename H::Value* peek(const H* handle) noexcept {
    return is_alive(handle) ? &handle->value : nullptr;
}

template <typename H>
void end(H* handle) noexcept {
    if (!is_alive(handle)) return;
    std::destroy_at(handle);
    release_memory(handle);
}


}  // namespace schoolimp::c

struct schoolimp_text : schoolimp::c::Handle<std::string, 1> {
    using Handle::Handle;
};
struct schoolimp_strings : schoolimp::c::Handle<std::vector<std::string>, 2> {
    using Handle::Handle;
};
struct schoolimp_issues : schoolimp::c::Handle<std::vector<schoolimp::Issue>, 3> {
    using Handle::Handle;
    bool borrowed = false;  ///< Part of an error: freeing it by itself does nothing.
};
struct schoolimp_framework : schoolimp::c::Handle<schoolimp::Framework, 4> {
    using Handle::Handle;
};
struct schoolimp_evidence : schoolimp::c::Handle<schoolimp::Evidence, 5> {
    using Handle::Handle;
};
struct schoolimp_evidence_builder : schoolimp::c::Handle<std::vector<schoolimp::Observation>, 6> {
    using Handle::Handle;
};
struct schoolimp_trust : schoolimp::c::Handle<schoolimp::Trust, 7> {
    using Handle::Handle;
};
struct schoolimp_benchmarks : schoolimp::c::Handle<schoolimp::Benchmarks, 8> {
    using Handle::Handle;
};
struct schoolimp_school_year : schoolimp::c::Handle<schoolimp::SchoolYear, 9> {
    using Handle::Handle;
};
struct schoolimp_cohort : schoolimp::c::Handle<schoolimp::Cohort, 10> {
    using Handle::Handle;
};
struct schoolimp_judgement : schoolimp::c::Handle<schoolimp::Judgement, 11> {
    using Handle::Handle;
};
struct schoolimp_decisions : schoolimp::c::Handle<schoolimp::DecisionList, 12> {
    using Handle::Handle;
};
struct schoolimp_rollup : schoolimp::c::Handle<schoolimp::Rollup, 13> {
    using Handle::Handle;
};
struct schoolimp_plan : schoolimp::c::Handle<schoolimp::Plan, 14> {
    using Handle::Handle;
};
struct schoolimp_ratings : schoolimp::c::Handle<std::vector<schoolimp::RagResult>, 15> {
    using Handle::Handle;
};
struct schoolimp_calendar : schoolimp::c::Handle<schoolimp::Calendar, 16> {
    using Handle::Handle;
};
struct schoolimp_calendar_changes : schoolimp::c::Handle<schoolimp::CalendarChanges, 17> {
    using Handle::Handle;
};
struct schoolimp_table : schoolimp::c::Handle<schoolimp::Table, 18> {
    using Handle::Handle;
};
struct schoolimp_table_judgement : schoolimp::c::Handle<schoolimp::TableJudgement, 19> {
    using Handle::Handle;
};

/// Plain data, so that the one for "no memory" can stand ready without being made.
struct schoolimp_error {
    static constexpr std::uint32_t kType = 0x5C001100U;
    struct Details {
        schoolimp::Status status;
        schoolimp_issues issues;
    };

    std::uint32_t type;
    schoolimp_status status;
    const char* message;
    Details* details;  ///< Null: there was no memory for any, and nothing to free.
};

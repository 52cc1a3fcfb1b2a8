// Runs a call with its n-th allocation failing, for every n: it says so or does its work all the same, leaks nothing, and its handles stay as they were.
#pragma once

#include <cstdlib>
#include <functional>
#include <string>

#include "capi/failing_memory.hpp"
#include "capi/handles.hpp"

namespace schoolimp_c_tests {

/// How many allocations were made to fail, in all sweeps.
inline std::int64_t g_failures = 0;

/// The next allocation to fail: every one of short calls; of long ones the first, then some hundreds. SCHOOLIMP_EVERY_ALLOCATION=1: every one.
inline std::int64_t next_failure(std::int64_t n, std::int64_t all) {
    static const bool every = std::getenv("SCHOOLIMP_EVERY_ALLOCATION") != nullptr;
    constexpr std::int64_t kDense = 400, kSamples = 600;
    if (every || n < kDense || all <= kDense + kSamples) return n + 1;
    return n + all / kSamples + 1;
}

/// Of one call: `call` fails as the header says, or works; `end` frees what it made. Both outcomes leave as many blocks as there were.
class Sweep {
public:
    Sweep(std::string name, std::function<schoolimp_status(schoolimp_error**)> call, std::function<std::string()> look_and_free)
        : name_(std::move(name)), call_(std::move(call)), look_(std::move(look_and_free)) {}

    void run() {
        SCOPED_TRACE(name_);
        for (int warm = 0; warm < 2; ++warm) {  // the second time built-in documents and compiled programs are there
            fail_allocation(INT64_MAX, Failing::kOne);
            const schoolimp_status status = call_(nullptr);
            stop_failing();
            all_ = allocations();
            ASSERT_EQ(status, SCHOOLIMP_OK);
            expected_ = look_();
        }
        for (const Failing which : {Failing::kOne, Failing::kAllFrom})
            for (std::int64_t n = 1; n <= all_ + kSpare && !testing::Test::HasFailure(); n = next_failure(n, all_)) one(n, which);
    }

private:
    static constexpr std::int64_t kSpare = 40;  ///< With threads the number of allocations is not always the same.

    void one(std::int64_t n, Failing which) {
        const std::int64_t live = live_blocks();
        schoolimp_error* error = nullptr;
        fail_allocation(n, which);
        const schoolimp_status status = call_(&error);
        const bool failed = stop_failing();
        {
            SCOPED_TRACE("allocation " + std::to_string(n) + " of " + std::to_string(all_) + (which == Failing::kOne ? "" : " and all that follow"));
            g_failures += failed;
            if (status == SCHOOLIMP_OK) {
                EXPECT_EQ(error, nullptr);
                EXPECT_EQ(look_(), expected_) << "what it gave";
            } else {
                EXPECT_TRUE(failed) << schoolimp_error_message(error);
                EXPECT_EQ(status, SCHOOLIMP_E_RESOURCE_EXHAUSTED) << schoolimp_error_message(error);
                EXPECT_EQ(schoolimp_error_status(error), SCHOOLIMP_E_RESOURCE_EXHAUSTED);
                EXPECT_NE(std::string(schoolimp_error_message(error)), "");
                schoolimp_error_free(error);
            }
        }
        EXPECT_EQ(live_blocks(), live) << "blocks leaked by " << name_ << ", allocation " << n;
    }

    std::string name_;
    std::function<schoolimp_status(schoolimp_error**)> call_;
    std::function<std::string()> look_;
    std::int64_t all_ = 0;
    std::string expected_;
};

/// Of a call that makes a handle: call(&out, &error); `look` tells what it holds.
template <typename H>
void sweep(std::string name, std::function<schoolimp_status(H**, schoolimp_error**)> call, std::function<std::string(const H*)> look) {
    H* out = nullptr;
    Sweep(
        std::move(name),
        [&](schoolimp_error** error) {
            out = reinterpret_cast<H*>(&out);
            const schoolimp_status status = call(&out, error);
            if ((out == nullptr) == (status == SCHOOLIMP_OK)) std::abort();
            return status;
        },
        [&] {
            const Owned<H> owned(out);
            return look(out);
        })
        .run();
}

/// Of a call that changes a handle, which is made anew each time: after a failure it is as it was.
template <typename H>
void sweep_change(std::string name, std::function<Owned<H>()> make, std::function<schoolimp_status(H*, schoolimp_error**)> change,
                  std::function<std::string(H*)> look) {
    const std::string before = look(make().get());
    std::string after;
    {
        const Owned<H> changed = make();
        ASSERT_EQ(change(changed.get(), nullptr), SCHOOLIMP_OK) << name;
        after = look(changed.get());
    }
    for (const Failing which : {Failing::kOne, Failing::kAllFrom}) {
        bool failed = true;
        for (std::int64_t n = 1; failed && !testing::Test::HasFailure(); ++n) {
            const std::int64_t live = live_blocks();
            {
                const Owned<H> handle = make();
                fail_allocation(n, which);
                const schoolimp_status status = change(handle.get(), nullptr);
                failed = stop_failing();
                g_failures += failed;
                EXPECT_TRUE(status == SCHOOLIMP_OK || (failed && status == SCHOOLIMP_E_RESOURCE_EXHAUSTED)) << name << ", allocation " << n << ": " << status;
                EXPECT_EQ(look(handle.get()), status == SCHOOLIMP_OK ? after : before) << name << ", allocation " << n;
            }
            EXPECT_EQ(live_blocks(), live) << "blocks leaked by " << name << ", allocation " << n;
        }
    }
}

}  // namespace schoolimp_c_tests

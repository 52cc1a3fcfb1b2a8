// Random frameworks over random schools: a table says what judging each school says.
#include <gtest/gtest.h>

#include "columnar/kernels.hpp"
#include "table/agreement_check.hpp"
#include "table/random_framework.hpp"

namespace schoolimp::test {
namespace {

class RandomTables : public testing::TestWithParam<unsigned> {};

TEST_P(RandomTables, SayOfEachRowWhatJudgingTheSchoolSays) {
    for (unsigned seed = GetParam(); seed < GetParam() + 25; ++seed) {
        std::mt19937 random(seed);
        CheckOptions options;
        options.rows = 30;
        options.search_limit = 500;
        options.all_layouts = false;
        options.repeated_to = seed % 12 == 0 ? kBlockRows + 70 : 130;
        options.explained = 6;
        check_agreement(random_framework(seed), random, options, "seed " + std::to_string(seed));
        if (HasFatalFailure()) return;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomTables, testing::Range(0U, 200U, 25U));

}  // namespace
}  // namespace schoolimp::test

// Kernels, threads and chunks change nothing, in every combination.
#include <gtest/gtest.h>

#include "columnar/kernels.hpp"
#include "table/agreement_check.hpp"
#include "table/small_framework.hpp"

namespace schoolimp::test {
namespace {

TEST(Layouts, AnswersAreTheSameForAllOfThem) {
    std::mt19937 random(7);
    CheckOptions options;
    options.rows = 400;
    options.repeated_to = 2 * kBlockRows + 100;
    check_agreement(small_framework(), random, options, "small framework");
}

}  // namespace
}  // namespace schoolimp::test

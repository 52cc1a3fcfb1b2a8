// The built-in frameworks over random schools: a table says what judging each school says.
#include <gtest/gtest.h>

#include "columnar/kernels.hpp"
#include "schoolimp/builtin/builtin.hpp"
#include "table/agreement_check.hpp"

namespace schoolimp::test {
namespace {

class BuiltinTables : public testing::TestWithParam<std::string> {};

TEST_P(BuiltinTables, SayOfEachRowWhatJudgingTheSchoolSays) {
    const Framework framework = builtin_framework(GetParam()).value();
    for (unsigned seed = 1; seed <= 3; ++seed) {
        std::mt19937 random(seed);
        CheckOptions options;
        options.rows = 100;
        options.search_limit = 1000;
        options.all_layouts = false;
        options.repeated_to = seed == 1 ? kBlockRows + 70 : 500;
        options.explained = 25;
        check_agreement(framework, random, options, GetParam() + ", seed " + std::to_string(seed));
        if (HasFatalFailure()) return;
    }
}

std::vector<std::string> builtin_ids() {
    std::vector<std::string> ids;
    for (const BuiltinFramework& framework : builtin_frameworks())
        if (std::find(ids.begin(), ids.end(), framework.id) == ids.end()) ids.push_back(framework.id);
    return ids;
}

INSTANTIATE_TEST_SUITE_P(Frameworks, BuiltinTables, testing::ValuesIn(builtin_ids()), [](const auto& test) { return test.param; });

}  // namespace
}  // namespace schoolimp::test

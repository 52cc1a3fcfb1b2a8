// Comparing a text with the one kept under tests/data/golden. With SCHOOLIMP_UPDATE_GOLDEN=1 in the environment the kept text is replaced instead:
// look at the difference before keeping it.
#pragma once

#include <string>

namespace schoolimp::testing {

void expect_golden(const std::string& text, const std::string& name);

}  // namespace schoolimp::testing

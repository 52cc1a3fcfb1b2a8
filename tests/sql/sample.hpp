// A small framework to write as SQL, and ways to vary it.
#pragma once

#include <string>
#include <vector>

#include "framework/document.hpp"
#include "schoolimp/sql/sql.hpp"

namespace schoolimp::test {

/// Attendance against the national figure, a review and a judgement from both: what a first framework looks like.
FrameworkDocument attendance();

/// Compiles the document; a failure is a failure of the test.
Framework compiled(FrameworkDocument document);

/// sample() of tests/framework with these criteria as its only ones and a judgement that rests on the first.
Framework with_tests(const std::vector<std::string>& tests);

}  // namespace schoolimp::test

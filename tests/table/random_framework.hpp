// Random small frameworks that use everything the language has, for properties that hold of all of them.
#pragma once

#include "schoolimp/framework/framework.hpp"

namespace schoolimp::test {

/// The same for the same seed. Throws with all issues when what was made does not compile.
Framework random_framework(unsigned seed);

}  // namespace schoolimp::test

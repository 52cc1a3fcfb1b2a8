#include "columnar/lowering.hpp"

#include "columnar/lowering_choice.hpp"
#include "columnar/lowering_compare.hpp"
#include "columnar/lowering_levels.hpp"
#include "columnar/lowering_logic.hpp"
#include "columnar/lowering_numbers.hpp"
#include "columnar/lowering_values.hpp"

namespace schoolimp::inline v0 {

template class Lowering<SettledWorld>;
template class Lowering<FilledWorld>;
template class Lowering<GivenWorld>;
template class Lowering<OpenWorld>;

}  // namespace schoolimp::inline v0

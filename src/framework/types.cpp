#include "framework/types.hpp"

#include "schoolimp/framework/words.hpp"

namespace schoolimp::inline v0 {

std::string describe(const Type& type, const FrameworkDocument& document) {
    switch (type.value) {
        case ValueType::kNumber: return "a number" + (type.unit ? " (" + std::string(word_of(*type.unit)) + ")" : "");
        case ValueType::kBoolean: return "a condition";
        case ValueType::kLevel: return "a level" + (type.scale >= 0 ? " of " + quoted(document.scales[static_cast<std::size_t>(type.scale)].id) : "");
        case ValueType::kText: return "a text";
        case ValueType::kDate: return "a date";
    }
    return "a value";
}

}  // namespace schoolimp::inline v0

#include "judgement/value_text.hpp"

namespace schoolimp::inline v0 {

std::string observed_text(const ObservedValue& value) {
    if (const auto* number = std::get_if<Decimal>(&value)) return to_string(*number);
    if (const auto* boolean = std::get_if<bool>(&value)) return *boolean ? "true" : "false";
    if (const auto* date = std::get_if<Date>(&value)) return to_string(*date);
    const auto* word = std::get_if<std::string>(&value);
    return word == nullptr ? std::string() : *word;
}

const std::string& level_id(const Framework& framework, int scale, int rank) {
    const int position = framework.program().scales[static_cast<std::size_t>(scale)].position_of(rank);
    return framework.document().scales[static_cast<std::size_t>(scale)].levels[static_cast<std::size_t>(position)].id;
}

std::string value_text(const Framework& framework, const TextTable& texts, const Type& type, const Value& value) {
    if (!value.known()) return {};
    switch (type.value) {
        case ValueType::kNumber: return to_string(value.scalar);
        case ValueType::kBoolean: return value.truth() == Truth::kTrue ? "true" : "false";
        case ValueType::kDate: return to_string(value.date());
        case ValueType::kText: return texts.text(value.code());
        case ValueType::kLevel: break;
    }
    const std::string& scale = framework.document().scales[static_cast<std::size_t>(type.scale)].id;
    const std::string& level = level_id(framework, type.scale, value.code());
    std::string text;
    text.reserve(scale.size() + 1 + level.size());
    text.append(scale).append(1, '.').append(level);
    return text;
}

}  // namespace schoolimp::inline v0

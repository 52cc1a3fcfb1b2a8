#include <bit>
#include <cstring>

#include "arrow/owned_column.hpp"
#include "arrow/table_data.hpp"
#include "table/key_column.hpp"
#include "table/table_parts.hpp"

namespace schoolimp::inline v0 {

std::int64_t TableJudgement::rows() const { return parts_->rows; }
const Framework& TableJudgement::framework() const { return parts_->framework; }
std::span<const std::int8_t> TableJudgement::suggested(std::size_t judgement) const { return parts_->answers[judgement].suggested.span(); }
std::span<const std::uint64_t> TableJudgement::possible(std::size_t judgement) const { return parts_->answers[judgement].possible.span(); }
std::span<const std::uint8_t> TableJudgement::states(std::size_t judgement) const { return parts_->answers[judgement].states.span(); }
std::size_t TableJudgement::criteria_words() const { return parts_->criteria_words; }
std::span<const std::uint64_t> TableJudgement::met() const { return parts_->met.span(); }
std::span<const std::uint64_t> TableJudgement::not_met() const { return parts_->not_met.span(); }
std::span<const std::uint64_t> TableJudgement::unknown() const { return parts_->unknown.span(); }
std::int64_t TableJudgement::failed() const { return parts_->failed; }
const std::vector<Issue>& TableJudgement::failures() const { return parts_->failures; }
const std::vector<std::string>& TableJudgement::absent() const { return parts_->binding.absent; }
std::int64_t TableJudgement::searched_rows() const { return parts_->searched_rows; }
std::int64_t TableJudgement::searches() const { return parts_->searches; }

namespace {

template <typename T>
OwnedColumn column_of(ColumnType type, std::span<const T> values, std::size_t first = 0, std::size_t step = 1) {
    const std::size_t rows = values.size() / step;
    OwnedColumn column = OwnedColumn::make(type, static_cast<std::int64_t>(rows), false);
    T* to = column.values.as<T>();
    for (std::size_t row = 0; row < rows; ++row) to[row] = values[first + row * step];
    return column;
}

OwnedColumn suggested_column(const Framework& framework, const JudgementRule& rule, std::span<const std::int8_t> suggested) {
    const Scale& scale = *framework.find_scale(rule.scale);
    OwnedColumn column = OwnedColumn::make(ColumnType::kInt8, static_cast<std::int64_t>(suggested.size()), true);
    column.is_dictionary = true;
    for (const ScaleLevel& level : scale.levels) column.words.push_back(level.id);
    std::int8_t* indices = column.values.as<std::int8_t>();
    std::uint8_t* validity = column.validity.as<std::uint8_t>();
    for (std::size_t row = 0; row < suggested.size(); ++row) {
        indices[row] = suggested[row] < 0 ? std::int8_t{0} : suggested[row];
        if (suggested[row] >= 0) validity[row / 8] = static_cast<std::uint8_t>(validity[row / 8] | (1u << (row % 8)));
    }
    return column;
}

OwnedColumn count_column(std::span<const std::uint64_t> masks, std::size_t words) {
    const std::size_t rows = masks.size() / words;
    OwnedColumn column = OwnedColumn::make(ColumnType::kInt32, static_cast<std::int64_t>(rows), false);
    auto* to = column.values.as<std::int32_t>();
    for (std::size_t row = 0; row < rows; ++row) {
        int count = 0;
        for (std::size_t word = 0; word < words; ++word) count += std::popcount(masks[row * words + word]);
        to[row] = count;
    }
    return column;
}

}  // namespace

Table TableJudgement::to_table() const {
    TableBuilder builder(rows());
    const Parts& parts = *parts_;
    const FrameworkDocument& document = framework().document();
    if (parts.binding.key >= 0) builder.add_texts(parts.options.key, all_keys(parts));
    for (std::size_t i = 0; i < document.judgements.size(); ++i) {
        const JudgementRule& rule = document.judgements[i];
        builder.add_owned(rule.id, suggested_column(framework(), rule, suggested(i)));
        builder.add_owned(rule.id + ".possible", column_of<std::uint64_t>(ColumnType::kUInt64, possible(i)));
        builder.add_owned(rule.id + ".state", column_of<std::uint8_t>(ColumnType::kUInt8, states(i)));
    }
    const std::pair<const char*, std::span<const std::uint64_t>> masks[] = {{"criteria.met", met()}, {"criteria.not_met", not_met()}, {"criteria.unknown", unknown()}};
    for (const auto& [name, mask] : masks) {
        for (std::size_t word = 0; word < parts.criteria_words; ++word)
            builder.add_owned(word == 0 ? name : name + ("." + std::to_string(word)), column_of<std::uint64_t>(ColumnType::kUInt64, mask, word, parts.criteria_words));
        builder.add_owned(name + std::string(".count"), count_column(mask, parts.criteria_words));
    }
    return std::move(builder.build()).value();
}

}  // namespace schoolimp::inline v0

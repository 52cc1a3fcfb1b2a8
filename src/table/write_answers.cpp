#include "table/write_answers.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace schoolimp::inline v0 {

static_assert(std::endian::native == std::endian::little, "masks are written byte by byte, lowest first");

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }
constexpr std::uint8_t bit_of(RowState state) { return static_cast<std::uint8_t>(state); }

template <typename Visit>
void for_each_row(const std::uint64_t* plane, Visit&& visit) {
    for (std::size_t w = 0; w < kPlaneWords; ++w)
        for (std::uint64_t bits = plane[w]; bits != 0; bits &= bits - 1) visit(64 * w + static_cast<std::size_t>(std::countr_zero(bits)));
}

}  // namespace

AnswerWriter::AnswerWriter(TableJudgement::Parts& parts, const ColumnProgram& columns, const Kernels& kernels, const BlockLoader& loader, const BlockRunner& runner, RowSearch& search,
                           OpenRows& open_rows, const Block& block)
    : parts_(parts), columns_(columns), kernels_(kernels), loader_(loader), runner_(runner), search_(search), open_rows_(open_rows), block_(block), first_(static_cast<std::size_t>(block.row)) {
    for (std::size_t w = 0; w < kPlaneWords; ++w) {
        const std::size_t left = block.rows > 64 * w ? block.rows - 64 * w : 0;
        asked_[w] = (left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1) & ~loader.failing()[w];
    }
}

void AnswerWriter::write() {
    find_out_of_scope();
    write_criteria();
    for (std::size_t i = 0; i < columns_.judgements().size(); ++i) write_judgement(static_cast<int>(i));
    std::uint64_t by_itself[kPlaneWords];
    for (std::size_t w = 0; w < kPlaneWords; ++w) {
        by_itself[w] = runner_.inexact()[w] & asked_[w];
        asked_[w] &= ~(runner_.inexact()[w] | out_of_scope_[w]);
    }
    for_each_row(by_itself, [&](std::size_t row) { write_row_by_itself(row); });
    put_unasked();
    for (std::size_t i = 0; i < columns_.judgements().size(); ++i) pass_on_open_rows(static_cast<int>(i));
}

/// Of the rows of the block; the kernels write whole blocks, and the last one of a chunk may have fewer rows.
void AnswerWriter::write_bytes(std::span<const int> planes, std::uint8_t* bytes) {
    const std::uint64_t* sources[8];
    for (std::size_t i = 0; i < planes.size(); ++i) sources[i] = runner_.plane(planes[i]);
    const bool is_whole = block_.rows == kBlockRows;
    std::uint8_t last[kBlockRows];
    kernels_.to_bytes(sources, static_cast<int>(planes.size()), is_whole ? bytes : last, words_for(block_.rows));
    if (!is_whole) std::memcpy(bytes, last, block_.rows);
}

/// Bit i of a row's mask is its bit in the i-th plane; at most 64 of them.
void AnswerWriter::write_masks(std::span<const int> planes, std::uint64_t* masks, std::size_t stride) {
    std::uint8_t bytes[8][kBlockRows];
    const std::uint8_t* groups[8];
    int count = 0;
    for (std::size_t first = 0; first < planes.size(); first += 8) {
        write_bytes(planes.subspan(first, std::min<std::size_t>(8, planes.size() - first)), bytes[count]);
        groups[count] = bytes[count];
        ++count;
    }
    if (block_.rows == kBlockRows) return kernels_.to_masks(groups, count, masks, stride, kPlaneWords);
    std::uint64_t last[kBlockRows];
    kernels_.to_masks(groups, count, last, 1, words_for(block_.rows));
    for (std::size_t row = 0; row < block_.rows; ++row) masks[row * stride] = last[row];
}

void AnswerWriter::write_criteria() {
    write_criteria_masks(parts_.met, &CriterionPlanes::met);
    write_criteria_masks(parts_.not_met, &CriterionPlanes::not_met);
    write_criteria_masks(parts_.unknown, &CriterionPlanes::unknown);
}

void AnswerWriter::write_criteria_masks(RowArray<std::uint64_t>& masks, int CriterionPlanes::*plane) {
    std::vector<int> planes;
    for (const CriterionPlanes& criterion : columns_.criteria()) planes.push_back(criterion.*plane);
    for (std::size_t word = 0; word < parts_.criteria_words; ++word) {
        const std::size_t first = std::min(64 * word, planes.size());
        write_masks(std::span(planes).subspan(first, std::min<std::size_t>(64, planes.size() - first)), masks.data() + first_ * parts_.criteria_words + word, parts_.criteria_words);
    }
}

int AnswerWriter::position_of(int judgement, int rank) const {
    const Program& program = columns_.program();
    const int scale = program.nodes[at(program.judgements[at(judgement)])].type.scale;
    return program.scales[at(scale)].position_of(rank);
}

void AnswerWriter::write_judgement(int judgement) {
    const JudgementPlanes& planes = columns_.judgements()[at(judgement)];
    TableJudgement::Parts::Answers& answers = parts_.answers[at(judgement)];
    write_bytes(planes.suggested, reinterpret_cast<std::uint8_t*>(answers.suggested.data() + first_));
    write_bytes(std::array{planes.not_applicable, planes.only_possible}, answers.states.data() + first_);
    std::vector<int> possible(planes.possible.size());  // By place in the scale's list.
    for (std::size_t rank = 0; rank < possible.size(); ++rank) possible[at(position_of(judgement, static_cast<int>(rank)))] = planes.possible[rank];
    write_masks(possible, answers.possible.data() + first_, 1);
}

void AnswerWriter::pass_on_open_rows(int judgement) {
    const JudgementPlanes& planes = columns_.judgements()[at(judgement)];
    std::uint64_t open[kPlaneWords] = {}, only_undecided[kPlaneWords] = {};
    for (std::size_t w = 0; w < runner_.words(); ++w) {
        open[w] = runner_.plane(planes.open)[w] & asked_[w];
        only_undecided[w] = runner_.plane(planes.only_undecided)[w];
        searched_rows_ += std::popcount(open[w]);
    }
    open_rows_.add(judgement, loader_, runner_, block_, open, only_undecided);
}

void AnswerWriter::write_row_by_itself(std::size_t row) {
    ++searched_rows_;
    search_.evaluate(loader_, row);
    const Program& program = columns_.program();
    const std::size_t word = (first_ + row) * parts_.criteria_words;
    for (RowArray<std::uint64_t>* mask : {&parts_.met, &parts_.not_met, &parts_.unknown}) std::fill_n(mask->data() + word, parts_.criteria_words, 0);
    for (std::size_t i = 0; i < program.criteria.size(); ++i) {
        const std::uint64_t bit = std::uint64_t{1} << (i % 64);
        switch (search_.value(program.criteria[i]).truth()) {
            case Truth::kTrue: parts_.met[word + i / 64] |= bit; break;
            case Truth::kFalse: parts_.not_met[word + i / 64] |= bit; break;
            case Truth::kUnknown: parts_.unknown[word + i / 64] |= bit; break;
            case Truth::kNotApplicable: break;
        }
    }
    for (std::size_t i = 0; i < program.judgements.size(); ++i) {
        const Value& level = search_.value(program.judgements[i]);
        TableJudgement::Parts::Answers& answers = parts_.answers[i];
        answers.suggested[first_ + row] = static_cast<std::int8_t>(level.known() ? position_of(static_cast<int>(i), level.code()) : -1);
        answers.states[first_ + row] = level.not_applicable() ? bit_of(RowState::kNotApplicable) : 0;
        put_possible(parts_, static_cast<int>(i), first_ + row, search_.possible(static_cast<int>(i)));
    }
}

void AnswerWriter::find_out_of_scope() {
    if (parts_.binding.phase < 0) return;
    const InputBlock& phase = loader_.cells()[at(parts_.binding.phase)];
    const std::size_t phases = parts_.framework.document().applies_to.size();
    if (phase.codes == nullptr) return;
    for_each_row(phase.present, [&](std::size_t row) {
        if (phase.codes[row] >= phases) out_of_scope_[row / 64] |= std::uint64_t{1} << (row % 64);
    });
}

/// Rows out of scope have no level; rows that failed have nothing.
void AnswerWriter::put_unasked() {
    const auto put = [&](std::size_t row, RowState state) {
        for (TableJudgement::Parts::Answers& answers : parts_.answers) {
            answers.suggested[first_ + row] = -1;
            answers.possible[first_ + row] = 0;
            answers.states[first_ + row] = bit_of(state);
        }
    };
    for_each_row(out_of_scope_, [&](std::size_t row) {
        if (row < block_.rows) put(row, RowState::kNotApplicable);
    });
    for_each_row(loader_.failing(), [&](std::size_t row) {
        put(row, RowState::kFailed);
        const std::size_t word = (first_ + row) * parts_.criteria_words;
        for (RowArray<std::uint64_t>* mask : {&parts_.met, &parts_.not_met, &parts_.unknown}) std::fill_n(mask->data() + word, parts_.criteria_words, 0);
    });
}

}  // namespace schoolimp::inline v0

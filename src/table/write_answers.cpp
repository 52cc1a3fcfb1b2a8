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

/// Bytes of a block's rows; a whole block of them, although the last block may have fewer rows.
using Bytes = std::array<std::uint8_t, kBlockRows>;

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

void AnswerWriter::write_criteria() {
    write_mask(parts_.met, &CriterionPlanes::met);
    write_mask(parts_.not_met, &CriterionPlanes::not_met);
    write_mask(parts_.unknown, &CriterionPlanes::unknown);
}

void AnswerWriter::write_mask(std::vector<std::uint64_t>& mask, int CriterionPlanes::*plane) {
    const std::size_t stride = parts_.criteria_words * sizeof(std::uint64_t);
    std::uint8_t* bytes = reinterpret_cast<std::uint8_t*>(mask.data() + first_ * parts_.criteria_words);
    const auto criteria = columns_.criteria();
    for (std::size_t first = 0; first < criteria.size(); first += 8) {
        const std::uint64_t* planes[8];
        const int count = static_cast<int>(std::min<std::size_t>(8, criteria.size() - first));
        for (int i = 0; i < count; ++i) planes[i] = runner_.plane(criteria[first + at(i)].*plane);
        if (block_.rows == kBlockRows) {
            kernels_.interleave(planes, count, bytes + first / 8, stride);
            continue;
        }
        Bytes last;
        kernels_.interleave(planes, count, last.data(), 1);
        for (std::size_t row = 0; row < block_.rows; ++row) bytes[row * stride + first / 8] = last[row];
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
    std::int8_t* suggested = answers.suggested.data() + first_;
    std::uint64_t* possible = answers.possible.data() + first_;
    std::uint8_t* states = answers.states.data() + first_;
    const int levels = static_cast<int>(planes.suggested.size());
    std::fill(suggested, suggested + block_.rows, static_cast<std::int8_t>(-1));
    std::fill(possible, possible + block_.rows, 0);
    Bytes bytes;
    for (int first = 0; first < levels; first += 8) {  // By place in the scale's list.
        const int count = std::min(8, levels - first);
        const std::uint64_t *now[8], *may_be[8];
        for (int rank = 0; rank < levels; ++rank) {
            const int place = position_of(judgement, rank) - first;
            if (place < 0 || place >= count) continue;
            now[place] = runner_.plane(planes.suggested[at(rank)]);
            may_be[place] = runner_.plane(planes.possible[at(rank)]);
        }
        kernels_.interleave(now, count, bytes.data(), 1);
        for (std::size_t row = 0; row < block_.rows; ++row)
            if (bytes[row] != 0) suggested[row] = static_cast<std::int8_t>(first + std::countr_zero(bytes[row]));
        kernels_.interleave(may_be, count, bytes.data(), 1);
        for (std::size_t row = 0; row < block_.rows; ++row) possible[row] |= static_cast<std::uint64_t>(bytes[row]) << first;
    }
    const std::uint64_t* flags[2] = {runner_.plane(planes.not_applicable), runner_.plane(planes.only_possible)};
    kernels_.interleave(flags, 2, bytes.data(), 1);
    for (std::size_t row = 0; row < block_.rows; ++row) states[row] = bytes[row];
    // A level that every filling gives is suggested, and then the question does apply.
    for_each_row(flags[1], [&](std::size_t row) {
        if (row >= block_.rows) return;
        suggested[row] = static_cast<std::int8_t>(std::countr_zero(possible[row]));
        states[row] = bit_of(RowState::kOnlyPossible);
    });
}

void AnswerWriter::pass_on_open_rows(int judgement) {
    const JudgementPlanes& planes = columns_.judgements()[at(judgement)];
    std::uint64_t open[kPlaneWords], only_undecided[kPlaneWords];
    for (std::size_t w = 0; w < kPlaneWords; ++w) {
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
    for (std::vector<std::uint64_t>* mask : {&parts_.met, &parts_.not_met, &parts_.unknown}) std::fill_n(mask->begin() + static_cast<std::ptrdiff_t>(word), parts_.criteria_words, 0);
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
        for (std::vector<std::uint64_t>* mask : {&parts_.met, &parts_.not_met, &parts_.unknown})
            std::fill_n(mask->begin() + static_cast<std::ptrdiff_t>(word), parts_.criteria_words, 0);
    });
}

}  // namespace schoolimp::inline v0

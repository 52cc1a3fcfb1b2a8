#include "table/open_rows.hpp"

#include <algorithm>
#include <bit>

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }
/// Answers remembered, and rows left waiting: bounds of the memory this takes.
constexpr std::size_t kMostPlaces = 4096, kMostRowsWaiting = 32768;

bool has_bit(const std::uint64_t* plane, std::size_t row) { return plane != nullptr && ((plane[row / 64] >> (row % 64)) & 1) != 0; }

void put_bit(std::vector<std::uint64_t>& plane, std::size_t row, bool bit) {
    const std::uint64_t mask = std::uint64_t{1} << (row % 64);
    plane[row / 64] = bit ? plane[row / 64] | mask : plane[row / 64] & ~mask;
}

}  // namespace

void put_possible(TableJudgement::Parts& parts, int judgement, std::size_t row, const PossibleAnswer& answer) {
    const Program& program = parts.framework.program();
    const ScaleInfo& scale = program.scales[at(program.nodes[at(program.judgements[at(judgement)])].type.scale)];
    TableJudgement::Parts::Answers& answers = parts.answers[at(judgement)];
    std::uint64_t possible = 0;
    for (std::uint64_t left = answer.ranks; left != 0; left &= left - 1) possible |= std::uint64_t{1} << scale.position_of(std::countr_zero(left));
    answers.possible[row] = possible;
    std::uint8_t& state = answers.states[row];
    state &= static_cast<std::uint8_t>(RowState::kNotApplicable);
    if (!answer.exact) state |= static_cast<std::uint8_t>(RowState::kNotExact);
    if (!answer.only_possible) return;
    state = static_cast<std::uint8_t>(RowState::kOnlyPossible);
    answers.suggested[row] = static_cast<std::int8_t>(std::countr_zero(possible));
}

OpenRows::OpenRows(TableJudgement::Parts& parts, const TableProgram& program, const Kernels& kernels, RowSearch& search, std::function<bool()> go_on)
    : parts_(parts), program_(program), columns_(program.columns()), kernels_(kernels), search_(search), go_on_(std::move(go_on)), again_(parts.binding, data_of(parts.table), kernels), texts_(columns_.program()),
      queues_(columns_.judgements().size()) {}

void OpenRows::add(int judgement, const BlockLoader& loader, const BlockRunner& runner, const Block& block, const std::uint64_t* rows, const std::uint64_t* only_undecided) {
    Queue& queue = queues_[at(judgement)];
    RowKeys keys(columns_.judgements()[at(judgement)], columns_, loader, runner);
    for (std::size_t w = 0; w < kPlaneWords; ++w)
        for (std::uint64_t bits = rows[w]; bits != 0; bits &= bits - 1) {
            const std::size_t row = 64 * w + static_cast<std::size_t>(std::countr_zero(bits));
            const auto [place, is_new] = queue.keys.find_or_add(keys.of(row));
            if (is_new) new_place(judgement, loader, runner, block, row, has_bit(only_undecided, row));
            queue.waiting_rows.emplace_back(block.row + static_cast<std::int64_t>(row), place);
            if (queue.waiting_places.size() == kBlockRows || queue.waiting_rows.size() == kMostRowsWaiting) answer(judgement);
        }
}

void OpenRows::finish() {
    for (int judgement = 0; judgement < static_cast<int>(queues_.size()); ++judgement) answer(judgement);
}

void OpenRows::new_place(int judgement, const BlockLoader& loader, const BlockRunner& runner, const Block& block, std::size_t row, bool only_undecided) {
    Queue& queue = queues_[at(judgement)];
    Place place;
    const std::vector<int>& possible = columns_.judgements()[at(judgement)].possible;
    for (std::size_t rank = 0; rank < possible.size(); ++rank) place.answer.ranks |= static_cast<std::uint64_t>(has_bit(runner.plane(possible[rank]), row)) << rank;
    place.block = block;
    place.row = row;
    place.only_undecided = only_undecided;
    queue.waiting_places.push_back(static_cast<int>(queue.places.size()));
    queue.places.push_back(place);
    copy_cells(queue, loader, row);
}

void OpenRows::copy_cells(Queue& queue, const BlockLoader& loader, std::size_t row) {
    const std::size_t to = queue.waiting_places.size() - 1;
    queue.cells.resize(columns_.columns().size());
    for (std::size_t input = 0; input < queue.cells.size(); ++input) {
        if (columns_.columns()[input].source != InputColumn::Source::kColumn) continue;
        const InputBlock& from = loader.cells()[input];
        Cells& cells = queue.cells[input];
        if (cells.present.empty()) {
            cells.present.resize(kPlaneWords);
            cells.not_applicable.resize(kPlaneWords);
        }
        if (const std::size_t room = 64 * words_for(to + 1); room > std::max(cells.numbers.size(), cells.codes.size())) {
            if (from.codes == nullptr) cells.numbers.resize(room);
            if (from.codes != nullptr) cells.codes.resize(room, kNoCode);
        }
        put_bit(cells.present, to, has_bit(from.present, row));
        put_bit(cells.not_applicable, to, has_bit(from.not_applicable, row));
        if (from.codes == nullptr) cells.numbers[to] = from.numbers[row];
        if (from.codes != nullptr) cells.codes[to] = from.codes[row];
    }
}

const BlockLoader& OpenRows::look_again(const Place& place) {
    if (again_holds_ != place.block.row) again_.load(place.block);
    again_holds_ = place.block.row;
    return again_;
}

void OpenRows::answer(int judgement) {
    Queue& queue = queues_[at(judgement)];
    if (!queue.waiting_places.empty()) walk(judgement);
    for (const int waiting : queue.waiting_places) {
        Place& place = queue.places[at(waiting)];
        if (place.answered) continue;
        if (!go_on_()) return;
        search_.evaluate(look_again(place), place.row);
        place.answer = search_.possible(judgement, {place.answer.ranks & ~place.unmet, place.answer.ranks});
    }
    for (const auto& [row, place] : queue.waiting_rows) put_possible(parts_, judgement, static_cast<std::size_t>(row), queue.places[at(place)].answer);
    queue.waiting_places.clear();
    queue.waiting_rows.clear();
    if (queue.places.size() < kMostPlaces) return;
    queue.places.clear();
    queue.keys.clear();
}

void OpenRows::walk(int judgement) {
    Queue& queue = queues_[at(judgement)];
    if (queue.walk == nullptr) queue.walk = std::make_unique<BlockWalk>(columns_, program_.walk(judgement), kernels_);
    std::vector<InputBlock> blocks(columns_.columns().size());
    for (std::size_t input = 0; input < blocks.size(); ++input) {
        blocks[input] = again_.cells()[input];
        const Cells& cells = queue.cells[input];
        if (cells.present.empty()) continue;
        blocks[input] = {cells.numbers.empty() ? nullptr : cells.numbers.data(), cells.codes.empty() ? nullptr : cells.codes.data(), cells.present.data(), cells.not_applicable.data()};
    }
    const std::size_t levels = columns_.judgements()[at(judgement)].possible.size();
    std::vector<std::uint64_t> wanted(levels * kPlaneWords);
    for (std::size_t i = 0; i < queue.waiting_places.size(); ++i) {
        const Place& place = queue.places[at(queue.waiting_places[i])];
        for (std::size_t rank = 0; rank < levels; ++rank) wanted[rank * kPlaneWords + i / 64] |= ((place.answer.ranks >> rank) & 1) << (i % 64);
    }
    // Nodes that are worked out row by row have to be worked out for the rows that stand here.
    const ValueAt value_at = [&](int input, std::size_t row) {
        const Place& place = queue.places[at(queue.waiting_places[row])];
        return look_again(place).value_at(input, place.row, texts_);
    };
    queue.walk->run(blocks, queue.waiting_places.size(), value_at, wanted);
    for (std::size_t i = 0; i < queue.waiting_places.size(); ++i) {
        Place& place = queue.places[at(queue.waiting_places[i])];
        for (std::size_t rank = 0; rank < levels; ++rank) place.unmet |= static_cast<std::uint64_t>(has_bit(wanted.data() + rank * kPlaneWords, i)) << rank;
        place.answered = !place.only_undecided && place.unmet == 0;
    }
}

}  // namespace schoolimp::inline v0

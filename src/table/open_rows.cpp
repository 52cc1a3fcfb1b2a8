#include "table/open_rows.hpp"

#include <bit>

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }
/// Answers remembered, and rows left waiting: bounds of the memory this takes.
constexpr std::size_t kMostPlaces = 4096, kMostRowsWaiting = 32768;

bool has_bit(const std::uint64_t* plane, std::size_t row) { return plane != nullptr && ((plane[row / 64] >> (row % 64)) & 1) != 0; }

template <typename T>
void append(std::string& key, const T& value) {
    key.append(reinterpret_cast<const char*>(&value), sizeof value);
}

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

OpenRows::OpenRows(TableJudgement::Parts& parts, const ColumnProgram& columns, WalkPrograms& walks, const Kernels& kernels, const std::vector<NumberFormat>& formats, RowSearch& search)
    : parts_(parts), columns_(columns), walks_(walks), kernels_(kernels), formats_(formats), search_(search), again_(parts.binding, data_of(parts.table), kernels), texts_(columns.program()),
      queues_(columns.judgements().size()) {}

void OpenRows::add(int judgement, const BlockLoader& loader, const BlockRunner& runner, const Block& block, std::size_t row, bool only_undecided) {
    Queue& queue = queues_[at(judgement)];
    make_key(judgement, loader, runner, row);
    const auto [found, is_new] = queue.places_by_key.try_emplace(key_, static_cast<int>(queue.places.size()));
    const int place = found->second;
    if (is_new) new_place(judgement, loader, runner, block, row, only_undecided);
    queue.waiting_rows.emplace_back(block.row + static_cast<std::int64_t>(row), place);
    if (queue.waiting_places.size() == kBlockRows || queue.waiting_rows.size() == kMostRowsWaiting) answer(judgement);
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
            if (from.codes == nullptr) cells.numbers.resize(kBlockRows);
            if (from.codes != nullptr) cells.codes.resize(kBlockRows, kNoCode);
        }
        put_bit(cells.present, to, has_bit(from.present, row));
        put_bit(cells.not_applicable, to, has_bit(from.not_applicable, row));
        if (from.codes == nullptr) cells.numbers[to] = from.numbers[row];
        if (from.codes != nullptr) cells.codes[to] = from.codes[row];
    }
}

void OpenRows::answer(int judgement) {
    Queue& queue = queues_[at(judgement)];
    if (!queue.waiting_places.empty()) walk(judgement);
    for (const int waiting : queue.waiting_places) {
        Place& place = queue.places[at(waiting)];
        if (place.answered) continue;
        again_.load(place.block);
        search_.evaluate(again_, place.row);
        place.answer = search_.possible(judgement);
    }
    for (const auto& [row, place] : queue.waiting_rows) put_possible(parts_, judgement, static_cast<std::size_t>(row), queue.places[at(place)].answer);
    queue.waiting_places.clear();
    queue.waiting_rows.clear();
    if (queue.places.size() < kMostPlaces) return;
    queue.places.clear();
    queue.places_by_key.clear();
}

void OpenRows::walk(int judgement) {
    Queue& queue = queues_[at(judgement)];
    if (queue.walk == nullptr) queue.walk = std::make_unique<BlockWalk>(columns_, walks_.of(judgement), kernels_, formats_);
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
        if (place.only_undecided) continue;
        for (std::size_t rank = 0; rank < levels; ++rank) wanted[rank * kPlaneWords + i / 64] |= ((place.answer.ranks >> rank) & 1) << (i % 64);
    }
    // Nodes that are worked out row by row have to be worked out for the rows that stand here.
    const ValueAt value_at = [&](int input, std::size_t row) {
        const Place& place = queue.places[at(queue.waiting_places[row])];
        again_.load(place.block);
        return again_.value_at(input, place.row, texts_);
    };
    queue.walk->run(blocks, queue.waiting_places.size(), value_at, wanted);
    for (std::size_t i = 0; i < queue.waiting_places.size(); ++i) {
        Place& place = queue.places[at(queue.waiting_places[i])];
        place.answered = !place.only_undecided;
        for (std::size_t rank = 0; rank < levels; ++rank) place.answered = place.answered && !has_bit(wanted.data() + rank * kPlaneWords, i);
    }
}

// What the answer rests on: the leaves, as far as their cells have values; and where a part of a sum, or of a node worked out by itself, is missing, the values of its
// other parts.
void OpenRows::make_key(int judgement, const BlockLoader& loader, const BlockRunner& runner, std::size_t row) {
    key_.clear();
    const auto present = [&](int input) { return has_bit(loader.cells()[at(input)].present, row); };
    std::uint64_t bits = 0;
    int count = 0;
    std::vector<std::int32_t> inputs;
    for (const int position : columns_.judgements()[at(judgement)].leaves) {
        const PlacedLeaf& placed = columns_.planes().leaves[at(position)];
        const Leaf& leaf = placed.leaf;
        bool bit = has_bit(runner.plane(placed.place), row);
        const bool is_sum = leaf.kind == Leaf::Kind::kCompound;
        if (is_sum || leaf.node >= 0) {
            inputs.clear();
            for (const auto& [input, factor] : leaf.compound.terms) inputs.push_back(input);
            for (const ComputedNode& computed : columns_.planes().computed)
                if (!is_sum && computed.node == leaf.node) inputs = computed.inputs;
            bool all = true, any = false;
            for (const int input : inputs) {
                all = all && present(input);
                any = any || present(input);
            }
            bit = bit && all && leaf.filling == Filling::kNone;
            if (!all && any) add_values(inputs, loader, row);
        } else if (leaf.kind == Leaf::Kind::kThreshold) {
            bit = bit && present(leaf.input);
        }
        bits |= static_cast<std::uint64_t>(bit) << count;
        if (++count < 64) continue;
        append(key_, bits);
        bits = 0;
        count = 0;
    }
    append(key_, bits);
}

void OpenRows::add_values(std::span<const std::int32_t> inputs, const BlockLoader& loader, std::size_t row) {
    for (const int input : inputs) {
        const InputBlock& cell = loader.cells()[at(input)];
        if (!has_bit(cell.present, row) || columns_.columns()[at(input)].source != InputColumn::Source::kColumn) continue;
        append(key_, input);
        if (cell.codes == nullptr) append(key_, cell.numbers[row]);
        if (cell.codes != nullptr) append(key_, cell.codes[row]);
    }
}

}  // namespace schoolimp::inline v0

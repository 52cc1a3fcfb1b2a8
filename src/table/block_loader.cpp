#include "table/block_loader.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "judgement/bounds.hpp"
#include "schoolimp/core/suggestion.hpp"

namespace schoolimp::inline v0 {

namespace {

/// A word that is not in its scale.
constexpr std::uint8_t kBadCode = 252;

bool has_bit(std::span<const std::uint64_t> plane, std::size_t row) { return ((plane[row / 64] >> (row % 64)) & 1) != 0; }
void set_bit(std::span<std::uint64_t> plane, std::size_t row) { plane[row / 64] |= std::uint64_t{1} << (row % 64); }

/// `count` bits of a bitmap from bit `first` on, the rest of the plane clear.
void copy_bits(const std::uint8_t* bits, std::int64_t first, std::size_t count, std::uint64_t* plane) {
    std::memset(plane, 0, kPlaneWords * sizeof *plane);
    const std::size_t shift = static_cast<std::size_t>(first % 8);
    const std::uint8_t* from = bits + first / 8;
    const std::size_t bytes = (shift + count + 7) / 8;
    std::uint8_t window[kPlaneWords * 8 + 8] = {};
    std::memcpy(window, from, bytes);
    for (std::size_t w = 0; w < kPlaneWords; ++w) {
        std::uint64_t low = 0;
        std::memcpy(&low, window + 8 * w, sizeof low);
        plane[w] = shift == 0 ? low : (low >> shift) | (static_cast<std::uint64_t>(window[8 * w + 8]) << (64 - shift));
    }
    if (count < kBlockRows) {
        plane[count / 64] &= (std::uint64_t{1} << (count % 64)) - 1;
        std::fill(plane + count / 64 + 1, plane + kPlaneWords, 0);
    }
}

void all_bits(std::size_t count, std::uint64_t* plane) {
    std::fill(plane, plane + count / 64, ~std::uint64_t{0});
    std::fill(plane + count / 64, plane + kPlaneWords, 0);
    if (count % 64 != 0) plane[count / 64] = (std::uint64_t{1} << (count % 64)) - 1;
}

template <typename T>
void widen(const Column& column, std::int64_t first, std::size_t rows, double* to) {
    for (std::size_t row = 0; row < rows; ++row) to[row] = static_cast<double>(column.number<T>(first + static_cast<std::int64_t>(row)));
}

/// In place of whole numbers a double does not hold: they fail.
constexpr double kTooGreat = kMostNumber;

template <typename T>
void widen_whole(const Column& column, std::int64_t first, std::size_t rows, double* to) {
    for (std::size_t row = 0; row < rows; ++row) {
        const T number = column.number<T>(first + static_cast<std::int64_t>(row));
        const double wide = static_cast<double>(number);
        to[row] = std::abs(wide) >= kGreatestWhole ? kTooGreat : wide;
    }
}

double decimal128(const Column& column, std::int64_t row) {
    std::uint64_t low = 0;
    std::int64_t high = 0;
    const std::byte* from = column.values + row * column.stride;
    std::memcpy(&low, from, sizeof low);
    std::memcpy(&high, from + sizeof low, sizeof high);
    const bool fits = high == 0 ? low < (std::uint64_t{1} << 53) : high == -1 && low > ~std::uint64_t{0} - (std::uint64_t{1} << 53);
    if (!fits) return kTooGreat;
    double number = static_cast<double>(static_cast<std::int64_t>(low));
    for (int i = column.places; i < 0; ++i) number *= 10;
    return std::abs(number) >= kGreatestWhole ? kTooGreat : number;
}

void read_numbers(const Column& column, std::int64_t first, std::size_t rows, double* to) {
    switch (column.type) {
        case ColumnType::kFloat64: return widen<double>(column, first, rows, to);
        case ColumnType::kFloat32: return widen<float>(column, first, rows, to);
        case ColumnType::kInt8: return widen<std::int8_t>(column, first, rows, to);
        case ColumnType::kInt16: return widen<std::int16_t>(column, first, rows, to);
        case ColumnType::kInt32:
        case ColumnType::kDate32: return widen<std::int32_t>(column, first, rows, to);
        case ColumnType::kInt64: return widen_whole<std::int64_t>(column, first, rows, to);
        case ColumnType::kUInt8: return widen<std::uint8_t>(column, first, rows, to);
        case ColumnType::kUInt16: return widen<std::uint16_t>(column, first, rows, to);
        case ColumnType::kUInt32: return widen<std::uint32_t>(column, first, rows, to);
        case ColumnType::kUInt64: return widen_whole<std::uint64_t>(column, first, rows, to);
        case ColumnType::kDecimal128:
            for (std::size_t row = 0; row < rows; ++row) to[row] = decimal128(column, first + static_cast<std::int64_t>(row));
            return;
        default: std::fill(to, to + rows, 0.0);
    }
}

bool is_aligned(const void* pointer) { return reinterpret_cast<std::uintptr_t>(pointer) % alignof(double) == 0; }

}  // namespace

std::vector<Block> blocks_of(const TableData& table) {
    std::vector<Block> blocks;
    std::int64_t row = 0;
    for (std::size_t chunk = 0; chunk < table.chunks.size(); ++chunk)
        for (std::int64_t first = 0; first < table.chunks[chunk].rows; first += static_cast<std::int64_t>(kBlockRows)) {
            const std::int64_t rows = std::min(table.chunks[chunk].rows - first, static_cast<std::int64_t>(kBlockRows));
            blocks.push_back({chunk, first, static_cast<std::size_t>(rows), row});
            row += rows;
        }
    return blocks;
}

BlockLoader::BlockLoader(const Binding& binding, const TableData& table, const Kernels& kernels)
    : binding_(binding), table_(table), kernels_(kernels), stores_(binding.cells.size()), blocks_(binding.cells.size()), failing_(kPlaneWords) {
    for (std::size_t cell = 0; cell < binding.cells.size(); ++cell) start(cell);
}

void BlockLoader::start(std::size_t cell) {
    const BoundCell& bound = binding_.cells[cell];
    Store& store = stores_[cell];
    store.present.resize(kPlaneWords);
    store.not_applicable.resize(kPlaneWords);
    if (bound.constant && bound.constant->known()) {
        if (!bound.is_number()) store.codes.assign(kBlockRows, static_cast<std::uint8_t>(std::min(bound.constant->code(), 250)));
        std::fill(store.present.begin(), store.present.end(), ~std::uint64_t{0});
    }
    if (bound.constant && bound.constant->not_applicable()) std::fill(store.not_applicable.begin(), store.not_applicable.end(), ~std::uint64_t{0});
    if (bound.minimum) store.least = first_at_least(bound.format, *bound.minimum, false);
    if (bound.maximum) store.too_great = first_at_least(bound.format, *bound.maximum, true);
    blocks_[cell] = {nullptr, store.codes.empty() ? nullptr : store.codes.data(), store.present.data(), store.not_applicable.data()};
}

void BlockLoader::load(const Block& block) {
    load(block, [](std::size_t) {});
}

void BlockLoader::load(const Block& block, BlockRunner& runner) {
    runner.make_room(block.rows);
    load(block, [&](std::size_t cell) {
        if (cell < runner.inputs() && blocks_[cell].numbers != nullptr) runner.compare(cell, blocks_[cell].numbers);
    });
}

/// `loaded` is called for each cell that is read anew.
template <typename Loaded>
void BlockLoader::load(const Block& block, Loaded&& loaded) {
    block_ = block;
    room_ = std::max(room_, 64 * words_for(block.rows));
    std::fill(failing_.begin(), failing_.end(), 0);
    for (std::size_t cell = 0; cell < binding_.cells.size(); ++cell) {
        const BoundCell& bound = binding_.cells[cell];
        if (bound.column < 0 && bound.figures == nullptr) continue;
        if (bound.column >= 0) {
            load_cell(cell);
        } else {
            load_figures(cell);
        }
        loaded(cell);
    }
    dictionaries_of_ = block.chunk;
    for (const Binding::Observed& observed : binding_.observed) couple(observed);
}

void BlockLoader::load_cell(std::size_t cell) {
    const BoundCell& bound = binding_.cells[cell];
    const Column& from = column(bound.column);
    Store& store = stores_[cell];
    if (from.type == ColumnType::kNull) {
        std::fill(store.present.begin(), store.present.end(), 0);
        if (bound.is_number()) own_numbers(cell);
        if (!bound.is_number()) own_codes(cell);
    } else {
        if (from.validity == nullptr) {
            all_bits(block_.rows, store.present.data());
        } else {
            copy_bits(from.validity, from.offset + block_.first, block_.rows, store.present.data());
        }
        if (from.dictionary != nullptr && from.dictionary->validity != nullptr)
            for (std::size_t row = 0; row < block_.rows; ++row)
                if (!from.valid(block_.first + static_cast<std::int64_t>(row))) store.present[row / 64] &= ~(std::uint64_t{1} << (row % 64));
        if (bound.is_number()) {
            load_numbers(cell, from);
        } else {
            load_codes(cell, from);
        }
    }
    if (bound.reasons >= 0) load_reasons(cell);
}

void BlockLoader::own_numbers(std::size_t cell) {
    std::vector<double>& numbers = stores_[cell].numbers;
    if (numbers.size() < room_) numbers.resize(room_);
    blocks_[cell].numbers = numbers.data();
}

void BlockLoader::own_codes(std::size_t cell) {
    std::vector<std::uint8_t>& codes = stores_[cell].codes;
    codes.assign(room_, kNoCode);
    blocks_[cell].codes = codes.data();
}

void BlockLoader::load_numbers(std::size_t cell, const Column& from) {
    Store& store = stores_[cell];
    const bool in_place = from.type == ColumnType::kFloat64 && from.dictionary == nullptr && from.packed() && block_.rows == kBlockRows &&
                          is_aligned(from.values);
    if (in_place) {
        blocks_[cell].numbers = reinterpret_cast<const double*>(from.values) + block_.first;
    } else {
        own_numbers(cell);
        if (from.dictionary == nullptr) {
            read_numbers(from, block_.first, block_.rows, store.numbers.data());
        } else {
            for (std::size_t row = 0; row < block_.rows; ++row) {
                const std::int64_t i = block_.first + static_cast<std::int64_t>(row);
                store.numbers[row] = 0;
                if (has_bit(store.present, row)) read_numbers(*from.dictionary, from.index(i), 1, store.numbers.data() + row);
            }
        }
    }
    check_numbers(cell);
}

void BlockLoader::check_numbers(std::size_t cell) {
    Store& store = stores_[cell];
    std::uint64_t nan[kPlaneWords], outside[kPlaneWords];
    const std::size_t words = words_for(block_.rows);
    kernels_.check(blocks_[cell].numbers, store.least, store.too_great, nan, outside, words);
    for (std::size_t w = 0; w < words; ++w) {
        store.present[w] &= ~nan[w];
        failing_[w] |= store.present[w] & outside[w];
    }
}

std::uint8_t BlockLoader::code_of(const BoundCell& cell, std::string_view word) const {
    for (std::size_t code = 0; code < cell.words.size(); ++code)
        if (cell.words[code] == word) return static_cast<std::uint8_t>(code);
    return cell.any_word ? static_cast<std::uint8_t>(cell.words.size()) : kBadCode;
}

void BlockLoader::load_dictionary(std::size_t cell, const Column& from) {
    if (dictionaries_of_ == block_.chunk) return;
    std::vector<std::uint8_t>& codes = stores_[cell].code_of_index;
    codes.assign(static_cast<std::size_t>(from.dictionary->length), kNoCode);
    for (std::int64_t i = 0; i < from.dictionary->length; ++i)
        if (from.dictionary->valid(i)) codes[static_cast<std::size_t>(i)] = code_of(binding_.cells[cell], from.dictionary->text(i));
}

void BlockLoader::load_codes(std::size_t cell, const Column& from) {
    const BoundCell& bound = binding_.cells[cell];
    Store& store = stores_[cell];
    if (from.dictionary != nullptr) load_dictionary(cell, from);
    own_codes(cell);
    bool any_bad = false;
    for (std::size_t row = 0; row < block_.rows; ++row) {
        if (!has_bit(store.present, row)) continue;
        const std::int64_t i = block_.first + static_cast<std::int64_t>(row);
        std::uint8_t& code = store.codes[row];
        if (bound.type == ValueType::kBoolean) {
            code = from.boolean(i) ? 1 : 0;
        } else if (from.dictionary != nullptr) {
            code = store.code_of_index[static_cast<std::size_t>(from.index(i))];
        } else {
            code = code_of(bound, from.text(i));
        }
        any_bad = any_bad || code == kBadCode;
    }
    if (!any_bad) return;
    std::uint64_t bad[kPlaneWords];
    const std::size_t words = words_for(block_.rows);
    kernels_.equals(store.codes.data(), kBadCode, bad, words);
    for (std::size_t w = 0; w < words; ++w) failing_[w] |= bad[w];
}

void BlockLoader::load_reasons(std::size_t cell) {
    Store& store = stores_[cell];
    const Column& reasons = column(binding_.cells[cell].reasons);
    std::fill(store.not_applicable.begin(), store.not_applicable.end(), 0);
    for (std::size_t row = 0; row < block_.rows; ++row) {
        const std::int64_t i = block_.first + static_cast<std::int64_t>(row);
        if (!reasons.valid(i)) continue;
        const std::optional<MissingReason> reason = parse_missing_reason(reasons.text(i));
        if (!reason || has_bit(store.present, row)) set_bit(failing_, row);
        if (reason == MissingReason::kNotApplicable && !has_bit(store.present, row)) set_bit(store.not_applicable, row);
    }
}

void BlockLoader::load_figures(std::size_t cell) {
    Store& store = stores_[cell];
    own_numbers(cell);
    std::fill(store.present.begin(), store.present.end(), 0);
    std::fill(store.not_applicable.begin(), store.not_applicable.end(), 0);
    for (std::size_t row = 0; row < block_.rows; ++row) {
        const Value figure = binding_.cells[cell].figures->of(static_cast<std::size_t>(block_.row) + row);
        store.numbers[row] = figure.scalar.to_double();
        if (figure.known()) set_bit(store.present, row);
        if (figure.not_applicable()) set_bit(store.not_applicable, row);
    }
}

// A missing value has no date, one that is too old is missing.
void BlockLoader::couple(const Binding::Observed& observed) {
    Store& value = stores_[static_cast<std::size_t>(observed.value)];
    Store& date = stores_[static_cast<std::size_t>(observed.date)];
    const bool has_date = binding_.cells[static_cast<std::size_t>(observed.date)].column >= 0;
    if (has_date && observed.oldest) {
        std::uint64_t fresh[kPlaneWords];
        const std::size_t words = words_for(block_.rows);
        kernels_.at_least(blocks_[static_cast<std::size_t>(observed.date)].numbers, static_cast<double>(days_since_epoch(*observed.oldest)), fresh, words);
        for (std::size_t w = 0; w < words; ++w) {
            const std::uint64_t stale = value.present[w] & date.present[w] & ~fresh[w];
            value.present[w] &= ~stale;
            if (value.codes.empty()) continue;
            for (std::uint64_t bits = stale; bits != 0; bits &= bits - 1) value.codes[64 * w + static_cast<std::size_t>(std::countr_zero(bits))] = kNoCode;
        }
    }
    for (std::size_t w = 0; w < kPlaneWords; ++w) {
        date.present[w] &= value.present[w];
        date.not_applicable[w] = value.not_applicable[w];
    }
}

Value BlockLoader::value_at(int cell, std::size_t row, TextTable& texts) const {
    const auto place = static_cast<std::size_t>(cell);
    const BoundCell& bound = binding_.cells[place];
    const Store& store = stores_[place];
    if (has_bit(store.not_applicable, row)) return not_applicable_value();
    if (!has_bit(store.present, row)) return unknown_value();
    if (bound.constant) return bound.type == ValueType::kText ? text_value(texts.token(bound.words[static_cast<std::size_t>(bound.constant->code())])) : *bound.constant;
    if (bound.figures != nullptr) return bound.figures->of(static_cast<std::size_t>(block_.row) + row);
    if (bound.is_number()) return number_value(decimal_of(bound.format, blocks_[place].numbers[row]));
    if (bound.type != ValueType::kText) return level_value(store.codes[row]);
    return text_value(texts.token(column(bound.column).text(block_.first + static_cast<std::int64_t>(row))));
}

std::optional<MissingReason> BlockLoader::reason_at(int cell, std::size_t row) const {
    const int reasons = binding_.cells[static_cast<std::size_t>(cell)].reasons;
    const std::int64_t i = block_.first + static_cast<std::int64_t>(row);
    return reasons >= 0 && column(reasons).valid(i) ? parse_missing_reason(column(reasons).text(i)) : std::nullopt;
}

bool BlockLoader::has_number_or_code(int cell, std::size_t row) const {
    const BoundCell& bound = binding_.cells[static_cast<std::size_t>(cell)];
    const std::int64_t i = block_.first + static_cast<std::int64_t>(row);
    if (bound.column < 0 || column(bound.column).type == ColumnType::kNull || !column(bound.column).valid(i)) return false;
    return !bound.is_number() || !std::isnan(blocks_[static_cast<std::size_t>(cell)].numbers[row]);
}

void BlockLoader::describe(std::size_t row, const std::string& place, std::vector<Issue>& issues) const {
    for (std::size_t cell = 0; cell < binding_.cells.size(); ++cell) {
        const BoundCell& bound = binding_.cells[cell];
        if (bound.column < 0) continue;
        const Column& from = column(bound.column);
        const std::int64_t i = block_.first + static_cast<std::int64_t>(row);
        const auto report = [&](const char* code, std::string message, std::string hint) {
            issues.push_back({place + ", column '" + table_.fields[static_cast<std::size_t>(bound.column)].name + "'", code, std::move(message), std::move(hint), Severity::kError});
        };
        const bool has_value = from.type != ColumnType::kNull && from.valid(i);
        if (bound.reasons >= 0 && column(bound.reasons).valid(i)) {
            const std::string reason(column(bound.reasons).text(i));
            if (!parse_missing_reason(reason)) report("unknown_reason", "'" + reason + "' is no reason for a missing value", "the reasons are those of evidence documents, such as 'suppressed'");
            if (has_value) report("contradiction", "there is a value and also a reason for its being missing: '" + reason + "'", "leave one of the two out");
        }
        if (!has_value) continue;
        if (bound.is_number()) {
            const double number = blocks_[cell].numbers[row];
            const std::optional<Decimal> decimal = decimal_of(bound.format, number);
            if (std::isnan(number)) continue;
            if (!decimal || std::abs(number) >= kMostNumber) report("out_of_range", "the number is infinite or too great: whole numbers up to 9007199254740992 and decimals below 9.2e18 are read", "correct the number, or leave the cell empty");
            if (!decimal) continue;
            if (std::string problem = out_of_bounds(*decimal, bound.minimum, bound.maximum); !problem.empty()) report("out_of_range", std::move(problem), kBoundsHint);
        } else if (stores_[cell].codes[row] == kBadCode) {
            const std::string word(from.text(i));
            std::string hint = did_you_mean(word, bound.words);
            if (hint.empty()) {
                hint = "its levels are";
                for (const std::string& level : bound.words) hint += " '" + level + "'";
            }
            report("unknown_level", "'" + word + "' is not a level of the cell " + bound.name, hint);
        }
    }
}

}  // namespace schoolimp::inline v0

#include "table/columns.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace schoolimp::test {

namespace {

using arrow_tests::Node;

std::string validity_of(const std::vector<ObservedValue>& values) {
    std::string bits;
    for (const ObservedValue& value : values) bits += std::holds_alternative<MissingReason>(value) ? '0' : '1';
    return bits.find('0') == std::string::npos ? std::string() : bits;
}

template <typename T>
T parsed(const Decimal& number) {
    T value{};
    const std::string text = to_string(number);
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

template <typename T>
bool stands_for(const Decimal& number) {
    char text[512];
    const auto result = std::to_chars(text, text + sizeof text, parsed<T>(number), std::chars_format::fixed);
    return Decimal::parse(std::string_view(text, static_cast<std::size_t>(result.ptr - text))) == number;
}

template <typename T, typename Make>
std::vector<T> each(const std::vector<ObservedValue>& values, const T& blank, const Make& make) {
    std::vector<T> made;
    for (const ObservedValue& value : values) made.push_back(std::holds_alternative<MissingReason>(value) ? blank : make(value));
    return made;
}

const Decimal& number_in(const ObservedValue& value) { return std::get<Decimal>(value); }
constexpr int kDecimalPlaces = 8;

std::array<std::int64_t, 2> in_128_bits(const ObservedValue& value) {
    const Decimal& number = number_in(value);
    const std::int64_t low = number.coefficient() * detail::kPowersOfTen[kDecimalPlaces - number.places()];
    return {low, low < 0 ? -1 : 0};
}

Node dictionary_of(const std::string& name, const std::vector<ObservedValue>& values, const std::string& validity) {
    std::vector<std::string> words = {"never used"};
    const auto index = [&](const ObservedValue& value) {
        const auto& word = std::get<std::string>(value);
        const auto found = std::find(words.begin(), words.end(), word);
        if (found != words.end()) return static_cast<std::int16_t>(found - words.begin());
        words.push_back(word);
        return static_cast<std::int16_t>(words.size() - 1);
    };
    const auto indices = each<std::int16_t>(values, 77, index);  // Nulls may have any index.
    return arrow_tests::with_dictionary(arrow_tests::numbers("s", name, indices, validity), arrow_tests::texts("", words));
}

}  // namespace

bool holds(Storage storage, const std::vector<ObservedValue>& values) {
    return std::all_of(values.begin(), values.end(), [&](const ObservedValue& value) {
        if (std::holds_alternative<MissingReason>(value)) return true;
        const auto* number = std::get_if<Decimal>(&value);
        switch (storage) {
            case Storage::kFloat64: return stands_for<double>(*number);
            case Storage::kFloat32: return stands_for<float>(*number);
            case Storage::kDecimal: return number->places() <= kDecimalPlaces && number->absolute() < Decimal(10'000'000);
            case Storage::kInt64: return number->is_integer();
            case Storage::kNulls: return false;
            default: return number == nullptr;
        }
    });
}

Node column_of(const std::string& name, const std::vector<ObservedValue>& values, Storage storage) {
    const std::string validity = validity_of(values);
    const auto text = [](const ObservedValue& value) { return std::get<std::string>(value); };
    switch (storage) {
        case Storage::kFloat64: return arrow_tests::numbers("g", name, each<double>(values, -1e18, [](const auto& value) { return parsed<double>(number_in(value)); }), validity);
        case Storage::kFloat32: return arrow_tests::numbers("f", name, each<float>(values, 1e18F, [](const auto& value) { return parsed<float>(number_in(value)); }), validity);
        case Storage::kInt64: return arrow_tests::numbers("l", name, each<std::int64_t>(values, INT64_MAX, [](const auto& value) { return number_in(value).coefficient(); }), validity);
        case Storage::kDecimal: return arrow_tests::numbers("d:38," + std::to_string(kDecimalPlaces), name, each<std::array<std::int64_t, 2>>(values, {7, 7}, in_128_bits), validity);
        case Storage::kText: return arrow_tests::texts(name, each<std::string>(values, "bad", text), validity);
        case Storage::kLargeText: return arrow_tests::large_texts(name, each<std::string>(values, "bad", text), validity);
        case Storage::kTextView: return arrow_tests::text_views(name, each<std::string>(values, "bad", text), validity);
        case Storage::kDictionary: return dictionary_of(name, values, validity);
        case Storage::kDate:
            return arrow_tests::numbers("tdD", name, each<std::int32_t>(values, 1 << 30, [](const auto& value) { return days_since_epoch(std::get<Date>(value)); }), validity);
        case Storage::kBoolean: {
            std::string bits;
            for (const ObservedValue& value : values) bits += std::holds_alternative<bool>(value) && std::get<bool>(value) ? '1' : '0';
            return arrow_tests::booleans(name, bits, validity);
        }
        case Storage::kNulls: break;
    }
    return arrow_tests::nulls(name, static_cast<std::int64_t>(values.size()));
}

Storage any_storage(ValueType type, const std::vector<ObservedValue>& values, std::mt19937& random) {
    if (std::all_of(values.begin(), values.end(), [](const ObservedValue& value) { return std::holds_alternative<MissingReason>(value); })) return Storage::kNulls;
    if (type == ValueType::kBoolean) return Storage::kBoolean;
    if (type == ValueType::kDate) return Storage::kDate;
    std::vector<Storage> fitting;
    const bool is_number = type == ValueType::kNumber;
    for (int i = 0; i < 4; ++i) {
        const auto storage = static_cast<Storage>((is_number ? 0 : static_cast<int>(Storage::kText)) + i);
        if (!is_number || holds(storage, values)) fitting.push_back(storage);
    }
    return fitting[std::uniform_int_distribution<std::size_t>(0, fitting.size() - 1)(random)];
}

std::vector<Node> columns_of(const std::vector<Cell>& cells, const std::vector<Row>& rows, std::mt19937& random) {
    std::vector<Node> columns;
    std::vector<ObservedValue> keys;
    for (std::size_t i = 0; i < rows.size(); ++i) keys.emplace_back("s" + std::to_string(i));
    columns.push_back(column_of("urn", keys, any_storage(ValueType::kText, keys, random)));
    for (const Cell& cell : cells) {
        std::vector<ObservedValue> values, reasons;
        for (const Row& row : rows) {
            values.push_back(value_in(row, cell.name));
            const auto* reason = std::get_if<MissingReason>(&values.back());
            const bool is_given = reason != nullptr && *reason != MissingReason::kNotLoaded;
            reasons.push_back(is_given ? ObservedValue(std::string(to_word(*reason))) : ObservedValue(MissingReason::kNotLoaded));
        }
        if (std::none_of(rows.begin(), rows.end(), [&](const Row& row) { return row.count(cell.name) != 0; })) continue;
        columns.push_back(column_of(cell.name, values, any_storage(cell.type, values, random)));
        if (cell.is_own()) columns.push_back(column_of(cell.name + ":missing", reasons, any_storage(ValueType::kText, reasons, random)));
    }
    return columns;
}

Table table_of(const std::vector<Node>& columns, const std::vector<std::int64_t>& sizes) {
    static arrow_tests::Tally tally;  // Of all tables: they may live to the end.
    const std::int64_t rows = columns.empty() ? 0 : columns.front().length;
    if (sizes.empty()) return import_table(arrow_tests::table_of(columns, rows), tally).value();
    std::vector<Node> chunks;
    std::int64_t first = 0;
    for (std::size_t i = 0; first < rows; ++i) {
        const std::int64_t length = std::min(sizes[i % sizes.size()], rows - first);
        std::vector<Node> slices;
        for (const Node& column : columns) slices.push_back(arrow_tests::slice(column, first, length));
        chunks.push_back(arrow_tests::table_of(std::move(slices), length));
        first += length;
    }
    return import_chunks(arrow_tests::table_of(columns, 0), std::move(chunks), tally).value();
}

Node doubles(const std::string& name, const std::vector<std::optional<double>>& values) {
    std::vector<double> numbers;
    std::string validity;
    for (const auto& value : values) numbers.push_back(value.value_or(12345)), validity += value ? '1' : '0';
    return arrow_tests::numbers("g", name, numbers, validity);
}

Node words(const std::string& name, const std::vector<std::optional<std::string>>& values) {
    std::vector<ObservedValue> observed;
    for (const auto& value : values) observed.push_back(value ? ObservedValue(*value) : ObservedValue(MissingReason::kNotLoaded));
    return column_of(name, observed, Storage::kText);
}

}  // namespace schoolimp::test

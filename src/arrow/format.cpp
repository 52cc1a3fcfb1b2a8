#include "arrow/format.hpp"

#include <array>
#include <charconv>

namespace schoolimp::inline v0 {

namespace {

struct Plain {
    std::string_view format;
    ColumnType type;
    std::string_view words;
    std::int64_t buffers;
};

/// Types that are one format and nothing more. A view has its sizes as the last buffer, after any number of buffers of text.
constexpr std::array kRead = {
    Plain{"n", ColumnType::kNull, "null", 0},       Plain{"b", ColumnType::kBoolean, "boolean", 2},      Plain{"c", ColumnType::kInt8, "int8", 2},
    Plain{"C", ColumnType::kUInt8, "uint8", 2},     Plain{"s", ColumnType::kInt16, "int16", 2},          Plain{"S", ColumnType::kUInt16, "uint16", 2},
    Plain{"i", ColumnType::kInt32, "int32", 2},     Plain{"I", ColumnType::kUInt32, "uint32", 2},        Plain{"l", ColumnType::kInt64, "int64", 2},
    Plain{"L", ColumnType::kUInt64, "uint64", 2},   Plain{"f", ColumnType::kFloat32, "float32", 2},      Plain{"g", ColumnType::kFloat64, "float64", 2},
    Plain{"u", ColumnType::kUtf8, "utf8", 3},       Plain{"U", ColumnType::kLargeUtf8, "large_utf8", 3}, Plain{"vu", ColumnType::kUtf8View, "utf8_view", 3},
    Plain{"tdD", ColumnType::kDate32, "date32", 2},
};

struct Other {
    std::string_view format;
    std::string_view words;
    std::string_view hint;
    std::int64_t children;
};

constexpr std::string_view kToText = "convert it to utf8";
constexpr std::string_view kToFloat = "convert it to float32 or float64";
constexpr std::string_view kToDate = "convert it to date32";
constexpr std::string_view kToNumber = "convert it to a number, such as int64";
constexpr std::string_view kUnnest = "take its parts into columns of their own";

/// Types that are passed over, as far as their format has no parameter.
constexpr std::array kOthers = {
    Other{"e", "float16", kToFloat, 0},
    Other{"z", "binary", kToText, 0},
    Other{"Z", "large_binary", kToText, 0},
    Other{"vz", "binary_view", kToText, 0},
    Other{"tdm", "date64", kToDate, 0},
    Other{"tts", "time32[s]", kToNumber, 0},
    Other{"ttm", "time32[ms]", kToNumber, 0},
    Other{"ttu", "time64[us]", kToNumber, 0},
    Other{"ttn", "time64[ns]", kToNumber, 0},
    Other{"tDs", "duration[s]", kToNumber, 0},
    Other{"tDm", "duration[ms]", kToNumber, 0},
    Other{"tDu", "duration[us]", kToNumber, 0},
    Other{"tDn", "duration[ns]", kToNumber, 0},
    Other{"tiM", "interval[months]", kToNumber, 0},
    Other{"tiD", "interval[days, time]", kToNumber, 0},
    Other{"tin", "interval[months, days, nanoseconds]", kToNumber, 0},
    Other{"+l", "list", kUnnest, 1},
    Other{"+L", "large_list", kUnnest, 1},
    Other{"+vl", "list_view", kUnnest, 1},
    Other{"+vL", "large_list_view", kUnnest, 1},
    Other{"+m", "map", kUnnest, 1},
    Other{"+s", "struct", kUnnest, kAnyCount},
    Other{"+r", "run_end_encoded", "write its values out for each row", 2},
};

Format other(std::string words, std::string_view hint, std::int64_t children) {
    Format format;
    format.words = std::move(words);
    format.hint = std::string(hint);
    format.buffers = kAnyCount;
    format.children = children;
    return format;
}

/// Takes a whole number from the front of `text`.
std::optional<int> take_number(std::string_view& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end == text.data()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

/// "precision,scale" or "precision,scale,bits".
std::optional<Format> parse_decimal(std::string_view text) {
    constexpr int kUsualBits = 128, kMostDigits = 38;
    const std::optional<int> precision = take_number(text);
    if (!precision || *precision < 1 || !take(text, ",")) return std::nullopt;
    const std::optional<int> places = take_number(text);
    if (!places) return std::nullopt;
    std::optional<int> bits = kUsualBits;
    if (take(text, ",")) bits = take_number(text);
    if (!bits || !text.empty()) return std::nullopt;
    const std::string words = "decimal" + std::to_string(*bits) + "(" + std::to_string(*precision) + ", " + std::to_string(*places) + ")";
    if (*bits == 32 || *bits == 64 || *bits == 256) return other(words, "convert it to decimal128", 0);
    if (*bits != kUsualBits || *precision > kMostDigits) return std::nullopt;
    if (*places > kMostDigits || *places < -kMostDigits) return other(words, kToFloat, 0);
    Format format;
    format.type = ColumnType::kDecimal128;
    format.precision = *precision;
    format.places = *places;
    format.words = words;
    format.buffers = 2;
    return format;
}

/// "s:" and the like, with or without a time zone behind.
std::optional<Format> parse_timestamp(std::string_view text) {
    constexpr std::array<std::array<std::string_view, 2>, 4> kUnits = {{{"s:", "s"}, {"m:", "ms"}, {"u:", "us"}, {"n:", "ns"}}};
    for (const auto& [letter, unit] : kUnits) {
        if (!take(text, letter)) continue;
        const std::string zone = text.empty() ? std::string() : ", " + std::string(text);
        return other("timestamp[" + std::string(unit) + zone + "]", kToDate, 0);
    }
    return std::nullopt;
}

/// A word with one number of 0 or more: fixed_size_binary[16], fixed_size_list[3].
std::optional<Format> parse_sized(std::string_view text, std::string_view words, std::string_view hint, std::int64_t children) {
    const std::optional<int> size = take_number(text);
    if (!size || *size < 0 || !text.empty()) return std::nullopt;
    return other(std::string(words) + "[" + std::to_string(*size) + "]", hint, children);
}

/// Type numbers with commas between: one for each child.
std::optional<Format> parse_union(std::string_view text, std::string_view words) {
    std::int64_t children = 0;
    while (!text.empty()) {
        if (children > 0 && !take(text, ",")) return std::nullopt;
        const std::optional<int> id = take_number(text);
        if (!id || *id < 0 || *id > 127) return std::nullopt;
        ++children;
    }
    return other(std::string(words), kUnnest, children);
}

std::optional<Format> parse_parametric(std::string_view text) {
    if (take(text, "d:")) return parse_decimal(text);
    if (take(text, "ts")) return parse_timestamp(text);
    if (take(text, "w:")) return parse_sized(text, "fixed_size_binary", kToText, 0);
    if (take(text, "+w:")) return parse_sized(text, "fixed_size_list", kUnnest, 1);
    if (take(text, "+ud:")) return parse_union(text, "dense_union");
    if (take(text, "+us:")) return parse_union(text, "sparse_union");
    return std::nullopt;
}

}  // namespace

std::optional<Format> parse_format(std::string_view text) {
    for (const Plain& plain : kRead) {
        if (plain.format != text) continue;
        Format format;
        format.type = plain.type;
        format.words = std::string(plain.words);
        format.buffers = plain.buffers;
        return format;
    }
    for (const Other& found : kOthers)
        if (found.format == text) return other(std::string(found.words), found.hint, found.children);
    return parse_parametric(text);
}

std::string write_format(ColumnType type, int precision, int places) {
    if (type == ColumnType::kDecimal128) return "d:" + std::to_string(precision) + "," + std::to_string(places);
    for (const Plain& plain : kRead)
        if (plain.type == type) return std::string(plain.format);
    return {};
}

}  // namespace schoolimp::inline v0

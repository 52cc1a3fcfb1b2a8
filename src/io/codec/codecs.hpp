// Codecs of single values: each reads a JSON value into a C++ one, reporting what is wrong, and writes it back.
// A codec has `type`, read(reader, place, value, out) and write(writer, value).
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/codec/patterns.hpp"
#include "io/codec/reader.hpp"
#include "io/json/write.hpp"
#include "schoolimp/core/date.hpp"
#include "schoolimp/core/decimal.hpp"
#include "schoolimp/framework/words.hpp"

namespace schoolimp::inline v0::codec {

using json::Writer;

inline constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

/// Text with bounds in characters and, perhaps, a form.
struct Text {
    using type = std::string;
    std::size_t minimum = 1;
    std::size_t maximum = kNoLimit;
    const Pattern* form = nullptr;

    void read(Reader& reader, const Place& place, const Value& value, std::string& out) const;
    void write(Writer& writer, const std::string& value) const { writer.string(value); }
};

inline constexpr Text kAnyText{1};                         // not empty
inline constexpr Text kAnyTextOrEmpty{0};
inline constexpr Text kText{1, 4000};
inline constexpr Text kExpression{1, 8000};
inline constexpr Text kId{0, 96, &kIdForm};
inline constexpr Text kSimpleId{0, 64, &kSimpleIdForm};
inline constexpr Text kLevelRef{0, 130, &kLevelRefForm};
inline constexpr Text kFactRef{0, kNoLimit, &kFactRefForm};
inline constexpr Text kHash{0, kNoLimit, &kHashForm};

/// true or false.
struct Flag {
    using type = bool;
    void read(Reader& reader, const Place& place, const Value& value, bool& out) const;
    void write(Writer& writer, bool value) const { writer.boolean(value); }
};
inline constexpr Flag kFlag{};

/// A flag written as one of two words, the word for false first.
struct TwoWords {
    using type = bool;
    std::string_view no, yes;
    void read(Reader& reader, const Place& place, const Value& value, bool& out) const;
    void write(Writer& writer, bool value) const { writer.string(value ? yes : no); }
};

/// A whole number between two bounds.
struct Whole {
    using type = int;
    int minimum;
    int maximum;
    void read(Reader& reader, const Place& place, const Value& value, int& out) const;
    void write(Writer& writer, int value) const { writer.number(static_cast<long long>(value)); }
};

/// An exact decimal, with bounds where the reference gives them.
struct Exact {
    using type = Decimal;
    std::optional<int> minimum{};
    std::optional<int> maximum{};
    void read(Reader& reader, const Place& place, const Value& value, Decimal& out) const;
    void write(Writer& writer, const Decimal& value) const { writer.number(value); }
};
inline constexpr Exact kNumber{};

/// YYYY-MM-DD, a day that exists.
struct Day {
    using type = Date;
    void read(Reader& reader, const Place& place, const Value& value, Date& out) const;
    void write(Writer& writer, const Date& value) const { writer.string(to_string(value)); }
};
inline constexpr Day kDay{};

/// "2018/19" or "2018/19 autumn".
struct PeriodText {
    using type = Period;
    void read(Reader& reader, const Place& place, const Value& value, Period& out) const;
    void write(Writer& writer, const Period& value) const { writer.string(to_string(value)); }
};
inline constexpr PeriodText kPeriod{};

/// "2018/19".
struct YearText {
    using type = AcademicYear;
    void read(Reader& reader, const Place& place, const Value& value, AcademicYear& out) const;
    void write(Writer& writer, const AcademicYear& value) const { writer.string(to_string(value)); }
};
inline constexpr YearText kYear{};

/// Position of a word in a list; none, with an issue that names the nearest one, when it is not there.
std::optional<std::size_t> read_word(Reader& reader, const Place& place, const Value& value, std::span<const std::string_view> words);

/// The words of an enumeration, in its order.
template <typename Enum>
struct WordList {
    static std::span<const std::string_view> list() { return Words<Enum>::values; }
};

/// For enumerations whose words come from a function to_word(); `last` is the last enumerator.
template <typename Enum, Enum last>
struct WordsByFunction {
    static std::span<const std::string_view> list() {
        static const std::vector<std::string_view> words = [] {
            std::vector<std::string_view> all;
            for (std::size_t i = 0; i <= static_cast<std::size_t>(last); ++i) all.push_back(to_word(static_cast<Enum>(i)));
            return all;
        }();
        return words;
    }
};

template <typename Enum>
struct Word {
    using type = Enum;
    void read(Reader& reader, const Place& place, const Value& value, Enum& out) const {
        if (const auto index = read_word(reader, place, value, WordList<Enum>::list())) out = static_cast<Enum>(*index);
    }
    void write(Writer& writer, Enum value) const { writer.string(WordList<Enum>::list()[static_cast<std::size_t>(value)]); }
};
template <typename Enum>
inline constexpr Word<Enum> kWord{};

/// False, with an issue, when a list has fewer or more items than it may.
bool check_count(Reader& reader, const Place& place, std::size_t count, std::size_t minimum, std::size_t maximum);

/// Reports every text of a list that stood in it before.
void check_unique(Reader& reader, const Place& place, const json::Array& items);

/// A list of values of one codec.
template <typename Item>
struct List {
    using type = std::vector<typename Item::type>;
    Item item;
    std::size_t minimum = 0;
    std::size_t maximum = kNoLimit;
    bool unique = false;

    constexpr List at_least(std::size_t n) const { return List{item, n, maximum, unique}; }
    constexpr List at_most(std::size_t n) const { return List{item, minimum, n, unique}; }
    constexpr List each_once() const { return List{item, minimum, maximum, true}; }

    void read(Reader& reader, const Place& place, const Value& value, type& out) const {
        const json::Array* items = value.array();
        if (items == nullptr) return reader.wrong_type(place, "a list", value);
        check_count(reader, place, items->size(), minimum, maximum);
        out.clear();
        out.reserve(items->size());
        for (std::size_t i = 0; i < items->size(); ++i) {
            const Place at(place, i);
            typename Item::type element{};
            item.read(reader, at, (*items)[i], element);
            out.push_back(std::move(element));
        }
        if (unique) check_unique(reader, place, *items);
    }
    void write(Writer& writer, const type& values) const {
        writer.begin_array();
        for (const auto& element : values) item.write(writer, element);
        writer.end_array();
    }

    constexpr List(Item item_codec, std::size_t at_least = 0, std::size_t at_most = kNoLimit, bool once = false)
        : item(item_codec), minimum(at_least), maximum(at_most), unique(once) {}
};
template <typename Item>
List(Item) -> List<Item>;

template <typename Item>
constexpr List<Item> list_of(Item item) {
    return List<Item>(item);
}

/// A value or null, where null says something (a hole in a map).
template <typename Item>
struct Nullable {
    using type = std::optional<typename Item::type>;
    Item item;
    void read(Reader& reader, const Place& place, const Value& value, type& out) const {
        out.reset();
        if (!value.is_null()) item.read(reader, place, value, out.emplace());
    }
    void write(Writer& writer, const type& value) const {
        if (value) {
            item.write(writer, *value);
        } else {
            writer.null();
        }
    }
};
template <typename Item>
Nullable(Item) -> Nullable<Item>;

}  // namespace schoolimp::inline v0::codec

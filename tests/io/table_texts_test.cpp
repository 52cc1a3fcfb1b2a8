// Columns of tables as texts: every type that evidence has, as its documents write it.
#include "schoolimp/io/table_texts.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>

namespace schoolimp {
namespace {

using Texts = std::vector<std::optional<std::string>>;

constexpr std::uint8_t kBits = 0b011;
const ColumnLayout kFirstTwo = {0, false, &kBits, nullptr};

template <typename Add>
Table one_column(std::int64_t rows, Add add) {
    TableBuilder builder(rows);
    add(builder);
    return builder.build().value();
}

TEST(TableTexts, AreThoseOfDocuments) {
    const double doubles[] = {61.5, NAN, 1e17, -0.1, 5e-7};
    EXPECT_EQ(column_texts(one_column(5, [&](TableBuilder& builder) { builder.add_numbers("x", doubles); }), "x").value(),
              (Texts{"61.5", std::nullopt, "100000000000000000", "-0.1", "0.0000005"}));
    const float floats[] = {0.1f, 16777216.0f};
    EXPECT_EQ(column_texts(one_column(2, [&](TableBuilder& builder) { builder.add_numbers("x", floats); }), "x").value(), (Texts{"0.1", "16777216"}));
    const std::uint64_t wholes[] = {0, std::numeric_limits<std::uint64_t>::max()};
    EXPECT_EQ(column_texts(one_column(2, [&](TableBuilder& builder) { builder.add_numbers("x", wholes); }), "x").value(), (Texts{"0", "18446744073709551615"}));
    const std::uint8_t truths[] = {1, 0, 1};
    EXPECT_EQ(column_texts(one_column(3, [&](TableBuilder& builder) { builder.add_booleans("x", truths, kFirstTwo); }), "x").value(),
              (Texts{"true", "false", std::nullopt}));
    const std::int32_t days[] = {0, -1, 7};
    EXPECT_EQ(column_texts(one_column(3, [&](TableBuilder& builder) { builder.add_dates("x", days, kFirstTwo); }), "x").value(),
              (Texts{"1970-01-01", "1969-12-31", std::nullopt}));
    const std::vector<std::string> words = {"good", "", "lost"};
    EXPECT_EQ(column_texts(one_column(3, [&](TableBuilder& builder) { builder.add_texts("x", words, kFirstTwo); }), "x").value(), (Texts{"good", "", std::nullopt}));
}

TEST(TableTexts, NameTheRowOfWhatCannotBeWritten) {
    const double numbers[] = {1, INFINITY, 1e30};
    const Result<Texts> texts = column_texts(one_column(3, [&](TableBuilder& builder) { builder.add_numbers("x", numbers); }), "x");
    ASSERT_FALSE(texts.ok());
    ASSERT_EQ(texts.status().issues().size(), 2u);
    EXPECT_EQ(texts.status().issues()[0].pointer, "row 1, column 'x'");
    EXPECT_EQ(texts.status().issues()[1].pointer, "row 2, column 'x'");
    EXPECT_EQ(texts.status().issues()[1].code, "out_of_range");
}

TEST(TableTexts, WantTheirColumn) {
    const double numbers[] = {1};
    const Result<Texts> texts = column_texts(one_column(1, [&](TableBuilder& builder) { builder.add_numbers("x", numbers); }), "y");
    ASSERT_FALSE(texts.ok());
    EXPECT_EQ(texts.status().issues()[0].code, "unknown_column");
}

}  // namespace
}  // namespace schoolimp

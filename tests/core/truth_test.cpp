// The truth tables of docs/language.md, read from the document itself.
#include "schoolimp/core/truth.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace schoolimp {
namespace {

constexpr Truth kAll[] = {Truth::kTrue, Truth::kFalse, Truth::kUnknown, Truth::kNotApplicable};

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::stringstream stream(line);
    std::string cell;
    while (std::getline(stream, cell, '|')) {
        const auto first = cell.find_first_not_of(" *"), last = cell.find_last_not_of(" *");
        if (first != std::string::npos) cells.push_back(cell.substr(first, last - first + 1));
    }
    return cells;
}

Truth truth(const std::string& word) {
    static const std::map<std::string, Truth> kWords = {
        {"true", Truth::kTrue}, {"false", Truth::kFalse}, {"unknown", Truth::kUnknown}, {"na", Truth::kNotApplicable}};
    return kWords.at(word);
}

// The rows of the table: name, then four results of "and", then (after the name again) four of "or".
std::vector<std::vector<std::string>> table_rows() {
    std::ifstream file(SCHOOLIMP_SOURCE_DIR "/docs/language.md");
    std::vector<std::vector<std::string>> rows;
    std::string line;
    while (std::getline(file, line))
        if (line.rfind("| **", 0) == 0) rows.push_back(cells_of(line));
    return rows;
}

TEST(Truth, FollowsTheTablesOfTheReference) {
    const auto rows = table_rows();
    ASSERT_EQ(rows.size(), 4u);
    for (const auto& row : rows) {
        ASSERT_EQ(row.size(), 10u);
        ASSERT_EQ(row[0], row[5]);
        for (std::size_t column = 0; column < 4; ++column) {
            EXPECT_EQ(truth_and(truth(row[0]), kAll[column]), truth(row[1 + column])) << row[0] << " && column " << column;
            EXPECT_EQ(truth_or(truth(row[0]), kAll[column]), truth(row[6 + column])) << row[0] << " || column " << column;
        }
    }
}

TEST(Truth, IsCommutativeAssociativeAndDual) {
    for (Truth a : kAll) {
        EXPECT_EQ(truth_not(truth_not(a)), a);
        EXPECT_EQ(truth_and(a, a), a);
        EXPECT_EQ(truth_or(a, a), a);
        for (Truth b : kAll) {
            EXPECT_EQ(truth_and(a, b), truth_and(b, a));
            EXPECT_EQ(truth_or(a, b), truth_or(b, a));
            EXPECT_EQ(truth_not(truth_and(a, b)), truth_or(truth_not(a), truth_not(b)));
            for (Truth c : kAll) {
                EXPECT_EQ(truth_and(truth_and(a, b), c), truth_and(a, truth_and(b, c)));
                EXPECT_EQ(truth_or(truth_or(a, b), c), truth_or(a, truth_or(b, c)));
            }
        }
    }
}

TEST(Truth, NotKeepsUnknownAndNotApplicable) {
    EXPECT_EQ(truth_not(Truth::kTrue), Truth::kFalse);
    EXPECT_EQ(truth_not(Truth::kUnknown), Truth::kUnknown);
    EXPECT_EQ(truth_not(Truth::kNotApplicable), Truth::kNotApplicable);
}

// Whatever an unknown part turns out to be, a known result stays.
TEST(Truth, AKnownResultSurvivesEveryFilling) {
    for (Truth known : kAll)
        for (Truth filling : {Truth::kTrue, Truth::kFalse}) {
            const Truth both = truth_and(known, Truth::kUnknown), either = truth_or(known, Truth::kUnknown);
            EXPECT_TRUE(both == Truth::kUnknown || both == truth_and(known, filling));
            EXPECT_TRUE(either == Truth::kUnknown || either == truth_or(known, filling));
        }
}

TEST(Truth, HasTheWordsOfDocuments) {
    EXPECT_EQ(to_word(Truth::kTrue), "met");
    EXPECT_EQ(to_word(Truth::kFalse), "not_met");
    EXPECT_EQ(to_word(Truth::kUnknown), "unknown");
    EXPECT_EQ(to_word(Truth::kNotApplicable), "not_applicable");
    EXPECT_EQ(to_truth(true), Truth::kTrue);
    EXPECT_EQ(to_truth(false), Truth::kFalse);
}

}  // namespace
}  // namespace schoolimp

#include "schoolimp/evidence/benchmarks.hpp"

#include <gtest/gtest.h>

namespace schoolimp {
namespace {

Benchmark line(std::string indicator, std::string phase, int year, Decimal value, std::string group = "") {
    return {std::move(indicator), std::move(group), Period{AcademicYear{year}, 0}, std::move(phase), value, "test"};
}

const Period k2018{AcademicYear{2018}, 0};

TEST(BenchmarksTest, FindsThePhaseThenAll) {
    const Benchmarks table = *Benchmarks::from({line("absence", "all", 2018, 5), line("absence", "primary", 2018, 4), line("ks2", "all", 2018, 65),
                                                line("ks2", "all", 2018, 73, "reading")});
    EXPECT_EQ(table.find("absence", "", k2018, "primary")->value, Decimal(4));
    EXPECT_EQ(table.find("absence", "", k2018, "secondary")->value, Decimal(5));
    EXPECT_EQ(table.find("absence", "", k2018, "")->value, Decimal(5));
    EXPECT_EQ(table.find("ks2", "reading", k2018, "primary")->value, Decimal(73));
    EXPECT_EQ(table.find("ks2", "maths", k2018, "primary"), nullptr);
    EXPECT_EQ(table.find("absence", "", shifted(k2018, 1), "primary"), nullptr) << "another year's figure is not used";
}

TEST(BenchmarksTest, TwoValuesForOneCellFail) {
    const Result<Benchmarks> table = Benchmarks::from({line("ks2", "all", 2018, 65), line("ks2", "all", 2018, 66)});
    ASSERT_FALSE(table.ok());
    EXPECT_NE(table.status().issues().at(0).message.find("65 and as 66"), std::string::npos);
    EXPECT_EQ(Benchmarks::from({line("ks2", "all", 2018, 65), line("ks2", "all", 2018, 65)})->lines().size(), 1u);
}

TEST(BenchmarksTest, OverlayWins) {
    const Benchmarks base = *Benchmarks::from({line("ks2", "all", 2017, 64), line("ks2", "all", 2018, 65)});
    const Benchmarks own = *Benchmarks::from({line("ks2", "all", 2018, 60), line("ks4", "all", 2018, 46)});
    const Benchmarks both = base.overlaid(own);
    EXPECT_EQ(both.lines().size(), 3u);
    EXPECT_EQ(both.find("ks2", "", k2018, "primary")->value, Decimal(60));
    EXPECT_EQ(both.find("ks2", "", shifted(k2018, 1), "primary")->value, Decimal(64));
}

}  // namespace
}  // namespace schoolimp

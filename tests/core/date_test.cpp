// Dates, academic years and periods, over all days of two centuries.
#include "schoolimp/core/date.hpp"

#include <gtest/gtest.h>

#include <string>

namespace schoolimp {
namespace {

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

unsigned days_in(int year, unsigned month) {
    constexpr unsigned kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

TEST(Date, CountsEveryDayFrom1900To2100) {
    std::int32_t expected = -25567;  // 1900-01-01
    for (int year = 1900; year <= 2100; ++year)
        for (unsigned month = 1; month <= 12; ++month) {
            for (unsigned day = 1; day <= days_in(year, month); ++day, ++expected) {
                const auto date = make_date(year, month, day);
                ASSERT_TRUE(date.has_value());
                ASSERT_EQ(days_since_epoch(*date), expected);
                ASSERT_EQ(from_days(expected), *date);
                ASSERT_EQ(parse_date(to_string(*date)), date);
            }
            ASSERT_FALSE(make_date(year, month, days_in(year, month) + 1).has_value());
        }
}

TEST(Date, ReadsTheIsoFormOnly) {
    EXPECT_EQ(to_string(*parse_date("2026-02-28")), "2026-02-28");
    for (const char* text : {"", "2026-2-28", "2026-02-30", "2026-13-01", "2026-00-10", "2026-01-00", "26-01-01", "2026/01/01", "2026-01-01T00:00",
                             " 2026-01-01", "2026-1a-01", "0000-01-01", "-026-01-01"})
        EXPECT_FALSE(parse_date(text).has_value()) << text;
}

TEST(Date, AddingMonthsStaysInTheMonth) {
    for (int days = -25567; days < 47847; days += 17) {
        const Date date = from_days(days);
        const std::chrono::year_month_day from{date};
        for (int n : {-13, -12, -1, 0, 1, 2, 3, 12, 25}) {
            const std::chrono::year_month_day to{add_months(date, n)};
            const int month = static_cast<int>(from.year()) * 12 + static_cast<int>(static_cast<unsigned>(from.month())) - 1 + n;
            ASSERT_EQ(static_cast<int>(to.year()) * 12 + static_cast<int>(static_cast<unsigned>(to.month())) - 1, month);
            const unsigned last = days_in(static_cast<int>(to.year()), static_cast<unsigned>(to.month()));
            ASSERT_EQ(static_cast<unsigned>(to.day()), std::min(static_cast<unsigned>(from.day()), last));
        }
    }
    EXPECT_EQ(to_string(add_months(*parse_date("2024-01-31"), 1)), "2024-02-29");
    EXPECT_EQ(to_string(add_months(*parse_date("2026-01-31"), 1)), "2026-02-28");
}

TEST(Date, RangesHoldBothTheirEnds) {
    const DateRange range{*parse_date("2026-09-01"), *parse_date("2026-09-03")};
    EXPECT_TRUE(range.contains(range.first));
    EXPECT_TRUE(range.contains(range.last));
    EXPECT_FALSE(range.contains(*parse_date("2026-09-04")));
    EXPECT_TRUE(range.overlaps({range.last, *parse_date("2026-10-01")}));
    EXPECT_FALSE(range.overlaps({*parse_date("2026-09-04"), *parse_date("2026-10-01")}));
}

TEST(AcademicYear, StartsInAugust) {
    EXPECT_EQ(academic_year_of(*parse_date("2026-07-31")).start, 2025);
    EXPECT_EQ(academic_year_of(*parse_date("2026-08-01")).start, 2026);
    EXPECT_EQ(to_string(AcademicYear{2018}), "2018/19");
    EXPECT_EQ(to_string(AcademicYear{1999}), "1999/00");
}

TEST(AcademicYear, ReadsItsOwnFormOnly) {
    for (int start = 1900; start <= 2200; ++start) EXPECT_EQ(parse_academic_year(to_string(AcademicYear{start})), AcademicYear{start});
    for (const char* text : {"2018", "2018/20", "2018-19", "2018/2019", "18/19", "1899/00", "2018/1a"})
        EXPECT_FALSE(parse_academic_year(text).has_value()) << text;
}

TEST(Period, ShiftsByItsOwnKind) {
    const Period year{AcademicYear{2018}, 0}, spring{AcademicYear{2018}, 2};
    EXPECT_EQ(to_string(shifted(year, 1)), "2017/18");
    EXPECT_EQ(to_string(shifted(spring, 1)), "2018/19 autumn");
    EXPECT_EQ(to_string(shifted(spring, 2)), "2017/18 summer");
    for (int n = -40; n <= 40; ++n) {
        EXPECT_EQ(shifted(shifted(spring, n), -n), spring);
        EXPECT_EQ(shifted(shifted(year, n), -n), year);
        EXPECT_EQ(shifted(shifted(spring, n), 1), shifted(spring, n + 1));
    }
}

TEST(Period, TextReadsBack) {
    for (int start = 1990; start < 2040; ++start)
        for (std::int8_t term = 0; term <= 3; ++term) {
            const Period period{AcademicYear{start}, term};
            EXPECT_EQ(parse_period(to_string(period)), period);
        }
    for (const char* text : {"", "2018/19 Autumn", "2018/19autumn", "2018/19 winter", "2018/19 ", "autumn"})
        EXPECT_FALSE(parse_period(text).has_value()) << text;
}

TEST(Period, TermsEndInOrderWithinTheirYear) {
    const AcademicYear year{2018};
    const Date autumn = customary_end({year, 1}), spring = customary_end({year, 2}), summer = customary_end({year, 3});
    EXPECT_LT(autumn, spring);
    EXPECT_LT(spring, summer);
    EXPECT_EQ(customary_end({year, 0}), summer);
}

}  // namespace
}  // namespace schoolimp

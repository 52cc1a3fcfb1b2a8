#include "schoolimp/interop/absl.hpp"

#include <gtest/gtest.h>

namespace schoolimp {
namespace {

TEST(InteropAbsl, CodesAreTheSameNumbers) {
    for (int code = 1; code <= 16; ++code) {
        const absl::Status converted = to_absl(Status(static_cast<StatusCode>(code), "text"));
        EXPECT_EQ(static_cast<int>(converted.code()), code);
        EXPECT_EQ(converted.message(), "text");
    }
    EXPECT_TRUE(to_absl(Status()).ok());
}

TEST(InteropAbsl, IssuesBecomeLines) {
    const absl::Status converted = to_absl(invalid_document("framework", {{"/id", "missing_member", "id is missing", "add it"}}));
    EXPECT_NE(converted.message().find("\n/id: id is missing (add it)"), absl::string_view::npos);
}

TEST(InteropAbsl, ResultKeepsItsValue) {
    const absl::StatusOr<int> value = to_absl(Result<int>(7));
    ASSERT_TRUE(value.ok());
    EXPECT_EQ(*value, 7);
    EXPECT_EQ(to_absl(Result<int>(Status(StatusCode::kNotFound, "no"))).status().code(), absl::StatusCode::kNotFound);
}

TEST(InteropAbsl, DatesGoBothWays) {
    for (int days : {-25567, -1, 0, 59, 11016, 20000, 50000}) EXPECT_EQ(from_absl(to_absl(from_days(days))), from_days(days));
    EXPECT_EQ(to_absl(*parse_date("2024-02-29")), absl::CivilDay(2024, 2, 29));
}

}  // namespace
}  // namespace schoolimp

#include "schoolimp/core/status.hpp"

#include <gtest/gtest.h>

namespace schoolimp {
namespace {

TEST(Status, CountsItsErrorsAndQuotesTheFirst) {
    const Issue odd{"/a", "unused_indicator", "not used", "", Severity::kWarning};
    const Issue bad{"/b", "unknown_name", "unknown name 'x'", "did you mean 'y'?", Severity::kError};
    const Status one = invalid_document("framework", {odd, bad});
    EXPECT_EQ(one.code(), StatusCode::kInvalidArgument);
    EXPECT_EQ(one.message(), "framework: 1 problem; first: /b: unknown name 'x' (did you mean 'y'?)");
    EXPECT_EQ(one.issues().size(), 2u);
    EXPECT_EQ(invalid_document("framework", {bad, bad}).message().substr(0, 22), "framework: 2 problems;");
    EXPECT_FALSE(has_error({odd}));
    EXPECT_TRUE(has_error({odd, bad}));
}

TEST(Result, HoldsAValueOrTheReasonWhyNot) {
    const Result<int> good = 3;
    EXPECT_TRUE(good.ok());
    EXPECT_EQ(good.value(), 3);
    EXPECT_TRUE(good.status().ok());
    const Result<int> bad = Status(StatusCode::kNotFound, "no such school");
    EXPECT_FALSE(bad.ok());
    EXPECT_EQ(bad.status().code(), StatusCode::kNotFound);
    EXPECT_THROW(bad.value(), BadResultAccess);
}

}  // namespace
}  // namespace schoolimp

#include "schoolimp/interop/nlohmann.hpp"

#include <gtest/gtest.h>

#include "io/support.hpp"

namespace schoolimp::testing {
namespace {

template <typename T, typename Json>
void expect_round_trip(const std::string& kind) {
    SCOPED_TRACE(kind);
    const Result<T> document = from_json<T>(Json::parse(sample(kind)));
    ASSERT_TRUE(document.ok()) << document.status().message();
    EXPECT_EQ(nlohmann_detail::TextOf<T>::write(*document), read_document(kind, sample(kind)).canonical);
    const Json value = *document;
    EXPECT_EQ(value, Json::parse(sample(kind)));
    EXPECT_EQ(value.at("schema"), "schoolimp/" + kind + "/1");
    const Result<T> back = from_json<T>(value);
    ASSERT_TRUE(back.ok()) << back.status().message();
    EXPECT_EQ(*back, *document);
}

template <typename Json>
void expect_round_trips() {
    expect_round_trip<Benchmarks, Json>("benchmarks");
    expect_round_trip<Calendar, Json>("calendar");
    expect_round_trip<DecisionList, Json>("decisions");
    expect_round_trip<Evidence, Json>("evidence");
    expect_round_trip<FrameworkDocument, Json>("framework");
    expect_round_trip<Judgement, Json>("judgement");
    expect_round_trip<Plan, Json>("plan");
    expect_round_trip<Rollup, Json>("rollup");
    expect_round_trip<SchoolYearDocument, Json>("school_year");
    expect_round_trip<Trust, Json>("trust");
}

TEST(InteropNlohmann, EveryKindGoesBothWays) {
    expect_round_trips<nlohmann::json>();
    expect_round_trips<nlohmann::ordered_json>();
}

TEST(InteropNlohmann, KeepsTheOrderOfTheDocumentWhereTheValueDoes) {
    const nlohmann::ordered_json value = from_json<Plan>(nlohmann::json::parse(sample("plan"))).value();
    EXPECT_EQ(value.dump(), read_document("plan", sample("plan")).canonical);
}

TEST(InteropNlohmann, ErrorsComeAsAStatus) {
    nlohmann::json value = nlohmann::json::parse(sample("plan"));
    value["start"] = "soon";
    value.erase("school");
    const Result<Plan> plan = from_json<Plan>(value);
    ASSERT_FALSE(plan.ok());
    EXPECT_EQ(plan.status().code(), StatusCode::kInvalidArgument);
    std::vector<std::string> found;
    for (const Issue& issue : plan.status().issues()) found.push_back(issue.code + " " + issue.pointer);
    EXPECT_EQ(found, (std::vector<std::string>{"bad_date /start", "missing_member "}));

    EXPECT_EQ(from_json<Trust>(value).status().issues()[0].code, "wrong_schema");
    EXPECT_EQ(from_json<Plan>(nlohmann::json()).status().issues()[0].code, "wrong_type");
    EXPECT_EQ(from_json<Plan>(nlohmann::json(nlohmann::json::value_t::discarded)).status().issues()[0].code, "syntax");
    value["school"] = "\xff";
    EXPECT_EQ(from_json<Plan>(value).status().issues()[0].code, "encoding");
    ParseLimits limits;
    limits.max_bytes = 10;
    EXPECT_EQ(from_json<Plan>(value["levels"], limits).status().code(), StatusCode::kResourceExhausted);
}

TEST(InteropNlohmann, UnknownMembersAreKeptWithAWarningOrRefused) {
    nlohmann::json value = nlohmann::json::parse(sample("trust"));
    value["schools"][0]["colour"] = {{"red", 1}, {"blue", {1.5, nullptr}}};
    std::vector<Issue> warnings;
    const Result<Trust> trust = from_json<Trust>(value, {}, &warnings);
    ASSERT_TRUE(trust.ok()) << trust.status().message();
    ASSERT_EQ(warnings.size(), 1u);
    EXPECT_EQ(warnings[0].pointer, "/schools/0/colour");
    EXPECT_EQ(nlohmann::json(*trust), value);

    nlohmann::json year = nlohmann::json::parse(sample("school_year"));
    year["colour"] = "red";
    EXPECT_EQ(from_json<SchoolYearDocument>(year).status().issues()[0].code, "unknown_member");
}

TEST(InteropNlohmann, DocumentsStandInsideOtherValues) {
    const Trust trust = from_json<Trust>(nlohmann::json::parse(sample("trust"))).value();
    const nlohmann::json value = {{"trusts", std::vector<Trust>{trust, trust}}};
    EXPECT_EQ(from_json<Trust>(value["trusts"][1]).value(), trust);
}

}  // namespace
}  // namespace schoolimp::testing

// The checks of measures: members of each kind, bands, matrices, scores, tables, limits.
#include <gtest/gtest.h>

#include "framework/bands.hpp"
#include "framework/document.hpp"

namespace schoolimp {
namespace {

using namespace test;

struct Case {
    const char* name;
    Measure (*make)();
    std::vector<std::string> expected;  ///< Pointers below /measures/1.
};

void PrintTo(const Case& tested, std::ostream* out) { *out << tested.name; }

class MeasureCheck : public testing::TestWithParam<Case> {};

TEST_P(MeasureCheck, IsReported) {
    FrameworkDocument document = sample();
    document.measures.push_back(GetParam().make());
    std::vector<std::string> found;
    for (const std::string& code : codes_of(document)) {
        const std::size_t at = code.find(" at /measures/1");
        found.push_back(at == std::string::npos ? code : code.substr(0, at + 4) + code.substr(at + 15));
    }
    EXPECT_EQ(found, GetParam().expected);
}

std::string name_of(const testing::TestParamInfo<Case>& info) { return info.param.name; }

Measure bands(std::vector<RangeBand> ranges, const char* of = "points") {
    Measure made = measure("m", MeasureKind::kBands, "tier");
    made.of = {of};
    made.bands = std::move(ranges);
    return made;
}

Measure with(Measure made, void (*change)(Measure&)) {
    change(made);
    return made;
}

Measure good_bands() { return bands({band("(-inf, 3)", "low"), band("[3, inf)", "high")}); }

INSTANTIATE_TEST_SUITE_P(
    Bands, MeasureCheck,
    testing::Values(Case{"Fine", [] { return good_bands(); }, {}},
                    Case{"InAnyOrder",
                         [] {
                             return bands({band("[3, inf)", "high"), band("(-inf,3)", "low")});
                         },
                         {}},
                    Case{"BoundedByTheIndicator",
                         [] {
                             return bands({band("[0, 3)", "low"), band("[3, 100]", "high")}, "pct");
                         },
                         {}},
                    Case{"BoundsAreTheIndicatorsOwn",
                         [] {
                             return bands({band("[0, 3)", "low"), band("[3, 100]", "high")}, "pct + 0");
                         },
                         {"band_gap at /bands", "band_gap at /bands"}},
                    Case{"EndOfTheIndicator",
                         [] {
                             return bands({band("(0, 3)", "low"), band("[3, 100)", "high")}, "pct");
                         },
                         {"band_gap at /bands", "band_gap at /bands"}},
                    Case{"Gap",
                         [] {
                             return bands({band("(-inf, 3)", "low"), band("(3, inf)", "high")});
                         },
                         {"band_gap at /bands"}},
                    Case{"AllowedGap",
                         [] {
                             return with(bands({band("(-inf, 3)", "low"), band("(3, inf)", "high")}), [](Measure& m) { m.gaps_unknown = true; });
                         },
                         {}},
                    Case{"Overlap",
                         [] {
                             return bands({band("(-inf, 3]", "low"), band("[3, inf)", "high")});
                         },
                         {"band_overlap at /bands/1/range"}},
                    Case{"Inside",
                         [] {
                             return bands({band("(-inf, inf)", "low"), band("[3, 4]", "high"), band("[6, 7]", "high")});
                         },
                         {"band_overlap at /bands/1/range", "band_overlap at /bands/2/range"}},
                    Case{"Form",
                         [] {
                             return bands({band("3 - 4", "low"), band("(-inf, inf)", "high")});
                         },
                         {"bad_range at /bands/0/range"}},
                    Case{"Empty",
                         [] {
                             return bands({band("[4, 3]", "low"), band("[4, 4)", "low"), band("(-inf, inf)", "high")});
                         },
                         {"bad_range at /bands/0/range", "bad_range at /bands/1/range"}},
                    Case{"InfinityIncluded", [] { return bands({band("[-inf, inf)", "low")}); }, {"bad_range at /bands/0/range"}},
                    Case{"UnknownLevel", [] { return bands({band("(-inf, inf)", "lo")}); }, {"unknown_reference at /bands/0/level"}},
                    Case{"NotANumber", [] { return with(good_bands(), [](Measure& m) { m.of = {"word"}; }); }, {"wrong_type at /of"}},
                    Case{"NoNumber", [] { return with(good_bands(), [](Measure& m) { m.of.clear(); }); }, {"missing_member at "}},
                    Case{"NoBands", [] { return bands({}); }, {"missing_member at "}},
                    Case{"NoScale", [] { return with(good_bands(), [](Measure& m) { m.scale.clear(); }); }, {"missing_member at "}},
                    Case{"Variant",
                         [] {
                             return with(good_bands(), [](Measure& m) {
                                 m.variants = {assumed(BandVariant())};
                                 m.variants[0].when = "pct";
                                 m.variants[0].bands = {band("(-inf, 3)", "low")};
                             });
                         },
                         {"wrong_type at /variants/0/when", "band_gap at /variants/0/bands"}}),
    name_of);

Measure matrix() {
    Measure made = measure("m", MeasureKind::kMatrix, "tier");
    made.rows = "grade_now";
    made.columns = "kind_now";
    for (const char* row : {"poor", "fair", "good"}) made.cells[row] = {{"infant", "low"}, {"junior", std::nullopt}};
    return made;
}

INSTANTIATE_TEST_SUITE_P(
    Matrix, MeasureCheck,
    testing::Values(
        Case{"Fine", [] { return matrix(); }, {}},
        Case{"Row", [] { return with(matrix(), [](Measure& m) { m.cells.erase("fair"); }); }, {"missing_cell at /cells"}},
        Case{"Cell", [] { return with(matrix(), [](Measure& m) { m.cells["good"].erase("junior"); }); }, {"missing_cell at /cells/good"}},
        Case{"RowName", [] { return with(matrix(), [](Measure& m) { m.cells["bad"] = m.cells["good"]; }); }, {"unknown_reference at /cells/bad"}},
        Case{"CellName", [] { return with(matrix(), [](Measure& m) { m.cells["good"]["senior"] = "low"; }); }, {"unknown_reference at /cells/good/senior"}},
        Case{"CellLevel", [] { return with(matrix(), [](Measure& m) { m.cells["good"]["junior"] = "good"; }); }, {"unknown_reference at /cells/good/junior"}},
        Case{"Axis",
             [] {
                 return with(matrix(), [](Measure& m) {
                     m.rows = "pct";
                     m.columns.clear();
                 });
             },
             {"wrong_type at /rows", "missing_member at "}},
        Case{"NoCells", [] { return with(matrix(), [](Measure& m) { m.cells.clear(); }); }, {"missing_member at "}}),
    name_of);

Measure score() {
    Measure made = measure("m", MeasureKind::kScore, "");
    made.parts = {assumed(ScorePart()), assumed(ScorePart())};
    made.parts[0].id = "a";
    made.parts[0].value = "pct";
    made.parts[0].weight = Decimal(1);
    made.parts[1].id = "b";
    made.parts[1].value = "points";
    made.parts[1].weight = Decimal(2);
    return made;
}

INSTANTIATE_TEST_SUITE_P(
    Score, MeasureCheck,
    testing::Values(Case{"Fine", [] { return score(); }, {}},
                    Case{"Weight", [] { return with(score(), [](Measure& m) { m.parts[0].weight = Decimal(0); }); }, {"out_of_range at /parts/0/weight"}},
                    Case{"Value",
                         [] {
                             return with(score(), [](Measure& m) {
                                 m.parts[0].value = "word";
                                 m.parts[1].value.clear();
                             });
                         },
                         {"wrong_type at /parts/0/value", "missing_member at /parts/1"}},
                    Case{"Twice", [] { return with(score(), [](Measure& m) { m.parts[1].id = "a"; }); }, {"duplicate_id at /parts/1/id"}},
                    Case{"NoParts", [] { return with(score(), [](Measure& m) { m.parts.clear(); }); }, {"missing_member at "}},
                    Case{"Ignore", [] { return with(score(), [](Measure& m) { m.missing = MissingPolicy::kIgnore; }); }, {"bad_word at /missing"}},
                    Case{"NoDefault", [] { return with(score(), [](Measure& m) { m.missing = MissingPolicy::kDefault; }); }, {"missing_member at "}},
                    Case{"IdleDefault", [] { return with(score(), [](Measure& m) { m.default_value = Decimal(1); }); }, {"unexpected_member at /default"}},
                    Case{"MinimumKnown",
                         [] {
                             return with(score(), [](Measure& m) {
                                 m.missing = MissingPolicy::kRedistribute;
                                 m.minimum_known = 3;
                             });
                         },
                         {"out_of_range at /minimum_known"}},
                    Case{"IdleMinimumKnown", [] { return with(score(), [](Measure& m) { m.minimum_known = 1; }); }, {"unexpected_member at /minimum_known"}},
                    Case{"Round", [] { return with(score(), [](Measure& m) { m.round = 10; }); }, {"out_of_range at /round"}},
                    Case{"Scale", [] { return with(score(), [](Measure& m) { m.scale = "tier"; }); }, {"unexpected_member at /scale"}}),
    name_of);

Measure table() {
    Measure made = measure("m", MeasureKind::kDecisionTable, "tier");
    made.rules = {rule("a", "yes", "tier.low"), rule("b", "no", "tier_now")};
    made.otherwise = "tier.high";
    return made;
}

Measure count() {
    Measure made = measure("m", MeasureKind::kDecisionTable, "");
    made.hit_policy = HitPolicy::kCollectCount;
    made.rules = {rule("a", "yes")};
    return made;
}

INSTANTIATE_TEST_SUITE_P(
    Table, MeasureCheck,
    testing::Values(Case{"Fine", [] { return table(); }, {}}, Case{"WithoutScale", [] { return with(table(), [](Measure& m) { m.scale.clear(); }); }, {}},
                    Case{"Condition",
                         [] {
                             return with(table(), [](Measure& m) {
                                 m.rules[0].when = "pct";
                                 m.rules[1].when.clear();
                             });
                         },
                         {"wrong_type at /rules/0/when", "missing_member at /rules/1"}},
                    Case{"OtherScale", [] { return with(table(), [](Measure& m) { m.rules[1].then = "grade_now"; }); }, {"scale_mismatch at /rules/1/then"}},
                    Case{"OtherType", [] { return with(table(), [](Measure& m) { m.otherwise = "3"; }); }, {"wrong_type at /otherwise"}},
                    Case{"TypeOfTheFirst",
                         [] {
                             return with(table(), [](Measure& m) {
                                 m.scale.clear();
                                 m.rules[0].then = "1";
                                 m.otherwise = "2";
                             });
                         },
                         {"wrong_type at /rules/1/then"}},
                    Case{"Units",
                         [] {
                             return with(table(), [](Measure& m) {
                                 m.scale.clear();
                                 m.rules[0].then = "pct";
                                 m.rules[1].then = "3";
                                 m.otherwise = "points";
                             });
                         },
                         {"unit_mismatch at /otherwise"}},
                    Case{"ThenMissing", [] { return with(table(), [](Measure& m) { m.rules[1].then.clear(); }); }, {"missing_member at /rules/1"}},
                    Case{"NoRules", [] { return with(table(), [](Measure& m) { m.rules.clear(); }); }, {"missing_member at "}},
                    Case{"Count", [] { return count(); }, {}},
                    Case{"CountGivesNumbers",
                         [] {
                             return with(count(), [](Measure& m) {
                                 m.rules[0].then = "3";
                                 m.otherwise = "4";
                                 m.scale = "tier";
                             });
                         },
                         {"unexpected_member at /rules/0/then", "unexpected_member at /otherwise", "unexpected_member at /scale"}}),
    name_of);

Measure fit() {
    Measure made = measure("m", MeasureKind::kBestFit, "tier");
    made.levels = {assumed(FitLevel()), assumed(FitLevel())};
    made.levels[0].level = "high";
    made.levels[0].criteria = {"steady"};
    made.levels[1].level = "low";
    made.levels[1].criteria = {"steady"};
    return made;
}

INSTANTIATE_TEST_SUITE_P(
    BestFit, MeasureCheck,
    testing::Values(Case{"Fine", [] { return fit(); }, {}},
                    Case{"Level", [] { return with(fit(), [](Measure& m) { m.levels[0].level = "top"; }); }, {"unknown_reference at /levels/0/level"}},
                    Case{"Twice", [] { return with(fit(), [](Measure& m) { m.levels[1].level = "high"; }); }, {"duplicate_line at /levels/1/level"}},
                    Case{"Criteria",
                         [] {
                             return with(fit(), [](Measure& m) {
                                 m.levels[0].criteria = {"stead"};
                                 m.levels[1].criteria.clear();
                             });
                         },
                         {"unknown_reference at /levels/0/criteria/0", "missing_member at /levels/1"}},
                    Case{"Unordered",
                         [] {
                             return with(fit(), [](Measure& m) {
                                 m.scale = "kind";
                                 m.levels[0].level = "infant";
                                 m.levels[1].level = "junior";
                             });
                         },
                         {"unordered_scale at /scale"}},
                    Case{"Policy", [] { return with(fit(), [](Measure& m) { m.missing = MissingPolicy::kDrop; }); }, {"bad_word at /missing"}},
                    Case{"Cycle",
                         [] {
                             return with(fit(), [](Measure& m) {
                                 m.id = "looped";
                                 m.levels[0].criteria = {"steady"};
                             });
                         },
                         {}}),
    name_of);

Measure worst() {
    Measure made = measure("m", MeasureKind::kWorstOf, "tier");
    made.of = {"tier_now", "tier.high"};
    return made;
}

INSTANTIATE_TEST_SUITE_P(
    Worst, MeasureCheck,
    testing::Values(Case{"Fine", [] { return worst(); }, {}},
                    Case{"OtherScale", [] { return with(worst(), [](Measure& m) { m.of[1] = "grade_now"; }); }, {"scale_mismatch at /of/1"}},
                    Case{"Number", [] { return with(worst(), [](Measure& m) { m.of[0] = "pct"; }); }, {"wrong_type at /of/0"}},
                    Case{"Nothing", [] { return with(worst(), [](Measure& m) { m.of.clear(); }); }, {"missing_member at "}},
                    Case{"Unordered",
                         [] {
                             return with(worst(), [](Measure& m) {
                                 m.scale = "kind";
                                 m.of = {"kind_now"};
                             });
                         },
                         {"unordered_scale at /scale"}},
                    Case{"MinimumKnown",
                         [] {
                             return with(worst(), [](Measure& m) {
                                 m.missing = MissingPolicy::kIgnore;
                                 m.minimum_known = 3;
                             });
                         },
                         {"out_of_range at /minimum_known"}}),
    name_of);

Measure limited() {
    Measure made = good_bands();
    made.limits = {assumed(Limit())};
    made.limits[0].when = "yes";
    made.limits[0].at_best = "tier.middle";
    return made;
}

INSTANTIATE_TEST_SUITE_P(
    Limits, MeasureCheck,
    testing::Values(
        Case{"Fine", [] { return limited(); }, {}},
        Case{"Condition", [] { return with(limited(), [](Measure& m) { m.limits[0].when = "pct"; }); }, {"wrong_type at /limits/0/when"}},
        Case{"NoBound", [] { return with(limited(), [](Measure& m) { m.limits[0].at_best.reset(); }); }, {"missing_member at /limits/0"}},
        Case{"OtherScale", [] { return with(limited(), [](Measure& m) { m.limits[0].at_worst = "grade.poor"; }); }, {"scale_mismatch at /limits/0/at_worst"}},
        Case{"UnknownLevel", [] { return with(limited(), [](Measure& m) { m.limits[0].at_best = "tier.mid"; }); }, {"unknown_reference at /limits/0/at_best"}},
        Case{"OfANumber", [] { return with(expression("m", "pct"), [](Measure& m) { m.limits = limited().limits; }); }, {"unexpected_member at /limits"}},
        Case{"Unordered", [] { return with(expression("m", "kind_now"), [](Measure& m) { m.limits = limited().limits; }); }, {"unordered_scale at /limits"}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Kinds, MeasureCheck,
    testing::Values(
        Case{"Value", [] { return expression("m", ""); }, {"missing_member at "}},
        Case{"ScaleOfNumber", [] { return with(expression("m", "pct"), [](Measure& m) { m.scale = "tier"; }); }, {"wrong_type at /value"}},
        Case{"ScaleOfLevel", [] { return with(expression("m", "grade_now"), [](Measure& m) { m.scale = "tier"; }); }, {"scale_mismatch at /value"}},
        Case{"UnknownScale", [] { return with(expression("m", "tier_now"), [](Measure& m) { m.scale = "teir"; }); }, {"unknown_reference at /scale"}},
        Case{"Strangers",
             [] {
                 return with(expression("m", "pct"), [](Measure& m) {
                     m.of = {"pct"};
                     m.rows = "tier_now";
                     m.hit_policy = HitPolicy::kFirst;
                     m.tie_better = true;
                     m.round = 1;
                 });
             },
             {"unexpected_member at /of", "unexpected_member at /rows", "unexpected_member at /round", "unexpected_member at /hit_policy",
              "unexpected_member at /tie"}}),
    name_of);

TEST(Ranges, AreReadWithBothSides) {
    const auto range = parse_range(" [-3.5 , inf) ");
    ASSERT_TRUE(range.has_value());
    EXPECT_EQ(range->low, Decimal::parse("-3.5"));
    EXPECT_TRUE(range->low_included);
    EXPECT_FALSE(range->high.has_value());
    EXPECT_TRUE(parse_range("[3, 3]").has_value());
    for (const char* text : {"", "[]", "[1]", "1, 2", "[1, 2", "[1; 2]", "(1, 1)", "[1, 1)", "(inf, 3)", "[a, b]", "(-inf, inf]"})
        EXPECT_FALSE(parse_range(text).has_value()) << text;
}

TEST(Ranges, GapsAndOverlapsAreNamed) {
    FrameworkDocument document = sample();
    document.measures.push_back(bands({band("(-inf, 3]", "low"), band("[2, 5)", "middle"), band("(5, inf)", "high")}));
    const std::vector<Issue> issues = issues_of(document);
    ASSERT_EQ(issues.size(), 2u);
    EXPECT_EQ(to_string(issues[0]),
              "/measures/1/bands/1/range: both this band and /measures/1/bands/0 hold the numbers [2, 3] (say which of the two they belong to)");
    EXPECT_EQ(to_string(issues[1]), "/measures/1/bands: no band holds the numbers [5, 5] (let the bands meet, or write \"gaps\": \"unknown\")");
}

}  // namespace
}  // namespace schoolimp

// Every check of a document: what is wrong, its code, and the place it is reported at.
#include <gtest/gtest.h>

#include "framework/document.hpp"

namespace schoolimp {
namespace {

using namespace test;

struct Case {
    const char* name;
    void (*change)(FrameworkDocument&);
    std::vector<std::string> expected;
};

void PrintTo(const Case& tested, std::ostream* out) { *out << tested.name; }

class Check : public testing::TestWithParam<Case> {};

TEST_P(Check, IsReported) {
    FrameworkDocument document = sample();
    GetParam().change(document);
    EXPECT_EQ(codes_of(document), GetParam().expected);
}

std::string name_of(const testing::TestParamInfo<Case>& info) { return info.param.name; }

// --- things that most cases need

Action action(const std::string& id) {
    Action made = assumed(Action());
    made.id = id;
    return made;
}

Offer& offer(FrameworkDocument& document) {
    Offer made = assumed(Offer());
    made.id = "help";
    made.levels = {"tier.low"};
    document.offers.push_back(made);
    return document.offers.back();
}

Action& first_action(FrameworkDocument& document) {
    Offer& helping = offer(document);
    helping.actions.push_back(action("visit"));
    return helping.actions.back();
}

template <typename T>
T& add(std::vector<T>& things, const std::string& id) {
    things.push_back(assumed(T()));
    things.back().id = id;
    return things.back();
}

JudgementRule& judgement(FrameworkDocument& document) {
    document.measures.push_back(expression("now", "tier_now"));
    JudgementRule& made = add(document.judgements, "tier");
    made.scale = "tier";
    made.measure = "now";
    return made;
}

INSTANTIATE_TEST_SUITE_P(Sample, Check, testing::Values(Case{"Clean", [](FrameworkDocument&) {}, {}}), name_of);

INSTANTIATE_TEST_SUITE_P(
    Ids, Check,
    testing::Values(
        Case{"FrameworkId", [](FrameworkDocument& d) { d.id = "Sample"; }, {"bad_id at /id"}},
        Case{"Edition", [](FrameworkDocument& d) { d.edition.clear(); }, {"missing_member at "}},
        Case{"Form",
             [](FrameworkDocument& d) {
                 d.indicators[0].id = "Pct";
                 d.measures.clear();
                 d.criteria.clear();
             },
             {"bad_id at /indicators/0/id"}},
        Case{"DoubleDot", [](FrameworkDocument& d) { d.criteria[0].id = "a..b"; }, {"bad_id at /criteria/0/id"}},
        Case{"NoDotsInScales", [](FrameworkDocument& d) { d.scales.push_back(scale("a.b", ScaleOrder::kNone, {"c"})); }, {"bad_id at /scales/3/id"}},
        Case{"TwoIndicators", [](FrameworkDocument& d) { d.indicators.push_back(number("pct", std::nullopt)); }, {"duplicate_id at /indicators/14/id"}},
        Case{"IndicatorAndMeasure", [](FrameworkDocument& d) { d.measures.push_back(expression("pct", "1")); }, {"duplicate_id at /measures/1/id"}},
        Case{"CriterionAndLevel", [](FrameworkDocument& d) { d.criteria.push_back(criterion("tier.high", "yes")); }, {"duplicate_id at /criteria/1/id"}},
        Case{"SchoolNames", [](FrameworkDocument& d) { d.indicators.push_back(number("school.pupils", std::nullopt)); }, {"duplicate_id at /indicators/14/id"}},
        Case{"TwoLevels",
             [](FrameworkDocument& d) {
                 d.scales.push_back(scale("s", ScaleOrder::kNone, {"a", "b", "a"}));
             },
             {"duplicate_id at /scales/3/levels/2/id"}},
        Case{"TwoMembers",
             [](FrameworkDocument& d) {
                 d.dimensions[0].members.push_back({"maths", "again"});
             },
             {"duplicate_id at /dimensions/0/members/2/id"}},
        Case{"RoleAndBody", [](FrameworkDocument& d) { add(d.bodies, "lead"); }, {"duplicate_id at /bodies/1/id"}},
        Case{"ActionsOfTwoOffers",
             [](FrameworkDocument& d) {
                 first_action(d);
                 first_action(d).title = "again";
                 d.offers[1].id = "more";
             },
             {"duplicate_id at /offers/1/actions/0/id"}},
        Case{"TwoOffers",
             [](FrameworkDocument& d) {
                 offer(d);
                 offer(d);
             },
             {"duplicate_id at /offers/1/id"}},
        Case{"TwoNotes",
             [](FrameworkDocument& d) {
                 add(d.notes, "n");
                 add(d.notes, "n");
             },
             {"duplicate_id at /notes/1/id"}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Statements, Check,
    testing::Values(
        Case{"StatedWithoutRefs", [](FrameworkDocument& d) { d.scales[0].basis = Basis::kStated; }, {"missing_refs at /scales/0"}},
        Case{"InferredWithoutRefs", [](FrameworkDocument& d) { d.criteria[0].basis = Basis::kInferred; }, {"missing_refs at /criteria/0"}},
        Case{"AssumedWithoutRationale", [](FrameworkDocument& d) { d.roles[1].rationale.clear(); }, {"missing_rationale at /roles/1"}},
        Case{"LevelWithoutRationale", [](FrameworkDocument& d) { d.scales[1].levels[2].rationale.clear(); }, {"missing_rationale at /scales/1/levels/2"}},
        Case{"RefForm", [](FrameworkDocument& d) { d.roles[0].refs = {"fact 12"}; }, {"bad_ref at /roles/0/refs/0"}},
        Case{"OtherSource",
             [](FrameworkDocument& d) {
                 d.source = Source();
                 d.source->fact_prefix = "TPAT";
                 d.roles[0].refs = {"TPAT-001", "PVAT-001"};
             },
             {"unknown_fact at /roles/0/refs/1"}},
        Case{"FactsEnd",
             [](FrameworkDocument& d) {
                 d.source = Source();
                 d.source->fact_prefix = "TPAT";
                 d.source->facts = 20;
                 d.roles[0].refs = {"TPAT-020", "TPAT-021", "TPAT-000"};
             },
             {"unknown_fact at /roles/0/refs/1", "unknown_fact at /roles/0/refs/2"}},
        Case{"EmptyWaiver",
             [](FrameworkDocument& d) {
                 d.waivers.push_back({{}, "page residue"});
             },
             {"missing_refs at /waivers/0"}},
        Case{"Validity",
             [](FrameworkDocument& d) {
                 d.valid_from = parse_date("2026-09-02");
                 d.valid_to = parse_date("2026-09-01");
             },
             {"out_of_order at /valid_to"}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Vocabulary, Check,
    testing::Values(
        Case{"EmptyScale", [](FrameworkDocument& d) { d.scales.push_back(scale("s", ScaleOrder::kNone, {})); }, {"missing_member at /scales/3"}},
        Case{"EmptyDimension", [](FrameworkDocument& d) { add(d.dimensions, "none"); }, {"missing_member at /dimensions/2"}},
        Case{"CrosswalkScale",
             [](FrameworkDocument& d) {
                 add(d.crosswalks, "w").from = "teir";
                 d.crosswalks[1].to = "tier";
             },
             {"unknown_reference at /crosswalks/1/from"}},
        Case{"CrosswalkLevel", [](FrameworkDocument& d) { d.crosswalks[0].map[0].to = "lowest"; }, {"unknown_reference at /crosswalks/0/map/0/to"}},
        Case{"CrosswalkTwice",
             [](FrameworkDocument& d) { d.crosswalks[0].map.push_back(d.crosswalks[0].map[1]); },
             {"duplicate_line at /crosswalks/0/map/3/from"}},
        Case{"UnitOfLevel",
             [](FrameworkDocument& d) {
                 d.indicators[8].unit = Unit::kPercent;
                 d.indicators[8].precision = 1;
                 d.indicators[8].minimum = Decimal(0);
             },
             {"unexpected_member at /indicators/8/unit", "unexpected_member at /indicators/8/precision", "unexpected_member at /indicators/8/minimum"}},
        Case{"LevelWithoutScale",
             [](FrameworkDocument& d) { d.indicators.push_back(indicator("rag", IndicatorType::kLevel)); },
             {"missing_member at /indicators/14"}},
        Case{"NumberWithScale", [](FrameworkDocument& d) { d.indicators[1].scale = "tier"; }, {"unexpected_member at /indicators/1/scale"}},
        Case{"UnknownScale", [](FrameworkDocument& d) { d.indicators[8].scale = "garde"; }, {"unknown_reference at /indicators/8/scale"}},
        Case{"UnknownDimension", [](FrameworkDocument& d) { d.indicators[4].dimension = "subjects"; }, {"unknown_reference at /indicators/4/dimension"}},
        Case{"Bounds", [](FrameworkDocument& d) { d.indicators[0].minimum = Decimal(101); }, {"out_of_order at /indicators/0/maximum"}},
        Case{"Precision", [](FrameworkDocument& d) { d.indicators[0].precision = 10; }, {"out_of_range at /indicators/0/precision"}},
        Case{"Cohort", [](FrameworkDocument& d) { d.indicators[0].minimum_cohort = 0; }, {"out_of_range at /indicators/0/minimum_cohort"}},
        Case{"MaxAge",
             [](FrameworkDocument& d) {
                 d.indicators[0].max_age = Duration{3, 2, TimeUnit::kMonth};
             },
             {"out_of_order at /indicators/0/max_age"}},
        Case{"EmptyMaxAge", [](FrameworkDocument& d) { d.indicators[0].max_age = Duration(); }, {"missing_member at /indicators/0/max_age"}},
        Case{"DomainLevel",
             [](FrameworkDocument& d) {
                 add(d.domains, "x").levels = {"tier.highest"};
                 d.domains[0].titles_by_level = {{"tier.lows", "X"}};
             },
             {"unknown_reference at /domains/0/levels/0", "unknown_reference at /domains/0/titles_by_level/0/level"}},
        Case{"NoteDomain",
             [](FrameworkDocument& d) {
                 add(d.notes, "n").domain = "x";
                 d.notes[0].levels = {"tier"};
             },
             {"unknown_reference at /notes/0/levels/0", "unknown_reference at /notes/0/domain"}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Criteria, Check,
    testing::Values(Case{"NoTest", [](FrameworkDocument& d) { d.criteria.push_back(criterion("c", "")); }, {"missing_member at /criteria/1"}},
                    Case{"TestOfNumber", [](FrameworkDocument& d) { d.criteria.push_back(criterion("c", "pct")); }, {"wrong_type at /criteria/1/test"}},
                    Case{"WhenOfText", [](FrameworkDocument& d) { d.criteria.push_back(criterion("c", "yes", "word")); }, {"wrong_type at /criteria/1/when"}},
                    Case{"Syntax",
                         [](FrameworkDocument& d) { d.criteria.push_back(criterion("c", "yes &&", "no)")); },
                         {"syntax_error at /criteria/1/when", "syntax_error at /criteria/1/test"}},
                    Case{"References",
                         [](FrameworkDocument& d) {
                             d.criteria[0].domain = "x";
                             d.criteria[0].describes = {"tier.low", "tier.lo"};
                         },
                         {"unknown_reference at /criteria/0/describes/1", "unknown_reference at /criteria/0/domain"}},
                    Case{"CycleOfOne", [](FrameworkDocument& d) { d.criteria.push_back(criterion("c", "yes || c")); }, {"cycle at /criteria/1"}},
                    Case{"CycleThroughBoth",
                         [](FrameworkDocument& d) {
                             d.criteria.push_back(criterion("c", "m > 1"));
                             d.measures.push_back(expression("m", "c ? 1 : 2"));
                         },
                         {"cycle at /measures/1"}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Judgements, Check,
    testing::Values(Case{"Fine", [](FrameworkDocument& d) { judgement(d); }, {}},
                    Case{"Measure", [](FrameworkDocument& d) { judgement(d).measure = "then"; }, {"unknown_reference at /judgements/0/measure"}},
                    Case{"NoMeasure", [](FrameworkDocument& d) { judgement(d).measure.clear(); }, {"missing_member at /judgements/0"}},
                    Case{"OtherScale", [](FrameworkDocument& d) { judgement(d).scale = "grade"; }, {"scale_mismatch at /judgements/0/measure"}},
                    Case{"NumberMeasure", [](FrameworkDocument& d) { judgement(d).measure = "trend"; }, {"wrong_type at /judgements/0/measure"}},
                    Case{"Decision",
                         [](FrameworkDocument& d) {
                             JudgementRule& j = judgement(d);
                             j.decision = assumed(DecisionRule());
                             j.decision->by = {"board", "bord"};
                         },
                         {"unknown_reference at /judgements/0/decision/by/1"}},
                    Case{"DecisionBasis", [](FrameworkDocument& d) { judgement(d).decision = DecisionRule(); }, {"missing_refs at /judgements/0/decision"}},
                    Case{"Movement",
                         [](FrameworkDocument& d) {
                             Movement& m = add(d.movements, "m");
                             m.to = "tier.top";
                             m.levels = {"x.y"};
                             m.when = "pct";
                         },
                         {"unknown_reference at /movements/0/levels/0", "unknown_reference at /movements/0/to", "wrong_type at /movements/0/when"}},
                    Case{"Kpi",
                         [](FrameworkDocument& d) {
                             Kpi& k = add(d.kpis, "k");
                             k.need_share = Decimal(101);
                         },
                         {"missing_member at /kpis/0", "out_of_range at /kpis/0/need/share"}},
                    Case{"KpiEach", [](FrameworkDocument& d) { add(d.kpis, "k").each = "pct"; }, {"wrong_type at /kpis/0/each"}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Support, Check,
    testing::Values(
        Case{"OfferLevels", [](FrameworkDocument& d) { offer(d).levels.clear(); }, {"missing_member at /offers/0"}},
        Case{"OfferLevel", [](FrameworkDocument& d) { offer(d).levels = {"low"}; }, {"unknown_reference at /offers/0/levels/0"}},
        Case{"OfferWhen", [](FrameworkDocument& d) { offer(d).when = "pct >"; }, {"syntax_error at /offers/0/when"}},
        Case{"Who",
             [](FrameworkDocument& d) {
                 Action& a = first_action(d);
                 a.actor = {"lead", "leed"};
                 a.with = {"x"};
                 a.beneficiary = {"board", "y"};
             },
             {"unknown_reference at /offers/0/actions/0/actor/1", "unknown_reference at /offers/0/actions/0/with/0",
              "unknown_reference at /offers/0/actions/0/beneficiary/1"}},
        Case{"ActionReferences",
             [](FrameworkDocument& d) {
                 Action& a = first_action(d);
                 a.domains = {"x"};
                 a.criteria = {"steady", "shaky"};
                 a.activity = "walk";
                 a.after = {"phone"};
                 a.until = Until{"then", "tier.x", {}};
             },
             {"unknown_reference at /offers/0/actions/0/domains/0", "unknown_reference at /offers/0/actions/0/after/0",
              "unknown_reference at /offers/0/actions/0/until/level", "unknown_reference at /offers/0/actions/0/criteria/1",
              "unknown_reference at /offers/0/actions/0/activity"}},
        Case{"Timing",
             [](FrameworkDocument& d) {
                 Action& a = first_action(d);
                 a.start = Timing{Anchor::kAfterAction, "", {}, ""};
                 a.due = Timing{Anchor::kPlanEnd, "visit", {}, ""};
             },
             {"missing_member at /offers/0/actions/0/start", "unexpected_member at /offers/0/actions/0/due/action", "cycle at /offers/0/actions/0/after"}},
        Case{"Circle",
             [](FrameworkDocument& d) {
                 Offer& o = offer(d);
                 o.actions = {action("a"), action("b"), action("c")};
                 o.actions[0].after = {"c"};
                 o.actions[1].after = {"a"};
                 o.actions[2].start = Timing{Anchor::kAfterAction, "b", {}, ""};
             },
             {"cycle at /offers/0/actions/0/after"}},
        Case{"Cadence",
             [](FrameworkDocument& d) {
                 Action& a = first_action(d);
                 a.cadence = Cadence();
                 a.cadence->times = 0;
                 a.cadence->event = EventKind::kJoining;
                 a.cadence->offset = Offset();
             },
             {"out_of_range at /offers/0/actions/0/cadence/times", "unexpected_member at /offers/0/actions/0/cadence/event",
              "unexpected_member at /offers/0/actions/0/cadence/offset"}},
        Case{"Amount",
             [](FrameworkDocument& d) {
                 first_action(d).amount = Amount{Decimal(-1), AmountUnit::kDay, "few"};
             },
             {"out_of_range at /offers/0/actions/0/amount/n"}},
        Case{"Parts",
             [](FrameworkDocument& d) {
                 Action& a = first_action(d);
                 a.parts = {Part(), assumed(Part())};
                 a.parts[0].id = a.parts[1].id = "p";
             },
             {"duplicate_id at /offers/0/actions/0/parts/1/id", "missing_refs at /offers/0/actions/0/parts/0"}},
        Case{"Activity",
             [](FrameworkDocument& d) {
                 Activity& a = add(d.activities, "walk");
                 a.levels = {"tier.x"};
                 a.when = "pct";
                 a.domains = {"x"};
                 a.participants = {assumed(Participant())};
                 a.participants[0].who = "x";
                 a.reports = {assumed(ReportRoute())};
                 a.reports[0].to = "y";
             },
             {"unknown_reference at /activities/0/levels/0", "wrong_type at /activities/0/when", "unknown_reference at /activities/0/participants/0/who",
              "unknown_reference at /activities/0/domains/0", "unknown_reference at /activities/0/reports/0/to"}},
        Case{"Intervention",
             [](FrameworkDocument& d) {
                 Intervention& i = add(d.interventions, "i");
                 i.body = "lead";
                 i.levels = {"tier.x"};
             },
             {"unknown_reference at /interventions/0/body", "unknown_reference at /interventions/0/levels/0"}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    People, Check,
    testing::Values(Case{"Role", [](FrameworkDocument& d) { d.roles[0].accountable_to = "bored"; }, {"unknown_reference at /roles/0/accountable_to"}},
                    Case{"Body",
                         [](FrameworkDocument& d) {
                             d.bodies[0].accountable_to = "x";
                             d.bodies[0].members = {"head", "y"};
                             d.bodies[0].levels = {"tier.x"};
                         },
                         {"unknown_reference at /bodies/0/accountable_to", "unknown_reference at /bodies/0/members/1",
                          "unknown_reference at /bodies/0/levels/0"}},
                    Case{"Delegation",
                         [](FrameworkDocument& d) { add(d.delegations, "d").held_by = {"x"}; },
                         {"missing_member at /delegations/0", "unknown_reference at /delegations/0/held_by/0"}},
                    Case{"Deployment",
                         [](FrameworkDocument& d) {
                             Deployment& p = add(d.deployments, "p");
                             p.levels = {"tier.x"};
                             p.roles = {"x"};
                             p.when = "word";
                             p.ratio = Ratio{"y", 4, 3};
                         },
                         {"unknown_reference at /deployments/0/levels/0", "wrong_type at /deployments/0/when", "unknown_reference at /deployments/0/roles/0",
                          "unknown_reference at /deployments/0/ratio/role", "out_of_order at /deployments/0/ratio"}}),
    name_of);

TEST(Checks, MessagesNameValueBoundAndMend) {
    FrameworkDocument document = sample();
    first_action(document).actor = {"leed"};
    document.criteria.push_back(criterion("a", "b"));
    document.criteria.push_back(criterion("b", "c"));
    document.criteria.push_back(criterion("c", "a && yes"));
    document.indicators[0].maximum = Decimal(-1);
    const std::vector<Issue> issues = issues_of(document);
    ASSERT_EQ(issues.size(), 3u);
    EXPECT_EQ(to_string(issues[0]), "/indicators/0/maximum: maximum -1 is less than minimum 0");
    EXPECT_EQ(to_string(issues[1]), "/criteria/1: 'a' is defined by itself: a -> b -> c -> a (break the circle)");
    EXPECT_EQ(to_string(issues[2]), "/offers/0/actions/0/actor/0: unknown role or body 'leed' (did you mean 'lead'?)");
}

TEST(Checks, PointersEscapeTheirNames) {
    FrameworkDocument document = sample();
    Measure matrix = measure("crossed", MeasureKind::kMatrix, "tier");
    matrix.rows = "grade_now";
    matrix.columns = "kind_now";
    for (const char* row : {"poor", "fair", "good"}) matrix.cells[row] = {{"infant", "low"}, {"junior", "low"}};
    matrix.cells["a/b~c"] = matrix.cells["poor"];
    document.measures.push_back(matrix);
    EXPECT_EQ(codes_of(document), std::vector<std::string>{"unknown_reference at /measures/1/cells/a~1b~0c"});
}

TEST(Checks, AHopelessDocumentIsCutShort) {
    FrameworkDocument document = sample();
    for (int i = 0; i < 3000; ++i) document.criteria.push_back(criterion("c" + std::to_string(i), "nothing_like_this"));
    const std::vector<Issue> issues = issues_of(document);
    ASSERT_EQ(issues.size(), 1001u);
    EXPECT_EQ(issues.back().code, "too_many_issues");
}

}  // namespace
}  // namespace schoolimp

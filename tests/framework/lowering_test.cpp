// What expressions become in the program: shifts and groups written out, definitions followed, equal parts shared.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "framework/document.hpp"
#include "framework/dump.hpp"

namespace schoolimp {
namespace {

using namespace test;

struct Lowered {
    const char* expression;
    const char* program;
};

class Lowering : public testing::TestWithParam<Lowered> {};

TEST_P(Lowering, BecomesThisGraph) { EXPECT_EQ(lowered(GetParam().expression), GetParam().program); }

INSTANTIATE_TEST_SUITE_P(Operators, Lowering,
                         testing::Values(Lowered{"pct >= 65", "(at_least_equal pct 65)"}, Lowered{"yes && no && pct < 3", "(and yes no (less pct 3))"},
                                         Lowered{"yes || !no", "(or yes (not no))"}, Lowered{"pct - 1 + pct", "(add (subtract pct 1) pct)"},
                                         Lowered{"pct * 2 / 4", "(divide (multiply pct 2) 4)"}, Lowered{"-pct", "(negate pct)"},
                                         Lowered{"yes ? pct : 0", "(if yes pct 0)"}, Lowered{"word in ['a', 'b']", "(or (equal word 'a') (equal word 'b'))"},
                                         Lowered{"word in ['a']", "(equal word 'a')"}, Lowered{"grade_now != grade.fair", "(not_equal grade_now grade.fair)"},
                                         Lowered{"day <= date('2025-11-10')", "(at_most_equal day 2025-11-10)"},
                                         Lowered{"school.phase == 'primary'", "(equal school.phase 'primary')"},
                                         Lowered{"school.pupils > 100", "(greater school.pupils 100)"}));
INSTANTIATE_TEST_SUITE_P(Folding, Lowering,
                         testing::Values(Lowered{"1 + 2 * 3", "7"}, Lowered{"10.1 - 7.0 >= 3.1", "true"}, Lowered{"round(5.05, 1)", "5.1"},
                                         Lowered{"1 / 0", "(divide 1 0)"}, Lowered{"yes && 1 > 2", "false"}, Lowered{"yes && 2 > 1", "(and yes true)"},
                                         Lowered{"2 > 1 ? pct : 0", "pct"}, Lowered{"yes && yes", "yes"}, Lowered{"tier.high > tier.low", "true"},
                                         Lowered{"grade.good > grade.poor", "true"}, Lowered{"!!yes", "yes"}));
INSTANTIATE_TEST_SUITE_P(Functions, Lowering,
                         testing::Values(Lowered{"known(pct)", "(known pct)"}, Lowered{"applicable(pct)", "(applicable pct)"},
                                         Lowered{"or_else(pct, 0)", "(or_else pct 0)"},
                                         Lowered{"at_least(2, yes, no, steady)", "(at_least:2 yes no (at_least_equal pct 50))"},
                                         Lowered{"at_most(1, yes, no)", "(at_most:1 yes no)"}, Lowered{"exactly(0, yes)", "(exactly:0 yes)"},
                                         Lowered{"count(yes, no)", "(count yes no)"}, Lowered{"min(pct, 3)", "(min pct 3)"}, Lowered{"max(pct)", "pct"},
                                         Lowered{"abs(pct)", "(abs pct)"}, Lowered{"round(pct, 2)", "(round:2 pct)"}, Lowered{"national(pct)", "national(pct)"},
                                         Lowered{"observed_on(pct) < day", "(less observed_on(pct) day)"},
                                         Lowered{"map_level(walk, grade_now)", "(map_level:0 grade_now)"}));
INSTANTIATE_TEST_SUITE_P(Time, Lowering,
                         testing::Values(Lowered{"prior(pct)", "pct@1"}, Lowered{"prior(pct, 3)", "pct@3"}, Lowered{"prior(prior(pct), 2)", "pct@3"},
                                         Lowered{"change(pct)", "(subtract pct pct@1)"}, Lowered{"change(pct, 2)", "(subtract pct pct@2)"},
                                         Lowered{"prior(change(pct))", "(subtract pct@1 pct@2)"}, Lowered{"every(3, yes)", "(and yes yes@1 yes@2)"},
                                         Lowered{"every(1, yes)", "yes"}, Lowered{"years(2, pct > 3)", "(count (greater pct 3) (greater pct@1 3))"},
                                         Lowered{"mean(2, pct)", "(mean pct pct@1)"}, Lowered{"prior(pct + 1) > pct", "(greater (add pct@1 1) pct)"},
                                         Lowered{"prior(national(pct))", "national(pct)@1"},
                                         Lowered{"prior(observed_on(pct)) < day", "(less observed_on(pct)@1 day)"},
                                         Lowered{"prior(school.pupils)", "school.pupils"}, Lowered{"prior(steady)", "(at_least_equal pct@1 50)"},
                                         Lowered{"prior(trend, 2)", "(subtract pct@2 pct@3)"}, Lowered{"every(2, prior(yes))", "(and yes@1 yes@2)"}));
INSTANTIATE_TEST_SUITE_P(
    Groups, Lowering,
    testing::Values(
        Lowered{"by_subject > 0", "(greater by_subject 0)"}, Lowered{"by_subject['maths']", "by_subject[maths]"},
        Lowered{"any(subject, by_subject < 0)", "(or (less by_subject[reading] 0) (less by_subject[maths] 0))"},
        Lowered{"all(subject, change(by_subject) > 0)",
                "(and (greater (subtract by_subject[reading] by_subject[reading]@1) 0) (greater (subtract by_subject[maths] by_subject[maths]@1) 0))"},
        Lowered{"share(group, by_group >= national(by_group))",
                "(share (at_least_equal by_group[girls] national(by_group[girls])) (at_least_equal by_group[boys] national(by_group[boys])))"},
        Lowered{"any(subject, by_subject < by_subject['maths'])",
                "(or (less by_subject[reading] by_subject[maths]) (less by_subject[maths] by_subject[maths]))"},
        Lowered{"any(group, by_group > 1 && by_subject > 2)",
                "(or (and (greater by_group[girls] 1) (greater by_subject 2)) (and (greater by_group[boys] 1) (greater by_subject 2)))"},
        Lowered{"any(subject, observed_on(by_subject) < day)", "(or (less observed_on(by_subject[reading]) day) (less observed_on(by_subject[maths]) day))"},
        Lowered{"national(by_subject['maths'])", "national(by_subject[maths])"}));

Framework compiled(const FrameworkDocument& document) {
    Result<Framework> framework = Framework::compile(document, "hash");
    if (!framework.ok()) ADD_FAILURE() << framework.status().message();
    return std::move(framework).value();
}

TEST(LoweringScope, ReachesThroughMeasuresAndCriteria) {
    FrameworkDocument document = sample();
    document.measures.push_back(expression("progress", "by_subject - national(by_subject)"));
    document.criteria.push_back(criterion("weak", "progress < -2.5", "school.phase == 'primary'"));
    document.criteria.push_back(criterion("weak_for_two_years", "any(subject, every(2, weak))"));
    const Framework framework = compiled(document);
    const std::string expected = [] {
        std::string text = "(or";
        for (const std::string subject : {"reading", "maths"}) {
            const std::string cell = "by_subject[" + subject + "]", national = "national(" + cell + ")";
            text += " (and (guard (equal school.phase 'primary') (less (subtract " + cell + " " + national +
                    ") -2.5)) (guard (equal school.phase 'primary') (less (subtract " + cell + "@1 " + national + "@1) -2.5)))";
        }
        return text + ")";
    }();
    EXPECT_EQ(dump(framework, framework.program().criteria[2]), expected);
    EXPECT_EQ(dump(framework, framework.program().criteria[1]),
              "(guard (equal school.phase 'primary') (less (subtract by_subject national(by_subject)) -2.5))");
}

TEST(LoweringShares, EqualPartsAreOneNode) {
    FrameworkDocument document = sample();
    document.criteria.push_back(criterion("first", "pct >= 50 && yes"));
    document.criteria.push_back(criterion("second", "pct>=50.0 || no"));
    const Framework framework = compiled(document);
    const Program& program = framework.program();
    const auto argument = [&program](int node, int i) {
        return program.arguments[static_cast<std::size_t>(program.nodes[static_cast<std::size_t>(node)].first_argument + i)];
    };
    EXPECT_EQ(argument(program.criteria[1], 0), program.criteria[0]);
    EXPECT_EQ(argument(program.criteria[2], 0), program.criteria[0]);
}

std::set<std::string> texts_of(const FrameworkDocument& document) {
    const Framework framework = compiled(document);
    const Program& program = framework.program();
    return {program.texts.begin(), program.texts.end()};
}

TEST(LoweringTexts, ComparisonsKeepTheirText) {
    FrameworkDocument document = sample();
    document.criteria = {criterion("c", "pct>=65.0 && any(subject, change(by_subject)<0) || every(2, word in ['a', 'b'])")};
    document.measures.clear();
    EXPECT_EQ(texts_of(document), (std::set<std::string>{"pct >= 65", "change(by_subject['reading']) < 0", "change(by_subject['maths']) < 0",
                                                         "word in ['a', 'b']", "prior(word in ['a', 'b'])", "word == 'a'", "word == 'b'"}));
}

TEST(LoweringTexts, OnlyComparisonsHaveOne) {
    FrameworkDocument document = sample();
    document.criteria = {criterion("c", "pct >= 65 && yes && 2 > 1")};
    document.measures.clear();
    const Framework framework = compiled(document);
    const Program& program = framework.program();
    EXPECT_EQ(program.texts, (std::vector<std::string>{"pct >= 65", "2 > 1"}));
    for (const Node& node : program.nodes)
        EXPECT_EQ(node.text >= 0, node.op == Op::kGreaterEqual || (node.op == Op::kConstant && node.type.value == ValueType::kBoolean));
}

TEST(LoweringBounds, NestedWindowsShareTheirPeriods) {
    FrameworkDocument document = sample();
    document.measures.push_back(expression("windows", "mean(14, mean(14, mean(14, pct)))"));
    const Framework framework = compiled(document);
    EXPECT_EQ(framework.program().inputs.size(), 40u);
    EXPECT_LT(framework.program().nodes.size(), 150u);
}

TEST(LoweringBounds, AChainOfDefinitionsStaysSmall) {
    FrameworkDocument document = sample();
    document.measures = {expression("m0", "pct")};
    for (int i = 1; i <= 40; ++i)
        document.measures.push_back(expression("m" + std::to_string(i), "m" + std::to_string(i - 1) + " + prior(m" + std::to_string(i - 1) + ")"));
    const Framework framework = compiled(document);
    EXPECT_EQ(framework.program().inputs.size(), 41u);
    EXPECT_LT(framework.program().nodes.size(), 1000u);
}

Dimension wide(const std::string& id, int members) {
    Dimension dimension = assumed(Dimension());
    dimension.id = id;
    for (int i = 0; i < members; ++i) dimension.members.push_back({"m" + std::to_string(i), "Member"});
    return dimension;
}

TEST(LoweringBounds, AnExplosionIsRefused) {
    FrameworkDocument document = sample();
    std::string sum = "0";
    std::string nested;
    for (int d = 0; d < 4; ++d) {
        const std::string id = "d" + std::to_string(d);
        document.dimensions.push_back(wide(id, 40));
        document.indicators.push_back(number("i" + std::to_string(d), std::nullopt, id));
        sum += " + i" + std::to_string(d);
        nested += "any(" + id + ", ";
    }
    document.criteria.push_back(criterion("explodes", nested + sum + " > 0))))"));
    EXPECT_EQ(codes_of(document), std::vector<std::string>{"too_large at "});
}

TEST(LoweringBounds, ALongChainOfDefinitionsIsRefused) {
    FrameworkDocument document = sample();
    document.measures = {expression("m0", "pct")};
    for (int i = 1; i <= 600; ++i) document.measures.push_back(expression("m" + std::to_string(i), "m" + std::to_string(i - 1) + " + 1"));
    const std::vector<std::string> codes = codes_of(document);
    ASSERT_FALSE(codes.empty());
    EXPECT_EQ(codes.front().substr(0, 8), "too_deep");
}

TEST(LoweringRoots, FollowTheDocument) {
    FrameworkDocument document = sample();
    Kpi kpi = assumed(Kpi());
    kpi.id = "all_steady";
    kpi.title = "All steady";
    kpi.each = "steady";
    kpi.need_share = Decimal(100);
    document.kpis = {kpi};
    document.measures.push_back(expression("now", "tier_now"));
    JudgementRule judgement = assumed(JudgementRule());
    judgement.id = "tier";
    judgement.title = "Tier";
    judgement.scale = "tier";
    judgement.measure = "now";
    document.judgements = {judgement};
    const Framework framework = compiled(document);
    const Program& program = framework.program();
    EXPECT_EQ(dump(framework, program.kpis.at(0)), "(at_least_equal pct 50)");
    EXPECT_EQ(dump(framework, program.judgements.at(0)), "tier_now");
    EXPECT_EQ(program.measures.at(1), program.judgements.at(0));
    EXPECT_EQ(program.criteria.at(0), program.kpis.at(0));
}

TEST(LoweringRoots, EveryWhenIsACondition) {
    FrameworkDocument document = sample();
    Offer offer = assumed(Offer());
    offer.id = "help";
    offer.levels = {"tier.low"};
    offer.when = "pct < 1";
    Action action = assumed(Action());
    action.id = "visit";
    action.when = "pct < 2";
    Action always = assumed(Action());
    always.id = "always";
    offer.actions = {action, always};
    document.offers = {offer};
    const auto add = [](auto thing, auto& things, const std::string& when) {
        thing = assumed(thing);
        thing.id = "x";
        thing.when = when;
        things.push_back(thing);
    };
    add(Activity(), document.activities, "pct < 3");
    add(Intervention(), document.interventions, "pct < 4");
    add(Deployment(), document.deployments, "pct < 5");
    add(Movement(), document.movements, "pct < 6");
    const Framework framework = compiled(document);
    std::string all;
    for (const Program::Condition& condition : framework.program().conditions) all += condition.owner + " " + dump(framework, condition.node) + "; ";
    EXPECT_EQ(all,
              "offer:help (less pct 1); action:visit (less pct 2); activity:x (less pct 3); intervention:x (less pct 4); deployment:x (less pct 5); movement:x "
              "(less pct 6); ");
}

}  // namespace
}  // namespace schoolimp

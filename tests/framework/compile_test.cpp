// A compiled framework: accessors, sharing, warnings.
#include <gtest/gtest.h>

#include "expression/program.hpp"
#include "framework/document.hpp"

namespace schoolimp {
namespace {

using namespace test;

TEST(Compile, GivesWhatTheDocumentHas) {
    FrameworkDocument document = sample();
    Offer offer = assumed(Offer());
    offer.id = "help";
    offer.levels = {"tier.low"};
    Action visit = assumed(Action()), call = visit;
    visit.id = "visit";
    call.id = "call";
    offer.actions = {visit, call};
    document.offers = {offer};
    Activity walk = assumed(Activity());
    walk.id = "walk_round";
    document.activities = {walk};
    const Result<Framework> framework = Framework::compile(document, "abc");
    ASSERT_TRUE(framework.ok()) << framework.status().message();
    EXPECT_EQ(framework->id(), "sample");
    EXPECT_EQ(framework->edition(), "2026.1");
    EXPECT_EQ(framework->hash(), "abc");
    EXPECT_EQ(framework->document(), document);
    EXPECT_EQ(framework->find_scale("grade")->id, "grade");
    EXPECT_EQ(framework->find_level("grade.fair")->id, "fair");
    EXPECT_EQ(framework->find_indicator("by_subject")->dimension, "subject");
    EXPECT_EQ(framework->find_measure("trend")->value, "change(pct)");
    EXPECT_EQ(framework->find_criterion("steady")->test, "pct >= 50");
    EXPECT_EQ(framework->find_action("call")->id, "call");
    EXPECT_EQ(framework->find_activity("walk_round")->id, "walk_round");
    EXPECT_EQ(framework->title_of("lead"), "The lead");
    EXPECT_EQ(framework->title_of("board"), "The board");
    EXPECT_EQ(framework->title_of("nobody"), "nobody");
    for (const char* nothing : {"", "nothing", "grade", "grade.great"}) {
        EXPECT_EQ(framework->find_level(nothing), nullptr) << nothing;
        EXPECT_EQ(framework->find_criterion(nothing), nullptr) << nothing;
        EXPECT_EQ(framework->find_action(nothing), nullptr) << nothing;
        EXPECT_EQ(framework->find_judgement(nothing), nullptr) << nothing;
    }
}

TEST(Compile, CopiesShareOneProgram) {
    const Result<Framework> framework = Framework::compile(sample(), "");
    ASSERT_TRUE(framework.ok());
    const Framework copy = *framework;
    EXPECT_EQ(&copy.program(), &framework->program());
}

TEST(Compile, IsDeterministic) {
    const Result<Framework> one = Framework::compile(sample(), ""), other = Framework::compile(sample(), "");
    ASSERT_TRUE(one.ok() && other.ok());
    EXPECT_EQ(one->program().arguments, other->program().arguments);
    EXPECT_EQ(one->program().inputs, other->program().inputs);
    EXPECT_EQ(one->program().texts, other->program().texts);
}

TEST(Compile, WarnsOfWhatIsUnused) {
    FrameworkDocument document = sample();
    document.indicators = {number("pct", std::nullopt), number("idle", std::nullopt)};
    document.measures = {expression("used", "pct"), expression("unused", "pct + 1")};
    document.criteria = {criterion("c", "used > 1")};
    EXPECT_EQ(codes_of(document), std::vector<std::string>());
    EXPECT_EQ(codes_of(document, Severity::kWarning), (std::vector<std::string>{"unused_dimension at /dimensions/0", "unused_dimension at /dimensions/1",
                                                                                "unused_indicator at /indicators/1", "unused_measure at /measures/1"}));
}

TEST(Compile, WarnsOfThresholdsNoValuePasses) {
    FrameworkDocument document = sample();
    document.criteria.push_back(criterion("slip", "pct >= 650 || -1 > pct || pct > 100 || pct < 0"));
    std::vector<std::string> messages;
    for (const Issue& issue : issues_of(document))
        if (issue.code == "beyond_bounds") messages.push_back(issue.message.substr(0, issue.message.find('\n')));
    EXPECT_EQ(messages, (std::vector<std::string>{"line 1, column 8: 650 lies above the maximum 100 of 'pct', so the comparison always gives the same",
                                                  "line 1, column 15: -1 lies below the minimum 0 of 'pct', so the comparison always gives the same"}));
}

TEST(Compile, WarnsOfHolesNotWritten) {
    FrameworkDocument document = sample();
    document.crosswalks[0].map.pop_back();
    const std::vector<std::string> warnings = codes_of(document, Severity::kWarning);
    ASSERT_FALSE(warnings.empty());
    EXPECT_EQ(warnings[0], "crosswalk_gap at /crosswalks/0/map");
}

TEST(Compile, WarnsOfAnObjectiveThatIsNeverSet) {
    FrameworkDocument document = sample();
    document.criteria[0].objective = "Reach half";
    EXPECT_EQ(codes_of(document, Severity::kWarning).at(0), "unused_objective at /criteria/0/objective");
    document.criteria[0].desired = true;
    EXPECT_NE(codes_of(document, Severity::kWarning).at(0), "unused_objective at /criteria/0/objective");
}

TEST(Compile, WarnsOfLevelsNothingLeadsTo) {
    FrameworkDocument document = sample();
    document.measures.push_back(measure("decided", MeasureKind::kDecisionTable, "tier"));
    document.measures.back().rules = {rule("a", "yes", "tier.low")};
    document.measures.back().otherwise = "map_level(walk, grade_now)";
    JudgementRule judgement = assumed(JudgementRule());
    judgement.id = "tier";
    judgement.scale = "tier";
    judgement.measure = "decided";
    document.judgements = {judgement};
    std::vector<Issue> unreachable;
    for (const Issue& issue : issues_of(document))
        if (issue.code == "unreachable_level") unreachable.push_back(issue);
    ASSERT_EQ(unreachable.size(), 1u);
    EXPECT_EQ(to_string(unreachable[0]), "/judgements/0/measure: no evidence leads measure 'decided' to level 'middle'");
}

TEST(Compile, FailsWithEveryIssue) {
    FrameworkDocument document = sample();
    document.criteria.push_back(criterion("a", "nothing"));
    document.criteria.push_back(criterion("b", "pct >"));
    const Result<Framework> framework = Framework::compile(document, "");
    ASSERT_FALSE(framework.ok());
    EXPECT_EQ(framework.status().code(), StatusCode::kInvalidArgument);
    EXPECT_EQ(framework.status().message().substr(0, 40), "framework 'sample': 2 problems; first: /");
    EXPECT_EQ(framework.status().issues().size(), 2u);
}

}  // namespace
}  // namespace schoolimp

// The corpus tests/data/cases, which the C++ and Python tests run too, through the C interface.
#include "capi/json.hpp"
#include "cases/case_file.hpp"

namespace schoolimp::cases {

namespace {

using namespace schoolimp_c_tests;

std::string optional_text(const char* text) { return text == nullptr ? "no level" : text; }

Owned<schoolimp_judgement> judge_case(const Case& item) {
    const auto framework = item.framework.empty() ? parsed_framework(item.framework_text) : made(schoolimp_framework_builtin, item.framework.c_str(), nullptr);
    const auto evidence = parsed(schoolimp_evidence_parse, item.evidence_text);
    const auto trust = item.trust_text.empty() ? nullptr : parsed(schoolimp_trust_parse, item.trust_text);
    const auto benchmarks = item.benchmarks_text.empty() ? nullptr : parsed(schoolimp_benchmarks_parse, item.benchmarks_text);
    schoolimp_judge_options options = SCHOOLIMP_JUDGE_OPTIONS_INIT;
    options.valid = date_of(item.valid);
    options.known = item.known.empty() ? SCHOOLIMP_NO_DATE : date_of(item.known);
    options.period = item.period.c_str();
    return made(schoolimp_judge, framework.get(), evidence.get(), item.school.c_str(), trust.get(), benchmarks.get(), &options);
}

void check_answers(const Case& item, const schoolimp_judgement* judgement) {
    for (const auto& [id, expected] : item.answers) {
        const size_t answer = schoolimp_judgement_find_answer(judgement, id.c_str());
        ASSERT_NE(answer, SCHOOLIMP_NOT_FOUND) << id;
        if (expected.suggested) {
            EXPECT_EQ(optional_text(schoolimp_judgement_suggested(judgement, answer)), expected.suggested->value_or("no level")) << "suggested " << id;
        }
        if (!expected.possible) continue;
        std::vector<std::string> possible;
        for (size_t i = 0; i < schoolimp_judgement_possible_count(judgement, answer); ++i) possible.emplace_back(schoolimp_judgement_possible(judgement, answer, i));
        EXPECT_EQ(possible, *expected.possible) << "possible " << id;
    }
}

void check_results(const Case& item, const schoolimp_judgement* judgement) {
    for (const auto& [id, expected] : item.criteria) {
        const size_t criterion = schoolimp_judgement_find_criterion(judgement, id.c_str());
        EXPECT_EQ(schoolimp_judgement_criterion_result(judgement, criterion), truth_of(expected)) << "criterion " << id;
    }
    size_t found = 0;
    for (size_t i = 0; i < schoolimp_judgement_measure_count(judgement); ++i) {
        const auto expected = item.measures.find(schoolimp_judgement_measure_id(judgement, i));
        if (expected == item.measures.end()) continue;
        ++found;
        EXPECT_EQ(schoolimp_judgement_measure_value(judgement, i), expected->second.value_or("")) << "measure " << expected->first;
        EXPECT_EQ(schoolimp_judgement_measure_state(judgement, i) == SCHOOLIMP_TRUTH_TRUE, expected->second.has_value()) << "measure " << expected->first;
    }
    EXPECT_EQ(found, item.measures.size());
}

class CCorpus : public testing::TestWithParam<Case> {};

TEST_P(CCorpus, GivesWhatIsExpected) {
    SCOPED_TRACE(GetParam().title);
    const auto judgement = judge_case(GetParam());
    ASSERT_NE(judgement, nullptr);
    check_answers(GetParam(), judgement.get());
    check_results(GetParam(), judgement.get());
    const std::string json = to_json(schoolimp_judgement_to_json, judgement);
    EXPECT_EQ(to_json(schoolimp_judgement_to_json, parsed(schoolimp_judgement_parse, json)), json);
}

std::string test_name(const testing::TestParamInfo<Case>& info) { return "case_" + std::to_string(info.index); }

INSTANTIATE_TEST_SUITE_P(Cases, CCorpus, testing::ValuesIn(load_corpus()), test_name);

TEST(CCorpusFiles, AreThere) { EXPECT_GE(load_corpus().size(), 100U); }

}  // namespace

void PrintTo(const Case& item, std::ostream* stream) { *stream << item.title; }

}  // namespace schoolimp::cases

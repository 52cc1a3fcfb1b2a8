#include <gtest/gtest.h>

#include "cases/case_file.hpp"
#include "schoolimp/builtin/builtin.hpp"
#include "schoolimp/core/truth.hpp"
#include "schoolimp/io/benchmarks_json.hpp"
#include "schoolimp/io/evidence_json.hpp"
#include "schoolimp/io/framework_json.hpp"
#include "schoolimp/io/trust_json.hpp"
#include "schoolimp/judgement/judgement.hpp"

namespace schoolimp::cases {

namespace {

/// The value, or a failure that shows every issue.
template <typename T>
std::optional<T> require(Result<T> result) {
    if (result.ok()) return std::move(result).value();
    std::string text = result.status().message();
    for (const Issue& issue : result.status().issues()) text += "\n  " + to_string(issue);
    ADD_FAILURE() << text;
    return std::nullopt;
}

AsOf as_of(const Case& item) {
    AsOf result;
    result.valid = parse_date(item.valid).value();
    result.known = item.known.empty() ? result.valid : parse_date(item.known).value();
    if (!item.period.empty()) result.period = parse_academic_year(item.period);
    return result;
}

std::optional<Judgement> judge_case(const Case& item) {
    const auto framework = require(item.framework.empty() ? parse_framework(item.framework_text) : builtin_framework(item.framework));
    const auto evidence = require(parse_evidence(item.evidence_text));
    const auto trust = item.trust_text.empty() ? Trust{} : require(parse_trust(item.trust_text));
    const auto benchmarks = item.benchmarks_text.empty() ? Benchmarks{} : require(parse_benchmarks(item.benchmarks_text));
    if (!framework || !evidence || !trust || !benchmarks) return std::nullopt;
    JudgeOptions options;
    options.as_of = as_of(item);
    return require(judge(*framework, *evidence, item.school, *trust, *benchmarks, options));
}

void check_answers(const Case& item, const Judgement& judgement) {
    for (const auto& [id, expected] : item.answers) {
        const Answer* answer = judgement.find_answer(id);
        ASSERT_NE(answer, nullptr) << id;
        if (expected.suggested) {
            EXPECT_EQ(answer->suggested, *expected.suggested) << "suggested " << id;
        }
        if (expected.possible) {
            EXPECT_EQ(answer->possible, *expected.possible) << "possible " << id;
        }
    }
}

template <typename Results>
const auto* find_by_id(const Results& results, const std::string& id) {
    for (const auto& result : results)
        if (result.id == id) return &result;
    return static_cast<const typename Results::value_type*>(nullptr);
}

void check_criteria(const Case& item, const Judgement& judgement) {
    for (const auto& [id, expected] : item.criteria) {
        const CriterionResult* result = find_by_id(judgement.criteria, id);
        ASSERT_NE(result, nullptr) << id;
        EXPECT_EQ(to_word(result->result), expected) << "criterion " << id;
    }
}

void check_measures(const Case& item, const Judgement& judgement) {
    for (const auto& [id, expected] : item.measures) {
        const MeasureResult* result = find_by_id(judgement.measures, id);
        ASSERT_NE(result, nullptr) << id;
        EXPECT_EQ(result->value, expected.value_or("")) << "measure " << id;
        EXPECT_EQ(result->state == Truth::kTrue, expected.has_value()) << "measure " << id;
    }
}

class Corpus : public testing::TestWithParam<Case> {};

TEST_P(Corpus, GivesWhatIsExpected) {
    const Case& item = GetParam();
    SCOPED_TRACE(item.title);
    const auto judgement = judge_case(item);
    ASSERT_TRUE(judgement.has_value());
    check_answers(item, *judgement);
    check_criteria(item, *judgement);
    check_measures(item, *judgement);
}

std::string test_name(const testing::TestParamInfo<Case>& info) {
    std::string name;
    for (const char c : info.param.title) name += ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') ? c : '_';
    return name + "_" + std::to_string(info.index);
}

INSTANTIATE_TEST_SUITE_P(Cases, Corpus, testing::ValuesIn(load_corpus()), test_name);

TEST(CorpusFiles, AreThere) { EXPECT_GE(load_corpus().size(), 100U); }

}  // namespace

void PrintTo(const Case& item, std::ostream* stream) { *stream << item.title; }

}  // namespace schoolimp::cases

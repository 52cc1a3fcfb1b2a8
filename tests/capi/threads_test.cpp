// Handles shared by eight threads: what they judge, plan and write is byte for byte what one thread gives.
#include <atomic>
#include <thread>

#include "capi/json.hpp"

namespace schoolimp_c_tests {
namespace {

constexpr int kThreads = 8;
constexpr int kRounds = 6;

/// Everything that is read of a judgement, as one text.
std::string read_judgement(const schoolimp_judgement* judgement) {
    std::string all = schoolimp_judgement_school(judgement);
    for (size_t i = 0; i < schoolimp_judgement_answer_count(judgement); ++i) {
        for (size_t k = 0; k < schoolimp_judgement_possible_count(judgement, i); ++k) all += schoolimp_judgement_possible(judgement, i, k);
        for (size_t k = 0; k < schoolimp_judgement_reason_count(judgement, i); ++k) all += schoolimp_judgement_reason(judgement, i, k);
    }
    for (size_t i = 0; i < schoolimp_judgement_criterion_count(judgement); ++i) {
        all += schoolimp_judgement_criterion_id(judgement, i);
        all += std::to_string(schoolimp_judgement_criterion_result(judgement, i));
    }
    for (size_t i = 0; i < schoolimp_judgement_reading_count(judgement); ++i) all += schoolimp_judgement_reading_value(judgement, i);
    return all;
}

std::string judge(const World& w, const char* school) {
    const schoolimp_judge_options options = judge_options();
    const auto judgement = made(schoolimp_judge, w.framework.get(), w.evidence.get(), school, w.trust.get(), w.benchmarks.get(), &options);
    schoolimp_judge_options among = options;
    among.cohort = w.cohort.get();
    const auto ranked = made(schoolimp_judge, w.ranking.get(), w.evidence.get(), school, w.trust.get(), w.benchmarks.get(), &among);
    const auto page = made(schoolimp_judgement_to_markdown, judgement.get(), w.framework.get(), w.trust.get());
    return to_json(schoolimp_judgement_to_json, judgement) + to_json(schoolimp_judgement_to_json, ranked) + text_of(page) + read_judgement(judgement.get()) + read_judgement(w.decided.get());
}

std::string plan(const World& w) {
    const schoolimp_plan_options options = plan_options();
    const auto fresh = made(schoolimp_plan_make, w.framework.get(), w.decided.get(), w.year.get(), w.trust.get(), &options);
    const auto revised = made(schoolimp_plan_revise, w.plan.get(), w.framework.get(), w.decided.get(), w.year.get(), w.trust.get(), &options);
    const auto ratings = made(schoolimp_plan_rate, w.plan.get(), day(2027, 2, 1));
    return to_json(schoolimp_plan_to_json, fresh) + to_json(schoolimp_plan_to_json, revised) + schoolimp_ratings_reason(ratings.get(), 0);
}

std::string calendar(const World& w) {
    const auto request = calendar_request(w);
    const auto made_calendar = made(schoolimp_calendar_make, w.framework.get(), w.trust.get(), request.get(), w.calendar.get());
    return to_json(schoolimp_calendar_to_json, made_calendar) + text_of(made(schoolimp_calendar_to_icalendar, made_calendar.get(), nullptr)) +
           text_of(made(schoolimp_calendar_to_markdown, w.calendar.get()));
}

std::string table(const World& w) {
    const auto request = table_request();
    done(schoolimp_table_request_set_threads, request.get(), 2);
    const auto judged = made(schoolimp_judge_table, w.own.get(), w.table.get(), request.get());
    const auto row = made(schoolimp_table_judgement_explain, w.judged.get(), int64_t{0});
    return std::to_string(schoolimp_table_judgement_suggested(judged.get(), 0)[1]) + to_json(schoolimp_judgement_to_json, row) +
           text_of(made(schoolimp_framework_to_sql, w.own.get(), nullptr));
}

/// Things built in are asked for by all threads at once.
std::string builtin() {
    const auto framework = made(schoolimp_framework_builtin, "pact", nullptr);
    const auto benchmarks = made(schoolimp_benchmarks_builtin);
    return to_json(schoolimp_framework_to_json, framework) + to_json(schoolimp_benchmarks_to_json, benchmarks) + text_of(made(schoolimp_schema, "plan"));
}

/// A failure with its issues.
std::string refusal(const World& w) {
    const Failure failure = refused(schoolimp_judge, w.framework.get(), w.evidence.get(), "\xFF", w.trust.get(), w.benchmarks.get(), nullptr);
    return failure.message;
}

std::string everything(const World& w) { return judge(w, "900001") + judge(w, "900002") + plan(w) + calendar(w) + table(w) + builtin() + refusal(w); }

TEST(Threads, GiveWhatOneThreadGives) {
    std::vector<std::string> given(kThreads);
    const World w = make_world();
    {
        std::atomic<int> waiting{kThreads};
        std::vector<std::jthread> threads;
        for (int i = 0; i < kThreads; ++i)
            threads.emplace_back([&, i] {
                --waiting;
                while (waiting > 0) std::this_thread::yield();
                for (int round = 0; round < kRounds; ++round) given[static_cast<size_t>(i)] = everything(w);
            });
    }
    const std::string expected = everything(w);
    EXPECT_GT(expected.size(), 100'000U);
    for (const std::string& one : given) EXPECT_TRUE(one == expected);
}

TEST(Threads, FreeTheirOwnHandlesWhileOthersRead) {
    const World w = make_world();
    std::vector<std::jthread> threads;
    for (int i = 0; i < kThreads; ++i)
        threads.emplace_back([&] {
            for (int round = 0; round < 40; ++round) {
                const auto copy = parsed(schoolimp_judgement_parse, to_json(schoolimp_judgement_to_json, w.judgement));
                EXPECT_EQ(read_judgement(copy.get()), read_judgement(w.judgement.get()));
            }
        });
}

}  // namespace
}  // namespace schoolimp_c_tests

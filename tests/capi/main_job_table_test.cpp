// Tables: Arrow in and out, columns in memory, judging many schools.
#include <array>
#include <cmath>
#include <cstring>
#include <limits>

#include "capi/json.hpp"

namespace schoolimp_c_tests {
namespace {

/// A stream that ends itself.
struct Stream : ArrowArrayStream {
    Stream() : ArrowArrayStream{} {}
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    ~Stream() {
        if (release != nullptr) release(this);
    }
};

TEST(Tables, PassThroughArrow) {
    const auto& table = world().table;
    EXPECT_EQ(schoolimp_table_rows(table.get()), 2);
    EXPECT_EQ(schoolimp_table_columns(table.get()), 2U);
    EXPECT_EQ(list_of(made(schoolimp_table_column_names, table.get())), (std::vector<std::string>{"URN", "absence.overall"}));
    EXPECT_EQ(text_of(made(schoolimp_table_type_name, table.get(), size_t{1})), "float64");
    EXPECT_EQ(refused(schoolimp_table_type_name, table.get(), size_t{2}).status, SCHOOLIMP_E_OUT_OF_RANGE);
    Stream stream;
    done(schoolimp_table_to_stream, static_cast<ArrowArrayStream*>(&stream), table.get());
    const auto again = made(schoolimp_table_from_stream, static_cast<ArrowArrayStream*>(&stream));
    EXPECT_EQ(stream.release, nullptr) << "taken over and released";
    EXPECT_EQ(schoolimp_table_rows(again.get()), 2);

    Stream second;
    done(schoolimp_table_to_stream, static_cast<ArrowArrayStream*>(&second), again.get());
    ArrowSchema schema;
    ArrowArray array;
    ASSERT_EQ(second.get_schema(&second, &schema), 0);
    ASSERT_EQ(second.get_next(&second, &array), 0);
    const auto chunk = made(schoolimp_table_from_array, &schema, &array);
    EXPECT_EQ(schema.release, nullptr);
    EXPECT_EQ(array.release, nullptr);
    const auto judged = made(schoolimp_judge_table, world().own.get(), chunk.get(), table_request().get());
    EXPECT_EQ(std::memcmp(schoolimp_table_judgement_suggested(judged.get(), 0), schoolimp_table_judgement_suggested(world().judged.get(), 0), 2), 0);
}

TEST(Tables, StreamsOutliveThem) {
    auto table = made(schoolimp_table_builder_build, table_builder().get());
    Stream stream;
    done(schoolimp_table_to_stream, static_cast<ArrowArrayStream*>(&stream), table.get());
    table.reset();
    ArrowArray array;
    ASSERT_EQ(stream.get_next(&stream, &array), 0);
    EXPECT_EQ(array.length, 2);
    array.release(&array);
    ASSERT_EQ(stream.get_next(&stream, &array), 0);
    EXPECT_EQ(array.release, nullptr) << "the end";
}

TEST(Tables, AreSelectedFrom) {
    const char* const names[] = {"absence.overall", "URN"};
    EXPECT_EQ(list_of(made(schoolimp_table_column_names, made(schoolimp_table_select, world().table.get(), names, size_t{2}).get())),
              (std::vector<std::string>{"absence.overall", "URN"}));
    EXPECT_EQ(schoolimp_table_columns(made(schoolimp_table_select, world().table.get(), names, size_t{1}).get()), 1U);
    const char* const wrong[] = {"absence"};
    EXPECT_NE(refused(schoolimp_table_select, world().table.get(), wrong, size_t{1}).message.find("absence"), std::string::npos);
}

TEST(TableBuilders, TakeEveryType) {
    const std::array<uint64_t, 4> zeros{};
    const char* const names[] = {"int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64"};
    const auto builder = made(schoolimp_table_builder_new, int64_t{4});
    for (int32_t type = SCHOOLIMP_NUMBER_INT8; type <= SCHOOLIMP_NUMBER_FLOAT64; ++type)
        done(schoolimp_table_builder_add_numbers, builder.get(), names[type], type, zeros.data(), nullptr);
    const std::array<uint8_t, 4> truths = {0, 1, 2, 255};
    const uint8_t validity = 0x0B;
    done(schoolimp_table_builder_add_booleans, builder.get(), "boolean", truths.data(), &validity);
    const char* const words[] = {"a", nullptr, "", "Zo\xC3\xAB"};
    done(schoolimp_table_builder_add_texts, builder.get(), "text", words);
    const std::array<int32_t, 4> days = {0, SCHOOLIMP_NO_DATE, kToday, -1};
    done(schoolimp_table_builder_add_dates, builder.get(), "date", days.data());
    const auto table = made(schoolimp_table_builder_build, builder.get());
    ASSERT_EQ(schoolimp_table_columns(table.get()), 13U);
    EXPECT_EQ(text_of(made(schoolimp_table_type_name, table.get(), size_t{12})), "date32");
    for (size_t i = 0; i < 10; ++i) EXPECT_EQ(text_of(made(schoolimp_table_type_name, table.get(), i)), names[i]);
    EXPECT_EQ(text_of(made(schoolimp_table_type_name, table.get(), size_t{10})), "boolean");
    EXPECT_EQ(schoolimp_table_columns(made(schoolimp_table_builder_build, builder.get()).get()), 0U) << "the builder is empty afterwards";
}

TEST(TableBuilders, AreEmptyAfterAFailureToo) {
    const std::array<double, 2> values{};
    const auto builder = made(schoolimp_table_builder_new, int64_t{2});
    done(schoolimp_table_builder_add_numbers, builder.get(), "x", SCHOOLIMP_NUMBER_FLOAT64, values.data(), nullptr);
    done(schoolimp_table_builder_add_numbers, builder.get(), "x", SCHOOLIMP_NUMBER_FLOAT64, values.data(), nullptr);
    EXPECT_EQ(refused(schoolimp_table_builder_build, builder.get()).status, SCHOOLIMP_E_INVALID_ARGUMENT) << "a name stands twice";
    EXPECT_EQ(schoolimp_table_columns(made(schoolimp_table_builder_build, builder.get()).get()), 0U);
}

TEST(TableBuilders, TakeNoRows) {
    const auto builder = made(schoolimp_table_builder_new, int64_t{0});
    done(schoolimp_table_builder_add_numbers, builder.get(), "x", SCHOOLIMP_NUMBER_INT8, nullptr, nullptr);
    done(schoolimp_table_builder_add_booleans, builder.get(), "y", nullptr, nullptr);
    done(schoolimp_table_builder_add_texts, builder.get(), "z", nullptr);
    done(schoolimp_table_builder_add_dates, builder.get(), "d", nullptr);
    EXPECT_EQ(schoolimp_table_rows(made(schoolimp_table_builder_build, builder.get()).get()), 0);
}

/// Four schools: high absence and a concern, no concern, unknown absence, a value out of bounds.
struct FourSchools {
    std::array<const char*, 4> schools = {"900001", "900002", "900003", "900004"};
    std::array<double, 4> absence = {5.9, 4.8, std::numeric_limits<double>::quiet_NaN(), 250.0};
    std::array<const char*, 4> teaching = {"concern", "secure", "secure", "secure"};
    Owned<schoolimp_table> table;
    Owned<schoolimp_table_request> request = table_request();

    FourSchools() {
        const auto builder = made(schoolimp_table_builder_new, int64_t{4});
        done(schoolimp_table_builder_add_texts, builder.get(), "URN", schools.data());
        done(schoolimp_table_builder_add_numbers, builder.get(), "absence.overall", SCHOOLIMP_NUMBER_FLOAT64, absence.data(), nullptr);
        done(schoolimp_table_builder_add_texts, builder.get(), "visit", teaching.data());
        table = made(schoolimp_table_builder_build, builder.get());
        done(schoolimp_table_request_set_column, request.get(), "review.teaching", "visit");
    }
    Owned<schoolimp_table_judgement> judged() const { return made(schoolimp_judge_table, world().own.get(), table.get(), request.get()); }
};

TEST(JudgedTables, GiveAnswersByRow) {
    const FourSchools four;
    const auto owned = four.judged();
    const schoolimp_table_judgement* const judged = owned.get();
    EXPECT_EQ(schoolimp_table_judgement_rows(judged), 4);
    EXPECT_EQ(schoolimp_table_judgement_failed(judged), 1);
    const auto failures = made(schoolimp_table_judgement_failures, judged);
    ASSERT_EQ(schoolimp_issues_count(failures.get()), 1U);
    EXPECT_STREQ(schoolimp_issues_pointer(failures.get(), 0), "row 3, column 'absence.overall'");
    EXPECT_TRUE(list_of(made(schoolimp_table_judgement_absent, judged)).empty());
    EXPECT_EQ(list_of(made(schoolimp_table_judgement_absent, world().judged.get())), std::vector<std::string>{"review.teaching"});

    const int8_t* const suggested = schoolimp_table_judgement_suggested(judged, 0);
    const uint64_t* const possible = schoolimp_table_judgement_possible(judged, 0);
    const uint8_t* const states = schoolimp_table_judgement_states(judged, 0);
    EXPECT_EQ((std::vector<int>{suggested, suggested + 4}), (std::vector<int>{1, 0, -1, -1}));
    EXPECT_EQ((std::vector<uint64_t>{possible, possible + 3}), (std::vector<uint64_t>{2, 1, 3}));
    EXPECT_EQ(states[3] & SCHOOLIMP_ROW_FAILED, SCHOOLIMP_ROW_FAILED);
    ASSERT_EQ(schoolimp_table_judgement_criteria_words(judged), 1U);
    const std::pair<int32_t, std::vector<uint64_t>> criteria[] = {{SCHOOLIMP_TRUTH_TRUE, {3, 0, 0}}, {SCHOOLIMP_TRUTH_FALSE, {0, 3, 2}}, {SCHOOLIMP_TRUTH_UNKNOWN, {0, 0, 1}}};
    for (const auto& [result, words] : criteria) {
        const uint64_t* const found = schoolimp_table_judgement_criteria(judged, result);
        EXPECT_EQ((std::vector<uint64_t>{found, found + 3}), words) << result;
    }
    for (const int32_t other : {SCHOOLIMP_TRUTH_NOT_APPLICABLE, -1, 9}) EXPECT_EQ(schoolimp_table_judgement_criteria(judged, other), nullptr);
    EXPECT_EQ(schoolimp_table_judgement_suggested(judged, 1), nullptr);
    EXPECT_EQ(schoolimp_table_judgement_possible(judged, 1), nullptr);
    EXPECT_EQ(schoolimp_table_judgement_states(judged, 1), nullptr);
}

TEST(JudgedTables, ExplainRows) {
    const FourSchools four;
    const auto judged = four.judged();
    const auto row = made(schoolimp_table_judgement_explain, judged.get(), int64_t{0});
    EXPECT_STREQ(schoolimp_judgement_school(row.get()), "900001");
    EXPECT_STREQ(schoolimp_judgement_suggested(row.get(), 0), "close");
    EXPECT_GT(schoolimp_judgement_reason_count(row.get(), 0), 0U);
    for (const int64_t beyond : {int64_t{4}, int64_t{-1}, std::numeric_limits<int64_t>::max()})
        EXPECT_EQ(refused(schoolimp_table_judgement_explain, judged.get(), beyond).status, SCHOOLIMP_E_OUT_OF_RANGE);
    EXPECT_EQ(refused(schoolimp_table_judgement_explain, judged.get(), int64_t{3}).status, SCHOOLIMP_E_INVALID_ARGUMENT);
}

TEST(JudgedTables, BecomeTables) {
    const FourSchools four;
    const auto answers = made(schoolimp_table_judgement_to_table, four.judged().get());
    EXPECT_EQ(schoolimp_table_rows(answers.get()), 4);
    const std::vector<std::string> names = list_of(made(schoolimp_table_column_names, answers.get()));
    for (const char* name : {"URN", "support_needed", "support_needed.possible", "support_needed.state", "criteria.met", "criteria.not_met", "criteria.unknown"})
        EXPECT_NE(std::find(names.begin(), names.end(), name), names.end()) << name;
}

TEST(JudgedTables, DoNotDependOnThreads) {
    const FourSchools four;
    done(schoolimp_table_request_set_threads, four.request.get(), 2);
    done(schoolimp_table_request_set_search_limit, four.request.get(), 100);
    const auto judged = four.judged();
    const int8_t* const suggested = schoolimp_table_judgement_suggested(judged.get(), 0);
    EXPECT_EQ((std::vector<int>{suggested, suggested + 4}), (std::vector<int>{1, 0, -1, -1}));
}

int32_t stop(void* payload, int64_t done, int64_t rows) {
    auto& seen = *static_cast<std::array<int64_t, 3>*>(payload);
    seen = {seen[0] + 1, done, rows};
    return 1;
}

TEST(JudgedTables, StopWhenAsked) {
    const FourSchools four;
    std::array<int64_t, 3> seen{};
    done(schoolimp_table_request_set_progress, four.request.get(), stop, static_cast<void*>(&seen));
    EXPECT_EQ(refused(schoolimp_judge_table, world().own.get(), four.table.get(), four.request.get()).status, SCHOOLIMP_E_CANCELLED);
    EXPECT_EQ(seen[0], 1);
    EXPECT_EQ(seen[2], 4);
    EXPECT_GE(seen[1], 0);
    EXPECT_LE(seen[1], 4);
    done(schoolimp_table_request_set_progress, four.request.get(), nullptr, nullptr);
    EXPECT_NE(four.judged(), nullptr) << "nobody is asked any more";
}

TEST(JudgedTables, RefuseColumnsThatDoNotFit) {
    const FourSchools four;
    done(schoolimp_table_request_set_column, four.request.get(), "no.such_cell", "visit");
    const Failure failure = refused(schoolimp_judge_table, world().own.get(), four.table.get(), four.request.get());
    EXPECT_EQ(failure.status, SCHOOLIMP_E_INVALID_ARGUMENT);
    EXPECT_FALSE(failure.codes.empty());
}

}  // namespace
}  // namespace schoolimp_c_tests

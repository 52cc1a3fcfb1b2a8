// Bad arguments: for every function that can fail and every parameter of it, the documented status, nothing written out, and an error that names the argument.
#include <map>
#include <regex>
#include <set>

#include "capi/rows.hpp"

namespace schoolimp_c_tests {
namespace {

using Rows = std::vector<Row> (*)();
const std::map<std::string, Rows> kRooms = {{"documents", document_rows}, {"frameworks", framework_rows}, {"evidence", evidence_rows}, {"judgements", judgement_rows},
                                            {"plans", plan_rows},         {"calendars", calendar_rows},   {"tables", table_rows}};

class Arguments : public testing::TestWithParam<const char*> {};

TEST_P(Arguments, ThatAreWrongAreRefused) {
    for (const Row& row : kRooms.at(GetParam())()) {
        SCOPED_TRACE(row.function);
        row.check();
    }
}

INSTANTIATE_TEST_SUITE_P(Of, Arguments, testing::Values("documents", "frameworks", "evidence", "judgements", "plans", "calendars", "tables"),
                         [](const auto& room) { return std::string(room.param); });

/// Functions with a test of their own below, as their parameters hang together.
const std::set<std::string> kApart = {"schoolimp_school_year_school_days", "schoolimp_table_from_stream", "schoolimp_table_from_array"};

TEST(ArgumentsTable, HasARowForEveryParameterOfTheHeader) {
    std::map<std::string, std::vector<std::string>> checked;
    for (const auto& [room, rows] : kRooms)
        for (const Row& row : rows()) checked[row.function] = row.names;
    const std::string header = header_without_comments();
    const std::regex declaration(R"(SCHOOLIMP_API schoolimp_status (\w+)\(([^)]*)\))"), last_word(R"((\w+)\s*(?:,|$))");
    size_t functions = 0;
    for (std::sregex_iterator match(header.begin(), header.end(), declaration), end; match != end; ++match) {
        const std::string function = (*match)[1], parameters = (*match)[2];
        if (function == "schoolimp_error_status" || kApart.count(function) != 0) continue;
        ++functions;
        std::vector<std::string> names;
        for (std::sregex_iterator name(parameters.begin(), parameters.end(), last_word); name != end; ++name) names.push_back((*name)[1]);
        ASSERT_FALSE(names.empty());
        EXPECT_EQ(names.back(), "error") << function;
        names.pop_back();
        EXPECT_EQ(checked[function], names) << function;
    }
    EXPECT_EQ(checked.size(), functions);
    EXPECT_GE(functions, 90U);
}

TEST(ArgumentsApart, SchoolDaysAreWrittenOnlyWhereThereIsRoom) {
    const schoolimp_school_year* const year = world().year.get();
    size_t count = 0;
    done(schoolimp_school_year_school_days, year, nullptr, size_t{0}, &count);
    std::vector<int32_t> days(count, 7);
    const std::vector<int32_t> untouched = days;
    size_t written = 77;
    const auto call = [&](const schoolimp_school_year* from, int32_t* to, size_t capacity, size_t* number) {
        schoolimp_error* error = nullptr;
        const schoolimp_status status = schoolimp_school_year_school_days(from, to, capacity, number, &error);
        EXPECT_EQ(days, untouched);
        return failure_of(status, error);
    };
    EXPECT_EQ(call(year, days.data(), count - 1, &written).status, SCHOOLIMP_E_OUT_OF_RANGE);
    EXPECT_EQ(written, count) << "their number, also when there is no room for them";
    written = 77;
    EXPECT_EQ(call(nullptr, days.data(), count, &written).pointers, std::vector<std::string>{"year"});
    EXPECT_EQ(call(foreign<schoolimp_school_year>(), days.data(), count, &written).pointers, std::vector<std::string>{"year"});
    EXPECT_EQ(written, 77U);
    EXPECT_EQ(call(year, nullptr, count, &written).pointers, std::vector<std::string>{"days"});
    EXPECT_EQ(call(year, days.data(), count, nullptr).pointers, std::vector<std::string>{"count"});
}

int g_released = 0;
void release_stream(ArrowArrayStream* stream) {
    ++g_released;
    stream->release = nullptr;
}
void release_schema(ArrowSchema* schema) {
    ++g_released;
    schema->release = nullptr;
}
void release_array(ArrowArray* array) {
    ++g_released;
    array->release = nullptr;
}

/// Where the first issue of a call is: f(args..., &error).
template <typename... Parameters, typename... Args>
std::string refused_at(schoolimp_status (*f)(Parameters...), Args... args) {
    schoolimp_error* error = nullptr;
    const schoolimp_status status = f(args..., &error);
    const Failure failure = failure_of(status, error);
    EXPECT_EQ(failure.status, SCHOOLIMP_E_INVALID_ARGUMENT);
    return failure.pointers.empty() ? "" : failure.pointers[0];
}

TEST(ArgumentsApart, StreamsAreReleasedInEveryCase) {
    schoolimp_table* out = nullptr;
    ArrowArrayStream stream{};
    stream.release = release_stream;
    g_released = 0;
    EXPECT_EQ(refused_at(schoolimp_table_from_stream, nullptr, &stream), "out");
    EXPECT_EQ(g_released, 1);
    EXPECT_EQ(stream.release, nullptr);
    EXPECT_EQ(refused_at(schoolimp_table_from_stream, &out, nullptr), "stream");
    EXPECT_EQ(refused(schoolimp_table_from_stream, &stream).status, SCHOOLIMP_E_INVALID_ARGUMENT) << "released before";
    stream.release = release_stream;
    EXPECT_EQ(refused(schoolimp_table_from_stream, &stream).status, SCHOOLIMP_E_INVALID_ARGUMENT) << "without functions";
    EXPECT_EQ(g_released, 2);
}

TEST(ArgumentsApart, ArraysAreReleasedInEveryCase) {
    ArrowSchema schema{};
    ArrowArray array{};
    schoolimp_table* out = nullptr;
    const auto reset = [&] {
        g_released = 0;
        schema.release = release_schema;
        array.release = release_array;
    };
    reset();
    EXPECT_EQ(refused_at(schoolimp_table_from_array, nullptr, &schema, &array), "out");
    EXPECT_EQ(g_released, 2);
    reset();
    EXPECT_EQ(refused_at(schoolimp_table_from_array, &out, nullptr, &array), "schema");
    EXPECT_EQ(g_released, 1);
    reset();
    EXPECT_EQ(refused_at(schoolimp_table_from_array, &out, &schema, nullptr), "array");
    EXPECT_EQ(g_released, 1);
    reset();
    EXPECT_EQ(refused(schoolimp_table_from_array, &schema, &array).status, SCHOOLIMP_E_INVALID_ARGUMENT) << "nothing is filled";
    EXPECT_EQ(g_released, 2);
    EXPECT_EQ(refused(schoolimp_table_from_array, &schema, &array).status, SCHOOLIMP_E_INVALID_ARGUMENT) << "released before";
    EXPECT_EQ(g_released, 2);
}

TEST(Frees, OfForeignHandlesDoNothing) {
#define FREE_FOREIGN(noun) schoolimp_##noun##_free(foreign<schoolimp_##noun>());
    SCHOOLIMP_TEST_HANDLES(FREE_FOREIGN)
#undef FREE_FOREIGN
    EXPECT_GT(schoolimp_text_size(world().text.get()), 0U);
    EXPECT_GT(schoolimp_strings_count(world().strings.get()), 0U);
}

#ifdef SCHOOLIMP_DEBUG_LIBRARY
TEST(Frees, OfFreedHandlesDoNothingInDebugBuilds) {
#define FREE_FREED(noun) schoolimp_##noun##_free(freed(static_cast<schoolimp_##noun*>(nullptr)));
    SCHOOLIMP_TEST_HANDLES(FREE_FREED)
#undef FREE_FREED
}
#endif

}  // namespace
}  // namespace schoolimp_c_tests

// Frameworks: built in, parsed, read part by part, as SQL.
#include <algorithm>
#include <set>

#include "capi/json.hpp"

namespace schoolimp_c_tests {
namespace {

TEST(BuiltinFrameworks, AreListedAndMade) {
    size_t count = 0;
    done(schoolimp_builtin_framework_count, &count);
    ASSERT_GE(count, 4U);
    std::vector<std::pair<std::string, std::string>> listed;
    for (size_t i = 0; i < count; ++i) {
        const char *id = nullptr, *edition = nullptr, *title = nullptr;
        done(schoolimp_builtin_framework_at, i, &id, &edition, &title);
        const auto framework = made(schoolimp_framework_builtin, id, edition);
        EXPECT_STREQ(schoolimp_framework_id(framework.get()), id);
        EXPECT_STREQ(schoolimp_framework_edition(framework.get()), edition);
        EXPECT_STREQ(schoolimp_framework_title(framework.get()), title);
        EXPECT_EQ(Json::parse(text_of(made(schoolimp_builtin_framework_text, id, edition)))["id"], id);
        listed.emplace_back(id, edition);
    }
    EXPECT_TRUE(std::is_sorted(listed.begin(), listed.end())) << "by id, then from the oldest edition to the latest";
    done(schoolimp_builtin_framework_at, size_t{0}, nullptr, nullptr, nullptr);
    EXPECT_EQ(schoolimp_builtin_framework_at(count, nullptr, nullptr, nullptr, nullptr), SCHOOLIMP_E_OUT_OF_RANGE);
    EXPECT_EQ(refused(schoolimp_framework_builtin, "pvat", "1066").status, SCHOOLIMP_E_NOT_FOUND);
    EXPECT_EQ(refused(schoolimp_builtin_framework_text, "nobody", nullptr).status, SCHOOLIMP_E_NOT_FOUND);
    const std::string latest = to_json(schoolimp_framework_to_json, made(schoolimp_framework_builtin, "pvat", nullptr));
    EXPECT_EQ(to_json(schoolimp_framework_to_json, made(schoolimp_framework_builtin, "pvat", "")), latest) << "an empty text is none";
    EXPECT_TRUE(Json::parse(text_of(made(schoolimp_builtin_catalogue))).is_object());
}

TEST(Frameworks, ReadBackAsTheyAreWritten) {
    for (const int32_t style : {SCHOOLIMP_JSON_CANONICAL, SCHOOLIMP_JSON_PRETTY}) {
        const std::string text = to_json(schoolimp_framework_to_json, world().own, style);
        const auto again = parsed_framework(text);
        EXPECT_EQ(to_json(schoolimp_framework_to_json, again, style), text);
        EXPECT_STREQ(schoolimp_framework_hash(again.get()), schoolimp_framework_hash(world().own.get()));
    }
}

TEST(Frameworks, SayWhatIsWrong) {
    std::string text = input("our-model.json");
    text.replace(text.find("absence.overall > "), 8, "absance.");
    const Failure failure = refused(schoolimp_framework_parse, text.data(), text.size(), nullptr);
    EXPECT_EQ(failure.status, SCHOOLIMP_E_INVALID_ARGUMENT);
    EXPECT_EQ(failure.pointers, std::vector<std::string>{"/criteria/0/test"});
}

TEST(Frameworks, WarnOfWhatIsUnused) {
    Json model = Json::parse(input("our-model.json"));
    Json unused = model["indicators"][0];
    unused["id"] = "absence.unused";
    model["indicators"].push_back(unused);
    const auto framework = parsed_framework(model.dump());
    const auto warnings = made(schoolimp_framework_warnings, framework.get());
    ASSERT_GE(schoolimp_issues_count(warnings.get()), 1U);
    EXPECT_EQ(schoolimp_issues_severity(warnings.get(), 0), SCHOOLIMP_SEVERITY_WARNING);
    EXPECT_NE(std::string(schoolimp_issues_message(warnings.get(), 0)).find("absence.unused"), std::string::npos) << schoolimp_issues_message(warnings.get(), 0);
}

void expect_parts(const schoolimp_framework* framework, int32_t part, const Json& list) {
    SCOPED_TRACE(part);
    ASSERT_EQ(schoolimp_framework_part_count(framework, part), list.size());
    for (size_t i = 0; i < list.size(); ++i) {
        const std::string id = string_at(list[i], "id");
        EXPECT_EQ(schoolimp_framework_part_id(framework, part, i), id);
        EXPECT_EQ(schoolimp_framework_part_title(framework, part, i), string_at(list[i], "title"));
        EXPECT_EQ(schoolimp_framework_find_part(framework, part, id.c_str()), i);
    }
    EXPECT_EQ(schoolimp_framework_find_part(framework, part, "no such part"), SCHOOLIMP_NOT_FOUND);
    EXPECT_EQ(schoolimp_framework_part_id(framework, part, list.size()), nullptr);
    EXPECT_EQ(schoolimp_framework_part_title(framework, part, list.size()), nullptr);
}

class FrameworkParts : public testing::TestWithParam<const char*> {};

TEST_P(FrameworkParts, AreThoseOfTheDocument) {
    const auto framework = made(schoolimp_framework_builtin, GetParam(), nullptr);
    const Json document = document_of(schoolimp_framework_to_json, framework);
    const std::pair<int32_t, const char*> lists[] = {
        {SCHOOLIMP_PART_SCALE, "scales"},       {SCHOOLIMP_PART_INDICATOR, "indicators"}, {SCHOOLIMP_PART_MEASURE, "measures"}, {SCHOOLIMP_PART_CRITERION, "criteria"},
        {SCHOOLIMP_PART_JUDGEMENT, "judgements"}, {SCHOOLIMP_PART_OFFER, "offers"},       {SCHOOLIMP_PART_ACTIVITY, "activities"}, {SCHOOLIMP_PART_ROLE, "roles"},
        {SCHOOLIMP_PART_BODY, "bodies"},        {SCHOOLIMP_PART_KPI, "kpis"},
    };
    for (const auto& [part, name] : lists) expect_parts(framework.get(), part, list_at(document, name));
    Json actions = Json::array();
    for (const Json& offer : list_at(document, "offers"))
        for (const Json& action : list_at(offer, "actions")) actions.push_back(action);
    expect_parts(framework.get(), SCHOOLIMP_PART_ACTION, actions);
    for (const int32_t part : {0, 12, -1}) {
        EXPECT_EQ(schoolimp_framework_part_count(framework.get(), part), 0U);
        EXPECT_EQ(schoolimp_framework_part_id(framework.get(), part, 0), nullptr);
        EXPECT_EQ(schoolimp_framework_find_part(framework.get(), part, "x"), SCHOOLIMP_NOT_FOUND);
    }
}

TEST_P(FrameworkParts, HaveTheirDetails) {
    const auto owned = made(schoolimp_framework_builtin, GetParam(), nullptr);
    const schoolimp_framework* const framework = owned.get();
    const Json document = document_of(schoolimp_framework_to_json, owned);
    const Json scales = list_at(document, "scales");
    for (size_t i = 0; i < scales.size(); ++i) {
        EXPECT_EQ(schoolimp_framework_scale_order(framework, i), place_of(string_at(scales[i], "order"), {"best_first", "worst_first", "none"}));
        const Json levels = list_at(scales[i], "levels");
        ASSERT_EQ(schoolimp_framework_level_count(framework, i), levels.size());
        for (size_t level = 0; level < levels.size(); ++level) {
            EXPECT_EQ(schoolimp_framework_level_id(framework, i, level), string_at(levels[level], "id"));
            EXPECT_EQ(schoolimp_framework_level_title(framework, i, level), string_at(levels[level], "title"));
        }
    }
    const Json judgements = list_at(document, "judgements");
    for (size_t i = 0; i < judgements.size(); ++i)
        EXPECT_EQ(schoolimp_framework_judgement_scale(framework, i), schoolimp_framework_find_part(framework, SCHOOLIMP_PART_SCALE, string_at(judgements[i], "scale").c_str()));
    const Json indicators = list_at(document, "indicators");
    for (size_t i = 0; i < indicators.size(); ++i) {
        EXPECT_EQ(schoolimp_framework_indicator_type(framework, i), place_of(string_at(indicators[i], "type"), {"number", "boolean", "level", "text", "date"}));
        EXPECT_EQ(schoolimp_framework_indicator_unit(framework, i), string_at(indicators[i], "unit"));
    }
    const Json criteria = list_at(document, "criteria");
    for (size_t i = 0; i < criteria.size(); ++i) EXPECT_EQ(schoolimp_framework_criterion_expression(framework, i), string_at(criteria[i], "test"));
}

TEST_P(FrameworkParts, ReadCells) {
    const auto framework = made(schoolimp_framework_builtin, GetParam(), nullptr);
    const std::vector<std::string> cells = list_of(made(schoolimp_framework_cells, framework.get()));
    ASSERT_FALSE(cells.empty());
    EXPECT_EQ(std::set<std::string>(cells.begin(), cells.end()).size(), cells.size()) << "each once";
}

INSTANTIATE_TEST_SUITE_P(Builtin, FrameworkParts, testing::Values("pvat", "pact"));

TEST(Sql, IsOneQuery) {
    const std::string query = text_of(made(schoolimp_framework_to_sql, world().own.get(), nullptr));
    for (const char* part : {"\"cells\"", "\"urn\"", "judgement:support_needed", "criterion:teaching.concern", "unreadable"})
        EXPECT_NE(query.find(part), std::string::npos) << part;
    schoolimp_sql_options options = SCHOOLIMP_SQL_OPTIONS_INIT;
    EXPECT_EQ(text_of(made(schoolimp_framework_to_sql, world().own.get(), &options)), query) << "NULL is all defaults";
    const char* const missing[] = {"absence.overall"};
    options.table = "facts";
    options.schema = "schools";
    options.key = "laestab";
    options.missing_columns = missing;
    options.missing_column_count = 1;
    options.places = 2;
    options.plain = 1;
    const std::string own = text_of(made(schoolimp_framework_to_sql, world().own.get(), &options));
    for (const char* part : {"\"facts\"", "\"schools\"", "\"laestab\"", "absence.overall:missing"}) EXPECT_NE(own.find(part), std::string::npos) << part;
    EXPECT_EQ(own.find("materialized"), std::string::npos);
    EXPECT_EQ(own.find("review.teaching:missing"), std::string::npos);
    options.all_missing_columns = 1;
    EXPECT_NE(text_of(made(schoolimp_framework_to_sql, world().own.get(), &options)).find("review.teaching:missing"), std::string::npos);
    EXPECT_EQ(refused(schoolimp_framework_to_sql, world().ranking.get(), nullptr).status, SCHOOLIMP_E_UNIMPLEMENTED) << "ranks are not portable";
}

TEST(Sql, TakesEmptyTextsForNone) {
    schoolimp_sql_options options = SCHOOLIMP_SQL_OPTIONS_INIT;
    options.table = options.schema = options.key = "";
    EXPECT_EQ(text_of(made(schoolimp_framework_to_sql, world().own.get(), &options)), text_of(made(schoolimp_framework_to_sql, world().own.get(), nullptr)));
}

}  // namespace
}  // namespace schoolimp_c_tests

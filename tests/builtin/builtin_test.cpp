// What comes with the library: every embedded file is what its source file says, reads without an issue, and can be found.
#include "schoolimp/builtin/builtin.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>

#include "builtin/assets.hpp"
#include "io/json/parse.hpp"
#include "schoolimp/io/benchmarks_json.hpp"
#include "schoolimp/io/framework_json.hpp"

namespace schoolimp {
namespace {

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::filesystem::path folder_of(const std::string& folder) {
    const std::filesystem::path source = std::filesystem::path(SCHOOLIMP_SOURCE_DIR) / "src";
    return folder == "schemas" ? source / "io" / "schemas" : source / "builtin" / folder;
}

TEST(Builtin, EmbeddedBytesAreTheFiles) {
    std::size_t files = 0;
    for (const std::string folder : {"data", "frameworks", "schemas"}) {
        for (const auto& entry : std::filesystem::directory_iterator(folder_of(folder))) {
            if (entry.path().extension() != ".json") continue;
            std::string name = entry.path().stem().string();
            if (name.ends_with(".schema")) name.resize(name.size() - 7);
            EXPECT_TRUE(builtin_assets::find(folder, name) == read_file(entry.path())) << entry.path() << " has changed since the library was built";
            ++files;
        }
    }
    EXPECT_EQ(builtin_assets::all().size(), files);
    EXPECT_GE(files, 17u);
}

TEST(Builtin, TheTableNamesFrameworksAsTheirDocumentsDoInOrder) {
    std::vector<std::string> names;
    for (const builtin_assets::FrameworkAsset& asset : builtin_assets::frameworks()) {
        const FrameworkDocument document = parse_framework_document(asset.text()).value();
        EXPECT_EQ(document.id, asset.id);
        EXPECT_EQ(document.edition, asset.edition);
        EXPECT_EQ(document.title, asset.title);
        names.push_back(document.id + " " + document.edition);
    }
    EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
    EXPECT_EQ(names.size(), builtin_frameworks().size());
}

TEST(Builtin, FrameworksAreListedByIdAndCompile) {
    std::vector<std::string> ids;
    for (const BuiltinFramework& name : builtin_frameworks()) {
        ids.push_back(name.id);
        const Result<Framework> framework = builtin_framework(name.id, name.edition);
        ASSERT_TRUE(framework.ok()) << framework.status().message();
        EXPECT_EQ(framework->id(), name.id);
        EXPECT_EQ(framework->edition(), name.edition);
        EXPECT_EQ(framework->title(), name.title);
        EXPECT_EQ(framework->hash(), framework_hash(framework->document()));
        EXPECT_EQ(parse_framework_document(builtin_framework_text(name.id).value()).value(), framework->document());
    }
    EXPECT_EQ(ids, (std::vector<std::string>{"djanogly", "pact", "primary4", "pvat", "tpat"}));
}

TEST(Builtin, FrameworksSurviveWritingAndReading) {
    for (const BuiltinFramework& name : builtin_frameworks()) {
        const FrameworkDocument document = builtin_framework(name.id).value().document();
        for (const JsonStyle style : {JsonStyle::kPretty, JsonStyle::kCanonical}) {
            const std::string text = write_framework(document, style);
            const FrameworkDocument again = parse_framework_document(text).value();
            EXPECT_EQ(again, document) << name.id;
            EXPECT_EQ(write_framework(again, style), text) << name.id;
        }
    }
}

TEST(Builtin, OneProgramIsSharedAmongThreads) {
    std::vector<const FrameworkDocument*> documents(8);
    std::vector<std::thread> threads;
    for (auto& document : documents) threads.emplace_back([&document] { document = &builtin_framework("pvat").value().document(); });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(std::set<const FrameworkDocument*>(documents.begin(), documents.end()).size(), 1u);
}

TEST(Builtin, UnknownNamesAreAnsweredWithTheKnownOnes) {
    const Status framework = builtin_framework("pvta").status();
    EXPECT_EQ(framework.code(), StatusCode::kNotFound);
    EXPECT_EQ(framework.message().substr(0, 38), "there is no built-in framework 'pvta';");
    EXPECT_NE(framework.message().find("did you mean 'pvat'?"), std::string::npos);
    EXPECT_NE(framework.message().find("tpat"), std::string::npos);
    EXPECT_EQ(builtin_framework("pvat", "1999").status().code(), StatusCode::kNotFound);
    EXPECT_EQ(builtin_framework_text("").status().code(), StatusCode::kNotFound);
    const Status schema = schema_text("framwork").status();
    EXPECT_EQ(schema.code(), StatusCode::kNotFound);
    EXPECT_NE(schema.message().find("did you mean 'framework'?"), std::string::npos);
}

TEST(Builtin, SchemasNameTheirKind) {
    EXPECT_EQ(schema_kinds(), (std::vector<std::string>{"benchmarks", "calendar", "decisions", "evidence", "framework", "judgement", "plan", "rollup", "school_year", "trust"}));
    for (const std::string& kind : schema_kinds()) {
        const json::Value schema = json::parse(schema_text(kind).value()).value();
        EXPECT_EQ(*schema.find("$id")->string(), "schoolimp/" + kind + "/1");
        EXPECT_EQ(*schema.find("properties")->find("schema")->find("const")->string(), "schoolimp/" + kind + "/1");
    }
}

TEST(Builtin, CatalogueIsReadable) {
    const json::Value catalogue = json::parse(builtin_catalogue_text()).value();
    EXPECT_GT(catalogue.find("indicators")->array()->size(), 20u);
}

std::string figure(std::string_view indicator, std::string_view group, std::string_view period, std::string_view phase) {
    const Benchmark* line = builtin_benchmarks().find(indicator, group, *parse_period(period), phase);
    return line == nullptr ? "none" : to_string(line->value);
}

TEST(Builtin, NationalFigures) {
    EXPECT_EQ(figure("ks2.rwm_expected", "", "2015/16", "primary"), "54");
    EXPECT_EQ(figure("ks2.rwm_expected", "", "2018/19", "primary"), "65");
    EXPECT_EQ(figure("ks2.rwm_expected", "", "2019/20", "primary"), "none");  // no tests were held
    EXPECT_EQ(figure("ks2.rwm_expected", "disadvantaged", "2023/24", "primary"), "46");
    EXPECT_EQ(figure("ks2.rwm_expected", "", "2024/25", "primary"), "63");
    EXPECT_EQ(figure("ks2.progress", "reading", "2018/19", "primary"), "0");
    EXPECT_EQ(figure("ks2.progress", "reading", "2023/24", "primary"), "none");  // no longer published
    EXPECT_EQ(figure("absence.overall", "", "2018/19", "primary"), "4.03");
    EXPECT_EQ(figure("absence.overall", "", "2018/19", "secondary"), "5.49");
    EXPECT_EQ(figure("absence.overall", "", "2018/19", "all_through"), "4.73");  // none of its own: that of all schools
    EXPECT_EQ(figure("absence.persistent", "", "2024/25", "special"), "35.26");
    EXPECT_EQ(figure("ks4.attainment8", "", "2024/25", "secondary"), "46");
    EXPECT_EQ(figure("ks4.basics_5", "", "2018/19", "secondary"), "43.2");
    EXPECT_EQ(figure("exclusions.suspension_rate", "", "2023/24", "secondary"), "22.61");
    EXPECT_EQ(figure("phonics.year_1", "", "2022/23", "primary"), "79");
    EXPECT_EQ(figure("eyfs.good_level", "", "2024/25", "primary"), "68.3");
}

TEST(Builtin, NationalFiguresAreOfTheCatalogueAndInBounds) {
    const json::Value catalogue = json::parse(builtin_catalogue_text()).value();
    ASSERT_FALSE(builtin_benchmarks().lines().empty());
    for (const Benchmark& line : builtin_benchmarks().lines()) {
        const json::Value* indicator = nullptr;
        for (const json::Value& candidate : *catalogue.find("indicators")->array())
            if (*candidate.find("id")->string() == line.indicator) indicator = &candidate;
        ASSERT_NE(indicator, nullptr) << line.indicator;
        EXPECT_GE(line.value, indicator->find("minimum")->number()->value) << line.indicator;
        EXPECT_LE(line.value, indicator->find("maximum")->number()->value) << line.indicator;
        EXPECT_LE(Decimal(line.value.places()), indicator->find("precision")->number()->value) << line.indicator << " " << to_string(line.value);
        EXPECT_EQ(indicator->find("dimension") == nullptr && !line.group.empty(), false) << line.indicator;
        EXPECT_FALSE(line.source.empty());
    }
    EXPECT_EQ(write_benchmarks(builtin_benchmarks()), builtin_assets::find("data", "benchmarks"));
}

}  // namespace
}  // namespace schoolimp

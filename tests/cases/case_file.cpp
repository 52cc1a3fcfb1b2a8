#include "cases/case_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace schoolimp::cases {

namespace {

using Json = nlohmann::json;

/// What a case says itself, else what its file says for all cases.
std::string text_of(const Json& item, const Json& file, const char* name) {
    if (item.contains(name)) return item[name].get<std::string>();
    return file.value(name, std::string());
}

std::string document_of(const Json& item, const Json& file, const char* name) {
    if (item.contains(name)) return item[name].dump();
    return file.contains(name) ? file[name].dump() : std::string();
}

std::string evidence_of(Json observations, const std::string& school) {
    for (Json& observation : observations)
        if (!observation.contains("school")) observation["school"] = school;
    return Json{{"schema", "schoolimp/evidence/1"}, {"observations", std::move(observations)}}.dump();
}

std::optional<std::string> text_or_none(const Json& value) {
    return value.is_null() ? std::optional<std::string>() : std::optional<std::string>(value.get<std::string>());
}

ExpectedAnswer answer_of(const Json& members) {
    ExpectedAnswer answer;
    if (members.contains("suggested")) answer.suggested = text_or_none(members["suggested"]);
    if (members.contains("possible")) answer.possible = members["possible"].get<std::vector<std::string>>();
    return answer;
}

void read_expected(const Json& expected, Case& out) {
    // Named first: items() refers to its object, and a temporary would be gone before the loop begins.
    const Json empty = Json::object();
    const Json answers = expected.value("answers", empty), criteria = expected.value("criteria", empty), measures = expected.value("measures", empty);
    for (const auto& [id, members] : answers.items()) out.answers[id] = answer_of(members);
    for (const auto& [id, result] : criteria.items()) out.criteria[id] = result.get<std::string>();
    for (const auto& [id, value] : measures.items()) out.measures[id] = text_or_none(value);
}

/// The observations of the parts a case is made of, then its own.
Json observations_of(const Json& item, const Json& file) {
    Json observations = Json::array();
    if (item.contains("of")) {
        for (const Json& part : item["of"]) {
            const Json& rows = file["parts"].at(part.get<std::string>());
            observations.insert(observations.end(), rows.begin(), rows.end());
        }
    }
    observations.insert(observations.end(), item["observations"].begin(), item["observations"].end());
    return observations;
}

Case read_case(const std::string& name, const Json& file, const Json& item) {
    Case result;
    result.title = name + ": " + item["title"].get<std::string>();
    const Json& framework = item.contains("framework") ? item["framework"] : file["framework"];
    if (framework.contains("builtin")) {
        result.framework = framework["builtin"].get<std::string>();
    } else {
        result.framework_text = framework.dump();
    }
    result.school = text_of(item, file, "school");
    if (result.school.empty()) result.school = "s";
    result.evidence_text = evidence_of(observations_of(item, file), result.school);
    result.trust_text = document_of(item, file, "trust");
    result.benchmarks_text = document_of(item, file, "benchmarks");
    result.valid = text_of(item, file, "valid");
    result.known = text_of(item, file, "known");
    result.period = text_of(item, file, "period");
    read_expected(item["expected"], result);
    return result;
}

/// A case for each framework it has expectations of; otherwise itself.
std::vector<Case> read_cases(const std::string& name, const Json& file, const Json& item) {
    if (!item.contains("expected_of")) return {read_case(name, file, item)};
    std::vector<Case> cases;
    for (const auto& [framework, answers] : item["expected_of"].items()) {
        Json single = item;
        single["framework"] = Json{{"builtin", framework}};
        single["expected"] = Json{{"answers", answers}};
        single["title"] = item["title"].get<std::string>() + " (" + framework + ")";
        cases.push_back(read_case(name, file, single));
    }
    return cases;
}

}  // namespace

std::vector<Case> load_corpus() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(SCHOOLIMP_SOURCE_DIR "/tests/data/cases"))
        if (entry.path().extension() == ".json") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<Case> cases;
    for (const auto& path : paths) {
        std::ifstream stream(path, std::ios::binary);
        const Json file = Json::parse(stream);
        for (const Json& item : file["cases"])
            for (Case& single : read_cases(path.stem().string(), file, item)) cases.push_back(std::move(single));
    }
    return cases;
}

}  // namespace schoolimp::cases

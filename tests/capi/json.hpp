// Documents as JSON, to compare what the functions that read handles say with what the document says.
#pragma once

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "capi/world.hpp"

namespace schoolimp_c_tests {

using Json = nlohmann::json;

inline std::string string_at(const Json& object, const char* name) { return object.value(name, std::string()); }
inline Json list_at(const Json& object, const char* name) { return object.value(name, Json::array()); }

inline int32_t date_of(const std::string& text) {
    int year = 0;
    unsigned month = 0, day_of_month = 0;
    return std::sscanf(text.c_str(), "%d-%u-%u", &year, &month, &day_of_month) == 3 ? day(year, month, day_of_month) : SCHOOLIMP_NO_DATE;
}
inline int32_t date_at(const Json& object, const char* name) { return date_of(string_at(object, name)); }

/// Place of a word in a list, as the enumerations of the header count: word_at(status, {"ok", "bad"}).
inline int32_t place_of(const std::string& word, const std::vector<std::string>& words) {
    for (size_t i = 0; i < words.size(); ++i)
        if (words[i] == word) return static_cast<int32_t>(i);
    return SCHOOLIMP_NONE;
}
inline int32_t truth_of(const std::string& word) { return place_of(word, {"not_met", "met", "unknown", "not_applicable"}); }

/// A document of tests/io/data with every member its format knows.
inline std::string sample(const std::string& kind) { return source_file("tests/io/data/" + kind + ".json"); }

template <typename H>
Json document_of(schoolimp_status (*write)(schoolimp_text**, const H*, int32_t, schoolimp_error**), const Owned<H>& handle) {
    return Json::parse(to_json(write, handle));
}

/// What is written reads back and is written the same, in both styles.
template <typename H>
void expect_round_trip(schoolimp_status (*parse)(H**, const char*, size_t, const schoolimp_parse_options*, schoolimp_issues**, schoolimp_error**),
                       schoolimp_status (*write)(schoolimp_text**, const H*, int32_t, schoolimp_error**), const Owned<H>& handle) {
    const std::string canonical = to_json(write, handle), pretty = to_json(write, handle, SCHOOLIMP_JSON_PRETTY);
    EXPECT_EQ(canonical.find('\n'), std::string::npos);
    EXPECT_EQ(pretty.back(), '\n');
    EXPECT_EQ(Json::parse(canonical), Json::parse(pretty));
    EXPECT_EQ(to_json(write, parsed(parse, canonical)), canonical);
    EXPECT_EQ(to_json(write, parsed(parse, pretty), SCHOOLIMP_JSON_PRETTY), pretty);
}

}  // namespace schoolimp_c_tests

// Invented school years, and the reading of the real ones that SCHOOLIMP_DATA may name.
#pragma once

#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/schoolyear/school_year.hpp"

namespace schoolimp::testing {

inline Date day(std::string_view text) { return parse_date(text).value(); }

inline HalfTerm half(SchoolTerm term, std::string_view first, std::string_view last) { return {term, day(first), day(last)}; }

/// A usual year: 1 September to 21 July, five INSET days, 195 days for staff and 190 for pupils.
inline SchoolYearDocument usual_document() {
    using enum SchoolTerm;
    SchoolYearDocument year;
    year.id = "main-2026";
    year.title = "Invented 2026/27";
    year.academic_year = {2026};
    year.half_terms = {half(kAutumn, "2026-09-01", "2026-10-23"), half(kAutumn, "2026-11-02", "2026-12-18"), half(kSpring, "2027-01-04", "2027-02-12"),
                       half(kSpring, "2027-02-22", "2027-03-25"), half(kSummer, "2027-04-12", "2027-05-28"), half(kSummer, "2027-06-07", "2027-07-21")};
    year.inset_days = {day("2026-09-01"), day("2026-09-02"), day("2026-11-02"), day("2027-01-04"), day("2027-07-21")};
    return year;
}

/// Starts in August, has a two-week October break, and an INSET day after the last pupil day.
inline SchoolYearDocument august_document() {
    using enum SchoolTerm;
    SchoolYearDocument year;
    year.id = "august-2027";
    year.academic_year = {2027};
    year.half_terms = {half(kAutumn, "2027-08-24", "2027-10-08"), half(kAutumn, "2027-10-25", "2027-12-17"), half(kSpring, "2028-01-04", "2028-02-11"),
                       half(kSpring, "2028-02-21", "2028-03-31"), half(kSummer, "2028-04-18", "2028-05-26"), half(kSummer, "2028-06-05", "2028-07-14")};
    year.inset_days = {day("2027-08-24"), day("2028-07-17")};
    return year;
}

inline SchoolYear made(SchoolYearDocument document) { return SchoolYear::make(std::move(document)).value(); }

inline bool has_text(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// Whether any of the texts contains `part`.
inline bool any_has_text(const std::vector<std::string>& texts, std::string_view part) {
    for (const std::string& text : texts)
        if (has_text(text, part)) return true;
    return false;
}

/// The folder of real calendar data; none when SCHOOLIMP_DATA is not set.
inline std::optional<std::string> calendar_data() {
    const char* folder = std::getenv("SCHOOLIMP_DATA");
    return folder == nullptr ? std::nullopt : std::optional<std::string>(std::string(folder) + "/calendar");
}

inline constexpr const char* kNoData = "SCHOOLIMP_DATA is not set: the published calendar data were not checked";

/// Rows of a CSV file without line ends inside fields; the header first.
inline std::vector<std::vector<std::string>> read_csv(const std::string& path) {
    std::ifstream file(path);
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(file, line);) {
        std::vector<std::string> fields(1);
        bool quoted = false;
        for (const char c : line) {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                fields.emplace_back();
            else if (c != '\r')
                fields.back() += c;
        }
        rows.push_back(std::move(fields));
    }
    return rows;
}

}  // namespace schoolimp::testing

#include <algorithm>
#include <array>
#include <optional>

#include "core/utf8.hpp"
#include "io/codec/identifiers.hpp"
#include "io/evidence/csv.hpp"
#include "io/evidence/evidence_rows.hpp"
#include "schoolimp/core/suggestion.hpp"
#include "schoolimp/io/evidence_json.hpp"

namespace schoolimp::inline v0 {
namespace {

enum Column : std::size_t { kSchool, kIndicator, kPeriod, kGroup, kValue, kMissing, kObservedOn, kRecordedAt, kSource, kCohort, kLower, kUpper, kNote, kColumns };

constexpr std::array<std::string_view, kColumns> kNames = {"school",      "indicator",   "period", "group",  "value", "missing", "observed_on",
                                                           "recorded_at", "source", "cohort", "lower", "upper",   "note"};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

/// A value of a table: decimal number, boolean, else text.
ObservedValue table_value(std::string_view text) {
    if (const auto number = Decimal::parse(text)) return *number;
    if (text == "true") return true;
    if (text == "false") return false;
    return std::string(text);
}

/// Digits, also with a sign and a point, that no Decimal holds: as a text they would be a level nobody has.
bool is_number_too_long(std::string_view text) {
    if (!text.empty() && text.front() == '-') text.remove_prefix(1);
    const std::size_t point = text.find('.');
    const auto digits = [](std::string_view part) { return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos; };
    return digits(text.substr(0, point)) && (point == std::string_view::npos || digits(text.substr(point + 1)));
}

bool is_blank(const CsvRow& row) {
    return std::all_of(row.begin(), row.end(), [](const std::string& field) { return trimmed(field).empty(); });
}

/// Turns rows into observations, collecting issues by row and column.
class EvidenceTable {
public:
    EvidenceTable(const RowNames& names, const ParseLimits& limits, std::vector<Issue>* warnings) : names_(names), limits_(limits), warnings_(warnings) {}

    Result<Evidence> read(const std::vector<CsvRow>& rows) {
        if (rows.empty()) add("", "missing_member", "the table is empty", "the first row names the columns: school,indicator,period,group,value ...");
        if (rows.empty() || !read_header(rows.front())) return invalid_document("evidence table", std::move(issues_));
        for (std::size_t i = 1; i < rows.size(); ++i) {
            row_ = names_.first_row + i - 1;
            if (!is_blank(rows[i])) read_row(rows[i]);
        }
        if (left_out_ > 0) issues_.push_back({"", "too_many_issues", std::to_string(left_out_) + " more are not listed", "", Severity::kError});
        if (!issues_.empty()) return invalid_document("evidence table", std::move(issues_));
        return with_rows(Evidence::from(std::move(observations_)));
    }

private:
    void add(std::string place, const char* code, std::string message, std::string hint = {}) {
        if (issues_.size() >= limits_.max_issues) {
            ++left_out_;
            return;
        }
        issues_.push_back({std::move(place), code, std::move(message), std::move(hint), Severity::kError});
    }
    void add_cell(Column column, const char* code, std::string message, std::string hint = {}) {
        add("row " + std::to_string(row_) + ", column " + std::string(kNames[column]), code, std::move(message), std::move(hint));
    }

    bool read_header(const CsvRow& header) {
        positions_.fill(std::string::npos);
        for (std::size_t i = 0; i < header.size(); ++i) read_column_name(trimmed(header[i]), i);
        width_ = header.size();
        for (const Column column : {kSchool, kIndicator})
            if (positions_[column] == std::string::npos) add(names_.header, "missing_member", "there is no column '" + std::string(kNames[column]) + "'", header_hint(header));
        if (positions_[kValue] == std::string::npos && positions_[kMissing] == std::string::npos && issues_.empty())
            add(names_.header, "missing_member", "there is no column 'value'", header_hint(header));
        return issues_.empty();
    }

    void read_column_name(std::string_view name, std::size_t position) {
        const auto known = std::find(kNames.begin(), kNames.end(), name);
        if (known == kNames.end()) {
            const std::string message = "the column " + json::excerpt(name) + " is not known; it is not kept";
            if (warnings_ != nullptr) warnings_->push_back({names_.header, "unknown_member", message, did_you_mean(name, kNames), Severity::kWarning});
            return;
        }
        std::size_t& place = positions_[static_cast<std::size_t>(known - kNames.begin())];
        if (place != std::string::npos) add(names_.header, "duplicate_member", "the column '" + std::string(name) + "' stands twice", "keep one of them");
        place = position;
    }

    static std::string header_hint(const CsvRow& header) {
        const bool one = header.size() == 1;
        if (one && header[0].find(';') != std::string::npos) return "the columns are separated by semicolons; commas are needed";
        if (one && header[0].find('\t') != std::string::npos) return "the columns are separated by tabs; commas are needed";
        return "the first row names the columns: school,indicator,period,group,value ...";
    }

    std::string_view whole_cell(const CsvRow& row, Column column) const {
        const std::size_t position = positions_[column];
        return position < row.size() ? std::string_view(row[position]) : std::string_view();
    }
    std::string_view cell(const CsvRow& row, Column column) const { return trimmed(whole_cell(row, column)); }

    void read_row(const CsvRow& row) {
        if (row.size() != width_) {
            return add("row " + std::to_string(row_), "wrong_width", "the row has " + std::to_string(row.size()) + " fields; the header has " + std::to_string(width_),
                       "quote fields that hold a comma");
        }
        Observation observation;
        observation.school = cell(row, kSchool);
        observation.indicator = cell(row, kIndicator);
        observation.group = cell(row, kGroup);
        observation.source = whole_cell(row, kSource);
        observation.note = whole_cell(row, kNote);
        check_names(observation);
        check_length(kSource, observation.source, codec::kText.maximum);
        check_length(kNote, observation.note, codec::kText.maximum);
        if (const auto text = cell(row, kPeriod); !text.empty()) {
            observation.period = parse_period(text);
            if (!observation.period) add_cell(kPeriod, "bad_period", json::excerpt(text) + " is no period; it is written 2018/19 or 2018/19 autumn (spring, summer)");
        }
        observation.observed_on = read_date(row, kObservedOn);
        observation.recorded_at = read_date(row, kRecordedAt);
        read_value(row, observation);
        read_numbers(row, observation);
        observations_.push_back(std::move(observation));
        rows_.push_back(row_);
    }

    void check_length(Column column, std::string_view text, std::size_t most) {
        const std::size_t length = count_characters(text);
        if (length > most) add_cell(column, "too_long", "the text has " + std::to_string(length) + " characters; at most " + std::to_string(most));
    }

    void check_names(const Observation& observation) {
        if (observation.school.empty()) add_cell(kSchool, "missing_member", "the school is missing");
        check_length(kSchool, observation.school, codec::kKey.maximum);
        if (observation.indicator.empty()) {
            add_cell(kIndicator, "missing_member", "the indicator is missing");
        } else if (!codec::is_id(observation.indicator)) {
            add_cell(kIndicator, "bad_id", json::excerpt(observation.indicator) + " is no indicator id: " + std::string(codec::kIdForm.words));
        }
        if (!observation.group.empty() && !codec::is_simple_id(observation.group))
            add_cell(kGroup, "bad_id", json::excerpt(observation.group) + " is no group id: " + std::string(codec::kSimpleIdForm.words));
    }

    std::optional<Date> read_date(const CsvRow& row, Column column) {
        const std::string_view text = cell(row, column);
        if (text.empty()) return std::nullopt;
        const auto date = parse_date(text);
        if (!date) add_cell(column, "bad_date", json::excerpt(text) + " is no date; a date is written YYYY-MM-DD and must exist in the calendar");
        return date;
    }

    void read_value(const CsvRow& row, Observation& observation) {
        const std::string_view value = cell(row, kValue), missing = cell(row, kMissing);
        if (!value.empty() && !missing.empty()) return add_cell(kMissing, "contradiction", "there is a value and a reason why it is missing", "keep one of them");
        if (!value.empty()) {
            observation.value = table_value(value);
            if (std::holds_alternative<std::string>(observation.value) && is_number_too_long(value))
                add_cell(kValue, "out_of_range", json::excerpt(value) + " has more digits than a figure can have: 18", "round it");
            return;
        }
        if (missing.empty()) return add_cell(kValue, "missing_member", "the value is missing", "give a value or, in column missing, the reason there is none, e.g. suppressed");
        if (const auto reason = parse_missing_reason(missing)) {
            observation.value = *reason;
        } else {
            add_cell(kMissing, "unknown_word", json::excerpt(missing) + " is no reason", did_you_mean(missing, reasons()));
        }
    }

    static std::vector<std::string> reasons() {
        std::vector<std::string> words;
        for (std::size_t i = 0; i <= static_cast<std::size_t>(MissingReason::kUnknown); ++i) words.emplace_back(to_word(static_cast<MissingReason>(i)));
        return words;
    }

    std::optional<Decimal> read_number(const CsvRow& row, Column column) {
        const std::string_view text = cell(row, column);
        if (text.empty()) return std::nullopt;
        const auto number = Decimal::parse(text);
        if (!number) add_cell(column, "wrong_type", json::excerpt(text) + " is no decimal number");
        return number;
    }

    void read_numbers(const CsvRow& row, Observation& observation) {
        constexpr int kMostPupils = 10'000'000;
        if (const auto cohort = read_number(row, kCohort)) {
            if (!cohort->is_integer() || *cohort < Decimal(0) || *cohort > Decimal(kMostPupils)) {
                add_cell(kCohort, "out_of_range", json::excerpt(cell(row, kCohort)) + " is no number of pupils: a whole number from 0 to " + std::to_string(kMostPupils));
            } else {
                observation.cohort = static_cast<int>(cohort->coefficient());
            }
        }
        const auto lower = read_number(row, kLower), upper = read_number(row, kUpper);
        if (lower.has_value() != upper.has_value()) return add_cell(lower ? kUpper : kLower, "missing_member", "an interval needs both lower and upper");
        if (!lower) return;
        if (*upper < *lower) add_cell(kUpper, "wrong_order", "the interval ends below its start", "exchange lower and upper");
        observation.interval.emplace(*lower, *upper);
    }

    /// Issues of the evidence as a whole speak of "/observations/<n>"; here they speak of rows.
    Result<Evidence> with_rows(Result<Evidence> evidence) const {
        if (evidence.ok()) return evidence;
        std::vector<Issue> issues = evidence.status().issues();
        for (Issue& issue : issues) {
            issue.pointer = in_rows(issue.pointer);
            issue.message = in_rows(issue.message);
        }
        return invalid_document("evidence table", std::move(issues));
    }

    std::string in_rows(const std::string& text) const {
        constexpr std::string_view kPrefix = "/observations/";
        const std::size_t at = text.find(kPrefix);
        if (at == std::string::npos) return text;
        const std::size_t digits = at + kPrefix.size(), end = std::min(text.find_first_not_of("0123456789", digits), text.size());
        const auto index = detail::parse_digits(std::string_view(text).substr(digits, end - digits));
        if (!index || static_cast<std::size_t>(*index) >= rows_.size()) return text;
        return text.substr(0, at) + "row " + std::to_string(rows_[static_cast<std::size_t>(*index)]) + text.substr(end);
    }

    RowNames names_;
    ParseLimits limits_;
    std::vector<Issue>* warnings_;
    std::array<std::size_t, kColumns> positions_{};
    std::size_t width_ = 0;
    std::size_t row_ = 0;
    std::size_t left_out_ = 0;
    std::vector<Issue> issues_;
    std::vector<Observation> observations_;
    std::vector<std::size_t> rows_;  ///< Row of each observation.
};

std::string value_text(const ObservedValue& value) {
    if (const Decimal* number = std::get_if<Decimal>(&value)) return to_string(*number);
    if (const bool* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const Date* date = std::get_if<Date>(&value)) return to_string(*date);
    const std::string* text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : std::string();
}

CsvRow to_row(const Observation& observation) {
    CsvRow row(kColumns);
    row[kSchool] = observation.school;
    row[kIndicator] = observation.indicator;
    if (observation.period) row[kPeriod] = to_string(*observation.period);
    row[kGroup] = observation.group;
    row[kValue] = value_text(observation.value);
    if (observation.missing()) row[kMissing] = to_word(std::get<MissingReason>(observation.value));
    if (observation.observed_on) row[kObservedOn] = to_string(*observation.observed_on);
    if (observation.recorded_at) row[kRecordedAt] = to_string(*observation.recorded_at);
    row[kSource] = observation.source;
    if (observation.cohort) row[kCohort] = std::to_string(*observation.cohort);
    if (observation.interval) {
        row[kLower] = to_string(observation.interval->first);
        row[kUpper] = to_string(observation.interval->second);
    }
    row[kNote] = observation.note;
    return row;
}

/// Issues of what a table would not give back as it is: texts that look like numbers or booleans, outer spaces.
void check_survives(const Observation& observation, const CsvRow& row, std::size_t position, std::vector<Issue>& issues) {
    const auto lost = [&](Column column) {
        issues.push_back({"/observations/" + std::to_string(position) + "/" + std::string(kNames[column]), "not_representable",
                          "a table would give back the text " + json::excerpt(row[column]) + " as something else", "write the evidence as JSON", Severity::kError});
    };
    for (const Column column : {kSchool, kIndicator, kGroup, kValue})
        if (trimmed(row[column]) != row[column]) lost(column);
    const std::string* text = std::get_if<std::string>(&observation.value);
    if (text != nullptr && (text->empty() || is_number_too_long(*text) || !std::holds_alternative<std::string>(table_value(*text)))) lost(kValue);
}

}  // namespace

Result<Evidence> read_evidence_rows(const std::vector<CsvRow>& rows, const RowNames& names, const ParseLimits& limits, std::vector<Issue>* warnings) {
    return EvidenceTable(names, limits, warnings).read(rows);
}

Result<Evidence> parse_evidence_csv(std::string_view text, const ParseLimits& limits, std::vector<Issue>* warnings) {
    const Result<std::vector<CsvRow>> rows = read_csv(text, limits);
    if (!rows.ok()) return rows.status();
    return read_evidence_rows(*rows, {"row 1", 2}, limits, warnings);
}

Result<std::vector<CsvRow>> write_evidence_rows(const Evidence& evidence) {
    std::vector<CsvRow> rows;
    rows.reserve(evidence.size() + 1);
    rows.emplace_back(kNames.begin(), kNames.end());
    std::vector<Issue> issues;
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        rows.push_back(to_row(evidence.observations()[i]));
        check_survives(evidence.observations()[i], rows.back(), i, issues);
    }
    if (!issues.empty()) return invalid_document("evidence table", std::move(issues));
    return rows;
}

Result<std::string> write_evidence_csv(const Evidence& evidence) {
    const Result<std::vector<CsvRow>> rows = write_evidence_rows(evidence);
    if (!rows.ok()) return rows.status();
    std::string out;
    for (const CsvRow& row : *rows) append_csv_row(out, row);
    return out;
}

}  // namespace schoolimp::inline v0

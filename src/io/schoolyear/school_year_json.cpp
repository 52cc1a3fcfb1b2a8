#include "schoolimp/io/school_year_json.hpp"

#include "io/codec/document.hpp"
#include "io/codec/identifiers.hpp"

namespace schoolimp::inline v0 {
namespace codec {

constexpr std::string_view kSchoolYearSchema = "schoolimp/school_year/1";
constexpr Whole kDaysOfYear{0, 366};

template <>
struct WordList<WeekCycle> : WordsByFunction<WeekCycle, WeekCycle::kResetEachTerm> {};

template <>
struct WordList<BankHolidayStatus> {
    static constexpr std::string_view kWords[] = {"published", "projected"};
    static std::span<const std::string_view> list() { return kWords; }
};

/// "autumn", "spring", "summer"; terms are numbered from 1.
struct TermWord {
    using type = SchoolTerm;
    void read(Reader& reader, const Place& place, const Value& value, SchoolTerm& out) const {
        if (const auto index = read_word(reader, place, value, std::span(kTermNames).subspan(1))) out = static_cast<SchoolTerm>(*index + 1);
    }
    void write(Writer& writer, SchoolTerm term) const { writer.string(to_word(term)); }
};

template <typename Visitor>
void describe(Visitor& fields, Of<HalfTerm>) {
    fields.required("term", &HalfTerm::term, TermWord{});
    fields.required("first", &HalfTerm::first, kDay);
    fields.required("last", &HalfTerm::last, kDay);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Closure>) {
    fields.required("first", &Closure::first, kDay);
    fields.required("last", &Closure::last, kDay);
    fields.optional("reason", &Closure::reason, kText);
    fields.optional("staff_open", &Closure::staff_open, kFlag);
}

template <typename Visitor>
void describe(Visitor& fields, Of<BankHoliday>) {
    fields.required("date", &BankHoliday::date, kDay);
    fields.required("title", &BankHoliday::title, kText);
    fields.optional("substitute", &BankHoliday::substitute, kFlag);
    fields.optional("status", &BankHoliday::status, kWord<BankHolidayStatus>);
}

template <typename Visitor>
void describe(Visitor& fields, Of<BlockedWindow>) {
    fields.required("first", &BlockedWindow::first, kDay);
    fields.required("last", &BlockedWindow::last, kDay);
    fields.optional("title", &BlockedWindow::title, kText);
    fields.optional("activities", &BlockedWindow::activities, list_of(kSimpleId));
    fields.optional("phases", &BlockedWindow::phases, list_of(WordText<SchoolPhase>{}));
}

template <typename Visitor>
void describe(Visitor& fields, Of<SchoolYearDocument>) {
    using Document = SchoolYearDocument;
    fields.required("id", &Document::id, kKey);
    fields.optional("title", &Document::title, kText);
    fields.required("academic_year", &Document::academic_year, kYear);
    fields.optional("first", &Document::first, kDay);
    fields.optional("last", &Document::last, kDay);
    fields.required("half_terms", &Document::half_terms, kListOf<HalfTerm>.at_least(1));
    fields.optional("inset_days", &Document::inset_days, list_of(kDay));
    fields.optional("closures", &Document::closures, kListOf<Closure>);
    fields.optional("bank_holidays", &Document::bank_holidays, kListOf<BankHoliday>);
    fields.optional("blocked", &Document::blocked, kListOf<BlockedWindow>);
    fields.optional("week_cycle", &Document::week_cycle, kWord<WeekCycle>);
    fields.optional("expected_staff_days", &Document::expected_staff_days, kDaysOfYear);
    fields.optional("expected_pupil_days", &Document::expected_pupil_days, kDaysOfYear);
    fields.optional("source", &Document::source, kText);
}

}  // namespace codec

Result<SchoolYearDocument> parse_school_year(std::string_view text, const ParseLimits& limits) {
    return codec::parse_document<SchoolYearDocument>(text, codec::kSchoolYearSchema, "school year", codec::UnknownMembers::kError, limits);
}

std::string write_school_year(const SchoolYearDocument& document, JsonStyle style) { return codec::write_document(document, codec::kSchoolYearSchema, style); }

}  // namespace schoolimp::inline v0

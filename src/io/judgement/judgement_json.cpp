#include <limits>

#include "io/codec/document.hpp"
#include "io/codec/identifiers.hpp"
#include "io/evidence/observation_value.hpp"
#include "io/judgement/decision_fields.hpp"
#include "schoolimp/io/judgement_json.hpp"

namespace schoolimp::inline v0 {
namespace codec {

constexpr std::string_view kJudgementSchema = "schoolimp/judgement/1";
constexpr Whole kIndex{0, std::numeric_limits<int>::max()};
constexpr auto kIndexes = list_of(kIndex);

/// Whether a measure has a value: "value", "unknown", "not_applicable".
struct MeasureState {
    using type = Truth;
    static constexpr std::string_view kWords[] = {"value", "unknown", "not_applicable"};
    void read(Reader& reader, const Place& place, const Value& value, Truth& out) const {
        if (const auto index = read_word(reader, place, value, kWords)) out = static_cast<Truth>(*index + 1);
    }
    void write(Writer& writer, Truth state) const { writer.string(state == Truth::kTrue ? "value" : to_word(state)); }
};

template <typename Visitor>
void describe(Visitor& fields, Of<AsOf>) {
    fields.required("valid", &AsOf::valid, kDay);
    fields.required("known", &AsOf::known, kDay);
    fields.optional("period", &AsOf::period, kYear);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Answer>) {
    fields.required("judgement", &Answer::judgement, kKey);
    fields.required("scale", &Answer::scale, kKey);
    fields.optional("suggested", &Answer::suggested, kKey);
    fields.optional("only_possible", &Answer::only_possible, kFlag);
    fields.optional("not_applicable", &Answer::not_applicable, kFlag);
    fields.optional("possible", &Answer::possible, kKeys);
    fields.optional("possible_is_exact", &Answer::possible_is_exact, kFlag);
    fields.optional("reasons", &Answer::reasons, kAnyTexts);
    fields.optional("missing_that_matters", &Answer::missing_that_matters, kIndexes);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Comparison>) {
    fields.required("text", &Comparison::text, kAnyTextOrEmpty);
    fields.optional("left", &Comparison::left, kAnyTextOrEmpty);
    fields.required("comparator", &Comparison::comparator, kAnyTextOrEmpty);
    fields.optional("right", &Comparison::right, kAnyTextOrEmpty);
    fields.required("result", &Comparison::result, kWord<Truth>);
    fields.optional("readings", &Comparison::readings, kIndexes);
}

template <typename Visitor>
void describe(Visitor& fields, Of<CriterionResult>) {
    fields.required("id", &CriterionResult::id, kKey);
    fields.required("result", &CriterionResult::result, kWord<Truth>);
    fields.optional("comparisons", &CriterionResult::comparisons, kListOf<Comparison>);
    fields.optional("readings", &CriterionResult::readings, kIndexes);
    fields.optional("waiting_for", &CriterionResult::waiting_for, kIndexes);
}

template <typename Visitor>
void describe(Visitor& fields, Of<MeasureResult>) {
    fields.required("id", &MeasureResult::id, kKey);
    fields.required("state", &MeasureResult::state, MeasureState{});
    fields.optional("value", &MeasureResult::value, kAnyTextOrEmpty);
}

template <typename Visitor>
void describe(Visitor& fields, Of<ConditionResult>) {
    fields.required("owner", &ConditionResult::owner, kKey);
    fields.required("result", &ConditionResult::result, kWord<Truth>);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Reading>) {
    fields.required("indicator", &Reading::indicator, kAnyText);  // A population function is named by its text, as long as an expression may be.
    fields.optional("national", &Reading::national, kFlag);
    fields.optional("group", &Reading::group, kAnyTextOrEmpty);
    fields.optional("shift", &Reading::shift, Whole{-100'000, 100'000});
    fields.optional("period", &Reading::period, kAnyTextOrEmpty);
    fields.optional("value", &Reading::value, kAnyTextOrEmpty);
    fields.optional("missing", &Reading::missing, kWord<MissingReason>);
    fields.optional("observed_on", &Reading::observed_on, kDay);
    fields.optional("source", &Reading::source, kAnyTextOrEmpty);
    fields.optional("population", &Reading::population, kFlag);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Judgement>) {
    fields.required("framework_id", &Judgement::framework_id, kKey);
    fields.required("framework_edition", &Judgement::framework_edition, kAnyTextOrEmpty);
    fields.required("framework_hash", &Judgement::framework_hash, kAnyTextOrEmpty);
    fields.required("school", &Judgement::school, kKey);
    fields.required("as_of", &Judgement::as_of, kNested<AsOf>);
    fields.required("answers", &Judgement::answers, kListOf<Answer>);
    fields.optional("criteria", &Judgement::criteria, kListOf<CriterionResult>);
    fields.optional("measures", &Judgement::measures, kListOf<MeasureResult>);
    fields.optional("conditions", &Judgement::conditions, kListOf<ConditionResult>);
    fields.optional("kpis", &Judgement::kpis, kListOf<ConditionResult>);
    fields.optional("readings", &Judgement::readings, kListOf<Reading>);
    fields.required("known", &Judgement::known, kIndex);
    fields.required("missing", &Judgement::missing, kIndex);
    fields.optional("decisions", &Judgement::decisions, kListOf<Decision>);
}

}  // namespace codec

namespace {

/// Issues of indexes that point past the readings: whoever loads a judgement may follow them unchecked.
class IndexCheck {
public:
    explicit IndexCheck(const Judgement& judgement) : count_(judgement.readings.size()) {}

    void check(const Pointer& place, const std::vector<int>& indexes) {
        for (std::size_t i = 0; i < indexes.size(); ++i) {
            if (static_cast<std::size_t>(indexes[i]) < count_) continue;
            std::string message = "there is no reading " + std::to_string(indexes[i]) + "; the judgement has " + std::to_string(count_);
            issues_.push_back({(place / i).text(), "out_of_range", std::move(message), "", Severity::kError});
        }
    }
    std::vector<Issue> take() && { return std::move(issues_); }

private:
    std::size_t count_;
    std::vector<Issue> issues_;
};

std::vector<Issue> check_indexes(const Judgement& judgement) {
    IndexCheck check(judgement);
    for (std::size_t i = 0; i < judgement.answers.size(); ++i)
        check.check(Pointer() / "answers" / i / "missing_that_matters", judgement.answers[i].missing_that_matters);
    for (std::size_t i = 0; i < judgement.criteria.size(); ++i) {
        const CriterionResult& criterion = judgement.criteria[i];
        const Pointer place = Pointer() / "criteria" / i;
        check.check(place / "readings", criterion.readings);
        check.check(place / "waiting_for", criterion.waiting_for);
        for (std::size_t j = 0; j < criterion.comparisons.size(); ++j) check.check(place / "comparisons" / j / "readings", criterion.comparisons[j].readings);
    }
    return std::move(check).take();
}

}  // namespace

Result<Judgement> parse_judgement(std::string_view text, const ParseLimits& limits, std::vector<Issue>* warnings) {
    return codec::parse_document<Judgement>(text, codec::kJudgementSchema, "judgement", codec::UnknownMembers::kWarning, limits, warnings, check_indexes);
}

std::string write_judgement(const Judgement& judgement, JsonStyle style) { return codec::write_document(judgement, codec::kJudgementSchema, style); }

}  // namespace schoolimp::inline v0

// Judging tables: the request, the run, the answers by row.
#include "schoolimp/table/judge_table.hpp"

#include <string>

#include "arguments.hpp"
#include "as_of.hpp"
#include "boundary.hpp"
#include "values.hpp"

struct schoolimp_table_request : schoolimp::c::Handle<schoolimp::TableOptions, 22> {
    using Handle::Handle;
};

using namespace schoolimp;
using namespace schoolimp::c;

static_assert(static_cast<int>(RowState::kNotApplicable) == SCHOOLIMP_ANSWER_NOT_APPLICABLE && static_cast<int>(RowState::kOnlyPossible) == SCHOOLIMP_ANSWER_ONLY_POSSIBLE &&
              static_cast<int>(RowState::kNotExact) == SCHOOLIMP_ANSWER_NOT_EXACT && static_cast<int>(RowState::kFailed) == SCHOOLIMP_ROW_FAILED);

namespace {

/// ask(TableJudgement, judgement) for a judgement there is; null otherwise.
template <typename Ask>
auto column(const schoolimp_table_judgement* judged, size_t judgement, Ask ask) noexcept -> decltype(ask(judged->value)) {
    if (!is_alive(judged) || judgement >= judged->value.framework().document().judgements.size()) return nullptr;
    return ask(judged->value);
}

}  // namespace

schoolimp_status schoolimp_table_request_new(schoolimp_table_request** out, int32_t valid, int32_t known, schoolimp_error** error) noexcept {
    return make(out, error, [&] {
        TableOptions options;
        options.as_of = as_of("valid", valid, "known", known);
        return options;
    });
}

schoolimp_status schoolimp_table_request_set_key(schoolimp_table_request* request, const char* column, schoolimp_error** error) noexcept {
    return change("request", request, error, [&](TableOptions& options) { options.key = needed_text("column", column); });
}

schoolimp_status schoolimp_table_request_set_column(schoolimp_table_request* request, const char* cell, const char* column, schoolimp_error** error) noexcept {
    return change("request", request, error, [&](TableOptions& options) {
        const std::string name(needed_text("column", column));
        options.columns.insert_or_assign(std::string(needed_text("cell", cell)), name);
    });
}

schoolimp_status schoolimp_table_request_set_constant(schoolimp_table_request* request, const char* cell, int32_t kind, const char* value,
                                                      schoolimp_error** error) noexcept {
    return change("request", request, error, [&](TableOptions& options) {
        const std::string name(needed_text("cell", cell));
        options.constants.insert_or_assign(name, observed_value("", number("kind", kind, SCHOOLIMP_VALUE_MISSING, SCHOOLIMP_VALUE_DATE), value, 0.0));
    });
}

schoolimp_status schoolimp_table_request_set_threads(schoolimp_table_request* request, int32_t threads, schoolimp_error** error) noexcept {
    return change("request", request, error, [&](TableOptions& options) { options.threads = number("threads", threads, 1, 1024); });
}

schoolimp_status schoolimp_table_request_set_search_limit(schoolimp_table_request* request, int32_t limit, schoolimp_error** error) noexcept {
    return change("request", request, error, [&](TableOptions& options) { options.search_limit = number("limit", limit, 1, INT32_MAX); });
}

schoolimp_status schoolimp_table_request_set_progress(schoolimp_table_request* request, schoolimp_progress_callback callback, void* payload,
                                                      schoolimp_error** error) noexcept {
    return change("request", request, error, [&](TableOptions& options) {
        if (callback == nullptr)
            options.progress = nullptr;
        else
            options.progress = [callback, payload](std::int64_t done, std::int64_t rows) { return callback(payload, done, rows) == 0; };
    });
}

void schoolimp_table_request_free(schoolimp_table_request* request) noexcept { end(request); }

schoolimp_status schoolimp_judge_table(schoolimp_table_judgement** out, const schoolimp_framework* framework, const schoolimp_table* table,
                                       const schoolimp_table_request* request, schoolimp_error** error) noexcept {
    return make(out, error, [&] {
        const Framework& model = needed("framework", framework);
        const Table& schools = needed("table", table);
        return judge_table(model, schools, needed("request", request));
    });
}

int64_t schoolimp_table_judgement_rows(const schoolimp_table_judgement* judged) noexcept { return is_alive(judged) ? judged->value.rows() : 0; }

const int8_t* schoolimp_table_judgement_suggested(const schoolimp_table_judgement* judged, size_t judgement) noexcept {
    return column(judged, judgement, [&](const TableJudgement& value) { return value.suggested(judgement).data(); });
}
const uint64_t* schoolimp_table_judgement_possible(const schoolimp_table_judgement* judged, size_t judgement) noexcept {
    return column(judged, judgement, [&](const TableJudgement& value) { return value.possible(judgement).data(); });
}
const uint8_t* schoolimp_table_judgement_states(const schoolimp_table_judgement* judged, size_t judgement) noexcept {
    return column(judged, judgement, [&](const TableJudgement& value) { return value.states(judgement).data(); });
}

size_t schoolimp_table_judgement_criteria_words(const schoolimp_table_judgement* judged) noexcept { return is_alive(judged) ? judged->value.criteria_words() : 0; }
const uint64_t* schoolimp_table_judgement_criteria(const schoolimp_table_judgement* judged, int32_t result) noexcept {
    if (!is_alive(judged)) return nullptr;
    switch (result) {
        case SCHOOLIMP_TRUTH_TRUE: return judged->value.met().data();
        case SCHOOLIMP_TRUTH_FALSE: return judged->value.not_met().data();
        case SCHOOLIMP_TRUTH_UNKNOWN: return judged->value.unknown().data();
        default: return nullptr;
    }
}

int64_t schoolimp_table_judgement_failed(const schoolimp_table_judgement* judged) noexcept { return is_alive(judged) ? judged->value.failed() : 0; }

schoolimp_status schoolimp_table_judgement_failures(schoolimp_issues** out, const schoolimp_table_judgement* judged, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return std::vector<Issue>(needed("judged", judged).failures()); });
}
schoolimp_status schoolimp_table_judgement_absent(schoolimp_strings** out, const schoolimp_table_judgement* judged, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return std::vector<std::string>(needed("judged", judged).absent()); });
}
schoolimp_status schoolimp_table_judgement_explain(schoolimp_judgement** out, const schoolimp_table_judgement* judged, int64_t row, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return needed("judged", judged).explain(row); });
}
schoolimp_status schoolimp_table_judgement_to_table(schoolimp_table** out, const schoolimp_table_judgement* judged, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return needed("judged", judged).to_table(); });
}
void schoolimp_table_judgement_free(schoolimp_table_judgement* judged) noexcept { end(judged); }

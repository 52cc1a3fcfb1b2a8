// The trust as a whole.
#include "schoolimp/judgement/rollup.hpp"

#include <string>

#include "arguments.hpp"
#include "boundary.hpp"
#include "documents.hpp"
#include "schoolimp/io/judgement_json.hpp"
#include "schoolimp/report/markdown.hpp"

using namespace schoolimp;
using namespace schoolimp::c;

namespace {

std::vector<Judgement> judgements_of(const schoolimp_judgement* const* given, size_t count) {
    if (given == nullptr && count != 0) refuse("judgements", "null_argument", "it is NULL, with a count of " + std::to_string(count), "give the judgements, or a count of 0");
    std::vector<Judgement> judgements;
    for (size_t i = 0; i < count; ++i) judgements.push_back(needed(element_name("judgements", i).c_str(), given[i]));
    return judgements;
}

}  // namespace

schoolimp_status schoolimp_rollup_make(schoolimp_rollup** out, const schoolimp_framework* framework, const schoolimp_judgement* const* judgements, size_t count,
                                       schoolimp_error** error) noexcept {
    return make(out, error, [&] {
        const Framework& model = needed("framework", framework);
        return roll_up(model, judgements_of(judgements, count));
    });
}

schoolimp_status schoolimp_rollup_parse(schoolimp_rollup** out, const char* json, size_t size, const schoolimp_parse_options* options, schoolimp_issues** warnings,
                                        schoolimp_error** error) noexcept {
    return parse_document(out, "json", json, size, options, warnings, error, parse_rollup);
}

schoolimp_status schoolimp_rollup_to_json(schoolimp_text** out, const schoolimp_rollup* rollup, int32_t style, schoolimp_error** error) noexcept {
    return write_document(out, "rollup", rollup, style, error, write_rollup);
}

schoolimp_status schoolimp_rollup_to_markdown(schoolimp_text** out, const schoolimp_rollup* rollup, const schoolimp_framework* framework,
                                              const schoolimp_trust* trust, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return rollup_markdown(needed("framework", framework), needed("rollup", rollup), *OrEmpty("trust", trust)); });
}

void schoolimp_rollup_free(schoolimp_rollup* rollup) noexcept { end(rollup); }

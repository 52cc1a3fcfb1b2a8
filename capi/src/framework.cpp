// Frameworks: built-in ones, reading, parts without parsing JSON, cells.
#include <string>

#include "arguments.hpp"
#include "boundary.hpp"
#include "builtin/assets.hpp"
#include "builtin/unshared.hpp"
#include "documents.hpp"
#include "reading.hpp"
#include "schoolimp/builtin/builtin.hpp"
#include "schoolimp/framework/words.hpp"
#include "schoolimp/io/framework_json.hpp"
#include "schoolimp/table/judge_table.hpp"

using namespace schoolimp;
using namespace schoolimp::c;

namespace {

const FrameworkDocument* document_of(const schoolimp_framework* framework) noexcept { return is_alive(framework) ? &framework->value.document() : nullptr; }

const Scale* scale_at(const schoolimp_framework* framework, size_t index) noexcept { return element(document_of(framework), &FrameworkDocument::scales, index); }
const ScaleLevel* level_at(const schoolimp_framework* framework, size_t scale, size_t level) noexcept {
    return element(scale_at(framework, scale), &Scale::levels, level);
}

/// Actions stand inside offers; here they are one list. `visit(action, place)` ends the walk by returning true.
template <typename Visit>
const Action* find_action(const FrameworkDocument& document, Visit visit) noexcept {
    std::size_t place = 0;
    for (const Offer& offer : document.offers)
        for (const Action& action : offer.actions)
            if (visit(action, place++)) return &action;
    return nullptr;
}

/// What is asked of a part of any kind.
struct Part {
    const std::string* id = nullptr;
    const std::string* title = nullptr;
};

template <typename Element>
Part part_of(const Element* element) noexcept {
    return element == nullptr ? Part{} : Part{&element->id, &element->title};
}

/// visit(list) for the list of a kind of part; `absent` for a kind there is not.
template <typename Visit, typename Answer>
Answer with_list(const FrameworkDocument& document, int32_t part, Visit visit, Answer absent) noexcept {
    switch (part) {
        case SCHOOLIMP_PART_SCALE: return visit(document.scales);
        case SCHOOLIMP_PART_INDICATOR: return visit(document.indicators);
        case SCHOOLIMP_PART_MEASURE: return visit(document.measures);
        case SCHOOLIMP_PART_CRITERION: return visit(document.criteria);
        case SCHOOLIMP_PART_JUDGEMENT: return visit(document.judgements);
        case SCHOOLIMP_PART_OFFER: return visit(document.offers);
        case SCHOOLIMP_PART_ACTIVITY: return visit(document.activities);
        case SCHOOLIMP_PART_ROLE: return visit(document.roles);
        case SCHOOLIMP_PART_BODY: return visit(document.bodies);
        case SCHOOLIMP_PART_KPI: return visit(document.kpis);
        default: return absent;
    }
}

Part part_at(const FrameworkDocument& document, int32_t part, std::size_t index) noexcept {
    if (part == SCHOOLIMP_PART_ACTION) return part_of(find_action(document, [&](const Action&, std::size_t place) { return place == index; }));
    return with_list(document, part, [&](const auto& list) { return part_of(element(&list, index)); }, Part{});
}

std::size_t part_count(const FrameworkDocument& document, int32_t part) noexcept {
    if (part != SCHOOLIMP_PART_ACTION) return with_list(document, part, [](const auto& list) { return list.size(); }, std::size_t{0});
    std::size_t actions = 0;
    for (const Offer& offer : document.offers) actions += offer.actions.size();
    return actions;
}

}  // namespace

schoolimp_status schoolimp_builtin_framework_count(size_t* out, schoolimp_error** error) noexcept {
    return run(error, [&] {
        output("out", out) = builtin_assets::frameworks().size();
        return Status();
    });
}

schoolimp_status schoolimp_builtin_framework_at(size_t index, const char** id, const char** edition, const char** title, schoolimp_error** error) noexcept {
    return run(error, [&]() -> Status {
        const auto frameworks = builtin_assets::frameworks();
        if (index >= frameworks.size())
            return Status(StatusCode::kOutOfRange, "there is no built-in framework " + std::to_string(index) + "; they count from 0 to " + std::to_string(frameworks.size() - 1));
        if (id != nullptr) *id = frameworks[index].id.data();
        if (edition != nullptr) *edition = frameworks[index].edition.data();
        if (title != nullptr) *title = frameworks[index].title.data();
        return Status();
    });
}

schoolimp_status schoolimp_framework_builtin(schoolimp_framework** out, const char* id, const char* edition, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return compile_builtin_framework(needed_text("id", id), text("edition", edition)); });
}

schoolimp_status schoolimp_builtin_framework_text(schoolimp_text** out, const char* id, const char* edition, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return builtin_framework_text(needed_text("id", id), text("edition", edition)); });
}

schoolimp_status schoolimp_builtin_catalogue(schoolimp_text** out, schoolimp_error** error) noexcept {
    return make(out, error, [] { return builtin_catalogue_text(); });
}

schoolimp_status schoolimp_framework_parse(schoolimp_framework** out, const char* json, size_t size, const schoolimp_parse_options* options,
                                           schoolimp_error** error) noexcept {
    return make(out, error, [&] { return parse_framework(document("json", json, size), parse_limits(options)); });
}

schoolimp_status schoolimp_framework_to_json(schoolimp_text** out, const schoolimp_framework* framework, int32_t style, schoolimp_error** error) noexcept {
    return write_document(out, "framework", framework, style, error,
                          [](const Framework& value, JsonStyle json) { return write_framework(value.document(), json); });
}

void schoolimp_framework_free(schoolimp_framework* framework) noexcept { end(framework); }

const char* schoolimp_framework_id(const schoolimp_framework* framework) noexcept { return text_of(document_of(framework), &FrameworkDocument::id); }
const char* schoolimp_framework_edition(const schoolimp_framework* framework) noexcept { return text_of(document_of(framework), &FrameworkDocument::edition); }
const char* schoolimp_framework_title(const schoolimp_framework* framework) noexcept { return text_of(document_of(framework), &FrameworkDocument::title); }
const char* schoolimp_framework_hash(const schoolimp_framework* framework) noexcept { return is_alive(framework) ? framework->value.hash().c_str() : nullptr; }

schoolimp_status schoolimp_framework_warnings(schoolimp_issues** out, const schoolimp_framework* framework, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return std::vector<Issue>(needed("framework", framework).warnings()); });
}

size_t schoolimp_framework_part_count(const schoolimp_framework* framework, int32_t part) noexcept {
    const FrameworkDocument* const document = document_of(framework);
    return document == nullptr ? 0 : part_count(*document, part);
}

const char* schoolimp_framework_part_id(const schoolimp_framework* framework, int32_t part, size_t index) noexcept {
    const FrameworkDocument* const document = document_of(framework);
    return document == nullptr ? nullptr : text_of(part_at(*document, part, index).id);
}

const char* schoolimp_framework_part_title(const schoolimp_framework* framework, int32_t part, size_t index) noexcept {
    const FrameworkDocument* const document = document_of(framework);
    return document == nullptr ? nullptr : text_of(part_at(*document, part, index).title);
}

size_t schoolimp_framework_find_part(const schoolimp_framework* framework, int32_t part, const char* id) noexcept {
    const FrameworkDocument* const document = document_of(framework);
    if (document == nullptr || id == nullptr) return SCHOOLIMP_NOT_FOUND;
    if (part == SCHOOLIMP_PART_ACTION) {
        std::size_t found = SCHOOLIMP_NOT_FOUND;
        find_action(*document, [&](const Action& action, std::size_t place) {
            if (action.id != id) return false;
            found = place;
            return true;
        });
        return found;
    }
    return with_list(
        *document, part,
        [&](const auto& list) {
            for (std::size_t i = 0; i < list.size(); ++i)
                if (list[i].id == id) return i;
            return SCHOOLIMP_NOT_FOUND;
        },
        SCHOOLIMP_NOT_FOUND);
}

int32_t schoolimp_framework_scale_order(const schoolimp_framework* framework, size_t scale) noexcept {
    return number_of(scale_at(framework, scale), &Scale::order, SCHOOLIMP_NONE);
}
size_t schoolimp_framework_level_count(const schoolimp_framework* framework, size_t scale) noexcept { return count(scale_at(framework, scale), &Scale::levels); }
const char* schoolimp_framework_level_id(const schoolimp_framework* framework, size_t scale, size_t level) noexcept {
    return text_of(level_at(framework, scale, level), &ScaleLevel::id);
}
const char* schoolimp_framework_level_title(const schoolimp_framework* framework, size_t scale, size_t level) noexcept {
    return text_of(level_at(framework, scale, level), &ScaleLevel::title);
}

size_t schoolimp_framework_judgement_scale(const schoolimp_framework* framework, size_t judgement) noexcept {
    const FrameworkDocument* const document = document_of(framework);
    const JudgementRule* const rule = element(document, &FrameworkDocument::judgements, judgement);
    return rule == nullptr ? SCHOOLIMP_NOT_FOUND : find(document, &FrameworkDocument::scales, &Scale::id, rule->scale.c_str());
}

int32_t schoolimp_framework_indicator_type(const schoolimp_framework* framework, size_t indicator) noexcept {
    return number_of(element(document_of(framework), &FrameworkDocument::indicators, indicator), &Indicator::type, SCHOOLIMP_NONE);
}

const char* schoolimp_framework_indicator_unit(const schoolimp_framework* framework, size_t indicator) noexcept {
    const Indicator* const found = element(document_of(framework), &FrameworkDocument::indicators, indicator);
    if (found == nullptr) return nullptr;
    return found->unit ? word_of(*found->unit).data() : "";
}

const char* schoolimp_framework_criterion_expression(const schoolimp_framework* framework, size_t criterion) noexcept {
    return text_of(element(document_of(framework), &FrameworkDocument::criteria, criterion), &Criterion::test);
}

schoolimp_status schoolimp_framework_cells(schoolimp_strings** out, const schoolimp_framework* framework, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return cells_of(needed("framework", framework)); });
}

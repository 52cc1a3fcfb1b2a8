// Framework::compile: all checks, then lowering.
#include <memory>
#include <utility>

#include "expression/builder.hpp"
#include "expression/prune.hpp"
#include "framework/checks.hpp"
#include "framework/framework_parts.hpp"
#include "framework/lowering.hpp"
#include "framework/warnings.hpp"

namespace schoolimp::inline v0 {

namespace {

void check(CheckContext& context) {
    check_vocabulary(context);
    check_definitions(context, order_definitions(context));
    check_judgements(context);
    check_support(context);
    check_people(context);
}

void lower(CheckContext& context, Program& program) {
    ProgramBuilder builder;
    Lowering(context, builder).run();
    if (builder.exhausted()) {
        context.issues.error(Pointer(), "too_large",
                             "the expressions grow to more than " + std::to_string(kMaxProgramNodes) + " operations when periods and groups are written out",
                             "nest every, years, mean, any, all and share less, or lower their numbers");
        return;
    }
    program = std::move(builder.program);
    prune(program);
    warn(context, program);
}

}  // namespace

Result<Framework> Framework::compile(FrameworkDocument document, std::string hash) {
    auto parts = std::make_shared<Parts>(std::move(document));
    CheckContext context(parts->document);
    check(context);
    if (!context.issues.has_errors()) lower(context, parts->program);
    if (context.issues.has_errors()) return invalid_document("framework '" + parts->document.id + "'", context.issues.take());
    parts->index.emplace(parts->program);
    parts->hash = std::move(hash);
    parts->warnings = context.issues.take();
    for (const Offer& offer : parts->document.offers)
        for (const Action& action : offer.actions) parts->actions.push_back(&action);
    return Framework(std::shared_ptr<const Parts>(std::move(parts)));
}

}  // namespace schoolimp::inline v0

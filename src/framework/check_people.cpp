// Checks of who does what: roles, bodies, delegations, deployments.
#include "framework/checks.hpp"

namespace schoolimp::inline v0 {

namespace {

void check_role(CheckContext& context, const Role& role, const Pointer& at) {
    context.statement(role, at);
    context.who(role.accountable_to, at / "accountable_to");
    context.text_items(role.credentials, at / "credentials");
    context.text_items(role.duties, at / "duties");
}

void check_body(CheckContext& context, const Body& body, const Pointer& at) {
    context.statement(body, at);
    context.who(body.accountable_to, at / "accountable_to");
    context.who(body.members, at / "members");
    context.levels(body.levels, at / "levels");
    context.text_items(body.duties, at / "duties");
    context.text_items(body.powers, at / "powers");
}

void check_delegation(CheckContext& context, const Delegation& delegation, const Pointer& at) {
    context.statement(delegation, at);
    if (delegation.levels.empty()) context.missing(at, "levels", "a delegation goes with at least one level");
    context.levels(delegation.levels, at / "levels");
    context.who(delegation.held_by, at / "held_by");
}

void check_deployment(CheckContext& context, const Deployment& deployment, const Pointer& at) {
    context.statement(deployment, at);
    context.levels(deployment.levels, at / "levels");
    context.check_condition(deployment.when, at / "when");
    context.who(deployment.roles, at / "roles");
    if (!deployment.ratio) return;
    const Ratio& ratio = *deployment.ratio;
    context.who(ratio.role, at / "ratio" / "role");
    if (ratio.schools_minimum && ratio.schools_maximum && *ratio.schools_minimum > *ratio.schools_maximum)
        context.issues.error(
            at / "ratio", "out_of_order",
            "schools_minimum " + std::to_string(*ratio.schools_minimum) + " is greater than schools_maximum " + std::to_string(*ratio.schools_maximum));
}

}  // namespace

void check_people(CheckContext& context) {
    const FrameworkDocument& document = context.document;
    for (std::size_t i = 0; i < document.roles.size(); ++i) check_role(context, document.roles[i], Pointer() / "roles" / i);
    for (std::size_t i = 0; i < document.bodies.size(); ++i) check_body(context, document.bodies[i], Pointer() / "bodies" / i);
    for (std::size_t i = 0; i < document.delegations.size(); ++i) check_delegation(context, document.delegations[i], Pointer() / "delegations" / i);
    for (std::size_t i = 0; i < document.deployments.size(); ++i) check_deployment(context, document.deployments[i], Pointer() / "deployments" / i);
}

}  // namespace schoolimp::inline v0

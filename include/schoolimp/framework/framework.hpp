// Framework: a checked and compiled framework document. Immutable; copies share one compiled program and may be used from any number of threads.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/framework/document.hpp"

namespace schoolimp::inline v0 {

struct Program;  // internal: src/expression/program.hpp
class ProgramIndex;
class Keeper;  // internal: src/framework/keeper.hpp

class Framework {
public:
    /// Checks the whole document (ids, references, names, types, units, scales, ranges, cycles) and compiles it. On failure the status carries every
    /// issue found; pointers are JSON Pointers into the document, messages quote the expression with a caret. `hash` is the SHA-256 (lower-case hex) of the
    /// document's canonical bytes; parse_framework fills it in.
    static Result<Framework> compile(FrameworkDocument document, std::string hash);

    const FrameworkDocument& document() const;
    const std::string& id() const { return document().id; }
    const std::string& edition() const { return document().edition; }
    const std::string& title() const { return document().title; }

    /// SHA-256 of the canonical bytes, lower-case hex: names the framework in every judgement made with it.
    const std::string& hash() const;

    /// Warnings found while compiling (unreachable rows, unused indicators ...).
    const std::vector<Issue>& warnings() const;

    /// Null when there is no such thing. Levels by "scale.level".
    const Scale* find_scale(std::string_view id) const;
    const ScaleLevel* find_level(std::string_view qualified_id) const;
    const Indicator* find_indicator(std::string_view id) const;
    const Measure* find_measure(std::string_view id) const;
    const Criterion* find_criterion(std::string_view id) const;
    const JudgementRule* find_judgement(std::string_view id) const;
    const Action* find_action(std::string_view id) const;
    const Activity* find_activity(std::string_view id) const;

    /// Title of a role or body; the id itself when there is none.
    std::string_view title_of(std::string_view role_or_body) const;

    /// The compiled program; for the library's own rooms.
    const Program& program() const;
    const ProgramIndex& program_index() const;
    /// What those rooms have worked out for the framework.
    Keeper& keeper() const;

private:
    struct Parts;
    explicit Framework(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}
    std::shared_ptr<const Parts> parts_;
};

}  // namespace schoolimp::inline v0

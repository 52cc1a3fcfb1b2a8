"""The completion script of fish, with what the help says beside each word."""

from __future__ import annotations

from collections.abc import Iterator

from .grammar import CommandWords, Grammar, OptionWords, Place

__all__ = ["fish_script"]

_SCRIPT = """\
# Completion of schoolimp in fish, printed by: schoolimp completion fish

# Prints the command, and the number of the word in it or "file" where an option takes another value.
function __schoolimp_place
    set -l command
    set -l kind
    set -l place 0
    for word in (commandline -opc)[2..-1]
        switch $word
            case @MANY@
                set kind many
            case @ONE@
                set kind one
            case '-*'
                set kind
            case '*'
                if test -z "$command"
                    set command $word
                else if test "$kind" = many
                    continue
                else if test "$kind" = one
                    set kind
                else
                    set place (math $place + 1)
                end
        end
    end
    if test -n "$kind"
        set place file
    end
    echo "$command $place"
end

complete -c schoolimp -f
"""


def fish_script(grammar: Grammar) -> str:
    """Return the script."""
    values = grammar.values()
    many = [name for place, names in values.items() if place.many for name in names]
    one = [name for place, names in values.items() if not place.many for name in names]
    script = _SCRIPT.replace("@MANY@", " ".join(many)).replace("@ONE@", " ".join(one))
    return script + "".join(f"complete -c schoolimp {line}\n" for line in _lines(grammar))


def _lines(grammar: Grammar) -> Iterator[str]:
    for option in grammar.program.options:
        yield f"-n __fish_use_subcommand {_option(option, grammar)}"
    for command in grammar.commands:
        yield f"-n __fish_use_subcommand -a {command.name} -d {_quoted(command.help)}"
    for command in grammar.commands:
        yield from _command_lines(command, grammar)


def _command_lines(command: CommandWords, grammar: Grammar) -> Iterator[str]:
    chosen = f"-n '__fish_seen_subcommand_from {command.name}'"
    for option in command.options:
        yield f"{chosen} {_option(option, grammar)}"
    if any(option.value.many for option in command.options):
        yield f"-n 'test (__schoolimp_place) = \"{command.name} file\"' -F"
    for number, place in enumerate(command.places):
        here = f"string match -q \"{command.name} *\" (__schoolimp_place)" if place.many else f'test (__schoolimp_place) = "{command.name} {number}"'
        completed = _completed(place, grammar)
        if completed:
            yield f"-n '{here}' {completed}"


def _option(option: OptionWords, grammar: Grammar) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
    takes = {"": "", "file": " -r", "framework": " -r"}.get(option.value.kind, " -x")
    completed = _completed(option.value, grammar)
    return f"{names}{takes}{' ' + completed if completed else ''} -d {_quoted(option.help)}"


def _completed(place: Place, grammar: Grammar) -> str:
    return {
        "file": "-F",
        "folder": "-a '(__fish_complete_directories)'",
        "framework": f"-F -a {_quoted(' '.join(grammar.frameworks))}",
        "word": f"-a {_quoted(' '.join(place.words))}",
    }.get(place.kind, "")


def _quoted(text: str) -> str:
    r"""Return a text as one word: fish knows ``\'`` and ``\\`` between quotes."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"

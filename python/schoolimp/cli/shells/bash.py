"""The completion script of bash, also of the old one that macOS has."""

from __future__ import annotations

from .grammar import CommandWords, Grammar
from .posix import option_cases, place_cases, quoted

__all__ = ["bash_script"]

_SCRIPT = """\
# Completion of schoolimp in bash, printed by: schoolimp completion bash

_schoolimp_words() {
    COMPREPLY=($(compgen -W "$1" -- "$2"))
}

_schoolimp_paths() {
    local path
    compopt -o filenames 2>/dev/null
    while IFS= read -r path; do
        COMPREPLY+=("$path")
    done < <(compgen "$1" -- "$2")
}

_schoolimp_value() {
    case $1 in
        file) _schoolimp_paths -f "$2" ;;
        folder) _schoolimp_paths -d "$2" ;;
        framework) _schoolimp_words @FRAMEWORKS@ "$2"; _schoolimp_paths -f "$2" ;;
        word\\ *) _schoolimp_words "${1#word }" "$2" ;;
    esac
}

_schoolimp() {
    local current=${COMP_WORDS[COMP_CWORD]} command= kind= many= place=0 index word IFS=$' \\t\\n'
    COMPREPLY=()
    for ((index = 1; index < COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        case $word in
@OPTIONS@            =) ;;
            -*) kind= many= ;;
            *)
                if [[ -n $kind ]]; then
                    [[ -n $many ]] || kind=
                elif [[ -z $command ]]; then
                    command=$word
                else
                    place=$((place + 1))
                fi
                ;;
        esac
    done
    [[ $current == = ]] && current=
    if [[ $current == -* ]]; then
        case $command in
@NAMES@        esac
        return
    fi
    if [[ -n $kind ]]; then
        _schoolimp_value "$kind" "$current"
        return
    fi
    if [[ -z $command ]]; then
        _schoolimp_words @COMMANDS@ "$current"
        return
    fi
    case "$command $place" in
@PLACES@    esac
    _schoolimp_value "$kind" "$current"
}

complete -F _schoolimp schoolimp
"""


def bash_script(grammar: Grammar) -> str:
    """Return the script."""
    parts = {
        "FRAMEWORKS": quoted(" ".join(grammar.frameworks)),
        "OPTIONS": option_cases(grammar),
        "NAMES": "".join(map(_names, (grammar.program, *grammar.commands))),
        "COMMANDS": quoted(" ".join(command.name for command in grammar.commands)),
        "PLACES": place_cases(grammar),
    }
    script = _SCRIPT
    for name, text in parts.items():
        script = script.replace(f"@{name}@", text)
    return script


def _names(command: CommandWords) -> str:
    names = " ".join(name for option in command.options for name in option.names)
    return f"            {command.name or quoted('')}) _schoolimp_words {quoted(names)} \"$current\" ;;\n"

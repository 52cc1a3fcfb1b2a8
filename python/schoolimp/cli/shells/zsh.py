"""The completion script of zsh, with what the help says beside each word."""

from __future__ import annotations

from .grammar import CommandWords, Grammar
from .posix import option_cases, place_cases, quoted

__all__ = ["zsh_script"]

_SCRIPT = """\
#compdef schoolimp
# Completion of schoolimp in zsh, printed by: schoolimp completion zsh

_schoolimp_value() {
    local -a choices
    case $1 in
        file) _files ;;
        folder) _files -/ ;;
        framework)
            choices=(@FRAMEWORKS@)
            _describe framework choices
            _files
            ;;
        word\\ *)
            choices=(${(s: :)${1#word }})
            _describe value choices
            ;;
        text) _message value ;;
    esac
}

_schoolimp() {
    local current=${words[CURRENT]} command= kind= many= index word
    local -i place=0
    local -a choices
    for ((index = 2; index < CURRENT; index++)); do
        word=${words[index]}
        case $word in
@OPTIONS@            -*) kind= many= ;;
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
    if [[ $current == --*=* ]]; then
        case ${current%%=*} in
@OPTIONS@        esac
        compset -P '*='
        _schoolimp_value "$kind"
        return
    fi
    if [[ $current == -* ]]; then
        case $command in
@NAMES@        esac
        _describe -o option choices
        return
    fi
    if [[ -n $kind ]]; then
        _schoolimp_value "$kind"
        return
    fi
    if [[ -z $command ]]; then
        choices=(
@COMMANDS@        )
        _describe command choices
        return
    fi
    case "$command $place" in
@PLACES@    esac
    _schoolimp_value "$kind"
}

if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
    _schoolimp "$@"
else
    compdef _schoolimp schoolimp
fi
"""


def zsh_script(grammar: Grammar) -> str:
    """Return the script."""
    parts = {
        "FRAMEWORKS": " ".join(map(quoted, grammar.frameworks)),
        "OPTIONS": option_cases(grammar),
        "NAMES": "".join(map(_names, (grammar.program, *grammar.commands))),
        "COMMANDS": "".join(f"            {_choice(command.name, command.help)}\n" for command in grammar.commands),
        "PLACES": place_cases(grammar),
    }
    script = _SCRIPT
    for name, text in parts.items():
        script = script.replace(f"@{name}@", text)
    return script


def _names(command: CommandWords) -> str:
    choices = "".join(f"                {_choice(name, option.help)}\n" for option in command.options for name in option.names)
    return f"            {command.name or quoted('')}) choices=(\n{choices}            ) ;;\n"


def _choice(word: str, help: str) -> str:
    return quoted(f"{word}:{help}")

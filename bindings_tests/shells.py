"""Shells without a person before them: each is given a line and says what it would complete it to."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

__all__ = ["completed"]

_BASH = """\
source "$1"; shift
compopt() { :; }
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_schoolimp
for reply in "${COMPREPLY[@]}"; do printf '%s\\n' "$reply"; done
"""

# The functions zsh completes with, saying what they were asked for.
_ZSH = """\
emulate zsh
compdef() { : }
compset() { current=${current#*=} }
_describe() { local item list=${@[-1]}; for item in ${(P)list}; do print -r -- ${item%%:*}; done }
_files() { if [[ $1 == -/ ]]; then print -l -- *(N/); else print -l -- *(N); fi }
_message() { : }
source $1; shift
words=("$@"); CURRENT=$#
_schoolimp
"""

_FISH = 'source $argv[1]; complete -C "$argv[2]"'


def completed(shell: str, script: Path, line: str, folder: Path) -> set[str]:
    """Return what a shell offers for the last word of a line, in a folder. A folder is given without the slash at its end."""
    program = shutil.which(shell)
    assert program is not None, f"{shell} is not installed"
    words = line.split(" ")
    command = {
        "bash": [program, "--norc", "-c", _BASH, "bash", str(script), *words],
        "zsh": [program, "-f", "-c", _ZSH, "zsh", str(script), *words],
        "fish": [program, "--no-config", "-c", _FISH, str(script), line],
    }[shell]
    environment = {**os.environ, "HOME": str(folder.parent), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert done.stderr == "", done.stderr
    offered = {word.partition("\t")[0].rstrip("/") for word in done.stdout.splitlines()}
    if "=" in words[-1]:  # Of --option=value fish says the whole word.
        offered = {word.partition("=")[2] or word for word in offered}
    # zsh takes out itself what does not begin as the word does.
    last = words[-1].partition("=")[2] if "=" in words[-1] else words[-1]
    return {word for word in offered if word.startswith(last)}

"""``schoolimp completion``: a script for a shell, made from the commands and options there are."""

from __future__ import annotations

import argparse

import schoolimp as si

from .shells.bash import bash_script
from .shells.fish import fish_script
from .shells.grammar import grammar_of
from .shells.zsh import zsh_script
from .terminal import print_exactly

__all__ = ["completion"]

_SCRIPTS = {"bash": bash_script, "zsh": zsh_script, "fish": fish_script}


def completion(arguments: argparse.Namespace) -> int:
    """Print the script of a shell."""
    grammar = grammar_of(arguments.whole, tuple(dict.fromkeys(info.id for info in si.frameworks())))
    print_exactly(_SCRIPTS[arguments.shell](grammar))
    return 0

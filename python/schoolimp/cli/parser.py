"""The argument parser: refusals that say what was probably meant, help that reads well at any width."""

from __future__ import annotations

import argparse
import re
import shutil
import textwrap
from collections.abc import Generator
from typing import Any, NoReturn

from ..folder.problems import did_you_mean

__all__ = ["Parser"]

_WIDEST = 120  # Longer lines are hard to read.
_NUMBERED = re.compile(r" +\d+ +")


class _Help(argparse.HelpFormatter):
    """Help with its paragraphs wrapped, lists of numbers hanging, examples as they are."""

    def __init__(self, prog: str) -> None:
        width = min(shutil.get_terminal_size().columns, _WIDEST) - 2
        super().__init__(prog, max_help_position=26, width=width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(_wrapped(line, width, indent) for line in text.splitlines())

    def _split_lines(self, text: str, width: int) -> list[str]:
        return textwrap.wrap(text, width, break_on_hyphens=False)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        if not action.option_strings:
            return super()._format_action_invocation(action)
        names = ", ".join(action.option_strings)  # The value once, not behind each name; versions of Python differ in it.
        return names if action.nargs == 0 else f"{names} {self._format_args(action, action.dest.upper())}"

    def _format_args(self, action: argparse.Action, default_metavar: str) -> str:
        return f"{action.metavar} ..." if action.nargs == "+" else super()._format_args(action, default_metavar)

    def _iter_indented_subactions(self, action: argparse.Action) -> Generator[argparse.Action, None, None]:
        yield from getattr(action, "_get_subactions", tuple)()  # The commands, as far to the left as options.

    def _format_action(self, action: argparse.Action) -> str:
        text = super()._format_action(action)
        if isinstance(action, argparse._SubParsersAction):  # The commands stand under their heading; a line that says COMMAND tells nothing.
            return text.partition("\n")[2]
        return text


def _wrapped(line: str, width: int, indent: str) -> str:
    number = _NUMBERED.match(line)
    if line.startswith("  ") and number is None:
        return indent + line
    hanging = indent + " " * (number.end() if number else 0)
    return textwrap.fill(line, width, initial_indent=indent, subsequent_indent=hanging, break_on_hyphens=False)


class Parser(argparse.ArgumentParser):
    """Argument parser whose refusals say what was probably meant."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"allow_abbrev": False, "add_help": False, "formatter_class": _Help}
        super().__init__(*args, **kwargs)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            choices = [str(choice) for choice in action.choices]
            raise argparse.ArgumentError(action, f'"{value}" is not known; {did_you_mean(str(value), choices, "there are: " + ", ".join(choices))}')

    def parse(self, argv: list[str]) -> argparse.Namespace:
        """Return what the words of a command line say; words no command takes are refused."""
        parsed, unknown = self.parse_known_args(argv)
        if unknown:
            self._refuse(unknown, parsed)
        return parsed

    def _refuse(self, unknown: list[str], parsed: argparse.Namespace) -> NoReturn:
        command: Parser = getattr(parsed, "parser", self)
        options = [option for action in command._actions for option in action.option_strings]
        first = unknown[0].split("=")[0]
        hint = (
            did_you_mean(first, options, f"`{command.prog} --help` lists the options")
            if first.startswith("-")
            else f"`{command.prog} --help` shows what it takes"
        )
        command.error(f"unknown argument {unknown[0]}; {hint}")

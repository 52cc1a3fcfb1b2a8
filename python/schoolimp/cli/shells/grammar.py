"""The words of the command line, as completion needs them: read from the argument parser, so that no list is kept twice."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["CommandWords", "Grammar", "OptionWords", "Place", "grammar_of"]

#: What stands for a value in the help, and what completes it; anything else (a date, a URN) only its writer knows.
_COMPLETED_BY = {"FILE": "file", "PATH": "file", "DIR": "folder", "FOLDER": "folder", "ID|FILE": "framework"}


@dataclass(frozen=True, slots=True)
class Place:
    """What may stand in one place: ``file``, ``folder``, ``framework`` (an id or a file), ``word`` (one of ``words``), ``text``, or nothing."""

    kind: str = ""
    words: tuple[str, ...] = ()
    many: bool = False


@dataclass(frozen=True, slots=True)
class OptionWords:
    """An option: its names, what the help says, and its value."""

    names: tuple[str, ...]
    help: str
    value: Place


@dataclass(frozen=True, slots=True)
class CommandWords:
    """A command (the program itself: no name), its options, and what it takes besides."""

    name: str
    help: str
    options: tuple[OptionWords, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The program, its commands, and the ids of the built-in frameworks."""

    program: CommandWords
    commands: tuple[CommandWords, ...]
    frameworks: tuple[str, ...]

    def values(self) -> dict[Place, list[str]]:
        """Return the options that take a value, by what it is. An option means the same in every command that has it."""
        places: dict[str, Place] = {}
        for command in (self.program, *self.commands):
            for option in command.options:
                for name in option.names:
                    if places.setdefault(name, option.value) != option.value:
                        raise ValueError(f"{name} takes another value in {command.name} than elsewhere; give one of them another name")
        by_place: dict[Place, list[str]] = {}
        for name, place in places.items():
            if place.kind:
                by_place.setdefault(place, []).append(name)
        return by_place


def grammar_of(parser: argparse.ArgumentParser, frameworks: tuple[str, ...]) -> Grammar:
    """Read the words from a parser of commands."""
    actions = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    helps = {choice.dest: choice.help or "" for action in actions for choice in action._choices_actions}
    commands = tuple(_command(name, helps[name], command) for action in actions for name, command in action.choices.items())
    return Grammar(_command("", "", parser), commands, frameworks)


def _command(name: str, help: str, parser: argparse.ArgumentParser) -> CommandWords:
    options = tuple(OptionWords(tuple(action.option_strings), action.help or "", _place(action)) for action in parser._actions if action.option_strings)
    return CommandWords(name, help, options, tuple(_places(parser._actions)))


def _places(actions: Iterable[argparse.Action]) -> Iterable[Place]:
    return (_place(action) for action in actions if not action.option_strings and not isinstance(action, argparse._SubParsersAction))


def _place(action: argparse.Action) -> Place:
    if action.nargs == 0:
        return Place()
    many = action.nargs == "+"
    if action.choices is not None:
        return Place("word", tuple(str(choice) for choice in action.choices), many)
    return Place(_COMPLETED_BY.get(str(action.metavar), "text"), (), many)

"""What the scripts of bash and zsh have in common: the cases over options and places, and quoting."""

from __future__ import annotations

from .grammar import Grammar, Place

__all__ = ["option_cases", "place_cases", "quoted"]


def quoted(text: str) -> str:
    """Return a text as one word of a POSIX shell, whatever is in it."""
    return "'" + text.replace("'", "'\\''") + "'"


def option_cases(grammar: Grammar) -> str:
    """Return the lines of a ``case`` over an option: what its value is, in ``kind``, and whether more values may follow, in ``many``."""
    return "".join(f"            {'|'.join(names)}) {_assigned(place)} ;;\n" for place, names in grammar.values().items())


def place_cases(grammar: Grammar) -> str:
    """Return the lines of a ``case`` over a command and the number of the word within it."""
    lines = ""
    for command in grammar.commands:
        for number, place in enumerate(command.places):
            numbers = "*" if place.many else str(number)
            lines += f"        '{command.name} '{numbers}) kind={quoted(_kind(place))} ;;\n"
    return lines


def _assigned(place: Place) -> str:
    return f"kind={quoted(_kind(place))} many={'1' if place.many else ''}"


def _kind(place: Place) -> str:
    return " ".join((place.kind, *place.words))

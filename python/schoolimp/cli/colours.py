"""Colours: only where people look, and never where they said they want none."""

from __future__ import annotations

import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TextIO

__all__ = ["COLOURS", "chosen_colours", "painted", "wants_colours"]

COLOURS = ("auto", "always", "never")

# The sixteen colours every terminal has, which people can change to what they can read. No fact is told by colour alone.
_STYLES = {"error": "1;31", "warning": "33", "hint": "36", "head": "1"}

_CHOICE: ContextVar[str] = ContextVar("colours", default="auto")


@contextmanager
def chosen_colours(choice: str) -> Generator[None]:
    """Use ``auto``, ``always`` or ``never`` while the block lasts."""
    token = _CHOICE.set(choice)
    try:
        yield
    finally:
        _CHOICE.reset(token)


def wants_colours(stream: TextIO, environment: Mapping[str, str] | None = None) -> bool:
    """Return whether a stream gets colours.

    The option goes first, then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then whether the stream is a terminal that knows colours.

    Parameters
    ----------
    stream : text stream
        Where the text goes.
    environment : mapping, optional
        The variables to look at; those of the process when absent.
    """
    choice = _CHOICE.get()
    if choice != "auto":
        return choice == "always"
    variables = os.environ if environment is None else environment
    if variables.get("NO_COLOR"):
        return False
    if any(variables.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    if variables.get("CLICOLOR") == "0" or variables.get("TERM") == "dumb":
        return False
    return stream.isatty()


def painted(text: str, style: str, stream: TextIO) -> str:
    """Return a text in the colour of ``error``, ``warning``, ``hint`` or ``head`` where the stream gets colours; else as it is."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if text and wants_colours(stream) else text

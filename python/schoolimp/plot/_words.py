"""Names that fit: cleaned, shortened, and still each a name of its own."""

from __future__ import annotations

import datetime as dt
import difflib
import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ..trust import Trust

__all__ = ["MONTHS", "clean", "counted", "day_of", "did_you_mean", "distinct", "listed", "name_of", "shorten", "wrap"]

#: In English in every locale.
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def clean(text: str) -> str:
    """Return the text on one line."""
    return " ".join(text.split())


def shorten(text: str, most: int) -> str:
    """Return the text in at most so many characters, cut at its end with an ellipsis."""
    line = clean(text)
    return line if len(line) <= most else line[: most - 1].rstrip(" ,;:") + "\N{HORIZONTAL ELLIPSIS}"


def wrap(text: str, width: int, lines: int = 2) -> str:
    """Return the text on at most so many lines of so many characters."""
    return "\n".join(textwrap.wrap(clean(text), width, max_lines=lines, placeholder="\N{HORIZONTAL ELLIPSIS}", break_long_words=True))


def distinct(names: Sequence[str], ids: Sequence[str], most: int) -> list[str]:
    """Return the names shortened; where two have become the same, each with its id behind it."""
    short = [shorten(name, most) for name in names]
    seen = Counter(short)
    return [text if seen[text] == 1 or text == id else f"{shorten(text, max(8, most - len(id) - 3))} ({id})" for text, id in zip(short, ids, strict=True)]


def name_of(school: str, names: Trust | Mapping[str, str] | None) -> str:
    """Return the name of a school, its id where none is known."""
    if names is None:
        return school
    if isinstance(names, Trust):
        found = names.find_school(school)
        return (found.name if found else "") or school
    return names.get(school) or school


def day_of(day: dt.date, *, short: bool = False) -> str:
    """Return ``"3 September 2026"``, or ``"3 Sep 2026"``."""
    month = MONTHS[day.month - 1]
    return f"{day.day} {month[:3] if short else month} {day.year}"


def counted(count: int, one: str, many: str = "") -> str:
    """Return ``"1 school"`` or ``"3 schools"``."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def listed(words: Sequence[str], joint: str = "and") -> str:
    """Return ``"a, b and c"``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}" if words else ""


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """Return ``"; did you mean 'x'?"`` for the nearest known word, else which there are."""
    words = list(known)
    near = difflib.get_close_matches(given, words, n=1)
    if near:
        return f"; did you mean {near[0]!r}?"
    return f"; there are {listed([repr(word) for word in words[:8]])}{' and more' if len(words) > 8 else ''}" if words else "; there are none"

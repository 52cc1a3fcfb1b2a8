"""The word a person may have meant: for hints of errors, never for a value."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["did_you_mean", "near"]

_MOST_SHOWN = 20


def near(word: str, words: Iterable[str], likeness: float = 0.6) -> str | None:
    """Return the one of the words that is meant most likely: the same but for case and blanks, or of these initials, or written alike, by at least `likeness` of 1; None when none is."""
    import difflib  # Only when something went wrong: importing the package stays quick.

    known = list(dict.fromkeys(words))
    wanted = _folded(word)
    same = [each for each in known if _folded(each) == wanted]
    short = [each for each in known if len(wanted) > 1 and _initials(each) == wanted]
    for found in (same, short):
        if len(found) == 1:
            return found[0]
    by_fold = {_folded(each): each for each in known}
    close = difflib.get_close_matches(wanted, by_fold, n=1, cutoff=likeness)
    return by_fold[close[0]] if close else None


def did_you_mean(word: str, words: Iterable[str], all_are: str) -> str:
    """Return a hint: the nearest of the words, or, after ``all_are`` (``"its columns are"``), the words there are."""
    known = list(dict.fromkeys(words))
    found = near(word, known)
    if found is not None:
        return f"did you mean {found!r}?"
    return f"{all_are}: {', '.join(known[:_MOST_SHOWN]) or 'none'}" + (", ..." if len(known) > _MOST_SHOWN else "")


def _folded(word: str) -> str:
    return " ".join(re.split(r"[\s_]+", word.strip().casefold()))


def _initials(word: str) -> str:
    return "".join(part[0] for part in re.split(r"[\s_.]+", word.casefold()) if part)

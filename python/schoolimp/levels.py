"""Levels and scales as values: levels of one scale can be put in order, and words that people write can be read as levels."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from . import _checks
from .errors import InvalidDocumentError, Issue

__all__ = ["Level", "NormalisedLevels", "NormalisedWord", "Scale"]

_ORDERS = ("best_first", "worst_first", "none")
_MISSING_TYPES = ("NAType", "NaTType")  # Of pandas, which is not imported to find out.


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a scale. ``a > b`` says that `a` is the better level, ``max`` gives the best and ``min`` the worst.

    Levels are ordered within one scale only: the same id, the same levels in the same order. A scale whose ``order`` is ``none`` has no better and no
    worse. Every other comparison raises TypeError. Equality never raises; a level is not equal to its name as text. Titles are for people and do not count.

    Attributes
    ----------
    scale : str
        Id of the scale.
    id : str
        Id of the level in the scale.
    title : str
        For people; does not count when levels are compared.
    order : str
        Order in which the scale lists its levels: ``best_first``, ``worst_first`` or ``none``.
    among : tuple of str
        Ids of all levels of the scale, in its order.

    Raises
    ------
    ValueError
        When `order` is another word, `among` has an id twice, or the level is not in it.

    Examples
    --------
    >>> import schoolimp as si
    >>> tier = si.framework("pvat").scale("tier")
    >>> tier.find("tier_1") > tier.find("tier_2")
    True
    >>> str(min(tier))
    'tier.tier_3'
    """

    scale: str
    id: str
    title: str = field(compare=False)
    order: str
    among: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.order not in _ORDERS:
            raise ValueError(f"order is {self.order!r}; it is one of {', '.join(_ORDERS)}")
        if len(set(self.among)) != len(self.among):
            raise ValueError(f"among has an id twice: {', '.join(self.among)}")
        if self.id not in self.among:
            raise ValueError(f"level {self.id!r} is not among the levels of the scale {self.scale!r}: {', '.join(self.among) or 'none'}")

    @property
    def rank(self) -> int:
        """Place in the list of the scale, from 0. Whether the first is the best says :attr:`order`."""
        return self.among.index(self.id)

    def __str__(self) -> str:
        return f"{self.scale}.{self.id}"

    def __lt__(self, other: Level) -> bool:
        return self._above(other) < 0 if isinstance(other, Level) else NotImplemented

    def __le__(self, other: Level) -> bool:
        return self._above(other) <= 0 if isinstance(other, Level) else NotImplemented

    def __gt__(self, other: Level) -> bool:
        return self._above(other) > 0 if isinstance(other, Level) else NotImplemented

    def __ge__(self, other: Level) -> bool:
        return self._above(other) >= 0 if isinstance(other, Level) else NotImplemented

    def _above(self, other: Level) -> int:
        """How many levels better than the other."""
        if self.scale != other.scale:
            raise TypeError(f"{self} and {other} are of different scales, {self.scale!r} and {other.scale!r}: only levels of one scale are better or worse")
        if (self.order, self.among) != (other.order, other.among):
            raise TypeError(
                f"{self} and {other} are of two scales with the same id: {self.scale!r} with {', '.join(self.among)} ({self.order}) "
                f"and {other.scale!r} with {', '.join(other.among)} ({other.order}); only levels of one scale are better or worse"
            )
        if self.order == "none":
            raise TypeError(f"{self} and {other}: the scale {self.scale!r} has no order, so none of its levels is better or worse; compare with ==")
        return other.rank - self.rank if self.order == "best_first" else self.rank - other.rank


@dataclass(frozen=True, slots=True)
class NormalisedWord:
    """A word that was read as a level although it is not the level's id.

    Attributes
    ----------
    word : str
        The word as it was given.
    level : Level
        What it was read as.
    rules : tuple of str
        What had to be allowed for: ``white_space``, ``case``, ``title``, ``alias``.
    places : tuple of int
        Positions among the words given, from 0.
    """

    word: str
    level: Level
    rules: tuple[str, ...]
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NormalisedLevels:
    """Levels read from words, and a report of every word that had to be changed to read it.

    Attributes
    ----------
    levels : tuple of Level or None
        One for each word, in the order given; None where None was given.
    changed : tuple of NormalisedWord
        The words that are not ids of levels, in the order of their first places.
    """

    levels: tuple[Level | None, ...]
    changed: tuple[NormalisedWord, ...] = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """A vocabulary of levels: iterating gives them in the order of the scale; ``in`` takes a :class:`Level` or the id of one.

    Attributes
    ----------
    id : str
        Id of the scale.
    title : str
        For people.
    order : str
        Order in which the levels are listed: ``best_first``, ``worst_first`` or ``none``.
    levels : tuple of Level
        The levels in that order.

    Raises
    ------
    ValueError
        When a level is of another scale.
    """

    id: str
    title: str
    order: str
    levels: tuple[Level, ...]

    def __post_init__(self) -> None:
        ids = tuple(level.id for level in self.levels)
        for level in self.levels:
            if (level.scale, level.order, level.among) != (self.id, self.order, ids):
                raise ValueError(f"level {level} is not of the scale {self.id!r} ({self.order}) with the levels {', '.join(ids)}")

    @classmethod
    def _of(cls, members: Mapping[str, Any]) -> Scale:
        """The scale as a framework document has it."""
        among = tuple(level["id"] for level in members["levels"])
        levels = tuple(Level(members["id"], level["id"], level["title"], members["order"], among) for level in members["levels"])
        return cls(members["id"], members["title"], members["order"], levels)

    def __iter__(self) -> Iterator[Level]:
        return iter(self.levels)

    def __len__(self) -> int:
        return len(self.levels)

    def __contains__(self, level: object) -> bool:
        return level in self.levels or any(known.id == level for known in self.levels)

    def __str__(self) -> str:
        return self.id

    def find(self, id: str) -> Level:
        """Return the level with this id.

        Parameters
        ----------
        id : str
            Id of the level in the scale, without that of the scale.

        Returns
        -------
        Level
            One of :attr:`levels`.

        Raises
        ------
        KeyError
            When the scale has no such level; the message names the nearest, and all there are.
        TypeError
            When the id is no text.
        """
        wanted = _checks.text(id, "id")
        for level in self.levels:
            if level.id == wanted:
                return level
        raise KeyError(f"scale {self.id!r} has no level {id!r}; it has: {self._ids()}{_meant(_nearest(id, self.levels))}")

    def parse(self, word: str) -> Level:
        """Return the level whose id, or else whose title, is exactly this word.

        Parameters
        ----------
        word : str
            As people write it.

        Returns
        -------
        Level
            One of :attr:`levels`.

        Raises
        ------
        TypeError
            When the word is no text.
        InvalidDocumentError
            When no level, or more than one, has this id or title. The hint names the level that may be meant; nothing is guessed: :meth:`normalise` allows
            for white space and case, and reports it.
        """
        read = self._read(_checks.text(word, "word"), {})
        if not isinstance(read, Issue) and read[1] in ((), ("title",)):
            return read[0]
        issue = read if isinstance(read, Issue) else self._unknown(word, read[0])
        raise InvalidDocumentError(f"scale {self.id!r}: {issue}", [issue])

    def normalise(self, words: Iterable[str | None], aliases: Mapping[str, str] | None = None) -> NormalisedLevels:
        """Return the levels that words mean, and a report of every word that is not a level's id.

        A word is read by the first of these that fits; its ``rules`` in the report name what was allowed for:

        ===============  ====================================================================================
        none             the word is the id of a level; not reported
        ``title``        it is the title of a level
        ``alias``        it is one of the `aliases` given; the library has none of its own
        ``white_space``  one of the above, when white space around it is cut off and any inside is one space
        ``case``         one of the above, when capitals and small letters are the same
        ===============  ====================================================================================

        Parameters
        ----------
        words : iterable of (str or None)
            A list, or a column of pandas or Polars. None is unknown and stays so; NaN and the other marks pandas has for an empty cell are read as None.
        aliases : mapping of str to str, optional
            Words people write, and the id of the level each means: ``{"RI": "requires_improvement"}``.

        Returns
        -------
        NormalisedLevels
            A level or None for each word, and the words that were changed.

        Raises
        ------
        TypeError
            When a word is neither a text nor empty, or `words` is one text.
        KeyError
            When an alias means a level the scale does not have.
        InvalidDocumentError
            When words cannot be read, or fit more than one level: all of them in ``issues``, each with its place.

        Examples
        --------
        >>> import schoolimp as si
        >>> grade = si.framework("pvat").scale("ofsted_grade")
        >>> read = grade.normalise(["good", "Outstanding ", None, "RI"], aliases={"RI": "requires_improvement"})
        >>> [str(level) for level in read.levels]
        ['ofsted_grade.good', 'ofsted_grade.outstanding', 'None', 'ofsted_grade.requires_improvement']
        >>> [(change.word, change.rules) for change in read.changed]
        [('Outstanding ', ('title', 'white_space')), ('RI', ('alias',))]
        """
        if isinstance(words, str):
            raise TypeError(f"words is an iterable of words, not the one text {words!r}; give [{words!r}], or use parse")
        given = {_checks.text(alias, "alias"): self.find(id) for alias, id in (aliases or {}).items()}
        taken = [None if _is_missing(word) else word for word in words]
        places: dict[str, list[int]] = {}
        for place, word in enumerate(taken):
            if word is not None:
                places.setdefault(_checks.text(word, f"word {place}"), []).append(place)
        read = {word: self._read(word, given) for word in places}
        issues = [_at(places[word], found) for word, found in read.items() if isinstance(found, Issue)]
        if issues:
            raise InvalidDocumentError(f"scale {self.id!r}: {len(issues)} of the words cannot be read: {issues[0]}", issues)
        found = {word: result for word, result in read.items() if not isinstance(result, Issue)}
        changed = [NormalisedWord(word, level, rules, tuple(places[word])) for word, (level, rules) in found.items() if rules]
        return NormalisedLevels(tuple(None if word is None else found[word][0] for word in taken), tuple(changed))

    def _read(self, word: str, aliases: Mapping[str, Level]) -> tuple[Level, tuple[str, ...]] | Issue:
        for changes, form in _FORMS:
            wanted = form(word)
            for rule, names in self._names(aliases):
                fits = tuple(dict.fromkeys(level for name, level in names if form(name) == wanted))
                if len(fits) > 1:
                    named = ", ".join(level.id for level in fits)
                    return Issue("", "ambiguous", f"{word!r} may be any of the levels {named}", "write the id of the one that is meant")
                if fits:
                    return fits[0], rule + changes
        return self._unknown(word, _nearest(word, self.levels))

    def _names(self, aliases: Mapping[str, Level]) -> tuple[tuple[tuple[str, ...], list[tuple[str, Level]]], ...]:
        """What levels are called, by the rule that allows it."""
        ids = [(level.id, level) for level in self.levels]
        titles = [(level.title, level) for level in self.levels]
        return (((), ids), (("title",), titles), (("alias",), list(aliases.items())))

    def _unknown(self, word: str, meant: Level | None) -> Issue:
        hint = f"did you mean {meant.id!r}?" if meant else "write the id of one, or its title"
        return Issue("", "unknown_name", f"{word!r} is neither the id nor the title of a level of {self.id!r}; the levels are {self._ids()}", hint)

    def _ids(self) -> str:
        return ", ".join(level.id for level in self.levels) or "none"


def _tidy(word: str) -> str:
    return " ".join(word.split())


#: What is allowed for, the least first.
_FORMS: tuple[tuple[tuple[str, ...], Callable[[str], str]], ...] = (
    ((), str),
    (("white_space",), _tidy),
    (("case",), str.casefold),
    (("white_space", "case"), lambda word: _tidy(word).casefold()),
)


def _is_missing(word: object) -> bool:
    return word is None or (isinstance(word, float) and math.isnan(word)) or type(word).__name__ in _MISSING_TYPES


def _at(places: list[int], issue: Issue) -> Issue:
    shown = ", ".join(map(str, places[:3])) + (f" and {len(places) - 3} more" if len(places) > 3 else "")
    return Issue(f"word {shown}", issue.code, issue.message, issue.hint)


def _initials(title: str) -> str:
    return "".join(part[0] for part in title.split())


def _nearest(word: str, levels: tuple[Level, ...]) -> Level | None:
    """The level a person may have meant: for a hint, never for a value."""
    import difflib  # Only when something went wrong: importing the package stays quick.

    wanted = _tidy(word).casefold()
    short = [level for level in levels if wanted and _initials(level.title).casefold() == wanted and len(wanted) > 1]
    if len(short) == 1:
        return short[0]
    names = {name.casefold(): level for level in levels for name in (level.title, str(level), level.id)}
    close = difflib.get_close_matches(wanted, names, n=1, cutoff=0.6)
    return names[close[0]] if close else None


def _meant(level: Level | None) -> str:
    return f"; did you mean {level.id!r}?" if level else ""

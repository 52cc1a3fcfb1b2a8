"""The publishers' codes for "no figure here", and the missing reason each one becomes. Never a zero.

Only ``not_applicable`` says that there is no such value; all other reasons leave a value unknown. So a code becomes
``not_applicable`` only where its publisher says just that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class MissingCode:
    """What a code says."""

    reason: str  # a missing reason of evidence documents
    meaning: str
    note: str = ""  # kept with the observation where the code says more than the reason


_BLANK = MissingCode("not_published", "blank")
_ROUNDS_TO_ZERO = MissingCode("suppressed", "more than nothing, but rounds to 0", "published as more than 0, but rounding to 0")

# Compare school performance (performance tables) and school census.
_TABLES: Final = {
    "supp": MissingCode("suppressed", "suppressed: five pupils or fewer"),
    "suppmat": MissingCode("suppressed", "suppressed in a trust's figures"),
    "ne": MissingCode("not_applicable", "no entries: no pupil was entered"),
    "nelig": MissingCode("not_applicable", "no eligible pupils"),
    "na": MissingCode("not_published", "not available or not applicable; the code does not say which"),
    "np": MissingCode("not_published", "not published"),
    "new": MissingCode("not_collected", "new institution"),
    "lowcov": MissingCode("low_coverage", "covers less than half of the pupils"),
    "sp": MissingCode("suppressed", "small percentage, between 0 and 0.5", "published as a small percentage, between 0 and 0.5"),
    "re": MissingCode("withheld", "redacted: no reliable estimate"),
}

# Explore Education Statistics, and tables in its form.
_STATISTICS: Final = {
    "z": MissingCode("not_applicable", "not applicable"),
    "x": MissingCode("not_published", "not available"),
    "c": MissingCode("suppressed", "confidential"),
    "low": _ROUNDS_TO_ZERO,
    "k": _ROUNDS_TO_ZERO,
    "u": MissingCode("withheld", "low reliability"),
    "~": MissingCode("unknown", "a code of older files"),
    ":": MissingCode("unknown", "a code of older files"),
    "b": MissingCode("unknown", "a code of older files"),
    "-": MissingCode("not_published", "no figure"),
}

# Blank cells, and what programs that saved the file again make of them.
_BLANKS: Final = {
    "": _BLANK,
    "null": _BLANK,
    "nan": _BLANK,
    "n/a": MissingCode("not_published", "not available or not applicable; the code does not say which"),
    "not applicable": MissingCode("not_applicable", "not applicable"),
    "not recorded": MissingCode("unknown", "not recorded"),
}

NUMBER_CODES: Final[Mapping[str, MissingCode]] = {**_TABLES, **_STATISTICS, **_BLANKS}

# An inspection without this grade: there is none. Since September 2024 no overall grade is given, before September 2019 there were other areas.
_NOT_JUDGED = MissingCode("not_applicable", "not judged at this inspection", "not judged at this inspection")
_UNVERIFIED = MissingCode("unknown", "a code whose meaning is not established")

# Ofsted management information: an area every inspection of its framework grades ...
GRADE_CODES: Final[Mapping[str, MissingCode]] = {
    "9": _NOT_JUDGED,
    "not judged": _NOT_JUDGED,
    "8": _UNVERIFIED,
    "0": _UNVERIFIED,
    "": _BLANK,
    "null": _BLANK,
    "not applicable": MissingCode("not_applicable", "not applicable"),
}

# ... and provision a school may not have.
PROVISION_CODES: Final[Mapping[str, MissingCode]] = {
    **GRADE_CODES,
    "9": MissingCode("not_applicable", "no such provision, or not graded apart"),
}


# Categories of concern: one that is no longer used.
CATEGORY_CODES: Final[Mapping[str, MissingCode]] = {
    "nti": MissingCode("unknown", "notice to improve, used until 2012", "notice to improve, a category used until 2012 and not on today's scale"),
    "9": _UNVERIFIED,
}


def code_of(text: str, codes: Mapping[str, MissingCode] = NUMBER_CODES) -> MissingCode | None:
    """What a cell says when it is one of the codes, in either case and with spaces around it."""
    return codes.get(text.strip().casefold())

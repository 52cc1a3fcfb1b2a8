"""Python has one class of error for each code of the C interface, with the same number."""

from __future__ import annotations

import re
from pathlib import Path

import schoolimp as si
from schoolimp import errors

HEADER = Path(__file__).resolve().parent.parent / "capi" / "schoolimp_c.h"
NUMBERS = {name: int(number) for name, number in re.findall(r"^#define SCHOOLIMP_E_([A-Z_]+)\s+(\d+)\b", HEADER.read_text(encoding="utf-8"), re.MULTILINE)}


def test_the_codes_are_those_of_the_header() -> None:
    assert len(NUMBERS) == 16
    assert {code.name: code.value for code in si.StatusCode} == NUMBERS


def test_each_code_has_a_class_of_its_own() -> None:
    """The reader of published files and the trust folder have narrower ones under these, with the codes of their bases."""
    made = {name: type(errors._from_status(number, "message", [])) for name, number in NUMBERS.items()}
    assert len(set(made.values())) == len(NUMBERS)
    for name, cls in made.items():
        assert cls.__bases__[0] is si.SchoolImpError
        assert cls.code.name == name
        assert getattr(si, cls.__name__) is cls

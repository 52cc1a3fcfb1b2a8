"""docs/interfaces.md says what C++, C and Python have: nothing it names is missing, nothing they have is left out, and every empty place has a reason."""

from __future__ import annotations

import fnmatch
import inspect
import re
from functools import reduce
from pathlib import Path

import pytest
import schoolimp as si

ROOT = Path(__file__).resolve().parents[1]
#: Headers of words, of vocabulary, of what is inside others, and for Abseil and nlohmann/json.
LEFT_OUT = ("core/", "interop/", "schoolyear/checks.hpp", "schoolyear/school_year_inline.hpp", "schoolyear/words.hpp", "schoolyear/document.hpp", "schoolyear/bank_holidays.hpp",
            "framework/words.hpp", "framework/document.hpp", "plan/words.hpp", "calendar/document.hpp", "arrow/c_data.hpp", "arrow/table.hpp")


def rows() -> list[list[str]]:
    lines = (ROOT / "docs" / "interfaces.md").read_text(encoding="utf-8").splitlines()
    table = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return table[2:]


def names(column: int) -> list[str]:
    return [name for row in rows() for name in re.findall(r"`([^`]+)`", row[column])]


CPP, C, PYTHON = names(1), names(2), names(3)
HEADERS = {path.relative_to(ROOT / "include" / "schoolimp").as_posix(): path.read_text(encoding="utf-8") for path in (ROOT / "include" / "schoolimp").rglob("*.hpp")}


def cpp_functions() -> set[str]:
    """The free functions of the headers: what is declared at the beginning of a line."""
    found: set[str] = set()
    for name, text in HEADERS.items():
        if not name.startswith(LEFT_OUT):
            found |= set(re.findall(r"^(?:inline |constexpr )*(?!using|struct|class|return)[A-Za-z][\w:<>,&* ]*[ &*](\w+)\([^;{]*[;{]", text, re.MULTILINE))
    return found


def python_names() -> set[str]:
    found: set[str] = set()
    for name in dir(si):
        value = getattr(si, name)
        if name.startswith("_") or not getattr(value, "__module__", "").startswith("schoolimp"):
            continue
        if inspect.isfunction(value):
            found.add(name)
        elif inspect.isclass(value) and hasattr(value, "_wrap"):
            found |= {f"{name}.{member}" for member in dir(value) if not member.startswith("_")}
    return found


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_every_empty_place_has_its_reason(row: list[str]) -> None:
    assert len(row) == 5
    assert all(row[1:4]) != bool(row[4])


def test_every_function_of_the_c_interface_is_listed() -> None:
    symbols = (ROOT / "capi" / "symbols.txt").read_text(encoding="utf-8").split()
    assert [symbol for symbol in symbols if not any(fnmatch.fnmatchcase(symbol, pattern) for pattern in C)] == []
    assert [pattern for pattern in C if not fnmatch.filter(symbols, pattern)] == []


def test_every_function_of_the_cpp_interface_is_listed() -> None:
    listed = {name.rsplit("::", 1)[-1] for name in CPP}
    assert sorted(cpp_functions() - listed) == []


def test_every_listed_cpp_name_is_in_a_header() -> None:
    text = "\n".join(HEADERS.values())
    assert [name for name in CPP if not name.startswith("std::") and not re.search(rf"\b{name.rsplit('::', 1)[-1]}\b", text)] == []


def test_every_function_of_the_package_is_listed() -> None:
    assert sorted(python_names() - set(PYTHON)) == []


def test_every_listed_name_of_the_package_is_there() -> None:
    def there(name: str) -> bool:
        try:
            reduce(getattr, name.split("."), si)
        except AttributeError:
            return False
        return True

    assert [name for name in PYTHON if not there(name)] == []

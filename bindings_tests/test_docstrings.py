"""Docstrings are enough to use the package: every public name has one, in NumPy style, and it says what the code does."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import os
import pydoc
import re
import typing
from pathlib import Path

import pytest
import schoolimp as si
from docstrings import OFFERED, SECTIONS, Thing, gives_something, modules, parameters, parts, raised, things

GOLDEN = Path(__file__).resolve().parent / "golden" / "docstrings" / "judge.txt"
#: Each thing once, by the first name it is offered under.
EVERYTHING = {thing.name: thing for thing in reversed({(id(thing.value), thing.cls): thing for module in reversed(OFFERED) for thing in reversed(things(module))}.values())}
CALLED = {name: thing for name, thing in EVERYTHING.items() if inspect.isfunction(thing.value)}
CLASSES = {name: thing for name, thing in EVERYTHING.items() if inspect.isclass(thing.value)}
RECORDS = {name: thing for name, thing in CLASSES.items() if dataclasses.is_dataclass(thing.value) or typing.is_typeddict(thing.value)}


def each(chosen: dict[str, Thing]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("thing", chosen.values(), ids=chosen.keys())


@pytest.mark.parametrize("module", modules())
def test_every_name_of_every_module_is_described(module: str) -> None:
    assert importlib.import_module(module).__doc__, module
    assert [thing.name for thing in things(module) if not thing.doc.summary] == []


def test_there_is_something_to_look_at() -> None:
    assert len(CALLED) > 150
    assert len(CLASSES) > 80
    assert len(RECORDS) > 50
    assert "schoolimp.Framework.from_json" in CALLED  # Methods of base classes count.


@each(EVERYTHING)
def test_it_begins_with_a_sentence(thing: Thing) -> None:
    first = thing.doc.summary.split("\n\n")[0]
    assert re.search(r"[.:`]$", first), first
    assert first[0].isupper() or first[0] in "`(", first


@each(EVERYTHING)
def test_sections_are_underlined_and_in_order(thing: Thing) -> None:
    doc = thing.doc
    assert doc.order == sorted(set(doc.order), key=SECTIONS.index)
    assert [heading for heading, rule in doc.rules if len(rule) != len(heading)] == []
    assert [line for line in doc.summary.splitlines() if re.fullmatch("-{3,}", line)] == []  # A section of another name.


@each(EVERYTHING)
def test_everything_named_is_described(thing: Thing) -> None:
    doc = thing.doc
    named = {(section, name): words for section in ("Parameters", "Attributes", "Returns", "Yields", "Raises") for name, words in doc.entries(section).items()}
    assert [place for place, words in named.items() if not words] == []


@each(CALLED)
def test_parameters_are_those_of_the_signature(thing: Thing) -> None:
    assert list(thing.doc.entries("Parameters")) == parameters(thing.value)


@each(CALLED)
def test_a_result_is_described_where_there_is_one(thing: Thing) -> None:
    assert bool({"Returns", "Yields"} & set(thing.doc.order)) == gives_something(thing.value)


@each(CALLED)
def test_what_is_raised_is_described(thing: Thing) -> None:
    assert sorted(raised(thing.value) - set(thing.doc.entries("Raises"))) == []


@each(RECORDS)
def test_attributes_are_the_fields(thing: Thing) -> None:
    """Those a class has from a base class of ours are described there."""
    assert list(thing.doc.entries("Attributes")) == [name for name in vars(thing.value)["__annotations__"] if not name.startswith("_")]


@pytest.mark.parametrize("name", ["judge", "judge_all", "judge_table", "make_plan", "make_calendar", "framework"])
def test_what_people_call_first_names_types_of_the_signature(name: str) -> None:
    """The words after a parameter's colon speak of the same class as its annotation."""
    function = getattr(si, name)
    said = dict(re.findall(r"^(\w+) : (.+)$", parts(function.__doc__).sections["Parameters"], re.MULTILINE))
    for parameter in inspect.signature(function).parameters.values():
        words = str(parameter.annotation).replace("dt.", "datetime.")
        for known in re.findall(r"\b(Framework|Evidence|Trust|Benchmarks|Cohort|Judgement|SchoolYear|Plan|Calendar|datetime\.date|datetime\.datetime)\b", words):
            assert parameter.name not in said or known in said[parameter.name]


def test_help_of_judge_is_the_one_kept() -> None:
    """Read it: it is what people see who type help(si.judge), but for the signature, which versions of Python set in their own ways."""
    title, signature, *lines = re.split(r"\n\n|\n(?= {4}Judge)", pydoc.plain(pydoc.render_doc(si.judge)), maxsplit=2)
    signature = re.sub(r",? \)", ")", re.sub(r"\s+", " ", signature.replace("'", "")).replace("( ", "("))
    text = "\n".join(line.rstrip() for line in [title, "", signature, *"".join(lines).splitlines()]) + "\n"
    if os.environ.get("SCHOOLIMP_UPDATE_GOLDEN") == "1":
        GOLDEN.parent.mkdir(parents=True, exist_ok=True)
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8"), "with SCHOOLIMP_UPDATE_GOLDEN=1 the new help is kept"

"""The tables of docs/documents.md say what the JSON Schemas say: every object, every member, which must be there, every form and enumeration."""

from __future__ import annotations

import json
import re

import pytest
import samples
import schoolimp as si
from doc_pages import ROOT
from doc_tables import STATEMENT, WORDS, Forms, Section, is_statement, sections

PAGE = ROOT / "docs" / "documents.md"
SECTIONS = {(section.kind, section.part): section for section in sections(PAGE)}
SCHEMAS = {kind: json.loads((ROOT / "src" / "io" / "schemas" / f"{kind}.schema.json").read_text(encoding="utf-8")) for kind in samples.KINDS}
OBJECTS = [(kind, part) for kind, schema in SCHEMAS.items() for part in ("", *(name for name, node in schema["$defs"].items() if "properties" in node))]


def differences(section: Section, schema: dict[str, object]) -> list[str]:
    node = schema["$defs"][section.part] if section.part else schema  # type: ignore[index]
    expected = {name: (needed, form) for name, needed, form in Forms(section.kind, schema).members(node)}
    shown = {name: (needed, value) for name, needed, value in section.rows}
    found = [f"{name}: not in the table" for name in expected if name not in shown] + [f"{name}: not in the schema" for name in shown if name not in expected]
    for name in expected.keys() & shown.keys():
        (needed, form), (marked, value) = expected[name], shown[name]
        if needed != marked:
            found.append(f"{name}: {'must be there, and has' if needed else 'need not be there, and has a'} {'no ' if needed else ''}*")
        if not re.fullmatch(form, value):
            found.append(f"{name}: {value!r} should be {form!r}")
    if section.part and is_statement(node) != ("A statement." in section.intro):
        found.append("a statement or not: the text before the table says otherwise")
    return found


@pytest.mark.parametrize(("kind", "part"), OBJECTS, ids=lambda word: word or "document")
def test_the_table_is_that_of_the_schema(kind: str, part: str) -> None:
    assert (kind, part) in SECTIONS, "the page has no table of it"
    assert differences(SECTIONS[kind, part], SCHEMAS[kind]) == []


def test_every_table_is_of_an_object() -> None:
    assert set(SECTIONS) - set(OBJECTS) == set()


def test_the_words_of_the_tables_are_explained() -> None:
    text = PAGE.read_text(encoding="utf-8")
    explained = {word.strip() for row in re.findall(r"^\| ([^|`]+) \| ", text.split("In the tables", 1)[1].split("## Framework", 1)[0], re.MULTILINE) for word in row.split(",")}
    assert {word for word in WORDS.values() if " in " not in word} | {"edition", "colour", "prefix"} - explained <= explained | {"number", "status"}
    for member in STATEMENT:
        assert f"| `{member}`" in text


def test_a_wrong_table_is_seen() -> None:
    schema = SCHEMAS["trust"]
    good = SECTIONS["trust", "person"]
    assert differences(good, schema) == []
    rows = {name: (name, needed, value) for name, needed, value in good.rows}
    for wrong in (("id", False, "key"), ("id", True, "text"), ("name", True, "text"), ("roles", False, "list of keys")):
        changed = Section("trust", "person", good.intro, tuple({**rows, wrong[0]: wrong}.values()))
        assert len(differences(changed, schema)) == 1, wrong
    fewer = Section("trust", "person", good.intro, good.rows[1:])
    assert differences(fewer, schema) == ["id: not in the table"]

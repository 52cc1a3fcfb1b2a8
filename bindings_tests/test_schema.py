"""The published JSON Schemas and the parsers agree: over documents drawn from a schema with one mistake put in, both say the same.

An outside validator (jsonschema) judges by the schema. What a schema cannot say (ids that stand twice, dates that do not exist) is told apart by its code.
"""

from __future__ import annotations

import json
import random

import pytest
import samples
import schoolimp as si
from jsonschema import Draft202012Validator
from schema_instances import Instances, mistaken
from schoolimp import _core

#: Codes of what only the parser can see: relations between members, the calendar, limits on figures.
BEYOND_SCHEMA = {
    "bad_date",
    "bad_period",
    "conflict",
    "duplicate",
    "no_date",
    "number_out_of_range",
    "out_of_range",
    "unknown_name",
    "wrong_order",
}

INSTANCES = {kind: Instances(json.loads(si.schema(kind))) for kind in samples.KINDS}


def errors(kind: str, document: object) -> list[si.Issue]:
    text = json.dumps(document, ensure_ascii=False)
    return [issue for issue in (si.Issue(*raw) for raw in _core.check_structure(kind, text.encode())) if issue.severity == "error"]


def compare(kind: str, document: object, label: str) -> bool:
    """Hold the two verdicts against each other; return the schema's."""
    by_schema = list(INSTANCES[kind].validator.iter_errors(document))
    by_parser = errors(kind, document)
    if bool(by_schema) == bool(by_parser):
        return not by_schema
    if not by_schema and {issue.code for issue in by_parser} <= BEYOND_SCHEMA:
        return True
    said = [f"schema: /{'/'.join(map(str, error.path))} {error.message[:300]}" for error in by_schema[:3]]
    said += [f"parser: {issue.pointer} [{issue.code}] {issue.message}" for issue in by_parser[:3]]
    pytest.fail("\n".join([f"{kind}: {label}", *said, json.dumps(document, ensure_ascii=False)[:3000]]), pytrace=False)


@pytest.mark.parametrize("kind", samples.KINDS)
def test_the_schema_is_a_schema(kind):
    schema = json.loads(si.schema(kind))
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"schoolimp/{kind}/1"
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_kind_has_a_schema_and_a_parser():
    assert set(_core.schema_kinds()) == set(samples.KINDS)
    with pytest.raises(si.NotFoundError, match="evidence"):
        si.schema("evidense")
    with pytest.raises(si.NotFoundError, match="evidence"):
        si.check_document("evidense", "{}")


@pytest.mark.parametrize("kind", samples.KINDS)
def test_what_the_library_writes_is_valid(kind):
    document = json.loads(samples.documents()[kind].to_json())
    assert [error.message for error in INSTANCES[kind].validator.iter_errors(document)] == []


@pytest.mark.parametrize("id", [info.id for info in si.frameworks()])
def test_built_in_frameworks_are_valid(id):
    assert [error.message for error in INSTANCES["framework"].validator.iter_errors(json.loads(si.framework(id).to_json()))] == []


@pytest.mark.parametrize("kind", samples.KINDS)
def test_drawn_documents(kind):
    valid = [compare(kind, INSTANCES[kind].draw(random.Random(f"{kind} {number}")), f"drawn document {number}") for number in range(200)]
    assert sum(valid) > 100, "most drawn documents are valid"


@pytest.mark.parametrize("kind", samples.KINDS)
def test_drawn_documents_with_one_mistake(kind):
    valid = []
    for number in range(500):
        rng = random.Random(f"{kind} mistake {number}")
        document, label = mistaken(INSTANCES[kind].draw(rng), rng)
        valid.append(compare(kind, document, f"drawn document {number}, {label}"))
    assert 100 < valid.count(False) < 450, "many mistakes are caught, not all changes are mistakes"


@pytest.mark.parametrize("kind", samples.KINDS)
def test_real_documents_with_one_mistake(kind):
    document = trimmed(json.loads(samples.documents()[kind].to_json()))
    for number in range(200):
        changed, label = mistaken(document, random.Random(f"{kind} real {number}"))
        compare(kind, changed, label)


def trimmed(value):
    """The value with its lists cut to two items: mistakes reach every part of a document of a handy size."""
    if isinstance(value, dict):
        return {name: trimmed(member) for name, member in value.items()}
    return [trimmed(item) for item in value[:2]] if isinstance(value, list) else value

"""The published JSON Schemas and the parsers agree: over documents drawn from a schema with one mistake put in, both say the same.

An outside validator (jsonschema) judges by the schema. What a schema cannot say (ids that stand twice, dates that do not exist) is told apart by its code.
"""

from __future__ import annotations

import json

import pytest
import samples
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from schema_instances import Instances, mistaken

import schoolimp as si
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
#: Codes for which the schema must agree whatever else is wrong.
STRUCTURAL = {"wrong_type", "unknown_word", "missing_member", "too_few", "too_many", "too_long", "too_short", "bad_id", "not_whole", "wrong_schema"}

INSTANCES = {kind: Instances(json.loads(si.schema(kind))) for kind in samples.KINDS}


def errors(kind: str, document: object) -> list[si.Issue]:
    text = json.dumps(document, ensure_ascii=False)
    return [issue for issue in (si.Issue(*raw) for raw in _core.check_structure(kind, text.encode())) if issue.severity == "error"]


def compare(kind: str, document: object) -> bool:
    """Hold the two verdicts against each other; return the schema's."""
    by_schema = sorted(INSTANCES[kind].validator.iter_errors(document), key=lambda error: list(map(str, error.path)))
    by_parser = errors(kind, document)
    note(json.dumps(document, ensure_ascii=False)[:4000])
    note(f"schema: {[f'{list(error.path)} {error.message[:200]}' for error in by_schema[:3]]}")
    note(f"parser: {[f'{issue.pointer} {issue.code} {issue.message}' for issue in by_parser[:3]]}")
    if by_schema:
        assert by_parser, "the schema refuses what the parser takes"
    else:
        assert {issue.code for issue in by_parser} <= BEYOND_SCHEMA, "the parser refuses what the schema takes"
    return not by_schema


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


MANY = settings(deadline=None, max_examples=250, suppress_health_check=list(HealthCheck), derandomize=True)


@pytest.mark.parametrize("kind", samples.KINDS)
def test_drawn_documents(kind):
    verdicts = []

    @MANY
    @given(INSTANCES[kind].documents())
    def check(document):
        verdicts.append(compare(kind, document))

    check()
    assert sum(verdicts) > len(verdicts) // 2, "most drawn documents should be valid"


@pytest.mark.parametrize("kind", samples.KINDS)
def test_drawn_documents_with_one_mistake(kind):
    verdicts = []

    @settings(MANY, max_examples=600)
    @given(st.data())
    def check(data):
        document = data.draw(INSTANCES[kind].documents())
        changed, label = data.draw(mistaken(document))
        note(label)
        verdicts.append(compare(kind, changed))

    check()
    assert verdicts.count(False) > len(verdicts) // 4, "many mistakes should be caught"


@pytest.mark.parametrize("kind", samples.KINDS)
def test_real_documents_with_one_mistake(kind):
    document = trimmed(json.loads(samples.documents()[kind].to_json()))
    assert compare(kind, document) in (True, False)

    @settings(MANY, max_examples=200)
    @given(st.data())
    def check(data):
        changed, label = data.draw(mistaken(document))
        note(label)
        compare(kind, changed)

    check()


def trimmed(value):
    """The value with its lists cut to two items: mistakes reach every part of a document of a handy size."""
    if isinstance(value, dict):
        return {name: trimmed(member) for name, member in value.items()}
    return [trimmed(item) for item in value[:2]] if isinstance(value, list) else value

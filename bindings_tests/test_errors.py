"""Exceptions: one class for each code of the C++ library, all problems of a document at once."""

from __future__ import annotations

import pickle
import re

import pytest
import schoolimp as si
from schoolimp import errors


def test_one_class_for_each_code_of_the_library(root):
    header = (root / "include/schoolimp/core/status.hpp").read_text()
    codes = {name: int(number) for name, number in re.findall(r"\bk(\w+) = (\d+),", header)}
    assert codes.pop("Ok") == 0
    assert len(codes) == 16
    assert {re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper(): number for name, number in codes.items()} == {code.name: code.value for code in si.StatusCode}
    # The trust folder has an error of its own (output that could not be written); it is not one of the library's codes.
    assert {cls.code.value: cls for cls in si.SchoolImpError.__subclasses__() if cls.__module__ == errors.__name__} == errors._CLASSES
    assert sorted(errors._CLASSES) == sorted(codes.values())


@pytest.mark.parametrize("code", list(si.StatusCode))
def test_every_status_becomes_its_class(code):
    error = errors._from_status(code.value, "message", [("/a", "unknown_name", "no such name", "did you mean 'b'?", "error")])
    assert type(error).__name__ == "".join(part.title() for part in code.name.split("_")) + "Error" or code is si.StatusCode.INVALID_ARGUMENT
    assert error.code is code
    assert str(error) == "message"
    assert error.issues == (si.Issue("/a", "unknown_name", "no such name", "did you mean 'b'?"),)
    assert getattr(si, type(error).__name__) is type(error)


def test_a_code_of_a_newer_library_is_an_unknown_error():
    assert type(errors._from_status(99, "message", [])) is si.UnknownError


@pytest.mark.parametrize(
    ("error", "base"),
    [
        (si.InvalidDocumentError, ValueError),
        (si.NotFoundError, LookupError),
        (si.AlreadyExistsError, ValueError),
        (si.OutOfRangeError, ValueError),
        (si.UnimplementedError, NotImplementedError),
        (si.InternalError, RuntimeError),
    ],
)
def test_python_programmers_can_catch_what_they_know(error, base):
    assert issubclass(error, base)
    assert issubclass(error, si.SchoolImpError)


@pytest.mark.parametrize("cls", si.SchoolImpError.__subclasses__())
def test_errors_pickle_with_their_issues(cls):
    error = cls("message", [si.Issue("/a", "code", "text", severity="warning")])
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), copy.issues) == (cls, "message", error.issues)


def test_all_problems_of_a_document_come_at_once():
    text = '{"schema": "schoolimp/framework/1", "id": "Bad Id", "edition": "x", "titel": "T"}'
    with pytest.raises(si.InvalidDocumentError) as caught:
        si.Framework.from_json(text)
    places = {issue.pointer for issue in caught.value.issues}
    assert {"/id", "/edition"} <= places
    assert any("title" in issue.hint or "title" in issue.message for issue in caught.value.issues)
    assert caught.value.code is si.StatusCode.INVALID_ARGUMENT
    assert all(issue.code and issue.message for issue in caught.value.issues)


@pytest.mark.parametrize("text", ["", "{", "[1,]", '{"a": NaN}', '{"a": 1, "a": 2}', "nul", "\ud800", b"\xff\xfe", '"\\ud800"', "[" * 5000])
@pytest.mark.parametrize(
    "cls", [si.Framework, si.Evidence, si.Benchmarks, si.Trust, si.SchoolYear, si.Judgement, si.Rollup, si.Decisions, si.Plan, si.Calendar]
)
def test_what_is_not_json_is_refused(cls, text):
    with pytest.raises((si.InvalidDocumentError, si.ResourceExhaustedError)) as caught:
        cls.from_json(text)
    assert "json.exception" not in str(caught.value)
    assert "schoolimp::" not in str(caught.value)


def test_check_framework_tells_instead_of_raising():
    assert si.check_framework(si.framework("pvat").to_json()) == si.framework("pvat").warnings
    assert [issue.severity for issue in si.check_framework("{")] == ["error"]
    assert si.check_framework('{"schema": "schoolimp/framework/1"}')


def test_an_unknown_framework_names_those_there_are():
    with pytest.raises(si.NotFoundError, match="pvat"):
        si.framework("pvta")
    with pytest.raises(si.NotFoundError, match="2026"):
        si.framework("pvat", "1999.1")


def test_documents_are_text_not_dicts():
    with pytest.raises(TypeError, match="from_dict"):
        si.Trust.from_json({})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="from_json"):
        si.Trust()


def test_floats_are_refused_with_the_way_out():
    row = {"school": "s", "indicator": "absence.overall", "period": "2018/19", "value": 5.1}
    with pytest.raises(TypeError, match=r"/observations/0/value: 5\.1 .*Decimal\('5\.1'\)"):
        si.Evidence.from_observations([row])

"""What people give instead of the text of a document: the name of a file, a path, a file; and dicts no document can hold."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import samples

import schoolimp as si


@pytest.mark.parametrize("name", ["framework.json", "C:\\models\\Ours.JSON", "our models/ours.json"])
def test_the_name_of_a_file_is_not_its_text(name: str) -> None:
    with pytest.raises(si.InvalidDocumentError, match="is the name of a file, not its text") as caught:
        si.Framework.from_json(name)
    assert [(issue.code, issue.hint) for issue in caught.value.issues] == [("file_name", "give what the file holds: pathlib.Path(name).read_bytes()")]


def test_a_path_or_an_open_file_is_told_how_it_is_read() -> None:
    with pytest.raises(TypeError, match=r"not PosixPath; give path.read_bytes\(\)|not WindowsPath; give path.read_bytes\(\)"):
        si.Framework.from_json(Path("framework.json"))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"not BytesIO; give file.read\(\)"):
        si.Trust.from_json(io.BytesIO(b"{}"))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"not dict; for a dict use from_dict\(\)"):
        si.Trust.from_json({})  # type: ignore[arg-type]


def test_checks_raise_nothing_and_texts_of_several_lines_are_no_names() -> None:
    assert [issue.code for issue in si.check_framework("framework.json")] == ["syntax"]
    with pytest.raises(si.InvalidDocumentError, match="missing"):
        si.Trust.from_json('{\n"schema": "schoolimp/trust/1"}')


def nested(depth: int) -> dict[str, Any]:
    members: dict[str, Any] = {}
    for _ in range(depth - 1):
        members = {"x_in": members}
    return members


def test_a_dict_as_deep_as_documents_may_be_is_taken() -> None:
    deep = {**samples.trust().to_dict(), "x_note": nested(62)}
    assert si.Trust.from_dict(deep).to_dict() == deep


@pytest.mark.parametrize("depth", [65, 2000, 100_000])
def test_a_deeper_one_is_refused(depth: int) -> None:
    with pytest.raises(si.ResourceExhaustedError, match="nested deeper than 64"):
        si.Trust.from_dict({"x_note": nested(depth)})


def test_a_dict_that_holds_itself_is_refused() -> None:
    members: dict[str, Any] = {"schema": "schoolimp/trust/1"}
    members["schools"] = [members]
    with pytest.raises(si.ResourceExhaustedError, match="nested deeper than 64"):
        si.Trust.from_dict(members)

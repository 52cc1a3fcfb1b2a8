"""Comparing what a page shows with what is printed: what must be refused is refused."""

from __future__ import annotations

from pathlib import Path

import doc_pages
import pytest
from doc_expressions import checked_expression, has_its_value
from doc_pages import Command, agrees, renewed


@pytest.mark.parametrize(
    ("shown", "printed", "agree"),
    [
        ("a", "a", True),
        ("a", "a b", False),
        ("a", "a\nb", False),
        ("a\nb", "a", False),
        ("", "a", False),
        ("a.c", "abc", False),
        ("...", "", True),
        ("...", "a\nb", True),
        ("a\n...\nd", "a\nb\nc\nd", True),
        ("a\n...\nd", "a\nd", True),
        ("a\n...\nd", "a\nb\nc", False),
        ("...\nc", "a\nbc", False),
        ("...\nb\n...", "a\nb\nc", True),
        ("...\nx\n...", "a\nb\nc", False),
    ],
)
def test_agrees(shown: str, printed: str, agree: bool) -> None:
    assert agrees(shown.splitlines(), printed.splitlines()) is agree


@pytest.mark.parametrize(
    ("shown", "printed", "expected"),
    [
        ("a", "x\ny", "x\ny"),
        ("a\n...\nd", "x\nb\nc\ny", "x\n...\ny"),
        ("...\nd", "a\nb\ny", "...\ny"),
        ("...\nlevel 1\n...", "a\nlevel 2\nc", "...\nlevel 2\n..."),
        ("a\n...\nd", "x", "x\n..."),
    ],
)
def test_renewed_lines_agree(shown: str, printed: str, expected: str) -> None:
    lines = renewed(shown.splitlines(), printed.splitlines())
    assert lines == expected.splitlines()
    assert agrees(lines, printed.splitlines())


def test_commands_of_a_console_block() -> None:
    assert doc_pages.commands("$ one \\\n  --two\nout\n$ three\n") == [Command("one   --two", ["out"]), Command("three", [])]
    with pytest.raises(AssertionError, match="before the first command"):
        doc_pages.commands("out\n$ one\n")


def test_blocks_of_a_page_and_their_replacement(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# T\n\n```json file=a/b.json\n{}\n```\n\ntext\n\n    x = 1\n\n```text\n```\n")
    first, second = doc_pages.blocks(page)
    assert (first.language, first.options, first.body, first.line) == ("json", {"file": "a/b.json"}, "{}\n", 4)
    assert (second.language, second.body) == ("text", "")
    assert doc_pages.indented_blocks(page) == ["    x = 1\n\n\n"]
    doc_pages.replace_bodies(page, {second.start: "out\n"})
    assert page.read_text().endswith("```text\nout\n```\n")


@pytest.mark.parametrize("text", ["```\nx\n```\n", "```python\nx\n", "- item\n  ```python\n  x\n  ```\n"])
def test_fences_no_test_would_see_are_refused(tmp_path: Path, text: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(text)
    with pytest.raises(AssertionError):
        doc_pages.blocks(page)


def test_expressions_are_valued_and_checked() -> None:
    assert has_its_value("1 + 1 == 2  // true")
    assert not has_its_value("1 + 1 == 2  // false")
    assert has_its_value("1 + 1  // 2")
    assert not has_its_value("1 + 1  // 3")
    assert checked_expression("/criteria/0/test: anything\n  absence.overal > 1\n").startswith("/criteria/0/test: line 1, column 1: unknown name 'absence.overal'")

"""docs/c-api.md shows the clients of the C interface as they are: its excerpts are theirs (test_docs.py compares them), and no excerpt is left unshown."""

from __future__ import annotations

import re
from pathlib import Path

import doc_pages
import pytest
from doc_excerpts import excerpt, excerpts, has_lines
from doc_pages import ROOT

PAGE = ROOT / "docs" / "c-api.md"
CLIENTS = {"c": ("*.c", "*.h"), "csharp": ("*.cs",), "java": ("*.java",), "php": ("*.php",)}


def client_files(language: str) -> list[Path]:
    return [path for pattern in CLIENTS[language] for path in sorted((ROOT / "bindings_tests" / language).rglob(pattern))]


@pytest.mark.parametrize("language", CLIENTS)
def test_every_excerpt_of_a_client_is_shown(language: str) -> None:
    shown = {(block.options["from"], block.options["excerpt"]) for block in doc_pages.blocks(PAGE) if "excerpt" in block.options}
    there = {(path.relative_to(ROOT).as_posix(), name) for path in client_files(language) for name in excerpts(path)}
    assert there
    assert there <= shown


def test_functions_and_constants_the_page_names_are_in_the_header() -> None:
    header = (ROOT / "capi" / "schoolimp_c.h").read_text(encoding="utf-8")
    named = set(re.findall(r"\b(?:schoolimp|SCHOOLIMP)_\w+", re.sub(r"```.*?```", "", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)))
    named -= {"SCHOOLIMP_ALL_CLIENTS", "schoolimp_c", "schoolimp_"}
    assert "schoolimp_table_to_stream" in named
    assert {name for name in named if name not in header} == set()


def test_excerpts_lose_their_indentation(tmp_path: Path) -> None:
    file = tmp_path / "a.c"
    file.write_text("x\n    /* excerpt: one */\n    a\n      b\n    /* end of excerpt */\n// excerpt: two\nc\n// end of excerpt\n")
    assert excerpts(file) == {"one": "a\n  b\n", "two": "c\n"}
    with pytest.raises(AssertionError, match="no excerpt is named three; there are: one, two"):
        excerpt(file, "three")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("// excerpt: one\na\n", "has no end"),
        ("// excerpt: one\na\n// excerpt: two\nb\n// end of excerpt\n", "the excerpt one has no end"),
        ("// excerpt: one\n// end of excerpt\n// excerpt: one\n// end of excerpt\n", "two excerpts are named one"),
    ],
)
def test_broken_excerpts_are_refused(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "a.c"
    file.write_text(text)
    with pytest.raises(AssertionError, match=message):
        excerpts(file)


def test_lines_in_order(tmp_path: Path) -> None:
    file = tmp_path / "CMakeLists.txt"
    file.write_text("a\n  b\nc\n")
    assert has_lines(file, "a\n\nc\n")
    assert not has_lines(file, "c\na\n")
    assert not has_lines(file, "a\nx\n")

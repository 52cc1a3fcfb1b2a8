"""Excerpts of files that pages show: what stands between ``excerpt: NAME`` and ``end of excerpt`` in a comment."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

_EXCERPT = re.compile(r"^[^\n]*\bexcerpt: (?P<name>\w+)[^\n]*\n(?P<body>.*?)^[^\n]*\bend of excerpt\b[^\n]*$", re.MULTILINE | re.DOTALL)


def excerpts(path: Path) -> dict[str, str]:
    """The excerpts of a file by name, without the indentation all their lines have."""
    text = path.read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for match in _EXCERPT.finditer(text):
        name = match["name"]
        assert name not in found, f"{path}: two excerpts are named {name}"
        assert "excerpt: " not in match["body"], f"{path}: the excerpt {name} has no end"
        found[name] = textwrap.dedent(match["body"]).strip("\n") + "\n"
    assert len(found) == len(re.findall(r"\bexcerpt: \w", text)), f"{path}: an excerpt has no end"
    return found


def excerpt(path: Path, name: str) -> str:
    """One excerpt of a file; a name that it does not have fails with those it has."""
    found = excerpts(path)
    assert name in found, f"{path}: no excerpt is named {name}; there are: {', '.join(sorted(found))}"
    return found[name]


def has_lines(path: Path, lines: str) -> bool:
    """Whether a file has these lines, in this order."""
    wanted = [line.strip() for line in lines.splitlines() if line.strip()]
    there = iter([line.strip() for line in path.read_text(encoding="utf-8").splitlines()])
    return all(line in there for line in wanted)

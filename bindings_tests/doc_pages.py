"""Pages of the documentation: their code blocks, what a block shows against what a run prints, and putting what is printed into the page.

A fence says the language and, unseen by readers, how the block is tested: ``file=NAME`` (written to that file first), ``exit=1`` (how the last command ends).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = tuple(path for path in (ROOT / "README.md", ROOT / "ARCHITECTURE.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))) if path.exists())

#: A line that stands for any lines that are left out, also none.
CUT = "..."

_FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"(?:\A|(?<=\n\n))(?: {4}[^\n]*\n)(?:(?: {4}[^\n]*)?\n)*")


@dataclass(frozen=True)
class Block:
    """One fenced block: its language, its options, its text, and where the text stands in the page."""

    page: Path
    language: str
    options: dict[str, str] = field(hash=False)
    body: str
    start: int
    line: int

    @property
    def place(self) -> str:
        return f"{self.page.name}:{self.line}"


@dataclass(frozen=True)
class Command:
    """A command of a console block and the lines shown under it."""

    line: str
    shown: list[str]


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page in their order; a fence that is not closed, or without a language, fails."""
    text = page.read_text(encoding="utf-8")
    found = []
    for match in _FENCE.finditer(text):
        line = text.count("\n", 0, match.start()) + 2
        language, *options = match["info"].split() or [""]
        assert language, f"{page.name}:{line}: the block does not say its language"
        found.append(Block(page, language, dict(option.split("=", 1) for option in options), match["body"], match.start("body"), line))
    fences = len(re.findall(r"^ *```", text, re.MULTILINE))
    assert fences == 2 * len(found), f"{page.name}: {fences} fences are not {len(found)} blocks"
    return found


def indented_blocks(page: Path) -> list[str]:
    """Blocks that are code by indentation, outside fences."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    return [match[0] for match in _INDENTED.finditer(text)]


def commands(body: str) -> list[Command]:
    """Take a console block apart. A command whose line ends in a backslash goes on in the next line."""
    found: list[Command] = []
    lines = iter(body.splitlines())
    for line in lines:
        if not line.startswith("$ "):
            assert found, f"text before the first command: {line}"
            found[-1].shown.append(line)
            continue
        command = line[2:]
        while command.endswith("\\"):
            command = command[:-1] + next(lines)
        found.append(Command(command, []))
    return found


def trimmed(text: str) -> list[str]:
    """The lines without trailing blanks and without empty lines at the end."""
    lines = [line.rstrip() for line in text.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def agrees(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether the lines shown are those printed, a line of three dots standing for any that are left out."""
    pattern = "".join("(?:.*\n)*" if line.strip() == CUT else re.escape(line) + "\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def difference(shown: Sequence[str], printed: Sequence[str]) -> str:
    """What must change for the page to be true."""
    return "\n".join(difflib.unified_diff(list(shown), list(printed), "shown", "printed", lineterm=""))


def renewed(shown: Sequence[str], printed: Sequence[str]) -> list[str]:
    """The lines to show instead: those printed; where lines were left out, parts as long as before, each from where it begins in what is printed."""
    cuts = [-1, *(index for index, line in enumerate(shown) if line.strip() == CUT), len(shown)]
    parts = [list(shown[before + 1 : after]) for before, after in pairwise(cuts)]
    if len(parts) == 1:
        return list(printed)
    lines = list(printed[: len(parts[0])])
    at = len(lines)
    for part in parts[1:-1]:
        at = _beginning(part[0], printed, at)
        lines += [CUT, *printed[at : at + len(part)]]
        at += len(part)
    return [*lines, CUT, *printed[max(at, len(printed) - len(parts[-1])) :]]


def _beginning(line: str, printed: Sequence[str], at: int) -> int:
    near = difflib.get_close_matches(line, printed[at:], n=1, cutoff=0.0)
    return at + printed[at:].index(near[0]) if near else at


def replace_bodies(page: Path, bodies: dict[int, str]) -> None:
    """Write the page with other texts in its blocks, named by where they start."""
    text = page.read_text(encoding="utf-8")
    for block in reversed(blocks(page)):
        if block.start in bodies:
            text = text[: block.start] + bodies[block.start] + text[block.start + len(block.body) :]
    page.write_text(text, encoding="utf-8")

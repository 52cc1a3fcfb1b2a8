"""The documentation works: Python blocks of each page run in order in one namespace, in a folder of their own; console blocks that show the command do too.

A block that says which file it is (```json file=our-model.json) is written to that file first.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [path for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))] if path.exists()]
FENCE = re.compile(r"^```(?P<language>\w+)(?: file=(?P<file>\S+))?[^\n]*\n(?P<body>.*?)^```\s*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    language: str
    file: str | None
    body: str
    line: int


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [Block(match["language"], match["file"], match["body"], text.count("\n", 0, match.start()) + 2) for match in FENCE.finditer(text)]


def runnable(page: Path) -> list[Block]:
    """Files, Python blocks, and console blocks that start the schoolimp command."""
    return [
        block
        for block in blocks(page)
        if block.file or block.language == "python" or (block.language == "console" and re.search(r"^\$ schoolimp ", block.body, re.MULTILINE))
    ]


def write_file(block: Block) -> None:
    path = Path(block.file or "")
    assert not path.is_absolute() and ".." not in path.parts
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.body, encoding="utf-8")


def run_console(body: str, place: str) -> None:
    """Run each ``$ schoolimp ...`` line; it must succeed. A line that ends in a backslash goes on."""
    for line in body.replace("\\\n", " ").splitlines():
        if line.startswith("$ schoolimp "):
            command = [sys.executable, "-m", "schoolimp.cli", *shlex.split(line[2:], comments=True)[1:]]
            result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
            assert result.returncode == 0, f"{place}: {line}\n{result.stdout}{result.stderr}"


@pytest.mark.parametrize("page", [page for page in PAGES if runnable(page)], ids=lambda page: page.name)
def test_page(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    namespace = {"__name__": "__main__"}
    for block in runnable(page):
        place = f"{page.name}:{block.line}"
        if block.file:
            write_file(block)
        elif block.language == "console":
            run_console(block.body, place)
        else:
            # Blank lines in front, so that a traceback names the line of the page.
            exec(compile("\n" * (block.line - 1) + block.body, str(page), "exec"), namespace)


def test_links_between_pages_lead_somewhere():
    broken = []
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if not re.match(r"[a-z]+:", target) and not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")
    assert broken == []

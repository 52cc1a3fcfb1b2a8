"""The documentation is true: every code block of every page runs, and what a page shows as printed is what is printed.

The blocks of a page run in order, in a folder of their own and one Python namespace:

- ``console``: each command runs and prints what stands under it, standard error included; a line of three dots stands for any lines left out;
- ``python``: runs; a ``text`` block that follows at once is what it prints;
- ``json``, ``csv``: a document without a mistake;
- ``cel``: an expression on each line, with its value as a comment; ``text checks=expression``: what checking the expression in its second line says;
- ``sh``: a script of the project, or a command of it that must succeed;
- ``cmake``, ``cpp``: lines of the example that hosts build;
- any language with ``from=FILE``: lines of that file, in its order; with ``excerpt=NAME`` too, the whole of that excerpt.

With SCHOOLIMP_UPDATE_GOLDEN=1 in the environment the pages are made to show what was printed: look at the difference before keeping it.
"""

from __future__ import annotations

import contextlib
import doctest
import importlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import doc_pages
import pytest
import schoolimp as si
from doc_excerpts import excerpt, has_lines
from doc_expressions import checked_expression, has_its_value
from doc_pages import PAGES, ROOT, Block

UPDATING = os.environ.get("SCHOOLIMP_UPDATE_GOLDEN") == "1"
#: Pages that speak of a trust's own folder without making it: a copy of the example is there.
WITH_FOLDER = {"README.md": "our-trust"}
EXAMPLE = Path(si.__file__).parent / "example"


class Page:
    """Runs the blocks of one page."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.namespace = {"__name__": "__main__"}
        self.printed = ""  #: By the Python block just run.
        self.differing: list[str] = []
        self.bodies: dict[int, str] = {}

    def run(self) -> None:
        for block in doc_pages.blocks(self.path):
            method = self._from_file if "from" in block.options else getattr(self, f"_{block.language}", None)
            assert method is not None, f"{block.place}: nothing tests a block of the language {block.language}"
            if "file" in block.options:
                write_file(block)
            method(block)
        if UPDATING:
            doc_pages.replace_bodies(self.path, self.bodies)
        elif self.differing:
            pytest.fail("\n\n".join([*self.differing, "With SCHOOLIMP_UPDATE_GOLDEN=1 the page is mended."]), pytrace=False)

    def _compare(self, block: Block, line: int, shown: list[str], printed: list[str]) -> list[str]:
        """The lines the page should show."""
        if doc_pages.agrees(shown, printed):
            return shown
        self.differing.append(f"{self.path.name}:{line}\n{doc_pages.difference(shown, printed)}")
        return doc_pages.renewed(shown, printed)

    def _console(self, block: Block) -> None:
        body = []
        parts = doc_pages.commands(block.body)
        for number, part in enumerate(parts):
            expected = int(block.options.get("exit", 0)) if number == len(parts) - 1 else 0
            printed = doc_pages.trimmed(run_command(part.line, expected, block.place))
            shown = doc_pages.trimmed("\n".join(part.shown))
            body += [f"$ {part.line}", *self._compare(block, block.line, shown, printed)]
        self.bodies[block.start] = "".join(f"{line}\n" for line in body)

    def _python(self, block: Block) -> None:
        with contextlib.redirect_stdout(io.StringIO()) as output:
            # Blank lines in front, so that a traceback names the line of the page.
            exec(compile("\n" * (block.line - 1) + block.body, str(self.path), "exec"), self.namespace)
        self.printed = output.getvalue()

    def _text(self, block: Block) -> None:
        printed = checked_expression(block.body) if block.options else self._output_before(block)
        shown = self._compare(block, block.line, doc_pages.trimmed(block.body), doc_pages.trimmed(printed))
        self.bodies[block.start] = "".join(f"{line}\n" for line in shown)

    def _output_before(self, block: Block) -> str:
        text = self.path.read_text(encoding="utf-8")
        assert re.search(r"^```python[^`]*^```\n+```text\n\Z", text[: block.start], re.MULTILINE), f"{block.place}: text that nothing prints"
        return self.printed

    def _json(self, block: Block) -> None:
        document = json.loads(block.body)
        kind = document["schema"].split("/")[1]
        issues = si.check_document(kind, block.body)
        assert issues == (), f"{block.place}: {issues}"

    def _csv(self, block: Block) -> None:
        assert len(si.Evidence.from_csv(block.body)) == len(block.body.splitlines()) - 1, block.place

    def _cel(self, block: Block) -> None:
        wrong = [line for line in block.body.splitlines() if line.strip() and not has_its_value(line)]
        assert wrong == [], f"{block.place}: {wrong}"

    def _sh(self, block: Block) -> None:
        for line in block.body.splitlines():
            words = shlex.split(line)
            if words[0] == "bash":
                assert (ROOT / words[1]).is_file(), f"{block.place}: there is no {words[1]}"
                subprocess.run(["bash", "-n", ROOT / words[1]], check=True)
            else:
                run_command(line.removeprefix(".venv/bin/"), 0, block.place)

    def _from_file(self, block: Block) -> None:
        path = ROOT / block.options["from"]
        if "excerpt" not in block.options:
            assert has_lines(path, block.body), f"{block.place}: not lines of {block.options['from']} in its order"
            return
        text = excerpt(path, block.options["excerpt"])
        if block.body != text:
            self.differing.append(f"{block.place}\n{doc_pages.difference(block.body.splitlines(), text.splitlines())}")
            self.bodies[block.start] = text

    def _cmake(self, block: Block) -> None:
        in_example(block, ["CMakeLists.txt"])

    def _cpp(self, block: Block) -> None:
        in_example(block, ["*.cpp", "*.hpp"])


def write_file(block: Block) -> None:
    path = Path(block.options["file"])
    assert not path.is_absolute() and ".." not in path.parts
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.body, encoding="utf-8")


def run_command(line: str, expected: int, place: str) -> str:
    """Run a ``schoolimp ...`` command and return what it prints, in the order a terminal shows it."""
    program, *arguments = shlex.split(line, comments=True)
    assert program == "schoolimp", f"{place}: only schoolimp is run, not {program}"
    result = subprocess.run(
        [sys.executable, "-u", "-m", "schoolimp.cli", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert result.returncode == expected, f"{place}: {line}: exit code {result.returncode}\n{result.stdout}"
    return result.stdout


def in_example(block: Block, patterns: list[str]) -> None:
    """The lines stand in one file of the example, in this order."""
    files = [path for pattern in patterns for path in sorted((ROOT / "examples" / "cpp").glob(pattern))]
    if any(has_lines(file, block.body) for file in files):
        return
    pytest.fail(f"{block.place}: not in {', '.join(str(file.relative_to(ROOT)) for file in files)}", pytrace=False)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_page(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    if path.name in WITH_FOLDER:
        shutil.copytree(EXAMPLE, tmp_path / WITH_FOLDER[path.name])
    Page(path).run()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_indented_blocks_are_pictures_not_code(path):
    assert [block for block in doc_pages.indented_blocks(path) if "->" not in block] == []


def test_links_between_pages_lead_somewhere():
    broken = []
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if not re.match(r"[a-z]+:", target) and not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")
    assert broken == []


def test_examples_in_docstrings():
    """Every example of a docstring runs and gives what it says; each module that has one is found."""
    package = ROOT / "python" / "schoolimp"
    names = [
        ".".join(("schoolimp", *path.relative_to(package).with_suffix("").parts)).removesuffix(".__init__")
        for path in sorted(package.rglob("*.py"))
        if ">>> " in path.read_text(encoding="utf-8")
    ]
    results = {name: doctest.testmod(importlib.import_module(name)) for name in names}
    assert {name: result.attempted for name, result in results.items() if result.attempted == 0} == {}
    assert {name: result.failed for name, result in results.items() if result.failed} == {}
    assert {"schoolimp", "schoolimp.frameworks", "schoolimp.dfe"} <= set(names)

"""Notebooks as tests see them: run in a kernel of their own, made the same on every machine, and held against what is stored.

With SCHOOLIMP_UPDATE_GOLDEN=1 in the environment the stored outputs are renewed: look at them before keeping them.
"""

from __future__ import annotations

import os
from itertools import zip_longest
from pathlib import Path
from typing import Any

import nbclient
import nbformat

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "examples"
NAMES = ("first_judgement", "a_trusts_year", "a_nations_primaries")
SECONDS_A_CELL = 120
METADATA = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"}}


def path_of(name: str) -> Path:
    """Where a notebook is kept."""
    return FOLDER / f"{name}.ipynb"


def read(name: str) -> Any:
    """A notebook as it is kept; one that is not in the form of notebooks fails."""
    book = nbformat.read(path_of(name), as_version=4)
    nbformat.validate(book)
    return book


def code_cells(book: Any) -> list[Any]:
    """The cells that are run."""
    return [cell for cell in book.cells if cell.cell_type == "code"]


def run(name: str, folder: Path, **environment: str) -> Any:
    """Run a notebook in an empty folder, without the user's own settings of IPython. What fails is among the outputs: :func:`troubles`.

    Only the variables of SCHOOLIMP that are given are set.
    """
    settings = folder / "settings"
    work = folder / "work"
    settings.mkdir()
    work.mkdir()
    inherited = {variable: value for variable, value in os.environ.items() if not variable.startswith("SCHOOLIMP_")}
    book = read(name)
    for cell in code_cells(book):
        cell.outputs = []
    client = nbclient.NotebookClient(book, timeout=SECONDS_A_CELL, kernel_name="python3", allow_errors=True, resources={"metadata": {"path": str(work)}})
    client.execute(env={**inherited, "IPYTHONDIR": str(settings), "JUPYTER_CONFIG_DIR": str(settings), **environment})
    return normalised(book)


def normalised(book: Any) -> Any:
    """The notebook without what differs from run to run: times, versions, and where a stream happened to be cut in pieces."""
    book.metadata = nbformat.from_dict(METADATA)
    for count, cell in enumerate(code_cells(book), start=1):
        cell.metadata = nbformat.from_dict({})
        cell.execution_count = count
        cell.outputs = _joined(cell.outputs)
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = count
    return book


def _joined(outputs: list[Any]) -> list[Any]:
    kept: list[Any] = []
    for output in outputs:
        if kept and output.output_type == kept[-1].output_type == "stream" and output.name == kept[-1].name:
            kept[-1].text += output.text
        else:
            kept.append(output)
    return kept


def keep(name: str, book: Any) -> None:
    """Keep a notebook with its outputs."""
    path_of(name).write_text(nbformat.writes(book) + "\n", encoding="utf-8")


def texts(output: Any) -> dict[str, str]:
    """What an output shows, by its form; of a picture only that there is one, for its bytes hang on the versions of matplotlib and FreeType."""
    if output.output_type == "stream":
        return {output.name: output.text}
    if output.output_type == "error":
        return {"error": f"{output.ename}: {output.evalue}"}
    return {form: "a picture" if form.startswith("image/") else content for form, content in output.data.items()}


def troubles(book: Any) -> list[str]:
    """Warnings and errors among the outputs."""
    return [
        f"cell {count}, {form}: {text}"
        for count, cell in enumerate(code_cells(book), start=1)
        for output in cell.outputs
        for form, text in texts(output).items()
        if form in ("stderr", "error")
    ]


def differences(stored: Any, made: Any) -> list[str]:
    """Where a run says something else than what is stored, each with the first line that differs."""
    found = []
    for count, (before, after) in enumerate(zip(code_cells(stored), code_cells(made), strict=True), start=1):
        for was, now in zip_longest(map(texts, before.outputs), map(texts, after.outputs), fillvalue={}):
            found += [f"cell {count}, {form}: {_first(was.get(form, ''), now.get(form, ''))}" for form in sorted({*was, *now}) if was.get(form) != now.get(form)]
    return found


def _first(stored: str, made: str) -> str:
    pairs = zip_longest(stored.splitlines(), made.splitlines(), fillvalue="(nothing)")
    was, now = next(((was, now) for was, now in pairs if was != now), ("(another end)", "(another end)"))
    return f"stored {was[:200]!r}, made {now[:200]!r}"

"""Pictures of code blocks: the pages are run while the site is built, and the figure of a block stands below it.

A block has a picture when its fence says so, ```` ```python picture=NAME ````. It leaves the figure as ``figure``; the sentence the figure describes itself with
is the alternative text. As plain Markdown a page has the same code without the pictures, so that no picture is kept that could be out of date.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

FENCE = re.compile(r"^```python(?P<options>[^\n`]*)\n(?P<body>.*?)^```[ \t]*\n", re.MULTILINE | re.DOTALL)
PICTURE = re.compile(r"picture=([a-z0-9-]+)")
HERE = "drawn-by-the-block-above/"  #: Stands for the folder of pictures while a page is read.
DPI = 110


def add_pictures(app: Sphinx, name: str, source: list[str]) -> None:
    """Run the page when it has blocks with pictures, and put an image below each."""
    if not any(PICTURE.search(fence["options"]) for fence in FENCE.finditer(source[0])):
        return
    folder = drawn(app)
    folder.mkdir(parents=True, exist_ok=True)
    namespace: dict[str, Any] = {"__name__": "__main__"}

    def with_picture(fence: re.Match[str]) -> str:
        exec(compile(fence["body"], f"{name}.md", "exec"), namespace)
        wanted = PICTURE.search(fence["options"])
        if wanted is None:
            return fence[0]
        file = f"{name.replace('/', '-')}-{wanted[1]}.png"
        alternative = save(namespace["figure"], folder / file)
        return f"{fence[0]}\n![{alternative}]({HERE}{file})\n"

    with somewhere_else():
        source[0] = FENCE.sub(with_picture, source[0])


def drawn(app: Sphinx) -> Path:
    """Where the pictures are: beside what the builder remembers, not among the pages."""
    return Path(app.doctreedir) / "pictures"


def find_pictures(app: Sphinx, document: nodes.document) -> None:
    """Say where the pictures of the page are, as seen from it."""
    page = (Path(app.srcdir) / app.env.current_document.docname).parent
    for image in document.findall(nodes.image):
        if image["uri"].startswith(HERE):
            image["uri"] = Path(os.path.relpath(drawn(app) / image["uri"].removeprefix(HERE), page)).as_posix()


def save(figure: Any, path: Path) -> str:
    """Write the figure and return its sentence, as text of a Markdown image."""
    figure.savefig(path, dpi=DPI, bbox_inches="tight", metadata={"Software": None})
    sentence = str(figure.get_label())
    if not sentence:
        raise ValueError(f"{path.name}: the figure has no sentence; readers who cannot see it need one: figure.set_label(...)")
    return re.sub(r"([\\`*_{}\[\]<>])", r"\\\1", sentence)


@contextlib.contextmanager
def somewhere_else() -> Iterator[None]:
    """An empty folder to run in, with what is printed unseen: the page shows it. Warnings of the library are errors."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.filterwarnings("error", module=r"schoolimp(\.|$)")
        yield


def setup(app: Sphinx) -> dict[str, Any]:
    """Look at every page before it is read, and at its images after."""
    app.connect("source-read", add_pictures)
    app.connect("doctree-read", find_pictures, priority=400)  # Sphinx gathers the images of a page at 500.
    return {"version": "1", "parallel_read_safe": False}

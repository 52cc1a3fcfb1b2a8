"""Build the documentation site: ``python docs/_site/build.py FOLDER``. A warning is an error, and all of them are told.

Needs the package installed with the extra ``docs``. Nothing is written but into the folder; nothing is fetched.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sphinx.cmd.build import main

DOCS = Path(__file__).resolve().parent.parent


def build(folder: Path) -> int:
    """Build the site into `folder`, what the builder remembers beside it, and return the exit code."""
    return main(["-b", "html", "-E", "-a", "-q", "-n", "-W", "--keep-going", "-d", str(folder) + ".doctrees", str(DOCS), str(folder)])


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python docs/_site/build.py FOLDER")
    sys.exit(build(Path(sys.argv[1]).resolve()))

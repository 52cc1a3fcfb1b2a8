"""What is published, as tools/run-tests.sh built it: the source distribution and the wheel made from it."""

from __future__ import annotations

import os
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest


def built(pattern: str) -> Path:
    """The one file of that kind in $SCHOOLIMP_DIST."""
    folder = os.environ.get("SCHOOLIMP_DIST", "")
    if not folder:
        pytest.skip("nothing published was built here: set SCHOOLIMP_DIST to the folder with the source distribution and the wheel (tools/run-tests.sh does)")
    found = sorted(Path(folder).glob(pattern))
    assert len(found) == 1, f"{folder} has {len(found)} files {pattern}, not one"
    return found[0]


def in_wheel(wheel: Path) -> dict[str, bytes]:
    """The files of a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def in_source(source: Path) -> dict[str, bytes]:
    """The files of a source distribution, without the folder they are all in."""
    with tarfile.open(source) as archive:
        opened = {member.name.split("/", 1)[1]: archive.extractfile(member) for member in archive if member.isfile()}
        return {name: file.read() for name, file in opened.items() if file}


def in_checkout(root: Path) -> dict[str, bytes]:
    """The files of the project: those git has or would add."""
    if not (root / ".git").exists():
        pytest.skip("this is no checkout: git does not say which files are the project's")
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=root, capture_output=True, encoding="utf-8", check=True)
    return {name: (root / name).read_bytes() for name in listed.stdout.split("\0") if name and (root / name).is_file()}

"""Writing results: all computed first, written beside, then renamed one by one; a failure puts everything back."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from .problems import OutputError

__all__ = ["Written", "changed_files", "make_folders", "output_error", "remove_abandoned", "write_tree"]

_TEMPORARY_PREFIX = ".schoolimp-"
_WAITING_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Written:
    """Names of the files of one run, relative to the output folder, in order."""

    new: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """True when every file already had its content."""
        return not self.new and not self.replaced


def changed_files(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Sort the files of a run into new ones, ones whose bytes differ, and ones that stay as they are."""
    new, replaced, unchanged = [], [], []
    for name in sorted(files):
        path = folder / name
        if not path.exists():
            new.append(name)
        elif _content(path) == files[name]:
            unchanged.append(name)
        else:
            replaced.append(name)
    return Written(tuple(new), tuple(replaced), tuple(unchanged))


def write_tree(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Write files into a folder, all or none as far as the file system allows.

    New content is written into a hidden folder beside its targets first. Only when all of it is on the disk the files are renamed into place, each in one step;
    when a rename fails, those done before are taken back. Files whose content stays the same are not touched, files not named are left alone.

    Raises
    ------
    OutputError
        When something cannot be written; names the file and the system's reason.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = changed_files(folder, files)
        if written.nothing:
            return written
        workplace = Path(tempfile.mkdtemp(prefix=_TEMPORARY_PREFIX, dir=folder))
    except OSError as failure:
        raise output_error(failure.filename or folder, failure) from failure
    try:
        _write_beside(workplace / "new", {name: files[name] for name in (*written.new, *written.replaced)})
        _Swap(folder, workplace).run(written)
    finally:
        shutil.rmtree(workplace, ignore_errors=True)
    return written


def make_folders(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it; add the ones that were not there to ``made``, outermost first."""
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    for parent in reversed(missing):
        parent.mkdir(exist_ok=True)
        made.append(parent)


def remove_abandoned(folder: Path) -> None:
    """Clear what runs that died left half made in a folder. Only for who keeps other runs out of it."""
    for workplace in folder.glob(f"{_TEMPORARY_PREFIX}*"):
        shutil.rmtree(workplace, ignore_errors=True)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _write_beside(workplace: Path, files: Mapping[str, bytes]) -> None:
    paths = [workplace / name for name in files]
    try:
        for path, content in zip(paths, files.values(), strict=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        # Waiting for the disk is most of the work of a large trust; several files at once wait together.
        with ThreadPoolExecutor(_WAITING_AT_ONCE) as pool:
            list(pool.map(_to_disk, paths))
    except OSError as failure:
        raise output_error(failure.filename or workplace, failure) from failure


def _to_disk(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


class _Swap:
    """Renames new files into place and remembers enough to take it back."""

    def __init__(self, folder: Path, workplace: Path) -> None:
        self._folder = folder
        self._new = workplace / "new"
        self._old = workplace / "old"
        self._done: list[str] = []
        self._made: list[Path] = []

    def run(self, written: Written) -> None:
        """Put every new file in its place, or none. Raises OutputError."""
        # Copies of what will be replaced are made before the first rename, so that a full disk is noticed while nothing has changed yet.
        name = ""
        try:
            for name in written.replaced:
                self._keep(name)
            for name in (*written.new, *written.replaced):
                make_folders((self._folder / name).parent, self._made)
                self._done.append(name)  # Before the rename: an interrupt between the two must not be forgotten.
                os.replace(self._new / name, self._folder / name)
        except OSError as failure:
            self._take_back()
            raise output_error(failure.filename or self._folder / name, failure) from failure
        except BaseException:  # An interrupt must not leave half of the results either.
            self._take_back()
            raise

    def _keep(self, name: str) -> None:
        copy = self._old / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(self._folder / name, copy)
        except OSError:  # Not every file system has hard links.
            shutil.copy2(self._folder / name, copy)

    def _take_back(self) -> None:
        for name in reversed(self._done):
            kept = self._old / name
            with suppress(OSError):
                if kept.exists():
                    os.replace(kept, self._folder / name)
                else:
                    (self._folder / name).unlink()
        for folder in reversed(self._made):
            with suppress(OSError):
                folder.rmdir()


def output_error(place: Path | str, failure: OSError) -> OutputError:
    """Return the error that says what the system has against writing to a place."""
    return OutputError(
        f"{place}: cannot be written: {failure.strerror or failure}; nothing was changed. Choose another folder with --output, or make this one writable."
    )

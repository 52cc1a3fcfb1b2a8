"""Writing results: all computed first, written beside, then renamed one by one; a failure puts everything back."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from .problems import OutputError
from .swap import JOURNAL, WORKPLACE_PREFIX, put_in_place, take_back

__all__ = ["Written", "changed_files", "make_folders", "output_error", "write_tree"]

_WAITING_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Written:
    """Names of the files of one run, relative to the output folder, in order.

    Attributes
    ----------
    new : tuple of str
        Files that were not there.
    replaced : tuple of str
        Files whose bytes differ.
    unchanged : tuple of str
        Files that were left as they are.
    """

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
        if not os.path.lexists(path):  # A link to nowhere is something too: it is kept, and put back when the run fails.
            new.append(name)
        elif _content(path) == files[name]:
            unchanged.append(name)
        else:
            replaced.append(name)
    return Written(tuple(new), tuple(replaced), tuple(unchanged))


def write_tree(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Write files into a folder, all or none as far as the file system allows.

    New content is written into a hidden folder beside its targets first. Only when all of it is on the disk the files are renamed into place, each in one step;
    when a rename fails or the run is stopped, those done before are taken back, and after a sudden end the next run does it (:mod:`.swap`). Files whose content
    stays the same are not touched, files not named are left alone.

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
        workplace = Path(tempfile.mkdtemp(prefix=WORKPLACE_PREFIX, dir=folder))
    except OSError as failure:
        raise output_error(failure.filename or folder, failure) from failure
    changed = {name: files[name] for name in (*written.new, *written.replaced)}
    try:
        _write_beside(workplace / "new", changed)
        _rename(folder, workplace, changed, written.replaced)
    finally:
        if not (workplace / JOURNAL).exists():  # It stays when not everything could be taken back: the next run tries again.
            shutil.rmtree(workplace, ignore_errors=True)
    return written


def make_folders(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it; add the ones that were not there to ``made``, outermost first."""
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    for parent in reversed(missing):
        parent.mkdir(exist_ok=True)
        made.append(parent)


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


def _rename(folder: Path, workplace: Path, files: Mapping[str, bytes], replaced: Iterable[str]) -> None:
    try:
        put_in_place(folder, workplace, files, replaced)
    except OSError as failure:
        _undo(folder, workplace)
        raise output_error(_blamed(failure, folder, workplace), failure) from failure
    except BaseException:  # An interrupt must not leave half of the results either.
        _undo(folder, workplace)
        raise


def _undo(folder: Path, workplace: Path) -> None:
    try:
        take_back(folder, workplace)
    except OSError as failure:
        raise OutputError(
            f"{failure.filename or folder}: cannot be taken back: {failure.strerror or failure}; some files are of the run that failed. The next run puts it right."
        ) from failure


def _blamed(failure: OSError, folder: Path, workplace: Path) -> Path | str:
    """The file people know: nobody can look after one of the working folder, which is gone when they read of it."""
    names = [str(name) for name in (failure.filename, failure.filename2) if name]
    return next((name for name in names if not name.startswith(str(workplace))), folder)


def _to_disk(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def output_error(place: Path | str, failure: OSError) -> OutputError:
    """Return the error that says what the system has against writing to a place."""
    in_the_way = isinstance(failure, (FileExistsError, NotADirectoryError))
    mend = "A file stands where a folder is needed: move it away" if in_the_way else "Choose another folder with --output, or make this one writable"
    return OutputError(f"{place}: cannot be written: {failure.strerror or failure}; nothing was changed. {mend}.")

"""One run at a time in one output folder: a lock the operating system holds, so that it ends with the process that took it."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import Issue
from .problems import OutputError, Problems
from .store import make_folders, output_error
from .swap import restore_abandoned

if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _try_lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


__all__ = ["LOCK_FILE", "only_run"]

LOCK_FILE = ".schoolimp.lock"
_NOT_WRITABLE = (errno.EACCES, errno.EPERM, errno.EROFS)
_TRIES = 100


@contextmanager
def only_run(folder: Path) -> Generator[tuple[Issue, ...]]:
    """Keep every other run out of an output folder while the block lasts.

    The lock is on a hidden file that is there only meanwhile. A file left behind by a process that died is not locked and stands in nobody's way. The folder is
    made when it is not there, and taken away again when nothing was put into it. What a run that died had written is taken back before the block begins; the
    block is given the notice that says so.

    Raises
    ------
    OutputError
        At once, when another run holds the lock, or the folder or the lock cannot be made.
    """
    made: list[Path] = []
    try:
        file = _locked(folder, made)
        try:
            yield () if file is None else _restored(folder)
        finally:
            if file is not None:
                _release(folder / LOCK_FILE, file)
    finally:
        for parent in reversed(made):
            with suppress(OSError):  # Not empty: the results are in it.
                parent.rmdir()


def _restored(folder: Path) -> tuple[Issue, ...]:
    problems = Problems()
    try:
        if restore_abandoned(folder):
            message = "the last run was ended before all its results were written; what it had written was taken back"
            problems.warning(str(folder), "run_taken_back", message, "nothing to do: this run works from what was there before")
    except OSError as failure:
        raise OutputError(
            f"{failure.filename or folder}: what a run that was ended had written cannot be taken back: {failure.strerror or failure}. Make it writable and run again."
        ) from failure
    return problems.warnings


def _locked(folder: Path, made: list[Path]) -> int | None:
    """Return the locked file, or None where no file can be made: nothing has to be kept apart then, and writing results says why it cannot be."""
    path = folder / LOCK_FILE
    try:
        for _ in range(_TRIES):
            try:
                make_folders(folder, made)
                file = _opened(path)
                if file is None or _holds(file, path):
                    return file
            except FileNotFoundError:  # The run before made the folder, put nothing into it and took it away just now.
                continue
            except FileExistsError:  # The same, between the moment it was there and the moment it was looked at; or a file stands in the way.
                if any(place.exists() and not place.is_dir() for place in (folder, *folder.parents)):
                    raise
    except OSError as failure:
        raise output_error(path if os.path.exists(path) else folder, failure) from failure
    raise _taken(folder)


def _opened(path: Path) -> int | None:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as failure:
        if failure.errno not in _NOT_WRITABLE:
            raise
    # A file another user left behind can be locked without writing to it.
    return os.open(path, os.O_RDONLY) if path.exists() else None


def _holds(file: int, path: Path) -> bool:
    """Lock the open file; False, with the file closed, when it is not the one at ``path`` any more: a lock on it would hold nobody off."""
    stands = False
    try:
        if not _try_lock(file):
            raise _taken(path.parent)
        stands = os.path.samestat(os.fstat(file), os.stat(path))
    finally:
        if not stands:
            os.close(file)
    return stands


def _taken(folder: Path) -> OutputError:
    return OutputError(
        f"{folder}: another run is working in this folder; nothing was changed. Wait until it is done, or choose another folder with --output."
    )


def _release(path: Path, file: int) -> None:
    # The file goes while it is still locked: afterwards another run could hold it, and a third one would make a new file. Windows removes no open file.
    if sys.platform == "win32":
        os.close(file)
        with suppress(OSError):
            path.unlink()
    else:
        with suppress(OSError):
            path.unlink()
        os.close(file)

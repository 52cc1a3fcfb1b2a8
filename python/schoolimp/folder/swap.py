"""Renaming new files into place with a journal on the disk: however a run ends, what it renamed can be taken back."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

__all__ = ["JOURNAL", "WORKPLACE_PREFIX", "put_in_place", "restore_abandoned", "take_back"]

WORKPLACE_PREFIX = ".schoolimp-"
JOURNAL = "journal.json"
_NEW, _OLD = "new", "old"


def put_in_place(folder: Path, workplace: Path, files: Mapping[str, bytes], replaced: Iterable[str]) -> None:
    """Rename the files that lie in ``workplace/new`` into a folder; those of ``replaced`` are there already.

    The journal is on the disk before the first rename and goes after the last one: as long as it is there, :func:`take_back` restores what was there before.

    Raises
    ------
    OSError
        When a copy, the journal or a rename fails; nothing has been taken back then.
    """
    # Copies of what will be replaced are made before the first rename, so that a full disk is noticed while nothing has changed yet.
    for name in replaced:
        _keep(folder / name, workplace / _OLD / name)
    targets = [(folder / name).parent for name in files]
    _write_journal(workplace, files, _missing(folder, targets))
    for name, parent in zip(files, targets, strict=True):
        parent.mkdir(parents=True, exist_ok=True)
        os.replace(workplace / _NEW / name, folder / name)
    for parent in dict.fromkeys(targets):
        _folder_to_disk(parent)
    (workplace / JOURNAL).unlink()


def take_back(folder: Path, workplace: Path) -> bool:
    """Restore what was in a folder before the renames of a journal; False when there is none. It can be done again when it was interrupted itself.

    A file somebody has changed since is left alone: only what has the bytes the run wrote is taken back.

    Raises
    ------
    OSError
        When a file cannot be restored; the journal stays.
    """
    journal = _journal(workplace)
    for name, digest in journal.get("files", {}).items():
        target, kept = folder / name, workplace / _OLD / name
        if not target.is_file() or _digest(target.read_bytes()) != digest:
            continue
        if os.path.lexists(kept):
            os.replace(kept, target)
        elif not (workplace / _NEW / name).exists():
            target.unlink()
    for name in reversed(journal.get("folders", [])):
        with suppress(OSError):  # Not made yet, or somebody put something into it.
            (folder / name).rmdir()
    (workplace / JOURNAL).unlink(missing_ok=True)
    return bool(journal)


def restore_abandoned(folder: Path) -> bool:
    """Take back what runs that died left half done in a folder, and clear their working folders. Only for who keeps other runs out of it.

    Returns True when something was taken back. Raises OSError when that fails.
    """
    restored = False
    for workplace in sorted(folder.glob(f"{WORKPLACE_PREFIX}*")):
        restored |= take_back(folder, workplace)
        shutil.rmtree(workplace, ignore_errors=True)
    return restored


def _keep(path: Path, copy: Path) -> None:
    copy.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, copy)
    except OSError:  # Not every file system has hard links.
        shutil.copy2(path, copy, follow_symlinks=False)


def _missing(folder: Path, targets: Iterable[Path]) -> list[str]:
    """Folders that are not there yet, relative to ``folder``, outer ones first."""
    missing = {parent for target in targets for parent in (target, *target.parents) if parent.is_relative_to(folder) and not parent.exists()}
    return sorted(parent.relative_to(folder).as_posix() for parent in missing)


def _write_journal(workplace: Path, files: Mapping[str, bytes], folders: list[str]) -> None:
    content = json.dumps({"files": {name: _digest(content) for name, content in files.items()}, "folders": folders})
    for parent, _, _ in os.walk(workplace):
        _folder_to_disk(Path(parent))
    with (workplace / JOURNAL).open("wb") as file:
        file.write(content.encode())
        file.flush()
        os.fsync(file.fileno())
    _folder_to_disk(workplace)
    _folder_to_disk(workplace.parent)


def _journal(workplace: Path) -> dict[str, Any]:
    """The journal; empty when there is none. One that is cut short was never whole on the disk: no file had been renamed yet."""
    try:
        journal = json.loads((workplace / JOURNAL).read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError, RecursionError):
        return {}
    return journal if _stays_inside(journal) else {}


def _stays_inside(journal: Any) -> bool:
    """Whether it is a journal of ours: nobody else's words may name files outside the folder."""
    if not isinstance(journal, dict) or not isinstance(journal.get("files"), dict) or not isinstance(journal.get("folders"), list):
        return False
    names = [PurePosixPath(str(name)) for name in (*journal["files"], *journal["folders"])]
    return all(name.parts and not name.is_absolute() and ".." not in name.parts and ":" not in name.parts[0] and "\\" not in str(name) for name in names)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _folder_to_disk(folder: Path) -> None:
    """Have the names in a folder on the disk, where the system can do that for folders."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

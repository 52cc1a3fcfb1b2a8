"""Reading documents from files: every refusal names the file, and nothing is raised until all files are read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from ..errors import SchoolImpError
from ..frameworks import check_document
from .problems import Problems, did_you_mean

__all__ = ["files_in", "read_document", "read_text"]

Read = TypeVar("Read")


def read_text(path: Path, problems: Problems) -> str | None:
    """Return the text of a UTF-8 file, with or without a byte order mark; None, with the problem noted, when it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        if path.is_symlink():
            problems.error(str(path), "no_such_file", f"is a link to {os.readlink(path)}, which is not there", "bring that file back, or take the link away")
        else:
            problems.error(str(path), "no_such_file", "no such file", _neighbour(path))
    except UnicodeDecodeError as failure:
        problems.error(str(path), "not_utf8", f"byte {failure.start} is not UTF-8", "save the file as UTF-8 (in a spreadsheet: CSV UTF-8)")
    except IsADirectoryError:
        problems.error(str(path), "is_a_folder", "is a folder, not a file", "name the file in it")
    except OSError as failure:
        problems.error(str(path), "unreadable", f"cannot be read: {failure.strerror or failure}", "check the file's permissions")
    return None


def read_document(path: Path, parse: Callable[[str], Read], problems: Problems, kind: str = "") -> Read | None:
    """Return the document of a file; None, with every issue noted under the file's name, when it cannot be used.

    Of a JSON document whose ``kind`` is named the warnings are noted too: unknown members, which are kept and have no effect.
    """
    text = read_text(path, problems)
    if text is None:
        return None
    try:
        document = parse(text)
    except SchoolImpError as failure:
        problems.from_document(path, failure)
        return None
    for issue in check_document(kind, text) if kind else ():
        problems.issue_of(path, issue)
    return document


def files_in(paths: Iterable[Path], endings: tuple[str, ...], problems: Problems) -> list[Path]:
    """Return the files meant by paths: a file is itself, a folder is its files with these endings, in order of name.

    Files of a folder with another ending are left out with a warning, so that a spreadsheet dropped there is not lost without a word.
    """
    found: list[Path] = []
    for path in paths:
        if os.path.isdir(path):
            found += _files_of_folder(path, endings, problems)
        elif os.path.lexists(path):
            found.append(path)
        else:
            problems.error(str(path), "no_such_file", "no such file or folder", _neighbour(path))
    return list(dict.fromkeys(found))


def _files_of_folder(folder: Path, endings: tuple[str, ...], problems: Problems) -> list[Path]:
    chosen = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~$")) or path.is_dir():
            continue
        if path.exists() and not path.is_file():  # A pipe would be waited for without end.
            problems.warning(str(path), "not_read", "is not read: it is no regular file", "move it out of the folder")
        elif path.suffix.lower() in endings:
            chosen.append(path)
        else:
            problems.warning(str(path), "not_read", "is not read", f"files here end in {' or '.join(endings)}")
    return chosen


def _neighbour(path: Path) -> str:
    """Return the hint for a file that is not there: the nearest name beside it."""
    parent = path.parent
    if not os.path.isdir(parent):
        return f"there is no folder {parent} either"
    return did_you_mean(path.name, (entry.name for entry in parent.iterdir()), "check the name")

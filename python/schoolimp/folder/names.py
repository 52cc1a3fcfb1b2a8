"""Names of the files of a trust folder."""

from __future__ import annotations

import re
from urllib.parse import quote

__all__ = ["file_name"]

_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")


def file_name(school: str) -> str:
    """Return the name of a school's files without its ending: its id, with what cannot stand in a file name written as %XX."""
    if _PLAIN.fullmatch(school):
        return school
    return quote(school, safe="").replace(".", "%2E")

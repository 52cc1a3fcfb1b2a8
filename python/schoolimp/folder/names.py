"""Names of the files of a trust folder."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote

__all__ = ["file_name"]

_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_MOST = 180  # File systems take names of 255 bytes; an ending and a second name must have room.
_KEPT = 100


def file_name(id: str, most: int = _MOST) -> str:
    """Return the name of a school's files without its ending: its id, with what cannot stand in a file name written as %XX.

    Of a name longer than `most` the beginning is kept, and a digest after "=" tells it from others that begin alike.
    """
    name = id if _PLAIN.fullmatch(id) else quote(id, safe="").replace(".", "%2E")
    if len(name) <= most:
        return name
    beginning = re.sub(r"%.?$", "", name[: min(_KEPT, most // 2)])  # Not half of a %XX.
    return f"{beginning}={hashlib.sha256(id.encode()).hexdigest()[:16]}"

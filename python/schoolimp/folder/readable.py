"""Foreign text made fit to be seen: a name cannot move the cursor, break a table or turn the reading direction."""

from __future__ import annotations

import unicodedata

__all__ = ["readable"]

_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # Marks of reading direction.
_CATEGORIES = frozenset(("Cc", "Zl", "Zp", "Cs"))  # Control characters, ends of lines and paragraphs, halves of characters.


def readable(text: str, kept: str = "") -> str:
    r"""Return a text with everything that is no sign to be seen as an escape: ``\x1b``, ``\n``, ``\u202e``; those ``kept`` stay.

    A byte of a file name that is no UTF-8 is shown as it is on the disk: ``\xff``.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(sign) if sign not in kept and _unseen(sign) else sign for sign in text)


def _unseen(sign: str) -> bool:
    return sign in _TURNING or unicodedata.category(sign) in _CATEGORIES


def _shown(sign: str) -> str:
    code = ord(sign)
    if 0xDC80 <= code <= 0xDCFF:  # How Python carries such a byte.
        return f"\\x{code - 0xDC00:02x}"
    return sign.encode("unicode_escape").decode("ascii")

"""Building HTML from text: everything that is not markup already is escaped, in one place."""

from __future__ import annotations

import html
import re
from typing import Any

__all__ = ["Html", "escape", "join", "tag"]

_VOID = frozenset({"br", "hr"})

#: What HTML does not allow in a text: control characters, surrogates and non-characters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)


class Html(str):
    """Text that is markup already and stands as it is."""

    __slots__ = ()


def escape(value: object) -> Html:
    """Return a value as text that is safe inside elements and attributes; markup stays as it is, None is nothing.

    Characters HTML does not allow are shown as U+FFFD, so that one sees that something stood there.
    """
    if isinstance(value, Html):
        return value
    return Html("" if value is None else html.escape(_FORBIDDEN.sub("\ufffd", str(value))))


def join(*children: object, by: str = "") -> Html:
    """Return children one after the other, each escaped; those that are empty are left out."""
    return Html(escape(by).join(text for child in children if (text := escape(child))))


def tag(name: str, *children: object, **attributes: Any) -> Html:
    """Return an element. Attributes: ``class_`` is ``class``, ``aria_label`` is ``aria-label``, True a bare one, None and False none."""
    given = "".join(_attribute(key, value) for key, value in attributes.items() if value is not None and value is not False)
    if name in _VOID:
        return Html(f"<{name}{given}>")
    return Html(f"<{name}{given}>{join(*children)}</{name}>")


def _attribute(key: str, value: object) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(value)}"'

"""Reading fragments as a browser does: a strict parse, and the contrast of two colours."""

from __future__ import annotations

import html.parser
import os
from pathlib import Path

GOLDEN = Path(__file__).resolve().parent / "html"

_VOID = frozenset({"br", "hr"})


def contrast(one: str, other: str) -> float:
    """The contrast of two colours ``#rrggbb`` as WCAG 2 computes it, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Page(html.parser.HTMLParser):
    """The elements and texts of a fragment; elements that are not closed in order fail."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open, f"not closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open and self._open.pop() == tag, f"</{tag}> closes nothing that is open"

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.texts.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of all elements of a name."""
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


def agrees_with_golden(name: str, made: str) -> None:
    """Hold a fragment, without its stylesheet and one element a line, against its golden file; SCHOOLIMP_UPDATE_GOLDEN=1 accepts what is made."""
    path = GOLDEN / f"{name}.html"
    body = made.split("</style>", 1)[1].replace("><", ">\n<") + "\n"
    if os.environ.get("SCHOOLIMP_UPDATE_GOLDEN") == "1":
        path.write_text(body, encoding="utf-8")
    assert path.exists(), f"no golden file {path.name}: run with SCHOOLIMP_UPDATE_GOLDEN=1 and look at it"
    assert body == path.read_text(encoding="utf-8")

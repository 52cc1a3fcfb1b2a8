"""Pages of the built documentation site: their links, their anchors, and what they load."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.loaded: list[str] = []
        self.pictures: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors |= {given[name] for name in ("id", "name") if name in given}
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "link" and "href" in given:
            self.loaded.append(given["href"])
        self.loaded += [given[name] for name in ("src", "srcset", "data", "poster") if given.get(name)]
        if tag == "img":
            self.pictures.append((given.get("src", ""), given.get("alt", "")))


@dataclass(frozen=True)
class Site:
    """A folder of built pages, each read once."""

    folder: Path
    _read: dict[str, _Reader] = field(default_factory=dict, compare=False)

    @cached_property
    def pages(self) -> list[str]:
        """All pages, by their place in the folder."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html") if "_static" not in path.parts)

    def page(self, name: str) -> _Reader:
        """A page that was read."""
        if name not in self._read:
            reader = _Reader()
            reader.feed((self.folder / name).read_text(encoding="utf-8"))
            reader.close()
            self._read[name] = reader
        return self._read[name]

    def target(self, page: str, link: str) -> tuple[str, str] | None:
        """File and anchor that a link of the page leads to; None when it leads out of the site."""
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return None
        file = page if not parts.path else ((self.folder / page).parent / unquote(parts.path)).resolve().relative_to(self.folder.resolve()).as_posix()
        return file, unquote(parts.fragment)

    def broken(self) -> list[str]:
        """Links of all pages that lead to no file, or to no place in it."""
        found = []
        for page in self.pages:
            for link in self.page(page).links:
                target = self.target(page, link)
                if target is None:
                    continue
                file, anchor = target
                if not (self.folder / file).is_file() or (anchor and file.endswith(".html") and anchor not in self.page(file).anchors):
                    found.append(f"{page}: {link}")
        return found

    def reachable(self, start: str) -> set[str]:
        """The pages one gets to by links, from this one on."""
        seen, waiting = {start}, [start]
        while waiting:
            page = waiting.pop()
            targets = {target[0] for link in self.page(page).links if (target := self.target(page, link))}
            new = {target for target in targets if target.endswith(".html") and (self.folder / target).is_file()} - seen
            seen |= new
            waiting += new
        return seen

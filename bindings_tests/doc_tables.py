"""The tables of members in docs/documents.md, and what they must say by the JSON Schemas: names, which must be there, and the form of each value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Node = dict[str, Any]

#: What the tables call a definition of the schemas that is no object with a table of its own; the page explains these words.
WORDS = {
    "simple_id": "simple id", "level_ref": "level", "year": "school year", "truth": "result", "missing": "reason", "index": "position in `readings`",
    **{name: name for name in ("id", "text", "expression", "key", "date", "phase", "number", "range", "optionality", "period", "moment", "status")},
}  # fmt: skip
#: Members every statement has; the page has one table of them.
STATEMENT = ("refs", "basis", "rationale")
_HEADING = re.compile(r"^(?:## (?P<kind>.+)|### (?P<of>.+): (?P<part>.+))$", re.MULTILINE)
_ROW = re.compile(r"^\| `(?P<name>\w+)`(?P<needed> \*)? \| (?P<value>.*?) \| (?P<meaning>.*?) \|$", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """A table of the page: the kind of document, the definition of its schema (empty: the document itself), the text before the table, the rows."""

    kind: str
    part: str
    intro: str
    rows: tuple[tuple[str, bool, str], ...]


def sections(page: Path) -> Iterator[Section]:
    """Every section of the page that is about a document or an object of one."""
    text = page.read_text(encoding="utf-8")
    headings = list(_HEADING.finditer(text))
    for heading, after in zip(headings, [*headings[1:], None], strict=True):
        body = text[heading.end() : after.start() if after else len(text)].split("\n### ")[0]
        kind = (heading["kind"] or heading["of"]).replace("-", "").replace(" ", "_").lower()
        before, table, rows = body.rpartition("| member | value | meaning |")
        if table:
            found = tuple((row["name"], bool(row["needed"]), row["value"].replace("\\|", "|")) for row in _ROW.finditer(rows))
            yield Section(kind, (heading["part"] or "").replace(" ", "_"), before, found)


def is_statement(node: Node) -> bool:
    """Whether an object says where it comes from."""
    return {"refs", "basis"} <= set(node.get("required", ()))


class Forms:
    """How the tables write the values of one schema, as regular expressions: only the words of links are free."""

    def __init__(self, kind: str, schema: Node) -> None:
        self.kind, self.schema = kind, schema

    def members(self, node: Node) -> tuple[tuple[str, bool, str], ...]:
        """The rows of a table: name, whether it must be there, the form of its value."""
        own = [name for name in node["properties"] if name != "schema" and not (is_statement(node) and name in STATEMENT)]
        return tuple((name, name in node.get("required", ()), self.form(node["properties"][name])) for name in own)

    def form(self, node: Node, plural: bool = False) -> str:
        """The form of a value."""
        name = node.get("$ref", "").rpartition("/")[2]
        if name == "refs" or node.get("allOf", [{}])[0].get("$ref", "").endswith("/refs"):
            return ("one or more " if node.get("minItems") else "list of ") + "fact ids"
        if name in WORDS and "properties" not in self.schema["$defs"][name]:
            return re.escape(_plural(WORDS[name]) if plural else WORDS[name])
        if name:
            return rf"\[[^\]]+\]\(#{re.escape(self.kind.replace('_', '-'))}-{re.escape(name.replace('_', '-'))}\)"
        if "anyOf" in node or "oneOf" in node:
            return " or ".join(self.form(choice) for choice in node.get("anyOf") or node["oneOf"])
        if "enum" in node:
            return ", ".join(f"`{word}`" for word in node["enum"])
        kind = node["type"]
        if isinstance(kind, list):
            return " or ".join(self.form({"type": one}) for one in kind)
        return str(getattr(self, f"_{kind}")(node, plural))

    def _null(self, node: Node, plural: bool) -> str:
        return "null"

    def _boolean(self, node: Node, plural: bool) -> str:
        return "true, false"

    def _string(self, node: Node, plural: bool) -> str:
        patterns = {"^[0-9]{4}(\\.[0-9]+)*$": "edition", "^#[0-9a-f]{6}$": "colour", "^[A-Z][A-Z0-9]*$": "prefix"}
        word = patterns.get(node["pattern"], f"pattern {node['pattern']}") if "pattern" in node else "text"
        return re.escape(_plural(word) if plural else word)

    def _integer(self, node: Node, plural: bool) -> str:
        return "whole number" + _bounds(node)

    def _number(self, node: Node, plural: bool) -> str:
        return ("numbers" if plural else "number") + _bounds(node)

    def _array(self, node: Node, plural: bool) -> str:
        count = f"{node['minItems']}" if node.get("minItems") == node.get("maxItems", -1) else "one or more" if node.get("minItems") else "list of"
        return f"{count} {self.form(node['items'], plural=True)}"

    def _object(self, node: Node, plural: bool) -> str:
        word = ("statement" if is_statement(node) else "object") + ("s" if plural else "")
        if "properties" not in node:
            return word
        members = ", ".join(rf"`{name}`{'' if needed else '[?]'} \({form}\)" for name, needed, form in self.members(node))
        return f"{word}: {members}"


def _plural(word: str) -> str:
    first, space, rest = word.partition(" in ")
    return f"{first}s{space}{rest}"


def _bounds(node: Node) -> str:
    low, high = node.get("minimum"), node.get("maximum")
    if low is None or (high is not None and low < 0):
        return ""
    return f", {low} to {high}" if high is not None and high < 100_000 else f" from {low}"

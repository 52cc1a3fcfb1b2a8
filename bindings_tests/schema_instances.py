"""Documents drawn from a JSON Schema, and one mistake put into them: for holding a schema and its parser against each other."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st
from jsonschema import Draft202012Validator

Path = tuple[str | int, ...]

# Values of the forms that are drawn so that the calendar has them: a schema cannot say which dates exist.
DATE = st.dates().map(lambda date: f"{date.year:04d}-{date.month:02d}-{date.day:02d}")
YEAR = st.integers(1990, 2090).map(lambda start: f"{start}/{(start + 1) % 100:02d}")
PERIOD = st.tuples(YEAR, st.sampled_from(["", " autumn", " spring", " summer"])).map("".join)
MOMENT = st.datetimes(min_value=__import__("datetime").datetime(1970, 1, 1)).map(lambda moment: moment.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0"))


class Instances:
    """Strategies for the instances of one schema."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.schema = schema
        self.validator = Draft202012Validator(schema)

    def documents(self) -> st.SearchStrategy[Any]:
        """Documents that are nearly always valid."""
        return self._of(self.schema, 0)

    def resolve(self, node: dict[str, Any]) -> dict[str, Any]:
        """The node with its reference followed; what stands beside a reference counts too."""
        while "$ref" in node:
            target = self.schema
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            node = {**target, **{name: value for name, value in node.items() if name != "$ref"}}
        return node

    def _of(self, node: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
        node = self.resolve(node)
        if "const" in node:
            return st.just(node["const"])
        if "enum" in node:
            return st.sampled_from(node["enum"])
        for word in ("anyOf", "oneOf"):
            if word in node and "properties" not in node and "type" not in node:
                return st.one_of([self._of(choice, depth) for choice in node[word]])
        kind = node.get("type")
        if isinstance(kind, list):
            return st.one_of([self._of({**node, "type": one}, depth) for one in kind])
        if kind is None and "allOf" in node and "properties" not in node:
            merged = dict(node)
            for part in node["allOf"]:
                merged = {**self.resolve(part), **merged}
            merged.pop("allOf")
            return self._of(merged, depth)
        return getattr(self, f"_{kind or 'object'}")(node, depth)

    def _null(self, node: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
        return st.none()

    def _boolean(self, node: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
        return st.booleans()

    def _integer(self, node: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
        return st.integers(node.get("minimum", -1000), min(node.get("maximum", 1000), 10**6))

    def _number(self, node: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
        low, high = node.get("minimum", -1000), node.get("maximum", 1000)
        return st.integers(int(low) * 10, int(high) * 10).map(lambda tenths: tenths / 10)

    def _string(self, node: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
        pattern = node.get("pattern")
        if pattern is None:
            letters = st.characters(exclude_categories=["Cs", "Cc"])
            return st.text(letters, min_size=node.get("minLength", 0), max_size=min(node.get("maxLength", 12), 12))
        for example, strategy in (("2026-09-01T12:00:00Z", MOMENT), ("2026-09-01", DATE), ("2026/27 autumn", PERIOD), ("2026/27", YEAR)):
            if re.search(pattern, example) and not re.search(pattern, "word"):
                return strategy
        return st.from_regex(pattern, fullmatch=True, alphabet=st.characters(codec="ascii", exclude_categories=["Cc"])).filter(
            lambda text: len(text) <= min(node.get("maxLength", 40), 40)
        )

    def _array(self, node: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
        least = node.get("minItems", 0)
        if "prefixItems" in node:
            return st.tuples(*[self._of(item, depth + 1) for item in node["prefixItems"]]).map(list)
        most = max(least, min(node.get("maxItems", 2), 2 if depth < 3 else 1))
        items = st.deferred(lambda: self._of(node.get("items", {"type": "string"}), depth + 1))
        return st.lists(items, min_size=least, max_size=most, unique_by=repr if node.get("uniqueItems") else None)

    def _object(self, node: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
        return st.composite(self._draw_object)(node, depth)

    def _draw_object(self, draw: Any, node: dict[str, Any], depth: int) -> dict[str, Any]:
        required = node.get("required", [])
        members = {}
        for name, member in node.get("properties", {}).items():
            if name in required or draw(st.integers(0, 3 + 2 * depth)) == 0:
                members[name] = draw(self._of(member, depth + 1))
        extra = node.get("additionalProperties")
        if isinstance(extra, dict):
            names = self._of(node.get("propertyNames", {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}), depth)
            for name in draw(st.lists(names, max_size=2, unique=True)):
                members[name] = draw(self._of(extra, depth + 1))
        self._satisfy(draw, node, members, depth)
        return members

    def _satisfy(self, draw: Any, node: dict[str, Any], members: dict[str, Any], depth: int) -> None:
        """Add what an if asks for once the other members are known."""
        for rule in [node, *node.get("allOf", [])]:
            if "if" not in rule:
                continue
            branch = rule.get("then" if self.validator.evolve(schema=rule["if"]).is_valid(members) else "else", {})
            for name in branch.get("required", []):
                if name not in members:
                    members[name] = draw(self._of({**node["properties"][name], **branch.get("properties", {}).get(name, {})}, depth + 1))


def places(value: Any, path: Path = ()) -> Iterator[Path]:
    """Every place in a value."""
    yield path
    if isinstance(value, dict):
        for name, member in value.items():
            yield from places(member, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, (*path, index))


OTHERS = st.one_of(
    st.sampled_from([None, True, False, 0, 1, -1, 61, 1.0, 1.5, 10**7, "", " ", "x", "Bad Id!", "a.b", "a.b.c", "tier.tier_1", "[1, 2)", [], {}, [1], ["x", "x"], {"x": 1}]),
    st.integers(1, 4100).map(lambda n: "é" * n),
    st.integers(1, 200).map(lambda n: "a" * n),
)


@st.composite
def mistaken(draw: Any, document: Any) -> tuple[Any, str]:
    """The document with one thing changed at one place, and what was changed."""
    result = copy.deepcopy(document)
    path = draw(st.sampled_from(list(places(result))))
    holder, at = result, None
    for part in path:
        holder, at = (holder if at is None else holder[at]), part
    found = result if at is None else holder[at]
    kind = draw(st.sampled_from(KINDS_OF_CHANGE[type(found) if type(found) in KINDS_OF_CHANGE else None]))
    label = f"{kind} at /{'/'.join(map(str, path))}"
    if kind == "replace":
        changed = draw(OTHERS)
        if at is None:
            return changed, label
        holder[at] = changed
    elif kind == "drop member":
        found.pop(draw(st.sampled_from(sorted(found))), None) if found else None
    elif kind == "add member":
        found[draw(st.sampled_from(["surplus", "Title", "titel", "refs ", "$comment"]))] = draw(OTHERS)
    elif kind == "clear":
        found.clear()
    elif kind == "repeat":
        found.extend(copy.deepcopy(found[:1]) * draw(st.sampled_from([1, 70])))
    elif kind == "spoil":
        holder[at] = draw(st.sampled_from([found + "!", found.upper(), " " + found, found + "." + found, found[1:], found + " ", found * 9]))
    return result, label


KINDS_OF_CHANGE: dict[type | None, list[str]] = {
    dict: ["replace", "drop member", "drop member", "add member", "clear"],
    list: ["replace", "clear", "repeat"],
    str: ["replace", "spoil"],
    None: ["replace"],
}

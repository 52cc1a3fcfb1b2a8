"""Documents drawn from a JSON Schema, and one mistake put into them: for holding a schema and its parser against each other."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator

Path = tuple[str | int, ...]

#: Texts of every form documents know; those a pattern takes are drawn for it.
WRITTEN = (
    "maths", "a", "tier_1", "ks2.rwm_expected", "a.b.c", "tier.tier_2", "ofsted_grade.good", "2026", "2026.1", "2025.10.2", "PVAT-041", "A1-1234", "PVAT", "X",
    "[3.1, inf)", "(-inf, -2.5)", "[0,1]", "( 1 , 2 ]", "#1a2b3c", "2026-09-01", "2024-02-29", "1999-12-31", "2026/27", "1999/00", "2018/19 autumn", "2018/19 summer",
    "2026-09-01T12:00:00Z", "1970-01-01T00:00:00Z",
)  # fmt: skip
#: Texts without a form.
FREE = ("x", "Ash Primary", "é", "學校 – “quoted”", "a,b;c\\d\ne", "<b>&amp;</b>", "0", "null")


class Instances:
    """Draws instances of one schema."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.schema = schema
        self.validator = Draft202012Validator(schema)
        self._pools: dict[str, tuple[str, ...]] = {}

    def draw(self, rng: random.Random) -> Any:
        """Return a document that is nearly always valid."""
        return self._of(self.schema, rng, 0)

    def _resolve(self, node: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in node:
            target = self.schema
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            node = {**target, **{name: value for name, value in node.items() if name != "$ref"}}
        return node

    def _of(self, node: dict[str, Any], rng: random.Random, depth: int) -> Any:
        node = self._resolve(node)
        if "const" in node:
            return node["const"]
        if "enum" in node:
            return rng.choice(node["enum"])
        for word in ("anyOf", "oneOf"):
            if word in node and "properties" not in node:
                return self._of(rng.choice(node[word]), rng, depth)
        if "type" not in node and "allOf" in node:
            parts = [self._resolve(part) for part in node["allOf"]]
            return self._of({name: value for part in [*parts, node] for name, value in part.items() if name != "allOf"}, rng, depth)
        kind = node.get("type", "object")
        return getattr(self, f"_{rng.choice(kind) if isinstance(kind, list) else kind}")(node, rng, depth)

    def _null(self, node: dict[str, Any], rng: random.Random, depth: int) -> None:
        return None

    def _boolean(self, node: dict[str, Any], rng: random.Random, depth: int) -> bool:
        return rng.random() < 0.5

    def _integer(self, node: dict[str, Any], rng: random.Random, depth: int) -> int:
        low, high = node.get("minimum", -1000), min(node.get("maximum", 1000), 10**6)
        return rng.choice([low, high, rng.randint(low, high), rng.randint(low, min(high, low + 3))])

    def _number(self, node: dict[str, Any], rng: random.Random, depth: int) -> float:
        return rng.randint(int(node.get("minimum", -1000)) * 10, int(node.get("maximum", 1000)) * 10) / 10

    def _string(self, node: dict[str, Any], rng: random.Random, depth: int) -> str:
        pattern = node.get("pattern")
        if pattern is None:
            choices = [text for text in FREE if node.get("minLength", 0) <= len(text) <= node.get("maxLength", 100)]
            return rng.choice(choices)
        if pattern not in self._pools:
            self._pools[pattern] = tuple(text for text in WRITTEN if re.search(pattern, text))
            assert self._pools[pattern], f"no text of the form {pattern} is written down"
        return rng.choice(self._pools[pattern])

    def _array(self, node: dict[str, Any], rng: random.Random, depth: int) -> list[Any]:
        least = node.get("minItems", 0)
        most = max(least, min(node.get("maxItems", 3), 3 if depth < 3 else 1))
        items = [self._of(node.get("items", {"type": "string"}), rng, depth + 1) for _ in range(rng.randint(least, most))]
        if node.get("uniqueItems"):
            items = [item for index, item in enumerate(items) if item not in items[:index]]
        return items

    def _object(self, node: dict[str, Any], rng: random.Random, depth: int) -> dict[str, Any]:
        required = node.get("required", [])
        members = {}
        for name, member in node.get("properties", {}).items():
            if name in required or rng.random() < (0.35 if depth < 2 else 0.2):
                members[name] = self._of(member, rng, depth + 1)
        if isinstance(node.get("additionalProperties"), dict):
            for name in rng.sample(["maths", "a", "tier_1"], rng.randint(0, 2)):
                members[name] = self._of(node["additionalProperties"], rng, depth + 1)
        self._satisfy(node, members, rng, depth)
        return members

    def _satisfy(self, node: dict[str, Any], members: dict[str, Any], rng: random.Random, depth: int) -> None:
        """Add and take away what the rules of an object ask for once its members are known."""
        for rule in [node, *node.get("allOf", [])]:
            if "if" in rule:
                met = self.validator.evolve(schema=rule["if"]).is_valid(members)
                self._require(rule.get("then" if met else "else", {}), node, members, rng, depth)
            if "anyOf" in rule:
                self._require(rng.choice(rule["anyOf"]), node, members, rng, depth)
            if "oneOf" in rule:
                choice = rng.choice(rule["oneOf"])
                for name in {name for other in rule["oneOf"] for name in other.get("required", [])} - set(choice["required"]):
                    members.pop(name, None)
                self._require(choice, node, members, rng, depth)

    def _require(self, rule: dict[str, Any], node: dict[str, Any], members: dict[str, Any], rng: random.Random, depth: int) -> None:
        for name in rule.get("required", []):
            if name not in members:
                members[name] = self._of({**node["properties"][name], **rule.get("properties", {}).get(name, {})}, rng, depth + 1)


def places(value: Any, path: Path = ()) -> Iterator[Path]:
    """Every place in a value."""
    yield path
    if isinstance(value, dict):
        for name, member in value.items():
            yield from places(member, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, (*path, index))


OTHERS = (
    None, True, False, 0, 1, -1, 61, 1.0, 1.5, 10**7, 0.1, "", " ", "x", "Bad Id!", "a.b", "a.b.c", "tier.tier_1", "[1, 2)", "2026-02-30", "2026-9-1", "2018/20", "é" * 4001, "é" * 4000,
    "a" * 64, "a" * 65, "a" * 96, "a" * 97, "a" * 8001, [], {}, [1], ["x", "x"], ["a", "b"], {"x": 1}, [None], [[]],
)  # fmt: skip


def mistaken(document: Any, rng: random.Random) -> tuple[Any, str]:
    """Return the document with one thing changed at one place, and what was changed."""
    document = copy.deepcopy(document)
    path = rng.choice(list(places(document)))
    if not path:
        return _changed(document, rng)
    holder = document
    for part in path[:-1]:
        holder = holder[part]
    holder[path[-1]], label = _changed(holder[path[-1]], rng)
    return document, f"{label} at /{'/'.join(map(str, path))}"


def _changed(value: Any, rng: random.Random) -> tuple[Any, str]:
    ways = [_replaced]
    if isinstance(value, dict):
        ways += [_without_member, _without_member, _with_member]
    elif isinstance(value, list):
        ways += [_empty, _repeating]
    elif isinstance(value, str):
        ways += [_spoilt, _spoilt]
    return rng.choice(ways)(value, rng)


def _replaced(value: Any, rng: random.Random) -> tuple[Any, str]:
    other = rng.choice(OTHERS)
    return copy.deepcopy(other), f"{str(other)[:20]!r} put"


def _without_member(value: dict[str, Any], rng: random.Random) -> tuple[Any, str]:
    name = rng.choice(sorted(value)) if value else ""
    return {other: member for other, member in value.items() if other != name}, f"{name} dropped"


def _with_member(value: dict[str, Any], rng: random.Random) -> tuple[Any, str]:
    name = rng.choice(["surplus", "Title", "titel", "refs ", "$comment", ""])
    return {**value, name: copy.deepcopy(rng.choice(OTHERS))}, f"{name!r} added"


def _empty(value: list[Any], rng: random.Random) -> tuple[Any, str]:
    return [], "emptied"


def _repeating(value: list[Any], rng: random.Random) -> tuple[Any, str]:
    return value + copy.deepcopy(value[:1]) * rng.choice([1, 70]), "first item repeated"


def _spoilt(value: str, rng: random.Random) -> tuple[Any, str]:
    other = rng.choice([value + "!", value.upper(), " " + value, value + "." + value, value[1:], value + " ", value * 9, value.replace("_", "-"), value + "é"])
    return other, f"spoilt into {other[:40]!r}"

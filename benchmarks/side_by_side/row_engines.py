"""Engines that take rows one by one, on the first rows only. Two-valued: what is missing counts as not met."""

from __future__ import annotations

from typing import Any

import numpy as np

from .answers import Answers
from .engine import Engine
from .rules import Rules
from .sample import Sample

SAYS = "one level; missing counts as not met"


def answers(levels: list[int]) -> Answers:
    return Answers(worst=np.asarray(levels, np.int8))


def python_loop(sample: Sample, count: int) -> Engine:
    rows = sample.first_rows(count)
    rules = sample.rules
    tests = list(zip(rules.names, rules.thresholds, strict=True))

    def level(row: dict[str, float | None]) -> int:
        met = [(value := row[name]) is not None and value >= least for name, least in tests]
        number = sum(met)
        if number == rules.criteria:
            return 0
        if number >= rules.most and all(met[i] for i in rules.gates):
            return 1
        return 2 if number >= rules.half else 3

    return Engine("Python, a loop over dicts", SAYS, lambda: [level(row) for row in rows], answers, count)


def json_logic_rules(rules: Rules) -> dict[str, Any]:
    met = [{">=": [{"var": name}, least]} for name, least in zip(rules.names, rules.thresholds, strict=True)]
    number = {"+": [{"if": [test, 1, 0]} for test in met]}
    second = {"and": [{">=": [number, rules.most]}, *[met[i] for i in rules.gates]]}
    return {"if": [{"==": [number, rules.criteria]}, 0, second, 1, {">=": [number, rules.half]}, 2, 3]}


def json_logic_engine(sample: Sample, count: int) -> Engine:
    from json_logic import jsonLogic

    rows, rules = sample.first_rows(count), json_logic_rules(sample.rules)
    return Engine("json-logic (json-logic-qubit)", SAYS, lambda: [jsonLogic(rules, row) for row in rows], answers, count)


def zen_graph(rules: Rules) -> dict[str, Any]:
    """A decision of one expression node with two lines. From a static loader it is compiled once; other ways of giving it to the engine are ten times slower."""
    tests = [f"({name} != null and {name} >= {least})" for name, least in zip(rules.names, rules.thresholds, strict=True)]
    number = " + ".join(f"({test} ? 1 : 0)" for test in tests)
    gates = " and ".join(tests[i] for i in rules.gates)
    level = f"$.met == {rules.criteria} ? 0 : $.met >= {rules.most} and {gates} ? 1 : $.met >= {rules.half} ? 2 : 3"
    lines = [{"id": "met", "key": "met", "value": number}, {"id": "level", "key": "level", "value": level}]
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
        {"id": "rules", "name": "rules", "type": "expressionNode", "position": {"x": 1, "y": 0}, "content": {"expressions": lines}},
        {"id": "out", "name": "out", "type": "outputNode", "position": {"x": 2, "y": 0}},
    ]
    edges = [{"id": "a", "type": "edge", "sourceId": "in", "targetId": "rules"}, {"id": "b", "type": "edge", "sourceId": "rules", "targetId": "out"}]
    return {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}


def zen_engine(sample: Sample, count: int) -> Engine:
    import zen

    rows = sample.first_rows(count)
    engine = zen.ZenEngine({"loader": {"type": "static", "content": {"rules": zen_graph(sample.rules)}}})
    return Engine("ZEN engine, a decision", SAYS, lambda: [engine.evaluate("rules", row)["result"]["level"] for row in rows], answers, count)


def zen_expression(sample: Sample, count: int) -> Engine:
    """The same without a graph: one compiled expression."""
    import zen

    rows, rules = sample.first_rows(count), sample.rules
    tests = [f"({name} != null and {name} >= {least})" for name, least in zip(rules.names, rules.thresholds, strict=True)]
    number = " + ".join(f"({test} ? 1 : 0)" for test in tests)
    gates = " and ".join(tests[i] for i in rules.gates)
    compiled = zen.compile_expression(f"({number}) == {rules.criteria} ? 0 : ({number}) >= {rules.most} and {gates} ? 1 : ({number}) >= {rules.half} ? 2 : 3")
    return Engine("ZEN engine, a compiled expression", SAYS, lambda: [compiled.evaluate(row) for row in rows], answers, count)


def engines(sample: Sample, count: int) -> list[tuple[str, Any]]:
    """Package and how to make its engine."""
    return [
        ("python", lambda: python_loop(sample, count)),
        ("json-logic-qubit", lambda: json_logic_engine(sample, count)),
        ("zen-engine", lambda: zen_engine(sample, count)),
        ("zen-engine", lambda: zen_expression(sample, count)),
    ]

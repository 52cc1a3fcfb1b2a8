"""The built-in frameworks: every fact of their sources encoded, none of their sources' sentences copied."""

from __future__ import annotations

import csv
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import schoolimp as si

BUILTIN = ("djanogly", "pact", "primary4", "pvat", "tpat")


def load_tool(root: Path):
    spec = importlib.util.spec_from_file_location("framework_coverage", root / "tools/framework_coverage.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_facts(root: Path, id: str) -> dict[str, str]:
    with open(root / f"tests/data/facts/{id}.csv", encoding="utf-8", newline="") as file:
        return {row["fact"]: row["kind"] for row in csv.DictReader(file)}


def test_the_five_are_there():
    assert tuple(info.id for info in si.frameworks()) == BUILTIN
    for info in si.frameworks():
        framework = si.framework(info.id, info.edition)
        assert (framework.id, framework.edition, framework.title) == (info.id, info.edition, info.title)
        assert framework == si.framework(info.id)


@pytest.mark.parametrize("id", BUILTIN)
def test_every_fact_of_the_source_is_encoded(id, root, capsys):
    facts = read_facts(root, id)
    result = load_tool(root).coverage(si.framework(id).document, facts)
    with capsys.disabled():
        print(f"\n{id}: {result['facts']} facts, {result['encoded']} encoded, {result['waived']} waived with a reason, {len(result['missing'])} missing ", end="")
    assert (result["missing"], result["wrongly_waived"], result["not_in_source"]) == ([], [], [])
    assert result["facts"] == si.framework(id).document["source"]["facts"] == result["encoded"] + result["waived"]


@pytest.mark.parametrize("id", BUILTIN)
def test_what_the_source_does_not_say_is_marked(id):
    for pointer, statement in statements(si.framework(id).document, ""):
        if statement["basis"] == "assumed":
            assert statement.get("rationale"), pointer
        if not statement["refs"]:
            assert statement["basis"] != "stated", pointer


def statements(node, pointer: str) -> Iterator[tuple[str, dict]]:
    if isinstance(node, dict):
        if "basis" in node:
            yield pointer, node
        for name, member in node.items():
            yield from statements(member, f"{pointer}/{name}")
    elif isinstance(node, list):
        for index, item in enumerate(node):
            yield from statements(item, f"{pointer}/{index}")


@pytest.mark.parametrize("id", BUILTIN)
def test_compiles_without_complaint_and_keeps_its_bytes(id, root):
    framework = si.framework(id)
    authored = si.Framework.from_json((root / f"src/builtin/frameworks/{id}.json").read_text(encoding="utf-8"))
    assert framework == authored
    assert framework.hash == authored.hash
    assert re.fullmatch("[0-9a-f]{64}", framework.hash)
    assert si.Framework.from_json(framework.to_json(pretty=False)).hash == framework.hash


WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
RUN = 7


def runs(text: str) -> set[tuple[str, ...]]:
    words = WORD.findall(text.lower())
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def texts(node) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for member in node.values():
            yield from texts(member)
    elif isinstance(node, list):
        for item in node:
            yield from texts(item)


@pytest.mark.parametrize("id", BUILTIN)
def test_copies_no_sentence_of_its_source(id, seeds):
    sources = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(seeds.glob("*.txt"))]
    assert sources
    published = set().union(*(runs(source) for source in sources))
    copied = {" ".join(run) for text in texts(si.framework(id).document) for run in runs(text) & published}
    assert copied == set()


def test_look_ups():
    framework = si.framework("pvat")
    assert framework.judgements == ("tier_of_support",)
    assert framework.levels == ("tier.tier_1", "tier.tier_2", "tier.tier_3")
    assert framework.find_level("tier.tier_2")["id"] == "tier_2"
    assert framework.find_scale("tier")["order"] == "best_first"
    assert framework.find_indicator("absence.overall")["unit"] == "percent"
    assert framework.find_measure("suggestion.tier")["kind"] == "worst_of"
    assert framework.find_criterion("finance.sustainable")["desired"] is True
    assert framework.find_judgement("tier_of_support")["scale"] == "tier"
    for found in (framework.find_level("tier.tier_9"), framework.find_level("tier"), framework.find_scale("x"), framework.find_indicator("x"), framework.find_action("x")):
        assert found is None
    document = framework.document
    action = document["offers"][0]["actions"][0]
    assert framework.find_action(action["id"]) == action
    assert framework.find_activity(document["activities"][0]["id"]) == document["activities"][0]
    assert framework.title_of(document["roles"][0]["id"]) == document["roles"][0]["title"]
    assert framework.title_of("nobody") == "nobody"


def test_what_a_look_up_hands_out_is_the_callers_own():
    framework = si.framework("pvat")
    framework.find_scale("tier").clear()
    assert framework.find_scale("tier")["id"] == "tier"

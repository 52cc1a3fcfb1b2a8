"""Every fragment is valid HTML, reaches nothing outside itself, is labelled, and shows no text of a document as markup."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import samples
import schoolimp as si
from html_pages import Page
from hypothesis import given, settings
from hypothesis import strategies as st

SHOWN = ("framework", "evidence", "school_year", "judgement", "rollup", "plan", "calendar")
HOSTILE = "<script>alert(1)</script><img src=x onerror='a'>\"&amp;]]>"


def fragment(kind: str) -> str:
    return str(samples.documents()[kind]._repr_html_())  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", SHOWN)
def test_html5lib_finds_no_error(kind: str) -> None:
    html5lib = pytest.importorskip("html5lib", reason="html5lib is not installed: the check of validity is left out")
    page = f'<!DOCTYPE html><html lang="en"><head><title>t</title></head><body>{fragment(kind)}</body></html>'
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(page)
    assert parser.errors == []


@pytest.mark.parametrize("kind", SHOWN)
def test_a_fragment_has_no_script_no_address_and_no_id(kind: str) -> None:
    page = Page(fragment(kind))
    assert {name for name, _ in page.elements} <= set("style section p div span table caption thead tbody tr th td ul li details summary code br".split())
    names = {name for _, attributes in page.elements for name in attributes}
    assert names <= {"class", "lang", "aria-label", "role", "tabindex", "scope", "abbr", "open"}


@pytest.mark.parametrize("kind", SHOWN)
def test_a_fragment_says_its_language_and_its_tables_have_captions_and_scopes(kind: str) -> None:
    page = Page(fragment(kind))
    (section,) = page.named("section")
    assert section["lang"] == "en-GB" and section["aria-label"]
    assert len(page.named("caption")) == len(page.named("table"))
    assert all(th["scope"] in ("col", "row") for th in page.named("th"))
    assert len(page.named("summary")) == len(page.named("details"))


@pytest.mark.parametrize("kind", SHOWN)
def test_a_fragment_is_the_same_each_time_and_under_200_kilobytes(kind: str) -> None:
    document = samples.documents()[kind]
    again = type(document).from_json(document.to_json())
    assert again._repr_html_() == fragment(kind)  # type: ignore[union-attr]
    assert len(fragment(kind).encode()) < 200_000


#: Members that are text for people: a document stays valid whatever stands in them.
_TEXTS = frozenset(
    {
        "title",
        "text",
        "description",
        "rationale",
        "reason",
        "reasons",
        "detail",
        "message",
        "note",
        "person",
        "trust_name",
        "framework_title",
        "name",
        "school_name",
        "success_measure",
        "publisher",
        "condition",
        "source_title",
    }
)


def with_text(value: Any, text: str, name: str = "") -> Any:
    """The members with a text put in place of every text for people."""
    if isinstance(value, dict):
        return {key: with_text(item, text, key) for key, item in value.items()}
    if isinstance(value, list):
        return [with_text(item, text, name) for item in value]
    return text if isinstance(value, str) and name in _TEXTS else value


def loaded(kind: str, text: str) -> Any:
    members = json.loads(samples.documents()[kind].to_json())
    return type(samples.documents()[kind]).from_json(json.dumps(with_text(members, text)))


@pytest.mark.parametrize("kind", ("framework", "school_year", "judgement", "plan", "calendar"))
def test_hostile_text_is_shown_as_text(kind: str) -> None:
    page = Page(loaded(kind, HOSTILE)._repr_html_())
    assert HOSTILE in "".join(page.texts)
    assert not page.named("script") and not page.named("img")


@settings(max_examples=40, deadline=None)
@given(text=st.text(st.characters(blacklist_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=40).filter(str.strip))
def test_any_text_of_a_judgement_and_a_plan_leaves_the_elements_as_they_are(text: str) -> None:
    for kind in ("judgement", "plan"):
        plain = Page(loaded(kind, "plain")._repr_html_())
        changed = Page(loaded(kind, text)._repr_html_())
        assert [name for name, _ in changed.elements] == [name for name, _ in plain.elements]


@settings(max_examples=40, deadline=None)
@given(texts=st.lists(st.text(), min_size=4, max_size=4))
def test_any_text_of_an_issue_stays_text(texts: list[str]) -> None:
    pointer, code, message, hint = texts
    issue = si.Issue(pointer, code, message, hint)
    names = {name for name, _ in Page(issue._repr_html_()).elements}
    assert names <= {"style", "section", "div", "span", "code"}
    assert {name for name, _ in Page(si.SchoolImpError(message, [issue])._repr_html_()).elements} <= names | {"p", "ul", "li", "code"}


@pytest.mark.parametrize("kind", SHOWN)
def test_badges_stand_apart_from_what_follows_also_without_styles(kind: str) -> None:
    body = fragment(kind).split("</style>", 1)[1]
    assert not re.findall(r"</span>(?:<span|\w)", body)

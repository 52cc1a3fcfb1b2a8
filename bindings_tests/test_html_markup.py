"""Text stays text in HTML, whatever it is; long lists say how much of them is not shown."""

from __future__ import annotations

from html_pages import Page
from hypothesis import given
from hypothesis import strategies as st
from schoolimp._html.markup import Html, escape, join, tag
from schoolimp._html.parts import fold, items, short, table

HOSTILE = "<script>alert(1)</script>\"'&<!--"


def test_text_in_elements_and_attributes_is_escaped() -> None:
    made = tag("p", HOSTILE, title=HOSTILE)
    page = Page(made)
    assert page.named("script") == []
    assert page.named("p") == [{"title": HOSTILE}]
    assert "".join(page.texts) == HOSTILE


def test_markup_is_escaped_once() -> None:
    assert escape(escape("<b>")) == "&lt;b&gt;"
    assert join("a&b", Html("<br>"), None, "") == "a&amp;b<br>"


def test_characters_html_does_not_allow_are_shown_as_such() -> None:
    assert escape("a\x00b\x1bc\ud800d\ufffee") == "a\ufffdb\ufffdc\ufffdd\ufffde"
    assert escape("tab\tand line\n") == "tab\tand line\n"


@given(st.text())
def test_any_text_comes_back_as_it_was(text: str) -> None:
    page = Page(tag("p", text, title=text))
    assert [name for name, _ in page.elements] == ["p"]
    assert page.named("p")[0]["title"] == "".join(page.texts)


def test_attributes_that_are_not_given_are_left_out() -> None:
    assert tag("details", "x", open=True, class_=None, lang=False) == "<details open>x</details>"


def test_a_table_has_a_caption_and_headings_with_their_scope() -> None:
    page = Page(table("Schools", ["School", "Pupils"], [("Ash", 210)], see="trust.schools", numbers=[1]))
    assert page.named("caption") and [th["scope"] for th in page.named("th")] == ["col", "col", "row"]


def test_a_list_that_is_cut_says_how_many_are_left_out_and_where_they_are() -> None:
    made = items([f"n{number}" for number in range(87)], see="judgement.readings")
    assert Page(made).text.endswith("n49 and 37 more; all of them: judgement.readings")
    assert "more" not in items(["a", "b"], see="x")


def test_rows_end_where_the_size_is_used_up() -> None:
    made = table("T", ["A"], [("x" * 500,) for _ in range(1000)], see="rows", most=1000)
    assert len(made.encode()) < 62_000
    assert "more; all of them: " in made


def test_long_texts_are_cut_and_counted() -> None:
    assert short("x" * 600) == "x" * 600
    assert short("x" * 1700).endswith("x\u2026 (and 1,100 more characters)")


def test_nothing_is_not_folded() -> None:
    assert fold("Reasons", items([], see="x")) == ""

"""One judgement as a file to send: a whole page, with the framework's titles and the school's name, that needs nothing else."""

from __future__ import annotations

import re

import pytest
import samples
import schoolimp as si
from html_pages import Page


@pytest.fixture(scope="module")
def page() -> str:
    return si.report.judgement_html(samples.framework(), samples.judgement("100002"), samples.trust())


def body_of(page: str) -> Page:
    return Page(page[page.index("<section") : page.rindex("</section>") + len("</section>")])


def test_html5lib_finds_no_error(page: str) -> None:
    html5lib = pytest.importorskip("html5lib", reason="html5lib is not installed: the check of validity is left out")
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(page)
    assert parser.errors == []


def test_it_is_a_whole_page_in_its_language(page: str) -> None:
    assert page.startswith('<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">')
    assert page.endswith("</html>\n")
    assert "<title>Birch Primary: School Improvement Model</title>" in page


def test_nothing_is_fetched_and_nothing_runs(page: str) -> None:
    assert not re.search(r"<(script|link|img|iframe|a|form|base)\b|https?:|url\(|@import|\son\w+=", page)


def test_everything_is_unfolded(page: str) -> None:
    folds = body_of(page).named("details")
    assert len(folds) >= 3
    assert all("open" in fold for fold in folds)


def test_it_says_what_the_notebook_says_and_the_name(page: str) -> None:
    shown = Page(samples.judgement("100002")._repr_html_()).text
    assert body_of(page).text == shown.replace("School 100002", "Birch Primary (100002)")


def test_without_a_trust_the_number_stands_for_the_name() -> None:
    page = si.report.judgement_html(samples.framework(), samples.judgement("100002"))
    assert "<title>100002: School Improvement Model</title>" in page
    assert "School 100002" in body_of(page).text


def test_a_framework_of_ones_own_has_its_titles() -> None:
    document = samples.framework().to_dict()
    own = si.Framework.from_dict({**document, "id": "own", "title": "Our <own> model"})
    judgement = si.judge(own, samples.evidence(), "100001", valid=samples.TODAY)
    page = si.report.judgement_html(own, judgement)
    assert "<title>100001: Our &lt;own&gt; model</title>" in page
    assert "Tier 3" in body_of(page).texts
    assert "Ids stand for titles" not in page
    assert "Ids stand for titles" in judgement._repr_html_()


def test_names_stay_text() -> None:
    trust = si.Trust.from_dict({**samples.trust().to_dict(), "schools": [{"id": "100001", "name": "<script>x</script> & Co <details>"}]})
    page = si.report.judgement_html(samples.framework(), samples.judgement(), trust)
    assert "<script" not in page
    assert "<script>x</script> & Co <details> (100001)" in "".join(body_of(page).texts)


def test_another_framework_is_refused() -> None:
    with pytest.raises(si.FailedPreconditionError, match="the judgement was made with the framework of hash"):
        si.report.judgement_html(si.framework("pact"), samples.judgement())


def test_the_same_judgement_is_the_same_bytes(page: str) -> None:
    again = si.Judgement.from_json(samples.judgement("100002").to_json())
    assert si.report.judgement_html(samples.framework(), again, samples.trust()) == page

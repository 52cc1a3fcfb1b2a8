"""What a notebook shows of problems."""

from __future__ import annotations

import pytest
import schoolimp as si
from html_pages import Page


def caught(text: str) -> si.InvalidDocumentError:
    with pytest.raises(si.InvalidDocumentError) as raised:
        si.Evidence.from_json(text)
    return raised.value


def test_every_issue_of_an_error_is_listed_with_its_place_and_mend() -> None:
    error = caught('{"schema": "schoolimp/evidence/1", "observations": [{"school": 7}, {"schol": "1"}]}')
    page = Page(error._repr_html_())
    assert len(page.named("li")) == len(error.issues) > 1
    for issue in error.issues:
        assert issue.pointer in page.texts
        assert issue.hint in page.text


def test_a_warning_and_an_error_differ_in_words() -> None:
    assert "! warning" in Page(si.Issue("/a", "unused", "never read", severity="warning")._repr_html_()).texts
    assert "\u2717 error" in Page(si.Issue("/a", "unused", "never read")._repr_html_()).texts


def test_many_issues_are_cut_and_counted() -> None:
    error = si.InvalidDocumentError("87 problems", [si.Issue(f"/{place}", "x", "y") for place in range(87)])
    assert Page(error._repr_html_()).text.endswith("and 37 more; all of them: error.issues")

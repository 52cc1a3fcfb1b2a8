"""Documents are values: they come back from JSON, dicts, pickles and CSV as they were, compare and hash by content, and do not change."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from decimal import Decimal

import pytest
import samples
import schoolimp as si
from hypothesis import given, settings
from hypothesis import strategies as st
from schoolimp import _json


@pytest.mark.parametrize("kind", samples.KINDS)
class TestEveryKind:
    def test_json_round_trip(self, kind):
        document = samples.documents()[kind]
        for pretty in (True, False):
            text = document.to_json(pretty=pretty)
            again = type(document).from_json(text)
            assert again == document
            assert again.to_json(pretty=pretty) == text
        assert "\n" not in document.to_json(pretty=False)

    def test_dict_round_trip(self, kind):
        document = samples.documents()[kind]
        members = document.to_dict()
        assert members["schema"] == f"schoolimp/{kind}/1"
        assert type(document).from_dict(members) == document

    def test_pickle_and_copy(self, kind):
        document = samples.documents()[kind]
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            again = pickle.loads(pickle.dumps(document, protocol))
            assert again == document
            assert hash(again) == hash(document)
        assert copy.copy(document) == document
        assert copy.deepcopy(document) == document

    def test_a_dict_handed_out_is_the_callers_own(self, kind):
        document = samples.documents()[kind]
        before = document.to_json()
        document.to_dict().clear()
        assert document.to_json() == before
        assert document.to_dict()["schema"] == f"schoolimp/{kind}/1"

    def test_immutable(self, kind):
        document = samples.documents()[kind]
        with pytest.raises(AttributeError):
            document.id = "other"
        with pytest.raises(AttributeError):
            document.anything = 1
        with pytest.raises(AttributeError):
            del document._handle

    def test_repr_names_the_class_and_stays_short(self, kind):
        document = samples.documents()[kind]
        assert repr(document).startswith(f"<schoolimp.{type(document).__name__} ")
        assert len(repr(document)) < 300
        assert " at 0x" not in repr(document)

    def test_differs_from_other_kinds(self, kind):
        document = samples.documents()[kind]
        others = [other for name, other in samples.documents().items() if name != kind]
        assert all(document != other for other in others)
        assert document != document.to_dict()
        assert len({document, *others}) == len(samples.KINDS)


SCHOOLS = st.from_regex(r"\A[1-9][0-9]{5}\Z")
INDICATORS = st.from_regex(r"\A[a-z][a-z0-9_]{0,8}(\.[a-z][a-z0-9_]{0,8}){0,2}\Z")
DATES = st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31))
YEARS = st.integers(1990, 2090).map(lambda start: f"{start}/{(start + 1) % 100:02d}")
FIGURES = st.one_of(st.integers(-(10**12), 10**12), st.decimals(-(10**6), 10**6, places=4, allow_nan=False))
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
REASONS = st.sampled_from(["suppressed", "not_applicable", "not_collected", "not_published", "low_coverage", "too_small", "not_loaded", "stale", "withheld", "unknown"])
WORDS = st.from_regex(r"\A[a-z_]{1,12}\Z")


@st.composite
def observations(draw):
    row = {"school": draw(SCHOOLS), "indicator": draw(INDICATORS)}
    if draw(st.booleans()):
        row["period"] = draw(YEARS) + draw(st.sampled_from(["", " autumn", " spring", " summer"]))
    else:
        row["observed_on"] = draw(DATES)
    kind = draw(st.sampled_from(["figure", "flag", "word", "missing"]))
    if kind == "missing":
        row["missing"] = draw(REASONS)
    else:
        row["value"] = draw({"figure": FIGURES, "flag": st.booleans(), "word": WORDS}[kind])
    for name, values in {"recorded_at": DATES, "source": TEXT, "cohort": st.integers(0, 5000), "note": TEXT}.items():
        if draw(st.booleans()):
            row[name] = draw(values)
    return row


def cell(row):
    when = row.get("observed_on") or row.get("period")
    return row["school"], row["indicator"], when, row.get("recorded_at")


def plain(row):
    """A row as to_dict() gives it: figures in lowest terms, dates as texts."""
    result = {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in row.items()}
    if isinstance(result.get("value"), Decimal):
        result["value"] = Decimal(result["value"])
    return result


@settings(deadline=None, max_examples=150)
@given(st.lists(observations(), max_size=8, unique_by=cell))
def test_evidence_keeps_every_observation(rows):
    evidence = si.Evidence.from_observations(rows)
    given_rows = sorted((plain(row) for row in rows), key=lambda row: sorted((name, str(value)) for name, value in row.items()))
    kept = sorted(evidence.to_dict()["observations"], key=lambda row: sorted((name, str(value)) for name, value in row.items()))
    assert len(evidence) == len(rows)
    assert {tuple(sorted(row.items())) for row in kept} == {tuple(sorted(row.items())) for row in given_rows}
    assert evidence.schools == tuple(sorted({row["school"] for row in rows}))
    assert si.Evidence.from_json(evidence.to_json()) == evidence
    assert si.Evidence.from_csv(evidence.to_csv()) == evidence
    assert pickle.loads(pickle.dumps(evidence)) == evidence


@settings(deadline=None, max_examples=50)
@given(st.lists(observations(), max_size=8, unique_by=cell), st.randoms(use_true_random=False))
def test_evidence_does_not_depend_on_the_order_given(rows, random):
    shuffled = rows[:]
    random.shuffle(shuffled)
    assert si.Evidence.from_observations(rows).to_json() == si.Evidence.from_observations(shuffled).to_json()


@settings(deadline=None, max_examples=50)
@given(st.lists(observations(), max_size=8, unique_by=cell), st.integers(0, 8))
def test_merged_is_the_union(rows, at):
    left, right = si.Evidence.from_observations(rows[:at]), si.Evidence.from_observations(rows[at:])
    assert left.merged(right) == right.merged(left) == si.Evidence.from_observations(rows)


@settings(deadline=None)
@given(FIGURES)
def test_figures_keep_every_digit(figure):
    row = {"school": "s", "indicator": "i", "period": "2018/19", "value": figure}
    (observation,) = si.Evidence.from_observations([row]).observations
    assert observation.value == figure


def test_figures_given_in_other_ways():
    assert _json.loads(_json.dumps({"a": [1, True, None, Decimal("1E+2"), Decimal("2.50"), dt.date(2026, 1, 2)]})) == {
        "a": [1, True, None, 100, Decimal("2.5"), "2026-01-02"]
    }
    with pytest.raises(ValueError, match="NaN"):
        _json.dumps({"a": Decimal("NaN")})
    with pytest.raises(TypeError, match="/a/0"):
        _json.dumps({"a": [object()]})
    with pytest.raises(TypeError, match="member names"):
        _json.dumps({1: 2})
    with pytest.raises(ValueError, match="time zone"):
        _json.dumps(dt.datetime(2026, 1, 2))


def test_contradicting_observations_are_refused():
    row = {"school": "s", "indicator": "i", "period": "2018/19", "value": 1}
    with pytest.raises(si.InvalidDocumentError) as caught:
        si.Evidence.from_observations([row, {**row, "value": 2}])
    assert all(issue.pointer.startswith("/observations/") for issue in caught.value.issues)


def test_the_same_value_is_made_by_json_and_by_judging():
    judgement = samples.judgement()
    assert si.Judgement.from_json(judgement.to_json()).answers == judgement.answers
    assert judgement.known == si.Judgement.from_dict(judgement.to_dict()).known

"""Documents made at random come back from JSON, dicts, pickles and copies as they were, and so does what is made from them."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from decimal import Decimal
from typing import Any

import pytest
import samples
import schoolimp as si
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FEW = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(str.strip)
DATES = st.dates(dt.date(2015, 1, 1), dt.date(2030, 12, 31))
SCHOOLS = st.integers(100000, 150000).map(str)
FIGURES = st.one_of(st.integers(0, 100), st.decimals(0, 100, places=3))
PHASES = st.sampled_from(["primary", "secondary"])


@st.composite
def trusts(draw: st.DrawFn) -> si.Trust:
    """A trust of up to five schools."""
    ids = draw(st.lists(SCHOOLS, max_size=5, unique=True))
    schools = [{"id": id, "name": draw(TEXT), "phase": draw(PHASES), "joined": draw(DATES), "pupils": draw(st.integers(1, 2000))} for id in ids]
    return si.Trust.from_dict({"schema": "schoolimp/trust/1", "id": "example", "name": draw(TEXT), "schools": schools})


@st.composite
def benchmarks(draw: st.DrawFn) -> si.Benchmarks:
    """National figures of some years."""
    starts = draw(st.lists(st.integers(2015, 2025), max_size=4, unique=True))
    lines = [
        {"indicator": "ks2.rwm_expected", "period": f"{start}/{(start + 1) % 100:02d}", "phase": "all", "value": draw(FIGURES), "source": draw(TEXT)} for start in starts
    ]
    return si.Benchmarks.from_dict({"schema": "schoolimp/benchmarks/1", "lines": lines})


@st.composite
def decisions(draw: st.DrawFn) -> si.Decisions:
    """Decisions of people about some schools."""
    rows = [
        {"school": school, "judgement": "support", "level": "tier_1", "decided_on": draw(DATES), "by": "trust_board", "reason": draw(TEXT)}
        for school in draw(st.lists(SCHOOLS, max_size=4, unique=True))
    ]
    return si.Decisions.from_dict({"schema": "schoolimp/decisions/1", "decisions": rows})


@st.composite
def evidence(draw: st.DrawFn) -> si.Evidence:
    """Figures, grades and gaps of one of the small trust's schools."""
    rows: list[dict[str, Any]] = []
    for year in ("2023/24", "2024/25", "2025/26"):
        for indicator in ("ks2.rwm_expected", "absence.overall"):
            given_as = draw(st.sampled_from(["figure", "gap", "nothing"]))
            if given_as != "nothing":
                value = {"value": draw(FIGURES)} if given_as == "figure" else {"missing": draw(st.sampled_from(["suppressed", "not_collected", "not_applicable"]))}
                rows.append({"school": "100001", "indicator": indicator, "period": year, **value})
    if draw(st.booleans()):
        grade = draw(st.sampled_from([level.id for level in samples.framework().scale("ofsted_grade")]))
        rows.append({"school": "100001", "indicator": "ofsted.overall", "value": grade, "observed_on": draw(st.dates(dt.date(2015, 1, 1), dt.date(2026, 8, 31)))})
    return si.Evidence.from_observations(rows)


JUDGEMENTS = evidence().map(lambda figures: si.judge(samples.framework(), figures, "100001", valid=samples.TODAY, trust=samples.trust(), benchmarks=samples.benchmarks()))


def planned(judgement: si.Judgement) -> si.Plan:
    decided = si.decide(
        samples.framework(), judgement, {"level": "tier_3", "decided_on": samples.TODAY, "by": "trust_board", "reason": "Agreed with the head teacher."}
    )
    return si.make_plan(samples.framework(), decided, samples.school_year(), trust=samples.trust(), made_on=samples.TODAY)


def dated(plan: si.Plan) -> si.Calendar:
    return si.make_calendar(
        samples.framework(),
        trust=samples.trust(),
        school_years=[samples.school_year()],
        judgements=[],
        plans=[plan],
        from_date=dt.date(2026, 9, 1),
        stamp=samples.STAMP,
    )


KINDS: dict[str, st.SearchStrategy[Any]] = {
    "trust": trusts(),
    "benchmarks": benchmarks(),
    "decisions": decisions(),
    "evidence": evidence(),
    "judgement": JUDGEMENTS,
    "plan": JUDGEMENTS.map(planned),
    "calendar": JUDGEMENTS.map(planned).map(dated),
}


@pytest.mark.parametrize("kind", KINDS)
@FEW
@given(data=st.data())
def test_every_way_out_leads_back(kind: str, data: st.DataObject) -> None:
    document = data.draw(KINDS[kind])
    cls = type(document)
    ways = [cls.from_json(document.to_json()), cls.from_json(document.to_json(pretty=False)), cls.from_json(document.to_json().encode()), cls.from_dict(document.to_dict())]
    ways += [copy.copy(document), copy.deepcopy(document), pickle.loads(pickle.dumps(document))]
    for again in ways:
        assert (again, hash(again), again.to_json(), repr(again)) == (document, hash(document), document.to_json(), repr(document))


@FEW
@given(evidence())
def test_evidence_read_again_is_judged_alike(figures: si.Evidence) -> None:
    def judged(same: si.Evidence) -> str:
        return si.judge(samples.framework(), same, "100001", valid=samples.TODAY).to_json()

    assert judged(figures) == judged(si.Evidence.from_csv(figures.to_csv())) == judged(pickle.loads(pickle.dumps(figures)))


@FEW
@given(JUDGEMENTS)
def test_a_judgement_read_again_is_planned_alike(judgement: si.Judgement) -> None:
    again = si.Judgement.from_json(judgement.to_json())
    assert planned(again) == planned(judgement)
    assert again.possible_levels(samples.framework()) == judgement.possible_levels(samples.framework())


@FEW
@given(trusts(), trusts())
def test_equal_exactly_when_the_members_are(one: si.Trust, other: si.Trust) -> None:
    assert (one == other) == (one.to_dict() == other.to_dict())
    assert (one == other) <= (hash(one) == hash(other))


@FEW
@given(st.decimals(-(10**6), 10**6, places=4))
def test_a_figure_has_one_way_to_be_written(figure: Decimal) -> None:
    lines = [{"school": "1", "indicator": "i", "period": "2018/19", "value": value} for value in (figure, figure.normalize())]
    one, other = (si.Evidence.from_observations([line]) for line in lines)
    assert one == other
    assert one.to_json() == other.to_json()

"""Arguments the library cannot use: the documented error, which names the argument and the bound, never the text of the binding."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Callable
from decimal import Decimal

import pytest
import samples

import schoolimp as si

HUGE = 10**30
ON = dt.date(2026, 9, 10)


def recorded(**members: object) -> si.Plan:
    plan = samples.plan()
    return si.record_progress(plan, {"item": plan.objectives[0].id, "on": ON, **members})


def decided(**members: object) -> si.Judgement:
    return si.decide(samples.framework(), samples.judgement(), {"level": "tier_1", "decided_on": ON, "by": "trust_board", **members})


def placed(**options: object) -> si.Calendar:
    return si.make_calendar(
        samples.framework(),
        trust=samples.trust(),
        school_years=[samples.school_year()],
        judgements=samples.judgements(),
        from_date=dt.date(2026, 9, 1),
        stamp=samples.STAMP,
        **options,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("call", "kind", "told"),
    [
        (lambda: recorded(value=float("nan")), TypeError, "value is a str, not float"),
        (lambda: recorded(value=Decimal("NaN")), TypeError, "value is a str, not Decimal"),
        (lambda: recorded(note="a\ud800"), si.InvalidDocumentError, "note: character 1"),
        (lambda: recorded(note="a\0"), si.InvalidDocumentError, "note: character 1 is U\\+0000"),
        (lambda: recorded(note="x" * 5_000_000), si.ResourceExhaustedError, "note: a text of 5000000 bytes; the limit is 4194304"),
        (lambda: decided(reason="\ud800"), si.InvalidDocumentError, "reason: character 0"),
        (lambda: si.write_icalendar(samples.calendar(), refresh_hours=HUGE), si.OutOfRangeError, f"refresh_hours: {HUGE} is not between"),
        (lambda: si.write_icalendar(samples.calendar(), alarm_days_before=[1]), TypeError, "alarm_days_before is a whole number, not list"),
        (lambda: si.write_icalendar(samples.calendar(), name="\udfff"), si.InvalidDocumentError, "name: character 0"),
        (lambda: samples.school_year().school_day_after(ON, HUGE), si.OutOfRangeError, f"n: {HUGE} is not between"),
        (lambda: samples.school_year().half_term_title(HUGE), si.OutOfRangeError, "index"),
        (lambda: si.bank_holidays(-HUGE), si.OutOfRangeError, "year"),
        (lambda: si.framework("\ud800"), si.InvalidDocumentError, "id: character 0"),
        (lambda: si.check_document("\ud800", "{}"), si.InvalidDocumentError, "kind: character 0"),
        (lambda: si.judge(samples.framework(), samples.evidence(), "\ud800", valid=ON), si.InvalidDocumentError, "school: character 0"),
        (lambda: placed(unpin=["\ud800"]), si.InvalidDocumentError, "unpin: character 0"),
        (lambda: placed(cadences=[si.CadenceOverride("a", si.Cadence("term", HUGE), "x")]), si.OutOfRangeError, "cadence.times"),
        (lambda: placed(keep_published="no"), TypeError, "keep_published is True or False, not str"),
    ],
)
def test_what_cannot_cross_is_told(call: Callable[[], object], kind: type[Exception], told: str) -> None:
    with pytest.raises(kind, match=told) as caught:
        call()
    assert "incompatible" not in str(caught.value)


def test_the_longest_note_can_be_read_back() -> None:
    plan = recorded(note="x" * 4_194_304)
    assert si.Plan.from_json(plan.to_json()) == plan


def test_two_dates_agreed_for_one_event() -> None:
    event = samples.calendar().events[0]
    first, second = si.PinnedDate(event.id, dt.date(2026, 10, 5)), si.PinnedDate(event.id, dt.date(2026, 10, 6))
    with pytest.raises(si.InvalidDocumentError, match="is agreed for 2026-10-05 and for 2026-10-06"):
        placed(plans=[samples.plan()], pins=[first, second])
    with pytest.raises(si.InvalidDocumentError, match="is agreed for 2026-10-05 and for 2026-10-06"):
        placed(plans=[samples.plan()], pins=[first, si.PinnedDate(event.key, second.first)])
    assert len(placed(plans=[samples.plan()], pins=[first, first]))


def test_errors_of_published_files_are_errors_of_the_library() -> None:
    dfe = pytest.importorskip("schoolimp.dfe", exc_type=ImportError)
    error = dfe.PublishedFileError("a.csv", "is empty", "save it again")
    assert isinstance(error, si.SchoolImpError) and isinstance(error, ValueError)
    assert (error.code, error.issues[0].message) == (si.StatusCode.INVALID_ARGUMENT, "is empty")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_tables_for_programs_keep_formulas() -> None:
    evidence = si.Evidence.from_observations([{"school": "100001", "indicator": "ks2.rwm_expected", "period": "2025/26", "value": 48, "source": "=1+1", "note": "@x"}])
    assert si.Evidence.from_csv(evidence.to_csv()) == evidence

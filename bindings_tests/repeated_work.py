"""What the tests of leaks and of threads do over and over: every step from documents to a calendar, and the ways in which each may fail."""

from __future__ import annotations

import array
import datetime as dt
import pickle
from collections.abc import Callable, Mapping
from typing import Any

import samples
import schoolimp as si
import table_sample

Work = Callable[[], Any]
SMALL = si.Framework.from_dict(table_sample.DOCUMENT)
TABLE = {"urn": array.array("q", range(100)), "absence": array.array("d", [5.0, float("nan")] * 50)}
BAD_ROW = {"school": "100001", "indicator": "ofsted.overall", "observed_on": dt.date(2024, 3, 5), "value": "splendid"}
DECISION = {"level": "tier_3", "decided_on": samples.TODAY, "by": "trust_board", "reason": "Agreed."}


def calendar() -> si.Calendar:
    """The calendar of the small trust, made anew."""
    return si.make_calendar(
        samples.framework(),
        trust=samples.trust(),
        school_years=[samples.school_year()],
        judgements=samples.judgements(),
        plans=[samples.plan()],
        from_date=dt.date(2026, 9, 1),
        stamp=samples.STAMP,
    )


def judgement() -> si.Judgement:
    """The judgement of a school of the small trust, made anew."""
    return si.judge(samples.framework(), samples.evidence(), "100002", valid=samples.TODAY, trust=samples.trust(), benchmarks=samples.benchmarks())


def plan() -> si.Plan:
    """The plan of a school of the small trust, made anew."""
    return si.make_plan(samples.framework(), samples.judgement("100002"), samples.school_year(), trust=samples.trust(), made_on=samples.TODAY)


def _reader(kind: str) -> Work:
    # A small framework: a large one would only make the tests slow.
    document = SMALL if kind == "framework" else samples.documents()[kind]
    text = document.to_json()

    def read() -> str:
        again = type(document).from_json(text)
        again.to_dict()
        pickle.loads(pickle.dumps(again))
        return f"{hash(again)} {again.to_json()}"

    return read


def _table() -> Any:
    judged = table_sample.judge(SMALL, TABLE, threads=2, progress=lambda done, rows: None)
    return judged.suggested(), judged.possible(), judged.explain(1).to_json(), judged["7"].answers


#: Work that succeeds, by its name.
STEPS: Mapping[str, Work] = {
    **{f"read {kind}": _reader(kind) for kind in samples.KINDS},
    "judge": lambda: judgement().answers,
    "judge all": lambda: si.judge_all(samples.framework(), samples.evidence(), trust=samples.trust(), valid=samples.TODAY, progress=lambda done, rows: None),
    "judge table": _table,
    "cohort": lambda: si.make_cohort(samples.framework(), samples.evidence(), valid=samples.TODAY).schools,
    "levels": lambda: judgement().possible_levels(samples.framework()),
    "decide": lambda: si.decide(samples.framework(), samples.judgement("100002"), DECISION),
    "roll up": lambda: si.roll_up(samples.framework(), samples.judgements()),
    "plan": lambda: plan().objectives,
    "calendar": lambda: calendar().events,
    "iCalendar": lambda: si.write_icalendar(calendar()),
    "report": lambda: si.report.plan_markdown(samples.framework(), samples.plan()),
    "SQL": lambda: SMALL.to_sql(not_applicable=True),
}


def _stopped(done: int, rows: int) -> None:
    raise KeyboardInterrupt


#: Work that fails, by its name, with the exception it ends in.
FAILURES: Mapping[str, tuple[type[BaseException], Work]] = {
    "no JSON": (si.InvalidDocumentError, lambda: si.Framework.from_json("{")),
    "not UTF-8": (si.InvalidDocumentError, lambda: si.Trust.from_json(b'{"id": "\xff"}')),
    "many problems": (si.InvalidDocumentError, lambda: si.Framework.from_dict({**table_sample.DOCUMENT, "scales": [], "id": "Bad Id"})),
    "a binary float": (TypeError, lambda: si.Evidence.from_observations([{**BAD_ROW, "value": 0.5}])),
    "bad CSV": (si.InvalidDocumentError, lambda: si.Evidence.from_csv("school,indicator\n1,a,b\n")),
    "contradiction": (
        si.InvalidDocumentError,
        lambda: si.judge(samples.framework(), si.Evidence.from_observations([BAD_ROW]), "100001", valid=samples.TODAY),
    ),
    "no date": (TypeError, lambda: si.judge(samples.framework(), samples.evidence(), "100001", valid="today")),  # type: ignore[arg-type]
    "a decision without its day": (TypeError, lambda: si.decide(samples.framework(), samples.judgement("100002"), {"level": "tier_3"})),
    "no such level": (si.InvalidDocumentError, lambda: si.decide(samples.framework(), samples.judgement("100002"), {**DECISION, "level": "tier_9"})),
    "two frameworks": (si.SchoolImpError, lambda: si.roll_up(SMALL, samples.judgements())),
    "plan of another framework": (
        si.SchoolImpError,
        lambda: si.make_plan(SMALL, samples.judgement(), samples.school_year(), trust=samples.trust(), made_on=samples.TODAY),
    ),
    "no such framework": (si.NotFoundError, lambda: si.framework("other")),
    "no such kind": (si.NotFoundError, lambda: si.check_document("other", "{}")),
    "no such question": (KeyError, lambda: samples.judgement().answer("other")),
    "no such level word": (si.InvalidDocumentError, lambda: samples.framework().scale("tier").normalise(["tier 7"])),
    "two scales": (TypeError, lambda: samples.framework().level("tier.tier_1") < samples.framework().level("finding.secure")),
    "table of unequal columns": (si.SchoolImpError, lambda: table_sample.judge(SMALL, {**TABLE, "pupils": array.array("d", [1.0])})),
    "table without its key": (si.SchoolImpError, lambda: table_sample.judge(SMALL, TABLE, key="other")),
    "table of another type": (TypeError, lambda: table_sample.judge(SMALL, 7)),
    "callback that raises": (KeyboardInterrupt, lambda: table_sample.judge(SMALL, TABLE, progress=_stopped)),
    "a damaged pickle": (si.InvalidDocumentError, lambda: pickle.loads(pickle.dumps(samples.trust()).replace(b'"id"', b'"ix"'))),
}

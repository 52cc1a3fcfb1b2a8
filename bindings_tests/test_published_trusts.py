"""The frameworks judge the real schools of their trusts from published data (examples/python/judge_published_trusts.py).

Every answer is compared with the ones kept in tests/data/golden/published_trusts.txt. With SCHOOLIMP_UPDATE_GOLDEN=1 in the environment the kept
ones are replaced instead: look at the difference before keeping it.
"""

from __future__ import annotations

import importlib.util
import itertools
import os
from pathlib import Path

import pytest
import samples
import schoolimp as si

import icalendar

ROOT = Path(__file__).resolve().parent.parent
DATA = os.environ.get("SCHOOLIMP_DATA", "")
GOLDEN = ROOT / "tests" / "data" / "golden" / "published_trusts.txt"

pytestmark = pytest.mark.skipif(not DATA, reason="SCHOOLIMP_DATA is not set: the published data is not here, so the trusts' real schools are not judged")


@pytest.fixture(scope="module")
def example():
    spec = importlib.util.spec_from_file_location("judge_published_trusts", ROOT / "examples" / "python" / "judge_published_trusts.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def judged(example):
    return list(example.judged(Path(DATA)))


def test_every_school_is_judged_under_its_own_framework(judged):
    own = [(row["model"], row["urn"]) for row, framework, _ in judged if framework.id == row["model"]]
    assert len(own) == len(set(own)) == 23
    assert {model for model, _ in own} == {"pact", "tpat", "pvat", "djanogly"}


def test_primaries_are_judged_under_the_primary_framework(judged):
    assert {row["phase"] for row, framework, _ in judged if framework.id == "primary4"} == {"Primary"}


def test_a_suggestion_is_possible(judged):
    for row, framework, judgement in judged:
        assert judgement.possible(), (row["school"], framework.id)
        for answer in judgement.answers:
            where = (row["school"], framework.id, answer.judgement)
            assert answer.suggested is None or answer.suggested in answer.possible, where
            assert answer.possible_is_exact, where


def test_a_known_grade_is_not_put_in_doubt_by_report_cards(judged):
    for row, framework, judgement in judged:
        matter = {judgement.readings[index].indicator for answer in judgement.answers for index in answer.missing_that_matters}
        assert not [indicator for indicator in matter if indicator.startswith("report_card.")], (row["school"], framework.id)


def test_the_answers_are_the_ones_kept(judged):
    lines = [f"{row['urn']} {framework.id} {answer.judgement}: {answer.suggested or '-'} of {', '.join(answer.possible) or 'none, does not apply'}"
             for row, framework, judgement in judged for answer in judgement.answers]
    text = "\n".join(sorted(lines)) + "\n"
    if os.environ.get("SCHOOLIMP_UPDATE_GOLDEN") == "1":
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_published_evidence_settles_some_schools_and_not_others(judged):
    settled = [judgement.suggested() is not None for _, _, judgement in judged]
    assert any(settled) and not all(settled)


def test_counts_of_known_and_missing_cells_are_those_of_the_readings(judged):
    for _, _, judgement in judged:
        assert judgement.known > 0 or judgement.suggested() is None
        assert judgement.missing > 0


def test_what_is_judged_is_planned_and_put_into_a_calendar(example, judged):
    year = samples.school_year()
    for (model, name), group in itertools.groupby(judged, key=lambda line: (line[0]["model"], line[1].id)):
        lines = list(group)
        framework, trust = lines[0][1], example.trust_of([row for row, _, _ in lines])
        judgements = [judgement for _, _, judgement in lines]
        in_force = [judgement for judgement in judgements if any(judgement.level_in_force(question) for question in framework.judgements)]
        plans = [si.make_plan(framework, judgement, year, trust=trust, made_on=samples.TODAY) for judgement in in_force]
        assert all(plan.actions for plan in plans), (model, name)
        calendar = si.make_calendar(framework, trust=trust, school_years=[year], judgements=judgements, plans=plans, from_date=year.first, stamp=samples.STAMP)
        assert {event.school for event in calendar.events} <= {"", *(row["urn"] for row, _, _ in lines)}
        events = icalendar.Calendar.from_ical(si.write_icalendar(calendar)).walk("VEVENT")
        assert len(events) == len(calendar.events) > 0, (model, name)
        assert {year.kind(event.first) for event in calendar.events} <= {"school_day", "inset", "staff_only"}, (model, name)

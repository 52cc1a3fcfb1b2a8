"""The example trust that ships with the package, judged under each of the five frameworks: what a school improvement lead would expect of its six schools."""

from __future__ import annotations

import datetime as dt
from importlib.resources import files

import pytest
import schoolimp as si
from schoolimp import dfe

DAY = dt.date(2026, 9, 1)
# 900001 a strong report card and results above national; 900002 good, results fallen below; 900003 an outstanding infant school; 900004 a report card
# with urgent improvement, results far below; 900005 a secondary school without an overall grade, Attainment 8 below national, no Progress 8;
# 900006 opened a year ago: no results, no inspection, and open wherever one of them decides.
EXPECTED = {
    "pact": {"900001": "c2", "900002": "c3", "900003": "c1", "900004": "c5", "900005": "c3", "900006": None},
    "tpat": {"900001": "b", "900002": "c", "900003": "b", "900004": "e", "900005": "c", "900006": None},
    "pvat": {"900001": "tier_1", "900002": "tier_2", "900003": "tier_1", "900004": "tier_3", "900005": "tier_2", "900006": None},
    "primary4": {"900001": "improve", "900002": "repair", "900003": "sustain", "900004": "stabilise", "900006": None},
    "djanogly": {"900001": "giver", "900002": "universal", "900003": "universal", "900004": "intensive", "900005": "universal", "900006": "universal"},
}


@pytest.fixture(scope="module")
def example() -> tuple[si.Trust, si.Evidence, si.Benchmarks]:
    pytest.importorskip("pandas", reason="pandas is not here, so the example's published files are not read")
    root = files("schoolimp") / "example"
    published = dfe.load_folder(str(root / "published"))
    evidence = si.Evidence.from_observations(published.observations)
    for name in ("review-findings.csv", "school-returns.csv"):
        evidence = evidence.merged(si.Evidence.from_csv((root / "evidence" / name).read_text(encoding="utf-8")))
    lines = [{member: value for member, value in line.items() if value != ""} for line in published.benchmarks]
    national = si.Benchmarks.builtin().overlaid(si.Benchmarks.from_dict({"schema": "schoolimp/benchmarks/1", "lines": lines}))
    return si.Trust.from_json((root / "trust.json").read_text(encoding="utf-8")), evidence, national


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_example_schools_under_every_framework(name: str, example: tuple[si.Trust, si.Evidence, si.Benchmarks]) -> None:
    trust, evidence, national = example
    judgements = {school: si.judge(si.framework(name), evidence, school, trust=trust, benchmarks=national, valid=DAY) for school in EXPECTED[name]}
    assert {school: judgement.suggested() for school, judgement in judgements.items()} == EXPECTED[name]
    for school, judgement in judgements.items():
        assert judgement.possible(), school
        assert judgement.suggested() is None or judgement.suggested() in judgement.possible(), school


def test_a_grade_is_not_put_in_doubt_by_a_report_card_the_school_does_not_have(example: tuple[si.Trust, si.Evidence, si.Benchmarks]) -> None:
    trust, evidence, national = example
    judgement = si.judge(si.framework("tpat"), evidence, "900003", trust=trust, benchmarks=national, valid=DAY)
    matter = {judgement.readings[index].indicator for answer in judgement.answers for index in answer.missing_that_matters}
    assert matter and not [indicator for indicator in matter if indicator.startswith(("report_card.", "ofsted."))]

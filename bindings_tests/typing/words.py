"""Levels in order, words read as levels, and errors that say what is wrong."""

from typing import assert_type

import schoolimp as si

framework = si.framework("pvat")
tier = framework.scale("tier")
assert_type(tier, si.Scale)
assert_type(max(tier), si.Level)
assert_type(sorted(tier), list[si.Level])
assert_type(framework.level("tier.tier_2") < tier.find("tier_1"), bool)
assert_type(tier.find("tier_1").rank, int)
assert_type(len(tier), int)

grade = framework.scale("ofsted_grade")
read = grade.normalise(["good", "outstanding ", "RI", None], aliases={"RI": "requires_improvement"})
assert_type(read, si.NormalisedLevels)
assert_type(read.levels, tuple[si.Level | None, ...])
assert_type([level.id if level else None for level in read.levels], list[str | None])
assert_type([(change.word, change.places) for change in read.changed], list[tuple[str, tuple[int, ...]]])

try:
    grade.parse("RI")
except si.InvalidDocumentError as error:
    assert_type(error.issues, tuple[si.Issue, ...])
    assert_type(error.issues[0].hint, str)
    assert_type(error.code, si.StatusCode)

try:
    si.framework("pvta")
except (si.NotFoundError, si.OutOfRangeError) as failure:
    assert_type(failure.issues, tuple[si.Issue, ...])
except si.SchoolImpError as failure:
    assert_type(failure.code, si.StatusCode)

assert_type(si.check_framework("{"), tuple[si.Issue, ...])
assert_type(si.check_document("trust", b"{}")[0].severity, str)

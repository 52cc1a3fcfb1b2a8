"""Thousands of schools at once, without any other library: the answers of a table, for all rows and for one."""

import array
import datetime as dt
from decimal import Decimal
from typing import assert_type

import schoolimp as si
from schoolimp.tables import Constant

framework = si.framework("pvat")
figures = {"urn": array.array("q", [100001, 100002]), "absence.overall": array.array("d", [3.9, float("nan")])}
constants: dict[str, Constant] = {"school.phase": "primary", "national(absence.overall)": Decimal("5.2")}

judged = si.judge_table(framework, figures, valid=dt.date(2026, 9, 1), key="urn", constants=constants, progress=lambda done, rows: print(done, "of", rows))
assert_type(judged, si.TableJudgement)
assert_type(framework.judge_table(figures, valid=dt.date(2026, 9, 1)), si.TableJudgement)
assert_type(judged.suggested(), list[str | None])
assert_type(judged.suggested(row=0), str | None)
assert_type(judged.possible(), list[tuple[str, ...]])
assert_type(judged.possible("tier_of_support", row=1), tuple[str, ...])
assert_type(judged.states(), list[si.RowState])
assert_type(judged.states(row=0) & si.RowState.FAILED, si.RowState)
assert_type(judged.criteria(0), dict[str, str])
assert_type(judged.where(settled=True), tuple[int, ...])
assert_type(judged["100002"], si.Judgement)
assert_type(judged.explain(0), si.Judgement)
assert_type(judged.row_of(100001), int)
assert_type(judged.failures, tuple[si.Issue, ...])

wide = si.Evidence.from_wide(
    figures, columns={"absence.overall": si.IndicatorColumn("absence.overall", period="2018/19")}, school="urn", recorded_at=dt.date(2020, 1, 1)
)
assert_type(wide, si.Evidence)
assert_type(si.Evidence.from_table(wide), si.Evidence)

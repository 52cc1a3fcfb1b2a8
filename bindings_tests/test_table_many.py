"""More observations than one document holds: a whole nation's come through, and what is wrong with one is told at its place."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
import schoolimp as si

MANY = 42_000


def observation(number: int, **members: Any) -> dict[str, Any]:
    return {"school": str(100000 + number // 3), "indicator": f"a.x{number % 3}", "period": "2018/19", "value": Decimal(number % 1000) / 10, "source": "a source of some forty characters, here", **members}


def test_they_are_the_same_as_of_a_table() -> None:
    rows = [observation(number) for number in range(MANY)]
    evidence = si.Evidence.from_observations(rows)
    assert len(evidence) == MANY and len(evidence.schools) == MANY // 3
    assert evidence == si.Evidence.from_table({name: [row[name] for row in rows] for name in rows[0]})


def test_the_observation_that_is_wrong_is_named_by_its_position_among_all() -> None:
    rows = [observation(number) for number in range(MANY)]
    rows[5] = {**rows[5], "period": "2018"}
    rows[40_001] = {**rows[40_001], "missing": "suppressed"}
    with pytest.raises(si.InvalidDocumentError, match="2 problems; first: /observations/5") as caught:
        si.Evidence.from_observations(rows)
    assert [issue.pointer.split("/")[2] for issue in caught.value.issues] == ["5", "40001"]


def test_observations_far_apart_contradict_each_other_too() -> None:
    rows = [observation(number) for number in range(MANY)]
    with pytest.raises(si.SchoolImpError, match="100000"):
        si.Evidence.from_observations([*rows, observation(0, value=99)])


def test_a_floating_point_number_is_refused_however_many_there_are() -> None:
    with pytest.raises(TypeError):
        si.Evidence.from_observations([*(observation(number) for number in range(30_000)), observation(0, value=0.1)])

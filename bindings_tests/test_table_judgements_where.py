"""Choosing among judgements: a slip in the name of a question, level or criterion is an error, however few judgements there are."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
import samples
import schoolimp as si

SLIPS: dict[str, tuple[dict[str, Any], type[Exception], str]] = {
    "a level": ({"suggested": "tier1"}, KeyError, "no level 'tier1' of the question; did you mean 'tier_1'?"),
    "a level by its title": ({"possible": "Tier 2"}, KeyError, "no level 'Tier 2' of the question; did you mean 'tier_2'?"),
    "a level by its initials": ({"decided": "t3"}, KeyError, "no level 't3' of the question; did you mean 'tier_3'?"),
    "a level with its scale": ({"suggested": "tier.tier_1"}, KeyError, "did you mean 'tier_1'?"),
    "a level like no other": ({"suggested": "good"}, KeyError, "its levels are: tier_1, tier_2, tier_3"),
    "a question": ({"judgement": "tier_of_suport"}, KeyError, "no judgement 'tier_of_suport' in the framework; did you mean 'tier_of_support'?"),
    "a criterion": ({"criteria": {"attendance.absence_hig": "met"}}, KeyError, "no criterion 'attendance.absence_hig' in the framework; did you mean 'attendance.absence_high'?"),
    "a result": ({"criteria": {"attendance.absence_high": "Not met"}}, ValueError, "'Not met' is no result of a criterion; did you mean 'not_met'?"),
}


@pytest.mark.parametrize("what", SLIPS)
def test_a_slip_is_an_error_that_names_what_is_meant(what: str) -> None:
    asked, kind, told = SLIPS[what]
    with pytest.raises(kind) as caught:
        samples.judgements().where(**asked)
    assert told in str(caught.value.args[0])


@pytest.mark.parametrize("way", ["part", "chosen", "pickled", "copied"])
def test_parts_and_copies_know_the_levels_too(way: str) -> None:
    judged = samples.judgements()
    made = {"part": lambda: judged[:0], "chosen": lambda: judged.where(decided="tier_1"), "pickled": lambda: pickle.loads(pickle.dumps(judged)), "copied": lambda: copy.copy(judged)}[way]()
    assert made.where(suggested="tier_1") == tuple(each for each in made if each.suggested() == "tier_1")
    with pytest.raises(KeyError, match="did you mean 'tier_3'"):
        made.where(suggested="tier_4")


def test_every_level_of_the_scale_may_be_asked_for() -> None:
    for level in samples.framework().scale("tier"):
        assert {len(samples.judgements().where(**{what: level.id})) for what in ("suggested", "possible", "decided")} <= {0, 1, 2}


def test_judgements_put_together_by_hand_know_the_levels_they_have_and_those_of_a_framework() -> None:
    by_hand = si.Judgements(each for each in samples.judgements() if each.possible() != ("tier_3",))
    seen = {level for each in by_hand for level in each.possible()}
    for level in seen:
        assert by_hand.where(possible=level) == tuple(each for each in by_hand if level in each.possible())
    with pytest.raises(KeyError, match="no level 'tier_9' suggested, possible or decided in any of the judgements; give framework="):
        by_hand.where(possible="tier_9")
    assert by_hand.where(decided="tier_3", framework=samples.framework()) == ()
    with pytest.raises(KeyError, match="no level 'tier_9' of the question"):
        by_hand.where(possible="tier_9", framework=samples.framework())
    assert si.Judgements().where(possible="anything") == ()


def test_they_do_not_change() -> None:
    with pytest.raises(AttributeError, match="do not change"):
        samples.judgements().name = "mine"  # type: ignore[attr-defined]

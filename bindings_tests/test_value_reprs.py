"""What the public dataclasses show is Python that makes them again; they are frozen, compare and hash by value, copy and pickle."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest
import schoolimp as si
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from value_strategies import values

CLASSES = [getattr(si, name) for name in si.__all__ if dataclasses.is_dataclass(getattr(si, name))]
HOLD_DOCUMENTS = {si.WideReading}  #: What they show names a document, which is made from its JSON.
FEW = settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])


def namespace() -> dict[str, object]:
    """What a user has who wants to make values again from what was printed."""
    names: dict[str, object] = {}
    exec("from schoolimp import *\nimport datetime\nfrom decimal import Decimal", names)
    return names


NAMES = namespace()


def test_all_classes_are_here() -> None:
    assert {si.Level, si.Scale, si.Issue, si.Answer, si.PlanAction, si.CalendarEvent} <= set(CLASSES)


@pytest.mark.parametrize("cls", CLASSES)
class TestEveryDataclass:
    @FEW
    @given(st.data())
    def test_repr_makes_it_again(self, cls: type, data: st.DataObject) -> None:
        value = data.draw(values(cls))
        if cls in HOLD_DOCUMENTS:
            assert repr(value).startswith(f"{cls.__name__}(")
            return
        again = eval(repr(value), dict(NAMES))
        assert type(again) is cls
        assert again == value
        assert repr(again) == repr(value)

    @FEW
    @given(st.data())
    def test_copies_and_pickles_are_equal_and_hash_alike(self, cls: type, data: st.DataObject) -> None:
        value = data.draw(values(cls))
        pickles = [pickle.loads(pickle.dumps(value, protocol)) for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)]
        for again in (copy.copy(value), copy.deepcopy(value), *pickles):
            assert (type(again), again, hash(again), repr(again)) == (cls, value, hash(value), repr(value))

    @FEW
    @given(st.data())
    def test_equal_exactly_when_all_that_counts_is(self, cls: type, data: st.DataObject) -> None:
        one, other = data.draw(values(cls)), data.draw(values(cls))
        counted = [field.name for field in dataclasses.fields(cls) if field.compare]
        assert (one == other) == all(getattr(one, name) == getattr(other, name) for name in counted)
        assert one != tuple(getattr(one, name) for name in counted)

    @settings(FEW, max_examples=1)
    @given(st.data())
    def test_frozen_and_without_room_for_more(self, cls: type, data: st.DataObject) -> None:
        value = data.draw(values(cls))
        for field in dataclasses.fields(cls):
            with pytest.raises(dataclasses.FrozenInstanceError):
                setattr(value, field.name, "other")
            with pytest.raises(dataclasses.FrozenInstanceError):
                delattr(value, field.name)
        assert not hasattr(value, "__dict__")

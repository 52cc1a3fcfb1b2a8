"""Every public value copies and pickles as an equal value; pickles of this and earlier versions, kept in pickles/, are still read."""

from __future__ import annotations

import array
import base64
import copy
import datetime as dt
import json
import pickle
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import samples
import schoolimp as si
import table_sample
from value_samples import MADE_AGAIN, public_classes, sample

FILES = sorted((Path(__file__).parent / "pickles").glob("*.json"))
KEPT = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in FILES}
NAMES = {**{name: getattr(si, name) for name in si.__all__}, "datetime": dt, "Decimal": Decimal}


def said(value: Any) -> Any:
    """What makes a value what it is; an exception is equal to none but itself."""
    return (type(value), value.args, value.issues) if isinstance(value, si.SchoolImpError) else value


def from_words(name: str, words: str) -> Any:
    """What :func:`said` gives for the value kept, made from the words kept beside the pickle."""
    cls = public_classes()[name]
    if hasattr(cls, "from_json"):
        return cls.from_json(words)  # type: ignore[attr-defined]
    if issubclass(cls, si.StatusCode | si.RowState):
        return cls(int(words.strip("<>").rsplit(":", 1)[1]))
    if issubclass(cls, si.Judgements):
        return cls(si.Judgement.from_dict(each) for each in json.loads(words, parse_float=Decimal))
    value = eval(words, dict(NAMES))
    return (cls, *value[1:]) if issubclass(cls, si.SchoolImpError) else value


@pytest.mark.parametrize("name", sorted(public_classes()))
class TestEveryPublicClass:
    @pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
    def test_pickle(self, name: str, protocol: int) -> None:
        value = sample(public_classes()[name])
        again = pickle.loads(pickle.dumps(value, protocol))
        assert said(again) == said(value)
        assert hash(said(again)) == hash(said(value))

    @pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
    def test_copy(self, name: str, copied: Any) -> None:
        value = sample(public_classes()[name])
        again = copied(value)
        assert said(again) == said(value)
        assert hash(said(again)) == hash(said(value))

    def test_a_pickle_of_this_version_is_kept(self, name: str) -> None:
        assert name in KEPT[si.__version__], f"no pickle of {name} is kept: run python bindings_tests/make_pickles.py"


@pytest.mark.parametrize(("version", "name"), [(version, name) for version, kept in KEPT.items() for name in kept])
@pytest.mark.parametrize("protocol", [2, 5])
def test_pickles_kept_are_read(version: str, name: str, protocol: int) -> None:
    kept = KEPT[version][name]
    value = pickle.loads(base64.b64decode(kept[f"protocol {protocol}"]))
    assert said(value) == from_words(name, kept["value"])


def test_what_is_made_again_is_not_pickled() -> None:
    made = {
        "Cohort": si.make_cohort(samples.framework(), samples.evidence(), valid=samples.TODAY),
        "TableJudgement": table_sample.judge(si.Framework.from_dict(table_sample.DOCUMENT), {"urn": array.array("q", [100001])}),
    }
    assert set(made) == set(MADE_AGAIN)
    for name, value in made.items():
        assert type(value).__name__ == name
        with pytest.raises(TypeError, match="pickle"):
            pickle.dumps(value)

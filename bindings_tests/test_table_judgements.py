"""Many judgements: a tuple that finds schools, chooses by level, and is a table with one row a school and question."""

from __future__ import annotations

import copy
import pickle

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import samples
import schoolimp as si


def judgements() -> si.Judgements:
    return samples.judgements()


def test_it_is_a_tuple() -> None:
    judged = judgements()
    assert isinstance(judged, tuple) and judged == tuple(judged) and hash(judged) == hash(tuple(judged))
    assert judged[0] == next(iter(judged)) and judged[-1] == tuple(judged)[-1]
    assert type(judged[:1]) is si.Judgements and len(judged[:1]) == 1


def test_it_is_a_value() -> None:
    again = pickle.loads(pickle.dumps(judgements()))
    assert type(again) is si.Judgements and again == judgements() == copy.deepcopy(judgements())


def test_a_school_is_found_by_its_id() -> None:
    judged = judgements()
    assert [judged[school].school for school in judged.schools] == list(judged.schools)


def test_a_school_that_is_not_there_is_an_error_that_helps() -> None:
    with pytest.raises(KeyError, match="no judgement of the school '10001'; did you mean '10000"):
        judgements()["10001"]
    with pytest.raises(IndexError, match="there are 2 judgements, and a whole number is a position: 99$"):
        judgements()[99]


def test_a_whole_number_is_a_position_and_never_a_school() -> None:
    judged = judgements()
    with pytest.raises(IndexError, match=rf"is a position: 100001; the school's is found by its id as text: \['100001'\]$"):
        judged[100001]
    with pytest.raises(TypeError):
        judged[100001.0]  # type: ignore[call-overload]


def test_a_school_that_is_there_twice_is_named_by_position() -> None:
    judged = si.Judgements([*judgements(), judgements()[0]])
    with pytest.raises(KeyError, match=f"at 0, {len(judged) - 1}; name one by its position"):
        judged[judged.schools[0]]


def test_chosen_by_levels_as_one_would_by_hand() -> None:
    judged = judgements()
    for level in samples.framework().levels:
        id = level.rsplit(".", 1)[-1]
        assert judged.where(suggested=id) == tuple(each for each in judged if each.suggested() == id)
        assert judged.where(possible=id) == tuple(each for each in judged if id in each.possible())
        assert judged.where(decided=id) == ()


def test_chosen_by_what_is_settled_and_by_criteria() -> None:
    judged = judgements()
    assert set(judged.where(settled=True)) | set(judged.where(settled=False)) == set(judged)
    criterion = judged[0].criteria[0]
    assert judged[0] in judged.where(criteria={criterion.id: criterion.result})
    assert judged[0] not in judged.where(criteria={criterion.id: "met" if criterion.result != "met" else "unknown"})


def test_what_the_framework_has_not_is_an_error() -> None:
    with pytest.raises(KeyError, match="no judgement 'tier'"):
        judgements().where("tier", suggested="tier_1")
    id = judgements()[0].criteria[0].id
    with pytest.raises(KeyError, match=f"did you mean '{id}'"):
        judgements().where(criteria={f"{id}x": "met"})


def test_the_table_has_one_row_a_school_and_question() -> None:
    judged = judgements()
    rows = judged.to_arrow().to_pylist()
    assert [(row["school"], row["judgement"]) for row in rows] == [(each.school, answer.judgement) for each in judged for answer in each.answers]
    for row in rows:
        each = judged[row["school"]]
        answer = each.answer(row["judgement"])
        assert (row["suggested"], tuple(row["possible"].split()), row["scale"]) == (answer.suggested, answer.possible, answer.scale)
        assert (row["decided"], row["known"], row["missing"], row["only_possible"]) == (None, each.known, each.missing, answer.only_possible)
        assert row["criteria_met"] == sum(criterion.result == "met" for criterion in each.criteria)
        assert sum(row[name] for name in row if name.startswith("criteria_")) == len(each.criteria)


def test_every_library_has_the_same_table() -> None:
    judged = judgements()
    table = judged.to_arrow()
    assert pa.table(judged.to_table()).equals(table)
    assert pl.DataFrame(judged.to_table()).equals(judged.to_polars()) and judged.to_polars().to_dicts() == table.to_pylist()
    pd.testing.assert_frame_equal(judged.to_pandas(), table.to_pandas())


def test_no_judgements_are_a_table_without_rows() -> None:
    assert si.Judgements().to_arrow().num_rows == 0
    assert repr(si.Judgements()) == "<schoolimp.Judgements schools=0>"

"""judge_table() gives every row the answers that judge() gives the school alone: random frameworks, the built-in ones, published figures; all kernels, any number of threads."""

from __future__ import annotations

import datetime as dt
import math
import random
from decimal import Decimal
from typing import Any

import pytest
import random_frameworks as rf
import schoolimp as si
from cell_tables import differences, in_chunks, said_alone, table_of
from schoolimp import _core
from table_sample import BASIS, DOCUMENT

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")

THREADS = [1, 2, 7]
ROWS = 20


def random_rows(cells: list[rf.Cell], count: int, rng: random.Random) -> list[rf.Row]:
    return [rf.random_row(cells, rng, unknown=rng.choice([0, 0.1, 0.4]), absent=rng.choice([0, 0.1, 0.2])) for _ in range(count)]


def read_by(framework: si.Framework, cells: list[rf.Cell]) -> list[rf.Cell]:
    """The cells the framework reads, with all others of the same indicators: which observation is the one before depends on them."""
    names = set(framework.cells)
    return rf.cells_with_history(cells, [cell for cell in cells if cell.name in names])


def agrees(framework: si.Framework, cells: list[rf.Cell], rows: list[rf.Row], rng: random.Random) -> list[si.Judgement]:
    """Compare the table, in every way it can be judged, with the rows judged alone, which are returned."""
    alone = [rf.judge_row(framework, cells, row, f"s{i}") for i, row in enumerate(rows)]
    table = in_chunks(pa, table_of(pa, cells, rows, rng), rng)
    judged = framework.judge_table(table, valid=rf.VALID, key="school")
    assert (judged.failed, judged.failures) == (0, ())
    assert differences(judged, alone) == []
    for kernels in _core.kernel_names():
        for threads in THREADS:
            again = si.judge_table(framework, table, valid=rf.VALID, key="school", threads=threads, _kernels=kernels)
            assert again.to_arrow().equals(judged.to_arrow()), (kernels, threads)
    return alone


@pytest.mark.parametrize("first", range(0, 100, 10))
def test_random_frameworks_agree(first):
    for seed in range(first, first + 10):
        sample = rf.random_framework(seed)
        framework = si.Framework.from_dict(sample.document)
        rng = random.Random(seed)
        cells = read_by(framework, sample.cells)
        agrees(framework, cells, random_rows(cells, ROWS, rng), rng)


@pytest.mark.parametrize("id", [info.id for info in si.frameworks()])
def test_built_in_frameworks_agree(id):
    framework = si.framework(id)
    rng = random.Random(id)
    cells = read_by(framework, rf.cells_of(framework.to_dict()))
    agrees(framework, cells, random_rows(cells, 40, rng), rng)


def test_chosen_texts_the_framework_does_not_name():
    """Texts of which no code of the program speaks are told apart from one another only by a look at the rows."""
    document = {**DOCUMENT, "criteria": [*DOCUMENT["criteria"], {"id": "chosen", "title": "Chosen", "test": "(academy ? kind : school.type) != 'infant'", **BASIS}]}
    texts = [f"text {i}" for i in range(300)]
    table = pa.table({"academy": [i % 2 == 0 for i in range(300)], "kind": texts, "school.type": texts[::-1]})
    judged = si.Framework.from_dict(document).judge_table(table, valid=rf.VALID)
    assert judged.criterion("chosen") == ["met"] * 300


def test_rows_that_differ_only_in_what_a_change_is_counted_from():
    """The figure of the year before is missing in both; from nothing there is no rise."""
    table = pa.table({"ks2.rwm_expected": [42.0, 0.0], "absence.overall": [4.1, 31.3], "absence.persistent": [7.0, 73.8]})
    judged = si.framework("primary4").judge_table(table, valid=rf.VALID)
    assert judged.possible() == [judged.explain(row).possible() for row in range(2)]
    assert judged.possible()[0] != judged.possible()[1]


def test_the_samples_show_every_answer():
    """The comparison is worth something: settled and open questions, those that do not apply, levels that are the only possible ones, all results of criteria."""
    states, results, settled = si.RowState(0), set(), set()
    for seed in range(10):
        sample = rf.random_framework(seed)
        framework = si.Framework.from_dict(sample.document)
        cells = read_by(framework, sample.cells)
        for row in random_rows(cells, ROWS, random.Random(seed)):
            said = said_alone(rf.judge_row(framework, cells, row))
            results |= set(said["criteria"].values())
            for suggested, possible, state in said["answers"].values():
                states |= state
                settled.add((suggested is not None, min(len(possible), 2)))
    assert states & (si.RowState.NOT_APPLICABLE | si.RowState.ONLY_POSSIBLE) == si.RowState.NOT_APPLICABLE | si.RowState.ONLY_POSSIBLE
    assert results == {"met", "not_met", "unknown", "not_applicable"}
    assert {(True, 1), (False, 2), (False, 0)} <= settled


# --- the published panel

YEARS = {0: 2018, 1: 2017, 2: 2016}
PROGRESS = {0: 2019, 1: 2018, 2: 2017, 3: 2016}
SUBJECTS = {"reading": "read", "writing": "writ", "maths": "mat"}
INSPECTIONS = {0: "ofsted_next", 1: "ofsted_last_before_2018_09", 2: "ofsted_prev2"}
PLAIN = {"absence.overall": "abs_overall_2018_19", "absence.persistent": "abs_pa10_2018_19", "census.fsm6": "pct_fsm6_2019", "census.eal": "pct_eal_2019"}


def column_of_panel(cell: rf.Cell) -> str | None:
    """The column of the panel a cell is read from."""
    if cell.source != "indicator":
        return None
    if cell.indicator in PLAIN and cell.shift == 0 and not cell.group:
        return PLAIN[cell.indicator]
    stem = {"ks2.rwm_expected": "rwm_exp", "ks2.rwm_higher": "rwm_high"}.get(cell.indicator)
    if stem and not cell.group and cell.shift in YEARS:
        return f"{stem}_{YEARS[cell.shift]}"
    if cell.indicator == "ks2.progress" and cell.group in SUBJECTS and cell.shift in PROGRESS:
        return f"{SUBJECTS[cell.group]}_prog_{PROGRESS[cell.shift]}"
    if cell.indicator == "ofsted.overall" and not cell.group:
        return INSPECTIONS.get(cell.shift)
    return None


def panel_frame(path: Any, columns: dict[str, str]) -> Any:
    """The panel with figures as floats and grades as level ids; what is no figure is missing."""
    pd = pytest.importorskip("pandas", reason="pandas is not installed")
    panel = pd.read_csv(path, dtype=str, keep_default_na=False)
    frame = {"urn": panel["urn"].astype("int64")}
    for column in sorted(set(columns.values())):
        if column.startswith("ofsted"):
            grades = panel[column].str.lower().str.replace(" ", "_").replace({"satisfactory": "requires_improvement", "": None})
            frame[column] = pd.Categorical(grades)
        else:
            frame[column] = pd.to_numeric(panel[column], errors="coerce")
    return pd.DataFrame(frame)


def row_of_frame(frame: Any, index: int, cells: list[rf.Cell], columns: dict[str, str]) -> rf.Row:
    row: rf.Row = dict.fromkeys([cell.name for cell in cells])
    for cell, column in columns.items():
        value = frame[column].iloc[index]
        row[cell] = value if isinstance(value, str) else None if math.isnan(value) else Decimal(repr(float(value)))
    return row


@pytest.mark.parametrize("id", [info.id for info in si.frameworks()])
def test_the_published_panel(id, data):
    framework = si.framework(id)
    cells = read_by(framework, rf.cells_of(framework.to_dict()))
    columns = {cell.name: column for cell in cells if (column := column_of_panel(cell)) and cell.name in framework.cells}
    frame = panel_frame(data / "panel_primary_2016-2020.csv", columns)
    for cell in cells:
        if cell.name in columns and cell.period == "point":  # As evidence_of() dates them.
            day = rf.VALID - dt.timedelta(days=30 * cell.shift)
            frame[rf.cell_name("observed_on", cell.indicator, cell.group, cell.shift)] = (
                frame[columns[cell.name]].astype(object).map(lambda grade, day=day: day, na_action="ignore")
            )
    judged = framework.judge_table(frame, valid=rf.VALID, columns=columns, key="urn", threads=2)
    assert len(judged) == len(frame) == 15_332
    failing = {int(issue.pointer.split(",")[0].removeprefix("row ")) for issue in judged.failures}
    assert judged.failed == len(failing) < 20  # Some figures of the panel are out of the bounds of their indicator.
    rng = random.Random(id)
    for index in rng.sample(sorted(set(range(len(frame))) - failing), 300):
        alone = rf.judge_row(framework, cells, row_of_frame(frame, index, cells, columns))
        said = said_alone(alone)
        for judgement, answer in said["answers"].items():
            assert (judged.suggested(judgement, row=index), judged.possible(judgement, row=index), judged.states(judgement, row=index)) == answer
        assert judged.criteria(index) == said["criteria"]
        assert said_alone(judged[frame["urn"].iloc[index]]) == said

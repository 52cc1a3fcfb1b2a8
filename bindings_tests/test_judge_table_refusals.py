"""judge_table(): what it refuses and what fails row by row, how a run is stopped, and threads of Python beside it."""

from __future__ import annotations

import datetime as dt
import threading
import time
from decimal import Decimal
from typing import Any

import pytest
import schoolimp as si
from schoolimp import _core
from table_sample import COLUMNS, DOCUMENT, VALID, judge

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
np = pytest.importorskip("numpy", reason="NumPy is not installed")

LONG = 1_000_000


@pytest.fixture(scope="module")
def framework() -> si.Framework:
    return si.Framework.from_dict(DOCUMENT)


def with_column(name: str, values: Any) -> Any:
    return pa.table({**COLUMNS, name: values})


def issues_of(call: Any) -> list[tuple[str, str, str, str]]:
    with pytest.raises(si.InvalidDocumentError) as problem:
        call()
    return [(issue.pointer, issue.code, issue.message, issue.hint) for issue in problem.value.issues]


# --- what is no table, and columns that do not fit


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (5, "table is a int, which has neither __arrow_c_stream__ nor __arrow_c_array__"),
        (None, "table is a NoneType"),
        ([5], "table is a list.*plain values may be a dict of lists or arrays, or a list of dicts"),
        ("figures.csv", "table is a str"),
    ],
)
def test_what_is_no_table(framework, table, told):
    with pytest.raises(TypeError, match=told):
        judge(framework, table)


def test_a_lazy_frame_is_collected_first(framework):
    class LazyFrame:
        def collect(self) -> None: ...

    with pytest.raises(TypeError, match=r"table is a LazyFrame, .*; collect\(\) it first"):
        judge(framework, LazyFrame())


@pytest.mark.parametrize(
    ("name", "values", "pointer", "code", "told"),
    [
        ("absence", ["5.1%", "6%", None, "7"], "column 'absence'", "wrong_type", "the cell absence is a number"),
        ("grade_given", [1.0, 2.0, None, 4.0], "column 'grade_given'", "wrong_type", "the cell grade_given is a level"),
        ("academy", ["yes", "no", None, "yes"], "column 'academy'", "wrong_type", "the cell academy is a condition: bool"),
        ("opened", [dt.datetime(2026, 1, 1)] * 4, "column 'opened'", "wrong_type", "the cell opened is a date: date32"),
        ("urn", [100001.0, 100002.0, None, 100004.0], "column 'urn'", "wrong_type", "ids of schools are text or whole numbers"),
        ("absence:missing", [1, 2, 3, 4], "column 'absence:missing'", "wrong_type", "reasons for missing values are words"),
    ],
)
def test_columns_of_a_wrong_type(framework, name, values, pointer, code, told):
    [issue] = issues_of(lambda: judge(framework, with_column(name, values)))
    assert issue[:2] == (pointer, code)
    assert told in issue[2]


def test_names_that_are_not_there(framework):
    table = pa.table(COLUMNS)
    found = issues_of(lambda: judge(framework, table, columns={"absense": "absence", "pupils": "pupil"}, constants={"kinds": "infant"}, key="URN"))
    assert [(pointer, code) for pointer, code, _, _ in found] == [
        ("column 'pupil'", "unknown_column"),
        ("option columns, 'absense'", "unknown_cell"),
        ("option constants, 'kinds'", "unknown_cell"),
        ("option key", "unknown_column"),
    ]
    assert [hint for _, _, _, hint in found][:3] == ["did you mean 'pupils'?", "did you mean 'absence'?", "did you mean 'kind'?"]


def test_a_table_without_any_cell(framework):
    assert [code for _, code, _, _ in issues_of(lambda: judge(framework, pa.table({"urn": [1]}), constants=None))] == ["no_cells"]


def test_bad_dicts(framework):
    found = issues_of(lambda: judge(framework, {"absence": np.zeros(3), "pupils": np.zeros(4), "kind": np.array([b"a", b"b", b"c"]), "opened": {1, 2, 3}}, key=None))
    assert sorted((pointer, code) for pointer, code, _, _ in found) == [
        ("column 'kind'", "bad_format"),
        ("column 'opened'", "not_a_buffer"),
        ("column 'pupils'", "different_length"),
    ]


@pytest.mark.parametrize("threads", [0, -1, 1025])
def test_threads_out_of_range(framework, threads):
    assert [(pointer, code) for pointer, code, _, _ in issues_of(lambda: judge(framework, pa.table(COLUMNS), threads=threads))] == [("option threads", "out_of_range")]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"threads": "2"}, "threads is a whole number, not str"),
        ({"threads": True}, "threads is a whole number, not bool"),
        ({"key": 5}, "key is a str, not int"),
        ({"columns": {"absence": 5}}, r"columns\['absence'\] is a str, not int"),
        ({"columns": {5: "absence"}}, "columns is a str, not int"),
        ({"valid": dt.datetime(2026, 9, 1)}, "valid is a datetime.date, not datetime"),
        ({"search_limit": 1.5}, "search_limit is a whole number, not float"),
    ],
)
def test_arguments_of_a_wrong_type(framework, options, told):
    with pytest.raises(TypeError, match=told):
        judge(framework, pa.table(COLUMNS), **options)


# --- constants


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("absence", 4),
        ("absence", Decimal("3.9")),
        ("absence", np.int16(4)),
        ("grade_given", "good"),
        ("academy", True),
        ("opened", dt.date(2012, 9, 1)),
        ("kind", "infant"),
        ("kind", "none of these"),
    ],
)
def test_constants_of_every_type(framework, cell, value):
    table = pa.table(COLUMNS).slice(0, 1).drop_columns([cell])
    judged = judge(framework, table, constants={"national(absence)": 5, cell: value})
    assert judged.absent == ()
    assert judged.criteria(0) == {"low": "met", "good": "met", "small": "met", "settled": "not_met" if value == "none of these" else "met"}
    assert {result.id: result.result for result in judged.explain(0).criteria} == judged.criteria(0)


@pytest.mark.parametrize(
    ("value", "kind", "told"),
    [
        (5.2, TypeError, r"constants\['absence'\]: 5.2 is a binary floating-point number; give Decimal\('5.2'\) or a whole number"),
        (np.float32(5.5), TypeError, "is a binary floating-point number"),
        (None, TypeError, "not NoneType .*; leave the cell out, and it is unknown"),
        ([5], TypeError, "is an int, Decimal, str, bool or datetime.date, not list"),
        (Decimal("NaN"), ValueError, "NaN is not a figure"),
        (dt.datetime(2026, 1, 1), TypeError, "is a datetime.date, not datetime"),
        (101, si.InvalidDocumentError, "101 is above the maximum of 100"),
        (10**30, si.InvalidDocumentError, "cannot be held exactly"),
        pytest.param(10**5000, si.InvalidDocumentError, "cannot be held exactly", id="5001 digits"),
        (Decimal("1E+999999"), si.InvalidDocumentError, "cannot be held exactly"),
        ("5.2", si.InvalidDocumentError, "the cell is a number"),
        (True, si.InvalidDocumentError, "the cell is a number"),
    ],
)
def test_constants_that_do_not_fit(framework, value, kind, told):
    with pytest.raises(kind, match=told) as problem:
        judge(framework, pa.table(COLUMNS), constants={"absence": value})
    assert len(str(problem.value)) < 400


def test_a_constant_that_is_no_level(framework):
    [issue] = issues_of(lambda: judge(framework, pa.table(COLUMNS), constants={"grade_given": "Good"}))
    assert issue == ("constant 'grade_given'", "unknown_level", "'Good' is not a level of its scale", "did you mean 'good'?")


# --- rows that fail by themselves


@pytest.mark.parametrize("encoded", [False, True])
@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("RI", "'requires_improvement'"),
        ("outstanding ", "did you mean 'outstanding'?"),
        ("Requires improvement", "did you mean 'requires_improvement'?"),
    ],
)
def test_words_that_are_no_levels(framework, word, hint, encoded):
    grades = pa.array(["good", word, None, "inadequate"])
    judged = judge(framework, with_column("grade_given", grades.dictionary_encode() if encoded else grades))
    [issue] = judged.failures
    assert (judged.failed, issue.pointer, issue.code) == (1, "row 1, column 'grade_given'", "unknown_level")
    assert issue.message == f"'{word}' is not a level of the cell grade_given"
    assert hint in issue.hint
    assert [bool(state & si.RowState.FAILED) for state in judged.states()] == [False, True, False, False]
    assert (judged.suggested(row=1), judged.possible(row=1), judged.criterion("low")[1]) == (None, (), None)
    assert judged.suggested(row=0) == "none"
    for ask in (judged.explain, judged.criteria):
        assert [code for _, code, _, _ in issues_of(lambda ask=ask: ask(1))] == ["unknown_level"]


def test_figures_out_of_their_bounds(framework):
    judged = judge(framework, with_column("absence", [100.0, 100.5, -0.1, float("inf")]))
    assert judged.failed == 3
    assert [(issue.pointer, issue.code) for issue in judged.failures] == [(f"row {row}, column 'absence'", "out_of_range") for row in (1, 2, 3)]


def test_only_the_first_failures_are_told(framework):
    judged = judge(framework, {"absence": np.full(3000, 200.0)}, key=None, threads=2)
    assert (judged.failed, len(judged.failures)) == (3000, 100)
    assert [issue.pointer.split(",")[0] for issue in judged.failures] == [f"row {row}" for row in range(100)]


# --- progress, stopping, threads


@pytest.fixture(scope="module")
def long_table() -> dict[str, Any]:
    numbers = np.random.default_rng(1)
    absence = numbers.integers(0, 100, LONG) / 10
    absence[numbers.random(LONG) < 0.05] = np.nan
    return {"absence": absence, "pupils": numbers.integers(1, 1000, LONG, dtype=np.int32), "academy": numbers.random(LONG) < 0.5}


@pytest.mark.parametrize("threads", [1, 2])
def test_progress(framework, long_table, threads):
    told: list[tuple[int, int]] = []
    thread = []
    judge(framework, long_table, key=None, threads=threads, progress=lambda *done: (told.append(done), thread.append(threading.get_ident())))
    assert told[-1] == (LONG, LONG)
    assert told.count(told[-1]) == 1
    assert told == sorted(told)
    assert all(0 < done <= rows == LONG for done, rows in told)
    assert set(thread) == {threading.get_ident()}


def test_progress_of_few_rows(framework):
    told: list[tuple[int, int]] = []
    judge(framework, pa.table(COLUMNS), progress=lambda *done: told.append(done))
    judge(framework, pa.table(COLUMNS).slice(0, 0), progress=lambda *done: told.append(done))
    assert told == [(4, 4), (0, 0)]


@pytest.mark.parametrize("threads", [1, 2])
def test_a_run_is_stopped(framework, long_table, threads):
    with pytest.raises(si.CancelledError, match="stopped by its progress callback"):
        judge(framework, long_table, key=None, threads=threads, progress=lambda done, rows: False)


def test_a_run_is_stopped_at_its_end(framework):
    with pytest.raises(si.CancelledError):
        judge(framework, pa.table(COLUMNS).slice(0, 0), progress=lambda done, rows: False)


@pytest.mark.parametrize("answer", [None, True, 0, ""])
def test_only_false_stops(framework, answer):
    assert len(judge(framework, pa.table(COLUMNS), progress=lambda done, rows: answer)) == 4


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("error", [ZeroDivisionError, KeyboardInterrupt])
def test_what_progress_raises_comes_out(framework, long_table, threads, error):
    def progress(done: int, rows: int) -> None:
        raise error("stop here")

    with pytest.raises(error, match="stop here"):
        judge(framework, long_table, key=None, threads=threads, progress=progress)


def test_progress_that_cannot_be_called(framework):
    with pytest.raises(TypeError, match="not callable"):
        judge(framework, pa.table(COLUMNS), progress=5)


def test_other_threads_go_on(framework, long_table):
    """A thread of Python counts while a million rows are judged; the answers are those of a run by itself."""
    counted, stop = [0], threading.Event()

    def count() -> None:
        while not stop.is_set():
            counted[0] += 1

    alone = judge(framework, long_table, key=None)
    counter = threading.Thread(target=count)
    counter.start()
    try:
        time.sleep(0.01)
        before, started = counted[0], time.perf_counter()
        beside = judge(framework, long_table, key=None)
        during, lasted = counted[0] - before, time.perf_counter() - started
    finally:
        stop.set()
        counter.join(timeout=60)
    assert len(beside) == LONG
    assert during > 1000, f"{during} in {lasted:.3f} s"
    assert beside.to_arrow().equals(alone.to_arrow())


def test_two_threads_judge_and_explain_at_once(framework, long_table):
    table = _core.Table.from_columns(long_table)
    expected = judge(framework, table, key=None)
    answers: dict[int, Any] = {}
    start = threading.Barrier(2)

    def work(number: int) -> None:
        start.wait(timeout=60)
        judged = judge(framework, table, key=None, threads=2)
        answers[number] = (judged.to_arrow(), [expected.explain(row).suggested() for row in range(200)], len(expected.schools))

    workers = [threading.Thread(target=work, args=(number,)) for number in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=120)
    suggested = expected.suggested()
    for arrow, explained, schools in (answers[0], answers[1]):
        assert arrow.equals(expected.to_arrow())
        assert explained == suggested[:200]
        assert schools == LONG


def test_kernels_by_name(framework):
    names = _core.kernel_names()
    assert names[-1] == "baseline"
    assert len(set(names)) == len(names)
    tables = [si.judge_table(framework, pa.table(COLUMNS), valid=VALID, _kernels=name).to_arrow() for name in names]
    assert all(table.equals(tables[0]) for table in tables)
    with pytest.raises(si.NotFoundError, match="this machine has no kernels 'abacus'"):
        si.judge_table(framework, pa.table(COLUMNS), valid=VALID, _kernels="abacus")

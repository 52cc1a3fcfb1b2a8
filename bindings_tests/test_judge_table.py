"""judge_table(): tables of every library in, answers by row, by school and as tables out; what is refused, and how."""

from __future__ import annotations

import array
import copy
import gc
import pickle
import sys
import weakref
from decimal import Decimal

import pytest
import schoolimp as si
from schoolimp import _core
from table_sample import COLUMNS, DOCUMENT, NATIONAL, POSSIBLE, SUGGESTED, VALID, judge


@pytest.fixture(scope="module")
def pa():
    return pytest.importorskip("pyarrow", reason="pyarrow is not installed")


@pytest.fixture(scope="module")
def np():
    return pytest.importorskip("numpy", reason="NumPy is not installed")


@pytest.fixture(scope="module")
def framework() -> si.Framework:
    return si.Framework.from_dict(DOCUMENT)


@pytest.fixture(scope="module")
def judged(framework, pa) -> si.TableJudgement:
    return judge(framework, pa.table(COLUMNS))


def says_the_same(judged: si.TableJudgement) -> None:
    assert judged.failures == ()
    assert judged.suggested() == SUGGESTED
    assert judged.possible() == POSSIBLE
    assert judged.criterion("settled") == ["met", "not_met", "unknown", "not_met"]
    assert judged.criterion("small") == ["met", "not_met", "met", "unknown"]
    assert judged.schools == ("100001", "100002", "100003", "100004")


# --- tables of other libraries


def test_pyarrow(framework, pa):
    table = pa.table(COLUMNS)
    says_the_same(judge(framework, table))
    says_the_same(judge(framework, table.to_batches()[0]))
    says_the_same(judge(framework, pa.RecordBatchReader.from_batches(table.schema, table.to_batches())))
    says_the_same(judge(framework, pa.concat_tables([table.slice(0, 1), table.slice(1, 0), table.slice(1, 2), table.slice(3)])))
    says_the_same(judge(framework, pa.concat_tables([table, table]).slice(4)))
    says_the_same(framework.judge_table(_core.Table.from_arrow(table), valid=VALID, constants=NATIONAL, key="urn"))


@pytest.mark.parametrize("text", ["string", "large_string", "string_view", "dictionary"])
@pytest.mark.parametrize("number", ["float64", "decimal128(9, 2)"])
def test_types_of_arrow(framework, pa, text, number):
    texts = pa.dictionary(pa.int8(), pa.string()) if text == "dictionary" else getattr(pa, text)()
    numbers = pa.decimal128(9, 2) if number.startswith("decimal") else pa.float64()
    types = {"urn": pa.string(), "absence": numbers, "pupils": pa.uint16(), "grade_given": texts, "academy": pa.bool_(), "opened": pa.date32(), "kind": texts}
    columns = {**COLUMNS, "urn": [str(urn) for urn in COLUMNS["urn"]]}
    if number.startswith("decimal"):
        columns["absence"] = [None if value is None else Decimal(str(value)) for value in COLUMNS["absence"]]
    says_the_same(judge(framework, pa.table({name: pa.array(values, types[name]) for name, values in columns.items()})))


def test_pandas(framework):
    pd = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pd.DataFrame(COLUMNS)
    says_the_same(judge(framework, frame))
    says_the_same(judge(framework, frame.set_index("urn")))
    nullable = frame.astype({"pupils": "Int64", "academy": "boolean", "grade_given": "category", "absence": "Float32"})
    says_the_same(judge(framework, nullable))
    says_the_same(judge(framework, pd.concat([nullable, nullable])[4:]))
    shuffled = frame.sort_values("urn", ascending=False).iloc[::-1]
    says_the_same(judge(framework, shuffled[[*reversed(frame.columns)]]))


def test_polars(framework):
    pl = pytest.importorskip("polars", reason="Polars is not installed")
    frame = pl.DataFrame(COLUMNS)
    says_the_same(judge(framework, frame))
    says_the_same(
        judge(
            framework,
            frame.with_columns(
                pl.col("grade_given").cast(pl.Categorical), pl.col("kind").cast(pl.Enum(sorted({*COLUMNS["kind"]}))), pl.col("absence").cast(pl.Decimal(9, 2))
            ),
        )
    )
    says_the_same(judge(framework, pl.concat([frame[:1], frame[1:3], frame[3:]], rechunk=False)))
    says_the_same(judge(framework, pl.concat([frame, frame])[4:]))


def test_duckdb(framework, pa):
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    table = pa.table(COLUMNS)
    with duckdb.connect() as connection:
        connection.register("given", table)
        says_the_same(judge(framework, connection.sql("select * from given order by urn")))
        says_the_same(judge(framework, connection.sql("select * replace (absence::decimal(9, 2) as absence, pupils::smallint as pupils) from given order by urn")))
        answers = judge(framework, table)
        connection.register("answers", answers.to_table())
        joined = connection.sql("select g.urn, a.support from given g join answers a on a.urn = g.urn::varchar order by all").fetchall()
        assert joined == list(zip(COLUMNS["urn"], SUGGESTED, strict=True))


def test_numpy(framework, np):
    absence = np.array([3.9, 6.25, np.nan, 5.2])
    block = np.stack([absence, np.arange(4.0)], axis=1)
    for figures in (absence, block[:, 0], block[::-1, 0][::-1], absence.astype(np.float32), np.repeat(absence, 3)[::3]):
        table = {
            "urn": np.array(COLUMNS["urn"]),
            "absence": figures,
            "pupils": np.array([180, 420, 209, 0], dtype=np.int16),
            "academy": np.array([True, False, True, True]),
        }
        judged = judge(framework, table)
        assert judged.criterion("low") == ["met", "not_met", "unknown", "met"]
        assert judged.criterion("small") == ["met", "not_met", "met", "met"]
        assert judged.possible() == [("none", "some"), ("some", "much"), ("none", "some", "much"), ("none", "some")]
        assert judged.schools == ("100001", "100002", "100003", "100004")


def test_plain_buffers(framework):
    judged = judge(framework, {"urn": array.array("q", [7, 8]), "absence": array.array("f", [5.2, 5.3])})
    assert judged.criterion("low") == ["met", "not_met"]
    assert judged["8"].school == "8"


def test_columns_of_other_names(framework, pa):
    table = pa.table(COLUMNS).rename_columns([f"my {name}" for name in COLUMNS])
    names = {name: f"my {name}" for name in COLUMNS if name != "urn"}
    says_the_same(judge(framework, table, columns=names, key="my urn"))


# --- the answers


def test_answers_by_row(judged, framework):
    says_the_same(judged)
    assert (len(judged), judged.rows, judged.failed) == (4, 4, 0)
    assert judged.framework is framework
    assert judged.suggested("support") == judged.suggested()
    assert judged.suggested(row=1) == "much"
    assert judged.possible("support", row=2) == ("none", "some")
    assert judged.states() == [si.RowState(0)] * 4
    assert judged.states(row=0) == si.RowState(0)
    assert judged.criteria(3) == {"low": "met", "good": "unknown", "small": "unknown", "settled": "not_met"}
    assert judged.absent == ()
    assert repr(judged) == "<schoolimp.TableJudgement example 2026 rows=4 failed=0>"


def test_cells(framework):
    assert framework.cells == ("absence", "national(absence)", "grade_given", "pupils", "academy", "opened", "kind")
    assert "observed_on(ofsted.report_card)" not in framework.cells
    assert all(len(set(cells)) == len(cells) for cells in (si.framework(info.id).cells for info in si.frameworks()))


def test_cells_of_ageing_observations_and_of_a_framework_for_some_phases():
    document = copy.deepcopy(DOCUMENT)
    document["indicators"][0]["max_age"] = {"maximum": 12, "unit": "month"}
    document["applies_to"] = ["primary"]
    framework = si.Framework.from_dict(document)
    assert framework.cells[:2] == ("absence", "observed_on(absence)")
    assert framework.cells[-1] == "school.phase"


def test_absent_cells_are_unknown(framework, pa):
    judged = judge(framework, pa.table(COLUMNS).drop_columns(["grade_given", "kind"]))
    assert judged.absent == ("grade_given", "kind")
    assert judged.possible() == [("none", "some"), ("some", "much"), ("none", "some", "much"), ("none", "some")]


def test_an_explanation_has_the_reasons(judged):
    explained = judged.explain(1)
    assert (explained.school, explained.suggested(), explained.valid) == ("100002", "much", VALID)
    assert explained == judged["100002"] == judged[100002] == judged.explain(key="100002") == judged.explain(key=100002)
    assert {result.id: result.result for result in explained.criteria} == judged.criteria(1)
    assert [comparison.text for comparison in explained.criteria[0].comparisons] == ["absence <= national(absence)"]
    assert any("6.25" in reading.value for reading in explained.readings)
    assert si.Judgement.from_json(explained.to_json()) == explained


def test_schools_by_key(judged):
    assert "100002" in judged
    assert 100002 in judged
    assert "2" not in judged
    assert None not in judged
    assert judged.row_of("100003") == 2
    with pytest.raises(KeyError, match="no row has the key '42'"):
        judged["42"]
    with pytest.raises(TypeError, match="the key of a row is a str or a whole number, not float"):
        judged[100001.0]
    with pytest.raises(TypeError, match="takes the number of a row or key="):
        judged.explain(1, key="100001")
    with pytest.raises(TypeError, match="takes the number of a row or key="):
        judged.explain()
    with pytest.raises(TypeError, match="not iterable"):
        iter(judged)


def test_keys_twice_and_keys_missing(framework, pa):
    judged = judge(framework, pa.table({"urn": ["a", None, "b", "a"], "absence": [1.0, 2.0, 3.0, 4.0]}))
    assert judged.schools == ("a", "", "b", "a")
    assert judged["b"].school == "b"
    assert judged.explain(1).school == ""
    with pytest.raises(KeyError, match="2 rows have the key 'a': 0, 3; name one by its number"):
        judged["a"]
    assert "" not in judged


def test_without_a_key_rows_are_named_by_their_number(framework, pa):
    judged = judge(framework, pa.table(COLUMNS), key=None)
    assert judged.schools == ("0", "1", "2", "3")
    assert judged["1"] == judged[1] == judged.explain(1)
    assert judged[1].school == "1"
    with pytest.raises(KeyError, match="judged without a key, and its rows are 0 to 3"):
        judged[4]


def test_rows_and_ids_that_are_not_there(judged):
    for row in (4, -1):
        for ask in (judged.explain, judged.criteria, lambda row: judged.suggested(row=row), lambda row: judged.possible(row=row), lambda row: judged.states(row=row)):
            with pytest.raises(si.OutOfRangeError, match=f"row {row} was asked for; the table has 4 rows"):
                ask(row)
    with pytest.raises(TypeError, match="row is a whole number, not str"):
        judged.criteria("1")
    for ask in (judged.suggested, judged.possible, judged.states):
        with pytest.raises(KeyError, match="no judgement 'x' in framework example; it has: support"):
            ask("x")
    with pytest.raises(KeyError, match="no criterion 'x' in framework example; it has: low, good"):
        judged.criterion("x")


def test_reasons_for_missing_values(framework, pa):
    table = pa.table({**COLUMNS, "absence:missing": [None, None, "not_applicable", None]})
    judged = judge(framework, table)
    assert judged.criterion("low") == ["met", "not_met", "not_applicable", "met"]
    reading = next(reading for reading in judged["100003"].readings if reading.indicator == "absence" and not reading.national)
    assert reading.missing == "not_applicable"
    contradiction = judge(framework, pa.table({**COLUMNS, "absence:missing": ["suppressed", None, None, None]}))
    assert [(issue.pointer, issue.code) for issue in contradiction.failures] == [("row 0, column 'absence'", "contradiction")]


def test_no_rows(framework, pa):
    judged = judge(framework, pa.table(COLUMNS).slice(0, 0))
    assert (len(judged), judged.suggested(), judged.possible(), judged.states(), judged.schools) == (0, [], [], [], ())
    assert judged.to_arrow().num_rows == 0


# --- answers as tables


def test_to_arrow(judged, pa):
    table = judged.to_arrow()
    counts = [f"criteria.{word}{suffix}" for word in ("met", "not_met", "unknown") for suffix in ("", ".count")]
    assert table.column_names == ["urn", "support", "support.possible", "support.state", *counts]
    assert table["urn"].to_pylist() == ["100001", "100002", "100003", "100004"]
    assert table["support"].to_pylist() == SUGGESTED
    levels = framework_levels(judged)
    assert table["support"].chunk(0).dictionary.to_pylist() == levels
    assert [tuple(level for i, level in enumerate(levels) if mask >> i & 1) for mask in table["support.possible"].to_pylist()] == POSSIBLE
    assert table["criteria.unknown.count"].to_pylist() == [list(judged.criteria(row).values()).count("unknown") for row in range(4)]
    assert pa.table(judged).equals(table)
    assert judged.to_table().rows == 4


def framework_levels(judged: si.TableJudgement) -> list[str]:
    return [level.split(".")[1] for level in judged.framework.levels]


def test_to_pandas(judged, pa):
    pd = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = judged.to_pandas()
    assert frame["support"].astype(object).where(frame["support"].notna(), None).tolist() == SUGGESTED
    assert frame["support"].cat.categories.tolist() == framework_levels(judged)
    joined = pd.DataFrame({"urn": ["100002"], "name": ["Birch"]}).merge(frame, on="urn")
    assert joined[["name", "support"]].to_numpy().tolist() == [["Birch", "much"]]


def test_to_polars(judged):
    pytest.importorskip("polars", reason="Polars is not installed")
    assert judged.to_polars()["support"].to_list() == SUGGESTED


@pytest.mark.parametrize(("method", "library"), [("to_arrow", "pyarrow"), ("to_pandas", "pandas"), ("to_pandas", "pyarrow"), ("to_polars", "polars")])
def test_a_library_that_is_not_there(judged, monkeypatch, method, library):
    if method == "to_pandas":
        pytest.importorskip("pandas", reason="pandas is not installed")
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ImportError, match=rf"{method}\(\) needs {library}, .*pip install {library}") as problem:
        getattr(judged, method)()
    assert problem.value.name == library


def test_not_pickled_not_made_by_hand(judged):
    for refuse in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="cannot be pickled or copied"):
            refuse(judged)
    with pytest.raises(TypeError, match="made by judge_table"):
        si.TableJudgement()


# --- memory


def test_what_was_read_is_let_go(framework, np):
    values = np.array([1.0, 2.0, 3.0])
    watched, count = weakref.ref(values), sys.getrefcount(values)
    judged = judge(framework, {"absence": values}, key=None)
    explained = judged.explain(0)
    assert sys.getrefcount(values) > count
    del judged
    gc.collect()
    assert sys.getrefcount(values) == count
    del values
    assert watched() is None
    assert explained.school == "0"


def test_buffers_of_arrow_are_let_go(framework, pa):
    gc.collect()
    before = pa.total_allocated_bytes()
    judged = judge(framework, pa.table({"absence": pa.array([5.0] * 100_000)}), key=None)
    assert pa.total_allocated_bytes() >= before + 800_000
    answers = judged.to_arrow()
    del judged
    assert answers.num_rows == 100_000
    gc.collect()
    assert pa.total_allocated_bytes() == before


def test_a_callback_is_not_kept(framework, np):
    class Callback:
        def __call__(self, done: int, rows: int) -> None:
            self.last = (done, rows)

    callback = Callback()
    count = sys.getrefcount(callback)
    judged = judge(framework, {"absence": np.zeros(10)}, key=None, progress=callback)
    assert callback.last == (10, 10)
    assert sys.getrefcount(callback) == count
    assert judged.explain(3).school == "3"

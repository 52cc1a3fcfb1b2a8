"""Tables in and out: what pyarrow, pandas, Polars, DuckDB and NumPy give is read without a copy, and read back by them as it was."""

from __future__ import annotations

import datetime as dt
import decimal
import gc
import threading
import weakref

import pytest
from schoolimp import _core
from schoolimp.errors import InvalidDocumentError


@pytest.fixture(scope="module")
def pa():
    return pytest.importorskip("pyarrow", reason="pyarrow is not installed")


@pytest.fixture(scope="module")
def np():
    return pytest.importorskip("numpy", reason="NumPy is not installed")


class Gives:
    """An object that answers the protocol with what it is told to."""

    def __init__(self, **answers):
        for name, answer in answers.items():
            setattr(self, f"__arrow_c_{name}__", lambda requested_schema=None, answer=answer: answer)


def codes(problem) -> list[tuple[str, str]]:
    return [(issue.code, issue.pointer) for issue in problem.value.issues]


def columns_of_every_type(pa) -> dict:
    days = [dt.date(2026, 1, 1), None, dt.date(1969, 12, 31)]
    long = "a text of more than twelve bytes"
    texts = ["Red", None, long]
    columns = {
        "float64": pa.array([0.1, None, float("inf")]),
        "float32": pa.array([0.5, None, 1.5], pa.float32()),
        "boolean": pa.array([True, None, False]),
        "decimal128(9, 2)": pa.array([decimal.Decimal("12.50"), None, decimal.Decimal("-0.01")], pa.decimal128(9, 2)),
        "date32": pa.array(days, pa.date32()),
        "null": pa.nulls(3),
        "utf8": pa.array(texts),
        "large_utf8": pa.array(texts, pa.large_string()),
        "utf8_view": pa.array(texts, pa.string_view()),
        "dictionary of utf8": pa.array(texts).dictionary_encode(),
        "dictionary of large_utf8": pa.array(texts, pa.large_string()).dictionary_encode(),
        "dictionary of float64": pa.array([0.5, None, 0.5]).dictionary_encode(),
    }
    for bits in (8, 16, 32, 64):
        columns[f"int{bits}"] = pa.array([-1, None, 2 ** (bits - 1) - 1], getattr(pa, f"int{bits}")())
        columns[f"uint{bits}"] = pa.array([0, None, 2**bits - 1], getattr(pa, f"uint{bits}")())
    return columns


def test_every_type_of_pyarrow(pa):
    columns = columns_of_every_type(pa)
    given = pa.table(columns)
    table = _core.Table.from_arrow(given)
    assert table.rows == len(table) == 3
    assert table.column_names == list(columns)
    assert table.type_names == list(columns)
    assert pa.table(table).equals(given)


@pytest.mark.parametrize("offset", [0, 1, 7, 8, 9, 63])
def test_slices_and_chunks(pa, offset):
    columns = {name: pa.concat_arrays([column] * 40) for name, column in columns_of_every_type(pa).items()}
    given = pa.table(columns)
    sliced = pa.concat_tables([given.slice(offset, 20), given.slice(0, 0), given.slice(119 - offset)])
    table = _core.Table.from_arrow(sliced)
    assert table.rows == sliced.num_rows
    assert pa.table(table).equals(sliced)
    batch = given.to_batches()[0].slice(offset, 11)
    assert pa.table(_core.Table.from_arrow(batch)).equals(pa.Table.from_batches([batch]))


def test_record_batches_by_the_array_protocol(pa):
    batch = pa.record_batch({"x": [1, None, 3], "t": ["a", "b", None]})
    table = _core.Table.from_arrow(Gives(array=batch.__arrow_c_array__()))
    assert pa.table(table).to_pydict() == batch.to_pydict()


def test_null_rows(pa):
    rows = pa.array([{"x": 1, "t": "a"}, None, {"x": None, "t": "c"}])
    table = _core.Table.from_arrow(Gives(array=rows.slice(1).__arrow_c_array__()))
    assert table.rows == 2
    back = pa.chunked_array(table)
    assert back.to_pylist() == [None, {"x": None, "t": "c"}]


def test_tables_without_rows_or_columns(pa):
    schema = pa.schema({"x": pa.float64(), "t": pa.string_view()})
    table = _core.Table.from_arrow(schema.empty_table())
    assert (table.rows, table.column_names) == (0, ["x", "t"])
    assert pa.table(table).schema == schema
    reader = pa.RecordBatchReader.from_batches(schema, [])
    assert _core.Table.from_arrow(reader).rows == 0


def test_other_types_pass_through(pa):
    given = pa.table(
        {
            "when": pa.array([dt.datetime(2026, 1, 1)], pa.timestamp("us", "Europe/London")),
            "parts": [[1, 2]],
            "record": [{"a": 1, "b": "x"}],
            "x": [1.5],
            "raw": [b"\xff"],
            "runs": pa.RunEndEncodedArray.from_arrays([1], ["a"]),
        }
    )
    table = _core.Table.from_arrow(given)
    assert table.type_names == ["timestamp[us, Europe/London]", "list", "struct", "float64", "binary", "run_end_encoded"]
    assert pa.table(table).equals(given)


def test_select(pa):
    table = _core.Table.from_arrow(pa.table({"a": [1, 2], "b": ["x", "y"], "c": [True, False]}))
    chosen = table.select(["c", "a"])
    del table
    assert pa.table(chosen).to_pydict() == {"c": [True, False], "a": [1, 2]}
    with pytest.raises(InvalidDocumentError) as problem:
        chosen.select(["aa"])
    assert codes(problem) == [("unknown_column", "column 'aa'")]
    assert problem.value.issues[0].hint == "did you mean 'a'?"


def test_nothing_is_copied_and_nothing_leaks(pa):
    gc.collect()
    before = pa.total_allocated_bytes()
    given = pa.table({"x": pa.array(range(100_000), pa.float64())})
    address = given.column(0).chunk(0).buffers()[1].address
    table = _core.Table.from_arrow(given)
    again = pa.table(table)
    assert again.column(0).chunk(0).buffers()[1].address == address
    assert pa.total_allocated_bytes() - before < 2 * 800_000
    del given, table
    assert again.column(0)[99_999].as_py() == 99_999
    del again
    gc.collect()
    assert pa.total_allocated_bytes() == before


def test_many_exports_at_once_and_unread_ones(pa):
    given = pa.table({"x": [1, 2, 3]})
    table = _core.Table.from_arrow(given)
    capsules = [table.__arrow_c_stream__() for _ in range(5)]
    del table
    assert pa.table(Gives(stream=capsules[2])).equals(given)
    del capsules
    gc.collect()


def test_a_stream_is_read_once(pa):
    capsule = pa.table({"x": [1]}).__arrow_c_stream__()
    assert _core.Table.from_arrow(Gives(stream=capsule)).rows == 1
    with pytest.raises(InvalidDocumentError) as problem:
        _core.Table.from_arrow(Gives(stream=capsule))
    assert codes(problem) == [("released", "")]


def test_a_requested_schema_is_only_a_wish(pa):
    table = _core.Table.from_arrow(pa.table({"x": [1]}))
    wish = pa.schema({"x": pa.float64()}).__arrow_c_schema__()
    assert pa.RecordBatchReader._import_from_c_capsule(table.__arrow_c_stream__(requested_schema=wish)).schema == pa.schema({"x": pa.int64()})


def test_a_failing_stream(pa):
    def batches():
        yield pa.record_batch({"x": [1.0]})
        raise ValueError("the source has gone")

    reader = pa.RecordBatchReader.from_batches(pa.schema({"x": pa.float64()}), batches())
    with pytest.raises(InvalidDocumentError, match="the source has gone") as problem:
        _core.Table.from_arrow(reader)
    assert codes(problem) == [("stream_failed", "")]


def test_a_stream_made_in_another_thread(pa):
    """Whoever fills the stream may need the interpreter lock in a thread of its own."""

    def batches():
        made = []
        worker = threading.Thread(target=lambda: made.append(pa.record_batch({"x": [1.0]})))
        worker.start()
        worker.join(timeout=60)
        yield made[0]

    reader = pa.RecordBatchReader.from_batches(pa.schema({"x": pa.float64()}), batches())
    assert _core.Table.from_arrow(reader).rows == 1


def test_not_tables(pa):
    cases = [
        (5, "not_arrow"),
        (None, "not_arrow"),
        ({"x": [1]}, "not_arrow"),
        (pa.chunked_array([[1, 2]]), "not_a_table"),
        (pa.array([1, 2]), "not_a_table"),
        (pa.table([[1], [2]], names=["x", "x"]), "duplicate_name"),
        (Gives(stream=5), "not_arrow"),
        (Gives(stream=pa.schema([]).__arrow_c_schema__()), "not_arrow"),
        (Gives(array=5), "not_arrow"),
        (Gives(array=(5, 6)), "not_arrow"),
        (Gives(array=()), "not_arrow"),
    ]
    for given, code in cases:
        with pytest.raises(InvalidDocumentError) as problem:
            _core.Table.from_arrow(given)
        assert [issue.code for issue in problem.value.issues] == [code]


def test_an_exception_of_the_giver_is_passed_on():
    class Broken:
        def __arrow_c_stream__(self, requested_schema=None):
            raise KeyError("nothing here")

    with pytest.raises(KeyError, match="nothing here"):
        _core.Table.from_arrow(Broken())


def test_polars():
    pl = pytest.importorskip("polars", reason="Polars is not installed")
    frame = pl.DataFrame(
        {
            "x": [1.5, None, 3.0],
            "n": [1, 2, None],
            "small": pl.Series([1, None, 3], dtype=pl.Int8),
            "t": ["a", None, "a text of more than twelve bytes"],
            "level": pl.Series(["Red", "Green", "Red"], dtype=pl.Categorical),
            "grade": pl.Series(["b", "a", None], dtype=pl.Enum(["a", "b"])),
            "flag": [True, None, False],
            "day": [dt.date(2026, 1, 1), None, dt.date(2025, 1, 1)],
            "nothing": [None, None, None],
            "price": pl.Series([decimal.Decimal("1.50"), None, decimal.Decimal("2.00")], dtype=pl.Decimal(9, 2)),
        }
    )
    table = _core.Table.from_arrow(frame)
    types = dict(zip(table.column_names, table.type_names, strict=True))
    assert (types["x"], types["n"], types["small"], types["flag"], types["day"]) == ("float64", "int64", "int8", "boolean", "date32")
    assert types["level"].startswith("dictionary of ")
    assert types["grade"].startswith("dictionary of ")
    assert types["t"] in ("utf8_view", "large_utf8")
    assert types["price"].startswith("decimal128(")
    assert pl.DataFrame(table).to_dict(as_series=False) == frame.to_dict(as_series=False)
    for piece in (frame.slice(1, 2), pl.concat([frame, frame], rechunk=False)[2:5]):
        assert pl.DataFrame(_core.Table.from_arrow(piece)).to_dict(as_series=False) == piece.to_dict(as_series=False)


def test_duckdb(pa):
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    with duckdb.connect() as connection:
        query = """select range as n, range / 7.0 as x, 'school ' || range as t, (range % 3 = 0) as flag, date '2026-01-01' + range::int as day,
                          case when range % 5 = 0 then null else (range % 4)::tinyint end as small,
                          (['Red', 'Green'])[1 + range % 2]::enum('Green', 'Red') as level, (range / 4)::decimal(9, 2) as price from range(5000)"""
        table = _core.Table.from_arrow(connection.sql(query))
        assert table.rows == 5000
        types = dict(zip(table.column_names, table.type_names, strict=True))
        assert (types["n"], types["x"], types["flag"], types["day"], types["small"]) == ("int64", "float64", "boolean", "date32", "int8")
        assert types["level"].startswith("dictionary of ")
        assert types["price"] == "decimal128(9, 2)"
        assert pa.table(table).to_pydict() == connection.sql(query).to_arrow_table().to_pydict()
        back = pa.table(table)  # noqa: F841  read by name
        assert connection.sql("select sum(n), count(small), count(distinct level) from back").fetchall() == [(12497500, 4000, 2)]


def test_pandas(pa):
    pd = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pd.DataFrame({"x": [1.5, float("nan"), 3.0], "n": [1, 2, 3], "t": ["a", None, "c"], "level": pd.Categorical(["Red", "Green", None])})
    table = _core.Table.from_arrow(frame)
    assert table.rows == 3
    types = dict(zip(table.column_names, table.type_names, strict=True))
    assert (types["x"], types["n"]) == ("float64", "int64")
    assert types["level"].startswith("dictionary of ")
    assert pa.table(table).to_pydict()["t"] == ["a", None, "c"]
    assert pa.table(table).to_pydict()["level"] == ["Red", "Green", None]


def test_numpy_columns_of_every_type(np, pa):
    names = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64", "bool"]
    columns = {name: np.array([0, 1, 3], dtype=name) for name in names} | {"longlong": np.array([0, 1, 3], dtype=np.longlong)}
    table = _core.Table.from_columns(columns)
    assert table.type_names == [*names[:-1], "boolean", "int64"]
    assert pa.table(table).to_pydict() == {name: column.tolist() for name, column in columns.items()}


def test_numpy_strides(np, pa):
    block = np.arange(30.0).reshape(10, 3)
    record = np.zeros(10, dtype=[("flag", "?"), ("x", "<f8"), ("n", "<i2")])
    record["x"] = np.arange(10) + 0.5
    record["n"] = np.arange(10)
    record["flag"] = np.arange(10) % 2 == 0
    truths = np.arange(20) % 3 == 0
    columns = {
        "row_major": block[:, 1],
        "backwards": block[::-1, 0],
        "every_other": np.arange(20, dtype=np.int32)[1::2],
        "one_value": np.broadcast_to(np.float32(7), 10),
        "x": record["x"],
        "n": record["n"],
        "flag": record["flag"],
        "truths": truths[::-2],
    }
    table = _core.Table.from_columns(columns)
    assert pa.table(table).to_pydict() == {name: column.tolist() for name, column in columns.items()}
    assert pa.table(table.select(["n"])).to_pydict() == {"n": list(range(10))}


def test_numpy_memory_is_kept_and_let_go(np, pa):
    values = np.arange(1000.0)
    watched = weakref.ref(values)
    table = _core.Table.from_columns({"x": values})
    again = pa.table(table)
    assert again.column(0).chunk(0).buffers()[1].address == values.ctypes.data
    del values, table
    gc.collect()
    assert watched() is not None
    assert again.column(0)[999].as_py() == 999
    del again
    gc.collect()
    assert watched() is None


def test_numpy_empty(np):
    table = _core.Table.from_columns({"x": np.array([]), "b": np.array([], dtype=bool)})
    assert (table.rows, table.type_names) == (0, ["float64", "boolean"])
    assert _core.Table.from_columns({}).rows == 0


def test_numpy_bad_columns(np):
    with pytest.raises(InvalidDocumentError) as problem:
        _core.Table.from_columns(
            {
                "x": np.arange(3.0),
                "short": np.arange(2.0),
                "list": [1, 2, 3],
                "matrix": np.zeros((3, 2)),
                "half": np.zeros(3, dtype=np.float16),
                "complex": np.zeros(3, dtype=complex),
                "swapped": np.zeros(3, dtype=">f8"),
                "objects": np.array([None, 1, "a"], dtype=object),
                "days": np.zeros(3, dtype="datetime64[D]"),
                "words": np.array(["a", "b", "c"]),
                "masked": np.ma.masked_array([1.0, 2.0, 3.0], mask=[0, 1, 0]),
                "scalar": np.float64(3),
            }
        )
    assert {pointer: code for code, pointer in codes(problem)} == {
        "column 'short'": "different_length",
        "column 'list'": "not_a_buffer",
        "column 'matrix'": "bad_shape",
        "column 'half'": "bad_format",
        "column 'complex'": "bad_format",
        "column 'swapped'": "bad_format",
        "column 'objects'": "bad_format",
        "column 'days'": "not_a_buffer",
        "column 'words'": "bad_format",
        "column 'masked'": "masked",
        "column 'scalar'": "bad_shape",
    }
    for issue in problem.value.issues:
        assert issue.message
        assert issue.hint
    with pytest.raises(InvalidDocumentError) as problem:
        _core.Table.from_columns({3: np.arange(3.0)})
    assert codes(problem) == [("bad_name", "")]


def test_memory_of_the_standard_library(pa):
    import array

    table = _core.Table.from_columns({"a": array.array("d", [1.0, 2.0]), "b": memoryview(array.array("i", [1, 2])), "c": b"\x01\x02"})
    assert table.type_names == ["float64", "int32", "uint8"]
    assert pa.table(table).to_pydict() == {"a": [1.0, 2.0], "b": [1, 2], "c": [1, 2]}


def test_released_in_another_thread(np, pa):
    """The last owner of borrowed memory may be a thread that does not hold the interpreter lock."""
    values = np.arange(100_000.0)
    watched = weakref.ref(values)
    holders = [pa.table(_core.Table.from_columns({"x": values}))]
    del values
    thread = threading.Thread(target=holders.clear)
    thread.start()
    thread.join(timeout=60)
    gc.collect()
    assert watched() is None

"""What to_sql() writes, run by SQLite and DuckDB on the same rows the library judges one by one: every suggestion and every criterion must agree."""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from decimal import Decimal
from typing import Any

import pytest
import random_frameworks as rf
import schoolimp as si

DATABASES = ["sqlite", "duckdb"]
SAMPLES = range(200)
ROWS = 30
ROWS_OF_A_TABLE = 250


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def sql_type(cell: rf.Cell) -> str:
    return {"number": "double", "boolean": "boolean", "date": "date"}.get(cell.type, "varchar")


def columns(cells: Sequence[rf.Cell]) -> list[tuple[str, str]]:
    """Name and type of each column, in the order of values()."""
    made = [("urn", "varchar")]
    for cell in cells:
        made.append((cell.name, sql_type(cell)))
        if cell.may_be_absent:
            made.append((f"{cell.name}:missing", "varchar"))
    return made


def values(cells: Sequence[rf.Cell], school: str, row: rf.Row) -> list[Any]:
    made: list[Any] = [school]
    for cell in cells:
        value = row[cell.name]
        absent = isinstance(value, str) and value == rf.NOT_APPLICABLE
        made.append(None if absent else float(value) if isinstance(value, Decimal) else value.isoformat() if isinstance(value, dt.date) else value)
        if cell.may_be_absent:
            made.append(rf.NOT_APPLICABLE if absent else "not_loaded" if value is None else None)
    return made


def run(database: str, cells: Sequence[rf.Cell], rows: dict[str, rf.Row], query: str) -> dict[str, dict[str, Any]]:
    """The answers of a database by school."""
    if database == "duckdb":
        connection: Any = pytest.importorskip("duckdb", reason="DuckDB is not installed: it is not asked").connect(config={"threads": 1})
    else:
        connection = sqlite3.connect(":memory:")
    with closing(connection):
        made = columns(cells)
        connection.execute(f"create table cells ({', '.join(f'{quoted(name)} {type}' for name, type in made)})")
        connection.executemany(f"insert into cells values ({', '.join('?' for _ in made)})", [values(cells, school, row) for school, row in rows.items()])
        cursor = connection.execute(query)
        names = [column[0] for column in cursor.description]
        answers = [dict(zip(names, answer, strict=True)) for answer in cursor.fetchall()]
    return {answer["urn"]: answer for answer in answers}


def expected(framework: si.Framework, judgement: si.Judgement) -> dict[str, Any]:
    """What the query must say of the school. A level suggested only because all fillings of what is missing give it is not the query's to find."""
    states = {result.id: result.state for result in judgement.measures}
    made: dict[str, Any] = {}
    for answer in judgement.answers:
        measure = framework.find_judgement(answer.judgement)["measure"]
        made[f"judgement:{answer.judgement}"] = None if answer.only_possible else answer.suggested
        made[f"judgement:{answer.judgement}:not_applicable"] = int(states[measure] == "not_applicable" if answer.only_possible else answer.not_applicable)
    for result in judgement.criteria:
        made[f"criterion:{result.id}"] = result.result
    return made


def differences(database: str, framework: si.Framework, cells: Sequence[rf.Cell], rows: dict[str, rf.Row], judged: dict[str, dict[str, Any]]) -> tuple[list[str], int]:
    """What the database says otherwise, and how many rows it could hold."""
    query = framework.to_sql(not_applicable=True)
    answers = run(database, rf.cells_read(query, cells), rows, query)
    assert set(answers) == set(rows)
    found, held = [], 0
    for school, answer in answers.items():
        if answer.pop("unreadable") > 0:
            continue
        held += 1
        del answer["urn"]
        assert list(answer) == list(judged[school])
        found += [f"{school} {name}: library {judged[school][name]}, {database} {value}" for name, value in answer.items() if value != judged[school][name]]
    return found, held


def random_rows(cells: Sequence[rf.Cell], count: int, seed: int) -> dict[str, rf.Row]:
    rng = random.Random(seed)
    return {f"s{i}": rf.random_row(cells, rng, unknown=rng.choice([0, 0.1, 0.4]), absent=rng.choice([0, 0.1, 0.2])) for i in range(count)}


def compare(framework: si.Framework, cells: Sequence[rf.Cell], rows: dict[str, rf.Row], database: str | None = None) -> int:
    judged = {school: expected(framework, rf.judge_row(framework, cells, row)) for school, row in rows.items()}
    held = 0
    for each in DATABASES if database is None else [database]:
        found, held = differences(each, framework, cells, rows, judged)
        assert not found, found[:5]
    return held


@pytest.mark.parametrize("first", range(SAMPLES.start, SAMPLES.stop, 10))
def test_random_frameworks_agree(first):
    held = refused = 0
    for seed in range(first, first + 10):
        sample = rf.random_framework(seed)
        framework = si.Framework.from_dict(sample.document)
        try:
            query = framework.to_sql(not_applicable=True)
        except si.UnimplementedError:
            refused += 1
            continue
        cells = rf.cells_with_history(sample.cells, rf.cells_read(query, sample.cells))
        held += compare(framework, cells, random_rows(cells, ROWS, seed))
    assert refused <= 2
    assert held >= 0.9 * ROWS * (10 - refused)


def test_a_large_table_agrees():
    sample = rf.random_framework(7)
    framework = si.Framework.from_dict(sample.document)
    assert compare(framework, sample.cells, random_rows(sample.cells, ROWS_OF_A_TABLE, 7)) > 0


@pytest.mark.parametrize("id", [info.id for info in si.frameworks()])
def test_built_in_frameworks_agree(id):
    framework = si.framework(id)
    cells = rf.cells_of(framework.to_dict())
    cells = rf.cells_with_history(cells, rf.cells_read(framework.to_sql(not_applicable=True), cells))
    assert compare(framework, cells, random_rows(cells, 150, 1)) > 0


@pytest.mark.parametrize("database", DATABASES)
def test_the_samples_show_every_answer(database):
    """The comparison is worth something: all four words, settled and open questions, those that do not apply."""
    seen: set[Any] = set()
    for seed in range(5):
        sample = rf.random_framework(seed)
        query = si.Framework.from_dict(sample.document).to_sql(not_applicable=True)
        for answer in run(database, rf.cells_read(query, sample.cells), random_rows(sample.cells, ROWS, seed), query).values():
            seen |= {(name.count(":"), value if value is None or name.startswith("criterion") or name.count(":") == 2 else "level") for name, value in answer.items()}
    assert {(1, "met"), (1, "not_met"), (1, "unknown"), (1, "not_applicable"), (1, None), (1, "level"), (2, 0), (2, 1)} <= seen


# --- decimals


def framework_of(*tests: str, title: str = "Small", **bounds: Any) -> si.Framework:
    """Criteria c0, c1 ... over the numbers x and y, the level g, the date d and the text t."""
    kinds: dict[str, dict[str, Any]] = {"x": {"type": "number", **bounds}, "y": {"type": "number", **bounds}, "g": {"type": "level", "scale": "grade"}, "d": {"type": "date"}, "t": {"type": "text"}}
    levels = [{"id": level, "title": level, **rf.STATED} for level in ("a", "b")]
    return si.Framework.from_dict(
        {
            "schema": "schoolimp/framework/1",
            "id": "small",
            "edition": "2026",
            "title": title,
            "scales": [{"id": "grade", "title": "Grade", "order": "best_first", "levels": levels, **rf.STATED}],
            "indicators": [{"id": id, "title": title, "period": "point", **kind, **rf.STATED} for id, kind in kinds.items()],
            "criteria": [{"id": f"c{i}", "title": title, "test": test, **rf.STATED} for i, test in enumerate(tests)],
        }
    )


@pytest.mark.parametrize("database", DATABASES)
@pytest.mark.parametrize(
    ("test", "x", "y"),
    [
        ("x - y >= 3.1", "10.1", "7"),
        ("x + y == 0.3", "0.1", "0.2"),
        ("x * y == 1.21", "1.1", "1.1"),
        ("round(x, 1) == 5.1", "5.05", "0"),
        ("round(x, 1) == -5.1", "-5.05", "0"),
        ("round(x * y, 3) == 1.001", "1.0005", "1"),
        ("x / y * 3 != 1", "1", "3"),
        ("x / y == 0.333333333333", "1", "3"),
        ("x / y == 0.666666666667", "2", "3"),
        ("x / y == -0.666666666667", "2", "-3"),
        ("x / y == 123456", "123456", "1"),
        ("x / y == 0.000014285714", "0.0001", "7"),
        ("!known(x / y)", "1", "0"),
        ("x <= 6", "6", "0"),
        ("!(x <= 6)", "6.000001", "0"),
        ("x >= 0.0000001", "0.000001", "0"),
        ("abs(x) == 2.5 && -x == 2.5", "-2.5", "0"),
    ],
)
def test_decimals_are_decimals(database, test, x, y):
    framework = framework_of(test)
    cells = [cell for cell in rf.cells_of(framework.to_dict(), back=0) if cell.name in ("x", "y")]
    row = {cell.name: Decimal(x if cell.name == "x" else y) for cell in cells}
    compare(framework, cells, {"s": row}, database)
    answer = run(database, cells, {"s": row}, framework.to_sql())["s"]
    assert (answer["criterion:c0"], answer["unreadable"]) == ("met", 0)


@pytest.mark.parametrize("database", DATABASES)
def test_more_places_are_rounded_and_fewer_can_be_asked_for(database):
    framework = framework_of("x <= 6")
    cells = [cell for cell in rf.cells_of(framework.to_dict(), back=0) if cell.name == "x"]
    for value, places, expected in (("6.0000001", 6, "met"), ("6.0000001", 7, "not_met"), ("6.04", 1, "met"), ("6.05", 1, "not_met"), ("6.4", 0, "met")):
        assert run(database, cells, {"s": {"x": Decimal(value)}}, framework.to_sql(places=places))["s"]["criterion:c0"] == expected


@pytest.mark.parametrize("database", DATABASES)
def test_what_cannot_be_held_is_counted(database):
    framework = framework_of("x > 5", "x / y > 5", maximum=10**12)
    cells = [cell for cell in rf.cells_of(framework.to_dict(), back=0) if cell.name in ("x", "y")]
    rows = {"too great": {"x": Decimal(10) ** 10, "y": Decimal(1)}, "quotient": {"x": Decimal(10) ** 8, "y": Decimal(1)}, "sound": {"x": Decimal(8), "y": Decimal(1)}}
    answers = run(database, cells, rows, framework.to_sql())
    assert {school: (answer["criterion:c0"], answer["criterion:c1"], answer["unreadable"]) for school, answer in answers.items()} == {
        "too great": ("unknown", "unknown", 1),
        "quotient": ("met", "unknown", 1),
        "sound": ("met", "met", 0),
    }


# --- what is in the table


@pytest.mark.parametrize("database", DATABASES)
def test_levels_and_dates_that_are_none_are_counted(database):
    framework = framework_of("g == grade.a", "d > date('2020-01-01')")
    cells = [rf.Cell("g", "national", "text"), rf.Cell("d", "national", "text")]
    rows = {"bad": {"g": "e", "d": "1 May 2021"}, "good": {"g": "a", "d": "2021-05-01"}, "empty": {"g": None, "d": None}}
    answers = run(database, cells, rows, framework.to_sql())
    assert {school: (answer["criterion:c0"], answer["criterion:c1"], answer["unreadable"]) for school, answer in answers.items()} == {
        "bad": ("unknown", "unknown", 2),
        "good": ("met", "met", 0),
        "empty": ("unknown", "unknown", 0),
    }


def test_a_missing_column_is_an_error_and_no_text():
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute('create table cells (urn text, "y" real)')
        with pytest.raises(sqlite3.OperationalError, match="no such column"):
            connection.execute(framework_of("x > 5").to_sql())


HOSTILE = ["it's", 'a"b', "x; drop table cells", "*/ -- x", "a\\' or 1 = 1", "\"'\"'); drop table cells; --"]


@pytest.mark.parametrize("database", DATABASES)
@pytest.mark.parametrize("text", HOSTILE)
def test_names_and_texts_stay_texts(database, text):
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    query = framework_of(f"t == '{escaped}'", title=text + "\r\n; drop table cells;").to_sql(text, key=text)
    connection: Any = sqlite3.connect(":memory:") if database == "sqlite" else pytest.importorskip("duckdb", reason="DuckDB is not installed: it is not asked").connect()
    with closing(connection):
        connection.execute(f"create table {quoted(text)} ({quoted(text)} varchar, t varchar)")
        connection.executemany(f"insert into {quoted(text)} values (?, ?)", [(text, text), ("other", "other")])
        assert sorted(connection.execute(query).fetchall()) == sorted([(text, "met", 0), ("other", "not_met", 0)])


def test_arguments_are_checked():
    framework = framework_of("x > 5")
    with pytest.raises(TypeError, match="table is a str"):
        framework.to_sql(5)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="cannot be the name of a table"):
        framework.to_sql("")
    with pytest.raises(ValueError, match="places is 10"):
        framework.to_sql(places=10)
    with pytest.raises(TypeError, match="materialized"):
        framework.to_sql(materialized=1)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="reads no cell 'xx'"):
        framework.to_sql(not_applicable=["xx"])
    with pytest.raises(TypeError, match="not_applicable"):
        framework.to_sql(not_applicable=[5])  # type: ignore[list-item]


def test_what_cannot_be_said_is_refused_by_name():
    with pytest.raises(si.UnimplementedError, match="criterion 'c1'") as refusal:
        framework_of("x > 5", "x / 3 * (y / 7) > 1", "rank(x) <= 3").to_sql()
    assert [issue.code for issue in refusal.value.issues] == ["no_sql", "no_sql"]

"""Rows of cells as Arrow tables of all the column types that can hold them, and what a judged table must say of a row that was also judged alone."""

from __future__ import annotations

import random
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import random_rows as rr
import schoolimp as si


def is_absent(value: Any) -> bool:
    return isinstance(value, str) and value == rr.NOT_APPLICABLE


def number_types(pa: Any, values: Sequence[Decimal | int | None]) -> list[Any]:
    """Types of columns that hold these numbers exactly; a float stands for the shortest decimal that reads back as it."""
    there = [Decimal(value) for value in values if value is not None]
    types = [pa.float64(), pa.decimal128(18, 6)]
    if all(len(value.as_tuple().digits) <= 6 for value in there):
        types.append(pa.float32())
    if all(value == value.to_integral_value() for value in there):
        low, high = min(there, default=Decimal(0)), max(there, default=Decimal(0))
        types += [getattr(pa, f"int{bits}")() for bits in (8, 16, 32, 64) if -(2 ** (bits - 1)) <= low and high < 2 ** (bits - 1)]
        types += [getattr(pa, f"uint{bits}")() for bits in (8, 16, 32, 64) if low >= 0 and high < 2**bits]
    return types


def number_column(pa: Any, values: Sequence[Any], rng: random.Random) -> Any:
    type = rng.choice(number_types(pa, values))
    if pa.types.is_decimal(type):
        made = pa.array([None if value is None else Decimal(value) for value in values], type)
    elif pa.types.is_floating(type):
        # What is missing is NaN or null, as it comes.
        made = pa.array([rng.choice([None, float("nan")]) if value is None else float(value) for value in values], pa.float64()).cast(type)
    else:
        made = pa.array([None if value is None else int(value) for value in values], type)
    return made.dictionary_encode() if not pa.types.is_decimal(type) and rng.random() < 0.1 else made


def text_column(pa: Any, values: Sequence[Any], rng: random.Random) -> Any:
    made = pa.array(values, rng.choice([pa.string(), pa.large_string(), pa.string_view()]))
    return made.dictionary_encode() if made.type != pa.string_view() and rng.random() < 0.4 else made


def column_of(pa: Any, cell: rr.Cell, values: Sequence[Any], rng: random.Random) -> Any:
    if all(value is None for value in values) and rng.random() < 0.5:
        return pa.nulls(len(values))
    if cell.type == "number":
        return number_column(pa, values, rng)
    if cell.type in ("level", "text"):
        return text_column(pa, values, rng)
    return pa.array(values, pa.bool_() if cell.type == "boolean" else pa.date32())


def table_of(pa: Any, cells: Sequence[rr.Cell], rows: Sequence[rr.Row], rng: random.Random) -> Any:
    """The rows as a table, in a random order of columns; one ``school`` names them ``s0``, ``s1`` ..."""
    columns = {"school": pa.array([f"s{i}" for i in range(len(rows))])}
    for cell in cells:
        values = [row[cell.name] for row in rows]
        columns[cell.name] = column_of(pa, cell, [None if is_absent(value) else value for value in values], rng)
        if cell.may_be_absent and any(is_absent(value) for value in values):
            reasons = [rr.NOT_APPLICABLE if is_absent(value) else rng.choice([None, "suppressed"]) if value is None else None for value in values]
            columns[f"{cell.name}:missing"] = text_column(pa, reasons, rng)
    names = list(columns)
    rng.shuffle(names)
    return pa.table({name: columns[name] for name in names})


def in_chunks(pa: Any, table: Any, rng: random.Random) -> Any:
    """The same rows in chunks of random lengths, some without rows, each a slice of what it was made from."""
    pieces, first = [], 0
    while first < table.num_rows:
        length = rng.choice([0, 1, 2, 3, 5, 8, 13])
        pieces.append(table.slice(first, length))
        first += length
    return pa.concat_tables(pieces) if pieces else table


def state_of(answer: si.Answer) -> si.RowState:
    """What a row says of an answer beside its levels."""
    state = si.RowState(0)
    if answer.not_applicable:
        state |= si.RowState.NOT_APPLICABLE
    if answer.only_possible:
        state |= si.RowState.ONLY_POSSIBLE
    if not answer.possible_is_exact:
        state |= si.RowState.NOT_EXACT
    return state


def said_alone(judgement: si.Judgement) -> dict[str, Any]:
    answers = {answer.judgement: (answer.suggested, answer.possible, state_of(answer)) for answer in judgement.answers}
    return {"answers": answers, "criteria": {result.id: result.result for result in judgement.criteria}}


def said_by_row(judged: si.TableJudgement, row: int) -> dict[str, Any]:
    ids = judged.framework.judgements
    answers = {id: (judged.suggested(id, row=row), judged.possible(id, row=row), judged.states(id, row=row)) for id in ids}
    return {"answers": answers, "criteria": judged.criteria(row)}


def differences(judged: si.TableJudgement, alone: Sequence[si.Judgement]) -> list[str]:
    """Rows whose answers, or whose explanations, are not those of the schools judged alone."""
    found = []
    for row, judgement in enumerate(alone):
        expected, said, explained = said_alone(judgement), said_by_row(judged, row), said_alone(judged.explain(row))
        for part, wanted in expected.items():
            found += [
                f"row {row}: {part} of the {what}: {given[part]} instead of {wanted}"
                for what, given in (("table", said), ("explanation", explained))
                if given[part] != wanted
            ]
    return found

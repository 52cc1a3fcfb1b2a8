"""Opening a published table: strict about its encoding, tolerant about its header."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from ._errors import PublishedFileError
from ._report import Report

Source = str | os.PathLike[str] | pd.DataFrame

_HEADER_LINES = 20  # published sheets may carry a few lines of title above the header
_DAMAGED = "row has more or fewer cells than the header"
_END = "\x1a"  # a record of its own put after the text: when it is not read as one, a quotation mark was never closed
_TWIN = re.compile(r"\.[0-9]+$")  # how a second column of the same name is marked


def normal(name: str) -> str:
    """A header for comparing: no case, no byte-order mark, no quotation marks, every run of spaces and line breaks as one space."""
    return " ".join(name.replace("\ufeff", "").replace("\u200b", "").replace("\u00a0", " ").replace('"', " ").split()).casefold()


def decode(data: bytes, file: str) -> tuple[str, str]:
    """Text and name of its encoding: UTF-8, with or without a mark, else Windows-1252; anything else is an error, nothing is replaced."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:4096]:
        raise PublishedFileError(file, "is not plain text in UTF-8 or Windows-1252", "save the sheet as CSV (UTF-8); workbooks are not read")
    if data.startswith(b"\xef\xbb\xbf"):
        return _strictly(data[3:], "utf-8", file), "utf-8 with a byte-order mark"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _strictly(data, "cp1252", file), "windows-1252"


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        expected = "is neither UTF-8 nor Windows-1252" if encoding == "cp1252" else "is not UTF-8, as which the file's byte-order mark announces it"
        raise PublishedFileError(file, f"byte {data[error.start]:#04x} at position {error.start} {expected}",
                                 "save the file as CSV (UTF-8)") from None


@dataclass(frozen=True, slots=True)
class DamagedRow:
    """A row with more or fewer cells than the header: which cell belongs to which column cannot be told, so none of them is read."""

    row: int
    message: str


@dataclass(slots=True)
class Table:
    """A published table as columns of text."""

    file: str
    encoding: str
    frame: pd.DataFrame
    rows: Sequence[int] = ()  # row of the file each record stands in; of a frame: as if it were saved with its header in row 1
    damaged: Sequence[DamagedRow] = ()
    short: Mapping[int, int] = field(default_factory=dict)  # records whose last cells are not there, with how many are; those read as blank
    notes: Sequence[str] = ()  # what was noticed on opening; goes into the report
    _names: dict[str, str] = field(default_factory=dict)
    _twins: set[str] = field(default_factory=set)
    _cells: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in map(str, self.frame.columns):
            plain = normal(name)
            if plain in self._names:
                self._twins.add(plain)
            else:
                self._names[plain] = name
        for plain in list(self._names):
            base = _TWIN.sub("", plain)
            if base != plain and base in self._names:
                self._twins.add(base)

    def __len__(self) -> int:
        return len(self.frame)

    def new_report(self, family: str, period: str = "") -> Report:
        """The report of a reading of this table: nothing in it yet but the rows that cannot be read at all."""
        report = Report(file=self.file, family=family, encoding=self.encoding, period=period, rows=len(self) + len(self.damaged))
        for damage in self.damaged:
            self.damage(report, damage)
        if self.short:
            index, number = next(iter(self.short.items()))
            report.warn(f"{len(self.short)} rows have fewer cells than the header (e.g. row {self.row(index)}: {number} of {len(self.headers)}); what is not there is read as blank")
        for note in self.notes:
            report.warn(note)
        return report

    def damage(self, report: Report, damage: DamagedRow) -> None:
        """Counts a row that cannot be read, and lists it among the errors."""
        report.skip(_DAMAGED, f"row {damage.row}: {damage.message}")
        report.error(damage.row, "", "", "", f"{damage.message}; the row is left out")

    def positions(self, names: Iterable[str]) -> list[int]:
        """Where these columns stand, those that are not there left out."""
        places = {header: place for place, header in reversed(list(enumerate(self.headers)))}
        return [places[header] for name in names if (header := self._names.get(normal(name))) is not None]

    @property
    def headers(self) -> list[str]:
        """The names of the columns as they stand in the file."""
        return list(map(str, self.frame.columns))

    def has(self, *names: str) -> bool:
        """Whether all these columns are there."""
        return all(normal(name) in self._names for name in names)

    def cells(self, report: Report, wanted: str, *aliases: str) -> list[str] | None:
        """The cells of a column, stripped; noted in the report under the header it was found by, or as absent."""
        found = self.optional(report, wanted, *aliases)
        if found is None and wanted not in report.absent:
            report.absent.append(wanted)
        return found

    def optional(self, report: Report, wanted: str, *aliases: str) -> list[str] | None:
        """Like cells(), for a column that says something of the schools but holds no figures: its absence is not noted."""
        for name in (wanted, *aliases):
            plain = normal(name)
            header = self._names.get(plain)
            if header is None:
                continue
            if plain in self._twins:
                report.warn(f"there is more than one column {name!r}; the first is read")
            report.columns[wanted] = header
            if header not in self._cells:
                self._cells[header] = _texts(self.frame.iloc[:, self.headers.index(header)])
            return self._cells[header]
        return None

    def need(self, report: Report, wanted: str, *aliases: str) -> list[str]:
        """Like cells(), for a column without which the file cannot be read."""
        found = self.cells(report, wanted, *aliases)
        if found is None:
            raise PublishedFileError(self.file, f"has no column {wanted!r}", "columns found: " + ", ".join(self.headers[:12]))
        return found

    def need_some(self, names: Sequence[str]) -> None:
        """Refuses a table that has none of these columns: it is of another family, and would be read as one without any figures."""
        if any(self.has(name) for name in names):
            return
        from .folder import family_of  # The readers' columns are known there, and it imports the readers.

        family = family_of([frozenset(self._names)])
        hint = f"it has those of the family {family!r}: use read_{family}" if family else "columns found: " + ", ".join(self.headers[:12])
        raise PublishedFileError(self.file, "has none of the columns " + ", ".join(names[:4]) + (" ..." if len(names) > 4 else ""), hint)

    def row(self, index: int) -> int:
        """Row of the file a record stands in; the header is above it."""
        return self.rows[index] if self.rows else index + 2

    def same(self, a: int, b: int) -> bool:
        """Whether two records hold the same cells, index columns of re-saved files apart."""
        keep = [i for i, name in enumerate(self.headers) if normal(name) and not normal(name).startswith("unnamed:")]
        return bool((self.frame.iloc[a, keep].astype(str) == self.frame.iloc[b, keep].astype(str)).all())


def _texts(column: pd.Series) -> list[str]:
    """Cells as text, whatever a caller's frame holds them as; missing cells are blank."""
    if column.dtype == object or isinstance(column.dtype, pd.StringDtype):
        return ["" if value is None or value is pd.NA or value != value else str(value).strip() for value in column.tolist()]
    return ["" if blank else str(value) for value, blank in zip(column.tolist(), column.isna().tolist(), strict=True)]


def file_name(source: Source) -> str:
    """The name of the file, empty for a frame."""
    return "" if isinstance(source, pd.DataFrame) else Path(source).name


def open_table(source: Source, keys: Sequence[str], *, ends_left_off: bool = False) -> Table:
    """A table from a file or a frame.

    Parameters
    ----------
    keys : sequence of str
        Columns of the family: the header is the first row that has them all.
    ends_left_off : bool
        The publisher leaves off cells at the end of a row that are blank. Elsewhere such a row is damaged.
    """
    if isinstance(source, pd.DataFrame):
        return Table("table", "", source)
    path = Path(source)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PublishedFileError(path.name, f"cannot be read: {error.strerror or error}") from None
    text, encoding = decode(data, path.name)
    header, records = _records(text, keys, path.name)
    width = len(header)
    broken_off = records[-1][0] if records and len(records[-1][1]) < width and not text.endswith(("\n", "\r")) else 0
    readable = [(row, cells) for row, cells in records if len(cells) == width or (ends_left_off and len(cells) < width and row != broken_off)]
    kept = {row for row, _ in readable}
    damaged = [DamagedRow(row, f"the row has {len(cells)} cells, the header has {width}") for row, cells in records if row not in kept]
    if damaged and not readable:
        raise PublishedFileError(path.name, f"has no row with as many cells as the header: {damaged[0].message}", "save the file again as it was published")
    short = {index: len(cells) for index, (_, cells) in enumerate(readable) if len(cells) < width}
    frame = pd.DataFrame([cells + [""] * (width - len(cells)) for _, cells in readable], columns=pd.Index(header, dtype=object), dtype=object)
    return Table(path.name, encoding, frame, [row for row, _ in readable], damaged, short, _signs_of_damage(records, width))


def _signs_of_damage(records: list[tuple[int, list[str]]], width: int) -> list[str]:
    """A last row with fewer cells than the header: a download that broke off."""
    cells = len(records[-1][1]) if records else width
    return [f"the last row has {cells} cells of {width}: the file may be cut short"] if cells < width else []


def header_candidates(path: Path) -> list[frozenset[str]]:
    """The names in each of a file's first rows, one of which is the header."""
    text, _ = decode(path.read_bytes(), path.name)
    return list(_first_rows(text))


def _first_rows(text: str) -> Iterator[frozenset[str]]:
    """The names in each of the first rows."""
    reader = csv.reader(io.StringIO(text[:200_000], newline=""))
    for _ in range(_HEADER_LINES):
        try:
            row = next(reader)
        except (StopIteration, csv.Error):
            return
        yield frozenset(map(normal, row))


def _records(text: str, keys: Sequence[str], file: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The header and the records under it, each with its row in the file; rows without any text are passed over but counted.

    The header is the first row near the top that has the keys, else the first row (the reader will then name what is missing).
    """
    if not text.strip():
        raise PublishedFileError(file, "is empty")
    rows = _all_rows(text, file)
    wanted = {normal(key) for key in keys}
    near = (place for place, cells in enumerate(rows[:_HEADER_LINES]) if wanted <= frozenset(map(normal, cells)))
    at = next(near, next(place for place, cells in enumerate(rows) if cells))
    return rows[at], [(place + 1, cells) for place, cells in enumerate(rows) if place > at and cells]


def _all_rows(text: str, file: str) -> list[list[str]]:
    try:
        rows = list(csv.reader(io.StringIO(f"{text}\n{_END}", newline="")))
    except csv.Error as error:
        raise PublishedFileError(file, f"is not a table of comma-separated values: {error}", "save the sheet as CSV") from None
    if rows.pop() != [_END]:
        raise PublishedFileError(file, "is not a table of comma-separated values: a quotation mark is opened and never closed", "save the sheet as CSV")
    return rows

"""Opening a published table: strict about its encoding, tolerant about its header."""

from __future__ import annotations

import csv
import io
import os
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from ._errors import PublishedFileError
from ._report import Report

Source = str | os.PathLike[str] | pd.DataFrame

_HEADER_LINES = 20  # published sheets may carry a few lines of title above the header
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
        raise PublishedFileError(file, f"byte {data[error.start]:#04x} at position {error.start} is neither UTF-8 nor Windows-1252",
                                 "save the file as CSV (UTF-8)") from None


@dataclass(slots=True)
class Table:
    """A published table as columns of text."""

    file: str
    encoding: str
    frame: pd.DataFrame
    first_row: int = 2  # row of the file the first record stands in
    notes: list[str] = field(default_factory=list)  # what was noticed on opening; goes into the report
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
        """The report of a reading of this table, with nothing in it yet."""
        return Report(file=self.file, family=family, encoding=self.encoding, period=period, rows=len(self))

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
        for note in self.notes:
            report.warn(note)
        found = self.cells(report, wanted, *aliases)
        if found is None:
            raise PublishedFileError(self.file, f"has no column {wanted!r}", "columns found: " + ", ".join(self.headers[:12]))
        return found

    def row(self, index: int) -> int:
        """Row of the file a record stands in; the header is above it."""
        return self.first_row + index

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


def open_table(source: Source, keys: Sequence[str]) -> Table:
    """A table from a file or a frame. ``keys`` are columns of the family: the header is the first row that has them all."""
    if isinstance(source, pd.DataFrame):
        return Table("table", "", source)
    path = Path(source)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PublishedFileError(path.name, f"cannot be read: {error.strerror or error}") from None
    text, encoding = decode(data, path.name)
    skip = _header_line(text, keys)
    frame = _parse(text, skip, path.name)
    return Table(path.name, encoding, frame, skip + 2, _signs_of_damage(text, frame))


def _signs_of_damage(text: str, frame: pd.DataFrame) -> list[str]:
    """A last row with fewer cells than the header: a download that broke off. (Cells missing at the end of a row read as blank.)"""
    last = text.rstrip("\r\n").rpartition("\n")[2]
    cells = next(csv.reader([last]), [])
    if len(frame) and 0 < len(cells) < len(frame.columns):
        return [f"the last row has {len(cells)} cells of {len(frame.columns)}: the file may be cut short"]
    return []


def header_candidates(path: Path) -> list[frozenset[str]]:
    """The names in each of a file's first rows, one of which is the header."""
    text, _ = decode(path.read_bytes(), path.name)
    return [names for _, names in _first_rows(text)]


def _first_rows(text: str) -> Iterator[tuple[int, frozenset[str]]]:
    """Lines above each of the first rows, and the names in it."""
    reader = csv.reader(io.StringIO(text[:200_000]))
    for _ in range(_HEADER_LINES):
        above = reader.line_num
        try:
            row = next(reader)
        except (StopIteration, csv.Error):
            return
        yield above, frozenset(map(normal, row))


def _header_line(text: str, keys: Sequence[str]) -> int:
    """Lines above the header; 0 when no line near the top has the keys (the reader will then name what is missing)."""
    wanted = {normal(key) for key in keys}
    return next((above for above, names in _first_rows(text) if wanted <= names), 0)


def _parse(text: str, skip: int, file: str) -> pd.DataFrame:
    if not text.strip():
        raise PublishedFileError(file, "is empty")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", pd.errors.ParserWarning)  # rows longer than the header: cells would be lost
            return pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False, na_filter=False, skiprows=skip, index_col=False, skip_blank_lines=True)
    except (pd.errors.ParserError, pd.errors.ParserWarning, pd.errors.EmptyDataError) as error:
        raise PublishedFileError(file, f"is not a table of comma-separated values: {error}", "save the sheet as CSV") from None

"""Reading a whole folder: every file's family is recognised by its columns, not by its name."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from . import absence, census, ees, gias, ks2, ks4, lait, ofsted, ofsted_history, panel
from ._combine import combine
from ._dates import iso
from ._errors import PublishedFileError
from ._result import ReadResult
from ._table import header_candidates, normal, open_table
from .applicability import mark_not_applicable
from .bank_holidays import BankHoliday, parse_json, read_bank_holidays
from .gias import UrnLinks, read_urn_links

_PUBLICATION_KEYS: Final = ("file", "published")
# Families in the order of trust: where two files describe a school or a cell, the earlier family goes first.
_SIGNATURES: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "gias": (gias.GIAS_KEYS + ("StatutoryLowAge",),),
    "gias_group_links": (gias.GROUP_KEYS,),
    "urn_links": (("OLD_URN", "LATEST_URN"), ("URN", "LinkURN", "LinkType")),
    "panel_primary": (panel.KEYS,),
    "ks2": (ks2.KEYS,),
    "ks4": (ks4.KEYS,),
    "census": (census.KEYS + ("PNUMEAL",),),
    "absence": (absence.KEYS,),
    "ees": (ees.KEYS,),
    "ofsted_mi": (
        ofsted.KEYS + ("Overall effectiveness",),
        ofsted.KEYS + ("Safeguarding standards", "Leadership and governance"),
        ofsted.KEYS + ("Latest OEIF overall effectiveness",),
    ),
    "ofsted_history": (ofsted_history.KEYS,),
    "lait": (lait.KEYS,),
    "publication_dates": (_PUBLICATION_KEYS,),
}


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file of a folder.

    Attributes
    ----------
    path : Path
        The file.
    family : str
        What it was recognised as, ``"ks2"`` ...; empty for none.
    message : str
        Why it was not read; empty when it was.
    """

    path: Path
    family: str
    message: str = ""


@dataclass(slots=True)
class LoadedFolder(ReadResult):
    """Everything a folder held, put together, and what became of each file.

    Attributes
    ----------
    files : list of FileOutcome
        What became of each file.
    links : UrnLinks or None
        Which school records follow which; None when no file says.
    bank_holidays : list of BankHoliday
        Those of the files of GOV.UK.
    documents : dict of str to list of Path
        JSON documents of the library by kind: ``"trust"``, ``"school_year"`` ...
    """

    files: list[FileOutcome] = field(default_factory=list)
    links: UrnLinks | None = None
    bank_holidays: list[BankHoliday] = field(default_factory=list)
    documents: dict[str, list[Path]] = field(default_factory=dict)


def recognise(path: str | os.PathLike[str]) -> str | None:
    """The family of a CSV file by its columns.

    Parameters
    ----------
    path : path
        Its first rows are looked at, not its name.

    Returns
    -------
    str or None
        ``"ks2"``, ``"absence"``, ``"ofsted_mi"`` ...; None when it has the columns of no family.

    Raises
    ------
    PublishedFileError
        When it is not text in UTF-8 or Windows-1252.
    """
    return family_of(header_candidates(Path(path)))


def family_of(rows: Iterable[frozenset[str]]) -> str | None:
    """The family one of these rows is the header of; names are as :func:`normal` makes them."""
    rows = list(rows)
    for family, signatures in _SIGNATURES.items():
        for keys in signatures:
            if any({normal(key) for key in keys} <= row for row in rows):
                return family
    return None


def load_folder(folder: str | os.PathLike[str], *, subfolders: bool = False, recorded_at: Mapping[str, date | str] | None = None, as_at: date | str | None = None,
                follow_predecessors: bool = False, not_applicable: bool = True, strict: bool = False) -> LoadedFolder:
    """Reads every file of a folder and puts the results together.

    Parameters
    ----------
    folder : path
        Its files are read.
    subfolders : bool
        The files of folders in it are read too, but not those of hidden folders (whose names begin with a dot) and of links to folders.
    recorded_at : mapping of str to datetime.date or str, optional
        Publication dates by file name; they may also stand in the folder, in a table with the columns file and published.
    as_at, follow_predecessors
        As for :func:`read_ofsted_mi`.
    not_applicable : bool
        Adds what :func:`mark_not_applicable` adds.
    strict : bool
        A file that cannot be read is an error; otherwise it is named among the files and in the report's warnings.

    Returns
    -------
    LoadedFolder
        Everything put together as by :func:`combine`, and what became of each file.

    Raises
    ------
    PublishedFileError
        When `folder` is not one; with `strict`, when a file cannot be read.
    """
    root = Path(folder)
    if not root.is_dir():
        raise PublishedFileError(str(root), "is not a folder")
    loaded = LoadedFolder()
    families = _families(_files_of(root, subfolders), loaded, strict)
    results: list[ReadResult] = []
    published = {**_published(families.get("publication_dates", []), results), **(recorded_at or {})}
    options = _Options(published, as_at, follow_predecessors)
    for family, read in _READERS.items():
        for path in families.get(family, []):
            _attempt(loaded, path, family, strict, partial(_add_result, results, read, path, options))
    for path in families.get("urn_links", []):
        _attempt(loaded, path, "urn_links", strict, partial(_set_links, loaded, path))
    _put_together(loaded, results, not_applicable)
    left = [] if subfolders else sorted(path.name for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))
    if left:
        loaded.report.warn(f"folders in it are not read, give subfolders=True to read them too: {', '.join(left)}")
    return loaded


def _put_together(loaded: LoadedFolder, results: list[ReadResult], not_applicable: bool) -> None:
    whole = combine(*results)
    loaded.observations, loaded.schools, loaded.benchmarks, loaded.report = whole.observations, whole.schools, whole.benchmarks, whole.report
    if loaded.links:
        loaded.schools = loaded.links.add_predecessors(loaded.schools)
    if not_applicable:
        loaded.observations = mark_not_applicable(loaded.schools, loaded.observations)
    for outcome in loaded.files:
        if outcome.message:
            loaded.report.warn(outcome.message)


@dataclass(frozen=True, slots=True)
class _Options:
    published: Mapping[str, date | str]
    as_at: date | str | None
    follow_predecessors: bool

    def recorded_at(self, path: Path) -> date | str | None:
        """The publication date of a file."""
        return self.published.get(path.name)


_Reader = Callable[[Path, _Options, list[ReadResult]], ReadResult]
# In the order of _SIGNATURES: what a file read later says of a cell does not replace what one before it said.
_READERS: Final[Mapping[str, _Reader]] = {
    "gias": lambda path, options, before: gias.read_gias(path, open_only=False),
    "gias_group_links": lambda path, options, before: gias.read_gias_group_links(path),
    "panel_primary": lambda path, options, before: panel.read_panel_primary(path, recorded_at=options.recorded_at(path)),
    "ks2": lambda path, options, before: ks2.read_ks2(path, recorded_at=options.recorded_at(path)),
    "ks4": lambda path, options, before: ks4.read_ks4(path, recorded_at=options.recorded_at(path)),
    "census": lambda path, options, before: census.read_census(path, recorded_at=options.recorded_at(path)),
    "absence": lambda path, options, before: absence.read_absence(path, recorded_at=options.recorded_at(path)),
    "ees": lambda path, options, before: ees.read_ees(path, recorded_at=options.recorded_at(path), schools=[school for result in before for school in result.schools]),
    "ofsted_mi": lambda path, options, before: ofsted.read_ofsted_mi(path, as_at=options.as_at, recorded_at=options.recorded_at(path),
                                                                     follow_predecessors=options.follow_predecessors),
    "ofsted_history": lambda path, options, before: ofsted_history.read_ofsted_history(path, recorded_at=options.recorded_at(path)),
    "lait": lambda path, options, before: lait.read_lait(path),
}


def _add_result(results: list[ReadResult], read: _Reader, path: Path, options: _Options) -> None:
    results.append(read(path, options, results))


def _files_of(root: Path, subfolders: bool) -> list[Path]:
    """The files to look at, in order of name."""
    found: list[Path] = []
    for folder, below, names in os.walk(root, onerror=_stop):
        below[:] = [name for name in below if subfolders and not name.startswith(".")]
        found += (Path(folder, name) for name in names)
    return sorted(found)


def _stop(error: OSError) -> None:
    raise error  # A folder that cannot be opened is not an empty one.


def _families(paths: list[Path], loaded: LoadedFolder, strict: bool) -> dict[str, list[Path]]:
    """The CSV files by family, in the order given; JSON files are taken note of on the way."""
    families: dict[str, list[Path]] = {}
    for path in paths:
        if path.exists() and not path.is_file():  # A pipe would be waited for without end.
            loaded.files.append(FileOutcome(path, "", f"{path.name}: is no regular file; left alone"))
        elif path.suffix.casefold() == ".json":
            _attempt(loaded, path, "json", strict, partial(_note_json, loaded, path), quiet=True)
        elif path.suffix.casefold() == ".csv":
            _attempt(loaded, path, "", strict, partial(_note_csv, loaded, families, path), quiet=True)
    return families


def _note_csv(loaded: LoadedFolder, families: dict[str, list[Path]], path: Path) -> None:
    family = recognise(path)
    if family is None:
        loaded.files.append(FileOutcome(path, "", f"{path.name}: has the columns of no known family; left alone"))
    else:
        families.setdefault(family, []).append(path)


def _attempt(loaded: LoadedFolder, path: Path, family: str, strict: bool, read: Callable[[], None], quiet: bool = False) -> None:
    """Reads one file; a file that cannot be read is named in the outcome, unless the caller wants an error."""
    try:
        read()
    except PublishedFileError as error:
        if strict:
            raise
        loaded.files.append(FileOutcome(path, family, str(error)))
    else:
        if not quiet:
            loaded.files.append(FileOutcome(path, family))


def _note_json(loaded: LoadedFolder, path: Path) -> None:
    content = parse_json(path.read_bytes(), path.name)
    schema = content.get("schema") if isinstance(content, dict) else None
    if isinstance(schema, str) and schema.startswith("schoolimp/"):
        loaded.documents.setdefault(schema.split("/")[1], []).append(path)
    elif isinstance(content, dict) and "england-and-wales" in content:
        loaded.bank_holidays = sorted({*loaded.bank_holidays, *read_bank_holidays(content)})
    else:
        loaded.files.append(FileOutcome(path, "", f"{path.name}: is no document of schoolimp and no list of bank holidays; left alone"))
        return
    loaded.files.append(FileOutcome(path, "json"))


def _set_links(loaded: LoadedFolder, path: Path) -> None:
    loaded.links = read_urn_links(path)


def _published(paths: list[Path], results: list[ReadResult]) -> dict[str, str]:
    """Publication dates by file name, from tables with the columns file and published; how they were read is among the results."""
    dates: dict[str, str] = {}
    for path in paths:
        table = open_table(path, _PUBLICATION_KEYS)
        report = table.new_report("publication_dates")
        results.append(ReadResult(report=report))
        for name, day in zip(table.need(report, "file"), table.need(report, "published"), strict=True):
            dates[name] = iso(day) or ""
    return dates

"""The settings of a trust folder: ``schoolimp.json`` and the options put over it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..errors import Issue
from .problems import InputError, Problems, SettingsError, did_you_mean
from .values import ValueProblem, midnight, read_date, read_instant, read_period

__all__ = ["SETTINGS_FILE", "SETTINGS_SCHEMA", "Settings", "check_settings", "load_settings"]

SETTINGS_FILE = "schoolimp.json"
SETTINGS_SCHEMA = "schoolimp/settings/1"

_CALENDAR_MEMBERS = ("from", "trust_school_year", "include", "cadences", "pins", "unpin", "known_events", "keep_published")
_ICALENDAR_MEMBERS = ("name", "description", "include_cancelled", "alarm_days_before", "colour", "source_url", "event_url", "refresh_hours")


@dataclass(frozen=True)
class Settings:
    """What a run works with. Paths are absolute or relative to the current folder; no date comes from the clock.

    Attributes
    ----------
    folder : Path or None
        The trust folder, where inputs are looked for and results go unless told otherwise.
    framework : str
        Id of a built-in framework, or the path of a framework document.
    edition : str
        Edition of the built-in framework; empty for the latest.
    valid, known : date
        The two clocks of the judgement: what was the case by ``valid``, as far as recorded by ``known`` (default: the same day).
    period : str
        Current school year of annual indicators, ``2025/26``; empty for the latest seen of each.
    made_on : date
        Day on which plans are made or revised; default ``valid``.
    stamp : datetime
        The calendar's moment of making; default ``valid`` at 00:00 UTC.
    trust, decisions, benchmarks : Path or None
        Files named in the settings or by an option; None: the customary file of the folder, when it is there.
    evidence, published, school_years : tuple of Path
        Files and folders named; empty: the customary folders, when they are there.
    predecessors : bool
        Let schools inherit the evidence of the predecessors the trust names for them.
    calendar, icalendar : dict
        Further choices for the calendar and for its .ics files.
    note : str
        A sentence put at the head of every text for people.
    output : Path or None
        Where results go; None: the trust folder.
    """

    folder: Path | None = None
    framework: str = ""
    edition: str = ""
    valid: dt.date | None = None
    known: dt.date | None = None
    period: str = ""
    made_on: dt.date | None = None
    stamp: dt.datetime | None = None
    trust: Path | None = None
    decisions: Path | None = None
    benchmarks: Path | None = None
    evidence: tuple[Path, ...] = ()
    published: tuple[Path, ...] = ()
    school_years: tuple[Path, ...] = ()
    predecessors: bool = False
    calendar: Mapping[str, Any] = field(default_factory=dict)
    icalendar: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    output: Path | None = None

    def with_options(self, **options: Any) -> Settings:
        """Return the settings with those options that are given (not None) put over them.

        Parameters
        ----------
        **options
            Members of the settings by name; paths may be texts.

        Returns
        -------
        Settings
            New settings.

        Raises
        ------
        SettingsError
            When an option is not a member of the settings, or a path is empty.
        """
        for name in options:
            if name not in self.__dataclass_fields__:
                raise SettingsError(f'"{name}" is not a setting. {did_you_mean(name, self.__dataclass_fields__)}'.strip())
        return replace(self, **{name: _with_paths(name, value) for name, value in options.items() if value is not None})

    def with_defaults(self) -> Settings:
        """Return the settings with every date filled that follows from another.

        Returns
        -------
        Settings
            With `known`, `made_on` and `stamp`.

        Raises
        ------
        SettingsError
            When there is no framework or no valid date.
        """
        problems = Problems()
        if not self.framework:
            problems.error(
                "--framework",
                "missing",
                "no framework is named",
                f"give --framework ID or FILE, or a member framework in {SETTINGS_FILE}; `schoolimp frameworks` lists the built-in ones",
            )
        if self.valid is None:
            problems.error(
                "--valid",
                "missing",
                "no valid date is given",
                f"give --valid YYYY-MM-DD, the day the judgement speaks of, or a member valid in {SETTINGS_FILE}; it is never taken from the clock",
            )
        problems.raise_errors(SettingsError, "settings")
        assert self.valid is not None
        return self.with_options(known=self.known or self.valid, made_on=self.made_on or self.valid, stamp=self.stamp or midnight(self.valid))


def _with_paths(name: str, value: Any) -> Any:
    if name in ("folder", "trust", "decisions", "benchmarks", "output"):
        return _path(name, value)
    if name in ("evidence", "published", "school_years"):
        return tuple(_path(name, path) for path in ([value] if isinstance(value, (str, Path)) else value))
    return value


def _path(name: str, value: str | Path) -> Path:
    if value == "":  # Would be the current folder, which nobody named.
        raise SettingsError(f"{name} is an empty path. Name a file or folder, or leave it out.")
    return Path(value)


def load_settings(folder: Path) -> Settings:
    """Return the settings of a trust folder.

    Parameters
    ----------
    folder : Path
        The trust folder; ``docs/command-line.md`` has its layout.

    Returns
    -------
    Settings
        Those of its ``schoolimp.json``; those of an empty file when it has none.

    Raises
    ------
    InputError
        When the folder or its settings file cannot be read, or a member is unknown or wrong; all problems at once.
    """
    if not folder.is_dir():
        reason = "is a file, not a folder" if folder.exists() else "no such folder"
        raise InputError(f"{folder}: {reason}. Give the folder that holds the trust's files.")
    path = folder / SETTINGS_FILE
    if not path.exists():
        return Settings(folder=folder)
    problems = Problems()
    settings = _Reader(folder, path, problems).read()
    problems.raise_errors(InputError, str(path))
    return settings


def check_settings(path: Path) -> tuple[Issue, ...]:
    """Return every problem of a settings file; empty when there is none."""
    problems = Problems()
    _Reader(path.parent, path, problems).read()
    return tuple(replace(issue, pointer=issue.pointer.removeprefix(str(path)).removeprefix(": ")) for issue in problems.issues)


class _Reader:
    """Reads one settings file, noting every problem."""

    def __init__(self, folder: Path, path: Path, problems: Problems) -> None:
        self._folder = folder
        self._path = path
        self._problems = problems
        self._kinds: dict[str, Callable[[str, Any], Any]] = {
            "schema": self._schema,
            **dict.fromkeys(("note", "framework", "edition"), self._text),
            "period": self._parsed(read_period),
            **dict.fromkeys(("valid", "known", "made_on"), self._parsed(read_date)),
            "stamp": self._parsed(read_instant),
            **dict.fromkeys(("trust", "decisions", "benchmarks", "output"), self._one_path),
            **dict.fromkeys(("evidence", "published", "school_years"), self._paths),
            "predecessors": self._flag,
            "calendar": self._object(_CALENDAR_MEMBERS),
            "icalendar": self._object(_ICALENDAR_MEMBERS),
        }

    def read(self) -> Settings:
        """Return the settings, without the members a problem was noted for."""
        members = self._load()
        values = {}
        for name, value in members.items():
            read = self._kinds.get(name)
            if read is None:
                self._wrong(
                    f"/{name}",
                    "unknown_member",
                    f'"{name}" is not a setting',
                    did_you_mean(name, self._kinds, "settings are " + ", ".join(self._kinds)),
                )
            else:
                values[name] = read(f"/{name}", value)
        values.pop("schema", None)
        settings = Settings(folder=self._folder).with_options(**values)
        return self._with_framework_path(settings)

    def _load(self) -> dict[str, Any]:
        try:
            members = json.loads(self._path.read_text(encoding="utf-8-sig"), object_pairs_hook=self._without_duplicates, parse_constant=_no_constant)
        except json.JSONDecodeError as failure:
            self._wrong("", "not_json", f"line {failure.lineno}, column {failure.colno}: {failure.msg}", "the file is not JSON, or is cut short")
        except UnicodeDecodeError as failure:
            self._wrong("", "not_utf8", f"byte {failure.start} is not UTF-8", "save the file as UTF-8")
        except RecursionError:
            self._wrong("", "too_deep", "nested too deeply", "settings are one object")
        except ValueError as failure:  # NaN, or a number of thousands of digits.
            self._wrong("", "not_a_number", f"a number cannot be used: {failure}", "write a whole number in digits")
        except OSError as failure:
            self._wrong("", "unreadable", f"cannot be read: {failure.strerror or failure}", "check the file's permissions")
        else:
            if isinstance(members, dict):
                return {name: value for name, value in members.items() if self._is_text_throughout(f"/{name}", name, value)}
            self._wrong("", "wrong_type", "the settings are not an object", 'begin with {"framework": ...')
        return {}

    def _is_text_throughout(self, pointer: str, name: str, value: Any) -> bool:
        """Whether every text of a member is Unicode without U+0000; what is none is noted."""
        texts = [(pointer, name), *_texts_in(pointer, value)]
        wrong = [(place, text) for place, text in texts if not _is_unicode(text)]
        for place, text in wrong:
            self._wrong(ascii(place)[1:-1], "not_unicode", f"{text!a} has half of a character, or U+0000", "write whole characters")
        return not wrong

    def _without_duplicates(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members: dict[str, Any] = {}
        for name, value in pairs:
            if name in members:
                self._wrong("", "duplicate_member", f'"{name}" stands twice in one object', "keep one of them")
            members[name] = value
        return members

    def _with_framework_path(self, settings: Settings) -> Settings:
        """A framework named as a file is found from the folder the settings stand in."""
        if not looks_like_file(settings.framework):
            return settings
        return replace(settings, framework=str(self._folder / settings.framework))

    def _wrong(self, pointer: str, code: str, message: str, hint: str) -> None:
        self._problems.error(f"{self._path}: {pointer}" if pointer else str(self._path), code, message, hint)

    def _schema(self, pointer: str, value: Any) -> None:
        if value != SETTINGS_SCHEMA:
            self._wrong(pointer, "unknown_schema", f"{json.dumps(value)} is not the schema of settings", f'write "{SETTINGS_SCHEMA}"')

    def _text(self, pointer: str, value: Any) -> str | None:
        if isinstance(value, str):
            return value
        self._wrong(pointer, "wrong_type", f"{json.dumps(value)} is not a text", "put it in quotation marks")
        return None

    def _flag(self, pointer: str, value: Any) -> bool | None:
        if isinstance(value, bool):
            return value
        self._wrong(pointer, "wrong_type", f"{json.dumps(value)} is neither true nor false", "write true or false without quotation marks")
        return None

    def _parsed(self, read: Callable[[str], Any]) -> Callable[[str, Any], Any]:
        def reader(pointer: str, value: Any) -> Any:
            text = self._text(pointer, value)
            try:
                return None if text is None else read(text)
            except ValueProblem as problem:
                self._wrong(pointer, "wrong_value", str(problem), problem.hint)
                return None

        return reader

    def _one_path(self, pointer: str, value: Any) -> Path | None:
        text = self._text(pointer, value)
        if text == "":
            self._wrong(pointer, "empty_path", "is an empty path", "name a file or folder, or leave the member out")
        return self._folder / text if text else None

    def _paths(self, pointer: str, value: Any) -> tuple[Path, ...]:
        items = value if isinstance(value, list) else [value]
        paths = [self._one_path(f"{pointer}/{position}" if isinstance(value, list) else pointer, item) for position, item in enumerate(items)]
        return tuple(path for path in paths if path is not None)

    def _object(self, known: tuple[str, ...]) -> Callable[[str, Any], Any]:
        def reader(pointer: str, value: Any) -> Any:
            if not isinstance(value, dict):
                self._wrong(pointer, "wrong_type", f"{json.dumps(value)} is not an object", f"write {{...}} with members among {', '.join(known)}")
                return None
            for name in value:
                if name not in known:
                    self._wrong(
                        f"{pointer}/{name}",
                        "unknown_member",
                        f'"{name}" is not a setting',
                        did_you_mean(name, known, "settings here are " + ", ".join(known)),
                    )
            return value

        return reader


def _no_constant(word: str) -> None:
    raise ValueError(f"{word} is no number")


def _is_unicode(text: str) -> bool:
    return "\0" not in text and not any("\ud800" <= sign <= "\udfff" for sign in text)


def _texts_in(pointer: str, value: Any) -> Iterator[tuple[str, str]]:
    """All texts of a JSON value, names of members too, each with its place."""
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _texts_in(f"{pointer}/{position}", item)
    elif isinstance(value, dict):
        for name, member in value.items():
            yield f"{pointer}/{name}", name
            yield from _texts_in(f"{pointer}/{name}", member)


def looks_like_file(framework: str) -> bool:
    """True when a framework is named by a file and not by its id."""
    return framework.endswith(".json") or "/" in framework or "\\" in framework

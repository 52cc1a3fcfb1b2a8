"""The files of a run: names relative to the output folder, and their bytes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import schoolimp as si

from ..errors import Issue, SchoolImpError
from .inputs import Inputs
from .markdown import Markup, in_markdown, link, markdown_table
from .names import file_name
from .problems import InputError, Problems
from .settings import SETTINGS_FILE, Settings
from .tables import PLAN_COLUMNS, judgement_rows, level_title, plan_cells, rows_csv, rows_table
from .work import Results

__all__ = ["calendar_files", "from_folder", "judgement_files", "plan_files", "report_file", "with_note"]

_FRAMEWORK = 60  # Characters of a framework's id in a file name that has a school's id too.
_CAUTION = "Levels are suggested from the evidence given; what is decided is for people."


def judgement_files(inputs: Inputs, settings: Settings, results: Results, schools: Iterable[str] | None = None) -> dict[str, bytes]:
    """Return the files of the judgements; with ``schools`` only those schools' own files."""
    files = {}
    chosen = _chosen(schools)
    for judgement in results.judgements:
        if chosen is None or judgement.school in chosen:
            name = f"judgements/{file_name(judgement.school)}"
            files[f"{name}.json"] = judgement.to_json().encode()
            files[f"{name}.md"] = _text(si.report.judgement_markdown(inputs.framework, judgement, inputs.trust), settings)
    if chosen is None:
        files["judgements.csv"] = rows_csv(judgement_rows(results.judgements, inputs.school_names)).encode()
        files["judgements.md"] = _text(_judgements_text(inputs, results), settings)
        assert results.rollup is not None
        files["rollup.json"] = results.rollup.to_json().encode()
    return files


def plan_files(inputs: Inputs, settings: Settings, results: Results, schools: Iterable[str] | None = None) -> dict[str, bytes]:
    """Return the files of the plans, and of plans put aside because the trust has another framework now."""
    files = {}
    chosen = _chosen(schools)
    for school, plan in results.plans.items():
        if chosen is None or school in chosen:
            files[f"plans/{file_name(school)}.json"] = plan.to_json().encode()
            files[f"plans/{file_name(school)}.md"] = _text(si.report.plan_markdown(inputs.framework, plan, inputs.trust), settings)
    for school, plan in results.plans_replaced.items():
        if chosen is None or school in chosen:
            files[f"plans/earlier/{file_name(school)}.{file_name(plan.to_dict()['framework_id'], _FRAMEWORK)}.json"] = plan.to_json().encode()
    return files


def calendar_files(inputs: Inputs, settings: Settings, results: Results, schools: Iterable[str] | None = None) -> dict[str, bytes]:
    """Return the files of the calendar: the trust's, and one feed for each school."""
    calendar = results.calendar
    assert calendar is not None
    options = {"description": settings.note, **settings.icalendar}
    chosen = _chosen(schools)
    files = {}
    for school in inputs.school_names:
        if chosen is None or school in chosen:
            # A name given for the whole feed would make the schools' feeds look alike.
            files[f"calendars/{file_name(school)}.ics"] = _feed(calendar, {**options, "name": "", "school": school})
    if chosen is None:
        files |= _feeds_of_left_schools(calendar, options)
        files["calendar.json"] = calendar.to_json().encode()
        files["calendar.ics"] = _feed(calendar, options)
        files["calendar.md"] = _text(si.report.calendar_markdown(calendar), settings)
    return files


def report_file(inputs: Inputs, settings: Settings, results: Results, notices: Iterable[Issue]) -> dict[str, bytes]:
    """Return the report on the whole trust."""
    assert results.rollup is not None
    title = f"# {in_markdown(inputs.trust.name or inputs.trust.id)}: school improvement report\n"
    sections = [
        title,
        f"{_dates(inputs, settings)}\n",
        _demoted(si.report.rollup_markdown(inputs.framework, results.rollup, inputs.trust)),
        _plans_text(inputs, results),
        _calendar_text(inputs, results),
        _notices_text(notices, settings),
    ]
    return {"report.md": _text("\n".join(section for section in sections if section), settings)}


def with_note(markdown: str, note: str) -> str:
    """Return a text with the settings' note as a quotation under its title."""
    if not note:
        return markdown
    quoted = f"> **{in_markdown(note)}**"
    title, _, rest = markdown.partition("\n")
    if not title.startswith("# "):
        return f"{quoted}\n\n{markdown}"
    return f"{title}\n\n{quoted}\n\n{rest.lstrip(chr(10))}"


def _feeds_of_left_schools(calendar: si.Calendar, options: dict[str, Any]) -> dict[str, bytes]:
    """Feeds that tell subscribers of schools that left which of their events are cancelled."""
    names = {event.school: event.school_name for event in calendar.events if event.school}
    left = sorted(names.keys() - {school.id for school in calendar.schools})
    files = {}
    for school in left:
        members = calendar.to_dict()
        members["schools"] = [{"id": school, "name": names[school]}]
        members["events"] = [event for event in members["events"] if event.get("school") == school]
        files[f"calendars/{file_name(school)}.ics"] = _feed(si.Calendar.from_dict(members), {**options, "name": "", "school": school})
    return files


def _feed(calendar: si.Calendar, options: dict[str, Any]) -> bytes:
    try:
        return si.write_icalendar(calendar, **options)
    except SchoolImpError as failure:
        problems = Problems()
        for issue in failure.issues:
            problems.error(f"{SETTINGS_FILE}: /icalendar{issue.pointer}", issue.code, issue.message, issue.hint)
        raise InputError(f"{SETTINGS_FILE}: /icalendar: {failure}", problems.issues) from failure
    except (TypeError, ValueError) as failure:
        raise InputError(f"{SETTINGS_FILE}: /icalendar: a member has the wrong type: {failure}") from failure


def _chosen(schools: Iterable[str] | None) -> frozenset[str] | None:
    return None if schools is None else frozenset(schools)


def _text(markdown: str, settings: Settings) -> bytes:
    return with_note(markdown, settings.note).encode()


def _dates(inputs: Inputs, settings: Settings) -> str:
    known = "" if settings.known == settings.valid else f", as far as recorded by {settings.known}"
    return f"Framework {in_markdown(inputs.framework.title)}, edition {inputs.framework.edition}. As of {settings.valid}{known}."


def _judgements_text(inputs: Inputs, results: Results) -> str:
    table = rows_table(judgement_rows(results.judgements, inputs.school_names), inputs.framework)
    linked = [table[0], *((link(row[0], f"judgements/{file_name(row[0])}.md"), *row[1:]) for row in table[1:])]
    body = markdown_table(linked) if len(linked) > 1 else "The trust has no schools.\n"
    return f"# {in_markdown(inputs.trust.name or inputs.trust.id)}: judgements\n\n{_CAUTION}\n\n{body}"


def _plans_text(inputs: Inputs, results: Results) -> str:
    if not results.plans:
        return ""
    table: list[tuple[str, ...]] = [("school", "level", *PLAN_COLUMNS)]
    for school, plan in results.plans.items():
        name = link(inputs.school_names.get(school) or school, f"plans/{file_name(school)}.md")
        levels = ", ".join(level_title(inputs.framework, level.level) + ("" if level.decided else " (suggested)") for level in plan.levels)
        table.append((name, levels, *plan_cells(plan)))
    return f"## Plans\n\n{markdown_table(table)}"


def _calendar_text(inputs: Inputs, results: Results) -> str:
    if results.calendar is None:
        return ""
    counts: dict[str, int] = {}
    for event in results.calendar.events:
        if event.status != "cancelled":
            counts[event.school] = counts.get(event.school, 0) + 1
    table = [("calendar", "events", "file")]
    table.append(("whole trust", str(sum(counts.values())), Markup("[calendar.md](calendar.md), [calendar.ics](calendar.ics)")))
    for school, name in inputs.school_names.items():
        feed = f"{file_name(school)}.ics"
        table.append((name or school, str(counts.get(school, 0)), link(feed, f"calendars/{feed}")))
    open_points = len(results.calendar.to_be_agreed)
    waiting = "1 date is" if open_points == 1 else f"{open_points} dates are"
    agreed = f"\n{waiting} to be agreed; calendar.md lists them.\n" if open_points else ""
    return f"## Calendar\n\n{markdown_table(table)}{agreed}"


def _notices_text(notices: Iterable[Issue], settings: Settings) -> str:
    lines = [f"- {in_markdown(from_folder(str(notice), settings))}" for notice in notices]
    return "## Noticed on the way\n\n" + "\n".join(lines) + "\n" if lines else ""


def from_folder(text: str, settings: Settings) -> str:
    """Return a text that begins with a file's name, the file named from the trust folder: it is the same wherever that folder lies."""
    return text if settings.folder is None else text.removeprefix(f"{settings.folder}{os.sep}")


def _demoted(markdown: str) -> str:
    """Return a text with every heading one step lower, to stand inside another."""
    return "\n".join(f"#{line}" if line.startswith("#") else line for line in markdown.splitlines()) + "\n"

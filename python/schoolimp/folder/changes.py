"""What changed since the last run: schools, levels, plans and events, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import schoolimp as si

from .earlier import Earlier
from .inputs import Inputs
from .markdown import in_markdown
from .tables import level_titles
from .work import Results

__all__ = ["Changes", "EventChange", "LevelChange", "PlanChange", "find_changes"]

_SHOWN = 100


@dataclass(frozen=True, slots=True)
class LevelChange:
    """One school's answer that differs. Levels by their id, empty for none.

    Attributes
    ----------
    school : str
        Id of the school.
    judgement : str
        Id of the question.
    what : str
        suggested, possible or decided.
    before : str
        Ids of levels then, with a blank between; empty for none.
    after : str
        Ids of levels now.
    """

    school: str
    judgement: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PlanChange:
    """A plan made or revised, with the sentences of its revision.

    Attributes
    ----------
    school : str
        Id of the school.
    what : str
        made, revised, kept (the school left the trust) or put_aside (made with another framework).
    sentences : tuple of str
        What its revision says.
    """

    school: str
    what: str
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventChange:
    """One event of the calendar that differs.

    Attributes
    ----------
    what : str
        added, moved, cancelled, changed or removed.
    id : str
        Id of the event.
    school : str
        Id of the school; empty for the trust as a whole.
    title : str
        For people.
    first : str
        First day, YYYY-MM-DD.
    before : str
        Of a moved event, its first day before.
    """

    what: str
    id: str
    school: str
    title: str
    first: str
    before: str = ""


@dataclass(frozen=True)
class Changes:
    """Everything a run changed in what the last one left.

    Attributes
    ----------
    first_run : bool
        True when there was nothing to compare with; everything else is empty then.
    since : str
        Valid date of the last run, YYYY-MM-DD.
    until : str
        Valid date of this run.
    framework : str
        A sentence when the framework or its edition changed; else empty.
    joined : tuple of str
        Ids of schools that joined.
    left : tuple of str
        Ids of schools that left.
    levels : tuple of LevelChange
        Answers that differ.
    plans : tuple of PlanChange
        Plans made, revised, kept and put aside.
    events : tuple of EventChange
        Events that differ.
    names : mapping of str to str
        Names of the schools, by their ids.
    titles : mapping of (str, str) to str
        Titles of the levels, by question and level.
    """

    first_run: bool = False
    since: str = ""  #: Valid date of the last run.
    until: str = ""  #: Valid date of this run.
    framework: str = ""  #: A sentence when the framework or its edition changed.
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    levels: tuple[LevelChange, ...] = ()
    plans: tuple[PlanChange, ...] = ()
    events: tuple[EventChange, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict, repr=False)
    titles: Mapping[tuple[str, str], str] = field(default_factory=dict, repr=False)

    @property
    def nothing(self) -> bool:
        """True when no school, level, plan or event differs."""
        return not (self.first_run or self.framework or self.joined or self.left or self.levels or self.plans or self.events)

    def summary(self) -> str:
        """Return the changes in one line, for the end of a run.

        Returns
        -------
        str
            Counts of what differs.
        """
        if self.first_run:
            return "first run, nothing to compare with"
        if self.nothing:
            return f"no school, level, plan or event changed since {self.since}"
        parts = [_counted(len(self.joined), "school joined", "schools joined"), _counted(len(self.left), "school left", "schools left")]
        parts.append(_counted(len(self.levels), "answer differs", "answers differ"))
        parts += [_counted(sum(plan.what == what for plan in self.plans), f"plan {words}", f"plans {words}") for what, words in _PLAN_WORDS.items()]
        parts += [_counted(sum(event.what == what for event in self.events), f"event {what}", f"events {what}") for what in _EVENT_WORDS]
        return ", ".join(part for part in (self.framework, *parts) if part)

    def to_dict(self) -> dict[str, Any]:
        """Return the changes as plain data.

        Returns
        -------
        dict
            Members named as the attributes, without `names` and `titles`.
        """
        return {
            "first_run": self.first_run,
            "since": self.since,
            "until": self.until,
            "framework": self.framework,
            "joined": list(self.joined),
            "left": list(self.left),
            "levels": [_members(change) for change in self.levels],
            "plans": [_members(change) for change in self.plans],
            "events": [_members(change) for change in self.events],
        }

    def to_markdown(self) -> str:
        """Return the changes as the text of ``changes.md``.

        Returns
        -------
        str
            Markdown, with a section for schools, levels, plans and calendar where there is anything to say.
        """
        if self.first_run:
            return f"# Changes\n\nFirst run, for {self.until}: there is nothing to compare with.\n"
        heading = f"# Changes from {self.since} to {self.until}\n" if self.since != self.until else f"# Changes for {self.until}\n"
        if self.nothing:
            return f"{heading}\nNo school, level, plan or event changed.\n"
        sections = [self.framework and f"{in_markdown(self.framework)}\n", self._schools(), self._levels(), self._plans(), self._events()]
        return "\n".join([heading, *(section for section in sections if section)])

    def _schools(self) -> str:
        lines = [f"{self._school(school)} joined" for school in self.joined]
        lines += [f"{self._school(school)} left; its files are kept as they were" for school in self.left]
        return _section("Schools", lines)

    def _levels(self) -> str:
        lines = []
        for change in self.levels:
            before, after = (
                ", ".join(in_markdown(self.titles.get((change.judgement, level), level)) for level in levels.split()) or "none"
                for levels in (change.before, change.after)
            )
            lines.append(f"{self._school(change.school)}, {in_markdown(change.judgement)}: {change.what} {before} -> {after}")
        return _section("Levels", lines)

    def _plans(self) -> str:
        lines = []
        for change in self.plans:
            lines.append(f"{self._school(change.school)}: {_PLAN_WORDS[change.what]}")
            lines += [f"  {in_markdown(sentence)}" for sentence in change.sentences]
        return _section("Plans", lines)

    def _events(self) -> str:
        lines = []
        for event in self.events:
            whose = self._school(event.school) if event.school else "trust"
            day = f"{event.before} -> {event.first}" if event.before else event.first
            lines.append(f"{event.what}: {in_markdown(event.title)}, {whose}, {day}")
        return _section("Calendar", lines)

    def _school(self, school: str) -> str:
        name = self.names.get(school, "")
        return in_markdown(f"{name} ({school})" if name and name != school else school)


_PLAN_WORDS = {"made": "made", "revised": "revised", "put_aside": "put aside, made with another framework", "kept": "kept, the school left the trust"}
_EVENT_WORDS = ("added", "moved", "cancelled", "changed", "removed")


def find_changes(inputs: Inputs, earlier: Earlier, results: Results) -> Changes:
    """Compare what a run came to with what the last one left."""
    names = dict(inputs.school_names)
    until = str(results.judgements[0].valid) if results.judgements else ""
    titles = level_titles(inputs.framework)
    if earlier.nothing:
        return Changes(first_run=True, until=until)
    # A school that left before the last run still has its judgement in the folder; the last rollup tells.
    before = {school: judgement for school, judgement in earlier.judgements.items() if earlier.schools is None or school in earlier.schools}
    schools = tuple(before) if earlier.schools is None else tuple(sorted(earlier.schools))
    joined = tuple(school for school in names if school not in schools and school not in earlier.unread) if schools else ()
    left = tuple(school for school in schools if school not in names)
    return Changes(
        since=max((str(judgement.valid) for judgement in before.values()), default=""),
        until=until,
        framework=_framework_change(before.values(), inputs.framework),
        joined=joined,
        left=left,
        levels=tuple(
            change for judgement in results.judgements if judgement.school in before for change in _level_changes(before[judgement.school], judgement)
        ),
        plans=tuple(_plan_changes(earlier, results, left)),
        events=tuple(_event_changes(earlier.calendar, results.calendar)),
        names={**_names_before(earlier), **names},
        titles=titles,
    )


def _names_before(earlier: Earlier) -> dict[str, str]:
    return {entry.id: entry.name for entry in earlier.calendar.schools} if earlier.calendar is not None else {}


def _framework_change(before: Iterable[si.Judgement], framework: si.Framework) -> str:
    made_with = {
        (members["framework_id"], members["framework_edition"])
        for judgement in before
        if judgement.framework_hash != framework.hash
        for members in (judgement.to_dict(),)
    }
    if not made_with:
        return ""
    earlier = " and ".join(f"{id} {edition}" for id, edition in sorted(made_with))
    now = f"{framework.id} {framework.edition}"
    return f"The framework was {earlier} and is {now}" if earlier != now else f"The text of the framework {now} changed"


def _level_changes(before: si.Judgement, after: si.Judgement) -> Iterable[LevelChange]:
    answers = {answer.judgement: answer for answer in before.answers}
    for answer in after.answers:
        old = answers.get(answer.judgement)
        was, now = _levels(before, old), _levels(after, answer)
        for what in ("suggested", "possible", "decided"):
            if was[what] != now[what]:
                yield LevelChange(after.school, answer.judgement, what, was[what], now[what])


def _levels(judgement: si.Judgement, answer: si.Answer | None) -> dict[str, str]:
    if answer is None:
        return dict.fromkeys(("suggested", "possible", "decided"), "")
    decision = judgement.decided(answer.judgement)
    return {"suggested": answer.suggested or "", "possible": " ".join(answer.possible), "decided": decision.level if decision is not None else ""}


def _plan_changes(earlier: Earlier, results: Results, left: Iterable[str]) -> Iterable[PlanChange]:
    for school, plan in results.plans.items():
        old = earlier.plans.get(school)
        if school in results.plans_replaced:
            yield PlanChange(school, "put_aside")
        if old is None or school in results.plans_replaced:
            yield PlanChange(school, "made")
        elif len(plan.revisions) > len(old.revisions):
            yield PlanChange(school, "revised", tuple(sentence for revision in plan.revisions[len(old.revisions) :] for sentence in revision.changes))
    for school in left:
        if school in earlier.plans_left:
            yield PlanChange(school, "kept")


def _event_changes(before: si.Calendar | None, after: si.Calendar | None) -> Iterable[EventChange]:
    if before is None or after is None:
        return
    old = {event.id: event for event in before.events}
    new = {event.id: event for event in after.events}
    changes = si.compare_calendars(before, after)
    for what in _EVENT_WORDS:
        for id in getattr(changes, what):
            event = new.get(id) or old[id]
            moved_from = str(old[id].first) if what == "moved" else ""
            yield EventChange(what, id, event.school, event.title, str(event.first), moved_from)


def _section(title: str, lines: list[str]) -> str:
    if not lines:
        return ""
    shown = [_item(line) for line in lines[:_SHOWN]]
    if len(lines) > _SHOWN:
        shown.append(f"- and {len(lines) - _SHOWN} more; the files have all of them")
    return f"## {title}\n\n" + "\n".join(shown) + "\n"


def _item(line: str) -> str:
    indent = len(line) - len(line.lstrip(" "))
    return " " * indent + "- " + line[indent:]


def _counted(count: int, one: str, many: str) -> str:
    return "" if count == 0 else f"1 {one}" if count == 1 else f"{count} {many}"


def _members(change: LevelChange | PlanChange | EventChange) -> dict[str, Any]:
    return {name: list(value) if isinstance(value := getattr(change, name), tuple) else value for name in type(change).__slots__}

"""The commands and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from ..folder.problems import did_you_mean
from ..folder.values import ValueProblem, read_date, read_instant, read_period
from .colours import COLOURS
from .formats import FORMATS

__all__ = ["EXIT_CODES", "make_parser"]

EXIT_CODES = """\
exit codes:
  0  done
  1  check: the document has problems
  2  the command or an option is not right
  3  a file, framework or school given cannot be used; nothing was written
  4  the results cannot be written, or another run is working in the folder; the files there are as they were. Or standard output cannot be written
"""

Command = Callable[[argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """Argument parser whose refusals say what was probably meant."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"allow_abbrev": False, "formatter_class": argparse.RawDescriptionHelpFormatter}
        super().__init__(*args, **kwargs)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            choices = [str(choice) for choice in action.choices]
            raise argparse.ArgumentError(action, f'"{value}" is not known; {did_you_mean(str(value), choices, "there are: " + ", ".join(choices))}')

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        parsed, unknown = self.parse_known_args(args, namespace)
        if unknown:
            self._refuse(unknown, parsed)
        return parsed

    def _refuse(self, unknown: list[str], parsed: argparse.Namespace) -> NoReturn:
        command: Parser = getattr(parsed, "parser", self)
        options = [option for action in command._actions for option in action.option_strings]
        first = unknown[0].split("=")[0]
        hint = (
            did_you_mean(first, options, f"`{command.prog} --help` lists the options")
            if first.startswith("-")
            else f"`{command.prog} --help` shows what it takes"
        )
        command.error(f"unknown argument {unknown[0]}; {hint}")


def _value(read: Callable[[str], Any]) -> Callable[[str], Any]:
    def reader(text: str) -> Any:
        try:
            return read(text)
        except ValueProblem as problem:
            raise argparse.ArgumentTypeError(f"{problem}; {problem.hint}") from problem

    return reader


def _path(text: str) -> Path:
    if not text:  # Would be the current folder, which nobody named.
        raise ValueProblem("the path is empty", "name a file or folder, or leave the option out")
    return Path(text)


def make_parser(version: str, commands: dict[str, Command]) -> argparse.ArgumentParser:
    """Return the parser of the whole command line; ``commands`` has the function of each command."""
    parser = Parser(
        prog="schoolimp",
        description="School improvement models as data: evidence -> judgement -> support plan -> improvement calendar.",
        epilog=EXIT_CODES,
    )
    parser.add_argument("--version", action="version", version=f"schoolimp {version}")
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True, dest="command")

    for name, (help, description, add_arguments) in _COMMANDS.items():
        command = subparsers.add_parser(name, help=help, description=description, epilog=EXIT_CODES)
        command.set_defaults(run=commands[name], parser=command)
        add_arguments(command)
        _talk(command)
    return parser


def _frameworks(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=("list", "show"), default="list", help="list (default) or show")
    parser.add_argument("id", nargs="?", help="framework to show: an id or a file")
    parser.add_argument("--edition", default="", help="edition of a built-in framework; the latest when left out")


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("documents", nargs="+", type=_value(_path), metavar="FILE", help="document to check: JSON, or evidence as CSV")
    parser.add_argument("--framework", metavar="ID|FILE", default="", help="check evidence against this framework too")
    parser.add_argument("--edition", default="", help="edition of a built-in framework")


def _judge(parser: argparse.ArgumentParser) -> None:
    _inputs(parser)
    _schools(parser)
    _output(parser)


def _plan(parser: argparse.ArgumentParser) -> None:
    _inputs(parser)
    _school_years(parser)
    _schools(parser)
    _output(parser)


def _calendar(parser: argparse.ArgumentParser) -> None:
    _inputs(parser)
    _school_years(parser)
    _stamp(parser)
    _schools(parser)
    _output(parser)


def _run(parser: argparse.ArgumentParser) -> None:
    _inputs(parser)
    _school_years(parser)
    _stamp(parser)
    _output(parser)


def _demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output", type=_value(_path), default=Path("schoolimp-demo"), metavar="DIR", help="folder for the results (default: schoolimp-demo)")


def _inputs(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("input", "A trust folder, or single files; an option goes before what the folder has.")
    group.add_argument("folder", nargs="?", type=_value(_path), metavar="FOLDER", help="trust folder")
    group.add_argument("--framework", metavar="ID|FILE", help="built-in framework or framework document")
    group.add_argument("--edition", help="edition of a built-in framework; the latest when left out")
    group.add_argument("--trust", type=_value(_path), metavar="FILE", help="trust document")
    group.add_argument("--evidence", type=_value(_path), nargs="+", metavar="PATH", help="evidence: JSON or CSV files, or folders of them")
    group.add_argument(
        "--published", type=_value(_path), nargs="+", metavar="DIR", help="folders of published DfE and Ofsted files (needs pandas: schoolimp[tables])"
    )
    group.add_argument("--decisions", type=_value(_path), metavar="FILE", help="what people decided")
    group.add_argument("--benchmarks", type=_value(_path), metavar="FILE", help="national figures put over the library's own")
    group.add_argument(
        "--predecessors", action="store_true", default=None, help="let schools inherit the evidence of the predecessors the trust names"
    )
    dates = parser.add_argument_group("dates", "Never taken from the clock.")
    dates.add_argument(
        "--valid",
        type=_value(read_date),
        metavar="DATE",
        help="what was the case by this day counts (YYYY-MM-DD); needed unless the folder's settings give it",
    )
    dates.add_argument("--known", type=_value(read_date), metavar="DATE", help="what had been recorded by this day counts; default: the valid date")
    dates.add_argument(
        "--period",
        type=_value(read_period),
        metavar="YEAR",
        help="school year that is the current one of annual figures, 2025/26; default: the latest seen of each",
    )


def _school_years(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--school-year", dest="school_years", type=_value(_path), nargs="+", metavar="PATH", help="school year documents, or folders of them")
    parser.add_argument("--made-on", type=_value(read_date), metavar="DATE", help="day on which plans are made or revised; default: the valid date")


def _stamp(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--stamp",
        type=_value(read_instant),
        metavar="MOMENT",
        help="the calendar's moment of making, YYYY-MM-DDTHH:MM:SSZ; default: the valid date at 00:00Z",
    )


def _schools(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--school", dest="schools", action="append", metavar="URN", help="only this school (may be given several times)")


def _output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output", type=_value(_path), metavar="DIR", help="folder the results are written into")


def _talk(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("what is printed", "Results on standard output; notices, problems and progress on standard error.")
    forms = group.add_mutually_exclusive_group()
    forms.add_argument("--format", choices=FORMATS, metavar="FORM", help="table, json, csv or markdown; default: what people read")
    forms.add_argument("--json", action="store_const", const="json", dest="format", help="the same as --format json")
    if parser.prog.endswith(" calendar"):
        forms.add_argument("--ics", action="store_true", help="iCalendar; with --school that school's feed")
    group.add_argument(
        "--colour", "--color", choices=COLOURS, default="auto", metavar="WHEN", help="auto (default: on a terminal, unless NO_COLOR is set), always or never"
    )
    group.add_argument("--quiet", action="store_true", help="errors only, and what --format asks for")


#: Help, description and arguments of each command, in the order they are listed.
_COMMANDS: dict[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "frameworks": (
        "list the built-in frameworks, or print one",
        "Lists the frameworks that come with the library; `frameworks show ID` prints the document of one.",
        _frameworks,
    ),
    "check": (
        "check documents and say everything that is wrong",
        "Checks framework documents, and any other document of the library by its schema. Says every problem with its place, its value and its mend.",
        _check,
    ),
    "judge": (
        "judge the schools of a trust",
        "Judges the schools and prints the table; with one school its whole report. Writes files only with --output.",
        _judge,
    ),
    "plan": (
        "make or revise support plans",
        "Makes the plan of every school that has a level in force, revising the one it has. Writes files only with --output.",
        _plan,
    ),
    "calendar": (
        "place the improvement calendar",
        "Places the calendar of the trust, keeping what an earlier one published. Writes files only with --output.",
        _calendar,
    ),
    "run": (
        "judgements, plans and calendar of a trust folder",
        "Runs everything over a trust folder and writes the results into it, or into --output. Run again, it carries on: decisions, progress and edits in plans and the ids of published events are kept.",
        _run,
    ),
    "demo": (
        "run everything on the invented example trust",
        "Runs everything on the example trust that comes with the library. Its schools, people and figures are invented.",
        _demo,
    ),
}

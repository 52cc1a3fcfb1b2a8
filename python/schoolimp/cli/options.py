"""The commands and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..folder.values import ValueProblem, read_date, read_instant, read_period
from .colours import COLOURS
from .described import DESCRIBED, EXIT_CODES
from .formats import FORMATS
from .parser import Parser

__all__ = ["SHELLS", "Command", "make_parser"]

SHELLS = ("bash", "zsh", "fish")

Command = Callable[[argparse.Namespace], int]


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


def make_parser(version: str, commands: dict[str, Command]) -> Parser:
    """Return the parser of the whole command line; ``commands`` has the function of each command."""
    parser = Parser(
        prog="schoolimp",
        usage="%(prog)s COMMAND [OPTION ...]",
        description="School improvement models as data: evidence -> judgement -> support plan -> improvement calendar.",
        epilog=f"`schoolimp COMMAND --help` describes a command.\n\n{EXIT_CODES}",
    )
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, dest="command", prog="schoolimp")
    for name, words in DESCRIBED.items():
        command = subparsers.add_parser(name, help=words.help, usage=f"%(prog)s {words.usage}", description=words.description, epilog=words.epilog)
        command.set_defaults(run=commands[name], parser=command, colour="auto", whole=parser)
        _ARGUMENTS[name](command)
    others = parser.add_argument_group("options")
    others.add_argument("--version", action="version", version=f"schoolimp {version}", help="print the version")
    _help(others)
    return parser


def _frameworks(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("framework")
    group.add_argument("action", nargs="?", choices=("list", "show"), metavar="list|show", default="list", help="list (default) or show")
    group.add_argument("id", nargs="?", metavar="ID|FILE", help="framework to show: an id or a file")
    group.add_argument("--edition", default="", help="edition of a built-in framework; the latest when left out")
    _printed(parser)


def _check(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("input")
    group.add_argument("documents", nargs="+", type=_value(_path), metavar="FILE", help="document to check: JSON, or evidence as CSV")
    group.add_argument("--framework", metavar="ID|FILE", default="", help="check evidence against this framework too")
    group.add_argument("--edition", default="", help="edition of a built-in framework; the latest when left out")
    _printed(parser)


def _judge(parser: argparse.ArgumentParser) -> None:
    _inputs(parser)
    _dates(parser)
    results = parser.add_argument_group("results")
    _schools(results)
    _output(results)
    _printed(parser)


def _plan(parser: argparse.ArgumentParser) -> None:
    _school_years(_inputs(parser))
    _made_on(_dates(parser))
    results = parser.add_argument_group("results")
    _schools(results)
    _output(results)
    _printed(parser)


def _calendar(parser: argparse.ArgumentParser) -> None:
    _school_years(_inputs(parser))
    dates = _dates(parser)
    _made_on(dates)
    _stamp(dates)
    results = parser.add_argument_group("results")
    _schools(results)
    _output(results)
    _printed(parser, ics=True)


def _run(parser: argparse.ArgumentParser) -> None:
    _school_years(_inputs(parser))
    dates = _dates(parser)
    _made_on(dates)
    _stamp(dates)
    _output(parser.add_argument_group("results"))
    _printed(parser)


def _demo(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("results")
    group.add_argument("--output", type=_value(_path), default=Path("schoolimp-demo"), metavar="DIR", help="folder for the results (default: schoolimp-demo)")
    _printed(parser)


def _completion(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("shell")
    group.add_argument("shell", choices=SHELLS, metavar="SHELL", help="bash, zsh or fish")
    _help(group)


def _inputs(parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
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
    return group


def _dates(parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
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
    return dates


def _school_years(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--school-year", dest="school_years", type=_value(_path), nargs="+", metavar="PATH", help="school year documents, or folders of them")


def _made_on(dates: argparse._ArgumentGroup) -> None:
    dates.add_argument("--made-on", type=_value(read_date), metavar="DATE", help="day on which plans are made or revised; default: the valid date")


def _stamp(dates: argparse._ArgumentGroup) -> None:
    dates.add_argument(
        "--stamp",
        type=_value(read_instant),
        metavar="MOMENT",
        help="the calendar's moment of making, YYYY-MM-DDTHH:MM:SSZ; default: the valid date at 00:00Z",
    )


def _schools(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--school", dest="schools", action="append", metavar="URN", help="only this school (may be given several times)")


def _output(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--output", type=_value(_path), metavar="DIR", help="folder the results are written into")


def _printed(parser: argparse.ArgumentParser, ics: bool = False) -> None:
    group = parser.add_argument_group("what is printed", "Results on standard output; notices, problems and progress on standard error.")
    forms = group.add_mutually_exclusive_group()
    forms.add_argument("--format", choices=FORMATS, metavar="FORM", help="table, json, csv or markdown; default: what people read")
    forms.add_argument("--json", action="store_const", const="json", dest="format", help="the same as --format json")
    if ics:
        forms.add_argument("--ics", action="store_true", help="iCalendar; with --school that school's feed")
    group.add_argument(
        "--colour", "--color", choices=COLOURS, default="auto", metavar="WHEN", help="auto (default: on a terminal, unless NO_COLOR is set), always or never"
    )
    group.add_argument("--quiet", action="store_true", help="errors only, and what --format asks for")
    _help(group)


def _help(group: argparse._ArgumentGroup) -> None:
    group.add_argument("-h", "--help", action="help", help="print this help")


_ARGUMENTS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "frameworks": _frameworks,
    "check": _check,
    "judge": _judge,
    "plan": _plan,
    "calendar": _calendar,
    "run": _run,
    "demo": _demo,
    "completion": _completion,
}

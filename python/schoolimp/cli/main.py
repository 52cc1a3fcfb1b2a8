"""Entry of the command line: parse, run the command, turn failures into messages and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from ..errors import SchoolImpError
from ..folder.problems import OutputError, SettingsError
from .options import make_parser
from .terminal import print_failure

__all__ = ["main"]

_DONE = 0
_USAGE = 2
_INPUT = 3
_OUTPUT = 4
_STOPPED = 130  # As shells number a program ended by the interrupt key.


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 done, 1 problems found by check, 2 usage, 3 input unusable, 4 output not written."""
    _speak_utf8()
    try:
        return _run(sys.argv[1:] if argv is None else list(argv))
    except SystemExit as leave:  # argparse: help, version and refusals.
        return leave.code if isinstance(leave.code, int) else _DONE
    except KeyboardInterrupt:
        print("stopped; no file was changed", file=sys.stderr)
        return _STOPPED
    except BrokenPipeError:
        # The reader of our output went away (`| head`); a second complaint at exit would help nobody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _OUTPUT


def _run(argv: list[str]) -> int:
    from .. import __version__
    from .commands import COMMANDS

    arguments = make_parser(__version__, COMMANDS).parse_args(argv)
    try:
        code = arguments.run(arguments)
        sys.stdout.flush()
        return int(code)
    except SettingsError as failure:
        print_failure(failure)
        return _USAGE
    except OutputError as failure:
        print_failure(failure)
        return _OUTPUT
    except SchoolImpError as failure:
        print_failure(failure)
        return _INPUT


def _speak_utf8() -> None:
    """Names and signs of the reports need UTF-8, also where the system's own encoding is another."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8")

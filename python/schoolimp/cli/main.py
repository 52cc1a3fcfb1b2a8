"""Entry of the command line: parse, run the command, turn failures into messages and exit codes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from ..errors import Issue, SchoolImpError
from ..folder.problems import OutputError, SettingsError
from .colours import chosen_colours
from .options import make_parser
from .signals import STOPPED, Stopped, stop_on_signals
from .streams import StandardOutputError, silence, standard_streams
from .terminal import print_failure, print_issues

__all__ = ["main"]

_DONE = 0
_USAGE = 2
_INPUT = 3
_OUTPUT = 4


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Parameters
    ----------
    argv : sequence of str, optional
        Arguments without the name of the program; those of the process when absent.

    Returns
    -------
    int
        Exit code: 0 done, 1 problems found by check, 2 usage, 3 input unusable, 4 output not written; 128 and the number of the signal when it was stopped (130 by Ctrl+C).
    """
    with standard_streams():
        try:
            with stop_on_signals():
                return _run(sys.argv[1:] if argv is None else list(argv))
        except SystemExit as leave:  # argparse: help, version and refusals.
            return leave.code if isinstance(leave.code, int) else _DONE
        except KeyboardInterrupt as interrupt:
            print("stopped; no file was changed", file=sys.stderr)
            return interrupt.exit_code if isinstance(interrupt, Stopped) else STOPPED
        except BrokenPipeError:
            # The reader of our output went away (`| head`) with what it wanted: that is no failure of ours.
            silence()
            return _DONE
        except StandardOutputError as failure:
            silence()
            print_issues([Issue("standard output", "unwritable", f"cannot be written: {failure}", "make room, or send the output elsewhere")])
            return _OUTPUT


def _run(argv: list[str]) -> int:
    from .. import __version__
    from .commands import COMMANDS

    arguments = make_parser(__version__, COMMANDS).parse(argv)
    with chosen_colours(arguments.colour):
        return _call(arguments)


def _call(arguments: argparse.Namespace) -> int:
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
    except (BrokenPipeError, StandardOutputError):
        raise
    except OSError as failure:  # A path the system does not take: too long, on a disk that is gone ...
        print_issues([Issue(str(failure.filename or ""), "unusable", f"cannot be used: {failure.strerror or failure}", "check the path")])
        return _INPUT

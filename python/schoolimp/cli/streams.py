"""Standard output and error: UTF-8, and a failure to write told apart from those of files."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from typing import Any, TextIO, cast

__all__ = ["StandardOutputError", "silence", "standard_streams"]


class StandardOutputError(Exception):
    """Standard output cannot be written: a full disk, a closed descriptor."""


class _StandardOutput:
    """Standard output, with failures of its own kind; None for a program that was started without one."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text. Raises StandardOutputError, or BrokenPipeError when nobody reads any more."""
        if self._stream is None:
            raise StandardOutputError(os.strerror(errno.EBADF))
        stream = self._stream
        return int(_told(lambda: stream.write(text)))

    def flush(self) -> None:
        """Hand on what is buffered. Raises as :meth:`write`."""
        if self._stream is not None:
            _told(self._stream.flush)

    def isatty(self) -> bool:
        """Whether the output goes to a terminal."""
        return self._stream is not None and self._stream.isatty()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _told(write: Callable[[], Any]) -> Any:
    try:
        return write()
    except BrokenPipeError:
        raise
    except OSError as failure:
        raise StandardOutputError(failure.strerror or str(failure)) from failure


@contextmanager
def standard_streams() -> Generator[None]:
    """Make both streams ready while the block lasts.

    Line ends are written as the format of a text has them, the same on every system. Names and signs of the reports need UTF-8, also where the system's own encoding is another; a file name that is no UTF-8 is shown with its bytes escaped.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    output, errors = sys.stdout, sys.stderr
    sys.stdout = cast(TextIO, _StandardOutput(output))
    if errors is None:  # print(file=None) would write to standard output instead.
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for the whole block
    try:
        yield
    finally:
        sys.stdout, sys.stderr = output, errors


def silence() -> None:
    """Let standard output lead nowhere: what is left in its buffer would fail again when the interpreter ends."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

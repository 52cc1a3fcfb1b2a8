"""Signals that ask a program to end: what is under way is taken back first, as for the interrupt key."""

from __future__ import annotations

import signal
import threading
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

__all__ = ["STOPPED", "Stopped", "stop_on_signals"]

_SHELL = 128  # Shells number a program ended by a signal 128 and the signal's number.
STOPPED = _SHELL + signal.SIGINT
_ASKING = ("SIGTERM", "SIGHUP", "SIGBREAK")


class Stopped(KeyboardInterrupt):
    """Somebody asked the program to end."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.exit_code: int = _SHELL + number


def _stop(number: int, _: FrameType | None) -> NoReturn:
    raise Stopped(number)


@contextmanager
def stop_on_signals() -> Generator[None]:
    """Raise :class:`Stopped` where a signal asks to end, while the block lasts. A signal the caller ignores (nohup) stays ignored."""
    if threading.current_thread() is not threading.main_thread():  # Only the main thread may, and only it is interrupted.
        yield
        return
    numbers = [getattr(signal, name) for name in _ASKING if hasattr(signal, name)]
    before = {number: signal.signal(number, _stop) for number in numbers if signal.getsignal(number) == signal.SIG_DFL}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

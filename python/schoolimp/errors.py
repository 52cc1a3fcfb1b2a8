"""Exceptions, one class for each status code of the library, and the issues they carry.

Every exception of the library is a :class:`SchoolImpError`. A failed document check raises
:class:`InvalidDocumentError` with *all* problems found in ``issues``.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

__all__ = [
    "AbortedError",
    "AlreadyExistsError",
    "CancelledError",
    "DataLossError",
    "DeadlineExceededError",
    "FailedPreconditionError",
    "InternalError",
    "InvalidDocumentError",
    "Issue",
    "NotFoundError",
    "OutOfRangeError",
    "PermissionDeniedError",
    "ResourceExhaustedError",
    "SchoolImpError",
    "StatusCode",
    "UnauthenticatedError",
    "UnavailableError",
    "UnimplementedError",
    "UnknownError",
]


class StatusCode(enum.IntEnum):
    """Kinds of failure; the same numbers as in C++ (and as ``absl::StatusCode``)."""

    CANCELLED = 1
    UNKNOWN = 2
    INVALID_ARGUMENT = 3
    DEADLINE_EXCEEDED = 4
    NOT_FOUND = 5
    ALREADY_EXISTS = 6
    PERMISSION_DENIED = 7
    RESOURCE_EXHAUSTED = 8
    FAILED_PRECONDITION = 9
    ABORTED = 10
    OUT_OF_RANGE = 11
    UNIMPLEMENTED = 12
    INTERNAL = 13
    UNAVAILABLE = 14
    DATA_LOSS = 15
    UNAUTHENTICATED = 16


@dataclass(frozen=True, slots=True)
class Issue:
    """One problem found in a document, a table or an expression; ``str()`` gives it as one line.

    Attributes
    ----------
    pointer : str
        JSON Pointer (RFC 6901) into the document, ``""`` for the whole; words such as
        ``row 12, column KS2`` for tables.
    code : str
        Stable word: ``unknown_name``, ``out_of_range`` ...
    message : str
        Names the value and the bound.
    hint : str
        How to mend it; may be empty.
    severity : str
        ``"error"`` or ``"warning"``. A warning does not make a document unusable.
    """

    pointer: str
    code: str
    message: str
    hint: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        text = f"{self.pointer}: {self.message}" if self.pointer else self.message
        return f"{text} ({self.hint})" if self.hint else text

    def _repr_html_(self) -> str:
        """Return what notebooks show; docs/notebooks.md."""
        from ._html.issues import issue_html

        return issue_html(self)


class SchoolImpError(Exception):
    """Base of all exceptions of the library.

    Parameters
    ----------
    message : str
        What went wrong, naming the value and the bound.
    issues : iterable of Issue, optional
        The problems behind it.

    Attributes
    ----------
    code : StatusCode
        The status code; one class stands for one code.
    issues : tuple of Issue
        All problems found, in the order of the document; empty when there is only the message.
    """

    code: ClassVar[StatusCode] = StatusCode.UNKNOWN

    def __init__(self, message: str, issues: Iterable[Issue] = ()) -> None:
        super().__init__(message)
        self.issues: tuple[Issue, ...] = tuple(issues)

    def _repr_html_(self) -> str:
        """Return what notebooks show of a caught error; docs/notebooks.md."""
        from ._html.issues import error_html

        return error_html(self)

    def __reduce__(self) -> tuple[type[SchoolImpError], tuple[str, tuple[Issue, ...]]]:
        return type(self), (str(self.args[0]), self.issues)


class CancelledError(SchoolImpError):
    """The caller asked to stop."""

    code = StatusCode.CANCELLED


class UnknownError(SchoolImpError):
    """A failure without a kind of its own."""

    code = StatusCode.UNKNOWN


class InvalidDocumentError(SchoolImpError, ValueError):
    """A document, a table or an argument is not acceptable; ``issues`` says where and how to mend it."""

    code = StatusCode.INVALID_ARGUMENT


class DeadlineExceededError(SchoolImpError):
    """The time allowed has passed."""

    code = StatusCode.DEADLINE_EXCEEDED


class NotFoundError(SchoolImpError, LookupError):
    """There is no such framework, school or item."""

    code = StatusCode.NOT_FOUND


class AlreadyExistsError(SchoolImpError, ValueError):
    """Something with this name is there already."""

    code = StatusCode.ALREADY_EXISTS


class PermissionDeniedError(SchoolImpError):
    """The framework lets only others do this."""

    code = StatusCode.PERMISSION_DENIED


class ResourceExhaustedError(SchoolImpError):
    """The input is larger than its limits allow."""

    code = StatusCode.RESOURCE_EXHAUSTED


class FailedPreconditionError(SchoolImpError):
    """The values do not fit together: made with another framework, no level in force ..."""

    code = StatusCode.FAILED_PRECONDITION


class AbortedError(SchoolImpError):
    """The work was given up."""

    code = StatusCode.ABORTED


class OutOfRangeError(SchoolImpError, ValueError):
    """A date or number lies outside its bounds."""

    code = StatusCode.OUT_OF_RANGE


class UnimplementedError(SchoolImpError, NotImplementedError):
    """This version of the library cannot do this."""

    code = StatusCode.UNIMPLEMENTED


class InternalError(SchoolImpError, RuntimeError):
    """A mistake in the library itself; please report it."""

    code = StatusCode.INTERNAL


class UnavailableError(SchoolImpError):
    """Not available at this time."""

    code = StatusCode.UNAVAILABLE


class DataLossError(SchoolImpError):
    """Data is damaged."""

    code = StatusCode.DATA_LOSS


class UnauthenticatedError(SchoolImpError):
    """The caller is not known."""

    code = StatusCode.UNAUTHENTICATED


_CLASSES: dict[int, type[SchoolImpError]] = {cls.code: cls for cls in SchoolImpError.__subclasses__()}


def _from_status(  # pyright: ignore[reportUnusedFunction] - the extension calls it.
    code: int, message: str, issues: Iterable[tuple[str, str, str, str, str]]
) -> SchoolImpError:
    """Return the exception for a C++ status; called by the extension. Codes of a newer library are unknown errors."""
    return _CLASSES.get(code, UnknownError)(message, [Issue(*issue) for issue in issues])

"""The one exception of the readers: a file that cannot be read at all."""

from __future__ import annotations

from schoolimp.errors import InvalidDocumentError, Issue


class PublishedFileError(InvalidDocumentError):
    """A published file that cannot be read: not text, no known columns, no academic year ...

    Trouble inside a file that can be read (a bad number, a row without a URN) is no exception: it is listed in the report.
    """

    def __init__(self, file: str, message: str, hint: str = "") -> None:
        self.file = file
        self.message = message
        self.hint = hint
        super().__init__(f"{file}: {message}" + (f"; {hint}" if hint else ""), [Issue(file, "unreadable", message, hint)])

    def __reduce__(self) -> tuple[type[PublishedFileError], tuple[str, str, str]]:  # type: ignore[override]
        return type(self), (self.file, self.message, self.hint)

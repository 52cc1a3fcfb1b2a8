"""What all documents share: an immutable value around a C++ object, with JSON in and out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar, NoReturn, Self, TypeVar

from . import _checks, _json
from ._views import view

JsonDict = _json.JsonDict
View = TypeVar("View")
Made = TypeVar("Made")


def handle_of(document: Document, kind: type[Document], name: str) -> Any:
    """Return the C++ object of a document. Raises TypeError for what is none of the kind, with the way to one."""
    if not isinstance(document, kind):
        raise TypeError(f"{name} is {_article(kind)} {kind.__name__}, not {_checks.described(document)}{_way_to(kind, document)}")
    return document._handle


def optional_handle(document: Document | None, kind: type[Document], name: str) -> Any:
    """Return the C++ object of a document that may be left out."""
    return None if document is None else handle_of(document, kind, name)


def handles_of(documents: Iterable[Document], kind: type[Document], name: str) -> list[Any]:
    """Return the C++ objects of several documents. Raises TypeError for one alone, too, for that is a slip of everybody's."""
    if isinstance(documents, kind):
        raise TypeError(f"{name} are several, not one {kind.__name__}; give a list of it: [...]")
    return [handle_of(document, kind, f"{name}[{place}]") for place, document in enumerate(documents)]


def _article(kind: type[Document]) -> str:
    return "an" if kind.__name__[0] in "AEIO" else "a"


def _way_to(kind: type[Document], value: object) -> str:
    if isinstance(value, Mapping):
        return f"; {kind.__name__}.from_dict(members) makes one"
    if not isinstance(value, str):
        return ""
    return "; schoolimp.framework(id) gives one" if kind.__name__ == "Framework" else f"; {kind.__name__}.from_json(text) makes one"


class Document:
    """An immutable document. Two documents are equal when their canonical JSON is.

    Made by :meth:`from_json` and :meth:`from_dict`; copies, pickles and hashes like any value. Safe to use from any number of threads.
    """

    __slots__ = ("__weakref__", "_cache", "_handle")

    _core_class: ClassVar[Any]  #: The C++ class: parse(bytes), to_json(pretty).

    _handle: Any
    _cache: dict[str, Any]

    def __init__(self) -> None:
        raise TypeError(f"{type(self).__name__} is made with {type(self).__name__}.from_json(text) or .from_dict(members)")

    @classmethod
    def _wrap(cls, handle: Any) -> Self:
        self = object.__new__(cls)
        object.__setattr__(self, "_handle", handle)
        object.__setattr__(self, "_cache", {})
        return self

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Return the document of a JSON text.

        Parameters
        ----------
        text : str or bytes
            JSON in UTF-8, at most 16 MiB.

        Returns
        -------
        Self
            The document, checked.

        Raises
        ------
        InvalidDocumentError
            When the text is not JSON or not a document of this kind; ``issues`` has every problem.
        ResourceExhaustedError
            When it is larger or deeper than the limits allow.
        TypeError
            When `text` is neither str nor bytes.
        """
        return cls._wrap(cls._core_class.parse(_json.text_of_document(text)))

    @classmethod
    def from_dict(cls, members: Mapping[str, Any]) -> Self:
        """Return the document of a mapping with the members of the JSON document.

        Parameters
        ----------
        members : mapping of str to object
            Figures are int or Decimal, dates ``datetime.date`` or ISO texts; lists, tuples and mappings may be nested. ``docs/documents.md`` has the members.

        Returns
        -------
        Self
            The document, checked.

        Raises
        ------
        TypeError
            When a value has no JSON form; binary floats have none here.
        InvalidDocumentError, ResourceExhaustedError
            As :meth:`from_json`.
        """
        return cls.from_json(_json.dumps(members))

    def to_json(self, pretty: bool = True) -> str:
        """Return the JSON text: the same value gives the same text.

        Parameters
        ----------
        pretty : bool
            Indented, one member a line; otherwise canonical, without white space.

        Returns
        -------
        str
            Ends in a newline when `pretty`.
        """
        if pretty:
            return str(self._handle.to_json(True))
        return self._canonical()

    def to_dict(self) -> JsonDict:
        """Return the members as a new dict, which may be changed.

        Returns
        -------
        dict
            Figures that are not whole are Decimal, dates ISO texts; what :meth:`from_dict` takes.
        """
        members: JsonDict = _json.loads(self._canonical())
        return members

    def _canonical(self) -> str:
        return self._cached("canonical", lambda: str(self._handle.to_json(False)))

    def _members(self) -> JsonDict:
        """Return the members, parsed once; not to be changed and not to be handed out."""
        return self._cached("members", self.to_dict)

    def _views(self, members: str, cls: type[View]) -> tuple[View, ...]:
        """Return the objects of a member as values of a view class, made once."""
        return self._cached(f"views {members}", lambda: tuple(view(cls, item) for item in self._members().get(members, ())))

    def _cached(self, name: str, make: Callable[[], Made]) -> Made:
        # Two threads may both make the value; either may be kept.
        if name not in self._cache:
            self._cache[name] = make()
        made: Made = self._cache[name]
        return made

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self is other or self._canonical() == other._canonical()

    def __hash__(self) -> int:
        return hash((type(self).__name__, self._canonical()))

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return type(self).from_json, (self._canonical(),)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable; make a new one with from_dict()")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def _summary(self) -> str:
        """Return the words of the repr after the class name."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"<schoolimp.{type(self).__name__} {self._summary()}>"

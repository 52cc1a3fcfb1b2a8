"""Keep pickles of this version of the package in bindings_tests/pickles/<version>.json, for this and every later version to read.

Run by hand, with the package installed, before a release and after a public class is added:

    python bindings_tests/make_pickles.py

It adds classes that are not there yet and leaves those that are as they were written: a pickle kept is never made anew. For each class the file has what the
value is (the JSON of a document, the repr of any other) and its pickle in the oldest and newest protocol the tests read, in base 64.
"""

from __future__ import annotations

import base64
import dataclasses
import json
import pickle
from pathlib import Path
from typing import Any

import schoolimp as si
from value_samples import public_classes, sample

FOLDER = Path(__file__).resolve().parent / "pickles"
PROTOCOLS = (2, 5)


def kept(value: Any) -> dict[str, str]:
    """What is kept of one value."""
    pickles = {f"protocol {protocol}": base64.b64encode(pickle.dumps(value, protocol)).decode() for protocol in PROTOCOLS}
    return {"value": written(value), **pickles}


def written(value: Any) -> str:
    """The value in words that do not depend on pickling."""
    if isinstance(value, si.SchoolImpError):
        return repr((type(value).__name__, value.args, value.issues))
    if isinstance(value, si.Judgements):
        return f"[{','.join(map(written, value))}]"
    if hasattr(value, "to_json"):
        return str(value.to_json(pretty=False))
    return _call(value) if isinstance(value, si.WideReading) else repr(value)


def _call(value: Any) -> str:
    """The Python that makes a dataclass again that holds documents."""
    parts = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    made = {name: f"{type(part).__name__}.from_json({part.to_json(pretty=False)!r})" if hasattr(part, "to_json") else repr(part) for name, part in parts.items()}
    return f"{type(value).__name__}({', '.join(f'{name}={part}' for name, part in made.items())})"


def main() -> None:
    path = FOLDER / f"{si.__version__}.json"
    before: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    added = {name: kept(sample(cls)) for name, cls in public_classes().items() if name not in before}
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({**before, **added}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(before)} classes kept, {len(added)} added: {', '.join(added) or 'none'}")


if __name__ == "__main__":
    main()

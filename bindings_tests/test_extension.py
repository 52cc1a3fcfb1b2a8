"""The compiled part is one library that needs nothing but the system's, and shows nothing but how it is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from schoolimp import _core

elffile = pytest.importorskip("elftools.elf.elffile", reason="pyelftools reads libraries of Linux")

#: The C library, the C++ libraries and the loader: every Linux has them.
OF_THE_SYSTEM = {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "libstdc++.so.6", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"}


@pytest.fixture(scope="module")
def library() -> Iterator[Any]:
    """The extension as an ELF file."""
    path = Path(_core.__file__)
    if path.read_bytes()[:4] != b"\x7fELF":
        pytest.skip(f"{path.name} is no ELF file: this is not Linux")
    with path.open("rb") as file:
        yield elffile.ELFFile(file)


def test_only_its_init_function_is_exported(library: Any) -> None:
    symbols = library.get_section_by_name(".dynsym").iter_symbols()
    defined = {symbol.name for symbol in symbols if symbol["st_shndx"] != "SHN_UNDEF"}
    assert defined == {"PyInit__core"}


def test_only_libraries_of_the_system_are_needed(library: Any) -> None:
    tags = list(library.get_section_by_name(".dynamic").iter_tags())
    needed = {tag.needed for tag in tags if tag.entry.d_tag == "DT_NEEDED"}
    assert "libc.so.6" in needed
    assert needed <= OF_THE_SYSTEM
    assert not [tag for tag in tags if tag.entry.d_tag in ("DT_RPATH", "DT_RUNPATH")]

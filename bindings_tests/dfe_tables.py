"""Small published tables for the tests of the readers."""

from __future__ import annotations

from pathlib import Path

BOM = b"\xef\xbb\xbf"
KS2_HEADER = (
    "RECTYPE,LEA,ESTAB,URN,SCHNAME,NFTYPE,AGERANGE,TOTPUPS,TELIG,TFSM6CLA1A,TNotFSM6CLA1A,PTRWM_EXP,PTRWM_HIGH,"
    "READPROG,READPROG_LOWER,READPROG_UPPER,PTREAD_EXP,PTRWM_EXP_FSM6CLA1A,PTRWM_EXP_NotFSM6CLA1A"
)


def write(folder: Path, name: str, *lines: str, encoding: str = "utf-8", end: str = "\n", mark: bytes = b"") -> Path:
    """A file of these lines."""
    path = folder / name
    path.write_bytes(mark + end.join((*lines, "")).encode(encoding))
    return path


def ks2_line(urn: str = "900011", *, rectype: str = "1", telig: str = "30", rwm: str = "67%", progress: str = "1.2,-0.4,2.8", groups: str = "9,21", name: str = "Beech School",
             disadvantaged: str = "50%", others: str = "74%") -> str:
    """One line of a Key Stage 2 table."""
    return f"{rectype},989,2011,{urn},{name},ACC,4-11,210,{telig},{groups},{rwm},10%,{progress},75%,{disadvantaged},{others}"

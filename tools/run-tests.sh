#!/usr/bin/env bash
# Builds schoolimp and runs every test: C++ under the address and undefined-behaviour sanitizers, then the Python package.
# Published data for the tests is looked for in $SCHOOLIMP_DATA, else in ../shared/data; tests that need it say so when it is not there.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh

if [ -z "${SCHOOLIMP_DATA:-}" ] && [ -d ../shared/data ]; then
  SCHOOLIMP_DATA=$(cd ../shared/data && pwd)
fi
export SCHOOLIMP_DATA=${SCHOOLIMP_DATA:-}

install_packages
say "C++: configure and build with sanitizers"
cmake --preset asan -DCMAKE_CXX_COMPILER="${CXX:-g++}" >/dev/null
cmake --build --preset asan -- -k 0
make_venv
install_schoolimp test
say "Published data: ${SCHOOLIMP_DATA:-not found, the tests that need it are skipped}"
say "C++ tests"
ctest --preset asan -j "$(nproc)" --no-tests=error 2>&1 | tee build/asan/ctest.log | grep -vE '^ *(Start|[0-9]+/[0-9]+ Test .* Passed)' || true
grep -q '100% tests passed' build/asan/ctest.log
say "Python tests"
.venv/bin/python -m pytest -q

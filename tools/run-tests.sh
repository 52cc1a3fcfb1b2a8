#!/usr/bin/env bash
# Builds schoolimp and runs every test: C++ under the address and undefined-behaviour sanitizers, the C library as it is shipped with its clients in C, C#, Java and PHP, then the
# Python package.
# Published data for the tests is looked for in $SCHOOLIMP_DATA, else in ../shared/data; tests that need it say so when it is not there.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh

if [ -z "${SCHOOLIMP_DATA:-}" ] && [ -d ../shared/data ]; then
  SCHOOLIMP_DATA=$(cd ../shared/data && pwd)
fi
export SCHOOLIMP_DATA=${SCHOOLIMP_DATA:-}
export SCHOOLIMP_ALL_CLIENTS=1  # a language without its tools is a failure, not a skip

# Beside what building needs: a second compiler, what compares binary interfaces, what makes the pages of the C header, the languages of the clients, a browser for the pages of
# notebooks, and the shells that complete commands.
install_packages clang abigail-tools doxygen mono-mcs openjdk-17-jdk-headless libjna-java php-cli chromium zsh fish
say "C++: configure and build with sanitizers"
cmake --preset asan -DCMAKE_CXX_COMPILER="${CXX:-g++}" >/dev/null
cmake --build --preset asan -- -k 0
make_venv
# One Release build gives the wheel and the C library.
build_distributions --config-settings=cmake.define.SCHOOLIMP_BUILD_C=ON
install_wheel test
export SCHOOLIMP_DIST=$PWD/build/dist  # for the tests of what is published
say "Published data: ${SCHOOLIMP_DATA:-not found, the tests that need it are skipped}"
say "C++ tests"
ctest --preset asan -j "$(nproc)" --no-tests=error 2>&1 | tee build/asan/ctest.log | grep -vE '^ *(Start|[0-9]+/[0-9]+ Test .* Passed)' || true
grep -q '100% tests passed' build/asan/ctest.log
say "The C library as it is shipped"
bash bindings_tests/abi/check_library.sh build/release-wheel/capi --release
say "Clients of the C library"
bash bindings_tests/run_c_clients.sh build/release-wheel/capi
say "Python tests"
# A file stays with one process: what its tests share is made once.
.venv/bin/python -m pytest -q -n "$(nproc)" --dist loadfile

#!/usr/bin/env bash
# Measures schoolimp beside other engines: builds it in Release, installs the others in the versions of tools/benchmark-requirements.txt, compares all answers
# row by row, times everything, and writes docs/performance.md. About a quarter of an hour; let nothing else run on the machine meanwhile.
#
#   tools/run-benchmarks.sh            all of it
#   tools/run-benchmarks.sh --quick    small sizes: whether all engines agree; writes nothing
#
# Published data for the national panel is looked for in $SCHOOLIMP_DATA, else in ../shared/data; without it that case is left out, and the page says so.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh

quick=no
case "${1:-}" in
  "") ;;
  --quick) quick=yes ;;
  *) echo "usage: tools/run-benchmarks.sh [--quick]" >&2; exit 2 ;;
esac
if [ -z "${SCHOOLIMP_DATA:-}" ] && [ -d ../shared/data ]; then
  SCHOOLIMP_DATA=$(cd ../shared/data && pwd)
fi
export SCHOOLIMP_DATA=${SCHOOLIMP_DATA:-}

install_packages
build=build/benchmarks venv=build/benchmarks-venv
if [ ! -x $venv/bin/python ]; then
  say "Making the virtual environment $venv"
  "${PYTHON:-/usr/bin/python3}" -m venv $venv
fi
say "Installing the other engines"
$venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement tools/benchmark-requirements.txt

say "Building: the extension and the C++ programs as a wheel is built, in Release with link-time optimisation"
cmake -S . -B $build -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_INTERPROCEDURAL_OPTIMIZATION=ON -DCMAKE_CXX_COMPILER="${CXX:-g++}" \
  -DSCHOOLIMP_BUILD_TESTS=OFF -DSCHOOLIMP_BUILD_BENCHMARKS=ON \
  -DSCHOOLIMP_BUILD_PYTHON=ON -DPython_EXECUTABLE="$PWD/$venv/bin/python" -Dpybind11_DIR="$($venv/bin/python -m pybind11 --cmakedir)" >/dev/null
cmake --build $build --target _core schoolimp_benchmarks schoolimp_c_benchmarks schoolimp_read_floor
# The package with the extension just built, as the wheel would have it.
rm -rf $build/package && mkdir -p $build/package
cp -r python/schoolimp $build/package/schoolimp
cp $build/python/_core*.so $build/package/schoolimp/

export PYTHONPATH="$PWD/$build/package:$PWD/benchmarks" PYTHONDONTWRITEBYTECODE=1
export SCHOOLIMP_READ_FLOOR="$PWD/$build/benchmarks/libschoolimp_read_floor.so"
SCHOOLIMP_COMPILER=$("${CXX:-g++}" --version | head -n 1)
export SCHOOLIMP_COMPILER
if [ $quick = yes ]; then
  say "Small sizes"
  exec $venv/bin/python -m side_by_side --quick
fi
say "C++ programs: kernels, parts, single schools"
$build/benchmarks/schoolimp_benchmarks --benchmark_filter='^(kernel|parts|judge_table|judge_with_criteria|compile_for_columns|judge_one_row|explain_row|judge_school)/' \
  --benchmark_min_time=0.2 --benchmark_repetitions=3 --benchmark_out=$build/programs.json --benchmark_out_format=json --benchmark_display_aggregates_only=true
say "The C interface beside the C++ interface"
$build/benchmarks/schoolimp_c_benchmarks --benchmark_enable_random_interleaving=true --benchmark_min_time=0.05 --benchmark_repetitions=9 \
  --benchmark_out=$build/c.json --benchmark_out_format=json --benchmark_display_aggregates_only=true
say "Side by side"
$venv/bin/python -m side_by_side --programs $build/programs.json $build/c.json --page docs/performance.md --json $build/side_by_side.json

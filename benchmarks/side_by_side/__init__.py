"""Judging a table by this library and by others, side by side: one run, the same data, outputs compared row by row before anything is timed.

    PYTHONPATH=benchmarks python -m side_by_side --quick

tools/run-benchmarks.sh does everything: it builds, installs the other engines, runs the whole and writes docs/performance.md.
"""

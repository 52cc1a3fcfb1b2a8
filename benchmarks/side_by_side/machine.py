"""The machine and the versions, without names of hosts or folders."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import subprocess
from pathlib import Path

ENGINES = ("numpy", "pandas", "polars", "duckdb", "pyarrow", "json-logic-qubit", "zen-engine")


def processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.is_file():
        fields = dict(line.split(":", 1) for line in info.read_text().split("\n\n")[0].splitlines() if ":" in line)
        plain = {name.strip(): value.strip() for name, value in fields.items()}
        kind = ", ".join(f"{name} {plain[name]}" for name in ("cpu family", "model") if name in plain)
        return plain.get("model name", platform.machine()) + (f" ({kind})" if kind else "")
    return platform.processor() or platform.machine()


def memory() -> int:
    """Bytes."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def free_memory() -> int:
    """Bytes that can be had without pushing anything out."""
    info = Path("/proc/meminfo")
    if info.is_file():
        for line in info.read_text().splitlines():
            if line.startswith("MemAvailable:"):
                return 1024 * int(line.split()[1])
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_AVPHYS_PAGES")


def cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def caches() -> str:
    folder = Path("/sys/devices/system/cpu/cpu0/cache")
    made = []
    for index in sorted(folder.glob("index*")) if folder.is_dir() else []:
        kind = (index / "type").read_text().strip()
        if kind != "Instruction":
            made.append(f"L{(index / 'level').read_text().strip()} {(index / 'size').read_text().strip().replace('K', ' KiB')}")
    return ", ".join(made) or "unknown"


def compiler() -> str:
    """As the build says it: the variable is set by tools/run-benchmarks.sh."""
    name = os.environ.get("SCHOOLIMP_COMPILER", "")
    if name:
        return name
    try:
        return subprocess.run([os.environ.get("CXX", "c++"), "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def load() -> float:
    """Processes waiting on average over the last minute."""
    return os.getloadavg()[0]


def versions() -> dict[str, str | None]:
    """Of the other engines; None for those that are not installed."""
    made: dict[str, str | None] = {}
    for name in ENGINES:
        try:
            made[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            made[name] = None
    return made


def describe() -> dict[str, str]:
    """Lines of the page's first table."""
    return {
        "processor": processor(),
        "cores": str(cores()),
        "caches of a core": caches(),
        "memory": f"{memory() / 2**30:.1f} GiB",
        "system": f"{platform.system()} on {platform.machine()}",
        "compiler": compiler() + ", Release with link-time optimisation: rows -O3, schools -O2, the rest -Os",
        "Python": platform.python_version(),
        "load before the run": f"{load():.2f}",
    }

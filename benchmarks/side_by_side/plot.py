"""Plots as SVG, drawn here: lines on logarithmic axes, and bars."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 860, 440, 76, 280, 40, 56
COLOURS = ("#0b5394", "#b45f06", "#38761d", "#741b47", "#45818e", "#7f6000", "#cc0000")
STYLE = "font-family: system-ui, sans-serif; font-size: 13px"


class Axis:
    """A logarithmic axis over whole powers of ten."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self.low, self.high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        self.high = max(self.high, self.low + 1)
        self.start, self.end = start, end

    def place(self, value: float) -> float:
        return self.start + (math.log10(value) - self.low) / (self.high - self.low) * (self.end - self.start)

    def ticks(self) -> list[float]:
        return [10.0**power for power in range(self.low, self.high + 1)]


def seconds_text(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size * 0.9995:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def count_text(count: float) -> str:
    return f"{count:,.0f}"


def text(x: float, y: float, words: str, anchor: str = "start", more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {more}>{escape(words)}</text>'


def svg(height: int, body: Sequence[str]) -> str:
    lines = "\n".join(body)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" style="{STYLE}">\n<rect width="100%" height="100%" fill="white"/>\n{lines}\n</svg>\n'


def spread(places: list[float], least: float) -> list[float]:
    """The places moved down where labels would overlap."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = list(places)
    for before, after in zip(order, order[1:], strict=False):
        moved[after] = max(moved[after], moved[before] + least)
    return moved


def lines(path: Path, title: str, across: str, series: Mapping[str, Mapping[float, float]]) -> None:
    """Seconds by something; one line for each name, named at its right end."""
    series = {name: points for name, points in series.items() if points}
    x = Axis([at for points in series.values() for at in points], LEFT, WIDTH - RIGHT)
    y = Axis([value for points in series.values() for value in points.values()], HEIGHT - BOTTOM, TOP)
    body = [text(LEFT, 22, title, more='font-weight="bold"'), text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, across, "middle")]
    for tick in x.ticks():
        at = x.place(tick)
        body += [f'<line x1="{at:.1f}" y1="{TOP}" x2="{at:.1f}" y2="{HEIGHT - BOTTOM}" stroke="#ddd"/>', text(at, HEIGHT - BOTTOM + 18, count_text(tick), "middle")]
    for tick in y.ticks():
        at = y.place(tick)
        body += [f'<line x1="{LEFT}" y1="{at:.1f}" x2="{WIDTH - RIGHT}" y2="{at:.1f}" stroke="#ddd"/>', text(LEFT - 6, at + 4, seconds_text(tick), "end")]
    ends = spread([y.place(points[max(points)]) for points in series.values()], 17)
    for i, ((name, points), end) in enumerate(zip(series.items(), ends, strict=True)):
        colour = COLOURS[i % len(COLOURS)]
        places = [(x.place(at), y.place(points[at])) for at in sorted(points)]
        corners = " ".join(f"{a:.1f},{b:.1f}" for a, b in places)
        body.append(f'<polyline points="{corners}" fill="none" stroke="{colour}" stroke-width="2"/>')
        body += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="{colour}"/>' for a, b in places]
        body.append(text(WIDTH - RIGHT + 8, end + 4, name, more=f'fill="{colour}"'))
    path.write_text(svg(HEIGHT, body), encoding="utf-8")


def bars(path: Path, title: str, values: Mapping[str, float]) -> None:
    """Seconds on a logarithmic scale, the least first."""
    ordered = sorted(values.items(), key=lambda item: item[1])
    labels, row = 350, 22
    height = TOP + row * len(ordered) + 16
    x = Axis([value for _, value in ordered], labels, WIDTH - 80)
    body = [text(12, 22, title, more='font-weight="bold"')]
    for i, (name, value) in enumerate(ordered):
        at = TOP + row * i
        colour = COLOURS[0] if name.startswith("schoolimp") else COLOURS[2] if name.startswith("read floor") else "#999"
        body.append(text(labels - 8, at + 15, name, "end", 'font-size="12"'))
        body.append(f'<rect x="{labels}" y="{at + 3}" width="{max(1.0, x.place(value) - labels):.1f}" height="{row - 6}" fill="{colour}"/>')
        body.append(text(x.place(value) + 6, at + 15, seconds_text(value), more='font-size="12"'))
    path.write_text(svg(height, body), encoding="utf-8")

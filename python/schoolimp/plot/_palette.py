"""Colours that colour-blind readers tell apart, each with a mark of its own so that no picture rests on colour alone.

Blue and orange come from the palette of Masataka Okabe and Kei Ito: they differ in the blue-yellow direction, which readers without red or green cones keep,
and in lightness, which everybody keeps and grey printing too. Green and red are not used: what holds is not by itself good, nor what does not hold bad.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ALERT", "DAYS", "EVENTS", "GREY", "INK", "LINE", "NATIONAL", "PALE", "PAPER", "RESULTS", "SCHOOL", "STATUS", "THRESHOLD", "Swatch", "ink_on", "luminance", "ramp"]

INK = "#1a1a1a"
PAPER = "#ffffff"
GREY = "#5f5f5f"  #: For text of second rank; 4.5 to 1 on paper and more.
LINE = "#b8b8b8"
PALE = "#ececec"
SCHOOL = "#0072b2"
NATIONAL = "#b35900"
THRESHOLD = "#1a1a1a"
ALERT = "#8a3a00"


@dataclass(frozen=True, slots=True)
class Swatch:
    """How one kind of thing is drawn."""

    colour: str
    mark: str  #: Stands in or beside the colour.
    words: str  #: In the legend.
    hatch: str = ""


#: Results of criteria, in the order of legends.
RESULTS = {
    "met": Swatch("#0072b2", "Y", "met"),
    "not_met": Swatch("#f0b042", "N", "not met"),
    "unknown": Swatch("#ffffff", "?", "unknown"),
    "not_applicable": Swatch("#c9c9c9", "\N{EN DASH}", "not applicable"),
    "failed": Swatch("#4a4a4a", "!", "row failed, no answer"),
}

#: Status of actions, visits, objectives and milestones.
STATUS = {
    "not_started": Swatch("#cfe3f1", "", "not started"),
    "in_progress": Swatch("#4f9fd0", "", "in progress", "//"),
    "done": Swatch("#004a75", "", "done"),
    "stopped": Swatch("#b8b8b8", "", "stopped", "xx"),
    "withdrawn": Swatch("#f7f7f7", "", "withdrawn", ".."),
}

#: Kinds of day, as ``SchoolYear.kind`` names them.
DAYS = {
    "school_day": Swatch("#ffffff", "", "school day"),
    "inset": Swatch("#f0b042", "i", "INSET day"),
    "staff_only": Swatch("#f7d79f", "s", "staff only"),
    "bank_holiday": Swatch("#8c8c8c", "b", "bank holiday"),
    "closure": Swatch("#4a4a4a", "x", "closed"),
    "holiday": Swatch("#cccccc", "", "holiday"),
    "weekend": Swatch("#e8e8e8", "", "weekend"),
}

#: Colours of types of event; the code of each type is written on them.
EVENTS = ("#0072b2", "#004a75", "#b35900", "#7a4a78", "#00664f", "#5a4a00", "#8a3a00", "#3d3d3d")


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb``, 0 for black to 1 for white, as WCAG 2 defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ink_on(colour: str) -> str:
    """Return the colour of text on a fill, dark or white: the one with the greater contrast."""
    light = luminance(colour)
    on_white, on_ink = 1.05 / (light + 0.05), (light + 0.05) / (luminance(INK) + 0.05)
    return PAPER if on_white > on_ink else INK


def ramp(count: int) -> tuple[str, ...]:
    """Return so many blues from dark to pale, for the levels of a scale in its order: an order is read from lightness."""
    dark, pale = (0, 60, 97), (207, 227, 241)
    steps = [0.0 if count < 2 else place / (count - 1) for place in range(count)]
    return tuple("#" + "".join(f"{round(a + (b - a) * step):02x}" for a, b in zip(dark, pale, strict=True)) for step in steps)

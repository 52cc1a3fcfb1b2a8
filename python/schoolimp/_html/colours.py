"""The colours of fragments, for light and for dark pages. Every pair of text and ground has a contrast of 4.5 or more, which a test computes."""

from __future__ import annotations

__all__ = ["DARK", "LIGHT", "PAGE_TEXTS", "TONES"]

#: Grounds that carry a tone of their own: from the best level to the worst, and one that says neither.
TONES = ("best", "good", "middle", "poor", "worst", "neutral")

#: Colours of text that stand on the grounds ``page`` and ``stripe``.
PAGE_TEXTS = ("text", "muted", "link")

LIGHT = {
    "page": "#ffffff",
    "stripe": "#f3f5f8",
    "line": "#c9d1da",
    "text": "#1c2128",
    "muted": "#4d5762",
    "link": "#0a4fa3",
    "best-text": "#0b4d23",
    "best": "#d3f2dd",
    "good-text": "#0d4653",
    "good": "#d3edf3",
    "middle-text": "#5a4100",
    "middle": "#fdefc2",
    "poor-text": "#752c00",
    "poor": "#ffe1ce",
    "worst-text": "#7d1025",
    "worst": "#fddae0",
    "neutral-text": "#303944",
    "neutral": "#e4e9ef",
}

DARK = {
    "page": "#14181d",
    "stripe": "#1c2229",
    "line": "#46515d",
    "text": "#e6ebf0",
    "muted": "#adb8c4",
    "link": "#8fc1ff",
    "best-text": "#aeeec6",
    "best": "#123d23",
    "good-text": "#abe4f0",
    "good": "#113a45",
    "middle-text": "#f7dc8b",
    "middle": "#453500",
    "poor-text": "#ffc9a8",
    "poor": "#522506",
    "worst-text": "#ffbfca",
    "worst": "#561422",
    "neutral-text": "#d5dde6",
    "neutral": "#333d48",
}

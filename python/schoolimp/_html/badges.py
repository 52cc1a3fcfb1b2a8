"""Coloured words: levels and results. The word says all; the colour and the sign only help to find it."""

from __future__ import annotations

from .markup import Html, tag

__all__ = ["badge", "result", "status", "tone_of"]

# Met is no praise and not met no blame: many criteria ask whether something is wrong. So neither has the colour of a level.
_RESULTS = {
    "met": ("good", "\u2713", "met"),
    "not_met": ("neutral", "\u2717", "not met"),
    "unknown": ("middle", "?", "unknown"),
    "not_applicable": ("neutral", "\u2013", "not applicable"),
}
_STATUS = {
    "done": ("best", "\u2713"),
    "in_progress": ("good", "\u25b6"),
    "not_started": ("neutral", "\u25cb"),
    "stopped": ("poor", "\u25a0"),
    "withdrawn": ("neutral", "\u2013"),
    "confirmed": ("best", "\u2713"),
    "tentative": ("middle", "?"),
    "cancelled": ("poor", "\u2717"),
}
#: A badge of at most so many characters is kept on one line.
_ONE_LINE = 20
_STEPS = ("best", "good", "middle", "poor", "worst")


def badge(text: str, tone: str = "neutral") -> Html:
    """Return a word on a coloured ground."""
    return tag("span", text, class_=f"si-badge si-{tone}" + (" si-word" if len(text) <= _ONE_LINE else ""))


def result(word: str) -> Html:
    """Return the result of a criterion or comparison: met, not met, unknown, not applicable."""
    tone, sign, text = _RESULTS.get(word, ("neutral", "", word))
    return badge(f"{sign} {text}".strip(), tone)


def status(word: str) -> Html:
    """Return the status of an objective, action or event, with the word of the document in ordinary spelling."""
    tone, sign = _STATUS.get(word, ("neutral", ""))
    return badge(f"{sign} {word.replace('_', ' ')}".strip(), tone)


def tone_of(place: int, levels: int, order: str) -> str:
    """Return the tone of a level by its place in its scale; a scale without an order has none.

    Parameters
    ----------
    place, levels : int
        From 0, and how many levels there are.
    order : str
        best_first, worst_first or none.
    """
    if order not in ("best_first", "worst_first") or levels < 2:
        return "neutral"
    from_best = place if order == "best_first" else levels - 1 - place
    # Whole numbers, halves upwards: the middle level of an odd number is the middle tone.
    return _STEPS[(2 * from_best * (len(_STEPS) - 1) + levels - 1) // (2 * (levels - 1))]

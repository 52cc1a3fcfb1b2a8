"""The colours of pictures are told apart by readers with every kind of colour vision, and text on them can be read."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from schoolimp.plot import _palette as palette

# Dichromats see these mixtures of linear red, green and blue (Machado, Oliveira and Fernandes 2009, severity 1).
VISION = {
    "full": np.eye(3),
    "protanopia": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deuteranopia": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "tritanopia": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
    "grey": np.tile(np.array([0.2126, 0.7152, 0.0722]), (3, 1)),
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def lab(colour: str, vision: np.ndarray) -> np.ndarray:
    """The colour as a reader sees it, in CIELAB under D65."""
    channels = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    x, y, z = TO_XYZ @ np.clip(vision @ linear, 0, 1) / np.array([0.95047, 1, 1.08883])
    fx, fy, fz = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z))
    return np.array([116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)])


def contrast(one: str, other: str) -> float:
    dark, light = sorted((palette.luminance(one), palette.luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("swatches", [palette.RESULTS, palette.STATUS], ids=["results", "status"])
def test_fills_are_told_apart(swatches: dict[str, palette.Swatch], vision: str) -> None:
    for (one, a), (other, b) in itertools.combinations(swatches.items(), 2):
        distance = float(np.linalg.norm(lab(a.colour, VISION[vision]) - lab(b.colour, VISION[vision])))
        apart_without_colour = (a.mark, a.hatch) != (b.mark, b.hatch)
        assert distance >= (4 if apart_without_colour else 20), f"{one} and {other} differ by {distance:.1f} under {vision}"


@pytest.mark.parametrize("vision", ["full", "protanopia", "deuteranopia", "tritanopia", "grey"])
def test_met_and_not_met_are_far_apart(vision: str) -> None:
    met, not_met = (lab(palette.RESULTS[result].colour, VISION[vision]) for result in ("met", "not_met"))
    assert np.linalg.norm(met - not_met) >= 25


@pytest.mark.parametrize("colour", [swatch.colour for swatches in (palette.RESULTS, palette.STATUS, palette.DAYS) for swatch in swatches.values()] + list(palette.ramp(7)))
def test_text_on_fills_can_be_read(colour: str) -> None:
    assert contrast(palette.ink_on(colour), colour) >= 4.5


@pytest.mark.parametrize("colour", [palette.INK, palette.GREY, palette.SCHOOL, palette.NATIONAL, palette.ALERT, *palette.EVENTS])
def test_lines_and_text_stand_out_from_paper(colour: str) -> None:
    assert contrast(colour, palette.PAPER) >= 4.5


@pytest.mark.parametrize("count", range(8))
def test_levels_grow_lighter_in_order(count: int) -> None:
    lightness = [palette.luminance(colour) for colour in palette.ramp(count)]
    assert len(lightness) == count
    assert lightness == sorted(set(lightness))


def test_black_and_white_have_the_contrast_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert palette.luminance("#808080") == pytest.approx(0.2159, abs=1e-4)

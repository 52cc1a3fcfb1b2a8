"""Pictures in notebooks: the last value of a cell is shown, with its sentence, whether or not pyplot was imported."""

from __future__ import annotations

import base64
import copy
import io
import pickle

import numpy as np
import pictures
import pytest
import samples
from schoolimp import plot


@pytest.fixture
def figure():
    return plot.year(samples.school_year())[0]


def test_shown_as_png_in_its_own_resolution(figure):
    data, _ = figure._repr_mimebundle_()
    image = base64.b64decode(data["image/png"], validate=True)
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = (int.from_bytes(image[place : place + 4], "big") for place in (16, 20))
    assert (width, height) == tuple(int(inches * figure.dpi) for inches in figure.get_size_inches())


def pixels(png):
    with io.BytesIO(png) as file:
        return np.asarray(pictures.matplotlib.image.imread(file), dtype=float)[..., :3] * 255


def drawn(figure):
    with io.BytesIO() as file:
        figure.savefig(file, format="png", dpi="figure")
        return file.getvalue()


def test_small_and_yet_the_same_to_the_eye(figure):
    shown, whole = base64.b64decode(figure._repr_mimebundle_()[0]["image/png"]), drawn(figure)
    assert len(shown) < len(whole) / 2
    assert np.abs(pixels(shown) - pixels(whole)).max() <= 4


def test_a_gradient_drawn_beside_keeps_its_colours(figure):
    across, down = np.meshgrid(np.linspace(0, 1, 300), np.linspace(0, 1, 300))
    figure.add_subplot().imshow(np.stack([across, down, down], axis=-1))
    shown = base64.b64decode(figure._repr_mimebundle_()[0]["image/png"])
    assert np.abs(pixels(shown) - pixels(drawn(figure))).max() == 0


def test_a_clear_ground_stays_clear(figure):
    figure.patch.set_alpha(0)
    shown = base64.b64decode(figure._repr_mimebundle_()[0]["image/png"])
    with io.BytesIO(shown) as file:
        assert pictures.matplotlib.image.imread(file)[0, 0, 3] == 0


def test_the_same_picture_is_the_same_bytes(figure):
    assert figure._repr_mimebundle_() == plot.year(samples.school_year())[0]._repr_mimebundle_()


def test_the_sentence_is_the_alternative_text(figure):
    data, metadata = figure._repr_mimebundle_()
    assert data["text/plain"] == metadata["image/png"]["alt"] == figure.get_label()
    assert figure.get_label().startswith("Year planner")


def test_without_a_sentence_the_figure_names_itself(figure):
    figure.set_label("")
    assert figure._repr_mimebundle_()[0]["text/plain"] == repr(figure)


def test_a_picture_is_a_figure_of_matplotlib(figure):
    assert isinstance(figure, pictures.matplotlib.figure.Figure)
    for other in (pickle.loads(pickle.dumps(figure)), copy.copy(figure)):
        assert other.get_label() == figure.get_label()


def test_notebooks_take_it_before_other_forms(figure):
    formatters = pytest.importorskip("IPython.core.formatters", reason="needs IPython: pip install 'schoolimp[notebook]'")
    data, metadata = formatters.DisplayFormatter().format(figure)
    assert set(data) == {"image/png", "text/plain"}
    assert metadata["image/png"]["alt"] == figure.get_label()


def test_drawn_in_a_figure_within_a_figure():
    whole = pictures.matplotlib.figure.Figure()
    axes = whole.subfigures(1, 2)[1].subfigures(2, 1)[0].add_subplot()
    figure, drawn_on = plot.year(samples.school_year(), ax=axes)
    assert (figure, drawn_on) == (whole, axes)
    assert axes.get_label().startswith("Year planner")

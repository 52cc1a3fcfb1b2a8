"""The notebooks in examples: what they show is what a run gives, without a warning, on the invented trust and on published files."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

notebooks = pytest.importorskip("notebooks", reason="running notebooks needs nbclient and ipykernel: pip install 'schoolimp[test]'", exc_type=ImportError)

LARGEST = 400_000  #: Bytes of a notebook that a page can still show.
MOST_LINES = 120
LONGEST_LINE = 100  #: Characters; what is longer is cut on the page.
#: Published files of one county, as somebody there would have downloaded them, and a trust of that county with results in them.
DOWNLOADED = ("ks2/*.csv", "absence/*.csv", "census/*.csv", "gias/*.csv", "ofsted/ofsted_rating_history_*.csv", "calendar/bank-holidays.json")
PUBLISHED_TRUST = "17444"


def agrees(name: str, folder: Path, **environment: str) -> None:
    """Run a notebook, hold it against what is stored, and allow no warning."""
    made = notebooks.run(name, folder, **environment)
    assert notebooks.troubles(made) == []
    if os.environ.get("SCHOOLIMP_UPDATE_GOLDEN") == "1":
        notebooks.keep(name, made)
    assert notebooks.differences(notebooks.read(name), made) == [], "SCHOOLIMP_UPDATE_GOLDEN=1 renews what is stored"


@pytest.mark.parametrize("name", ["first_judgement", "a_trusts_year"])
def test_what_is_stored_is_what_a_run_gives(name: str, tmp_path: Path) -> None:
    agrees(name, tmp_path)


def test_the_nations_primaries_are_what_a_run_gives(data: Path, tmp_path: Path) -> None:
    agrees("a_nations_primaries", tmp_path, SCHOOLIMP_DATA=str(data))


def test_a_trusts_year_runs_on_published_files(data: Path, tmp_path: Path) -> None:
    downloads = tmp_path / "downloads"
    for pattern in DOWNLOADED:
        for path in sorted(data.glob(pattern)):
            (downloads / path.parent.name).mkdir(parents=True, exist_ok=True)
            (downloads / path.parent.name / path.name).symlink_to(path)
    made = notebooks.run("a_trusts_year", tmp_path, SCHOOLIMP_DATA=str(downloads), SCHOOLIMP_TRUST=PUBLISHED_TRUST)
    assert notebooks.troubles(made) == []
    shown = [[sorted(notebooks.texts(output)) for output in cell.outputs] for cell in notebooks.code_cells(made)]
    assert shown == [[sorted(notebooks.texts(output)) for output in cell.outputs] for cell in notebooks.code_cells(notebooks.read("a_trusts_year"))]
    assert (tmp_path / "work" / "improvement-year.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


@pytest.mark.parametrize("name", notebooks.NAMES)
class TestStored:
    def test_every_cell_was_run_in_order_and_without_trouble(self, name: str) -> None:
        book = notebooks.read(name)
        assert notebooks.troubles(book) == []
        assert [cell.execution_count for cell in notebooks.code_cells(book)] == list(range(1, len(notebooks.code_cells(book)) + 1))
        assert any(cell.outputs for cell in notebooks.code_cells(book))
        assert book == notebooks.normalised(notebooks.read(name)), "times or versions are stored"

    def test_small_enough_for_a_page(self, name: str) -> None:
        size = notebooks.path_of(name).stat().st_size
        assert size < LARGEST, f"{size} bytes; at most {LARGEST}"

    def test_the_code_is_a_page_or_two_and_its_lines_fit(self, name: str) -> None:
        lines = [line for cell in notebooks.code_cells(notebooks.read(name)) for line in cell.source.splitlines()]
        assert len(lines) <= MOST_LINES
        assert [line for line in lines if len(line) > LONGEST_LINE] == []

    def test_nothing_of_a_machine_is_stored(self, name: str) -> None:
        text = notebooks.path_of(name).read_text(encoding="utf-8")
        text = re.sub(r'"image/png": "[^"]*"', "", text)
        assert not re.search(r"/(?:home|root|tmp|work|Users)/|0x[0-9a-f]{6,}|site-packages", text)

    def test_pictures_say_in_words_what_they_show(self, name: str) -> None:
        for cell in notebooks.code_cells(notebooks.read(name)):
            for output in cell.outputs:
                if "image/png" in output.get("data", {}):
                    assert output.metadata["image/png"]["alt"] == output.data["text/plain"]
                    assert len(output.data["text/plain"]) > 40

    def test_pages_lead_to_it(self, name: str) -> None:
        for page in ("README.md", "docs/notebooks.md"):
            assert f"{name}.ipynb" in (notebooks.ROOT / page).read_text(encoding="utf-8"), page


def test_no_school_of_the_nation_is_stored(data: Path) -> None:
    import csv

    book = notebooks.read("a_nations_primaries")
    shown = " ".join(text for cell in notebooks.code_cells(book) for output in cell.outputs for text in notebooks.texts(output).values())
    with (data / "panel_primary_2016-2020.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 15_000
    assert not {row["urn"] for row in rows} & set(re.findall(r"(?<!\d)\d{6}(?!\d)", shown))
    assert [row["name"] for row in rows if len(row["name"]) > 12 and row["name"] in shown] == []


def test_without_the_files_it_says_what_to_get_and_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHOOLIMP_DATA", str(tmp_path))
    first = notebooks.code_cells(notebooks.read("a_nations_primaries"))[0]
    with pytest.raises(FileNotFoundError, match=r"panel_primary_2016-2020\.csv") as refusal:
        exec(first.source, {})
    for word in (str(tmp_path), "SCHOOLIMP_DATA", "find-school-performance-data.service.gov.uk", "urn"):
        assert word in str(refusal.value)

"""Damaged files: what cannot be read is told with file and row, and nothing is made of it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from dfe_tables import KS2_HEADER, ks2_line, write
from schoolimp import dfe

DAMAGED = "row has more or fewer cells than the header"


def cut(line: str, cells: int) -> str:
    return ",".join(line.split(",")[:cells])


def ks2(folder: Path, *lines: str, end: str = "\n") -> dfe.ReadResult:
    path = folder / "ks2_2018-19.csv"
    path.write_text("\n".join((KS2_HEADER, *lines)) + end, encoding="utf-8")
    return dfe.read_ks2(path)


def schools(result: dfe.ReadResult) -> set[str]:
    return {row["school"] for row in result.observations}


@pytest.mark.parametrize("cells", [13, 14, 17, 18])
def test_a_row_cut_among_its_figures_is_left_out(tmp_path: Path, cells: int) -> None:
    result = ks2(tmp_path, ks2_line(), cut(ks2_line("900012"), cells), ks2_line("900013"))
    assert schools(result) == {"900011", "900013"}
    (problem,) = result.report.errors
    assert (problem.file, problem.row) == ("ks2_2018-19.csv", 3)
    assert f"after {cells} cells of 19" in problem.message and "left out" in problem.message
    assert result.report.skipped[DAMAGED].count == 1
    assert result.report.rows == result.report.school_rows + 1 == 3


def test_blank_cells_left_off_at_the_end_of_a_row_are_told(tmp_path: Path) -> None:
    """As performance tables do for schools without pupils of that age."""
    result = ks2(tmp_path, ks2_line(), cut(ks2_line("900012", telig=""), 9), ks2_line("900013"))
    assert {row.get("missing") for row in result.observations if row["school"] == "900012"} == {"not_published"}
    assert not result.report.errors
    assert result.report.warnings == ["1 rows have fewer cells than the header (e.g. row 3: 9 of 19); what is not there is read as blank"]


def test_a_download_that_broke_off(tmp_path: Path) -> None:
    result = ks2(tmp_path, ks2_line(), cut(ks2_line("900012"), 9), end="")
    assert schools(result) == {"900011"}
    assert any("cut short" in warning for warning in result.report.warnings)
    assert [problem.row for problem in result.report.errors] == [3]


def test_a_row_with_too_many_cells_is_left_out(tmp_path: Path) -> None:
    result = ks2(tmp_path, ks2_line(name="St Mary, Ely"), ks2_line("900012"))
    assert schools(result) == {"900012"}
    assert "the row has 20 cells, the header has 19; the row is left out" in str(result.report.errors[0])
    assert result.report.rows == 2


def test_a_file_without_any_whole_row_is_refused(tmp_path: Path) -> None:
    with pytest.raises(dfe.PublishedFileError, match="as many cells as the header"):
        ks2(tmp_path, ks2_line() + ",")


def test_elsewhere_every_short_row_is_damaged(tmp_path: Path) -> None:
    path = write(tmp_path, "abs_2018-19.csv", "LA,ESTAB,URN,PERCTOT,PPERSABS10", "989,2001,900011,4.3", "989,2002,900012,4.3,8", "", "989,2003,900013,?,8")
    result = dfe.read_absence(path)
    assert {(row["school"], row.get("value")) for row in result.observations} == {("900012", Decimal("4.3")), ("900012", 8), ("900013", 8)}
    assert [problem.row for problem in result.report.errors] == [2, 5], "rows as a spreadsheet counts them, blank ones too"


@pytest.mark.parametrize("text", ["-4", "3.5", "abc"])
def test_a_cohort_that_is_no_count_is_an_error(tmp_path: Path, text: str) -> None:
    result = ks2(tmp_path, ks2_line(telig=text), ks2_line("900012", telig="SUPP"), ks2_line("900013", telig="30.0"))
    (problem,) = result.report.errors
    assert (problem.row, problem.school, problem.column, problem.value) == (2, "900011", "TELIG", text)
    figures = {row["school"]: row for row in result.observations if row["indicator"] == "ks2.rwm_expected" and "group" not in row}
    assert figures["900011"]["value"] == 67 and "cohort" not in figures["900011"]
    assert "cohort" not in figures["900012"] and figures["900013"]["cohort"] == 30


@pytest.mark.parametrize("progress", ["1.2,zzz,2.8", "1.2,-0.4,zzz"])
def test_a_confidence_limit_that_is_no_number_is_an_error(tmp_path: Path, progress: str) -> None:
    result = ks2(tmp_path, ks2_line(progress=progress), ks2_line("900012", progress="1.2,SUPP,SUPP"))
    (problem,) = result.report.errors
    assert (problem.school, problem.value) == ("900011", "zzz") and problem.column.startswith("READPROG_")
    assert {row["school"]: row["value"] for row in result.observations if row["indicator"] == "ks2.progress"} == {"900011": Decimal("1.2"), "900012": Decimal("1.2")}
    assert not [row for row in result.observations if "interval" in row]


def test_a_roll_that_is_no_count_is_an_error(tmp_path: Path) -> None:
    result = ks2(tmp_path, ks2_line().replace(",210,", ",many,"))
    assert [(problem.column, problem.value) for problem in result.report.errors] == [("TOTPUPS", "many")]
    assert "pupils" not in result.schools[0]


def test_a_table_of_publication_dates_is_reported_too(tmp_path: Path) -> None:
    write(tmp_path, "dates.csv", "file,published", "abs_2018-19.csv", "ks2_2018-19.csv,2019-12-12")
    write(tmp_path, "ks2_2018-19.csv", KS2_HEADER, ks2_line())
    loaded = dfe.load_folder(tmp_path)
    assert {row["recorded_at"] for row in loaded.observations if "value" in row} == {"2019-12-12"}
    assert [(problem.file, problem.row) for problem in loaded.report.errors] == [("dates.csv", 2)]


def test_figures_know_their_rows(tmp_path: Path) -> None:
    write(tmp_path, "ks2_2018-19.csv", "Key stage 2", "", KS2_HEADER, ks2_line(), ks2_line("900012"))
    header = "time_period,time_identifier,geographic_level,school_urn,susp_rate"
    write(tmp_path, "susp.csv", header, "202324,Academic year,School,900012,1.5", "202425,Academic year,School,900012,2.5")
    loaded = dfe.load_folder(tmp_path)
    places = {(row["indicator"], row.get("period")): loaded.report.place_of(row) for row in loaded.observations if row["school"] == "900012" and "value" in row}
    assert places["ks2.rwm_expected", "2018/19"] == "ks2_2018-19.csv, row 5"
    assert places["exclusions.suspension_rate", "2023/24"] == "susp.csv, row 2"
    assert places["exclusions.suspension_rate", "2024/25"] == "susp.csv, row 3"
    assert loaded.report.place_of({"school": "900012", "indicator": "x", "source": "elsewhere"}) == "elsewhere"

"""Key Stage 2, Key Stage 4, absence and census: messy tables, one trouble each."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from dfe_tables import BOM, KS2_HEADER, ks2_line, write
from schoolimp import dfe
from schoolimp.dfe import _indicators


def cell(result: dfe.ReadResult, indicator: str, group: str = "", school: str = "900011") -> dfe.Observation:
    """The one observation of a cell."""
    (found,) = [row for row in result.observations if row["school"] == school and row["indicator"] == indicator and row.get("group", "") == group]
    return found


def tally(report: dfe.Report) -> int:
    return report.school_rows + report.la_rows + report.national_rows + sum(skipped.count for skipped in report.skipped.values())


def test_a_table_as_it_is_published(tmp_path: Path) -> None:
    path = write(tmp_path, "ks2_2018-19.csv", KS2_HEADER, ks2_line(rwm="44.98%"), ks2_line("", rectype="3", name="Fernshire"), ks2_line(" ", rectype="4", rwm="62%"),
                 ks2_line(" ", rectype="5", rwm="63%"), end="\r\n", mark=BOM)
    result = dfe.read_ks2(path, recorded_at="12/12/2019")
    rwm = cell(result, "ks2.rwm_expected")
    assert rwm == {"school": "900011", "indicator": "ks2.rwm_expected", "period": "2018/19", "cohort": 30, "value": Decimal("44.98"), "recorded_at": "2019-12-12", "source": rwm["source"]}
    assert str(rwm["value"]) == "44.98"
    assert cell(result, "ks2.rwm_expected", "disadvantaged")["cohort"] == 9
    assert cell(result, "ks2.progress", "reading")["interval"] == [Decimal("-0.4"), Decimal("2.8")]
    assert result.schools == [{"id": "900011", "name": "Beech School", "type": "Academy converter", "laestab": "9892011", "local_authority": "Fernshire", "pupils": 210, "low_age": 4, "high_age": 11}]
    assert [(line["value"], line["phase"]) for line in result.benchmarks if line["indicator"] == "ks2.rwm_expected" and not line["group"]] == [(Decimal(63), "all")]
    report = result.report
    assert (report.encoding, report.rows, report.school_rows, report.la_rows, report.national_rows) == ("utf-8 with a byte-order mark", 4, 1, 1, 2)
    assert tally(report) == report.rows and not report.errors


def test_the_national_row_of_all_schools_can_be_chosen(tmp_path: Path) -> None:
    path = write(tmp_path, "ks2_2018-19.csv", KS2_HEADER, ks2_line("", rectype="4", rwm="62%"), ks2_line("", rectype="5", rwm="63%"))
    assert dfe.read_ks2(path, national="all_schools").benchmarks[0]["value"] == 62
    only_all = write(tmp_path, "other_2018-19.csv", KS2_HEADER, ks2_line("", rectype="4", rwm="62%"))
    result = dfe.read_ks2(only_all)
    assert result.benchmarks[0]["value"] == 62
    assert any("state-funded" in warning for warning in result.report.warnings)


@pytest.mark.parametrize(("text", "reason"), [("SUPP", "suppressed"), ("NA", "not_published"), ("", "not_published"), ("LOWCOV", "low_coverage"), ("z", "not_applicable"), ("NEW", "not_collected")])
def test_a_code_is_a_reason_and_never_zero(tmp_path: Path, text: str, reason: str) -> None:
    result = dfe.read_ks2(write(tmp_path, "t.csv", KS2_HEADER, ks2_line(rwm=text)), "2018/19")
    observation = cell(result, "ks2.rwm_expected")
    assert observation["missing"] == reason and "value" not in observation
    assert result.report.codes[text] == 1


def test_small_percentages_keep_what_the_code_says(tmp_path: Path) -> None:
    observation = cell(dfe.read_ks2(write(tmp_path, "t.csv", KS2_HEADER, ks2_line(rwm="SP")), "2018/19"), "ks2.rwm_expected")
    assert observation["missing"] == "suppressed" and "0.5" in observation["note"]


def test_a_blank_for_a_group_without_pupils_is_not_applicable(tmp_path: Path) -> None:
    result = dfe.read_ks2(write(tmp_path, "t.csv", KS2_HEADER, ks2_line(groups="0,30", disadvantaged="")), "2018/19")
    observation = cell(result, "ks2.rwm_expected", "disadvantaged")
    assert (observation["missing"], observation["note"]) == ("not_applicable", "no pupils in the group")


@pytest.mark.parametrize("text", ["140%", "-3", "abc", "6 7", "SUPPP"])
def test_an_impossible_figure_is_an_error_and_left_out(tmp_path: Path, text: str) -> None:
    result = dfe.read_ks2(write(tmp_path, "t.csv", KS2_HEADER, ks2_line(), ks2_line("900012", rwm=text)), "2018/19")
    assert not [row for row in result.observations if row["school"] == "900012" and row["indicator"] == "ks2.rwm_expected" and "group" not in row]
    (problem,) = result.report.errors
    assert (problem.row, problem.school, problem.column, problem.value) == (3, "900012", "PTRWM_EXP", text)
    assert "left out" in problem.message
    assert cell(result, "ks2.expected", "reading", "900012")["value"] == 75


def test_an_interval_that_misses_its_value_is_left_out(tmp_path: Path) -> None:
    result = dfe.read_ks2(write(tmp_path, "t.csv", KS2_HEADER, ks2_line(progress="1.2,1.5,2.8")), "2018/19")
    observation = cell(result, "ks2.progress", "reading")
    assert observation["value"] == Decimal("1.2") and "interval" not in observation
    assert "does not hold" in result.report.errors[0].message


def test_bad_urns_are_counted_and_skipped(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", KS2_HEADER, ks2_line("900011.0"), ks2_line("12345"), ks2_line(""), ks2_line("90001X"))
    result = dfe.read_ks2(path, "2018/19")
    assert {row["school"] for row in result.observations} == {"900011"}
    assert {reason: skipped.count for reason, skipped in result.report.skipped.items()} == {"URN is not six digits": 2, "no URN": 1}
    assert "row 3: '12345'" in result.report.skipped["URN is not six digits"].examples
    assert tally(result.report) == 4


def test_repeated_rows(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", KS2_HEADER, ks2_line(), ks2_line(), ks2_line("900012", rwm="50%"), ks2_line("900012", rwm="60%"))
    result = dfe.read_ks2(path, "2018/19")
    assert {row["school"] for row in result.observations} == {"900011"}
    assert result.report.skipped["repeats another row"].count == 1
    assert result.report.skipped["rows of one school differ"].count == 2
    assert "900012" in result.report.errors[0].message
    assert tally(result.report) == 4


def test_headers_drift(tmp_path: Path) -> None:
    header = KS2_HEADER.replace("PTRWM_EXP,", ' "ptrwm_exp" ,').replace("RECTYPE", "rectype").replace("SCHNAME", '"SchName\n"')
    path = write(tmp_path, "t.csv", "Key stage 2 results", "", "," + header, "0," + ks2_line())
    result = dfe.read_ks2(path, "2018/19")
    assert cell(result, "ks2.rwm_expected")["value"] == 67
    assert result.schools[0]["name"] == "Beech School"
    assert result.report.columns["PTRWM_EXP"].strip(' "') == "ptrwm_exp"


def test_a_column_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = dfe.read_ks2(write(tmp_path, "t.csv", KS2_HEADER, ks2_line()), "2018/19")
    assert "PTMAT_EXP" in result.report.absent
    with pytest.raises(dfe.PublishedFileError, match="no column 'URN'"):
        dfe.read_ks2(write(tmp_path, "u.csv", "RECTYPE,PTRWM_EXP", "1,60%"), "2018/19")


def test_a_measure_without_any_figure_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", KS2_HEADER, ks2_line(progress=",,"))
    result = dfe.read_ks2(path, "2022/23")
    assert cell(result, "ks2.progress", "reading")["missing"] == "not_published"
    assert "no figure for any school in READPROG" in result.report.warnings
    without = cell(dfe.read_ks2(path, "2024/25"), "ks2.progress", "reading")  # these pupils had no Key Stage 1 tests: there is no such measure
    assert without["missing"] == "not_applicable" and without["note"].startswith("no progress measure")


def test_percentages_saved_as_fractions_are_noticed(tmp_path: Path) -> None:
    lines = [ks2_line(str(900100 + number), rwm="0.67") for number in range(20)]
    result = dfe.read_ks2(write(tmp_path, "t.csv", KS2_HEADER, *lines), "2018/19")
    assert any("fractions" in warning for warning in result.report.warnings)


def test_encodings(tmp_path: Path) -> None:
    line = ks2_line(name="École St André – Ely")
    for encoding, told in (("utf-8", "utf-8"), ("cp1252", "windows-1252")):
        result = dfe.read_ks2(write(tmp_path, f"{encoding}.csv", KS2_HEADER, line, encoding=encoding), "2018/19")
        assert (result.schools[0]["name"], result.report.encoding) == ("École St André – Ely", told)
    broken = tmp_path / "broken.csv"
    broken.write_bytes(KS2_HEADER.encode() + b"\n" + b"\x81\xe9")
    with pytest.raises(dfe.PublishedFileError, match="0x81"):
        dfe.read_ks2(broken, "2018/19")
    with pytest.raises(dfe.PublishedFileError, match="workbooks are not read"):
        dfe.read_ks2(write(tmp_path, "wide.csv", KS2_HEADER, encoding="utf-16"), "2018/19")


@pytest.mark.parametrize(("content", "message"), [(b"", "is empty"), (b"RECTYPE,URN,PTRWM_EXP\n1,\"900011,50%\n2", "not a table")])
def test_what_is_not_a_table(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    with pytest.raises(dfe.PublishedFileError, match=message):
        dfe.read_ks2(path, "2018/19")
    with pytest.raises(dfe.PublishedFileError, match="cannot be read"):
        dfe.read_ks2(tmp_path / "nowhere.csv", "2018/19")


def test_the_academic_year_is_given_or_named_and_never_guessed(tmp_path: Path) -> None:
    with pytest.raises(dfe.PublishedFileError, match="which academic year"):
        dfe.read_ks2(write(tmp_path, "england_ks2final.csv", KS2_HEADER, ks2_line()))
    with pytest.raises(dfe.PublishedFileError, match="more than one"):
        dfe.read_ks2(write(tmp_path, "ks2_2017-18_2018-19.csv", KS2_HEADER, ks2_line()))
    (tmp_path / "2018-2019").mkdir()
    result = dfe.read_ks2(write(tmp_path / "2018-2019", "england_ks2final.csv", KS2_HEADER, ks2_line()))
    assert result.report.period == "2018/19"
    with pytest.raises(ValueError, match="academic year"):
        dfe.read_ks2(tmp_path / "2018-2019" / "england_ks2final.csv", "2018")


def test_frames_are_read_like_files() -> None:
    frame = pd.DataFrame({"RECTYPE": [1, 1], "URN": [900011.0, 900012.0], "PTRWM_EXP": [67.5, None], "TELIG": [30, 31], "PTREAD_EXP": ["75%", "SUPP"]})
    result = dfe.read_ks2(frame, "2018/19")
    assert cell(result, "ks2.rwm_expected")["value"] == Decimal("67.5")
    assert cell(result, "ks2.rwm_expected", school="900012")["missing"] == "not_published"
    assert cell(result, "ks2.expected", "reading", "900012")["missing"] == "suppressed"


def test_key_stage_4(tmp_path: Path) -> None:
    path = write(tmp_path, "ks4_2023-24.csv", "RECTYPE,LEA,ESTAB,URN,SCHNAME,TPUP,ATT8SCR,P8PUP,P8MEA,P8CILOW,P8CIUPP,PTL2BASICS_95",
                 "1,989,4001,900021,High,150,44.1,140,-0.12,-0.33,0.09,41.1%", "2,989,7001,900022,Special,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP", "4,989,,,Fernshire,9000,46,,,,,45%",
                 "5,,,,National,,45.9,,,,,45%", "7,,,,State-funded,,46.1,,,,,46.2%")
    result = dfe.read_ks4(path)
    progress = cell(result, "ks4.progress8", school="900021")
    assert (progress["value"], progress["interval"], progress["cohort"]) == (Decimal("-0.12"), [Decimal("-0.33"), Decimal("0.09")], 140)
    assert cell(result, "ks4.basics_5", school="900022")["missing"] == "suppressed"
    assert [line["value"] for line in result.benchmarks if line["indicator"] == "ks4.attainment8"] == [Decimal("46.1")]
    assert [school.get("phase") for school in result.schools] == [None, "special"]
    assert tally(result.report) == 5


def test_absence(tmp_path: Path) -> None:
    path = write(tmp_path, "abs_201819.csv", "LA,Estab,URN,PERCTOT,PPERSABS10", "989,2001,900011,4.3,SUPP", "NAT,PRI,,4,8.2", "NAT,SEC,,5.5,13.7", "NAT,XXX,,1,1", mark=BOM)
    result = dfe.read_absence(path)
    assert cell(result, "absence.overall")["value"] == Decimal("4.3")
    assert cell(result, "absence.persistent")["missing"] == "suppressed"
    assert [(line["indicator"], line["phase"], line["value"]) for line in result.benchmarks] == [
        ("absence.overall", "primary", 4), ("absence.persistent", "primary", Decimal("8.2")), ("absence.overall", "secondary", Decimal("5.5")), ("absence.persistent", "secondary", Decimal("13.7"))]
    assert tally(result.report) == 4
    old = dfe.read_absence(write(tmp_path, "abs_2012-13.csv", "LA,ESTAB,URN,PERCTOT,PPERSABS15", "989,2001,900011,4.3,3"))
    assert [row["indicator"] for row in old.observations] == ["absence.overall"]
    assert any("15%" in warning for warning in old.report.warnings)


def test_census(tmp_path: Path) -> None:
    header = "URN,LA,Estab,SCHOOLTYPE,NOR,PSENELSE,PSENELK,PNUMEAL,PNUMUNCLF,PNUMFSMEVER"
    path = write(tmp_path, "census_2022-2023.csv", header, '900011,989,2001,State-funded primary,"1,210",1.8%,17.5%,49.5%,0.1%,16.2%', "900012,989,6001,Independent school,300,0,5,NA,NA,NA",
                 "NAT,,PRI,State-funded primary,4727089,1.6,12.6,21.2,0.2,23")
    result = dfe.read_census(path)
    assert cell(result, "census.pupils")["value"] == 1210
    assert cell(result, "census.fsm6") == {**cell(result, "census.fsm6"), "value": Decimal("16.2"), "cohort": 1210}
    assert cell(result, "census.eal", school="900012")["missing"] == "not_published"
    assert [school.get("phase") for school in result.schools] == ["primary", None]
    assert {line["indicator"] for line in result.benchmarks} == {"census.fsm6", "census.eal", "census.sen_support", "census.ehcp"}
    assert not result.report.errors


def test_bounds_are_those_of_the_catalogue(root: Path) -> None:
    catalogue = json.loads((root / "src" / "builtin" / "data" / "catalogue.json").read_text(encoding="utf-8"))
    numbers = {item["id"]: (Decimal(item["minimum"]), Decimal(item["maximum"])) for item in catalogue["indicators"] if item["type"] == "number"}
    assert dict(_indicators.BOUNDS) == numbers
    groups = {item["id"]: tuple(member["id"] for member in item["members"]) for item in catalogue["dimensions"]}
    assert groups == {"subject": _indicators.SUBJECTS, "pupil_group": _indicators.PUPIL_GROUPS}

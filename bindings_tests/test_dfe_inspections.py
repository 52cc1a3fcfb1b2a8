"""Ofsted management information in its three forms, and the rating history."""

from __future__ import annotations

from pathlib import Path

import pytest
from dfe_tables import write
from schoolimp import dfe

HEAD = "Web Link,URN,LAESTAB,School name,Ofsted phase,Type of education,School open date,Local authority,Total number of pupils,Statutory lowest age,Statutory highest age,Multi-academy trust UID,Multi-academy trust name"
OLD = HEAD + (
    ",Inspection number of latest graded inspection,Inspection start date,Publication date,Does the latest graded inspection relate to the URN of the current school?,URN at time of latest graded inspection,"
    "School name at time of latest graded inspection,Overall effectiveness,Category of concern,Quality of education,Effectiveness of leadership and management,Safeguarding is effective?,"
    "Early years provision (where applicable),Previous inspection number,Previous inspection start date,Previous publication date,Does the previous graded inspection relate to the URN of the current school?,"
    "Previous graded inspection overall effectiveness,Previous category of concern")
AREAS = ("Safeguarding standards", "Inclusion", "Curriculum and teaching", "Achievement", "Attendance and behaviour", "Personal development and wellbeing", "Early years (where applicable)",
         "Post-16 provision (where applicable)", "Leadership and governance")


def head(urn: str, opened: str = "01/09/2012") -> str:
    return f"link,{urn},9892001.0,School {urn},Primary,Academy Converter,{opened},Fernshire,210.0,4.0,11.0,99001.0,FERNHILL"


def cells(result: dfe.ReadResult, school: str = "900011") -> dict[tuple[str, str], object]:
    """Value or reason by indicator and day."""
    return {(row["indicator"], row["observed_on"]): row.get("value", row.get("missing")) for row in result.observations if row["school"] == school}


CARD = ("inclusion", "curriculum_and_teaching", "achievement", "attendance_and_behaviour", "personal_development", "early_years", "post_16", "leadership_and_governance",
        "safeguarding_met")
OEIF_AREAS = ("overall", "quality_of_education", "behaviour_and_attitudes", "personal_development", "leadership_and_management")


def no_card(day: str) -> dict[tuple[str, str], object]:
    """What is said of a school without a report card."""
    return {(f"report_card.{area}", day): "not_applicable" for area in CARD}


def no_grades(day: str) -> dict[tuple[str, str], object]:
    """What is said of a school without a grade on the four-point scale."""
    return {(f"ofsted.{area}", day): "not_applicable" for area in OEIF_AREAS}


def old(tmp_path: Path, *lines: str) -> Path:
    return write(tmp_path, "mi_2023-08-31.csv", "," + OLD, *(f"{number},{line}" for number, line in enumerate(lines)), encoding="cp1252")


def test_the_old_form(tmp_path: Path) -> None:
    path = old(tmp_path, head("900011").replace("link,900011", "link,900011.0") + ",10000001,11/05/2021,20/06/2021,Yes,,,2.0,,9.0,2,Yes,1.0,ITS1,08/07/2014,01/09/2014,Yes,4.0,SM")
    result = dfe.read_ofsted_mi(path)
    assert cells(result) == {
        ("ofsted.overall", "2021-05-11"): "good", ("ofsted.category_of_concern", "2021-05-11"): "none", ("ofsted.quality_of_education", "2021-05-11"): "not_applicable",
        ("ofsted.leadership_and_management", "2021-05-11"): "good", ("ofsted.safeguarding_effective", "2021-05-11"): True, ("ofsted.early_years", "2021-05-11"): "outstanding",
        ("ofsted.overall", "2014-07-08"): "inadequate", ("ofsted.category_of_concern", "2014-07-08"): "special_measures",
        **no_card("2012-09-01")}
    first = result.observations[0]
    assert first["recorded_at"] == "2021-06-20"
    assert first["source"] == "Ofsted, management information as at 2023-08-31 (mi_2023-08-31.csv), inspection 10000001"
    assert result.schools == [{"id": "900011", "name": "School 900011", "phase": "primary", "type": "Academy Converter", "laestab": "9892001", "local_authority": "Fernshire", "pupils": 210,
                               "low_age": 4, "high_age": 11, "opened": "2012-09-01", "trust_uid": "99001", "trust_name": "FERNHILL"}]


def test_inspections_of_an_earlier_record(tmp_path: Path) -> None:
    path = old(tmp_path, head("900011") + ",1,11/05/2021,20/06/2021,No,900111.0,Old School,3,,3,3,No,9,,,,,,")
    skipped = dfe.read_ofsted_mi(path)
    assert cells(skipped) == no_card("2012-09-01")  # and of grades nothing: they were given to the earlier record
    assert skipped.report.skipped["latest graded inspection was of an earlier record of the school"].examples == ["row 2: 900011, inspected as 900111"]
    followed = dfe.read_ofsted_mi(path, follow_predecessors=True)
    assert cells(followed)["ofsted.overall", "2021-05-11"] == "requires_improvement"
    assert cells(followed)["ofsted.safeguarding_effective", "2021-05-11"] is False
    assert cells(followed)["ofsted.early_years", "2021-05-11"] == "not_applicable"
    notes = {row.get("note", "") for row in followed.observations if row["indicator"].startswith("ofsted.")}
    assert notes and all(note.endswith("inspected as 900111 (Old School), before this school record") for note in notes)


def test_not_inspected_is_not_the_same_as_no_data(tmp_path: Path) -> None:
    path = old(tmp_path, head("900011", "01/09/2022") + "," * 18, head("900012", "NULL") + "," * 18)
    result = dfe.read_ofsted_mi(path)
    assert cells(result) == {**no_grades("2022-09-01"), **no_card("2022-09-01")}
    assert {row["note"] for row in result.observations if row["indicator"] == "ofsted.overall"} == {"not inspected since it opened"}
    assert cells(result, "900012") == no_card("2023-08-31")  # the day of the sheet: report cards began later
    assert any("no opening day" in warning for warning in result.report.warnings)
    assert not cells(result, "900013")  # not in the sheet: nothing is known
    assert not dfe.read_ofsted_mi(path, state_not_inspected=False).observations


def test_a_school_confirmed_without_a_grade_was_inspected(tmp_path: Path) -> None:
    path = write(tmp_path, "mi_2023-08-31.csv", "," + OLD + ",Date of latest ungraded inspection", "0," + head("900011") + "," * 18 + ",03/03/2020", encoding="cp1252")
    result = dfe.read_ofsted_mi(path)
    assert cells(result) == no_card("2012-09-01")
    assert "inspected, but its last graded inspection is not in the sheet" in result.report.skipped


@pytest.mark.parametrize(("text", "expected"), [("1", "outstanding"), ("4.0", "inadequate"), ("Not judged", "not_applicable"), ("9", "not_applicable"), ("8", "unknown"), ("0", "unknown"), ("NULL", "not_published"), ("", "not_published")])
def test_overall_grades(tmp_path: Path, text: str, expected: str) -> None:
    result = dfe.read_ofsted_mi(old(tmp_path, head("900011") + f",1,11/05/2021,20/06/2021,Yes,,,{text},,2,2,Yes,9,,,,,,"))
    assert cells(result)["ofsted.overall", "2021-05-11"] == expected
    assert bool(result.report.warnings) == (expected == "unknown")


def test_unknown_grades_dates_and_categories(tmp_path: Path) -> None:
    path = old(tmp_path, head("900011") + ",1,11/05/2021,20/06/2021,Yes,,,5,XX,2,2,Perhaps,9,,,,,,", head("900012") + ",1,05/31/2021,20/06/2021,Yes,,,2,,2,2,Yes,9,ITS,08/07/2010,,Yes,4,NTI")
    result = dfe.read_ofsted_mi(path)
    assert {(problem.school, problem.column) for problem in result.report.errors} >= {
        ("900011", "Overall effectiveness"), ("900011", "Category of concern"), ("900011", "Safeguarding is effective?"), ("900012", "Inspection start date")}
    assert cells(result, "900012")["ofsted.category_of_concern", "2010-07-08"] == "unknown"
    assert not [day for _, day in cells(result, "900012") if day.startswith("2021")]


def in_year(tmp_path: Path, *rows: tuple[str, ...]) -> Path:
    header = HEAD + ",Inspection number,Inspection start date,Publication date,Outcomes for legacy monitoring inspections,Category of concern," + ",".join(AREAS)
    return write(tmp_path, "mi_in_year_2026-04-30.csv", header, *(",".join((head("900011"), *row)) for row in rows), encoding="cp1252")


def test_report_cards_of_the_year(tmp_path: Path) -> None:
    path = in_year(tmp_path, ("1", "02/12/2025", "20/01/2026", "", "RSI", "Not met", "Expected standard", "Needs attention", "Urgent improvement", "Strong standard", "Exceptional", "", "", "Needs attention"),
                   ("2", "14/04/2026", "30/04/2026", "Progress", "SM", *("",) * 9))
    result = dfe.read_ofsted_mi(path)
    day = "2025-12-02"
    assert cells(result) == {
        ("report_card.safeguarding_met", day): False, ("report_card.inclusion", day): "expected_standard", ("report_card.curriculum_and_teaching", day): "needs_attention",
        ("report_card.achievement", day): "urgent_improvement", ("report_card.attendance_and_behaviour", day): "strong_standard", ("report_card.personal_development", day): "exceptional",
        ("report_card.early_years", day): "not_applicable", ("report_card.post_16", day): "not_applicable", ("report_card.leadership_and_governance", day): "needs_attention",
        ("ofsted.category_of_concern", day): "significant_improvement", ("ofsted.category_of_concern", "2026-04-14"): "special_measures"}
    assert result.report.school_rows == 2 and len(result.schools) == 1


RECENT = HEAD + (
    ",Inspection number of latest full inspection,Inspection start date,Publication date,Does the latest full inspection relate to the URN of the current school?,Category of concern,"
    + ",".join(f"{area},{area.replace(' (where applicable)', '')} - date of grade" for area in AREAS)
    + ",Inspection number of latest OEIF graded inspection,Inspection start date of latest OEIF graded inspection,Publication date of latest OEIF graded inspection,"
    "Does the latest OEIF graded inspection relate to the URN of the current school?,Latest OEIF category of concern,Latest OEIF overall effectiveness,Latest OEIF quality of education,"
    "Latest OEIF effectiveness of leadership and management,Latest OEIF  safeguarding is effective?,Most recent category of concern")


def recent(tmp_path: Path, *rows: tuple[str, ...], name: str = "mi_30_April_2026.csv") -> Path:
    return write(tmp_path, name, RECENT, *(f"{head(str(900011 + number))},{','.join(row)}" for number, row in enumerate(rows)), encoding="cp1252")


def report_card(day: str, other_day: str, category: str = "") -> tuple[str, ...]:
    graded = [cell for area in AREAS for cell in (("", "") if "Post-16" in area else ("Met" if "Safe" in area else "Expected standard", other_day if area == "Achievement" else day))]
    return ("7", day, "01/03/2026", "Yes", category, *graded)


NO_CARD = ("NULL",) * (5 + 2 * len(AREAS))
OEIF = ("6", "11/03/2025", "02/05/2025", "Yes", "", "Not judged", "2", "3", "Yes")


def test_most_recent_inspections_hold_both_frameworks(tmp_path: Path) -> None:
    result = dfe.read_ofsted_mi(recent(tmp_path, (*report_card("10/02/2026", "16/04/2026"), *OEIF, "NULL"), (*NO_CARD, *OEIF, ""), (*NO_CARD, *("NULL",) * 10)), recorded_at="15/05/2026")
    both = cells(result)
    assert both["report_card.leadership_and_governance", "2026-02-10"] == "expected_standard"
    assert both["report_card.achievement", "2026-04-16"] == "expected_standard"  # graded again later, with its own date
    assert both["report_card.safeguarding_met", "2026-02-10"] is True
    assert both["report_card.post_16", "2026-02-10"] == "not_applicable"
    assert (both["ofsted.overall", "2025-03-11"], both["ofsted.quality_of_education", "2025-03-11"], both["ofsted.leadership_and_management", "2025-03-11"]) == ("not_applicable", "good", "requires_improvement")
    assert both["ofsted.safeguarding_effective", "2025-03-11"] is True  # two spaces in the name of its column
    recorded = {(row["indicator"], row["observed_on"]): row["recorded_at"] for row in result.observations if row["school"] == "900011"}
    assert recorded["report_card.inclusion", "2026-02-10"] == "2026-03-01" and recorded["report_card.achievement", "2026-04-16"] == "2026-05-15"
    assert {cell: said for cell, said in cells(result, "900012").items() if cell[0].startswith("report_card")} == no_card("2012-09-01")
    assert {row["note"] for row in result.observations if row["indicator"] == "report_card.inclusion" and row["school"] == "900012"} == {
        "no report card in the management information as at 2026-04-30"}
    assert cells(result, "900013") == no_card("2012-09-01")  # open since 2012: whether it was inspected before 2019 this sheet does not say
    assert "no inspection since September 2019: an earlier one would not be in the sheet" in result.report.skipped


def test_a_new_school_has_neither_grades_nor_a_report_card(tmp_path: Path) -> None:
    none = (*NO_CARD, *("NULL",) * 10)
    line = f"{head('900011', '01/09/2024')},{','.join(none)}"
    result = dfe.read_ofsted_mi(write(tmp_path, "mi_30_April_2026.csv", RECENT, line, encoding="cp1252"))
    assert cells(result) == {**no_grades("2024-09-01"), **no_card("2024-09-01")}


def test_a_school_inspected_under_report_cards_only_has_no_grades(tmp_path: Path) -> None:
    result = dfe.read_ofsted_mi(recent(tmp_path, (*report_card("10/02/2026", "10/02/2026"), *("NULL",) * 10)))
    found = cells(result)
    assert found["report_card.inclusion", "2026-02-10"] == "expected_standard"
    assert {cell: said for cell, said in found.items() if cell in no_grades("2012-09-01")} == no_grades("2012-09-01")
    assert not [cell for cell in found if cell in no_card("2012-09-01")]


def test_a_report_card_goes_before_what_an_earlier_sheet_says(tmp_path: Path) -> None:
    before = dfe.read_ofsted_mi(recent(tmp_path, (*NO_CARD, *OEIF, "")))
    after = dfe.read_ofsted_mi(recent(tmp_path, (*report_card("14/04/2026", "14/04/2026"), *OEIF, ""), name="mi_31_July_2026.csv"))
    said = [row for row in dfe.combine(after, before).observations if row["indicator"] == "report_card.achievement"]
    assert max(said, key=lambda row: row["observed_on"])["value"] == "expected_standard"


def test_the_most_recent_category_counts_where_it_differs(tmp_path: Path) -> None:
    row = (*report_card("10/02/2026", "10/02/2026", "RSI"), *OEIF, "SM")
    named = dfe.read_ofsted_mi(recent(tmp_path, row))
    assert cells(named)["ofsted.category_of_concern", "2026-02-10"] == "significant_improvement"
    assert cells(named)["ofsted.category_of_concern", "2026-04-30"] == "special_measures"
    undated = recent(tmp_path, row, name="mi.csv")
    assert ("ofsted.category_of_concern", "2026-04-30") not in cells(dfe.read_ofsted_mi(undated))
    assert any("as_at" in warning for warning in dfe.read_ofsted_mi(undated).report.warnings)
    assert ("ofsted.category_of_concern", "2026-05-01") in cells(dfe.read_ofsted_mi(undated, as_at="2026-05-01"))


def test_the_columns_are_those_published(data: Path) -> None:
    names = (data / "meta" / "ofsted_MI_renewed_framework_columns.txt").read_text(encoding="utf-8").splitlines()
    d1, d2 = (next(number for number, name in enumerate(names) if name.startswith(sheet)) for sheet in ("[D1", "[D2"))
    sheets = {"in_year": names[d1 + 1 : d2], "recent": [name for name in names[d2 + 1 :] if name]}
    from schoolimp.dfe import _ofsted_blocks as blocks

    for block, sheet in ((blocks.IN_YEAR, "in_year"), (blocks.MOST_RECENT, "recent"), (blocks.LATEST_OEIF, "recent")):
        wanted = {block.number, block.date, block.published, block.relates, block.urn_then, block.name_then, *(area.column for area in block.areas), *(area.dated for area in block.areas)} - {""}
        there = {" ".join(name.split()) for name in sheets[sheet]}
        assert wanted <= there, wanted - there


def test_history(tmp_path: Path) -> None:
    path = write(tmp_path, "history.csv", "URN,Rating,Inspection Date", "900011,Good,20130418", "900011,Satisfactory,20080926", "900011,Good,20130418", "900012,Good,20130418", "900012,Inadequate,20130418",
                 "90001,Good,20130418", "900013,Splendid,20130418", "900013,Good,")
    result = dfe.read_ofsted_history(path, recorded_at="2020-03-31")
    assert cells(result) == {("ofsted.overall", "2013-04-18"): "good", ("ofsted.overall", "2008-09-26"): "requires_improvement"}
    assert any("Satisfactory" in row.get("note", "") for row in result.observations)
    assert cells(result, "900012") == {("ofsted.overall", "2013-04-18"): "unknown"}
    assert [problem.school for problem in result.report.errors] == ["900012"]
    assert {reason: skipped.count for reason, skipped in result.report.skipped.items()} == {"URN is not six digits": 1, "rating is not known": 1, "no date": 1}

"""Get Information About Schools, national figures, bank holidays, applicability and combination."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from dfe_tables import KS2_HEADER, ks2_line, write
from schoolimp import dfe

GIAS = ("URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),OpenDate,CloseDate,PhaseOfEducation (name),"
        "StatutoryLowAge,StatutoryHighAge,NumberOfPupils,Trusts (code),Trusts (name),HeadLastName,Linked establishments")


def gias_line(urn: str, phase: str = "Primary", kind: str = "Academy converter", status: str = "Open", opened: str = "01-09-2016", ages: str = "4,11", links: str = "", trust: str = "99001,FERNHILL") -> str:
    return f"{urn},989,Fernshire,2001,School {urn},{kind},{status},{opened},,{phase},{ages},210,{trust},Secret,{links}"


def test_the_wide_extract(tmp_path: Path) -> None:
    path = write(tmp_path, "gias.csv", GIAS, gias_line("900011", links="900111 Predecessor"), gias_line("900012", status="Closed", links="900011 Successor"),
                 gias_line("900013", opened="01-01-1900", trust=","), gias_line("900014", opened="2016"), encoding="cp1252")
    result = dfe.read_gias(path)
    assert [school["id"] for school in result.schools] == ["900011", "900013", "900014"]
    first = result.schools[0]
    assert first == {"id": "900011", "name": "School 900011", "phase": "primary", "type": "Academy converter", "laestab": "9892001", "local_authority": "Fernshire", "status": "Open",
                     "low_age": 4, "high_age": 11, "pupils": 210, "opened": "2016-09-01", "trust_name": "FERNHILL", "trust_uid": "99001", "predecessors": ["900111"]}
    assert "opened" not in result.schools[1]
    assert [(problem.school, problem.column) for problem in result.report.errors] == [("900014", "OpenDate")]
    assert result.report.skipped["not open"].count == 1
    assert "Secret" not in repr(result)
    assert [school["id"] for school in dfe.read_gias(path, trust="99001").schools] == ["900011", "900014"]
    assert [school["id"] for school in dfe.read_gias(path, trust="fernhill", open_only=False).schools] == ["900011", "900012", "900014"]
    assert result.school_documents()[0] == {name: first[name] for name in ("id", "name", "phase", "type", "laestab", "local_authority", "pupils", "predecessors")}


@pytest.mark.parametrize(("phase", "kind", "expected"), [
    ("Primary", "Community school", "primary"), ("Middle deemed secondary", "Community school", "middle"), ("All-through", "Free schools", "all_through"), ("Not applicable", "Academy special converter", "special"),
    ("Secondary", "Community special school", "special"), ("Not applicable", "Pupil referral unit", "alternative_provision"), ("16 plus", "Special post 16 institution", "sixth_form"), ("Not applicable", "Welsh establishment", None)])
def test_phases(tmp_path: Path, phase: str, kind: str, expected: str | None) -> None:
    result = dfe.read_gias(write(tmp_path, "gias.csv", GIAS, gias_line("900011", phase, kind)))
    assert result.schools[0].get("phase") == expected


GROUPS = ",URN,Group UID,Group ID,Group Name,Group Type,Group Status,Joined date,EstablishmentName,PhaseOfEducation (name)"


def test_group_links(tmp_path: Path) -> None:
    path = write(tmp_path, "links.csv", GROUPS, "0,900011,99001.0,TR1,FERNHILL,Multi-academy trust,Open,2018-09-01,A,Primary", "1,900011,99002,SP1,Sponsor,School sponsor,Open,2018-09-01,A,Primary",
                 "2,900012,99001,TR1,FERNHILL,Multi-academy trust,Open,1900-01-01,B,Primary", "3,20003,99001,TR1,FERNHILL,Multi-academy trust,Open,01/09/2019,C,Primary",
                 "4,900013,99003,TR3,GONE,Multi-academy trust,Closed,2015-09-01,D,Primary")
    result = dfe.read_gias_group_links(path, trust="99001")
    assert [(school["id"], school.get("joined"), school["trust_uid"]) for school in result.schools] == [("900011", "2018-09-01", "99001"), ("900012", None, "99001")]
    assert {reason: skipped.count for reason, skipped in result.report.skipped.items()} == {"group is a school sponsor": 1, "URN is not six digits": 1, "group is closed": 1}
    assert not dfe.read_gias_group_links(path, trust="nobody").schools


def test_urn_links(tmp_path: Path) -> None:
    links = dfe.read_urn_links(write(tmp_path, "urns.csv", "OLD_URN,LATEST_URN", "900001,900003.0", "900002,900003.0", "900003,900003.0", "900004,", "900005,900006"))
    assert links.latest("900001") == "900003" and links.latest("900009") == "900009"
    assert links.predecessors("900003") == ["900001", "900002"]
    assert links.report.skipped["not a link from one URN to a later one"].count == 1
    assert links.add_predecessors([{"id": "900003", "predecessors": ["900008"]}, {"id": "900007"}]) == [{"id": "900003", "predecessors": ["900001", "900002", "900008"]}, {"id": "900007"}]


def test_links_as_published_with_a_split_and_a_circle(tmp_path: Path) -> None:
    path = write(tmp_path, "links.csv", "URN,LinkURN,LinkName,LinkType", "900001,900002,B,Successor", "900002,900001,A,Predecessor", "900002,900003,C,Successor - Split School", "900002,900004,D,Successor - Split School",
                 "900005,900006,F,Successor", "900006,900005,E,Successor", "900007,900008,H,Sixth Form Centre School")
    links = dfe.read_urn_links(path)
    assert links.latest("900001") == "900002" and links.successors("900002") == ["900003", "900004"]
    assert links.predecessors("900003") == ["900001", "900002"]
    assert links.latest("900005") in ("900005", "900006") and links.predecessors("900005") == ["900006"]
    assert sum(skipped.count for skipped in links.report.skipped.values()) == 1


def test_national_series(tmp_path: Path) -> None:
    path = write(tmp_path, "lait.csv", "short_desc,data_item,years,value", "KS2RWM_Expected_STD,x,2019,65", "KS2RWM_Expected_STD,x,2020,-", "KS1P_all,x,2025 (prov),80", "PriPermEx,x,2015/16,0.02485",
                 "RTA,x,2014-16,17.14", "TotAbs,x,0,4", "AVG_Attain8_Score,x,2024,459")
    result = dfe.read_lait(path)
    assert [(line["indicator"], line["period"], line["phase"], line["value"]) for line in result.benchmarks] == [
        ("ks2.rwm_expected", "2018/19", "all", 65), ("phonics.year_1", "2024/25", "all", 80), ("exclusions.permanent_rate", "2015/16", "primary", Decimal("0.02485"))]
    assert {reason: skipped.count for reason, skipped in result.report.skipped.items()} == {"not one of the series taken": 1, "year is not a school year": 1}
    assert len(result.report.errors) == 1


def test_bank_holidays(tmp_path: Path) -> None:
    path = write(tmp_path, "h.json", '{"scotland": {"events": []}, "england-and-wales": {"events": [{"title": "Boxing Day", "date": "2026-12-28", "notes": "Substitute day"}, {"title": "Good Friday", "date": "2026-04-03"}]}}')
    assert [(str(day.date), day.title, day.substitute) for day in dfe.read_bank_holidays(path)] == [("2026-04-03", "Good Friday", False), ("2026-12-28", "Boxing Day", True)]
    assert dfe.read_bank_holidays(path, "scotland") == []
    with pytest.raises(dfe.PublishedFileError, match="no division 'wales'"):
        dfe.read_bank_holidays(path, "wales")
    with pytest.raises(dfe.PublishedFileError, match="not a date"):
        dfe.read_bank_holidays({"england-and-wales": {"events": [{"title": "x", "date": "soon"}]}})


def test_statistics_form(tmp_path: Path) -> None:
    header = "time_period,time_identifier,geographic_level,country_name,la_name,school_urn,school_laestab,education_phase,enrolments,sess_overall_percent,enrolments_pa_10_exact_percent"
    path = write(tmp_path, "absence.csv", header, "202425,Academic year,School,England,F,900011,9892001,State-funded primary,210,5.1,c", "202425,Academic year,School,England,F,,9892002,State-funded primary,200,4.9,low",
                 "202425,Academic year,School,England,F,,9892009,State-funded primary,200,4.9,10", "202425,Autumn term,School,England,F,900011,9892001,State-funded primary,211,6,z",
                 "202425,Week 26,School,England,F,900011,9892001,State-funded primary,211,6,1", "202425,Academic year,Local authority,England,F,,,Total,9000,6,18",
                 "202425,Academic year,National,England,,,,Total,9000,6.78,18.14", "202425,Academic year,National,England,,,,State-funded primary,4000,5.2,12.99")
    result = dfe.read_ees(path, schools=[{"id": "900012", "laestab": "9892002"}])
    found = {(row["school"], row["indicator"], row["period"]): row.get("value", row.get("missing")) for row in result.observations if "period" in row}
    assert found == {("900011", "absence.overall", "2024/25"): Decimal("5.1"), ("900011", "absence.persistent", "2024/25"): "suppressed", ("900012", "absence.overall", "2024/25"): Decimal("4.9"),
                     ("900012", "absence.persistent", "2024/25"): "suppressed"}
    assert [(line["phase"], line["value"]) for line in result.benchmarks if line["indicator"] == "absence.overall"] == [("all", Decimal("6.78")), ("primary", Decimal("5.2"))]
    report = result.report
    assert (report.school_rows, report.la_rows, report.national_rows) == (2, 1, 2)
    assert {reason: skipped.count for reason, skipped in report.skipped.items()} == {
        "part of a school year: the indicators are of whole years": 1, "not a school year": 1, "school without a known URN": 1}


def test_statistics_form_by_pupil_group(tmp_path: Path) -> None:
    header = "time_period,time_identifier,geographic_level,breakdown_topic,breakdown,t_rwm_eligible_pupils,pt_rwm_met_expected_standard,pt_read_met_expected_standard"
    path = write(tmp_path, "ks2.csv", header, "202425,Academic year,National,Total,Total,650000,62,75", "202425,Academic year,National,Disadvantage status,Disadvantaged,190000,47,63",
                 "202425,Academic year,National,Sex,Boys,330000,59,71")
    result = dfe.read_ees(path)
    assert [(line["indicator"], line["group"], line["value"]) for line in result.benchmarks] == [("ks2.rwm_expected", "", Decimal(62)), ("ks2.expected", "reading", Decimal(75)), ("ks2.rwm_expected", "disadvantaged", Decimal(47))]
    assert result.report.skipped["pupil group not in the catalogue"].count == 1


def test_statistics_form_with_a_filter_that_is_not_known(tmp_path: Path) -> None:
    header = "time_period,time_identifier,geographic_level,school_urn,planet,susp_rate"
    path = write(tmp_path, "x.csv", header, "202324,Academic year,School,900011,Mars,1.5", "202324,Academic year,School,900011,Venus,2.5", "202324,Academic year,School,900012,Mars,3.5")
    result = dfe.read_ees(path)
    assert [(row["school"], row.get("value")) for row in result.observations] == [("900012", Decimal("3.5"))]
    assert sum(skipped.count for skipped in result.report.skipped.values()) == 2
    with pytest.raises(dfe.PublishedFileError, match="none of the indicators"):
        dfe.read_ees(write(tmp_path, "y.csv", "time_period,time_identifier,geographic_level,other", "202324,Academic year,National,1"))


@pytest.mark.parametrize(("school", "ks2", "ks4"), [
    ({"low_age": 4, "high_age": 7}, False, False), ({"low_age": 7, "high_age": 11}, True, False), ({"low_age": 4, "high_age": 11}, True, False), ({"low_age": 4, "high_age": 9}, False, False),
    ({"low_age": 9, "high_age": 13}, True, False), ({"low_age": 11, "high_age": 16}, False, True), ({"low_age": 14, "high_age": 19}, False, True), ({"low_age": 16, "high_age": 19}, False, False),
    ({"low_age": 2, "high_age": 19}, True, True), ({"phase": "secondary"}, False, None), ({"phase": "primary"}, None, False), ({"phase": "special"}, None, None), ({}, None, None)])
def test_which_key_stages_a_school_has(school: dict[str, object], ks2: bool | None, ks4: bool | None) -> None:
    from schoolimp.dfe.applicability import KEY_STAGE_2, KEY_STAGE_4

    described: dfe.School = {"id": "900011", **school}  # type: ignore[typeddict-item]
    assert (dfe.has_stage(described, KEY_STAGE_2), dfe.has_stage(described, KEY_STAGE_4)) == (ks2, ks4)


def test_results_a_school_cannot_have_are_not_applicable(tmp_path: Path) -> None:
    read = dfe.read_ks2(write(tmp_path, "t.csv", KS2_HEADER, ks2_line(), ks2_line("900014")), "2018/19")
    infant: dfe.School = {"id": "900012", "low_age": 4, "high_age": 7}
    grown: dfe.School = {"id": "900014", "low_age": 4, "high_age": 7}  # its ages say infant, but it has results
    unknown: dfe.School = {"id": "900013", "phase": "primary"}
    marked = dfe.mark_not_applicable(iter([infant, grown, unknown]), read.observations)
    added = marked[len(read.observations):]
    assert marked[: len(read.observations)] == read.observations
    assert {row["school"] for row in added} == {"900012"} and {row.get("period") for row in added} == {"2018/19"}
    assert {row["missing"] for row in added} == {"not_applicable"} and all("from 4 to 7" in row["note"] for row in added)
    assert len({(row["indicator"], row.get("group")) for row in added}) == len(added) == 14
    assert dfe.mark_not_applicable([infant, unknown], marked) == marked
    both = dfe.mark_not_applicable([infant], [], ["2023/24", "2024-25"])
    assert {row.get("period") for row in both} == {"2023/24", "2024/25"} and {row["indicator"].split(".")[0] for row in both} == {"ks2", "ks4"}


def test_a_progress_measure_that_does_not_exist_is_not_applicable_beside_the_results() -> None:
    results: list[dfe.Observation] = [
        {"school": "900011", "indicator": "ks2.rwm_expected", "period": "2022/23", "value": Decimal(60)},
        {"school": "900011", "indicator": "ks2.rwm_expected", "period": "2024/25", "value": Decimal(62), "recorded_at": "2025-12-11"},
        {"school": "900011", "indicator": "ks2.progress", "group": "maths", "period": "2024/25", "missing": "not_published"},
        {"school": "900012", "indicator": "ks4.attainment8", "period": "2025/26", "value": Decimal(45)}]
    added = dfe.mark_not_applicable([], results)[len(results):]
    assert [(row["school"], row["indicator"], row.get("group", ""), row["period"], row["missing"]) for row in added] == [
        ("900011", "ks2.progress", "reading", "2024/25", "not_applicable"), ("900011", "ks2.progress", "writing", "2024/25", "not_applicable"),
        ("900012", "ks4.progress8", "", "2025/26", "not_applicable")]
    assert [row.get("recorded_at") for row in added] == ["2025-12-11", "2025-12-11", None]  # known from the day the results were


def test_before_report_cards_began_no_school_has_one() -> None:
    added = dfe.mark_not_applicable([{"id": "900011"}], [], as_at="2025-11-09")
    assert {(row["observed_on"], row["missing"]) for row in added} == {("2025-11-09", "not_applicable")}
    assert len({row["indicator"] for row in added}) == len(added) == 9 and all(row["indicator"].startswith("report_card.") for row in added)
    assert not dfe.mark_not_applicable([{"id": "900011"}], [], as_at="2025-11-10")


def test_combination(tmp_path: Path) -> None:
    first = dfe.read_ks2(write(tmp_path, "a.csv", KS2_HEADER, ks2_line(rwm="SUPP"), ks2_line("", rectype="5", rwm="63%")), "2018/19")
    second = dfe.read_ks2(write(tmp_path, "b.csv", KS2_HEADER, ks2_line(rwm="67%", disadvantaged="51%", name="Other name"), ks2_line("", rectype="5", rwm="64%")), "2018/19")
    both = dfe.combine(first, second)
    cells = {(row["indicator"], row.get("group", "")): row.get("value") for row in both.observations}
    assert cells["ks2.rwm_expected", ""] == 67  # a value goes before a missing one
    assert cells["ks2.rwm_expected", "disadvantaged"] == 50
    assert len(cells) == len(both.observations)
    (problem,) = both.report.errors
    assert "51" in problem.message and "50" in problem.message
    assert any("64" in warning and "63" in warning for warning in both.report.warnings)
    assert both.schools[0]["name"] == "Beech School"
    assert [part.file for part in both.report.parts] == ["a.csv", "b.csv"] and both.report.rows == 4
    assert "a.csv" in both.report.summary() and "contradicts" in both.report.summary()
    assert dfe.combine(both, first).report.rows == 6
    assert dfe.combine().observations == []


def test_the_table_of_a_result(tmp_path: Path) -> None:
    result = dfe.read_ks2(write(tmp_path, "t.csv", KS2_HEADER, ks2_line(rwm="SUPP")), "2018/19", recorded_at="2019-12-12")
    frame = result.to_frame()
    assert list(frame.columns) == ["school", "indicator", "period", "group", "value", "missing", "observed_on", "recorded_at", "source", "cohort", "lower", "upper", "note"]
    assert len(frame) == len(result.observations)
    assert frame.loc[0, "missing"] == "suppressed" and str(frame.loc[0, "recorded_at"])[:10] == "2019-12-12" and frame.loc[0, "cohort"] == 30
    assert isinstance(frame.loc[1, "value"], Decimal)
    assert dfe.ReadResult().to_frame().empty
    assert [school["id"] for school in result.of("900011").schools] == ["900011"] and result.of("900099").observations == []
    assert result.evidence_document() == {"schema": "schoolimp/evidence/1", "observations": result.observations}


def test_a_broken_download_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(KS2_HEADER + "\n" + ks2_line() + "\n" + ks2_line("900012")[:40], encoding="utf-8")
    assert any("cut short" in warning for warning in dfe.read_ks2(path, "2018/19").report.warnings)

"""Folders of published files, and the example trust."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import schoolimp as si
from dfe_tables import KS2_HEADER, ks2_line, write
from schoolimp import dfe


@pytest.fixture(scope="module")
def example() -> Path:
    return Path(dfe.__file__).parent.parent / "example"


@pytest.fixture(scope="module")
def published(example: Path) -> dfe.LoadedFolder:
    return dfe.load_folder(example / "published", strict=True)


def document(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def value(result: dfe.ReadResult, school: str, indicator: str, period: str = "", group: str = "") -> object:
    """Value or reason of a school's latest observation of a cell."""
    found = [row for row in result.observations
             if (row["school"], row["indicator"], row.get("group", "")) == (school, indicator, group) and (not period or row.get("period") == period)]
    latest = max(found, key=lambda row: row.get("observed_on", ""))
    return latest.get("value", latest.get("missing"))


def test_families_are_told_by_columns_not_by_names(tmp_path: Path) -> None:
    assert dfe.recognise(write(tmp_path, "absence.csv", KS2_HEADER, ks2_line())) == "ks2"
    assert dfe.recognise(write(tmp_path, "ks2.csv", "LA,ESTAB,URN,PERCTOT,PPERSABS10")) == "absence"
    assert dfe.recognise(write(tmp_path, "a.csv", "urn,rating,inspection date")) == "ofsted_history"
    assert dfe.recognise(write(tmp_path, "b.csv", "URN,LinkURN,LinkType")) == "urn_links"
    assert dfe.recognise(write(tmp_path, "c.csv", "Title", "", "time_period,time_identifier,geographic_level")) == "ees"
    assert dfe.recognise(write(tmp_path, "d.csv", "school,teacher")) is None


def test_a_folder_with_troubles(tmp_path: Path) -> None:
    write(tmp_path, "ks2_2018-19.csv", KS2_HEADER, ks2_line(), ks2_line("900012", rwm="140%"))
    write(tmp_path, "ks2_without_year.csv", KS2_HEADER, ks2_line())
    write(tmp_path, "staff.csv", "name,post", "A,B")
    write(tmp_path, "notes.txt", "not read")
    write(tmp_path, "list.json", "[1]")
    write(tmp_path, "publication-dates.csv", "file,published", "ks2_2018-19.csv,12/12/2019")
    loaded = dfe.load_folder(tmp_path)
    assert {outcome.path.name: bool(outcome.message) for outcome in loaded.files} == {"ks2_2018-19.csv": False, "ks2_without_year.csv": True, "staff.csv": True, "list.json": True}
    assert {row.get("recorded_at") for row in loaded.observations} == {"2019-12-12"}
    assert len(loaded.report.errors) == 1 and len([warning for warning in loaded.report.warnings if "academic year" in warning]) == 1
    given = dfe.load_folder(tmp_path, recorded_at={"ks2_2018-19.csv": "2020-01-01"})
    assert {row.get("recorded_at") for row in given.observations} == {"2020-01-01"}
    with pytest.raises(dfe.PublishedFileError):
        dfe.load_folder(tmp_path, strict=True)
    with pytest.raises(dfe.PublishedFileError, match="not a folder"):
        dfe.load_folder(tmp_path / "nowhere")


def test_folders_in_a_folder_are_read_when_asked(tmp_path: Path) -> None:
    years = {"2017-18": "60%", "2018-19": "70%", ".hidden": "80%"}
    for folder, rwm in years.items():
        (tmp_path / folder).mkdir()
        write(tmp_path / folder, "ks2final.csv" if folder != ".hidden" else "ks2_2019-20.csv", KS2_HEADER, ks2_line(rwm=rwm))
    assert dfe.load_folder(tmp_path).files == []
    loaded = dfe.load_folder(tmp_path, subfolders=True)
    assert [outcome.path.relative_to(tmp_path).as_posix() for outcome in loaded.files] == ["2017-18/ks2final.csv", "2018-19/ks2final.csv"]
    assert [row.get("value") for row in loaded.observations if row["indicator"] == "ks2.rwm_expected" and "group" not in row] == [Decimal(60), Decimal(70)]


def test_the_example_reads_without_trouble(published: dfe.LoadedFolder) -> None:
    assert not published.report.errors
    assert {outcome.family for outcome in published.files} == {"gias", "gias_group_links", "ks2", "ks4", "census", "absence", "ofsted_mi"}
    assert {part.encoding for part in published.report.parts} >= {"utf-8 with a byte-order mark", "windows-1252"}
    periods = {row["period"] for row in published.observations if "period" in row}
    assert periods == {"2023/24", "2024/25", "2025/26"}
    assert set(published.report.codes) >= {"SUPP", "NA", "SP", "LOWCOV", "", "9", "Not judged"}
    assert all("recorded_at" in row for row in published.observations if "value" in row)


def test_everything_in_the_example_is_plainly_invented(example: Path, published: dfe.LoadedFolder) -> None:
    trust = document(example / "trust.json")
    assert all("(invented)" in school["name"] and 900000 < int(school["id"]) < 901000 for school in trust["schools"])
    assert all("(invented)" in person["name"] for person in trust["people"])
    assert all("(invented)" in school["name"] for school in published.schools)
    assert all("invented" in line["source"] for line in published.benchmarks)
    assert all("invented" in document(path)["source"].lower() for path in (example / "school-years").iterdir())
    for path in (example / "evidence").iterdir():
        with path.open(encoding="utf-8", newline="") as file:
            assert all("invented" in row["source"] or row["missing"] == "not_applicable" for row in csv.DictReader(file))


def test_trust_document_and_published_files_of_the_example_agree(example: Path, published: dfe.LoadedFolder) -> None:
    read = {school["id"]: school for school in published.school_documents()}
    schools = document(example / "trust.json")["schools"]
    assert [{name: member for name, member in school.items() if name != "school_year"} for school in schools] == [
        {name: read[school["id"]][name] for name in school if name != "school_year"} for school in schools]
    years = {document(path)["id"] for path in (example / "school-years").iterdir()}
    assert {school["school_year"] for school in schools} == years


def test_a_trust_is_made_of_its_open_schools(published: dfe.LoadedFolder, example: Path) -> None:
    trust = si.Trust.from_dict(published.trust_document("99001"))
    assert (trust.id, trust.name) == ("trust_99001", "FERNHILL LEARNING TRUST (INVENTED)")
    assert {school.id: school.phase for school in trust.schools} == {school["id"]: school["phase"] for school in document(example / "trust.json")["schools"]}
    assert "900104" in {school["id"] for school in published.schools}, "the closed school before 900004"
    for slip in ("9901", "Fernhill"):
        with pytest.raises(KeyError, match=r"did you mean '99001' \(FERNHILL LEARNING TRUST \(INVENTED\)\)\?"):
            published.trust_document(slip)
    with pytest.raises(KeyError, match="schools of 1 trust"):
        published.trust_document("4208")
    with pytest.raises(KeyError, match="schools of 0 trusts"):
        dfe.ReadResult().trust_document("99001")


def test_national_figures_are_a_document(published: dfe.LoadedFolder) -> None:
    figures = si.Benchmarks.from_dict(published.benchmarks_document())
    assert len(figures) == len(published.benchmarks) > 0
    for line in published.benchmarks:
        found = figures.find(line["indicator"], line["period"], group=line["group"], phase=line["phase"])
        assert found is not None and (found.value, found.source) == (line["value"], line["source"])


def test_roles_and_indicators_of_the_example_are_those_of_its_framework(example: Path, root: Path) -> None:
    framework = document(root / "src" / "builtin" / "frameworks" / f"{document(example / 'schoolimp.json')['framework']}.json")
    roles = {role["id"] for role in framework["roles"]}
    assert {role for person in document(example / "trust.json")["people"] for role in person["roles"]} <= roles
    indicators = {item["id"]: item for item in framework["indicators"]}
    levels = {scale["id"]: {level["id"] for level in scale["levels"]} for scale in framework["scales"]}
    for path in (example / "evidence").iterdir():
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                indicator = indicators[row["indicator"]]
                assert bool(row["value"]) != bool(row["missing"])
                assert not row["value"] or indicator["type"] != "level" or row["value"] in levels[indicator["scale"]]
                assert bool(row["period"]) == (indicator["period"] == "school_year") and (bool(row["observed_on"]) or bool(row["period"]))
    judgements = {rule["id"]: rule["scale"] for rule in framework["judgements"]}
    for decision in document(example / "decisions.json")["decisions"]:
        assert decision["level"] in levels[judgements[decision["judgement"]]] and decision["by"] in roles


def test_the_example_shows_every_case(published: dfe.LoadedFolder) -> None:
    gaps: dict[str, list[Decimal]] = {}
    for school in ("900001", "900002", "900004"):
        for period in ("2023/24", "2024/25", "2025/26"):
            (line,) = [line["value"] for line in published.benchmarks if (line["indicator"], line["period"], line["group"]) == ("ks2.rwm_expected", period, "")]
            own = value(published, school, "ks2.rwm_expected", period)
            assert isinstance(own, Decimal)
            gaps.setdefault(school, []).append(own - line)
    assert min(gaps["900001"]) > 0 and max(gaps["900004"]) <= -10 and gaps["900002"][0] > 0 > gaps["900002"][2]
    assert {value(published, "900001", "ks2.progress", year, "maths") for year in ("2023/24", "2024/25")} == {"not_applicable"}
    assert value(published, "900001", "ks2.progress", "2025/26", "maths") == Decimal("1.5")
    assert value(published, "900003", "ks2.rwm_expected", "2025/26") == "not_applicable"
    assert value(published, "900004", "report_card.achievement") == "urgent_improvement" and value(published, "900004", "ofsted.category_of_concern") == "significant_improvement"
    assert value(published, "900005", "ofsted.overall") == "not_applicable" and value(published, "900005", "ofsted.quality_of_education") == "good"
    assert value(published, "900005", "ks4.progress8", "2025/26") == "not_applicable"
    assert value(published, "900006", "ofsted.overall") == "not_applicable" and not [row for row in published.observations if row["school"] == "900006" and row["indicator"].startswith("ks2")]


def test_an_earlier_record_is_followed_when_asked(example: Path) -> None:
    followed = dfe.load_folder(example / "published", follow_predecessors=True)
    assert value(followed, "900004", "ofsted.overall") == "requires_improvement"
    assert any("inspected as 900104" in row.get("note", "") for row in followed.observations)

"""The readers over the files as they are published, against totals and figures known from elsewhere."""

from __future__ import annotations

import csv
import time
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from schoolimp import dfe

Values = dict[str, Decimal | bool | str]


def values(result: dfe.ReadResult, indicator: str, period: str = "", group: str = "") -> Values:
    """Values by school of one indicator."""
    return {row["school"]: row["value"] for row in result.observations
            if row["indicator"] == indicator and row.get("period", "") == period and row.get("group", "") == group and "value" in row}


def national(result: dfe.ReadResult, indicator: str, period: str, phase: str = "all", group: str = "") -> Decimal:
    (line,) = [line["value"] for line in result.benchmarks if (line["indicator"], line["period"], line["phase"], line["group"]) == (indicator, period, phase, group)]
    return line


def timed(read: Callable[[], dfe.ReadResult]) -> tuple[dfe.ReadResult, float]:
    start = time.perf_counter()
    return read(), time.perf_counter() - start


@pytest.fixture(scope="module")
def absence(data: Path) -> dfe.ReadResult:
    return dfe.read_absence(data / "absence" / "england_abs_2018-19.csv")


@pytest.fixture(scope="module")
def census(data: Path) -> dfe.ReadResult:
    return dfe.read_census(data / "census" / "england_census_2018-19.csv")


@pytest.fixture(scope="module")
def panel(data: Path) -> dfe.ReadResult:
    return dfe.read_panel_primary(data / "panel_primary_2016-2020.csv")


@pytest.fixture(scope="module", params=["2016-17", "2017-18"])
def ks2(request: pytest.FixtureRequest, data: Path) -> dfe.ReadResult:
    return dfe.read_ks2(data / "ks2" / f"la850_ks2final_{request.param}.csv")


def test_key_stage_2(ks2: dfe.ReadResult) -> None:
    report, period = ks2.report, ks2.report.period
    assert (report.rows, report.school_rows, report.la_rows, report.national_rows) == (331, 328, 1, 2)
    assert not report.errors and not report.skipped and not report.absent
    assert period in ("2016/17", "2017/18")
    assert national(ks2, "ks2.rwm_expected", period) == (61 if period == "2016/17" else 64)
    assert national(ks2, "ks2.expected", period, group="reading") == (72 if period == "2016/17" else 75)
    assert {school["local_authority"] for school in ks2.schools} == {"Hampshire"}
    assert sum(school.get("phase") == "special" for school in ks2.schools) == (15 if period == "2016/17" else 16)
    progress = [row for row in ks2.observations if row["indicator"] == "ks2.progress"]
    assert len(progress) == 3 * 328
    assert all(("interval" in row) == ("value" in row) for row in progress)


def test_one_school_by_hand(data: Path) -> None:
    result = dfe.read_ks2(data / "ks2" / "la850_ks2final_2016-17.csv").of("115976")
    read = {(row["indicator"], row.get("group", "")): row.get("value", row.get("missing")) for row in result.observations}
    assert read == {
        ("ks2.rwm_expected", ""): 72, ("ks2.rwm_expected", "disadvantaged"): 59, ("ks2.rwm_expected", "not_disadvantaged"): 75, ("ks2.rwm_higher", ""): 17, ("ks2.rwm_higher", "disadvantaged"): 6,
        ("ks2.rwm_higher", "not_disadvantaged"): read["ks2.rwm_higher", "not_disadvantaged"], ("ks2.expected", "reading"): 78, ("ks2.expected", "writing"): 85, ("ks2.expected", "maths"): 77,
        ("ks2.progress", "reading"): Decimal("1.2"), ("ks2.progress", "writing"): Decimal("2.3"), ("ks2.progress", "maths"): Decimal("-0.1"), ("ks2.score", "reading"): 107, ("ks2.score", "maths"): 106}
    assert {row["cohort"] for row in result.observations} == {109, 17, 92}


def test_absence(absence: dfe.ReadResult) -> None:
    report = absence.report
    assert (report.rows, report.school_rows, report.national_rows) == (21217, 21214, 3)
    assert report.codes == {"SUPP": 864} and not report.errors and not report.skipped
    assert sum(row.get("missing") == "suppressed" for row in absence.observations) == 864
    assert [national(absence, f"absence.{kind}", "2018/19", phase) for phase in ("primary", "secondary", "special") for kind in ("overall", "persistent")] == [
        4, Decimal("8.2"), Decimal("5.5"), Decimal("13.7"), Decimal("10.1"), Decimal("28.8")]


def test_census(census: dfe.ReadResult) -> None:
    assert (census.report.rows, census.report.national_rows) == (23942, 3)
    assert set(census.report.codes) == {"NA"} and not census.report.errors
    assert Counter(school.get("phase", "") for school in census.schools) == {
        "primary": 16769, "secondary": 3448, "special": 986 + 58, "nursery": 391, "alternative_provision": 352, "": 1935}
    assert national(census, "census.ehcp", "2018/19", "special") == Decimal("98.3")


def test_absence_weighted_by_roll_comes_near_the_national_rows(absence: dfe.ReadResult, census: dfe.ReadResult) -> None:
    primary = {school["id"] for school in census.schools if school.get("phase") == "primary"}
    roll = values(census, "census.pupils", "2018/19")

    def weighted(indicator: str, suppressed_as: Decimal | None = None) -> Decimal:
        rates = values(absence, indicator, "2018/19")
        schools = [school for school in sorted(primary & roll.keys()) if school in rates or suppressed_as is not None]
        weights = {school: Decimal(roll[school]) for school in schools if school in rates or school in suppressed}
        return sum((Decimal(rates.get(school, suppressed_as or 0)) * weight for school, weight in weights.items()), Decimal(0)) / sum(weights.values())

    suppressed = {row["school"] for row in absence.observations if row.get("missing") == "suppressed"}
    assert abs(weighted("absence.overall") - Decimal("4.05")) < Decimal("0.005")
    assert abs(weighted("absence.persistent") - Decimal("8.37")) < Decimal("0.005")
    assert abs(weighted("absence.persistent", Decimal(0)) - Decimal("8.21")) < Decimal("0.005")  # what counting suppressed figures as zero would do


def test_the_nation_is_read_in_seconds(data: Path) -> None:
    for read in (lambda: dfe.read_absence(data / "absence" / "england_abs_2018-19.csv"), lambda: dfe.read_census(data / "census" / "england_census_2018-19.csv")):
        result, seconds = timed(read)
        assert len(result.schools) > 20_000
        assert seconds < 10  # about half a second on an idle machine


def test_wide_extract(data: Path) -> None:
    path = data / "gias" / "gias_extract_hampshire_surrey_2022-04-20.csv"
    everyone = dfe.read_gias(path, open_only=False)
    assert len(everyone.schools) == everyone.report.rows == 1096 and not everyone.report.errors
    assert len(dfe.read_gias(path).schools) == 728
    assert Counter(school.get("phase") for school in everyone.schools) == {"primary": 1061, "middle": 31, "all_through": 4}
    assert sum("predecessors" in school for school in everyone.schools) == 230 and sum("successor" in school for school in everyone.schools) == 270
    assert len(dfe.read_gias(path, trust="GLF SCHOOLS").schools) == 20


def test_group_links_and_the_seed_trusts(data: Path) -> None:
    path = data / "gias" / "gias_group_links_2022-07.csv"
    everyone = dfe.read_gias_group_links(path)
    skipped = everyone.report.skipped
    assert len(everyone.schools) + skipped["group is closed"].count == 8859
    assert sum(item.count for item in skipped.values()) + len(everyone.schools) == everyone.report.rows == 20613
    by_id = {school["id"]: school for school in everyone.schools}
    with (data / "seed_trust_schools_2022-07.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            school = by_id[row["urn"]]
            assert (school["trust_uid"], school["joined"], school["local_authority"], school["name"]) == (row["trust_uid"], row["joined"], row["local_authority"], row["school"])
    assert len(dfe.read_gias_group_links(path, trust="16978").schools) == len(dfe.read_gias_group_links(path, trust="penk valley academy trust").schools) > 0


def test_urn_links(data: Path) -> None:
    links = dfe.read_urn_links(data / "gias" / "gias_urn_lookup_2022-07.csv")
    assert links.report.rows == links.report.school_rows == 49641
    assert links.latest("100111") == "143211" and links.predecessors("143211") == ["100111"]
    assert links.latest("100000") == "100000"


def test_management_information(data: Path) -> None:
    result = dfe.read_ofsted_mi(data / "ofsted" / "ofsted_mi_2023-08-31_west_midlands.csv")
    report = result.report
    assert (report.rows, report.school_rows, report.period) == (2417, 2417, "2023-08-31")
    assert report.skipped["latest graded inspection was of an earlier record of the school"].count == 503
    assert report.skipped["previous graded inspection was of an earlier record of the school"].count == 911
    assert not report.errors
    followed = dfe.read_ofsted_mi(data / "ofsted" / "ofsted_mi_2023-08-31_west_midlands.csv", follow_predecessors=True)
    latest: dict[str, tuple[str, str]] = {}
    for row in followed.observations:
        if row["indicator"] == "ofsted.overall" and "value" in row:
            latest[row["school"]] = max(latest.get(row["school"], ("", "")), (row["observed_on"], str(row["value"])))
    assert Counter(grade for _, grade in latest.values()) == {"good": 1718, "outstanding": 360, "requires_improvement": 236, "inadequate": 81}
    assert sum(row.get("note") == "not inspected since it opened" and row["indicator"] == "ofsted.overall" for row in followed.observations) == 22
    without_card = {row["school"] for row in followed.observations if row["indicator"] == "report_card.achievement" and row.get("missing") == "not_applicable"}
    assert len(without_card) == 2417  # report cards began after the day of this sheet


def test_rating_history_agrees_with_management_information(data: Path) -> None:
    history = dfe.read_ofsted_history(data / "ofsted" / "ofsted_rating_history_2005-2020.csv")
    assert history.report.rows == 60134 and not history.report.errors and not history.report.skipped
    assert sum("Satisfactory" in row.get("note", "") for row in history.observations) == 9844  # 9,845 rows; one inspection stands there under both names of grade 3
    told = {(row["school"], row["observed_on"]): row["value"] for row in history.observations}
    current = dfe.read_ofsted_mi(data / "ofsted" / "ofsted_mi_2023-08-31_west_midlands.csv")
    same = [told[key] == row["value"] for row in current.observations
            if row["indicator"] == "ofsted.overall" and "value" in row and (key := (row["school"], row["observed_on"])) in told]
    assert len(same) > 2000 and sum(same) / len(same) > 0.98


def test_national_series(data: Path) -> None:
    lait = dfe.read_lait(data / "benchmarks" / "lait_england_timeseries.csv")
    assert lait.report.rows == 3771 and not lait.report.errors and not lait.observations
    for indicator, group, phase, expected in (
        ("ks2.rwm_expected", "", "all", {"2021/22": "59", "2022/23": "60", "2023/24": "61", "2024/25": "63"}),
        ("ks2.rwm_expected", "disadvantaged", "all", {"2023/24": "46", "2024/25": "48"}),
        ("ks2.rwm_higher", "", "all", {"2021/22": "7", "2024/25": "8"}),
        ("phonics.year_1", "", "all", {"2021/22": "75", "2024/25": "80"}),
        ("eyfs.good_level", "", "all", {"2021/22": "65.2", "2024/25": "68.3"}),
        ("absence.overall", "", "all", {"2021/22": "7.55", "2024/25": "6.78"}),
        ("absence.overall", "", "primary", {"2021/22": "6.26", "2024/25": "5.2"}),
        ("absence.overall", "", "special", {"2022/23": "13.02", "2023/24": "13.01"}),
        ("absence.persistent", "", "secondary", {"2021/22": "27.71", "2024/25": "23.37"}),
        ("exclusions.suspension_rate", "", "secondary", {"2023/24": "22.61338"}),
        ("ks4.attainment8", "", "all", {"2022/23": "46.3", "2023/24": "45.9"}),
        ("census.fsm6", "", "primary", {"2024/25": "26.3"}),
    ):
        for period, value in expected.items():
            assert national(lait, indicator, period, phase, group) == Decimal(value), (indicator, period)
    assert not [line for line in lait.benchmarks if line["period"] in ("2019/20", "2020/21") and line["indicator"].startswith("ks2.")]
    assert not [line for line in lait.benchmarks if line["period"] in ("2023/24", "2024/25") and line["indicator"] == "ks2.progress"]


def test_bank_holidays(data: Path) -> None:
    days = dfe.read_bank_holidays(data / "calendar" / "bank-holidays.json")
    assert sum(2019 <= day.date.year <= 2028 for day in days) == 83
    assert {str(day.date) for day in days if day.date.year == 2026 and day.substitute} == {"2026-12-28"}


def test_panel(panel: dfe.ReadResult) -> None:
    assert panel.report.rows == len(panel.schools) == 15332 and not panel.report.errors
    assert sum("trust_uid" in school for school in panel.schools) == 4060 and len({school["trust_uid"] for school in panel.schools if "trust_uid" in school}) == 996
    after = {row["school"]: row["value"] for row in panel.observations if row["indicator"] == "ofsted.overall" and row["observed_on"] >= "2018-09-01"}
    assert Counter(after.values()) == {"good": 1577, "requires_improvement": 841, "inadequate": 195, "outstanding": 180}
    weak = [school for school, rwm in values(panel, "ks2.rwm_expected", "2017/18").items() if Decimal(rwm) < 50 and school in after]
    assert (sum(after[school] in ("requires_improvement", "inadequate") for school in weak), len(weak)) == (485, 833)


def test_panel_for_a_back_test_does_not_see_inspections(data: Path) -> None:
    assert not [row for row in dfe.read_panel_primary(data / "panel_primary_2016-2020.csv", inspections=False).observations if row["indicator"].startswith("ofsted")]


def test_the_panel_says_what_the_original_files_say(panel: dfe.ReadResult, ks2: dfe.ReadResult) -> None:
    period = ks2.report.period
    for indicator, group in (("ks2.rwm_expected", ""), ("ks2.progress", "maths"), ("ks2.score", "reading")):
        original, joined = values(ks2, indicator, period, group), values(panel, indicator, period, group)
        shared = original.keys() & joined.keys()
        assert len(shared) > 220
        assert {school: joined[school] for school in shared} == {school: original[school] for school in shared}


def test_all_files_together(data: Path, tmp_path: Path) -> None:
    for name in ("ks2", "absence", "gias", "ofsted", "benchmarks", "calendar"):
        for path in (data / name).iterdir():
            (tmp_path / path.name).symlink_to(path)
    loaded = dfe.load_folder(tmp_path)
    families = Counter(outcome.family for outcome in loaded.files)
    assert families == {"ks2": 2, "absence": 1, "gias": 1, "gias_group_links": 1, "urn_links": 1, "ofsted_mi": 1, "ofsted_history": 1, "lait": 1, "json": 1, "": 2}
    assert sorted(outcome.path.name for outcome in loaded.files if outcome.message) == ["england_term_dates.csv", "england_wales_bank_holidays_2000_2030.csv"]
    assert len(loaded.bank_holidays) == 140 and loaded.links is not None
    by_id = {school["id"]: school for school in loaded.schools}
    assert by_id["138351"]["joined"] == "2019-08-01"
    alton_infant = loaded.of("115850")
    assert {row["missing"] for row in alton_infant.observations if row["indicator"].startswith("ks2")} == {"not_applicable"}
    assert {row["indicator"] for row in alton_infant.observations if "value" in row} >= {"absence.overall", "ofsted.overall"}


#: Every file of the folder, by the family its columns tell; those without one are not published figures of schools, or compiled by others.
FAMILIES = {
    "absence/england_abs_2018-19.csv": "absence",
    "benchmarks/lait_england_timeseries.csv": "lait",
    "calendar/england_term_dates.csv": None,
    "calendar/england_wales_bank_holidays_2000_2030.csv": None,
    "census/england_census_2018-19.csv": "census",
    "gias/gias_extract_hampshire_surrey_2022-04-20.csv": "gias",
    "gias/gias_group_links_2022-07.csv": "gias_group_links",
    "gias/gias_urn_lookup_2022-07.csv": "urn_links",
    "ks2/la850_ks2final_2016-17.csv": "ks2",
    "ks2/la850_ks2final_2017-18.csv": "ks2",
    "meta/abbreviations_2024-25.csv": None,
    "meta/census_meta_2024-25.csv": None,
    "meta/ks2_meta_2016-2017.csv": None,
    "meta/ks2_meta_2017-2018.csv": None,
    "meta/ks2_meta_2024-25.csv": None,
    "ofsted/ofsted_mi_2023-08-31_west_midlands.csv": "ofsted_mi",
    "ofsted/ofsted_rating_history_2005-2020.csv": "ofsted_history",
    "panel_primary_2016-2020.csv": "panel_primary",
    "seed_trust_schools_2022-07.csv": None,
}


def test_every_table_of_the_folder_is_known_or_left_alone(data: Path) -> None:
    assert {path.relative_to(data).as_posix(): dfe.recognise(path) for path in sorted(data.rglob("*.csv"))} == FAMILIES

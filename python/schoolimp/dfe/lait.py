"""National figures over the years from the Department's Local Authority Interactive Tool (short_desc, data_item, years, value)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ._codes import code_of
from ._indicators import BOUNDS
from ._numbers import parse_decimal
from ._report import Report
from ._result import Benchmark, ReadResult
from ._table import Source, file_name, open_table

KEYS: Final = ("short_desc", "data_item", "years", "value")
_PLAIN_YEAR = re.compile(r"(20[0-9]{2})(?: \((?:prov|rev|final)\))?", re.IGNORECASE)
_SPAN = re.compile(r"(20[0-9]{2})[/-]([0-9]{2})")


@dataclass(frozen=True, slots=True)
class _Series:
    indicator: str
    phase: str = "all"
    group: str = ""


_KS2 = "ks2.expected"
SERIES: Final = {
    "KS2RWM_Expected_STD": _Series("ks2.rwm_expected"),
    "KS2RWM_Higher_STD": _Series("ks2.rwm_higher"),
    "DAP_NEW_KS2_RWM": _Series("ks2.rwm_expected", group="disadvantaged"),
    "NonDAP_NEW_KS2_RWM": _Series("ks2.rwm_expected", group="not_disadvantaged"),
    "KS2R_Expected_STD": _Series(_KS2, group="reading"),
    "KS2W_Teacher_Assess": _Series(_KS2, group="writing"),
    "KS2M_Expected_STD": _Series(_KS2, group="maths"),
    "KS2R_AVG_Scaled_Score": _Series("ks2.score", group="reading"),
    "KS2M_AVG_Scaled_Score": _Series("ks2.score", group="maths"),
    "KS2R_Prog_VA": _Series("ks2.progress", group="reading"),
    "KS2W_Prog_VA": _Series("ks2.progress", group="writing"),
    "KS2M_Prog_VA": _Series("ks2.progress", group="maths"),
    "KS1P_all": _Series("phonics.year_1"),
    "FSP_NEW_GOODDEV": _Series("eyfs.good_level"),
    "AVG_Attain8_Score": _Series("ks4.attainment8"),
    "AVG_Prog8_Score": _Series("ks4.progress8"),
    "EngMaths9-5": _Series("ks4.basics_5"),
    "TotAbs": _Series("absence.overall"),
    "PriTotAbs": _Series("absence.overall", "primary"),
    "SecTotAbs": _Series("absence.overall", "secondary"),
    "total_absence_special": _Series("absence.overall", "special"),
    "TotPerAbNew": _Series("absence.persistent"),
    "SFPriPerAbNew": _Series("absence.persistent", "primary"),
    "SFSecPerAbNew": _Series("absence.persistent", "secondary"),
    "SpecPerAbNew": _Series("absence.persistent", "special"),
    "TotFixedEx": _Series("exclusions.suspension_rate"),
    "PriFixedEx": _Series("exclusions.suspension_rate", "primary"),
    "SecFixedEx": _Series("exclusions.suspension_rate", "secondary"),
    "SpecFixedEx": _Series("exclusions.suspension_rate", "special"),
    "TotPermEx": _Series("exclusions.permanent_rate"),
    "PriPermEx": _Series("exclusions.permanent_rate", "primary"),
    "SecPermEx": _Series("exclusions.permanent_rate", "secondary"),
    "SpecPermEx": _Series("exclusions.permanent_rate", "special"),
    "Ever6_FSM_Prim": _Series("census.fsm6", "primary"),
    "Ever6_FSM_Sec": _Series("census.fsm6", "secondary"),
    "EALPri": _Series("census.eal", "primary"),
    "EALSec": _Series("census.eal", "secondary"),
    "SEN_TotSENSuP": _Series("census.sen_support"),
    "PrimNoStatements": _Series("census.sen_support", "primary"),
    "SecNoStatements": _Series("census.sen_support", "secondary"),
    "SEN_TotStat": _Series("census.ehcp"),
    "PrimStatements": _Series("census.ehcp", "primary"),
    "SecStatements": _Series("census.ehcp", "secondary"),
}


def read_lait(source: Source) -> ReadResult:
    """Reads the national time series of the indicators in the catalogue: benchmarks, no observations.

    A single year, "2019", is the one the school year ended in: 2018/19.

    Parameters
    ----------
    source : path or pandas.DataFrame
        An export of the Local Authority Interactive Tool.

    Returns
    -------
    ReadResult
        National figures, in the unit of their indicator.

    Raises
    ------
    PublishedFileError
        When the file cannot be read: no text, no table, a needed column is not there. Trouble in single cells and rows is in the report.
    """
    table = open_table(source, KEYS)
    report = table.new_report("lait")
    names, years, values = table.need(report, "short_desc"), table.need(report, "years"), table.need(report, "value")
    origin = f"Department for Education, Local Authority Interactive Tool ({file_name(source) or 'table'})"
    found: dict[tuple[str, str, str, str], Benchmark] = {}
    for index, (name, year, text) in enumerate(zip(names, years, values, strict=True)):
        series = SERIES.get(name)
        period = _period(year) if series else None
        if series is None or period is None:
            report.skip("not one of the series taken" if series is None else "year is not a school year", f"row {table.row(index)}: {name} {year}")
            continue
        report.national_rows += 1
        value = _value(report, table.row(index), name, text, series)
        if value is not None:
            line: Benchmark = {"indicator": series.indicator, "group": series.group, "period": period, "phase": series.phase, "value": value, "source": origin}
            _keep(found, line, report, table.row(index), name)
    return ReadResult(benchmarks=list(found.values()), report=report)


def _period(text: str) -> str | None:
    if plain := _PLAIN_YEAR.fullmatch(text):
        end = int(plain.group(1))
        return f"{end - 1}/{end % 100:02d}"
    if (span := _SPAN.fullmatch(text)) and (int(span.group(1)) + 1) % 100 == int(span.group(2)):
        return f"{span.group(1)}/{span.group(2)}"
    return None


def _value(report: Report, row: int, name: str, text: str, series: _Series) -> Decimal | None:
    if code_of(text) is not None:
        report.codes[text] += 1
        return None
    value = parse_decimal(text)
    low, high = BOUNDS[series.indicator]
    if value is None or not low <= value <= high:
        report.error(row, "", name, text, f"{text!r} is not a number between {low} and {high}; left out")
        return None
    return value


def _keep(found: dict[tuple[str, str, str, str], Benchmark], line: Benchmark, report: Report, row: int, name: str) -> None:
    key = (line["indicator"], line["group"], line["period"], line["phase"])
    other = found.setdefault(key, line)
    if other["value"] != line["value"]:
        report.error(row, "", name, str(line["value"]), f"a second figure for {line['period']}: {line['value']} beside {other['value']}; the first is kept")

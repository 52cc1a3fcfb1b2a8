"""What a column of a wide table holds."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["IndicatorColumn"]


@dataclass(frozen=True, slots=True)
class IndicatorColumn:
    """What a column of a wide table holds.

    Attributes
    ----------
    indicator : str
        Id of the indicator.
    group : str
        Member of the indicator's dimension; empty for the whole school.
    period : str
        The period of the whole column, in place of that of the table.
    missing : str
        Name of the column with the reasons for missing values; when empty ``<column>:missing``, if the table has it.
    cohort : str
        Name of the column with the number of pupils behind the figure.

    Examples
    --------
    >>> IndicatorColumn("ks2.rwm_expected", group="disadvantaged", period="2018/19")
    IndicatorColumn(indicator='ks2.rwm_expected', group='disadvantaged', period='2018/19', missing='', cohort='')
    """

    indicator: str
    group: str = ""
    period: str = ""
    missing: str = ""
    cohort: str = ""

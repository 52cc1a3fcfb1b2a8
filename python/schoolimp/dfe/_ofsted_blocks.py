"""Where Ofsted management information keeps what: one block of columns for each inspection it tells of.

Three generations of the sheet are known: current and previous graded inspection (to October 2025), in-year report cards (D1) and
most recent inspections (D2, both since November 2025).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ._codes import CATEGORY_CODES, GRADE_CODES, PROVISION_CODES, MissingCode

GRADES: Final = {"1": "outstanding", "2": "good", "3": "requires_improvement", "4": "inadequate"}
STANDARDS: Final = {
    "exceptional": "exceptional",
    "strong standard": "strong_standard",
    "expected standard": "expected_standard",
    "needs attention": "needs_attention",
    "urgent improvement": "urgent_improvement",
}
CATEGORIES: Final = {"sm": "special_measures", "swk": "serious_weaknesses", "rsi": "significant_improvement"}
SAFEGUARDING: Final = {"yes": True, "no": False}
STANDARDS_MET: Final = {"met": True, "not met": False}


@dataclass(frozen=True, slots=True)
class Area:
    """One graded column."""

    column: str
    indicator: str
    values: Mapping[str, str | bool]
    codes: Mapping[str, MissingCode] = field(default_factory=lambda: GRADE_CODES)
    dated: str = ""  # column with the area's own date, where it has one
    blank_is: str = ""  # what a blank cell says when the inspection took place


@dataclass(frozen=True, slots=True)
class Block:
    """The columns about one inspection."""

    title: str
    number: str
    date: str
    published: str
    relates: str  # "Does the ... relate to the URN of the current school?"; empty: it always does
    urn_then: str
    name_then: str
    areas: tuple[Area, ...]


def _oeif_areas(prefix: str, overall: str, safeguarding: str) -> tuple[Area, ...]:
    def column(name: str) -> str:
        return f"{prefix}{name}" if prefix else name[0].upper() + name[1:]

    return (
        Area(overall, "ofsted.overall", GRADES),
        Area(column("quality of education"), "ofsted.quality_of_education", GRADES),
        Area(column("behaviour and attitudes"), "ofsted.behaviour_and_attitudes", GRADES),
        Area(column("personal development"), "ofsted.personal_development", GRADES),
        Area(column("effectiveness of leadership and management"), "ofsted.leadership_and_management", GRADES),
        Area(column("early years provision (where applicable)"), "ofsted.early_years", GRADES, PROVISION_CODES),
        Area(column("sixth form provision (where applicable)"), "ofsted.sixth_form", GRADES, PROVISION_CODES),
        Area(safeguarding, "ofsted.safeguarding_effective", SAFEGUARDING),
        Area(column("category of concern"), "ofsted.category_of_concern", CATEGORIES, CATEGORY_CODES, blank_is="none"),
    )


CURRENT: Final = Block(
    "latest graded inspection",
    "Inspection number of latest graded inspection",
    "Inspection start date",
    "Publication date",
    "Does the latest graded inspection relate to the URN of the current school?",
    "URN at time of latest graded inspection",
    "School name at time of latest graded inspection",
    _oeif_areas("", "Overall effectiveness", "Safeguarding is effective?"),
)
PREVIOUS: Final = Block(
    "previous graded inspection",
    "Previous inspection number",
    "Previous inspection start date",
    "Previous publication date",
    "Does the previous graded inspection relate to the URN of the current school?",
    "URN at time of previous graded inspection",
    "School name at time of previous graded inspection",
    _oeif_areas("Previous ", "Previous graded inspection overall effectiveness", "Previous safeguarding is effective?"),
)
LATEST_OEIF: Final = Block(
    "latest OEIF graded inspection",
    "Inspection number of latest OEIF graded inspection",
    "Inspection start date of latest OEIF graded inspection",
    "Publication date of latest OEIF graded inspection",
    "Does the latest OEIF graded inspection relate to the URN of the current school?",
    "URN at time of latest OEIF graded inspection",
    "School name at time of latest OEIF graded inspection",
    _oeif_areas("Latest OEIF ", "Latest OEIF overall effectiveness", "Latest OEIF safeguarding is effective?"),
)


# A report card grades early years and post-16 wherever a school has them: left blank, it has none.
_NO_PROVISION: Final = MissingCode("not_applicable", "no such provision")
REPORT_CARD_PROVISION: Final[Mapping[str, MissingCode]] = {**PROVISION_CODES, "": _NO_PROVISION, "null": _NO_PROVISION}


def _report_card_areas(own_dates: bool) -> tuple[Area, ...]:
    def dated(name: str) -> str:
        return f"{name} - date of grade" if own_dates else ""

    def area(name: str, indicator: str) -> Area:
        return Area(name, indicator, STANDARDS, dated=dated(name))

    return (
        area("Inclusion", "report_card.inclusion"),
        area("Curriculum and teaching", "report_card.curriculum_and_teaching"),
        area("Achievement", "report_card.achievement"),
        area("Attendance and behaviour", "report_card.attendance_and_behaviour"),
        area("Personal development and wellbeing", "report_card.personal_development"),
        area("Leadership and governance", "report_card.leadership_and_governance"),
        Area("Early years (where applicable)", "report_card.early_years", STANDARDS, REPORT_CARD_PROVISION, dated("Early years")),
        Area("Post-16 provision (where applicable)", "report_card.post_16", STANDARDS, REPORT_CARD_PROVISION, dated("Post-16 provision")),
        Area("Safeguarding standards", "report_card.safeguarding_met", STANDARDS_MET, dated=dated("Safeguarding standards")),
        Area("Category of concern", "ofsted.category_of_concern", CATEGORIES, CATEGORY_CODES, blank_is="none"),
    )


IN_YEAR: Final = Block("report card", "Inspection number", "Inspection start date", "Publication date", "", "", "", _report_card_areas(False))
MOST_RECENT: Final = Block(
    "latest full inspection",
    "Inspection number of latest full inspection",
    "Inspection start date",
    "Publication date",
    "Does the latest full inspection relate to the URN of the current school?",
    "URN at time of latest full inspection",
    "School name at time of latest full inspection",
    _report_card_areas(True),
)

# Without any inspection under its framework a school has none of these grades.
GRADED_ALWAYS: Final = (
    "ofsted.overall",
    "ofsted.quality_of_education",
    "ofsted.behaviour_and_attitudes",
    "ofsted.personal_development",
    "ofsted.leadership_and_management",
)
REPORT_CARD_GRADES: Final = tuple(area.indicator for area in MOST_RECENT.areas if area.indicator.startswith("report_card."))
UNGRADED: Final = "Date of latest ungraded inspection"

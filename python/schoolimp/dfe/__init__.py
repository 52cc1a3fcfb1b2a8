"""Readers of the files that the Department for Education, Ofsted and GOV.UK publish.

Every reader takes a path or a pandas frame and gives a :class:`ReadResult`: observations in the member names of evidence documents,
schools, national figures, and a report of what was read, left out and why. Values stay exact decimals; codes for missing figures become
missing reasons, never zero; a URN is never guessed.

>>> from importlib.resources import files
>>> from schoolimp import dfe
>>> result = dfe.load_folder(files("schoolimp") / "example" / "published")
>>> result.of("900001").evidence_document()["schema"]
'schoolimp/evidence/1'
"""

from __future__ import annotations

import importlib as _importlib

try:
    _importlib.import_module("pandas")
except ImportError as _error:
    raise ImportError("schoolimp.dfe reads tables with pandas 2.2 or later: pip install 'schoolimp[tables]'") from _error

from ._combine import combine
from ._errors import PublishedFileError
from ._report import Problem, Report, Skipped
from ._result import Benchmark, Observation, ReadResult, School
from .absence import read_absence
from .applicability import KEY_STAGE_2, KEY_STAGE_4, Stage, has_stage, mark_not_applicable
from .bank_holidays import BankHoliday, read_bank_holidays
from .census import read_census
from .ees import read_ees
from .folder import FileOutcome, LoadedFolder, load_folder, recognise
from .gias import UrnLinks, read_gias, read_gias_group_links, read_urn_links
from .ks2 import read_ks2
from .ks4 import read_ks4
from .lait import read_lait
from .ofsted import read_ofsted_mi
from .ofsted_history import read_ofsted_history
from .panel import read_panel_primary

__all__ = [
    "BankHoliday",
    "Benchmark",
    "FileOutcome",
    "KEY_STAGE_2",
    "KEY_STAGE_4",
    "LoadedFolder",
    "Observation",
    "Problem",
    "PublishedFileError",
    "ReadResult",
    "Report",
    "School",
    "Skipped",
    "Stage",
    "UrnLinks",
    "combine",
    "has_stage",
    "load_folder",
    "mark_not_applicable",
    "read_absence",
    "read_bank_holidays",
    "read_census",
    "read_ees",
    "read_gias",
    "read_gias_group_links",
    "read_ks2",
    "read_ks4",
    "read_lait",
    "read_ofsted_history",
    "read_ofsted_mi",
    "read_panel_primary",
    "read_urn_links",
    "recognise",
]

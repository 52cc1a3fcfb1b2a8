"""The trust folder: one folder with a trust's files, in which judgements, plans and the calendar are made and kept up to date.

::

    from schoolimp.folder import run_folder

    done = run_folder("our-trust")
    print(done.changes.summary())

Nothing is lost: people's decisions, progress and edits in plans, and the ids of published events are carried on from run to run; all results are computed
before the first file is written, and a failed run replaces no file.
"""

from __future__ import annotations

from .changes import Changes, EventChange, LevelChange, PlanChange
from .problems import InputError, OutputError, SettingsError
from .run import Run, run_folder
from .settings import Settings, load_settings
from .store import Written

__all__ = [
    "Changes",
    "EventChange",
    "InputError",
    "LevelChange",
    "OutputError",
    "PlanChange",
    "Run",
    "Settings",
    "SettingsError",
    "Written",
    "load_settings",
    "run_folder",
]

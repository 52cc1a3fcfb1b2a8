"""The settings a command was given: those of the trust folder with the options over them."""

from __future__ import annotations

import argparse

from ..folder.settings import Settings, load_settings

__all__ = ["settings_of"]

_SINGLE = ("framework", "edition", "trust", "decisions", "benchmarks", "predecessors", "valid", "known", "period", "made_on", "stamp", "output")
_LISTS = ("evidence", "published", "school_years")


def settings_of(arguments: argparse.Namespace) -> Settings:
    """Return the settings of the folder, if one is given, with the options put over them. Options that are paths are found from the current folder."""
    settings = Settings() if arguments.folder is None else load_settings(arguments.folder)
    options = {name: getattr(arguments, name, None) for name in _SINGLE}
    for name in _LISTS:
        paths = getattr(arguments, name, None)
        options[name] = None if paths is None else tuple(paths)
    return settings.with_options(**options)

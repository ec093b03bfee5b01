"""The keys of the screen where plain words name one: as the settings have them, else as shipped."""

from __future__ import annotations

from store.places import config_path
from tui.settings_file import read_settings
from tui.spelling import Spelling


def own_spelling() -> Spelling:
    """The spelling that the settings put in force; what they say wrongly leaves the shipped keys, as on screen."""
    return Spelling(read_settings(config_path()).keys)

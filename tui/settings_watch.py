"""The settings file changed by hand while the screen is open: it holds at once, and what is wrong in it is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from store.safe_write import Stamp

if TYPE_CHECKING:
    from tui.app import SeasonApp
    from tui.settings import Settings


class SettingsWatch:
    """Tells when the file has become another and has rested since: an editor may write it in more than one go."""

    def __init__(self, path: Path | None, tell: Callable[[], object]) -> None:
        """`tell` is called in the thread that looks; without a path nothing is ever told."""
        self._path, self._tell = path, tell
        self._known = self._last = self._stamp()

    def look(self) -> None:
        """Look once; a file that cannot be looked at counts as none."""
        seen, before = self._stamp(), self._last
        self._last = seen
        if seen == before and seen != self._known:
            self._known = seen
            self._tell()

    def _stamp(self) -> Stamp | None:
        try:
            return Stamp.of(self._path.stat()) if self._path else None
        except OSError:
            return None


def settings_look(app: SeasonApp) -> Callable[[], None]:
    """A look at the settings file of that app, which takes up what has changed in it."""
    return SettingsWatch(app.settings_path, lambda: app.call_later(take_up, app)).look


def take_up(app: SeasonApp) -> None:
    """Let hold what the settings file says now and say so; what is wrong in it is told, and there the old holds on."""
    from tui.asking.settings import apply
    from tui.settings_file import read_settings

    if app.settings_path is None:
        return
    before = app.settings
    found = read_settings(app.settings_path, before)
    if found == before:
        return
    apply(app, found)
    if changed := changes(before, found):
        app.say(f"Your settings file was changed: {changed}.")
    if found.troubles != before.troubles:
        for trouble in found.said_at_start:
            app.tell(trouble, severity="warning")
    app.screen.refresh()


def changes(before: Settings, found: Settings) -> str:
    """What holds now and did not before, in a few words; empty where nothing does."""
    from tui.setting_table import SETTINGS, value_of

    parts = []
    for one in SETTINGS:
        value = value_of(found, one.name)
        if value != value_of(before, one.name):
            parts.append(f"{one.name} {value}{' from the next start on' if one.name == 'color' else ''}")
    moved = {name for name, _ in before.keys.items() ^ found.keys.items()}
    if moved:
        parts.append("another key for one command" if len(moved) == 1 else f"other keys for {len(moved)} commands")
    return ", ".join(parts)

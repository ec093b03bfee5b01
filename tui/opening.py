"""Opens the full screen over a season file, and puts the terminal back whatever happens."""

from __future__ import annotations

import sys
from pathlib import Path

from store.places import config_path
from store.season_file import SeasonFile
from tui.app import READ_ONLY, Clock, SeasonApp
from tui.driver_choice import driver_for_here
from tui.settings import read_settings

DEMO = "DEMO"


def run_app(path: Path, *, clock: Clock, demo: bool = False, at: str = "") -> int:
    """Show the season of that file until the person leaves; the exit code of the program.

    Raises FileTrouble when the file cannot be opened; it is then left as it was.
    """
    file, mark = _opened(path)
    app = SeasonApp(file, clock, read_settings(config_path()), mark=mark or (DEMO if demo else ""), at=at)
    app.driver_class = driver_for_here() or app.driver_class
    try:
        left = app.run()
    finally:
        app.saver.stop()
        file.close()
    if app.return_code:
        return app.return_code
    print(app.parting_words(), file=sys.stdout)
    return left or 0


def _opened(path: Path) -> tuple[SeasonFile, str]:
    """The file, and READ ONLY when another process holds it."""
    try:
        return SeasonFile.open(path), ""
    except FileHeld:
        return SeasonFile.open(path, read_only=True), READ_ONLY

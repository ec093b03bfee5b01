"""Opens the full screen over a season file, and leaves a last word when the person is done."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from store.dates import write_days
from store.errors import Damaged
from store.places import choices_path, config_path, demo_path, left_at_path
from store.records import Profile
from store.season_file import SeasonFile
from tui.app import SeasonApp
from tui.clock import Clock
from tui.settings_file import read_settings

if TYPE_CHECKING:
    from textual.driver import Driver

DEMO = "DEMO"


def run_app(path: Path, *, clock: Clock, demo: bool = False, at: str = "", begun: SeasonFile | None = None) -> int:
    """Show the season of that file until the person leaves; the exit code of the program.

    `begun` is that file where reading it has begun. The person may go over to the demo season and come back.
    Raises FileTrouble when a file cannot be read; it is then left as it was.
    """
    while True:
        season_path = demo_file(clock) if demo and path != demo_path() else path
        app, code = _run_once(season_path, clock, demo=demo, at=at, begun=begun)
        if not app.other_season:
            return code
        demo, at, begun = not demo, "", None


def demo_file(clock: Clock) -> Path:
    """The file of the demo season, laid around the present moment when it is not there yet."""
    from store.demo.demo_season import demo_season
    from store.demo.people import HOME_ZONE

    path = demo_path()
    if not path.exists():
        now = clock(Profile(home_zone=HOME_ZONE))
        with SeasonFile.open(path) as file:
            file.clock = lambda: now
            file.save(demo_season(now))
    return path


def _opened(path: Path, clock: Clock, begun: SeasonFile | None = None) -> SeasonFile:
    """The season file; for one that is damaged or missing the newest good backup is offered first."""
    try:
        return SeasonFile.open(path, lock_later=True, begun=begun)
    except Damaged as damage:
        from tui.command_line.rescue import rescued

        told = rescued(path, damage, clock)
    file = SeasonFile.open(path, lock_later=True)
    file.notice = " ".join(filter(None, (told, file.notice)))
    return file


def recall_choices(app: SeasonApp, path: Path) -> None:
    """Set the lists as they were left; where nothing was ever set, nothing is read."""
    app.choices_path = path
    try:
        path.stat()
    except OSError:
        return
    from tui.choices_file import kept_choices

    app.choices = kept_choices(path)


def recall_whereabouts(app: SeasonApp, path: Path) -> None:
    """Go on where the person left this season; where nothing was ever left, nothing is read."""
    app.left_at = path
    try:
        path.stat()
    except OSError:
        return
    from tui.left_at import whereabouts

    app.resumes = whereabouts(path, app.file.path)
    if app.resumes:
        app.hold_keys()  # what is typed early is meant for the place that was left


def driver_for_here() -> type[Driver] | None:
    """The safe driver on Linux and macOS; None lets Textual choose.

    TEXTUAL_DRIVER wins, because a web server sets it to drive the app over a socket.
    """
    if os.name != "posix" or os.environ.get("TEXTUAL_DRIVER"):
        return None
    from tui.safe_driver import SafeDriver

    return SafeDriver


def _run_once(path: Path, clock: Clock, *, demo: bool, at: str, begun: SeasonFile | None) -> tuple[SeasonApp, int]:
    """Show one season: read before the first picture, locked after it."""
    gc.disable()  # nothing made before the first picture is garbage
    settings = read_settings(config_path())
    write_days(settings.dates)  # a damaged season is spoken of before there is an app
    file = _opened(path, clock, begun)
    if settings.color == "never":
        os.environ["NO_COLOR"] = "1"  # an app looks for it when it is made
    app = SeasonApp(file, clock, settings, mark=DEMO if demo else "", at=at)
    app.settings_path = config_path()
    recall_choices(app, choices_path())
    recall_whereabouts(app, left_at_path())
    app.driver_class = driver_for_here() or app.driver_class
    try:
        code = app.run()
    finally:
        _put_away(app, file)
    return app, _last_words(app, code or 0)


def _put_away(app: SeasonApp, file: SeasonFile) -> None:
    """End the threads of the app, the newest words typed written down first, and let go of the file."""
    if app.outside:
        app.outside.watch.stop()
    app.saver.stop()
    if end := getattr(app._driver, "end", None):
        end()
    if app.typed:
        if not app.saver.pending:
            app.typed.saved(file.season)
        app.typed.close()
    file.close()


def _last_words(app: SeasonApp, code: int) -> int:
    """Print what is left to be said on the terminal that is the shell's again; the exit code of the program."""
    if app.last_words:
        print(app.last_words, file=sys.stderr)
    if app.return_code:
        from tui.signals import let_go_of_terminal

        let_go_of_terminal()
        return app.return_code
    if not app.other_season:
        from tui.parting import parting_words

        print(parting_words(app.state, saved=not app.saver.pending), file=sys.stdout)
    return code

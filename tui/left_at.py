"""Where the person was when they left, by season file, for the next start: the view as it was, and an open program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.clean_text import clean_line
from store.errors import FileTrouble
from tui.command_table import TIMELINE, VIEWS
from tui.state import Whereabouts

if TYPE_CHECKING:
    from tui.app import SeasonApp

MOST_SEASONS = 12
"""How many season files are remembered, the latest last."""
LONGEST = 500
"""Characters of anything kept; longer words were not written here."""
MOST_FOLDS = 200
"""Groups; there are as many as there are weeks or tiers."""
ZOOMS = range(5)
"""0 stands for what fits."""
WORDS = ("view", "section", "row", "filter", "program", "record")
"""What is kept as text; empty where it was not kept."""


def whereabouts(path: Path, season: Path) -> Whereabouts | None:
    """Where the person left that season; None when that is not known or makes no sense."""
    given = _read(path).get(str(season))
    if not isinstance(given, dict):
        return None
    words = {name: given.get(name, "") for name in WORDS}
    if not all(isinstance(word, str) and len(word) <= LONGEST for word in words.values()):
        return None
    if words["view"] not in {view for view, _ in VIEWS}:
        return None
    zoom = given.get("zoom")
    told = {name: clean_line(str(word), limit=2 * LONGEST) for name, word in words.items()}
    zoom = zoom if isinstance(zoom, int) and zoom in ZOOMS else 0
    return Whereabouts(**told, zoom=zoom, folds=tuple(_folds(given.get("folds"))))


def _folds(given: Any) -> Iterator[tuple[str, str]]:
    """Pairs of a group and how much of it is shown; anything else was not written here."""
    from store.folds import Fold

    known = {fold.value for fold in Fold}
    for pair in given[:MOST_FOLDS] if isinstance(given, list) else ():
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(word, str) for word in pair):
            group, shown = pair
            if shown in known:
                yield clean_line(group[:LONGEST]), shown


def keep_whereabouts(path: Path, season: Path, where: Whereabouts) -> None:
    """Remember it, for the owner's eyes only; a disk that refuses keeps nobody from leaving."""
    from dataclasses import asdict

    from tui.private_files import write_private

    others = [(name, one) for name, one in _read(path).items() if name != str(season)]
    found = dict([*others, (str(season), asdict(where))][-MOST_SEASONS:])
    with suppress(FileTrouble, OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(path, json.dumps(found).encode("ascii", "replace"), over=True)


def leave_whereabouts(app: SeasonApp) -> None:
    """Remember where the person is now: the view that lies under everything else, and a program opened from it."""
    from tui.screens.season_screen import SeasonScreen

    bottom = app.screen_stack[0] if app.screen_stack else None
    if app.left_at is None or not isinstance(bottom, SeasonScreen) or not bottom.is_mounted:
        return
    keep_whereabouts(app.left_at, app.file.path, _with_program(app, _with_lanes(app, bottom.whereabouts())))


def _with_lanes(app: SeasonApp, where: Whereabouts) -> Whereabouts:
    """The zoom and the folds of the timeline too, where it lies behind another view."""
    from dataclasses import replace

    if where.view == TIMELINE or app.resumes is None:
        return where
    return replace(where, zoom=app.resumes.zoom, folds=app.resumes.folds)


def _with_program(app: SeasonApp, where: Whereabouts) -> Whereabouts:
    from dataclasses import replace

    from tui.screens.program import ProgramScreen

    for screen in reversed(app.screen_stack[1:]):
        if isinstance(screen, ProgramScreen):
            return replace(where, program=screen.program_id, record=screen.row_here())
    return where


def take_up(app: SeasonApp, where: Whereabouts, *, view_alone: bool) -> None:
    """Go on there, once the view is on screen; what is gone by now is passed over without a word.

    `view_alone` leaves a program that lay over it closed. Questions are never opened again. Keys typed meanwhile are
    read once all of that stands.
    """
    _go_there(app, where, view_alone=view_alone)
    app.let_keys_follow()


def _go_there(app: SeasonApp, where: Whereabouts, *, view_alone: bool) -> None:
    from tui.screens.going import Going
    from tui.screens.season_screen import SeasonScreen

    screen = app.screen
    if not isinstance(screen, SeasonScreen) or where.view != screen.VIEW:
        if isinstance(screen, Going):
            screen.show_lanes_so(where)
        return
    screen.take_up(where)
    if where.program and not view_alone:
        app.call_after_refresh(_reopen, app, where)


def _reopen(app: SeasonApp, where: Whereabouts) -> None:
    from tui.screens.program import ProgramScreen
    from tui.screens.program_actions import ProgramActions
    from tui.screens.sectioned import Sectioned

    view, followed = app.screen, tuple(one.id for one in app.state.season.followed)
    if view is not app.screen_stack[0] or where.program not in followed:
        return
    listed = view.listed_programs() if isinstance(view, ProgramActions | Sectioned) else ()
    screen = ProgramScreen(where.program, listed if where.program in listed else followed)
    app.push_screen(screen)
    if where.record:
        screen.call_after_refresh(screen.go_to_row, where.record)


def _read(path: Path) -> dict[str, Any]:
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError):
        return {}
    return given if isinstance(given, dict) else {}

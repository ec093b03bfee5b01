"""Where the person was when they left, by season file: view, section, row, filter and zoom, for the next start."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.clean_text import clean_line
from store.errors import FileTrouble
from tui.command_table import VIEWS
from tui.state import Whereabouts

if TYPE_CHECKING:
    from tui.app import SeasonApp

MOST_SEASONS = 12
"""How many season files are remembered, the latest last."""
LONGEST = 500
"""Characters of anything kept; longer words were not written here."""
ZOOMS = range(5)
"""0 stands for what fits."""


def whereabouts(path: Path, season: Path) -> Whereabouts | None:
    """Where the person left that season; None when that is not known or makes no sense."""
    given = _read(path).get(str(season))
    if not isinstance(given, dict):
        return None
    words = {name: given.get(name) for name in ("view", "section", "row", "filter")}
    if not all(isinstance(word, str) and len(word) <= LONGEST for word in words.values()):
        return None
    if words["view"] not in {view for view, _ in VIEWS}:
        return None
    zoom = given.get("zoom")
    told = {name: clean_line(str(word), limit=2 * LONGEST) for name, word in words.items()}
    return Whereabouts(**told, zoom=zoom if isinstance(zoom, int) and zoom in ZOOMS else 0)


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
    """Remember where the person is now, in the view that lies under everything else."""
    from tui.screens.season_screen import SeasonScreen

    bottom = app.screen_stack[0] if app.screen_stack else None
    if app.left_at is not None and isinstance(bottom, SeasonScreen) and bottom.is_mounted:
        keep_whereabouts(app.left_at, app.file.path, bottom.whereabouts())


def _read(path: Path) -> dict[str, Any]:
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError):
        return {}
    return given if isinstance(given, dict) else {}

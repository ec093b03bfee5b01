"""What stood half typed in a question when the app was ended from outside, kept until the question is opened again."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from store import places
from store.errors import FileTrouble
from tui.screens.dialogs.dialog import ABOUT, Dialog

if TYPE_CHECKING:
    from tui.app import SeasonApp

KEPT_SECONDS = 30 * 24 * 3600.0
"""How long it is kept for a question that nobody opens again."""
HalfTyped: TypeAlias = dict[str, dict[str, str]]
"""The texts of each question by its title and what it is about, each by the name of its field."""


def place_of(season: Path) -> Path:
    """Where it is kept for the season file at that path, and for no other."""
    return places.state_folder() / f"half-typed-{places.mark_of(season)}.json"


def half_typed_on(app: SeasonApp) -> HalfTyped:
    """What stands in the questions that are open now."""
    found: HalfTyped = {}
    for screen in app.screen_stack:
        if isinstance(screen, Dialog) and not screen.answered and (texts := screen.half_typed()):
            found[screen.kept_as] = texts
    return found


def keep_half_typed(app: SeasonApp, place: Path) -> None:
    """Write it where only its owner may read; a disk that refuses keeps nobody from leaving."""
    found = half_typed_on(app)
    if found:
        _write(place, read_half_typed(place) | found)


def read_half_typed(place: Path, *, at: float | None = None) -> HalfTyped:
    """What was kept, empty when there is nothing; a file that makes no sense, or is older than a month, is nothing.

    `at` is the present moment in seconds of the system's clock.
    """
    try:
        if (time.time() if at is None else at) - place.stat().st_mtime > KEPT_SECONDS:
            return {}
        found = json.loads(place.read_text(encoding="utf-8"))
        return {str(title): {str(name): str(text) for name, text in texts.items()} for title, texts in found.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def forget_half_typed(place: Path, *questions: str) -> None:
    """Take these questions out of the file once they have been answered or given up; the last one takes it along."""
    kept = read_half_typed(place)
    rest = {title: texts for title, texts in kept.items() if title not in questions}
    if rest and rest != kept:
        _write(place, rest)
    elif not rest:
        with suppress(OSError):
            place.unlink(missing_ok=True)


def _write(place: Path, found: HalfTyped) -> None:
    from tui.private_files import write_private

    with suppress(FileTrouble, OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(place, json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"), over=True)


def words_about(found: HalfTyped) -> str:
    """One sentence that says what was kept and how to have it back."""
    titles = ", ".join(dict.fromkeys(f"“{question.partition(ABOUT)[0]}”" for question in found))
    return f"When prematch was ended, {titles} stood half filled in. Open it again, and what you had typed is there."

"""What stood half typed in a question when the app was ended from outside, kept until the question is opened again."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from store.errors import FileTrouble
from tui.screens.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from tui.app import SeasonApp

NAME = "half-typed.json"
HalfTyped: TypeAlias = dict[str, dict[str, str]]
"""The texts of each question by its title, each by the name of its field."""


def half_typed_on(app: SeasonApp) -> HalfTyped:
    """What stands in the questions that are open now."""
    found: HalfTyped = {}
    for screen in app.screen_stack:
        if isinstance(screen, Dialog) and (texts := screen.half_typed()):
            found[screen.heading] = texts
    return found


def keep_half_typed(app: SeasonApp, folder: Path) -> None:
    """Write it where only its owner may read; a disk that refuses keeps nobody from leaving."""
    from tui.handing_over import write_private

    found = app.half_typed | half_typed_on(app)
    if not found:
        return
    with suppress(FileTrouble, OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(folder / NAME, json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"), over=True)


def read_half_typed(folder: Path) -> HalfTyped:
    """What was kept, empty when there is nothing; a file that makes no sense counts as nothing."""
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return {str(title): {str(name): str(text) for name, text in texts.items()} for title, texts in found.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def forget_half_typed(folder: Path) -> None:
    """Delete the file once it has been read: from here on the app holds it."""
    with suppress(OSError):
        (folder / NAME).unlink()


def words_about(found: HalfTyped) -> str:
    """One sentence that says what was kept and how to have it back."""
    titles = ", ".join(f"“{title}”" for title in found)
    return f"When prematch was ended, {titles} stood half filled in. Open it again, and what you had typed is there."

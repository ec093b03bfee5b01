"""What stands half typed in a question, kept in case the app is ended until the question is opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.kept_questions import (
    HalfTypedFile,
    Kept,
    forget_half_typed,
    place_of,
    read_half_typed,
    words_about,
    write_half_typed,
)
from tui.screens.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from pathlib import Path

    from tui.app import SeasonApp


def half_typed_on(app: SeasonApp) -> Kept:
    """What stands in the questions that are open now."""
    found: Kept = {}
    for screen in app.screen_stack:
        if isinstance(screen, Dialog) and not screen.answered and (texts := screen.half_typed()):
            found[screen.kept_as] = texts
    return found


def note_half_typed(app: SeasonApp, question: str, texts: dict[str, str]) -> None:
    """Write down what stands in that question now, or forget it."""
    if not app.half_typed:  # every question that was told of has its words again
        app.untell(app.told_half_typed)
    if app.questions is None:
        app.questions = HalfTypedFile(place_of(app.file.path))
    app.questions.note(question, texts)


def keep_half_typed(app: SeasonApp, place: Path) -> None:
    """Write it where only its owner may read; a disk that refuses keeps nobody from leaving."""
    if app.questions is not None:
        app.questions.close()  # what it still has to write is older
    found = half_typed_on(app)
    if found:
        write_half_typed(place, read_half_typed(place) | found)


def hand_out_half_typed(app: SeasonApp) -> None:
    """Let questions take what stood in them, and say which; a window that only reads leaves it to the one that writes.

    What the other window writes down is still being typed there.
    """
    from tui.bar import READ_ONLY

    if app.mark == READ_ONLY:
        return
    place = place_of(app.file.path)
    app.half_typed = read_half_typed(place)
    if app.half_typed:
        app.told_half_typed = words_about(app.half_typed)
        app.tell(app.told_half_typed)
    else:
        forget_half_typed(place)

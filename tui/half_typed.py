"""What stands half typed in a question, kept in case the app is ended until the question is opened again."""

from __future__ import annotations

from functools import partial
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

    from store.errors import RuleBroken
    from tui.app import SeasonApp
    from tui.requests import HalfTyped


def half_typed_on(app: SeasonApp) -> Kept:
    """What stands in the questions that are open now."""
    found: Kept = {}
    for screen in app.screen_stack:
        if isinstance(screen, Dialog) and not screen.answered and (texts := screen.half_typed()):
            found[screen.kept_as] = texts
    return found


SETTLED = 0.5
"""Seconds between two looks whether what was answered is done and saved."""

WORDS_KEPT = " What you typed stands there again when you open the question."


def note_half_typed(app: SeasonApp, request: HalfTyped) -> None:
    """Write down what stands in a question now, or forget it; of one that was answered, once that is safe."""
    if not app.half_typed:  # every question that was told of has its words again
        app.untell(app.told_half_typed)
    if app.questions is None:
        app.questions = HalfTypedFile(place_of(app.file.path))
    app.questions.note(request.question, request.texts)
    if not request.answered:
        app.questions.answered.pop(request.question, None)
        return
    if not app.questions.answered:
        app.set_timer(SETTLED, partial(_forget_answered, app))
    app.questions.answered[request.question] = request.texts


def _forget_answered(app: SeasonApp) -> None:
    if app.questions is None or not app.questions.answered:
        return
    if _is_safe(app):
        for question in app.questions.answered:
            app.questions.note(question, {})
        app.questions.answered.clear()
    else:
        app.set_timer(SETTLED, partial(_forget_answered, app))


def _is_safe(app: SeasonApp) -> bool:
    """Does no question follow, and is everything on disk?"""
    return not app.saver.pending and not any(isinstance(screen, Dialog) for screen in app.screen_stack)


def tell_refusal(app: SeasonApp, refused: RuleBroken) -> bool:
    """Say why nothing was changed; the questions that led there hold their words again when they are next opened.

    Always False: nothing was changed.
    """
    led_there = dict(app.questions.answered) if app.questions else {}
    if app.questions and led_there:
        app.half_typed |= led_there
        app.questions.answered.clear()
    app.tell(f"{refused}{WORDS_KEPT if led_there else ''}", severity="warning")
    return False


def keep_half_typed(app: SeasonApp, place: Path) -> None:
    """Write it where only its owner may read; a disk that refuses keeps nobody from leaving."""
    if app.questions is not None:
        app.questions.close()  # what it still has to write is older
        if app.questions.answered and _is_safe(app):
            forget_half_typed(place, *app.questions.answered)
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

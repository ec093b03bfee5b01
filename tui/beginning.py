"""Begins a message, or finds the draft of it that is there already, and opens it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from store.errors import SeasonError
from store.ids import new_id
from store.rules.letters import revise_letter, write_letter
from store.season import Season
from store.words import UNSENT, Direction
from tui.bar import READ_ONLY
from tui.requests import Change, NewLetter, OpenLetter

if TYPE_CHECKING:
    from tui.app import SeasonApp


def draft_of(season: Season, wanted: NewLetter) -> str:
    """Id of an open draft of that kind to the same people; empty when there is none."""
    for letter in season.letters_of.get(wanted.program_id, ()):
        same = letter.kind is wanted.kind and (not wanted.contact_ids or letter.contact_ids == wanted.contact_ids)
        is_open = letter.state in UNSENT and letter.trashed is None
        if same and is_open and letter.direction is Direction.OUT:
            return letter.id
    return ""


def begin(app: SeasonApp, wanted: NewLetter) -> str:
    """Id of the draft to open; empty when the template or a rule refused it, which has then been said."""
    from templates.catalogue import KINDS
    from templates.own_templates import own_sources
    from templates.render import begin_letter

    season = app.state.season
    if there := draft_of(season, wanted):
        return there
    try:
        letter = begin_letter(
            season,
            wanted.program_id,
            wanted.kind,
            letter_id=new_id("l"),
            contact_ids=wanted.contact_ids,
            interview_id=wanted.interview_id,
            answers=wanted.answers,
            variant=wanted.variant,
            question=wanted.question,
            now=app.now(),
            own=own_sources(),
            notice=partial(app.tell, severity="warning"),
        )
    except SeasonError as trouble:
        app.tell(str(trouble), severity="warning")
        return ""
    name = season.programs_by_id[wanted.program_id].name
    label = f"Begun: {KINDS[wanted.kind].title.lower()} to {name}"
    return letter.id if app.change_season(Change(label, partial(write_letter, letter=letter))) else ""


def fill_by_now(app: SeasonApp, letter_id: str) -> None:
    """Fill what has become known since a draft was begun; one step that undo takes back."""
    from templates.filling import filled_by_now

    letter = app.state.season.letters_by_id.get(letter_id)
    if letter is None or letter.state not in UNSENT or app.mark == READ_ONLY:
        return
    if "[" not in letter.subject + letter.body:
        return
    filled = filled_by_now(app.state.season, letter, now=app.now())
    if filled is not letter:
        rule = partial(revise_letter, letter_id=letter_id, subject=filled.subject, body=filled.body)
        app.change_season(Change("Filled in from what is known by now", rule))


def open_letter(app: SeasonApp, request: OpenLetter) -> None:
    """Open that message with everything filled in that is known by now."""
    from tui.screens.editor import EditorScreen

    fill_by_now(app, request.letter_id)
    screen = EditorScreen(request.letter_id, request.among, request.said)
    app.switch_screen(screen) if request.instead else app.push_screen(screen)

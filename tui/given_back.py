"""What was typed in a message and not saved when the program was ended, given back when its season is opened again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from store.errors import FileTrouble
from store.words import UNSENT
from tui.bar import READ_ONLY
from tui.typed_words import Note, TypedWords, is_in, mark_of, place_of, read_notes

if TYPE_CHECKING:
    from store.moments import Moment
    from store.season import Season
    from tui.app import SeasonApp

NAME_KEPT = "typed when prematch was ended"
"""What an earlier text is called that had not been saved when the program was ended."""


def give_back(app: SeasonApp) -> None:
    """Put words that no save had taken when the program was ended back into their messages, as one step each.

    A window that only reads leaves them where they are. Words typed on top of a text that has been
    changed since become an earlier text of the message; words of a message that is gone, or sent, a file.
    """
    place = place_of(app.file.path)
    if app.mark == READ_ONLY or app.typed is not None or not (notes := read_notes(place)):
        return
    app.typed = TypedWords(place, notes)
    for letter_id, note in notes.items():
        letter = app.state.season.letters_by_id.get(letter_id)
        if letter and is_in(letter, note):
            app.typed.drop(letter_id)
        else:
            _give_back(app, letter_id, note)


def _give_back(app: SeasonApp, letter_id: str, note: Note) -> None:
    from tui.letter_story import title_of
    from tui.requests import Change

    letter = app.state.season.letters_by_id.get(letter_id)
    title = title_of(app.state.season, letter) if letter else ""
    was = "prematch was ended while you typed, before it could save."
    if letter and letter.trashed is None and letter.state in UNSENT:
        fits = mark_of(letter) in note.over
        rule = partial(typed_on if fits else typed_aside, letter_id=letter_id, note=note)
        where = "are in it again" if fits else "are among its earlier texts, for it was changed elsewhere since"
        if app.change_season(Change(f"Given back: {title}", rule, quiet=True)):
            app.tell(f"{was} Your words in “{title}” {where}.")
            return
    app.tell(f"{was} {_put_into_a_file(app, letter_id, note)}", severity="warning")


def typed_on(season: Season, *, letter_id: str, note: Note, now: Moment) -> Season:
    """The season with these words in that draft; raises RuleBroken once it was sent."""
    from store.rules.letters import revise_letter

    return revise_letter(season, letter_id, subject=note.subject, body=note.body, now=now)


def typed_aside(season: Season, *, letter_id: str, note: Note, now: Moment) -> Season:
    """The season with these words among the earlier texts of that draft; raises RuleBroken once it was sent."""
    from store.rules.letters import keep_revision, revise_letter

    letter = season.letters_by_id[letter_id]
    typed = keep_revision(typed_on(season, letter_id=letter_id, note=note, now=now), letter_id, name=NAME_KEPT, now=now)
    return revise_letter(typed, letter_id, subject=letter.subject, body=letter.body, now=now)


def _put_into_a_file(app: SeasonApp, letter_id: str, note: Note) -> str:
    from store.season_copy import name_of_copy
    from tui.private_files import write_private

    place = place_of(app.file.path)
    try:
        path = name_of_copy(app.file.disk, place.with_name(f"{place.stem}.txt"), "words", app.now())
        write_private(path, f"{note.subject}\n\n{note.body}\n".encode("utf-8", "replace"))
    except FileTrouble as trouble:
        return f"The message you wrote is not a draft any more, and your words could not be put into a file. {trouble}"
    if app.typed:
        app.typed.drop(letter_id)
    return f"The message you wrote is not a draft any more, so your words are in {path}."

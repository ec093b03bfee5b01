"""Words being typed in a message: on disk within half a second, until a save has them, and given back after a kill."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from store import places
from store.errors import FileTrouble
from store.frozen_record import record
from store.words import LetterState
from tui.bar import READ_ONLY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Executor
    from pathlib import Path

    from store.moments import Moment
    from store.records import Letter
    from store.season import Season
    from tui.app import SeasonApp

NAME_KEPT = "typed when prematch was ended"
"""What an earlier text is called that had not been saved when the program was ended."""
SECONDS_BETWEEN = 0.25
"""Typing without a pause is written down this often, and looked at every tenth of a second: under half a second."""


@record(frozen=True, slots=True)
class Note:
    """What stands in the fields of one message."""

    subject: str
    """Its subject."""
    body: str
    """Its text."""
    over: tuple[str, ...] = ()
    """Marks of the words of the season that these may take the place of: they were typed on top of them."""


Notes: TypeAlias = dict[str, Note]
"""What is typed in each message, by its id."""


def place_of(season: Path) -> Path:
    """Where it is kept for the season file at that path, and for no other."""
    return places.state_folder() / f"typed-{places.mark_of(season)}.json"


class TypedWords:
    """Notes beside one season file, written in a thread of their own: no letter waits for the disk.

    They are safe from an end of the program, not from a power cut: that is what the save is for.
    """

    def __init__(self, place: Path, notes: Notes | None = None) -> None:
        self._place, self._notes = place, notes or {}
        self._thread: Executor | None = None

    def note(self, letter_id: str, subject: str, body: str, *, on_disk: Season, on_screen: Season) -> None:
        """Write these words down, or forget the message where they are what is on disk."""
        known, stood = self._notes.get(letter_id), on_disk.letters_by_id.get(letter_id)
        if stood and (stood.subject, stood.body) == (subject, body):
            self.drop(letter_id)
            return
        letters = (stood, on_screen.letters_by_id.get(letter_id))
        over = dict.fromkeys((*(known.over if known else ()), *(_mark_of(one) for one in letters if one)))
        self._notes[letter_id] = Note(subject, body, tuple(over))
        self._write()

    def saved(self, season: Season) -> None:
        """Forget what that season has, which is on disk as it is on screen; what is typed on since stays."""
        self._keep_only(
            key for key, one in self._notes.items() if (it := season.letters_by_id.get(key)) and not _is_in(it, one)
        )

    def drop(self, letter_id: str) -> None:
        """Forget the words of that message: they lie elsewhere now."""
        self._keep_only(key for key in self._notes if key != letter_id)

    def close(self) -> None:
        """Wait until the newest notes are written."""
        if self._thread is not None:
            self._thread.shutdown()
            self._thread = None

    def _keep_only(self, ids: Iterable[str]) -> None:
        rest = {key: self._notes[key] for key in ids}
        if len(rest) < len(self._notes):
            self._notes = rest
            self._write()

    def _write(self) -> None:
        from concurrent.futures import ThreadPoolExecutor

        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, "typed words")
        self._thread.submit(_write, self._place, dict(self._notes))


def note_typed(app: SeasonApp, letter_id: str, subject: str, body: str) -> None:
    """Write down what stands in the fields of that message just now."""
    if app.typed is None:
        app.typed = TypedWords(place_of(app.file.path))
    app.typed.note(letter_id, subject, body, on_disk=app.file.season, on_screen=app.state.season)


def read_notes(place: Path) -> Notes:
    """What was written down, empty when there is nothing; a file that makes no sense is nothing."""
    try:
        found = json.loads(place.read_bytes())
        return {
            str(key): Note(str(one["subject"]), str(one["body"]), tuple(str(mark) for mark in one["over"]))
            for key, one in found.items()
        }
    except (OSError, ValueError, AttributeError, LookupError, TypeError):
        return {}


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
        if letter and _is_in(letter, note):
            app.typed.drop(letter_id)
        else:
            _give_back(app, letter_id, note)


def _give_back(app: SeasonApp, letter_id: str, note: Note) -> None:
    from tui.letter_story import title_of
    from tui.requests import Change

    letter = app.state.season.letters_by_id.get(letter_id)
    title = title_of(app.state.season, letter) if letter else ""
    was = "prematch was ended while you typed, before it could save."
    if letter and letter.trashed is None and letter.state in (LetterState.DRAFT, LetterState.READY):
        fits = _mark_of(letter) in note.over
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


def _is_in(letter: Letter, note: Note) -> bool:
    texts = ((letter.subject, letter.body), *((one.subject, one.body) for one in letter.revisions))
    return (note.subject, note.body) in texts


def _mark_of(letter: Letter) -> str:
    words = f"{letter.subject}\n{letter.body}"
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _write(place: Path, notes: Notes) -> None:
    from tui.private_files import write_private

    with suppress(FileTrouble, OSError):
        if not notes:
            place.unlink(missing_ok=True)
            return
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        values = {key: {"subject": one.subject, "body": one.body, "over": one.over} for key, one in notes.items()}
        write_private(place, json.dumps(values, ensure_ascii=False).encode("utf-8", "replace"), over=True)

"""Words being typed in a message, written down beside the season within half a second until a save has them."""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from store import places
from store.errors import FileTrouble
from store.frozen_record import record

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Executor
    from pathlib import Path

    from store.records import Letter
    from store.season import Season
    from tui.app import SeasonApp

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
        over = dict.fromkeys((*(known.over if known else ()), *(mark_of(one) for one in letters if one)))
        self._notes[letter_id] = Note(subject, body, tuple(over))
        self._write()

    def saved(self, season: Season) -> None:
        """Forget what that season has, which is on disk as it is on screen; what is typed on since stays."""
        self._keep_only(
            key for key, one in self._notes.items() if (it := season.letters_by_id.get(key)) and not is_in(it, one)
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
    except (OSError, ValueError, AttributeError, LookupError, TypeError, RecursionError):
        return {}


def is_in(letter: Letter, note: Note) -> bool:
    """Does the message have these words, as its text or an earlier one?"""
    texts = ((letter.subject, letter.body), *((one.subject, one.body) for one in letter.revisions))
    return (note.subject, note.body) in texts


def mark_of(letter: Letter) -> str:
    """A short mark of the words it has."""
    words = f"{letter.subject}\n{letter.body}"
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _write(place: Path, notes: Notes) -> None:
    from store.disk import Disk
    from store.safe_write import make_folders
    from tui.private_files import write_private

    with suppress(FileTrouble, OSError):
        if not notes:
            place.unlink(missing_ok=True)
            return
        make_folders(Disk(), place.parent)
        values = {key: {"subject": one.subject, "body": one.body, "over": one.over} for key, one in notes.items()}
        write_private(place, json.dumps(values, ensure_ascii=False).encode("utf-8", "replace"), over=True)

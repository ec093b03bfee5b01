"""Changes left for whoever holds the season: a command beside an open window hands its step over and waits for word."""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from store.disk import Disk
from store.encoded_tables import whole_file
from store.errors import FileTrouble, RuleBroken
from store.file_reading import contents_of
from store.frozen_record import record
from store.history import Step
from store.ids import new_id
from store.places import errand_folder
from store.plain_values import Tables
from store.safe_write import make_folders, swap_in, why
from store.season import Season
from store.step_files import step_in, step_tables

STALE = 30.0
"""Seconds after which whoever left an errand has long stopped waiting; it is then thrown away, not run."""
_LEFT, _TAKEN, _TOLD = "left", "taken", "told"


class Way(StrEnum):
    """What is to be done with the step of an errand."""

    CHANGE = "change"
    UNDO = "undo"
    REDO = "redo"


class Outcome(StrEnum):
    """What became of an errand."""

    SAVED = "saved"
    REFUSED = "refused"
    UNSAVED = "unsaved"


@record(frozen=True, slots=True)
class Errand:
    """One step somebody else is asked to take."""

    id: str
    """`e-` and six characters."""
    way: Way
    """Is it to be done, undone, or done again?"""
    step: Step
    """The step."""


@record(frozen=True, slots=True)
class Reply:
    """What the holder of the season says to an errand."""

    outcome: Outcome
    """What became of it."""
    words: str = ""
    """Why, in one sentence; empty when it is saved."""


def new_errand(way: Way, step: Step) -> Errand:
    """An errand with an id of its own."""
    return Errand(new_id("e"), way, step)


def refuse_dangling(season: Season, step: Step) -> None:
    """Raises RuleBroken when that step would leave a record of a program that the season does not have."""
    made = {change.id for change in step.changes if change.table == "programs" and change.after is not None}
    for change in step.changes:
        program_id = getattr(change.after, "program_id", "")
        if program_id and program_id not in made and program_id not in season.programs_by_id:
            raise RuleBroken("The program it belongs to was taken away in the open window. Nothing was changed.")


class Errands:
    """The folder of errands beside a season file.

    An errand is one small file that changes its name: left, then taken. Renaming succeeds for one
    side only, so it is either taken in or withdrawn, and never run twice.
    """

    def __init__(self, path: Path, disk: Disk) -> None:
        """`path` is the season file's, links followed."""
        self._folder, self._disk = errand_folder(path), disk

    # For who leaves one

    def leave(self, errand: Errand) -> None:
        """Put the errand where the holder finds it; raises FileTrouble."""
        self._write(errand.id, _LEFT, step_tables(errand.step), way=errand.way.value)

    def withdraw(self, errand_id: str) -> bool:
        """Take the errand back; False when the holder has it already, or has said what became of it."""
        return self._remove(errand_id, _LEFT)

    def reply_to(self, errand_id: str) -> Reply | None:
        """What the holder has said, read once; None while it has said nothing."""
        try:
            data, _ = self._disk.read(self._file(errand_id, _TOLD))
            said = contents_of(data, errand_id).tables["reply"]["1"]
            reply = Reply(Outcome(said["outcome"]), str(said["words"]))
        except (OSError, FileTrouble, LookupError, TypeError, ValueError):
            return None
        self._remove(errand_id, _TOLD)
        return reply

    # For who holds the season

    def waiting(self) -> tuple[str, ...]:
        """The ids of errands nobody has taken yet."""
        try:
            names = self._disk.names(self._folder)
        except OSError:
            return ()
        return tuple(sorted(name.removesuffix(f".{_LEFT}") for name in names if name.endswith(f".{_LEFT}")))

    def take(self, errand_id: str) -> Errand | None:
        """The errand, now ours alone to run; None when it was withdrawn, is stale, or cannot be read."""
        left, taken = self._file(errand_id, _LEFT), self._file(errand_id, _TAKEN)
        try:
            is_stale = self._is_stale(left)
            self._disk.replace(left, taken)
            if is_stale:
                self._remove(errand_id, _TAKEN)
                return None
            data, _ = self._disk.read(taken)
            contents = contents_of(data, errand_id)
            return Errand(errand_id, Way(contents.meta["way"]), step_in(contents.tables))
        except OSError:
            return None
        except (FileTrouble, LookupError, TypeError, ValueError):
            self.reply(errand_id, Reply(Outcome.REFUSED, "The change could not be read, so nothing was changed."))
            return None

    def reply(self, errand_id: str, reply: Reply) -> None:
        """Say what became of an errand; who waits finds out by themselves when even that cannot be written."""
        with suppress(FileTrouble):
            said = {"reply": {"1": {"outcome": reply.outcome.value, "words": reply.words}}}
            self._write(errand_id, _TOLD, said)
        self._remove(errand_id, _TAKEN)

    def clear(self) -> None:
        """Throw away what nobody waits for any more; for whoever has just begun to hold the season."""
        with suppress(OSError):
            for name in self._disk.names(self._folder):
                if self._is_stale(self._folder / name):
                    self._disk.remove(self._folder / name)

    def _is_stale(self, path: Path) -> bool:
        return self._disk.seconds() - self._disk.look(path).st_mtime > STALE

    def _file(self, errand_id: str, state: str) -> Path:
        return self._folder / f"{errand_id}.{state}"

    def _remove(self, errand_id: str, state: str) -> bool:
        try:
            self._disk.remove(self._file(errand_id, state))
        except OSError:
            return False
        return True

    def _write(self, errand_id: str, state: str, tables: Tables, **meta: str) -> None:
        pieces = whole_file(tables, {"revision": 0, **meta})
        make_folders(self._disk, self._folder)
        try:
            swap_in(self._disk, self._file(errand_id, state), pieces)
        except OSError as error:
            raise FileTrouble(
                f"The change could not be handed to the open window: {why(error)}. Nothing was changed."
            ) from error

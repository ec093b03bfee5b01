"""Undo steps as small TinyDB files in a folder, one a step, named so that a listing alone tells their order."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import Any

from store.disk import Disk
from store.encoded_tables import whole_file
from store.errors import FileTrouble
from store.file_reading import FORMAT, contents_of
from store.frozen_record import record
from store.history import RecordChange, Step
from store.moments import Moment
from store.plain_values import Tables, Values
from store.record_values import record_to_values, values_to_record
from store.safe_write import make_folders, swap_in, why
from store.season_tables import RECORDS

_NAME = re.compile(r"(\d{8,15})-(\d{8,15})\.json")


@record(frozen=True, slots=True)
class _About:
    """A step without what it changed."""

    id: str
    label: str
    at: Moment
    merge: str = ""
    brought: str = ""
    aside: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()


def step_tables(step: Step) -> Tables:
    """That step in plain tables."""
    about = _About(step.id, step.label, step.at, step.merge, step.brought, step.aside, step.folded)
    return {
        "step": {"1": record_to_values(about)},
        "changes": {str(number): _change_values(change) for number, change in enumerate(step.changes, start=1)},
    }


def step_in(tables: Tables) -> Step:
    """The step in these tables; raises FileTrouble, KeyError, TypeError or ValueError when there is none."""
    about = values_to_record(_About, tables["step"]["1"], "step")
    changes = tuple(_change_in(values) for values in tables["changes"].values())
    return Step(about.id, about.label, about.at, changes, about.merge, about.brought, about.aside, about.folded)


class StepFiles:
    """The folder of steps; every number is the season's revision that the step led to.

    A file's name carries its own number and the number of the step before it, so that a step
    left over from a crash, or from a path not taken, is told apart without being read.
    """

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder, self._disk = folder, disk

    def links(self) -> dict[tuple[int, int], str] | None:
        """Number and number before of every step in the folder, with its file's name; None when it cannot be listed."""
        try:
            names = self._disk.names(self._folder)
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except OSError:
            return None
        found = ((match, name) for name in names if (match := _NAME.fullmatch(name)))
        return {(int(match[1]), int(match[2])): name for match, name in found}

    def read(self, name: str) -> Step | None:
        """The step in that file; None when it is damaged, gone, or of another format."""
        try:
            data, _ = self._disk.read(self._folder / name)
            contents = contents_of(data, name)
            return step_in(contents.tables) if contents.as_written and contents.format == FORMAT else None
        except (OSError, FileTrouble, LookupError, TypeError, ValueError):
            return None

    def write(self, number: int, before: int, step: Step) -> str:
        """Write that step and return its file's name, the folder not yet synced; raises FileTrouble."""
        name = f"{number:08d}-{before:08d}.json"
        pieces = whole_file(step_tables(step), {"revision": number})
        make_folders(self._disk, self._folder)
        try:
            swap_in(self._disk, self._folder / name, pieces)
        except OSError as error:
            raise FileTrouble(f"The step for undo could not be kept: {why(error)}.") from error
        return name

    def remove(self, name: str) -> None:
        """Delete that file; one that cannot be deleted only takes up room."""
        with suppress(OSError):
            self._disk.remove(self._folder / name)


def _change_values(change: RecordChange) -> Values:
    values: Values = {"table": change.table, "id": change.id, "was_at": change.was_at, "now_at": change.now_at}
    if change.before is not None:
        values["before"] = record_to_values(change.before)
    if change.after is not None:
        values["after"] = record_to_values(change.after)
    return values


def _change_in(values: Values) -> RecordChange:
    def record(side: str) -> Any:
        return values_to_record(RECORDS[values["table"]], values[side], side) if side in values else None

    was_at, now_at = values["was_at"], values["now_at"]
    return RecordChange(values["table"], values["id"], record("before"), record("after"), int(was_at), int(now_at))

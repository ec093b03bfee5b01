"""A season on the desk of one command: opened, looked at or changed once, closed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from store.errors import ChangedOutside, FileHeld, FileTrouble
from store.moments import Moment
from store.places import season_path
from store.season import Season
from store.season_file import SeasonFile
from store.sentence_ends import ended
from tui.clock import the_clock
from tui.command_line.speaking import as_json, warn, words

if TYPE_CHECKING:
    from pathlib import Path

    from store.history import Step


MAY_BE_IN = "Stopped. The open window may have taken it in by then: `prematch history` tells."


class Desk:
    """The open season of one command, and the moment it runs at."""

    def __init__(self, file: SeasonFile, options: Namespace, *, held: bool = False) -> None:
        self.file = file
        self.held = held
        """True while another program, such as the full screen, has the season: it is asked to take changes in."""
        self.options = options
        clock = the_clock(now=options.now, home=options.home)
        self.now: Moment = clock(file.season.profile)
        file.clock = lambda: clock(file.season.profile)

    @property
    def season(self) -> Season:
        """The season as it stands."""
        return self.file.season

    def change(
        self,
        label: str,
        changed: Season,
        *,
        said: str = "",
        made: str = "",
        brought: str = "",
        aside: tuple[str, ...] = (),
        aloud: bool = True,
    ) -> Step | None:
        """Save the changed season as one undo step, if `aloud` say what undoing would take back, and give the step.

        `said` is told in place of the label, and leaves the JSON to the caller; `made` is the id of the record it is
        about, for whoever reads the JSON; `brought` and `aside` go with the step. A change that changes nothing is
        no step. Raises FileTrouble when it cannot be saved; the file then is as it was.
        """
        from store.history import step_between
        from tui.command_line.stopping import stoppable, unbroken

        before, step = self.season, None
        if changed == before:
            words("Nothing changed: it is so already.")
        else:
            step = step_between(before, changed, label, at=self.now, brought=brought, aside=aside)
            with unbroken() if not self.held else stoppable(MAY_BE_IN):  # an open window may keep a command waiting
                self._keep(changed, step)
                if aloud:
                    words(f"{ended(said or label)}{self._way_back(label if said else '')}")
                if self.file.notice:
                    words(self.file.notice)
                if not brought:  # a merge tells of what came together itself
                    _tell_conflicts(self.options, before, changed)
        if self.options.json and not said:
            as_json({"changed": changed != before, "label": label, **({"id": made} if made else {})})
        return step

    def _way_back(self, label: str) -> str:
        """How the step just made is taken back, as one more sentence; none where it could not be kept."""
        what = f"back: {label}" if label else "this back"
        return f" `prematch undo` takes {ended(what)}" if self.file.step_kept else ""

    def travel(self, *, back: bool) -> Step | None:
        """Take back the newest step, or do again the one taken back last, and give it; None when there is none.

        Raises FileTrouble when it cannot be saved; the file then is as it was.
        """
        from store.history import redone, undone

        step: Step | None = self.file.history.undo_step() if back else self.file.history.redo_step()
        if step is None:
            return None
        before, season = self.season, (undone if back else redone)(self.season, step)
        if self.held:
            self._hand_in("undo" if back else "redo", step)
        else:
            (self.file.save_undone if back else self.file.save_redone)(season, step)
        _tell_conflicts(self.options, before, season)
        return step

    def _keep(self, changed: Season, step: Step) -> None:
        if self.held:
            self._hand_in("change", step)
            return
        try:
            self.file.save(changed, (step,))
        except ChangedOutside as trouble:
            raise FileTrouble(
                f"Another program has changed “{self.file.path}” in this moment. Nothing was changed here and "
                "nothing overwritten; the same command can simply be given again."
            ) from trouble

    def _hand_in(self, way: str, step: Step) -> None:
        from store.errands import Way
        from tui.command_line.handing_in import hand_in

        if hand_in(self.file, Way(way), step):
            self.file.reload()
            words("The open window has taken it in.")


def _tell_conflicts(options: Namespace, before: Season, changed: Season) -> None:
    """Say at once when a change leaves a promise that cannot be kept; costs nothing where it cannot have."""
    if changed.letters is before.letters and changed.rank_list is before.rank_list:
        return
    from store.standing import conflicts_made

    for conflict in conflicts_made(before, changed):
        warn(options, f"{conflict.message} `prematch ledger` shows who was told what.")


def season_path_of(options: Namespace) -> Path:
    """The season file this command is about."""
    return season_path(options.file)


@contextmanager
def looking(options: Namespace) -> Iterator[Desk]:
    """The season, only to be looked at: no lock is taken and nothing is written."""
    file = SeasonFile.open(season_path_of(options), read_only=True)
    with _closing(file):
        yield Desk(file, options)


@contextmanager
def changing(options: Namespace) -> Iterator[Desk]:
    """The season, held by this command alone while it changes; changes go through whoever has it open already."""
    path = season_path_of(options)
    try:
        file, held = SeasonFile.open(path), False
    except FileHeld:
        file, held = SeasonFile.open(path, read_only=True), True
    with _closing(file):
        yield Desk(file, options, held=held)
        _mention_copies(file, options)


@contextmanager
def holding(options: Namespace) -> Iterator[Desk]:
    """The season, held by this command alone; raises FileHeld when another program has it open."""
    file = SeasonFile.open(season_path_of(options))
    with _closing(file):
        yield Desk(file, options)


def _mention_copies(file: SeasonFile, options: Namespace) -> None:
    """Say that a copy of a sync program waits; costs one listing, and nothing where only data is asked for."""
    if options.json or options.command == "merge":
        return
    from shlex import quote

    from store.conflict_copies import conflict_copies

    copies = conflict_copies(file.path, file.disk)
    if copies:
        what = "A sync program has left a copy" if len(copies) == 1 else f"Sync programs have left {len(copies)} copies"
        words(f"{what} beside your season: `prematch merge {quote(str(copies[0]))}` shows and brings in what differs.")


@contextmanager
def _closing(file: SeasonFile) -> Iterator[None]:
    try:
        if file.notice:
            words(file.notice)
        yield
    finally:
        file.close()

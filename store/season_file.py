"""The season file: saved whole with its undo steps, a backup made when one is due."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from store.disk import Disk
from store.errors import FileTrouble, RuleBroken
from store.held_season import LAST_STEP, NEWEST_STEP, HeldSeason
from store.places import history_folder
from store.plain_values import Tables
from store.record_json import Written, written_season
from store.safe_write import NotYetDurable
from store.season import Season

if TYPE_CHECKING:
    from store.backups import Backup, Backups, Reason
    from store.history import Step
    from store.moments import Moment
    from store.step_ways import Plan

SAVED = "saved"
"""Where the file says when it was saved last, in ISO text."""


class SeasonFile(HeldSeason):
    """One season on disk that may change; saving is for one thread at a time.

    Nothing is ever half done: when a save fails, the file, `season` and the history stay as they
    were.
    """

    step_kept = True
    """False when the step of the last save could not be kept, so that undo does not take it back."""

    def back_up(self, reason: Reason, now: Moment) -> Backup | None:
        """Copy the file as it is on disk; None when the newest backup says the same. Raises FileTrouble."""
        with self._guard:
            self._prepare()
            made = self.backups.keep(reason, now)
            self.history.settle()
            return made

    def close(self) -> None:
        """Let the file go, once a save under way is through; only steps for undo that are still owed are written."""
        with self._guard:
            if self._history is not None and self._lock.held and not self.lock_lost():
                self._history.write_owed()
            super().close()

    def tables_of(self, season: Season) -> Tables:
        """That season as tables, with everything this file holds beside it; not to be changed in place."""
        return written_season(season, self._written).tables

    def save(self, season: Season, steps: tuple[Step, ...] = ()) -> None:
        """Save that season, and the steps that lead to it from the one last saved.

        Returns once a power cut can no longer take it away. Raises FileTrouble with the old file
        untouched, so that the same call may simply be made again.
        """
        with self._guard:
            told = self._prepared_for(steps)
            if any(step.merge for step in steps) and self._copied_beside():
                self.history.settle()
            self._save(season, self.history.plan(() if season is self.season else steps, season), told)

    def save_undone(self, season: Season, step: Step) -> None:
        """Save that season, in which `step` has been undone; raises FileTrouble, or RuleBroken for a forgotten step."""
        with self._guard:
            told = self._prepared_for((step,))
            self._save(season, self.history.plan_undone(step), told)

    def save_redone(self, season: Season, step: Step) -> None:
        """Save that season, in which `step` has been redone; raises FileTrouble, or RuleBroken for a forgotten step."""
        with self._guard:
            told = self._prepared_for((step,))
            self._save(season, self.history.plan_redone(step), told)

    def _prepare(self) -> str:
        """Make sure that this program alone writes; what had to be done for it, in one sentence if anything."""
        if self.read_only:
            raise FileTrouble(f"“{self.path}” is open for reading only, so nothing was saved.")
        told = self.hold_again()
        self.lock()
        self._storage.refuse_overwriting()  # before a step is written over one of the other program's
        return told

    def _prepared_for(self, steps: tuple[Step, ...]) -> str:
        return " ".join(filter(None, (self._prepare(), self._back_up_before(steps))))

    def _copied_beside(self) -> bool:
        # A command may have made a backup beside the open window: the step it stands on has to stay one.
        return any(one.revision == self.revision for one in self.backups.listed())

    def _back_up_before(self, steps: tuple[Step, ...]) -> str:
        if self.clock is None:
            return ""
        if not self._storage.exists:
            self.backups.nothing_yet(self.clock())
            return ""
        told = self.backups.keep_before(steps, found=int(self._storage.meta["format"]), now=self.clock())
        if self.backups.copied == self.revision:
            self.history.settle()
        return told

    def _save(self, season: Season, plan: Plan, told: str = "") -> None:
        about: dict[str, str | int] = {NEWEST_STEP: plan.newest}
        if plan.last is not None:
            about[LAST_STEP] = plan.last
        if self.clock is not None:
            about[SAVED] = self.clock().at.isoformat(timespec="seconds")
        try:
            written = written_season(season, self._written)
            # A season on disk that names a step which a power cut took would end the way back there.
            first = history_folder(self.path) if plan.syncs else None
            self._storage.save(written.tables, revision=plan.revision, first=first, **about)
        except NotYetDurable:
            self._stand_for(written, plan, told)
            raise
        except FileTrouble:
            self.history.dropped(plan)
            raise
        except (RuleBroken, OverflowError) as error:
            self.history.dropped(plan)
            raise FileTrouble(f"A record cannot be kept in the file, so nothing was saved: {error}") from error
        self._stand_for(written, plan, told)

    def _stand_for(self, written: Written, plan: Plan, told: str) -> None:
        self._written = written
        self.step_kept = not plan.notice
        self.notice = " ".join(filter(None, (plan.notice, told)))
        self.history.reached(plan)


def backups_beside(path: Path, disk: Disk | None = None) -> Backups:
    """The backups of the season file at that path, which itself is not opened and may be damaged or gone."""
    return SeasonFile(path, read_only=True, disk=disk or Disk()).backups

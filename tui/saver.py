"""Saving beside the screen: one thread writes, the newest season wins, nothing queued is dropped."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from store.errors import RuleBroken, SeasonError
from store.frozen_record import record

if TYPE_CHECKING:
    from typing import Protocol

    from store.history import Step
    from store.season import Season

    class SeasonKeeper(Protocol):
        """The part of a season file that saving needs."""

        notice: str
        """What should be told about the last save; empty for nothing."""

        def save(self, season: Season, steps: tuple[Step, ...] = ()) -> None: ...
        def save_undone(self, season: Season, step: Step) -> None: ...
        def save_redone(self, season: Season, step: Step) -> None: ...


PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
"""Seconds until a failed save is tried again; the last one from then on. A new change tries at once."""
STOP_SECONDS = 5.0


@record(frozen=True, slots=True)
class SaveReport:
    """How the newest save ended."""

    trouble: str = ""
    """Why it failed, in one sentence; empty when everything is on disk."""
    notice: str = ""
    """What should be told although it went well."""
    refused: bool = False
    """True when it would fail again however often it is tried: what is not on disk has to go elsewhere."""


@record(frozen=True, slots=True)
class _Job:
    """One write that is asked for."""

    season: Season
    steps: tuple[Step, ...]
    way: str


class Saver:
    """Writes seasons to their file in a thread of its own, in the order they were handed in."""

    def __init__(
        self, keeper: SeasonKeeper, report: Callable[[SaveReport], None], *, pauses: tuple[float, ...] = PAUSES
    ) -> None:
        """`report` is called in the saver's thread."""
        self._keeper = keeper
        self._report = report
        self._pauses = pauses
        self._failed = 0
        self._refused = False
        self._held = False
        self._jobs: deque[_Job] = deque()
        self._bell = threading.Condition()
        self._thread: threading.Thread | None = None
        self._stopping = False
        self._busy = False
        self.trouble = ""
        """Why the last try failed; empty when it did not."""

    @property
    def pending(self) -> bool:
        """True while something is not on disk yet."""
        with self._bell:
            return self._busy or bool(self._jobs)

    def keep(self, season: Season, step: Step) -> None:
        """Save that season and remember the step that led to it."""
        self._hand_in(_Job(season, (step,), "change"))

    def keep_whole(self, season: Season) -> None:
        """Write that season once more although no step led to it, such as in the place of a file that was lost."""
        self._hand_in(_Job(season, (), "change"))

    def keep_undone(self, season: Season, step: Step) -> None:
        """Save the season that taking back that step gave."""
        self._hand_in(_Job(season, (step,), "undo"))

    def keep_redone(self, season: Season, step: Step) -> None:
        """Save the season that doing that step again gave."""
        self._hand_in(_Job(season, (step,), "redo"))

    def wait(self, seconds: float) -> bool:
        """Wait until everything is on disk; False when it is not by then, or a save failed."""
        with self._bell:
            self._bell.notify_all()
            return self._bell.wait_for(lambda: not self._busy and (not self._jobs or bool(self.trouble)), seconds) and (
                not self._jobs
            )

    def retry(self) -> None:
        """Try a failed save again now."""
        with self._bell:
            self.trouble = ""
            self._bell.notify_all()

    @contextmanager
    def held(self, seconds: float) -> Iterator[bool]:
        """Let no write begin meanwhile; gives False when the one under way does not end within that time."""
        with self._bell:
            self._held = True
            is_idle = self._bell.wait_for(lambda: not self._busy, seconds)
        try:
            yield is_idle
        finally:
            with self._bell:
                self._held = False
                self._bell.notify_all()

    def drop(self) -> None:
        """Forget what is not on disk; only while no write is under way."""
        with self._bell:
            self._jobs.clear()
            self.trouble, self._failed, self._refused = "", 0, False

    def stop(self) -> None:
        """End the thread once it is idle; what could not be saved stays unsaved."""
        with self._bell:
            self._stopping = True
            self._bell.notify_all()
        if self._thread is not None:
            self._thread.join(timeout=STOP_SECONDS)

    def _hand_in(self, job: _Job) -> None:
        with self._bell:
            self._jobs.append(job)
            self.trouble = ""
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="saver", daemon=True)
                self._thread.start()
            self._bell.notify_all()

    def _work(self) -> None:
        while True:
            with self._bell:
                self._bell.wait_for(self._is_wanted, self._pause())
                if self._stopping and (not self._jobs or self.trouble):
                    return
                if not self._jobs or self._held:
                    continue
                job, taken = self._next_job()
                self._busy = True
            trouble, refused = self._write(job)
            with self._bell:
                self._busy = False
                self.trouble, self._refused = trouble, refused
                self._failed = self._failed + 1 if trouble else 0
                if not trouble:
                    for _ in range(taken):
                        self._jobs.popleft()
                self._bell.notify_all()
            self._report(SaveReport(trouble, "" if trouble else self._keeper.notice, refused))

    def _is_wanted(self) -> bool:
        return self._stopping or bool(self._jobs and not self.trouble and not self._held)

    def _pause(self) -> float | None:
        """How long to rest before a failed save is tried again; with nothing worth a try, until somebody rings."""
        again = self._failed and not self._refused
        return self._pauses[min(self._failed, len(self._pauses)) - 1] if again else None

    def _next_job(self) -> tuple[_Job, int]:
        """The next write: changes in a row become one, with all their steps."""
        first = self._jobs[0]
        if first.way != "change":
            return first, 1
        row: list[_Job] = []
        for job in self._jobs:
            if job.way != "change":
                break
            row.append(job)
        return _Job(row[-1].season, tuple(step for job in row for step in job.steps), "change"), len(row)

    def _write(self, job: _Job) -> tuple[str, bool]:
        """Why it failed, if it did, and whether a rule refused it, which no second try changes."""
        try:
            if job.way == "change":
                self._keeper.save(job.season, job.steps)
            elif job.way == "undo":
                self._keeper.save_undone(job.season, job.steps[0])
            else:
                self._keeper.save_redone(job.season, job.steps[0])
        except SeasonError as trouble:
            return str(trouble), isinstance(trouble, RuleBroken)
        return "", False

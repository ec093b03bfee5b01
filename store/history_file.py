"""Undo and redo across restarts: which steps lead to the season on disk, and which were taken back."""

from __future__ import annotations

from collections.abc import Iterator
from threading import RLock

from store.errors import FileTrouble, RuleBroken
from store.frozen_record import record
from store.history import Step, merged, undone
from store.season import Season
from store.step_files import StepFiles

KEPT = 500
"""Steps kept; older ones are forgotten."""
TOGETHER = 10 * 60
"""Seconds within which steps with the same merge words become one."""


@record(frozen=True, slots=True)
class Entry:
    """One line of the list of what was done."""

    step: Step
    """The step."""
    taken_back: bool
    """True when it was undone and can be redone."""


@record(frozen=True, slots=True)
class Plan:
    """Where a save is to leave the history."""

    revision: int
    """The revision the season will have."""
    newest: int
    """The number of the last step done; 0 for none."""
    written: tuple[tuple[int, int], ...] = ()
    """Steps written for this save, by number and number before."""
    last: bool = False
    """True when nothing can be redone from there."""
    notice: str = ""
    """One sentence when a step could not be kept."""


class History:
    """The steps of one season file; the folder is listed when the first step is asked for, not before.

    `newest` is the number of the last step done. Its file names the step before, and so on:
    that is the way back. The way forward is the newest step that follows and was ever reached.
    """

    def __init__(self, files: StepFiles, *, newest: int, revision: int) -> None:
        self._files, self._newest, self._revision = files, newest, revision
        self._links: dict[tuple[int, int], str] | None = None
        self._never_reached: list[str] = []
        self._known: dict[tuple[int, int], Step] = {}
        self._guard = RLock()

    def undo_step(self, before: Step | None = None) -> Step | None:
        """The step to undo next, or the one before that step; None when there is none."""
        with self._guard:
            newest = self._newest if before is None else self._link_of(before)[1]
            return self._step(self._link_to(newest))

    def redo_step(self, after: Step | None = None) -> Step | None:
        """The step to redo next, or the one after that step; None when there is none."""
        with self._guard:
            return self._step(self._following(self._newest if after is None else self._link_of(after)[0]))

    def labels(self) -> tuple[Entry, ...]:
        """Every step kept, newest first; this one reads them all."""
        with self._guard:
            forward = list(self._forward())[::-1]
            found = []
            for link in (*forward, *self._backward()):
                step = self._step(link)
                if step is None and link[0] <= self._newest:
                    break
                found += [Entry(step, taken_back=link[0] > self._newest)] if step else []
            return tuple(found)

    def plan(self, steps: tuple[Step, ...], after: Season) -> Plan:
        """Write these steps, which lead from the season on disk to `after`; they count once `reached` is called.

        A step that cannot be written never keeps a season from being saved: it is told as a notice.
        """
        with self._guard:
            self._remove_unreached()
            folded, before = self._folded(list(steps), after)
            number, written, notice = self._revision, [], ""
            for step in folded:
                if not step.changes:
                    continue
                number += 1
                try:
                    self._listed()[number, before] = self._files.write(number, before, step)
                except FileTrouble as trouble:
                    notice = str(trouble)
                else:
                    written.append((number, before))
                    self._known[number, before] = step
                before = number
            return Plan(max(number, self._revision + 1), before, tuple(written), bool(steps), notice)

    def plan_undone(self, step: Step) -> Plan:
        """The plan that takes back that step; raises RuleBroken when it is no longer known."""
        with self._guard:
            return Plan(self._revision + 1, self._link_of(step)[1])

    def plan_redone(self, step: Step) -> Plan:
        """The plan that does that step again; raises RuleBroken when it is no longer known."""
        with self._guard:
            return Plan(self._revision + 1, self._link_of(step)[0])

    def reached(self, plan: Plan) -> None:
        """The season of that plan is on disk: its place counts from now, and what leads nowhere is deleted."""
        with self._guard:
            self._newest, self._revision = plan.newest, plan.revision
            self._tidy(() if plan.last else tuple(self._forward()))

    def dropped(self, plan: Plan) -> None:
        """The season of that plan was not saved: the steps written for it go."""
        with self._guard:
            for link in plan.written:
                self._forget(link)

    def _folded(self, steps: list[Step], after: Season) -> tuple[list[Step], int]:
        # Steps in a row with the same merge words become one, the newest on disk included unless a
        # step was just taken back. Seasons are found by walking back from `after`.
        if not steps:
            return steps, self._newest
        before, folded = self._newest, steps
        newest = self._link_to(before)
        last = self._step(newest) if steps[0].merge and not self._following(before) else None
        if newest and last and _go_together(last, steps[0]):
            before, folded = newest[1], [last, *steps]
        seasons = [after]
        try:
            for step in reversed(folded[1:]):
                seasons.append(undone(seasons[-1], step))
            result = _joined(folded, seasons[::-1])
        except RuleBroken:
            return steps, self._newest
        return result, before

    def _tidy(self, forward: tuple[tuple[int, int], ...]) -> None:
        keep = sorted({*self._backward(), *forward})[-KEPT:]
        for link in set(self._listed()) - set(keep):
            self._forget(link)

    def _forget(self, link: tuple[int, int]) -> None:
        name = self._listed().pop(link, None)
        self._known.pop(link, None)
        if name:
            self._files.remove(name)

    def _listed(self) -> dict[tuple[int, int], str]:
        if self._links is None:
            found = self._files.links()
            self._links = {link: name for link, name in found.items() if link[0] <= self._revision}
            self._never_reached = [name for link, name in found.items() if link[0] > self._revision]
        return self._links

    def _remove_unreached(self) -> None:
        # Left by a crash between a step and its season. Their numbers are about to be given again.
        self._listed()
        for name in self._never_reached:
            self._files.remove(name)
        self._never_reached.clear()

    def _backward(self) -> Iterator[tuple[int, int]]:
        before = dict(self._listed().keys())
        number = self._newest
        while number in before and before[number] < number:
            yield number, before[number]
            number = before[number]

    def _forward(self) -> Iterator[tuple[int, int]]:
        link = self._following(self._newest)
        while link:
            yield link
            link = self._following(link[0])

    def _following(self, number: int) -> tuple[int, int] | None:
        reached = (link for link in self._listed() if link[1] == number and number < link[0] <= self._revision)
        return max(reached, default=None)

    def _link_to(self, number: int) -> tuple[int, int] | None:
        return next((link for link in self._listed() if link[0] == number), None)

    def _link_of(self, step: Step) -> tuple[int, int]:
        for link, known in self._known.items():
            if known.id == step.id:
                return link
        raise RuleBroken(f"“{step.label}” is no longer among the steps that can be undone.")

    def _step(self, link: tuple[int, int] | None) -> Step | None:
        if link is None or link not in self._listed():
            return None
        if link not in self._known:
            step = self._files.read(self._listed()[link])
            if step is None:
                return None
            self._known[link] = step
        return self._known[link]


def _go_together(first: Step, second: Step) -> bool:
    apart = (second.at - first.at).total_seconds()
    return bool(first.merge) and first.merge == second.merge and 0 <= apart <= TOGETHER


def _joined(steps: list[Step], seasons: list[Season]) -> list[Step]:
    result: list[Step] = []
    for step, after in zip(steps, seasons, strict=True):
        if result and _go_together(result[-1], step):
            result[-1] = merged(result[-1], step, after)
        else:
            result.append(step)
    return result

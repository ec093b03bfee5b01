"""Undo and redo across restarts: which steps lead to the season on disk, and which were taken back."""

from __future__ import annotations

from collections.abc import Iterator
from threading import RLock

from store.errors import FileTrouble, RuleBroken
from store.history import Step, go_together, joined, undone
from store.season import Season
from store.step_files import StepFiles
from store.step_ways import Entry, Plan, WayLeft

KEPT = 500
"""Steps kept, those on ways not taken included; older ones are forgotten, and no other."""

UNDO_ENDS = (
    "Undo ends here: the step that led to the season as it stands could not be kept, or cannot be read any more. "
    "A backup brings an older season back."
)
"""Said where undo cannot go on."""


class History:
    """The steps of one season file; the folder is listed when the first step is asked for, not before.

    The steps are a tree, for nothing is deleted when another way is taken: a backup or an older copy of
    the season may still stand on the way that was left. `newest` is the number of the last step done; its
    file names the step before, and so on: that is the way back. The way forward leads to the step `last`;
    a season that names none follows the newest steps up to its own revision.
    """

    def __init__(self, files: StepFiles, *, newest: int, revision: int, last: int | None = None) -> None:
        self._files, self._newest, self._revision, self._last = files, newest, revision, last
        self._links: dict[tuple[int, int], str] = {}
        self._was_listed = False
        self._taken: set[str] = set()
        self._settled: set[int] = set()
        self._known: dict[tuple[int, int], Step] = {}
        self._owed: dict[tuple[int, int], Step] = {}
        """Steps that could not be written: known while the file is open, and written with a later save.

        The season file has no room for them: what it says about itself fits its first lines, which all read.
        """
        self._late = False
        """True while owed steps have been written whose folder no save has synced."""
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

    def why_no_undo(self) -> str:
        """Why no step leads back from here although the season has been changed; empty where undo goes on.

        One that could not be kept is never passed over: the steps before it no longer lead to the season as it stands.
        """
        with self._guard:
            return UNDO_ENDS if self._newest and self._step(self._link_to(self._newest)) is None else ""

    def origin(self) -> tuple[int, int]:
        """The number of the step that led to the oldest season the way back reaches, and how many steps lead there.

        The number is 0 when that season is the empty one, and else names a step that is not in this folder.
        """
        with self._guard:
            way = list(self._back_from(self._newest))
            return way[-1][1] if way else self._newest, len(way)

    def numbered(self, number: int) -> Step | None:
        """The step of that number, on whatever way it stands; None when there is none."""
        with self._guard:
            return self._step(self._link_to(number)) if number else None

    def labels(self) -> tuple[Entry, ...]:
        """Every step kept, newest first; this one reads them all."""
        with self._guard:
            forward = list(self._forward())[::-1]
            found = []
            for link in (*forward, *self._back_from(self._newest)):
                step = self._step(link)
                if step is None and link[0] <= self._newest:
                    break
                found += [Entry(step, taken_back=link[0] > self._newest)] if step else []
            return tuple(found)

    def ways_left(self) -> tuple[WayLeft, ...]:
        """The ways that were left, the newest first; reads their steps alone. What is partly forgotten is left out."""
        with self._guard:
            way_back = [self._newest, *(before for _, before in self._back_from(self._newest))]
            reached = {*way_back, *(number for number, _ in self._forward())}
            gone_on = {before for _, before in self._listed()}
            ends = sorted({number for number, _ in self._listed()} - gone_on - reached, reverse=True)
            return tuple(way for number in ends if (way := self._way_to(number, way_back, reached)))

    def _way_to(self, number: int, way_back: list[int], reached: set[int]) -> WayLeft | None:
        links: list[tuple[int, int]] = []
        for link in self._back_from(number):
            if link[0] in way_back:
                break
            links.append(link)
        steps = tuple(step for link in reversed(links) if (step := self._step(link)))
        if links[-1][1] not in way_back or len(steps) < len(links):
            return None
        alone = sum(link[0] not in reached for link in links)
        return WayLeft(number, way_back.index(links[-1][1]), steps, alone)

    def plan(self, steps: tuple[Step, ...], after: Season) -> Plan:
        """Write these steps, which lead from the season on disk to `after`; they count once `reached` is called.

        Steps that were reached already are passed over: a save that was not confirmed is asked for again. A
        step that cannot be written never keeps a season from being saved: it is told as a notice, and owed.
        """
        with self._guard:
            self.write_owed()
            fresh = [step for step in steps if step.id not in self._taken]
            folded, before, replaced = self._folded(fresh, after)
            start = number = self._highest()
            written, notice = [], ""
            for step in folded:
                if not step.changes:
                    continue
                number += 1
                notice = self._kept(number, before, step) or notice
                written.append((number, before))
                before = number
            revision = number if number > start else self._revision + 1
            last, ids = before if fresh else self._last, tuple(step.id for step in fresh)
            return Plan(revision, before, last, tuple(written), replaced, ids, notice, bool(written) or self._late)

    def plan_undone(self, step: Step) -> Plan:
        """The plan that takes back that step; raises RuleBroken when it is no longer known."""
        with self._guard:
            self.write_owed()
            return Plan(self._revision + 1, self._link_of(step)[1], self._last, syncs=self._late)

    def plan_redone(self, step: Step) -> Plan:
        """The plan that does that step again; raises RuleBroken when it is no longer known."""
        with self._guard:
            self.write_owed()
            return Plan(self._revision + 1, self._link_of(step)[0], self._last, syncs=self._late)

    def write_owed(self) -> None:
        """Try again to write the steps that could not be written when their season was saved, oldest first."""
        with self._guard:
            for (number, before), step in tuple(self._owed.items()):
                if self._kept(number, before, step):
                    return
                self._late = True

    def reached(self, plan: Plan) -> None:
        """The season of that plan is on disk: its place counts from now, and the oldest steps are forgotten."""
        with self._guard:
            self._newest, self._revision, self._last = plan.newest, plan.revision, plan.last
            self._late = self._late and not plan.syncs
            self._taken.update(plan.ids)
            if plan.replaced:
                self._forget(plan.replaced)
            for link in sorted(self._listed())[:-KEPT]:
                self._forget(link)

    def settle(self) -> None:
        """Let the last step done stay as it is, for a backup stands on it: typing that goes on is a step of its own."""
        with self._guard:
            self._settled.add(self._newest)

    def dropped(self, plan: Plan) -> None:
        """The season of that plan was not saved: the steps written for it go."""
        with self._guard:
            for link in plan.written:
                self._forget(link)

    def _folded(self, steps: list[Step], after: Season) -> tuple[list[Step], int, tuple[int, int] | None]:
        # Steps in a row with the same merge words become one, the newest on disk included unless a
        # step was just taken back or a backup names it. Seasons are found by walking back from `after`.
        if not steps:
            return steps, self._newest, None
        before, folded, replaced = self._newest, steps, None
        newest = self._link_to(before)
        last = self._step(newest) if steps[0].merge and not self._following(before) else None
        if newest and last and before not in self._settled and go_together(last, steps[0]):
            before, folded, replaced = newest[1], [last, *steps], newest
        seasons = [after]
        try:
            for step in reversed(folded[1:]):
                seasons.append(undone(seasons[-1], step))
            result = joined(folded, seasons[::-1])
        except RuleBroken:
            return steps, self._newest, None
        return result, before, replaced

    def _kept(self, number: int, before: int, step: Step) -> str:
        link, trouble = (number, before), ""
        try:
            self._listed()[link] = self._files.write(number, before, step)
            self._owed.pop(link, None)
        except FileTrouble as refused:
            self._listed()[link], self._owed[link], trouble = "", step, str(refused)
        self._known[link] = step
        return trouble

    def _forget(self, link: tuple[int, int]) -> None:
        name = self._listed().pop(link, None)
        self._known.pop(link, None)
        self._owed.pop(link, None)
        if name:
            self._files.remove(name)

    def _listed(self) -> dict[tuple[int, int], str]:
        if not self._was_listed and (found := self._files.links()) is not None:
            # A folder that could not be listed a moment ago is listed again, and what was written meanwhile stays.
            self._links, self._was_listed = found | self._links, True
        return self._links

    def _highest(self) -> int:
        # Steps above the season's revision are left by a crash between a step and its season, or by an older
        # copy put back in the season's place: their numbers are never given again.
        return max(self._revision, *(number for number, _ in self._listed()), 0)

    def _back_from(self, number: int) -> Iterator[tuple[int, int]]:
        before = dict(self._listed().keys())
        while number in before and before[number] < number:
            yield number, before[number]
            number = before[number]

    def _forward(self) -> Iterator[tuple[int, int]]:
        link = self._following(self._newest)
        while link:
            yield link
            link = self._following(link[0])

    def _following(self, number: int) -> tuple[int, int] | None:
        if self._last is not None:
            named = next((link for link in self._back_from(self._last) if link[1] == number), None)
            if named or number >= self._last:
                return named
            # A power cut may have taken the step at which redo ends: the steps before it can still be done again.
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

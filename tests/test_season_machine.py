"""Whatever happens to a season file, in whatever order: it opens to what was last acknowledged, or the next season."""

from __future__ import annotations

import errno
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from store.errors import FileTrouble, RuleBroken
from store.history import redone, step_between, undone
from store.record_json import season_to_tables
from store.records import Letter, Program
from store.safe_write import NotYetDurable
from store.season import Season
from store.season_file import SeasonFile
from store.words import Kind
from tests.broken_disk import BrokenDisk
from tests.examples import NOW
from tests.memory_disk import MemoryDisk
from tests.operations import FULL
from tests.power_cuts import Platter

WORDS = st.text(alphabet="aü“\n", max_size=30)


class BrokenMemory(BrokenDisk, MemoryDisk):
    """In memory, and failing where it is told to."""

    def __init__(self, folder: Path, disk: MemoryDisk) -> None:
        BrokenDisk.__init__(self)
        MemoryDisk.__init__(self, folder, disk.medium)


def back(file: SeasonFile) -> list[Season]:
    """The seasons that undo leads to, the oldest first."""
    season, found, step = file.season, list[Season](), file.history.undo_step()
    while step is not None:
        try:
            season = undone(season, step)
        except RuleBroken:  # another program changed what that step had touched
            break
        found.append(season)
        step = file.history.undo_step(before=step)
    return found[::-1]


def forth(file: SeasonFile) -> list[Season]:
    """The seasons that redo leads to, the last one first."""
    season, found, step = file.season, list[Season](), file.history.redo_step()
    while step is not None:
        try:
            season = redone(season, step)
        except RuleBroken:
            break
        found.append(season)
        step = file.history.redo_step(after=step)
    return found[::-1]


class SeasonMachine(RuleBasedStateMachine):
    """A person, a failing disk, a power cut and another program, all at one file."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="prematch-machine-"))
        self.path = self.folder / "season.json"
        self.disk = BrokenMemory(self.folder, MemoryDisk(self.folder))
        self.file = SeasonFile.open(self.path, disk=self.disk)
        self.past: list[Season] = []
        self.future: list[Season] = []
        self.known = Season()
        self.possible = [Season()]
        self.shaky = False
        self.copies: list[tuple[bytes, Season, list[Season], list[Season]]] = []

    @initialize()
    def begin(self) -> None:
        """A season with a few records."""
        self._save(FULL)

    def teardown(self) -> None:
        self.file.close()
        shutil.rmtree(self.folder)

    @rule(words=WORDS, number=st.integers(0, 99))
    def insert(self, words: str, number: int) -> None:
        """One more letter, unless it is there."""
        letter = Letter(f"l-new{number}", FULL.programs[0].id, Kind.UPDATE, body=words, made=NOW)
        if self.known.programs and letter.id not in self.known.letters_by_id:
            self._save(replace(self.known, letters=(*self.known.letters, letter)))

    @rule(words=WORDS, times=st.sampled_from((1, 50, 3000)), at=st.integers(0, 99))
    def change(self, words: str, times: int, at: int) -> None:
        """Other words in one letter, many or few."""
        if self.known.letters:
            letters = list(self.known.letters)
            letters[at % len(letters)] = replace(letters[at % len(letters)], body=words * times)
            self._save(replace(self.known, letters=tuple(letters)))

    @rule(at=st.integers(0, 99))
    def remove(self, at: int) -> None:
        """One letter goes."""
        if self.known.letters:
            place = at % len(self.known.letters)
            self._save(replace(self.known, letters=self.known.letters[:place] + self.known.letters[place + 1 :]))

    @rule(value=st.sampled_from((2**70, float("nan"), b"bytes", "half \ud83d")))
    def bad_value(self, value: Any) -> None:
        """A record that JSON cannot carry is refused."""
        bad = replace(self.known, programs=(*self.known.programs, Program("p-bad", value)))
        try:
            self.file.save(bad, (step_between(self.known, bad, "bad", at=NOW),))
        except FileTrouble:
            return
        raise AssertionError("a value that cannot be kept was taken")

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        """The newest step is taken back."""
        step = self.file.history.undo_step()
        assert step is not None
        before = self.past.pop()
        assert undone(self.known, step) == before
        self.file.save_undone(before, step)
        self.future.append(self.known)
        self.known, self.possible = before, [before]

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        """It is done again."""
        step = self.file.history.redo_step()
        assert step is not None
        after = self.future.pop()
        assert redone(self.known, step) == after
        self.file.save_redone(after, step)
        self.past.append(self.known)
        self.known, self.possible = after, [after]

    @rule(turn=st.integers(1, 30), for_ever=st.booleans(), error=st.sampled_from((errno.ENOSPC, errno.EIO)))
    def fault(self, turn: int, for_ever: bool, error: int) -> None:
        """One of the next calls to the disk fails during a change."""
        self.disk.calls.clear()
        self.disk.fail_at, self.disk.for_ever, self.disk.error = turn, for_ever, error
        profile = replace(self.known.profile, phone=f"{turn}{self.known.profile.phone}")
        self._save(replace(self.known, profile=profile))
        self.shaky = self.shaky or bool(self.disk.failed)
        self.disk.fail_at = 0
        found = back(self.file)  # a step that could not be written ends the way back
        assert found == self.past or not found
        self.past = found

    @rule(seed=st.integers(0, 2**30))
    def crash(self, seed: int) -> None:
        """The power goes; any state that the disk may have kept is found again."""
        platter = Platter(self.disk)
        for event in self.disk.journal:
            platter.take(event)
        state = platter.drawn_state(Random(seed))
        self.file.close()
        self.disk = BrokenMemory(self.folder, MemoryDisk(self.folder, state))
        self.file = SeasonFile.open(self.path, disk=self.disk)
        assert self.file.season in self.possible
        ways = (back(self.file), forth(self.file))
        assert self.shaky or ways == (self.past, self.future)
        self.copies = [] if self.shaky else self.copies  # a step without the disk's word for it may be gone
        self.known, (self.past, self.future), self.shaky = self.file.season, ways, False
        self.possible = [self.known]

    @rule()
    def reopen(self) -> None:
        """The program ends in order and begins again."""
        self.file.close()
        self._open()

    @rule()
    def set_aside(self) -> None:
        """Somebody keeps a copy of the file as it is, with where undo and redo lead from it."""
        if not self.shaky:
            self.copies.append((self.disk.read(self.path)[0], self.known, list(self.past), list(self.future)))

    @precondition(lambda self: self.copies)
    @rule(which=st.integers(0, 99))
    def put_back(self, which: int) -> None:
        """That copy takes the place of the file, whatever was done since: every step it knows of is still there."""
        data, self.known, past, future = self.copies[which % len(self.copies)]
        self.disk.put(self.path, data)
        self.possible = [self.known]
        self.reopen()
        self.past, self.future = list(past), list(future)
        assert (back(self.file), forth(self.file)) == (self.past, self.future)

    @rule(words=WORDS)
    def foreign_edit(self, words: str) -> None:
        """Another program changes the file; what was open here is never written over it."""
        elsewhere = MemoryDisk(self.folder, self.disk.medium)
        changed = replace(self.known, profile=replace(self.known.profile, name=f"{words}!"))
        with SeasonFile(self.path, read_only=True, disk=elsewhere) as other:
            other._storage.save(season_to_tables(changed), revision=other.revision + 1)
        self.disk.put(self.path, elsewhere.read(self.path)[0])
        try:
            self.file.save(FULL, (step_between(self.known, FULL, "mine", at=NOW),))
        except FileTrouble:
            pass
        else:
            raise AssertionError("a change of another program was overwritten")
        self.known, self.possible = changed, [changed]
        self.reopen()
        self.past, self.future = back(self.file), forth(self.file)

    @invariant()
    def the_disk_holds_what_is_known(self) -> None:
        """Whoever looks at the file now finds the season that was acknowledged."""
        with SeasonFile.open(self.path, read_only=True, disk=MemoryDisk(self.folder, self.disk.medium)) as looked:
            assert looked.season == self.known

    def _open(self) -> None:
        self.file = SeasonFile.open(self.path, disk=self.disk)
        assert self.file.season == self.known

    def _save(self, after: Season) -> None:
        if after == self.known:
            return
        try:
            self.file.save(after, (step_between(self.known, after, "change", at=NOW),))
        except NotYetDurable:
            self.possible.append(after)
        except FileTrouble:
            return
        else:
            self.possible = [after]
        self.past.append(self.known)
        self.future.clear()
        self.known = after


SeasonMachine.TestCase.settings = settings(max_examples=50, stateful_step_count=25)
TestAnyCourse = SeasonMachine.TestCase


COURSES = {
    "the folder of steps cannot be listed once": (("reopen", {}), ("fault", {"turn": 2})),
    "a step written late is gone after a power cut": (
        ("fault", {"turn": 3}),
        ("undo", {}),
        ("crash", {"seed": 0}),
        ("undo", {}),
        ("crash", {"seed": 0}),
    ),
    "and what is before it can still be done again": (
        ("fault", {"turn": 3}),
        ("undo", {}),
        ("crash", {"seed": 0}),
        ("undo", {}),
        ("redo", {}),
    ),
}


@pytest.mark.parametrize("course", COURSES.values(), ids=COURSES)
def test_a_course_that_lost_the_way_once_keeps_it(course: tuple[tuple[str, dict[str, Any]], ...]) -> None:
    machine = SeasonMachine()
    machine.begin()
    for act, values in course:
        extra = {"for_ever": False, "error": errno.ENOSPC} if act == "fault" else {}
        getattr(machine, act)(**values, **extra)
        machine.the_disk_holds_what_is_known()
    machine.teardown()

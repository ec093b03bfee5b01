"""What a season file is asked to do, one row each, for every harness that breaks something meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from store.backups import Reason
from store.history import redone, step_between, undone
from store.moments import Moment
from store.records import Letter, Program
from store.season import Season
from store.season_file import SeasonFile
from store.words import Kind
from tests.examples import NOW

Act = Callable[[SeasonFile], None]

PROGRAMS = tuple(Program(f"p-{name.lower()}", name, city=name) for name in ("Alder", "Birch", "Cedar", "Dogwood"))
LETTERS = tuple(
    Letter(f"l-{number}", "p-alder", Kind.UPDATE, body=f"{number}: “grüße”\n" * 40, made=NOW) for number in range(9)
)
FULL = Season(programs=PROGRAMS, letters=LETTERS)


class Operation(NamedTuple):
    """One thing done with a season file, and what has to be there before."""

    name: str
    before: tuple[Act, ...]
    act: Act


def change(label: str, rule: Callable[[Season], Season], *, at: Moment = NOW, merge: str = "") -> Act:
    """A change as the screen and the command line make it: one save, one step."""

    def act(file: SeasonFile) -> None:
        after = rule(file.season)
        file.save(after, (step_between(file.season, after, label, at=at, merge=merge),))

    return act


def take_back(file: SeasonFile) -> None:
    """Undo the newest step."""
    step = file.history.undo_step()
    assert step is not None
    file.save_undone(undone(file.season, step), step)


def do_again(file: SeasonFile) -> None:
    """Redo what was taken back last."""
    step = file.history.redo_step()
    assert step is not None
    file.save_redone(redone(file.season, step), step)


def body(words: str) -> Callable[[Season], Season]:
    """A rule that gives the first letter these words."""
    return lambda season: replace(season, letters=(replace(season.letters[0], body=words), *season.letters[1:]))


def save_two_steps(file: SeasonFile) -> None:
    """Two changes that reach the disk together, as when typing outruns it."""
    first = body("one")(file.season)
    second = replace(first, programs=first.programs[:2])
    steps = (step_between(file.season, first, "one", at=NOW), step_between(first, second, "two", at=NOW))
    file.save(second, steps)


begin = change("begin", lambda season: FULL)
longer = change("longer", body("ü" * 70_000))
shorter = change("shorter", body("short"))
fewer = change("fewer", lambda season: replace(season, programs=PROGRAMS[2:], letters=()))
typing = change("typing", body("typed"), merge="letter")
typing_on = change("typing", body("typed on"), merge="letter")


def back_up(file: SeasonFile) -> None:
    """Back up now."""
    file.back_up(Reason.ASKED, NOW)


def save_with_backup(file: SeasonFile) -> None:
    """A change on the first day of a run, which a copy of the older file precedes."""
    file.clock = lambda: NOW
    shorter(file)


OPERATIONS = (
    Operation("first save", (), begin),
    Operation("a letter grows", (begin,), longer),
    Operation("a letter shrinks", (begin, longer), shorter),
    Operation("many records go", (begin, longer), fewer),
    Operation("typing becomes one step", (begin, typing), typing_on),
    Operation("two steps in one save", (begin,), save_two_steps),
    Operation("undo", (begin, longer), take_back),
    Operation("redo", (begin, longer, take_back), do_again),
    Operation("a backup", (begin, longer), back_up),
    Operation("a change with its backup", (begin, longer), save_with_backup),
    Operation("typing goes on after a backup", (begin, typing, back_up), typing_on),
    Operation("a change after undo", (begin, longer, shorter, take_back), fewer),
)

"""Every state that a power cut may leave, for every operation: nothing acknowledged is lost, nothing is mixed.

.venv/bin/python -m tests.prove_power_cuts [--rounds N]
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from store.errors import FileTrouble, RuleBroken
from store.history import undone
from store.season import Season
from store.season_file import SeasonFile
from tests.memory_disk import Medium, MemoryDisk
from tests.operations import OPERATIONS, Operation, fewer, longer, shorter, take_back
from tests.power_cuts import Platter
from tests.weak_disks import IN_MEMORY

ENOUGH = 10
"""Violations after which an operation on a weak disk is looked at no further."""


@dataclass(slots=True)
class Outcome:
    """What became of one operation under every power cut."""

    states: int = 0
    """Different media looked at."""
    violations: list[str] = field(default_factory=list)
    """What was found that must not be, one sentence each."""


def cut_everywhere(
    operation: Operation, folder: Path, kind: type[MemoryDisk] = MemoryDisk, *, enough: int | None = None
) -> Outcome:
    """Do the operation on a disk in memory and look at everything a power cut may leave, before, during and after.

    The folder is a real one: the lock, and nothing else, lies there. With `enough` it ends after so many violations.
    """
    path = folder / "season.json"
    medium = _prepared(operation, path)
    disk = kind(folder, medium)
    with SeasonFile.open(path, disk=disk) as file:
        before, steps = file.season, _walk_back(file)
        operation.act(file)
        done = len(disk.journal)
        after, more = file.season, _walk_back(file)
    outcome = Outcome()
    for state, acknowledged in _media(disk, done):
        outcome.states += 1
        allowed = ((after, more),) if acknowledged else ((before, steps), (after, more))
        if trouble := _judged(state, path, allowed):
            outcome.violations.append(f"{operation.name}{' (acknowledged)' if acknowledged else ''}: {trouble}")
        if len(outcome.violations) == enough:
            break
    return outcome


def _prepared(operation: Operation, path: Path) -> Medium:
    disk = MemoryDisk(path.parent)
    with SeasonFile.open(path, disk=disk) as file:
        for act in operation.before:
            act(file)
    return disk.medium


def _media(disk: MemoryDisk, done: int) -> Iterator[tuple[Medium, bool]]:
    platter, seen = Platter(disk), set()
    for number, event in enumerate([*disk.journal, None]):
        acknowledged = number >= done
        for state in platter.states():
            if (state, acknowledged) not in seen:
                seen.add((state, acknowledged))
                yield state, acknowledged
        if event is not None:
            platter.take(event)


def _judged(state: Medium, path: Path, allowed: tuple[tuple[Season, tuple[Season, ...]], ...]) -> str:
    try:
        with SeasonFile.open(path, read_only=True, disk=MemoryDisk(path.parent, state)) as file:
            found, back = file.season, _walk_back(file)
    except FileTrouble as trouble:
        return f"unreadable: {trouble}"
    if all(found != season for season, _ in allowed):
        return f"neither the old nor the new season, but one of {len(found.programs)} programs"
    if all((found, back) != each for each in allowed):
        return f"the way back has {len(back)} seasons"
    return ""


def _walk_back(file: SeasonFile) -> tuple[Season, ...]:
    """Every season that undo leads to from here."""
    season, found = file.season, []
    step = file.history.undo_step()
    while step is not None:
        try:
            season = undone(season, step)
        except RuleBroken:
            break
        found.append(season)
        step = file.history.undo_step(before=step)
    return tuple(found)


def long_operations(rounds: int) -> tuple[Operation, ...]:
    """The rows of `OPERATIONS`, and the same after longer histories."""
    more = []
    for number in range(1, rounds):
        long = (OPERATIONS[0].act, *((longer, shorter) * number))
        more += [Operation(f"shrinks after {len(long)}", long, fewer), Operation("undo after it", long, take_back)]
    return (*OPERATIONS, *more)


def main() -> None:
    """Prove and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=1, metavar="N", help="also after up to N longer histories")
    rounds = parser.parse_args().rounds
    print("| protocol | states after a power cut | violations |\n| --- | --- | --- |")
    for words, kind in IN_MEMORY.items():
        with tempfile.TemporaryDirectory() as folder:
            enough = None if kind is MemoryDisk else ENOUGH
            found = [cut_everywhere(one, Path(folder), kind, enough=enough) for one in long_operations(rounds)]
        total, wrong = sum(one.states for one in found), sum(len(one.violations) for one in found)
        print(f"| {words} | {total:,} | {wrong:,} |")
        if wrong and kind is MemoryDisk:
            raise SystemExit("\n".join(sentence for one in found for sentence in one.violations[:5]))


if __name__ == "__main__":
    main()

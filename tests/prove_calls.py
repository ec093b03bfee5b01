"""Every call to the disk made to fail, one after the other, in every operation: the season stays old or new.

.venv/bin/python -m tests.prove_calls
"""

from __future__ import annotations

import argparse
import errno
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from store.disk import Disk
from store.errors import FileTrouble
from store.safe_write import NotYetDurable
from store.season import Season
from store.season_file import SeasonFile
from tests.broken_disk import BrokenDisk
from tests.operations import OPERATIONS, Operation

ERRORS = {errno.ENOSPC: "disk full", errno.EIO: "disk fault", errno.EROFS: "read only"}

MakeDisk = Callable[..., BrokenDisk]


@dataclass(slots=True)
class Outcome:
    """What became of one operation under every failure."""

    failed: Counter[str] = field(default_factory=Counter)
    """How often each call was made to fail."""
    violations: list[str] = field(default_factory=list)
    """What was found that must not be, one sentence each."""


def fail_everywhere(
    operation: Operation,
    folder: Path,
    error: int = errno.ENOSPC,
    *,
    for_ever: bool = False,
    disk: MakeDisk = BrokenDisk,
) -> Outcome:
    """Let the first call fail, then the second, until the operation passes; `for_ever` fails all that follow too."""
    before, after = _prepared(operation, folder / "ready")
    outcome, turn = Outcome(), 0
    while True:
        turn += 1
        place = folder / f"{turn}"
        shutil.copytree(folder / "ready", place)
        broken = disk(turn, for_ever=for_ever, error=error)
        trouble = _tried(operation, place / "season.json", broken, before, after)
        shutil.rmtree(place)
        if not broken.failed:
            break
        outcome.failed[broken.failed] += 1
        if trouble:
            outcome.violations.append(f"{operation.name}, call {turn} ({broken.failed}): {trouble}")
    shutil.rmtree(folder / "ready")
    return outcome


def _prepared(operation: Operation, folder: Path) -> tuple[Season, Season]:
    folder.mkdir(parents=True)
    with SeasonFile.open(folder / "season.json") as file:
        for act in operation.before:
            act(file)
        before = file.season
    shutil.copytree(folder, trial := folder.with_name("trial"))
    with SeasonFile.open(trial / "season.json") as file:
        operation.act(file)
        after = file.season
    shutil.rmtree(trial)
    return before, after


def _tried(operation: Operation, path: Path, disk: Disk, before: Season, after: Season) -> str:
    """What is wrong after that try; empty when all is well."""
    try:
        file = SeasonFile.open(path, disk=disk)
    except FileTrouble:
        return "" if _on_disk(path) == before else "opening changed the season"
    with file:
        try:
            operation.act(file)
        except NotYetDurable:
            allowed, said = (after,), "written but not confirmed"
        except FileTrouble:
            allowed, said = (before,), "not saved"
        except AssertionError:  # the step to undo could not be read, so nothing was tried
            allowed, said = (before,), "not tried"
        else:
            allowed, said = (after,), "saved"
        held = file.season
    found = _on_disk(path)
    if found not in allowed:
        return f"it said “{said}”, but {'nothing readable' if found is None else 'another season'} is on disk"
    return "" if held == found else f"it said “{said}”, but holds another season than the disk"


def _on_disk(path: Path) -> Season | None:
    try:
        with SeasonFile.open(path, read_only=True) as file:
            return file.season
    except FileTrouble:
        return None


def main() -> None:
    """Prove and print."""
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    print("| operation | failures | violations |\n| --- | --- | --- |")
    wrong: list[str] = []
    for operation in OPERATIONS:
        failures, found = 0, []
        for error in ERRORS:
            for for_ever in (False, True):
                with tempfile.TemporaryDirectory() as folder:
                    outcome = fail_everywhere(operation, Path(folder), error, for_ever=for_ever)
                failures += outcome.failed.total()
                found += outcome.violations
        print(f"| {operation.name} | {failures:,} | {len(found)} |")
        wrong += found
    if wrong:
        raise SystemExit("\n".join(wrong[:20]))


if __name__ == "__main__":
    main()

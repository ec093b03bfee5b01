"""What happens without a screen: agenda, timeline, checks, saving, and a command as a whole process.

.venv/bin/python -m tests.bench_season [--size S|L]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from store.agenda import agenda
from store.history import step_between
from store.records import Letter
from store.rules.programs import set_status
from store.season_file import SeasonFile
from store.timeline import timeline
from store.words import Kind, Status
from templates.conduct.checking import check_letter
from tests.bench_bars import NOW, SIZES, BarTable
from tests.big_season import big_season
from tests.examples import NOW as MOMENT

WORDS = "I keep thinking of the clinic where families return for years and of how residents speak with them. "


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", choices=SIZES, default="S")
    size = parser.parse_args().size
    season, table = big_season(*SIZES[size]), BarTable(size)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "season.json"
        with SeasonFile.open(path) as file:
            file.save(season)
        table.row("the file opened, ms", median(lambda: SeasonFile.open(path, read_only=True), 9))
        table.row("the agenda, ms", median(lambda: agenda(replace(season), now=MOMENT), 9))
        due = agenda(season, now=MOMENT)
        table.row("the timeline, ms", median(lambda: timeline(season, due, now=MOMENT), 9))
        draft = Letter("l-bench2", season.programs[0].id, Kind.THANK_YOU, subject="Thank you", body=WORDS * 14)
        check_letter(season, draft, now=MOMENT)
        table.row("all checks on a 250-word draft, ms", median(lambda: check_letter(season, draft, now=MOMENT), 15))
        saving(path, table)
        process(path, table)


def saving(path: Path, table: BarTable) -> None:
    """A change as the screen makes it, and the same bytes written durably without any care."""
    held, durable = [], []
    with SeasonFile.open(path) as file:
        for turn in range(12):
            before = file.season
            status = (Status.APPLIED, Status.INVITED)[turn % 2]
            rule = partial(set_status, program_ids=(before.programs[3].id,), status=status, at=MOMENT, exact=True)
            begun = time.perf_counter()
            changed = rule(before, now=MOMENT)
            step = step_between(before, changed, "Status", at=MOMENT)
            agenda(changed, now=MOMENT)
            held.append((time.perf_counter() - begun) * 1000)
            begun = time.perf_counter()
            file.save(changed, (step,))
            durable.append((time.perf_counter() - begun) * 1000)
    table.row("a change applied, the screen held, ms", statistics.median(held))
    data = path.read_bytes()
    bare = median(lambda: write_durably(data, path.with_name("bare")), 12)
    table.row("that change durable, ms", statistics.median(durable[1:]), "the same bytes, bare", bare)


def write_durably(data: bytes, path: Path) -> None:
    """Write, sync, rename, sync the folder."""
    beside = path.with_name("beside")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def process(path: Path, table: BarTable) -> None:
    """`prematch agenda` as a whole process, beside importing Textual."""
    warm = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own = (sys.executable, "-m", "tui", "--file", str(path), "--now", NOW, "agenda")
    other = (sys.executable, "-c", "import textual.app")
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(11):
        for command, taken in zip((own, other), times, strict=True):
            begun = time.perf_counter()
            subprocess.run(command, env=warm, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            taken.append((time.perf_counter() - begun) * 1000)
    agenda_ms, textual_ms = map(statistics.median, times)
    table.row("`prematch agenda`, whole process, ms", agenda_ms, "import Textual", textual_ms)


def median(act: Callable[[], object], runs: int) -> float:
    """Milliseconds of that, the median of several runs."""
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


if __name__ == "__main__":
    main()

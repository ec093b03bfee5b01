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
from store.season import Season
from store.season_file import SeasonFile
from store.timeline import timeline
from store.words import Kind, Status
from templates.conduct.checking import check_letter
from tests.bench_screen import NOW, SIZES
from tests.big_season import big_season
from tests.examples import NOW as MOMENT

WORDS = "I keep thinking of the clinic where families return for years and of how residents speak with them. "


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", choices=SIZES, default="S")
    season = big_season(*SIZES[parser.parse_args().size])
    print("| what | median ms | beside | ratio |\n| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "season.json"
        with SeasonFile.open(path) as file:
            file.save(season)
        print_row("the file opened", median(lambda: SeasonFile.open(path, read_only=True), 9))
        print_row("the agenda", median(lambda: agenda(replace(season), now=MOMENT), 9))
        due = agenda(season, now=MOMENT)
        print_row("the timeline", median(lambda: timeline(season, due, now=MOMENT), 9))
        draft = Letter("l-bench2", season.programs[0].id, Kind.QUESTION, subject="A question", body=WORDS * 14)
        check_letter(season, draft, now=MOMENT)
        print_row("all checks on a 250-word draft", median(lambda: check_letter(season, draft, now=MOMENT), 15))
        saving(season, path)
    processes(season)


def saving(season: Season, path: Path) -> None:
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
    print_row("a change applied, the screen held", statistics.median(held))
    data = path.read_bytes()
    bare = median(lambda: write_durably(data, path.with_name("bare")), 12)
    print_row("that change durable", statistics.median(durable[1:]), "the same bytes, bare", bare)


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


def processes(season: Season) -> None:
    """`prematch agenda` as a whole process, beside importing Textual."""
    warm = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "season.json"
        with SeasonFile.open(path) as file:
            file.save(season)
        own = (sys.executable, "-m", "tui", "--file", str(path), "--now", NOW, "agenda")
        other = (sys.executable, "-c", "import textual.app")
        times: tuple[list[float], list[float]] = ([], [])
        for _ in range(11):
            for command, taken in zip((own, other), times, strict=True):
                begun = time.perf_counter()
                subprocess.run(command, env=warm, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
                taken.append((time.perf_counter() - begun) * 1000)
    print_row(
        "`prematch agenda`, whole process", statistics.median(times[0]), "import Textual", statistics.median(times[1])
    )


def median(act: Callable[[], object], runs: int) -> float:
    """Milliseconds of that, the median of several runs."""
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def print_row(what: str, own: float, beside: str = "", other: float = 0.0) -> None:
    """Print one line of the table."""
    against, ratio = (f"{beside} {other:.1f}", f"{own / other:.2f}") if beside else ("", "")
    print(f"| {what} | {own:.1f} | {against} | {ratio} |")


if __name__ == "__main__":
    main()

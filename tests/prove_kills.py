"""Kill -9 at any moment, over and over on the same file: what comes back is what was acknowledged, or the next.

.venv/bin/python -m tests.prove_kills [--kills N] [--by season-file|command-line|weak] [--seed N]
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from store.errors import FileTrouble
from store.history import undone
from store.places import history_folder
from store.season import Season
from store.season_file import SeasonFile
from tests.kill_writer import Log, digest, log_into, write_by_command_line, write_by_season_file
from tests.weak_disks import SlowRenamesFirst

Writer = Callable[[Path, Log, int], None]

WRITERS: dict[str, Writer] = {
    "season-file": write_by_season_file,
    "command-line": write_by_command_line,
    "weak": partial(write_by_season_file, disk=SlowRenamesFirst()),
}
"""Programs to kill; the weak one moves a file into place before it is written, and is to be caught."""
LONGEST = 0.08
"""Seconds after its start at which a program is killed at the latest, on a machine that saves in a quarter of it."""


def begun(path: Path, writer: Writer, seed: int) -> tuple[int, int]:
    """A program that writes, by its process, and where it writes down what it does."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            writer(path, log_into(writing), seed)
        finally:
            os._exit(1)
    os.close(writing)
    return child, reading


def killed_once(path: Path, writer: Writer, seed: int, seconds: float) -> list[str]:
    """What the program had written down when it was killed, so many seconds after it began."""
    child, reading = begun(path, writer, seed)
    with os.fdopen(reading, "rb") as log:
        first = log.readline()
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        _, how = os.waitpid(child, 0)
        lines = [line.decode().strip() for line in (first, *log.readlines())]
    if not os.WIFSIGNALED(how):
        raise SystemExit("The program ended by itself, so nothing was proved.")
    return lines


def longest_wait(folder: Path, writer: Writer) -> float:
    """Seconds in which this machine makes a few saves, however busy it is."""
    child, reading = begun(folder / "first.json", writer, 0)
    with os.fdopen(reading, "rb") as log:
        log.readline()
        start = time.monotonic()
        while (line := log.readline()) and not line.startswith(b"saved"):
            pass
        taken = time.monotonic() - start
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return max(LONGEST, 4 * taken)


def judged(path: Path, acknowledged: str, log: list[str]) -> tuple[str, str, int]:
    """What is wrong after a kill, the season that counts from now on, and how many saves were acknowledged."""
    trying, saves = "", 0
    for line in log:
        what, _, state = line.partition(" ")
        trying = state if what == "trying" else ""
        if what == "saved":
            acknowledged, saves = state, saves + 1
    try:
        with SeasonFile.open(path) as file:
            found = digest(file.season)
            step = file.history.undo_step()
            if step:
                undone(file.season, step)
    except FileTrouble as trouble:
        return f"unreadable: {trouble}", acknowledged, saves
    if found not in (acknowledged, trying):
        return "the season is neither the acknowledged one nor the next", found, saves
    return "", found, saves


def prove(kills: int, by: str, seed: int) -> tuple[int, list[str]]:
    """Kill that often; how many saves were acknowledged in all, and what went wrong."""
    draw, total, wrong = random.Random(seed), 0, []
    with tempfile.TemporaryDirectory() as folder:
        longest = longest_wait(Path(folder), WRITERS[by])
        path, acknowledged = Path(folder) / "season.json", digest(Season())
        for number in range(kills):
            log = killed_once(path, WRITERS[by], seed + number, draw.random() * longest)
            trouble, acknowledged, saves = judged(path, acknowledged, log)
            total += saves
            if trouble:
                wrong.append(f"kill {number + 1}: {trouble}")
                path.unlink(missing_ok=True)
                shutil.rmtree(history_folder(path), ignore_errors=True)  # else a season gone missing would be told
                acknowledged = digest(Season())
    return total, wrong


def main() -> None:
    """Prove and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200, metavar="N")
    parser.add_argument("--by", choices=WRITERS, default="season-file", help="the program that is killed")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    options = parser.parse_args()
    total, wrong = prove(options.kills, options.by, options.seed)
    print("| killed | kills | saves acknowledged | violations |\n| --- | --- | --- | --- |")
    print(f"| {options.by} | {options.kills:,} | {total:,} | {len(wrong)} |")
    if wrong:
        raise SystemExit("\n".join(wrong[:20]))


if __name__ == "__main__":
    main()

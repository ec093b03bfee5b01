"""What a save costs with no step behind it and with five hundred: bytes written and milliseconds until it is durable.

.venv/bin/python -m tests.bench_steps
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from store.disk import Disk
from store.history_file import KEPT
from store.season_file import SeasonFile
from tests.bench_bars import SIZES
from tests.big_season import big_season
from tests.operations import body, change

ROUNDS = 25


class CountingDisk(Disk):
    """Counts the bytes it is given."""

    written = 0

    def write(self, file: int, data: memoryview) -> int:
        """As the disk does, and counted."""
        taken = super().write(file, data)
        self.written += taken
        return taken


def main() -> None:
    """Measure and print."""
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    print("| steps kept | bytes a save | of them the step | median ms |\n| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        path, disk = Path(folder) / "season.json", CountingDisk()
        with SeasonFile.open(path, disk=disk) as file:
            file.save(big_season(*SIZES["S"]))
            for number in range(KEPT + ROUNDS):
                if number in (0, KEPT):
                    times, begun = list[float](), disk.written
                start = time.perf_counter()
                change("a letter", body(f"number {number:09}"))(file)
                times.append((time.perf_counter() - start) * 1000)
                if len(times) == ROUNDS:
                    size = (disk.written - begun) // ROUNDS
                    own = size - path.stat().st_size
                    print(f"| {number + 1 - ROUNDS} | {size:,} | {own:,} | {statistics.median(times):.1f} |")


if __name__ == "__main__":
    main()

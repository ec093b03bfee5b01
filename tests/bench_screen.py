"""The full screen against the smallest Textual programs, in one run: prints a table of ratios.

.venv/bin/python -m tests.bench_screen [--runs 7] [--size S|L]
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path

from store.season_file import SeasonFile
from tests.bench_bars import NOW, SIZES, BarTable
from tests.bench_terminal import HELLO, LIST, PREMATCH, TEXT, Bench, Keys
from tests.big_season import big_season

J, DOWN = b"j", b"\x1b[B"
STARTED = 3.0
"""Seconds until a start is quite over, and the other views are loaded."""
ALL_OPEN = [b"Z", b"Z"]
"""Opens every group, so that there are as many rows as programs."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--size", choices=SIZES, default="S")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = {size: saved(Path(folder) / size / "season.json", size) for size in {"S", options.size}}
        Measures(options.size, paths, options.runs).all()


def saved(path: Path, size: str) -> Path:
    """A season of that size, in a file at that path."""
    with SeasonFile.open(path) as file:
        file.save(big_season(*SIZES[size]))
    return path


class Measures:
    """Everything that is measured of one season on screen, the programs beside it run in turn with it."""

    def __init__(self, size: str, paths: Mapping[str, Path], runs: int) -> None:
        """Print the head of the table; every figure is taken so many times."""
        self._size, self._paths, self._runs = size, paths, runs
        self._table = BarTable(size)

    def all(self) -> None:
        """Take all of them."""
        self.start_and_memory()
        self.rows()
        self.views()
        self.review()
        self.changing()
        self.typing()
        with closing(self.prematch()) as bench:
            bench.rest(STARTED)
            self._table.row("idle, % of a processor", bench.idle(20))
        with closing(Bench(HELLO)) as bench:
            bench.rest(STARTED)
            self._table.row("idle, % of a processor, of hello", bench.idle(20))

    def prematch(self, size: str = "") -> Bench:
        """The program itself, over that season or the one measured."""
        size = size or self._size
        return Bench(PREMATCH, "--file", str(self._paths[size]), "--now", NOW, until=f"{SIZES[size][0]:d} programs")

    def start_and_memory(self) -> None:
        """The first picture and the most memory held, beside hello."""
        starts: dict[str, list[float]] = {"prematch": [], "hello": []}
        memory: dict[str, list[float]] = {"prematch": [], "hello": []}
        for turn in range(self._runs + 1):
            for name, make in (("prematch", self.prematch), ("hello", partial(Bench, HELLO))):
                with closing(make()) as bench:
                    if turn:  # the first one of each is to warm the disk
                        starts[name].append(bench.start)
                        if name == "prematch":
                            bench.rest(STARTED)
                        memory[name].append(bench.memory)
        for what, taken in (("first picture, ms", starts), ("memory, MiB", memory)):
            own, other = (statistics.median(taken[name]) for name in ("prematch", "hello"))
            self._table.row(what, own, "hello", other)

    def rows(self) -> None:
        """Moving down the lanes, every group open, beside a bare list."""
        own = keys_of(self.prematch, [J] * 60, self._runs, ALL_OPEN)
        other = keys_of(lambda: Bench(LIST, str(SIZES[self._size][0])), [DOWN] * 60, self._runs)
        self._table.row("`j`, median ms", own.p50, "OptionList", other.p50)
        self._table.row("`j`, 95 of 100 below, ms", own.p95, "OptionList", other.p95)
        if self._size != "S":
            small = keys_of(lambda: self.prematch("S"), [J] * 60, self._runs, ALL_OPEN)
            self._table.row("`j`, median ms, beside the season S", own.p50, "S", small.p50)
        self._table.row("bytes for a `j` inside the page, median", statistics.median(own.sizes))
        far = keys_of(self.prematch, [J] * 200, 1, ALL_OPEN)
        self._table.row("bytes for a `j` over 200 rows, mean", statistics.mean(far.sizes))

    def views(self) -> None:
        """Other pictures of the same season."""
        for what, keys, before in (
            ("pan", [b"l", b"h"] * 10, []),
            ("zoom", [b"+", b"-"] * 6, []),
            ("fold all", [b"Z"] * 9, []),
            ("a filter typed", [b"r", b"i", b"d", b"g", *[b"\x7f"] * 4] * 2, [b"/"]),
            ("next view", [b"2", b"3", b"4", b"5", b"6", b"1"] * 2, []),
        ):
            taken = keys_of(self.prematch, keys, 1, before, rest=STARTED)
            self._table.row(f"{what}, 95 of 100 below, ms", taken.p95)

    def review(self) -> None:
        """The key that opens Review, in an app just started and in one that has shown it before."""
        first: list[float] = []
        again: list[float] = []
        for _ in range(self._runs):
            with closing(self.prematch()) as bench:
                bench.rest(STARTED)
                taken = bench.keys([b"3", b"1"] * 4).milliseconds
                first.append(taken[0])
                again += taken[2::2]
        self._table.row("Review opened, median ms", statistics.median(first))
        self._table.row("Review opened again, median ms", statistics.median(again))

    def changing(self) -> None:
        """A status chosen in its question: the change applied, the question gone, the lane drawn anew."""
        with closing(self.prematch()) as bench:
            drawn: list[float] = []
            told: list[float] = []
            for status in (b"a", b"i") * 4:
                bench.keys([b"s"])
                taken = bench.keys([status])
                drawn += taken.firsts
                told += taken.milliseconds
                bench.rest(0.6)
            self._table.row("a status chosen, median ms", statistics.median(drawn))
            self._table.row("until it says that this is saved, median ms", statistics.median(told))

    def typing(self) -> None:
        """A letter typed in the editor with its checks on, beside a bare text area."""
        letters = [letter.encode() for letter in "the families who come back" * 2]
        with closing(self.prematch()) as bench:
            for key in (b"j", b"j", b"m", b"\r"):
                bench.send(key)
                bench.rest(0.8)
            own = bench.keys(letters)
        with closing(Bench(TEXT, until="long enough")) as bare:
            other = bare.keys(letters)
        self._table.row("a letter typed, 95 of 100 below, ms", own.p95, "TextArea", other.p95)


def keys_of(
    make: Callable[[], Bench], keys: list[bytes], runs: int, before: list[bytes] | None = None, *, rest: float = 0.2
) -> Keys:
    """The answers to those keys over several runs; the keys before them are not counted."""
    answers = Keys()
    for _ in range(runs):
        with closing(make()) as bench:
            bench.keys([b"\x1b[H", *(before or ())])
            bench.rest(rest)
            one = bench.keys(keys)
        answers.milliseconds += one.milliseconds
        answers.sizes += one.sizes
    return answers


if __name__ == "__main__":
    main()

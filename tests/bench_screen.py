"""The full screen against the smallest Textual programs, in one run: prints a table of ratios.

.venv/bin/python -m tests.bench_screen [--runs 7] [--size S|L]
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path

from store.season_file import SeasonFile
from tests.bench_terminal import HELLO, LIST, PREMATCH, TEXT, Bench, Keys
from tests.big_season import big_season

SIZES = {"S": (217, 1_000, 20), "L": (2_000, 20_000, 200)}
NOW = "2026-11-24T14:05+01:00"
J, DOWN = b"j", b"\x1b[B"
ALL_OPEN = [b"Z", b"Z"]
"""Opens every group, so that there are as many rows as programs."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--size", choices=SIZES, default="S")
    options = parser.parse_args()
    programs, letters, interviews = SIZES[options.size]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "season.json"
        with SeasonFile.open(path) as file:
            file.save(big_season(programs, letters, interviews))
        run(path, programs, options.runs)


def run(path: Path, programs: int, runs: int) -> None:
    """Take all measures with the programs in turn, and print them."""

    def prematch() -> Bench:
        return Bench(PREMATCH, "--file", str(path), "--now", NOW, until=f"{programs:d} programs")

    def hello() -> Bench:
        return Bench(HELLO)

    def rows() -> Bench:
        return Bench(LIST, str(programs))

    for warm in (prematch, hello, rows):
        closed(warm())
    starts: dict[str, list[float]] = {"prematch": [], "hello": []}
    memory: dict[str, list[float]] = {"prematch": [], "hello": []}
    for _ in range(runs):
        for name, make in (("prematch", prematch), ("hello", hello)):
            bench = make()
            starts[name].append(bench.start)
            memory[name].append(bench.memory)
            closed(bench)
    print("| what | prematch | beside | ratio |\n| --- | --- | --- | --- |")
    row("first picture, ms", statistics.median(starts["prematch"]), "hello", statistics.median(starts["hello"]))
    row("memory, MiB", statistics.median(memory["prematch"]), "hello", statistics.median(memory["hello"]))
    own, other = keys_of(prematch, [J] * 60, runs, ALL_OPEN), keys_of(rows, [DOWN] * 60, runs)
    row("`j`, median ms", own.p50, "OptionList", other.p50)
    row("`j`, 95 of 100 below, ms", own.p95, "OptionList", other.p95)
    row("bytes for a `j`, median", statistics.median(own.sizes), "OptionList", statistics.median(other.sizes))
    for what, keys in (("pan", [b"l", b"h"] * 10), ("zoom", [b"+", b"-"] * 6), ("fold all", [b"Z"] * 9)):
        print(f"| {what}, 95 of 100 below, ms | {keys_of(prematch, keys, 1).p95:.1f} | | |")
    typing(prematch)
    bench = prematch()
    print(f"| idle, % of a processor | {bench.idle(10):.2f} | | |")
    closed(bench)


def typing(prematch: Callable[[], Bench]) -> None:
    """A letter typed in the editor with its checks on, beside a bare text area."""
    letters = [letter.encode() for letter in "the families who come back" * 2]
    bench = prematch()
    for key in (b"j", b"j", b"m", b"\r"):
        bench.send(key)
        bench.rest(0.8)
    own = bench.keys(letters)
    closed(bench)
    bare = Bench(TEXT, until="long enough")
    other = bare.keys(letters)
    closed(bare)
    row("a letter typed, 95 of 100 below, ms", own.p95, "TextArea", other.p95)


def keys_of(make: Callable[[], Bench], keys: list[bytes], runs: int, before: list[bytes] | None = None) -> Keys:
    """The answers to those keys over several runs; the keys before them are not counted."""
    answers = Keys()
    for _ in range(runs):
        bench = make()
        bench.keys([*(before or ()), b"\x1b[H"])
        one = bench.keys(keys)
        answers.milliseconds += one.milliseconds
        answers.sizes += one.sizes
        closed(bench)
    return answers


def row(what: str, own: float, beside: str, other: float) -> None:
    """Print one line of the table."""
    print(f"| {what} | {own:.1f} | {beside} {other:.1f} | {own / other:.2f} |", flush=True)


def closed(bench: Bench) -> None:
    """End that program."""
    bench.close()


if __name__ == "__main__":
    main()

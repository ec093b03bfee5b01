"""The bars that speed and memory are measured against, and the table in which the benchmarks print them."""

from __future__ import annotations

from typing import NamedTuple

SIZES = {"S": (217, 1_000, 20), "L": (2_000, 20_000, 200)}
"""Programs, letters and interviews of the two seasons that are measured."""
NOW = "2026-11-24T14:05+01:00"


class Bar(NamedTuple):
    """What is to be reached: a ratio where something stands beside it, else the figure itself."""

    small: float
    """For the season S, which is one applicant's."""
    large: float
    """For the season L, ten times as large."""


BARS = {
    "first picture, ms": Bar(1.25, 2.2),
    "memory, MiB": Bar(1.6, 4),
    "`j`, median ms": Bar(0.6, 0.6),
    "`j`, 95 of 100 below, ms": Bar(1.0, 1.0),
    "`j`, median ms, beside the season S": Bar(1.15, 1.15),
    "bytes for a `j` inside the page, median": Bar(2_000, 2_000),
    "bytes for a `j` over 200 rows, mean": Bar(5_000, 5_000),
    "pan, 95 of 100 below, ms": Bar(50, 120),
    "zoom, 95 of 100 below, ms": Bar(50, 120),
    "fold all, 95 of 100 below, ms": Bar(50, 120),
    "a filter typed, 95 of 100 below, ms": Bar(50, 120),
    "next view, 95 of 100 below, ms": Bar(50, 120),
    "Review opened, median ms": Bar(50, 120),
    "Review opened again, median ms": Bar(50, 120),
    "a status chosen, median ms": Bar(16, 50),
    "a letter typed, 95 of 100 below, ms": Bar(1.2, 1.2),
    "idle, % of a processor": Bar(0.2, 0.2),
    "the agenda, ms": Bar(10, 100),
    "all checks on a 250-word draft, ms": Bar(10, 40),
    "a change applied, the screen held, ms": Bar(16, 50),
    "that change durable, ms": Bar(3, 3),
    "`prematch agenda`, whole process, ms": Bar(0.6, 2),
}
"""By what is measured; what is not named here is printed without a bar."""


class BarTable:
    """A table printed line by line while the figures are taken."""

    def __init__(self, size: str) -> None:
        """Print its head; `size` is the season measured, S or L."""
        self._size = size
        print(
            f"| season {size} | prematch | beside | ratio | bar | |\n| --- | --- | --- | --- | --- | --- |", flush=True
        )

    def row(self, what: str, own: float, beside: str = "", other: float = 0.0) -> None:
        """Print one line, with what stands beside it and a word when the bar is missed."""
        reached = own / other if beside else own
        against, ratio = (f"{beside} {other:.1f}", f"{reached:.2f}") if beside else ("", "")
        bar = BARS[what][self._size == "L"] if what in BARS else None
        word = "over" if bar is not None and reached > bar else ""
        print(f"| {what} | {own:.1f} | {against} | {ratio} | {bar or ''} | {word} |", flush=True)

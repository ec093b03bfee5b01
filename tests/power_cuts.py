"""Every state a power cut may leave, in the manner of ALICE: what no sync has confirmed may be there or not.

Bytes without a sync may be missing, cut short, zeros, or there in part; names without a sync of
their folder may have changed or not, each for itself, which also stands for any order among them.
A rename is one step, and a sync is believed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, product
from pathlib import Path
from random import Random

from tests.memory_disk import FOLDER, Event, FolderSynced, Medium, MemoryDisk, Named, Synced, Wrote, medium_of

Names = dict[Path, int]


class Platter:
    """What is safe on the medium and what is only on its way, as the journal goes on."""

    def __init__(self, disk: MemoryDisk) -> None:
        first = MemoryDisk(disk.root, disk.start)
        self.root = disk.root
        self.safe: dict[int, bytes] = dict(first.bytes)
        self.written: dict[int, list[bytes]] = {}
        self.names: Names = dict(first.names_now)
        self.renamed: dict[Path, list[Named]] = {}

    def take(self, event: Event) -> None:
        """One more call reaches the system."""
        match event:
            case Wrote(file, now):
                self.written.setdefault(file, []).append(now)
            case Synced(file):
                self.safe[file] = self.written.pop(file, [self.safe.get(file, b"")])[-1]
            case Named(names):
                self.renamed.setdefault(names[0][0].parent, []).append(event)
            case FolderSynced(folder):
                _apply(self.names, self.renamed.pop(folder, []))

    def states(self) -> Iterator[Medium]:
        """Every medium that may be found when the power comes back now."""
        for chosen in product(*(_subsets(changes) for changes in self.renamed.values())):
            names = dict(self.names)
            _apply(names, list(chain.from_iterable(chosen)))
            yield from self._fillings(names)

    def drawn_state(self, draw: Random) -> Medium:
        """One of these, where there are too many to look at each."""
        names = dict(self.names)
        for changes in self.renamed.values():
            _apply(names, [change for change in changes if draw.random() < 0.5])
        numbers = sorted({number for number in names.values() if number != FOLDER})
        return medium_of(self.root, names, {number: draw.choice(self._possible(number)) for number in numbers})

    def _fillings(self, names: Names) -> Iterator[Medium]:
        numbers = sorted({number for number in names.values() if number != FOLDER})
        for data in product(*(self._possible(number) for number in numbers)):
            yield medium_of(self.root, names, dict(zip(numbers, data, strict=True)))

    def _possible(self, number: int) -> tuple[bytes, ...]:
        safe, pieces = self.safe.get(number, b""), self.written.get(number)
        if not pieces:
            return (safe,)
        now = pieces[-1]
        half = len(now) // 2
        zeros_after, zeros_before = now[:half] + bytes(len(now) - half), bytes(half) + now[half:]
        return tuple(dict.fromkeys((safe, now, now[:half], bytes(len(now)), zeros_after, zeros_before, pieces[0])))


def _subsets(changes: list[Named]) -> Iterator[tuple[Named, ...]]:
    return chain.from_iterable(combinations(changes, size) for size in range(len(changes) + 1))


def _apply(names: Names, changes: list[Named]) -> None:
    for path, number in chain.from_iterable(change.names for change in changes):
        if number is None:
            names.pop(path, None)
        else:
            names[path] = number

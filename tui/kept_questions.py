"""Where words half typed in questions are kept beside one season, until their question is opened again."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from store import places
from store.errors import FileTrouble

if TYPE_CHECKING:
    from concurrent.futures import Executor

ABOUT = "\n"
"""Stands between the title of a question and what it is about; no title holds it."""
KEPT_SECONDS = 30 * 24 * 3600.0
"""How long it is kept for a question that nobody opens again."""
Kept: TypeAlias = dict[str, dict[str, str]]
"""The texts of each question by its title and what it is about, each by the name of its field."""


def place_of(season: Path) -> Path:
    """Where it is kept for the season file at that path, and for no other."""
    return places.state_folder() / f"half-typed-{places.mark_of(season)}.json"


class HalfTypedFile:
    """Where it is written down while it is typed, in a thread of its own: no letter waits for the disk.

    It is safe from an end of the program, not from a power cut.
    """

    def __init__(self, place: Path) -> None:
        self.answered: Kept = {}
        """Questions that were answered, with their texts, while what they were answered for is not saved yet."""
        self._place = place
        self._thread: Executor | None = None

    def note(self, question: str, texts: dict[str, str]) -> None:
        """Have these texts of that question written down, or the question forgotten when there are none."""
        from concurrent.futures import ThreadPoolExecutor

        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, "half typed")
        self._thread.submit(_note, self._place, question, texts)

    def close(self) -> None:
        """Wait until the newest is written."""
        if self._thread is not None:
            self._thread.shutdown()
            self._thread = None


def read_half_typed(place: Path, *, at: float | None = None) -> Kept:
    """What was kept, empty when there is nothing; a file that makes no sense, or is older than a month, is nothing.

    `at` is the present moment in seconds of the system's clock.
    """
    try:
        if (time.time() if at is None else at) - place.stat().st_mtime > KEPT_SECONDS:
            return {}
        found = json.loads(place.read_text(encoding="utf-8"))
        return {str(title): {str(name): str(text) for name, text in texts.items()} for title, texts in found.items()}
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}


def forget_half_typed(place: Path, *questions: str) -> None:
    """Take these questions out of the file once they have been answered or given up; the last one takes it along."""
    kept = read_half_typed(place)
    rest = {title: texts for title, texts in kept.items() if title not in questions}
    if rest and rest != kept:
        write_half_typed(place, rest)
    elif not rest:
        with suppress(OSError):
            place.unlink(missing_ok=True)


def _note(place: Path, question: str, texts: dict[str, str]) -> None:
    if texts:
        write_half_typed(place, read_half_typed(place) | {question: texts})
    else:
        forget_half_typed(place, question)


def write_half_typed(place: Path, found: Kept) -> None:
    """Write it where only its owner may read; a disk that refuses is no reason to stop."""
    from store.disk import Disk
    from store.safe_write import make_folders
    from tui.private_files import write_private

    with suppress(FileTrouble, OSError):
        make_folders(Disk(), place.parent)
        write_private(place, json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"), over=True)


def words_about(found: Kept) -> str:
    """One sentence that says what was kept and how to have it back."""
    titles = ", ".join(dict.fromkeys(f"“{question.partition(ABOUT)[0]}”" for question in found))
    return f"When prematch was ended, {titles} stood half filled in. Open it again, and what you had typed is there."

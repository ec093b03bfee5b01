"""The first hour in a real terminal: from an empty machine to the first draft copied, with every key press counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.words import Direction, Kind, LetterState, Status
from tests.test_walk import SHEET, season_of, start
from tests.walking import Walker

MOST_KEYS = 150
"""Key presses beyond the words the person types: names, numbers, a path, the sentences of the message."""


class CountingWalker:
    """Counts what is pressed apart from what is typed."""

    def __init__(self, walker: Walker) -> None:
        self.walker = walker
        self.keys = 0

    def press(self, *keys: str) -> None:
        """Keys that act."""
        self.walker.press(*keys)
        self.keys += len(keys)

    def type(self, words: str) -> None:
        """Words of the person's own."""
        self.walker.press(words)

    def sees(self, pattern: str) -> None:
        """Wait for the screen to show that."""
        self.walker.sees(pattern)


@pytest.mark.parametrize("way", ["i", "l"], ids=["file", "typed"])
def test_the_first_draft_is_on_the_clipboard_within_150_keys(tmp_path: Path, way: str) -> None:
    sheet = tmp_path / "programs.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    walker = start(tmp_path, (80, 24))
    try:
        person = CountingWalker(walker)
        who_i_am(person)
        my_programs(person, way, sheet)
        how_far_things_are(person)
        first_draft(person)
        person.press("q", "q", "q")
        walker.wait()
    finally:
        walker.close()
    assert 20 <= person.keys <= MOST_KEYS, "fewer would mean that something was not pressed"
    season = season_of(tmp_path)
    assert season.profile.name == "Noor Halvard"
    assert [one.status for one in season.programs] == [
        Status.APPLIED,
        Status.INVITED,
        Status.APPLIED,
        Status.REJECTED,
        Status.PLANNED,
    ]
    (letter,) = season.letters
    assert (letter.kind, letter.direction, letter.state) == (Kind.ACCEPT, Direction.OUT, LetterState.DRAFT)
    (copied,) = (tmp_path / "home" / "state").rglob("last-copy.txt")
    words = copied.read_text(encoding="utf-8")
    assert "Noor Halvard" in words and "Brightwater" in words and "[" not in letter.body


def who_i_am(person: CountingWalker) -> None:
    person.sees("set up mine")
    person.sees("nothing ever leaves this machine")
    person.press("s")
    person.sees("About you")
    person.type("Noor Halvard")
    person.press("enter", "enter")
    person.type("10099002")
    person.press("enter")
    person.type("Rowan Medical University")
    person.press("enter", "enter")


def my_programs(person: CountingWalker, way: str, sheet: Path) -> None:
    person.sees("Where are your programs")
    person.press(way)
    if way == "i":
        person.sees("saved as CSV, or .xlsx")
        person.type(str(sheet))
        person.press("enter")
    else:
        person.sees("One program a line")
        for number, row in enumerate(SHEET.splitlines()[1:]):
            if number:
                person.press("enter")
            person.type(", ".join(row.split(",")[:3]))
        person.press("\x13")
    person.sees("5 programs new")
    person.press("enter")


def how_far_things_are(person: CountingWalker) -> None:
    person.sees("Where do things stand")
    person.press("a", "i", "a", "r", "space", "enter")
    person.sees(r"1 thing is due")


def first_draft(person: CountingWalker) -> None:
    person.press("m")
    person.sees("Checks")
    for words in (
        "Program Coordinator",
        "Thursday 3 December, 8:00 Central Time",
        "Wednesday 9 December, 13:00 Central Time",
    ):
        person.type(words)
        person.press("tab")
    person.sees("No blank is left")
    person.press("esc")
    person.sees("y copy")
    person.press("y")
    person.sees("last-copy.txt|Copied|copied")

"""The main job from an empty machine to a message sent, by keys in a real terminal, and everything found again."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.season import Season
from store.season_file import SeasonFile
from store.words import Direction, Kind, LetterState, Status
from tests.walking import Walker

NOW = "2026-11-24T14:05+01:00"
SHEET = "Program,City,State,Time zone\n" + "".join(
    f"{name},{city},{state},{zone}\n"
    for name, city, state, zone in (
        ("Alder Ridge Children's Hospital", "Alder Ridge", "OH", "America/New_York"),
        ("Brightwater University", "Brightwater", "IL", "America/Chicago"),
        ("Copper Mesa Pediatrics", "Copper Mesa", "AZ", "America/Phoenix"),
        ("Dunlin Bay Medical Center", "Dunlin Bay", "MA", "America/New_York"),
        ("Elder Falls University", "Elder Falls", "WA", "America/Los_Angeles"),
    )
)


def start(folder: Path, size: tuple[int, int]) -> Walker:
    """The program as a new user starts it: an empty home, a fixed moment."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    return Walker(
        "--now", NOW, "--home", "Europe/Warsaw", size=size, HOME=str(home), XDG_DATA_HOME=str(home / "data"),
        XDG_STATE_HOME=str(home / "state"), XDG_CONFIG_HOME=str(home / "config"),
    )  # fmt: skip


def season_of(folder: Path) -> Season:
    """What is on disk."""
    (path,) = (folder / "home" / "data").rglob("season.json")
    return SeasonFile.open(path, read_only=True).season


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
def test_from_a_spreadsheet_to_a_message_sent(tmp_path: Path, size: tuple[int, int]) -> None:
    sheet = tmp_path / "programs.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    walker = start(tmp_path, size)
    try:
        take_in_the_sheet(walker, sheet)
        mark_and_book(walker)
        write_and_send(walker)
        clear_what_is_due(walker)
        leave(walker)
    finally:
        walker.close()
    check_the_file(season_of(tmp_path))
    again = start(tmp_path, size)
    try:
        again.sees(r"\[3 Review")  # where it was left
        again.press("1")
        again.sees(r"BKD Brightwater")
        again.press("q", "q")
        assert again.wait() == 0
    finally:
        again.close()


def take_in_the_sheet(walker: Walker, sheet: Path) -> None:
    walker.sees("my spreadsheet")
    walker.press("i")
    walker.sees("saved as CSV, or .xlsx")
    walker.press(str(sheet), "enter")
    walker.sees("5 programs new")
    walker.press("enter")
    walker.sees("Where do things stand")
    walker.press("enter")
    walker.sees("About you")
    walker.press("esc")
    walker.sees("Planned 5")
    walker.sees("> PLN Alder Ridge")


def mark_and_book(walker: Walker) -> None:
    walker.press("space", "space", "s")
    walker.sees("Status of 2 programs")
    walker.press("a")
    walker.sees("Applied: 2 programs")
    walker.press("/")
    walker.press("brightwater", "enter")
    walker.sees("> APP Brightwater")
    walker.press("i")
    walker.sees("An invitation from Brightwater")
    walker.press("enter", "3 dec 8am; 9 dec 13:00", "\x13")
    walker.sees("INV Brightwater")
    walker.press("B")
    walker.sees(r"Thu 3 Dec 2026 08:00 CST = 15:00 CET here")
    walker.press("1")
    walker.sees("BKD Brightwater")


def write_and_send(walker: Walker) -> None:
    walker.press("enter")
    walker.sees("15:00 CET here")
    walker.press("a", "c")
    walker.sees("A person at Brightwater")
    walker.press("Ida Morrow", "enter", "enter", "Ms.", "enter", "enter", "ida@brightwater.example", "enter", "enter")
    walker.sees("Person added: Ida Morrow")
    walker.press("m")
    walker.sees("A message to Brightwater")
    walker.press("accept", "enter")
    walker.sees("Subject")
    walker.sees("Checks")
    fill_the_blanks(walker)
    walker.press("esc")
    walker.sees("y copy")
    walker.sees("saved")
    walker.press("y")
    walker.sees("last-copy.txt|Copied|copied")
    walker.press("M")
    walker.sees("Sent when")
    walker.press("enter")
    walker.sees("sent")


def fill_the_blanks(walker: Walker) -> None:
    """The name in the subject, the name and the AAMC ID in the signature; tab goes from blank to blank."""
    for answer in ("Noor Halvard", "Noor Halvard", "10099002"):
        walker.press("tab", answer)
    walker.press("tab")
    walker.sees("No blank is left")


def clear_what_is_due(walker: Walker) -> None:
    walker.press("3")
    walker.sees(r"\[3 Review")
    walker.press("a")
    walker.sees("A follow-up")
    walker.press("Ask for the parking map", "enter", "today 20:00", "enter")
    walker.sees("parking map")
    walker.press("d")
    walker.sees("Done: ")


def leave(walker: Walker) -> None:
    walker.press("q", "q")
    assert walker.wait() == 0
    assert b"Saved." in walker.output


def check_the_file(season: Season) -> None:
    assert [program.status for program in season.programs] == [
        Status.APPLIED,
        Status.BOOKED,
        Status.PLANNED,
        Status.PLANNED,
        Status.PLANNED,
    ]
    (interview,) = season.interviews
    assert interview.starts.zone == "America/Chicago" and f"{interview.starts.local:%d %b %H:%M}" == "03 Dec 08:00"
    (letter,) = [one for one in season.letters if one.direction is Direction.OUT]
    assert letter.kind is Kind.ACCEPT and letter.state is LetterState.SENT and "[" not in letter.body
    assert len(season.decisions) >= 1

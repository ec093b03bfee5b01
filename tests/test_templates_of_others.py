"""Lists made from the templates that go round among applicants, of Google Sheets and of Notion, are understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.dates import DayOrder, days_written
from store.exchange.sheet_hours import minutes_told
from store.exchange.spreadsheet import lines_as_sheet, preview, read_spreadsheet, read_two_ways
from store.season import Season
from store.words import Status
from tests.command_shell import Shell
from tests.on_screen import on_screen
from tests.test_own_lists import NOW, a_file, previewed, taken

GOOGLE = """Program Name,ACGME ID,NRMP Program Code,City,State,Application Submitted?,Interview Invite Date,\
Interview Date,Interview Time (EST),Interview Type,Interviewers,Program Coordinator,PC Email,Thank You Sent?,LOI Sent,\
Rank,Score (1-10),Notes
Northgate Medical Center,1403521234,1234140C0,Boston,MA,Yes,10/12/2026,11/19/2026,9:00 AM - 3:30 PM,Virtual,\
"Dr. Ana Lund, Dr. Ravi Stone",Tom Reed,tom@northgate.example,Yes 11/20,1/15,1,9,4+1 schedule
Marlow,,,Dallas,TX,Yes,Rejected 10/30,,,,,,,,,,,
"""
NOTION = """Name,Status,Priority,Location,Interview Date,Format,Contact,Thank you note
Northgate,Interview Scheduled,High,"Boston, MA","November 19, 2026 9:00 AM (EST)",Zoom,\
Tom Reed (tom@north.example),Not started
Harborwick,Booked,Medium,Seattle WA,"December 3, 2026 8:00 AM → 2:00 PM",In-person,,
Marlow,Ghosted,Low,Tampa FL 33601,,,,
Elm,Declined Interview,,,,,,
Redmesa,Alternate list,,,,,,
Ash,Withdrew Oct 14,,,,,,
"""


def test_the_template_of_a_google_sheet(tmp_path: Path) -> None:
    season = taken(tmp_path, GOOGLE)
    north, marlow = season.programs
    assert (north.status, marlow.status) == (Status.INTERVIEWED, Status.REJECTED)
    assert marlow.statuses[-1].at.day.isoformat() == "2026-10-30"
    assert (season.interviews[0].minutes, len(season.interviews[0].contact_ids)) == (390, 2)
    assert "LOI Sent: 1/15; Score (1-10): 9" in season.notes[0].text


def test_the_template_of_notion(tmp_path: Path) -> None:
    found = previewed(tmp_path, NOTION)
    assert found.kept == ()
    programs = {one.name: one for one in found.added}
    assert {name: one.status for name, one in programs.items()} == {
        "Northgate": Status.INTERVIEWED,
        "Harborwick": Status.BOOKED,
        "Marlow": Status.APPLIED,
        "Elm": Status.WITHDRAWN,
        "Redmesa": Status.WAITLISTED,
        "Ash": Status.WITHDRAWN,
    }
    assert [programs[name].tier for name in ("Northgate", "Harborwick", "Marlow")] == ["A", "B", "C"]
    assert [(programs[name].city, programs[name].state) for name in ("Harborwick", "Marlow")] == [
        ("Seattle", "WA"),
        ("Tampa", "FL"),
    ]
    assert [one.name for one in found.contacts] == ["Tom Reed"]
    assert {one.minutes for one in found.interviews} == {240, 360}


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("9:00 AM - 1:00 PM", 240),
        ("8am-2pm", 360),
        ("8-2pm", 360),
        ("11:30 – 1", 90),
        ("December 3, 2026 8:00 AM → 12:30 PM", 270),
        ("2026-12-03 8:00-12:30", 270),
        ("13:00 to 17:15", 255),
        ("9:00 AM", None),
        ("12-3", None),  # a day of December
        ("2026-12-03", None),
        ("12/3-12/4", None),
        ("9:00 AM - 9:05 AM", None),  # no interview is so short
        ("25:00-26:00", None),
        ("", None),
    ],
)
def test_how_long_an_interview_lasts_is_told_by_its_two_hours(words: str, minutes: int | None) -> None:
    assert minutes_told(words) == minutes


@pytest.mark.parametrize(
    "cell", ["Rejected 31/31", "Rejected 12/20/2026", "Hopeful 10/30", "Rejected soon", "10/30", "Rejected"]
)
def test_a_status_with_a_day_that_cannot_be_is_no_such_step(tmp_path: Path, cell: str) -> None:
    season = taken(tmp_path, f"Program,Status,Applied\nAlder,{cell},9/24/2026\n")
    rejected = [one for one in season.programs[0].statuses if one.status is Status.REJECTED]
    assert all(one.at == NOW for one in rejected), "no day is made up"
    assert bool(rejected) == (cell == "Rejected")


def test_a_line_that_ends_in_a_status_says_how_far_it_has_come() -> None:
    text = "Alder Ridge, Marrow, MN, applied\nTamsin Bay - invited\nKestrel; Portland; OR\n"
    text += "Silent Bay, Fenwick, OH (waitlist)"
    found = preview(Season(), lines_as_sheet(text), now=NOW)
    assert [(one.name, one.city, one.state, one.status) for one in found.added] == [
        ("Alder Ridge", "Marrow", "MN", Status.APPLIED),
        ("Tamsin Bay", "", "", Status.INVITED),
        ("Kestrel", "Portland", "OR", Status.PLANNED),
        ("Silent Bay", "Fenwick", "OH", Status.WAITLISTED),
    ]


def test_dates_that_can_be_read_two_ways_are_said_and_settled_by_the_persons_own_order(tmp_path: Path) -> None:
    content = "Program,Interview date\nAlder,11/2/2026 9:00\n"
    sheet = read_spreadsheet(a_file(tmp_path, content))
    assert read_two_ways(preview(Season(), sheet, now=NOW), sheet) == "11/2/2026"
    with days_written(DayOrder.MONTH_FIRST):
        sheet = read_spreadsheet(a_file(tmp_path, content))
        found = preview(Season(), sheet, now=NOW)
    assert read_two_ways(found, sheet) == "" and found.interviews[0].starts.day.isoformat() == "2026-11-02"


def test_the_command_says_so_and_what_an_loi_is_to_be_logged_as(demo: Shell, tmp_path: Path) -> None:
    path = a_file(tmp_path, "Program,Interview date,LOI sent\nAlder,11/2/2026 9:00,yes\n")
    said = demo("import", str(path), "--dry-run").err
    assert "Dates such as 11/2/2026 can be read two ways" in said and "logs what it promised" in said


async def test_the_screen_says_so_too(tmp_path: Path) -> None:
    path = a_file(tmp_path, "Program,Interview date,LOI sent\nAlder,11/2/2026 9:00,yes\n")
    async with on_screen(Season(), tmp_path) as seen:
        await seen.press("i")
        await seen.write(str(path))
        await seen.press("enter")
        assert "Dates such as 11/2/2026 can be read two ways." in seen.text
        assert "what it promised is logged" in seen.text

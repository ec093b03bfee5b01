"""A calendar invitation inside a mail is told, and the interview in it is taken in only after a look."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.words import Kind, Status
from templates.incoming.calendar_part import title_of, why_none_to_book
from templates.incoming.reading import calendar_in, read_mail
from tests.command_shell import Shell
from tests.examples import NOW, a_contact, a_program, a_season
from tests.incoming_mail import a_mail
from tests.on_screen import on_screen
from tests.test_screen_incoming import ASKED, comes
from tui.asking.offered import offers_typed
from tui.commands import MESSAGES
from tui.screens.calendar_file import CalendarScreen
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.form import Form
from tui.screens.editor import EditorScreen
from tui.screens.messages import MessagesScreen

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
UID:day-1@brightwater.example
DTSTAMP:20261123T220000Z
DTSTART:20261204T150000Z
DTEND:20261204T200000Z
SUMMARY:Interview day
LOCATION:https://meet.example/day
END:VEVENT
END:VCALENDAR
"""
NO_EVENT = "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n"
HEAD = (
    "From: Ines Wexley <ines.wexley@brightwater.example>\nDate: Mon, 23 Nov 2026 16:20:00 -0600\n"
    "Subject: Your interview day\nMIME-Version: 1.0\n"
)
EVENT = "“Interview day”, Fri 4 Dec 2026 15:00 UTC"
TOLD = f"A calendar invitation is in it: {EVENT}."


def with_part(kind: str, calendar: str = CALENDAR) -> bytes:
    return (
        f'{HEAD}Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nPlease see below.\n'
        f"--b\nContent-Type: {kind}\n\n{calendar}\n--b--\n"
    ).encode()


PARTS = (
    "text/calendar; charset=utf-8; method=REQUEST",
    'application/ics; name="invite.ics"\nContent-Disposition: attachment; filename="invite.ics"',
    'application/octet-stream\nContent-Disposition: attachment; filename="Day.ICS"',
)


@pytest.mark.parametrize("kind", PARTS)
def test_the_invitation_is_told_and_its_text_is_no_word_of_the_mail(kind: str) -> None:
    mail = read_mail(with_part(kind), now=NOW)
    assert mail.body == "Please see below." and mail.notices == ()
    assert title_of(mail.calendar) == EVENT
    assert mail.calendar.startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize("calendar", [NO_EVENT, "BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "nothing", "\x00" * 40])
def test_one_that_holds_no_event_is_passed_over(calendar: str) -> None:
    mail = read_mail(with_part(PARTS[0], calendar), now=NOW)
    assert mail.body == "Please see below." and mail.calendar == b""


def test_a_mail_that_is_an_invitation_alone_says_what_the_invitation_says() -> None:
    mail = read_mail(f"{HEAD}Content-Type: text/calendar; method=REQUEST\n\n{CALENDAR}".encode(), now=NOW)
    assert mail.body == "Interview day\nFri 4 Dec 2026 15:00 UTC\nhttps://meet.example/day"


def test_an_hour_that_the_clocks_leave_out_is_told_as_it_was_written() -> None:
    skipped = CALENDAR.replace("DTSTART:20261204T150000Z", "DTSTART;TZID=America/New_York:20270314T023000")
    mail = read_mail(f"{HEAD}Content-Type: text/calendar; method=REQUEST\n\n{skipped}".encode(), now=NOW)
    assert mail.body.split("\n")[1] == "Sun 14 Mar 2027 02:30 America/New_York"
    assert title_of(mail.calendar) == "“Interview day”, Sun 14 Mar 2027 02:30 America/New_York"


@pytest.mark.parametrize("data", [b"", b"\xff" * 90, a_mail("no calendar")])
def test_without_a_calendar_there_is_none(data: bytes) -> None:
    assert calendar_in(data) == b""


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize("look", [True, False])
async def test_on_screen_the_interview_is_offered_and_taken_in_after_a_look(
    tmp_path: Path, size: tuple[int, int], look: bool
) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(with_part(PARTS[0]))
    season = a_season(a_program(status=Status.INVITED), a_contact(email="ines.wexley@brightwater.example"))
    async with on_screen(season, tmp_path, at=MESSAGES, size=size) as screen:
        await screen.press("a", "f")
        assert await comes(screen, Ask)
        await screen.write(str(path))
        await screen.press("enter")
        assert await comes(screen, Form)
        await screen.press("ctrl+s")
        assert await comes(screen, Confirm)
        assert "Look at the interview" in screen.text and "Fri 4 Dec 2026 15:00 UTC" in screen.text
        await screen.press("y" if look else "n")
        assert screen.season.letters[-1].subject == "Your interview day"
        if look:
            assert await comes(screen, CalendarScreen)
            assert a_program().name in screen.text and "enter takes them in" in screen.text
            await screen.press("enter")
        assert bool(screen.reloaded().interviews) is look


@pytest.mark.parametrize("look", [True, False])
async def test_a_flagged_one_offers_its_interview_before_the_answer_it_wants(tmp_path: Path, look: bool) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(with_part(PARTS[0]).replace(b"Please see below.", ASKED.encode()))
    season = a_season(a_program(status=Status.INVITED), a_contact(email="ines.wexley@brightwater.example"))
    async with on_screen(season, tmp_path, at=MESSAGES) as screen:
        await screen.press("a", "f")
        assert await comes(screen, Ask)
        await screen.write(str(path))
        await screen.press("enter")
        assert await comes(screen, Form)
        await screen.press("ctrl+s")
        assert await comes(screen, Confirm)
        assert ASKED in screen.text
        await screen.press("y")
        assert await comes(screen, Confirm)
        assert "Look at the interview" in screen.text
        await screen.press("y" if look else "n")
        if look:
            assert await comes(screen, CalendarScreen)
            await screen.press("enter")
        assert await comes(screen, Confirm)
        assert "Begin the answer now?" in screen.text
        await screen.press("y")
        assert await comes(screen, EditorScreen)
        assert bool(screen.reloaded().interviews) is look


async def test_a_second_look_is_told_and_no_interview_is_made_of_it(tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(with_part(PARTS[0]).replace(b"Please see below.", b"We invite you to our second look."))
    season = a_season(a_program(status=Status.INTERVIEWED), a_contact(email="ines.wexley@brightwater.example"))
    async with on_screen(season, tmp_path, at=MESSAGES) as screen:
        await screen.press("a", "f")
        assert await comes(screen, Ask)
        await screen.write(str(path))
        await screen.press("enter")
        assert await comes(screen, Form)
        await screen.press("ctrl+s")
        assert await comes(screen, MessagesScreen)
        assert screen.season.letters[-1].kind is Kind.SECOND_LOOK
        assert any(f"In its calendar invitation: {EVENT}" in told.message for told in screen.app._notifications)


@pytest.mark.parametrize(
    ("found", "instead", "said"),
    [
        ("DTSTART:20261204", "DTSTART:20261104", "is past"),
        ("DTSTART:20261204T150000Z", "DTSTART;TZID=Nowhere:20261104T150000", "is past"),
        ("Subject:", "Auto-Submitted: auto-replied\nSubject:", "A machine replied"),
    ],
)
async def test_an_interview_that_is_past_or_came_with_an_automatic_reply_is_told_and_not_offered(
    tmp_path: Path, found: str, instead: str, said: str
) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(with_part(PARTS[0]).decode().replace(found, instead, 1).encode())
    season = a_season(a_program(status=Status.INTERVIEWED), a_contact(email="ines.wexley@brightwater.example"))
    async with on_screen(season, tmp_path, at=MESSAGES) as screen:
        await screen.press("a", "f")
        assert await comes(screen, Ask)
        await screen.write(str(path))
        await screen.press("enter")
        assert await comes(screen, Form)
        await screen.press("ctrl+s")
        assert await comes(screen, MessagesScreen)
        assert any(said in told.message for told in screen.app._notifications)
        assert screen.season.interviews == ()


@pytest.mark.parametrize("instead", ["STATUS:CANCELLED\nDTSTART:20261104", "DTSTART:20261304", "DTSTART:20261204"])
def test_a_cancellation_a_broken_start_and_a_day_ahead_are_looked_at(instead: str) -> None:
    mail = read_mail(with_part(PARTS[0], CALENDAR.replace("DTSTART:20261204", instead)), now=NOW)
    assert not mail.calendar or why_none_to_book(mail, zone="America/Chicago", now=NOW) == ""


def test_what_a_portal_sends_out_by_itself_is_no_automatic_reply() -> None:
    for word, replied in (("auto-generated", False), ("auto-replied", True), ("no", False)):
        data = with_part(PARTS[0]).replace(b"Subject:", f"Auto-Submitted: {word}\nSubject:".encode(), 1)
        assert read_mail(data, now=NOW).is_automatic is replied


def test_by_command_the_mail_file_is_imported_like_a_calendar(demo: Shell, tmp_path: Path) -> None:
    program = next(one for one in demo.season.programs if one.status is Status.INVITED)
    path = tmp_path / "mail.eml"
    path.write_bytes(with_part(PARTS[0]))
    said = demo("received", program.id, "--eml", str(path))
    assert said.code == 0 and TOLD in said.err and f"`prematch import {path}`" in said.err
    said = demo("import", str(path), "--program", program.id, "--yes")
    assert said.code == 0, said.err
    interview = demo.season.interviews[-1]
    assert (interview.program_id, interview.starts.at.isoformat()) == (program.id, "2026-12-04T15:00:00+00:00")
    path.write_bytes(a_mail("no calendar"))
    said = demo("import", str(path))
    assert said.code != 0 and "carries no calendar invitation" in said.err


async def test_a_program_whose_zone_exists_nowhere_is_asked_about_at_home(tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(with_part(PARTS[0]))
    nowhere = a_program(status=Status.INVITED, zone="Nowhere/Atall")
    season = a_season(nowhere, a_contact(email="ines.wexley@brightwater.example"))
    async with on_screen(season, tmp_path, at=MESSAGES) as screen:
        (offer,), _ = offers_typed(screen.app, nowhere)("4 dec 9am")
        assert offer.zone == screen.app.now().zone
        await screen.press("a", "f")
        assert await comes(screen, Ask)
        await screen.write(str(path))
        await screen.press("enter")
        assert await comes(screen, Form)
        await screen.press("ctrl+s")
        assert await comes(screen, Confirm)
        assert "Look at the interview" in screen.text

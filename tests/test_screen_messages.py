"""Messages: what is drafted, ready, sent and received, and how a message leaves the app from the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.message import Message

from store.dates import Home
from store.demo.demo_season import demo_season
from store.records import Program
from store.season import Season
from store.words import Kind, LetterState, Promise, Status
from tests.examples import NOW, a_contact, a_letter, a_program, a_season, an_interview, at
from tests.on_screen import SIZES, OnScreen, cursor_line, on_screen, status
from tui import handing_over
from tui.commands import MESSAGES
from tui.message_table import EMPTY, RECEIVED, ago
from tui.requests import OpenLetter, WriteLetter
from tui.screens.dialogs.confirm import Confirm
from tui.screens.messages import MessagesScreen
from tui.spelling import Spelling

DEMO = demo_season(NOW)
HOSTILE = "[/b]Fenwick[@click=app.quit]x[/]"
OTHER = "Marrow Lake"
BODY = (
    "Dear Dr. Wexley,\n\nThank you for the time you gave me on Monday. Your account of the clinic in the mill "
    "quarter stayed with me, and so did the way your residents spoke of their teachers and of each other. "
    "I came away wanting to learn there, and I am grateful for the care with which you answered.\n\n"
    "Sincerely,\nNoor Halvard, MD\nAAMC ID 19990001"
)


def fine(letter_id: str = "l-letter", **fields: Any) -> Season:
    """A season with one draft in which the checks stop nothing."""
    letter = a_letter(letter_id, contact_ids=("c-wexley",), subject="Thank you, Noor Halvard", body=BODY, **fields)
    person = a_contact(email="ines.wexley@brightwater.example")
    return a_season(a_program(status=Status.INTERVIEWED), person, an_interview(starts=at("2026-11-23 15:00")), letter)


def stopped() -> Season:
    """One whose draft names another program, which a person may go past."""
    season = fine()
    words = BODY.replace("the mill quarter", f"the mill quarter, as at {OTHER},")
    programs = (*season.programs, Program("p-marrow", OTHER, statuses=season.programs[0].statuses))
    return replace(season, programs=programs, letters=(replace(season.letters[0], body=words),))


UNFILLED = replace(fine(), letters=(replace(fine().letters[0], body=BODY.replace("on Monday", "on [which day]")),))


def the_messages(screen: OnScreen) -> MessagesScreen:
    found = screen.app.screen
    assert isinstance(found, MessagesScreen)
    return found


async def comes(screen: OnScreen, holds: Callable[[], bool]) -> bool:
    """Whether that comes true within a few seconds."""
    for _ in range(300):
        if holds():
            return True
        await screen.pilot.pause(0.01)
    return False


def asked(screen: OnScreen, monkeypatch: pytest.MonkeyPatch) -> list[Message]:
    """What the screen asks the app to open from here on."""
    requests: list[Message] = []
    post = screen.app.screen.post_message

    def kept(message: Message) -> bool:
        if isinstance(message, WriteLetter | OpenLetter):
            requests.append(message)
            return True
        return post(message)

    monkeypatch.setattr(screen.app.screen, "post_message", kept)
    return requests


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test, without a clipboard."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "WSL_INTEROP"):
        monkeypatch.delenv(name, raising=False)
    return home


# What it shows


@pytest.mark.parametrize("size", SIZES)
async def test_heads_and_keys_are_never_cut(size: tuple[int, int], tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, size=size, at=MESSAGES) as screen:
        for name in ("Drafts", "Ready", "Sent", "Received", "Promises", "Templates"):
            assert all(len(line) == size[0] for line in screen.lines)
            assert "…" not in screen.lines[1] + screen.lines[2] + screen.lines[-1]
            assert f"[{name} " in screen.lines[1]
            assert screen.lines[-1].rstrip().endswith("? keys")
            await screen.press("tab")


async def test_every_message_outside_the_trash_stands_in_its_section(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, at=MESSAGES) as screen:
        kept = [one for one in DEMO.letters if one.trashed is None]
        for state in (LetterState.DRAFT, LetterState.READY, LetterState.SENT, LetterState.RECEIVED):
            here = {one.id for one in kept if one.state is state}
            assert set(the_messages(screen).table.keys) == here
            await screen.press("tab")
        promising = {one.id for one in kept if one.state is LetterState.SENT and one.promise is not Promise.NONE}
        assert set(the_messages(screen).table.keys) == promising
        await screen.press("tab")
        assert len(the_messages(screen).table.keys) == 18


async def test_a_draft_tells_how_old_it_is_and_what_is_missing(tmp_path: Path) -> None:
    letter = replace(UNFILLED.letters[0], edited=NOW.after(minutes=-3))
    async with on_screen(replace(UNFILLED, letters=(letter,)), tmp_path, at=MESSAGES) as screen:
        assert "3 min ago" in cursor_line(screen)
        assert "1 to fill in" in cursor_line(screen)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "just now"), (59, "59 min ago"), (60, "1 h ago"), (845, "14 h ago"), (846, "Mon 23 Nov"), (-5, "Tue 24 Nov")],
)
def test_within_today_the_hours_count_and_before_it_the_day(minutes: int, words: str) -> None:
    assert ago(NOW.after(minutes=-minutes), NOW, Home(NOW.zone)) == words


async def test_promises_and_open_questions_are_marked(tmp_path: Path) -> None:
    season = a_season(
        a_program(status=Status.INTERVIEWED),
        a_letter("l-first", kind=Kind.FIRST_RANK, sent=at("2026-11-20 10:00"), promise=Promise.FIRST),
        a_letter("l-asked", kind=Kind.QUESTION, sent=at("2026-11-22 10:00")),
        a_letter("l-hint", kind=Kind.REPLY, received=at("2026-11-23 10:00")),
    )
    letters = (*season.letters[:2], replace(season.letters[2], hint=True))
    async with on_screen(replace(season, letters=letters), tmp_path, at=MESSAGES) as screen:
        await screen.press("tab", "tab")
        assert "no answer" not in cursor_line(screen), "the hint came later and answers it"
        await screen.press("j")
        assert "  ranks first" in cursor_line(screen), "without a list nothing contradicts it"
        await screen.press("tab")
        assert "! a hint" in cursor_line(screen)


async def test_an_invitation_waits_until_its_program_was_answered(tmp_path: Path) -> None:
    came = a_letter(kind=Kind.INVITATION, received=at("2026-11-23 10:00"))
    invited = a_program(status=Status.INVITED, since=at("2026-11-23 10:00"))
    async with on_screen(a_season(invited, came), tmp_path, at=MESSAGES) as screen:
        await screen.press("tab", "tab", "tab")
        assert "to answer" in cursor_line(screen)


async def test_the_preview_shows_the_words_and_the_checks(tmp_path: Path) -> None:
    async with on_screen(UNFILLED, tmp_path, size=(120, 36), at=MESSAGES) as screen:
        assert await comes(screen, lambda: "stayed with me" in screen.text)
        assert "To: Dr. Ines Wexley" in screen.text
        assert "x STOP  1 field to fill in" in screen.text


async def test_a_template_tells_what_it_is_for(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, size=(120, 50), at=MESSAGES) as screen:
        await screen.press("shift+tab", "j", "j")
        assert "decline an invitation" in cursor_line(screen)
        assert status(screen) == "within 48 hours.  enter begins one, e changes it"
        assert await comes(screen, lambda: "Length: 40 to 70 words" in screen.text)
        assert "[greeting]" in screen.text


async def test_hostile_words_are_shown_as_they_are(tmp_path: Path) -> None:
    season = fine()
    letters = (replace(season.letters[0], subject=HOSTILE, body=f"{BODY}\n{HOSTILE}"),)
    programs = (replace(season.programs[0], name=HOSTILE),)
    season = replace(season, programs=programs, letters=letters)
    async with on_screen(season, tmp_path, size=(200, 50), at=MESSAGES) as screen:
        assert HOSTILE in status(screen)
        assert await comes(screen, lambda: screen.text.count(HOSTILE) >= 4)
        await screen.press("X")
        assert HOSTILE in status(screen)


async def test_empty_sections_say_which_key_fills_them(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=MESSAGES) as screen:
        for words in ("n writes to a program", "r marks a draft", "M on a draft", "a logs a message"):
            assert words in screen.text
            await screen.press("y", "M", "W", "Y", "r", "X", "enter", "space", "j")
            assert isinstance(screen.app.screen, MessagesScreen)
            await screen.press("tab")
        assert screen.season.letters == ()


async def test_the_filter_looks_at_programs_people_and_subjects(tmp_path: Path) -> None:
    async with on_screen(fine(), tmp_path, at=MESSAGES) as screen:
        await screen.press("slash")
        await screen.write("wexley")
        assert the_messages(screen).table.keys == ("l-letter",)
        await screen.press("escape", "slash")
        await screen.write("status:app")
        await screen.press("enter")
        assert the_messages(screen).table.keys == ()
        assert "No message here matches" in screen.text
        assert "/status:app" in screen.lines[1]


# Opening and beginning


async def test_enter_opens_the_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with on_screen(fine(), tmp_path, at=MESSAGES) as screen:
        requests = asked(screen, monkeypatch)
        await screen.press("enter")
        (request,) = requests
        assert isinstance(request, OpenLetter)
        assert request.letter_id == "l-letter"


async def test_a_template_asks_for_a_program_and_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with on_screen(fine(), tmp_path, at=MESSAGES) as screen:
        requests = asked(screen, monkeypatch)
        await screen.press("shift+tab", "j", "enter")
        await screen.write("bright")
        await screen.press("enter")
        (request,) = requests
        assert isinstance(request, WriteLetter)
        assert (request.begin.program_id, request.begin.kind) == ("p-bright", Kind.ACCEPT)
        assert request.begin.contact_ids == ("c-wexley",)


async def test_n_asks_for_a_program_then_for_the_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with on_screen(fine(), tmp_path, at=MESSAGES) as screen:
        requests = asked(screen, monkeypatch)
        await screen.press("n", "enter")
        await screen.write("update")
        await screen.press("enter")
        (request,) = requests
        assert isinstance(request, WriteLetter)
        assert request.begin.kind is Kind.UPDATE


async def test_without_programs_there_is_nobody_to_write_to(tmp_path: Path) -> None:
    season = replace(Season(), profile=a_season().profile)
    async with on_screen(season, tmp_path, at=MESSAGES) as screen:
        await screen.press("n")
        assert status(screen).startswith("There are no programs yet.")


# Handing over


async def test_y_copies_the_words_alone(tmp_path: Path, own_folders: Path) -> None:
    async with on_screen(fine(), tmp_path, at=MESSAGES) as screen:
        await screen.press("y")
        assert await comes(screen, lambda: "Message to Brightwater" in status(screen))
        assert screen.app.clipboard == f"{BODY}\n"
        assert (own_folders / "state" / "prematch" / "last-copy.txt").read_text() == f"{BODY}\n"


async def test_a_field_left_open_refuses_to_be_copied(tmp_path: Path) -> None:
    async with on_screen(UNFILLED, tmp_path, at=MESSAGES) as screen:
        await screen.press("y", "M", "W", "Y", "r")
        assert isinstance(screen.app.screen, MessagesScreen)
        assert screen.app.clipboard == ""
        assert screen.season.letters[0].state is LetterState.DRAFT


async def test_a_stop_asks_once_and_the_answer_is_kept(tmp_path: Path) -> None:
    async with on_screen(stopped(), tmp_path, at=MESSAGES) as screen:
        await screen.press("y")
        assert isinstance(screen.app.screen, Confirm)
        await screen.press("n")
        assert (screen.app.clipboard, screen.season.letters[0].accepted) == ("", ())
        await screen.press("y", "y")
        assert OTHER in screen.app.clipboard
        (accepted,) = screen.reloaded().letters[0].accepted
        assert (accepted.check, accepted.words) == ("C02", OTHER)
        await screen.press("y")
        assert isinstance(screen.app.screen, MessagesScreen)


async def test_marking_as_sent_asks_when_and_moves_it_on(tmp_path: Path) -> None:
    async with on_screen(fine(), tmp_path, at=MESSAGES) as screen:
        await screen.press("M", "enter")
        (letter,) = screen.reloaded().letters
        assert (letter.state, letter.at) == (LetterState.SENT, NOW)
        assert "[Drafts 0]" in screen.lines[1]
        assert "Sent 1" in screen.lines[1]
        await screen.press("tab", "tab", "M")
        assert status(screen) == "That one has been sent already."
        await screen.press("u")
        assert the_messages(screen).section == "drafts"
        assert screen.reloaded().letters[0].state is LetterState.DRAFT


async def test_a_mail_file_is_written_and_never_over_another_without_asking(tmp_path: Path, own_folders: Path) -> None:
    path = own_folders / "Brightwater thank-you.eml"
    async with on_screen(fine(), tmp_path, at=MESSAGES) as screen:
        await screen.press("W", "enter")
        assert b"mill quarter" in path.read_bytes()
        assert path.stat().st_mode & 0o777 == 0o600
        path.write_bytes(b"mine")
        await screen.press("W", "enter")
        assert isinstance(screen.app.screen, Confirm)
        await screen.press("enter")
        assert path.read_bytes() == b"mine"
        assert status(screen) == "Nothing was written."
        await screen.press("W", "enter", "y")
        assert b"mill quarter" in path.read_bytes()


async def test_several_become_mail_files_in_one_folder_without_those_a_stop_keeps(
    tmp_path: Path, own_folders: Path
) -> None:
    season = stopped()
    letters = (
        season.letters[0],
        replace(season.letters[0], id="l-copy01", body=BODY),
        replace(season.letters[0], id="l-copy02", body=BODY),
    )
    async with on_screen(replace(season, letters=letters), tmp_path, at=MESSAGES) as screen:
        await screen.press("A", "W", "enter")
        names = sorted(path.name for path in own_folders.glob("*.eml"))
        assert names == ["Brightwater thank-you 2.eml", "Brightwater thank-you.eml"]
        assert "Written: 2 files in" in status(screen)
        assert next(one.message for one in screen.app._notifications).startswith("Left out, thank-you to Brightwater")
        kept = screen.reloaded().letters_by_id
        assert [kept[one].revisions[-1].name for one in ("l-copy01", "l-copy02")] == ["handed over: mail file"] * 2
        assert kept["l-letter"].revisions == ()


async def test_several_are_marked_as_sent_in_one_step(tmp_path: Path) -> None:
    season = fine()
    letters = tuple(replace(season.letters[0], id=f"l-copy0{one}") for one in range(3))
    async with on_screen(replace(season, letters=letters), tmp_path, at=MESSAGES) as screen:
        await screen.press("space", "space", "M", "enter")
        assert [one.state for one in screen.reloaded().letters].count(LetterState.SENT) == 2
        assert the_messages(screen).table.selected == frozenset()
        await screen.press("u")
        assert screen.reloaded().letters == letters


async def test_what_was_copied_is_kept_and_a_later_text_is_told_from_it(tmp_path: Path) -> None:
    async with on_screen(fine(), tmp_path, at=MESSAGES) as screen:
        await screen.press("y", "y")
        (kept,) = screen.reloaded().letters[0].revisions
        assert (kept.body, kept.name) == (BODY, "handed over: copied")
        await screen.press("enter")
        await screen.write("Oh. ")
        await screen.press("escape", "M", "h", "enter")
        letter = screen.reloaded().letters[0]
        assert (letter.state, letter.body) == (LetterState.SENT, BODY)
        assert "Oh." in letter.revisions[-1].body


async def test_a_message_too_long_for_a_link_goes_another_way(tmp_path: Path, own_folders: Path) -> None:
    season = fine()
    long = replace(season.letters[0], body=BODY.replace("I came away", "I was glad of it all. " * 90 + "I came away"))
    async with on_screen(replace(season, letters=(long,)), tmp_path, at=MESSAGES) as screen:
        await screen.press("Y")
        assert "Too long for a link" in screen.text
        await screen.press("enter", "enter")
        assert list(own_folders.glob("*.eml"))


async def test_of_two_readers_each_gets_a_mail_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def opener(link: str) -> str:
        opened.append(link)
        return "the post office"

    monkeypatch.setattr(handing_over, "open_link", opener)
    season = fine()
    second = a_contact("c-second", name="June Tran", email="june@brightwater.example")
    letter = replace(season.letters[0], contact_ids=("c-wexley", "c-second"), kind=Kind.INTEREST)
    season = replace(season, contacts=(*season.contacts, second), letters=(letter,))
    async with on_screen(season, tmp_path, at=MESSAGES) as screen:
        await screen.press("Y")
        if isinstance(screen.app.screen, Confirm):
            await screen.press("y")
        assert opened == []
        await screen.press("down", "enter")
        assert [link.partition("?")[0] for link in opened] == ["mailto:june@brightwater.example"]


async def test_a_hostile_program_name_stays_inside_the_folder(tmp_path: Path, own_folders: Path) -> None:
    season = fine()
    season = replace(season, programs=(replace(season.programs[0], name="../../up/[/b]"),))
    async with on_screen(season, tmp_path, at=MESSAGES) as screen:
        await screen.press("W", "enter")
        (written,) = own_folders.glob("*.eml")
        assert "/" not in written.name


async def test_the_mail_program_gets_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def opener(link: str) -> str:
        opened.append(link)
        return "the post office"

    monkeypatch.setattr(handing_over, "open_link", opener)
    async with on_screen(fine(), tmp_path, at=MESSAGES) as screen:
        await screen.press("Y")
        assert opened[0].startswith("mailto:ines.wexley@brightwater.example?subject=Thank%20you")
        assert "by the post office" in status(screen)
        assert screen.season.letters[0].state is LetterState.DRAFT


# One or several


async def test_ready_and_back_again(tmp_path: Path) -> None:
    async with on_screen(fine(), tmp_path, at=MESSAGES) as screen:
        await screen.press("r")
        assert screen.reloaded().letters[0].state is LetterState.READY
        assert "[Drafts 0] Ready 1" in screen.lines[1]
        await screen.press("tab", "r")
        assert screen.reloaded().letters[0].state is LetterState.DRAFT


async def test_several_go_to_the_trash_in_one_step(tmp_path: Path) -> None:
    season = fine()
    letters = tuple(replace(season.letters[0], id=f"l-copy0{one}") for one in range(4))
    async with on_screen(replace(season, letters=letters), tmp_path, at=MESSAGES) as screen:
        await screen.press("space", "space", "X")
        assert [one.trashed is not None for one in screen.reloaded().letters].count(True) == 2
        assert len(the_messages(screen).table.keys) == 2
        await screen.press("u")
        assert len(the_messages(screen).table.keys) == 4
        assert screen.reloaded().letters == letters


async def test_what_came_in_can_be_copied_but_not_sent(tmp_path: Path) -> None:
    came = a_letter(kind=Kind.REPLY, received=at("2026-11-23 10:00"), body="Do come early.")
    async with on_screen(a_season(a_program(), came), tmp_path, at=MESSAGES) as screen:
        await screen.press("tab", "tab", "tab", "M")
        assert status(screen) == "That one came in."
        await screen.press("y")
        assert await comes(screen, lambda: screen.app.clipboard == "Do come early.\n")
        await screen.press("r")
        assert screen.reloaded().letters == (came,)


async def test_the_cursor_stays_on_its_message_when_another_one_changes(tmp_path: Path) -> None:
    season = fine()
    letters = tuple(replace(season.letters[0], id=f"l-copy0{one}", edited=NOW.after(minutes=-one)) for one in range(4))
    async with on_screen(replace(season, letters=letters), tmp_path, at=MESSAGES) as screen:
        await screen.press("j", "j", "space", "k", "k", "v")
        assert the_messages(screen).table.key == "l-copy01"
        await screen.press("escape", "X")
        assert the_messages(screen).table.key == "l-copy02"
        await screen.press("u")
        assert the_messages(screen).table.key == "l-copy01"


def test_nothing_came_in_yet_names_the_key_in_force() -> None:
    assert Spelling({"messages.came-in": "Q"})(EMPTY[RECEIVED]).startswith("Nothing came in yet.  Q logs")

"""What came in, on screen: taken in by paste, file and clipboard, flagged on a yes, answered, recorded."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from store.demo.demo_season import demo_season
from store.errors import FileTrouble
from store.records import Letter
from store.season import Season
from store.words import Direction, Kind, LetterState, Status
from templates.incoming.rights import rights_card
from tests.examples import NOW, a_contact, a_program, a_season
from tests.incoming_mail import OUTLOOK, a_mail
from tests.on_screen import OnScreen, on_screen
from tui.asking.incoming import a_mail_file
from tui.asking.new_file import a_new_file
from tui.clipboard_reading import clipboard_bytes, commands_for
from tui.commands import MESSAGES
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.form import Form
from tui.screens.dialogs.menu import Menu
from tui.screens.dialogs.paste import Paste
from tui.screens.dialogs.pick import Pick
from tui.screens.dialogs.reading import Reading
from tui.screens.editor import EditorScreen
from tui.screens.messages import MessagesScreen

ASKED = "Which other programs have you interviewed with?"
SIZES = ((80, 24), (120, 36))


def season() -> Season:
    person = a_contact(email="ines.wexley@brightwater.example")
    return a_season(a_program(status=Status.INTERVIEWED), person)


def last(screen: OnScreen) -> Letter:
    return next(one for one in reversed(screen.season.letters) if one.direction is Direction.IN)


async def comes(screen: OnScreen, kind: type) -> bool:
    """Whether a screen of that kind comes to the top within a few seconds."""
    for _ in range(500):
        if isinstance(screen.app.screen, kind):
            await screen.rest()
            return True
        await screen.pilot.pause(0.01)
    return False


async def logged(screen: OnScreen) -> Letter:
    """The message that came in, once the season holds it."""
    for _ in range(500):
        if any(one.direction is Direction.IN for one in screen.season.letters):
            break
        await screen.pilot.pause(0.01)
    await screen.rest()
    return last(screen)


async def paste(screen: OnScreen, text: str) -> None:
    """Paste that into the big field and have it read."""
    dialog = screen.app.screen
    assert isinstance(dialog, Paste)
    assert dialog.area.take_in(text)
    await screen.press("ctrl+s")


@pytest.mark.parametrize("size", SIZES)
async def test_a_pasted_mail_is_read_linked_flagged_answered(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_screen(season(), tmp_path, at=MESSAGES, size=size) as screen:
        await screen.press("a", "p")
        assert await comes(screen, Paste)
        await paste(screen, OUTLOOK.replace("Thank you for meeting us.", ASKED))
        assert await comes(screen, Form)
        for words in (a_program().name, "Mon 23 Nov 2026 16:20", "A short question", "Dear Dr. Halvard"):
            assert words in screen.text
        assert a_contact().name in screen.text
        await screen.press("ctrl+s")
        assert await comes(screen, Confirm)
        assert ASKED in screen.text
        await screen.press("y")
        letter = last(screen)
        assert letter.improper and not letter.hint and letter.contact_ids == ("c-wexley",)
        assert letter.body.startswith("Dear Dr. Halvard")
        assert await comes(screen, Confirm)
        await screen.press("y")
        assert await comes(screen, EditorScreen)
        draft = screen.season.letters[-1]
        assert (draft.kind, draft.answers) == (Kind.IMPROPER_QUESTION, letter.id)
        assert screen.reloaded().letters_by_id[letter.id].improper


async def test_a_no_leaves_it_unflagged_and_asks_nothing_more(tmp_path: Path) -> None:
    async with on_screen(season(), tmp_path, at=MESSAGES) as screen:
        await screen.press("a", "p")
        await paste(screen, OUTLOOK.replace("Thank you for meeting us.", ASKED))
        assert await comes(screen, Form)
        await screen.press("ctrl+s")
        assert await comes(screen, Confirm)
        await screen.press("n")
        assert await comes(screen, MessagesScreen)
        assert not last(screen).improper
        assert "Received 1" in screen.text and "A short question" in screen.text


async def test_going_back_anywhere_logs_nothing(tmp_path: Path) -> None:
    async with on_screen(season(), tmp_path, at=MESSAGES) as screen:
        await screen.press("a", "escape")
        await screen.press("a", "p")
        await paste(screen, OUTLOOK.replace("Thank you for meeting us.", ASKED))
        assert await comes(screen, Form)
        await screen.press("ctrl+s")
        assert await comes(screen, Confirm)
        await screen.press("escape")
        assert screen.season.letters == ()


async def test_a_mail_that_points_to_no_program_is_asked_about(tmp_path: Path) -> None:
    async with on_screen(season(), tmp_path, at=MESSAGES) as screen:
        await screen.press("a", "p")
        await paste(screen, OUTLOOK.replace("Wexley, Ines <ines.wexley@", "Coyle, Tess <office@"))
        assert await comes(screen, Pick)
        assert "same domain" in screen.text
        await screen.press("enter")
        assert await comes(screen, Form)
        assert "new here" in screen.text
        await screen.press("ctrl+s")
        letter = await logged(screen)
        sender = screen.season.contacts_by_id[letter.contact_ids[0]]
        assert (sender.name, sender.email) == ("Tess Coyle", "office@brightwater.example")
        await screen.press("u")
        assert screen.season.letters == () and sender.id not in screen.season.contacts_by_id


async def test_a_file_is_read_and_one_that_cannot_be_is_asked_for_again(tmp_path: Path) -> None:
    mail, empty = tmp_path / "mail.eml", tmp_path / "empty.eml"
    mail.write_bytes(a_mail("Nothing special."))
    empty.write_bytes(b"")
    async with on_screen(season(), tmp_path, at=MESSAGES) as screen:
        await screen.press("a", "f")
        assert await comes(screen, Ask)
        screen.app.screen.query_one("SubjectField").value = str(empty)  # type: ignore[attr-defined]
        await screen.press("enter")
        assert await comes(screen, Menu)
        assert any("copy its words" in told.message for told in screen.app._notifications)
        await screen.press("f")
        assert await comes(screen, Ask)
        screen.app.screen.query_one("SubjectField").value = str(mail)  # type: ignore[attr-defined]
        await screen.press("enter")
        assert await comes(screen, Form)
        await screen.press("ctrl+s")
        assert last(screen).body == "Nothing special."


async def test_a_talk_is_written_down_as_it_was(tmp_path: Path) -> None:
    async with on_screen(season(), tmp_path, at=MESSAGES) as screen:
        await screen.press("a", "t")
        assert await comes(screen, Pick)
        await screen.press("enter")
        assert await comes(screen, Form)
        form = screen.app.screen
        assert isinstance(form, Form)
        form.lines[-1].bring_back("She asked about the weather.")
        await screen.press("ctrl+s")
        letter = last(screen)
        assert (letter.channel.value, letter.at) == ("phone", NOW)


async def test_hostile_mail_is_only_words(tmp_path: Path) -> None:
    async with on_screen(season(), tmp_path, at=MESSAGES) as screen:
        await screen.press("a", "p")
        await paste(screen, OUTLOOK.replace("A short question", "[/]x[@click=app.exit]y[/]").replace("Thank", "[/b]"))
        assert await comes(screen, Form)
        await screen.press("ctrl+s")
        assert last(screen).subject == "[/]x[@click=app.exit]y[/]"
        assert screen.app.is_running and "[/]x" in screen.text


async def test_paste_keeps_its_text_until_a_second_escape(tmp_path: Path) -> None:
    async with on_screen(season(), tmp_path, at=MESSAGES) as screen:
        await screen.press("a", "p", "ctrl+s")
        assert "Paste or type something first" in screen.text
        dialog = screen.app.screen
        assert isinstance(dialog, Paste) and dialog.half_typed() == {}
        dialog.area.take_in("some words")
        await screen.press("escape")
        assert isinstance(screen.app.screen, Paste) and dialog.half_typed() == {"": "some words"}
        await screen.press("escape")
        assert await comes(screen, MessagesScreen)


async def test_what_was_pasted_stays_when_it_cannot_be_read(tmp_path: Path) -> None:
    async with on_screen(season(), tmp_path, at=MESSAGES) as screen:
        await screen.press("a", "p")
        await paste(screen, "From: a@b.example\nSubject: no words below\n")
        assert await comes(screen, Menu)
        await screen.press("p")
        dialog = screen.app.screen
        assert isinstance(dialog, Paste) and "no words below" in dialog.area.text


async def test_a_message_that_came_in_is_flagged_later_and_taken_back(tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path, at=MESSAGES, size=(120, 36)) as screen:
        await screen.press("F")
        assert "Only a message that came in can be flagged" in screen.text
        await screen.press("tab", "tab", "tab")
        here = screen.app.screen
        assert isinstance(here, MessagesScreen) and here.here is not None
        letter_id = here.here.id
        before = here.here.hint
        await screen.press("F", "h")
        assert screen.season.letters_by_id[letter_id].hint
        assert await comes(screen, Confirm)
        await screen.press("n", "u")
        assert screen.season.letters_by_id[letter_id].hint is before


async def test_the_record_is_read_and_written_once_for_its_owner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.handing_over.usual_folder", lambda: tmp_path)
    async with on_screen(demo_season(NOW), tmp_path, at=MESSAGES, size=(120, 36)) as screen:
        await screen.press("R", "r")
        assert await comes(screen, Reading)
        assert "“Which other programs have you interviewed with so far?”" in screen.text
        await screen.press("escape", "R", "w")
        assert await comes(screen, Ask)
        await screen.press("enter")
        assert await comes(screen, MessagesScreen)
        (written,) = tmp_path.glob("prematch-record-*.txt")
        assert stat.S_IMODE(written.stat().st_mode) == 0o600
        await screen.press("R", "w")
        assert await comes(screen, Ask)
        assert "A file is there already" in screen.text


async def test_without_a_flag_there_is_no_record(tmp_path: Path) -> None:
    async with on_screen(season(), tmp_path, at=MESSAGES) as screen:
        await screen.press("R")
        assert "Nothing is flagged." in screen.text


async def test_a_program_logs_what_came_in_from_it(tmp_path: Path) -> None:
    async with on_screen(season(), tmp_path) as screen:
        await screen.press("enter", "a", "m", "p")
        assert await comes(screen, Paste)
        await paste(screen, "Just a word of thanks.")
        assert await comes(screen, Form)
        await screen.press("ctrl+s")
        assert last(screen).state is LetterState.RECEIVED


@pytest.mark.parametrize("keys", [("4",), ("enter",), ("m", "enter")], ids=["messages", "program", "editor"])
async def test_the_rights_card_is_one_key_away_and_fits_the_smallest_screen(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async with on_screen(season(), tmp_path, size=(80, 24)) as screen:
        await screen.press(*keys)
        await screen.press("f12")
        assert await comes(screen, Reading)
        for _, lines in rights_card().sections:
            assert all(line.text in screen.text for line in lines)
        assert "nrmp.org." in screen.text
        await screen.press("escape")
        assert not isinstance(screen.app.screen, Reading)


def test_every_right_names_its_source_and_its_mark() -> None:
    for _, lines in rights_card().sections:
        assert all(line.source and line.mark in "PO" for line in lines)
        assert all((line.mark == "O") == (line.source == "own advice") for line in lines)


# The clipboard and paths


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("darwin", {}, ["pbpaste"]),
        ("darwin", {"SSH_TTY": "/dev/pts/1"}, []),
        ("linux", {"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, ["wl-paste", "xclip"]),
        ("linux", {"WSL_INTEROP": "x"}, ["powershell.exe"]),
        ("linux", {}, []),
    ],
)
def test_the_commands_that_read_the_clipboard_fit_the_machine(
    platform: str, environment: dict[str, str], expected: list[str]
) -> None:
    assert [command[0] for command in commands_for(environment, platform)] == expected


def test_the_clipboard_is_read_or_it_is_said_what_to_do_instead(tmp_path: Path) -> None:
    program = tmp_path / "xclip"
    there = {"PATH": f"{tmp_path}:/bin:/usr/bin", "DISPLAY": ":0"}
    program.write_text("#!/bin/sh\necho From: a@b.example\n")
    program.chmod(0o755)
    assert clipboard_bytes(there, "linux") == b"From: a@b.example\n"
    program.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(FileTrouble, match="xclip found no text"):
        clipboard_bytes(there, "linux")
    with pytest.raises(FileTrouble, match="No program that reads the clipboard"):
        clipboard_bytes({"PATH": "/nowhere"}, "linux")


@pytest.mark.parametrize("text", ["", "/nowhere/at/all.eml", "\0", "~"])
def test_a_path_that_is_no_mail_file_is_refused_in_a_sentence(text: str) -> None:
    from store.errors import RuleBroken

    with pytest.raises(RuleBroken):
        a_mail_file(text)
    with pytest.raises(RuleBroken):
        a_new_file("/" if not text else text if text == "~" else "/nowhere/at/all.md")


def test_a_path_dragged_into_the_terminal_is_understood(tmp_path: Path) -> None:
    mail = tmp_path / "a mail.eml"
    mail.write_bytes(b"words")
    for text in (str(mail), f"'{mail}'", str(mail).replace(" ", "\\ ")):
        assert a_mail_file(text)[0] == mail

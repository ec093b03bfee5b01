"""A message on screen: whatever is typed is kept, checks follow the text, and the draft's keys do what they say."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from store.records import Contact, Letter
from store.season import Season
from store.words import Kind, LetterState, Promise, Role, Verdict
from templates.conduct.findings import Level
from tests.examples import NOW, Record, a_letter, at, held_season, items
from tests.on_screen import SIZES, OnScreen, on_screen
from tui import handing_over
from tui.requests import OpenLetter, ShowProgram
from tui.screens import editor
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.pick import Pick
from tui.screens.editor import EditorScreen
from tui.screens.program import ProgramScreen
from tui.screens.timeline import TimelineScreen
from tui.widgets.detail_pane import ROOM

FINE = (
    "Dear Dr. Wexley,\n\nThank you for the talk on Monday. Your account of the asthma van that visits schools has "
    "stayed with me, and it is the kind of work I hope to do. I also enjoyed hearing how residents plan their own "
    "clinics in the second year, and how you follow families over time.\n\nWith thanks,\nNoor Halvard, MD\n"
    "AAMC ID 19990001"
)

FIRST_CHOICE = a_letter(
    kind=Kind.FIRST_RANK,
    body="Dear Dr. Wexley,\n\nI will rank Brightwater first on my list. I mean it without any condition.\n\n"
    "Sincerely,\nNoor Halvard, MD\nAAMC ID 19990001",
)


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A pause comes at once, copies stay in the test's folder, and no command of this machine takes them."""
    monkeypatch.setattr(editor, "PAUSE", 0.03)
    monkeypatch.setattr(editor, "REST", 0.01)
    monkeypatch.setattr(editor, "BEAT", 0.01)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("tui.clipboard.commands_for", lambda environment, platform: ())


def thanked(*more: Record, body: str = FINE, **fields: str) -> Season:
    """An interview held yesterday with Dr. Wexley, and a draft of the thank-you."""
    letter = a_letter(contact_ids=("c-wexley",), body=body, interview_id="i-bright", subject="Thank you, Noor Halvard")
    return held_season(replace(letter, **fields), *more, contact_ids=("c-wexley",))  # type: ignore[arg-type]


async def rested(seen: OnScreen) -> None:
    """Wait until what was typed is kept and checked."""
    for _ in range(100):
        await seen.pilot.pause(0.02)
        await seen.rest()
        screen = seen.app.screen
        if not isinstance(screen, EditorScreen):
            return
        beat = screen._beat
        if not screen.unkept and (beat is None or not beat._active.is_set()):
            await seen.rest()
            return
    raise AssertionError("the text was never kept")


@asynccontextmanager
async def opened(
    season: Season, folder: Path, *, size: tuple[int, int] = (80, 24), letter_id: str = "l-letter"
) -> AsyncIterator[tuple[OnScreen, EditorScreen]]:
    """The app with that message open, checked once."""
    async with on_screen(season, folder, size=size) as seen:
        seen.app.post_message(OpenLetter(letter_id))
        await seen.rest()
        await rested(seen)
        screen = seen.app.screen
        assert isinstance(screen, EditorScreen)
        yield seen, screen


def kept(seen: OnScreen, letter_id: str = "l-letter") -> Letter:
    """The message as it is on disk."""
    return seen.reloaded().letters_by_id[letter_id]


async def test_a_thank_you_from_the_program_to_the_record(tmp_path: Path) -> None:
    """Begun with m, the blank filled in, copied, marked as sent: the follow-up is gone and the words stand."""
    season = held_season(contact_ids=("c-wexley",))
    due = [one for one in items(season, "F03") if one.contact_id == "c-wexley"]
    assert due
    async with on_screen(season, tmp_path) as seen:
        seen.app.post_message(ShowProgram("p-bright"))
        await seen.press("m")
        await seen.write("thank")
        await seen.press("enter")
        if isinstance(seen.app.screen, Pick):
            await seen.press("enter")
        await rested(seen)
        screen = seen.app.screen
        assert isinstance(screen, EditorScreen)
        blanks = len(screen.blanks)
        assert blanks
        for _ in range(blanks):
            await seen.press("tab")
            await seen.write("the asthma van that visits schools")
        await rested(seen)
        letter = seen.reloaded().letters[-1]
        assert "the asthma van that visits schools" in letter.body
        assert "[" not in letter.body
        await seen.press("escape", "y")
        if isinstance(seen.app.screen, Confirm):
            await seen.press("y")
        assert (tmp_path / "state/prematch/last-copy.txt").read_text(encoding="utf-8").strip() == letter.body.strip()
        await seen.press("M")
        if isinstance(seen.app.screen, Confirm):
            await seen.press("y")
        assert isinstance(seen.app.screen, Ask)
        await seen.press("enter")
        assert isinstance(seen.app.screen, ProgramScreen)
        assert "Sent: Thank-you" in seen.text and "its detail is noted" in seen.text
        sent = seen.reloaded().letters_by_id[letter.id]
        assert (sent.state, sent.at, sent.body) == (LetterState.SENT, NOW, letter.body)
        assert due[0].key not in {one.key for one in seen.app.state.agenda.open}


# Keeping what is typed


async def test_typing_lands_in_the_file_after_a_pause(tmp_path: Path) -> None:
    async with opened(thanked(), tmp_path) as (seen, screen):
        screen.area.move_cursor(screen.area.document.end)
        await seen.press("enter")
        await seen.write("P.S. Hello.")
        await rested(seen)
        assert kept(seen).body == FINE + "\nP.S. Hello."
        await seen.rest()
        assert "saved 14:05:00" in seen.text


async def test_typing_without_a_pause_is_kept_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(thanked(), tmp_path) as (seen, screen):
        monkeypatch.setattr(editor, "PAUSE", 3600.0)  # as if the next key always came before the pause
        monkeypatch.setattr(editor, "UNBROKEN", 0.02)
        await seen.write("On ")
        for _ in range(500):
            if not screen.unkept:
                break
            await seen.pilot.pause(0.01)
        assert kept(seen).body == "On " + FINE


async def test_the_subject_is_kept_as_one_tidy_line(tmp_path: Path) -> None:
    async with opened(thanked(), tmp_path) as (seen, screen):
        screen.subject.focus()
        await seen.press("end")
        await seen.write("  and more ")
        await rested(seen)
        assert kept(seen).subject == "Thank you, Noor Halvard and more"
        assert screen.subject.value.endswith("more ")
        await seen.press("enter")
        assert screen.focused is screen.area


@pytest.mark.parametrize("way", ["escape", "f1", "ctrl+p", "q", "ctrl+q", "3"])
async def test_leaving_by_any_way_keeps_the_last_letter(
    tmp_path: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(thanked(), tmp_path) as (seen, _screen):
        monkeypatch.setattr(editor, "PAUSE", 60.0)
        if way in ("q", "3"):
            await seen.press("Z", "escape", way)
        else:
            await seen.press("Z", way)
        assert kept(seen).body == "Z" + FINE


async def test_esc_glued_to_a_letter_leaves_the_text_and_changes_nothing(tmp_path: Path) -> None:
    async with opened(thanked(), tmp_path) as (seen, screen):
        screen.area.post_message(events.Key("alt+d", "d"))
        await rested(seen)
        assert screen.focused is None
        assert screen.area.text == FINE
        assert kept(seen).body == FINE


async def test_undo_outside_the_text_brings_the_words_back(tmp_path: Path) -> None:
    async with opened(thanked(), tmp_path) as (seen, screen):
        await seen.write("Hm. ")
        await rested(seen)
        await seen.press("escape", "u")
        assert screen.area.text == FINE
        assert kept(seen).body == FINE
        assert "Undone: Wrote: Thank-you" in seen.text
        await seen.press("U")
        assert screen.area.text == "Hm. " + FINE
        assert kept(seen).body == "Hm. " + FINE


async def test_undo_takes_back_what_was_typed_a_moment_ago(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(thanked(), tmp_path) as (seen, screen):
        monkeypatch.setattr(editor, "PAUSE", 60.0)
        await seen.press("Z")
        seen.app.action_undo()
        await seen.rest()
        assert screen.area.text == FINE
        seen.app.action_redo()
        await seen.rest()
        assert screen.area.text == "Z" + FINE


async def test_undo_of_the_draft_itself_closes_the_editor(tmp_path: Path) -> None:
    async with on_screen(held_season(contact_ids=("c-wexley",)), tmp_path) as seen:
        seen.app.post_message(ShowProgram("p-bright"))
        await seen.press("m", "enter")
        if isinstance(seen.app.screen, Pick):
            await seen.press("enter")
        assert isinstance(seen.app.screen, EditorScreen)
        await seen.press("escape", "u")
        assert isinstance(seen.app.screen, ProgramScreen)
        assert seen.reloaded().letters == ()


async def test_undo_after_a_paste_of_many_lines_does_no_harm(tmp_path: Path) -> None:
    async with opened(thanked(), tmp_path) as (seen, screen):
        screen.area.move_cursor(screen.area.document.end)
        screen.area.post_message(events.Paste("\x1b[31m" + "one\ntwo\n" * 200))
        await rested(seen)
        assert kept(seen).body.count("two") == 200 and "\x1b" not in kept(seen).body
        await seen.press("ctrl+z", "ctrl+z", "ctrl+y", "ctrl+z")
        await rested(seen)
        assert kept(seen).body == FINE


async def test_a_paste_that_is_too_much_is_refused_in_a_sentence(tmp_path: Path) -> None:
    async with opened(thanked(), tmp_path) as (seen, screen):
        screen.area.post_message(events.Paste("x" * 10_001))
        await rested(seen)
        assert screen.area.text == FINE
        assert [one.message for one in seen.app._notifications if "10,000" in one.message]


async def test_a_line_that_grew_too_long_by_typing_keeps_the_editor_open(tmp_path: Path) -> None:
    async with opened(thanked(body="x" * 10_000), tmp_path) as (seen, screen):
        await seen.press("y", "escape", "q")
        assert seen.app.screen is screen
        assert "could not be kept" in seen.text
        await seen.press("e", "home", "delete", "escape", "q")
        assert isinstance(seen.app.screen, TimelineScreen)
        assert len(kept(seen).body) == 10_000


async def test_revisions_are_kept_by_hand_and_brought_back(tmp_path: Path) -> None:
    async with opened(thanked(), tmp_path) as (seen, screen):
        await seen.press("ctrl+s")
        assert len(kept(seen).revisions) == 1
        await seen.press("ctrl+s")
        assert len(kept(seen).revisions) == 1
        assert "kept already, as revision 1" in seen.text
        await seen.write("Worse. ")
        await seen.press("escape", "v", "enter")
        assert screen.area.text == FINE
        assert [one.body for one in kept(seen).revisions] == [FINE, "Worse. " + FINE]


async def test_writing_on_after_a_while_keeps_the_text_before(tmp_path: Path) -> None:
    begun = replace(a_letter(body=FINE, contact_ids=("c-wexley",)), made=at("2026-11-24 13:00"))
    async with opened(held_season(begun, contact_ids=("c-wexley",)), tmp_path) as (seen, _screen):
        await seen.write("And ")
        await rested(seen)
        assert [one.body for one in kept(seen).revisions] == [FINE]


async def test_the_text_as_it_was_left_is_kept_when_it_is_opened_again_and_changed(tmp_path: Path) -> None:
    begun = replace(a_letter(body=FINE, contact_ids=("c-wexley",)), made=NOW.after(seconds=-30))
    async with opened(held_season(begun, contact_ids=("c-wexley",)), tmp_path) as (seen, _screen):
        await seen.write("Left. ")
        await rested(seen)
        await seen.press("escape", "escape")
        seen.app.post_message(OpenLetter("l-letter"))
        await seen.rest()
        await seen.write("More. ")
        await rested(seen)
        assert kept(seen).revisions[-1].body == "Left. " + FINE
        assert kept(seen).body.startswith("More. ")


# Blanks and findings

BLANKS = FINE.replace("the asthma van that visits schools", "[one true detail]").replace("Monday", "[day]")


async def test_tab_goes_round_the_blanks_and_typing_replaces_them(tmp_path: Path) -> None:
    async with opened(thanked(body=BLANKS, subject="[word of thanks]"), tmp_path) as (seen, screen):
        assert "3 blanks to fill in" in seen.text
        assert screen.area.selected_text == "[day]"  # what is typed takes its place at once
        await seen.press("tab")
        assert screen.area.selected_text == "[one true detail]"
        await seen.press("tab")
        assert screen.focused is screen.subject and screen.subject.selected_text == "[word of thanks]"
        await seen.write("Thank you")
        await seen.press("tab")
        await seen.write("Monday")
        await seen.press("shift+tab")
        assert screen.focused is screen.subject
        await seen.press("tab")
        assert screen.area.selected_text == "[one true detail]"
        await seen.write("the van")
        await seen.press("tab")
        assert "No blank is left" in seen.text
        await rested(seen)
        assert (kept(seen).subject, "[" in kept(seen).body) == ("Thank you", False)


async def test_findings_stand_in_the_pane_and_f8_goes_to_their_places(tmp_path: Path) -> None:
    body = FINE.replace("With thanks", "How will you rank me? You are my first choice!!\n\nWith thanks")
    async with opened(thanked(body=body, subject="[what]"), tmp_path, size=(120, 36)) as (seen, screen):
        found = [one.finding for one in screen.pane.findings]
        assert {one.level for one in found} >= {Level.STOP}
        assert "x STOP  subject  “[what]”" in seen.text
        await seen.press("f8")
        assert screen.focused is screen.subject and screen.subject.selected_text == "[what]"
        for place in range(1, len(found)):
            await seen.press("f8")
            if found[place].where == "body" and found[place].end > found[place].start:
                assert screen.area.selected_text == found[place].text
        await seen.press("f8")
        assert screen.focused is screen.subject
        marked = [one.style_name for one in screen.area._underlines]
        assert "stop" in marked


async def test_findings_follow_the_text(tmp_path: Path) -> None:
    async with opened(thanked(), tmp_path) as (seen, screen):
        assert "Checks: " in seen.text and "✓ pass" in seen.text
        screen.area.move_cursor(screen.area.document.end)
        await seen.write(" TBD")
        await rested(seen)
        assert [one.finding.check for one in screen.pane.findings][:1] == ["C01"]
        await seen.press(*["backspace"] * 3)
        await rested(seen)
        assert "C01" not in [one.finding.check for one in screen.pane.findings]


async def test_what_a_check_proposes_can_be_inserted(tmp_path: Path) -> None:
    async with opened(thanked(), tmp_path) as (seen, screen):
        await seen.press("ctrl+t")
        assert isinstance(seen.app.screen, Pick)
        await seen.write("interview start both")
        await seen.press("enter")
        await rested(seen)
        assert screen.area.text != FINE and screen.area.text.endswith(FINE)
        assert kept(seen).body == screen.area.text


# Handing out


async def test_a_letter_with_a_blank_is_neither_copied_nor_sent_nor_ready(tmp_path: Path) -> None:
    async with opened(thanked(body=BLANKS), tmp_path) as (seen, screen):
        await seen.press("escape", "y", "M", "r", "Y", "W")
        assert seen.app.screen is screen
        assert not (tmp_path / "state/prematch/last-copy.txt").exists()
        assert kept(seen).state is LetterState.DRAFT
        told = " ".join(one.message for one in seen.app._notifications)
        assert "F8 goes there" in told
        assert "“[" in told  # the blank itself is named
        messages = [one.message for one in seen.app._notifications]
        assert len(messages) == len(set(messages))  # the same refusal is not piled up


async def test_a_stop_is_asked_about_once_and_the_answer_kept(tmp_path: Path) -> None:
    body = FINE.replace("With thanks", "Please tell me how you will rank me.\n\nWith thanks")
    async with opened(thanked(body=body), tmp_path) as (seen, screen):
        assert any(one.finding.level is Level.STOP and not one.finding.hard for one in screen.pane.findings)
        await seen.press("escape", "y")
        assert isinstance(seen.app.screen, Confirm)
        await seen.press("n")
        assert not (tmp_path / "state/prematch/last-copy.txt").exists()
        await seen.press("y", "y")
        assert (tmp_path / "state/prematch/last-copy.txt").exists()
        assert kept(seen).accepted
        await seen.press("y")
        assert seen.app.screen_stack[-1] is screen


async def test_a_mail_file_is_private_and_never_written_over_unasked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Downloads").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    async with opened(thanked(), tmp_path) as (seen, _screen):
        await seen.press("escape", "W", "enter")
        path = next((tmp_path / "Downloads").glob("*.eml"))
        assert path.stat().st_mode & 0o777 == 0o600
        assert b"asthma van" in path.read_bytes()
        path.write_text("mine", encoding="utf-8")
        await seen.press("W", "enter")
        assert isinstance(seen.app.screen, Confirm)
        await seen.press("n")
        assert path.read_text(encoding="utf-8") == "mine"


async def test_the_mail_program_gets_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []

    def take(link: str) -> str:
        taken.append(link)
        return "a test"

    monkeypatch.setattr(handing_over, "open_link", take)
    async with opened(thanked(), tmp_path) as (seen, _screen):
        await seen.press("escape", "Y")
        assert taken and taken[0].startswith("mailto:?subject=Thank%20you")
        assert "Handed to the mail program by a test" in seen.text


async def test_ready_and_back(tmp_path: Path) -> None:
    async with opened(thanked(), tmp_path) as (seen, _screen):
        await seen.press("escape", "r")
        assert kept(seen).state is LetterState.READY
        await seen.press("r")
        assert kept(seen).state is LetterState.DRAFT


async def test_the_greeting_follows_another_reader_while_it_is_the_begun_one(tmp_path: Path) -> None:
    other = Contact("c-harrow", "p-bright", "June Harrow", Role.COORDINATOR, title="Ms.")
    async with opened(thanked(other), tmp_path) as (seen, screen):
        await seen.press("escape", "t")
        await seen.write("harrow")
        await seen.press("enter")
        assert kept(seen).contact_ids == ("c-harrow",)
        assert screen.area.text.startswith("Dear Ms. Harrow,")
        assert "Ms. June Harrow" in seen.text
        screen.area.move_cursor((0, 0))
        await seen.press("e", "delete", "D", "escape", "t")
        await seen.write("wexley")
        await seen.press("enter")
        assert screen.area.text.startswith("Dear Dr. Wexley,")
        screen.area.move_cursor((0, 0))
        await seen.press("e")
        await seen.write("My ")
        await seen.press("escape", "t")
        await seen.write("harrow")
        await seen.press("enter")
        assert screen.area.text.startswith("My Dear Dr. Wexley,")


async def test_waiting_puts_off_the_follow_up_it_answers(tmp_path: Path) -> None:
    async with opened(thanked(), tmp_path) as (seen, _screen):
        await seen.press("escape", "w", "2")
        season = seen.reloaded()
        assert [one.verdict for one in season.decisions] == [Verdict.SNOOZED]
        assert season.tasks == ()


async def test_waiting_with_a_letter_nobody_waits_for_makes_a_task(tmp_path: Path) -> None:
    letter = a_letter(kind=Kind.QUESTION, contact_ids=("c-wexley",))
    async with opened(held_season(letter, contact_ids=("c-wexley",)), tmp_path) as (seen, _screen):
        await seen.press("escape", "w", "2")
        assert [one.program_id for one in seen.reloaded().tasks] == ["p-bright"]


async def test_the_trash_closes_the_editor_and_undo_brings_the_words_back(tmp_path: Path) -> None:
    async with opened(thanked(), tmp_path) as (seen, _screen):
        await seen.press("Z", "escape", "X")
        assert isinstance(seen.app.screen, TimelineScreen)
        assert kept(seen).trashed is not None
        await seen.press("u")
        assert kept(seen).trashed is None and kept(seen).body == "Z" + FINE


async def test_the_own_editor_says_so_where_the_terminal_cannot_be_lent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.delenv("VISUAL", raising=False)
    async with opened(thanked(), tmp_path) as (seen, screen):
        await seen.press("f4")
        assert "cannot be handed to another program" in seen.text
        assert screen.area.text == FINE


async def test_what_comes_back_from_the_own_editor_is_kept_and_can_be_undone(tmp_path: Path) -> None:
    async with opened(thanked(), tmp_path) as (seen, screen):
        screen._take_over("Written elsewhere.")
        assert kept(seen).body == "Written elsewhere."
        await seen.press("ctrl+z")
        await rested(seen)
        assert kept(seen).body == FINE


# Reading only


async def test_a_sent_message_is_read_and_copied_but_not_changed(tmp_path: Path) -> None:
    sent = a_letter(sent=at("2026-11-23 20:00"), body=FINE, contact_ids=("c-wexley",))
    async with opened(held_season(sent, contact_ids=("c-wexley",)), tmp_path) as (seen, screen):
        assert "sent Mon 23 Nov 20:00 CET" in seen.text
        await seen.press("x", "tab", "enter", "ctrl+s", "M", "r", "t", "f4")
        assert screen.area.text == FINE
        assert seen.app.screen is screen
        assert "its words stay as they are" in seen.text
        await seen.press("y")
        assert (tmp_path / "state/prematch/last-copy.txt").read_text(encoding="utf-8").strip() == FINE
        await seen.press("escape")
        assert isinstance(seen.app.screen, TimelineScreen)


async def test_a_received_message_says_from_whom(tmp_path: Path) -> None:
    came = a_letter(kind=Kind.REPLY, received=at("2026-11-23 20:00"), contact_ids=("c-wexley",))
    async with opened(held_season(came, contact_ids=("c-wexley",)), tmp_path) as (seen, screen):
        assert "Reply from Brightwater" in seen.text
        assert "From     Dr. Ines Wexley" in seen.text
        assert screen.area.read_only


async def test_another_window_holding_the_season_makes_it_read_only(tmp_path: Path) -> None:
    async with on_screen(thanked(), tmp_path) as seen:
        seen.app.mark = "READ ONLY"
        seen.app.post_message(OpenLetter("l-letter"))
        await seen.rest()
        screen = seen.app.screen
        assert isinstance(screen, EditorScreen)
        await seen.press("x")
        assert screen.area.text == FINE
        await seen.press("escape")
        assert isinstance(seen.app.screen_stack[-1], TimelineScreen)
        assert not seen.app._notifications


# What it looks like

HOSTILE = "[/x] [@click=app.quit]Wéxley[/] " + "von Hohenlohe-Langenburg " * 9


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_names_are_shown_as_text_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    season = thanked(body="Dear [/b] [person],\n\n[@click=app.quit]x[/]\n" + "漢字 " * 300)
    contact = replace(season.contacts[0], name=HOSTILE.strip(), email="a@b.example")
    program = replace(season.programs[0], name=HOSTILE.strip()[:290], draws=HOSTILE, city=HOSTILE[:80])
    season = replace(season, contacts=(contact, *season.contacts[1:]), programs=(program,))
    async with opened(season, tmp_path, size=size) as (seen, _screen):
        await seen.press("tab", "f8", "escape", "t", "escape", "e")
        assert "[@click=app.quit]" in seen.text
        assert all(len(line) <= size[0] for line in seen.lines)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_nothing_is_cut_where_there_is_room(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(thanked(body=BLANKS), tmp_path, size=size) as (seen, _screen):
        assert "…" not in seen.text
        assert ("Next" in seen.text) is (size[0] >= ROOM)
        assert seen.lines[-1].rstrip().endswith("F1 keys")
        await seen.press("escape")
        assert seen.lines[-1].rstrip().endswith("? keys")
        assert "y copy" in seen.lines[-1] and "M mark as sent" in seen.lines[-1]


async def test_the_status_line_counts_words_and_names_the_place(tmp_path: Path) -> None:
    async with opened(thanked(), tmp_path) as (seen, _screen):
        await seen.press("down", "down", "right")
        await rested(seen)
        assert "line 3 col 2" in seen.text
        assert "words of" in seen.text


async def test_the_screen_tells_what_was_noted_about_the_reader(tmp_path: Path) -> None:
    from store.records import Debrief, Hook

    told = Debrief(at("2026-11-23 21:00"), (Hook("c-wexley", "the asthma van"),), "kind residents")
    letter = a_letter(contact_ids=("c-wexley",), body=FINE, interview_id="i-bright")
    season = held_season(letter, contact_ids=("c-wexley",), debrief=told)
    async with opened(season, tmp_path, size=(120, 36)) as (seen, _screen):
        assert "Dr. Wexley: the asthma van" in seen.text
        assert "Mon 23 Nov 2026 09:00 EST" in seen.text


async def test_the_program_in_the_trash_leaves_the_message_readable(tmp_path: Path) -> None:
    season = thanked()
    gone = replace(season.programs[0], trashed=NOW)
    async with opened(replace(season, programs=(gone,)), tmp_path) as (seen, screen):
        await seen.press("x")
        assert screen.area.text == FINE
        assert "F8 leads there." in seen.text


async def test_a_draft_begun_before_the_profile_was_filled_learns_it_when_it_is_opened(tmp_path: Path) -> None:
    body = "Dear Dr. Wexley,\n\nthank you for [what].\n\nKind regards,\n[your name]\nAAMC ID [your AAMC ID]"
    season = thanked(body=body, subject="Thank you, [your name]")
    assert season.profile.name and season.profile.aamc_id
    async with opened(season, tmp_path) as (seen, screen):
        known = season.profile
        assert screen.letter is not None
        assert f"{known.name}, {known.credentials}\nAAMC ID {known.aamc_id}" in screen.letter.body
        assert screen.letter.subject == f"Thank you, {known.name}"
        assert screen.area.selected_text == "[what]"
        await seen.press("escape", "u")
        assert screen.letter.body == body


async def test_ctrl_t_offers_what_the_blank_asks_for_first(tmp_path: Path) -> None:
    body = FINE.replace("Noor Halvard, MD", "[your name]")
    async with opened(thanked(body=body), tmp_path) as (seen, screen):
        screen.area.load_text(body)
        at = body.index("[your name]")
        screen.area.select_span(at, at + len("[your name]"))
        await seen.press("ctrl+t", "enter")
        assert "Noor Halvard" in screen.area.text and "[your name]" not in screen.area.text


async def test_marked_as_sent_the_closing_words_name_the_promise_that_is_kept(tmp_path: Path) -> None:
    promising = replace(FIRST_CHOICE, contact_ids=("c-wexley",))
    async with opened(held_season(promising, contact_ids=("c-wexley",)), tmp_path, size=(120, 36)) as (seen, _):
        await seen.press("escape", "M")
        if isinstance(seen.app.screen, Confirm):
            await seen.press("y")
        await seen.press("enter")
        assert kept(seen).promise is Promise.FIRST
        assert "its promise stands in the ledger" in seen.text

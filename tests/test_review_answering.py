"""Review: the message shown beside a follow-up is copied and marked as sent from there, and the next one is at hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.demo.demo_season import demo_season
from store.records import Letter
from store.rules import follow_ups
from store.season import Season
from store.words import Kind, LetterState, Status
from tests.examples import EASTERN, NOW, a_contact, a_letter, a_program, a_season, an_interview, at
from tests.on_screen import SIZES, cursor_line, on_screen, status
from tests.test_screen_review import previewed, tasks, the_review, to_row
from tui.commands import REVIEW
from tui.review_sections import CLEARED, DUE, WAITING
from tui.review_sections import SNOOZED as PUT_OFF
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.confirm import Confirm
from tui.screens.editor import EditorScreen
from tui.screens.review import ReviewScreen

CLEAN = (
    "Dear Dr. Wexley,\n\nMay I ask how residents choose their continuity clinic?\n\nNoor Halvard\nAAMC ID 10099002\n"
)
READY = a_letter("l-ready1", kind=Kind.QUESTION, ready=True, body=CLEAN, contact_ids=("c-wexley",))
LATER = replace(tasks(1).tasks[0], due=at("2026-11-24 18:00"))


def with_letter(letter: Letter) -> Season:
    return a_season(a_program(), a_contact(), letter, LATER)


@pytest.mark.parametrize("size", SIZES)
async def test_a_clean_message_is_sent_by_two_keys_and_the_next_one_is_at_hand(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with on_screen(with_letter(READY), tmp_path, size=size, at=REVIEW) as screen:
        await to_row(screen, "send the question")
        await screen.press("M")
        assert isinstance(screen.app.screen, Ask)
        await screen.press("enter")
        (letter,) = screen.reloaded().letters
        assert (letter.state, letter.at) == (LetterState.SENT, NOW)
        assert "Task 00" in cursor_line(screen)
        assert status(screen).startswith("Sent: question to Brightwater")
        await screen.press("u")
        assert screen.reloaded().letters == (READY,)
        assert "send the question" in cursor_line(screen)


async def test_beside_a_clean_message_stands_how_it_goes_out_and_beside_another_it_does_not(tmp_path: Path) -> None:
    blank = replace(READY, id="l-ready2", body=f"{CLEAN}[one detail]", subject="Another")
    season = a_season(a_program(), a_contact(), READY, blank)
    async with on_screen(season, tmp_path, size=(120, 36), at=REVIEW) as screen:
        the_review(screen).table.show_key("F16:l-ready1")
        assert await previewed(screen, "y copies it, M marks it as sent")
        the_review(screen).table.show_key("F16:l-ready2")
        assert await previewed(screen, "1 field to fill in")
        assert "M marks it as sent" not in screen.text


async def test_a_stop_is_asked_about_once_and_no_leaves_the_message(tmp_path: Path) -> None:
    asks = replace(READY, body=CLEAN.replace("May I", "If you rank me highly, I will rank you first. May I"))
    async with on_screen(with_letter(asks), tmp_path, at=REVIEW) as screen:
        await to_row(screen, "send the question")
        await screen.press("M")
        assert isinstance(screen.app.screen, Confirm)
        await screen.press("n")
        assert isinstance(screen.app.screen, ReviewScreen)
        assert screen.season.letters == (asks,)


@pytest.mark.parametrize("key", ["M", "y", "Y"])
async def test_a_message_with_a_blank_in_it_stays_and_m_opens_it(tmp_path: Path, key: str) -> None:
    blank = replace(READY, body=f"{CLEAN}[one detail]")
    async with on_screen(with_letter(blank), tmp_path, at=REVIEW) as screen:
        await to_row(screen, "send the question")
        await screen.press(key)
        assert status(screen) == "Not yet: 1 field to fill in.  m opens it."
        assert screen.season.letters == (blank,)
        await screen.press("m")
        assert isinstance(screen.app.screen, EditorScreen)


THANKED = a_season(
    a_program(status=Status.INTERVIEWED),
    a_contact(),
    an_interview(starts=at("2026-11-22 09:00", EASTERN), contact_ids=("c-wexley",)),
)


async def test_a_message_only_shown_is_begun_and_sent_in_one_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = a_letter("l-fresh1", contact_ids=("c-wexley",), interview_id="i-bright")
    monkeypatch.setattr("templates.answering.begin_letter", lambda *_, **__: fresh)
    async with on_screen(THANKED, tmp_path, at=REVIEW) as screen:
        await to_row(screen, "thank-you to Dr. Wexley")
        await screen.press("M")
        assert screen.season.letters == ()
        await screen.press("enter")
        assert [one.state for one in screen.reloaded().letters] == [LetterState.SENT]
        assert "thank-you to Dr. Wexley" not in screen.text.split("Sent: ")[0]
        await screen.press("u")
        assert screen.reloaded().letters == ()


async def test_a_message_only_shown_is_begun_by_copying_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = a_letter("l-fresh1", contact_ids=("c-wexley",), interview_id="i-bright")
    monkeypatch.setattr("templates.answering.begin_letter", lambda *_, **__: fresh)
    async with on_screen(THANKED, tmp_path, at=REVIEW) as screen:
        await to_row(screen, "thank-you to Dr. Wexley")
        await screen.press("y")
        assert [one.state for one in screen.reloaded().letters] == [LetterState.DRAFT]
        assert "thank-you to Dr. Wexley" in cursor_line(screen)
        assert status(screen).endswith("Message to Brightwater")
        await screen.press("M", "enter")
        assert [one.state for one in screen.reloaded().letters] == [LetterState.SENT]


async def test_what_no_message_answers_says_so(tmp_path: Path) -> None:
    async with on_screen(tasks(1), tmp_path, at=REVIEW) as screen:
        for key in ("M", "y", "Y"):
            await screen.press(key)
            assert status(screen) == "No message answers that."
        await screen.press("tab", "tab", "tab", "M")
        assert status(screen) == "Only what is to be done has a message to send."


async def test_the_drafts_of_all_selected_are_sent_in_one_step(tmp_path: Path) -> None:
    other = replace(READY, id="l-ready2", subject="Another", body=CLEAN.replace("clinic", "clinic afternoon"))
    async with on_screen(a_season(a_program(), a_contact(), READY, other, LATER), tmp_path, at=REVIEW) as screen:
        await screen.press("A")
        assert len(the_review(screen).table.selected) == 3
        await screen.press("M", "enter")
        assert {one.state for one in screen.reloaded().letters} == {LetterState.SENT}
        assert the_review(screen).table.selected == frozenset()
        assert "Task 00" in cursor_line(screen)
        await screen.press("u")
        assert {one.state for one in screen.reloaded().letters} == {LetterState.READY}


async def test_where_no_draft_is_selected_nothing_is_sent(tmp_path: Path) -> None:
    async with on_screen(tasks(3), tmp_path, at=REVIEW) as screen:
        await screen.press("A", "M")
        assert status(screen).startswith("No draft is there")
        assert len(the_review(screen).table.selected) == 3


@pytest.mark.parametrize("size", SIZES)
async def test_opening_a_message_and_leaving_it_comes_back_to_the_same_line(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with on_screen(demo_season(NOW), tmp_path, size=size, at=REVIEW) as screen:
        await to_row(screen, "thank-you to Dr. Amari")
        before = the_review(screen).table.key
        await screen.press("m")
        assert isinstance(screen.app.screen, EditorScreen)
        await screen.press("escape", "escape")
        assert the_review(screen).table.key == before


async def test_marked_as_sent_in_the_editor_the_next_line_is_at_hand(tmp_path: Path) -> None:
    async with on_screen(with_letter(READY), tmp_path, at=REVIEW) as screen:
        await to_row(screen, "send the question")
        await screen.press("m", "escape", "M", "enter")
        assert isinstance(screen.app.screen, ReviewScreen)
        assert "Task 00" in cursor_line(screen)


@pytest.mark.parametrize("size", SIZES)
async def test_ten_due_items_take_twenty_keys_at_most_with_every_way_to_clear(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    keys = ["d", "x", "s", "t", "full_stop", "space", "space", "v", "s", "3", "d", "d", "M", "enter"]
    assert len(keys) <= 20
    season = replace(tasks(9), letters=(READY,), contacts=(a_contact(),))
    async with on_screen(season, tmp_path, size=size, at=REVIEW) as screen:
        assert "0 of 10" in screen.lines[1]
        the_review(screen).table.show_key("TASK:t-task00")
        await screen.press(*keys)
        assert the_review(screen).table.keys == ()
        assert " left" not in screen.lines[1]
        assert len(screen.reloaded().decisions) == 9


SNOOZED = [
    (("s", "3"), "2026-11-27 00:00"),
    (("s", "t"), "2026-11-25 00:00"),
    (("s", "w"), "2026-11-30 00:00"),
    (("s", "f"), "2026-11-27 00:00"),
    (("s", "i"), "2026-12-02 00:00"),
]
TYPED = [
    ("fri", "2026-11-27 00:00"),
    ("3d", "2026-11-27 00:00"),
    ("tomorrow", "2026-11-25 00:00"),
    ("next week", "2026-11-30 00:00"),
    ("2 dec", "2026-12-02 00:00"),
    ("after next interview", "2026-12-02 00:00"),
]
ONE = a_season(a_program(), an_interview(starts=at("2026-12-01 09:00", EASTERN)), *tasks(1).tasks)


@pytest.mark.parametrize(("keys", "until"), SNOOZED)
async def test_a_key_of_the_popup_puts_it_off(tmp_path: Path, keys: tuple[str, ...], until: str) -> None:
    async with on_screen(ONE, tmp_path, at=REVIEW) as screen:
        await to_row(screen, "Task 00")
        await screen.press(*keys)
        assert [one.until for one in screen.season.decisions] == [at(until)]


@pytest.mark.parametrize(("words", "until"), TYPED)
async def test_words_put_it_off(tmp_path: Path, words: str, until: str) -> None:
    async with on_screen(ONE, tmp_path, at=REVIEW) as screen:
        await to_row(screen, "Task 00")
        await screen.press("s", "d")
        await screen.write(words)
        await screen.press("enter")
        assert [one.until for one in screen.season.decisions] == [at(until)]


@pytest.mark.parametrize("size", SIZES)
async def test_undo_under_cleared_today_brings_back_that_line_alone(tmp_path: Path, size: tuple[int, int]) -> None:
    season = follow_ups.mark_done(tasks(3), ("TASK:t-task00", "TASK:t-task01"), now=NOW)
    async with on_screen(season, tmp_path, size=size, at=REVIEW) as screen:
        await screen.press("shift+tab", "j")
        words = cursor_line(screen)
        await screen.press("u")
        (left,) = screen.reloaded().decisions
        assert ("Task 00" in words) is (left.id == "TASK:t-task01")


@pytest.mark.parametrize("size", SIZES)
async def test_the_key_line_names_every_step_from_a_message_to_its_being_sent(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with on_screen(with_letter(READY), tmp_path, size=size, at=REVIEW) as screen:
        for step in ("d done", "s snooze", "m message", "y copy", "M sent", "x not needed", "tab section", "? keys"):
            assert step in screen.lines[-1]


async def test_the_key_line_names_what_can_be_done_in_the_open_section(tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path, size=(80, 24), at=REVIEW) as screen:
        the_review(screen).open_section(WAITING)
        await screen.press()
        assert screen.lines[-1].split("  ")[:3] == [" m message", "enter open", "tab section"]
        the_review(screen).open_section(PUT_OFF)
        await screen.press()
        assert screen.lines[-1].startswith(" r bring back  d done")
        the_review(screen).open_section(CLEARED)
        await screen.press()
        assert screen.lines[-1].startswith(" r bring back  tab section  ? keys")
        the_review(screen).open_section(DUE)
        await screen.press()
        assert screen.lines[-1].startswith(" d done  s snooze")

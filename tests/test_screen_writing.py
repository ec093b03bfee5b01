"""A message among others: its notes, its earlier texts and its forms, and several written one after the other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.records import Debrief, Hook
from store.rules.letters import keep_revision
from store.season import Season
from store.words import Kind, LetterState
from tests.examples import a_letter, at, held_season
from tests.on_screen import SIZES, OnScreen, on_screen
from tests.test_drafts_for_each import ALL_MET, day
from tests.test_screen_editor import FINE, kept, opened, rested, short_pauses, thanked
from tui.asking.inserting import spaced
from tui.requests import ShowProgram
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.pick import Pick
from tui.screens.dialogs.revisions import Revisions
from tui.screens.editor import EditorScreen
from tui.screens.program import ProgramScreen
from tui.screens.review import ReviewScreen
from tui.widgets.detail_pane import ROOM

__all__ = ["short_pauses"]

# Earlier texts


def revised() -> Season:
    """A draft that said something else an hour ago."""
    season = thanked(body=FINE.replace("asthma van", "small blue bus"))
    season = keep_revision(season, "l-letter", name="by hand", now=at("2026-11-24 13:00"))
    return replace(season, letters=(replace(season.letters[0], body=FINE),))


def in_one_line(seen: OnScreen) -> str:
    """The words on screen without frame and line breaks."""
    return " ".join(seen.text.replace("│", " ").replace("|", " ").split())


@pytest.mark.parametrize("size", SIZES)
async def test_an_earlier_text_shows_what_has_changed_since(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(revised(), tmp_path, size=size) as (seen, _screen):
        await seen.press("escape", "v")
        assert isinstance(seen.app.screen, Revisions)
        assert "Tue 24 Nov 13:00 CET" in seen.text and "by hand" in seen.text
        assert "3 words went (struck), 2 came (underlined)" in seen.text
        assert "small blue bus asthma van" in in_one_line(seen)
        await seen.press("escape")
        assert isinstance(seen.app.screen, EditorScreen)


async def test_going_back_is_one_step_that_undo_takes_back(tmp_path: Path) -> None:
    async with opened(revised(), tmp_path) as (seen, screen):
        await seen.press("escape", "v", "enter")
        assert "small blue bus" in screen.area.text
        assert [one.name for one in kept(seen).revisions] == ["by hand", "before going back"]
        await seen.press("u")
        assert screen.area.text == FINE
        assert [one.name for one in kept(seen).revisions] == ["by hand"]


async def test_where_colours_are_missing_signs_tell_what_went_and_what_came(tmp_path: Path) -> None:
    async with opened(revised(), tmp_path) as (seen, _screen):
        seen.app.settings = replace(seen.app.settings, glyphs="ascii")
        await seen.press("escape", "v")
        assert "-small blue bus- +asthma van+" in in_one_line(seen)


async def test_the_text_before_the_own_editor_is_an_earlier_text_and_one_step(tmp_path: Path) -> None:
    async with opened(thanked(), tmp_path) as (seen, screen):
        screen._take_over("Written elsewhere.")
        assert [(one.name, one.body) for one in kept(seen).revisions] == [("before $EDITOR", FINE)]
        await seen.press("escape", "u")
        assert (kept(seen).body, kept(seen).revisions) == (FINE, ())


async def test_the_text_before_a_fix_is_an_earlier_text_and_one_step(tmp_path: Path) -> None:
    loud = FINE.replace("on Monday.", "on Monday! What a day!")
    async with opened(thanked(body=loud), tmp_path, size=(120, 36)) as (seen, screen):
        for _ in screen.pane.findings:
            await seen.press("f8")
            if screen.pane.findings[screen.pane.current].finding.check == "C15":
                break
        await seen.press("enter")
        assert kept(seen).body != loud
        assert [(one.name, one.body) for one in kept(seen).revisions] == [("before a fix", loud)]
        await seen.press("escape", "u")
        assert (kept(seen).body, kept(seen).revisions) == (loud, ())


# Notes and messages beside it


def with_notes() -> Season:
    told = Debrief(at("2026-11-23 21:00"), (Hook("c-wexley", "the asthma van"),), "kind residents")
    letter = a_letter(contact_ids=("c-wexley",), body=FINE, interview_id="i-bright")
    before = a_letter("l-before", kind=Kind.QUESTION, body="Is there a clinic?\n\nNoor", sent=at("2026-11-10 09:00"))
    return held_season(letter, before, contact_ids=("c-wexley",), debrief=told)


async def test_where_it_is_narrow_one_key_swaps_the_text_for_the_notes_and_back(tmp_path: Path) -> None:
    async with opened(with_notes(), tmp_path) as (seen, screen):
        assert "ctrl+l notes" in seen.lines[-1]
        await seen.press("ctrl+l")
        assert "Dr. Wexley: the asthma van" in seen.text
        assert "Mon 23 Nov 2026 09:00 EST = 15:00 CET here" in seen.text
        assert "Thank you for the talk on Monday" not in seen.text
        await seen.press("j", "space", "x", "pagedown")
        assert "Is there a clinic?" in seen.text
        await seen.press("escape")
        assert screen.focused is screen.area
        assert "Thank you for the talk on Monday" in seen.text
        await seen.write("Hm. ")
        await rested(seen)
        assert kept(seen).body == f"Hm. {FINE}"


@pytest.mark.parametrize("key", ["tab", "e", "ctrl+l", "f8"])
async def test_any_way_out_of_the_notes_leads_back_to_the_text(tmp_path: Path, key: str) -> None:
    body = FINE.replace("Monday", "[day]")
    async with opened(thanked(body=body), tmp_path) as (seen, screen):
        await seen.press("ctrl+l", key)
        assert screen.focused is screen.area
        assert "Thank you for the talk" in seen.text


async def test_the_notes_are_read_outside_the_text_too(tmp_path: Path) -> None:
    async with opened(with_notes(), tmp_path) as (seen, screen):
        await seen.press("escape", "p")
        assert "Dr. Wexley: the asthma van" in seen.text
        await seen.press("p")
        assert screen.focused is None and isinstance(seen.app.screen, EditorScreen)
        await seen.press("y")
        assert (tmp_path / "state/prematch/last-copy.txt").read_text(encoding="utf-8").strip() == FINE


async def test_where_it_is_wide_text_and_notes_stand_side_by_side(tmp_path: Path) -> None:
    async with opened(with_notes(), tmp_path, size=(ROOM, 36)) as (seen, screen):
        await seen.press("ctrl+l")
        assert screen.reading
        assert "Dr. Wexley: the asthma van" in seen.text and "Thank you for the talk on Monday" in seen.text
        await seen.press("end")
        assert "Is there a clinic?" in seen.text
        await seen.press("ctrl+l")
        assert screen.focused is screen.area


async def test_a_window_made_wider_while_the_notes_are_read_shows_both(tmp_path: Path) -> None:
    async with opened(with_notes(), tmp_path) as (seen, _screen):
        await seen.press("ctrl+l")
        await seen.pilot.resize_terminal(120, 36)
        for _ in range(100):
            if "Thank you for the talk on Monday" in seen.text:
                break
            await seen.pilot.pause(0.02)
        assert "Dr. Wexley: the asthma van" in seen.text and "Thank you for the talk on Monday" in seen.text


# Facts and phrases


@pytest.mark.parametrize("size", SIZES)
async def test_a_sentence_is_found_by_a_word_shown_in_full_and_put_in_at_the_cursor(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(thanked(), tmp_path, size=size) as (seen, screen):
        end = screen.area.text.index("\n\nWith thanks")
        screen.area.move_cursor(screen.area.location_of(end))
        await seen.press("ctrl+t")
        await seen.write("visa sponsorship")
        assert "I am a US citizen and need no visa sponsorship." in seen.text
        await seen.press("enter")
        await rested(seen)
        assert "over time. I am a US citizen and need no visa sponsorship.\n\nWith" in kept(seen).body
        await seen.press("ctrl+z")
        await rested(seen)
        assert screen.area.text == FINE


async def test_a_sentence_with_a_blank_leads_into_the_blank(tmp_path: Path) -> None:
    season = thanked()
    season = replace(season, profile=replace(season.profile, citizenship=None))
    async with opened(season, tmp_path) as (seen, screen):
        await seen.press("ctrl+t")
        await seen.write("citizenship visa")
        await seen.press("enter")
        assert screen.area.selected_text.startswith("[")


@pytest.mark.parametrize(
    ("words", "before", "after", "put_in"),
    [
        ("A sentence.", "e", "", " A sentence."),
        ("A sentence.", ".", "T", " A sentence. "),
        ("A sentence.", "\n", "\n", "A sentence."),
        ("A sentence.", " ", ",", "A sentence."),
        ("Brightwater", "e", "T", "Brightwater"),
    ],
)
def test_sentences_get_the_blanks_they_need_and_words_get_none(
    words: str, before: str, after: str, put_in: str
) -> None:
    assert spaced(words, before, after) == put_in


# Other forms


async def begun(seen: OnScreen) -> EditorScreen:
    """A thank-you to Dr. Wexley, begun with m on the program."""
    seen.app.post_message(ShowProgram("p-bright"))
    await seen.press("m", "enter")
    if isinstance(seen.app.screen, Pick):
        await seen.press("enter")
    await rested(seen)
    screen = seen.app.screen
    assert isinstance(screen, EditorScreen)
    return screen


async def test_an_untouched_draft_takes_another_form_at_once_and_undo_gives_the_old_one_back(tmp_path: Path) -> None:
    async with on_screen(held_season(contact_ids=("c-wexley",)), tmp_path) as seen:
        screen = await begun(seen)
        before = screen.area.text
        await seen.press("escape", "f")
        await seen.write("further")
        await seen.press("enter")
        assert isinstance(seen.app.screen, EditorScreen)
        assert screen.area.text != before
        assert screen.letter is not None and screen.letter.variant == "second-interviewer"
        await seen.press("u")
        assert screen.area.text == before


async def test_own_words_are_asked_about_and_kept_as_an_earlier_text(tmp_path: Path) -> None:
    async with opened(thanked(), tmp_path) as (seen, screen):
        await seen.press("escape", "f")
        await seen.write("coordinator")
        await seen.press("enter")
        assert isinstance(seen.app.screen, Confirm)
        await seen.press("n")
        assert screen.area.text == FINE
        await seen.press("f")
        await seen.write("coordinator")
        await seen.press("enter", "y")
        assert screen.area.text != FINE
        assert [(one.name, one.body) for one in kept(seen).revisions] == [("before another form", FINE)]
        await seen.press("v", "enter")
        assert screen.area.text == FINE


async def test_another_kind_is_one_of_the_forms_to_choose(tmp_path: Path) -> None:
    async with opened(thanked(), tmp_path) as (seen, _screen):
        await seen.press("escape", "f")
        await seen.write("question")
        assert "another kind" in seen.text
        await seen.press("enter", "y")
        assert kept(seen).kind is Kind.QUESTION
        assert "Question: Brightwater" in seen.text


# One after the other


async def passed(seen: OnScreen) -> EditorScreen:
    """The first of the thank-yous to everyone, begun from the program."""
    seen.app.post_message(ShowProgram("p-bright"))
    await seen.press("m", "enter")
    await rested(seen)
    screen = seen.app.screen
    assert isinstance(screen, EditorScreen)
    return screen


def at_screen(seen: OnScreen) -> EditorScreen:
    screen = seen.app.screen
    assert isinstance(screen, EditorScreen)
    return screen


async def test_everyone_met_that_day_gets_a_draft_and_n_goes_from_one_to_the_next(tmp_path: Path) -> None:
    async with on_screen(day(), tmp_path) as seen:
        seen.app.post_message(ShowProgram("p-bright"))
        await seen.press("m")
        assert "thank all 4 you met on Mon 23 Nov" in seen.text
        await seen.press("enter")
        await rested(seen)
        assert "1 of 4, to Dr. Wexley" in seen.text
        assert at_screen(seen).area.selected_text.startswith("[")  # it asks for what is particular to that person
        names = []
        for _ in ALL_MET:
            names.append(at_screen(seen).place_among)
            await seen.press("escape", "n")
            await rested(seen)
        assert names == ["1 of 4", "2 of 4", "3 of 4", "4 of 4"]
        assert "That was the last of them" in seen.text
        await seen.press("N")
        await rested(seen)
        assert "3 of 4, to Dr. Lund" in seen.text
        assert len({one.body for one in seen.reloaded().letters}) == 4


async def test_one_undo_takes_all_drafts_back_and_the_program_is_in_front(tmp_path: Path) -> None:
    async with on_screen(day(), tmp_path) as seen:
        await passed(seen)
        await seen.press("escape", "u")
        assert seen.reloaded().letters == ()
        assert isinstance(seen.app.screen, ProgramScreen)


async def test_what_was_typed_in_one_of_them_is_kept_when_going_on_and_when_leaving(tmp_path: Path) -> None:
    async with on_screen(day(), tmp_path) as seen:
        first = (await passed(seen)).letter_id
        await seen.write("the van")
        await seen.press("escape", "n")
        await rested(seen)
        second = at_screen(seen).letter_id
        await seen.write("the bus")
        await seen.press("escape", "escape")
        assert isinstance(seen.app.screen, ProgramScreen)
        assert "the van" in kept(seen, first).body and "the bus" in kept(seen, second).body
        assert len(seen.reloaded().letters) == 4


async def test_coming_back_goes_on_with_the_drafts_that_are_there(tmp_path: Path) -> None:
    async with on_screen(day(), tmp_path) as seen:
        await passed(seen)
        await seen.press("escape", "escape", "m", "enter")
        await rested(seen)
        assert "1 of 4" in seen.text
        assert len(seen.reloaded().letters) == 4


async def test_once_one_is_sent_the_next_one_opens_and_says_so(tmp_path: Path) -> None:
    async with on_screen(day(), tmp_path) as seen:
        screen = await passed(seen)
        sent = screen.letter_id
        screen.area.load_text(FINE)
        await seen.press("escape", "M")
        while not isinstance(seen.app.screen, EditorScreen):
            await seen.press("y" if isinstance(seen.app.screen, Confirm) else "enter")
        await rested(seen)
        assert kept(seen, sent).state is LetterState.SENT
        assert "Sent: Thank-you: Brightwater   2 of 4, to Dr. Moss" in seen.text
        await seen.press("escape", "N")
        assert "This is the first of them" in seen.text  # the one that went out is not gone back to


async def test_several_thank_yous_selected_in_review_are_written_one_after_the_other(tmp_path: Path) -> None:
    async with on_screen(day(), tmp_path) as seen:
        await seen.press("3", "/")
        await seen.write("thank")
        await seen.press("enter", "A", "m")
        await rested(seen)
        assert "1 of 4, to Dr. Wexley" in seen.text
        await seen.press("escape", "escape")
        assert isinstance(seen.app.screen, ReviewScreen)


async def test_two_of_them_that_read_alike_are_told(tmp_path: Path) -> None:
    async with on_screen(day(), tmp_path, size=(120, 36)) as seen:
        (await passed(seen)).area.load_text(FINE)
        await rested(seen)
        await seen.press("escape", "n")
        await rested(seen)
        screen = at_screen(seen)
        screen.area.load_text(FINE.replace("Dr. Wexley", "Dr. Moss"))
        await rested(seen)
        assert "C11" in [one.finding.check for one in screen.pane.findings]


async def test_a_message_alone_says_so_when_asked_for_the_next(tmp_path: Path) -> None:
    async with opened(thanked(), tmp_path) as (seen, screen):
        await seen.press("escape", "n", "N")
        assert "not one of several" in seen.text
        assert seen.app.screen is screen


async def test_when_the_last_blank_is_filled_it_says_how_to_go_on(tmp_path: Path) -> None:
    async with on_screen(day(), tmp_path) as seen:
        screen = await passed(seen)
        screen.area.load_text(FINE)
        await seen.press("tab")
        assert "No blank is left to fill in" in seen.text and "esc n goes on to Dr. Moss" in seen.text


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_of_a_pass_is_cut(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_screen(day(), tmp_path, size=size) as seen:
        await passed(seen)
        assert "1 of 4" in seen.lines[1]
        await seen.press("escape")
        assert "n next" in seen.lines[-1] and seen.lines[-1].rstrip().endswith("? keys")

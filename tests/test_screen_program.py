"""One program on screen: what it tells at every size, and what enter, tab and the plain letters do there."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from store.records import Debrief, Fact, Hook, Note
from store.season import Season
from store.words import InterviewState, Kind, Status, Verdict
from tests.examples import NOW, a_busy_season, a_contact, a_letter, a_program, a_season, an_interview, at
from tests.on_screen import SIZES, OnScreen, on_screen
from tui.program_sections import FOLLOW_UP, INTERVIEW, LETTER, NOTE, PERSON
from tui.requests import ShowProgram
from tui.screens.dialogs.form import Form
from tui.screens.dialogs.menu import Menu
from tui.screens.editor import EditorScreen
from tui.screens.program import ProgramScreen
from tui.screens.timeline import TimelineScreen

HOSTILE = "Brightwater [/b] [@click=app.quit]x[/] " + "Münchhausen-Krankenhaus" * 11
NOTED = Note("n-mooded", "p-bright", at("2026-11-20 21:00"), "They asked about my month in [Accra].\nAnswer by mail.")


def a_full_season() -> Season:
    """Brightwater with a clash, a note, facts and a debrief to come; Alder Ridge on the other side of the clash."""
    season = a_busy_season()
    known = season.programs_by_id["p-bright"]
    fuller = replace(
        known,
        draws="a clinic run by residents",
        facts=(Fact("residents a year", "12", "their page", at("2026-10-05 10:00").day),),
    )
    programs = tuple(fuller if one is known else one for one in season.programs)
    return replace(season, programs=programs, notes=(NOTED,))


@asynccontextmanager
async def opened(
    season: Season, folder: Path, program_id: str = "p-bright", *, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[OnScreen, ProgramScreen]]:
    """The app with that program's screen in front, come to from a list of three."""
    async with on_screen(season, folder, size=size) as seen:
        seen.app.post_message(ShowProgram(program_id, ("p-aldrid", "p-bright", "p-fenwck")))
        await seen.rest()
        screen = seen.app.screen
        assert isinstance(screen, ProgramScreen)
        yield seen, screen


async def go_to(seen: OnScreen, screen: ProgramScreen, what: str) -> None:
    """Press j until the cursor is on something of that sort."""
    for _ in range(60):
        if screen.entry is not None and screen.entry.leads_to[0] == what:
            return
        await seen.press("j")
    raise AssertionError(f"no {what} was reached")


async def test_it_tells_where_the_program_stands(tmp_path: Path) -> None:
    async with opened(a_full_season(), tmp_path, size=(80, 80)) as (seen, _screen):
        shown = seen.text
    for words in (
        "Brightwater",
        "BKD booked since Mon 2 Nov",
        "Northeast",
        "now 08:05 EST there",
        "2 of 3",
        "! Clash",
        "this   Thu 3 Dec 2026 09:00 EST = 15:00 CET here, 240 min",
        "with   Alder Ridge: Thu 3 Dec 2026 09:30 CST = 16:30 CET here",
        "both   Thu 3 Dec 16:30 to 19:00 CET here",
        "with Dr. Ines Wexley",
        "sent   Mon 2 Nov   accept",
        "program director",
        "Nothing known yet.  R records it.",
        "a clinic run by residents",
        "residents a year: 12 (their page, checked Mon 5 Oct 2026)",
        "They asked about my month in [Accra].",
        "invited 15:10 CET",
    ):
        assert words in shown, words


@pytest.mark.parametrize("size", SIZES)
async def test_no_line_is_wider_than_the_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    known = a_program(name=HOSTILE[:300], status=Status.BOOKED, city=HOSTILE[:60], tags=("[/x]",), zone_assumed=True)
    season = a_season(
        known,
        a_contact(name=HOSTILE[:200], email="x@y.example"),
        an_interview(contact_ids=("c-wexley",), zone_assumed=True, link="https://" + "a" * 300),
        a_letter(subject=HOSTILE[:250], contact_ids=("c-wexley",)),
        Note("n-hostil", "p-bright", NOW, "[/b]\n" * 40 + HOSTILE),
    )
    async with opened(season, tmp_path, size=size) as (seen, _screen):
        await seen.press("G", "home", "tab", "tab")
        assert "[@click=app.quit]x[/]" in seen.text
        assert all(len(line) <= size[0] for line in seen.lines)


async def test_the_columns_come_and_go_with_the_width(tmp_path: Path) -> None:
    async with opened(a_full_season(), tmp_path, size=(120, 36)) as (seen, screen):
        assert screen.facts.display
        row = next(line for line in seen.lines if "! Clash" in line)
        assert "Contact rule" in row
        await seen.pilot.resize_terminal(80, 24)
        await seen.pilot.pause(0.2)
        assert not screen.facts.display
        titles = [section.title for section in screen.records.sections]
        assert titles[0] == "Clash" and titles[-1] == "History"


async def test_tab_goes_through_the_parts_of_both_columns_and_round_again(tmp_path: Path) -> None:
    async with opened(a_full_season(), tmp_path, size=(120, 36)) as (seen, screen):
        start = screen.entry
        parts = len(screen.records.sections) + len(screen.facts.sections)
        been = []
        for _ in range(parts):
            been.append(screen.entry)
            await seen.press("tab")
        assert screen.entry == start
        assert len(set(map(id, been))) == parts
        await seen.press("shift+tab")
        assert screen.entry == been[-1]


async def test_the_cursor_stays_on_its_record_when_the_season_changes(tmp_path: Path) -> None:
    async with opened(a_full_season(), tmp_path) as (seen, screen):
        await go_to(seen, screen, PERSON)
        before = screen.entry
        await seen.press("s", "w")
        assert screen.entry == before
        assert "WTL waitlisted" in seen.text
        assert seen.reloaded().programs_by_id["p-bright"].status is Status.WAITLISTED
        await seen.press("u")
        assert seen.reloaded().programs_by_id["p-bright"].status is Status.BOOKED


async def test_brackets_go_to_the_neighbours_of_the_list(tmp_path: Path) -> None:
    async with opened(a_full_season(), tmp_path) as (seen, screen):
        await seen.press("]")
        assert screen.program_id == "p-fenwck" and "3 of 3" in seen.text
        await seen.press("]", "[")
        assert screen.program_id == "p-fenwck"
        await seen.press("<")
        assert screen.program_id == "p-bright"


async def test_enter_opens_a_message_and_esc_comes_back(tmp_path: Path) -> None:
    async with opened(a_full_season(), tmp_path) as (seen, screen):
        await go_to(seen, screen, LETTER)
        await seen.press("enter")
        assert isinstance(seen.app.screen, EditorScreen)
        await seen.press("escape")
        assert seen.app.screen_stack[-1] is screen
        await seen.press("escape")
        assert isinstance(seen.app.screen, TimelineScreen)


async def test_an_interview_can_be_cancelled(tmp_path: Path) -> None:
    async with opened(a_full_season(), tmp_path) as (seen, screen):
        await go_to(seen, screen, INTERVIEW)
        await seen.press("enter")
        assert isinstance(seen.app.screen, Menu)
        await seen.press("x", "d")
        assert seen.reloaded().interviews_by_id["i-bright"].state is InterviewState.CANCELLED
        assert "who knows?" in seen.text
        await seen.press("escape")
        assert "cancelled: Thu 3 Dec 2026" in seen.text
        assert "! Clash" not in seen.text


async def test_an_interview_can_be_changed(tmp_path: Path) -> None:
    async with opened(a_full_season(), tmp_path) as (seen, screen):
        await go_to(seen, screen, INTERVIEW)
        await seen.press("enter", "c")
        assert isinstance(seen.app.screen, Form)
        await seen.press(*["backspace"] * 16)
        await seen.write("9 dec 10:30")
        await seen.press("ctrl+s")
        assert seen.reloaded().interviews_by_id["i-bright"].starts == at("2026-12-09 10:30", "America/New_York")
        assert "moved from Thu 3 Dec 2026 09:00 EST" in seen.text


async def test_a_day_without_a_time_is_no_start_of_an_interview(tmp_path: Path) -> None:
    async with opened(a_full_season(), tmp_path) as (seen, screen):
        await go_to(seen, screen, INTERVIEW)
        await seen.press("enter", "c", *["backspace"] * 16)
        await seen.write("9 dec")
        await seen.press("ctrl+s")
        assert isinstance(seen.app.screen, Form)
        assert "At what time" in seen.text


async def test_an_interview_offers_a_message_about_it(tmp_path: Path) -> None:
    async with opened(a_full_season(), tmp_path) as (seen, screen):
        await go_to(seen, screen, INTERVIEW)
        await seen.press("enter", "l")
        assert isinstance(seen.app.screen, EditorScreen)
        letter = seen.reloaded().letters[-1]
        assert (letter.kind, letter.interview_id) == (Kind.LOGISTICS, "i-bright")


async def test_what_was_learned_in_an_interview_is_written_down(tmp_path: Path) -> None:
    season = a_busy_season()
    async with opened(season, tmp_path, "p-fenwck") as (seen, screen):
        await go_to(seen, screen, INTERVIEW)
        await seen.press("enter", "d")
        await seen.write("their asthma van")
        await seen.press("enter", "enter")
        await seen.write("kind people")
        await seen.press("ctrl+s")
        told = seen.reloaded().interviews_by_id["i-fenwck"].debrief
        assert told == Debrief(NOW, (Hook("c-irigoy", "their asthma van"),), "kind people")
        assert "Dr. Tomas Irigoyen: their asthma van" in seen.text


async def test_a_person_opens_for_changes_or_a_message(tmp_path: Path) -> None:
    async with opened(a_full_season(), tmp_path) as (seen, screen):
        await go_to(seen, screen, PERSON)
        await seen.press("enter", "e")
        await seen.write("on")
        await seen.press("ctrl+s")
        assert seen.reloaded().contacts_by_id["c-wexley"].name == "Ines Wexleyon"
        await seen.press("enter", "m", "enter")
        assert isinstance(seen.app.screen, EditorScreen)
        assert seen.reloaded().letters[-1].contact_ids == ("c-wexley",)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_cursor_stays_near_where_the_last_entry_of_a_section_was(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(a_full_season(), tmp_path, size=size) as (seen, screen):
        screen.go_to_row(f"{NOTE} {NOTED.id}")
        place = screen.here.cursor
        seen.app._take(replace(seen.season, notes=()))
        await seen.rest()
        assert place > 2 and screen.here.cursor == place
        assert screen.entry is not None and screen.entry.leads_to[0] != NOTE


async def test_a_note_is_changed_and_removed(tmp_path: Path) -> None:
    async with opened(a_full_season(), tmp_path) as (seen, screen):
        await go_to(seen, screen, NOTE)
        await seen.press("enter", "e")
        await seen.write("Well. ")
        await seen.press("ctrl+s")
        assert "Well. " in seen.reloaded().notes[0].text
        await seen.press("enter", "x")
        assert seen.reloaded().notes == ()
        await seen.press("u")
        assert len(seen.reloaded().notes) == 1


async def test_a_follow_up_opens_its_draft_and_d_clears_the_one_under_the_cursor(tmp_path: Path) -> None:
    season = a_busy_season()
    async with opened(season, tmp_path, "p-fenwck") as (seen, screen):
        keys = [one.key for one in seen.app.state.agenda.of("p-fenwck")]
        assert len(keys) > 1
        await go_to(seen, screen, FOLLOW_UP)
        await seen.press("j")
        assert screen.entry is not None and screen.entry.leads_to == (FOLLOW_UP, keys[1])
        await seen.press("d")
        decided = seen.reloaded().decisions
        assert [(one.id, one.verdict) for one in decided] == [(keys[1], Verdict.DONE)]
        await seen.press("u")
        thanks = next(one for one in seen.app.state.agenda.of("p-fenwck") if one.kind is Kind.THANK_YOU)
        assert screen.records.show_entry((FOLLOW_UP, thanks.key))
        await seen.press("enter")
        assert isinstance(seen.app.screen, EditorScreen)
        assert seen.app.screen.letter_id == "l-draft2"


async def test_offered_dates_are_shown_and_lead_to_booking(tmp_path: Path) -> None:
    async with opened(a_busy_season(), tmp_path, "p-marrow") as (seen, screen):
        assert "offered: Wed 9 Dec 2026 09:00 EST = 15:00 CET here" in seen.text
        await go_to(seen, screen, "offer")
        await seen.press("enter", "1")
        assert seen.reloaded().interviews[-1].starts == at("2026-12-09 09:00", "America/New_York")


async def test_the_trash_closes_the_screen_and_undo_brings_the_program_back(tmp_path: Path) -> None:
    async with opened(a_full_season(), tmp_path) as (seen, _screen):
        await seen.press("X")
        assert isinstance(seen.app.screen, TimelineScreen)
        assert "In the trash: Brightwater" in seen.text
        assert seen.reloaded().programs_by_id["p-bright"].trashed is not None
        await seen.press("u")
        assert seen.reloaded().programs_by_id["p-bright"].trashed is None


async def test_plain_ascii_where_the_terminal_has_no_more(tmp_path: Path) -> None:
    from tui.settings import Settings

    async with on_screen(a_full_season(), tmp_path, size=(120, 36), settings=Settings(glyphs="ascii")) as seen:
        seen.app.post_message(ShowProgram("p-bright"))
        await seen.rest()
        body = "\n".join(line for line in seen.lines[1:-2])
        odd = {letter for letter in body if ord(letter) > 126}
        assert odd <= {"│"}, odd

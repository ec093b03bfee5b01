"""The debrief on screen: quick by keyboard, kept while typed, one step of undo; prep, offers and the checklist."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.records import Hook, Interview
from store.season import Season
from store.words import Kind, Role, Status, ToTell
from tests.examples import CENTRAL, EASTERN, NOW, a_contact, a_program, a_season, an_interview, at
from tests.on_screen import OnScreen, on_screen
from tests.test_screen_program import go_to, opened
from tui.program_sections import INTERVIEW
from tui.screens.dialogs.debrief_form import PAUSE, DebriefForm
from tui.screens.dialogs.menu import Menu
from tui.screens.dialogs.reading import Reading
from tui.screens.editor import EditorScreen
from tui.widgets.subject_field import SubjectField

COLE = a_contact("c-cole", name="Ada Cole", role=Role.RESIDENT)
MOST_KEYS = 18
"""Presses beyond typed words for two people, two answers, three scores and a first feeling.

D opens the form; two enters leave the two people and one digit gives the feeling (4 with the key that opens); a
jump reaches the answers, and one enter leaves the first (6); a jump reaches the scores, three digits give them (10);
ctrl+s is the last. Seven more are allowed for whoever uses enter where a jump would do.
"""


def held(*more: Interview) -> Season:
    interview = an_interview(starts=at("2026-11-23 09:00", EASTERN), contact_ids=("c-wexley", "c-cole"))
    program = a_program(status=Status.INTERVIEWED, since=at("2026-11-23 22:00"))
    return a_season(
        program,
        a_program("p-aldrid", "Alder Ridge"),
        a_program("p-fenwck", "Fenwick"),
        a_contact(),
        COLE,
        interview,
        *more,
    )


class Counting:
    """Presses keys and counts those that are not words."""

    def __init__(self, seen: OnScreen) -> None:
        self.seen = seen
        self.pressed = 0

    async def keys(self, *keys: str) -> None:
        self.pressed += len(keys)
        await self.seen.press(*keys)


async def test_two_people_two_answers_three_scores_and_a_feeling_need_few_keys(tmp_path: Path) -> None:
    async with opened(held(), tmp_path) as (seen, _):
        count = Counting(seen)
        await count.keys("D")
        assert isinstance(seen.app.screen, DebriefForm)
        await seen.write("the night clinic")
        await count.keys("enter")
        await seen.write("her first night")
        await count.keys("enter", "4", "pagedown")
        await seen.write("Wexley")
        await count.keys("colon")
        await seen.write(" by interest")
        await count.keys("enter")
        await seen.write("every week")
        await count.keys("pagedown", "5", "3", "4", "ctrl+s")
        assert count.pressed <= MOST_KEYS, count.pressed
        season = seen.reloaded()
        told = season.interviews_by_id["i-bright"].debrief
        assert told is not None
        assert told.hooks == (Hook("c-wexley", "the night clinic"), Hook("c-cole", "her first night"))
        assert told.gut == 4
        assert [(one.text, one.contact_id) for one in season.answers] == [
            ("by interest", "c-wexley"),
            ("every week", ""),
        ]
        assert [one.value for one in season.scores] == [5, 3, 4]
        assert "5 of 5  Breadth of training, written 1 day after" in "\n".join(seen.lines) or seen.app.size.width < 110


async def test_closing_with_escape_keeps_it_and_one_undo_takes_all_of_it_back(tmp_path: Path) -> None:
    async with opened(held(), tmp_path) as (seen, _):
        await seen.press("D")
        await seen.write("the night clinic")
        await seen.press("enter", "enter", "5")
        await seen.write("warm people")
        await seen.press("escape")
        assert not isinstance(seen.app.screen, DebriefForm)
        told = seen.reloaded().interviews_by_id["i-bright"].debrief
        assert told is not None and (told.gut, told.liked) == (5, "warm people")
        await seen.press("u")
        assert seen.reloaded() == held()


async def test_each_field_is_on_disk_once_it_is_left_or_nobody_types(tmp_path: Path) -> None:
    async with opened(held(), tmp_path) as (seen, _):
        await seen.press("D")
        await seen.write("the night clinic")
        await seen.press("enter")
        told = seen.reloaded().interviews_by_id["i-bright"].debrief
        assert told is not None and told.hooks == (Hook("c-wexley", "the night clinic"),)
        await seen.write("her first night")
        for _ in range(100):  # a busy machine may type slowly enough for half of it to be kept first
            await seen.pilot.pause(PAUSE / 10)
            told = seen.season.interviews_by_id["i-bright"].debrief
            if told is not None and told.hooks[1:] == (Hook("c-cole", "her first night"),):
                break
        assert told is not None and told.hooks[1:] == (Hook("c-cole", "her first night"),)
        assert isinstance(seen.app.screen, DebriefForm)
        assert seen.app.screen.half_typed() == {}


async def test_it_goes_on_with_what_stands_there_and_a_score_can_be_taken_back(tmp_path: Path) -> None:
    async with opened(held(), tmp_path) as (seen, _):
        await seen.press("D", "enter", "enter", "4")
        await seen.press("pagedown", "pagedown", "5", "escape")
        assert [one.value for one in seen.reloaded().scores] == [5]
        await seen.press("D")
        assert "[4]" in seen.text
        await seen.press("pagedown", "pagedown", "pagedown", "backspace", "escape")
        assert seen.reloaded().scores == ()


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_it_fits_every_screen_and_says_in_full_what_is_asked(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(held(), tmp_path, size=size) as (seen, _):
        await seen.press("D", "pagedown", "pagedown")
        assert "pgdn next part" in seen.text
        question = next(iter(seen.app.screen.asked.values())) if isinstance(seen.app.screen, DebriefForm) else "?"
        box = seen.app.screen.query_one(".box").region
        inside = " ".join(line[box.x + 1 : box.right - 1] for line in seen.lines)
        assert question in " ".join(inside.split())
        assert seen.app.screen.region.contains_region(box)


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_a_question_that_is_cut_shows_that_it_goes_on(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(held(), tmp_path, size=size) as (seen, _):
        await seen.press("D", "pagedown", "pagedown")
        form = seen.app.screen
        assert isinstance(form, DebriefForm)
        shown = [one.placeholder for one in form.query(SubjectField) if one.placeholder]
        asked = [one for one in shown if any(text.startswith(one.rstrip("…")) for text in form.asked.values())]
        assert len(asked) >= len(form.asked) - 2
        assert all(one in form.asked.values() or one.endswith("…") for one in asked)
        assert any(one.endswith("…") and one in seen.text for one in asked)


async def test_before_the_interview_it_says_why_not(tmp_path: Path) -> None:
    async with on_screen(a_season(a_program(), an_interview()), tmp_path, at="programs") as seen:
        await seen.press("D")
        assert "has begun yet" in seen.text
        await seen.press("P")
        assert isinstance(seen.app.screen, Reading)


async def test_the_prep_sheet_is_read_and_written_to_a_file_of_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.handing_over.usual_folder", lambda: tmp_path)
    interview = an_interview(contact_ids=("c-wexley",), link="https://meet.example/b")
    season = a_season(a_program(draws="a clinic on wheels"), a_contact(), interview)
    async with on_screen(season, tmp_path, at="programs", size=(120, 60)) as seen:
        await seen.press("P")
        for words in ("Thu 3 Dec 2026 09:00 EST = 15:00 CET here", "To ask Dr. Ines Wexley", "a clinic on wheels"):
            assert words in seen.text
        await seen.press("w", "enter")
        (written,) = tmp_path.glob("prep-*.md")
        assert "# Interview at Brightwater" in written.read_text(encoding="utf-8")
        assert written.stat().st_mode & 0o077 == 0


async def test_offers_pasted_one_a_line_are_chosen_with_what_speaks_against_them(tmp_path: Path) -> None:
    other = an_interview("i-aldrid", "p-aldrid", at("2026-12-03 09:30", CENTRAL))
    season = a_season(a_program(), a_program("p-aldrid", "Alder Ridge", Status.BOOKED, zone=CENTRAL), other)
    async with on_screen(season, tmp_path, at="programs") as seen:
        await seen.press("/")
        await seen.write("bright")
        await seen.press("enter", "i", "tab")
        await seen.write("3 dec 9am\n8 dec 9am")
        assert "clashes with Alder Ridge, 16:30 to 19:00" in " ".join(seen.text.replace("│", " ").split())
        await seen.press("ctrl+s")
        assert len(seen.reloaded().programs_by_id["p-bright"].offered) == 2
        await seen.press("B")
        assert isinstance(seen.app.screen, Menu)
        assert "! clashes with Alder Ridge, 16:30 to 19:00" in seen.text and "nothing against it" in seen.text
        assert "Tue 8 Dec 2026 09:00 EST = 15:00 CET here" in seen.text
        await seen.press("enter")  # the first that nothing speaks against
        (booked,) = seen.reloaded().interviews_of["p-bright"]
        assert booked.starts == at("2026-12-08 09:00", EASTERN) and booked.zone_assumed


async def test_an_assumed_zone_is_confirmed_or_asked_about(tmp_path: Path) -> None:
    season = held(replace(an_interview("i-next", zone_assumed=True), contact_ids=("c-cole",)))
    async with opened(season, tmp_path) as (seen, screen):
        await go_to(seen, screen, INTERVIEW)
        await seen.press("j", "enter")
        assert "confirmed the zone: EST" in seen.text and "Two weeks’ notice ended" in seen.text
        await seen.press("q")
        if not isinstance(seen.app.screen, EditorScreen):
            await seen.press("enter")
        assert isinstance(seen.app.screen, EditorScreen)
        assert "another time zone" in seen.reloaded().letters[-1].body
        await seen.press("escape", "escape")
        await seen.press("enter", "z")
        assert not seen.reloaded().interviews_by_id["i-next"].zone_assumed


async def test_the_checklist_of_a_cancelled_interview_is_ticked_until_all_know(tmp_path: Path) -> None:
    season = a_season(a_program(status=Status.BOOKED), a_contact(role=Role.COORDINATOR), an_interview())
    async with opened(season, tmp_path) as (seen, screen):
        await go_to(seen, screen, INTERVIEW)
        await seen.press("enter", "x", "d", "p")
        assert "[x] the interview portal" in seen.text
        await seen.press("escape")
        assert "[x] the interview portal  [ ] the coordinator  [ ] ERAS" in " ".join(seen.text.split()).replace(
            "portal [ ]", "portal  [ ]"
        ).replace("coordinator [ ]", "coordinator  [ ]")
        assert [one.rule for one in seen.app.state.agenda.open if one.rule == "F18"]
        await go_to(seen, screen, INTERVIEW)
        await seen.press("enter", "e", "c")
        assert not isinstance(seen.app.screen, Menu)  # everybody knows
        told = seen.reloaded().interviews_by_id["i-bright"].told
        assert {one.whom for one in told} == set(ToTell)
        assert not [one.rule for one in seen.app.state.agenda.open if one.rule == "F18"]


async def test_the_checklist_leads_to_the_message_for_the_coordinator(tmp_path: Path) -> None:
    season = a_season(a_program(status=Status.BOOKED), a_contact(role=Role.COORDINATOR), an_interview())
    async with opened(season, tmp_path) as (seen, screen):
        await go_to(seen, screen, INTERVIEW)
        await seen.press("enter", "x", "d", "m")
        assert isinstance(seen.app.screen, EditorScreen)
        letter = seen.reloaded().letters[-1]
        assert (letter.kind, letter.interview_id) == (Kind.CANCEL, "i-bright")
        assert letter.made is None or letter.made <= NOW

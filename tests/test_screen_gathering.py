"""Facts, answers and questions on a program's screen: added with a key, opened with enter, never silently wrong."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from store.records import Answer, Fact, Program, Question
from store.season import Season
from store.words import Kind, Role
from tests.examples import NOW, a_busy_season, a_letter
from tests.on_screen import OnScreen, on_screen
from tui.program_sections import ANSWER, FACT, QUESTION
from tui.requests import ShowProgram
from tui.screens.editor import EditorScreen
from tui.screens.program import ProgramScreen

GARDEN = Question("q-garden", "light", "Is there a garden for the [residents]?", Role.DIRECTOR)
PAGE = Fact("call", "every fourth night", "their page", NOW.day - timedelta(days=300))
TOLD = Fact("call", "night float", "Dr. Wexley", NOW.day)


def gathered(*facts: Fact, answers: tuple[Answer, ...] = ()) -> Season:
    season = a_busy_season()
    programs = tuple(replace(one, facts=facts) if one.id == "p-bright" else one for one in season.programs)
    return replace(season, programs=programs, questions=(GARDEN,), answers=answers)


@asynccontextmanager
async def opened(season: Season, folder: Path, size: tuple[int, int] = (100, 60)) -> AsyncIterator[OnScreen]:
    async with on_screen(season, folder, size=size) as seen:
        seen.app.post_message(ShowProgram("p-bright"))
        await seen.rest()
        yield seen


async def go_to(seen: OnScreen, what: str) -> None:
    """Press j until the cursor is on something of that sort, in the other column too."""
    screen = seen.app.screen
    assert isinstance(screen, ProgramScreen)
    for key in (*["j"] * 40, "tab", *["j"] * 40):
        if screen.entry is not None and screen.entry.leads_to[0] == what:
            return
        await seen.press(key)
    raise AssertionError(f"no {what} was reached")


def bright(seen: OnScreen) -> Program:
    return seen.reloaded().programs_by_id["p-bright"]


async def test_sources_that_disagree_stand_together_with_their_age(tmp_path: Path) -> None:
    async with opened(gathered(PAGE, Fact("visa", "none", "their page", NOW.day), TOLD), tmp_path) as seen:
        lines = [line.strip("│ ") for line in seen.lines]
        at = next(place for place, line in enumerate(lines) if "call: night float (Dr. Wexley" in line)
        assert "call: every fourth night (their page, checked" in lines[at + 1] and "stale)" in lines[at + 1]
        assert "2 sources, and they disagree" in lines[at + 2]


async def test_a_fact_that_still_holds_is_dated_today(tmp_path: Path) -> None:
    async with opened(gathered(PAGE), tmp_path) as seen:
        await go_to(seen, FACT)
        await seen.press("enter", "t")
        assert bright(seen).facts == (replace(PAGE, checked=NOW.day),)
        await seen.press("u")
        assert bright(seen).facts == (PAGE,)


async def test_a_fact_is_removed_and_what_the_other_source_says_stays(tmp_path: Path) -> None:
    async with opened(gathered(TOLD, PAGE), tmp_path) as seen:
        await go_to(seen, FACT)
        await seen.press("enter", "x")
        assert bright(seen).facts == (PAGE,)
        assert "disagree" not in seen.text


async def test_the_source_that_is_right_is_kept_alone(tmp_path: Path) -> None:
    async with opened(gathered(TOLD, PAGE), tmp_path) as seen:
        await go_to(seen, FACT)
        await seen.press("enter", "r")
        assert bright(seen).facts == (TOLD,)
        await seen.press("u")
        assert bright(seen).facts == (TOLD, PAGE)
        await seen.press("a", "k", "escape")
        assert bright(seen).facts == (TOLD, PAGE)


async def test_a_fact_is_added_under_a_label_of_the_list(tmp_path: Path) -> None:
    async with opened(gathered(), tmp_path) as seen:
        await seen.press("a", "k")
        await seen.write("visa")
        await seen.press("enter")
        await seen.write("none")
        await seen.press("tab")
        await seen.write("their page")
        await seen.press("ctrl+s")
        assert bright(seen).facts == (Fact("visa", "none", "their page", NOW.day),)


async def test_a_fact_may_have_a_label_of_ones_own(tmp_path: Path) -> None:
    async with opened(gathered(), tmp_path) as seen:
        await seen.press("a", "k")
        await seen.write("another")
        await seen.press("enter")
        for text in ("parking", "free", "a resident"):
            await seen.write(text)
            await seen.press("tab")
        await seen.write("20 nov")
        await seen.press("ctrl+s")
        day = NOW.day - timedelta(days=4)
        assert bright(seen).facts == (Fact("parking", "free", "a resident", day),)


async def test_any_open_question_can_be_answered(tmp_path: Path) -> None:
    async with opened(gathered(), tmp_path) as seen:
        await seen.press("a", "q")
        await seen.write("certifying")
        await seen.press("enter")
        await seen.write("A course")
        await seen.press("ctrl+s")
        assert [(one.question_id, one.text) for one in seen.reloaded().answers] == [("q-boards-plan", "A course")]


async def test_a_fact_changed_to_another_source_does_not_stand_there_twice(tmp_path: Path) -> None:
    async with opened(gathered(PAGE), tmp_path) as seen:
        await go_to(seen, FACT)
        await seen.press("enter", "c", "tab")
        await seen.write(" of 2026")
        await seen.press("ctrl+s")
        assert bright(seen).facts == (replace(PAGE, source="their page of 2026", checked=NOW.day),)


async def test_an_open_question_is_answered_with_who_said_it(tmp_path: Path) -> None:
    async with opened(gathered(), tmp_path) as seen:
        await go_to(seen, QUESTION)
        assert "garden for the [residents]?" in seen.text
        await seen.press("enter", "a")
        await seen.write("On the roof")
        await seen.press("ctrl+s")
        (answer,) = seen.reloaded().answers
        assert (answer.question_id, answer.program_id, answer.text) == ("q-garden", "p-bright", "On the roof")
        assert "On the roof (Tue 24 Nov)" in seen.text


async def test_a_reply_to_a_message_that_asked_leads_to_writing_its_answer_down(tmp_path: Path) -> None:
    asked = a_letter("l-asked", kind=Kind.QUESTION, sent=NOW.after(days=-3), body=GARDEN.text)
    waiting = gathered()
    waiting = replace(waiting, letters=(*waiting.letters, asked))
    async with opened(waiting, tmp_path) as seen:
        assert "asked Sat 21 Nov, no reply yet" in " ".join(seen.text.split())
    reply = a_letter(
        "l-reply", kind=Kind.REPLY, received=NOW.after(days=-1), contact_ids=("c-wexley",), answers="l-asked"
    )
    again = tmp_path / "again"
    again.mkdir()
    async with opened(replace(waiting, letters=(*waiting.letters, reply)), again) as seen:
        assert "a reply came Mon 23 Nov" in " ".join(seen.text.split())
        await go_to(seen, QUESTION)
        await seen.press("enter", "a")
        await seen.write("On the roof.")
        await seen.press("ctrl+s")
        (answer,) = seen.reloaded().answers
        assert (answer.text, answer.contact_id) == ("On the roof.", "c-wexley")
        assert answer.at.day == NOW.after(days=-1).day


async def test_what_their_site_answers_is_not_open_any_more(tmp_path: Path) -> None:
    async with opened(gathered(), tmp_path) as seen:
        await go_to(seen, QUESTION)
        await seen.press("enter", "s")
        (answer,) = seen.reloaded().answers
        assert answer.on_their_site
        assert "(their site, Tue 24 Nov)" in seen.text and "[ ] Is there a garden" not in seen.text


async def test_a_question_is_written_into_the_message_that_asks_it(tmp_path: Path) -> None:
    async with opened(gathered(), tmp_path) as seen:
        await go_to(seen, QUESTION)
        await seen.press("enter", "m")
        if not isinstance(seen.app.screen, EditorScreen):  # whom it goes to is asked where several could be meant
            await seen.press("enter")
        assert isinstance(seen.app.screen, EditorScreen)
        (letter,) = [one for one in seen.reloaded().letters if one.kind is Kind.QUESTION]
        assert "My question is this: Is there a garden for the [residents]?" in letter.body


async def test_a_question_of_ones_own_is_added_and_taken_off_again(tmp_path: Path) -> None:
    async with opened(replace(gathered(), questions=()), tmp_path) as seen:
        await seen.press("a", "o")
        await seen.write("Who teaches at night?")
        await seen.press("ctrl+s")
        assert [(one.text, one.role) for one in seen.reloaded().questions] == [("Who teaches at night?", None)]
        await go_to(seen, QUESTION)
        await seen.press("enter", "x")
        assert seen.reloaded().questions == ()


async def test_an_answer_is_changed_or_removed(tmp_path: Path) -> None:
    known = Answer("a-garden", "q-garden", "p-bright", "No.", NOW, "c-wexley")
    async with opened(gathered(answers=(known,)), tmp_path) as seen:
        await go_to(seen, ANSWER)
        await seen.press("enter", "c")
        await seen.write(" Not yet")
        await seen.press("ctrl+s")
        assert [(one.id, one.contact_id, one.at) for one in seen.reloaded().answers] == [("a-garden", "c-wexley", NOW)]
        assert "Not yet" in seen.reloaded().answers[0].text
        await go_to(seen, ANSWER)
        await seen.press("enter", "x")
        assert seen.reloaded().answers == ()


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_hostile_facts_and_answers_are_only_words(tmp_path: Path, size: tuple[int, int]) -> None:
    hostile = "[/b] [@click=app.quit]x[/] " + "Münchhausen" * 30
    season = gathered(
        Fact("call", hostile, hostile[:100]),
        Fact("call", "q4", "[link]"),
        answers=(Answer("a-garden", "q-garden", "p-bright", hostile, NOW),),
    )
    async with opened(season, tmp_path, size) as seen:
        await go_to(seen, ANSWER)
        assert "[@click=app.quit]x[/]" in seen.text
        await seen.press("enter")
        assert all(len(line) <= size[0] for line in seen.lines)

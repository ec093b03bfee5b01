"""The promise ledger on screen: listed, marked where it cannot be kept, withdrawn by a recorded act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from store.demo.demo_season import demo_season
from store.records import Letter, RankList, Stay
from store.season import Season
from store.words import Kind, Promise, Status
from tests.examples import NOW, a_letter, a_program, a_season, an_interview, at
from tests.on_screen import SIZES, OnScreen, on_screen, status
from tui.commands import MESSAGES, RANK
from tui.promise_table import ledger_lines
from tui.state import state_of

SENT = at("2026-11-20 10:00")
DEMO = demo_season(NOW)


def told(letter_id: str, program_id: str, level: Promise = Promise.FIRST) -> Letter:
    words = "first" if level is Promise.FIRST else "highly"
    body = f"Dear Dr. Ode,\n\nI will rank your program {words}."
    return a_letter(letter_id, program_id, Kind.FIRST_RANK, sent=SENT, subject="My plans", body=body, promise=level)


def promising(*letters: Letter) -> Season:
    programs = [a_program(f"p-{name}", name.capitalize(), Status.INTERVIEWED) for name in ("alders", "birchs")]
    days = [an_interview(f"i-{name}", f"p-{name}", at("2026-11-10 15:00")) for name in ("alders", "birchs")]
    season = a_season(*programs, *days, *(letters or (told("l-alders", "p-alders"),)))
    return replace(season, rank_list=RankList(order=("p-alders", "p-birchs")))


def told_of(screen: OnScreen) -> list[str]:
    return [one.message for one in screen.app._notifications]


async def to_promises(screen: OnScreen) -> None:
    await screen.press("tab", "tab", "tab", "tab")


@pytest.mark.parametrize("size", SIZES)
async def test_the_ledger_is_a_section_and_what_cannot_be_kept_stands_marked(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with on_screen(DEMO, tmp_path, size=size, at=MESSAGES) as screen:
        assert screen.lines[1].rstrip().rpartition("  ")[2].startswith("! 1")
        await to_promises(screen)
        assert "[Promises 4]" in screen.lines[1]
        assert "! not kept" in next(line for line in screen.lines if line.startswith("> Quillmere"))
        assert "number 5 on your list" in status(screen)


async def test_a_promise_is_withdrawn_with_how_they_were_told_and_undone(tmp_path: Path) -> None:
    async with on_screen(promising(), tmp_path, at=MESSAGES) as screen:
        await to_promises(screen)
        await screen.press("P", "w")
        await screen.write("By telephone, to the office")
        await screen.press("ctrl+s")
        (kept,) = screen.reloaded().letters[0].corrections
        assert (kept.level, kept.words, kept.at) == (Promise.NONE, "By telephone, to the office", NOW)
        assert "withdrawn" in screen.text
        await screen.press("u")
        assert screen.reloaded().letters[0].corrections == ()


async def test_a_message_sent_since_can_be_what_told_them(tmp_path: Path) -> None:
    news = a_letter(
        "l-news01", "p-alders", Kind.UPDATE, sent=SENT.after(days=2), subject="A change", body="I must say…"
    )
    async with on_screen(promising(told("l-alders", "p-alders"), news), tmp_path, at=RANK) as screen:
        await screen.press("P", "h", "enter")
        (kept,) = screen.reloaded().letters_by_id["l-alders"].corrections
        assert (kept.level, kept.letter_id, kept.at) == (Promise.HIGH, "l-news01", SENT.after(days=2))
        assert "highly, 22 Nov" in screen.text


async def test_the_move_that_breaks_a_promise_says_so_at_once_and_the_next_one_does_not_repeat_it(
    tmp_path: Path,
) -> None:
    async with on_screen(promising(), tmp_path, size=(120, 36), at=RANK) as screen:
        assert told_of(screen) == []
        await screen.press("J")
        said = "You told Alders on Fri 20 Nov 2026 that it is first, and it is number 2 on your list."
        assert told_of(screen) == [said]
        await screen.press("x")
        assert told_of(screen) == [said]


async def test_what_the_next_move_mends_is_told_no_longer(tmp_path: Path) -> None:
    async with on_screen(promising(), tmp_path, size=(120, 36), at=RANK) as screen:
        await screen.press("J")
        assert told_of(screen)
        await screen.press("K")
        assert told_of(screen) == []


async def test_what_is_told_keeps_up_with_the_moves_and_goes_with_the_promise(tmp_path: Path) -> None:
    season = promising(told("l-alders", "p-alders"))
    third = replace(season.programs[1], id="p-cedars", name="Cedars")
    order = RankList(order=("p-alders", "p-birchs", "p-cedars"))
    season = replace(season, programs=(*season.programs, third), rank_list=order)
    async with on_screen(season, tmp_path, size=(120, 36), at=RANK) as screen:
        await screen.press("J", "J")
        assert [words.rpartition("it is ")[2] for words in told_of(screen)] == ["number 3 on your list."]
        await screen.press("P", "w")
        await screen.write("By telephone")
        await screen.press("ctrl+s")
        assert told_of(screen) == []


async def test_where_nothing_was_promised_nothing_can_be_withdrawn(tmp_path: Path) -> None:
    async with on_screen(promising(), tmp_path, at=RANK) as screen:
        await screen.press("j", "P")
        assert "Nothing about ranking stands promised" in status(screen)
        await screen.press("4", "P")
        assert "No promise stands" in status(screen)


async def test_beside_a_letter_that_ranks_stands_what_was_promised_so_far(tmp_path: Path) -> None:
    draft = a_letter("l-second", "p-birchs", Kind.FIRST_RANK, subject="My plans", body="I will rank Birchs first.")
    season = promising(told("l-alders", "p-alders"), draft)
    async with on_screen(season, tmp_path, size=(120, 36), at=MESSAGES) as screen:
        await screen.press("enter")
        assert "Promised so far" in screen.text
        assert "first: Alders" in screen.text


def test_the_ledger_beside_a_letter_names_the_day_it_was_where_the_applicant_was() -> None:
    season = promising(replace(told("l-alders", "p-alders"), at=at("2026-11-21 03:00")))
    stay = Stay(date(2026, 11, 15), "America/New_York", date(2026, 11, 22))
    season = replace(season, profile=replace(season.profile, stays=(stay,)))
    assert ledger_lines(state_of(season, NOW), "p-alders")[0] == "Fri 20 Nov  first: Alders"

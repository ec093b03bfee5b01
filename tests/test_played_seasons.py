"""Whole seasons, noon by noon from 1 September to 31 March: what is on the agenda, on screen and in the command."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.agenda import agenda, urgency
from store.filters import parse_filter
from store.words import Status
from tests.played_seasons import FIRST, LAST, played_seasons, written
from tui.command_line.agenda_words import ahead
from tui.review_sections import CLEARED, WAITING, review
from tui.state import state_of

FILES = Path(__file__).parent / "played"
NAMES = sorted(played_seasons())


@pytest.mark.parametrize("name", NAMES)
def test_every_noon_is_as_it_is_written_down(name: str) -> None:
    assert written(played_seasons()[name]) == (FILES / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_nothing_due_is_missing_from_the_screen_or_the_command_line_at_any_noon(name: str) -> None:
    days = 0
    for season, now in played_seasons()[name].noons():
        found = agenda(season, now=now)
        keys = {one.key for one in (*found.open, *found.snoozed)}
        sections = review(state_of(season, now), parse_filter("")).sections
        on_screen = {
            item.follow_up.key
            for section, items in sections.items()
            for item in items
            if section not in (WAITING, CLEARED) and item.follow_up is not None
        }
        told = {item.key for item in ahead(season, found, "all", now=now).items}
        assert on_screen == told == keys
        days += 1
    assert days == (LAST - FIRST).days + 1


@pytest.mark.parametrize("name", NAMES)
def test_no_rule_goes_on_without_end(name: str) -> None:
    *_, (season, now) = played_seasons()[name].noons()
    assert agenda(season, now=now.after(days=90)).open == ()


@pytest.mark.parametrize("name", NAMES)
def test_silence_never_becomes_a_rejection(name: str) -> None:
    for season, _ in played_seasons()[name].noons():
        assert all(program.status is not Status.REJECTED for program in season.programs)


@pytest.mark.parametrize("name", NAMES)
def test_every_item_of_every_noon_says_why_and_keeps_its_key(name: str) -> None:
    seen: dict[str, tuple[str, str]] = {}
    for season, now in played_seasons()[name].noons():
        for one in agenda(season, now=now).open:
            assert one.why.endswith(".") and len(one.short) <= 22 and urgency(one, now)
            about = (one.rule, one.program_id)
            assert seen.setdefault(one.key, about) == about

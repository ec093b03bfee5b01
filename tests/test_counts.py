"""Counts for the headers."""

from __future__ import annotations

from dataclasses import replace

from store.agenda import agenda
from store.counts import Counts, counts
from store.season import Season
from store.words import LetterState
from tests.examples import NOW, a_busy_season


def test_counts_add_up() -> None:
    season = a_busy_season()
    found = counts(season, agenda(season, now=NOW), NOW)
    assert found == Counts(
        programs=8,
        applied=7,
        invited=1,
        booked=2,
        interviewed=1,
        waitlisted=1,
        closed=1,
        interviews=3,
        ahead=2,
        overdue=1,
        due_today=6,
        clashes=1,
        drafts=1,
        ready=1,
    )
    assert found.due == 7


def test_an_empty_season_counts_nothing() -> None:
    assert counts(Season(), agenda(Season(), now=NOW), NOW) == Counts()


def test_what_is_in_the_trash_is_not_counted_among_the_drafts() -> None:
    season = a_busy_season()
    thrown = tuple(replace(one, trashed=NOW) if one.state is LetterState.DRAFT else one for one in season.letters)
    assert counts(season, agenda(season, now=NOW), NOW).drafts == 1
    season = replace(season, letters=thrown)
    assert counts(season, agenda(season, now=NOW), NOW).drafts == 0

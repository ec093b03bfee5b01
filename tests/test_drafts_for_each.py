"""Thank-yous for everyone met on a day: one each, in forms that differ, for those who are still owed one."""

from __future__ import annotations

from functools import partial

from store.agenda import FollowUp
from store.ids import new_id
from store.rules.letters import write_letters
from store.season import Season
from store.words import Kind, LetterState, Role
from templates.drafts_for_each import drafts_for_each, in_order_of_the_day, owed_thanks
from tests.examples import NOW, Record, a_contact, a_letter, at, held_season, items

MET = (
    a_contact("c-moss", name="Ada Moss", role=Role.INTERVIEWER),
    a_contact("c-lund", name="Per Lund", role=Role.INTERVIEWER),
    a_contact("c-harrow", name="June Harrow", role=Role.COORDINATOR, title="Ms."),
)
ALL_MET = ("c-wexley", *(one.id for one in MET))


def day(*more: Record) -> Season:
    """An interview held yesterday with four people."""
    return held_season(*MET, *more, contact_ids=ALL_MET)


def owed(season: Season) -> tuple[FollowUp, ...]:
    return in_order_of_the_day(season, items(season, "F03"))


def test_everybody_met_gets_a_draft_in_the_order_of_the_day() -> None:
    season = day()
    letters = drafts_for_each(season, owed(season), new_id=partial(new_id, "l"), now=NOW)
    assert [one.contact_ids for one in letters] == [(each,) for each in ALL_MET]
    assert {(one.kind, one.state, one.interview_id) for one in letters} == {
        (Kind.THANK_YOU, LetterState.DRAFT, "i-bright")
    }


def test_two_interviewers_get_letters_that_differ_by_more_than_a_name() -> None:
    season = day()
    letters = {
        one.contact_ids[0]: one for one in drafts_for_each(season, owed(season), new_id=partial(new_id, "l"), now=NOW)
    }
    assert letters["c-moss"].variant != letters["c-lund"].variant
    assert letters["c-moss"].body.replace("Moss", "Lund") != letters["c-lund"].body


def test_who_was_thanked_is_owed_nothing() -> None:
    season = day(a_letter(contact_ids=("c-moss",), interview_id="i-bright", sent=at("2026-11-24 09:00")))
    assert "c-moss" not in {one.contact_id for one in owed(season)}
    assert len(owed_thanks(items(season, "F03"))["i-bright"]) == 3


def test_the_drafts_are_written_together() -> None:
    season = day()
    letters = drafts_for_each(season, owed(season), new_id=partial(new_id, "l"), now=NOW)
    written = write_letters(season, letters, now=NOW)
    assert [one.id for one in written.letters[-4:]] == [one.id for one in letters]


def test_other_follow_ups_are_not_owed_thanks() -> None:
    season = day()
    assert owed_thanks(items(season, "F02")) == {}

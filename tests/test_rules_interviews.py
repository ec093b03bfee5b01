"""Rules about interviews: booking, moving, cancelling, holding, writing down."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.course import is_over, next_interview
from store.errors import RuleBroken
from store.moments import Moment
from store.records import Debrief, Hook, Move, StatusChange
from store.rules.interviews import (
    book_interview,
    cancel_interview,
    debrief,
    edit_interview,
    move_interview,
)
from store.rules.programs import invite
from store.season import Season
from store.words import InterviewState, Status
from tests.examples import CENTRAL, EASTERN, NOW, a_contact, a_program, a_season, an_interview, at

BRIGHT = "p-bright"


def booked_season() -> Season:
    return book_interview(a_season(a_program(), a_contact()), an_interview(), now=NOW)


def status_in(season: Season) -> Status:
    return season.programs_by_id[BRIGHT].status


@pytest.mark.parametrize(
    "status", [Status.PLANNED, Status.APPLIED, Status.INVITED, Status.WAITLISTED, Status.WITHDRAWN]
)
def test_booking_makes_the_program_booked_from_any_status(status: Status) -> None:
    season = book_interview(a_season(a_program(status=status)), an_interview(), now=NOW)
    assert season.programs[0].statuses[-1] == StatusChange(Status.BOOKED, NOW, exact=True)
    assert season.interviews == (an_interview(),)


def test_booking_answers_the_offers() -> None:
    season = invite(a_season(), BRIGHT, at=NOW, offered=(at("2026-12-09 09:00"),), now=NOW)
    assert book_interview(season, an_interview(), now=NOW).programs[0].offered == ()


def test_an_interview_keeps_the_zone_it_was_given_in() -> None:
    season = book_interview(a_season(), an_interview(starts=at("2026-12-03 08:00", CENTRAL)), now=NOW)
    assert season.interviews[0].starts.zone == CENTRAL
    assert season.interviews[0].starts.seen_from("Europe/Warsaw").local.hour == 15


def test_a_start_in_the_past_has_to_be_said() -> None:
    past = an_interview(starts=at("2026-11-19 13:00", EASTERN))
    with pytest.raises(RuleBroken, match=r"Thu 19 Nov 2026 13:00 EST is in the past"):
        book_interview(a_season(), past, now=NOW)
    season = book_interview(a_season(), past, past=True, now=NOW)
    assert season.programs[0].statuses[-1] == StatusChange(Status.INTERVIEWED, at("2026-11-19 17:00", EASTERN))


def test_an_interview_that_still_runs_is_booked() -> None:
    season = book_interview(a_season(), an_interview(starts=at("2026-11-24 08:00", EASTERN)), past=True, now=NOW)
    assert status_in(season) is Status.BOOKED


def test_a_past_interview_recorded_late_does_not_break_the_order_of_the_course() -> None:
    season = a_season(a_program(since=at("2026-11-22 10:00")))
    season = book_interview(season, an_interview(starts=at("2026-11-19 13:00", EASTERN)), past=True, now=NOW)
    assert season.programs[0].since == at("2026-11-22 10:00")


def test_one_program_has_no_two_interviews_at_once() -> None:
    season = booked_season()
    with pytest.raises(RuleBroken, match=r"Brightwater has an interview on Thu 3 Dec 2026 09:00 EST already"):
        book_interview(season, an_interview("i-second", starts=at("2026-12-03 12:59", EASTERN)), now=NOW)
    assert (
        len(
            book_interview(season, an_interview("i-second", starts=at("2026-12-03 13:00", EASTERN)), now=NOW).interviews
        )
        == 2
    )


def test_booking_refuses_what_cannot_be() -> None:
    season = a_season(a_program(), a_program("p-alder1", "Alder Ridge"), a_contact("c-other1", "p-alder1", "Tom Ode"))
    with pytest.raises(RuleBroken, match="Tom Ode belongs to Alder Ridge, not to Brightwater"):
        book_interview(season, an_interview(contact_ids=("c-other1",)), now=NOW)
    with pytest.raises(RuleBroken, match="No contact has the id"):
        book_interview(season, an_interview(contact_ids=("c-nobody",)), now=NOW)
    with pytest.raises(RuleBroken, match="No program has the id"):
        book_interview(season, an_interview(program_id="p-nobody"), now=NOW)
    with pytest.raises(RuleBroken, match="not a time zone"):
        book_interview(season, an_interview(starts=Moment(NOW.after(days=3).at, "EST")), now=NOW)
    for minutes in (0, -60, 3 * 24 * 60 + 1):
        with pytest.raises(RuleBroken, match="lasts from 1 to 4,320 minutes"):
            book_interview(season, an_interview(minutes=minutes), now=NOW)


def test_moving_keeps_the_earlier_start() -> None:
    after = move_interview(booked_season(), "i-bright", at("2026-12-04 09:00", EASTERN), now=NOW)
    assert after.interviews[0].moves == (Move(at("2026-12-03 09:00", EASTERN), NOW),)
    assert after.interviews[0].starts == at("2026-12-04 09:00", EASTERN)


def test_naming_the_zone_of_the_same_instant_is_no_move() -> None:
    season = a_season(a_program(), an_interview(zone_assumed=True))
    after = move_interview(season, "i-bright", at("2026-12-03 08:00", CENTRAL), now=NOW)
    assert after.interviews[0].moves == () and after.interviews[0].zone_assumed is False
    assert after.interviews[0].starts.zone == CENTRAL
    assert move_interview(after, "i-bright", at("2026-12-03 08:00", CENTRAL), now=NOW) is after


def test_moving_into_the_past_has_to_be_said() -> None:
    with pytest.raises(RuleBroken, match="in the past"):
        move_interview(booked_season(), "i-bright", at("2026-11-20 09:00"), now=NOW)
    moved = move_interview(booked_season(), "i-bright", at("2026-11-20 09:00"), past=True, now=NOW)
    assert is_over(moved.interviews[0], NOW)


def test_an_interview_is_edited_but_its_start_is_moved() -> None:
    after = edit_interview(
        booked_season(), "i-bright", link="https://meet.example/a", contact_ids=("c-wexley",), now=NOW
    )
    assert after.interviews[0].contact_ids == ("c-wexley",)
    with pytest.raises(RuleBroken, match="starts"):
        edit_interview(after, "i-bright", starts=NOW, now=NOW)
    with pytest.raises(RuleBroken, match="No interview has the id"):
        edit_interview(after, "i-nobody", minutes=30, now=NOW)


def test_cancelling_withdraws_only_when_asked() -> None:
    out = cancel_interview(booked_season(), "i-bright", withdraw=True, now=NOW)
    assert out.interviews[0].state is InterviewState.CANCELLED and status_in(out) is Status.WITHDRAWN
    other_date = cancel_interview(booked_season(), "i-bright", now=NOW)
    assert status_in(other_date) is Status.INVITED
    with pytest.raises(RuleBroken, match="was cancelled"):
        cancel_interview(other_date, "i-bright", now=NOW)


def test_a_program_with_another_interview_stays_booked() -> None:
    season = book_interview(booked_season(), an_interview("i-second", starts=at("2026-12-08 09:00")), now=NOW)
    assert status_in(cancel_interview(season, "i-bright", now=NOW)) is Status.BOOKED


def test_a_cancelled_interview_makes_room_for_a_new_one() -> None:
    season = cancel_interview(booked_season(), "i-bright", now=NOW)
    season = book_interview(season, an_interview("i-second"), now=NOW)
    coming = next_interview(season, BRIGHT, NOW)
    assert coming is not None and coming.id == "i-second"


def held_season() -> Season:
    return a_season(a_program(), a_contact(), an_interview(starts=at("2026-11-24 06:00", EASTERN), minutes=60))


def test_a_debrief_is_kept_and_replaced() -> None:
    first = Debrief(NOW, hooks=(Hook("c-wexley", "  "), Hook("c-wexley", "her\x00 garden")), liked="calm people", gut=4)
    season = debrief(held_season(), "i-bright", first, now=NOW)
    kept = season.interviews[0].debrief
    assert kept is not None and kept.hooks == (Hook("c-wexley", "her garden"),)
    second = Debrief(NOW, worried="long commute")
    assert debrief(season, "i-bright", second, now=NOW).interviews[0].debrief == second


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (Debrief(NOW, gut=6), "from 1 to 5"),
        (Debrief(NOW, liked=" "), "Nothing is written down"),
        (Debrief(NOW.after(hours=1), liked="x"), "still to come"),
        (Debrief(NOW, hooks=(Hook("c-nobody", "x"),)), "No contact"),
    ],
)
def test_a_debrief_says_something_true(written: Debrief, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        debrief(held_season(), "i-bright", written, now=NOW)


def test_nothing_is_written_down_before_an_interview_begins() -> None:
    with pytest.raises(RuleBroken, match="still to come"):
        debrief(booked_season(), "i-bright", Debrief(NOW, liked="x"), now=NOW)


def test_a_cancelled_interview_is_never_over() -> None:
    held = an_interview(starts=at("2026-11-20 09:00"))
    assert is_over(held, NOW)
    assert not is_over(replace(held, state=InterviewState.CANCELLED), NOW)


@pytest.mark.parametrize(("minutes", "counted"), [(-5, 1), (0, 1), (90, 90), (2**62, 3 * 24 * 60)])
def test_a_length_no_interview_has_never_bends_its_end(minutes: int, counted: int) -> None:
    interview = an_interview(minutes=minutes)
    assert interview.ends == interview.starts.after(minutes=counted)

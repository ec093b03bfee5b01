"""Rules about statuses: dated, in order, never in the future; invitations and what is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.course import shown_status
from store.errors import RuleBroken
from store.moments import Moment
from store.records import Program, StatusChange
from store.rules.programs import (
    add_program,
    invite,
    redate_status,
    set_status,
)
from store.season import Season
from store.words import Status
from tests.examples import CENTRAL, EASTERN, NOW, a_busy_season, a_program, a_season, an_interview, at

BRIGHT = "p-bright"


def the_program(season: Season, program_id: str = BRIGHT) -> Program:
    return season.programs_by_id[program_id]


def test_a_status_is_dated_and_joins_the_course() -> None:
    season = set_status(a_season(), (BRIGHT,), Status.WAITLISTED, at=at("2026-11-20 09:00"), exact=True, now=NOW)
    assert the_program(season).statuses[-1] == StatusChange(Status.WAITLISTED, at("2026-11-20 09:00"), exact=True)
    assert len(the_program(season).statuses) == 2


def test_a_program_without_a_course_can_be_dated() -> None:
    """As a file edited by hand may hold it."""
    season = a_season(replace(a_program(), statuses=()))
    dated = redate_status(season, BRIGHT, at=at("2026-11-20 09:00"), now=NOW)
    assert the_program(dated).statuses == (StatusChange(Status.PLANNED, at("2026-11-20 09:00")),)


def test_several_programs_change_together_or_not_at_all() -> None:
    season = a_busy_season()
    after = set_status(season, ("p-oxbown", "p-gorsel"), Status.WITHDRAWN, at=NOW, now=NOW)
    assert {after.programs_by_id[one].status for one in ("p-oxbown", "p-gorsel")} == {Status.WITHDRAWN}
    with pytest.raises(RuleBroken, match="No program has the id “p-nobody”"):
        set_status(season, ("p-oxbown", "p-nobody"), Status.WITHDRAWN, at=NOW, now=NOW)


def test_setting_the_present_status_again_changes_nothing() -> None:
    season = a_season()
    assert set_status(season, (BRIGHT,), Status.APPLIED, at=NOW, now=NOW) is season


def test_going_back_is_allowed_because_people_mend_slips() -> None:
    booked = set_status(a_season(), (BRIGHT,), Status.BOOKED, at=at("2026-11-20 09:00"), now=NOW)
    mended = set_status(booked, (BRIGHT,), Status.INVITED, at=at("2026-11-21 09:00"), now=NOW)
    assert the_program(mended).status is Status.INVITED


def test_a_status_cannot_begin_in_the_future() -> None:
    with pytest.raises(RuleBroken, match=r"cannot be invited on Tue 24 Nov 2026 14:06 CET: that is still to come"):
        set_status(a_season(), (BRIGHT,), Status.INVITED, at=at("2026-11-24 14:06"), exact=True, now=NOW)
    with pytest.raises(RuleBroken, match=r"on Wed 25 Nov 2026: that is still to come"):
        set_status(a_season(), (BRIGHT,), Status.INVITED, at=at("2026-11-25 00:01"), now=NOW)


def test_the_same_instant_on_another_clock_is_not_the_future() -> None:
    there = NOW.seen_from("Asia/Tokyo")
    season = set_status(a_season(), (BRIGHT,), Status.INVITED, at=there, exact=True, now=NOW)
    assert the_program(season).since == there


def test_a_status_of_today_without_a_minute_is_held_back_to_now() -> None:
    season = set_status(a_season(), (BRIGHT,), Status.REJECTED, at=at("2026-11-24 18:00", EASTERN), now=NOW)
    since = the_program(season).since
    assert since is not None and since == Moment(NOW.at, EASTERN)


def test_a_status_cannot_begin_before_the_one_it_follows() -> None:
    with pytest.raises(RuleBroken, match=r"has been applied since Mon 28 Sep 2026; a change to invited"):
        set_status(a_season(), (BRIGHT,), Status.INVITED, at=at("2026-09-27 10:00"), now=NOW)


def test_within_one_day_a_moment_that_is_not_exact_gives_way() -> None:
    noon = StatusChange(Status.APPLIED, at("2026-11-23 12:00"))
    season = a_season(a_program(statuses=(StatusChange(Status.PLANNED, at("2026-11-23 12:00")), noon)))
    after = set_status(season, (BRIGHT,), Status.INVITED, at=at("2026-11-23 08:12"), exact=True, now=NOW)
    moments = [change.at for change in the_program(after).statuses]
    assert moments == [at("2026-11-23 08:12")] * 3
    later = set_status(after, (BRIGHT,), Status.WAITLISTED, at=at("2026-11-23 06:00"), now=NOW)
    assert the_program(later).since == at("2026-11-23 08:12")


def test_two_exact_moments_of_one_day_keep_their_order() -> None:
    season = invite(a_season(), BRIGHT, at=at("2026-11-23 15:10"), now=NOW)
    with pytest.raises(RuleBroken, match=r"invited since Mon 23 Nov 2026 15:10 CET"):
        set_status(season, (BRIGHT,), Status.WAITLISTED, at=at("2026-11-23 15:09"), exact=True, now=NOW)


def test_a_course_handed_in_out_of_order_is_refused() -> None:
    course = (
        StatusChange(Status.APPLIED, at("2026-10-02 10:00")),
        StatusChange(Status.INVITED, at("2026-10-01 10:00")),
    )
    with pytest.raises(RuleBroken, match="cannot be dated before that"):
        add_program(Season(), a_program(statuses=course), now=NOW)


def test_an_invitation_keeps_its_minute_and_the_starts_offered_in_order() -> None:
    early, late = at("2026-12-09 09:00", CENTRAL), at("2026-12-10 09:00", CENTRAL)
    season = invite(a_season(), BRIGHT, at=at("2026-11-24 08:12"), offered=(late, early, late), now=NOW)
    program = the_program(season)
    assert program.statuses[-1] == StatusChange(Status.INVITED, at("2026-11-24 08:12"), exact=True)
    assert program.offered == (early, late)


def test_a_second_invitation_only_renews_the_offers() -> None:
    once = invite(a_season(), BRIGHT, at=at("2026-11-23 08:12"), offered=(at("2026-12-09 09:00"),), now=NOW)
    twice = invite(once, BRIGHT, at=NOW, offered=(at("2026-12-11 09:00"),), now=NOW)
    assert the_program(twice).since == at("2026-11-23 08:12")
    assert the_program(twice).offered == (at("2026-12-11 09:00"),)
    assert invite(twice, BRIGHT, at=NOW, now=NOW) is twice


def test_leaving_the_invitation_forgets_the_offers() -> None:
    season = invite(a_season(), BRIGHT, at=at("2026-11-23 08:12"), offered=(at("2026-12-09 09:00"),), now=NOW)
    assert the_program(set_status(season, (BRIGHT,), Status.WITHDRAWN, at=NOW, now=NOW)).offered == ()


def test_booked_reads_as_interviewed_once_the_last_interview_is_over() -> None:
    program = a_program(status=Status.BOOKED, since=at("2026-11-01 10:00"))
    season = a_season(program, an_interview(starts=at("2026-11-24 06:00", EASTERN), minutes=125))
    assert shown_status(season, program, NOW) is Status.INTERVIEWED
    assert shown_status(season, program, NOW.after(minutes=-1)) is Status.BOOKED
    assert shown_status(a_season(program), program, NOW) is Status.BOOKED


def test_silence_never_becomes_a_rejection() -> None:
    program = a_program()
    years_later = NOW.after(days=900)
    assert shown_status(a_season(program), program, years_later) is Status.APPLIED


def test_the_day_a_program_was_put_on_the_list_gives_way_to_what_happened_before() -> None:
    planned = a_program("p-planed", "Marrow Lake", statuses=(StatusChange(Status.PLANNED, NOW),))
    season = add_program(Season(), planned, now=NOW)
    applied = at("2026-09-24 12:00")
    (program,) = set_status(season, ("p-planed",), Status.APPLIED, at=applied, now=NOW).programs
    assert [(change.status, change.at.at) for change in program.statuses] == [
        (Status.PLANNED, applied.at),
        (Status.APPLIED, applied.at),
    ]


def test_a_status_dated_wrongly_is_dated_anew() -> None:
    slip = set_status(a_season(), (BRIGHT,), Status.REJECTED, at=NOW, now=NOW)
    mended = redate_status(slip, BRIGHT, at=at("2026-11-12 12:00"), now=NOW)
    assert [change.status for change in the_program(mended).statuses] == [Status.APPLIED, Status.REJECTED]
    assert the_program(mended).since == at("2026-11-12 12:00")
    assert redate_status(mended, BRIGHT, at=at("2026-11-12 09:00"), now=NOW) is mended


def test_an_invitation_keeps_its_offers_when_its_minute_is_mended() -> None:
    offers = (at("2026-12-09 09:00", EASTERN),)
    invited = invite(a_season(), BRIGHT, at=at("2026-11-23 10:00"), offered=offers, now=NOW)
    mended = redate_status(invited, BRIGHT, at=at("2026-11-23 10:07"), exact=True, now=NOW)
    assert the_program(mended).statuses[-1] == StatusChange(Status.INVITED, at("2026-11-23 10:07"), exact=True)
    assert the_program(mended).offered == offers


def test_a_status_is_not_dated_into_the_future_nor_before_the_one_it_follows() -> None:
    season = set_status(a_season(), (BRIGHT,), Status.REJECTED, at=NOW, now=NOW)
    with pytest.raises(RuleBroken, match="still to come"):
        redate_status(season, BRIGHT, at=at("2026-11-25 12:00"), now=NOW)
    with pytest.raises(RuleBroken, match="cannot be dated before that"):
        redate_status(season, BRIGHT, at=at("2026-01-01 12:00"), now=NOW)

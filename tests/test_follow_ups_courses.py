"""Follow-ups about the course of things: clashes, waitlists, key dates, tasks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from store.agenda import Urgency, agenda, urgency
from store.moments import Moment
from store.records import KeyDate, Letter, Move, StatusChange, Task
from store.rules.follow_ups import mark_done, mark_not_needed
from store.season import Season
from store.words import Kind, Status
from tests.examples import (
    CENTRAL,
    EASTERN,
    NOW,
    Record,
    a_letter,
    a_program,
    a_season,
    an_interview,
    at,
    items,
    keys,
)

BRIGHT = "p-bright"


def clashing_season(*more: Record, tiers: tuple[str, str] = ("", "")) -> Season:
    return a_season(
        a_program(status=Status.BOOKED, since=at("2026-11-02 10:00"), tier=tiers[0]),
        a_program("p-alder1", "Alder Ridge", Status.BOOKED, at("2026-11-23 10:00"), zone=CENTRAL, tier=tiers[1]),
        an_interview(starts=at("2026-12-15 09:00", EASTERN)),
        an_interview("i-alder1", "p-alder1", at("2026-12-15 09:30", CENTRAL)),
        *more,
    )


class TestClashes:
    """F05."""

    def test_a_clash_is_due_two_weeks_before_the_first_of_the_two(self) -> None:
        (item,) = items(clashing_season(), "F05")
        mark = at("2026-12-01 09:00", EASTERN)
        assert (item.key, item.due, item.latest) == ("F05:i-bright:i-alder1:20261215T1530", mark, mark)
        assert item.what == "clash on Tue 15 Dec with Brightwater, ask to move"
        assert "Two weeks’ notice ends Tue 1 Dec 2026 09:00 EST = 15:00 CET here." in item.why

    def test_a_clash_that_arises_inside_two_weeks_is_due_at_once_and_late_after_48_hours(self) -> None:
        late = at("2026-12-10 10:00")
        season = clashing_season()
        moved = replace(
            season, programs=(season.programs[0], a_program("p-alder1", "Alder Ridge", Status.BOOKED, late))
        )
        (item,) = items(moved, "F05", at("2026-12-10 11:00"))
        assert (item.due, item.latest) == (late, late.after(hours=48))

    def test_a_move_that_makes_a_clash_is_when_it_arose(self) -> None:
        season = clashing_season()
        moved = replace(season.interviews[1], moves=(Move(at("2026-12-16 09:00"), at("2026-12-05 10:00")),))
        season = replace(season, interviews=(season.interviews[0], moved))
        assert items(season, "F05", at("2026-12-05 11:00"))[0].due == at("2026-12-05 10:00")

    def test_where_no_booking_is_dated_the_two_week_mark_stands(self) -> None:
        season = clashing_season()
        programs = tuple(replace(one, statuses=(StatusChange(Status.INVITED, NOW),)) for one in season.programs)
        assert items(replace(season, programs=programs), "F05")[0].due == at("2026-12-01 09:30", CENTRAL)

    def test_both_programs_have_it_next_but_it_counts_once(self) -> None:
        found = agenda(clashing_season(), now=NOW)
        assert [one.key for one in found.of(BRIGHT)] == [one.key for one in found.of("p-alder1")]
        assert found.clashing == {BRIGHT, "p-alder1"}

    def test_each_program_s_own_list_names_the_other_one(self) -> None:
        season = clashing_season()
        names = {one.id: one.name for one in season.programs}
        for own, other in ((BRIGHT, "p-alder1"), ("p-alder1", BRIGHT)):
            (item,) = agenda(season, now=NOW).of(own)
            assert names[other] in item.what and names[own] not in item.what

    @pytest.mark.parametrize(
        ("tiers", "moves"),
        [(("", ""), "p-alder1"), (("B", "A"), BRIGHT), (("A", "B"), "p-alder1"), (("", "C"), BRIGHT)],
    )
    def test_the_lower_tier_is_asked_to_move_and_among_equals_the_later_start(
        self, tiers: tuple[str, str], moves: str
    ) -> None:
        assert items(clashing_season(tiers=tiers), "F05")[0].program_id == moves

    def test_a_request_at_either_program_clears_it(self) -> None:
        for program_id, kind in ((BRIGHT, Kind.RESCHEDULE), ("p-alder1", Kind.CANCEL)):
            assert items(clashing_season(a_letter("l-asked1", program_id, kind, sent=NOW)), "F05") == ()
        old = a_letter(kind=Kind.RESCHEDULE, sent=at("2026-11-10 10:00"))
        assert len(items(clashing_season(old), "F05")) == 1

    def test_it_ends_when_the_first_interview_starts(self) -> None:
        starts = at("2026-12-15 09:00", EASTERN)
        assert items(clashing_season(), "F05", starts.after(seconds=-1))
        assert items(clashing_season(), "F05", starts) == ()


WAITING = at("2026-11-02 10:00")


def waiting_season(*more: Record) -> Season:
    return a_season(a_program(status=Status.WAITLISTED, since=WAITING), *more)


class TestWaitlists:
    """F07."""

    def test_a_check_in_is_due_18_days_after_the_last_contact_and_late_after_21(self) -> None:
        (item,) = items(waiting_season(), "F07")
        assert (item.due, item.latest, item.kind) == (WAITING.after(days=18), WAITING.after(days=21), Kind.WAITLIST)

    @pytest.mark.parametrize("contact", [{"sent": at("2026-11-09 10:00")}, {"received": at("2026-11-09 10:00")}])
    def test_contact_in_either_direction_starts_the_clock_again(self, contact: dict[str, Any]) -> None:
        season = waiting_season(a_letter(kind=Kind.LOGISTICS, **contact))
        assert items(season, "F07")[0].due == at("2026-11-09 10:00").after(days=18)

    def test_drafts_and_letters_in_the_trash_are_no_contact(self) -> None:
        gone = replace(a_letter(sent=at("2026-11-09 10:00")), trashed=NOW)
        assert items(waiting_season(gone, a_letter("l-draft1")), "F07")[0].due == WAITING.after(days=18)

    def test_the_letter_that_asks_for_the_list_is_no_check_in(self) -> None:
        first = a_letter("l-first1", kind=Kind.WAITLIST, sent=at("2026-11-03 10:00"))
        (item,) = items(waiting_season(first), "F07")
        assert item.key.endswith(":1") and item.due == at("2026-11-03 10:00").after(days=18)

    def test_two_check_ins_end_it(self) -> None:
        first = a_letter("l-first1", kind=Kind.WAITLIST, sent=WAITING.after(days=18))
        (item,) = items(waiting_season(first), "F07")
        assert item.key.endswith(":2") and item.due == WAITING.after(days=36)
        assert "it is the last one" in item.why
        second = a_letter("l-second", kind=Kind.WAITLIST, sent=WAITING.after(days=36))
        assert items(waiting_season(first, second), "F07", WAITING.after(days=60)) == ()

    def test_done_without_a_letter_starts_the_clock_again(self) -> None:
        season = mark_done(waiting_season(), keys(items(waiting_season(), "F07")), now=NOW)
        (item,) = items(season, "F07")
        assert item.key.endswith(":2") and item.due == NOW.after(days=18)
        twice = mark_done(season, (item.key,), now=NOW.after(days=18))
        assert items(twice, "F07", NOW.after(days=40)) == ()

    def test_not_needed_ends_it(self) -> None:
        season = mark_not_needed(waiting_season(), keys(items(waiting_season(), "F07")), now=NOW)
        assert items(season, "F07") == () and items(season, "F07", NOW.after(days=40)) == ()

    def test_it_rests_when_nobody_acts(self) -> None:
        assert items(waiting_season(), "F07", WAITING.after(days=35))
        assert items(waiting_season(), "F07", WAITING.after(days=35, seconds=1)) == ()


class TestDated:
    """F15 and tasks."""

    DEADLINE = KeyDate(
        "rank-deadline", "Certify the list", at("2027-03-03 21:00", EASTERN), short="certify", source="NRMP"
    )

    def season(self) -> Season:
        return replace(a_season(), key_dates=(self.DEADLINE,))

    @pytest.mark.parametrize(
        ("now", "shown"),
        [
            (at("2027-02-24 23:59"), False),
            (at("2027-02-25 00:00"), True),
            (at("2027-03-04 23:59"), True),
            (at("2027-03-05 00:00"), False),
        ],
    )
    def test_a_key_date_shows_7_days_ahead_and_until_its_day_at_home_is_over(self, now: Moment, shown: bool) -> None:
        found = [one for one in items(self.season(), "F15", now) if "rank-deadline" in one.key]
        assert bool(found) is shown

    def test_it_names_both_calendar_days_and_how_sure_it_is(self) -> None:
        now = at("2027-03-03 10:00")
        (item,) = [one for one in items(self.season(), "F15", now) if "rank-deadline" in one.key]
        assert (item.key, item.short) == ("F15:rank-deadline:2027-03-03", "certify")
        assert "Wed 3 Mar 2027 21:00 EST = Thu 4 Mar 03:00 CET here" in item.why
        assert "expected" in item.why and item.why.endswith("Source: NRMP.")
        assert urgency(item, now) is Urgency.SOON
        assert urgency(item, at("2027-03-04 10:00")) is Urgency.DUE

    def test_a_day_without_a_clock_is_that_day_everywhere(self) -> None:
        notice = KeyDate("d-notice", "Notice", at("2027-01-12 12:00", "Pacific/Honolulu"), all_day=True)
        season = replace(a_season(), key_dates=(notice,))
        assert items(season, "F15", at("2027-01-12 23:00", "Pacific/Auckland"))
        assert items(season, "F15", at("2027-01-13 00:30", "Pacific/Auckland")) == ()

    def test_a_task_waits_until_it_is_decided(self) -> None:
        task = Task("t-visa22", "Ask the school for a stamped transcript", at("2026-11-20 12:00"), BRIGHT, Kind.UPDATE)
        (item,) = items(a_season(a_program(), task), "TASK")
        assert (item.key, item.what, item.kind) == ("TASK:t-visa22", task.what, Kind.UPDATE)
        assert item.short == "Ask the school for a…" and len(item.short) <= 22
        assert urgency(item, NOW) is Urgency.LATE
        assert len(items(a_season(a_program(), task), "TASK", NOW.after(days=300))) == 1

    def test_tasks_of_programs_in_the_trash_rest(self) -> None:
        task = Task("t-visa22", "Ask", NOW, BRIGHT)
        assert items(a_season(a_program(trashed=NOW), task), "TASK") == ()


class TestOutbox:
    """F16."""

    def test_a_ready_draft_waits_to_be_sent_for_14_days(self) -> None:
        season = a_season(a_program(), a_letter(ready=True))
        (item,) = items(season, "F16")
        assert (item.key, item.due, item.latest) == ("F16:l-letter", NOW, NOW.after(days=2))
        assert items(season, "F16", NOW.after(days=14))
        assert items(season, "F16", NOW.after(days=14, seconds=1)) == ()

    @pytest.mark.parametrize("letter", [a_letter(), a_letter(sent=NOW), replace(a_letter(ready=True), trashed=NOW)])
    def test_other_letters_do_not_wait(self, letter: Letter) -> None:
        assert items(a_season(a_program(), letter), "F16") == ()

    def test_a_draft_without_moments_is_due_today(self) -> None:
        season = a_season(a_program(), replace(a_letter(ready=True), made=None, edited=None))
        assert items(season, "F16")[0].due == at("2026-11-24 00:00")

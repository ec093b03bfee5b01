"""Follow-ups about letters: invitations, what came in, questions, drafts ready to go."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from store.agenda import Urgency, agenda, urgency
from store.follow_ups.letters_between import answered
from store.moments import Moment
from store.records import Letter
from store.rules.interviews import cancel_interview
from store.season import Season
from store.words import Direction, Kind, Role, Status
from tests.examples import (
    EASTERN,
    NOW,
    Record,
    a_contact,
    a_letter,
    a_program,
    a_season,
    an_interview,
    at,
    items,
    keys,
)

BRIGHT = "p-bright"
INVITED = at("2026-11-23 15:10")


def invited_season(*more: Record) -> Season:
    return a_season(a_program(status=Status.INVITED, since=INVITED), *more)


class TestInvitations:
    """F01."""

    def test_an_invitation_is_due_at_once_and_late_after_48_hours(self) -> None:
        (item,) = items(invited_season(), "F01")
        assert (item.key, item.due, item.latest) == ("F01:p-bright:20261123T1410", INVITED, INVITED.after(hours=48))
        assert (item.kind, item.short) == (Kind.ACCEPT, "reply to invitation")
        assert urgency(item, NOW) is Urgency.DUE
        assert urgency(item, INVITED.after(hours=48)) is Urgency.DUE
        assert urgency(item, INVITED.after(hours=48, seconds=1)) is Urgency.LATE

    def test_after_a_cancelled_interview_another_date_is_wanted_and_no_48_hours_run(self) -> None:
        booked = a_season(a_program(status=Status.BOOKED), an_interview(starts=at("2026-12-16 09:00", EASTERN)))
        season = cancel_interview(booked, "i-bright", now=NOW)
        (item,) = items(season, "F01")
        assert (item.what, item.kind, item.latest) == ("find another date, or withdraw", Kind.RESCHEDULE, None)
        assert "The interview of Wed 16 Dec 2026 09:00 EST = 15:00 CET here was cancelled" in item.why
        assert "invitation" not in item.why
        asked = a_letter(kind=Kind.RESCHEDULE, sent=NOW.after(hours=1))
        assert items(replace(season, letters=(asked,)), "F01", now=NOW.after(hours=2)) == ()

    def test_the_reason_speaks_on_both_clocks(self) -> None:
        (item,) = items(invited_season(), "F01")
        assert "came Mon 23 Nov 2026 09:10 EST = 15:10 CET here." in item.why
        assert "before Wed 25 Nov 2026 09:10 EST = 15:10 CET here." in item.why

    @pytest.mark.parametrize("zone", ["", "CST", "Mars/Base"])
    def test_without_a_known_zone_of_the_program_the_clock_of_the_moment_speaks(self, zone: str) -> None:
        (item,) = items(a_season(a_program(status=Status.INVITED, since=INVITED, zone=zone)), "F01")
        assert "came Mon 23 Nov 2026 15:10 CET." in item.why

    def test_where_only_the_day_is_known_the_reason_names_no_clock(self) -> None:
        program = a_program(status=Status.INVITED, since=INVITED)
        season = a_season(replace(program, statuses=(replace(program.statuses[0], exact=False),)))
        (item,) = items(season, "F01")
        assert "came on Mon 23 Nov 2026. Answer at once, by Wed 25 Nov 2026." in item.why

    def test_offered_dates_are_counted(self) -> None:
        program = a_program(status=Status.INVITED, since=INVITED, offered=(at("2026-12-09 09:00"),))
        (item,) = items(a_season(program), "F01")
        assert (item.what, item.short) == ("answer the invitation, 1 date offered", "reply, pick a date")

    @pytest.mark.parametrize("kind", [Kind.ACCEPT, Kind.DECLINE, Kind.RESCHEDULE, Kind.WAITLIST, Kind.CANCEL])
    def test_a_sent_answer_clears_it(self, kind: Kind) -> None:
        assert items(invited_season(a_letter(kind=kind, sent=INVITED)), "F01") == ()

    @pytest.mark.parametrize(
        "letter",
        [
            a_letter(kind=Kind.ACCEPT),
            a_letter(kind=Kind.ACCEPT, ready=True),
            a_letter(kind=Kind.ACCEPT, sent=INVITED.after(minutes=-1)),
            a_letter(kind=Kind.QUESTION, sent=INVITED.after(minutes=1)),
            replace(a_letter(kind=Kind.ACCEPT, sent=NOW), trashed=NOW),
            a_letter(kind=Kind.ACCEPT, received=NOW),
        ],
    )
    def test_what_is_no_answer_leaves_it(self, letter: Letter) -> None:
        assert len(items(invited_season(letter), "F01")) == 1

    def test_an_answer_on_the_day_counts_when_the_minute_is_not_known(self) -> None:
        program = a_program(status=Status.INVITED, since=at("2026-11-23 12:00"))
        program = replace(program, statuses=(replace(program.statuses[0], exact=False),))
        assert items(a_season(program, a_letter(kind=Kind.ACCEPT, sent=at("2026-11-23 09:00"))), "F01") == ()

    def test_a_booking_clears_it(self) -> None:
        assert items(invited_season(an_interview()), "F01") == ()
        assert len(items(invited_season(an_interview(starts=at("2026-11-20 09:00"))), "F01")) == 1

    def test_it_rests_after_14_days(self) -> None:
        assert items(invited_season(), "F01", INVITED.after(days=14))
        assert items(invited_season(), "F01", INVITED.after(days=14, seconds=1)) == ()

    def test_a_program_in_the_trash_asks_for_nothing(self) -> None:
        assert agenda(a_season(a_program(status=Status.INVITED, since=INVITED, trashed=NOW)), now=NOW).open == ()


CAME = at("2026-11-23 10:00")


def came(kind: Kind = Kind.QUESTION, **fields: Any) -> Letter:
    return replace(a_letter("l-came11", kind=kind, received=CAME), **fields)


class TestIncoming:
    """F09."""

    def test_a_letter_is_due_after_24_hours_and_late_after_48(self) -> None:
        (item,) = items(a_season(a_program(), came()), "F09")
        assert (item.key, item.letter_id) == ("F09:l-came11", "l-came11")
        assert (item.due, item.latest) == (CAME.after(hours=24), CAME.after(hours=48))
        assert "Wed 25 Nov 2026 04:00 EST = 10:00 CET here" in item.why

    @pytest.mark.parametrize(
        ("letter", "kind"),
        [
            (came(Kind.SECOND_LOOK), Kind.SECOND_LOOK),
            (came(Kind.WAITLIST_NOTICE), Kind.WAITLIST),
            (came(Kind.INVITATION), Kind.ACCEPT),
            (came(Kind.REPLY), None),
            (came(Kind.NOTICE, improper=True), Kind.IMPROPER_QUESTION),
            (came(Kind.NOTICE, hint=True), Kind.HINT),
        ],
    )
    def test_each_has_the_kind_that_answers_it(self, letter: Letter, kind: Kind | None) -> None:
        (item,) = items(a_season(a_program(), letter), "F09")
        assert item.kind is kind

    def test_the_sender_is_named_where_known(self) -> None:
        season = a_season(a_program(), a_contact(), came(contact_ids=("c-wexley",)))
        (item,) = items(season, "F09")
        assert item.what == "answer “A word from Noor Halvard” from Ines Wexley"
        assert item.contact_id == "c-wexley"

    @pytest.mark.parametrize("kind", [Kind.REJECTION, Kind.NOTICE, Kind.THANK_YOU])
    def test_some_kinds_wait_for_no_answer(self, kind: Kind) -> None:
        assert items(a_season(a_program(), came(kind)), "F09") == ()

    def test_a_reply_to_ones_own_letter_closes_the_matter(self) -> None:
        assert items(a_season(a_program(), came(Kind.REPLY, answers="l-mine11")), "F09") == ()

    @pytest.mark.parametrize(
        ("words", "waits"),
        [
            ("Thank you. Which of the two days would suit you?", True),
            ("Please tell us your arrival time.", True),
            ("Let me know which date works.", True),
            ("Could you send your AAMC ID again.", True),
            ("They do. See you then.", False),
            ("Please feel free to write with any other questions.", False),
            ("Do you have any questions?", False),
            ("Let us know if you need anything.", False),
            ("Really?", False),
            ("They do.\n\nOn Fri, Nov 20, 2026 Noor wrote:\n> Which clinic do interns keep?", False),
            ("They do.\n\nFrom: Noor Halvard\nSent: Friday\n\nCould you tell me which clinic interns keep?", False),
            ("They do.\n> Which clinic do interns keep?", False),
        ],
    )
    def test_a_reply_that_asks_in_turn_waits_for_an_answer(self, words: str, waits: bool) -> None:
        season = a_season(a_program(), came(Kind.REPLY, answers="l-mine11", body=words))
        assert bool(items(season, "F09")) is waits

    def test_an_invitation_on_record_as_a_status_is_the_other_rules_matter(self) -> None:
        program = a_program(status=Status.INVITED, since=CAME)
        assert items(a_season(program, came(Kind.INVITATION)), "F09") == ()

    @pytest.mark.parametrize(
        ("reply", "cleared"),
        [
            (a_letter("l-reply1", kind=Kind.LOGISTICS, sent=NOW, answers="l-came11"), True),
            (a_letter("l-reply1", kind=Kind.LOGISTICS, sent=NOW), True),
            (a_letter("l-reply1", kind=Kind.LOGISTICS, sent=NOW, contact_ids=("c-wexley",)), True),
            (a_letter("l-reply1", kind=Kind.LOGISTICS, sent=NOW, contact_ids=("c-second",)), False),
            (a_letter("l-reply1", kind=Kind.LOGISTICS, sent=NOW, answers="l-other1"), False),
            (a_letter("l-reply1", kind=Kind.LOGISTICS, sent=CAME.after(hours=-1)), False),
            (a_letter("l-reply1", kind=Kind.LOGISTICS, answers="l-came11"), False),
        ],
    )
    def test_a_sent_answer_clears_it(self, reply: Letter, cleared: bool) -> None:
        people = (a_contact(), a_contact("c-second", name="Tom Ode"))
        season = a_season(a_program(), *people, came(contact_ids=("c-wexley",)), reply)
        assert (items(season, "F09") == ()) is cleared

    @pytest.mark.parametrize(
        ("reply", "cleared"),
        [
            (a_letter("l-reply1", kind=Kind.THANK_YOU, sent=NOW), False),
            (a_letter("l-reply1", kind=Kind.ACCEPT, sent=NOW), False),
            (a_letter("l-reply1", kind=Kind.IMPROPER_QUESTION, sent=NOW), True),
            (a_letter("l-reply1", kind=Kind.LOGISTICS, sent=NOW, answers="l-came11"), True),
        ],
    )
    def test_a_question_they_may_not_ask_is_not_answered_by_a_letter_about_something_else(
        self, reply: Letter, cleared: bool
    ) -> None:
        for flag in ({"improper": True}, {"hint": True}):
            season = a_season(a_program(), came(Kind.REPLY, **flag), reply)
            assert (items(season, "F09") == ()) is cleared

    def test_a_draft_is_never_answered(self) -> None:
        season = a_season(a_program(), a_letter(), a_letter("l-reply1", received=NOW, answers="l-letter"))
        assert not answered(season, season.letters[0], by=Direction.IN)

    def test_it_rests_after_14_days_and_for_closed_programs(self) -> None:
        season = a_season(a_program(), came())
        assert items(season, "F09", CAME.after(days=14))
        assert items(season, "F09", CAME.after(days=14, seconds=1)) == ()
        closed = a_season(a_program(status=Status.REJECTED), came())
        assert items(closed, "F09") == ()


ASKED = at("2026-11-16 10:00")


def asked(letter_id: str = "l-asked1", sent: Moment = ASKED, **fields: Any) -> Letter:
    return replace(a_letter(letter_id, kind=Kind.QUESTION, sent=sent), **fields)


class TestReminders:
    """F10."""

    def test_a_question_is_recalled_once_after_7_days(self) -> None:
        (item,) = items(a_season(a_program(), asked()), "F10")
        assert (item.due, item.latest, item.letter_id) == (ASKED.after(days=7), ASKED.after(days=10), "l-asked1")

    def test_an_answer_from_the_program_clears_it(self) -> None:
        reply = a_letter("l-reply1", kind=Kind.REPLY, received=NOW)
        assert items(a_season(a_program(), asked(), reply), "F10") == ()
        early = a_letter("l-reply1", kind=Kind.REPLY, received=ASKED.after(hours=-1))
        assert len(items(a_season(a_program(), asked(), early), "F10")) == 1

    def test_the_reminder_ends_it_and_is_not_recalled_itself(self) -> None:
        season = a_season(a_program(), asked(), asked("l-asked2", ASKED.after(days=8)))
        assert items(season, "F10", ASKED.after(days=16)) == ()

    def test_a_new_question_after_an_answer_counts_for_itself(self) -> None:
        reply = a_letter("l-reply1", kind=Kind.REPLY, received=ASKED.after(days=1))
        season = a_season(a_program(), asked(), reply, asked("l-asked2", ASKED.after(days=2)))
        assert keys(items(season, "F10")) == ["F10:l-asked2"]

    def test_questions_to_different_people_count_apart(self) -> None:
        season = a_season(
            a_program(),
            a_contact(),
            a_contact("c-second", name="Tom Ode", role=Role.RESIDENT),
            asked(contact_ids=("c-wexley",)),
            asked("l-asked2", contact_ids=("c-second",)),
        )
        assert len(items(season, "F10")) == 2

    def test_it_rests_after_21_days(self) -> None:
        season = a_season(a_program(), asked())
        assert items(season, "F10", ASKED.after(days=21))
        assert items(season, "F10", ASKED.after(days=21, seconds=1)) == ()


@pytest.mark.parametrize(
    ("rule", "open_one", "answer"),
    [
        ("F10", asked(), a_letter("l-reply1", kind=Kind.REPLY, received=NOW)),
        ("F09", came(), a_letter("l-mine11", kind=Kind.REPLY, sent=CAME.after(hours=1), answers="l-came11")),
    ],
)
def test_what_was_found_out_about_letters_holds_for_these_letters_alone(
    rule: str, open_one: Letter, answer: Letter
) -> None:
    waits = a_season(a_program(), open_one)
    for _ in range(2):
        assert len(items(waits, rule)) == 1
        assert open_one.id not in {one.letter_id for one in items(replace(waits, letters=(open_one, answer)), rule)}

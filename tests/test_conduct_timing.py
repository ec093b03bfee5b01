"""The time each kind of letter has, a second request for another date, and a cancellation that comes late."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from store.moments import Moment
from store.records import Letter, Move, StatusChange
from store.season import Season
from store.words import Direction, InterviewState, Kind, LetterState, Status
from tests.conduct_asking import a_draft, found
from tests.conduct_drafts import ANSWERED, BOOKED, HOME, NOW, OTHERS, OWN, SEASON


def on(year: int, month: int, day: int, hour: int = 12) -> Moment:
    """That hour in Dublin, in UTC."""
    return Moment(datetime(year, month, day, hour, tzinfo=UTC), HOME)


def sent(letter_id: str, kind: Kind, at: Moment, program_id: str = OWN.id) -> Letter:
    """A letter that went out then."""
    return Letter(letter_id, program_id, kind, state=LetterState.SENT, subject="A letter", body="Words.", at=at)


UNBOOKED = replace(SEASON, interviews=())


def standing(status: Status, since: Moment, season: Season = UNBOOKED) -> Season:
    """The season with its own program in that status since then."""
    moved = replace(OWN, statuses=(*OWN.statuses, StatusChange(status, since, exact=True)))
    return replace(season, programs=(moved, *OTHERS))


@pytest.mark.parametrize(
    ("kind", "now", "told"),
    [
        (Kind.INTEREST, on(2026, 9, 28), True),
        (Kind.INTEREST, on(2026, 10, 24), False),
        (Kind.INTEREST, on(2027, 2, 20), True),
        (Kind.HIGH_RANK, on(2026, 12, 20), True),
        (Kind.HIGH_RANK, on(2027, 1, 20), False),
        (Kind.HIGH_RANK, on(2027, 2, 25), True),
        (Kind.FIRST_RANK, on(2027, 1, 10), True),
        (Kind.FIRST_RANK, on(2027, 1, 18), False),
        (Kind.FIRST_RANK, on(2027, 2, 17), False),
        (Kind.FIRST_RANK, on(2027, 2, 18), True),
        (Kind.UPDATE, on(2027, 3, 3), False),
        (Kind.UPDATE, on(2027, 3, 5), True),
        (Kind.AFTER_MATCH, on(2027, 3, 18), True),
        (Kind.AFTER_MATCH, on(2027, 3, 21), False),
        (Kind.AFTER_MATCH, on(2027, 5, 1), True),
        (Kind.QUESTION, on(2026, 9, 24), False),
        (Kind.ELIGIBILITY, on(2027, 3, 8), False),
    ],
)
def test_a_kind_has_its_part_of_the_season(kind: Kind, now: Moment, told: bool) -> None:
    assert bool(found("C16", a_draft("Words.", kind=kind), UNBOOKED, now)) is told


def test_a_letter_of_interest_is_for_the_time_before_an_invitation() -> None:
    invited = standing(Status.INVITED, on(2026, 11, 23))
    assert found("C16", a_draft("Words.", kind=Kind.INTEREST), invited)


@pytest.mark.parametrize("kind", [Kind.ACCEPT, Kind.DECLINE])
@pytest.mark.parametrize(("hours", "told"), [(1, False), (47, False), (49, True)])
def test_an_invitation_is_answered_within_two_days(kind: Kind, hours: int, told: bool) -> None:
    season = standing(Status.INVITED, NOW.after(minutes=-60 * hours))
    assert bool(found("C16", a_draft("Words.", kind=kind), season)) is told


def test_an_answer_is_timed_by_the_letter_it_answers() -> None:
    asked = replace(ANSWERED, improper=True, at=NOW.after(minutes=-60 * 24 * 4))
    letter = replace(a_draft("Words.", kind=Kind.IMPROPER_QUESTION), answers=asked.id)
    assert found("C16", letter, replace(UNBOOKED, letters=(asked,)))
    fresh = replace(asked, at=NOW.after(minutes=-60 * 24 * 2))
    assert found("C16", letter, replace(UNBOOKED, letters=(fresh,))) == []


@pytest.mark.parametrize(
    ("now", "told"),
    [(on(2026, 12, 2), True), (on(2026, 12, 3, 20), False), (on(2026, 12, 6, 12), False), (on(2026, 12, 8), True)],
)
def test_thanks_come_after_the_interview_and_within_three_days(now: Moment, told: bool) -> None:
    assert bool(found("C16", a_draft("Words.", kind=Kind.THANK_YOU), now=now)) is told


@pytest.mark.parametrize(("now", "told"), [(on(2026, 11, 20), False), (on(2026, 11, 30), True)])
def test_another_date_is_asked_for_a_week_before(now: Moment, told: bool) -> None:
    assert bool(found("C16", a_draft("Words.", kind=Kind.RESCHEDULE), now=now)) is told


def test_practical_questions_are_over_with_the_interview() -> None:
    letter = a_draft("Words.", kind=Kind.LOGISTICS)
    assert found("C16", letter, now=on(2026, 12, 1)) == []
    assert found("C16", letter, now=on(2026, 12, 5))


def test_a_waiting_list_is_asked_after_twice_with_weeks_between() -> None:
    letter = a_draft("Words.", kind=Kind.WAITLIST)
    once = replace(UNBOOKED, letters=(sent("l-wait01", Kind.WAITLIST, on(2026, 11, 2)),))
    assert found("C16", letter, once) == []
    assert found("C16", letter, once, on(2026, 11, 8))
    thrice = tuple(sent(f"l-wait0{day}", Kind.WAITLIST, on(2026, 10, day)) for day in (1, 4, 8))
    assert found("C16", letter, replace(UNBOOKED, letters=thrice))


def test_the_rest_after_a_word_on_the_waiting_list_is_counted_from_the_newest_one() -> None:
    letters = (sent("l-wait02", Kind.WAITLIST, on(2026, 11, 20)), sent("l-wait01", Kind.WAITLIST, on(2026, 11, 2)))
    (finding,) = found("C16", a_draft("Words.", kind=Kind.WAITLIST), replace(UNBOOKED, letters=letters))
    assert "on Fri 20 Nov 2026" in finding.message


def test_before_the_review_opens_no_program_is_said_to_have_read_anything() -> None:
    (before,) = found("C16", a_draft("Words.", kind=Kind.INTEREST), UNBOOKED, on(2026, 9, 10))
    (after,) = found("C16", a_draft("Words.", kind=Kind.INTEREST), UNBOOKED, on(2026, 9, 28))
    assert before.message.startswith("Programs begin to read applications on Wed 23 Sep 2026;")
    assert after.message.startswith("Programs have read applications since Wed 23 Sep 2026 only;")


def test_an_advocate_is_asked_before_the_program_is_written_to() -> None:
    letter = a_draft("Words.", kind=Kind.ADVOCATE)
    assert found("C16", letter, UNBOOKED) == []
    written = replace(UNBOOKED, letters=(sent("l-inter1", Kind.INTEREST, on(2026, 11, 2)),))
    assert found("C16", letter, written)


# C18


def test_a_second_request_for_another_date_is_told() -> None:
    letter = a_draft("Words.", kind=Kind.RESCHEDULE)
    assert found("C18", letter) == []
    asked = replace(SEASON, letters=(sent("l-resch1", Kind.RESCHEDULE, on(2026, 11, 2)),))
    assert found("C18", letter, asked)
    moved = replace(BOOKED, moves=(Move(on(2026, 11, 30), on(2026, 11, 5)),))
    assert found("C18", letter, replace(SEASON, interviews=(moved,)))


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (on(2026, 11, 18), ""),
        (on(2026, 11, 24), "in 9 days"),
        (on(2026, 12, 2), "in 1 day,"),
        (on(2026, 12, 3, 10), "in less than a day"),
        (on(2026, 12, 4), ""),
    ],
)
def test_a_cancellation_inside_two_weeks_is_told_with_the_days_left(now: Moment, words: str) -> None:
    messages = [one.message for one in found("C18", a_draft("Words.", kind=Kind.CANCEL), now=now)]
    assert bool(messages) is bool(words)
    assert all(words in message for message in messages)


def test_withdrawing_without_an_interview_is_never_late() -> None:
    cancelled = replace(SEASON, interviews=(replace(BOOKED, state=InterviewState.CANCELLED),))
    assert found("C18", a_draft("Words.", kind=Kind.CANCEL), cancelled) == []
    assert found("C18", a_draft("Words.", kind=Kind.CANCEL), UNBOOKED) == []


def test_a_letter_for_no_known_program_has_no_time_of_its_own() -> None:
    letter = replace(a_draft("Words.", kind=Kind.FIRST_RANK), program_id="p-nobody")
    assert found("C16", letter) == []
    assert ANSWERED.direction is Direction.IN

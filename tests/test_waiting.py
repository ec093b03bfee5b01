"""What is the programs' turn: open questions and applications, the longest wait first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.records import Move
from store.waiting import waiting_on_them
from store.words import Kind, Status
from tests.examples import EASTERN, NOW, a_letter, a_program, a_season, an_interview, at

ASKED = at("2026-11-10 12:00")


def test_an_application_without_a_word_waits_since_it_was_sent() -> None:
    (only,) = waiting_on_them(a_season(), NOW)
    assert (only.program_id, only.letter_id, only.days(NOW)) == ("p-bright", "", 57)


def test_a_letter_about_an_application_starts_its_wait_anew() -> None:
    season = a_season(a_program(), a_letter(kind=Kind.UPDATE, sent=ASKED))
    assert [one.days(NOW) for one in waiting_on_them(season, NOW)] == [14]


def test_a_sent_question_waits_until_something_comes_back() -> None:
    question = a_letter(kind=Kind.QUESTION, sent=ASKED, subject="Call nights")
    season = a_season(a_program(status=Status.INTERVIEWED), question)
    (only,) = waiting_on_them(season, NOW)
    assert (only.letter_id, only.what, only.kind) == ("l-letter", "no answer to “Call nights”", Kind.QUESTION)
    reply = a_letter("l-reply", kind=Kind.REPLY, received=at("2026-11-12 09:00"), answers="l-letter")
    assert waiting_on_them(a_season(a_program(status=Status.INTERVIEWED), question, reply), NOW) == ()


def test_a_letter_without_subject_is_still_named() -> None:
    season = a_season(a_program(status=Status.INTERVIEWED), a_letter(kind=Kind.QUESTION, sent=ASKED, subject=""))
    assert waiting_on_them(season, NOW)[0].what == "no answer to your message"


def test_thanks_drafts_and_what_lies_in_the_trash_ask_for_nothing() -> None:
    thrown = replace(a_letter("l-thrown", kind=Kind.QUESTION, sent=ASKED), trashed=NOW)
    letters = (a_letter(sent=ASKED), a_letter("l-draft", kind=Kind.QUESTION), thrown)
    assert waiting_on_them(a_season(a_program(status=Status.INTERVIEWED), *letters), NOW) == ()


@pytest.mark.parametrize("status", [Status.REJECTED, Status.WITHDRAWN, Status.MATCHED])
def test_nobody_waits_for_a_program_that_is_closed(status: Status) -> None:
    season = a_season(a_program(status=status), a_letter(kind=Kind.QUESTION, sent=ASKED))
    assert waiting_on_them(season, NOW) == ()


def test_a_request_that_things_moved_past_waits_no_more() -> None:
    invited_since = a_program(status=Status.INVITED, since=at("2026-11-20 09:00"))
    assert waiting_on_them(a_season(invited_since, a_letter(kind=Kind.WAITLIST, sent=ASKED)), NOW) == ()


def test_asking_for_another_date_ends_with_the_move() -> None:
    booked = a_program(status=Status.BOOKED)
    asked = a_letter(kind=Kind.RESCHEDULE, sent=ASKED)
    interview = an_interview()
    assert waiting_on_them(a_season(booked, asked, interview), NOW)
    moved = replace(interview, moves=(Move(at("2026-12-01 09:00", EASTERN), at("2026-11-12 10:00")),))
    assert waiting_on_them(a_season(booked, asked, moved), NOW) == ()


def test_a_practical_question_ends_with_the_interview() -> None:
    asked = a_letter(kind=Kind.LOGISTICS, sent=ASKED)
    booked = a_program(status=Status.BOOKED)
    assert waiting_on_them(a_season(booked, asked, an_interview()), NOW)
    over = an_interview(starts=at("2026-11-18 09:00", EASTERN))
    assert waiting_on_them(a_season(booked, asked, over), NOW) == ()


def test_letters_come_before_applications_and_long_waits_before_short_ones() -> None:
    season = a_season(
        a_program(),
        a_program("p-alder", "Alder Ridge", since=at("2026-09-20 10:00")),
        a_program("p-fenwck", "Fenwick", Status.INTERVIEWED),
        a_letter("l-new", "p-fenwck", Kind.QUESTION, sent=at("2026-11-20 10:00")),
        a_letter("l-old", "p-fenwck", Kind.SECOND_LOOK, sent=ASKED),
    )
    order = [one.letter_id or one.program_id for one in waiting_on_them(season, NOW)]
    assert order == ["l-old", "l-new", "p-alder", "p-bright"]

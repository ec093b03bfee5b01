"""Rules about letters: drafts, recipients, sending, receiving, trash."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.errors import RuleBroken
from store.records import Accepted, Letter
from store.rules.letters import (
    accept_findings,
    keep_revision,
    log_received,
    mark_ready,
    mark_sent,
    revise_letter,
    trash_letters,
    untrash_letters,
    write_letter,
)
from store.season import Season
from store.words import Direction, Kind, LetterState, Promise
from tests.examples import NOW, a_contact, a_letter, a_program, a_season, an_interview, at


def the_letter(season: Season) -> Letter:
    return season.letters_by_id["l-letter"]


def drafted(letter: Letter | None = None) -> Season:
    return a_season(a_program(), a_contact(), an_interview(), letter or a_letter())


def other_program_season() -> Season:
    return a_season(
        a_program(),
        a_program("p-alder1", "Alder Ridge"),
        a_contact("c-other1", "p-alder1", "Tom Ode"),
        an_interview("i-other1", "p-alder1"),
        a_letter("l-other1", "p-alder1", received=NOW),
    )


def test_a_new_letter_is_a_draft_going_out_dated_now() -> None:
    season = write_letter(a_season(), Letter("l-letter", "p-bright", Kind.INTEREST, body="One\r\ntwo\x1b"), now=NOW)
    letter = the_letter(season)
    assert (letter.state, letter.direction, letter.at) == (LetterState.DRAFT, Direction.OUT, None)
    assert (letter.made, letter.edited, letter.body) == (NOW, NOW, "One\ntwo")


@pytest.mark.parametrize("kind", [Kind.INVITATION, Kind.REPLY, Kind.REJECTION, Kind.WAITLIST_NOTICE, Kind.NOTICE])
def test_kinds_that_only_come_in_are_not_written(kind: Kind) -> None:
    with pytest.raises(RuleBroken, match="comes from a program"):
        write_letter(a_season(), a_letter(kind=kind), now=NOW)


@pytest.mark.parametrize(
    ("letter", "sentence"),
    [
        (a_letter(program_id="p-nobody"), "No program"),
        (a_letter(contact_ids=("c-nobody",)), "No contact"),
        (a_letter(contact_ids=("c-other1",)), "Tom Ode belongs to Alder Ridge"),
        (a_letter(interview_id="i-nobody"), "No interview"),
        (a_letter(interview_id="i-other1"), "not one at Brightwater"),
        (a_letter(answers="l-nobody"), "No message"),
        (a_letter(answers="l-other1"), "not one with Brightwater"),
        (a_letter(subject="s" * 301), "limit is 300"),
        (a_letter(body="b" * 10_001), "line of more than 10,000"),
    ],
)
def test_a_letter_refers_only_to_what_is_there(letter: Letter, sentence: str) -> None:
    for rule in (write_letter, log_received):
        with pytest.raises(RuleBroken, match=sentence):
            rule(other_program_season(), letter, now=NOW)


def test_revising_changes_what_is_named_and_dates_it() -> None:
    later = NOW.after(minutes=3)
    season = revise_letter(drafted(), "l-letter", body="Dear all,\u202e", contact_ids=("c-wexley",), now=later)
    letter = the_letter(season)
    assert (letter.body, letter.contact_ids, letter.edited) == ("Dear all,", ("c-wexley",), later)
    assert letter.subject == a_letter().subject


def test_revising_to_the_same_words_changes_nothing() -> None:
    season = drafted()
    assert revise_letter(season, "l-letter", subject=a_letter().subject, now=NOW.after(hours=1)) is season


def test_recipients_belong_to_the_program() -> None:
    with pytest.raises(RuleBroken, match="No contact"):
        revise_letter(drafted(), "l-letter", contact_ids=("c-nobody",), now=NOW)


@pytest.mark.parametrize("letter", [a_letter(sent=at("2026-11-20 10:00")), a_letter(received=at("2026-11-20 10:00"))])
def test_what_went_out_or_came_in_stays_as_it_was(letter: Letter) -> None:
    season = drafted(letter)
    verb = "sent" if letter.state is LetterState.SENT else "received"
    sentence = f"was {verb} on Fri 20 Nov 2026 10:00 CET; its words stay"
    with pytest.raises(RuleBroken, match=sentence):
        revise_letter(season, "l-letter", body="Other words", now=NOW)
    with pytest.raises(RuleBroken, match=sentence):
        mark_sent(season, "l-letter", at=NOW, promise=Promise.NONE, now=NOW)
    with pytest.raises(RuleBroken, match=sentence):
        mark_ready(season, "l-letter", now=NOW)


def test_a_revision_keeps_the_text_of_the_moment_once() -> None:
    season = keep_revision(drafted(), "l-letter", now=NOW)
    assert [kept.body for kept in the_letter(season).revisions] == [a_letter().body]
    assert keep_revision(season, "l-letter", now=NOW.after(hours=1)) is season
    named = keep_revision(season, "l-letter", name="before the call", now=NOW)
    assert [(kept.name, kept.at) for kept in the_letter(named).revisions] == [("before the call", NOW)]
    assert keep_revision(named, "l-letter", name="by hand", now=NOW) is named


def test_a_draft_becomes_ready_and_a_draft_again() -> None:
    ready = mark_ready(drafted(), "l-letter", now=NOW)
    assert the_letter(ready).state is LetterState.READY
    assert mark_ready(ready, "l-letter", now=NOW) is ready
    assert the_letter(mark_ready(ready, "l-letter", ready=False, now=NOW)).state is LetterState.DRAFT


def test_a_draft_without_words_is_neither_ready_nor_sent() -> None:
    season = drafted(a_letter(body=" \n\t"))
    with pytest.raises(RuleBroken, match="no words yet"):
        mark_ready(season, "l-letter", now=NOW)
    with pytest.raises(RuleBroken, match="no words yet"):
        mark_sent(season, "l-letter", at=NOW, promise=Promise.NONE, now=NOW)


def test_marking_as_sent_keeps_moment_promise_and_what_was_gone_past() -> None:
    accepted = (Accepted("C05", "if you rank\x1b me", NOW),)
    season = mark_sent(
        drafted(), "l-letter", at=at("2026-11-24 13:00"), promise=Promise.HIGH, accepted=accepted, now=NOW
    )
    letter = the_letter(season)
    assert (letter.state, letter.at, letter.promise) == (LetterState.SENT, at("2026-11-24 13:00"), Promise.HIGH)
    assert letter.accepted == (Accepted("C05", "if you rank me", NOW),)


def test_nothing_was_sent_or_received_in_the_future() -> None:
    with pytest.raises(RuleBroken, match=r"cannot be dated Tue 24 Nov 2026 14:06 CET"):
        mark_sent(drafted(), "l-letter", at=NOW.after(minutes=1), promise=Promise.NONE, now=NOW)
    with pytest.raises(RuleBroken, match="still to come"):
        log_received(a_season(), replace(a_letter(), at=NOW.after(minutes=1)), now=NOW)


def test_findings_gone_past_are_kept_once() -> None:
    first, second = Accepted("C05", "words", NOW), Accepted("C06", "words", NOW)
    season = accept_findings(drafted(), "l-letter", (first,), now=NOW)
    again = Accepted("C05", "words", NOW.after(hours=1))
    assert accept_findings(season, "l-letter", (again,), now=NOW) is season
    assert the_letter(accept_findings(drafted(), "l-letter", (first, again), now=NOW)).accepted == (first,)
    both = mark_sent(season, "l-letter", at=NOW, promise=Promise.NONE, accepted=(again, second), now=NOW)
    assert the_letter(both).accepted == (first, second)


def test_a_message_that_went_out_stays_as_it_is_even_without_its_day() -> None:
    """A file edited by hand may have lost it."""
    sent = replace(a_letter(), state=LetterState.SENT, at=None)
    with pytest.raises(RuleBroken, match="was sent; its words stay"):
        revise_letter(drafted(sent), "l-letter", body="Other words.", now=NOW)


def test_a_received_letter_is_logged_and_nothing_else_changes() -> None:
    before = drafted()
    incoming = replace(a_letter("l-came11", kind=Kind.INVITATION), promise=Promise.HIGH, hint=True)
    after = log_received(before, incoming, now=NOW)
    letter = after.letters[-1]
    assert (letter.direction, letter.state, letter.at) == (Direction.IN, LetterState.RECEIVED, NOW)
    assert (letter.hint, letter.promise) == (True, Promise.NONE)
    assert (after.programs, after.decisions, after.letters[:-1]) == (before.programs, before.decisions, before.letters)


def test_a_call_without_written_words_can_be_logged() -> None:
    assert log_received(a_season(), replace(a_letter(), body="", at=at("2026-11-20 10:00")), now=NOW).letters


def test_the_trash_keeps_letters_as_they_were() -> None:
    before = drafted(a_letter(sent=NOW))
    trashed = trash_letters(before, ("l-letter",), now=NOW)
    assert the_letter(trashed).trashed == NOW
    assert trash_letters(trashed, ("l-letter",), now=NOW.after(days=1)) is trashed
    assert untrash_letters(trashed, ("l-letter",), now=NOW) == before
    assert untrash_letters(before, ("l-letter",), now=NOW) is before


def test_a_draft_in_the_trash_does_not_change() -> None:
    season = trash_letters(drafted(), ("l-letter",), now=NOW)
    with pytest.raises(RuleBroken, match="in the trash"):
        revise_letter(season, "l-letter", body="x", now=NOW)


def test_only_letters_that_exist_go_to_the_trash_and_back() -> None:
    for rule in (trash_letters, untrash_letters):
        with pytest.raises(RuleBroken, match="l-nobody"):
            rule(drafted(), ("l-nobody",), now=NOW)

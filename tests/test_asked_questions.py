"""Open questions that were put to a program in a message, and what came back."""

from __future__ import annotations

from dataclasses import replace

from store.asked_questions import asked_there
from store.question_bank import open_questions
from store.records import Answer, Letter, Question
from store.season import Season
from store.words import Kind
from tests.examples import NOW, a_contact, a_letter, a_program, a_season

GARDEN = Question("q-garden", "light", "Is there a garden for the residents?")
SENT = a_letter(
    "l-asked",
    kind=Kind.QUESTION,
    sent=NOW.after(days=-3),
    contact_ids=("c-wexley",),
    body="Dear Dr. Wexley,\n\nOne thing I could not find: is there a garden\nfor the residents?\n\nNoor Halvard",
)
REPLY = a_letter("l-reply", kind=Kind.REPLY, received=NOW.after(days=-1), answers="l-asked", body="Yes, on the roof.")


def season_with(*letters: Letter) -> Season:
    return replace(a_season(a_program(), a_contact(), *letters), questions=(GARDEN,))


def test_a_question_whose_words_went_out_is_asked_whatever_the_line_breaks() -> None:
    asked = asked_there(season_with(SENT), "p-bright")
    assert list(asked) == ["q-garden"]
    assert asked["q-garden"].letter.id == "l-asked" and asked["q-garden"].reply is None


def test_a_draft_asks_nothing_and_neither_do_other_words() -> None:
    draft = a_letter("l-draft", kind=Kind.QUESTION, body=SENT.body)
    other = replace(SENT, body="Is there a garden for all who are residents?")
    assert not asked_there(season_with(draft), "p-bright")
    assert not asked_there(season_with(other), "p-bright")
    assert not asked_there(season_with(SENT), "p-other")


def test_a_reply_is_named_and_does_not_close_the_question_by_itself() -> None:
    season = season_with(SENT, REPLY)
    reply = asked_there(season, "p-bright")["q-garden"].reply
    assert reply is not None and reply.id == "l-reply"
    assert GARDEN in open_questions(season, "p-bright")


def test_once_answered_it_is_no_open_question_that_was_asked() -> None:
    answer = Answer("a-roof", "q-garden", "p-bright", "On the roof.", NOW)
    assert not asked_there(replace(season_with(SENT, REPLY), answers=(answer,)), "p-bright")


def test_of_two_messages_the_newest_counts() -> None:
    again = replace(SENT, id="l-again", at=NOW.after(hours=-2))
    assert asked_there(season_with(SENT, again), "p-bright")["q-garden"].letter.id == "l-again"

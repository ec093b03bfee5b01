"""Promises, requests and trades: what each says, how the promise of a letter is read, what the finding tells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.records import RankList
from store.words import Kind, LetterState, Promise
from templates.conduct.promises import promise_in
from tests.conduct_asking import a_draft, found, said
from tests.conduct_drafts import OTHERS, OWN, SEASON, SEASONS, TOLD

FIRST = "I will rank Fenwick Children's Hospital first."


@pytest.mark.parametrize(
    ("words", "promise"),
    [
        (FIRST, Promise.FIRST),
        ("My first choice is Fenwick.", Promise.FIRST),
        ("Your program heads my rank list.", Promise.FIRST),
        ("This is my letter of intent.", Promise.FIRST),
        ("I don't say this lightly: you are my top choice.", Promise.FIRST),
        ("Even if you do not rank me, you are my first choice.", Promise.FIRST),
        ("No matter how you rank me, you are first on my list.", Promise.FIRST),
        ("I can honestly say “Fenwick is my first choice.”", Promise.FIRST),
        ("Fenwick is the program I will rank first.", Promise.FIRST),
        ("I will rank you near the top of my list.", Promise.HIGH),
        ("Fenwick is one of the programs I will rank highly.", Promise.HIGH),
        ("You are in my top five.", Promise.HIGH),
        ("I intend to rank your program.", Promise.INTEREST),
        ("I am very interested in your program.", Promise.INTEREST),
        ("I hope to train at Fenwick.", Promise.INTEREST),
        ("I will rank you first if you rank me first.", Promise.INTEREST),
        ("I have not made my rank list yet.", Promise.NONE),
        ("I was ranked first in my class.", Promise.NONE),
        ("My rank list is due in March.", Promise.NONE),
        ("Fenwick’s program is my first choice.", Promise.FIRST),
        ("I rank teaching first among what I look for.", Promise.NONE),
        ("Your hospital is ranked first in the state.", Promise.NONE),
        ("I am interested in neonatology.", Promise.NONE),
        ("I will rank Marrow Lake first.", Promise.NONE),
        ("> you are my first choice\n\nThank you for this.", Promise.NONE),
        ("Friday 4 December is my first choice, and Monday my second.", Promise.NONE),
        ("My sister's school was my first choice for college.", Promise.NONE),
    ],
)
def test_the_promise_of_a_letter_is_read_from_its_own_words(words: str, promise: Promise) -> None:
    assert promise_in(SEASON, a_draft(words, kind=Kind.FIRST_RANK)) is promise


def test_the_strongest_words_decide() -> None:
    words = f"I am interested in your program, and you are high on my list. {FIRST}"
    assert promise_in(SEASON, a_draft(words)) is Promise.FIRST


def test_a_promise_is_read_in_a_letter_already_sent_too() -> None:
    assert promise_in(SEASON, replace(a_draft(FIRST), state=LetterState.SENT)) is Promise.FIRST


def test_words_broken_over_lines_are_read_as_one_sentence() -> None:
    assert said("C04", "I have thought about it and will rank\n   your program\nfirst.", SEASONS["told"])


def test_a_second_first_shows_the_first_sentence_and_its_day() -> None:
    (finding,) = found("C04", a_draft(FIRST, kind=Kind.FIRST_RANK), SEASONS["told"])
    assert finding.hard
    assert "“I will rank Marrow Lake first.”" in finding.message
    assert "Marrow Lake University Hospital" in finding.message
    assert "Mon 9 Nov 2026" in finding.message


def test_a_second_first_is_told_without_a_sentence_where_none_was_kept() -> None:
    season = replace(SEASON, letters=(replace(TOLD, body="", at=None),))
    (finding,) = found("C04", a_draft(FIRST), season)
    assert finding.message.startswith("You told Marrow Lake University Hospital Program so. ")


@pytest.mark.parametrize(
    "letter",
    [
        replace(TOLD, promise=Promise.HIGH),
        replace(TOLD, state=LetterState.READY),
        replace(TOLD, program_id=OWN.id),
        replace(TOLD, trashed=TOLD.at),
    ],
    ids=["only highly", "not sent", "to this program", "thrown away"],
)
def test_a_first_stands_alone_while_no_other_program_holds_one(letter: object) -> None:
    season = replace(SEASON, letters=(letter,))  # type: ignore[arg-type]
    assert found("C04", a_draft(FIRST), season) == []


def test_the_fix_takes_the_place_of_a_whole_clause_only() -> None:
    (alone,) = found("C04", a_draft(FIRST), SEASONS["told"])
    assert alone.instead == "I remain very interested in Fenwick Children's Hospital"
    (within,) = found("C04", a_draft("Know that Fenwick is my first choice."), SEASONS["told"])
    assert within.fix is not None
    assert (within.fix.was, within.fix.words) == ("Know that Fenwick is my first choice.\n\n", "")


def test_a_conditional_first_is_a_trade_and_nothing_else() -> None:
    draft = a_draft("I will rank you first if you rank me to match.")
    season = replace(SEASONS["told"], rank_list=RankList(order=(OTHERS[0].id,)))
    assert len(found("C05", draft, season)) == 1
    assert found("C04", draft, season) == found("C09", draft, season) == []


def test_requests_are_not_hard() -> None:
    (finding,) = found("C05", a_draft("Where am I on your list?"))
    assert (finding.hard, finding.text) == (False, "Where am I on your list")


@pytest.mark.parametrize(
    "words",
    [
        "Might you let me know where I stand?",
        "How likely am I to match with you?",
        "I hope you will consider me favorably on your rank list.",
        "I will commit to you if you commit to me.",
        "Do I have a good chance of matching at Fenwick?",
        "Can you tell me how I compare with other applicants?",
        "I will not ask where I rank, but I hope you rank me highly.",
    ],
)
def test_requests_in_other_words_are_requests(words: str) -> None:
    assert said("C05", words)


@pytest.mark.parametrize(
    "words",
    [
        "Where should I stand in line for the tour?",
        "Your kind note said that I am ranked to match; thank you.",
        "In return for the help I had, I now teach younger students.",
        "There is no need to reply about where I stand.",
        "I do not know where I rank, and I am not asking.",
    ],
)
def test_words_that_sound_alike_ask_for_nothing(words: str) -> None:
    assert said("C05", words) == []


def test_the_list_in_a_waiting_list_letter_is_the_waiting_list() -> None:
    words = "Could you tell me where I stand on the list?"
    assert said("C05", words, kind=Kind.WAITLIST) == []
    assert said("C05", words, kind=Kind.UPDATE)


def test_the_place_on_the_own_list_is_named() -> None:
    (finding,) = found("C09", a_draft(FIRST), SEASONS["listed"])
    assert "is number 2 on your rank list; Marrow Lake University Hospital Program is first" in finding.message
    unlisted = replace(SEASON, rank_list=RankList(order=("p-gone00",)))
    (finding,) = found("C09", a_draft(FIRST), unlisted)
    assert finding.message == f"{OWN.name} is not on your rank list."

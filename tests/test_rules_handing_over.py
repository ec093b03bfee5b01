"""Rules about messages that leave: the text is kept as it left, and which text went out is recorded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.errors import RuleBroken
from store.records import Accepted, Letter
from store.rules.handing_over import (
    Going,
    as_handed_over,
    hand_over,
    handed_over,
    mark_all_sent,
    mark_handed_sent,
)
from store.rules.letters import revise_letter
from store.season import Season
from store.words import LetterState, Promise
from tests.examples import NOW, a_letter, a_program, a_season

BODY = "Dear Dr. Wexley,\n\nThank you."


def drafts(*ids: str) -> Season:
    letters = (a_letter(one, subject="Thank you", body=BODY) for one in ids or ("l-letter",))
    return a_season(a_program(), *letters)


def the_letter(season: Season) -> Letter:
    return season.letters_by_id["l-letter"]


def handed(season: Season) -> Season:
    return hand_over(season, ("l-letter",), way="copied", now=NOW)


def test_the_text_is_kept_as_it_left_and_named_by_the_way() -> None:
    kept = handed_over(the_letter(handed(drafts())))
    assert kept is not None
    assert (kept.subject, kept.body, kept.name, kept.at) == ("Thank you", BODY, "handed over: copied", NOW)


def test_the_same_text_is_kept_once_however_often_it_leaves() -> None:
    season = handed(drafts())
    assert hand_over(season, ("l-letter",), way="mail file", now=NOW.after(hours=1)) is season


def test_what_went_out_already_and_what_has_no_words_keep_nothing() -> None:
    season = a_season(a_program(), a_letter("l-sent01", sent=NOW, body=BODY), a_letter("l-empty1", body=" "))
    assert hand_over(season, ("l-sent01", "l-empty1"), way="copied", now=NOW) is season


def test_what_was_written_since_is_told_from_what_left() -> None:
    season = handed(drafts())
    assert as_handed_over(the_letter(season)) is the_letter(season)
    season = revise_letter(season, "l-letter", body=f"{BODY} Again.", now=NOW)
    assert as_handed_over(the_letter(season)).body == BODY


def test_the_handed_text_is_what_is_recorded_and_the_later_one_stays_beside_it() -> None:
    season = revise_letter(handed(drafts()), "l-letter", body="Something else.", now=NOW)
    season = mark_handed_sent(season, "l-letter", at=NOW, promise=Promise.NONE, now=NOW)
    letter = the_letter(season)
    assert (letter.state, letter.at, letter.body) == (LetterState.SENT, NOW, BODY)
    assert (letter.revisions[-1].body, letter.revisions[-1].name) == ("Something else.", "not sent")


def test_what_never_left_cannot_have_gone_out_that_way() -> None:
    with pytest.raises(RuleBroken, match="not handed over yet"):
        mark_handed_sent(drafts(), "l-letter", at=NOW, promise=Promise.NONE, now=NOW)


def test_several_go_out_together_or_not_at_all() -> None:
    season = drafts("l-one001", "l-two002")
    accepted = (Accepted("C06", "", NOW),)
    going = (Going("l-one001", Promise.HIGH), Going("l-two002", accepted=accepted))
    after = mark_all_sent(season, going, at=NOW, now=NOW)
    assert [(one.state, one.promise, one.accepted) for one in after.letters] == [
        (LetterState.SENT, Promise.HIGH, ()),
        (LetterState.SENT, Promise.NONE, accepted),
    ]
    empty = replace(season, letters=(season.letters[0], replace(season.letters[1], body=" ")))
    with pytest.raises(RuleBroken, match="no words yet"):
        mark_all_sent(empty, going, at=NOW, now=NOW)

"""Rules about promises that were sent: withdrawn or made less, with how the program was told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.errors import RuleBroken
from store.moments import Moment
from store.record_json import record_to_values, values_to_record
from store.records import Correction, Letter, RankList
from store.rules.promises import correct_promise
from store.rules.references import dangling, drop_dangling
from store.season import Season
from store.standing import conflicts_made, promise_conflicts, promises, standing_promises
from store.words import Kind, Promise
from templates.conduct.checking import check_letter
from tests.examples import a_letter, a_program, a_season, at

TOLD = at("2027-01-20 10:00")
LATER = at("2027-02-03 16:00")
NOW = at("2027-02-04 09:00")
CALL = "By telephone, to Ms. Tran."


def told(letter_id: str, program_id: str, level: Promise = Promise.FIRST, sent: Moment = TOLD) -> Letter:
    body = "I will rank your program first." if level is Promise.FIRST else "I will rank your program highly."
    return a_letter(letter_id, program_id, Kind.FIRST_RANK, sent=sent, body=body, promise=level)


def a_promising_season(*letters: Letter) -> Season:
    return a_season(
        a_program("p-alders", "Alders"),
        a_program("p-birchs", "Birches"),
        *(letters or (told("l-alders", "p-alders"),)),
    )


def withdrawn(season: Season, letter_id: str = "l-alders", level: Promise = Promise.NONE) -> Season:
    return correct_promise(season, letter_id, level=level, words=CALL, at=LATER, now=NOW)


def test_a_withdrawn_promise_keeps_its_words_and_says_when_and_how() -> None:
    (promised,) = promises(withdrawn(a_promising_season()))
    assert (promised.level, promised.stands, promised.words) == (
        Promise.FIRST,
        Promise.NONE,
        "I will rank your program first.",
    )
    assert promised.corrections == (Correction(LATER, Promise.NONE, CALL),)
    assert promised.since == LATER


def test_a_promise_can_be_made_less_and_then_withdrawn() -> None:
    season = withdrawn(a_promising_season(), level=Promise.HIGH)
    assert standing_promises(season)["p-alders"].stands is Promise.HIGH
    assert standing_promises(withdrawn(season)) == {}


def test_the_message_that_told_it_gives_the_moment() -> None:
    news = a_letter("l-told01", "p-alders", Kind.UPDATE, sent=LATER, body="I have to correct what I wrote.")
    season = correct_promise(
        a_promising_season(told("l-alders", "p-alders"), news), "l-alders", told_in="l-told01", now=NOW
    )
    (promised,) = promises(season)
    assert promised.corrections == (Correction(LATER, Promise.NONE, "", "l-told01"),)


@pytest.mark.parametrize(
    ("letter_id", "options", "sentence"),
    [
        ("l-alders", {"words": " "}, "Say how the program was told"),
        ("l-alders", {"words": CALL, "level": Promise.FIRST}, "a correction makes it less"),
        ("l-alders", {"words": CALL, "at": at("2027-02-05 09:00")}, "still to come"),
        ("l-alders", {"words": CALL, "at": at("2027-01-19 09:00")}, "comes after what it corrects"),
        ("l-alders", {"told_in": "l-alders"}, "no message sent to this program"),
        ("l-alders", {"told_in": "l-birchs"}, "no message sent to this program"),
        ("l-alders", {"told_in": "l-draft0"}, "no message sent to this program"),
        ("l-alders", {"told_in": "l-nobody"}, "No message has the id"),
        ("l-draft0", {"words": CALL}, "promised nothing"),
        ("l-thanks", {"words": CALL}, "promised nothing"),
        ("l-nobody", {"words": CALL}, "No message has the id"),
    ],
)
def test_what_makes_no_correction_is_refused_in_a_sentence(
    letter_id: str, options: dict[str, object], sentence: str
) -> None:
    season = a_promising_season(
        told("l-alders", "p-alders"),
        told("l-birchs", "p-birchs", Promise.HIGH),
        a_letter("l-draft0", "p-alders", Kind.UPDATE, body="Not sent."),
        a_letter("l-thanks", "p-alders", Kind.THANK_YOU, sent=TOLD, body="Thank you."),
    )
    with pytest.raises(RuleBroken, match=sentence):
        correct_promise(season, letter_id, now=NOW, **options)  # type: ignore[arg-type]


def test_what_was_withdrawn_is_not_withdrawn_twice() -> None:
    with pytest.raises(RuleBroken, match=r"withdrawn already, on Wed 3 Feb 2027"):
        withdrawn(withdrawn(a_promising_season()))


def test_a_program_in_the_trash_comes_back_first() -> None:
    season = a_promising_season()
    trashed = replace(season, programs=tuple(replace(one, trashed=NOW) for one in season.programs))
    with pytest.raises(RuleBroken, match="in the trash"):
        withdrawn(trashed)


def test_a_second_first_is_stopped_until_the_first_one_is_withdrawn() -> None:
    draft = a_letter("l-second", "p-birchs", Kind.FIRST_RANK, body="I will rank Birches first.")
    season = a_promising_season(told("l-alders", "p-alders"), draft)
    (stop,) = [one for one in check_letter(season, draft, now=NOW) if one.check == "C04"]
    assert stop.hard
    assert "Alders" in stop.message and "Wed 20 Jan 2027" in stop.message
    assert "I will rank your program first." in stop.message
    for level in (Promise.NONE, Promise.HIGH):
        found = check_letter(withdrawn(season, level=level), draft, now=NOW)
        assert [one for one in found if one.check == "C04"] == []


def test_two_programs_told_first_agree_again_once_one_is_withdrawn_and_both_stay_listed() -> None:
    season = a_promising_season(told("l-alders", "p-alders"), told("l-birchs", "p-birchs", sent=TOLD.after(days=5)))
    assert len(promise_conflicts(season)) == 1
    after = withdrawn(season)
    assert promise_conflicts(after) == ()
    assert [one.program_id for one in promises(after)] == ["p-alders", "p-birchs"]


def test_what_stands_is_compared_with_the_list_and_dated_by_what_was_said_last() -> None:
    season = replace(
        withdrawn(a_promising_season(), level=Promise.HIGH), rank_list=RankList(order=("p-birchs", "p-alders"))
    )
    assert promise_conflicts(season) == ()
    (conflict,) = promise_conflicts(replace(season, rank_list=RankList(order=("p-birchs",))))
    assert conflict.message == (
        "You told Alders on Wed 3 Feb 2027 that it will be ranked highly, and it is not on your list."
    )


def test_a_change_tells_only_of_the_conflicts_it_made() -> None:
    fine = replace(a_promising_season(), rank_list=RankList(order=("p-alders", "p-birchs")))
    broken = replace(fine, rank_list=RankList(order=("p-birchs", "p-alders")))
    worse = replace(fine, rank_list=RankList(order=("p-birchs",)))
    assert [one.program_ids for one in conflicts_made(fine, broken)] == [("p-alders",)]
    assert conflicts_made(broken, worse) == conflicts_made(broken, fine) == conflicts_made(broken, broken) == ()


def test_corrections_are_kept_in_the_file_and_point_nowhere_once_their_message_is_gone() -> None:
    letter = replace(told("l-alders", "p-alders"), corrections=(Correction(LATER, Promise.HIGH, CALL, "l-told01"),))
    assert values_to_record(Letter, record_to_values(letter), "letters") == letter
    season = a_promising_season(letter)
    assert dangling(season) == ("l-alders",)
    (mended,) = drop_dangling(season, now=NOW).letters
    assert mended.corrections == (Correction(LATER, Promise.HIGH, CALL),)

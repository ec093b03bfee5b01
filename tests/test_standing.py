"""Standing: promises made, and promises in conflict."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.moments import Moment
from store.records import Letter, RankList
from store.season import Season
from store.standing import promise_conflicts, promises, upper_part
from store.words import Kind, Promise, Status
from templates.situations import below_upper_part
from tests.examples import NOW, a_letter, a_program, a_season, at

NAMES = ("Alders", "Birches", "Cedars", "Dogwoods", "Elms")
IDS = tuple(f"p-{name.lower():.6}" for name in NAMES)
TOLD = at("2027-01-20 10:00")


def told(place: int, level: Promise, body: str = "You are my first choice.", sent: Moment = TOLD) -> Letter:
    return a_letter(f"l-told{place}x", IDS[place], Kind.FIRST_RANK, sent=sent, body=body, promise=level)


def ranked(*letters: Letter, order: tuple[int, ...] = (0, 1, 2, 3, 4)) -> Season:
    programs = (a_program(one, name) for one, name in zip(IDS, NAMES, strict=True))
    season = a_season(*programs, *letters)
    return replace(season, rank_list=RankList(order=tuple(IDS[place] for place in order)))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            "Dear Dr. Ode,\n\nI liked the clinic. I will rank your\nprogram first. Thank you!",
            "I will rank your program first.",
        ),
        ("Alders is my first choice", "Alders is my first choice"),
        ("Thank you for everything.", "first-rank"),
    ],
)
def test_a_promise_is_quoted_by_its_sentence_or_named_by_its_kind(body: str, words: str) -> None:
    (promised,) = promises(ranked(told(0, Promise.FIRST, body)))
    assert (promised.words, promised.at, promised.level) == (words, TOLD, Promise.FIRST)
    assert (promised.program_id, promised.letter_id) == (IDS[0], "l-told0x")


def test_promises_come_oldest_first() -> None:
    season = ranked(told(1, Promise.HIGH), told(0, Promise.INTEREST, sent=TOLD.after(days=-1)))
    assert [one.program_id for one in promises(season)] == [IDS[0], IDS[1]]


@pytest.mark.parametrize(
    "letter",
    [
        told(0, Promise.NONE),
        replace(told(0, Promise.FIRST), trashed=NOW),
        replace(a_letter("l-told0x", IDS[0], received=TOLD), promise=Promise.FIRST),
        a_letter("l-told0x", IDS[0], promise=Promise.FIRST),
    ],
)
def test_only_letters_that_went_out_promise(letter: Letter) -> None:
    assert promises(ranked(letter)) == ()


def test_two_programs_told_first_are_in_conflict() -> None:
    season = replace(
        ranked(told(0, Promise.FIRST), told(1, Promise.FIRST, sent=TOLD.after(days=5))), rank_list=RankList()
    )
    (conflict,) = promise_conflicts(season)
    assert conflict.message == (
        "More than one program was told it is first: Alders on Wed 20 Jan 2027 and Birches on Mon 25 Jan 2027."
    )
    assert (conflict.program_ids, conflict.letter_ids) == ((IDS[0], IDS[1]), ("l-told0x", "l-told1x"))


def test_one_program_told_first_twice_is_one_promise() -> None:
    again = replace(told(0, Promise.FIRST), id="l-again1")
    assert promise_conflicts(ranked(told(0, Promise.FIRST), again)) == ()


def test_a_program_that_said_no_frees_its_promise() -> None:
    season = ranked(told(0, Promise.FIRST), told(1, Promise.FIRST), order=(1, 0, 2))
    closed = a_program(IDS[0], NAMES[0], Status.REJECTED)
    assert promise_conflicts(replace(season, programs=(closed, *season.programs[1:]))) == ()


@pytest.mark.parametrize(
    ("level", "order", "message"),
    [
        (Promise.FIRST, (0, 1, 2, 3, 4), ""),
        (Promise.FIRST, (1, 0, 2, 3, 4), "that it is first, and it is number 2 on your list."),
        (Promise.FIRST, (1, 2, 3, 4), "that it is first, and it is not on your list."),
        (Promise.HIGH, (1, 2, 0, 3, 4), ""),
        (Promise.HIGH, (1, 2, 3, 0, 4), "that it will be ranked highly, and it is number 4 on your list."),
        (Promise.HIGH, (1, 2), "that it will be ranked highly, and it is not on your list."),
        (Promise.INTEREST, (1, 2, 3, 4, 0), ""),
        (Promise.FIRST, (), ""),
    ],
)
def test_the_list_is_held_against_promises(level: Promise, order: tuple[int, ...], message: str) -> None:
    found = promise_conflicts(ranked(told(0, level), order=order))
    assert [conflict.message for conflict in found] == (
        [f"You told Alders on Wed 20 Jan 2027 {message}"] if message else []
    )


@pytest.mark.parametrize(("count", "upper"), [(0, 3), (5, 3), (10, 3), (12, 4), (17, 5)])
def test_the_upper_part_of_a_list_is_its_first_third_and_three_at_least(count: int, upper: int) -> None:
    order = tuple(f"p-{place:06}" for place in range(count))
    assert upper_part(replace(a_season(), rank_list=RankList(order=order))) == upper


def test_a_letter_that_is_warned_of_its_place_is_no_promise_kept_there() -> None:
    programs = [a_program(f"p-{place:06}", f"Program {place}") for place in range(10)]
    letter = a_letter("l-told3x", "p-000003", sent=TOLD, promise=Promise.HIGH)
    season = replace(a_season(*programs, letter), rank_list=RankList(order=tuple(one.id for one in programs)))
    assert [one.program_ids for one in promise_conflicts(season)] == [("p-000003",)]
    assert below_upper_part(season, programs[3])


def test_the_upper_part_of_a_long_list_is_its_first_third() -> None:
    programs = [a_program(f"p-{place:06}", f"Program {place}") for place in range(12)]
    fourth, fifth = (a_letter(f"l-told{n}x", f"p-{n:06}", sent=TOLD, promise=Promise.HIGH) for n in (3, 4))
    season = a_season(*programs, fourth, fifth)
    season = replace(season, rank_list=RankList(order=tuple(one.id for one in programs)))
    assert [one.program_ids for one in promise_conflicts(season)] == [("p-000004",)]


def test_a_later_weaker_letter_does_not_take_a_promise_back() -> None:
    weaker = replace(told(0, Promise.HIGH, sent=TOLD.after(days=3)), id="l-weaker")
    (conflict,) = promise_conflicts(ranked(told(0, Promise.FIRST), weaker, order=(1, 0)))
    assert "it is first" in conflict.message


def test_a_promise_to_a_program_that_is_gone_is_no_conflict() -> None:
    season = ranked(told(0, Promise.FIRST), order=(1,))
    assert promise_conflicts(replace(season, programs=season.programs[1:])) == ()

"""The certify sheet and the checks behind it: each planted mistake is caught, in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from store.ranking.problems import rank_problems
from store.ranking.sheet import certify_sheet, deadline_words, sheet_lines
from store.records import Criterion, RankList, Score, Stay
from store.reference.shipped import shipped_criteria
from store.rules.programs import set_status, trash_programs
from store.rules.ranking import leave_out, mark_certified, move_program
from store.season import Season
from store.words import Promise, Status
from tests.examples import NOW, a_program, an_interview, at
from tests.ranked_seasons import ALL, felt, ranked


def with_program(season: Season, program_id: str, **changes: object) -> Season:
    programs = tuple(replace(one, **changes) if one.id == program_id else one for one in season.programs)  # type: ignore[arg-type]
    return replace(season, programs=programs)


def no_interview(season: Season) -> Season:
    kept = tuple(one for one in season.interviews if one.program_id != "p-fenwck")
    applied = replace(a_program("p-fenwck", "Fenwick", Status.APPLIED), nrmp_code="9902320C0")
    programs = tuple(applied if one.id == "p-fenwck" else one for one in season.programs)
    return replace(season, interviews=kept, programs=programs)


def to_come(season: Season) -> Season:
    later = an_interview("i-later", "p-fenwck", at("2026-12-04 16:00"))
    booked = no_interview(season)
    return replace(booked, interviews=(*booked.interviews, later))


def ordered(season: Season, *order: str) -> Season:
    return replace(season, rank_list=RankList(order=order))


def low_score(season: Season) -> Season:
    return replace(season, scores=(Score("s-odd", "p-bright", shipped_criteria()[0].id, 7, NOW),))


PLANTED: list[tuple[str, str, Callable[[Season], Season], str]] = [
    ("unranked", "p-tamsin", lambda season: ordered(season, *ALL[:3]), "neither ranked nor left out"),
    ("not-interviewed", "p-fenwck", no_interview, "no interview there is on record"),
    ("not-interviewed", "p-fenwck", to_come, "still to come on Fri 4 Dec 2026"),
    ("twice", "p-bright", lambda season: ordered(season, *ALL, "p-bright"), "twice, at 1 and 5"),
    ("twice", "p-aldrid", lambda season: with_program(season, "p-aldrid", name="brightwater"), "the same name"),
    ("twice", "p-aldrid", lambda season: with_program(season, "p-aldrid", nrmp_code="9900320c0"), "same NRMP code"),
    ("code-missing", "p-aldrid", lambda season: with_program(season, "p-aldrid", nrmp_code=" "), "no NRMP code"),
    ("code-odd", "p-aldrid", lambda season: with_program(season, "p-aldrid", nrmp_code="990132OC0"), "990132OC0"),
    ("closed", "p-fenwck", lambda season: set_status(season, ("p-fenwck",), Status.REJECTED, at=NOW, now=NOW), "since"),
    ("in-trash", "p-fenwck", lambda season: trash_programs(season, ("p-fenwck",), now=NOW), "lies in the trash"),
    ("score-range", "p-bright", low_score, "scores run from 1 to 5"),
    ("score-range", "p-bright", lambda season: felt(season, bright=9), "first feeling about Brightwater is 9"),
    ("weight-range", "", lambda season: replace(season, criteria=(Criterion("k-x", "x", 9),)), "weights run from 0"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "program_id", "plant", "words"), PLANTED)
def test_each_planted_mistake_is_caught_alone_and_stands_on_the_sheet(
    check: str, program_id: str, plant: Callable[[Season], Season], words: str
) -> None:
    season = plant(ranked(*ALL))
    (found,) = rank_problems(season, NOW)
    assert (found.id, found.program_id) == (check, program_id)
    assert words in found.message
    assert found.message.endswith(".") and "\n" not in found.message
    assert sum(found.message in line for line in sheet_lines(season, NOW)) >= 1


def test_two_first_promises_and_a_promise_the_list_does_not_keep_are_caught() -> None:
    twice = ranked(*ALL, told=(("p-bright", Promise.FIRST), ("p-fenwck", Promise.FIRST)))
    assert [one.id for one in rank_problems(twice, NOW)] == ["two-firsts", "promise"]
    assert any("More than one program was told it is first" in line for line in sheet_lines(twice, NOW))
    kept = ranked(*ALL, told=(("p-bright", Promise.FIRST),))
    assert rank_problems(kept, NOW) == ()
    assert certify_sheet(kept, NOW).lines[0].promise == "told it is first, Fri 20 Nov 2026"


def test_a_list_without_mistakes_has_no_problem() -> None:
    assert rank_problems(ranked(*ALL), NOW) == ()
    assert rank_problems(leave_out(ranked(*ALL), "p-fenwck", "too far from home", now=NOW), NOW) == ()


def test_the_sheet_gives_place_code_interview_and_promise_and_what_is_left_out_with_its_reason() -> None:
    season = leave_out(ranked(*ALL), "p-fenwck", "too far from home", now=NOW)
    sheet = certify_sheet(season, NOW)
    assert [(one.place, one.code, one.interviewed) for one in sheet.lines] == [
        (1, "9900320C0", "interviewed Mon 16 Nov 2026"),
        (2, "9901320C0", "interviewed Tue 17 Nov 2026"),
        (3, "9903320C0", "interviewed Thu 19 Nov 2026"),
    ]
    assert sheet.left_out == (("Fenwick", "too far from home"),)
    text = list(sheet_lines(mark_certified(season, date(2026, 11, 24), now=NOW), NOW))
    assert "[ ]  1. Brightwater" in text[4]
    assert any("Seen certified on Tue 24 Nov 2026" in line for line in text)


def test_an_order_changed_after_it_was_seen_certified_is_to_be_certified_anew_while_that_can_be_done() -> None:
    seen = mark_certified(ranked(*ALL), date(2026, 11, 24), now=NOW)
    assert rank_problems(seen, NOW) == ()
    moved = move_program(seen, "p-fenwck", 1, now=NOW)
    (found,) = rank_problems(moved, NOW)
    assert found.id == "certified-before" and "noted on Tue 24 Nov 2026" in found.message
    assert any(found.message in line for line in sheet_lines(moved, NOW))
    assert rank_problems(move_program(moved, "p-fenwck", 3, now=NOW), NOW) == ()
    assert rank_problems(mark_certified(moved, date(2026, 11, 24), now=NOW), NOW) == ()
    assert rank_problems(moved, at("2027-03-04 03:00")) != () and rank_problems(moved, at("2027-03-04 03:01")) == ()


def test_a_program_that_stands_twice_has_two_lines_to_tick() -> None:
    assert [one.place for one in certify_sheet(ordered(ranked(), "p-bright", "p-bright"), NOW).lines] == [1, 2]


def test_the_deadline_is_told_in_both_clocks_until_it_has_passed() -> None:
    season = ranked(*ALL)
    assert deadline_words(season, NOW) == "Certify by Wed 3 Mar 2027 21:00 EST = Thu 4 Mar 03:00 CET here, in 100 days"
    assert deadline_words(season, at("2027-03-03 12:00")).endswith("here, tomorrow")
    assert deadline_words(season, at("2027-03-04 02:59")).endswith("here, today")
    assert deadline_words(season, at("2027-03-04 03:01")).startswith("Lists closed Wed 3 Mar 2027 21:00 EST")


def test_of_a_deadline_that_comes_elsewhere_the_sheet_does_not_say_here() -> None:
    season = ranked(*ALL)
    away = replace(season.profile, stays=(Stay(date(2027, 2, 1), "America/Denver"),))
    told = deadline_words(replace(season, profile=away), NOW)
    assert told == "Certify by Wed 3 Mar 2027 21:00 EST = 19:00 MST for you, in 99 days"

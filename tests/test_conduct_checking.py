"""All checks together: order, what is looked at, what is said when nothing is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.records import Letter
from store.season import Season
from store.words import Direction, Kind, LetterState
from templates.conduct.checking import check_letter, passed_checks
from templates.conduct.findings import Finding, Level
from tests.conduct_asking import a_bare_draft, a_draft
from tests.conduct_drafts import NOW, SEASON, SEASONS

MANY = "Hey, I will rank you first!! [your name] We met at Marrow Lake on 4 December at 9:00."


def test_findings_come_gravest_first_and_then_by_place() -> None:
    findings = check_letter(SEASONS["told"], a_draft(MANY, subject=""), now=NOW)
    assert [one.order for one in findings] == sorted(one.order for one in findings)
    assert {one.level for one in findings} == set(Level)


@pytest.mark.parametrize(
    ("direction", "state"),
    [(Direction.IN, LetterState.RECEIVED), (Direction.OUT, LetterState.SENT)],
)
def test_letters_that_came_in_or_went_out_are_history(direction: Direction, state: LetterState) -> None:
    letter = replace(a_draft(MANY), direction=direction, state=state)
    assert check_letter(SEASON, letter, now=NOW) == ()


def test_a_draft_marked_ready_is_still_checked() -> None:
    assert check_letter(SEASON, replace(a_draft(MANY), state=LetterState.READY), now=NOW)


def test_the_same_words_are_told_once_by_each_check() -> None:
    findings = check_letter(SEASON, a_draft("I interviewed at seven other programs."), now=NOW)
    assert [one.text for one in findings if one.check == "C22"] == ["I interviewed at seven other programs"]


@pytest.mark.parametrize("program_id", ["", "p-nobody"])
def test_a_text_for_no_known_program_is_checked_for_what_needs_none(program_id: str) -> None:
    letter = replace(a_draft(f"{MANY} Where am I on your list?"), program_id=program_id)
    checks = {one.check for one in check_letter(SEASON, letter, now=NOW)}
    assert {"C01", "C05", "C15"} <= checks
    assert not checks & {"C02", "C03", "C06", "C07", "C26"}


@pytest.mark.parametrize("body", ["", "\n\n", "…", "[", "“", "> \n>", "Dear", "I" * 3000])
def test_any_text_at_all_is_read_without_trouble(body: str) -> None:
    letter = replace(a_bare_draft(body), subject=body[:200])
    texts = {"subject": letter.subject, "body": letter.body, "": ""}
    for one in check_letter(Season(), letter, now=NOW) + check_letter(SEASON, letter, now=NOW):
        assert texts[one.where][one.start : one.end] == one.text


def test_offsets_hold_beside_letters_that_change_length_in_lower_case() -> None:
    letter = a_draft("İzmir was warm. [one thing] I met Dr. Bellow there.")
    texts = {one.check: letter.body[one.start : one.end] for one in check_letter(SEASON, letter, now=NOW)}
    assert (texts["C01"], texts["C02"]) == ("[one thing]", "Dr. Bellow")


def _passed(letter: Letter, season: Season = SEASON) -> tuple[str, ...]:
    return passed_checks(season, letter, check_letter(season, letter, now=NOW))


def test_what_is_in_order_is_said_in_a_few_words() -> None:
    words = " ".join(["How do interns learn to hold a family meeting, and who sits with them the first time?"] * 3)
    assert _passed(a_draft(words)) == (
        "every field is filled",
        "no other program named",
        "their contact rule allows it",
        "its time is right",
        "the greeting fits the recipient",
        "no question about ranking, no promise out of place",
        "day and time match the interview on record",
        "51 words, within 40 to 100",
        "the tone fits",
        "subject and signature are there",
    )


def test_what_a_finding_is_about_is_not_called_in_order() -> None:
    passed = _passed(a_draft(MANY), SEASONS["told"])
    assert passed == (
        "their contact rule allows it",
        "its time is right",
        "the greeting fits the recipient",
        "subject and signature are there",
    )


def test_a_text_without_program_interview_or_kind_of_its_own_is_praised_for_less() -> None:
    letter = replace(a_draft("Thank you."), program_id="", contact_ids=(), kind=Kind.REPLY)
    assert _passed(letter, Season()) == (
        "every field is filled",
        "no question about ranking, no promise out of place",
        "the tone fits",
        "subject and signature are there",
    )


def test_a_finding_without_words_stands_before_none() -> None:
    whole, placed = Finding("C06", Level.STOP, "x"), Finding("C02", Level.STOP, "x", where="body", start=4, end=6)
    assert sorted([whole, placed], key=lambda one: one.order) == [placed, whole]

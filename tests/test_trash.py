"""The trash: what lies in it, and how it is put there and brought back in one step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.errors import RuleBroken, Unclear
from store.records import Program
from store.rules.bringing_back import bring_back, throw_away
from store.rules.programs import add_program, set_status
from store.season import Season
from store.trash import find_thrown, in_trash, names_of, trash_in_numbers, with_their_programs
from store.words import Kind, LetterState, Status
from tests.examples import NOW, a_letter, a_program, a_season

BRIGHT, FENWICK, DRAFT, SENT = "p-bright", "p-fenwck", "l-letter", "l-sent22"


def two_programs() -> Season:
    return a_season(
        a_program(city="Alder", state="OH", other_names=("Old Brightwater",)),
        a_program(FENWICK, "Fenwick"),
        a_letter(subject="Thank you"),
        replace(a_letter(SENT, kind=Kind.QUESTION, sent=NOW), subject="", program_id=FENWICK),
    )


def thrown(*ids: str, hours: int = 1) -> Season:
    """Each of these put there an hour after the one before."""
    season = two_programs()
    for place, one in enumerate(ids, 1):
        season = throw_away(season, (one,), now=NOW.after(hours=place * hours))
    return season


def test_the_newest_lies_on_top_and_each_says_what_it_is() -> None:
    listed = in_trash(thrown(BRIGHT, DRAFT, SENT))
    assert [(one.id, one.what, one.name) for one in listed] == [
        (SENT, "sent", "question, Fenwick"),
        (DRAFT, "draft", "thank-you, Brightwater: Thank you"),
        (BRIGHT, "program", "Brightwater (Alder, OH)"),
    ]
    assert [one.at for one in listed] == [NOW.after(hours=hours) for hours in (3, 2, 1)]
    assert listed[2].called == ("Brightwater", "Old Brightwater")
    assert in_trash(two_programs()) == ()


def test_what_came_along_with_a_program_is_no_entry_of_its_own() -> None:
    assert [one.id for one in in_trash(thrown(BRIGHT))] == [BRIGHT]


@pytest.mark.parametrize(
    ("ids", "numbers", "names"),
    [
        ((), "", ""),
        ((BRIGHT,), "1 program", "Brightwater"),
        ((DRAFT,), "1 message", "thank-you, Brightwater"),
        ((BRIGHT, FENWICK), "2 programs", "2 programs"),
        ((BRIGHT, DRAFT, SENT), "1 program and 2 messages", "1 program and 2 messages"),
    ],
)
def test_how_much_lies_there(ids: tuple[str, ...], numbers: str, names: str) -> None:
    season = thrown(*ids)
    assert (trash_in_numbers(season), names_of(season, ids)) == (numbers, names)


def test_programs_and_messages_come_back_together_as_they_were() -> None:
    season = thrown(BRIGHT, FENWICK, DRAFT, SENT)
    assert bring_back(season, (DRAFT, BRIGHT, SENT, FENWICK), now=NOW.after(days=1)) == two_programs()
    assert throw_away(two_programs(), (BRIGHT, DRAFT), now=NOW).followed == two_programs().programs[1:]


def test_what_is_not_chosen_stays() -> None:
    season = bring_back(thrown(BRIGHT, FENWICK, SENT), (FENWICK,), now=NOW.after(days=1))
    assert [one.id for one in in_trash(season)] == [SENT, BRIGHT]


def test_a_message_brings_its_program_along() -> None:
    season = thrown(DRAFT, BRIGHT, FENWICK)
    assert with_their_programs(season, (DRAFT,)) == (DRAFT, BRIGHT)
    assert [one.id for one in in_trash(bring_back(season, (DRAFT,), now=NOW.after(days=1)))] == [FENWICK]
    assert with_their_programs(thrown(DRAFT), (DRAFT,)) == (DRAFT,)


def test_what_is_there_already_stays_as_it_is() -> None:
    season = two_programs()
    assert bring_back(season, (BRIGHT, DRAFT), now=NOW) is season


def test_a_name_taken_meanwhile_is_said_and_nothing_comes_back() -> None:
    season = add_program(thrown(BRIGHT, DRAFT), Program("p-other1", "brightwater"), now=NOW.after(days=1))
    with pytest.raises(RuleBroken, match="brightwater is followed already"):
        bring_back(season, (DRAFT,), now=NOW.after(days=2))


@pytest.mark.parametrize("rule", [throw_away, bring_back])
def test_an_id_is_a_program_or_a_message(rule: object) -> None:
    assert callable(rule)
    with pytest.raises(RuleBroken, match="l-nobody"):
        rule(two_programs(), ("l-nobody",), now=NOW)


def test_the_refusal_of_a_change_says_how_it_comes_back() -> None:
    with pytest.raises(
        RuleBroken, match=r"Brightwater is in the trash\. Bring it back before changing it: with `trash`"
    ):
        set_status(thrown(BRIGHT), (BRIGHT,), Status.APPLIED, at=NOW, now=NOW)


def test_a_sent_message_is_still_sent_when_it_comes_back() -> None:
    season = bring_back(thrown(SENT), (SENT,), now=NOW.after(days=1))
    assert season.letters_by_id[SENT].state is LetterState.SENT


@pytest.mark.parametrize(
    ("text", "found"),
    [(BRIGHT, BRIGHT), ("brightwater", BRIGHT), ("old bright", BRIGHT), ("thank you", DRAFT), ("question", SENT)],
)
def test_what_lies_there_is_found_by_what_a_person_calls_it(text: str, found: str) -> None:
    assert find_thrown(thrown(BRIGHT, DRAFT, SENT), text).id == found


def test_what_does_not_lie_there_is_answered_with_what_does() -> None:
    with pytest.raises(Unclear, match="No record in the trash fits “fenwick”") as raised:
        find_thrown(thrown(BRIGHT), "fenwick")
    assert raised.value.choices == ("p-bright Brightwater (Alder, OH), program",)
    with pytest.raises(Unclear, match=r"“bright” fits 2 records in the trash\. Say which one") as raised:
        find_thrown(thrown(BRIGHT, DRAFT), "bright")
    assert len(raised.value.choices) == 2

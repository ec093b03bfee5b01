"""Which kinds come first for a program, and to whom they go."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from store.course import booked_interviews
from store.records import News
from store.words import OUTGOING_KINDS, Kind, Promise, ReasonKind, Role, Status
from templates.catalogue import FITTING, KINDS, default_recipients, kinds_for, recipients_for
from templates.render import LETTERS
from tests.examples import EASTERN, NOW, a_contact, a_letter, a_program, a_season, an_interview, at
from tests.letter_examples import full_season


@pytest.mark.parametrize(
    ("status", "first"),
    [
        (Status.PLANNED, (Kind.QUESTION, Kind.ADVOCATE)),
        (Status.APPLIED, (Kind.UPDATE, Kind.QUESTION)),
        (Status.INVITED, (Kind.ACCEPT, Kind.DECLINE)),
        (Status.BOOKED, (Kind.LOGISTICS, Kind.ACCEPT, Kind.RESCHEDULE)),
        (Status.INTERVIEWED, (Kind.THANK_YOU, Kind.QUESTION, Kind.UPDATE)),
        (Status.WAITLISTED, (Kind.WAITLIST,)),
        (Status.WITHDRAWN, (Kind.CANCEL,)),
        (Status.REJECTED, (Kind.AFTER_MATCH,)),
        (Status.MATCHED, (Kind.AFTER_MATCH,)),
    ],
)
def test_kinds_that_fit_the_status_come_first_and_all_others_follow(status: Status, first: tuple[Kind, ...]) -> None:
    program = a_program(status=status)
    kinds = kinds_for(a_season(program), program, now=NOW)
    assert kinds[: len(first)] == first
    assert sorted(kinds) == sorted(OUTGOING_KINDS)


def test_interest_comes_first_only_with_a_recorded_reason() -> None:
    with_reason = full_season(status=Status.APPLIED, reasons=(ReasonKind.ROTATION,))
    without = full_season(status=Status.APPLIED, reasons=())
    early = [kinds_for(season, season.programs[0], now=NOW).index(Kind.INTEREST) for season in (with_reason, without)]
    assert early[0] <= 1
    assert early[1] > 4


@pytest.mark.parametrize(("flag", "kind"), [("improper", Kind.IMPROPER_QUESTION), ("hint", Kind.HINT)])
def test_a_flagged_letter_of_theirs_puts_its_answer_on_top_until_it_is_answered(flag: str, kind: Kind) -> None:
    program = a_program(status=Status.INTERVIEWED)
    came = a_letter("l-came22", kind=Kind.REPLY, received=NOW)
    came = replace(came, improper=flag == "improper", hint=flag == "hint")
    answer = a_letter("l-answer", kind=kind, sent=NOW, answers="l-came22")
    assert kinds_for(a_season(program, came), program, now=NOW)[0] is kind
    assert kinds_for(a_season(program, came, answer), program, now=NOW)[0] is Kind.THANK_YOU


def test_a_change_of_eligibility_is_offered_to_programs_in_play() -> None:
    applied, planned = a_program(), a_program("p-other2", "Alder Ridge", Status.PLANNED)
    moved = News("w-moved2", NOW.day, "Graduation moves.", eligibility=True)
    season = a_season(applied, planned, moved)
    assert kinds_for(season, applied, now=NOW)[0] is Kind.ELIGIBILITY
    assert kinds_for(season, planned, now=NOW)[0] is Kind.QUESTION


@pytest.mark.parametrize(
    ("status", "offered"), [(Status.WITHDRAWN, False), (Status.REJECTED, False), (Status.MATCHED, True)]
)
def test_a_change_of_eligibility_concerns_the_program_matched_with_and_none_that_is_closed(
    status: Status, offered: bool
) -> None:
    program = a_program(status=status)
    moved = News("w-moved2", NOW.day, "Graduation moves.", eligibility=True)
    kinds = kinds_for(a_season(program, moved), program, now=NOW)
    assert (kinds.index(Kind.ELIGIBILITY) == len(FITTING[status])) is offered


def test_a_change_of_eligibility_stands_behind_what_the_status_calls_for() -> None:
    program = a_program(status=Status.BOOKED)
    moved = News("w-moved2", NOW.day, "Graduation moves.", eligibility=True)
    kinds = kinds_for(a_season(program, moved), program, now=NOW)
    assert kinds[0] is Kind.LOGISTICS and kinds.index(Kind.ELIGIBILITY) == len(FITTING[Status.BOOKED])


def test_a_program_that_was_told_of_a_change_of_eligibility_is_offered_it_last_of_all() -> None:
    applied = a_program()
    moved = News("w-moved2", NOW.day, "Graduation moves.", eligibility=True)
    told = a_letter(kind=Kind.ELIGIBILITY, sent=NOW)
    earlier = a_letter(kind=Kind.ELIGIBILITY, sent=at("2026-10-24 12:00"))
    assert kinds_for(a_season(applied, moved, told), applied, now=NOW)[0] is Kind.UPDATE
    assert kinds_for(a_season(applied, moved, earlier), applied, now=NOW)[0] is Kind.ELIGIBILITY


def test_a_thank_you_is_offered_as_soon_as_a_booked_interview_is_over() -> None:
    program = a_program(status=Status.BOOKED)
    over, coming = an_interview(starts=at("2026-11-23 09:00", EASTERN)), an_interview()
    assert kinds_for(a_season(program, over), program, now=NOW)[0] is Kind.THANK_YOU
    assert kinds_for(a_season(program, coming), program, now=NOW)[0] is Kind.LOGISTICS


def test_interest_goes_to_coordinator_and_director_together_other_letters_to_one_person() -> None:
    season = full_season()
    program = season.programs[0]

    def defaults(kind: Kind) -> list[str]:
        return [one.name for one in default_recipients(kind, recipients_for(season, program, kind))]

    assert defaults(Kind.INTEREST) == ["June Harrow", "Ines Wexley"]
    assert defaults(Kind.ACCEPT) == ["June Harrow"]
    assert defaults(Kind.HIGH_RANK) == ["Ines Wexley"]
    assert defaults(Kind.ADVOCATE) == ["Ilse Kemp"]
    assert defaults(Kind.AFTER_MATCH) == ["June Harrow"]


def test_the_director_stands_in_where_no_coordinator_is_known() -> None:
    season = a_season(a_program(), a_contact(), a_contact("c-other2", name="Tomas Irigoyen", role=Role.RESIDENT))
    people = recipients_for(season, season.programs[0], Kind.DECLINE)
    assert [one.name for one in people] == ["Ines Wexley"]


def test_thank_yous_go_first_to_people_met_and_not_yet_thanked() -> None:
    program = a_program(status=Status.INTERVIEWED)
    director, met, thanked = (
        a_contact(),
        a_contact("c-met222", name="Amara Oduya", role=Role.RESIDENT),
        a_contact("c-done22", name="Ben Sorrel", role=Role.INTERVIEWER),
    )
    over = an_interview(starts=at("2026-11-23 09:00", EASTERN), contact_ids=("c-met222", "c-done22"))
    note = a_letter(sent=NOW, contact_ids=("c-done22",))
    season = a_season(program, director, met, thanked, over, note)
    people = recipients_for(season, program, Kind.THANK_YOU)
    assert [one.id for one in people] == ["c-met222", "c-wexley", "c-done22"]


def test_cancelled_interviews_do_not_stand() -> None:
    from store.words import InterviewState

    first, second = an_interview("i-first2", starts=at("2027-01-05 09:00", EASTERN)), an_interview()
    gone = replace(first, state=InterviewState.CANCELLED)
    assert [one.id for one in booked_interviews(a_season(a_program(), first, second), "p-bright")] == [
        "i-bright",
        "i-first2",
    ]
    assert [one.id for one in booked_interviews(a_season(a_program(), gone, second), "p-bright")] == ["i-bright"]


def test_only_the_ranking_letters_carry_a_ranking_promise() -> None:
    promised = {kind for kind, row in KINDS.items() if row.promise in (Promise.HIGH, Promise.FIRST)}
    assert promised == {Kind.HIGH_RANK, Kind.FIRST_RANK}


def test_every_row_of_the_table_is_complete() -> None:
    for kind, row in KINDS.items():
        assert row.kind is kind
        assert row.title and row.when and row.to and row.variants
        assert 0 < row.words[0] < row.words[1]
        assert len({form.name for form in row.variants}) == len(row.variants)
        assert all((LETTERS / f"{kind.value}.{form.name}.txt.j2").is_file() for form in row.variants)


def test_the_catalogue_opens_without_jinja_or_mail() -> None:
    code = "import sys, templates.catalogue, templates.render, templates.mail; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"jinja2", "email.message", "tinydb", "textual"} & set(loaded)

"""The demo season: everything a season can hold is in it, and it is the same whenever it is made."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import datetime

import pytest

from store.agenda import agenda, urgency
from store.clashes import clashes
from store.demo.demo_season import demo_season
from store.follow_ups.follow_up import Urgency
from store.ids import LETTERS
from store.key_dates import key_dates
from store.moments import Moment, moment_at, zone_names
from store.record_json import read_season, season_to_tables
from store.season import Season
from store.standing import promise_conflicts, promises
from store.words import ContactRuleName, Direction, InterviewState, LetterState, Promise, Status, Verdict
from store.workdays import is_workday


def moment(wall: str, zone: str = "Europe/Warsaw") -> Moment:
    return moment_at(datetime.fromisoformat(wall), zone)


NOW = moment("2026-11-24 14:05")
SEVERAL_NOWS = (
    NOW,
    moment("2026-11-28 03:10"),  # a Saturday night
    moment("2026-07-05 12:00"),  # months before the season opens
    moment("2027-01-11 08:00", "America/New_York"),
    moment("2027-08-01 23:59", "Pacific/Honolulu"),
)


@pytest.fixture(scope="module", params=SEVERAL_NOWS, ids=lambda now: f"{now.day}")
def dated(request: pytest.FixtureRequest) -> tuple[Season, Moment]:
    now: Moment = request.param
    return demo_season(now), now


def test_every_status_and_contact_rule_is_in_it(dated: tuple[Season, Moment]) -> None:
    season, _ = dated
    assert {program.status for program in season.programs} == set(Status)
    assert {program.rule.name for program in season.programs} == set(ContactRuleName)


def test_no_kind_of_record_is_missing(dated: tuple[Season, Moment]) -> None:
    season, _ = dated
    assert [field.name for field in fields(season) if not getattr(season, field.name)] == []
    assert season.rank_list.order and season.rank_list.left_out and season.rank_list.snapshots


def test_every_family_of_follow_ups_has_something_to_say(dated: tuple[Season, Moment]) -> None:
    season, now = dated
    rules = {item.rule for item in agenda(season, now=now).open}
    assert rules >= {"F01", "F02", "F03", "F07", "F09", "F10", "F15", "F16", "TASK"}


def test_a_working_day_shows_checks_and_a_clash_too() -> None:
    rules = {item.rule for item in agenda(demo_season(NOW), now=NOW).open}
    assert rules >= {"F04", "F05"}


def test_something_is_late_something_due_and_something_soon() -> None:
    found = agenda(demo_season(NOW), now=NOW)
    assert {urgency(item, NOW) for item in found.open} >= {Urgency.LATE, Urgency.DUE, Urgency.SOON}
    assert found.snoozed
    assert {each.decision.verdict for each in found.cleared} >= {Verdict.DONE, Verdict.SNOOZED}


def test_two_interviews_clash_across_zones(dated: tuple[Season, Moment]) -> None:
    season, _ = dated
    (clash,) = clashes(season)
    assert clash.first.starts.zone != clash.second.starts.zone


def test_whatever_the_day_no_interview_is_on_a_weekend_or_holiday_and_one_pair_clashes() -> None:
    for days in range(-21, 70):  # from the first weeks of November until after New Year
        now = NOW.after(days=days)
        season = demo_season(now)
        held = [one.starts.local.date() for one in season.interviews]
        held += [move.was.local.date() for one in season.interviews for move in one.moves]
        held += [offered.local.date() for program in season.programs for offered in program.offered]
        assert [day for day in held if not is_workday(day)] == [], now.day
        assert len(clashes(season)) == 1, now.day


def test_interviews_are_assumed_far_near_moved_and_cancelled(dated: tuple[Season, Moment]) -> None:
    season, now = dated
    standing = [each for each in season.interviews if each.state is InterviewState.BOOKED]
    ahead = sorted((each.starts - now).days for each in standing if each.starts > now)
    assert ahead[0] <= 3 and ahead[-1] >= 45
    assert any(each.zone_assumed for each in standing)
    assert any(each.moves for each in standing)
    assert len(standing) < len(season.interviews)


def test_the_invitations_are_fresh_near_their_limit_and_past_it(dated: tuple[Season, Moment]) -> None:
    season, now = dated
    hours = sorted(
        (now - program.statuses[-1].at).total_seconds() / 3600
        for program in season.programs
        if program.status is Status.INVITED
    )
    assert hours[0] < 1 < 40 < hours[1] < 48 < hours[2]


def test_letters_are_in_every_state_and_flagged_where_a_program_went_too_far(dated: tuple[Season, Moment]) -> None:
    season, _ = dated
    assert {letter.state for letter in season.letters} == set(LetterState)
    assert {letter.direction for letter in season.letters} == set(Direction)
    assert any(letter.improper for letter in season.letters) and any(letter.hint for letter in season.letters)
    assert any(letter.trashed for letter in season.letters) and any(letter.revisions for letter in season.letters)


def test_one_program_was_told_it_is_first_and_the_list_agrees(dated: tuple[Season, Moment]) -> None:
    season, _ = dated
    made = promises(season)
    first = [promised.program_id for promised in made if promised.level is Promise.FIRST]
    assert first == [season.rank_list.order[0]]
    assert {promised.level for promised in made} >= {Promise.INTEREST, Promise.HIGH, Promise.FIRST}
    assert all(first[0] not in conflict.program_ids for conflict in promise_conflicts(season))


def test_the_season_surrounds_the_present_moment(dated: tuple[Season, Moment]) -> None:
    season, now = dated
    by_id = {each.id: each.at for each in key_dates(season)}
    assert by_id["eras-opens"] < now < by_id["match-day"]


def test_ids_are_unique_and_of_the_alphabet(dated: tuple[Season, Moment]) -> None:
    season, _ = dated
    shape = re.compile(f"[a-z]-[{LETTERS}]{{6}}")
    tables = (season.programs, season.contacts, season.interviews, season.letters, season.notes, season.tasks)
    records_ids = [
        record.id for table in (*tables, season.answers, season.scores, season.questions) for record in table
    ]
    assert len(set(records_ids)) == len(records_ids)
    assert [each for each in records_ids if not shape.fullmatch(each)] == []


def test_every_reference_leads_somewhere(dated: tuple[Season, Moment]) -> None:
    season, _ = dated
    beside = (season.contacts, season.interviews, season.letters, season.notes, season.scores, season.answers)
    assert {each.program_id for table in beside for each in table} <= set(season.programs_by_id)
    people = {person for table in (season.letters, season.interviews) for each in table for person in each.contact_ids}
    assert people <= set(season.contacts_by_id)
    assert {letter.answers for letter in season.letters} - {""} <= set(season.letters_by_id)
    assert {letter.interview_id for letter in season.letters} - {""} <= set(season.interviews_by_id)
    assert {program.zone for program in season.programs} <= zone_names()


def test_what_is_past_happened_in_order_and_nothing_past_lies_ahead(dated: tuple[Season, Moment]) -> None:
    season, now = dated
    for program in season.programs:
        moments = [change.at for change in program.statuses]
        assert moments == sorted(moments) and moments[-1] <= now, program.name
    assert all(letter.at <= now for letter in season.letters if letter.at)
    assert all(score.at <= now for score in season.scores)


def test_interviewed_programs_have_their_interview_behind_them(dated: tuple[Season, Moment]) -> None:
    season, now = dated
    for program in season.programs:
        if program.status in (Status.INTERVIEWED, Status.BOOKED):
            (interview,) = season.interviews_of[program.id]
            assert (interview.ends < now) is (program.status is Status.INTERVIEWED), program.name


def test_the_same_moment_gives_the_same_season() -> None:
    assert demo_season(NOW) == demo_season(NOW)


def test_it_survives_the_file_unchanged(dated: tuple[Season, Moment]) -> None:
    season, _ = dated
    assert read_season(season_to_tables(season)).season == season

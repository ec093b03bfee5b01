"""Follow-ups of the last weeks: the letter that says first, the rank list, ECFMG."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from store.agenda import Urgency, urgency
from store.moments import Moment
from store.records import ContactRule, RankList
from store.rules.follow_ups import mark_done
from store.season import Season
from store.words import ContactRuleName, EcfmgStage, Kind, Status
from tests.examples import EASTERN, Record, a_letter, a_profile, a_program, a_season, at, items, keys

DEADLINE = at("2027-03-03 21:00", EASTERN)


def before(days: float) -> Moment:
    """That many days before the deadline, at home in Warsaw."""
    return DEADLINE.after(days=-days).seen_from("Europe/Warsaw")


def ranked(
    *more: Record, order: tuple[str, ...] = ("p-bright",), ecfmg: EcfmgStage | None = EcfmgStage.CERTIFIED
) -> Season:
    season = a_season(a_program(status=Status.INTERVIEWED, since=at("2026-12-01 10:00")), *more)
    return replace(season, rank_list=RankList(order), profile=replace(a_profile(), ecfmg=ecfmg))


class TestFirst:
    """F11."""

    def test_it_asks_from_the_middle_of_january_to_the_middle_of_february(self) -> None:
        season = ranked()
        (item,) = items(season, "F11", before(44))
        assert (item.key, item.kind, item.due.day) == ("F11:p-bright", Kind.FIRST_RANK, date(2027, 1, 18))
        assert items(season, "F11", before(44.01)) == ()
        assert items(season, "F11", before(14.01)) != () and items(season, "F11", before(14)) == ()

    def test_it_promises_nothing_and_says_that_one_program_may_be_told(self) -> None:
        why = items(ranked(), "F11", before(30))[0].why
        assert "You may tell one program, once" in why and "Nobody owes you anything for it." in why

    def test_one_letter_to_anybody_ends_it(self) -> None:
        other = a_program("p-other1", "Oxbow North", Status.INTERVIEWED, at("2026-12-01 10:00"))
        said = a_letter(program_id="p-other1", kind=Kind.FIRST_RANK, sent=before(40))
        assert items(ranked(other, said), "F11", before(30)) == ()

    def test_without_a_first_choice_that_was_met_nothing_is_asked(self) -> None:
        planned = a_program("p-other1", "Oxbow North", Status.APPLIED, at("2026-12-01 10:00"))
        assert items(ranked(order=()), "F11", before(30)) == ()
        assert items(ranked(planned, order=("p-other1", "p-bright")), "F11", before(30)) == ()

    def test_another_first_choice_is_another_decision(self) -> None:
        other = a_program("p-other1", "Oxbow North", Status.INTERVIEWED, at("2026-12-01 10:00"))
        season = mark_done(ranked(other, order=("p-bright", "p-other1")), ("F11:p-bright",), now=before(40))
        assert items(season, "F11", before(30)) == ()
        season = replace(season, rank_list=RankList(("p-other1", "p-bright")))
        assert keys(items(season, "F11", before(30))) == ["F11:p-other1"]

    def test_a_program_for_logistics_only_is_spared(self) -> None:
        season = ranked()
        rule = ContactRule(ContactRuleName.LOGISTICS_ONLY)
        season = replace(season, programs=(replace(season.programs[0], rule=rule),))
        assert items(season, "F11", before(30)) == ()


class TestRankList:
    """F12."""

    def test_an_empty_list_is_asked_for_once_lists_open(self) -> None:
        season, opens = ranked(order=()), at("2027-02-01 12:00", EASTERN).seen_from("Europe/Warsaw")
        assert items(season, "F12", opens.after(minutes=-1)) == ()
        assert keys(items(season, "F12", opens)) == ["F12:draft"]
        assert items(ranked(), "F12", opens) == ()

    @pytest.mark.parametrize(
        ("days", "key"),
        [
            (14.01, ""),
            (14, "14"),
            (7.01, "14"),
            (7, "7"),
            (2.01, "7"),
            (2, "2"),
            (1.01, "2"),
            (1, "1"),
            (0.01, "1"),
            (0, ""),
        ],
    )
    def test_it_reminds_fourteen_seven_two_and_one_days_before(self, days: float, key: str) -> None:
        assert keys(items(ranked(), "F12", before(days))) == ([f"F12:certify:{key}"] if key else [])

    def test_a_reminder_that_was_done_is_quiet_until_the_next(self) -> None:
        season = mark_done(ranked(), ("F12:certify:14",), now=before(13))
        assert items(season, "F12", before(8)) == ()
        assert keys(items(season, "F12", before(7))) == ["F12:certify:7"]

    def test_seen_certified_ends_it(self) -> None:
        season = replace(ranked(), rank_list=RankList(("p-bright",), certified=date(2027, 2, 20)))
        assert all(items(season, "F12", before(days)) == () for days in (13, 6, 1.5, 0.5))

    def test_who_met_nobody_is_not_asked_for_a_list(self) -> None:
        assert items(a_season(), "F12", before(5)) == ()

    def test_it_is_said_in_both_clocks_with_both_days(self) -> None:
        assert "Wed 3 Mar 2027 21:00 EST = Thu 4 Mar 03:00 CET here" in items(ranked(), "F12", before(5))[0].why


class TestEcfmg:
    """F13."""

    @pytest.mark.parametrize("stage", [EcfmgStage.CERTIFIED, EcfmgStage.REQUIREMENTS_MET])
    def test_who_has_met_the_requirements_hears_nothing(self, stage: EcfmgStage) -> None:
        assert all(items(ranked(ecfmg=stage), "F13", before(days)) == () for days in (59, 29, 10, 1))

    @pytest.mark.parametrize(
        ("days", "key"), [(60.01, ""), (60, "60"), (30, "30"), (14, "14"), (7, "7"), (0.01, "7"), (0, "")]
    )
    def test_it_reminds_until_the_deadline_and_not_beyond(self, days: float, key: str) -> None:
        found = items(ranked(ecfmg=EcfmgStage.IN_PROGRESS), "F13", before(days))
        assert keys(found) == ([f"F13:{key}"] if key else [])
        assert all(urgency(one, before(days)) is Urgency.DUE for one in found)

    def test_it_names_what_is_not_recorded_as_passed(self) -> None:
        season = ranked(ecfmg=EcfmgStage.IN_PROGRESS)
        season = replace(season, profile=replace(season.profile, exams_passed=("USMLE Step 1", "OET Medicine")))
        (item,) = items(season, "F13", before(20))
        assert item.what == "ECFMG: Step 2 CK not recorded as passed"
        assert "Recorded as passed: USMLE Step 1, OET Medicine." in item.why
        passed = replace(season.profile, exams_passed=("Step 1", "Step 2 CK", "OET"))
        assert items(replace(season, profile=passed), "F13", before(20))[0].what.endswith("the decision is still open")

    def test_a_profile_that_says_nothing_is_asked_where_it_stands(self) -> None:
        assert items(ranked(ecfmg=None), "F13", before(20))[0].what.startswith("note where your ECFMG")

    def test_who_applied_nowhere_hears_nothing(self) -> None:
        season = a_season(a_program(status=Status.PLANNED))
        assert items(season, "F13", before(20)) == ()

"""Follow-ups about news: updates that programs may have, changes of eligibility that they must have."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from store.agenda import agenda
from store.follow_ups.telling import each_of
from store.moments import Moment
from store.records import ContactRule, News
from store.rules.follow_ups import mark_done
from store.season import Season
from store.words import ContactRuleName, Kind, Status
from tests.examples import Record, a_letter, a_program, a_season, at, items, keys

PASSED = News("w-passed", date(2026, 12, 1), "Step 2 CK passed.")
VISA = News("w-reside", date(2026, 12, 1), "Permanent residence granted.", eligibility=True)
DAY = at("2026-12-02 12:00")


def met(*more: Record, status: Status = Status.INTERVIEWED) -> Season:
    return a_season(a_program(status=status, since=at("2026-11-20 10:00")), *more)


def many(count: int, news: News) -> Season:
    programs = [
        a_program(f"p-{n:06}", f"Program {n:02}", Status.INTERVIEWED, at("2026-11-20 10:00")) for n in range(count)
    ]
    return a_season(*programs, news)


class TestUpdates:
    """F08."""

    def test_news_is_due_from_its_day_and_old_after_thirty(self) -> None:
        season = met(PASSED)
        (item,) = items(season, "F08", at("2026-12-01 00:00"))
        assert (item.key, item.due, item.kind) == ("F08:p-bright:w-passed", at("2026-12-01 00:00"), Kind.UPDATE)
        assert "On Tue 1 Dec 2026: Step 2 CK passed." in item.why
        assert items(season, "F08", at("2026-12-31 23:00")) != () and items(season, "F08", at("2027-01-01 01:00")) == ()

    def test_it_is_proposed_where_an_update_finds_a_reader(self) -> None:
        told = {status for status in Status if items(met(PASSED, status=status), "F08", DAY)}
        assert told == {Status.INTERVIEWED, Status.WAITLISTED}

    def test_an_update_sent_since_tells_all_the_news_until_then(self) -> None:
        later = replace(PASSED, id="w-poster", day=date(2026, 12, 5), what="A poster was accepted.")
        sent = a_letter(kind=Kind.UPDATE, sent=at("2026-12-03 10:00"))
        assert items(met(PASSED, sent), "F08", at("2026-12-04 10:00")) == ()
        assert keys(items(met(PASSED, later, sent), "F08", at("2026-12-06 10:00"))) == ["F08:p-bright:w-poster"]

    def test_it_waits_two_weeks_from_the_last_letter_nobody_asked_for(self) -> None:
        before = a_letter(kind=Kind.INTEREST, sent=at("2026-11-25 10:00"))
        assert items(met(PASSED, before), "F08", DAY)[0].due == at("2026-12-09 10:00")

    def test_two_updates_are_the_most(self) -> None:
        sent = [a_letter(f"l-{n}", kind=Kind.UPDATE, sent=at(f"2026-11-2{n} 10:00")) for n in (1, 3)]
        assert items(met(PASSED, *sent), "F08", DAY) == ()

    def test_a_rule_that_ran_out_spares_the_program_with_the_reason(self) -> None:
        season = met(PASSED)
        until = ContactRule(ContactRuleName.UPDATES_UNTIL, until=date(2026, 11, 30))
        season = replace(season, programs=(replace(season.programs[0], rule=until),))
        found = agenda(season, now=DAY)
        assert items(season, "F08", DAY) == () and [one.follow_up.rule for one in found.held_back] == ["F08"]

    def test_nothing_is_told_once_lists_are_certified(self) -> None:
        news = replace(PASSED, day=date(2027, 3, 1))
        assert items(met(news), "F08", at("2027-03-04 02:59")) != ()
        assert items(met(news), "F08", at("2027-03-04 03:00")) == ()


class TestEligibility:
    """F14."""

    def test_every_program_that_has_the_application_is_told_whatever_it_has_said(self) -> None:
        told = {status for status in Status if items(met(VISA, status=status), "F14", DAY)}
        assert told == set(Status) - {Status.PLANNED, Status.REJECTED, Status.WITHDRAWN, Status.MATCHED}
        season = met(VISA)
        silent = ContactRule(ContactRuleName.LOGISTICS_ONLY)
        season = replace(season, programs=(replace(season.programs[0], rule=silent),))
        assert keys(items(season, "F14", DAY)) == ["F14:p-bright:w-reside"]

    def test_it_is_late_after_three_days_and_rests_after_sixty(self) -> None:
        (item,) = items(met(VISA), "F14", DAY)
        assert (item.due, item.latest) == (at("2026-12-01 00:00"), at("2026-12-04 00:00"))
        assert items(met(VISA), "F14", at("2027-01-30 12:00")) != ()
        assert items(met(VISA), "F14", at("2027-02-01 12:00")) == ()

    def test_a_letter_about_it_settles_it(self) -> None:
        assert items(met(VISA, a_letter(kind=Kind.ELIGIBILITY, sent=at("2026-12-01 18:00"))), "F14", DAY) == ()


class TestTogether:
    """Many programs share one line."""

    @pytest.mark.parametrize(("news", "rule"), [(PASSED, "F08"), (VISA, "F14")])
    def test_up_to_five_stand_alone_and_more_share_a_line(self, news: News, rule: str) -> None:
        assert len(items(many(5, news), rule, DAY)) == 5
        (item,) = items(many(6, news), rule, DAY)
        assert (item.key, item.program_id, item.kind) == (f"{rule}:all:{news.id}", "", None)
        assert "tell 6 programs" in item.what and "Program 00" in item.why and "and 1 more" in item.why

    def test_the_line_grows_shorter_as_they_are_written_to(self) -> None:
        season = many(7, VISA)
        sent = a_letter(program_id="p-000003", kind=Kind.ELIGIBILITY, sent=DAY)
        assert "tell 6 programs" in items(replace(season, letters=(sent,)), "F14", DAY)[0].what

    def test_what_was_decided_of_the_line_holds_for_the_rest(self) -> None:
        season = mark_done(many(6, VISA), ("F14:all:w-reside",), now=DAY)
        sent = a_letter(program_id="p-000003", kind=Kind.ELIGIBILITY, sent=DAY)
        assert items(replace(season, letters=(sent,)), "F14", DAY) == ()


class TestSilence:
    """During SOAP nobody is written to who has not written."""

    def season(self, *more: Record) -> Season:
        question = a_letter(kind=Kind.QUESTION, sent=at("2027-03-08 10:00"))
        return met(replace(VISA, day=date(2027, 3, 10)), question, *more, status=Status.APPLIED)

    @pytest.mark.parametrize(
        ("moment", "silent"),
        [
            (at("2027-03-15 14:59"), False),
            (at("2027-03-15 15:00"), True),
            (at("2027-03-19 02:00"), True),
            (at("2027-03-19 02:01"), False),
        ],
    )
    def test_it_lasts_from_monday_to_thursday_on_the_eastern_clock(self, moment: Moment, silent: bool) -> None:
        found = agenda(self.season(), now=moment)
        proposed = {one.rule for one in found.open} & {"F10", "F14"}
        assert proposed == (set() if silent else {"F10", "F14"})
        told = [one.why for one in found.held_back]
        assert len(told) == (2 if silent else 0)
        assert all("Until SOAP ends, Thu 18 Mar 2027 21:00 EDT" in why for why in told)

    def test_a_program_that_wrote_after_it_had_the_application_may_be_answered(self) -> None:
        heard = a_letter("l-heard", kind=Kind.NOTICE, received=at("2027-03-16 14:00"))
        found = agenda(self.season(heard), now=at("2027-03-17 12:00"))
        assert found.held_back == () and "F14" in {one.rule for one in found.open}

    def test_a_line_for_many_is_held_back_too(self) -> None:
        season = many(6, replace(VISA, day=date(2027, 3, 10)))
        found = agenda(season, now=at("2027-03-17 12:00"))
        assert [one.follow_up.key for one in found.held_back] == ["F14:all:w-reside"]

    @pytest.mark.parametrize(("news", "rule"), [(PASSED, "F08"), (VISA, "F14")])
    def test_the_line_stands_for_a_follow_up_of_each_program(self, news: News, rule: str) -> None:
        season = many(7, news)
        (line,) = items(season, rule, DAY)
        each = each_of(season, line, DAY)
        assert [one.program_id for one in each] == [one.id for one in season.programs]
        assert {one.kind for one in each} == {Kind.UPDATE if rule == "F08" else Kind.ELIGIBILITY}

    def test_programs_not_to_be_written_to_yet_or_at_all_are_left_out(self) -> None:
        early = a_letter(kind=Kind.INTEREST, program_id="p-000001", sent=at("2026-11-25 10:00"))
        season = many(8, PASSED)
        spared = replace(season.programs[0], rule=ContactRule(ContactRuleName.LOGISTICS_ONLY))
        season = replace(season, programs=(spared, *season.programs[1:]), letters=(early,))
        (line,) = [one for one in items(season, "F08", DAY) if not one.program_id]
        assert [one.program_id for one in each_of(season, line, DAY)] == [one.id for one in season.programs[2:]]

    def test_a_line_of_one_program_stands_for_itself_only(self) -> None:
        season = met(PASSED)
        assert each_of(season, items(season, "F08", DAY)[0], DAY) == ()

"""Follow-ups before an invitation: a letter of interest, and the advocate who is asked first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from store.agenda import Urgency, agenda, urgency
from store.moments import noon_of
from store.records import Contact, ContactRule, Reason
from store.rules.follow_ups import mark_done, mark_not_needed
from store.season import Season
from store.words import ContactRuleName, Kind, ReasonKind, Role, Status
from tests.command_shell import Shell
from tests.examples import NOW, Record, a_contact, a_letter, a_program, a_season, at, items, keys

OPENED = at("2026-09-23 15:00")
REASON = Reason(ReasonKind.LOCAL_TIE, "My aunt lives there.")
VALDEZ = a_contact("c-valdez", name="Imre Valdez", role=Role.ADVOCATE)


def quiet_season(*more: Record, reasons: tuple[Reason, ...] = (REASON,)) -> Season:
    return a_season(a_program(since=at("2026-09-10 10:00"), reasons=reasons), *more)


def asked_season(promised: date | None = None, *, on: str = "2026-10-12 10:00") -> Season:
    asked = a_letter("l-asked", kind=Kind.ADVOCATE, sent=at(on), contact_ids=("c-valdez",))
    return quiet_season(replace(VALDEZ, promised=promised), asked)


class TestInterest:
    """F06."""

    def test_it_is_due_after_thirty_quiet_days_and_gone_after_forty_five_more(self) -> None:
        season, due = quiet_season(), OPENED.after(days=30)
        (item,) = items(season, "F06", due)
        assert (item.key, item.due.at, item.kind) == ("F06:p-bright", due.at, Kind.INTEREST)
        assert "since Wed 23 Sep 2026" in item.why and "My aunt lives there." in item.why
        assert items(season, "F06", due.after(days=-15)) == ()
        assert items(season, "F06", due.after(days=-13)) != ()
        assert items(season, "F06", due.after(days=45)) != ()
        assert items(season, "F06", due.after(days=45, minutes=1)) == ()

    def test_it_is_never_late_because_nobody_waits_for_it(self) -> None:
        due = OPENED.after(days=30)
        for days in range(46):
            assert urgency(items(quiet_season(), "F06", due.after(days=days))[0], due.after(days=days)) is Urgency.DUE

    def test_without_a_reason_nothing_is_proposed(self) -> None:
        assert items(quiet_season(reasons=()), "F06", OPENED.after(days=30)) == ()

    def test_one_letter_ends_it_whatever_comes_back(self) -> None:
        written = a_letter(kind=Kind.INTEREST, sent=at("2026-10-01 10:00"))
        for day in range(120):
            assert items(quiet_season(written), "F06", OPENED.after(days=day)) == ()

    @pytest.mark.parametrize("received", [True, False])
    def test_the_clock_starts_at_the_last_contact_in_either_direction(self, received: bool) -> None:
        when = at("2026-10-05 10:00")
        letter = a_letter(kind=Kind.QUESTION, received=when if received else None, sent=None if received else when)
        assert items(quiet_season(letter), "F06", at("2026-11-03 10:00"))[0].due == when.after(days=30)

    @pytest.mark.parametrize("status", [one for one in Status if one is not Status.APPLIED])
    def test_only_an_application_that_is_quiet_is_written_about(self, status: Status) -> None:
        season = a_season(a_program(status=status, since=at("2026-09-10 10:00"), reasons=(REASON,)))
        assert items(season, "F06", OPENED.after(days=30)) == ()

    def test_it_ends_when_rank_lists_open(self) -> None:
        late = a_letter(kind=Kind.QUESTION, sent=at("2026-12-30 10:00"))
        assert items(quiet_season(late), "F06", at("2027-02-01 17:59")) != ()
        assert items(quiet_season(late), "F06", at("2027-02-01 18:00")) == ()

    def test_a_program_for_logistics_only_is_spared_with_the_reason(self) -> None:
        season = quiet_season()
        ruled = replace(season.programs[0], rule=ContactRule(ContactRuleName.LOGISTICS_ONLY))
        season = replace(season, programs=(ruled,))
        found = agenda(season, now=OPENED.after(days=30))
        assert [one.follow_up.key for one in found.held_back] == ["F06:p-bright"]
        assert "logistics only" in found.held_back[0].why


class TestAdvocates:
    """F06 and F17."""

    def test_the_advocate_is_asked_before_one_writes_oneself(self) -> None:
        (item,) = items(quiet_season(VALDEZ), "F06", OPENED.after(days=20))
        assert (item.key, item.kind, item.contact_id) == ("F06:p-bright:c-valdez", Kind.ADVOCATE, "c-valdez")
        assert item.due.at == OPENED.after(days=20).at and "a word from them comes before one of your own" in item.why

    def test_somebody_decided_against_is_not_waited_for(self) -> None:
        season = mark_not_needed(quiet_season(VALDEZ), ("F06:p-bright:c-valdez",), now=NOW)
        assert keys(items(season, "F06", OPENED.after(days=31))) == ["F06:p-bright"]

    def test_without_a_promise_one_s_own_letter_waits_ten_days(self) -> None:
        season, asked = asked_season(on="2026-10-20 10:00"), at("2026-10-20 10:00")
        assert items(season, "F06", asked.after(days=10)) == ()
        assert keys(items(season, "F06", asked.after(days=10, hours=12))) == ["F06:p-bright"]

    def test_it_waits_through_the_day_they_named(self) -> None:
        season = asked_season(date(2026, 11, 5))
        assert items(season, "F06", at("2026-11-05 23:00")) == ()
        assert keys(items(season, "F06", at("2026-11-06 00:00"))) == ["F06:p-bright"]

    def test_the_promise_is_due_on_its_day_and_told_with_both_days(self) -> None:
        (item,) = items(asked_season(date(2026, 11, 5)), "F17", at("2026-11-01 10:00"))
        assert (item.key, item.due) == ("F17:c-valdez:2026-11-05", at("2026-11-05 12:00"))
        assert item.what == "see whether Dr. Valdez has spoken for you"
        assert "Mon 12 Oct 2026" in item.why and "by Thu 5 Nov 2026" in item.why

    def test_a_promise_kept_ends_the_waiting_and_the_asking(self) -> None:
        season = mark_done(asked_season(date(2026, 11, 5)), ("F17:c-valdez:2026-11-05",), now=at("2026-11-01 10:00"))
        found = agenda(season, now=at("2026-11-01 11:00"))
        assert [one.key for one in found.open if one.rule in ("F06", "F17")] == ["F06:p-bright"]

    def test_a_promise_is_asked_after_for_two_weeks_and_never_again(self) -> None:
        season, due = asked_season(date(2026, 11, 5)), at("2026-11-05 12:00")
        assert items(season, "F17", due.after(days=14)) != ()
        for day in range(15, 120):
            assert items(season, "F17", due.after(days=day)) == ()

    def test_a_word_with_them_after_the_day_ends_it(self) -> None:
        season, heard = asked_season(date(2026, 11, 5)), at("2026-11-06 10:00")
        word = a_letter("l-word", kind=Kind.REPLY, received=heard, contact_ids=("c-valdez",))
        season = replace(season, letters=(*season.letters, word))
        assert items(season, "F17", heard) == ()

    def test_a_new_day_is_a_new_promise(self) -> None:
        season = mark_done(asked_season(date(2026, 11, 5)), ("F17:c-valdez:2026-11-05",), now=NOW)
        moved = replace(season, contacts=(replace(season.contacts[0], promised=date(2026, 12, 1)),))
        assert keys(items(moved, "F17", at("2026-11-28 10:00"))) == ["F17:c-valdez:2026-12-01"]

    def test_a_word_to_the_advocate_is_no_contact_with_the_program(self) -> None:
        season = asked_season(on="2026-10-01 10:00")
        assert items(season, "F06", OPENED.after(days=29))[0].due.at == OPENED.after(days=30).at

    def test_a_letter_nobody_waits_for_is_due_each_day_anew_and_stands_before_nothing_late(self) -> None:
        (item,) = items(quiet_season(), "F06", OPENED.after(days=40))
        assert item.due == noon_of(OPENED.after(days=40).day, item.due.zone)

    @pytest.mark.parametrize("day", [date.min, date.max])
    def test_a_day_no_season_has_is_passed_over(self, day: date) -> None:
        assert keys(items(asked_season(day), "F17", at("2026-10-14 10:00"))) == ["F17:c-valdez:20261012T0800"]
        assert items(asked_season(day), "F06", OPENED.after(days=31)) != ()

    def test_a_director_promises_nothing(self) -> None:
        director = Contact("c-dir", "p-bright", "Ines Wexley", Role.DIRECTOR, promised=date(2026, 11, 5))
        assert items(quiet_season(director), "F17", at("2026-11-05 12:00")) == ()


def test_a_promise_is_kept_and_taken_away_by_command(demo: Shell) -> None:
    def promise() -> date | None:
        return next(one for one in demo.season.contacts if one.role is Role.ADVOCATE).promised

    person = next(one for one in demo.season.contacts if one.role is Role.ADVOCATE)
    told = ("contact", person.program_id, person.name, "--role", "advocate", "--promised")
    assert demo(*told, "2026-12-01").code == 0 and promise() == date(2026, 12, 1)
    found = demo("agenda", "30d", "--json").json["items"]
    assert [one["id"] for one in found if one["rule"] == "F17"] == [f"F17:{person.id}:2026-12-01"]
    assert demo(*told, "").code == 0 and promise() is None

"""The agenda: what was decided, what comes first, how pressing it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.agenda import Agenda, Cleared, Urgency, agenda, draft_for, urgency
from store.follow_ups.follow_up import FollowUp
from store.moments import Moment
from store.records import Letter
from store.rules.follow_ups import mark_done, mark_not_needed, reopen, snooze
from store.season import Season
from store.words import Kind
from tests.examples import (
    EASTERN,
    NOW,
    a_busy_season,
    a_letter,
    a_season,
    at,
    held_season,
    items,
    keys,
)
from tests.test_clashes import with_second

BRIGHT = "p-bright"


class TestDecisions:
    """What was decided joins what the rules find."""

    KEY = "F02:i-bright"

    def test_done_and_not_needed_clear_an_item(self) -> None:
        for decide in (mark_done, mark_not_needed):
            season = decide(held_season(), (self.KEY,), now=NOW)
            assert items(season, "F02") == ()
            assert agenda(season, now=NOW).cleared == (Cleared("debrief of Mon 23 Nov", season.decisions[0], BRIGHT),)

    def test_a_snoozed_item_is_hidden_until_its_moment(self) -> None:
        until = NOW.after(days=2)
        season = snooze(held_season(), (self.KEY,), until, now=NOW)
        found = agenda(season, now=NOW)
        assert self.KEY not in keys(found.open)
        assert [(one.key, one.snoozed_until) for one in found.snoozed] == [(self.KEY, until)]
        assert [one.decision.until for one in found.cleared] == [until]
        back = agenda(season, now=until)
        assert self.KEY in keys(back.open) and back.snoozed == ()

    def test_a_snooze_that_ended_today_is_not_cleared(self) -> None:
        season = snooze(held_season(), (self.KEY,), NOW.after(hours=1), now=NOW)
        assert agenda(season, now=NOW.after(hours=2)).cleared == ()

    def test_reopening_brings_an_item_back(self) -> None:
        season = mark_done(held_season(), (self.KEY,), now=NOW)
        assert reopen(season, (self.KEY,), now=NOW).decisions == ()
        assert self.KEY in keys(agenda(reopen(season, (self.KEY,), now=NOW), now=NOW).open)

    def test_only_decisions_of_the_home_day_count_as_cleared(self) -> None:
        season = mark_done(held_season(), (self.KEY,), now=NOW)
        assert agenda(season, now=at("2026-11-24 23:59")).cleared
        assert agenda(season, now=at("2026-11-25 00:00")).cleared == ()
        assert agenda(season, now=NOW.after(minutes=-1)).cleared == ()

    def test_a_decision_whose_item_is_gone_still_says_what_it_was_about(self) -> None:
        season = mark_done(a_season(), ("F03:i-gone11", "F99:x-gone11"), now=NOW)
        assert [one.follow_up_words for one in agenda(season, now=NOW).cleared] == ["thank-you", "follow-up"]


def test_the_agenda_is_in_order_of_due_moments_and_keys() -> None:
    found = agenda(a_busy_season(), now=NOW)
    assert [(one.due.at, one.key) for one in found.open] == sorted((one.due.at, one.key) for one in found.open)
    assert {one.rule for one in found.open} == {"F01", "F02", "F03", "F05", "F06", "F07", "F16"}


def test_keys_are_stable_while_time_passes() -> None:
    season = a_busy_season()
    assert keys(agenda(season, now=NOW).open) == keys(agenda(season, now=NOW.after(hours=3)).open)


def test_the_next_of_a_program_is_its_first_open_item() -> None:
    found = agenda(a_busy_season(), now=NOW)
    assert found.next_of["p-fenwck"].rule == "F02"
    assert [one.rule for one in found.of("p-fenwck")] == ["F02", "F03"]
    assert (found.of("p-nobody"), "p-oxbown" in found.next_of) == ((), False)


def test_short_words_fit_their_column_and_reasons_are_whole_sentences() -> None:
    for one in agenda(a_busy_season(), now=NOW).open:
        assert len(one.short) <= 22 and one.why.endswith(".") and one.what


def test_an_empty_season_has_an_empty_agenda() -> None:
    assert agenda(Season(), now=NOW) == Agenda()


@pytest.mark.parametrize(
    ("due", "latest", "expected"),
    [
        (NOW.after(days=-1), None, Urgency.LATE),
        (at("2026-11-24 00:00"), None, Urgency.DUE),
        (at("2026-11-24 23:59"), None, Urgency.DUE),
        (at("2026-11-25 00:00"), None, Urgency.SOON),
        (at("2026-12-01 23:59"), None, Urgency.SOON),
        (at("2026-12-02 00:00"), None, Urgency.LATER),
        (NOW.after(days=-3), NOW.after(seconds=1), Urgency.DUE),
        (NOW.after(days=-3), NOW.after(seconds=-1), Urgency.LATE),
        (at("2026-11-24 19:00", EASTERN), None, Urgency.SOON),
    ],
)
def test_urgency_is_counted_in_days_at_home(due: Moment, latest: Moment | None, expected: Urgency) -> None:
    assert urgency(FollowUp("TASK:t-x", "TASK", "x", "x", "x.", due, latest), NOW) is expected


def test_a_draft_that_resolves_a_clash_stands_on_one_line_and_on_its_own_once_the_clash_is_cleared() -> None:
    season = with_second("2026-12-03 10:00")
    (clash,) = items(season, "F05")
    ready = a_letter("l-move11", clash.program_id, Kind.RESCHEDULE, ready=True, interview_id=clash.interview_id)
    elsewhere = a_letter("l-other1", clash.other_program_id, Kind.RESCHEDULE, ready=True)
    season = replace(season, letters=(ready, elsewhere))
    assert draft_for(season, clash) is ready

    def listed(season: Season) -> list[str]:
        return [one.key for one in agenda(season, now=NOW).open if one.rule in ("F05", "F16")]

    assert sorted(listed(season)) == [clash.key, "F16:l-other1"]
    assert listed(snooze(season, (clash.key,), NOW.after(days=1), now=NOW)) == ["F16:l-other1"]
    assert sorted(listed(mark_done(season, (clash.key,), now=NOW))) == ["F16:l-move11", "F16:l-other1"]


def test_the_draft_for_an_item_is_found() -> None:
    season = a_busy_season()
    found = {one.rule: one for one in agenda(season, now=NOW).open}
    assert draft_for(season, found["F03"]) is season.letters_by_id["l-draft2"]
    assert draft_for(season, found["F16"]) is season.letters_by_id["l-ready2"]
    assert draft_for(season, found["F01"]) is None


@pytest.mark.parametrize(
    "draft",
    [
        a_letter(contact_ids=("c-second",)),
        a_letter(contact_ids=("c-wexley",), interview_id="i-other1"),
        a_letter(contact_ids=("c-wexley",), answers="l-other1"),
        a_letter(contact_ids=("c-wexley",), kind=Kind.UPDATE),
        a_letter(contact_ids=("c-wexley",), sent=at("2026-11-20 10:00")),
        replace(a_letter(contact_ids=("c-wexley",)), trashed=NOW),
    ],
)
def test_a_draft_for_something_else_is_not_taken(draft: Letter) -> None:
    season = held_season(draft, contact_ids=("c-wexley",))
    (item,) = [one for one in items(season, "F03") if one.contact_id == "c-wexley"]
    assert draft_for(season, item) is None

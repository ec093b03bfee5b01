"""F19: what is proposed once the Match is over, and when it stops."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.agenda import agenda
from store.follow_ups.follow_up import FollowUp
from store.moments import Moment
from store.rules.outcome import record_outcome
from store.season import Season
from store.words import Kind, Outcome
from tests.examples import a_letter, at
from tests.ranked_seasons import ALL, ranked

MATCH_DAY = at("2027-03-19 17:30")
BRIGHT = ALL[0]


def matched(now: Moment = MATCH_DAY) -> Season:
    return record_outcome(ranked(*ALL), Outcome.MATCHED, program_id=BRIGHT, now=now)


def proposed(season: Season, now: Moment) -> dict[str, FollowUp]:
    return {one.key: one for one in agenda(season, now=now).open if one.rule == "F19"}


def test_thanks_to_the_matched_program_are_due_within_days_and_answered_by_the_kind_for_it() -> None:
    item = proposed(matched(), MATCH_DAY)[f"F19:thanks:{BRIGHT}"]
    assert (item.kind, item.program_id) == (Kind.AFTER_MATCH, BRIGHT)
    assert item.due == MATCH_DAY.after(days=3)
    assert "Brightwater is where you matched" in item.why


def test_sent_thanks_close_it_and_so_do_two_weeks() -> None:
    letter = a_letter("l-thanks", BRIGHT, Kind.AFTER_MATCH, sent=MATCH_DAY.after(hours=2))
    season = matched()
    thanked = replace(season, letters=(letter,))
    assert list(proposed(thanked, MATCH_DAY.after(days=1))) == ["F19:keep"]
    assert f"F19:thanks:{BRIGHT}" in proposed(season, MATCH_DAY.after(days=14))
    assert list(proposed(season, MATCH_DAY.after(days=15))) == ["F19:keep"]


@pytest.mark.parametrize("outcome", [Outcome.MATCHED, Outcome.UNMATCHED])
def test_the_season_is_kept_before_the_portals_close_whatever_the_match_brought(outcome: Outcome) -> None:
    season = record_outcome(ranked(*ALL), outcome, now=at("2027-03-16 10:00"))
    (item,) = proposed(season, MATCH_DAY).values()
    assert item.key == "F19:keep" and item.latest is not None and item.latest.at == at("2027-05-31 23:00").at
    assert proposed(season, at("2027-05-31 22:59")) and not proposed(season, at("2027-05-31 23:00"))


def test_nothing_is_proposed_before_match_day() -> None:
    early = record_outcome(ranked(*ALL), Outcome.MATCHED, now=at("2027-03-16 10:00"))
    assert not proposed(early, at("2027-03-19 16:59")) and proposed(early, at("2027-03-19 17:00"))


def test_on_match_day_the_outcome_is_asked_for_where_a_list_was_ranked_and_not_without_end() -> None:
    season = ranked(*ALL)
    assert list(proposed(season, MATCH_DAY)) == ["F19:outcome"]
    assert not proposed(season, at("2027-03-19 16:59")) and not proposed(season, MATCH_DAY.after(days=15))
    assert not proposed(ranked(), MATCH_DAY)
    assert "F19:outcome" not in proposed(matched(), MATCH_DAY)


def test_thanks_sent_after_an_accepted_offer_of_soap_count_though_match_day_was_still_to_come() -> None:
    accepted = at("2027-03-18 18:00")
    season = record_outcome(ranked(*ALL), Outcome.SOAP, program_id=BRIGHT, now=accepted)
    assert f"F19:thanks:{BRIGHT}" in proposed(season, MATCH_DAY)
    letter = a_letter("l-thanks", BRIGHT, Kind.AFTER_MATCH, sent=accepted.after(hours=12))
    assert list(proposed(replace(season, letters=(letter,)), MATCH_DAY)) == ["F19:keep"]

"""Follow-ups about interviews: debriefs, thank-yous, checks beforehand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from store.agenda import Urgency, agenda, silenced, urgency
from store.moments import Moment
from store.records import ContactRule, Debrief, Letter, Score
from store.rules.follow_ups import mark_done
from store.season import Season
from store.words import ContactRuleName, Format, Kind, Status
from tests.examples import (
    EASTERN,
    HELD,
    NOW,
    Record,
    a_letter,
    a_program,
    a_season,
    an_interview,
    at,
    held_season,
    items,
    keys,
)

BRIGHT = "p-bright"


class TestDebriefs:
    """F02."""

    def test_it_is_due_when_the_interview_ends_and_late_a_day_later(self) -> None:
        (item,) = items(held_season(), "F02")
        assert (item.key, item.due, item.latest) == ("F02:i-bright", HELD.after(hours=4), HELD.after(hours=28))
        assert items(held_season(), "F02", HELD.after(hours=3, minutes=59)) == ()

    def test_it_says_when_the_status_still_reads_booked(self) -> None:
        assert "can move to interviewed" in items(held_season(), "F02")[0].why
        assert "can move to interviewed" not in items(held_season(status=Status.INTERVIEWED), "F02")[0].why

    def test_scores_follow_the_debrief(self) -> None:
        season = held_season(debrief=Debrief(NOW, liked="calm"))
        (item,) = items(season, "F02")
        assert (item.key, item.latest) == ("F02:i-bright:scores", HELD.after(hours=52))
        scored = replace(season, scores=(Score("s-first1", BRIGHT, "boards", 4, NOW),))
        assert items(scored, "F02") == ()

    def test_it_rests_after_14_days(self) -> None:
        ended = HELD.after(hours=4)
        assert items(held_season(), "F02", ended.after(days=14))
        assert items(held_season(), "F02", ended.after(days=14, seconds=1)) == ()

    @pytest.mark.parametrize("status", [Status.REJECTED, Status.WITHDRAWN, Status.MATCHED])
    def test_nothing_is_asked_about_a_closed_program(self, status: Status) -> None:
        assert agenda(held_season(status=status), now=NOW).open == ()


class TestThankYous:
    """F03."""

    def test_each_person_met_has_one_due_at_24_hours_and_late_at_72(self) -> None:
        found = items(held_season(contact_ids=("c-wexley", "c-second")), "F03")
        assert keys(found) == ["F03:i-bright:c-second", "F03:i-bright:c-wexley"]
        assert {one.due for one in found} == {HELD.after(hours=28)}
        assert {one.latest for one in found} == {HELD.after(hours=76)}
        assert found[1].what == "thank-you to Dr. Wexley after Mon 23 Nov"
        assert found[0].what == "thank-you to Tom Ode after Mon 23 Nov"

    def test_where_nobody_is_recorded_there_is_one_for_all_who_were_met(self) -> None:
        (item,) = items(held_season(), "F03")
        assert (item.key, item.contact_id) == ("F03:i-bright", "")
        assert item.what == "thank-you to those you met after Mon 23 Nov"

    def test_the_reason_gives_the_last_moment_on_both_clocks(self) -> None:
        assert "at the latest Thu 26 Nov 2026 13:00 EST = 19:00 CET here" in items(held_season(), "F03")[0].why

    def test_a_sent_thank_you_clears_the_person_it_went_to(self) -> None:
        thanks = a_letter(sent=at("2026-11-24 09:00"), contact_ids=("c-wexley",), interview_id="i-bright")
        found = items(held_season(thanks, contact_ids=("c-wexley", "c-second")), "F03")
        assert keys(found) == ["F03:i-bright:c-second"]

    def test_one_to_nobody_in_particular_counts_where_it_is_clear_who_is_meant(self) -> None:
        thanks = a_letter(sent=at("2026-11-24 09:00"))
        assert items(held_season(thanks), "F03") == ()
        assert items(held_season(thanks, contact_ids=("c-wexley",)), "F03") == ()
        assert len(items(held_season(thanks, contact_ids=("c-wexley", "c-second")), "F03")) == 2

    @pytest.mark.parametrize(
        "letter",
        [
            a_letter(sent=at("2026-11-20 09:00"), contact_ids=("c-wexley",)),
            a_letter(contact_ids=("c-wexley",)),
            a_letter(kind=Kind.UPDATE, sent=NOW, contact_ids=("c-wexley",)),
            a_letter(sent=NOW, contact_ids=("c-wexley",), interview_id="i-other1"),
        ],
    )
    def test_other_letters_do_not_clear_it(self, letter: Letter) -> None:
        assert len(items(held_season(letter, contact_ids=("c-wexley",)), "F03")) == 1

    @pytest.mark.parametrize("rule", [ContactRuleName.NO_THANKS, ContactRuleName.LOGISTICS_ONLY])
    def test_a_rule_against_it_removes_it_and_says_so(self, rule: ContactRuleName) -> None:
        season = held_season(rule=rule)
        assert items(season, "F03") == ()
        (sentence,) = silenced(season, BRIGHT)
        assert sentence.startswith("No thank-you is proposed: Brightwater")

    def test_the_sentence_names_where_the_rule_was_read(self) -> None:
        rule = ContactRule(ContactRuleName.NO_THANKS, source="their page", seen=date(2026, 10, 2))
        assert silenced(a_season(a_program(rule=rule)), BRIGHT)[0].endswith("(their page, seen Fri 2 Oct 2026).")

    @pytest.mark.parametrize(
        ("rule", "words"),
        [
            (ContactRuleName.UNKNOWN, "here."),
            (ContactRuleName.THANKS_WELCOME, "thank-yous are welcome."),
            (ContactRuleName.THANKS_NOT_NEEDED, "a short one is still fine."),
            (ContactRuleName.ONE_CHANNEL, "by portal only."),
            (ContactRuleName.UPDATES_UNTIL, "here."),
        ],
    )
    def test_other_rules_leave_it_and_are_told(self, rule: ContactRuleName, words: str) -> None:
        (item,) = items(held_season(rule=rule), "F03")
        assert item.why.endswith(words)
        assert silenced(held_season(rule=rule), BRIGHT) == ()

    def test_nothing_is_silenced_for_a_program_nobody_knows(self) -> None:
        assert silenced(a_season(), "p-nobody") == ()

    def test_it_rests_after_10_days(self) -> None:
        ended = HELD.after(hours=4)
        assert items(held_season(), "F03", ended.after(days=10))
        assert items(held_season(), "F03", ended.after(days=10, seconds=1)) == ()


STARTS = at("2026-12-03 09:00", EASTERN)


def coming_season(*more: Record, booked: Moment | None = None, **fields: Any) -> Season:
    program = a_program(status=Status.BOOKED, since=booked or at("2026-11-02 10:00"))
    return a_season(program, replace(an_interview(starts=STARTS), **fields), *more)


class TestInterviewChecks:
    """F04."""

    def test_it_shows_from_7_days_before_until_the_start_and_is_due_2_days_before(self) -> None:
        season = coming_season()
        assert items(season, "F04", STARTS.after(days=-7, seconds=-1)) == ()
        (item,) = items(season, "F04", STARTS.after(days=-7))
        assert (item.due, item.latest, item.kind) == (STARTS.after(days=-2), STARTS.after(days=-2), Kind.LOGISTICS)
        assert urgency(item, STARTS.after(days=-1)) is Urgency.LATE
        assert items(season, "F04", STARTS.after(seconds=-1))
        assert items(season, "F04", STARTS) == ()

    def test_both_clocks_and_what_is_missing_are_named(self) -> None:
        (item,) = items(coming_season(), "F04", STARTS.after(days=-3).seen_from("Europe/Warsaw"))
        assert "starts Thu 3 Dec 2026 09:00 EST = 15:00 CET here" in item.why
        assert "No link is recorded" in item.why
        (item,) = items(coming_season(format=Format.IN_PERSON), "F04", STARTS.after(days=-3))
        assert "No place is recorded" in item.why
        (item,) = items(coming_season(link="https://meet.example/a"), "F04", STARTS.after(days=-3))
        assert "No link" not in item.why and "Two quiet days" in item.why

    def test_an_assumed_zone_is_louder_and_earlier(self) -> None:
        (item,) = items(coming_season(zone_assumed=True), "F04", STARTS.after(days=-6))
        assert (item.due, item.short) == (STARTS.after(days=-5), "confirm time zone")
        assert "nobody has named it" in item.why

    def test_whoever_books_late_has_until_the_start(self) -> None:
        season = coming_season(booked=STARTS.after(days=-1))
        assert items(season, "F04", STARTS.after(hours=-20))[0].due == STARTS

    def test_a_letter_about_logistics_in_these_days_is_the_check(self) -> None:
        asked = a_letter(kind=Kind.LOGISTICS, sent=STARTS.after(days=-5))
        assert items(coming_season(asked), "F04", STARTS.after(days=-3)) == ()
        early = a_letter(kind=Kind.LOGISTICS, sent=STARTS.after(days=-8))
        assert len(items(coming_season(early), "F04", STARTS.after(days=-3))) == 1

    def test_a_moved_interview_is_checked_again(self) -> None:
        now = STARTS.after(days=-3)
        done = mark_done(coming_season(), keys(items(coming_season(), "F04", now)), now=now)
        assert items(done, "F04", now) == ()
        moved = replace(done, interviews=(an_interview(starts=STARTS.after(hours=2)),))
        assert len(items(moved, "F04", now)) == 1

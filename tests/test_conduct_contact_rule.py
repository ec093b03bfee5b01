"""Contact rules and the silence of SOAP: what they forbid, what passes whatever they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from store.moments import Moment
from store.records import ContactRule
from store.season import Season
from store.words import Channel, ContactRuleName, Kind
from templates.conduct.contact_rule import ALWAYS_ALLOWED
from tests.conduct_asking import a_draft, found
from tests.conduct_drafts import IN_SOAP, OTHERS, OWN, SEASON, SEASONS


def _season(rule: ContactRule) -> Season:
    return replace(SEASON, programs=(replace(OWN, rule=rule), *OTHERS))


@pytest.mark.parametrize("kind", sorted(ALWAYS_ALLOWED))
@pytest.mark.parametrize("name", list(ContactRuleName))
def test_scheduling_answers_and_eligibility_pass_every_rule(kind: Kind, name: ContactRuleName) -> None:
    rule = ContactRule(name, channel=Channel.PORTAL, until=date(2026, 10, 1))
    assert found("C06", a_draft("A word.", kind=kind), _season(rule)) == []


def test_the_message_gives_the_programs_own_words() -> None:
    (finding,) = found("C06", a_draft("A word.", kind=Kind.THANK_YOU), SEASONS["no thanks"])
    assert finding.message.endswith("In its words: “Please send no thank-you notes.”")
    assert (finding.hard, finding.where) == (False, "")


@pytest.mark.parametrize(
    "name", [ContactRuleName.UNKNOWN, ContactRuleName.THANKS_WELCOME, ContactRuleName.THANKS_NOT_NEEDED]
)
@pytest.mark.parametrize("kind", [Kind.THANK_YOU, Kind.UPDATE, Kind.FIRST_RANK, Kind.QUESTION])
def test_rules_that_forbid_nothing_let_everything_pass(name: ContactRuleName, kind: Kind) -> None:
    assert found("C06", a_draft("A word.", kind=kind), _season(ContactRule(name))) == []


def test_the_only_channel_is_named() -> None:
    (finding,) = found("C06", a_draft("What does call look like?"), SEASONS["portal only"])
    assert finding.message == f"{OWN.name} takes messages by one way only: the portal."


@pytest.mark.parametrize("kind", [Kind.ADVOCATE, Kind.AFTER_MATCH])
def test_a_doctor_who_vouches_is_asked_and_thanked_whatever_channel_the_program_wants(kind: Kind) -> None:
    letter = replace(a_draft("A word.", kind=kind), contact_ids=("c-advoca",))
    assert found("C06", letter, SEASONS["portal only"]) == []


def test_the_office_is_thanked_after_the_match_by_the_channel_it_wants() -> None:
    assert found("C06", a_draft("A word.", kind=Kind.AFTER_MATCH), SEASONS["portal only"])


@pytest.mark.parametrize(("to", "count"), [("c-ostrow", 1), ("c-vance0", 0)])
def test_a_rule_for_the_coordinator_alone_looks_at_the_recipient(to: str, count: int) -> None:
    rule = ContactRule(ContactRuleName.ONE_CHANNEL, words="Write to the coordinator only.", channel=Channel.EMAIL)
    letter = replace(a_draft("What does call look like?"), contact_ids=(to,))
    assert len(found("C06", letter, _season(rule))) == count


def test_a_rule_without_its_channel_or_day_forbids_nothing() -> None:
    for name in (ContactRuleName.ONE_CHANNEL, ContactRuleName.UPDATES_UNTIL):
        assert found("C06", a_draft("A word.", kind=Kind.UPDATE), _season(ContactRule(name))) == []


@pytest.mark.parametrize(
    ("now", "count"),
    [
        (Moment(datetime(2027, 1, 16, 3, 0, tzinfo=UTC), "Europe/Dublin"), 0),
        (Moment(datetime(2027, 1, 16, 7, 0, tzinfo=UTC), "Europe/Dublin"), 1),
    ],
    ids=["still the 15th there", "the 16th there"],
)
def test_the_last_day_for_updates_ends_on_the_programs_own_clock(now: Moment, count: int) -> None:
    assert len(found("C06", a_draft("A word.", kind=Kind.UPDATE), SEASONS["updates until"], now)) == count


def test_without_a_zone_the_last_day_ends_at_home() -> None:
    rule = ContactRule(ContactRuleName.UPDATES_UNTIL, until=date(2027, 1, 15))
    season = replace(SEASON, programs=(replace(OWN, rule=rule, zone=""),))
    now = Moment(datetime(2027, 1, 16, 3, 0, tzinfo=UTC), "Europe/Dublin")
    assert found("C06", a_draft("A word.", kind=Kind.UPDATE), season, now)


def _soap(day: int, hour: int, minute: int) -> Moment:
    return Moment(datetime(2027, 3, day, hour, minute, tzinfo=UTC), "Europe/Dublin")


@pytest.mark.parametrize(
    ("now", "silent"),
    [(_soap(15, 13, 59), False), (_soap(15, 14, 0), True), (_soap(19, 1, 0), True), (_soap(19, 1, 1), False)],
    ids=["before Monday 10:00 Eastern", "at 10:00", "at the end", "after it"],
)
def test_the_silence_holds_from_monday_morning_to_thursday_night(now: Moment, silent: bool) -> None:
    findings = found("C07", a_draft("A word."), SEASON, now)
    assert [one.hard for one in findings] == [True] * silent


def test_mail_from_before_the_application_does_not_end_the_silence() -> None:
    assert found("C07", a_draft("A word."), SEASONS["no thanks"], IN_SOAP)


def test_mail_in_the_trash_does_not_end_the_silence() -> None:
    heard = SEASONS["soap heard"]
    thrown = replace(heard, letters=tuple(replace(one, trashed=IN_SOAP) for one in heard.letters))
    assert found("C07", a_draft("A word."), thrown, IN_SOAP)

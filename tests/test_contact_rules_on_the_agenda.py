"""A contact rule keeps off the agenda what it forbids and nothing else, and says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.agenda import agenda
from store.follow_ups.follow_up import OF_THE_PERSON, FollowUp, held_back, unwanted
from store.records import Accepted, ContactRule, Letter, News
from store.words import OUTGOING_KINDS, Channel, ContactRuleName, Direction, Kind, LetterState, Status
from templates.conduct.checking import check_letter
from templates.conduct.contact_rule import ALWAYS_ALLOWED
from tests.command_shell import Shell
from tests.examples import NOW, a_contact, a_letter, a_program, a_season, at, held_season
from tests.on_screen import on_screen

UNTIL = date(2026, 11, 1)


def a_rule(name: ContactRuleName) -> ContactRule:
    one_channel = name is ContactRuleName.ONE_CHANNEL
    until = UNTIL if name is ContactRuleName.UPDATES_UNTIL else None
    return ContactRule(
        name, "Their words.", "their page", date(2026, 10, 2), Channel.EMAIL if one_channel else None, until
    )


def a_follow_up(kind: Kind | None, rule: str = "F08", letter_id: str = "") -> FollowUp:
    return FollowUp("k", rule, "write", "write", "why", NOW, None, kind, "p-bright", letter_id=letter_id)


PROGRAM_ID = a_program().id
rules = st.sampled_from(list(ContactRuleName)).map(a_rule)
kinds = st.sampled_from(OUTGOING_KINDS)


@given(rules, kinds)
def test_the_agenda_holds_back_exactly_what_the_check_would_stop(rule: ContactRule, kind: Kind) -> None:
    season = a_season(a_program(rule=rule), a_contact(), a_letter(kind=kind, contact_ids=("c-wexley",)))
    stopped = any(one.check == "C06" for one in check_letter(season, season.letters[0], now=NOW))
    follow_up = replace(a_follow_up(kind), program_id=PROGRAM_ID)
    assert bool(held_back(season, follow_up, NOW)) is stopped


@given(rules, st.sampled_from(sorted(ALWAYS_ALLOWED)))
def test_scheduling_answers_and_eligibility_are_never_held_back(rule: ContactRule, kind: Kind) -> None:
    season = a_season(a_program(rule=rule))
    assert held_back(season, replace(a_follow_up(kind), program_id=PROGRAM_ID), NOW) == ""


@given(rules, kinds)
def test_an_answer_to_their_letter_and_what_i_put_there_myself_pass_every_rule(rule: ContactRule, kind: Kind) -> None:
    came = replace(a_letter(), direction=Direction.IN, state=LetterState.RECEIVED, at=at("2026-11-20 10:00"))
    season = a_season(a_program(rule=rule), came)
    answer = replace(a_follow_up(kind, letter_id=came.id), program_id=PROGRAM_ID)
    assert held_back(season, answer, NOW) == ""
    for own in OF_THE_PERSON:
        assert held_back(season, replace(a_follow_up(kind, own), program_id=PROGRAM_ID), NOW) == ""


def test_a_ready_draft_the_rule_forbids_waits_with_its_reason_until_its_stop_is_gone_past() -> None:
    ready = a_letter("l-ready1", kind=Kind.THANK_YOU, ready=True, contact_ids=("c-wexley",))
    ready = replace(ready, edited=NOW)
    program = a_program(rule=a_rule(ContactRuleName.NO_THANKS))

    def urged(letter: Letter, *others: Letter) -> tuple[bool, bool]:
        found = agenda(a_season(program, a_contact(), letter, *others), now=NOW)
        return any(one.rule == "F16" for one in found.open), any(one.follow_up.rule == "F16" for one in found.held_back)

    assert urged(ready) == (False, True)
    assert urged(replace(ready, accepted=(Accepted("C06", "", NOW),))) == (True, False)
    assert urged(replace(ready, accepted=(Accepted("C05", "", NOW),))) == (False, True)
    assert urged(replace(ready, kind=Kind.LOGISTICS)) == (True, False)
    came = replace(a_letter(), direction=Direction.IN, state=LetterState.RECEIVED, at=at("2026-11-20 10:00"))
    assert urged(replace(ready, answers=came.id), came) == (True, False)


def test_updates_pass_until_their_last_day_is_over_at_the_program() -> None:
    program = a_program(rule=a_rule(ContactRuleName.UPDATES_UNTIL))
    assert unwanted(program, Kind.UPDATE, at("2026-11-01 23:30")) == ""
    late = unwanted(program, Kind.UPDATE, at("2026-11-03 12:00"))
    assert (
        late.startswith("No update is proposed:") and "until Sun 1 Nov 2026 (their page, seen Fri 2 Oct 2026)" in late
    )


@pytest.mark.parametrize("name", [ContactRuleName.NO_THANKS, ContactRuleName.LOGISTICS_ONLY])
def test_a_thank_you_that_is_not_wanted_is_listed_with_its_reason(name: ContactRuleName) -> None:
    found = agenda(held_season(rule=name), now=NOW)
    assert [one.rule for one in found.open if one.rule == "F03"] == []
    assert {one.follow_up.rule for one in found.held_back} == {"F03"}
    assert all(one.why.startswith("No thank-you is proposed:") for one in found.held_back)


def test_the_plain_agenda_says_what_it_does_not_propose(demo: Shell) -> None:
    interviewed = next(one for one in agenda(demo.season, now=NOW).open if one.rule == "F03")
    assert demo("rule", interviewed.program_id, "no-thanks", "--source", "their page", "--on", "2026-11-20").code == 0
    said = demo("agenda", "30d").out
    assert "Not proposed" in said and "asks for none (their page, seen Fri 20 Nov 2026)." in said
    assert "not proposed: thank-you" in demo("agenda", "30d", "--plain").out
    assert "F03" in {one["rule"] for one in demo("agenda", "30d", "--json").json["held_back"]}


def test_what_is_not_proposed_carries_the_words_of_the_program_itself(demo: Shell) -> None:
    interviewed = next(one for one in agenda(demo.season, now=NOW).open if one.rule == "F03")
    words = "We ask that nobody\nsend us notes."
    assert demo("rule", interviewed.program_id, "no-thanks", "--words", words).code == 0
    for plain in ((), ("--plain",)):
        assert "). In its words: “We ask that nobody send us notes.”" in demo("agenda", "30d", *plain).out


def test_a_rule_that_ran_out_is_known_without_a_zone_that_exists() -> None:
    """A file written by hand may hold CST for a zone; the agenda goes by the day at home then."""
    program = a_program(status=Status.INTERVIEWED, zone="CST", rule=a_rule(ContactRuleName.UPDATES_UNTIL))
    season = replace(a_season(program), news=(News("w-poster", date(2026, 11, 20), "A poster."),))
    assert [one.follow_up.rule for one in agenda(season, now=NOW).held_back] == ["F08"]
    today = replace(program, rule=replace(program.rule, until=NOW.day))
    assert [one.rule for one in agenda(replace(season, programs=(today,)), now=NOW).open] == ["F08"]


async def test_a_program_without_a_zone_that_exists_is_shown_and_its_letters_are_checked(tmp_path: Path) -> None:
    program = a_program(zone="CST", rule=a_rule(ContactRuleName.UPDATES_UNTIL))
    season = a_season(program, a_contact(), a_letter(kind=Kind.UPDATE, contact_ids=("c-wexley",)))
    assert "C06" in {one.check for one in check_letter(season, season.letters[0], now=NOW)}
    async with on_screen(season, tmp_path) as screen:
        await screen.press("enter")
        assert "Brightwater" in screen.text and " there" not in screen.text


async def test_a_rule_is_set_on_screen_with_its_words_its_place_and_its_day(tmp_path: Path) -> None:
    async with on_screen(held_season(), tmp_path, size=(120, 36)) as screen:
        assert any(one.rule == "F03" for one in screen.app.state.agenda.open)
        await screen.press("R", "x")
        assert "Seen on" in screen.text
        for words in ("Please send none.", "their page", "2026-11-20"):
            await screen.write(words)
            await screen.press("tab")
        await screen.press("ctrl+s")
        rule = screen.season.programs[0].rule
        assert (rule.name, rule.words, rule.source) == (ContactRuleName.NO_THANKS, "Please send none.", "their page")
        assert rule.seen == date(2026, 11, 20)
        assert not any(one.rule == "F03" for one in screen.app.state.agenda.open)
        await screen.press("enter")
        assert "No thank-you is proposed" in screen.text and "seen Fri 20 Nov 2026" in screen.text
        await screen.press("escape", "R", "x")
        assert "2026-11-20" in screen.text  # what is known stands in the form


async def test_messages_through_the_coordinator_only_can_be_chosen_on_screen(tmp_path: Path) -> None:
    async with on_screen(held_season(), tmp_path, size=(120, 36)) as screen:
        await screen.press("R", "c", "tab", "tab", "tab", "c", "ctrl+s")
        rule = screen.season.programs[0].rule
        assert (rule.name, rule.channel) == (ContactRuleName.ONE_CHANNEL, Channel.EMAIL)
        assert rule.words == "through the coordinator only"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("no thank-yous", "no-thanks"),
        ("No thanks", "no-thanks"),
        ("logistics only", "logistics-only"),
        ("Thanks not needed", "thanks-not-needed"),
    ],
)
def test_by_command_a_rule_is_named_as_people_say_it_and_shown_with_its_source(
    demo: Shell, typed: str, name: str
) -> None:
    program = demo.season.followed[0]
    told = ("--words", "Please write to us seldom.", "--source", "their page", "--on", "2026-11-20")
    assert demo("rule", program.id, typed, *told).code == 0
    said = demo("show", program.id).out
    assert f"{name}: “Please write to us seldom.” (their page, seen Fri 20 Nov 2026)" in " ".join(said.split())
    assert demo("show", program.id, "--json").json["rule"]["seen"] == "2026-11-20"

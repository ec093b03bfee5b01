"""Match Week: its rule leads everywhere while it holds, programs that wrote may be answered, the outcome is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import RuleBroken
from store.follow_ups.follow_up import soap_silence
from store.key_dates import key_date
from store.moments import Moment
from store.record_json import read_season, season_to_tables
from store.records import Letter
from store.rules.outcome import record_outcome
from store.rules.profile import set_key_date
from store.season import Season
from store.soap_week import silence_words, soap_week
from store.words import Mark, Outcome, Status
from templates.situations import matched_in_soap, told_unmatched
from tests.command_shell import Shell
from tests.examples import EASTERN, HOME, a_letter, a_program, a_season, at
from tests.on_screen import SIZES, on_screen
from tui.commands import SEASON

BEFORE = at("2027-03-15 09:59", EASTERN)
MONDAY = at("2027-03-15 10:00", EASTERN)
TUESDAY = at("2027-03-16 08:00", EASTERN)
THURSDAY = at("2027-03-18 09:00", EASTERN)
AFTER = at("2027-03-18 21:01", EASTERN)
HARBOR = a_program("p-harbor", "Quill Harbor Children's Hospital", Status.INTERVIEWED)
FENN = a_program("p-fenn22", "Fennwick Medical Center", Status.APPLIED)


def the_season(*letters: Letter) -> Season:
    return a_season(HARBOR, FENN, *letters)


@pytest.mark.parametrize(
    ("now", "stage"),
    [(BEFORE, ""), (MONDAY, "match-week"), (TUESDAY, "soap-applications"), (THURSDAY, "soap-offers"), (AFTER, "")],
)
def test_each_stage_begins_with_its_key_date(now: Moment, stage: str) -> None:
    week = soap_week(the_season(), now)
    assert (week.stage.begins.id if week else "") == stage


@given(st.integers(-3 * 1440, 6 * 1440), st.sampled_from([EASTERN, HOME, "Asia/Kolkata", "Pacific/Auckland"]))
def test_the_week_lasts_exactly_as_long_as_its_silence_wherever_one_is(minutes: int, zone: str) -> None:
    now = Moment(MONDAY.at + timedelta(minutes=minutes), zone)
    week, silence = soap_week(the_season(), now), soap_silence(the_season(), now)
    assert (week is None) == (silence is None)
    assert week is None or (week.stage.begins.at <= now <= week.ends)


def test_a_corrected_key_date_moves_the_week() -> None:
    begins = key_date(the_season(), "match-week")
    moved = replace(begins, at=at("2027-03-15 11:00", EASTERN), mark=Mark.OWN)
    season = set_key_date(the_season(), moved, now=BEFORE)
    assert soap_week(season, MONDAY) is None
    assert soap_week(season, at("2027-03-15 11:00", EASTERN)) is not None


def test_a_program_that_wrote_after_the_application_may_be_answered_and_no_other() -> None:
    early = a_letter("l-early0", HARBOR.id, received=Moment(TUESDAY.at - timedelta(minutes=1), EASTERN))
    late = a_letter("l-late00", FENN.id, received=Moment(TUESDAY.at + timedelta(minutes=1), EASTERN))
    week = soap_week(the_season(early, late), THURSDAY)
    assert week is not None and [one.id for one in week.heard_from] == [FENN.id]


def test_every_step_has_a_source_and_says_whether_it_is_confirmed() -> None:
    week = soap_week(the_season(), MONDAY)
    assert week is not None
    for stage in week.stages:
        assert stage.steps and stage.source and stage.mark is Mark.EXPECTED
        assert all(step.endswith(".") for step in stage.steps)


def test_who_matched_is_told_of_the_silence_and_of_nothing_else() -> None:
    season = record_outcome(the_season(), Outcome.MATCHED, now=MONDAY)
    week = soap_week(season, TUESDAY)
    assert week is not None and len(week.stages) == 1
    assert soap_silence(season, TUESDAY) is not None


def test_the_rule_of_the_week_fits_eighty_columns() -> None:
    silence = soap_silence(the_season(), MONDAY)
    assert silence is not None
    full, short = silence_words(silence, the_season().profile, Moment(MONDAY.at, HOME))
    assert "= Fri 19 Mar 02:00 CET here" in full
    assert len(short) <= 78 and "Thu 18 Mar 21:00 EDT" in short


def test_nobody_knows_before_match_week() -> None:
    with pytest.raises(RuleBroken, match="Nobody is told before Mon 15 Mar 2027 10:00 EDT"):
        record_outcome(the_season(), Outcome.MATCHED, now=BEFORE)


def test_an_outcome_with_its_program_sets_its_status() -> None:
    season = record_outcome(the_season(), Outcome.SOAP, program_id=FENN.id, now=THURSDAY)
    assert season.programs_by_id[FENN.id].status is Status.MATCHED
    assert matched_in_soap(season, season.programs_by_id[FENN.id])
    assert not told_unmatched(season)


def test_a_match_whose_place_is_not_known_yet_is_completed_on_match_day() -> None:
    season = record_outcome(the_season(), Outcome.MATCHED, now=MONDAY)
    assert not told_unmatched(season)
    season = record_outcome(season, Outcome.MATCHED, program_id=HARBOR.id, now=at("2027-03-19 12:00", EASTERN))
    assert season.programs_by_id[HARBOR.id].status is Status.MATCHED
    assert not matched_in_soap(season, season.programs_by_id[HARBOR.id])


def test_no_place_is_known_to_the_letters() -> None:
    season = record_outcome(the_season(), Outcome.UNMATCHED, now=MONDAY)
    assert told_unmatched(season)
    assert record_outcome(season, None, now=MONDAY).profile.outcome is None


@pytest.mark.parametrize(
    ("outcome", "program_id", "says"),
    [
        (Outcome.UNMATCHED, "", "is recorded as matched"),
        (Outcome.MATCHED, "p-harbor", "is recorded as matched"),
        (Outcome.UNMATCHED, "p-harbor", "is recorded as matched"),
    ],
)
def test_two_outcomes_at_once_are_refused(outcome: Outcome, program_id: str, says: str) -> None:
    season = record_outcome(the_season(), Outcome.SOAP, program_id=FENN.id, now=THURSDAY)
    with pytest.raises(RuleBroken, match=says):
        record_outcome(season, outcome, program_id=program_id, now=THURSDAY)


def test_a_place_through_soap_is_never_without_its_program() -> None:
    with pytest.raises(RuleBroken, match="Name the program"):
        record_outcome(the_season(), Outcome.SOAP, now=THURSDAY)


def test_the_outcome_goes_through_the_file() -> None:
    season = record_outcome(the_season(), Outcome.UNMATCHED, now=MONDAY)
    assert read_season(season_to_tables(season)).season.profile.outcome is Outcome.UNMATCHED


# The command line

ON_TUESDAY = "2027-03-16T14:00+00:00"


def test_soap_tells_what_is_allowed_and_who_may_be_answered(shell: Shell) -> None:
    shell("add", "Quill Harbor", "--status", "INT")
    before = shell("soap")
    assert before.code == 0 and "begins Mon 15 Mar 2027 10:00 EDT" in before.out and "confirm on nrmp.org" in before.out
    said = shell("soap", now=ON_TUESDAY)
    assert said.out.startswith("SOAP: write to no program that has not contacted you first, until Thu 18 Mar")
    assert "No program has contacted you yet" in said.out and "message first: a on its program" in said.out
    week = shell("soap", "--json", now=ON_TUESDAY).json["week"]
    assert week["reached"] == "soap-applications" and week["may_be_answered"] == []
    assert shell("soap", "--json").json["week"] is None


@pytest.mark.parametrize("argv", [("agenda",), ("agenda", "--plain"), ("review",)])
def test_the_rule_leads_agenda_and_review(shell: Shell, argv: tuple[str, ...]) -> None:
    shell("add", "Quill Harbor", "--status", "INT")
    assert not shell(*argv).out.startswith("SOAP")
    assert shell(*argv, now=ON_TUESDAY).out.startswith("SOAP: write to no program")


def test_the_outcome_is_recorded_shown_and_taken_back(shell: Shell) -> None:
    shell("add", "Quill Harbor", "--status", "INT")
    assert shell("outcome").out == "What the Match brought is not recorded.\n"
    assert shell("outcome", "matched").code == 2
    assert shell("outcome", "soap", "quill", now=ON_TUESDAY).code == 0
    assert shell("outcome").out == "matched in SOAP: Quill Harbor\n"
    assert shell("outcome", "--json").json["outcome"] == "soap"
    assert shell("undo").code == 0
    assert shell.season.profile.outcome is None and shell.season.programs[0].status is Status.INTERVIEWED
    assert shell("outcome", "unmatched", now=ON_TUESDAY).code == 0
    forgotten = shell("outcome", "forget", now=ON_TUESDAY)
    assert forgotten.code == 0 and "matched as before" not in forgotten.err
    assert shell.season.profile.outcome is None
    shell("outcome", "matched", "quill", now=ON_TUESDAY)
    assert "Quill Harbor is matched as before" in shell("outcome", "forget", now=ON_TUESDAY).err


# On screen


@pytest.mark.parametrize("size", SIZES)
async def test_the_rule_leads_every_screen_and_goes_when_soap_ends(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_screen(the_season(), tmp_path, size=size, now=TUESDAY) as screen:
        for key in ("1", "2", "3", "4", "5", "6", "1", "enter"):
            await screen.press(key)
            assert screen.lines[1].startswith(" SOAP: write to no program"), key
        screen.app.clock = lambda _profile: AFTER
        screen.app.tick()
        await screen.rest()
        assert "SOAP:" not in screen.text
        await screen.press("q", "2")
        assert "SOAP:" not in screen.text


async def test_the_season_view_tells_what_the_week_allows(tmp_path: Path) -> None:
    async with on_screen(the_season(), tmp_path, at=SEASON, now=TUESDAY) as screen:
        await screen.press("S")
        assert "Match Week" in screen.text and "Whoever has contacted you may be answered." in screen.text
        await screen.press("escape")
        assert "Match Week" not in screen.text


async def test_outside_of_match_week_only_its_day_is_told(tmp_path: Path) -> None:
    async with on_screen(the_season(), tmp_path, at=SEASON) as screen:
        assert "SOAP" not in screen.lines[1]
        await screen.press("S")
        assert "The silence of SOAP begins Mon 15 Mar 2027 10:00 EDT" in screen.text


async def test_the_outcome_is_recorded_by_keys_and_taken_back_by_one(tmp_path: Path) -> None:
    async with on_screen(the_season(), tmp_path, at=SEASON, now=THURSDAY) as screen:
        await screen.press("O", "s")
        await screen.write("quill")
        await screen.press("enter")
        assert screen.season.profile.outcome is Outcome.SOAP
        assert screen.season.programs_by_id[HARBOR.id].status is Status.MATCHED
        await screen.press("u")
        assert screen.season == screen.reloaded() == the_season()
        await screen.press("O", "m", "enter")
        assert "The Match: matched" in screen.text
        assert not any(one.status is Status.MATCHED for one in screen.season.programs)
        await screen.press("O", "f")
        assert screen.season.profile.outcome is None


async def test_an_outcome_before_its_time_is_a_sentence(tmp_path: Path) -> None:
    async with on_screen(the_season(), tmp_path, at=SEASON) as screen:
        await screen.press("O", "n")
        assert screen.season.profile.outcome is None
        assert any("Nobody is told before" in str(one.message) for one in screen.app._notifications)

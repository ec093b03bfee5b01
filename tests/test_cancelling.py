"""A cancelled interview is over only when portal, coordinator and ERAS know of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.agenda import agenda
from store.cancelling import still_to_tell, told_of_cancelling
from store.course import is_over
from store.courtesy import notice_words
from store.errors import RuleBroken
from store.record_json import read_season, season_to_tables
from store.rules.cancelling import tell, untell
from store.rules.interviews import cancel_interview
from store.season import Season
from store.words import Kind, Status, ToTell
from tests.command_shell import Shell
from tests.examples import NOW, a_contact, a_letter, a_profile, a_program, a_season, an_interview, at

EVERYBODY = (ToTell.PORTAL, ToTell.COORDINATOR, ToTell.ERAS)
LATER = NOW.after(hours=3)


def cancelled(*more: object) -> Season:
    season = a_season(a_program(status=Status.BOOKED), a_contact(), an_interview(), *more)  # type: ignore[arg-type]
    return cancel_interview(season, "i-bright", now=NOW)


def left(season: Season) -> tuple[ToTell, ...]:
    return still_to_tell(season, season.interviews_by_id["i-bright"])


def asked(season: Season, *, now: object = LATER) -> list[str]:
    return [one.what for one in agenda(season, now=now).open if one.rule == "F18"]  # type: ignore[arg-type]


def test_everybody_is_still_to_be_told_and_the_agenda_names_them() -> None:
    season = cancelled()
    assert left(season) == EVERYBODY
    assert asked(season) == ["tell the interview portal, the coordinator and ERAS that Thu 3 Dec is cancelled"]


def test_each_tick_takes_one_off_and_the_last_takes_the_item_away() -> None:
    season = tell(cancelled(), "i-bright", (ToTell.ERAS,), now=LATER)
    assert asked(season) == ["tell the interview portal and the coordinator that Thu 3 Dec is cancelled"]
    season = tell(season, "i-bright", EVERYBODY, now=LATER)
    assert (left(season), asked(season)) == ((), [])
    assert season.interviews[0].told[0].whom is ToTell.ERAS  # whoever knew before keeps that moment
    assert tell(season, "i-bright", EVERYBODY, now=LATER) is season
    assert left(untell(season, "i-bright", (ToTell.PORTAL,), now=LATER)) == (ToTell.PORTAL,)


def test_a_message_that_cancels_has_told_the_coordinator() -> None:
    message = a_letter(kind=Kind.CANCEL, sent=NOW.after(hours=1))
    season = cancelled(message)
    assert told_of_cancelling(season, season.interviews[0]) == {ToTell.COORDINATOR: NOW.after(hours=1)}
    (item,) = [one for one in agenda(season, now=LATER).open if one.rule == "F18"]
    assert item.kind is None  # no message is left to write


def test_nothing_is_asked_once_the_hour_has_come_nor_of_what_was_cancelled_before_this_was_kept() -> None:
    season = cancelled()
    assert asked(season, now=at("2026-12-03 08:59", "America/New_York"))
    assert not asked(season, now=at("2026-12-03 09:00", "America/New_York"))
    older = replace(season, interviews=(replace(season.interviews[0], cancelled=None),))
    assert (left(older), asked(older)) == ((), [])


def test_an_interview_that_stands_has_nobody_to_tell() -> None:
    with pytest.raises(RuleBroken, match="stands"):
        tell(a_season(a_program(), an_interview()), "i-bright", EVERYBODY, now=NOW)


def test_a_file_from_before_opens_and_keeps_its_interviews() -> None:
    tables = season_to_tables(cancelled())
    rows = {key: dict(row) for key, row in tables["interviews"].items()}
    for row in rows.values():
        row.pop("cancelled", None)
        row.pop("told", None)
    season = read_season({**tables, "interviews": rows}).season
    (interview,) = season.interviews
    assert (interview.cancelled, interview.told) == (None, ())
    assert not is_over(interview, NOW)


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-11-10 12:00", "Two weeks’ notice ends Thu 19 Nov 2026 09:00 EST = 15:00 CET here, in 9 days."),
        ("2026-11-19 14:59", "here, today."),
        ("2026-11-19 15:00", "ended Thu 19 Nov 2026 09:00 EST = 15:00 CET here; it begins in 14 days."),
        ("2026-12-02 12:00", "it begins tomorrow. Write at once"),
        ("2026-12-03 15:00", "has begun"),
    ],
)
def test_the_two_weeks_are_counted_to_the_minute(now: str, words: str) -> None:
    assert words in notice_words(a_profile(), at("2026-12-03 09:00", "America/New_York"), at(now))


def test_the_command_ticks_and_says_who_is_left(demo: Shell) -> None:
    said = demo("cancel", "orrin")
    assert "Two weeks’ notice ended" in said.err and "prematch told" in said.err
    said = demo("told", "orrin", "portal", "eras")
    assert "Still to tell: the coordinator." in said.err
    assert "Everybody knows." in demo("told", "orrin", "coordinator").err
    assert "Still to tell: ERAS." in demo("told", "orrin", "eras", "--undo").err
    assert demo("told", "rookery", "eras").code == 2

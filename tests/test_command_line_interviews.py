"""Booking from the command line: one moment, on two clocks, or none at all."""

from __future__ import annotations

import pytest

from store.words import InterviewState
from tests.command_shell import Shell, no_change


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2027-03-14T02:30", "does not exist"),
        ("2026-11-01T01:30", "fold"),
        ("2026-04-31T09:00", "31"),
        ("2026-12-03T24:00", "24"),
        ("1.2.2027", ""),
        ("fri 14:00", ""),  # spoken forms count only where a person can see what was understood
        ("2026-12-03", "time"),
        ("tomorrow", ""),
        ("", ""),
    ],
)
def test_a_moment_that_is_not_exactly_one_is_refused_and_nothing_is_booked(
    shell: Shell, moment: str, words: str
) -> None:
    shell("add", "Alder Ridge", "--city", "Marrow", "--state", "MN", "--zone", "America/Chicago")
    before = shell.path.read_bytes()
    said = shell("book", "alder", moment, "--past", now="2026-10-20T10:00+02:00")
    no_change(shell, said)
    assert words in said.err
    assert shell.path.read_bytes() == before


@pytest.mark.parametrize(("which", "offset"), [("first", "-05:00"), ("second", "-06:00")])
def test_a_time_that_comes_twice_is_booked_once_it_is_said_which(shell: Shell, which: str, offset: str) -> None:
    shell("add", "Alder Ridge", "--zone", "America/Chicago")
    said = shell("book", "alder", "2026-11-01T01:30", "--fold", which, now="2026-10-20T10:00+02:00")
    assert said.code == 0, said.err
    assert shell.season.interviews[0].starts.local.isoformat() == f"2026-11-01T01:30:00{offset}"


def test_a_zone_nobody_gave_is_marked_as_assumed_and_said(shell: Shell) -> None:
    shell("add", "Alder Ridge", "--city", "Marrow", "--state", "MN")
    said = shell("book", "alder", "2026-12-03T08:00")
    assert "assumed" in said.err
    assert shell.season.interviews[0].zone_assumed


def test_a_zone_given_wins_and_is_certain(shell: Shell) -> None:
    shell("add", "Alder Ridge", "--city", "Marrow", "--state", "MN")
    assert shell("book", "alder", "2026-12-03T08:00", "--zone", "america/denver").code == 0
    (interview,) = shell.season.interviews
    assert (interview.starts.zone, interview.zone_assumed) == ("America/Denver", False)


@pytest.mark.parametrize("zone", ["CST", "Mars/Phobos", "Europe", "../../etc/passwd"])
def test_letters_and_inventions_are_no_zone(shell: Shell, zone: str) -> None:
    shell("add", "Alder Ridge")
    no_change(shell, shell("book", "alder", "2026-12-03T08:00", "--zone", zone))
    no_change(shell, shell("add", "Tamsin Bay", "--zone", zone))


def test_an_interview_moves_and_is_cancelled(demo: Shell) -> None:
    assert demo("book", "orrin", "2026-12-01T08:30", "--move").code == 0
    moved = next(each for each in demo.season.interviews if each.starts.day.isoformat() == "2026-12-01")
    assert len(moved.moves) == 1
    assert demo("cancel", "orrin").code == 0
    assert demo.season.interviews_by_id[moved.id].state is InterviewState.CANCELLED
    no_change(demo, demo("cancel", "orrin"))


def test_a_clash_and_a_night_start_are_said_when_booking(demo: Shell) -> None:
    said = demo("book", "kettle", "2026-12-03T08:00")
    assert said.code == 0
    assert "overlaps with" in said.err
    late = demo("book", "larkspur", "2026-12-29T16:00")
    assert "night" in late.err


def test_the_message_after_a_cancellation_is_about_the_interview_that_was_cancelled(shell: Shell) -> None:
    shell("add", "Alder Ridge", "--zone", "America/Chicago")
    shell("book", "alder", "2026-12-17T08:00")
    again = shell("book", "alder", "2027-01-12T08:00")
    assert "Alder Ridge has another interview, Thu 17 Dec 2026 08:00 CST" in again.err
    assert shell("cancel", "alder").code == 0
    draft = shell("draft", "alder", "--kind", "cancel", "--json").json
    assert "17 December" in draft["subject"]
    assert "08:00 CST" in draft["body"]


def test_interviews_without_a_night_between_them_are_said_when_booking(shell: Shell) -> None:
    shell("add", "Alder Ridge", "--zone", "America/Chicago")
    shell("add", "Tamsin Bay", "--zone", "America/Los_Angeles")
    shell("book", "tamsin", "2026-12-16T16:00", "--minutes", "240")  # over at 22:00 in Chicago
    assert "Less than 10 hours lie between it and Tamsin Bay" in shell("book", "alder", "2026-12-17T07:59").err
    shell("undo")
    assert "Less than" not in shell("book", "alder", "2026-12-17T08:00").err


def test_an_interview_that_has_begun_is_booked_when_it_is_said_so(shell: Shell) -> None:
    shell("add", "Alder Ridge", "--zone", "America/Chicago")
    said = shell("book", "alder", "2026-11-20T08:00")
    no_change(shell, said)
    assert "--past" in said.err
    assert shell("book", "alder", "2026-11-20T08:00", "--past").code == 0


def test_letters_for_a_zone_are_told_apart_from_words_nobody_knows(shell: Shell) -> None:
    shell("add", "Alder Ridge")
    said = shell("book", "alder", "2026-12-03T08:00", "--zone", "EST")
    no_change(shell, said)
    assert "“EST” is no place" in said.err

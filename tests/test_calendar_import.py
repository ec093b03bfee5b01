"""A portal's calendar: read as far as it goes, shown first, its later words recognised, nothing hostile carried out."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from store.errors import FileTrouble, RuleBroken
from store.exchange.calendar_entries import calendar_entries
from store.exchange.calendar_preview import CalendarPreview, Fate, calendar_preview, take_in_calendar
from store.exchange.calendar_reading import CalendarEvent, events_in
from store.exchange.calendar_text import as_ics
from store.record_json import read_season, season_to_tables
from store.records import Stay
from store.rules.profile import begin_stay
from store.season import Season
from store.words import Format, InterviewState, Status
from tests.examples import CENTRAL, EASTERN, NOW, a_program, a_season, an_interview, at
from tui.calendar_programs import proposed_programs

START = "DTSTART:20261208T083000"
TEAMS = "https://teams.example/l/1?a=1&b=2"


def calendar(*events: str, method: str = "REQUEST") -> bytes:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:{method}\r\n{''.join(events)}END:VCALENDAR\r\n".encode()


def event(*lines: str, uid: str = "day-1@portal.example", sequence: int = 0) -> str:
    named = (f"UID:{uid}", f"SEQUENCE:{sequence}", "SUMMARY:Interview at Brightwater", *lines)
    return "BEGIN:VEVENT\r\n" + "".join(f"{line}\r\n" for line in named) + "END:VEVENT\r\n"


def one(*lines: str) -> CalendarEvent:
    (found,) = events_in(calendar(event(*lines)), "it.ics")
    return found


def season_of_two() -> Season:
    return a_season(a_program(zone=CENTRAL), a_program("p-other", "Otherbrook"))


def previewed(season: Season, data: bytes, programs: dict[int, str] | None = None) -> CalendarPreview:
    events = events_in(data, "it.ics")
    whose = proposed_programs(season, events) if programs is None else programs
    return calendar_preview(season, events, whose, now=NOW)


@pytest.mark.parametrize(
    ("start", "zone", "assumed"),
    [
        ("DTSTART;TZID=America/Denver:20261208T083000", "America/Denver", False),
        ('DTSTART;TZID="Eastern Standard Time":20261208T083000', EASTERN, False),  # as Windows calls it
        ("DTSTART;TZID=US Mountain Standard Time:20261208T083000", "America/Phoenix", False),  # without summer time
        ('DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":20261208T083000', EASTERN, False),
        ("DTSTART;TZID=/vendor.example/2026a/America/New_York:20261208T083000", EASTERN, False),
        ("DTSTART;TZID=EST:20261208T083000", EASTERN, False),  # means New York
        (START, CENTRAL, True),  # floating: where the program is
        ("DTSTART;TZID=Customized Time Zone:20261208T083000", CENTRAL, True),
        ("DTSTART;TZID=CST:20261208T083000", CENTRAL, True),  # letters that several places share
        ("DTSTART;TZID=Central Asia Standard Time:20261208T083000", "Asia/Bishkek", False),  # no US zone
    ],
)
def test_a_start_is_taken_in_the_zone_it_names_else_in_the_program_s_and_marked(
    start: str, zone: str, assumed: bool
) -> None:
    interview = previewed(season_of_two(), calendar(event(start))).season.interviews[0]
    assert (interview.starts, interview.zone_assumed) == (at("2026-12-08 08:30", zone), assumed)


def test_the_clock_at_home_is_the_one_of_the_day_of_the_event() -> None:
    season = season_of_two()
    away = begin_stay(season, Stay(date(2026, 12, 7), EASTERN, date(2026, 12, 20)), now=NOW)
    as_mine = calendar(event("DTSTART;TZID=America/New_York:20261208T093000"))
    assert previewed(season, as_mine).season.interviews[0].starts == at("2026-12-08 09:30", EASTERN)
    assert previewed(away, as_mine).season.interviews[0].starts == at("2026-12-08 08:30", CENTRAL)
    at_home_now = calendar(event(f"DTSTART;TZID={NOW.zone}:20261208T153000"))
    assert previewed(season, at_home_now).season.interviews[0].starts.zone == CENTRAL
    (row,) = previewed(away, at_home_now).rows
    assert row.when.endswith("09:30 EST for you")


def test_where_no_zone_is_known_a_start_is_on_the_clock_of_where_one_is_that_day() -> None:
    away = begin_stay(a_season(a_program()), Stay(date(2026, 12, 7), EASTERN, date(2026, 12, 20)), now=NOW)
    away = replace(away, programs=(replace(away.programs[0], zone=""),))
    (interview,) = previewed(away, calendar(event(START, "DTEND:20261208T113000"))).season.interviews
    assert (interview.starts, interview.minutes, interview.zone_assumed) == (at("2026-12-08 08:30", EASTERN), 180, True)


def a_zone(*halves: tuple[str, str, str], tzid: str = "Customized Time Zone") -> str:
    """A zone as a file describes it: for each half of the year its name, its offset, and the month it begins in."""
    told = "".join(
        f"BEGIN:{name}\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:-0000\r\nTZOFFSETTO:{offset}\r\n"
        + (f"RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH={month}\r\n" if month else "")
        + f"END:{name}\r\n"
        for name, offset, month in halves
    )
    return f"BEGIN:VTIMEZONE\r\nTZID:{tzid}\r\n{told}END:VTIMEZONE\r\n"


@pytest.mark.parametrize(
    ("halves", "zone", "assumed"),
    [
        ((("STANDARD", "-0500", "11"), ("DAYLIGHT", "-0400", "3")), EASTERN, False),
        ((("DAYLIGHT", "-0600", "3"), ("STANDARD", "-0700", "11")), "America/Denver", False),  # in whichever order
        ((("STANDARD", "-0700", ""),), "America/Phoenix", False),  # no summer time
        ((("STANDARD", "-0700", "11"),), CENTRAL, True),  # summer time left out of the file
        ((("STANDARD", "-0500", ""),), CENTRAL, True),  # Panama's clock, none of the US
        ((("STANDARD", "-0500", "10"), ("DAYLIGHT", "-0400", "3")), CENTRAL, True),  # other months than in the US
        ((("STANDARD", "+0100", "10"), ("DAYLIGHT", "+0200", "3")), CENTRAL, True),
        ((("DAYLIGHT", "-0400", "3"),), CENTRAL, True),  # half of it
        ((("STANDARD", "-0500", "11"), ("STANDARD", "-0600", "11"), ("DAYLIGHT", "-0400", "3")), CENTRAL, True),
    ],
)
def test_a_zone_whose_name_says_nothing_is_known_by_the_hours_the_file_gives_it(
    halves: tuple[tuple[str, str, str], ...], zone: str, assumed: bool
) -> None:
    data = calendar(event("DTSTART;TZID=Customized Time Zone:20261208T083000"), a_zone(*halves))
    interview = previewed(season_of_two(), data).season.interviews[0]
    assert (interview.starts, interview.zone_assumed) == (at("2026-12-08 08:30", zone), assumed)


def test_the_hours_a_file_gives_a_known_zone_do_not_move_it() -> None:
    zone = a_zone(("STANDARD", "-0500", "11"), ("DAYLIGHT", "-0400", "3"), tzid="America/Chicago")
    data = calendar(event("DTSTART;TZID=America/Chicago:20261208T083000"), zone)
    assert previewed(season_of_two(), data).season.interviews[0].starts == at("2026-12-08 08:30", CENTRAL)


def test_a_start_in_utc_is_that_instant_shown_where_the_program_is() -> None:
    interview = previewed(season_of_two(), calendar(event("DTSTART:20261208T143000Z"))).season.interviews[0]
    assert (interview.starts, interview.zone_assumed) == (at("2026-12-08 08:30", CENTRAL), False)


def test_a_start_on_the_clock_at_home_is_shown_where_the_program_is() -> None:
    start = f"DTSTART;TZID={NOW.zone}:20261208T153000"
    interview = previewed(season_of_two(), calendar(event(start))).season.interviews[0]
    assert (interview.starts, interview.zone_assumed) == (at("2026-12-08 08:30", CENTRAL), False)


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        ((START, "DTEND:20261208T113000"), 180),
        ((START, "DURATION:PT2H30M"), 150),
        ((START,), 240),  # states no end
        ((START, "DTEND:20261208T073000"), 240),  # ends before it begins
        ((START, "DURATION:P99999999999D"), 240),
    ],
)
def test_how_long_it_lasts_comes_from_end_or_duration(lines: tuple[str, ...], minutes: int) -> None:
    assert previewed(season_of_two(), calendar(event(*lines))).season.interviews[0].minutes == minutes


@pytest.mark.parametrize(
    "lines",
    [
        (f"DESCRIPTION:See https://portal.example/help\\, then {TEAMS}.",),
        (f"LOCATION:{TEAMS}",),
        ('X-ALT-DESC;FMTTYPE=text/html:<p>Join <a href="https://teams.example/l/1?a=1&amp;b=2">here</a></p>',),
        (f"X-MICROSOFT-SKYPETEAMSMEETINGURL:{TEAMS}", "URL:https://portal.example"),
    ],
)
def test_the_place_to_meet_is_found_wherever_it_stands(lines: tuple[str, ...]) -> None:
    assert one(START, *lines).link == TEAMS


def test_a_street_is_a_place_and_makes_it_in_person() -> None:
    data = calendar(event(START, "LOCATION:12 Elm St\\, Room 4"))
    interview = previewed(season_of_two(), data).season.interviews[0]
    assert (interview.place, interview.format) == ("12 Elm St, Room 4", Format.IN_PERSON)


def test_an_event_that_names_no_single_program_is_asked_about_and_nothing_is_taken_in() -> None:
    events = events_in(calendar(event(START).replace("Brightwater", "us")), "it.ics")
    assert proposed_programs(season_of_two(), events) == {}
    assert calendar_preview(season_of_two(), events, {}, now=NOW).rows[0].fate is Fate.OPEN
    with pytest.raises(RuleBroken, match="nothing was taken in"):
        take_in_calendar(season_of_two(), events, {}, now=NOW)


def test_the_same_file_twice_changes_nothing() -> None:
    data = calendar(event(START))
    first = previewed(season_of_two(), data)
    again = previewed(first.season, data)
    assert (again.rows[0].fate, again.season) == (Fate.KNOWN, first.season)


def test_a_later_word_moves_the_interview_and_an_older_one_does_not() -> None:
    season = previewed(season_of_two(), calendar(event(START, sequence=1))).season
    moved = previewed(season, calendar(event("DTSTART:20261209T083000", sequence=2)))
    assert moved.rows[0].fate is Fate.MOVED
    assert [one.starts for one in moved.season.interviews] == [at("2026-12-09 08:30", CENTRAL)]
    older = previewed(moved.season, calendar(event(START, sequence=1)))
    assert older.season == moved.season


@pytest.mark.parametrize("method", ["CANCEL", "REQUEST"])
def test_a_cancellation_cancels_and_the_program_is_invited_again(method: str) -> None:
    season = previewed(season_of_two(), calendar(event(START))).season
    lines = (START,) if method == "CANCEL" else (START, "STATUS:CANCELLED")
    found = previewed(season, calendar(event(*lines, sequence=1), method=method))
    assert found.rows[0].fate is Fate.CANCELLED
    assert found.season.interviews[0].state is InterviewState.CANCELLED
    assert found.season.programs[0].status is Status.INVITED


def test_a_cancellation_of_nothing_on_record_is_left_out() -> None:
    found = previewed(season_of_two(), calendar(event(START), method="CANCEL"))
    assert (found.rows[0].fate, found.season) == (Fate.LEFT, season_of_two())


def test_an_interview_booked_by_hand_at_that_moment_is_not_doubled_but_recognised() -> None:
    starts = at("2026-12-08 08:30", CENTRAL)
    season = a_season(a_program(zone=CENTRAL, status=Status.BOOKED), an_interview(starts=starts))
    found = previewed(season, calendar(event(START)))
    assert [(one.id, one.uid) for one in found.season.interviews] == [("i-bright", "day-1@portal.example")]


def test_a_clash_is_told_before_anything_is_taken_in() -> None:
    other = an_interview("i-other", "p-other", at("2026-12-08 09:00", CENTRAL))
    season = a_season(a_program(zone=CENTRAL), a_program("p-other", "Otherbrook", Status.BOOKED), other)
    notes = previewed(season, calendar(event(START, "DTEND:20261208T113000"))).rows[0].notes
    assert any(note.startswith("It overlaps with Otherbrook") for note in notes)


def test_a_refused_start_without_a_zone_is_told_on_the_clock_that_was_taken_for_it() -> None:
    first, second = (event("DTSTART:20261203T090000", "DTEND:20261203T120000", uid=uid) for uid in ("one", "two"))
    rows = previewed(season_of_two(), calendar(first, second), {0: "p-bright", 1: "p-bright"}).rows
    assert rows[1].fate is Fate.LEFT
    assert rows[1].when == "Thu 3 Dec 2026 09:00 CST = 16:00 CET here if it is meant in their zone"
    unknown = previewed(season_of_two(), calendar(first), {}).rows[0]
    assert unknown.when.endswith("if it is meant in your zone")


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("DTSTART;VALUE=DATE:20261208",), "a day and no time"),
        ((START, "RRULE:FREQ=SECONDLY;COUNT=999999999"), "It repeats"),
        ((), "says nowhere when it starts"),
        (("DTSTART:20261399T990000",), "cannot be read"),
        (("DTSTART;TZID=America/New_York:20270314T023000",), "does not exist"),
        (("DTSTART:99991231T235959Z",), "outside"),
    ],
)
def test_what_makes_no_interview_is_left_out_with_its_reason(lines: tuple[str, ...], why: str) -> None:
    row = previewed(season_of_two(), calendar(event(*lines))).rows[0]
    assert row.fate is Fate.LEFT
    assert why in " ".join(row.notes)


def test_a_file_broken_off_leaves_out_what_it_breaks() -> None:
    data = calendar(event(START), event(START, uid="day-2"))
    broken = data[: data.rindex(b"END:VEVENT")]
    fates = [row.fate for row in previewed(season_of_two(), broken).rows]
    assert fates == [Fate.BOOKED, Fate.LEFT]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no calendar file"),
        (b"\x00\x01\xff" * 1000, "no calendar file"),
        (b"BEGIN:VCALENDAR\r\n" + b"X" * 5_000_000, "larger than 2 MB"),
        (calendar("BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 60_000), "60,000 events"),
        (calendar(), "holds no event"),
        (as_ics(calendar_entries(season_of_two(), now=NOW)), "written by prematch itself"),
    ],
    ids=["empty", "binary", "5 MB", "60,000 events", "no event", "our own"],
)
def test_a_file_that_is_none_of_a_portal_s_is_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(FileTrouble, match=said):
        events_in(data, "it.ics")


@pytest.mark.parametrize(
    "around",
    [
        "BEGIN:VTIMEZONE\r\nTZID:Bomb\r\nBEGIN:STANDARD\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n",
        "BEGIN:VEVENT\r\n" * 150,
        "BEGIN:X\r\n" * 100_000,
        'no colon at all\r\n:\r\n;;;\r\n="\r\n' * 20_000,
        "DESCRIPTION:" + "\\" * 1_500_000 + "\r\n",
        "\r\n" * 500_000,
    ],
    ids=["zone bomb", "nested events", "deep", "broken lines", "one long line", "blank lines"],
)
def test_what_would_take_for_ever_elsewhere_takes_a_moment(around: str) -> None:
    begun = perf_counter()
    events_in(calendar(event(START), around), "it.ics")
    assert perf_counter() - begun < 20


def test_words_that_act_on_terminals_are_taken_out() -> None:
    found = one(START, "LOCATION:Room\x1b]52;c;x\x07 4", "ORGANIZER;CN=A\u202eB:mailto:a@b.example")
    assert "\x1b" not in found.location
    assert found.organizer == "AB"


def test_a_file_from_before_portals_were_recognised_opens() -> None:
    season = a_season(a_program(status=Status.BOOKED), an_interview())
    tables = json.loads(json.dumps(season_to_tables(season)))
    for row in tables["interviews"].values():
        for name in ("uid", "uid_sequence", "touched"):
            row.pop(name, None)
    assert read_season(tables).season == season


def test_a_later_word_on_a_cancelled_interview_books_a_new_one() -> None:
    season = previewed(season_of_two(), calendar(event(START))).season
    season = replace(season, interviews=(replace(season.interviews[0], state=InterviewState.CANCELLED),))
    found = previewed(season, calendar(event(START, sequence=3)))
    assert [one.state for one in found.season.interviews] == [InterviewState.CANCELLED, InterviewState.BOOKED]


def test_reading_names_the_file_that_is_not_there(tmp_path: Path) -> None:
    from store.exchange.calendar_reading import read_calendar

    with pytest.raises(FileTrouble, match="There is no file"):
        read_calendar(tmp_path / "gone.ics")


@pytest.mark.parametrize(
    ("title", "whose"),
    [
        ("Amberley Forge interview", ["p-amber"]),  # as people shorten it
        ("Interview: AMBERLEY FORGE (virtual)", ["p-amber"]),
        ("Interview at University Children's Hospital", []),  # words that any name has
        ("Interview in Lakemont", []),  # a town alone
        ("Lakemont Ridge day", ["p-ridge"]),
        ("Amberley Forge or Lakemont Ridge?", []),  # two of them
    ],
)
def test_a_title_that_shortens_a_program_s_name_names_it_and_one_that_fits_several_is_asked_about(
    title: str, whose: list[str]
) -> None:
    amber = a_program("p-amber", "Amberley Forge University")
    season = a_season(amber, a_program("p-ridge", "Lakemont Ridge Children's Hospital", city="Lakemont"))
    events = events_in(calendar(event(START).replace("Interview at Brightwater", title)), "it.ics")
    assert list(proposed_programs(season, events).values()) == whose

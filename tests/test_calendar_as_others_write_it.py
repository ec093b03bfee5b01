"""Whole calendar files in the shapes Outlook, Apple and Google give them, taken in as far as they go."""

from __future__ import annotations

from dataclasses import replace

from store.course import booked_interviews
from store.exchange.calendar_preview import CalendarPreview, Fate
from store.moments import Moment
from store.season import Season
from store.words import Format, InterviewState
from tests.examples import CENTRAL, EASTERN, a_contact, a_program, a_season, an_interview, at
from tests.test_calendar_import import previewed

SEASON = a_season(
    a_program("p-pellam", "Pellam Harbor Children's Hospital", zone=EASTERN),
    a_program("p-kettle", "Kettle Creek Medical Center", zone="America/Denver"),
    a_program("p-osprey", "Osprey Narrows Medical Center", zone="America/Los_Angeles"),
    a_program("p-amber", "Amberley Forge University", zone=CENTRAL),
    a_contact("c-dana", "p-osprey", email="dana@osprey.example"),
)
UID = "040000008200E00074C5B7101A82E00800000000C0D1E2F3A4B5DA01000000000000000\r\n\t010000000AABBCCDD"
OUTLOOK_ZONE = """BEGIN:VTIMEZONE
TZID:Eastern Standard Time
BEGIN:STANDARD
DTSTART:16011104T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010311T020000
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
END:VTIMEZONE"""
OUTLOOK = f"""BEGIN:VCALENDAR
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
VERSION:2.0
METHOD:REQUEST
X-MS-OLK-FORCEINSPECTOROPEN:TRUE
{OUTLOOK_ZONE}
BEGIN:VEVENT
ATTENDEE;CN="Korvath, Lena";RSVP=TRUE:mailto:lena@korvath.example
CLASS:PUBLIC
DESCRIPTION:Dear Dr. Korvath\\,\\n\\nWe look forward to the day.\\n\\n________
\t________________________________________\\nMicrosoft Teams meeting\\nJoin: <ht
\ttps://teams.microsoft.com/l/meetup-join/19%3ameeting_QQ%40thread.v2/0?context=%7b%7d>\\n
DTEND;TZID="Eastern Standard Time":20261211T123000
DTSTAMP:20261123T150000Z
DTSTART;TZID="Eastern Standard Time":20261211T083000
LOCATION:Microsoft Teams Meeting
ORGANIZER;CN="Dalloway, Ines":mailto:ines.dalloway@pellam.example
SEQUENCE:0
SUMMARY;LANGUAGE=en-us:Pediatrics Residency Interview - Pellam Harbor Children'
\ts Hospital
UID:{UID}
X-ALT-DESC;FMTTYPE=text/html:<html><body><p>The same once more</p></body></html>
X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE
BEGIN:VALARM
TRIGGER:-PT15M
ACTION:DISPLAY
DESCRIPTION:Reminder
END:VALARM
END:VEVENT
END:VCALENDAR
"""
OUTLOOK_CANCELS = f"""BEGIN:VCALENDAR
METHOD:CANCEL
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
{OUTLOOK_ZONE}
BEGIN:VEVENT
ORGANIZER;CN=Ines Dalloway:mailto:ines.dalloway@pellam.example
SUMMARY;LANGUAGE=en-US:Canceled: Pediatrics Residency Interview
DTSTART;TZID=Eastern Standard Time:20261211T083000
DTEND;TZID=Eastern Standard Time:20261211T123000
UID:{UID}
STATUS:CANCELLED
SEQUENCE:1
END:VEVENT
END:VCALENDAR
"""
APPLE = """BEGIN:VCALENDAR
CALSCALE:GREGORIAN
PRODID:-//Apple Inc.//macOS 14.5//EN
VERSION:2.0
X-APPLE-CALENDAR-COLOR:#1BADF8
X-WR-CALNAME:Interviews
BEGIN:VTIMEZONE
TZID:America/Denver
BEGIN:DAYLIGHT
DTSTART:20070311T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
TZNAME:MDT
TZOFFSETFROM:-0700
TZOFFSETTO:-0600
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20071104T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
TZNAME:MST
TZOFFSETFROM:-0600
TZOFFSETTO:-0700
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
DTEND;TZID=America/Denver:20261214T130000
DTSTAMP:20261120T101010Z
DTSTART;TZID=America/Denver:20261214T090000
LOCATION:Kettle Creek Medical Center\\n12 Main St\\, Kettle Creek\\, CO
SEQUENCE:1
SUMMARY:Interview day
UID:8C2B6F2A-1111-4222-8333-ABCDEF012345
X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="12 Main St\\nKettle Cree
 k, CO";X-APPLE-RADIUS=70;X-TITLE="Kettle Creek Medical Center":geo:39.1
 ,-105.1
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER;VALUE=DATE-TIME:19760401T005545Z
END:VALARM
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261216
DTEND;VALUE=DATE:20261217
SUMMARY:Kettle Creek Medical Center\\, second look
UID:all-day@kettle.example
END:VEVENT
BEGIN:VEVENT
DTSTART:20261217T090000
DTEND:20261217T110000
SUMMARY:Kettle Creek Medical Center\\, residents' hour
UID:floating@kettle.example
END:VEVENT
END:VCALENDAR
"""
GOOGLE = """BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:lena@korvath.example
X-WR-TIMEZONE:Europe/Berlin
BEGIN:VEVENT
DTSTART:20261218T150000Z
DTEND:20261218T190000Z
DTSTAMP:20261120T101010Z
ORGANIZER;CN=dana@osprey.example:mailto:dana@osprey.example
UID:abcdefghijk@google.com
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
 TRUE;CN=lena@korvath.example;X-NUM-GUESTS=0:mailto:lena@korvath.example
X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij
DESCRIPTION:<p>Please <b>join</b> &amp\\; be on time.</p>
LOCATION:
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Interview
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/Berlin:20261102T080000
DTEND;TZID=Europe/Berlin:20261102T090000
RRULE:FREQ=WEEKLY;BYDAY=MO
UID:gym@google.com
SUMMARY:Gym
END:VEVENT
END:VCALENDAR
"""


def taken(season: Season, text: str) -> CalendarPreview:
    return previewed(season, "\r\n".join(text.splitlines()).encode())


def starts(season: Season, program_id: str) -> list[Moment]:
    return [one.starts for one in booked_interviews(season, program_id)]


def test_outlook_s_invitation_is_booked_in_the_zone_windows_calls_it_by() -> None:
    found = taken(SEASON, OUTLOOK)
    (interview,) = found.season.interviews
    assert (interview.program_id, interview.starts) == ("p-pellam", at("2026-12-11 08:30", EASTERN))
    assert (interview.minutes, interview.zone_assumed, interview.format) == (240, False, Format.VIRTUAL)
    assert interview.link.startswith("https://teams.microsoft.com/l/meetup-join/19%3a") and ">" not in interview.link


def test_outlook_s_cancellation_finds_its_interview_by_the_folded_uid() -> None:
    season = taken(SEASON, OUTLOOK).season
    found = taken(season, OUTLOOK_CANCELS)
    assert [one.state for one in found.season.interviews] == [InterviewState.CANCELLED]
    assert taken(found.season, OUTLOOK_CANCELS).words == ""


def test_a_cancellation_asks_whose_it_is_only_when_an_interview_may_be_meant() -> None:
    (row,) = taken(SEASON, OUTLOOK_CANCELS).rows
    assert (row.fate, row.notes) == (Fate.LEFT, ("It cancels an interview that is not on record.",))
    by_hand = an_interview(program_id="p-pellam", starts=at("2026-12-11 08:30", EASTERN))
    (row,) = taken(replace(SEASON, interviews=(by_hand,)), OUTLOOK_CANCELS).rows
    assert row.fate is Fate.OPEN
    elsewhere = replace(by_hand, starts=at("2026-12-12 08:30", EASTERN))
    (row,) = taken(replace(SEASON, interviews=(elsewhere,)), OUTLOOK_CANCELS).rows
    assert row.fate is Fate.LEFT


def test_apple_s_address_makes_it_in_person_a_whole_day_is_refused_in_words_and_a_floating_time_flagged() -> None:
    found = taken(SEASON, APPLE)
    assert starts(found.season, "p-kettle") == [
        at("2026-12-14 09:00", "America/Denver"),
        at("2026-12-17 09:00", "America/Denver"),
    ]
    first, second = found.season.interviews
    assert (first.format, first.zone_assumed, second.zone_assumed) == (Format.IN_PERSON, False, True)
    assert first.place == "Kettle Creek Medical Center 12 Main St, Kettle Creek, CO"
    (left,) = (row for row in found.rows if row.fate is Fate.LEFT)
    assert left.notes == ("It has a day and no time; enter it by hand once the time is known.",)


def test_google_s_instant_is_shown_where_the_program_is_and_what_repeats_is_refused_in_words() -> None:
    found = taken(SEASON, GOOGLE)
    (interview,) = found.season.interviews
    assert interview.starts == at("2026-12-18 07:00", "America/Los_Angeles")
    assert interview.link == "https://meet.google.com/abc-defg-hij"
    (left,) = (row for row in found.rows if row.fate is Fate.LEFT)
    assert "It repeats" in left.notes[0]
    assert "b>" not in found.rows[0].event.words and "join & be on time" in found.rows[0].event.words

"""C26: days, weekdays and times that disagree with the interview on record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from store.dates import home_zone_on, show_both, show_day
from store.moments import Moment, zone_named
from store.records import Interview
from store.words import Kind
from templates.conduct.draft import Draft, at_words
from templates.conduct.findings import Finding, Level
from templates.conduct.phrases import any_of
from templates.conduct.sentences import Page, Sentence
from templates.conduct.spoken_times import (
    LONE_WEEKDAY,
    WEEKDAYS,
    SpokenClock,
    SpokenDay,
    spoken_clocks,
    spoken_days,
    weekday_number,
)
from templates.conduct.spoken_zones import clock_zones, zone_after

ABOUT_IT = frozenset({Kind.ACCEPT, Kind.CANCEL, Kind.LOGISTICS, Kind.THANK_YOU})
"""Kinds in which a day is the interview's unless the sentence says otherwise."""
SCHEDULING = ABOUT_IT | {Kind.RESCHEDULE, Kind.WAITLIST, Kind.SECOND_LOOK}
FILE = "interview.json"


def _says(sense: str, words: str) -> bool:
    return any_of(FILE, sense).search(words) is not None


@dataclass(frozen=True, slots=True)
class Clocks:
    """The interviews a letter may mean, and the zones in which people may speak of them."""

    interviews: tuple[Interview, ...]
    theirs: tuple[str, ...]
    mine: tuple[str, ...]

    @property
    def zones(self) -> tuple[str, ...]:
        """Every zone, theirs first."""
        return tuple(dict.fromkeys(self.theirs + self.mine))

    def days(self) -> tuple[date, ...]:
        """Every right day of the interviews, on their clock or on the one at home."""
        return tuple(dict.fromkeys(one.starts.day_in(zone) for one in self.interviews for zone in self.zones))


def _clocks(draft: Draft, now: Moment) -> Clocks:
    program, profile = draft.program, draft.season.profile
    theirs: list[str] = []
    mine = [now.zone]
    for interview in draft.interviews:
        theirs.append(interview.starts.zone)
        mine.append(home_zone_on(profile, interview.starts.day, now.zone))
    if program and program.zone:
        theirs.append(program.zone)
    return Clocks(draft.interviews, tuple(dict.fromkeys(theirs)), tuple(dict.fromkeys(mine)))


def interview_times(draft: Draft, now: Moment) -> Iterator[Finding]:
    """C26: what the letter says of the interview's day and clock beside the record."""
    if draft.program is None:
        return
    clocks = _clocks(draft, now)
    all_zoned = bool(
        re.search(r"\b(?:all|both|these) times\b|\btimes (?:are|below|above|here|given)\b", draft.body.own_text.lower())
    )
    for page in draft.pages:
        for sentence in page.sentences:
            if (
                not any(letter.isdigit() for letter in sentence.flat)
                and "day" not in sentence.flat
                and "noon" not in sentence.flat
            ):
                continue
            yield from _read(draft, page, sentence, clocks, now, all_zoned=all_zoned)


def _read(
    draft: Draft, page: Page, sentence: Sentence, clocks: Clocks, now: Moment, *, all_zoned: bool
) -> Iterator[Finding]:
    flat = sentence.flat
    days = tuple(spoken_days(flat, sentence.text))
    anchored = _says("about", flat) or (page.where == "subject" and "interview" in flat)
    meant = draft.letter.kind in ABOUT_IT and (draft.letter.kind is not Kind.THANK_YOU or "thank" in flat)
    about = (anchored or meant) and not _says("elsewhere", flat)
    if clocks.interviews:
        yield from _days(draft, page, sentence, days, clocks, about=about)
        if anchored or draft.letter.kind in ABOUT_IT:
            yield from _weekdays(page, sentence, days, clocks, anchored=anchored)
    scheduling = draft.letter.kind in SCHEDULING or anchored
    yield from _times(draft, page, sentence, days, clocks, now, about=about, scheduling=scheduling and not all_zoned)


def _warned(
    page: Page, sentence: Sentence, start: int, end: int, message: str, fix: str = "", level: Level = Level.STOP
) -> Iterator[Finding]:
    start, end = sentence.start + start, sentence.start + end
    if not page.quoted(start, end):
        yield at_words(page, start, end, "C26", level, message, fix=fix)


def _on_record(clocks: Clocks, now_zone: str) -> str:
    return "; ".join(show_both(interview.starts, now_zone) for interview in clocks.interviews[:2])


def _days(
    draft: Draft, page: Page, sentence: Sentence, days: tuple[SpokenDay, ...], clocks: Clocks, *, about: bool
) -> Iterator[Finding]:
    flat, right = sentence.flat, clocks.days()
    offered = draft.program.offered if draft.program else ()
    right_offers = tuple(moment.day_in(zone) for moment in offered for zone in {moment.zone, *clocks.zones})
    some_right = any(said.fits(day) for said in days for day in right)
    for said in days:
        fitting = [day for day in right if said.fits(day)]
        if fitting:
            if said.weekday is not None and said.weekday not in {day.weekday() for day in fitting}:
                name = WEEKDAYS[fitting[0].weekday()].capitalize()
                written = page.text[sentence.start + said.start : sentence.start + said.end]
                head = re.match(r"[A-Za-z]+", written)
                message = f"That day is a {name}, not the weekday written here."
                if head:
                    yield from _warned(page, sentence, said.start, said.start + head.end(), message, name)
            continue
        firmly = _says("firmly", flat[: said.start])
        if any(said.fits(day) for day in right_offers) or not (about or firmly):
            continue
        if some_right and (len(days) > 1):
            continue
        if not firmly and _says("offered", flat):
            continue
        if _old_beside_new(draft, said, clocks) and _says("moved", flat[: said.start]):
            continue
        message = f"The interview on record is on {' or '.join(show_day(day) for day in right[:2])}."
        yield from _warned(
            page, sentence, said.start, said.end, message, _same_style(said, right[0]) if len(right) == 1 else ""
        )


def _old_beside_new(draft: Draft, said: SpokenDay, clocks: Clocks) -> bool:
    """Whether that was the day before the interview was moved, and the letter gives the new day too."""
    old = {
        move.was.day_in(zone) for interview in clocks.interviews for move in interview.moves for zone in clocks.zones
    }
    if not any(said.fits(day) for day in old):
        return False
    return any(
        other.fits(day)
        for page in draft.pages
        for sentence in page.sentences
        for other in spoken_days(sentence.flat, sentence.text)
        for day in clocks.days()
    )


def _same_style(said: SpokenDay, day: date) -> str:
    """The right day, written as the wrong one was."""
    month = day.strftime("%B")
    year = f" {day.year}" if said.readings[0][0] else ""
    weekday = f"{WEEKDAYS[day.weekday()].capitalize()}" if said.weekday is not None else ""
    if re.match(r"\w*,? ?(?:the )?\d", said.written):
        return f"{weekday} {day.day} {month}{year}".strip()
    return f"{weekday + ', ' if weekday else ''}{month} {day.day}{',' + year if year else ''}"


def _weekdays(
    page: Page, sentence: Sentence, days: tuple[SpokenDay, ...], clocks: Clocks, *, anchored: bool
) -> Iterator[Finding]:
    flat = sentence.flat
    if days or not anchored or _says("elsewhere", flat) or _says("offered", flat):
        return
    right = {day.weekday() for day in clocks.days()}
    for match in LONE_WEEKDAY.finditer(flat):
        before, after = flat[: match.start()], flat[match.end() :]
        if not _says("weekday_named", before) or any_of(FILE, "weekday_after").match(after):
            continue
        if _says("weekday_before", before[:-1].rsplit(" ", 1)[0] + " "):
            continue
        if weekday_number(match.group()) not in right:
            name = WEEKDAYS[clocks.days()[0].weekday()].capitalize()
            message = f"The interview on record is on {show_day(clocks.days()[0])}."
            yield from _warned(page, sentence, match.start(), match.end(), message, name)


def _times(
    draft: Draft,
    page: Page,
    sentence: Sentence,
    days: tuple[SpokenDay, ...],
    clocks: Clocks,
    now: Moment,
    *,
    about: bool,
    scheduling: bool,
) -> Iterator[Finding]:
    flat = sentence.flat
    said = tuple(spoken_clocks(flat))
    if not said:
        return
    places = clock_zones(draft, clocks.zones)
    zones = {clock: zone_after(flat, clock.end, places, clocks.theirs, clocks.mine) for clock in said}
    wrong = about and bool(clocks.interviews) and not _says("offered", flat)
    right_day = any(day.fits(right) for day in days for right in clocks.days())
    for place, clock in enumerate(said):
        edge = said[place - 1].end if place else 0
        elsewhere = _says("not_start", flat[max(edge, clock.start - 40) : clock.start]) or (
            any_of(FILE, "habit_next").match(flat[clock.end :]) is not None or _says("habit", flat)
        )
        if wrong and (right_day or not days) and not elsewhere and not _right_time(clock, zones[clock], clocks):
            message = f"The interview on record is at {_on_record(clocks, now.zone)}."
            yield from _warned(page, sentence, clock.start, clock.end, message)
    zoned = any(zone is not None for zone in zones.values()) or bool(
        zone_after(flat, 0, places, clocks.theirs, clocks.mine)
    )
    if scheduling and not zoned and not _says("habit", flat):
        message = "This time names no zone; say in which one, and best give both clocks."
        yield from _warned(page, sentence, said[0].start, said[0].end, message, level=Level.WARN)


def _right_time(clock: SpokenClock, zones: tuple[tzinfo, ...] | None, clocks: Clocks) -> bool:
    """Whether that time is the start or the end of an interview on a clock it may be read on."""
    if zones == ():
        return True
    read_on = zones if zones else tuple(zone_named(zone) for zone in clocks.zones)
    for interview in clocks.interviews:
        for instant in (interview.starts.at, interview.ends.at):
            for zone in read_on:
                wall: datetime = instant.astimezone(zone)
                if any((wall.hour, wall.minute) == (said.hour, said.minute) for said in clock.times):
                    return True
    return False

"""C26, days and weekdays that disagree with the interview on record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from store.dates import show_day
from templates.conduct.findings import Finding
from templates.conduct.interview_record import FILE, Line, says
from templates.conduct.phrases import any_of
from templates.conduct.spoken_times import LONE_WEEKDAY, SpokenDay, spoken_days, weekday_number
from templates.sentences import MONTHS, WEEKDAYS

_DAY_FIRST = re.compile(r"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*\.?,? *)?(?:the )?\d")
_LETTERS = re.compile(r"[A-Za-z]+")


def wrong_days(line: Line) -> Iterator[Finding]:
    """Days that are not the interview's where the interview's is meant, and wrong weekdays beside right days."""
    right = line.record.days
    some_right = any(said.fits(day) for said in line.days for day in right)
    for said in line.days:
        fitting = [day for day in right if said.fits(day)]
        if fitting:
            yield from _wrong_weekday_beside(line, said, fitting)
        elif not _means_another_day(line, said, beside_right=some_right):
            message = f"The interview on record is on {' or '.join(show_day(day) for day in right[:2])}."
            fix = _same_style(said, right[0]) if len(right) == 1 else ""
            yield from line.told(said.start, said.end, message, fix=fix)


def _wrong_weekday_beside(line: Line, said: SpokenDay, fitting: list[date]) -> Iterator[Finding]:
    head = _LETTERS.match(line.sentence.text, said.start)
    if head and said.weekday is not None and said.weekday not in {day.weekday() for day in fitting}:
        name = _name_of(fitting[0])
        message = f"That day is a {name}, not the weekday written here."
        yield from line.told(said.start, head.end(), message, fix=name)


def _means_another_day(line: Line, said: SpokenDay, *, beside_right: bool) -> bool:
    """Whether the day belongs to something else: another occasion, an offer, the day before a move."""
    before = line.flat[: said.start]
    firmly = says("firmly", before)
    if beside_right or not (line.about or firmly) or (not firmly and says("offered", line.flat)):
        return True
    return offered_by_them(line, said) or (says("moved", before) and _old_beside_new(line, said))


def offered_by_them(line: Line, said: SpokenDay) -> bool:
    """Whether that is a day the program has offered."""
    program = line.draft.program
    return program is not None and any(
        said.fits(moment.day_in(zone)) for moment in program.offered for zone in {moment.zone, *line.record.zones}
    )


def _old_beside_new(line: Line, said: SpokenDay) -> bool:
    """Whether that was the day before the interview was moved, and the letter gives the new day too."""
    record = line.record
    moves = (move for interview in record.interviews for move in interview.moves)
    if not any(said.fits(move.was.day_in(zone)) for move in moves for zone in record.zones):
        return False
    return any(
        other.fits(day)
        for page in line.draft.pages
        for sentence in page.sentences
        for other in spoken_days(sentence.flat, sentence.text)
        for day in record.days
    )


def _name_of(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def _same_style(said: SpokenDay, day: date) -> str:
    """The right day, written as the wrong one was."""
    month = MONTHS[day.month - 1]
    weekday = _name_of(day) if said.weekday is not None else ""
    year = str(day.year) if said.readings[0][0] else ""
    if _DAY_FIRST.match(said.written):
        return " ".join(part for part in (weekday, str(day.day), month, year) if part)
    return ", ".join(part for part in (weekday, f"{month} {day.day}", year) if part)


def wrong_weekdays(line: Line) -> Iterator[Finding]:
    """“Our interview on Wednesday” where it was on a Thursday; other weekdays are somebody else's."""
    flat, days = line.flat, line.record.days
    if line.days or not line.anchored or says("elsewhere", flat) or says("offered", flat):
        return
    right = {day.weekday() for day in days}
    for match in LONE_WEEKDAY.finditer(flat):
        before = flat[: match.start()]
        if not says("weekday_named", before) or any_of(FILE, "weekday_after").match(flat[match.end() :]):
            continue
        if says("weekday_before", before[:-1].rsplit(" ", 1)[0] + " ") or weekday_number(match.group()) in right:
            continue
        message = f"The interview on record is on {show_day(days[0])}."
        yield from line.told(match.start(), match.end(), message, fix=_name_of(days[0]))

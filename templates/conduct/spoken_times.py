"""Days, weekdays and clock times as people write them in letters, with their exact places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time

from store.frozen_record import record
from templates.sentences import MONTHS, WEEKDAYS

_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?:\.(?= *[\d,]))?"
)
_WEEKDAY = r"(?P<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\.?"
_YEAR = r"(?:,? *(?P<{0}>20\d\d)\b)?"
DAY = re.compile(
    r"(?<![\w.])(?:" + _WEEKDAY + r"(?:,| the)? *(?:the *)?)?(?:"
    r"(?P<day1>\d{1,2})(?:st|nd|rd|th)?(?: +of)? +" + _MONTH.format("month1") + _YEAR.format("year1") + r"(?!\w)"
    r"|"
    + _MONTH.format("month2")
    + r" +(?:the +)?(?P<day2>\d{1,2})(?:st|nd|rd|th)?(?![\d:])"
    + _YEAR.format("year2")
    + r"(?!\w)"
    r"|(?P<iso>20\d\d-\d\d-\d\d)(?!\w)"
    r"|(?P<left>\d{1,2})/(?P<right>\d{1,2})(?:/(?P<year3>(?:20)?\d\d))?(?![\w/])"
    r")"
)
LONE_WEEKDAY = re.compile(r"(?<!\w)(?:mon|tues|wednes|thurs|fri|satur|sun)day(?![\w-])")
CLOCK = re.compile(
    r"(?<![\w:.,/$#-])(?:(?P<hour1>\d{1,2})(?:[:.](?P<minute1>\d\d))? *(?P<half>[ap])\.? ?m\b\.?"
    r"|(?P<hour2>[01]?\d|2[0-3])(?::|\.(?=\d\d h))(?P<minute2>[0-5]\d)(?::[0-5]\d)?(?: *(?:h|hrs|hours)\b)?"
    r"|(?P<noon>noon|midday|midnight)(?! conference))(?![\w:])"
)


@record(frozen=True, slots=True)
class SpokenDay:
    """A day somebody wrote."""

    start: int
    """Offset of the first character, the weekday included."""
    end: int
    """Offset after the last character."""
    readings: tuple[tuple[int | None, int, int], ...]
    """(year or None, month, day) the words may mean; two where month and day could be either way round."""
    weekday: int | None
    """The weekday written beside it, Monday 0."""
    written: str
    """The words, in lower case."""

    def fits(self, day: date) -> bool:
        """Whether the words may mean that day, the weekday aside."""
        return any(
            (month, number) == (day.month, day.day) and year in {None, day.year}
            for year, month, number in self.readings
        )


@record(frozen=True, slots=True)
class SpokenClock:
    """A time of day somebody wrote."""

    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character."""
    times: tuple[time, ...]
    """The times it may mean; two where morning and afternoon are open."""


def weekday_number(word: str) -> int:
    """The number of a weekday by its first letters in lower case, Monday 0."""
    return next(number for number, name in enumerate(WEEKDAYS) if name.lower().startswith(word[:3]))


def _month_number(word: str) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word[:3]))


def _readings(match: re.Match[str]) -> tuple[tuple[int | None, int, int], ...]:
    part = match.groupdict()
    if part["iso"]:
        year, month, number = (int(piece) for piece in part["iso"].split("-"))
        return ((year, month, number),)
    if part["left"]:
        one, two = int(part["left"]), int(part["right"])
        year3 = int(part["year3"]) % 100 + 2000 if part["year3"] else None
        return tuple(
            (year3, month, number)
            for month, number in ((one, two), (two, one))
            if 1 <= month <= 12 and 1 <= number <= 31
        )
    which = "1" if part["day1"] else "2"
    written_year = part["year" + which]
    return (
        (int(written_year) if written_year else None, _month_number(part["month" + which]), int(part["day" + which])),
    )


def spoken_days(flat: str, written: str) -> Iterator[SpokenDay]:
    """Every day written out in a flat text; `written` is the text before it was made flat."""
    for match in DAY.finditer(flat):
        if match.group("month2") == "may" and written[match.start("month2")] == "m":
            continue  # the verb, as in “I may 1 day”
        readings = tuple(reading for reading in _readings(match) if 1 <= reading[2] <= 31)
        bare_numbers = match.group("left") and not match.group("year3")
        if not readings or (
            bare_numbers and not re.search(r"\b(?:on|for|of|from|to|day,?) $", flat[: match.start()] or " ")
        ):
            continue
        if match.group().startswith("24/7"):
            continue
        named = match.group("weekday")
        yield SpokenDay(match.start(), match.end(), readings, weekday_number(named) if named else None, match.group())


def _times(match: re.Match[str]) -> tuple[time, ...]:
    if match.group("noon"):
        return (time(0) if match.group("noon") == "midnight" else time(12),)
    if match.group("half"):
        hour, minute = int(match.group("hour1")), int(match.group("minute1") or 0)
        if not 1 <= hour <= 12 or minute > 59:
            return ()
        return (time(hour % 12 + (12 if match.group("half") == "p" else 0), minute),)
    hour, minute = int(match.group("hour2")), int(match.group("minute2"))
    twice = 1 <= hour <= 11 and not match.group("hour2").startswith("0")
    return (time(hour, minute), time(hour + 12, minute)) if twice else (time(hour, minute),)


def spoken_clocks(flat: str) -> Iterator[SpokenClock]:
    """Every time of day written in a flat text."""
    for match in CLOCK.finditer(flat):
        times = _times(match)
        if times:
            yield SpokenClock(match.start(), match.end(), times)

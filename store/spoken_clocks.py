"""Clock times as people type them: `14:00`, `9am`, `9:30 pm`, `14h30`, `noon`."""

from __future__ import annotations

import re
from datetime import time

from store.errors import Unclear

TWELVE = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>[ap])\.?m\b\.?")
TWENTY_FOUR = re.compile(
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.(?P<part>\d{1,9}))?)?|h(?P<minutes>\d{2}))"
    r"(?![\d:])"
)
WORD = re.compile(r"(?P<word>noon|midday|midnight)\b")


def read_clock(text: str) -> tuple[time, str] | None:
    """The time that text begins with and the rest; None when it begins with none.

    `text` is lower case. Raises Unclear for a time no clock shows, and for midnight, which ends
    one day and begins another.
    """
    word = WORD.match(text)
    if word and word["word"] == "midnight":
        raise Unclear("Midnight belongs to two days. Write 00:00 for the start of the day or 23:59 for its end.")
    if word:
        return time(12), text[word.end() :]
    half = TWELVE.match(text)
    if half:
        return _twelve(half), text[half.end() :]
    full = TWENTY_FOUR.match(text)
    if full:
        return _twenty_four(full), text[full.end() :]
    return None


def _twelve(found: re.Match[str]) -> time:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        raise Unclear(f"“{found[0]}” is not a time: before am or pm the hour runs from 1 to 12.")
    return time(hour % 12 + (12 if found["half"] == "p" else 0), minute)


def _twenty_four(found: re.Match[str]) -> time:
    hour, minute, second = int(found["hour"]), int(found["minute"] or found["minutes"]), int(found["second"] or 0)
    if hour == 24:
        raise Unclear(f"“{found[0]}” is not on the clock. Write 00:00 of the next day, or 23:59.")
    if hour > 23 or minute > 59 or second > 59:
        raise Unclear(f"“{found[0]}” is not a time: hours run to 23, minutes to 59.")
    return time(hour, minute, second, int(f"{found['part'] or '':0<6}"[:6]))

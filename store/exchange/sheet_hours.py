"""How long something lasts that a spreadsheet tells from one clock time to another."""

from __future__ import annotations

import re

_BETWEEN = r"\s*(?:-|–|—|→|to|until)\s*"
_HOURS = r"(\d{1,2})(?::(\d{2}))?(?::\d{2})?\s*([ap])?\.?(?:m\.?)?"
FROM_TO = re.compile(rf"(?<![\d/.-]){_HOURS}{_BETWEEN}{_HOURS}(?![\d/])", re.IGNORECASE)
"""From one clock time to another."""
HALF_A_DAY, A_DAY = 12 * 60, 24 * 60
"""Minutes of each."""
SHORTEST, LONGEST = 10, 12 * 60
"""Minutes an interview may last; anything else is no span of hours."""


def minutes_told(words: str) -> int | None:
    """The minutes from the first clock time to the second; None where there are not two, or no interview is so long.

    An hour without am or pm has that of the other one, or comes next on the clock: 9-1 pm is four hours.
    """
    found = FROM_TO.search(words)
    if found is None or not any((found[2], found[3], found[5], found[6])):
        return None  # 9-1 alone may be a day of September
    start, end = _minute(found[1], found[2], found[3]), _minute(found[4], found[5], found[6])
    if start is None or end is None:
        return None
    lasts = (end - start) % A_DAY
    if not (found[3] and found[6]):
        lasts %= HALF_A_DAY
    return lasts if SHORTEST <= lasts <= LONGEST else None


def _minute(hour: str, minute: str | None, half: str | None) -> int | None:
    """The minute of the day; None for a clock time there is not."""
    number, past = int(hour), int(minute or 0)
    if number > (12 if half else 24) or past > 59:
        return None
    later = HALF_A_DAY if half and half.lower() == "p" else 0
    return (number % 12) * 60 + past + later if half else number * 60 + past

"""The promise ledger in words: what was promised, what was told later, and what does not agree."""

from __future__ import annotations

from store.dates import Home, show_day, show_day_short
from store.records import Correction
from store.standing import Promised
from store.words import Promise

SAID_WORDS = {Promise.INTEREST: "interest", Promise.HIGH: "highly", Promise.FIRST: "first"}
"""What a message said."""
STANDS_WORDS = {
    Promise.NONE: "withdrawn",
    Promise.INTEREST: "interest only",
    Promise.HIGH: "highly",
    Promise.FIRST: "first",
}
"""What is left of it."""


def correction_words(correction: Correction) -> str:
    """What was told later, in a few words: `withdrawn Wed 3 Feb 2027: by telephone, to Dr. Ode`."""
    what = "withdrawn" if correction.level is Promise.NONE else f"now {STANDS_WORDS[correction.level]},"
    words = " ".join(correction.words.split())
    told = words or ("by a message" if correction.letter_id else "")
    return f"{what} {show_day(correction.at.day)}" + (f": {told}" if told else "")


def correction_lines(promised: Promised, home: Home) -> tuple[str, ...]:
    """Each thing told after that promise, as a line of its own, on its day where the applicant was."""
    return tuple(
        f"{show_day_short(home.day_of(one.at))}  {STANDS_WORDS[one.level]}{f': {one.words}' if one.words else ''}"
        for one in promised.corrections
    )

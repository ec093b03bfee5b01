"""The interviews a letter may mean, and one sentence of it beside them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.dates import Home, show_both
from store.frozen_record import record
from store.moments import Moment
from store.records import Interview
from templates.conduct.blanks import fields
from templates.conduct.draft import Draft, at_words
from templates.conduct.findings import Finding, Fix, Level
from templates.conduct.phrases import any_of
from templates.conduct.sentences import Page, Sentence
from templates.conduct.spoken_times import SpokenDay

FILE = "interview.json"


def says(sense: str, words: str) -> bool:
    """Whether the words hold any phrase listed under that sense."""
    return any_of(FILE, sense).search(words) is not None


@record(frozen=True, slots=True)
class Record:
    """What is on record: the interviews, and the zones in which people may speak of them."""

    interviews: tuple[Interview, ...]
    """Those the letter may mean."""
    theirs: tuple[str, ...]
    """Zones of the program."""
    mine: tuple[str, ...]
    """Zones of the applicant, now and on the day."""
    home: str
    """The zone at home now."""

    @property
    def zones(self) -> tuple[str, ...]:
        """Every zone, theirs first."""
        return tuple(dict.fromkeys(self.theirs + self.mine))

    @property
    def days(self) -> tuple[date, ...]:
        """Every right day of the interviews, on their clock or on the one at home."""
        return tuple(dict.fromkeys(one.starts.day_in(zone) for one in self.interviews for zone in self.zones))

    @property
    def in_words(self) -> str:
        """The starts on both clocks."""
        return "; ".join(show_both(interview.starts, self.home) for interview in self.interviews[:2])


def record_for(draft: Draft, now: Moment) -> Record:
    """What is on record for that draft."""
    program, profile, interviews = draft.program, draft.season.profile, draft.interviews
    theirs = [interview.starts.zone for interview in interviews]
    if program and program.zone:
        theirs.append(program.zone)
    mine = [now.zone, *(Home(now.zone, profile).zone_at(interview.starts) for interview in interviews)]
    return Record(interviews, tuple(dict.fromkeys(theirs)), tuple(dict.fromkeys(mine)), now.zone)


@record(frozen=True, slots=True)
class Line:
    """One sentence of a draft beside the record."""

    draft: Draft
    """The draft."""
    page: Page
    """The text it stands in."""
    sentence: Sentence
    """The sentence."""
    record: Record
    """What is on record."""
    days: tuple[SpokenDay, ...]
    """The days written in it."""
    anchored: bool
    """True when it speaks of the interview in so many words."""
    about: bool
    """True when its days and times are the interview's unless something else is said."""

    @property
    def flat(self) -> str:
        """Its words in lower case."""
        return self.sentence.flat

    def told(
        self, start: int, end: int, message: str, *, fix: Fix | str | None = None, level: Level = Level.STOP
    ) -> Iterator[Finding]:
        """A finding on that part of the sentence, unless the words are somebody else's or of an unfilled field."""
        start, end = self.sentence.start + start, self.sentence.start + end
        unfilled = any(field.start() <= start and end <= field.end() for field in fields(self.page))
        if not unfilled and not self.page.quoted(start, end):
            yield at_words(self.page, start, end, "C26", level, message, fix=fix)

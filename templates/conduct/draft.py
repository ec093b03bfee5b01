"""A draft made ready for the checks: its program, its recipients and its two texts, each found once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from store.records import Contact, Interview, Letter, Program
from store.season import Season
from store.words import Direction, InterviewState, LetterState, Role
from templates.conduct.findings import Finding, Fix, Level
from templates.conduct.fixes import instead
from templates.conduct.sentences import Page


@dataclass(frozen=True, eq=False)
class Draft:
    """A letter beside the season it belongs to; compared by identity, so that readings of it can be kept."""

    season: Season
    """The whole season."""
    letter: Letter
    """The letter that is being written."""

    @cached_property
    def program(self) -> Program | None:
        """The program it is for; None when no known program is named."""
        return self.season.programs_by_id.get(self.letter.program_id)

    @cached_property
    def recipients(self) -> tuple[Contact, ...]:
        """The people it goes to."""
        known = self.season.contacts_by_id
        return tuple(known[contact_id] for contact_id in self.letter.contact_ids if contact_id in known)

    @cached_property
    def to_advocates(self) -> bool:
        """Whether it goes to nobody but doctors who vouch for the applicant."""
        return bool(self.recipients) and all(person.role is Role.ADVOCATE for person in self.recipients)

    @cached_property
    def subject(self) -> Page:
        """The subject line."""
        return Page("subject", self.letter.subject)

    @cached_property
    def body(self) -> Page:
        """The text."""
        return Page("body", self.letter.body)

    @property
    def pages(self) -> tuple[Page, Page]:
        """Both texts, the subject first."""
        return (self.subject, self.body)

    @cached_property
    def interviews(self) -> tuple[Interview, ...]:
        """The interview it is about, else every interview that stands at its program."""
        named = self.season.interviews_by_id.get(self.letter.interview_id)
        if named:
            return (named,)
        own = self.season.interviews_of.get(self.letter.program_id, ())
        return tuple(interview for interview in own if interview.state is InterviewState.BOOKED)

    @cached_property
    def sent_before(self) -> tuple[Letter, ...]:
        """What was already sent to this program."""
        own = self.season.letters_of.get(self.letter.program_id, ())
        return tuple(letter for letter in own if was_sent(letter) and letter.id != self.letter.id)

    @cached_property
    def answered(self) -> Letter | None:
        """The letter from the program that this one answers."""
        letter = self.season.letters_by_id.get(self.letter.answers)
        return letter if letter and letter.direction is Direction.IN else None


def was_sent(letter: Letter) -> bool:
    """Whether that letter went out and was not thrown away since."""
    return letter.direction is Direction.OUT and letter.state is LetterState.SENT and letter.trashed is None


def at_words(
    page: Page,
    start: int,
    end: int,
    check: str,
    level: Level,
    message: str,
    *,
    hard: bool = False,
    fix: Fix | str | None = None,
) -> Finding:
    """A finding about those words of that page; a fix given as words stands in their place."""
    mend = instead(page, start, end, fix) if isinstance(fix, str) and fix else fix or None
    assert not isinstance(mend, str)
    return Finding(check, level, message, hard, page.where, start, end, page.text[start:end], mend)

"""One thing the applicant should do, how pressing it is, and whether its program has asked to be spared it."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from store.course import on_their_clock
from store.dates import days_until, show_day, show_for
from store.frozen_record import altered, record
from store.key_dates import key_date
from store.late_values import with_late
from store.moments import Moment, noon_of
from store.records import ContactRule, Program
from store.season import Season
from store.sentence_ends import ended
from store.words import ContactRuleName, Direction, Kind, Verdict

BEYOND_LOGISTICS = frozenset({Kind.INTEREST, Kind.THANK_YOU, Kind.UPDATE, Kind.HIGH_RANK, Kind.FIRST_RANK})
"""What is neither scheduling nor an answer, nor owed to a program."""
NAMED = {
    Kind.THANK_YOU: "thank-you",
    Kind.INTEREST: "letter of interest",
    Kind.UPDATE: "update",
    Kind.HIGH_RANK: "letter about ranking",
    Kind.FIRST_RANK: "letter about ranking",
}
"""What such a letter is called in a sentence on why none is proposed."""
TO_MANY = frozenset({"F08", "F14"})
"""Rules that may speak of several programs in one line."""
MOST_DAYS = 365
"""Days of any rule, whatever a file may hold."""
OF_THE_PERSON = frozenset({"F16", "TASK"})
"""Rules about what the applicant decided to write."""
CONTACT_RULE = "C06"
"""The check of what a program has said; a stop of it that was gone past counts as the applicant's decision."""


@with_late("why")
@record(frozen=True, slots=True)
class FollowUp:
    """One thing the applicant should do by a moment, with the reason why."""

    key: str
    """The same as long as the reason stays the same, such as `F03:i-7f3k2m:c-x4n8ab`."""
    rule: str
    """The rule it comes from, F01 to F19, or TASK for one made by hand."""
    what: str
    """What to do, in full."""
    short: str
    """The same in at most 22 characters."""
    why: str = field(compare=False)
    """Two or three sentences on why it is here, told of what the other fields are made of."""
    due: Moment
    """When it is best done."""
    latest: Moment | None
    """After this it is late; None makes the day it is due the last good one."""
    kind: Kind | None = None
    """The kind of letter that answers it, if any."""
    program_id: str = ""
    """The program it is about; empty for the whole season."""
    contact_id: str = ""
    """The person it is about, if any."""
    interview_id: str = ""
    """The interview it is about, if any."""
    letter_id: str = ""
    """The letter it is about: the one to answer, to remind of, or to send."""
    snoozed_until: Moment | None = None
    """Hidden until then; None while it is open."""
    other_program_id: str = ""
    """The second program of a clash."""
    other_what: str = ""
    """What to do as the second program's own list puts it."""

    def at(self, program_id: str) -> FollowUp:
        """The same follow-up in the words that suit that program's own list."""
        if program_id == self.other_program_id and self.other_what:
            return altered(self, what=self.other_what)
        return self


class Urgency(StrEnum):
    """How pressing a follow-up is, most pressing first."""

    LATE = "late"
    DUE = "due"
    SOON = "soon"
    LATER = "later"


def is_late(follow_up: FollowUp, now: Moment) -> bool:
    """True past its latest moment, or on a day after it was due where it has none."""
    return days_until(follow_up.due, now) < 0 if follow_up.latest is None else follow_up.latest.at < now.at


def urgency(follow_up: FollowUp, now: Moment) -> Urgency:
    """How pressing it is: late past its latest moment, due from its day on, soon within 7 days.

    Days are those of the home zone, which is the zone of `now`.
    """
    if is_late(follow_up, now):
        return Urgency.LATE
    days = days_until(follow_up.due, now)
    if days <= 0:
        return Urgency.DUE
    return Urgency.SOON if days <= 7 else Urgency.LATER


def never_behind(due: Moment, now: Moment) -> Moment:
    """When something that nobody waits for falls due: on its day, and on each day after it anew.

    So it never stands before what is late.
    """
    return due if due.at >= now.at else noon_of(now.day, now.zone)


def days_of(season: Season, rule: str, days: int) -> int:
    """The applicant's own number of days for that rule, else `days`."""
    own = next((one.days for one in season.rule_settings if one.id == rule), None)
    return days if own is None else max(1, min(own, MOST_DAYS))


def switched_off(season: Season) -> frozenset[str]:
    """The rules the applicant has switched off."""
    return frozenset(one.id for one in season.rule_settings if one.off)


def is_decided(season: Season, key: str) -> bool:
    """Whether the applicant has settled that follow-up: done, or not needed; one that is put off is open."""
    decision = season.decisions_by_id.get(key)
    return decision is not None and decision.verdict is not Verdict.SNOOZED


def stamp(moment: Moment) -> str:
    """The minute of a moment as a part of keys, the same in every zone."""
    return f"{moment.at:%Y%m%dT%H%M}"


def shortened(text: str, limit: int = 22) -> str:
    """That text in at most so many characters, with a mark where it was cut."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


@record(frozen=True, slots=True)
class HeldBack:
    """A follow-up that is not proposed because of what its program has said."""

    follow_up: FollowUp
    """What it would have been."""
    why: str
    """The sentence that says why not, in the program's own words where they are known."""


@record(frozen=True, slots=True)
class Silence:
    """The days of SOAP, in which no program is written to before it has written itself."""

    ends: Moment
    """The moment it ends."""
    heard_from: frozenset[str]
    """Ids of the programs that have written since they had the application; they may be answered."""


def soap_silence(season: Season, now: Moment) -> Silence | None:
    """The silence of SOAP while it lasts."""
    starts, ends = (key_date(season, name).at for name in ("match-week", "soap-ends"))
    if not starts.at <= now.at <= ends.at:
        return None
    received = key_date(season, "soap-applications").at.at
    heard = (one for one in season.letters if one.direction is Direction.IN and one.at and one.trashed is None)
    return Silence(ends, frozenset(one.program_id for one in heard if one.at and one.at.at >= received))


def held_back(season: Season, follow_up: FollowUp, now: Moment, silence: Silence | None = None) -> str:
    """Why a follow-up is not proposed: SOAP, or what its program has asked for; empty when it may be.

    Answers to what the program wrote always pass, and so does whatever the applicant put on the list by hand. A draft
    that was ready before the rule was known waits until its stop is read and gone past.
    During SOAP only programs that have written are written to.
    """
    program = season.programs_by_id.get(follow_up.program_id)
    if silence is not None and follow_up.rule in TO_MANY and program is None:
        return f"Until SOAP ends, {show_for(season.profile, silence.ends, now)}, programs are not written to."
    if program is None or follow_up.kind is None:
        return ""
    if silence is not None and program.id not in silence.heard_from and follow_up.rule != "TASK":
        until = show_for(season.profile, silence.ends, now)
        return f"Until SOAP ends, {until}, {program.name} is not written to unless it has written to you."
    reason = unwanted(program, follow_up.kind, now)
    return f"{reason}{own_words(program.rule)}" if reason and not _passes(season, follow_up) else ""


def _passes(season: Season, follow_up: FollowUp) -> bool:
    """Whether it answers what the program wrote, is of the applicant's own making, or was read and gone past."""
    letter = season.letters_by_id.get(follow_up.letter_id)
    if letter is None:
        return follow_up.rule in OF_THE_PERSON
    if any(one.check == CONTACT_RULE for one in letter.accepted):
        return True
    answered = letter if letter.direction is Direction.IN else season.letters_by_id.get(letter.answers)
    return answered is not None and answered.direction is Direction.IN


def unwanted(program: Program, kind: Kind, now: Moment | None) -> str:
    """Why that program does not want a letter of that kind now, in one sentence; empty when nothing is against it.

    Without a moment no rule has run out yet.
    """
    rule, name = program.rule, program.name
    if rule.name is ContactRuleName.NO_THANKS and kind is Kind.THANK_YOU:
        said = f"{name} asks for none"
    elif rule.name is ContactRuleName.LOGISTICS_ONLY and kind in BEYOND_LOGISTICS:
        said = f"{name} wants messages about logistics only"
    elif rule.name is ContactRuleName.UPDATES_UNTIL and kind is Kind.UPDATE and updates_are_over(program, now):
        said = f"{name} took updates until {show_day(rule.until) if rule.until else 'a day that is past'}"
    else:
        return ""
    return ended(f"No {NAMED[kind]} is proposed: {said}{seen_words(rule)}")


def updates_are_over(program: Program, now: Moment | None) -> bool:
    """Whether its last day for updates is behind, on the calendar of the program; never without a moment."""
    until = program.rule.until
    return until is not None and now is not None and on_their_clock(now, program).day > until


def seen_words(rule: ContactRule) -> str:
    """Where and when the rule was seen, in brackets; empty when nobody noted it."""
    seen = f"seen {show_day(rule.seen)}" if rule.seen else ""
    said = ", ".join(part for part in (rule.source, seen) if part)
    return f" ({said})" if said else ""


def own_words(rule: ContactRule) -> str:
    """The program's own words of its rule on one line, as a sentence to follow another; empty when nobody kept them."""
    return f" In its words: “{' '.join(rule.words.split())}”" if rule.words.strip() else ""

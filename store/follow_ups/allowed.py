"""What a program's contact rule keeps off the agenda, and the sentence that says why."""

from __future__ import annotations

from store.dates import show_day
from store.follow_ups.follow_up import FollowUp
from store.frozen_record import record
from store.moments import Moment
from store.records import ContactRule, Program
from store.season import Season
from store.words import ContactRuleName, Direction, Kind

BEYOND_LOGISTICS = frozenset({Kind.INTEREST, Kind.THANK_YOU, Kind.UPDATE, Kind.HIGH_RANK, Kind.FIRST_RANK})
"""What is neither scheduling nor an answer, nor owed to a program."""
NAMED = {
    Kind.THANK_YOU: "thank-you",
    Kind.INTEREST: "letter of interest",
    Kind.UPDATE: "update",
    Kind.HIGH_RANK: "letter about ranking",
    Kind.FIRST_RANK: "letter about ranking",
}
OF_THE_PERSON = frozenset({"F16", "TASK"})
"""Rules about what the applicant decided to write; the checks speak when it is sent."""


@record(frozen=True, slots=True)
class HeldBack:
    """A follow-up that is not proposed because of what its program has said."""

    follow_up: FollowUp
    """What it would have been."""
    why: str
    """The sentence that says why not, in the program's own words where they are known."""


def held_back(season: Season, follow_up: FollowUp, now: Moment) -> str:
    """Why a follow-up is not proposed: its program has asked not to be written to in this way; empty when it may be.

    Answers to what the program wrote always pass, and so does whatever the applicant put on the list by hand.
    """
    program = season.programs_by_id.get(follow_up.program_id)
    if program is None or follow_up.kind is None or follow_up.rule in OF_THE_PERSON:
        return ""
    answered = season.letters_by_id.get(follow_up.letter_id)
    if answered is not None and answered.direction is Direction.IN:
        return ""
    return unwanted(program, follow_up.kind, now)


def unwanted(program: Program, kind: Kind, now: Moment | None) -> str:
    """Why that program does not want a letter of that kind now, in one sentence; empty when nothing is against it.

    Without a moment no rule has run out yet.
    """
    rule, name = program.rule, program.name
    if rule.name is ContactRuleName.NO_THANKS and kind is Kind.THANK_YOU:
        said = f"{name} asks for none"
    elif rule.name is ContactRuleName.LOGISTICS_ONLY and kind in BEYOND_LOGISTICS:
        said = f"{name} wants messages about logistics only"
    elif rule.name is ContactRuleName.UPDATES_UNTIL and kind is Kind.UPDATE and _is_past(program, now):
        said = f"{name} took updates until {show_day(rule.until) if rule.until else 'a day that is past'}"
    else:
        return ""
    return f"No {NAMED[kind]} is proposed: {said}{seen_words(rule)}."


def seen_words(rule: ContactRule) -> str:
    """Where and when the rule was seen, in brackets; empty when nobody noted it."""
    seen = f"seen {show_day(rule.seen)}" if rule.seen else ""
    said = ", ".join(part for part in (rule.source, seen) if part)
    return f" ({said})" if said else ""


def _is_past(program: Program, now: Moment | None) -> bool:
    until = program.rule.until
    return until is not None and now is not None and now.day_in(program.zone or now.zone) > until

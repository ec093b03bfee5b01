"""C06 and C07: what the program has said about being written to, and the silence of SOAP."""

from __future__ import annotations

from collections.abc import Iterator

from store.dates import show_day
from store.follow_ups.follow_up import BEYOND_LOGISTICS, own_words, updates_are_over
from store.key_dates import key_date
from store.moments import Moment
from store.records import ContactRule, Program
from store.words import CHANNEL_WORDS, Channel, ContactRuleName, Direction, Kind, Role
from templates.conduct.draft import Draft
from templates.conduct.findings import Finding, Level

ALWAYS_ALLOWED = frozenset(
    {
        Kind.ACCEPT,
        Kind.DECLINE,
        Kind.WAITLIST,
        Kind.RESCHEDULE,
        Kind.CANCEL,
        Kind.LOGISTICS,
        Kind.SECOND_LOOK,
        Kind.IMPROPER_QUESTION,
        Kind.HINT,
        Kind.ELIGIBILITY,
    }
)
"""Scheduling, accommodation, answers and eligibility pass whatever a program has said."""
KIND_WORDS = {
    Kind.THANK_YOU: "thank-you notes",
    Kind.UPDATE: "updates",
    Kind.INTEREST: "letters of interest",
    Kind.HIGH_RANK: "letters about ranking",
    Kind.FIRST_RANK: "letters about ranking",
}


def contact_rule(draft: Draft, now: Moment) -> Iterator[Finding]:
    """C06: a kind of letter this program has asked not to receive, or not this way."""
    program, kind = draft.program, draft.letter.kind
    if program is None or kind in ALWAYS_ALLOWED or draft.answered is not None or _is_for_an_advocate(draft):
        return
    reason = _forbidden(program, draft, now)
    if reason:
        yield Finding("C06", Level.STOP, f"{reason}{own_words(program.rule)}")


def _is_for_an_advocate(draft: Draft) -> bool:
    """Whether it asks or thanks a doctor who vouches for the applicant, which no program rules on."""
    kind = draft.letter.kind
    return kind is Kind.ADVOCATE or (kind is Kind.AFTER_MATCH and draft.to_advocates)


def _forbidden(program: Program, draft: Draft, now: Moment) -> str:
    """Why the program's rule is against this letter; empty when it is not."""
    rule, kind = program.rule, draft.letter.kind
    if rule.name is ContactRuleName.NO_THANKS and kind is Kind.THANK_YOU:
        return f"{program.name} asks for no thank-you notes."
    if rule.name is ContactRuleName.LOGISTICS_ONLY and kind in BEYOND_LOGISTICS:
        return f"{program.name} wants to hear of practical matters only, not {KIND_WORDS[kind]}."
    ended = rule.until if updates_are_over(program, now) else None
    if rule.name is ContactRuleName.UPDATES_UNTIL and kind is Kind.UPDATE and ended:
        return f"{program.name} took updates until {show_day(ended)}."
    if rule.name is ContactRuleName.ONE_CHANNEL:
        return _wrong_channel(program, rule, draft)
    return ""


def _wrong_channel(program: Program, rule: ContactRule, draft: Draft) -> str:
    if rule.channel is not None and draft.letter.channel is not rule.channel:
        return f"{program.name} takes messages by one way only: {CHANNEL_WORDS[rule.channel]}."
    roles = {person.role for person in draft.recipients}
    office = rule.channel in {None, Channel.EMAIL} and "coordinator" in rule.words.lower()
    if office and roles and Role.COORDINATOR not in roles:
        return f"{program.name} takes messages through its coordinator only."
    return ""


def soap_silence(draft: Draft, now: Moment) -> Iterator[Finding]:
    """C07: a letter during SOAP to a program that has not written after it had the application."""
    program = draft.program
    season = draft.season
    starts, ends = key_date(season, "match-week").at, key_date(season, "soap-ends").at
    if program is None or not starts.at <= now.at <= ends.at:
        return
    received = key_date(season, "soap-applications").at
    heard = any(
        letter.direction is Direction.IN and letter.trashed is None and letter.at and letter.at.at >= received.at
        for letter in season.letters_of.get(program.id, ())
    )
    if not heard:
        message = (
            f"Until SOAP ends on {show_day(ends.day)}, you may not write to {program.name}"
            " unless it has contacted you after it received your application."
        )
        yield Finding("C07", Level.STOP, message, hard=True)

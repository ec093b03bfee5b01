"""What may change about the programs the applicant follows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from store.clean_text import clean
from store.errors import RuleBroken
from store.moments import Moment
from store.records import ContactRule, Note, Program, Reason, StatusChange
from store.rules.cleaning import cleaned, required
from store.rules.known import check_not_future, followed_program, known_program
from store.rules.replacing import joined, mapped, swapped, with_fields, without
from store.rules.statuses import checked_course, redated, with_status
from store.season import Season
from store.words import ContactRuleName, Status


def add_program(season: Season, program: Program, *, now: Moment) -> Season:
    """Follow one more program; without a course of its own it begins as planned now.

    Raises RuleBroken for an empty name, a name that is followed already, or an unknown zone.
    """
    program = _checked(season, replace(cleaned(program), trashed=None))
    return replace(season, programs=joined(season.programs, checked_course(program, now=now)))


def edit_program(season: Season, program_id: str, *, now: Moment, **fields: Any) -> Season:
    """Change what is known about a program; its status, contact rule and trash have rules of their own."""
    program = followed_program(season, program_id)
    changed = with_fields(program, fields, fixed=("statuses", "rule", "trashed"))
    return _with(season, _checked(season, cleaned(changed)))


def set_status(
    season: Season, program_ids: Collection[str], status: Status, *, at: Moment, exact: bool = False, now: Moment
) -> Season:
    """Say where things stand with these programs since that moment; `exact` when the minute counts.

    A program that has the status already is left as it is.
    """
    change = StatusChange(status, at, exact)
    changed = [with_status(followed_program(season, one), change, now=now) for one in program_ids]
    return _with(season, *changed)


def redate_status(season: Season, program_id: str, *, at: Moment, exact: bool = False, now: Moment) -> Season:
    """Say that what a program stands at began on another day, or at another minute when `exact`."""
    return _with(season, redated(followed_program(season, program_id), at, exact=exact, now=now))


def invite(season: Season, program_id: str, *, at: Moment, offered: Collection[Moment] = (), now: Moment) -> Season:
    """An invitation came in at that minute, with the interview starts it offers."""
    program = followed_program(season, program_id)
    invited = with_status(program, StatusChange(Status.INVITED, at, exact=True), now=now)
    if offered:
        invited = replace(invited, offered=tuple(sorted(set(offered))))
    return _with(season, cleaned(invited))


def set_contact_rule(season: Season, program_id: str, rule: ContactRule, *, now: Moment) -> Season:
    """Record how a program wants to be written to, or not to be.

    Raises RuleBroken when the one channel or the last day for updates is not named, or the words were seen later
    than today.
    """
    return _with(season, ruled(followed_program(season, program_id), rule, now=now))


def ruled(program: Program, rule: ContactRule, *, now: Moment) -> Program:
    """That program with a contact rule; raises RuleBroken as `set_contact_rule` does."""
    if rule.name is ContactRuleName.ONE_CHANNEL and rule.channel is None:
        raise RuleBroken(f"Say which channel {program.name} asks for.")
    if rule.name is ContactRuleName.UPDATES_UNTIL and rule.until is None:
        raise RuleBroken(f"Say until which day {program.name} takes updates.")
    if rule.seen is not None and rule.seen > now.day:
        raise RuleBroken("The day those words were seen cannot be in the future.")
    return replace(program, rule=cleaned(rule))


def add_reason(season: Season, program_id: str, reason: Reason, *, now: Moment) -> Season:
    """Record why writing to a program before an invitation is warranted; a reason it has already is not doubled."""
    return _with(season, reasoned(followed_program(season, program_id), reason))


def reasoned(program: Program, reason: Reason) -> Program:
    """That program with one more reason, unless it has it already; raises RuleBroken for one without words."""
    reason = cleaned(reason)
    required(reason.words, "The reason")
    return program if reason in program.reasons else replace(program, reasons=(*program.reasons, reason))


def reword_reason(season: Season, program_id: str, reason: Reason, words: str, *, now: Moment) -> Season:
    """Say a reason in other words, in its place; raises RuleBroken for empty ones and a reason that is not there."""
    program = _with_reason(season, program_id, reason)
    changed = cleaned(replace(reason, words=words))
    required(changed.words, "The reason")
    reasons = (changed if one == reason else one for one in program.reasons)
    return _with(season, replace(program, reasons=tuple(dict.fromkeys(reasons))))


def remove_reason(season: Season, program_id: str, reason: Reason, *, now: Moment) -> Season:
    """Take back a reason for writing to a program; raises RuleBroken when it is not there."""
    program = _with_reason(season, program_id, reason)
    return _with(season, replace(program, reasons=tuple(one for one in program.reasons if one != reason)))


def trash_programs(season: Season, program_ids: Collection[str], *, now: Moment) -> Season:
    """Put programs in the trash; everything that belongs to them stays and comes back with them."""
    for program_id in program_ids:
        known_program(season, program_id)
    in_trash = mapped(season.programs, program_ids, lambda one: one if one.trashed else replace(one, trashed=now))
    return season if in_trash is season.programs else replace(season, programs=in_trash)


def untrash_programs(season: Season, program_ids: Collection[str], *, now: Moment) -> Season:
    """Bring programs back from the trash; raises RuleBroken when another of the same name is followed by now."""
    for program_id in program_ids:
        program = known_program(season, program_id)
        if program.trashed is not None:
            season = _with(season, _checked(season, replace(program, trashed=None)))
    return season


def add_note(season: Season, note: Note, *, now: Moment) -> Season:
    """Keep a dated note about a program."""
    followed_program(season, note.program_id)
    check_not_future(note.at, now, "A note")
    return replace(season, notes=joined(season.notes, _checked_note(note)))


def edit_note(season: Season, note_id: str, *, text: str, now: Moment) -> Season:
    """Change the words of a note; its day stays."""
    note = replace(_known_note(season, note_id), text=text)
    notes = swapped(season.notes, [_checked_note(note)])
    return season if notes is season.notes else replace(season, notes=notes)


def remove_note(season: Season, note_id: str, *, now: Moment) -> Season:
    """Throw a note away."""
    _known_note(season, note_id)
    return replace(season, notes=without(season.notes, note_id))


def _with_reason(season: Season, program_id: str, reason: Reason) -> Program:
    program = followed_program(season, program_id)
    if reason not in program.reasons:
        raise RuleBroken(f"{program.name} has no such reason.")
    return program


def _with(season: Season, *programs: Program) -> Season:
    changed = swapped(season.programs, programs)
    return season if changed is season.programs else replace(season, programs=changed)


def _checked(season: Season, program: Program) -> Program:
    required(program.name, "The program’s name")
    name = clean(program.name).casefold()
    for other in season.programs:
        if other.trashed is None and other.id != program.id and other.name.casefold() == name:
            raise RuleBroken(f"{other.name} is followed already{_place(other)}. Two programs need two names.")
    return program


def _place(program: Program) -> str:
    return f" ({program.where})" if program.where else ""


def _known_note(season: Season, note_id: str) -> Note:
    for note in season.notes:
        if note.id == note_id:
            return note
    raise RuleBroken(f"No note has the id “{note_id}”.")


def _checked_note(note: Note) -> Note:
    note = cleaned(note)
    required(note.text, "The note")
    return note

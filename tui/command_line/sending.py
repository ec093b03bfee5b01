"""Messages that went out: a kept draft, or words that were written elsewhere, logged with what they promise."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from store.dates import show_both
from store.errors import RuleBroken, Unclear
from store.find import find_contact, find_program
from store.ids import new_id
from store.moments import Moment
from store.records import Accepted, Letter, Program
from store.rules import letters
from store.rules.debriefing import keep_detail
from store.season import Season
from store.words import UNSENT, Channel, Kind, Promise
from templates.conduct.checking import check_letter
from templates.conduct.findings import Finding, Level
from templates.conduct.gone_past import open_stops
from templates.conduct.promises import promise_in
from templates.own_templates import own_sources
from templates.told_details import detail_told
from tui.command_line.checking import finding_line, headed, say_findings
from tui.command_line.desk import changing
from tui.command_line.running import DONE, REFUSED
from tui.command_line.speaking import words
from tui.command_line.typed import typed_past, typed_text


def sent(options: Namespace) -> int:
    """A message went out: a kept draft, or words that were written elsewhere.

    2 while a STOP stands that was not accepted, or one that cannot be.
    """
    with changing(options) as desk:
        season, now = desk.season, desk.now
        season, letter = _letter_meant(season, options, now)
        at = typed_past(options.at, options, now=now)
        findings = check_letter(season, letter, now=now)
        stops = open_stops(letter, findings)
        if refusal := _refusal(stops, letter, accept=options.accept_stops):
            words(refusal)
            return REFUSED
        say_findings((finding for finding in findings if finding.level is Level.WARN), letter)
        promise = promise_in(season, letter)
        accepted = tuple(Accepted(finding.check, finding.text, now) for finding in stops)
        changed = letters.mark_sent(season, letter.id, at=at, promise=promise, accepted=accepted, now=now)
        detail = detail_told(season, letter, now=now, own=own_sources())
        changed = keep_detail(changed, letter.id, detail, now=now)
        program = season.programs_by_id[letter.program_id]
        desk.change(f"Sent: {letter.kind} to {program.name}, {show_both(at, now.zone)}", changed, made=letter.id)
        if promise is not Promise.NONE:
            words(f"It makes a promise: {promise}. `prematch ledger` lists all of them.")
    return DONE


def _letter_meant(season: Season, options: Namespace, now: Moment) -> tuple[Season, Letter]:
    """The draft that is meant, with what the options change in it; a fresh one when only its words are given."""
    draft = season.letters_by_id.get(options.letter)
    program = season.programs_by_id[draft.program_id] if draft else find_program(season, options.letter)
    if draft is None:
        draft = _open_draft(season, program, options)
    people = _people(season, program, options)
    subject, body = _words(options)
    if draft is None:
        kind = Kind(options.kind)
        letter = Letter(
            new_id("l"), program.id, kind, channel=Channel(options.channel), contact_ids=people, made=now, edited=now
        )
        season = letters.write_letter(season, replace(letter, subject=subject, body=body), now=now)
        return season, season.letters_by_id[letter.id]
    if options.text or options.subject or people:
        season = letters.revise_letter(
            season,
            draft.id,
            subject=subject or None,
            body=body or None,
            contact_ids=people or None,
            now=now,
        )
    return season, season.letters_by_id[draft.id]


def _open_draft(season: Season, program: Program, options: Namespace) -> Letter | None:
    """The one open draft to that program which the options leave; None when words of a new one are given.

    Raises Unclear, listing the drafts, when several are left, and when nothing is there to be sent.
    """
    people = set(_people(season, program, options))
    found = [
        letter
        for letter in season.letters_of.get(program.id, ())
        if letter.state in UNSENT
        and letter.trashed is None
        and (not options.kind or letter.kind == options.kind)
        and (not people or people & set(letter.contact_ids))
    ]
    if len(found) == 1:
        return found[0]
    if options.text and options.kind and not found:
        return None
    listed = tuple(f"{one.id} {one.kind}, {one.subject or 'no subject'}" for one in found)
    if found:
        raise Unclear(f"{len(found)} drafts to {program.name} are open. Say which one went out.", listed)
    raise Unclear(f"No draft to {program.name} is open. Give --kind and --text to log one written elsewhere.")


def _people(season: Season, program: Program, options: Namespace) -> tuple[str, ...]:
    return tuple(find_contact(season, program.id, name).id for name in options.people)


def _words(options: Namespace) -> tuple[str, str]:
    subject, body = headed(typed_text(options.text, what="The text")) if options.text else ("", "")
    if options.text and not body.strip():
        raise RuleBroken("The text is empty, so nothing was changed. Give a file that holds the message.")
    return options.subject or subject, body


def _refusal(stops: tuple[Finding, ...], letter: Letter, *, accept: bool) -> str:
    """Why the message may not count as sent, finding by finding; empty when it may."""
    hard = tuple(finding for finding in stops if finding.hard)
    shown = hard or (() if accept else stops)
    if not shown:
        return ""
    end = "Mend it first." if hard else "Add --accept-stops if you have read this and mean it."
    return "\n".join((*(finding_line(finding, letter) for finding in shown), f"Not marked as sent. {end}"))

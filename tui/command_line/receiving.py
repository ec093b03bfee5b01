"""A message that came in, from the command line: read, linked to its program, kept, with the status it brings."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from shlex import quote
from typing import TYPE_CHECKING

from store.agenda import agenda
from store.dates import show_both
from store.errors import FileTrouble, Unclear
from store.find import find_contact, find_letter, find_program
from store.ids import new_id
from store.moments import Moment
from store.records import Contact, Letter, Program
from store.rules import received as rules
from store.season import Season
from store.typed_path import typed_path
from store.words import STATUS_WORDS, Channel, Kind, Role
from tui.command_line.desk import Desk, changing
from tui.command_line.running import DONE
from tui.command_line.speaking import words
from tui.command_line.typed import piped, typed_past

if TYPE_CHECKING:
    from templates.incoming.mail_read import MailRead

STDIN = "-"
NONE = "none"


def received(options: Namespace) -> int:
    """A message came in."""
    with changing(options) as desk:
        season, now = desk.season, desk.now
        mail = _mail(options, season, now)
        program = _program(season, options, mail)
        people, sender = _sender(season, program, options, mail)
        letter = Letter(
            new_id("l"),
            program.id,
            Kind(options.kind or Kind.REPLY),
            channel=Channel(options.channel),
            contact_ids=people,
            subject=options.subject or mail.subject,
            body=mail.body,
            answers=_answered(season, program, options, mail, people),
            at=_moment(options, mail, now),
            improper=options.improper,
            hint=options.hint,
        )
        _take_in(desk, letter, sender, options)
        _propose(letter)
        if mail.calendar and options.eml:
            _say_calendar(letter, mail, options, zone=program.zone or now.zone, now=now)
    return DONE


def _take_in(desk: Desk, letter: Letter, sender: Contact | None, options: Namespace) -> None:
    """Keep it, with the status it brings where that is wanted, and say what was and was not recorded."""
    program = desk.season.programs_by_id[letter.program_id]
    brought = rules.status_brought(desk.season, letter, now=desk.now)
    status = brought if options.with_status else None
    changed = rules.take_in(desk.season, letter, sender=sender, status=status, now=desk.now)
    said = f", {STATUS_WORDS[status]}" if status else ""
    desk.change(f"Received: {letter.kind} from {program.name}{said}", changed, made=letter.id)
    words(f"{letter.id} is kept{_wanted_by(desk.season, letter, desk.now)}.")
    if not options.kind:
        _say_kind(letter)
    if options.with_status and status is None:
        words(f"No change of status goes with it; {program.name} stays {STATUS_WORDS[program.status]}.")
    elif brought is not None and status is None:
        words(f"{program.name} stays {STATUS_WORDS[program.status]}; --with-status makes it {STATUS_WORDS[brought]}.")


def _mail(options: Namespace, season: Season, now: Moment) -> MailRead:
    from templates.incoming.mail_read import MailRead
    from templates.incoming.reading import read_mail

    source = options.eml or options.text or (STDIN if STDIN in (options.program, options.piped) else "")
    if not source:
        return MailRead("", at=now)
    mail = read_mail(_bytes(source), now=now, own_address=season.profile.email)
    sender = f"{mail.name} <{mail.address}>".strip() if mail.address else mail.name
    told = (sender and f"from {sender}", mail.at and show_both(mail.at, now.zone), mail.subject and f"“{mail.subject}”")
    if any(told):
        words(f"Read: {', '.join(part for part in told if part)}.")
    for notice in mail.notices:
        words(notice)
    return mail


def _bytes(source: str) -> bytes:
    from templates.incoming.reading import BYTES_LIMIT

    if source == STDIN:
        return piped("The message", BYTES_LIMIT)
    try:
        with typed_path(source).open("rb") as file:
            return file.read(BYTES_LIMIT + 1)
    except OSError as trouble:
        raise FileTrouble(f"{source} cannot be read: {trouble.strerror or trouble}. Nothing was changed.") from trouble


def _moment(options: Namespace, mail: MailRead, now: Moment) -> Moment:
    if options.at:
        return typed_past(options.at, options, now=now)
    if mail.at is None and mail.has_head:
        raise Unclear(
            "When it came is not clear from it, so nothing was changed. Add --at, such as --at 2026-11-24T09:15."
        )
    return mail.at or now


def _program(season: Season, options: Namespace, mail: MailRead) -> Program:
    """The program that is named, else the one whose person's address it came from; anything less is asked back."""
    from templates.incoming.linking import linked

    link = linked(season, mail)
    if options.program not in ("", STDIN):
        named = find_program(season, options.program)
        if link.certain and link.guesses[0].program_id != named.id:
            other = season.programs_by_id[link.guesses[0].program_id].name
            words(f"Note: {mail.address} is an address of {other}; it is logged under {named.name}, as you said.")
        return named
    if link.certain:
        program = season.programs_by_id[link.guesses[0].program_id]
        words(f"It is from {program.name}: {link.guesses[0].why}.")
        return program
    listed = tuple(f"{season.programs_by_id[one.program_id].name}: {one.why}" for one in link.guesses[:8])
    question = (
        "It may be from one of these; name it to log it."
        if listed
        else "Nothing in it says which program it is from; name one."
    )
    raise Unclear(f"{question} Nothing was changed.", listed)


def _sender(
    season: Season, program: Program, options: Namespace, mail: MailRead
) -> tuple[tuple[str, ...], Contact | None]:
    """The people it is from, and the new person that `--add-sender` asks for."""
    from templates.incoming.linking import new_sender, sender_at

    if options.people:
        return tuple(find_contact(season, program.id, name).id for name in options.people), None
    known = sender_at(season, program.id, mail)
    if known is not None:
        return (known.id,), None
    if options.add_sender and (mail.name or mail.address):
        return (), new_sender(program.id, mail, Role(options.add_sender))
    if mail.address:
        words(f"{mail.name or mail.address} is nobody on record at {program.name}; --add-sender ROLE adds them.")
    return (), None


def _answered(season: Season, program: Program, options: Namespace, mail: MailRead, people: tuple[str, ...]) -> str:
    """Which message of one's own it answers: the one named, else one it quotes or shares a subject with."""
    from templates.incoming.thread import letter_answered

    if options.answers:
        return "" if options.answers == NONE else find_letter(season, options.answers).id
    mail = replace(mail, subject=options.subject or mail.subject)
    own = letter_answered(season, program.id, mail, season.contacts_by_id.get(people[0]) if people else None)
    if own is None or own.at is None:
        return ""
    words(
        f"It answers yours of {show_both(own.at, mail.at.zone if mail.at else own.at.zone)}, {own.id}: “{own.subject}”."
    )
    return own.id


def _say_kind(letter: Letter) -> None:
    """Say what its words point to where nobody named its kind; it stays a reply until somebody does."""
    from templates.incoming.kind_of_mail import looks_like

    seen = looks_like(letter.subject, letter.body)
    if seen is not None:
        words(f"It {seen.why}: “{seen.words}”")
        words(f"It is kept as a reply. If you agree: `prematch undo`, then again with --kind {seen.kind}")


def _say_calendar(letter: Letter, mail: MailRead, options: Namespace, *, zone: str, now: Moment) -> None:
    """Say what its calendar invitation holds; of a second look no interview is made."""
    from templates.incoming.calendar_part import title_of, why_none_to_book

    if why := why_none_to_book(mail, zone=zone, now=now):
        words(why)
        return
    words(f"A calendar invitation is in it: {title_of(mail.calendar)}.")
    if letter.kind is not Kind.SECOND_LOOK:
        words(f"`prematch import {quote(options.eml)}` shows what it would do, then takes the interview in.")


def _propose(letter: Letter) -> None:
    """Say what in it may have to be flagged, sentence by sentence; only the person flags it."""
    from templates.incoming.concerns import concerns_in

    found = [one for one in concerns_in(letter.body) if not getattr(letter, one.flag)]
    for one in found:
        words(f"It {one.why}: “{one.words}”")
    if found:
        flags = " ".join(f"--{flag}" for flag in dict.fromkeys(one.flag for one in found))
        words(f"Nothing is flagged yet. If you agree: `prematch flag {letter.id} {flags}`")


def _wanted_by(season: Season, letter: Letter, now: Moment) -> str:
    """By when a message that came in wants an answer, as the end of a sentence; empty when it wants none."""
    items = (item for item in agenda(season, now=now).of(letter.program_id) if item.letter_id == letter.id)
    return next((f"; answer it by {show_both(item.latest, now.zone)}" for item in items if item.latest), "")

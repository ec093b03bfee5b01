"""Programs added, moved along, and what they say about being written to."""

from __future__ import annotations

from argparse import Namespace

from store.clean_text import clean_line
from store.course import booked_interviews
from store.dates import show_day
from store.errors import Unclear
from store.find import find_program
from store.ids import new_id
from store.moments import Moment, noon_of
from store.records import ContactRule, Program, Reason, StatusChange
from store.reference.zones_by_place import zone_of_place
from store.rules import programs
from store.words import STATUS_WORDS, Channel, ContactRuleName, ReasonKind, Status
from tui.command_line.desk import changing
from tui.command_line.running import DONE
from tui.command_line.speaking import words
from tui.command_line.typed import typed_day, typed_zone


def add(options: Namespace) -> int:
    """Follow one more program."""
    with changing(options) as desk:
        program = _new_program(options, desk.now)
        changed = programs.add_program(desk.season, program, now=desk.now)
        desk.change(f"Added {program.name}", changed, made=program.id)
        words(f"{program.id} {program.name}, {program.zone}{' (assumed)' if program.zone_assumed else ''}")
    return DONE


def set_status(options: Namespace) -> int:
    """Say where things stand with a program, from now or from a day."""
    status = status_named(options.code)
    with changing(options) as desk:
        program = find_program(desk.season, options.program)
        now, at = desk.now, desk.now
        if options.on:
            at = noon_of(typed_day(options.on, now=now, past=True), now.zone)
        exact = status is Status.INVITED and not options.on
        if options.on and program.status is status:
            changed = programs.redate_status(desk.season, program.id, at=at, now=now)
        else:
            changed = programs.set_status(desk.season, (program.id,), status, at=at, exact=exact, now=now)
        desk.change(f"{program.name}: {STATUS_WORDS[status]} since {show_day(at.day)}", changed)
        if status is Status.BOOKED and not booked_interviews(desk.season, program.id):
            words("Its date is not known yet; `prematch book` records it.")
    return DONE


def set_rule(options: Namespace) -> int:
    """Record what a program has said about being written to."""
    channel = "email" if options.channel == "coordinator" else options.channel
    with changing(options) as desk:
        program = find_program(desk.season, options.program)
        said = options.words or ("through the coordinator only" if options.channel == "coordinator" else "")
        rule = ContactRule(
            ContactRuleName(options.rule),
            words=said,
            source=options.source,
            seen=typed_day(options.on, now=desk.now, past=True) if options.on else desk.now.day,
            channel=Channel(channel) if channel else None,
            until=typed_day(options.until, now=desk.now) if options.until else None,
        )
        changed = programs.set_contact_rule(desk.season, program.id, rule, now=desk.now)
        desk.change(f"{program.name}: contact rule {rule.name}", changed)
    return DONE


def status_named(text: str) -> Status:
    """The status of that code or word; raises Unclear with all of them."""
    wanted = text.strip().casefold()
    for status, word in STATUS_WORDS.items():
        if wanted in (status.value.casefold(), word):
            return status
    choices = tuple(f"{status} {word}" for status, word in STATUS_WORDS.items())
    raise Unclear(f"“{text.strip()[:60]}” is not a status.", choices)


def _new_program(options: Namespace, now: Moment) -> Program:
    place = zone_of_place(options.city, options.state)
    reason = clean_line(options.reason, what="The reason", limit=10_000)
    status = status_named(options.status) if options.status else Status.PLANNED
    return Program(
        id=new_id("p"),
        name=clean_line(options.name, what="The name"),
        city=options.city,
        state=options.state,
        zone=typed_zone(options.zone) if options.zone else place.zone,
        zone_assumed=not options.zone and place.assumed,
        tier=options.tier.upper() if len(options.tier) == 1 else options.tier,
        tags=tuple(dict.fromkeys(tag for given in options.tag for tag in given.split(",") if tag.strip())),
        statuses=(StatusChange(status, now, exact=status is Status.INVITED),),
        reasons=(Reason(ReasonKind(options.reason_kind), reason),) if reason else (),
        nrmp_code=options.nrmp,
        acgme_code=options.acgme,
        website=options.website,
    )

"""A message written line by line: its blanks asked one by one, its checks read out, a stop asked about."""

from __future__ import annotations

from argparse import Namespace

from store.errors import RuleBroken
from store.find import find_letter
from store.ids import new_id
from store.numbers import counted
from store.rules import letters
from store.season import Season
from store.whole_number import whole_number
from store.words import OUTGOING_KINDS, UNSENT, Kind
from templates.catalogue import KINDS
from templates.own_templates import own_sources
from templates.render import begin_letter
from tui.command_line.desk import changing, looking
from tui.command_line.forms.asking import HOW, Ask, Asking, Ground, Heard
from tui.command_line.forms.readers import (
    a_past_moment,
    a_program,
    listed,
    moments_behind,
    one_of,
    parts,
    people_there,
    programs_followed,
    some_people,
)
from tui.command_line.forms.writing import Writing
from tui.command_line.running import DONE, REFUSED
from tui.command_line.speaking import data, words

KIND_NAMES = {kind.value: KINDS[kind].title for kind in OUTGOING_KINDS}
ASKS = (
    Ask("program", "To which program?", a_program, needed=True, fits=programs_followed),
    Ask("kind", "What is it for?", one_of(KIND_NAMES), needed=True, fits=lambda ground: listed(KIND_NAMES)),
    Ask("people", "To whom, a semicolon between two?", some_people, fits=people_there, rests_on="program"),
)
WHEN = Ask("at", "When? An empty line means now.", a_past_moment, fits=moments_behind)


def write_message(options: Namespace) -> int:
    """Begin a message, or go on with a draft that is named, and see it through until it is copied, sent or kept."""
    letter_id = _known_draft(options) or _begun(options)
    if not letter_id:
        return DONE
    writing = Writing(options, letter_id)
    writing.read("")
    writing.fill("")
    writing.hold()
    return DONE


def _known_draft(options: Namespace) -> str:
    with looking(options) as desk:
        found = desk.season.letters_by_id.get(options.about)
    if found is not None and found.state not in UNSENT:
        raise RuleBroken("That message has gone out or come in already; only a draft can be written on.")
    return found.id if found else ""


def _begun(options: Namespace) -> str:
    """The id of a fresh draft; empty when the person left."""
    with looking(options) as desk:
        asking = Asking(ASKS, desk.season, desk.now, options.about)
    data(HOW)
    if not asking.all_told():
        return ""
    with changing(options) as desk:
        given = asking.given
        letter = begin_letter(
            desk.season,
            given["program"],
            Kind(given["kind"]),
            letter_id=new_id("l"),
            contact_ids=tuple(parts(given.get("people", ""))),
            now=desk.now,
            own=own_sources(),
            notice=words,
        )
        changed = letters.write_letter(desk.season, letter, now=desk.now)
        name = desk.season.programs_by_id[letter.program_id].name
        desk.change(f"Draft {letter.id}: {letter.kind} to {name}", changed, said=f"Draft {letter.id} is kept")
        return letter.id


def tell_sent(options: Namespace) -> int:
    """Which draft went out, and when; what stands in its way is asked about."""
    with looking(options) as desk:
        season = desk.season
    following = {one.id for one in season.followed}
    drafts = [one for one in season.letters if one.state in UNSENT and not one.trashed and one.program_id in following]
    if not drafts:
        data("No draft waits to be sent.")
        return DONE
    known = {one.id: f"{one.kind} to {season.programs_by_id[one.program_id].name}, {one.subject}" for one in drafts}
    if not options.about:
        data(f"{counted(len(drafts), 'draft')}.")
        for one in listed(known).splitlines():
            data(one)
    asking = Asking((_which(season, known), WHEN), season, desk.now, options.about)
    if not asking.all_told():
        return DONE
    writing = Writing(options, asking.given["letter"])
    writing.went_out(asking.given.get("at", ""))
    return DONE if writing.over else REFUSED


def _which(season: Season, known: dict[str, str]) -> Ask:
    by_number = one_of(known)

    def read(text: str, ground: Ground) -> Heard:
        return by_number(text if whole_number(text) is not None else find_letter(season, text).id, ground)

    return Ask("letter", "Which one went out?", read, needed=True, fits=lambda ground: listed(known))

"""Thank-yous for everyone met at a program, begun in one go."""

from __future__ import annotations

from argparse import Namespace
from functools import partial

from store.agenda import agenda, draft_for
from store.find import find_program
from store.ids import new_id
from store.numbers import counted
from store.records import Letter
from store.rules.letters import write_letters
from store.season import Season
from templates.drafts_for_each import drafts_for_each, in_order_of_the_day, owed_thanks
from templates.mail import to_text
from templates.own_templates import own_sources
from tui.command_line.desk import changing
from tui.command_line.running import DONE, FOUND
from tui.command_line.speaking import as_json, data, words


def thanks(options: Namespace) -> int:
    """Begin a thank-you for each person met who is still owed one and has no draft; 1 when nobody is."""
    with changing(options) as desk:
        program = find_program(desk.season, options.program)
        by_day = owed_thanks(agenda(desk.season, now=desk.now).of(program.id))
        owed = in_order_of_the_day(desk.season, (one for day in by_day.values() for one in day))
        missing = tuple(one for one in owed if draft_for(desk.season, one) is None)
        begun = drafts_for_each(desk.season, missing, new_id=partial(new_id, "l"), now=desk.now, own=own_sources())
        if begun:
            label = f"Begun: {counted(len(begun), 'thank-you')} to {program.name}"
            said = f"{counted(len(begun), 'thank-you draft')} kept, one for each person"
            desk.change(label, write_letters(desk.season, begun, now=desk.now), said=said)
        elif owed:
            words(f"Everyone met at {program.name} has a draft already.")
        else:
            words(f"Nobody met at {program.name} is owed a thank-you now.")
        _print(desk.season, begun, options)
    return DONE if owed else FOUND


def _print(season: Season, begun: tuple[Letter, ...], options: Namespace) -> None:
    if options.json:
        as_json(
            {"letters": [{"id": one.id, "to": list(one.contact_ids), "body": one.body} for one in begun]},
        )
        return
    for letter in begun:
        data(f"{letter.id}\n{to_text(season, letter).rstrip()}\n")

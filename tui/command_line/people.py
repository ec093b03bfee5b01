"""People at programs: recorded, or what is new about them."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import Any

from store.clean_text import clean_line
from store.find import find_program
from store.ids import new_id
from store.records import Contact
from store.rules import people
from store.words import Role
from tui.command_line.desk import changing
from tui.command_line.running import DONE
from tui.command_line.speaking import words
from tui.command_line.typed import typed_day


def add_contact(options: Namespace) -> int:
    """Record a person at a program, or what is new about one."""
    name = clean_line(options.name, what="The name")
    with changing(options) as desk:
        program = find_program(desk.season, options.program)
        told = {field: getattr(options, field) for field in ("email", "title", "phone")}
        given: dict[str, Any] = {field: value for field, value in told.items() if value is not None}
        if options.promised is not None:
            given["promised"] = typed_day(options.promised, now=desk.now) if options.promised.strip() else None
        there = desk.season.contacts_of.get(program.id, ())
        called = people.as_greeted(Contact("", program.id, name, Role(options.role))).name
        names = {name.casefold(), called.casefold()}
        known = next((one for one in there if one.name.casefold() in names), None)
        if known is None:
            contact = Contact(new_id("c"), program.id, name, Role(options.role), **given)
            changed = people.add_contact(desk.season, contact, now=desk.now)
        else:
            contact = replace(known, role=Role(options.role), **given)
            changed = people.edit_contact(desk.season, known.id, now=desk.now, role=contact.role, **given)
        desk.change(f"{program.name}: {contact.name}, {contact.role}", changed, made=contact.id)
        words(f"{contact.id} {contact.name}")
    return DONE

"""What to type for a follow-up in plain lines: the command that does it, or the form that asks for it."""

from __future__ import annotations

import shlex
from collections.abc import Callable

from store.agenda import FollowUp
from store.records import Letter
from store.season import Season

WAYS: tuple[tuple[str, Callable[[FollowUp], bool], str], ...] = (
    ("F02", lambda item: item.key.endswith(":scores"), "`prematch score {}` shows what may be scored"),
    ("F02", lambda item: True, "`prematch debrief {}` asks for it line by line"),
    ("F12", lambda item: True, "`prematch form rank` goes through the list"),
    ("F13", lambda item: True, "`prematch profile ecfmg=certified` notes it"),
    ("F19", lambda item: item.key == "F19:outcome", "`prematch outcome` records it"),
    ("F19", lambda item: item.key == "F19:keep", "`prematch archive` writes it"),
)
"""For each rule of follow-ups, which of its items, and what is typed for them; the first that fits holds."""


def typed(name: str) -> str:
    """That name as a shell takes it, in the quotes that are heard with least trouble."""
    return f'"{name}"' if "'" in name and not set(name) & set('"$`\\!') else shlex.quote(name)


def way_on(season: Season, item: FollowUp) -> str:
    """What to type for what no message answers, as a sentence; empty where it is not done here."""
    program = season.programs_by_id.get(item.program_id)
    name = typed(program.name) if program else ""
    found = next((words for rule, fits, words in WAYS if rule == item.rule and fits(item)), "")
    return f"{found.format(name)}." if found else ""


def way_to_write(season: Season, letter: Letter) -> str:
    """How the message that answers a follow-up is written on, or begun, as a sentence."""
    if letter.id in season.letters_by_id:
        return f"Your draft. `prematch form message {letter.id}` goes on with it."
    program = season.programs_by_id.get(letter.program_id)
    named = f"{typed(program.name)} " if program else ""
    return f"Not begun yet; `prematch draft {named}--kind {letter.kind}` begins it. It would read:"

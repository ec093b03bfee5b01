"""Sentences that name keys: a place such as `{rows.new}` in them is spelled as the key in force for that command."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from tui.command_table import Command, table_of

PLACE = re.compile(r"\{([a-z-]+\.[a-z-]+)\}")
"""A key by the id of its command, in a sentence of ours."""
UNDO, REDO = "{everywhere.undo} undo", "{everywhere.redo} redo"
"""What can be done about most of what is said."""


class Spelling:
    """Knows which key every command has, as long as nobody changes it; only sentences of ours are spelled."""

    def __init__(self, chosen: Mapping[str, str] | None = None) -> None:
        """`chosen` holds the keys that a person has put in place of the shipped ones, by command id."""
        self.chosen = dict(chosen or {})

    def __call__(self, sentence: str) -> str:
        """That sentence with its keys; raises KeyError for a place that no command has."""
        return PLACE.sub(lambda found: self.key(found[1]), sentence)

    def key(self, command_id: str) -> str:
        """The first key of that command, as a person reads it; raises KeyError when there is none of that id."""
        for one in table_of(command_id.partition(".")[0]):
            if one.id == command_id:
                return one.on(self.chosen).shown_first
        raise KeyError(command_id)

    def command(self, command: Command) -> Command:
        """That command with the keys in force, in its help too."""
        return replace(command.on(self.chosen), help=self(command.help))


AS_SHIPPED = Spelling()
"""The keys as they come, where no settings speak."""


def spelling_of(app: object) -> Spelling:
    """The spelling of that app; the shipped one for an app that has no keys of its own."""
    spell = getattr(app, "spell", None)
    return spell if isinstance(spell, Spelling) else AS_SHIPPED

"""What a person may set: theme, glyphs, in which order days are written, how to quit, and keys."""

from __future__ import annotations

import os
from dataclasses import field, replace
from pathlib import Path

from store.dates import DayOrder
from store.frozen_record import record

THEME_NAMES = (
    "season-dark",
    "season-light",
    "high-contrast",
    "colour-blind",
    "colour-blind-light",
    "ansi-dark",
    "ansi-light",
)
GLYPHS = ("auto", "unicode", "ascii")
COLORS = ("auto", "never")
QUIT = ("twice", "once")
DATES = tuple(order.value for order in DayOrder)
MOST_SAID = 2
"""So many troubles are said in full at the start; where two or more are left, their number is."""


@record(frozen=True, slots=True)
class Settings:
    """The settings in force."""

    theme: str = THEME_NAMES[0]
    """Name of the theme."""
    glyphs: str = GLYPHS[0]
    """`auto`, `unicode` or `ascii`."""
    color: str = COLORS[0]
    """`auto`, or `never` for greys and shapes alone."""
    dates: DayOrder = DayOrder.DAY_FIRST
    """In which order days are written, and read where they are typed."""
    quit_once: bool = False
    """True leaves at the first `q`."""
    keys: dict[str, str] = field(default_factory=dict)
    """Other keys for commands, by command id."""
    troubles: tuple[str, ...] = ()
    """What could not be understood, a sentence each; the default stands instead."""
    given: frozenset[str] = frozenset()
    """Names of the settings that the file holds and that could be understood."""

    @property
    def keymap(self) -> dict[str, str]:
        """Those keys as Textual takes them: it reads a comma as the end of one key."""
        return {command_id: "comma" if key == "," else key for command_id, key in self.keys.items()}

    @property
    def said_at_start(self) -> tuple[str, ...]:
        """What could not be understood, as far as it may be said without covering the screen."""
        first, more = self.troubles[:MOST_SAID], self.troubles[MOST_SAID:]
        if len(more) < 2:
            return self.troubles
        count = f"{len(more)} more lines of the settings were not understood"
        return (*first, f"{count}: `prematch settings` names them all.")

    @property
    def ascii_only(self) -> bool:
        """True when the screen must keep to plain ASCII."""
        if self.glyphs != "auto":
            return self.glyphs == "ascii"
        if os.environ.get("TERM", "") in {"linux", "dumb"}:
            return True
        spoken = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "UTF-8"
        return "utf" not in spoken.lower()


def unread(path: Path, why: str, before: Settings | None) -> Settings:
    """What holds when the file could not be read at all: what held before, or the defaults; and why."""
    holds = "the defaults hold" if before is None else "nothing changes"
    words = f"The settings in {path.name} could not be read, so {holds}: {why}. Your season is not touched."
    return replace(before or Settings(), troubles=(words,), given=frozenset())

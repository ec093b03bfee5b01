"""The data as lines of the season view: where it is, how much there is, its backups, and what was done last."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from store.dates import show_moment_short
from store.frozen_record import record
from store.numbers import counted
from store.step_ways import Entry
from tui.backup_lines import Line, backup_lines
from tui.copies_beside import copy_lines
from tui.season_counts import amounts
from tui.season_lines import Section, two_columns
from tui.spelling import Spelling
from tui.state import SeasonState
from tui.widgets.table_paint import MUTED, TableRow, cell

if TYPE_CHECKING:
    from store.backup_reading import Examined

CHANGES_SHOWN = 8


@record(frozen=True, slots=True)
class DataFacts:
    """What is known about the files."""

    path: str
    """The season file."""
    saved: str
    """When it was last written, and how large it is."""
    settings: str
    """The settings file."""
    state_folder: str
    """Where the last copied text is kept."""
    history: tuple[Entry, ...] | None = None
    """What was done, newest first; None until it has been read."""
    copies: tuple[Path, ...] = ()
    """Other copies of the season that wait to be brought in."""
    backups: tuple[Examined, ...] | None = None
    """The backups, newest first; None until they have been looked into."""


def data_section(state: SeasonState, facts: DataFacts, width: int) -> Section:
    """Where the season is, what is in it, and what was done last."""
    groups = (
        ("Where it is", _places(facts, state.spell)),
        ("What is in it", amounts(state)),
        ("Backups", backup_lines(facts.backups, state)),
        ("Done last", _done(facts.history, state)),
    )
    rows: list[TableRow] = []
    about: dict[str, tuple[str, str]] = {}
    for title, lines in groups:
        rows += [TableRow()] if rows else []
        rows.append(TableRow(words=title))
        for key, label, value, remark in lines:
            rows.append(TableRow(key, (cell(label, MUTED), cell(value))))
            about[key] = (f"{label}: {value}", remark)
    return Section(two_columns(width), tuple(rows), about)


def _places(facts: DataFacts, spell: Spelling) -> list[Line]:
    return [
        ("file", "Season file", facts.path, "The whole season is in this one file; its backups are kept beside it."),
        ("saved", "Last saved", facts.saved, "Every change is saved at once; there is nothing to press."),
        *_ways_in_and_out(facts.copies, spell),
        (
            "settings",
            "Settings",
            facts.settings,
            spell("Theme, signs and keys; {season.edit} or {everywhere.settings} changes them."),
        ),
        ("state", "Last copied text", facts.state_folder, "Whatever you copy is also kept in a file there."),
        ("network", "Network", "not used", "Nothing leaves this machine unless you copy it, mail it or send the file."),
    ]


def _ways_in_and_out(copies: tuple[Path, ...], spell: Spelling) -> list[Line]:
    """Other copies and calendars: what can be brought in, and what can be written."""
    return [
        (
            "copy",
            "Another copy",
            spell("{everywhere.bring-in} brings one in"),
            "Worked on apart, such as on a stick: both are brought together.",
        ),
        *copy_lines(copies, spell),
        (
            "archive",
            "Archive",
            spell("{everywhere.archive} writes one"),
            "The whole season as a folder of pages and tables that need no program.",
        ),
        (
            "calendar",
            "Calendar",
            spell("{season.calendar} writes an .ics"),
            "Interviews and key dates for any calendar; written again, it updates.",
        ),
        (
            "portal",
            "A portal’s .ics",
            spell("{season.read-calendar} reads it"),
            "Interviews from it, shown first; its later changes are recognised.",
        ),
    ]


def _done(history: tuple[Entry, ...] | None, state: SeasonState) -> list[Line]:
    if history is None:
        return [("steps", "Undo", "looking …", "")]
    standing = [entry.step for entry in history if not entry.taken_back]
    back = len(history) - len(standing)
    words = f"{counted(len(standing), 'step')} can be taken back"
    words += f", {back} can be done again" if back else ""
    keys = "{everywhere.undo} takes back the newest, {everywhere.redo} does it again, also after a restart."
    found = [("steps", "Undo", words, state.spell(keys))]
    found += [
        (f"step:{step.id}", show_moment_short(step.at.seen_from(state.now.zone)), step.label, "  ".join(step.aside))
        for step in standing[:CHANGES_SHOWN]
    ]
    return found

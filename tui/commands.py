"""Which commands work on which screen, and what derives from them: bindings and the key line.

The help page, the palette and the README's table derive from here too; the commands stand in `command_table` and
`screen_commands`.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding

from tui.command_table import (
    ABSENT,
    CALENDAR,
    CERTIFY,
    COMMANDS,
    COMPARE,
    DRAFT,
    EDITOR,
    EVERYWHERE,
    FIT,
    FIT_WEIGHTS,
    IMPORT,
    LISTS,
    MERGE,
    MESSAGES,
    PROGRAM,
    PROGRAMS,
    RANK,
    REVIEW,
    ROWS,
    SCOPES,
    SCREEN,
    SEASON,
    SHOWN_KEYS,
    STATUSES,
    TIMELINE,
    VIEWS,
    WEIGHTS,
    WELCOME,
    Command,
    all_commands,
    commands_of,
    table_of,
)

__all__ = [
    "ABSENT",
    "CALENDAR",
    "CERTIFY",
    "CHANGING",
    "COMPARE",
    "DRAFT",
    "EDITOR",
    "EVERYWHERE",
    "FIT",
    "FIT_WEIGHTS",
    "IMPORT",
    "LISTS",
    "MERGE",
    "MESSAGES",
    "PROGRAM",
    "PROGRAMS",
    "RANK",
    "REVIEW",
    "ROWS",
    "SCOPES",
    "SCREEN",
    "SEASON",
    "SHOWN_KEYS",
    "STATUSES",
    "TIMELINE",
    "VIEWS",
    "WEIGHTS",
    "WELCOME",
    "Command",
    "all_commands",
    "bindings_of",
    "changes_the_season",
    "commands_of",
    "key_line_of",
    "key_line_of_scope",
    "table_of",
]

FILTER, FINDS = "lists.filter", "app.palette"
AHEAD = frozenset({"everywhere.take-over", "everywhere.quit-now"})
"""Commands whose key comes before the same key of any screen and question, for as long as they make sense at all."""

CHANGING = frozenset(
    f"{scope}.{name}"
    for scope, names in {
        EVERYWHERE: "undo redo bring-in",
        LISTS: "repeat",
        ROWS: "status message invited book debrief snooze done add new edit tier tags rule import trash",
        REVIEW: "done snooze message not-needed sent add edit remove reopen bring-back",
        MESSAGES: "new sent ready promise trash",
        RANK: "move-down move-up place include scores save-points lock promise",
        COMPARE: "left right even scores",
        WEIGHTS: "accept new rename remove",
        CERTIFY: "certified lock",
        FIT: "signal new-fact",
        FIT_WEIGHTS: "accept",
        SEASON: "edit-all new trash read-calendar",
        WELCOME: "start sheet list",
        IMPORT: "accept without",
        CALENDAR: "accept without",
        MERGE: "accept",
        STATUSES: "finish",
        EDITOR: "insert external revision",
        DRAFT: "sent snooze trash ready to revisions",
    }.items()
    for name in names.split()
)
"""Commands that come to nothing in a window that only reads: there they are refused before anything is asked."""


def changes_the_season(screen: str, action: str) -> bool:
    """Is that action, of that screen or of all, one that changes the season? An empty name is no screen of ours."""
    name = action.rpartition(".")[2]
    commands = (*(commands_of(screen) if screen else ()), *COMMANDS[EVERYWHERE])
    return any(one.id in CHANGING for one in commands if one.action.rpartition(".")[2] == name)


def bindings_of(screen: str) -> list[Binding]:
    """Textual bindings for that screen; each key stands once.

    Where nothing can be filtered, the key for it finds by name: what is typed behind it would act as commands else.
    """
    taken: set[str] = set()
    bindings: list[Binding] = []
    source = table_of(EVERYWHERE) if screen == EVERYWHERE else tuple(commands_of(screen))
    for command in source:
        keys = [key for key in command.keys if key not in taken]
        taken.update(keys)
        bindings += [
            Binding(
                key,
                command.action,
                command.label,
                show=False,
                id=command.id if key == command.keys[0] else None,
                priority=command.id in AHEAD,
            )
            for key in keys
        ]
    bindings += [
        Binding(key, FINDS, show=False, id=command.id if key == command.keys[0] else None)
        for command in table_of(LISTS)
        if command.id == FILTER and LISTS in SCOPES.get(screen, ()) and FILTER in ABSENT.get(screen, ())
        for key in command.keys
        if key not in taken
    ]
    return bindings


def key_line_of(screen: str) -> tuple[Command, ...]:
    """The commands on the key line of that screen, most useful first."""
    return _by_rank(command for command in commands_of(screen) if command.line)


def key_line_of_scope(scope: str) -> tuple[Command, ...]:
    """The commands of that scope alone, most useful first; for a screen whose keys change with the focus."""
    return _by_rank(command for command in table_of(scope) if command.line)


def _by_rank(offers: Iterable[Command]) -> tuple[Command, ...]:
    return tuple(sorted(offers, key=lambda command: command.line))

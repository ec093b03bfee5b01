"""Which commands work on which screen, and what derives from them: bindings and the key line.

The help page, the palette and the README's table derive from here too; the commands stand in `command_table` and
`screen_commands`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.binding import Binding

from tui.command_table import (
    CALENDAR,
    CERTIFY,
    COMMANDS,
    COMPARE,
    DRAFT,
    EDITOR,
    EVERYWHERE,
    IMPORT,
    LISTS,
    MERGE,
    MESSAGES,
    PROGRAM,
    PROGRAMS,
    RANK,
    REVIEW,
    ROWS,
    SCREEN,
    SEASON,
    SHOWN_KEYS,
    STATUSES,
    TIMELINE,
    VIEWS,
    WEIGHTS,
    WELCOME,
    Command,
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

SCOPES: dict[str, tuple[str, ...]] = {
    TIMELINE: (TIMELINE, ROWS, LISTS, SCREEN),
    PROGRAMS: (PROGRAMS, ROWS, LISTS, SCREEN),
    REVIEW: (REVIEW, LISTS, SCREEN),
    MESSAGES: (MESSAGES, LISTS, SCREEN),
    RANK: (RANK, LISTS, SCREEN),
    SEASON: (SEASON, LISTS, SCREEN),
    PROGRAM: (PROGRAM, ROWS, LISTS, SCREEN),
    EDITOR: (EDITOR, DRAFT, SCREEN),
    WELCOME: (WELCOME,),
    IMPORT: (IMPORT, LISTS, SCREEN),
    CALENDAR: (CALENDAR, LISTS, SCREEN),
    MERGE: (MERGE, LISTS, SCREEN),
    COMPARE: (COMPARE, LISTS, SCREEN),
    WEIGHTS: (WEIGHTS, LISTS, SCREEN),
    CERTIFY: (CERTIFY, LISTS, SCREEN),
    STATUSES: (STATUSES, LISTS, SCREEN),
}
"""What applies on each screen, nearest first; a key of a nearer scope hides the same key further out."""

_NARROWING = frozenset(
    {"lists.filter", "lists.saved-filters", "lists.select", "lists.extend", "lists.select-all"},
)
ABSENT: dict[str, frozenset[str]] = {
    SEASON: _NARROWING | {"lists.repeat"},
    RANK: frozenset({"lists.filter", "lists.saved-filters", "lists.repeat"}),
    COMPARE: _NARROWING | {"lists.repeat", "lists.go"},
    WEIGHTS: _NARROWING | {"lists.repeat", "lists.go"},
    CERTIFY: frozenset({"lists.filter", "lists.saved-filters", "lists.repeat", "lists.go"}),
    PROGRAM: _NARROWING | {"rows.open"},
    MERGE: _NARROWING | {"lists.repeat", "lists.go"},
    EDITOR: frozenset({"screen.back"}),
    IMPORT: _NARROWING | {"lists.repeat", "lists.go", "lists.top"},
    CALENDAR: _NARROWING | {"lists.repeat", "lists.go", "lists.top"},
    STATUSES: _NARROWING | {"lists.repeat", "lists.go", "screen.back"},
}
"""Commands of an outer scope that make no sense on a screen."""

AHEAD = frozenset({"everywhere.take-over", "everywhere.quit-now"})
"""Commands whose key comes before the same key of any screen and question, for as long as they make sense at all."""

CHANGING = frozenset(
    f"{scope}.{name}"
    for scope, names in {
        EVERYWHERE: "undo redo bring-in",
        LISTS: "repeat",
        ROWS: "status message invited book debrief snooze done add new edit tier tags rule import trash",
        REVIEW: "done snooze message not-needed sent add reopen bring-back",
        MESSAGES: "new sent ready promise trash",
        RANK: "move-down move-up place include scores save-points lock promise",
        COMPARE: "left right even scores",
        WEIGHTS: "accept new",
        CERTIFY: "certified lock",
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


def table_of(scope: str) -> tuple[Command, ...]:
    """The commands of that scope alone."""
    first = COMMANDS.get(scope)
    if first is not None:
        return first
    from tui.screen_commands import SCREEN_COMMANDS  # not needed for the first picture

    return SCREEN_COMMANDS[scope]


def all_commands() -> dict[str, tuple[Command, ...]]:
    """Every scope with its commands, in the order in which they are explained."""
    from tui.screen_commands import SCREEN_COMMANDS

    return COMMANDS | SCREEN_COMMANDS


def commands_of(screen: str) -> Iterator[Command]:
    """The commands that work on that screen, without those that work everywhere, no key twice."""
    taken: set[str] = set()
    for scope in SCOPES[screen]:
        for command in table_of(scope):
            if command.id in ABSENT.get(screen, ()) or command.keys[0] in taken:
                continue
            taken.update(command.keys)
            yield command


def changes_the_season(screen: str, action: str) -> bool:
    """Is that action, of that screen or of all, one that changes the season? An empty name is no screen of ours."""
    name = action.rpartition(".")[2]
    commands = (*(commands_of(screen) if screen else ()), *COMMANDS[EVERYWHERE])
    return any(one.id in CHANGING for one in commands if one.action.rpartition(".")[2] == name)


def bindings_of(screen: str) -> list[Binding]:
    """Textual bindings for that screen; each key stands once."""
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
    return bindings


def key_line_of(screen: str) -> tuple[Command, ...]:
    """The commands on the key line of that screen, most useful first."""
    return _by_rank(command for command in commands_of(screen) if command.line)


def key_line_of_scope(scope: str) -> tuple[Command, ...]:
    """The commands of that scope alone, most useful first; for a screen whose keys change with the focus."""
    return _by_rank(command for command in table_of(scope) if command.line)


def _by_rank(offers: Iterable[Command]) -> tuple[Command, ...]:
    return tuple(sorted(offers, key=lambda command: command.line))

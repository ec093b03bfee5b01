"""The commands that work everywhere, in lists, on programs and on the timeline, declared once each.

Those of the other screens stand in `screen_commands`: key, action, label, help, in the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from store.frozen_record import record


@record(frozen=True, slots=True)
class Command:
    """One thing a person can do with a key."""

    id: str
    """Stable name, used by keymaps: `timeline.zoom-in`."""
    keys: tuple[str, ...]
    """Keys as Textual names them, or single characters; the first is the one shown."""
    action: str
    """The Textual action it runs."""
    label: str
    """One or two words for the key line."""
    help: str
    """What it does, in one sentence."""
    group: str = ""
    """Heading on the help page."""
    line: int = 0
    """Rank on the key line, 1 first; 0 keeps it off."""

    @property
    def shown(self) -> str:
        """The keys as a person reads them."""
        return " ".join(SHOWN_KEYS.get(key, key) for key in self.keys[:2])

    @property
    def shown_first(self) -> str:
        """The key that sentences name."""
        return SHOWN_KEYS.get(self.keys[0], self.keys[0])

    def on(self, chosen: Mapping[str, str]) -> Command:
        """The same on the key a person chose for it, by id, in place of its first."""
        if self.id not in chosen:
            return self
        keys = (chosen[self.id], *self.keys[1:])
        return Command(self.id, keys, self.action, self.label, self.help, self.group, self.line)


SHOWN_KEYS = {"escape": "esc", "delete": "del", "shift+tab": "shift+tab", "question_mark": "?", "comma": ","} | {
    f"f{number}": f"F{number}" for number in range(1, 13)
}

EVERYWHERE, SCREEN, LISTS, ROWS = "everywhere", "screen", "lists", "rows"
TIMELINE, PROGRAMS, REVIEW, MESSAGES, RANK, SEASON = "timeline", "programs", "review", "messages", "rank", "season"
PROGRAM, EDITOR, IMPORT, MERGE, WELCOME = "program", "editor", "import", "merge", "welcome"
COMPARE, WEIGHTS, CERTIFY = "compare", "weights", "certify"
FIT, FIT_WEIGHTS = "fit", "fit-weights"
CALENDAR, STATUSES = "calendar", "statuses"
DRAFT = "draft"
"""What the plain letters do in the editor once the text is left."""

VIEWS: tuple[tuple[str, str], ...] = (
    (TIMELINE, "Timeline"),
    (PROGRAMS, "Programs"),
    (REVIEW, "Review"),
    (MESSAGES, "Messages"),
    (RANK, "Rank"),
    (SEASON, "Season"),
)


def table(scope: str, group: str, *rows: tuple[str, str, str, str, str, int]) -> tuple[Command, ...]:
    """The commands of a scope under one heading: name, keys, action, label, help, rank on the key line."""
    return tuple(
        Command(f"{scope}.{name}", tuple(keys.split()), action, label, help_, group, line)
        for name, keys, action, label, help_, line in rows
    )


_VIEW_HELP = {
    TIMELINE: "The whole season as a timeline.",
    PROGRAMS: "Every program in a table.",
    REVIEW: "What is due, to be cleared one key at a time.",
    MESSAGES: "Drafts, ready and sent messages, and templates.",
    RANK: "Your rank order list.",
    SEASON: "Your profile and the key dates.",
}

COMMANDS: dict[str, tuple[Command, ...]] = {
    EVERYWHERE: table(
        EVERYWHERE,
        "Everywhere",
        *(
            (view, str(place), f"view('{view}')", name, _VIEW_HELP[view], 0)
            for place, (view, name) in enumerate(VIEWS, 1)
        ),
        ("palette", ": ctrl+p", "palette", "commands", "Find a command, a program or a view by typing.", 0),
        ("keys", "? f1", "keys", "keys", "The keys of this screen; type to search, enter runs one.", 0),
        ("settings", "comma", "settings", "settings", "Theme, signs, keys, how to quit: changed at once.", 0),
        ("undo", "u ctrl+z", "undo", "undo", "Take back the last change.", 0),
        ("redo", "U ctrl+r", "redo", "redo", "Do again what was taken back.", 0),
        ("rights", "f12", "rights", "rights", "What they may not ask, what to answer, where to report.", 0),
        ("back-up", "f5", "back_up", "back up", "Back up now: keep a copy of the season as it is.", 0),
        ("keep-copy", "f2", "keep_copy", "keep a copy", "Write the season to another file too, such as on a stick.", 0),
        ("archive", "f3", "archive", "archive", "Write the whole season as a folder that needs no program.", 0),
        ("take-over", "r", "take_over", "take over", "In a window that only reads: change things here, once free.", 0),
        ("history", "f6", "history", "history", "Everything that was done; go back to any of it.", 0),
        ("trash", "f8", "show_trash", "trash", "Trash, newest first: bring back any of it.", 0),
        ("demo", "f9", "demo", "demo", "Look around in a demo season, or come back from it.", 0),
        ("bring-in", "f7", "bring_in", "bring in", "Bring in another copy of this season, made apart.", 0),
        ("suspend", "f10", "suspend", "suspend", "Back to the shell for a while; fg there brings all of it back.", 0),
        ("quit-now", "ctrl+q", "quit_now", "quit", "Save and leave at once.", 0),
    ),
    SCREEN: table(
        SCREEN,
        "This screen",
        ("back", "escape", "back", "back", "One level back: selection, filter, screen. Never quits.", 0),
        ("close", "q", "close", "close", "Close this screen; at a view, twice within two seconds quits.", 0),
    ),
    LISTS: table(
        LISTS,
        "Moving",
        ("down", "j down", "down", "down", "One row down.", 0),
        ("up", "k up", "up", "up", "One row up.", 0),
        ("page-down", "pagedown ctrl+f", "page_down", "page", "A screenful down.", 0),
        ("page-up", "pageup ctrl+b", "page_up", "page", "A screenful up.", 0),
        ("top", "home", "top", "top", "The first row.", 0),
        ("bottom", "end G", "bottom", "bottom", "The last row.", 0),
        ("go", "g", "go", "go to", "Go to: top, a date, the next interview, a key date, a program.", 0),
        ("saved-filters", "f", "saved_filters", "saved filters", "Apply a saved filter, save this one, remove one.", 0),
        ("filter", "/", "filter", "filter", "Show only what matches, such as status:bkd region:mw due<7d.", 6),
        ("select", "space", "select", "select", "Select this row and move down.", 7),
        ("extend", "v", "extend", "range", "Select from the last selected row to here.", 0),
        ("select-all", "A", "select_all", "all", "Select everything in view.", 0),
        ("repeat", ".", "repeat", "repeat", "Repeat the last action on this row or the selection.", 0),
    ),
    ROWS: table(
        ROWS,
        "Program",
        ("open", "enter o", "open", "open", "Open the program.", 1),
        ("status", "s", "status", "status", "Set the status, each by its own letter.", 2),
        ("message", "m", "message", "message", "Write a message; what fits this status comes first.", 3),
        ("invited", "i", "invited", "invite came", "An invitation came in: stamps the minute, asks for the dates.", 0),
        ("book", "B", "book", "book", "Book the interview, in the program's own zone.", 4),
        ("prepare", "P", "prepare", "prep", "The prep sheet of its interview: who, when, what to ask.", 0),
        ("debrief", "D", "debrief", "debrief", "Write down what stays in mind after its interview.", 0),
        ("snooze", "w", "snooze", "wait", "Put the next action off.", 5),
        ("done", "d", "done", "done", "The next action is done.", 0),
        (
            "add",
            "a",
            "add",
            "add",
            "Add an interview, a contact, a note, a fact, an answer, a question, a message that came in.",
            0,
        ),
        ("new", "n", "new_program", "new", "Add a program.", 0),
        ("edit", "e", "edit", "edit", "Change the facts of this program.", 0),
        ("tier", "T", "tier", "tier", "Set your own letter for this program or the selection.", 0),
        ("tags", "#", "tags", "tags", "Add tags, or take some away: nicu !reach.", 0),
        ("rule", "R", "contact_rule", "contact rule", "Record what the program says about being written to.", 0),
        ("fit", "F", "fit", "fit", "The shortlist by fit, each point with its reason; whom to signal.", 0),
        ("import", "I", "import_sheet", "import", "Take in a list of programs, saved as CSV or as .xlsx.", 0),
        ("copy", "y", "copy", "copy", "Copy this row as text.", 0),
        ("trash", "X delete", "trash", "trash", "Put it in the trash; {everywhere.undo} brings it back.", 0),
    ),
    TIMELINE: table(
        TIMELINE,
        "Timeline",
        ("earlier", "h left", "earlier", "earlier", "The time cursor one cell back.", 0),
        ("later", "l right", "later", "later", "The time cursor one cell on.", 0),
        ("screen-earlier", "H", "screen_earlier", "back", "One screenful back in time.", 0),
        ("screen-later", "L", "screen_later", "on", "One screenful on in time.", 0),
        ("previous-event", "[ <", "previous_event", "event", "The previous event on this row.", 0),
        ("next-event", "] >", "next_event", "event", "The next event on this row.", 0),
        ("previous-key-date", "{", "previous_key_date", "key date", "The previous key date.", 0),
        ("next-key-date", "}", "next_key_date", "key date", "The next key date.", 0),
        ("today", "t", "today", "today", "Back to today.", 0),
        ("zoom-in", "+ =", "zoom_in", "zoom", "Fewer days on the screen, each wider.", 8),
        ("zoom-out", "-", "zoom_out", "zoom", "More of the season on the screen.", 0),
        ("whole", "0", "whole_season", "whole", "The largest zoom that shows the whole season.", 0),
        ("clash", "!", "next_clash", "clash", "The next interview clash.", 0),
        ("sort", "S", "sort", "sort", "Sort the rows; the same order again turns it round.", 0),
        ("group", "b", "group", "group by", "Group by status, interview week, region or tier, or not at all.", 0),
        ("fold", "z", "fold", "fold", "Fold or open this group.", 0),
        ("fold-all", "Z", "fold_all", "fold all", "All open, quiet rows folded, or headings only, in turn.", 0),
        ("pane", "p", "pane", "pane", "The detail pane; on a heading and on narrow screens the season at a glance.", 0),
    ),
}
"""The tables the first picture needs, by scope."""

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
    FIT: (FIT, LISTS, SCREEN),
    FIT_WEIGHTS: (FIT_WEIGHTS, LISTS, SCREEN),
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
    FIT: frozenset({"lists.filter", "lists.saved-filters", "lists.repeat", "lists.go"}),
    FIT_WEIGHTS: _NARROWING | {"lists.repeat", "lists.go"},
    PROGRAM: _NARROWING | {"rows.open"},
    MERGE: _NARROWING | {"lists.repeat", "lists.go"},
    EDITOR: frozenset({"screen.back"}),
    IMPORT: _NARROWING | {"lists.repeat", "lists.go", "lists.top"},
    CALENDAR: _NARROWING | {"lists.repeat", "lists.go", "lists.top"},
    STATUSES: _NARROWING | {"lists.repeat", "lists.go", "screen.back"},
}
"""Commands of an outer scope that make no sense on a screen."""


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

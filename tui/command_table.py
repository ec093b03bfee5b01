"""Every command of the full screen, declared once: key, action, label, help."""

from __future__ import annotations

from collections.abc import Iterator

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


SHOWN_KEYS = {"escape": "esc", "delete": "del", "shift+tab": "shift+tab", "question_mark": "?", "f1": "F1"} | {
    f"f{number}": f"F{number}" for number in range(1, 13)
}

EVERYWHERE, SCREEN, LISTS, ROWS = "everywhere", "screen", "lists", "rows"
TIMELINE, PROGRAMS, REVIEW, MESSAGES, RANK, SEASON = "timeline", "programs", "review", "messages", "rank", "season"
PROGRAM, EDITOR, IMPORT, MERGE, WELCOME = "program", "editor", "import", "merge", "welcome"
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


def _numbered_views() -> Iterator[tuple[int, str, str]]:
    for place, (view, name) in enumerate(VIEWS, 1):
        yield place, view, name


def _table(scope: str, group: str, *rows: tuple[str, str, str, str, str, int]) -> tuple[Command, ...]:
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
    EVERYWHERE: _table(
        EVERYWHERE,
        "Everywhere",
        *((view, str(place), f"view('{view}')", name, _VIEW_HELP[view], 0) for place, view, name in _numbered_views()),
        ("palette", ": ctrl+p", "palette", "commands", "Find a command, a program or a view by typing.", 0),
        ("keys", "? f1", "keys", "keys", "The keys of this screen; type to search, enter runs one.", 0),
        ("undo", "u ctrl+z", "undo", "undo", "Take back the last change.", 0),
        ("redo", "U ctrl+r", "redo", "redo", "Do again what was taken back.", 0),
        ("back-up", "f5", "back_up", "back up", "Back up now: keep a copy of the season as it is.", 0),
        ("keep-copy", "f2", "keep_copy", "keep a copy", "Write the season to another file too, such as on a stick.", 0),
        ("archive", "f3", "archive", "archive", "Write the whole season as a folder that needs no program.", 0),
        ("take-over", "r", "take_over", "take over", "In a window that only reads: change things here, once free.", 0),
        ("history", "f6", "history", "history", "Everything that was done; go back to any of it.", 0),
        ("demo", "f9", "demo", "demo", "Look around in a demo season, or come back from it.", 0),
        ("bring-in", "f7", "bring_in", "bring in", "Bring in another copy of this season, made apart.", 0),
        ("quit-now", "ctrl+q", "quit_now", "quit", "Save and leave at once.", 0),
    ),
    SCREEN: _table(
        SCREEN,
        "This screen",
        ("back", "escape", "back", "back", "One level back: selection, filter, screen. Never quits.", 0),
        ("close", "q", "close", "close", "Close this screen; at a view, twice within two seconds quits.", 0),
    ),
    LISTS: _table(
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
    ROWS: _table(
        ROWS,
        "Program",
        ("open", "enter o", "open", "open", "Open the program.", 1),
        ("status", "s", "status", "status", "Set the status, each by its own letter.", 2),
        ("message", "m", "message", "message", "Write a message; what fits this status comes first.", 3),
        ("invited", "i", "invited", "invite came", "An invitation came in: stamps the minute, asks for the dates.", 0),
        ("book", "B", "book", "book", "Book the interview, in the program's own zone.", 4),
        ("snooze", "w", "snooze", "wait", "Put the next action off.", 5),
        ("done", "d", "done", "done", "The next action is done.", 0),
        ("add", "a", "add", "add", "Add an interview, a follow-up, a note, a contact or a message that came in.", 0),
        ("new", "n", "new_program", "new", "Add a program.", 0),
        ("edit", "e", "edit", "edit", "Change the facts of this program.", 0),
        ("tier", "T", "tier", "tier", "Set your own letter for this program or the selection.", 0),
        ("tags", "#", "tags", "tags", "Add tags, or take some away: nicu !reach.", 0),
        ("rule", "R", "contact_rule", "contact rule", "Record what the program says about being written to.", 0),
        ("import", "I", "import_sheet", "import", "Take in a spreadsheet saved as CSV.", 0),
        ("copy", "y", "copy", "copy", "Copy this row as text.", 0),
        ("trash", "X delete", "trash", "trash", "Put it in the trash; u brings it back.", 0),
    ),
    TIMELINE: _table(
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
    PROGRAMS: _table(
        PROGRAMS,
        "Programs",
        ("sort", "S", "sort", "sort", "Sort by a column; the same one again turns it round.", 8),
        ("pane", "p", "pane", "pane", "Show or hide the detail pane.", 0),
    ),
    REVIEW: _table(
        REVIEW,
        "Review",
        ("done", "d", "done", "done", "Done: clear it and go on to the next.", 1),
        ("snooze", "s w", "snooze", "snooze", "Put it off: days, tomorrow, Friday, after the next interview.", 2),
        ("message", "m", "message", "message", "Write or open the message that answers it.", 3),
        ("open", "enter o", "open", "open", "Open the program.", 4),
        ("not-needed", "x", "not_needed", "not needed", "It does not apply here; it will not come back.", 5),
        ("next-section", "tab", "next_section", "section", "The next section.", 6),
        ("previous-section", "shift+tab", "previous_section", "section", "The section before.", 0),
        ("add", "a", "add", "add", "Add a follow-up of your own.", 0),
        ("reopen", "u", "reopen", "undo", "Take back the last change; under Cleared today, bring this one back.", 0),
        ("bring-back", "r", "bring_back", "bring back", "Bring back what was put off or cleared.", 0),
        ("preview-down", "] >", "preview_down", "preview", "The preview half a page down.", 0),
        ("preview-up", "[ <", "preview_up", "preview", "The preview half a page up.", 0),
    ),
    MESSAGES: _table(
        MESSAGES,
        "Messages",
        ("open", "enter o", "open", "open", "Open the message.", 1),
        ("new", "n", "new_message", "new", "Write to a program.", 2),
        ("copy", "y", "copy", "copy", "Copy the message to the clipboard.", 3),
        ("sent", "M", "mark_sent", "mark as sent", "It has gone out: asks when.", 4),
        ("ready", "r", "ready", "ready", "Mark a draft as ready to send, or back.", 5),
        ("eml", "W", "write_eml", ".eml", "Write it as a mail file.", 0),
        ("mail", "Y", "open_mail", "mail app", "Hand it to the mail program.", 0),
        ("trash", "X delete", "trash", "trash", "Put it in the trash; u brings it back.", 0),
        ("next-section", "tab", "next_section", "section", "Drafts, Ready, Sent, Received, Templates.", 6),
        ("previous-section", "shift+tab", "previous_section", "section", "The section before.", 0),
        ("preview-down", "] >", "preview_down", "preview", "The preview half a page down.", 0),
        ("preview-up", "[ <", "preview_up", "preview", "The preview half a page up.", 0),
    ),
    RANK: _table(
        RANK,
        "Rank list",
        ("move-down", "J", "move_down", "move down", "One place down.", 1),
        ("move-up", "K", "move_up", "move up", "One place up.", 2),
        ("place", "#", "place", "place", "Type the place it should take.", 3),
        ("include", "x", "include", "rank or not", "Put it on the list, or take it off.", 4),
        ("lock", "L", "lock", "lock", "Lock the list against slips, or unlock it.", 5),
        ("copy", "y", "copy", "copy", "Copy the list as text.", 0),
        ("open", "enter o", "open", "open", "Open the program.", 6),
        ("pane", "p", "pane", "pane", "Show or hide the detail pane.", 0),
    ),
    SEASON: _table(
        SEASON,
        "Season",
        (
            "edit",
            "e enter",
            "edit",
            "edit",
            "Change the selected line; on a backup, ask to bring it back.",
            1,
        ),
        ("edit-all", "E", "edit_profile", "edit profile", "Go through the whole profile.", 2),
        ("new", "n", "new_key_date", "new key date", "Add a key date of your own.", 3),
        ("trash", "X delete", "trash", "remove", "Remove your key date, or your correction of a shipped one.", 0),
        ("next-section", "tab", "next_section", "section", "Profile, Key dates, Data.", 8),
        ("previous-section", "shift+tab", "previous_section", "section", "The section before.", 0),
    ),
    PROGRAM: _table(
        PROGRAM,
        "Program",
        ("open", "enter o", "open", "open", "Open what is under the cursor: a message, a person, an interview.", 1),
        ("previous-program", "[ <", "previous_program", "previous", "The previous program of the list.", 0),
        ("next-program", "] >", "next_program", "next", "The next program of the list.", 8),
        ("next-pane", "tab", "next_pane", "pane", "The next part of this screen.", 0),
        ("previous-pane", "shift+tab", "previous_pane", "pane", "The part before.", 0),
    ),
    WELCOME: _table(
        WELCOME,
        "Welcome",
        (
            "demo",
            "d",
            "app.demo",
            "look at a demo",
            "A made-up season to look around in; yours stays untouched.",
            1,
        ),
        ("start", "s", "start", "set up mine", "A few facts about you; all but the name can wait.", 2),
        ("sheet", "i", "sheet", "I have a spreadsheet", "Take in your programs from a spreadsheet saved as CSV.", 3),
        ("later", "escape enter", "later", "go on", "Go to the empty timeline.", 4),
    ),
    IMPORT: _table(
        IMPORT,
        "Spreadsheet",
        ("accept", "enter", "accept", "take them in", "Add these programs; one undo takes all of it back.", 1),
        ("without", "w", "without", "leave out the refused rows", "Take in the good rows only.", 2),
        ("other", "o", "other", "another file", "Choose another file.", 3),
    ),
    MERGE: _table(
        MERGE,
        "Another copy",
        ("accept", "enter", "accept", "bring all in", "Bring in the other copy; one undo takes all of it back.", 1),
        ("mine", "h left", "mine", "mine", "Where both differ: keep what stands here.", 2),
        ("theirs", "l right", "theirs", "theirs", "Where both differ: take what the other copy says.", 3),
        ("all-mine", "H", "all_mine", "all mine", "Keep what stands here in every place.", 4),
        ("all-theirs", "L", "all_theirs", "all theirs", "Take what the other copy says in every place.", 5),
        ("full", "v", "full", "in full", "More room for both sides of this line, and back.", 6),
        ("other", "o", "other", "another file", "Choose another file.", 7),
    ),
    EDITOR: _table(
        EDITOR,
        "Message",
        ("leave", "escape", "leave", "leave text", "Leave the text; it is saved already. Once more closes it.", 1),
        ("next-blank", "tab", "next_blank", "next blank", "On to the next place that is not filled in.", 2),
        ("previous-blank", "shift+tab", "previous_blank", "blank before", "Back to the one before, or the subject.", 0),
        ("next-check", "f8", "next_check", "next check", "Go to the next thing the checks found.", 3),
        ("insert", "ctrl+t", "insert", "insert", "Insert a fact you have recorded, or what a check proposes.", 4),
        ("external", "f4", "external", "$EDITOR", "Write in your own editor.", 5),
        ("revision", "ctrl+s", "keep_revision", "revision", "Keep this text as a revision.", 6),
    ),
    DRAFT: _table(
        DRAFT,
        "Message, outside its text",
        ("copy", "y", "copy", "copy", "Copy the message to the clipboard.", 1),
        ("sent", "M", "mark_sent", "mark as sent", "It has gone out: asks when, today if you press enter.", 2),
        ("edit", "e enter", "edit", "edit", "Back to the text.", 3),
        ("mail", "Y", "open_mail", "mail app", "Hand it to the mail program.", 4),
        ("eml", "W", "write_eml", ".eml", "Write it as a mail file.", 5),
        ("snooze", "w", "snooze", "wait", "Put off the follow-up it answers.", 6),
        ("trash", "X delete", "trash", "trash", "Put it in the trash; u brings it back.", 7),
        ("ready", "r", "ready", "ready", "Mark it as ready to send, or back to a draft.", 0),
        ("to", "t", "choose_recipient", "to", "Choose whom it goes to.", 0),
        ("revisions", "v", "revisions", "revisions", "Bring back an earlier text of it.", 0),
    ),
}

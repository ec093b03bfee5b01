"""Messages by how far they have come, and the templates, as tables."""

from __future__ import annotations

from store.dates import Home, show_day_short
from store.filters import Filter, View
from store.follow_ups.letters_between import answered
from store.frozen_record import record
from store.moments import Moment
from store.records import Letter
from store.season import Season
from store.waiting import ASKS
from store.words import OUTGOING_KINDS, Direction, Kind, LetterState, Promise
from tui.list_filter import lets_through
from tui.promise_table import NO_PROMISES, broken_promises, promise_rows
from tui.state import SeasonState
from tui.widgets.list_columns import Wanted, cells_for, fitted_columns
from tui.widgets.table_paint import DUE, LATE, MUTED, PLAIN, Cell, Column, TableRow

DRAFTS, READY, SENT, RECEIVED = "drafts", "ready", "sent", "received"
PROMISES, TEMPLATES = "promises", "templates"
NAMES = {
    DRAFTS: "Drafts",
    READY: "Ready",
    SENT: "Sent",
    RECEIVED: "Received",
    PROMISES: "Promises",
    TEMPLATES: "Templates",
}
IN_SECTION = {
    LetterState.DRAFT: DRAFTS,
    LetterState.READY: READY,
    LetterState.SENT: SENT,
    LetterState.RECEIVED: RECEIVED,
}
PEOPLE = {RECEIVED: "from"}
DAYS = {DRAFTS: "edited", READY: "edited", SENT: "sent", RECEIVED: "came"}
PROMISE_CELLS: dict[Promise, Cell] = {
    Promise.FIRST: ("ranks first", DUE),
    Promise.HIGH: ("ranks highly", DUE),
    Promise.INTEREST: ("interest", PLAIN),
}
TEMPLATE_COLUMNS = (Wanted("template", 34, 36), Wanted("best time", 24, 84), Wanted("words", 8, drop=1))
NO_PROGRAMS = "There are no programs yet.  {everywhere.timeline} goes to the timeline, where {rows.new} adds one."
EMPTY = {
    DRAFTS: "No drafts.  {messages.new} writes to a program, and {rows.message} does on every list of programs.",
    READY: "Nothing is ready to send.  {messages.ready} marks a draft as ready.",
    SENT: "Nothing was sent yet.  {messages.sent} on a draft marks it as sent.",
    RECEIVED: "Nothing came in yet.  {messages.came-in} logs a message that came in: paste it, or read a file.",
    PROMISES: NO_PROMISES,
}


@record(frozen=True, slots=True)
class Messages:
    """Letters by section, newest first; templates are the kinds that can be written."""

    letters: dict[str, tuple[Letter, ...]]
    """The letters of each section."""

    def count(self, section: str) -> int:
        """How many are in a section."""
        return len(OUTGOING_KINDS) if section == TEMPLATES else len(self.letters.get(section, ()))


def messages(state: SeasonState, only: Filter) -> Messages:
    """Every letter outside the trash that the filter lets through."""
    season, view = state.season, View(state.season, state.agenda, state.now)
    found: dict[str, list[Letter]] = {name: [] for name in NAMES}
    for letter in season.letters:
        program = season.programs_by_id.get(letter.program_id)
        kept = letter.trashed is None and program is not None and program.trashed is None
        if kept and (not only.terms or _matches(letter, view, only)):
            found[IN_SECTION[letter.state]].append(letter)
            if letter.state is LetterState.SENT and letter.promise is not Promise.NONE:
                found[PROMISES].append(letter)
    for own in found.values():
        own.sort(key=lambda letter: ((letter.moved or state.now).at, letter.id), reverse=True)
    return Messages({name: tuple(own) for name, own in found.items()})


def _matches(letter: Letter, view: View, only: Filter) -> bool:
    words = f"{letter.subject} {letter.kind.value} {people_words(view.season, letter)}"
    return lets_through(only, view, letter.program_id, words, letter.kind.value)


def people_words(season: Season, letter: Letter) -> str:
    """The people it goes to or came from."""
    known = season.contacts_by_id
    return ", ".join(known[one].titled for one in letter.contact_ids if one in known)


def ago(moment: Moment, now: Moment, home: Home) -> str:
    """How long ago within today, else the day it was where the applicant was."""
    minutes = int((now - moment).total_seconds() // 60)
    if minutes < 0 or home.day_of(moment) != now.day:
        return show_day_short(home.day_of(moment))
    if minutes < 1:
        return "just now"
    return f"{minutes} min ago" if minutes < 60 else f"{minutes // 60} h ago"


def table_of(
    section: str, found: Messages, state: SeasonState, width: int
) -> tuple[tuple[Column, ...], tuple[TableRow, ...]]:
    """Columns and rows of that section in a list that wide."""
    if section == TEMPLATES:
        return _templates(width)
    if section == PROMISES:
        return promise_rows(state, found.letters[PROMISES], width)
    broken = broken_promises(state) if section == SENT else frozenset()
    wanted = (
        Wanted("program", 14, 30),
        Wanted("kind", 10, 17, drop=2),
        Wanted(PEOPLE.get(section, "to"), 14, 26, drop=3),
        Wanted("subject", 19, 70),
        Wanted(DAYS[section], 10),
        Wanted("state", 13, drop=1),
    )
    columns = fitted_columns(wanted, width)
    rows = tuple(
        TableRow(letter.id, cells_for(columns, _cells(section, letter, state, broken)))
        for letter in found.letters[section]
    )
    return tuple(column for column in columns if column is not None), rows


def _cells(section: str, letter: Letter, state: SeasonState, broken: frozenset[str]) -> tuple[Cell, ...]:
    season = state.season
    name = season.programs_by_id[letter.program_id].name
    return (
        (name, PLAIN),
        (letter.kind.value, MUTED),
        (people_words(season, letter) or "nobody yet", PLAIN),
        (letter.subject or "no subject yet", PLAIN),
        (ago(letter.moved or state.now, state.now, state.home), MUTED),
        _state_cell(section, letter, state, broken),
    )


def _state_cell(section: str, letter: Letter, state: SeasonState, broken: frozenset[str]) -> Cell:
    if section == SENT:
        return _promise_cell(letter, broken) or _answer_cell(letter, state.season)
    if section == RECEIVED:
        return _incoming_cell(letter, state)
    from templates.render import blanks_in

    blanks = len(blanks_in(letter.subject)) + len(blanks_in(letter.body))
    if blanks:
        return f"{blanks} to fill in", DUE
    return ("filled in", MUTED) if letter.body.strip() else ("no words yet", DUE)


def _promise_cell(letter: Letter, broken: frozenset[str]) -> Cell | None:
    """What it says of ranking, marked where that cannot be kept; None when it says nothing of it."""
    if letter.promise is not Promise.NONE and letter.stands is Promise.NONE:
        return "withdrawn", MUTED
    cell = PROMISE_CELLS.get(letter.stands)
    return (f"! {cell[0]}", LATE) if cell and letter.id in broken else cell


def _answer_cell(letter: Letter, season: Season) -> Cell:
    """Whether what asked for something was answered."""
    if letter.kind not in ASKS:
        return "", PLAIN
    return ("answered", MUTED) if answered(season, letter, by=Direction.IN) else ("no answer", PLAIN)


def _incoming_cell(letter: Letter, state: SeasonState) -> Cell:
    invitation = letter.kind is Kind.INVITATION
    waits = any(
        one.letter_id == letter.id if one.rule == "F09" else one.rule == "F01" and invitation
        for one in state.agenda.of(letter.program_id)
    )
    if letter.improper or letter.hint:
        words = "improper" if letter.improper else "a hint"
        return (f"! {words}", LATE) if waits else (words, MUTED)
    if waits:
        return "to answer", DUE
    return ("answered", MUTED) if answered(state.season, letter, by=Direction.OUT) else ("", PLAIN)


def _templates(width: int) -> tuple[tuple[Column, ...], tuple[TableRow, ...]]:
    from templates.catalogue import KINDS

    columns = fitted_columns(TEMPLATE_COLUMNS, width)
    rows = []
    for kind in OUTGOING_KINDS:
        about = KINDS[kind]
        few, many = about.words
        cells: tuple[Cell, ...] = ((about.title, PLAIN), (about.when, MUTED), (f"{few}-{many}", MUTED))
        rows.append(TableRow(kind.value, cells_for(columns, cells)))
    return tuple(column for column in columns if column is not None), tuple(rows)

"""Every message by how far it has come, and the templates that begin new ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from store.moments import Moment
from store.records import Letter
from store.rules import letters
from store.season import Season
from store.words import UNSENT, Direction, Kind
from tui import commands
from tui.letter_preview import letter_parts, template_parts
from tui.message_table import (
    DRAFTS,
    EMPTY,
    NAMES,
    NO_PROGRAMS,
    PROMISES,
    READY,
    TEMPLATES,
    Messages,
    messages,
    people_words,
    table_of,
)
from tui.program_story import Part
from tui.promise_table import promise_sentence
from tui.requests import Change, NewLetter, OpenLetter, WriteLetter
from tui.screens.incoming_actions import IncomingActions
from tui.screens.outgoing_actions import OutgoingActions
from tui.screens.template_actions import TemplateActions
from tui.state import SeasonState
from tui.widgets.section_tabs import Tab
from tui.widgets.table_paint import Column, TableRow

NO_MATCH = "No message here matches the filter.  {lists.filter} changes it, {screen.back} clears it."
NONE_HERE = "No message is here.  {messages.new} writes one."
TEMPLATE_SAYS = "A template: {messages.open} asks for a program and begins a message from it."


def each_ready(season: Season, ids: tuple[str, ...], ready: bool, *, now: Moment) -> Season:
    """All of these drafts ready to send, or all back among the drafts."""
    for letter_id in ids:
        season = letters.mark_ready(season, letter_id, ready=ready, now=now)
    return season


class MessagesScreen(IncomingActions, OutgoingActions, TemplateActions):
    """Drafts, ready, sent and received messages, and the templates."""

    VIEW = commands.MESSAGES
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.MESSAGES)]
    SECTIONS = tuple(NAMES)

    def __init__(self) -> None:
        super().__init__()
        self._found = Messages({})
        self._last: Callable[[], bool] | None = None
        """What `.` repeats."""

    # What it shows

    def gather(self, state: SeasonState) -> None:
        """Put every message into its section."""
        self._found = messages(state, self.only)

    def tabs(self) -> tuple[Tab, ...]:
        """The sections with their counts."""
        return tuple(Tab(name, name, self._found.count(section)) for section, name in NAMES.items())

    def table_for(self, width: int) -> tuple[tuple[Column, ...], tuple[TableRow, ...], str]:
        """The open section as a table."""
        empty = self.spell(NO_MATCH if self.only.terms else EMPTY.get(self.section, ""))
        return *table_of(self.section, self._found, self.state, width), empty

    @property
    def here(self) -> Letter | None:
        """The message under the cursor; None on a template and in an empty list."""
        return None if self.section == TEMPLATES else self.season.letters_by_id.get(self.table.key)

    @property
    def chosen(self) -> tuple[Letter, ...]:
        """The selected messages in the order shown, or the one under the cursor."""
        wanted = self.table.selected or {self.table.key}
        known = self.season.letters_by_id
        return tuple(known[key] for key in self.table.keys if key in wanted and key in known)

    def row_words(self) -> str:
        """What the columns may have cut."""
        letter = self.here
        if letter is None:
            return self._best_time() if self.section == TEMPLATES else ""
        if self.section == PROMISES:
            return promise_sentence(self.state, letter)
        name = self.season.programs_by_id[letter.program_id].name
        who = people_words(self.season, letter)
        way = "from" if letter.direction is Direction.IN else "to"
        return "   ".join(filter(None, (name, f"{way} {who}" if who else "", letter.subject)))

    def _best_time(self) -> str:
        """When to write from the template under the cursor."""
        from templates.catalogue import KINDS

        if not self.table.key:
            return ""
        keys = self.spell("{messages.open} begins one, {messages.template} changes it")
        return f"{KINDS[Kind(self.table.key)].when}.  {keys}"

    def preview_of(self, state: SeasonState, key: str) -> tuple[str, tuple[Part, ...]]:
        """The message with its checks, or what a template says."""
        letter = state.season.letters_by_id.get(key)
        if letter is not None:
            name = state.season.programs_by_id[letter.program_id].name
            return f"{name}  {letter.kind.value}", letter_parts(state, letter)
        return template_parts(Kind(key)) if key in {kind.value for kind in Kind} else ("", ())

    def program_at(self, key: str) -> str:
        """The program of that message."""
        letter = self.season.letters_by_id.get(key)
        return letter.program_id if letter else ""

    def follow(self, record_ids: frozenset[str]) -> None:
        """Put the cursor on a message that has come back or changed its section."""
        for section in (self.section, *self.SECTIONS):
            for letter in self._found.letters.get(section, ()):
                if letter.id in record_ids:
                    self.open_section(section, letter.id)
                    return

    # One message

    def one_letter(self) -> Letter | None:
        """The message under the cursor; None after saying that there is none."""
        letter = self.here
        if letter is None:
            self.say(self.spell(TEMPLATE_SAYS if self.section == TEMPLATES else NONE_HERE))
        return letter

    def action_open(self) -> None:
        """Open the message; a template begins one."""
        if self.section == TEMPLATES:
            self._begin_from_template()
        elif letter := self.one_letter():
            self.post_message(OpenLetter(letter.id))

    # One or several

    def action_ready(self) -> None:
        """Ready to send, or back among the drafts."""
        if self.section in (DRAFTS, READY):
            self._begin(partial(self._mark_ready, ready=self.section == DRAFTS))
        else:
            self.one_draft()

    def _mark_ready(self, *, ready: bool) -> bool:
        ids = tuple(one.id for one in self.chosen if one.state in UNSENT)
        if not ids:
            self.one_draft()
        if not ids or (ready and self._unfinished(ids)):
            return False
        words = f"{'Ready' if ready else 'A draft again'}: {self._named(ids)}"
        return self.season_app.change_season(Change(words, partial(each_ready, ids=ids, ready=ready)))

    def _begin(self, act: Callable[[], bool]) -> None:
        """Act on the chosen messages and remember it for `.`."""
        if act():
            self._last = act
            self.let_go()

    def action_repeat(self) -> None:
        """Do the last action again on the chosen messages."""
        if self._last is None:
            self.say("There is nothing to repeat yet.")
        else:
            self._begin(self._last)

    def _unfinished(self, ids: tuple[str, ...]) -> bool:
        """True after saying that one of these cannot be sent as it stands."""
        from tui.handing_over import still_open

        for letter_id in ids:
            letter = self.season.letters_by_id[letter_id]
            hard = [one for one in still_open(self, letter) if one.hard]
            if hard:
                name = self.season.programs_by_id[letter.program_id].name
                self.season_app.tell(f"Not ready yet, {name}: {hard[0].message}", severity="warning")
                return True
        return False

    def action_trash(self) -> None:
        """Into the trash; under Templates, a form of one's own out of use."""
        if self.section == TEMPLATES:
            self.remove_template()
        else:
            self._begin(self._trash)

    def _trash(self) -> bool:
        ids = tuple(one.id for one in self.chosen)
        if not ids:
            self.one_letter()
            return False
        rule = partial(letters.trash_letters, letter_ids=ids)
        return self.season_app.change_season(Change(f"In the trash: {self._named(ids)}", rule))

    def _named(self, ids: tuple[str, ...]) -> str:
        if len(ids) != 1:
            return f"{len(ids)} messages"
        letter = self.season.letters_by_id[ids[0]]
        return f"{letter.kind.value}, {self.season.programs_by_id[letter.program_id].name}"

    # New ones

    @work
    async def action_new_message(self) -> None:
        """Ask for a program and a kind, and begin."""
        from tui.asking.letters import ask_new_letter

        program_id = await self._ask_program("Write to which program?")
        begin = await ask_new_letter(self.season_app, program_id) if program_id else None
        if begin is not None:
            self.post_message(WriteLetter(begin))

    @work
    async def _begin_from_template(self) -> None:
        from templates.catalogue import KINDS
        from tui.asking.letters import ask_recipients
        from tui.asking.templates import ask_form

        kind = Kind(self.table.key)
        program_id = await self._ask_program(f"{KINDS[kind].title}: to which program?")
        if not program_id:
            return
        people = await ask_recipients(self.season_app, program_id, kind)
        form = await ask_form(self.season_app, kind) if people is not None else None
        if people is not None and form is not None:
            self.post_message(WriteLetter(NewLetter(program_id, kind, people, variant=form)))

    async def _ask_program(self, title: str) -> str | None:
        from tui.asking.going import ask_program

        if not self.season.followed:
            self.say(self.spell(NO_PROGRAMS))
            return None
        return await ask_program(self.season_app, title)

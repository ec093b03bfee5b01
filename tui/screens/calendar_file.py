"""A portal's calendar file before it is taken in: what each event would do, whose it is, what it would overlap."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.content import Content

from store.errors import RuleBroken, SeasonError
from store.exchange.calendar_lines import is_calendar
from store.exchange.calendar_preview import CalendarPreview, EventRow, Fate, calendar_preview, take_in_calendar
from store.exchange.calendar_reading import CalendarEvent, read_calendar
from store.numbers import counted
from store.typed_path import is_folder, pasted_path
from tui import commands
from tui.calendar_programs import guesses_about, proposed_programs
from tui.requests import Change
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.pick import Option, Pick
from tui.screens.text_page import TextPage
from tui.shown import column, plain
from tui.spelling import UNDO
from tui.state import SeasonState
from tui.wrapping import wrapped

Events = tuple[CalendarEvent, ...]
NOBODY = "nobody"
"""Stands for no program where the id of one is chosen."""
SPREADSHEETS = (".csv", ".tsv", ".xlsx", ".xls", ".ods")


class CalendarScreen(TextPage):
    """Asks for a file, shows what its events would do, takes them in with one key."""

    VIEW = commands.CALENDAR
    IN_VIEW = commands.SEASON
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.CALENDAR)]

    def __init__(self, read: tuple[str, Events] | None = None, program_id: str = "") -> None:
        """`read` is what a file or a message holds, with its name; `program_id` says whose its events are, if known."""
        super().__init__()
        self._read = read
        self._program_id = program_id
        self._source = ""
        self._events: Events = ()
        self._programs: dict[int, str] = {}
        self._preview: CalendarPreview | None = None

    def on_mount(self) -> None:
        """Show the file that is known, else ask for one at once."""
        if self._read is not None:
            self._show(*self._read, self._program_id)
        else:
            self.action_other()

    def show_state(self, state: SeasonState) -> None:
        """Work the preview out again: another change may have booked something."""
        if self._events:
            self._preview = calendar_preview(state.season, self._events, self._programs, now=state.now)
            self.lay_out()

    def lay_out(self) -> None:
        """Write what was found, where a file has been read."""
        if self._preview is not None:
            self.write(self._page(self._preview))
            self.show_keys()

    @work
    async def action_other(self) -> None:
        """Ask for a file and read it."""
        read = await self.app.push_screen_wait(
            Ask(
                "A calendar file from a portal",
                "File",
                understand=understand_calendar,
                help="its path, such as ~/Downloads/interview.ics",
                limit=4096,
            )
        )
        if read is not None:
            self._show(*read)
        elif not self._events:
            self.action_close_screen()

    def _show(self, source: str, events: Events, whose: str = "") -> None:
        self._source, self._events = source, events
        self._programs = dict.fromkeys(range(len(events)), whose) if whose else proposed_programs(self.season, events)
        self.show_state(self.state)

    def _page(self, found: CalendarPreview) -> Content:
        lines = [plain(f"{self._source}: {found.words or 'nothing new'}").stylize("bold"), self._what_now(found)]
        for row in found.rows:
            lines += [Content(""), *self._row(row)]
        return Content("\n").join(lines)

    def _what_now(self, found: CalendarPreview) -> Content:
        open_ones = found.count(Fate.OPEN)
        if open_ones:
            keys = self.spell("{calendar.program} says whose; {calendar.without} leaves out.")
            said = f"{counted(open_ones, 'event')} without a program. {keys}"
            return Content.styled(said, "bold $late")
        taken = "{calendar.accept} takes them in; {everywhere.undo} takes all of it back."
        return Content(self.spell(taken if found.words else "{screen.back} goes back."))

    def _row(self, row: EventRow) -> Iterator[Content]:
        program = self.season.programs_by_id.get(row.program_id)
        title = program.name if program else row.event.summary or "without a title"
        style = "bold $late" if row.fate in (Fate.OPEN, Fate.LEFT) else "bold $primary"
        yield Content.styled(column(row.fate.value, 16), style) + plain(title)
        told = [row.when, f"in the file: {row.event.summary}" if program and row.event.summary else "", *row.notes]
        for words in filter(None, told):
            yield from (plain(line) for line in wrapped(f"  {words}", self.app.size.width - 8, hang=2))

    @work
    async def action_choose_program(self) -> None:
        """Ask whose each open event is, until all are told or `esc`; with none open, which event is meant."""
        found = self._preview
        if found is None:
            return
        open_ones = [at for at, row in enumerate(found.rows) if row.fate is Fate.OPEN]
        for at in open_ones or await self._one_of(found):
            chosen = await self._whose(at, found.rows[at].event)
            if chosen is None:
                return
            others = {place: whose for place, whose in self._programs.items() if place != at}
            self._programs = others if chosen == NOBODY else {**others, at: chosen}
            self.show_state(self.state)

    async def _one_of(self, found: CalendarPreview) -> tuple[int, ...]:
        """The place of the event that is meant; of one whose interview is on record it is known whose it is."""
        known = {one.uid for one in self.season.interviews if one.uid}
        told = (at for at in range(len(found.rows)) if at in self._programs)
        free = [at for at in told if not found.rows[at].event.trouble and found.rows[at].event.uid not in known]
        if not free:
            self.say("No event here waits for a program.")
            return ()
        if len(free) == 1:
            return tuple(free)
        names = self.season.programs_by_id
        options = tuple(
            Option(at, found.rows[at].event.summary or "without a title", names[self._programs[at]].name) for at in free
        )
        at: int | None = await self.app.push_screen_wait(Pick("Which event belongs elsewhere?", options))
        return () if at is None else (at,)

    async def _whose(self, at: int, event: CalendarEvent) -> str | None:
        """The id of the program it belongs to, NOBODY, or None."""
        why = {one.program_id: one.why for one in guesses_about(self.season, event)}
        likely = sorted(self.season.followed, key=lambda program: program.id not in why)
        options = [Option(program.id, program.name, why.get(program.id, program.city)) for program in likely]
        if at in self._programs:
            options.append(Option(NOBODY, "none of them", self.spell("{calendar.without} leaves it out")))
        title = f"Whose is “{event.summary[:40] or 'this event'}”?"
        told = (self._programs[at],) if at in self._programs else ()
        chosen: str | None = await self.app.push_screen_wait(Pick(title, tuple(options), chosen=told))
        return chosen

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Events are left out only where some belong to no program yet."""
        if action == "without":
            return self._preview is not None and bool(self._preview.count(Fate.OPEN))
        return super().check_action(action, parameters)

    def action_accept(self) -> None:
        """Take everything in."""
        self._take(self._events, self._programs)

    def action_without(self) -> None:
        """Take in the events whose program is known."""
        if self._preview is None:
            return
        kept = [at for at, row in enumerate(self._preview.rows) if row.fate is not Fate.OPEN]
        programs = {place: self._programs[at] for place, at in enumerate(kept) if at in self._programs}
        self._take(tuple(self._events[at] for at in kept), programs)

    def _take(self, events: Events, programs: dict[int, str]) -> None:
        if self._preview is None:
            self.action_other()
            return
        words = f"Calendar {self._source}: {self._preview.words or 'names noted'}"
        if self.season_app.change_season(Change(words, partial(take_in_calendar, events=events, programs=programs))):
            self.app.clear_notifications()  # what was refused before is settled
            self.action_close_screen()
            self.season_app.say(words, self.spell(UNDO))


def understand_calendar(text: str) -> tuple[tuple[str, Events], str]:
    """The name and the events of the file at that path; raises RuleBroken with what is wrong with it."""
    path = pasted_path(text)
    if is_folder(path):
        raise RuleBroken("That is a folder. Go on typing to the file in it.")
    if path.suffix.lower() in SPREADSHEETS and not is_calendar(path):
        raise RuleBroken("That is a spreadsheet, not a calendar. Programs takes it in.")
    try:
        events = read_calendar(path)
    except SeasonError as trouble:
        raise RuleBroken(str(trouble)) from trouble
    return (path.name, events), f"{counted(len(events), 'event')}: {events[0].summary}"

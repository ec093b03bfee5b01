"""One program: where it stands, what is next, and every record of it, each a key away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from store.course import on_their_clock, shown_status
from store.dates import show_clock, show_day_short
from store.records import Program
from store.reference.regions import region_of
from store.timeline import Timeline, timeline
from store.words import STATUS_WORDS
from tui import commands
from tui.glyphs import ASCII, UNICODE
from tui.program_sections import FOLLOW_UP, Entry, facts_about, records_of
from tui.screens.program_actions import ProgramActions
from tui.screens.record_actions import RecordActions
from tui.spelling import UNDO
from tui.state import SeasonState
from tui.widgets.program_head import HeadFacts, ProgramHead
from tui.widgets.story_list import StoryList
from tui.widgets.view_bar import ViewBar

TWO_COLUMNS = 110
"""From this width on facts have a column of their own."""
REGION_WORDS = {"NE": "Northeast", "MW": "Midwest", "S": "South", "W": "West"}


class ProgramScreen(RecordActions, ProgramActions):
    """Everything about one program."""

    VIEW = commands.PROGRAM
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.PROGRAM)]
    BEFORE_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("{lists.down}/{lists.up}", "line"),)
    DEFAULT_CSS = """
    ProgramScreen #columns { height: 1fr; }
    ProgramScreen #facts { width: 40; border-right: solid $faint; }
    ProgramScreen.-wide #facts { width: 60; }
    """

    def __init__(self, program_id: str, among: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.program_id = program_id
        self.among = among
        self._wide: bool | None = None
        self._timeline: Timeline | None = None

    def compose_body(self) -> Iterator[Widget]:
        """The head, then facts beside records."""
        glyphs = ASCII if self.season_app.settings.ascii_only else UNICODE
        yield ProgramHead(glyphs)
        with Horizontal(id="columns"):
            yield StoryList(id="facts", glyphs=glyphs)
            yield StoryList(id="records", glyphs=glyphs)

    # What it shows

    @property
    def program(self) -> Program | None:
        """The program shown; None once it is gone from the season."""
        return self.season.programs_by_id.get(self.program_id)

    @property
    def records(self) -> StoryList:
        """The column that is always there."""
        return self.query_one("#records", StoryList)

    @property
    def facts(self) -> StoryList:
        """The column of facts; hidden on narrow screens, where everything stands in one."""
        return self.query_one("#facts", StoryList)

    @property
    def here(self) -> StoryList:
        """The column the cursor is in."""
        return self.facts if self.facts.active and self.facts.display else self.records

    @property
    def entry(self) -> Entry | None:
        """What the cursor is on."""
        return self.here.entry

    def on_mount(self) -> None:
        """Mark the view this was opened from."""
        bar = self.query_one(ViewBar)
        bar.active = self.app.current_mode
        self.records.active = True
        self.records.focus()
        self.call_after_refresh(self._say_more)

    def show_state(self, state: SeasonState) -> None:
        """Draw the program as it is now; leave when it is not followed any more."""
        program = self.program
        if program is None or program.trashed is not None:
            self._leave(program)
            return
        wide = self.app.size.width >= TWO_COLUMNS
        self._wide = wide
        self.facts.display = wide
        records, facts = records_of(state, program), facts_about(state, program)
        self.records.show(records if wide else (*records, *facts))
        self.facts.show(facts if wide else ())
        if not wide:
            self._enter_column(self.records)
        self._show_head(state, program)

    def on_resize(self) -> None:
        """The second column comes and goes with the width."""
        if self._wide is not None and self._wide != (self.app.size.width >= TWO_COLUMNS):
            self.state_changed(self.state)

    def _leave(self, program: Program | None) -> None:
        words = f"In the trash: {program.name}" if program else "That program is gone."
        self.dismiss()
        self.app.call_later(self.season_app.say, words, self.spell(UNDO))

    def _show_head(self, state: SeasonState, program: Program) -> None:
        season, agenda, now = state.season, state.agenda, state.now
        shown = timeline(season, agenda, now=now, only={program.id}, before=self._timeline)
        self._timeline = shown
        lane = shown.lanes[0] if shown.lanes else None
        self.query_one(ProgramHead).show(self._head_facts(state, program), lane, shown)

    def _head_facts(self, state: SeasonState, program: Program) -> HeadFacts:
        status = shown_status(state.season, program, state.now)
        since = f" since {show_day_short(state.home.day_of(program.since))}" if program.since else ""
        if status is not program.status:
            since = ""
        region = region_of(program.state)
        clock = ""
        there = on_their_clock(state.now, program)
        if there.zone == program.zone:  # a file may hold a zone that no form takes
            assumed = ", zone assumed" if program.zone_assumed else ""
            clock = f"now {show_clock(there)} there{assumed}"
        place = (program.where, REGION_WORDS.get(region, ""), clock, " ".join(f"#{tag}" for tag in program.tags))
        at = f"{self.among.index(program.id) + 1} of {len(self.among)}" if program.id in self.among else ""
        words = STATUS_WORDS[status] + since
        return HeadFacts(program.name, status, words, "   ".join(filter(None, place)), at, program.tier)

    # Which program

    def chosen_programs(self) -> tuple[str, ...]:
        """This one."""
        return (self.program_id,)

    @property
    def program_here(self) -> str:
        """This one."""
        return self.program_id

    def listed_programs(self) -> tuple[str, ...]:
        """The list the person came from."""
        return self.among

    def next_keys(self, program_ids: tuple[str, ...]) -> tuple[str, ...]:
        """The follow-up under the cursor, else the program's next one."""
        entry = self.entry
        if entry is not None and entry.leads_to[0] == FOLLOW_UP and program_ids == (self.program_id,):
            return (entry.leads_to[1],)
        return super().next_keys(program_ids)

    def follow(self, record_ids: frozenset[str]) -> None:
        """Put the cursor on the first of these records that is shown."""
        for column in (self.records, self.facts):
            for entry in column.entries:
                if entry.leads_to[1] in record_ids and entry.leads_to[1] != self.program_id:
                    self._enter_column(column)
                    column.show_entry(entry.leads_to)
                    return

    def row_here(self) -> str:
        """What the cursor is on: its kind and its id."""
        return " ".join(self.entry.leads_to) if self.entry else ""

    def go_to_row(self, key: str) -> None:
        """Put the cursor there, in whichever column it is."""
        kind, _, record_id = key.partition(" ")
        for column in (self.records, self.facts):
            if column.display and column.show_entry((kind, record_id)):
                self._enter_column(column)
                return

    def action_next_program(self) -> None:
        """The next program of the list."""
        self._step(1)

    def action_previous_program(self) -> None:
        """The program before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        followed = {program.id for program in self.season.followed}
        listed = [one for one in self.among if one in followed]
        if self.program_id not in listed or len(listed) < 2:
            self.say("There is no other program in this list.")
            return
        self.program_id = listed[(listed.index(self.program_id) + by) % len(listed)]
        self._begin_again()

    def _begin_again(self) -> None:
        """Show another program from its first entry on."""
        self.state_changed(self.state)
        self._enter_column(self.records)
        self.here.to_end(last=False)
        self._say_more()

    # Moving

    def action_down(self) -> None:
        """One entry down."""
        self.here.move(1)

    def action_up(self) -> None:
        """One entry up."""
        self.here.move(-1)

    def action_page_down(self) -> None:
        """A screenful down."""
        self.here.page(1)

    def action_page_up(self) -> None:
        """A screenful up."""
        self.here.page(-1)

    def action_top(self) -> None:
        """The first entry."""
        self.here.to_end(last=False)

    def action_bottom(self) -> None:
        """The last entry."""
        self.here.to_end(last=True)

    def action_next_pane(self) -> None:
        """The next part, over to the other column after the last."""
        self._next_section(1)

    def action_previous_pane(self) -> None:
        """The part before."""
        self._next_section(-1)

    def _next_section(self, by: int) -> None:
        if self.here.next_section(by):
            return
        if self.facts.display:
            self._enter_column(self.records if self.here is self.facts else self.facts)
        self.here.to_end(last=by < 0)
        if by < 0:
            self.here.to_section_start()

    def _enter_column(self, column: StoryList) -> None:
        for one in (self.records, self.facts):
            one.active = one is column
        column.focus()

    @on(StoryList.Opened)
    def clicked(self) -> None:
        """A click on the entry under the cursor opens it."""
        self.action_open()

    @on(StoryList.Moved)
    def moved(self, event: StoryList.Moved) -> None:
        """Say more of the entry the cursor is on."""
        if event.story is not self.here:
            self._enter_column(event.story)
        self._say_more()

    def _say_more(self) -> None:
        if not self.is_attached:  # closed before its first picture
            return
        self.say(self.more_about(self.entry))

    @work
    async def action_go(self) -> None:
        """Go to another program by its name."""
        from tui.asking.going import ask_program

        program_id = await ask_program(self.season_app, "Go to a program")
        if program_id is not None:
            self.program_id = program_id
            self._begin_again()

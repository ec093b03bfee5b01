"""The first view: every program as a lane of the season, and what comes next for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.timer import Timer
from textual.widget import Widget

from store.folds import Row, programs_behind
from store.lanes import AS_IT_STARTS, Lane
from store.timeline import Timeline, timeline
from tui import commands
from tui.glyphs import ASCII, UNICODE
from tui.quick_start import Backdrop
from tui.screens.going import Going
from tui.screens.program_actions import SELECTED, ProgramActions
from tui.state import SeasonState
from tui.widgets.detail_pane import DetailPane, detail_width
from tui.widgets.head_line import HeadLine
from tui.widgets.legend_line import LegendLine
from tui.widgets.timeline_view import TimelineView

if TYPE_CHECKING:
    from store.filters import Filter
    from store.holding import Kept
    from store.season import Season

REST = 0.08
"""Seconds the cursor rests before words and pane follow it."""
CELL_WORDS = {1: "a week a cell", 2: "half a week a cell", 3: "a day a cell", 4: "3 cells a day"}
FOLDED = "Several programs are folded up here.  {lists.select} selects them all, {rows.open} opens it."
OPEN = "This is a heading; its programs stand below.  {timeline.fold} folds it."


class TimelineScreen(Going, ProgramActions):
    """The season as a timeline."""

    VIEW = commands.TIMELINE
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.TIMELINE)]

    def __init__(self) -> None:
        super().__init__()
        self._filter: Filter | None = None
        """What is looked for; None shows everything."""
        self._pane_wanted = True
        self._rest_timer: Timer | None = None
        self._kept: Kept | None = None
        """The rows in their places and where they belong; None until something has changed."""
        self._held_by = ""
        """The row the cursor has to leave before rows move."""
        self._season_shown: Season | None = None

    def compose_body(self) -> Iterator[Widget]:
        """Counts, then lanes beside the pane."""
        yield HeadLine()
        with Backdrop(id="lanes"):
            yield TimelineView(ascii_only=self.season_app.settings.ascii_only)
            yield DetailPane()
        yield LegendLine(ASCII if self.season_app.settings.ascii_only else UNICODE)

    @property
    def view(self) -> TimelineView:
        """The lanes."""
        return self.query_one(TimelineView)

    def show_state(self, state: SeasonState) -> None:
        """Draw the season as it is now; no row moves before the cursor leaves the one it is on."""
        shown = self._timeline_of(state)
        if self.view.timeline is not None:
            from store.holding import keep, settled

            before = self._kept or settled(self.view.timeline)
            self._kept = keep(before, shown, changed=state.season is not self._season_shown)
            shown = self._kept.shown
        self._season_shown = state.season
        self._show(shown)

    def _timeline_of(self, state: SeasonState) -> Timeline:
        season, agenda, now = state.season, state.agenda, state.now
        look = self._filter
        only = {one.id for one in season.followed if look.matches(season, agenda, one, now)} if look else None
        arrangement = self.season_app.choices.timeline
        return timeline(season, agenda, now=now, only=only, before=self.view.timeline, arrangement=arrangement)

    def _show(self, shown: Timeline, *, told: bool = False) -> None:
        """With `told` the words that are said stay, wherever the cursor comes to."""
        self.season_app.lanes_drawn = shown
        self._lay_out()
        self.view.show(shown, filtered=self._filter is not None)
        self._held_by = self._here[0]
        if told:
            self._told = self._here
        self._show_head()
        self._tell_row()
        self._rest_then_tell()

    def _settle(self) -> None:
        """Every row to where it belongs."""
        if self._kept is not None and self._kept.holds:
            from store.holding import settled

            self._kept = settled(self._kept.settled)
            self._show(self._kept.shown, told=True)

    def _leave_row(self, key: str) -> None:
        """The cursor has come to that row: let the one it left move."""
        if self._kept is not None and self._kept.holds and key != self._held_by:
            from store.holding import left_for

            self._kept = left_for(self._kept, key)
            self._show(self._kept.shown)

    def rearrange(self) -> None:
        """Sort, group and filter afresh; a program acted on stays under the cursor, out of a fold too."""
        acted_on = self.view.cursor_program_id if self._kept is not None and self._kept.holds else ""
        self._kept = self._told = None  # other rows: what was said of the one before is over
        self._show(self._timeline_of(self.state))
        if acted_on and acted_on != self.view.cursor_program_id:
            self.view.show_program(acted_on)

    def _lay_out(self) -> None:
        shown = bool(detail_width(self.app.size.width)) and self._pane_wanted
        self.query_one(DetailPane).display = shown
        self.view.beside_pane = shown

    def on_resize(self) -> None:
        """The pane comes and goes with the width."""
        self._lay_out()
        self._rest_then_tell()

    def _show_head(self) -> None:
        scale = self.view.scale
        zoom = CELL_WORDS[scale.zoom if scale else 1]
        self.query_one(LegendLine).show(scale.zoom if scale else 1)
        arrangement = self.season_app.choices.timeline
        matching = len(self.view.timeline.lanes) if self.view.timeline else 0
        found = f"{matching} of {len(self.season.followed)}  /{self._filter.text}" if self._filter else ""
        sort, group = arrangement.sort_words, f"group: {arrangement.group}"
        unusual = "" if (arrangement.sort, arrangement.turned) == (AS_IT_STARTS.sort, False) else sort
        last = found or zoom
        wordings = f"{sort}   {group}   {last}", f"{sort}   {last}", found or unusual or zoom
        self.query_one(HeadLine).show(self.state, *wordings)

    def _tell_row(self) -> None:
        if self._here == self._told:
            return  # what was just done stays readable until the cursor moves
        if self.view.selected:
            self.say(f"{len(self.view.selected)} selected.  {self.spell(SELECTED)}")
        else:
            self.say(self._row_words(self.view.cursor_row))

    def _row_words(self, row: Row | None) -> str:
        if row is None:
            from tui.empty_lists import nothing_listed

            return nothing_listed(self.state)
        if not isinstance(row, Lane) or self.view.time_day:
            from tui.row_words import row_words  # the first picture is of a program, today

            return row_words(self.view, row, self.season, self.spell)
        next_words = f"{row.next.signed.strip()}  {row.next.words}" if row.next else ""
        program = self.season.programs_by_id[row.program_id]
        return "   ".join(filter(None, (row.name, program.where, row.tier, next_words)))

    def _rest_then_tell(self) -> None:
        """Words follow once the cursor rests: told with every key they would cost a second frame."""
        if self._rest_timer is not None:
            self._rest_timer.stop()
        self._rest_timer = self.set_timer(REST, self._tell)

    def _tell(self) -> None:
        self._tell_row()
        if self.query_one(DetailPane).display:
            self._show_pane()

    def _show_pane(self) -> None:
        from tui.pane_words import beside_row

        self.query_one(DetailPane).show(*beside_row(self.state, self.view))

    @on(TimelineView.CursorMoved)
    def cursor_moved(self, event: TimelineView.CursorMoved) -> None:
        """Tell of the row the cursor is on now."""
        event.stop()
        self._leave_row(self._here[0])
        self._rest_then_tell()

    @on(TimelineView.Rescaled)
    def rescaled(self, event: TimelineView.Rescaled) -> None:
        """Say what a cell stands for now."""
        event.stop()
        self._show_head()
        self._rest_then_tell()

    @on(TimelineView.Opened)
    def opened(self) -> None:
        """Open the program of the row."""
        self.action_open()

    @on(TimelineView.SelectionChanged)
    def selection_changed(self) -> None:
        """Say how many are selected."""
        self._tell_row()

    def filter_changed(self, text: str) -> None:
        """Keep the lanes that match; what cannot be understood hides nothing."""
        from tui.list_filter import understood

        found, trouble = understood(text)
        self._filter = found if found.terms else None
        self.rearrange()
        if trouble:
            self.say(trouble)

    def chosen_programs(self) -> tuple[str, ...]:
        """Selected programs in the order shown, else the one under the cursor."""
        chosen = self.view.selected or {self.view.cursor_program_id} - {""}
        lanes = self.view.timeline.lanes if self.view.timeline else ()
        return tuple(lane.program_id for lane in lanes if lane.program_id in chosen)

    @property
    def program_here(self) -> str:
        """The lane under the cursor; none on a heading."""
        return self.view.cursor_program_id

    def nobody_here(self) -> str:
        """Headings are no programs."""
        if self.view.cursor_row is None:
            return super().nobody_here()
        return self.spell(FOLDED if programs_behind(self.view.cursor_row) else OPEN)

    def listed_programs(self) -> tuple[str, ...]:
        """Every lane shown, top to bottom."""
        return tuple(row.program_id for row in self.view.rows if isinstance(row, Lane))

    def acted(self) -> None:
        """Let the selection go once it was acted on."""
        self.view.clear_selection()
        self._told = self._here

    def follow(self, record_ids: frozenset[str]) -> None:
        """Put the cursor on the program one of these records belongs to, where that belongs."""
        programs = self.programs_of(record_ids)
        if programs:
            self._settle()
        if any(self.view.show_program(program_id) for program_id in programs):
            self._told = self._here  # what was undone stays readable

    def step_back(self) -> bool:
        """Let go of the selection, then of the time cursor."""
        if self.view.selected:
            self.view.clear_selection()
            return True
        if self.view.time_day is not None:
            self.view.today()
            return True
        return False

    def action_open(self) -> None:
        """Open the program, or fold and open a heading."""
        if isinstance(self.view.cursor_row, Lane):
            super().action_open()
        else:
            self.view.open_row()

    def action_pane(self) -> None:
        """Show or hide the pane; where it has no room, show the season at a glance over the lanes."""
        if not detail_width(self.app.size.width):
            from tui.glance_story import GLANCE, glance_parts
            from tui.screens.dialogs.dialog import FRAME, WIDEST
            from tui.screens.dialogs.reading import Reading

            self.app.push_screen(Reading(GLANCE, glance_parts(self.state, WIDEST - 2 * FRAME)))
            return
        self._pane_wanted = not self._pane_wanted
        self._lay_out()
        self._show_pane()

"""Moving about on the timeline: rows, time, folds, selection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from textual import events, work

from store.course import interviews_ahead
from store.dates import show_day_short
from store.folds import Fold
from store.key_dates import next_key_date
from store.lanes import Arrangement
from store.time_scale import spot_of
from tui.screens.season_screen import SeasonScreen
from tui.state import Whereabouts
from tui.widgets.timeline_view import TimelineView


class Going(SeasonScreen):
    """The moving keys of the timeline; each does one thing to the view."""

    _lanes_taken_up = False
    """Whether zoom and folds of the last run have been asked for here."""
    _told: tuple[str, object, int] | None = None
    """Row, day and selection of which something was said last."""

    @property
    def view(self) -> TimelineView:
        """The lanes."""
        raise NotImplementedError

    def rearrange(self) -> None:
        """Sort, group and filter afresh."""
        raise NotImplementedError

    @property
    def _here(self) -> tuple[str, object, int]:
        """What the words are of: row, place in time and how many are selected."""
        row, there = self.view.cursor_row, None
        if self.view.time_day and self.view.scale:
            there = self.view.time_spot, self.view.scale.zoom
        return row.key if row else "", there, len(self.view.selected)

    def say(self, words: str, hint: str = "") -> None:
        """What is said of a place stays until the cursor moves, also when the cursor had not rested there yet."""
        super().say(words, hint)
        if self.is_mounted:
            self._told = self._here

    def whereabouts(self) -> Whereabouts:
        """The zoom and the folds too."""
        folds = tuple((key, fold.value) for key, fold in self.view.folds_chosen)
        return replace(super().whereabouts(), zoom=self.view.zoom, folds=folds)

    def take_up(self, where: Whereabouts) -> None:
        """The zoom and the folds first, then filter and row."""
        self.show_lanes_so(where)
        super().take_up(where)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Seen for the first time in a run that began in another view: the lanes as they were left all the same."""
        left = self.season_app.resumes
        if self.season_app.begun and not self._lanes_taken_up:
            self._lanes_taken_up = True
            if left is not None and left.view != self.VIEW:
                self.call_after_refresh(self.show_lanes_so, left)

    def on_screen_suspend(self) -> None:
        """Another view comes to the front, from which the person may leave: zoom and folds are kept for then."""
        if self.season_app.begun:
            here = self.whereabouts()
            self._lanes_taken_up = True
            self.season_app.resumes = replace(self.season_app.resumes or here, zoom=here.zoom, folds=here.folds)

    def show_lanes_so(self, where: Whereabouts) -> None:
        """That zoom and those folds."""
        if where.zoom:
            self.view.zoom = where.zoom
        if where.folds:
            self.view.fold_so({key: Fold(fold) for key, fold in where.folds})

    def row_here(self) -> str:
        """The program or the heading under the cursor."""
        return self.view.cursor_row.key if self.view.cursor_row else ""

    def go_to_row(self, key: str) -> None:
        """Put the cursor on that program, its group opened if need be, or on that heading."""
        self.view.show_row(key)

    def action_down(self) -> None:
        """One row down."""
        self.view.move(1)

    def action_up(self) -> None:
        """One row up."""
        self.view.move(-1)

    def action_page_down(self) -> None:
        """A screenful down."""
        self.view.page(1)

    def action_page_up(self) -> None:
        """A screenful up."""
        self.view.page(-1)

    def action_top(self) -> None:
        """The first row."""
        self.view.top()

    def action_bottom(self) -> None:
        """The last row."""
        self.view.bottom()

    def action_earlier(self) -> None:
        """One cell back in time."""
        self.view.pan(-1)

    def action_later(self) -> None:
        """One cell on in time."""
        self.view.pan(1)

    def action_screen_earlier(self) -> None:
        """One screenful back in time."""
        self.view.pan_screen(-1)

    def action_screen_later(self) -> None:
        """One screenful on in time."""
        self.view.pan_screen(1)

    def action_previous_event(self) -> None:
        """The event before on this row."""
        self._or_say(self.view.previous_event, partial(self._no_event, "earlier", -1))

    def action_next_event(self) -> None:
        """The next event on this row."""
        self._or_say(self.view.next_event, partial(self._no_event, "later", 1))

    def _no_event(self, which: str, way: int) -> str:
        if self.view.only_messages_lie(way):
            return self.spell(f"No {which} event here, only messages: {{timeline.zoom-in}} shows them by the day.")
        return f"No {which} event on this row."

    def action_previous_key_date(self) -> None:
        """The key date before."""
        self._or_say(self.view.previous_key_date, "No earlier key date.", self._say_key_date)

    def action_next_key_date(self) -> None:
        """The next key date."""
        self._or_say(self.view.next_key_date, self._no_later_key_date, self._say_key_date)

    def _no_later_key_date(self) -> str:
        timeline = self.view.timeline
        beyond = [one for one in timeline.key_days if one.day > timeline.scale.last] if timeline else []
        if not beyond:
            return "No later key date."
        return f"No later key date in these weeks.  {beyond[0].name}: {show_day_short(beyond[0].day)}"

    def action_today(self) -> None:
        """Back to today."""
        self.view.today()

    def action_zoom_in(self) -> None:
        """Fewer days, wider cells."""
        self._or_say(self.view.zoom_in, "Nothing is closer than 3 cells a day.")

    def action_zoom_out(self) -> None:
        """More days, narrower cells."""
        self._or_say(self.view.zoom_out, "Nothing is wider than a week a cell.")

    def action_whole_season(self) -> None:
        """The whole season."""
        self.view.whole_season()

    def action_next_clash(self) -> None:
        """The next clash."""
        self._or_say(self.view.next_clash, "No two interviews overlap.")

    def action_fold(self) -> None:
        """Fold or open the group."""
        self.view.fold()

    def action_fold_all(self) -> None:
        """Fold or open all groups, in turn."""
        self.view.fold_all()

    def action_select(self) -> None:
        """Select the row and move on."""
        self.view.select()

    def action_extend(self) -> None:
        """Select a range."""
        self.view.extend()

    def action_select_all(self) -> None:
        """Select everything in view."""
        self.view.select_all()

    @work
    async def action_sort(self) -> None:
        """Ask for an order."""
        from tui.asking.arranging import ask_sort

        self._arrange(await ask_sort(self.season_app, self.season_app.choices.timeline))

    @work
    async def action_group(self) -> None:
        """Ask what belongs together."""
        from tui.asking.arranging import ask_group

        self._arrange(await ask_group(self.season_app, self.season_app.choices.timeline))

    def _arrange(self, arrangement: Arrangement | None) -> None:
        if arrangement is not None:
            self.season_app.choose(replace(self.season_app.choices, timeline=arrangement))
            self.rearrange()

    @work
    async def action_go(self) -> None:
        """Ask where to go."""
        from tui.asking.going import ask_day, ask_program  # dialogs are not needed for the first picture
        from tui.screens.dialogs.menu import Choice, Menu

        choices = (
            Choice("g", "top", "top"),
            Choice("d", "a date", "date"),
            Choice("i", "the next interview", "interview"),
            Choice("k", "the next key date", "key date"),
            Choice("p", "a program by name", "program"),
        )
        where = await self.app.push_screen_wait(Menu("Go to", choices))
        if where == "top":
            self.view.top()
        elif where == "date":
            day = await ask_day(self.season_app, "Go to a date")
            if day is not None:
                self._go_to_day(day)
        elif where == "interview":
            self._go_to_interview()
        elif where == "key date":
            self._go_to_key_date()
        elif where == "program":
            program_id = await ask_program(self.season_app, "Go to a program")
            if program_id is not None and not self.view.show_program(program_id):
                from tui.empty_lists import NOT_IN_FILTER

                self.say(self.spell(NOT_IN_FILTER))

    def _go_to_day(self, day: date) -> None:
        self.view.show_day(day)
        scale = self.view.scale
        if scale and not scale.first <= day <= scale.last:
            self.say(f"This season goes from {show_day_short(scale.first)} to {show_day_short(scale.last)}.")

    def _go_to_interview(self) -> None:
        now = self.state.now
        ahead = interviews_ahead(self.season, now)
        if not ahead:
            self.say("No interview is booked yet.")
            return
        first = ahead[0]
        self.view.show_program(first.program_id)
        self.view.show_day(*spot_of(first.starts, self.state.home.zone_at(first.starts)))

    def _go_to_key_date(self) -> None:
        upcoming = next_key_date(self.season, self.state.now)
        shown = self.view.timeline.key_days if self.view.timeline else ()
        there = next(((one.day, one.part) for one in shown if upcoming and one.id == upcoming.id), None)
        if there is None:
            self.say("No key date lies ahead.")
            return
        self.view.show_day(*there)
        self._say_key_date()

    def _say_key_date(self) -> None:
        day, shown = self.view.time_day, self.view.timeline
        names = [one.name for one in shown.key_days if one.day == day] if shown and day else []
        if day and names:
            self.say(f"{show_day_short(day)}  {', '.join(names)}")

    def _or_say(
        self, go: Callable[[], bool], otherwise: str | Callable[[], str], there: Callable[[], None] = lambda: None
    ) -> None:
        if go():
            there()
        else:
            self.say(otherwise if isinstance(otherwise, str) else otherwise())

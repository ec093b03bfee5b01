"""The season as lanes under a ruler; it shows values, moves cursors, and posts what was asked."""

from __future__ import annotations

from textual import events
from textual.message import Message

from store.folds import (
    Fold,
    Folds,
    Head,
    Quiet,
    Row,
    cycled,
    folds_of,
    programs_behind,
    row_of,
    starting_folds,
    toggled,
    visible_rows,
)
from store.lanes import EventKind, Lane
from store.timeline import Timeline
from tui.widgets.timeline_ruler import ruler_height, same_ruler
from tui.widgets.timeline_style import CSS
from tui.widgets.timeline_travel import TimelineTravel

WHEEL_ROWS = 3


class TimelineView(TimelineTravel, can_focus=True):
    """The timeline a person moves about in; keys are bound elsewhere and call its methods."""

    DEFAULT_CSS = CSS

    class Opened(Message):
        """A program was opened."""

        def __init__(self, program_id: str) -> None:
            self.program_id = program_id
            super().__init__()

    class CursorMoved(Message):
        """The cursor is on another row, on another day, or its row has changed; only the newest counts."""

        def __init__(self, row: Row | None) -> None:
            self.row = row
            super().__init__()

        def can_replace(self, message: Message) -> bool:
            """True for an older one that nobody has read yet."""
            return isinstance(message, TimelineView.CursorMoved)

    class SelectionChanged(Message):
        """Other programs are selected; only the newest counts."""

        def __init__(self, selected: frozenset[str]) -> None:
            self.selected = selected
            super().__init__()

        def can_replace(self, message: Message) -> bool:
            """True for an older one that nobody has read yet."""
            return isinstance(message, TimelineView.SelectionChanged)

    class Rescaled(Message):
        """A cell may stand for another stretch of time now; only the newest counts."""

        def can_replace(self, message: Message) -> bool:
            """True for an older one that nobody has read yet."""
            return isinstance(message, TimelineView.Rescaled)

    def __init__(self, *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(ascii_only=ascii_only, id=id)
        self.folds: dict[str, Fold] = {}
        """What the person folded or opened, by group; a group once seen stays as it was."""
        self.filtered = False
        """True while only what was looked for is shown; then nothing of it starts folded away."""
        self._folds_found: dict[str, Fold] = {}
        self._anchor = ""

    # What it shows

    def show(self, timeline: Timeline, *, filtered: bool = False) -> None:
        """Show that timeline with the cursor still on the same record; only what differs is drawn."""
        before = self.timeline
        if before is not None and not self.filtered:
            self.folds = {group.key: fold for group, fold in folds_of(before, self.folds)} | self.folds
        if not filtered:
            self._folds_found = {}
        self.timeline, self.filtered = timeline, filtered
        kept = self.selected & {lane.program_id for lane in timeline.lanes}
        if kept != self.selected:
            self.selected = kept
        if before is None or (before.scale, before.now_spot) != (timeline.scale, timeline.now_spot):
            self.redraw()
        elif not same_ruler(before, timeline):
            self.redraw_ruler()
        self._show_rows(before is None or not before.lanes)

    def _show_rows(self, first_time: bool = False) -> None:
        assert self.timeline is not None
        old = self.cursor_row
        rows = visible_rows(self.timeline, self._folds)
        place = row_of(rows, old.key) if old and not first_time else None
        if place is None:
            start = next((place for place, row in enumerate(rows) if isinstance(row, Lane)), 0)
            place = start if first_time else max(0, min(self.cursor, len(rows) - 1))
        self.replace_rows(rows, place)
        if self.cursor_row is not old:
            self.post_message(self.CursorMoved(self.cursor_row))

    @property
    def _folds(self) -> dict[str, Fold]:
        if not self.filtered or self.timeline is None:
            return self.folds
        return {group.key: Fold.OPEN for group in self.timeline.groups} | self._folds_found

    def _fold_anew(self, folds: dict[str, Fold]) -> None:
        if self.filtered:
            self._folds_found = {key: Fold.OPEN if fold is Fold.QUIET else fold for key, fold in folds.items()}
        else:
            self.folds = folds
        self._show_rows()

    # Rows

    def move(self, rows: int) -> None:
        """The cursor so many rows down, or up."""
        self._go_to(self.cursor + rows)

    def page(self, pages: int) -> None:
        """The cursor so many screenfuls down, or up."""
        self._go_to(self.cursor + pages * max(1, self.body_height - 1))

    def top(self) -> None:
        """The cursor on the first row."""
        self._go_to(0)

    def bottom(self) -> None:
        """The cursor on the last row."""
        self._go_to(len(self.rows) - 1)

    def _go_to(self, place: int) -> None:
        place = max(0, min(place, len(self.rows) - 1))
        if place != self.cursor and self.rows:
            self.cursor = place
            self.post_message(self.CursorMoved(self.cursor_row))

    def show_program(self, program_id: str) -> bool:
        """The cursor on that program, its group opened if need be; False when it has no lane here."""
        groups = self.timeline.groups if self.timeline else ()
        group = next((one for one in groups if any(lane.program_id == program_id for lane in one.lanes)), None)
        if group is None:
            return False
        if not any(row.key == program_id for row in self.rows):
            self._fold_anew({**self._folds, group.key: Fold.OPEN})
        place = row_of(self.rows, program_id)
        self._go_to(self.cursor if place is None else place)
        return True

    def show_row(self, key: str) -> bool:
        """The cursor on the row of that key, be it a program or a heading; False when there is none."""
        place = row_of(self.rows, key)
        if not (shown := self.show_program(key)) and place is not None:
            self._go_to(place)
        return shown or place is not None

    def next_clash(self) -> bool:
        """The cursor on the next program with a clash, on the day of it; False when there is none."""
        lanes = self.timeline.lanes if self.timeline else ()
        clashing = [lane for lane in lanes if lane.clashing]
        if not clashing:
            return False
        lane = next(filter(self._is_below, clashing), clashing[0])
        self.show_program(lane.program_id)
        clash = next(event for event in lane.events if event.kind is EventKind.CLASH)
        self.show_day(*lane.spot_of(clash))
        return True

    def _is_below(self, lane: Lane) -> bool:
        """Whether that lane comes after the cursor; what the cursor's own row hides does."""
        place = row_of(self.rows, lane.program_id)
        return place is not None and (place > self.cursor or (place == self.cursor and self.cursor_row is not lane))

    def open_row(self) -> None:
        """Open the program under the cursor; on a heading fold or open the group."""
        if isinstance(self.cursor_row, Lane):
            self.post_message(self.Opened(self.cursor_row.program_id))
        elif isinstance(self.cursor_row, Quiet):
            self._fold_anew({**self._folds, self.cursor_row.group.key: Fold.OPEN})
            self.post_message(self.CursorMoved(self.cursor_row))
        else:
            self.fold()

    # Folding

    def fold(self) -> None:
        """Fold the group of the cursor's row to its heading, or open it."""
        key = self._group_key()
        if self.timeline is None or not key:
            return
        self._fold_anew(toggled(self.timeline, self._folds, key))

    @property
    def folds_chosen(self) -> tuple[tuple[str, Fold], ...]:
        """The groups that do not fold as they start."""
        starting = starting_folds(self.timeline) if self.timeline else {}
        return tuple((key, fold) for key, fold in self.folds.items() if fold is not starting.get(key))

    def fold_so(self, folds: Folds) -> None:
        """Fold those groups so, whatever is looked for at present."""
        self.folds = {**self.folds, **folds}
        self._show_rows()

    def fold_all(self) -> None:
        """All groups as they start, headings only, or all open, in turn."""
        if self.timeline is not None:
            self._fold_anew(cycled(self.timeline, self._folds))

    def _group_key(self) -> str:
        for row in reversed(self.rows[: self.cursor + 1]):
            if isinstance(row, Head):
                return row.group.key
        return ""

    def watch_time_day(self) -> None:
        """Bring the day into view and tell of it."""
        super().watch_time_day()
        self.post_message(self.CursorMoved(self.cursor_row))

    def on_resize(self) -> None:
        """The largest zoom that shows the whole season depends on the width."""
        self.post_message(self.Rescaled())

    def watch_zoom(self) -> None:
        """Lay everything out afresh and tell of it."""
        super().watch_zoom()
        self.post_message(self.Rescaled())

    # Selecting

    def select(self) -> None:
        """Select the program of this row, or let it go, and move on; a folded row stands for all it hides."""
        own = programs_behind(self.cursor_row)
        self._set_selected(self.selected - own if own and own <= self.selected else self.selected | own)
        self._anchor = self.cursor_row.key if self.cursor_row else ""
        self.move(1)

    def extend(self) -> None:
        """Select everything from the row selected last to this one."""
        start = row_of(self.rows, self._anchor) if self._anchor else None
        first, last = sorted((self.cursor if start is None else start, self.cursor))
        between = (programs_behind(row) for row in self.rows[first : last + 1])
        self._set_selected(self.selected.union(*between))
        self._anchor = self.cursor_row.key if self.cursor_row else ""

    def select_all(self) -> None:
        """Select every program that has a row; once all are, let them go."""
        every = frozenset(row.program_id for row in self.rows if isinstance(row, Lane))
        self._set_selected(frozenset() if every <= self.selected else self.selected | every)

    def clear_selection(self) -> None:
        """Nothing is selected any more."""
        self._anchor = ""
        self._set_selected(frozenset())

    def _set_selected(self, selected: frozenset[str]) -> None:
        if selected != self.selected:
            self.selected = selected
            self.post_message(self.SelectionChanged(selected))

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """The cursors to where the pointer is; a second click opens."""
        if self.scale is None or self.window is None:
            return
        place = self._first + event.y - ruler_height(self.scale.zoom)
        cell = event.x - self.sheet.columns.left
        if 0 <= cell < self.window.count:
            self.show_day(*self.scale.spot_of(self.window.first + cell))
        if event.y >= ruler_height(self.scale.zoom) and place < len(self.rows):
            self._go_to(place)
            if event.chain == 2:
                self.open_row()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """A few rows down."""
        event.stop()
        self.move(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """A few rows up."""
        event.stop()
        self.move(-WHEEL_ROWS)

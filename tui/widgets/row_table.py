"""A table drawn line by line: titles that stay, rows that scroll, a cursor that stays on its record."""

from __future__ import annotations

from textwrap import wrap
from typing import ClassVar

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.glyphs import ASCII, UNICODE
from tui.widgets.scrolled_rows import top_for
from tui.widgets.table_paint import TONES, Column, Palette, TablePainter, TableRow

WHEEL_ROWS = 3


class RowTable(Widget, can_focus=True):
    """Shows rows and moves over them; keys are bound elsewhere and call its methods."""

    DEFAULT_CSS = """
    RowTable {
        width: 1fr; height: 1fr; background: $background; color: $foreground;
        & > .row-table--title { color: $muted; }
        & > .row-table--muted { color: $muted; }
        & > .row-table--late { color: $late; text-style: bold; }
        & > .row-table--due { text-style: bold; }
        & > .row-table--head { color: $primary; text-style: bold; }
        & > .row-table--cursor { background: $cursor-row; text-style: bold; }
        & > .row-table--pln { color: $status-pln; }
        & > .row-table--app { color: $status-app; }
        & > .row-table--inv { color: $status-inv; text-style: bold; }
        & > .row-table--bkd { color: $status-bkd; text-style: bold; }
        & > .row-table--int { color: $status-int; }
        & > .row-table--wtl { color: $status-wtl; }
        & > .row-table--mat { color: $status-mat; text-style: bold; }
        & > .row-table--closed { color: $status-closed; }
        &:ansi > .row-table--cursor { text-style: bold reverse; }
        &:nocolor > .row-table--late { color: $foreground; }
        &:nocolor > .row-table--head { color: $foreground; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"row-table--{tone}" for tone in TONES}
    ALLOW_SELECT = False

    class Moved(Message):
        """The cursor is on another row, or its row has changed; only the newest counts."""

        def can_replace(self, message: Message) -> bool:
            """True for an older one that nobody has read yet."""
            return isinstance(message, RowTable.Moved)

    class Opened(Message):
        """A row was clicked twice."""

    def __init__(self, *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.glyphs = ASCII if ascii_only else UNICODE
        self.columns: tuple[Column, ...] = ()
        self.rows: tuple[TableRow, ...] = ()
        self.empty = ""
        """What stands there when there are no rows."""
        self.cursor = 0
        """The place of the cursor's row."""
        self.selected: frozenset[str] = frozenset()
        """Keys of the selected rows."""
        self._anchor = ""
        self._top = 0
        self._palette: Palette | None = None
        self._strips: dict[tuple[str, bool], tuple[TableRow, Strip]] = {}

    # What it shows

    @property
    def key(self) -> str:
        """The key under the cursor; empty when no row has one."""
        return self.rows[self.cursor].key if self.cursor < len(self.rows) else ""

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key, from top to bottom."""
        return tuple(row.key for row in self.rows if row.key)

    @property
    def body_height(self) -> int:
        """How many rows fit under the titles."""
        return max(1, self.size.height - self._head)

    @property
    def _head(self) -> int:
        return 1 if any(column.title for column in self.columns) else 0

    def show(self, columns: tuple[Column, ...], rows: tuple[TableRow, ...], *, empty: str = "") -> None:
        """Show these rows with the cursor still on the same record, or near where it was."""
        if (columns, rows, empty) == (self.columns, self.rows, self.empty):
            return
        key, before = self.key, self.rows[self.cursor] if self.key else None
        if columns != self.columns:
            self._strips.clear()
        self.columns, self.rows, self.empty = columns, rows, empty
        self.selected &= frozenset(self.keys)
        place = self._place_of(key) if key else None
        self.cursor = self._nearest(self.cursor if place is None else place)
        self._scroll()
        self.refresh()
        if not self.key or self.rows[self.cursor] != before:
            self.post_message(self.Moved())

    def _place_of(self, key: str) -> int | None:
        return next((place for place, row in enumerate(self.rows) if row.key == key), None)

    def _nearest(self, place: int) -> int:
        """The row at that place or below that has a key, else the last one above."""
        below = (at for at in range(max(0, place), len(self.rows)) if self.rows[at].key)
        above = (at for at in range(min(place, len(self.rows)) - 1, -1, -1) if self.rows[at].key)
        return next(below, next(above, 0))

    # Moving

    def move(self, steps: int) -> None:
        """The cursor so many rows down, or up; lines without a key do not count."""
        places = [at for at, row in enumerate(self.rows) if row.key]
        if places:
            now = places.index(self.cursor) if self.cursor in places else 0
            self.go(places[max(0, min(len(places) - 1, now + steps))])

    def page(self, pages: int) -> None:
        """The cursor so many screenfuls down, or up."""
        self.move(pages * max(1, self.body_height - 1))

    def top(self) -> None:
        """The cursor on the first row."""
        self.move(-len(self.rows))

    def bottom(self) -> None:
        """The cursor on the last row."""
        self.move(len(self.rows))

    def go(self, place: int) -> None:
        """The cursor on the row at that place."""
        old, old_top = self.cursor, self._top
        if place == old:
            return
        self.cursor = place
        self._scroll()
        if self._top == old_top:
            self._refresh_rows(old, place)
        else:
            self.refresh()
        self.post_message(self.Moved())

    def show_key(self, key: str) -> bool:
        """The cursor on the row of that key; False when there is none, as for lines without a key."""
        place = self._place_of(key) if key else None
        if place is None:
            return False
        self.go(place)
        return True

    def _scroll(self) -> None:
        first = 0 if not any(row.key for row in self.rows[: self.cursor]) else self.cursor
        if self.size.height:
            self._top = top_for(first, top=self._top, height=self.body_height, count=len(self.rows))

    # Selecting

    def select(self) -> None:
        """Select the row under the cursor, or let it go, and move on."""
        if self.key:
            self._anchor = self.key
            self._set_selected(self.selected ^ {self.key})
            self.move(1)

    def extend(self) -> None:
        """Select everything from the row selected last to this one."""
        start = self._place_of(self._anchor) if self._anchor else None
        first, last = sorted((self.cursor if start is None else start, self.cursor))
        self._set_selected(self.selected | {row.key for row in self.rows[first : last + 1] if row.key})
        self._anchor = self.key

    def select_all(self) -> None:
        """Select every row; once all are, let them go."""
        every = frozenset(self.keys)
        self._set_selected(frozenset() if every <= self.selected else every)

    def deselect(self, key: str) -> None:
        """That row is selected no longer."""
        self._set_selected(self.selected - {key})

    def clear_selection(self) -> None:
        """Nothing is selected any more."""
        self._anchor = ""
        self._set_selected(frozenset())

    def _set_selected(self, selected: frozenset[str]) -> None:
        if selected != self.selected:
            self.selected = selected
            self.refresh()
            self.post_message(self.Moved())

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the picture."""
        width = self.size.width
        if self._palette is None:
            self._palette = Palette(self, "row-table")
        painter = TablePainter(self.columns, width, self._palette, self.glyphs)
        if not self.rows:
            told = wrap(self.empty, max(1, min(76, width - 4)))
            return painter.told(told[y - 1] if 0 < y <= len(told) else "")
        if y < self._head:
            return painter.titles()
        place = self._top + y - self._head
        return self._row_strip(painter, place) if place < len(self.rows) else painter.told("")

    def _row_strip(self, painter: TablePainter, place: int) -> Strip:
        row = self.rows[place]
        selected = row.key in self.selected
        if place == self.cursor and row.key:
            return painter.row(row, cursor=True, selected=selected)
        drawn = self._strips.get((row.key, selected))
        if drawn is None or drawn[0] != row:
            drawn = row, painter.row(row, selected=selected)
            self._strips[row.key, selected] = drawn
        return drawn[1]

    def _refresh_rows(self, *places: int) -> None:
        above = self._head - self._top
        self.refresh(*(Region(0, place + above, self.size.width, 1) for place in sorted(places)))

    def on_resize(self) -> None:
        """Another size: draw everything afresh."""
        self._strips.clear()
        self._scroll()

    def notify_style_update(self) -> None:
        """Another theme: take the styles afresh."""
        super().notify_style_update()
        self._palette = None
        self._strips.clear()

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """All there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All there is."""
        return container.height

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """The cursor to where the pointer is; a second click opens."""
        place = self._top + event.y - self._head
        if event.y >= self._head and place < len(self.rows) and self.rows[place].key:
            self.go(place)
            if event.chain == 2:
                self.post_message(self.Opened())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """A few rows down."""
        event.stop()
        self.move(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """A few rows up."""
        event.stop()
        self.move(-WHEEL_ROWS)

"""The picture of a timeline: values in, cached lines out, and no line drawn that has not changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from store.folds import Row, programs_behind
from store.time_scale import PART_ZOOM, Scale, Spot
from store.timeline import Timeline
from tui.glyphs import ASCII, UNICODE
from tui.widgets.scrolled_rows import top_for
from tui.widgets.time_window import TimeWindow
from tui.widgets.timeline_columns import columns, fitting_zoom
from tui.widgets.timeline_paint import Palette, Sheet
from tui.widgets.timeline_rows import RowPainter
from tui.widgets.timeline_ruler import RulerPainter, ruler_height
from tui.widgets.timeline_style import TIME, palette_of


class TimelineCanvas(Widget):
    """Draws rows under a ruler that stays; which rows, and where the cursors are, is told to it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {TIME}
    ALLOW_SELECT = False

    zoom: reactive[int] = reactive(0, repaint=False, init=False)
    """1 a week, 2 half a week, 3 a day, 4 a third of a day to a cell; 0 the largest that shows the whole season."""
    ascii_only: reactive[bool] = reactive(False, repaint=False, init=False)
    """True draws with plain ASCII alone."""
    beside_pane: reactive[bool] = reactive(False, repaint=False, init=False)
    """True while a pane beside the timeline tells what comes next."""
    cursor: reactive[int] = reactive(0, repaint=False, init=False)
    """The row the cursor is on."""
    time_day: reactive[date | None] = reactive(None, repaint=False, init=False)
    """The day the time cursor is on; None is today."""
    selected: reactive[frozenset[str]] = reactive(frozenset(), repaint=False, init=False)
    """Ids of the programs selected."""

    def __init__(self, *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.timeline: Timeline | None = None
        self.rows: tuple[Row, ...] = ()
        self.set_reactive(TimelineCanvas.ascii_only, ascii_only)
        self.time_part = 0
        """In which third of its day the time cursor is; set with the day."""
        self._first = self._settled = 0
        self._window: TimeWindow | None = None
        self._sheet: Sheet | None = None
        self._palette: Palette | None = None
        self._styles_differ = True
        self._laid_width = 0
        self._ruler: list[Strip] = []
        self._strips: dict[tuple[str, bool], tuple[Row, Strip]] = {}

    # What is in view

    @property
    def _time_cursor(self) -> Spot | None:
        """Where the time cursor is drawn; None on today, which is drawn anyway."""
        return None if self.time_day is None else self.time_spot

    @property
    def scale(self) -> Scale | None:
        """The scale drawn; None while there is no timeline."""
        if self.timeline is None:
            return None
        season = self.timeline.scale
        return season.zoomed(self.zoom or fitting_zoom(self.size.width, season, beside_pane=self.beside_pane))

    @property
    def time_spot(self) -> Spot:
        """The day and the third of it that the time cursor is on; now while it was not moved."""
        if self.time_day is not None:
            return self.time_day, self.time_part
        assert self.timeline is not None
        return self.timeline.now_spot

    @property
    def body_height(self) -> int:
        """How many rows fit under the ruler."""
        scale = self.scale
        return max(1, self.size.height - (ruler_height(scale.zoom) if scale else 0))

    @property
    def window(self) -> TimeWindow | None:
        """The stretch of time in view; None while there is nothing to see."""
        return self.sheet.window if self.timeline and self.size.width else None

    @property
    def sheet(self) -> Sheet:
        """What all lines share, laid out afresh after anything about the layout has changed."""
        return self._sheet_for(self.size.width)

    def _sheet_for(self, width: int) -> Sheet:
        self._forget_stale(width)
        self._sheet = self._sheet or self._laid_out()
        return self._sheet

    def _laid_out(self) -> Sheet:
        timeline, scale, palette = self.timeline, self.scale, self._palette
        assert timeline is not None and scale is not None and palette is not None
        shape = columns(self.size.width, scale, beside_pane=self.beside_pane)
        window = self._laid_window(scale, shape.lane, self.time_spot)
        self._window = window
        glyphs = ASCII if self.ascii_only else UNICODE
        present = scale.cell_of(*timeline.now_spot) if scale.zoom >= PART_ZOOM else None
        return Sheet(shape, window, timeline.today, window.place_of(*timeline.now_spot), palette, glyphs, present)

    def _laid_window(self, scale: Scale, count: int, focus: Spot) -> TimeWindow:
        old, fresh = self._window, TimeWindow(scale, 0, count)
        if old is None or old.count != count or old.scale.zoom != scale.zoom:
            return fresh.around(*focus)
        return old if old.scale == scale else fresh.at(scale.cell_of(*old.scale.spot_of(old.first)))

    def _forget_stale(self, width: int) -> None:
        """Forget what was drawn in other styles or for another width; gaining focus, or a line more, is neither."""
        if self._styles_differ or self._palette is None:
            self._styles_differ, palette = False, palette_of(self)
            if palette != self._palette:
                self._palette = palette
                self._forget()
        if self._laid_width != width:
            self._laid_width = width
            self._forget()

    def _forget(self) -> None:
        self._sheet = None
        self._ruler = []
        self._strips.clear()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the picture: the ruler, then rows; cut where the screen is too narrow for all columns."""
        width = self.size.width
        strip = self._line(y, width)
        return strip if strip.cell_length <= width else strip.crop(0, width)

    def _line(self, y: int, width: int) -> Strip:
        if self.timeline is None or not width:
            return Strip.blank(width, self.rich_style)
        sheet = self._sheet_for(width)
        if not self._ruler:
            self._ruler = RulerPainter(sheet, self.timeline, self._time_cursor).strips()
        if y < len(self._ruler):
            return self._ruler[y]
        place = self._first + y - len(self._ruler)
        if place >= len(self.rows):
            return Strip.blank(width, sheet.palette.plain)
        return self._row_strip(place, sheet)

    def _row_strip(self, place: int, sheet: Sheet) -> Strip:
        row = self.rows[place]
        selected = bool(self.selected) and not self.selected.isdisjoint(programs_behind(row))
        if place == self.cursor:
            time = sheet.window.place_of(*self._time_cursor) if self._time_cursor else None
            return RowPainter(sheet, cursor=True, selected=selected, time=time).strip(row)
        drawn = self._strips.get((row.key, selected))
        if drawn is not None and drawn[0] is row:
            return drawn[1]
        strip = RowPainter(sheet, selected=selected).strip(row)
        self._strips[row.key, selected] = (row, strip)
        return strip

    def redraw(self) -> None:
        """Lay everything out afresh and draw it."""
        self._forget()
        self._first = self._first_for(self.cursor, self._settled)
        self.refresh()

    def redraw_ruler(self) -> None:
        """Draw the ruler afresh."""
        self._ruler = []
        if self.scale:
            self.refresh(Region(0, 0, self.size.width, ruler_height(self.scale.zoom)))

    def redraw_rows(self, places: Iterable[int]) -> None:
        """Draw these rows afresh, as far as they are in view."""
        if not self.scale:
            return
        above = ruler_height(self.scale.zoom) - self._first
        inside = range(self._first, self._first + self.body_height)
        lines = [Region(0, place + above, self.size.width, 1) for place in sorted(set(places)) if place in inside]
        if lines:
            self.refresh(*lines)

    def redraw_body(self) -> None:
        """Draw every row in view afresh, the ruler not."""
        self.redraw_rows(range(self._first, self._first + self.body_height))

    def replace_rows(self, rows: tuple[Row, ...], cursor: int) -> None:
        """Show other rows with the cursor on one of them; only lines that differ are drawn."""
        same = {row.key: row for row in self.rows}
        rows = tuple(_same_row(same.get(row.key), row) for row in rows)
        before, old_cursor, old_first = self.rows, self.cursor, self._first
        self.rows = rows
        self.set_reactive(TimelineCanvas.cursor, cursor)
        top = old_first
        if old_first and _key_at(before, old_cursor) == _key_at(rows, cursor):
            top += cursor - old_cursor  # rows came or went above: the cursor's own line stays where it is
        self._first = self._settled = self._first_for(cursor, top)
        if self._first != old_first:
            self.redraw_body()
            return
        inside = range(self._first, self._first + self.body_height)
        changed = {place for place in inside if _at(before, place) is not _at(rows, place)}
        if cursor != old_cursor:
            changed |= {old_cursor, cursor}
        self.redraw_rows(changed)

    def _first_for(self, cursor: int, top: int) -> int:
        if not self.size.height:
            return 0
        return top_for(cursor, top=top, height=self.body_height, count=len(self.rows))

    # What the picture follows

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two rows that differ, or all of them when they had to move."""
        first = self._first_for(new, self._first)
        if first != self._first:
            self._first = self._settled = first
            self.redraw_body()
        else:
            self.redraw_rows((old, new))

    def watch_time_day(self) -> None:
        """Bring the day into view."""
        self.reveal_time()

    def reveal_time(self) -> None:
        """Bring the day of the time cursor into view; draw the ruler and the cursor's row."""
        window = self.window
        if window is None:
            return
        day, part = self.time_spot
        moved = window.revealing(window.clamped(day), part)
        if moved != window:
            self._window = moved
            self.redraw()
        else:
            self.redraw_ruler()
            self.redraw_rows((self.cursor,))

    def watch_selected(self, old: frozenset[str], new: frozenset[str]) -> None:
        """Draw the rows that were selected or let go."""
        differ = old ^ new
        inside = range(self._first, min(len(self.rows), self._first + self.body_height))
        self.redraw_rows(place for place in inside if not differ.isdisjoint(programs_behind(self.rows[place])))

    def watch_zoom(self) -> None:
        """Another scale: lay everything out afresh."""
        self.redraw()

    def watch_ascii_only(self) -> None:
        """Other signs: draw everything."""
        self.redraw()

    def watch_beside_pane(self) -> None:
        """Other columns: lay everything out afresh."""
        self.redraw()

    def on_resize(self) -> None:
        """Another size: the same lines from where the rows were before; Textual draws it."""
        self._first = self._first_for(self.cursor, self._settled)
        self.refresh()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """It looks the same with the focus and without: no style is worked out anew."""

    def notify_style_update(self) -> None:
        """Another theme: look at the styles again when drawing, they are not all there yet."""
        super().notify_style_update()
        self._styles_differ = True
        self.refresh()


def _same_row(old: Row | None, new: Row) -> Row:
    """The old row while it equals the new one, so that its line need not be drawn again."""
    return old if old is not None and old == new else new


def _key_at(rows: tuple[Row, ...], place: int) -> str:
    return rows[place].key if place < len(rows) else ""


def _at(rows: tuple[Row, ...], place: int) -> Row | None:
    return rows[place] if place < len(rows) else None

"""Sections of entries with a cursor over them, drawn line by line."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from store.frozen_record import record
from tui.glyphs import UNICODE, Glyphs
from tui.program_sections import Entry, Section
from tui.widgets.scrolled_rows import top_for
from tui.widgets.timeline_paint import Runs
from tui.wrapping import wrapped

MARK = 2
"""Cells in front of every line, for the cursor."""
WIDEST = 110
"""Longer lines are hard to read."""
STYLES = ("head", "alarm", "quiet", "cursor", "none")


@record(frozen=True, slots=True)
class _Line:
    text: str
    style: str
    entry: int
    """Place of the entry it belongs to; -1 for headings and gaps."""
    first: bool = False
    """True for an entry's first line."""


class StoryList(Widget, can_focus=True):
    """Shows sections; the cursor stands on one entry, and every line of it is marked."""

    DEFAULT_CSS = """
    StoryList { width: 1fr; height: 1fr; background: $background; color: $foreground; }
    StoryList > .story-list--head { color: $primary; text-style: bold; }
    StoryList > .story-list--alarm { color: $late; text-style: bold; }
    StoryList > .story-list--quiet { color: $muted; }
    StoryList > .story-list--cursor { background: $cursor-row; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"story-list--{name}" for name in STYLES}

    class Moved(Message):
        """The cursor stands on another entry of that list."""

        def __init__(self, story: StoryList) -> None:
            self.story = story
            super().__init__()

    class Opened(Message):
        """An entry was clicked while the cursor was on it."""

    def __init__(self, *, id: str | None = None, glyphs: Glyphs = UNICODE) -> None:
        super().__init__(id=id)
        self.glyphs = glyphs
        self.sections: tuple[Section, ...] = ()
        self.cursor = 0
        self.top = 0
        self._lines: tuple[_Line, ...] = ()
        self._active = False

    # What it shows

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry, from top to bottom."""
        return tuple(entry for section in self.sections for entry in section.entries)

    @property
    def entry(self) -> Entry | None:
        """The one under the cursor."""
        entries = self.entries
        return entries[self.cursor] if self.cursor < len(entries) else None

    @property
    def active(self) -> bool:
        """Whether the cursor is drawn here."""
        return self._active

    @active.setter
    def active(self, active: bool) -> None:
        if active != self._active:
            self._active = active
            self.refresh()

    def show(self, sections: tuple[Section, ...]) -> None:
        """Show these sections; the cursor stays on what it was on, or near where that was."""
        if sections == self.sections:
            return
        before = self._place()
        self.sections = sections
        self._lay_out()
        self._return_to(before)
        self.refresh()

    def show_entry(self, leads_to: tuple[str, str]) -> bool:
        """Put the cursor on the first entry that leads there; False when there is none."""
        for place, entry in enumerate(self.entries):
            if entry.leads_to == leads_to:
                self._go(place)
                return True
        return False

    def _place(self) -> tuple[tuple[str, str], str, int] | None:
        """What the cursor is on: the record, its section, and which entry of the section it is."""
        count = 0
        for section in self.sections:
            if self.cursor < count + len(section.entries):
                within = self.cursor - count
                return section.entries[within].leads_to, section.title, within
            count += len(section.entries)
        return None

    def _return_to(self, before: tuple[tuple[str, str], str, int] | None) -> None:
        best = 0 if before is None else max(0, min(self.cursor, len(self.entries) - 1))
        if before is not None:
            leads_to, title, within = before
            count = 0
            for section in self.sections:
                if section.title == title:
                    same = [at for at, one in enumerate(section.entries) if one.leads_to == leads_to]
                    near = min(within, len(section.entries) - 1)
                    best = count + (near if near in same or not same else same[0])
                count += len(section.entries)
        self.cursor = best
        self._bring_into_view()

    # Laying out

    def wear(self, glyphs: Glyphs) -> None:
        """Write with these signs from now on."""
        self.glyphs = glyphs
        self._lay_out()

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self._lay_out()
        self._bring_into_view()
        self.refresh()

    def _lay_out(self) -> None:
        width = min(self.size.width, WIDEST + MARK) - MARK - 1
        lines: list[_Line] = []
        count = 0
        for section in self.sections:
            if lines:
                lines.append(_Line("", "none", -1))
            title = f"! {section.title}" if section.alarm else section.title
            lines.append(_Line(title, "alarm" if section.alarm else "head", -1))
            for entry in section.entries:
                style = "alarm" if entry.alarm else "quiet" if entry.quiet else "none"
                lines += [
                    _Line(self.glyphs.text(text), style, count, first=at == 0)
                    for at, text in enumerate(wrapped(entry.text, width, hang=entry.hang))
                ]
                count += 1
        self._lines = tuple(lines)

    def _lines_of(self, place: int) -> range:
        own = [at for at, one in enumerate(self._lines) if one.entry == place]
        return range(own[0], own[-1] + 1) if own else range(0)

    def _bring_into_view(self) -> bool:
        """Scroll so that the cursor's entry is seen, with its heading where that fits; True when it moved."""
        height, count = self.size.height, len(self._lines)
        if not height:
            return False
        own = self._lines_of(self.cursor)
        top = self.top
        if own:
            first = own[0] - 1 if own[0] and self._lines[own[0] - 1].entry < 0 else own[0]
            top = top_for(min(own[-1], first + height - 1), top=top, height=height, count=count)
            top = top_for(first, top=top, height=height, count=count)
        moved = top != self.top
        self.top = top
        return moved

    # Moving

    def move(self, by: int) -> None:
        """The cursor so many entries down, or up."""
        self._go(self.cursor + by)

    def page(self, by: int) -> None:
        """The cursor a screenful of lines down, or up."""
        own = self._lines_of(self.cursor)
        wanted = (own[0] if own else 0) + by * max(1, self.size.height - 2)
        there = [one.entry for one in self._lines[: max(0, wanted) + 1] if one.entry >= 0]
        place = there[-1] if there else 0
        self._go(place if place != self.cursor else self.cursor + by)

    def to_end(self, *, last: bool) -> None:
        """The cursor on the first entry, or on the last."""
        self._go(len(self.entries) - 1 if last else 0)

    def next_section(self, by: int) -> bool:
        """The cursor on the first entry of the next section, or the one before; False when there is none."""
        starts, count, here = [], 0, 0
        for number, section in enumerate(self.sections):
            starts.append(count)
            if self.cursor >= count:
                here = number
            count += len(section.entries)
        if not 0 <= here + by < len(starts):
            return False
        self._go(starts[here + by])
        return True

    def to_section_start(self) -> None:
        """The cursor on the first entry of the section it is in."""
        count = 0
        for section in self.sections:
            if count <= self.cursor < count + len(section.entries):
                self._go(count)
                return
            count += len(section.entries)

    def _go(self, place: int) -> None:
        place = max(0, min(place, len(self.entries) - 1))
        if place == self.cursor:
            return
        before, self.cursor = self._lines_of(self.cursor), place
        if self._bring_into_view():
            self.refresh()
        else:
            self.refresh(*(self._region(lines) for lines in (before, self._lines_of(place))))
        self.post_message(self.Moved(self))

    def _region(self, lines: range) -> Region:
        return Region(0, lines.start - self.top, self.size.width, len(lines))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line, the cursor's with its mark and colour."""
        at = y + self.top
        plain = self.rich_style
        if at >= len(self._lines):
            return Strip.blank(self.size.width, plain)
        one = self._lines[at]
        marked = self._active and one.entry == self.cursor and one.entry >= 0
        style = self._style(one.style, plain)
        if marked:
            style += Style(bgcolor=self._style("cursor", plain).bgcolor, bold=True)
        runs = Runs(style if marked else plain)
        runs.add(("> " if marked and one.first else "  ") + one.text, style)
        return runs.strip(self.size.width)

    def _style(self, name: str, plain: Style) -> Style:
        return plain if name == "none" else self.get_component_rich_style(f"story-list--{name}")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All of it."""
        return len(self._lines)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Move there; a click where the cursor is opens."""
        at = event.y + self.top
        if not 0 <= at < len(self._lines) or self._lines[at].entry < 0:
            return
        place = self._lines[at].entry
        if place == self.cursor and self._active:
            self.post_message(self.Opened())
        else:
            self._go(place)
            self.post_message(self.Moved(self))

    def on_mouse_scroll_down(self) -> None:
        """One entry down."""
        self.move(1)

    def on_mouse_scroll_up(self) -> None:
        """One entry up."""
        self.move(-1)

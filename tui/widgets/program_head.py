"""The lines over a program: what it is, where it stands, and its own lane of the season."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from store.dates import month_letters
from store.frozen_record import record
from store.lane_cells import cells_of
from store.lanes import EventKind, Lane
from store.time_scale import Scale
from store.timeline import Timeline
from store.words import Status
from tui.glyphs import UNICODE, Glyphs
from tui.shown import line
from tui.widgets.timeline_paint import REVERSE, UNDERLINE, Runs
from tui.widgets.timeline_style import EVENT_CLASSES, STATUS_CLASSES

HEIGHT = 5
LANE_AT = 2
NAMES = {*STATUS_CLASSES.values(), *EVENT_CLASSES.values(), "name", "line", "key"}


@record(frozen=True, slots=True)
class HeadFacts:
    """What the lines tell."""

    name: str
    """The program."""
    status: Status
    """Where it stands."""
    status_words: str
    """The same in words, with its day."""
    place: str
    """City, region, zone and the clock there."""
    right: str
    """Where it stands in the list the person came from."""
    tier: str = ""
    """The applicant's own letter."""


class ProgramHead(Widget):
    """Name and status, place, and the season in two lines."""

    DEFAULT_CSS = """
    ProgramHead { height: 5; width: 100%; background: $background; color: $foreground; }
    ProgramHead > .program-head--name { text-style: bold; }
    ProgramHead > .program-head--line { color: $faint; }
    ProgramHead > .program-head--muted { color: $muted; }
    ProgramHead > .program-head--key { color: $accent; text-style: bold; }
    ProgramHead > .program-head--late { color: $late; text-style: bold; }
    ProgramHead > .program-head--due { text-style: bold; }
    ProgramHead > .program-head--pln { color: $status-pln; }
    ProgramHead > .program-head--app { color: $status-app; }
    ProgramHead > .program-head--inv { color: $status-inv; text-style: bold; }
    ProgramHead > .program-head--bkd { color: $status-bkd; text-style: bold; }
    ProgramHead > .program-head--int { color: $status-int; }
    ProgramHead > .program-head--wtl { color: $status-wtl; }
    ProgramHead > .program-head--mat { color: $status-mat; text-style: bold; }
    ProgramHead > .program-head--closed { color: $status-closed; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"program-head--{name}" for name in NAMES}

    def __init__(self, glyphs: Glyphs = UNICODE) -> None:
        super().__init__()
        self.glyphs = glyphs
        self._facts: HeadFacts | None = None
        self._lane: Lane | None = None
        self._timeline: Timeline | None = None

    def show(self, facts: HeadFacts, lane: Lane | None, timeline: Timeline) -> None:
        """Show these facts, and that lane under the months of the season."""
        self._facts, self._lane, self._timeline = facts, lane, timeline
        self.refresh()

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"program-head--{name}")

    def render_line(self, y: int) -> Strip:
        """Title, place, months, lane, an empty line."""
        runs = Runs(self.rich_style)
        if self._facts is not None and self._timeline is not None:
            draw = (self._title, self._place, self._months, self._cells)
            if y < len(draw):
                draw[y](runs)
        return runs.strip(self.size.width)

    def _title(self, runs: Runs) -> None:
        facts = self._facts
        assert facts is not None
        tier = f"  {facts.tier}" if facts.tier else ""
        behind = f"{tier}  {facts.status.value} {facts.status_words}"
        right = f"  {facts.right} " if facts.right else ""
        room = self.size.width - LANE_AT - 1 - cell_len(behind) - cell_len(right)
        name = self.glyphs.text(line(facts.name, max(12, room)))
        runs.add(" " + name, self._style("name"))
        runs.add(tier, self._style("name"))
        runs.add("  ", self.rich_style)
        runs.add(self.glyphs.text(f"{facts.status.value} {facts.status_words}"), self._status(facts.status))
        left = 1 + cell_len(name) + cell_len(behind)
        runs.gap(self.size.width - left - cell_len(right))
        runs.add(right, self._style("muted"))

    def _status(self, status: Status) -> Style:
        return self._style(STATUS_CLASSES[status])

    def _place(self, runs: Runs) -> None:
        assert self._facts is not None
        words = self.glyphs.text(line(self._facts.place, self.size.width - LANE_AT))
        runs.add(" " + words, self._style("muted"))

    @property
    def scale(self) -> Scale | None:
        """The season in as many cells as the width has; at least a cell for each week."""
        if self._timeline is None:
            return None
        scale = self._timeline.scale
        fitting = [scale.zoomed(zoom) for zoom in (2, 1) if scale.zoomed(zoom).cells + LANE_AT <= self.size.width]
        return fitting[0] if fitting else scale.zoomed(1)

    def _months(self, runs: Runs) -> None:
        scale = self.scale
        assert scale is not None
        text = ""
        for cell in range(scale.cells):
            first = next((day for day in scale.days_of(cell) if day.day == 1), None)
            if first is not None and cell >= len(text) + bool(text):
                text = text.ljust(cell) + month_letters(first)
        runs.gap(LANE_AT)
        runs.add(text, self._style("muted"))

    def _cells(self, runs: Runs) -> None:
        scale, timeline = self.scale, self._timeline
        assert scale is not None and timeline is not None
        runs.gap(LANE_AT)
        today = scale.cell_of(timeline.today)
        letters: dict[int, str] = {}
        for one in sorted(timeline.key_days, key=lambda one: not one.is_foremost):
            if one.letter:
                letters.setdefault(scale.cell_of(one.day), one.letter)
        cells = cells_of(self._lane, scale, 0, scale.cells) if self._lane else ()
        for place, cell in enumerate(cells):
            style, glyph = self._style("line"), self.glyphs.marks[cell.mark]
            if isinstance(cell.mark, EventKind):
                style = self._style(EVENT_CLASSES[cell.mark])
            elif cell.mark is None and place in letters:
                style, glyph = self._style("key"), self.glyphs.text(letters[place])[:1]
            elif cell.mark is None and place == today:
                glyph = self.glyphs.today
            style = style + UNDERLINE if cell.several else style
            runs.add(glyph, style + REVERSE if place == today else style)

"""The ruler of the picture and the lanes under it: a day is as wide as another, so that columns agree by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from store.cell_width import in_cells
from store.dates import month_letters
from store.lanes import Group, Lane
from store.picture.drawing import INK, PALE, SOFT, Drawing
from store.picture.facts import PictureFacts, season_weeks_of
from store.picture.signs import REACH, draw_sign, draw_span, side_by_side
from store.time_scale import PARTS, monday_of

LEFT, RIGHT = 24, 1096
"""The edges of what is drawn, in pixels."""
NAMES, CODES, LANES, STEPS = LEFT, 216, 252, 958
"""Where each column begins, in pixels."""
LANES_END = STEPS - 10
"""Where the last of the weeks ends, in pixels."""
NAME_CELLS, STEP_CELLS = 34, 25
"""Letters a name may have, and what comes next; a longer one is cut."""
ROW, HEAD, BARS = 15, 22, 34
"""How high a lane is, the head of a group, and the bars of the weeks, in pixels."""
LETTER = 8
"""How far the letters of two key dates stand apart at least."""
MANY = 60
"""Above so many lanes, long quiet groups are drawn as one line each, so that a page still holds the season."""


class LanePainter:
    """Draws ruler and lanes of one picture from a height downwards."""

    def __init__(self, on: Drawing, facts: PictureFacts, top: float) -> None:
        self.on = on
        self.facts = facts
        self.y = top
        scale = facts.shown.scale
        self._days = scale.weeks * 7
        self._day_width = (LANES_END - LANES) / self._days

    def draw(self) -> float:
        """Everything; the height at which it ends."""
        top = self.y + 4
        self._months()
        self._key_letters()
        self._week_bars()
        for group in self.facts.shown.groups:
            self._group(group)
        self._today(top)
        return self.y

    def _x(self, day: date, part: int = 0) -> float:
        """Where that third of a day has its middle."""
        return LANES + ((day - self.facts.shown.scale.first).days + (part + 0.5) / len(PARTS)) * self._day_width

    def _within(self, x: float) -> float:
        """That place, or the edge of the lanes where it lies beyond, as it does for today once a season is over."""
        return max(float(LANES), min(x, float(LANES_END)))

    def _shows(self, day: date) -> bool:
        """Whether that day is in the weeks that are drawn."""
        scale = self.facts.shown.scale
        return scale.first <= day <= scale.last

    def _edge(self, day: date) -> float:
        return LANES + (day - self.facts.shown.scale.first).days * self._day_width

    def _months(self) -> None:
        bottom = self.y + 16
        for day, label_until in self._month_starts():
            x = self._edge(day)
            if label_until - x > 24:
                self.on.words(x + 3, self.y + 11, month_letters(day), size=11, bold=True)
            self.on.line(x, self.y, x, bottom, ink=PALE)
        self.on.words(STEPS, self.y + 11, "next", size=11, bold=True)
        self.y = bottom

    def _month_starts(self) -> Iterator[tuple[date, float]]:
        """The first day of each month in view, and where the next month begins."""
        day, last = self.facts.shown.scale.first, self.facts.shown.scale.last
        while day <= last:
            following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
            yield day, self._edge(min(following, last))
            day = following

    def _key_letters(self) -> None:
        self.on.words(NAMES, self.y + 11, "key dates", ink=SOFT)
        taken: list[float] = []
        for one in sorted(self.facts.key_days, key=lambda one: not one.is_foremost):
            x = self._x(one.day, one.part)
            self.on.line(x, self.y + 13, x, self.y + 16, ink=SOFT)
            if one.letter and all(abs(x - other) > LETTER for other in taken):
                self.on.words(x, self.y + 11, one.letter, bold=True, anchor="middle")
                taken.append(x)
        self.y += 18

    def _week_bars(self) -> None:
        bottom, most = self.y + BARS, max(self.facts.weeks.values(), default=1)
        self.on.words(NAMES, bottom - 4, "interviews a week", ink=SOFT)
        width = self._day_width * 7
        for monday in season_weeks_of(self.facts.shown):
            count, x = self.facts.weeks.get(monday, 0), self._edge(monday)
            if count:
                high = (BARS - 12) * count / most
                self.on.box(x + 1, bottom - high, width - 2, high, fill=PALE, wide=0.8)
                self.on.words(x + width / 2, bottom - high - 2, str(count), size=9, bold=True, anchor="middle")
        self.on.line(LANES, bottom, LANES_END, bottom, ink=SOFT)
        self.y = bottom + 4

    def _group(self, group: Group) -> None:
        self.y += HEAD
        title = f"{group.title}, {len(group.lanes)}"
        self.on.words(NAMES, self.y - 6, title, size=11, bold=True)
        self.on.line(NAMES, self.y - 2, RIGHT, self.y - 2, ink=PALE, wide=0.5)
        if group.fold_first and len(self.facts.shown.lanes) > MANY:
            self._counts(group)
            return
        for lane in group.lanes:
            self._lane(lane)

    def _counts(self, group: Group) -> None:
        """One line for a long group: how many events each week holds."""
        found: dict[date, int] = {}
        for event in (event for lane in group.lanes for event in lane.events if self._shows(event.day)):
            found[monday_of(event.day)] = found.get(monday_of(event.day), 0) + 1
        for monday, count in found.items():
            self.on.words(self._edge(monday) + self._day_width * 3.5, self.y + 10, str(count), size=9, anchor="middle")
        self.on.words(NAMES, self.y + 10, "events a week", ink=SOFT)
        self.y += ROW

    def _lane(self, lane: Lane) -> None:
        middle = self.y + ROW / 2
        name = in_cells(self.facts.names[lane.program_id], NAME_CELLS, "…").rstrip()
        self.on.words(NAMES, middle + 3.5, name)
        self.on.words(CODES, middle + 3.5, lane.code, size=9, bold=True)
        for span in lane.spans:
            begins, ends = self._x(span.first, span.begins), self._x(span.last, span.ends)
            draw_span(self.on, span.kind, self._within(begins), self._within(ends), middle)
        shown = {(lane.spot_of(event), event.kind) for event in lane.events if self._shows(lane.spot_of(event)[0])}
        signs = sorted(shown, key=lambda one: (one[0], -one[1]))
        places = side_by_side([self._x(*spot) for spot, _kind in signs], 2 * REACH)
        for (_spot, kind), x in sorted(zip(signs, places, strict=True), key=lambda one: -one[0][1]):
            draw_sign(self.on, kind, x, middle)  # where signs still overlap, what counts most lies on top
        step = in_cells(self.facts.steps[lane.program_id], STEP_CELLS, "…").rstrip()
        self.on.words(STEPS, middle + 3.5, step, size=9)
        self.y += ROW

    def _today(self, top: float) -> None:
        if self._shows(self.facts.shown.now_spot[0]):
            x = self._x(*self.facts.shown.now_spot)
            self.on.line(x, top + 10, x, self.y + 4, ink=INK, wide=0.8, dashes="4 2")
            self.on.words(x, self.y + 14, "today", size=9, bold=True, anchor="middle")
        self.y += 18

"""How wide each column of the timeline is, for a width, a zoom and a pane beside it, and what fits into it."""

from __future__ import annotations

from collections.abc import Sequence

from store.cell_width import width_of
from store.frozen_record import record
from store.lane_cells import EMPTY, Cell
from store.lanes import Lane, NextStep
from store.time_scale import DAY_ZOOM, ZOOMS, Scale

MARK, CODE = 2, 4
NEXT_WORDS = 14
"""From this width on the last column holds words; below, only the days."""
NEXT_WIDEST, NAME_WIDEST = 40, 34
DAYS_ONLY = 5
AT_EASE = 16
"""Most names can be told apart in so many cells."""
SHAPES: tuple[tuple[int, int, int, int], ...] = (
    (20, 2, 3, 34),
    (20, 2, 3, 28),
    (18, 2, 0, 28),
    (16, 2, 0, 26),
    (AT_EASE, 0, 0, 25),
    (13, 0, 0, NEXT_WORDS),
    (13, 0, 0, DAYS_ONLY),
)
"""Name, tier, region and next step at least, in the order in which width is given up: region, tier, words, days."""
LEAST_DAYS = 49
"""With a cell for each day or its thirds a season never fits: so many cells at least, and all width that is left."""


@record(frozen=True, slots=True)
class Columns:
    """Widths in cells; one that is 0 is left out."""

    name: int
    """The program's name, without the blank behind it."""
    tier: int
    """Tier and a blank."""
    region: int
    """Region and a blank."""
    lane: int
    """The lane."""
    next: int
    """The next step, after one blank."""

    @property
    def left(self) -> int:
        """Where the lane begins."""
        return MARK + CODE + self.name + 1 + self.tier + self.region

    @property
    def next_at(self) -> int:
        """Where the column of the next step begins."""
        return self.left + self.lane + 1

    @property
    def width(self) -> int:
        """All of it."""
        return self.next_at + self.next


def columns(width: int, scale: Scale, *, beside_pane: bool = False) -> Columns:
    """The columns for that width; days to a cell leave the words of the next step to a pane beside them."""
    wanted = scale.cells
    shapes = SHAPES
    if scale.zoom >= DAY_ZOOM:
        wanted, shapes = min(wanted, LEAST_DAYS), SHAPES[1:]
        if beside_pane:
            shapes = ((20, 2, 3, DAYS_ONLY),) if width >= 100 else ((13, 2, 0, 0),)
    fitting = (shape for shape in shapes if Columns(*shape[:3], wanted, shape[3]).width <= width)
    name, tier, region, step = next(fitting, shapes[-1])
    lane = max(1, min(scale.cells, width - Columns(name, tier, region, 0, step).width))
    spare = width - Columns(name, tier, region, lane, step).width
    if step and spare > 0:
        more = min(spare, max(0, NEXT_WIDEST - step))
        name += min(spare - more, NAME_WIDEST - name)
        step = width - Columns(name, tier, region, lane, 0).width
    return Columns(name, tier, region, lane, step)


def fitting_zoom(width: int, scale: Scale, *, beside_pane: bool = False) -> int:
    """The largest zoom with the whole season in view, names at ease and the next step in words; else the smallest."""
    for zoom in reversed(ZOOMS):
        shape = columns(width, scale.zoomed(zoom), beside_pane=beside_pane)
        if shape.lane == scale.zoomed(zoom).cells and (shape.name >= AT_EASE or beside_pane):
            return zoom
    return ZOOMS[0]


def free_cells(cells: Sequence[Cell], *taken: int | None) -> int:
    """How many cells from the left hold nothing; the places `taken` are not free whatever they hold."""
    held = (place for place, cell in enumerate(cells) if cell is not EMPTY or place in taken)
    return next(held, len(cells))


def overhang(lane: Lane, shape: Columns, cells: Sequence[Cell], *taken: int | None) -> int:
    """How many cells of an empty stretch of lane a long name may take, so that names alike in front can be told."""
    if width_of(lane.name) <= shape.name or (shape.tier and lane.tier) or (shape.region and lane.region):
        return 0
    free = free_cells(cells, *taken)
    return free if free > 1 else 0


def step_words(step: NextStep, width: int) -> str:
    """What the last column says of the next step; only the days where words have no room."""
    signed = f"z{step.signed.strip()}".rjust(len(step.signed)) if step.snoozed else step.signed
    if width < NEXT_WORDS:
        return signed + ("!" if step.flagged else "")
    return f"{signed} ! {step.words}" if step.flagged else f"{signed} {step.words}"

"""What the status line says of a row of the timeline, and of the cell that the time cursor is on."""

from __future__ import annotations

from store.dates import show_day_short
from store.folds import Head, Quiet, Row
from store.lane_cells import events_at
from store.season import Season
from tui.spelling import Spelling
from tui.widgets.timeline_view import TimelineView


def row_words(view: TimelineView, row: Row, season: Season, spell: Spelling) -> str:
    """That row in one line: what falls where the time cursor is, key dates too, else what comes next."""
    here = "   ".join(filter(None, (_events_here(view), key_date_words(view))))
    match row:
        case Quiet():
            return f"{row.words}: {here or spell('{rows.open} opens them')}"
        case Head():
            return f"{row.group.title}: {here or _first_of(row, spell)}"
        case _ if key_date_words(view):
            return f"{row.name}   {here}"  # city and state would leave no room for it
        case _:
            program = season.programs_by_id[row.program_id]
            place = ", ".join(filter(None, (program.city, program.state)))
            step = f"{row.next.signed.strip()}  {row.next.words}" if row.next else ""
            return "   ".join(filter(None, (row.name, place, row.tier, here or step)))


def key_date_words(view: TimelineView) -> str:
    """The key dates in the cell of the time cursor, one in full and several in a word or two; empty without any."""
    timeline, scale = view.timeline, view.scale
    if timeline is None or scale is None or view.time_day is None:
        return ""
    cell = scale.cell_of(*view.time_spot)
    here = [one for one in timeline.key_days if scale.cell_of(one.day, one.part) == cell]
    return "  ·  ".join(f"{show_day_short(one.day)}  {one.short if len(here) > 1 else one.name}" for one in here)


def _events_here(view: TimelineView) -> str:
    lanes, scale = view.lanes_here, view.scale
    if view.time_day is None or scale is None:
        return ""
    own = events_at(lanes, scale, view.time_spot)
    several = f"{len(own)} here: " if len(own) > 1 else ""
    named = isinstance(view.cursor_row, (Head, Quiet))
    return several + "  ·  ".join(f"{lane.name}, {event.words}" if named else event.words for lane, event in own)


def _first_of(head: Head, spell: Spelling) -> str:
    first = head.group.urgent
    step = f"first: {first.next.signed.strip()}  {first.next.words}, {first.name}   " if first.next else ""
    return f"{len(head.group.lanes)}.  {step}{spell('{timeline.fold} folds and opens')}"

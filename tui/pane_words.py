"""What the pane beside the lanes tells: of a program, of programs folded away, or of the whole season."""

from __future__ import annotations

from store.folds import Quiet
from store.lanes import Lane
from tui.cell_story import cell_story
from tui.program_story import Part, story_of
from tui.state import SeasonState
from tui.widgets.detail_pane import line_room
from tui.widgets.timeline_view import TimelineView


def beside_row(state: SeasonState, view: TimelineView) -> tuple[str, tuple[Part, ...]]:
    """Title and parts for the cursor's row; what falls where the time cursor is comes first."""
    row = view.cursor_row
    here = cell_story(view) if view.time_day else ()
    if isinstance(row, Lane):
        program = state.season.programs_by_id[row.program_id]
        title = "  ".join(filter(None, (program.name, row.tier, row.region, row.code)))
        return title, (*here, *story_of(state, program))
    if isinstance(row, Quiet):
        names = Part("Programs", tuple(lane.name for lane in row.lanes))
        return f"{row.group.title}: {len(names.lines)}", (*here, names)
    from tui.glance_story import GLANCE, glance_parts

    return GLANCE, (*here, *glance_parts(state, line_room(view.app.size.width)))

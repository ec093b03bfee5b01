"""The timeline's styles, taken from the theme."""

from __future__ import annotations

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from store.lanes import EventKind
from store.words import CLOSED, Status
from tui.widgets.timeline_paint import Palette

STATUS_CLASSES = {status: "closed" if status in CLOSED else status.value.lower() for status in Status}
EVENT_CLASSES = {
    EventKind.CLASH: "late",
    EventKind.ACTION_DUE: "late",
    EventKind.BOOKED: "bkd",
    EventKind.INTERVIEWED: "int",
    EventKind.INVITED: "inv",
    EventKind.ACTION_LATER: "due",
    EventKind.WAITLISTED: "wtl",
    EventKind.CLOSED_BY_THEM: "closed",
    EventKind.CLOSED_BY_ME: "closed",
    EventKind.MESSAGE: "muted",
}
TIME = "timeline--time"
CSS = """
TimelineView {
    width: 1fr;
    height: 1fr;
    background: $background;
    color: $foreground;
    & > .timeline--time { background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold; }
    &:ansi > .timeline--time { background: ansi_blue; color: ansi_bright_white; }
    &:ansi:nocolor > .timeline--time { text-style: bold reverse; }
}
"""
"""Where it stands, on which ground, and its cursor in time, for which a theme may leave a colour to be worked out.

Other colours are taken from the theme by name: as classes they would be read, matched and put together at every
start.
"""
BOLD_STATUS = frozenset({"inv", "bkd", "mat"})
"""Statuses that stand out without a colour too."""


def palette_of(widget: Widget) -> Palette:
    """Every style of the timeline as that widget's theme has it, for terminals that have no colours too."""
    app, plain = widget.app, widget.rich_style
    ansi, grey = app.native_ansi_color, app.no_color

    def colour(name: str) -> RichColor:
        return Color.parse(app.theme_variables[name]).rich_color

    def ink(name: str, *, bold: bool = False, dim: bool = False) -> Style:
        return plain + Style(color=colour(name), bold=bold or None, dim=dim or None)

    bold = plain + Style(bold=True)
    status = {name: ink(f"status-{name}", bold=name in BOLD_STATUS) for name in {*STATUS_CLASSES.values()}}
    late = ink("late", bold=True)
    if grey:  # what is bold is told by that
        late = status["inv"] = status["bkd"] = bold
    muted = ink("muted")
    events = {"late": late, "due": bold, "muted": muted, **status}
    return Palette(
        plain=plain,
        muted=muted,
        line=ink("faint", dim=ansi),
        head=bold,
        key=bold if grey else ink("accent", bold=True),
        busy=bold,
        late=late,
        due=bold,
        cursor=bold + Style(bgcolor=colour("cursor-row"), reverse=ansi or None),
        time=widget.get_component_rich_style(TIME),
        status={status_: status[name] for status_, name in STATUS_CLASSES.items()},
        event={kind: events[name] for kind, name in EVENT_CLASSES.items()},
    )

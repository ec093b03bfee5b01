"""The timeline's styles, taken from the theme."""

from __future__ import annotations

from rich.style import Style
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
ROLES = ("muted", "line", "head", "key", "busy", "late", "due", "cursor", "time")
COMPONENT_CLASSES = {f"timeline--{name}" for name in (*ROLES, *STATUS_CLASSES.values())}
CSS = """
TimelineView {
    width: 1fr;
    height: 1fr;
    background: $background;
    color: $foreground;
    & > .timeline--muted { color: $muted; }
    & > .timeline--line { color: $faint; }
    & > .timeline--head { text-style: bold; }
    & > .timeline--key { color: $accent; text-style: bold; }
    & > .timeline--busy { text-style: bold; }
    & > .timeline--late { color: $late; text-style: bold; }
    & > .timeline--due { text-style: bold; }
    & > .timeline--cursor { background: $cursor-row; text-style: bold; }
    & > .timeline--time { background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold; }
    & > .timeline--pln { color: $status-pln; }
    & > .timeline--app { color: $status-app; }
    & > .timeline--inv { color: $status-inv; text-style: bold; }
    & > .timeline--bkd { color: $status-bkd; text-style: bold; }
    & > .timeline--int { color: $status-int; }
    & > .timeline--wtl { color: $status-wtl; }
    & > .timeline--mat { color: $status-mat; text-style: bold; }
    & > .timeline--closed { color: $status-closed; }
    &:ansi > .timeline--cursor { text-style: bold reverse; }
    &:ansi > .timeline--line { text-style: dim; }
    &:ansi > .timeline--time { background: ansi_blue; color: ansi_bright_white; }
    &:ansi:nocolor > .timeline--time { text-style: bold reverse; }
    &:nocolor > .timeline--late { color: $foreground; }
    &:nocolor > .timeline--inv { color: $foreground; text-style: bold; }
    &:nocolor > .timeline--bkd { color: $foreground; text-style: bold; }
    &:nocolor > .timeline--key { color: $foreground; }
}
"""


def palette_of(widget: Widget) -> Palette:
    """Every style of the timeline as that widget's theme has it."""

    def style(name: str) -> Style:
        return widget.get_component_rich_style(f"timeline--{name}")

    by_name = {name: style(name) for name in (*ROLES, *STATUS_CLASSES.values())}
    return Palette(
        plain=widget.rich_style,
        **{name: by_name[name] for name in ROLES},
        status={status: by_name[name] for status, name in STATUS_CLASSES.items()},
        event={kind: by_name[name] for kind, name in EVENT_CLASSES.items()},
    )

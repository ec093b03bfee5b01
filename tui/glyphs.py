"""The signs a screen draws with: one set of line glyphs, one of plain ASCII."""

from __future__ import annotations

from collections.abc import Mapping

from store.frozen_record import record
from store.lane_cells import Edge, Mark
from store.lanes import EventKind, SpanKind


@record(frozen=True, slots=True, eq=False)
class Glyphs:
    """One set of signs, each exactly one cell wide."""

    marks: Mapping[Mark, str]
    """For each event, line and edge of a lane."""
    today: str
    """The line through today."""
    open: str
    """In front of an open group."""
    folded: str
    """In front of a folded group."""
    more: str
    """In front of a line that stands for several rows."""
    cut: str
    """Where a text was cut; unlike the end of an abbreviation."""
    none: str
    """No interview in this cell."""
    ascii_only: bool = False
    """True when nothing above code 126 may be written."""

    def text(self, words: str) -> str:
        """Those words as this set can write them; what ASCII lacks becomes the nearest letter or a `?`."""
        if not self.ascii_only or words.isascii():
            return words
        from tui.plain_letters import plain_letters  # which few seasons need

        return plain_letters(words.translate(_PLAIN))


_PLAIN = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "…": "...",
        "·": ".",
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
    }
)

UNICODE = Glyphs(
    {
        None: " ",
        EventKind.CLASH: "!",
        EventKind.ACTION_DUE: "▼",
        EventKind.BOOKED: "◇",
        EventKind.INTERVIEWED: "◆",
        EventKind.INVITED: "△",
        EventKind.ACTION_LATER: "▽",
        EventKind.WAITLISTED: "○",
        EventKind.CLOSED_BY_THEM: "×",
        EventKind.CLOSED_BY_ME: "/",
        EventKind.MESSAGE: "•",
        SpanKind.WAITING: "─",
        SpanKind.IN_PLAY: "═",
        SpanKind.AFTER: "╌",
        SpanKind.LEAD: "·",
        Edge.EARLIER: "<",
        Edge.LATER: ">",
    },
    today="│",
    open="▾",
    folded="▸",
    more="…",
    cut="…",
    none="·",
)
ASCII = Glyphs(
    {
        None: " ",
        EventKind.CLASH: "!",
        EventKind.ACTION_DUE: "V",
        EventKind.BOOKED: "o",
        EventKind.INTERVIEWED: "*",
        EventKind.INVITED: "^",
        EventKind.ACTION_LATER: "v",
        EventKind.WAITLISTED: "w",
        EventKind.CLOSED_BY_THEM: "x",
        EventKind.CLOSED_BY_ME: "/",
        EventKind.MESSAGE: ",",
        SpanKind.WAITING: "-",
        SpanKind.IN_PLAY: "=",
        SpanKind.AFTER: "~",
        SpanKind.LEAD: ".",
        Edge.EARLIER: "<",
        Edge.LATER: ">",
    },
    today="|",
    open="-",
    folded="+",
    more=".",
    cut="~",
    none=".",
    ascii_only=True,
)

LEGEND: tuple[tuple[Mark, str], ...] = (
    (EventKind.INVITED, "invited"),
    (EventKind.BOOKED, "booked"),
    (EventKind.INTERVIEWED, "done"),
    (EventKind.ACTION_DUE, "due or late"),
    (EventKind.ACTION_LATER, "due later"),
    (EventKind.WAITLISTED, "waitlist"),
    (EventKind.CLASH, "clash"),
    (SpanKind.WAITING, "waiting"),
    (SpanKind.IN_PLAY, "in play"),
    (SpanKind.AFTER, "after"),
    (EventKind.MESSAGE, "sent"),
    (SpanKind.LEAD, "until the interview"),
    (EventKind.CLOSED_BY_THEM, "closed by them"),
    (EventKind.CLOSED_BY_ME, "by you"),
)
"""What the signs mean, most needed first."""


def legend(glyphs: Glyphs, width: int, *, messages: bool = True) -> str:
    """The legend in one line: as many signs as fit whole into that many cells; messages only where they are drawn."""
    line = ""
    for mark, meaning in LEGEND:
        if mark is EventKind.MESSAGE and not messages:
            continue
        longer = f"{line} {glyphs.marks[mark]} {meaning} "
        if len(longer.rstrip()) > width:
            break
        line = longer
    return line.rstrip()

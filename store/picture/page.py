"""The picture as a page of its own: the drawing, and its interviews as a table that can be read out."""

from __future__ import annotations

from collections.abc import Iterator

from store.agenda import Agenda
from store.dates import show_clock, show_day
from store.lanes import EventKind
from store.moments import Moment
from store.picture.drawing import escaped
from store.picture.facts import PictureFacts, picture_facts
from store.picture.whole import drawn
from store.season import Season

INTERVIEWS = {
    EventKind.CLASH: "booked, overlaps with another",
    EventKind.BOOKED: "booked",
    EventKind.INTERVIEWED: "held",
}
"""Events that are interviews, and what is said of each."""
STYLE = """
body { margin: 1.5em auto; max-width: 1120px; background: #fff; color: #111;
       font: 14px/1.5 Helvetica, Arial, sans-serif; }
svg { width: 100%; height: auto; }
table { border-collapse: collapse; margin: 1em 24px; }
th, td { text-align: left; padding: 2px 16px 2px 0; border-bottom: 1px solid #bbb; }
caption { text-align: left; font-weight: bold; }
@media print { body { margin: 0; } tr { break-inside: avoid; } }
@page { size: landscape; margin: 10mm; }
"""
"""The look of the page, on screen and on paper."""
NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for this page: nothing, and the styles it brings."""


def page_of(season: Season, agenda: Agenda, *, now: Moment, private: bool = False) -> str:
    """The season as one HTML page; `private` leaves out names and all words a person wrote."""
    facts = picture_facts(season, agenda, now=now, private=private)
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en">',
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{NOTHING_ELSE}">',
            f"<title>{escaped(facts.title)}</title>",
            f"<style>{STYLE}</style>",
            "<body>",
            drawn(facts),
            *_table(facts),
            "</body>",
            "</html>\n",
        )
    )


def _table(facts: PictureFacts) -> Iterator[str]:
    home = facts.shown.home
    held = [(event, lane) for lane in facts.shown.lanes for event in lane.events if event.kind in INTERVIEWS]
    if not held:
        return
    yield "<table><caption>Interviews</caption>"
    yield "<tr><th>Day</th><th>Begins, at home</th><th>Program</th><th></th></tr>"
    for event, lane in sorted(held, key=lambda one: (one[0].at.at, one[1].program_id)):
        here = event.at.seen_from(home.zone_at(event.at))
        clock = show_clock(here) if here.zone != home.zone else f"{here.local:%H:%M}"
        cells = (show_day(event.day), clock, facts.names[lane.program_id], INTERVIEWS[event.kind])
        yield f"<tr>{''.join(f'<td>{escaped(cell)}</td>' for cell in cells)}</tr>"
    yield "</table>"

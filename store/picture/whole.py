"""The whole picture: title, charts, ruler and lanes, legend, and the key dates by name."""

from __future__ import annotations

from store.agenda import Agenda
from store.cell_width import width_of
from store.dates import show_day_short
from store.moments import Moment
from store.picture.charts import chart_height, draw_bars
from store.picture.drawing import SOFT, Drawing
from store.picture.facts import PictureFacts, picture_facts
from store.picture.lanes import LEFT, RIGHT, LanePainter
from store.picture.signs import LEGEND, LINES, draw_sign, draw_span
from store.season import Season

WIDTH = 1120
"""How wide the sheet is, in pixels."""
CHART = 500
"""How wide a chart is, in pixels."""
LETTER = 5.6
"""About how wide a letter of ten pixels is."""


def picture_of(season: Season, agenda: Agenda, *, now: Moment, private: bool = False) -> str:
    """The season as one SVG drawing; `private` leaves out names and all words a person wrote."""
    return drawn(picture_facts(season, agenda, now=now, private=private))


def drawn(facts: PictureFacts) -> str:
    """Those facts as one SVG drawing."""
    on = Drawing(WIDTH)
    on.words(LEFT, 38, facts.title, size=20, bold=True)
    on.words(LEFT, 56, facts.subtitle, size=11, ink=SOFT)
    draw_bars(on, LEFT, 72, CHART, "From application to rank list", facts.funnel)
    draw_bars(on, RIGHT - CHART, 72, CHART, "Waiting for a word", facts.silence)
    y = 72 + max(chart_height(facts.funnel), chart_height(facts.silence)) + 14
    y = LanePainter(on, facts, y).draw()
    y = _legend(on, y + 14)
    y = _key_dates(on, facts, y + 4)
    return on.finished(y + 12, facts.title)


def _legend(on: Drawing, y: float) -> float:
    x = float(LEFT)
    for kind, meaning in LEGEND:
        draw_sign(on, kind, x + 5, y - 3.5)
        on.words(x + 14, y, meaning)
        x += 30 + width_of(meaning) * LETTER
    x, y = float(LEFT), y + 16
    for line, meaning in LINES:
        draw_span(on, line, x, x + 26, y - 3.5)
        on.words(x + 32, y, meaning)
        x += 50 + width_of(meaning) * LETTER
    return y + 16


def _key_dates(on: Drawing, facts: PictureFacts, y: float) -> float:
    """Every key date with its letter and day, in as many lines as they need."""
    x = float(LEFT)
    for one in facts.key_days:
        words = f"{show_day_short(one.day)} {one.short}"
        need = 14 + width_of(words) * LETTER + 16
        if x + need > RIGHT and x > LEFT:
            x, y = float(LEFT), y + 15
        on.words(x, y, one.letter, bold=True)
        on.words(x + (14 if one.letter else 0), y, words, ink=SOFT)
        x += need
    return y

"""Key dates as lines of the season view: on both clocks, with how sure they are and whose they are."""

from __future__ import annotations

from store.dates import home_at, show_clock, show_day_short, show_moment_short, signed
from store.key_dates import days_ahead, how_sure, is_over, key_dates, next_key_date, show_key_date
from store.records import KeyDate
from store.reference.shipped import shipped_key_dates
from store.season import Season
from store.sentence_ends import ended
from store.words import Mark
from tui.season_lines import Section
from tui.state import SeasonState
from tui.widgets.table_paint import DUE, GAP, MARK, MUTED, PLAIN, Cell, Column, TableRow, cell

WORD_ROOM, FULL_ROOM = 96, 146
"""Cells from which on key dates say how sure they are in a word, and in full."""
SURE_WORDS = {Mark.CONFIRMED: "confirmed", Mark.EXPECTED: "expected", Mark.OWN: "your own"}


def key_date_section(state: SeasonState, width: int) -> Section:
    """Every key date in both clocks, the applicant's own and corrected ones marked."""
    found = key_dates(state.season)
    upcoming = next_key_date(state.season, state.now)
    clocks = {one.id: _clocks(state, one, brief=width < WORD_ROOM) for one in found}
    rows: list[TableRow] = []
    year = 0
    for one in found:
        if width < WORD_ROOM and one.at.day.year != year:  # brief clocks leave it out
            year = one.at.day.year
            rows.append(TableRow(words=str(year)))
        tone = MUTED if is_over(one, state.now) else DUE if one is upcoming else PLAIN
        rows.append(TableRow(one.id, _cells(state, one, clocks[one.id], tone, width)))
    columns = _columns(width, max(map(len, clocks.values()), default=20))
    return Section(columns, tuple(rows), {one.id: _about(state, one) for one in found})


def _clocks(state: SeasonState, one: KeyDate, *, brief: bool) -> str:
    home = home_at(state.season.profile, one.at, state.now)
    return short_clocks(one, home) if brief else show_key_date(one, home)


def _cells(state: SeasonState, one: KeyDate, clocks: str, tone: str, width: int) -> tuple[Cell, ...]:
    season = state.season
    letter = f"{one.letter or ' '}{'*' if changed_by_hand(season, one) else ''}"
    days = days_ahead(one, state.now, state.home)
    cells = (cell(signed(days), tone), cell(letter, tone), cell(one.name, tone), cell(clocks, tone))
    if width < WORD_ROOM:
        return cells
    return (*cells, cell(how_sure(one) if width >= FULL_ROOM else sure_word(season, one), MUTED))


def _columns(width: int, clocks: int) -> tuple[Column, ...]:
    """`clocks` is how wide the longest of these is."""
    sure = (Column("how sure", 29 if width >= FULL_ROOM else 9),) if width >= WORD_ROOM else ()
    used = MARK + 4 + GAP + 2 + GAP + clocks + GAP + sum(one.width + GAP for one in sure)
    name = max(18, min(64, width - used - 1))
    return (Column("days", 4), Column("", 2), Column("what", name), Column("there = here", clocks), *sure)


def changed_by_hand(season: Season, one: KeyDate) -> bool:
    """True for one of the applicant's own, and for a shipped one they corrected."""
    return one in season.key_dates and one not in shipped_key_dates()


def is_shipped(one: KeyDate) -> bool:
    """True for a date that came with the app, corrected or not."""
    return any(one.id == shipped.id for shipped in shipped_key_dates())


def sure_word(season: Season, one: KeyDate) -> str:
    """How sure it is, in one word; a correction says that it is one."""
    if changed_by_hand(season, one) and is_shipped(one) and one.mark is not Mark.CONFIRMED:
        return "corrected"
    return SURE_WORDS[one.mark]


def short_clocks(one: KeyDate, home: str) -> str:
    """Both clocks without the year, and of another day at home its weekday: `Wed 3 Mar 21:00 EST = Thu 03:00 CET`."""
    if one.all_day:
        return show_day_short(one.at.day)
    here = one.at.seen_from(home)
    there_words, here_words = show_moment_short(one.at), show_clock(here)
    if here.local.replace(tzinfo=None) == one.at.local.replace(tzinfo=None):
        return there_words
    weekday = "" if here.day == one.at.day else f"{show_day_short(here.day).partition(' ')[0]} "
    return f"{there_words} = {weekday}{here_words}"


def _about(state: SeasonState, one: KeyDate) -> tuple[str, str]:
    season, now = state.season, state.now
    own = changed_by_hand(season, one)
    corrected = "corrected by you; {season.trash} brings back the shipped one"
    what = state.spell("{season.trash} removes it" if not is_shipped(one) else corrected if own else "")
    source = ended(f"Source: {one.source}") if one.source else ""
    remark = "  ".join(filter(None, (f"{how_sure(one).capitalize()}.", source, f"{what}." if what else "")))
    return f"{one.name}: {show_key_date(one, home_at(season.profile, one.at, now))}", remark

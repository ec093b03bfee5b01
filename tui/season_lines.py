"""The lines of the season view as values: profile, key dates, and where the data is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from store.dates import home_at, show_clock, show_day, show_day_short, show_moment_short, signed
from store.frozen_record import record
from store.glance import days_ahead
from store.key_dates import how_sure, is_over, key_dates, next_key_date, show_key_date
from store.records import KeyDate
from store.reference.shipped import shipped_key_dates
from store.season import Season
from store.step_ways import Entry
from store.words import Mark
from tui.backup_lines import backup_lines
from tui.copies_beside import copy_lines
from tui.profile_facts import GROUPS, NOT_SAID, label_of, shown_value, zone_words
from tui.season_counts import counted
from tui.state import SeasonState
from tui.widgets.table_paint import DUE, GAP, MARK, MUTED, PLAIN, Cell, Column, TableRow, cell

if TYPE_CHECKING:
    from store.backup_reading import Examined

STAYS, NEWS = "stays", "news"
CHANGE = "{season.edit} changes it, {season.trash} takes it away."
LABELS = 24
WORD_ROOM, FULL_ROOM = 96, 146
"""Cells from which on key dates say how sure they are in a word, and in full."""
SURE_WORDS = {Mark.CONFIRMED: "confirmed", Mark.EXPECTED: "expected", Mark.OWN: "your own"}
CHANGES_SHOWN = 8


@record(frozen=True, slots=True)
class Section:
    """One section, ready to be shown."""

    columns: tuple[Column, ...]
    """Its columns."""
    rows: tuple[TableRow, ...]
    """Its lines."""
    about: dict[str, tuple[str, str]]
    """For each line that the cursor can be on: it in full, and a remark."""


# Profile


def profile_section(state: SeasonState, width: int) -> Section:
    """Everything the app knows about the applicant, in groups."""
    profile, now = state.season.profile, state.now
    rows: list[TableRow] = []
    about: dict[str, tuple[str, str]] = {}
    for title, facts in GROUPS:
        rows += [TableRow()] if rows else []
        rows.append(TableRow(words=title))
        for fact in facts:
            if fact.name == STAYS:
                _add_stays(rows, about, state)
                continue
            label, value = label_of(fact, profile), shown_value(profile, fact, now)
            shown = cell(value) if value else cell(f"{NOT_SAID}; for {fact.use}", MUTED)
            rows.append(TableRow(fact.name, (cell(label, MUTED), shown)))
            hint = f"  Hint: {fact.hint}." if fact.hint and not value else ""
            about[fact.name] = (f"{label}: {value or NOT_SAID}", f"Used for: {fact.use}.{hint}")
    _add_news(rows, about, state)
    return Section(_two_columns(width), tuple(rows), about)


def _add_stays(rows: list[TableRow], about: dict[str, tuple[str, str]], state: SeasonState) -> None:
    stays, now = state.season.profile.stays, state.now
    use = "Keeps the clocks right while you travel."
    for place, stay in enumerate(stays):
        key, day = f"{STAYS}:{place}", f"From {show_day(stay.start)}"
        ends = f", until {show_day(stay.until)}" if stay.until else ""
        rows.append(TableRow(key, (cell(day, MUTED), cell(f"{zone_words(stay.zone, now)}{ends}"))))
        about[key] = (f"{day}: {stay.zone}{ends}", f"{use}  {state.spell(CHANGE)}")
    words = "add a later place" if stays else f"{NOT_SAID}; for clocks that stay right while you travel"
    rows.append(TableRow(STAYS, (cell("Then from a day on", MUTED), cell(words, MUTED))))
    about[STAYS] = (
        state.spell("From a day on you will be somewhere else: {season.edit} adds the day and the place."),
        use,
    )


def _add_news(rows: list[TableRow], about: dict[str, tuple[str, str]], state: SeasonState) -> None:
    rows += [TableRow(), TableRow(words="News")]
    for one in sorted(state.season.news, key=lambda told: told.day):
        key, day = f"{NEWS}:{one.id}", show_day(one.day)
        rows.append(TableRow(key, (cell(day, MUTED), cell(one.what))))
        use = "Changes eligibility: every program hears of it." if one.eligibility else "For updates."
        about[key] = (f"{day}: {one.what}", f"{use}  {state.spell(CHANGE)}")
    rows.append(TableRow(NEWS, (cell("Something new", MUTED), cell("an exam, a certificate, a publication", MUTED))))
    writes = state.spell("Something new about you: {season.edit} writes it down.")
    about[NEWS] = (writes, "Used for: updates, and telling eligibility.")


def _two_columns(width: int) -> tuple[Column, ...]:
    return (Column("", LABELS), Column("", max(20, width - MARK - LABELS - GAP - 1)))


# Key dates


def key_date_section(state: SeasonState, width: int) -> Section:
    """Every key date in both clocks, the applicant's own and corrected ones marked."""
    season, now = state.season, state.now
    upcoming = next_key_date(season, now)
    found = key_dates(season)
    full, word = width >= FULL_ROOM, width >= WORD_ROOM
    year = 0
    clocks_of = show_key_date if word else short_clocks
    when = [clocks_of(one, home_at(season.profile, one.at, now)) for one in found]
    rows: list[TableRow] = []
    for one, clocks in zip(found, when, strict=True):
        tone = MUTED if is_over(one, now) else DUE if one is upcoming else PLAIN
        if not word and _year(one) != year:
            rows.append(TableRow(words=str(_year(one))))
        year = _year(one)
        cells: tuple[Cell, ...] = (
            cell(signed(days_ahead(one, now, state.home)), tone),
            cell(f"{one.letter or ' '}{'*' if changed_by_hand(season, one) else ''}", tone),
            cell(one.name, tone),
            cell(clocks, tone),
        )
        sure = how_sure(one) if full else sure_word(season, one)
        rows.append(TableRow(one.id, (*cells, cell(sure, MUTED)) if word else cells))
    last = (Column("how sure", 29),) if full else (Column("how sure", 9),) if word else ()
    wide = max((len(words) for words in when), default=20)
    used = MARK + 4 + GAP + 2 + GAP + wide + GAP + sum(one.width + GAP for one in last)
    name = max(18, min(64, width - used - 1))
    columns = (Column("days", 4), Column("", 2), Column("what", name), Column("there = here", wide), *last)
    return Section(columns, tuple(rows), {one.id: _about(state, one) for one in found})


def _year(one: KeyDate) -> int:
    return one.at.day.year


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
    source = f"Source: {one.source}." if one.source else ""
    remark = "  ".join(filter(None, (f"{how_sure(one).capitalize()}.", source, f"{what}." if what else "")))
    return f"{one.name}: {show_key_date(one, home_at(season.profile, one.at, now))}", remark


# Data


@record(frozen=True, slots=True)
class DataFacts:
    """What is known about the files."""

    path: str
    """The season file."""
    saved: str
    """When it was last written, and how large it is."""
    settings: str
    """The settings file."""
    state_folder: str
    """Where the last copied text is kept."""
    history: tuple[Entry, ...] | None = None
    """What was done, newest first; None until it has been read."""
    copies: tuple[Path, ...] = ()
    """Other copies of the season that wait to be brought in."""
    backups: tuple[Examined, ...] | None = None
    """The backups, newest first; None until they have been looked into."""


def data_section(state: SeasonState, facts: DataFacts, width: int) -> Section:
    """Where the season is, what is in it, and what was done last."""
    spell = state.spell
    lines: list[tuple[str, str, str, str]] = [
        ("file", "Season file", facts.path, "The whole season is in this one file; its backups are kept beside it."),
        ("saved", "Last saved", facts.saved, "Every change is saved at once; there is nothing to press."),
        (
            "copy",
            "Another copy",
            spell("{everywhere.bring-in} brings one in"),
            "Worked on apart, such as on a stick: both are brought together.",
        ),
        *copy_lines(facts.copies, spell),
        (
            "archive",
            "Archive",
            spell("{everywhere.archive} writes one"),
            "The whole season as a folder of pages and tables that need no program.",
        ),
        (
            "calendar",
            "Calendar",
            spell("{season.calendar} writes an .ics"),
            "Interviews and key dates for any calendar; written again, it updates.",
        ),
        (
            "portal",
            "A portal’s .ics",
            spell("{season.read-calendar} reads it"),
            "Interviews from it, shown first; its later changes are recognised.",
        ),
        (
            "settings",
            "Settings",
            facts.settings,
            spell("Theme, signs and keys; {season.edit} or {everywhere.settings} changes them."),
        ),
        ("state", "Last copied text", facts.state_folder, "Whatever you copy is also kept in a file there."),
        ("network", "Network", "not used", "Nothing leaves this machine unless you copy it, mail it or send the file."),
    ]
    groups = [
        ("Where it is", lines),
        ("What is in it", counted(state)),
        ("Backups", backup_lines(facts.backups, state)),
        ("Done last", _done(facts.history, state)),
    ]
    rows: list[TableRow] = []
    about: dict[str, tuple[str, str]] = {}
    for title, group in groups:
        rows += [TableRow()] if rows else []
        rows.append(TableRow(words=title))
        for key, label, value, remark in group:
            rows.append(TableRow(key, (cell(label, MUTED), cell(value))))
            about[key] = (f"{label}: {value}", remark)
    return Section(_two_columns(width), tuple(rows), about)


def _done(history: tuple[Entry, ...] | None, state: SeasonState) -> list[tuple[str, str, str, str]]:
    if history is None:
        return [("steps", "Undo", "looking …", "")]
    standing = [entry.step for entry in history if not entry.taken_back]
    back = len(history) - len(standing)
    words = f"{len(standing)} steps can be taken back" if len(standing) != 1 else "1 step can be taken back"
    words += f", {back} can be done again" if back else ""
    keys = "{everywhere.undo} takes back the newest, {everywhere.redo} does it again, also after a restart."
    found = [("steps", "Undo", words, state.spell(keys))]
    found += [
        (f"step:{step.id}", show_moment_short(step.at.seen_from(state.now.zone)), step.label, "  ".join(step.aside))
        for step in standing[:CHANGES_SHOWN]
    ]
    return found

"""The profile as lines of the season view, and what every section of that view consists of."""

from __future__ import annotations

from store.dates import show_day
from store.frozen_record import record
from tui.profile_facts import GROUPS, NOT_SAID, label_of, shown_value, zone_words
from tui.state import SeasonState
from tui.widgets.table_paint import GAP, MARK, MUTED, Column, TableRow, cell

STAYS, NEWS = "stays", "news"
CHANGE = "{season.edit} changes it, {season.trash} takes it away."
LABELS = 24
"""Cells of the first column, which says what a line is about."""


@record(frozen=True, slots=True)
class Section:
    """One section, ready to be shown."""

    columns: tuple[Column, ...]
    """Its columns."""
    rows: tuple[TableRow, ...]
    """Its lines."""
    about: dict[str, tuple[str, str]]
    """For each line that the cursor can be on: it in full, and a remark."""


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
    return Section(two_columns(width), tuple(rows), about)


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


def two_columns(width: int) -> tuple[Column, ...]:
    """What a line is about, and what it says."""
    return (Column("", LABELS), Column("", max(20, width - MARK - LABELS - GAP - 1)))

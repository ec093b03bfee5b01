"""The rules of follow-ups as lines of the season view."""

from __future__ import annotations

from store.follow_ups.rule_table import RULES, Rule, days_in_force, days_words
from store.season import Season
from tui.season_lines import Section
from tui.state import SeasonState
from tui.widgets.table_paint import GAP, MARK, MUTED, PLAIN, Column, TableRow, cell

STATE, DAYS = 4, 8
CHANGE = "{season.edit} switches it and changes its days."


def rules_section(state: SeasonState, width: int) -> Section:
    """Every rule: whether it speaks, its days, what it asks for."""
    season, items = state.season, state.agenda.open
    rows: list[TableRow] = []
    about: dict[str, tuple[str, str]] = {}
    for rule in RULES.values():
        off, days = is_off(season, rule), days_in_force(season, rule)
        tone = MUTED if off else PLAIN
        shown = "fixed" if days is None else f"{days}d{' *' if days != rule.days else ''}"
        now = sum(item.rule == rule.id for item in items)
        cells = (
            cell(rule.id, MUTED),
            cell("off" if off else "on", tone),
            cell(shown, tone),
            cell(str(now) if now else "", tone),
            cell(rule.name, tone),
        )
        rows.append(TableRow(rule.id, cells))
        days_told = days_words(season, rule)
        about[rule.id] = (
            f"{rule.id}, {rule.name}: {days_told.rstrip('.')}.",
            f"Stops {rule.stops}.  {'Off; ' if off else ''}{state.spell(CHANGE)}",
        )
    used = MARK + 3 + STATE + DAYS + 4 + 4 * GAP
    columns = (Column("", 3), Column("", STATE), Column("days", DAYS), Column("now", 4))
    return Section((*columns, Column("what it asks for", max(20, width - used - GAP - 1))), tuple(rows), about)


def is_off(season: Season, rule: Rule) -> bool:
    """True while the applicant has switched it off."""
    return any(one.off for one in season.rule_settings if one.id == rule.id)

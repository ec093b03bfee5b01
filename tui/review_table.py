"""The sections of the review as tables: columns, headings, rows."""

from __future__ import annotations

from store.agenda import FollowUp, Urgency, urgency
from store.dates import show_clock, show_day_short, signed_days
from store.words import Verdict
from tui.review_sections import CLEARED, SNOOZED, WAITING, Item, back_words
from tui.state import SeasonState
from tui.widgets.list_columns import Wanted, cells_for, fitted_columns
from tui.widgets.table_paint import DUE, LATE, MUTED, PLAIN, Cell, Column, TableRow

PROGRAM = Wanted("program", 15, 32)
TIER = Wanted("tier", 4)
WHAT = Wanted("what", 34, 84)
KIND = Wanted("kind", 17, drop=1)
TO_DO = (Wanted("due", 4), PROGRAM, TIER, WHAT, KIND)
COLUMNS: dict[str, tuple[Wanted, ...]] = {
    WAITING: (Wanted("quiet", 5, right=True), PROGRAM, TIER, Wanted("what", 31, 84), Wanted("since", 10, drop=1)),
    SNOOZED: (Wanted("back", 16), PROGRAM, TIER, Wanted("what", 24, 84), KIND),
    CLEARED: (Wanted("at", 10), Wanted("how", 16), PROGRAM, Wanted("what", 19, 84)),
}
RULE_KINDS = {"F02": "debrief", "F15": "key date", "TASK": "task"}
"""What stands there for rules that no message answers."""


def table_of(
    section: str, items: tuple[Item, ...], state: SeasonState, width: int
) -> tuple[tuple[Column, ...], tuple[TableRow, ...]]:
    """Columns and rows of that section in a list that wide."""
    columns = fitted_columns(COLUMNS.get(section, TO_DO), width)
    rows: list[TableRow] = []
    head = ""
    for item in items:
        if item.head != head:
            head = item.head
            rows.append(TableRow(words=head))
        rows.append(TableRow(item.key, cells_for(columns, _cells(section, item, state))))
    return tuple(column for column in columns if column is not None), tuple(rows)


def _cells(section: str, item: Item, state: SeasonState) -> tuple[Cell, ...]:
    program = state.season.programs_by_id.get(item.program_id)
    name, tier = (program.name, program.tier) if program else ("", "")
    if item.waiting is not None:
        since = show_day_short(state.home.day_of(item.waiting.since))
        days = f"{item.waiting.days(state.now)}d"
        return (days, PLAIN), (name, PLAIN), (tier, MUTED), (item.what, PLAIN), (since, MUTED)
    if section == CLEARED:
        at, how = _how(item, state)
        return (at, MUTED), (how, PLAIN), (name, PLAIN), (item.what, PLAIN)
    assert item.follow_up is not None, "what is neither awaited nor cleared is to be done"
    if section == SNOOZED:
        first: Cell = (back_words(item, state), PLAIN)
    else:
        first = (signed_days(item.follow_up.due, state.now, state.home), _tone(item.follow_up, state))
    return first, (name, PLAIN), (tier, MUTED), (item.what, PLAIN), (kind_words(item.follow_up), MUTED)


def _tone(follow_up: FollowUp, state: SeasonState) -> str:
    return {Urgency.LATE: LATE, Urgency.DUE: DUE}.get(urgency(follow_up, state.now), PLAIN)


def kind_words(follow_up: FollowUp) -> str:
    """The kind of message that answers it, or what else it is."""
    if follow_up.kind is not None:
        return follow_up.kind.value
    return "scores" if follow_up.key.endswith(":scores") else RULE_KINDS.get(follow_up.rule, "")


def _how(item: Item, state: SeasonState) -> tuple[str, str]:
    """When it was cleared and in which way."""
    if item.cleared is None:
        return "", "settled"
    decision = item.cleared.decision
    at = show_clock(decision.at.seen_from(state.now.zone))
    if decision.verdict is Verdict.SNOOZED and decision.until is not None:
        return at, f"until {show_day_short(state.home.day_of(decision.until))}"
    return at, "done" if decision.verdict is Verdict.DONE else "not needed"

"""Questions about one rule of follow-ups: whether it speaks, and with how many days."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from store.errors import Unclear
from store.follow_ups.rule_table import Rule, days_in_force, days_words
from store.rules.rule_settings import rule_called, set_rule_days, switch_rule
from tui.requests import Change
from tui.rule_lines import is_off
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.fields import understand_number
from tui.screens.dialogs.menu import Choice, Menu

if TYPE_CHECKING:
    from tui.app import SeasonApp

SWITCH, DAYS, OWN = "switch", "days", "own"


async def ask_rule(app: SeasonApp, rule_id: str) -> Change | None:
    """What to change about that rule; days that are fixed are not offered."""
    rule, season = rule_called(rule_id), app.state.season
    off, days = is_off(season, rule), days_in_force(season, rule)
    choices = [Choice("o", "switch it on" if off else "switch it off", SWITCH)]
    if days is not None:
        choices.append(Choice("d", "change its days", DAYS, f"{days} {rule.days_name}"))
    if days != rule.days:
        choices.append(Choice("r", f"bring back its own {rule.days} days", OWN))
    deed: str | None = await app.push_screen_wait(Menu(f"{rule.id}: {rule.name}", tuple(choices), default=SWITCH))
    if deed == SWITCH:
        words = f"{rule.id} {'on' if off else 'off'}: {rule.name}"
        return Change(words, partial(switch_rule, rule_id=rule.id, off=not off))
    if deed == OWN:
        return Change(f"{rule.id}: its own days", partial(set_rule_days, rule_id=rule.id, days=None))
    return await _ask_days(app, rule, days) if deed == DAYS else None


async def _ask_days(app: SeasonApp, rule: Rule, days: int | None) -> Change | None:
    season, now = app.state.season, app.now()

    def understand(text: str) -> tuple[int, str]:
        number, _ = understand_number(text)
        if number is None:
            raise Unclear("Give a number of days.")
        return int(number), days_words(set_rule_days(season, rule.id, int(number), now=now), rule)

    question = Ask(
        f"{rule.id}: how many days?", f"{rule.days_name}, {rule.least} to {rule.most}", str(days), understand
    )
    answer: int | None = await app.push_screen_wait(question)
    if answer is None:
        return None
    words = f"{rule.id}: {answer} {rule.days_name}"
    return Change(words, partial(set_rule_days, rule_id=rule.id, days=answer))

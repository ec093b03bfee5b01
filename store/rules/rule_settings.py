"""Which rules propose follow-ups, and with how many days."""

from __future__ import annotations

from dataclasses import replace

from store.errors import RuleBroken
from store.follow_ups.rule_table import RULES, Rule
from store.moments import Moment
from store.records import RuleSetting
from store.season import Season


def switch_rule(season: Season, rule_id: str, *, off: bool, now: Moment) -> Season:
    """Let a rule propose nothing, or let it speak again; its days stay as they are."""
    rule = rule_called(rule_id)
    return _with(season, replace(_setting(season, rule), off=off))


def set_rule_days(season: Season, rule_id: str, days: int | None, *, now: Moment) -> Season:
    """Give a rule another number of days; None brings back its own.

    Raises RuleBroken for days that are not the applicant's to change, and for a number out of its range.
    """
    rule = rule_called(rule_id)
    if rule.days is None:
        raise RuleBroken(f"{rule.fixed} Nothing was changed; `{rule.id}` can be switched off.")
    if days is not None and not rule.least <= days <= rule.most:
        raise RuleBroken(f"{rule.id} takes {rule.least} to {rule.most} days. Nothing was changed.")
    return _with(season, replace(_setting(season, rule), days=None if days == rule.days else days))


def rule_called(text: str) -> Rule:
    """The rule of that id, in small or large letters; raises RuleBroken when there is none."""
    rule = RULES.get(text.strip().upper())
    if rule is None:
        raise RuleBroken(f"“{text[:30]}” is no rule. They run from {min(RULES)} to {max(RULES)}.")
    return rule


def _setting(season: Season, rule: Rule) -> RuleSetting:
    return next((one for one in season.rule_settings if one.id == rule.id), RuleSetting(rule.id))


def _with(season: Season, setting: RuleSetting) -> Season:
    others = [one for one in season.rule_settings if one.id != setting.id]
    changed = others if setting == RuleSetting(setting.id) else [*others, setting]
    settings = tuple(sorted(changed, key=lambda one: one.id))
    return season if settings == season.rule_settings else replace(season, rule_settings=settings)

"""The rules of follow-ups, and the reason for each one."""

from __future__ import annotations

from argparse import Namespace

from store.agenda import FollowUp, agenda
from store.errors import Unclear
from store.follow_ups.rule_table import RULES, Rule, days_in_force, days_words, reasons_for
from store.rules.rule_settings import rule_called, set_rule_days, switch_rule
from store.season import Season
from tui.command_line.desk import Desk, changing, looking
from tui.command_line.follow_ups import item_named
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, is_plain, moment_values


def why(options: Namespace) -> int:
    """Print why one follow-up is there, by when it is wanted, and what ends it."""
    with looking(options) as desk:
        item = item_named(desk.season, agenda(desk.season, now=desk.now), options.item)
        if options.json:
            as_json(_why_values(item))
        else:
            for line in _why_lines(desk, item):
                data(line)
    return DONE


def rules(options: Namespace) -> int:
    """List the rules, or change one of them."""
    if options.to:
        return _change(options)
    with looking(options) as desk:
        listed = [rule_called(options.rule)] if options.rule else list(RULES.values())
        if options.json:
            as_json({"rules": [_values(desk.season, rule) for rule in listed]})
        else:
            for rule in listed:
                for line in _lines(desk.season, rule, plain=is_plain(options)):
                    data(line)
    return DONE


def _change(options: Namespace) -> int:
    if options.number is not None and options.to != "days":
        raise Unclear(f"`{options.to}` takes no number. `prematch rules F07 days 21` gives a rule other days.")
    with changing(options) as desk:
        rule = rule_called(options.rule)
        if options.to == "days":
            changed = set_rule_days(desk.season, rule.id, options.number, now=desk.now)
            desk.change(f"{rule.id}, {rule.name}: {days_words(changed, rule)}", changed)
        else:
            changed = switch_rule(desk.season, rule.id, off=options.to == "off", now=desk.now)
            desk.change(f"{rule.id} {options.to}: {rule.name}", changed)
    return DONE


def _why_lines(desk: Desk, item: FollowUp) -> list[str]:
    program = desk.season.programs_by_id.get(item.program_id)
    return [f"{program.name}: {item.what}" if program else item.what, *reasons_for(desk.season, item, desk.now)]


def _why_values(item: FollowUp) -> dict[str, object]:
    rule = RULES.get(item.rule)
    return {
        "id": item.key,
        "rule": item.rule,
        "what": item.what,
        "why": item.why,
        **moment_values("due", item.due),
        **moment_values("latest", item.latest),
        "stops": rule.stops if rule else None,
    }


def _lines(season: Season, rule: Rule, *, plain: bool) -> list[str]:
    state = "off" if _is_off(season, rule) else "on"
    if plain:
        return [f"{state}: {rule.id}, {rule.name}, {days_words(season, rule)}, stops {rule.stops}"]
    return [f"{rule.id} {state:<3} {rule.name}", f"        {days_words(season, rule)}", f"        stops {rule.stops}"]


def _values(season: Season, rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "name": rule.name,
        "off": _is_off(season, rule),
        "days": days_in_force(season, rule),
        "default_days": rule.days,
        "days_are": rule.days_name or None,
        "fixed": rule.fixed or None,
        "stops": rule.stops,
    }


def _is_off(season: Season, rule: Rule) -> bool:
    return any(one.off for one in season.rule_settings if one.id == rule.id)

"""What may change about many programs at once: one rule, one step of undo, all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from store.errors import RuleBroken
from store.folding import folded
from store.moments import Moment
from store.records import ContactRule, Program, Reason, StatusChange
from store.rules.cleaning import cleaned
from store.rules.known import followed_program
from store.rules.programs import reasoned, ruled
from store.rules.replacing import swapped
from store.rules.statuses import with_status
from store.season import Season
from store.words import Status


def set_statuses(season: Season, statuses: Mapping[str, Status], *, now: Moment) -> Season:
    """Say where things stand with each of these programs from now on, by its id; only the day counts."""
    return _each(season, statuses, lambda one: with_status(one, StatusChange(statuses[one.id], now), now=now))


def set_tier(season: Season, program_ids: Collection[str], tier: str, *, now: Moment) -> Season:
    """Give these programs that letter; an empty one takes theirs away."""
    return _each(season, program_ids, lambda one: cleaned(replace(one, tier=tier)))


def change_tags(
    season: Season, program_ids: Collection[str], *, add: Collection[str], drop: Collection[str], now: Moment
) -> Season:
    """Add tags to these programs and take others away, whatever their case; a tag that is there is not doubled.

    Raises RuleBroken when there is nothing to add and nothing to take away.
    """
    if not add and not drop:
        raise RuleBroken("Name a tag to add, or one to take away with ! before it.")
    unwanted = {folded(tag) for tag in drop}

    def tagged(program: Program) -> Program:
        kept = [tag for tag in program.tags if folded(tag) not in unwanted]
        known = {folded(tag) for tag in kept}
        return cleaned(replace(program, tags=(*kept, *(tag for tag in add if folded(tag) not in known))))

    return _each(season, program_ids, tagged)


def set_contact_rules(season: Season, program_ids: Collection[str], rule: ContactRule, *, now: Moment) -> Season:
    """Record how these programs want to be written to; raises RuleBroken as for one of them."""
    return _each(season, program_ids, lambda one: ruled(one, rule, now=now))


def add_reasons(season: Season, program_ids: Collection[str], reason: Reason, *, now: Moment) -> Season:
    """Record why writing to these programs before an invitation is warranted; none gets the same one twice."""
    return _each(season, program_ids, lambda one: reasoned(one, reason))


def _each(season: Season, program_ids: Collection[str], change: Callable[[Program], Program]) -> Season:
    programs = swapped(season.programs, [change(followed_program(season, one)) for one in program_ids])
    return season if programs is season.programs else replace(season, programs=programs)

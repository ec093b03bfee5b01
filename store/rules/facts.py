"""What may change about what is known of a program, each with its source and the day it was checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from store.errors import RuleBroken
from store.moments import Moment
from store.records import Fact, Program
from store.rules.cleaning import cleaned, required
from store.rules.known import followed_program
from store.rules.replacing import swapped
from store.season import Season
from store.shelf_life import same_label


def set_fact(season: Season, program_id: str, fact: Fact, *, now: Moment) -> Season:
    """Record something known about a program; no value removes it.

    It takes the place of what the same source said about the same thing, and of anything about it without a source;
    what another source says stays beside it. No value and no source remove everything known about it.
    Raises RuleBroken for a fact without a name, or checked on a day still to come.
    """
    program = followed_program(season, program_id)
    fact = cleaned(fact)
    required(fact.label, "The name of the fact")
    if fact.checked is not None and fact.checked > now.day:
        raise RuleBroken("The day a fact was checked cannot be in the future.")
    replaced = [place for place, one in enumerate(program.facts) if _gives_way(one, fact)]
    facts = tuple(_in_its_place(program.facts, fact, replaced))
    changed = swapped(season.programs, [replace(program, facts=facts)])
    return season if changed is season.programs else replace(season, programs=changed)


def remove_fact(season: Season, program_id: str, fact: Fact, *, now: Moment) -> Season:
    """Remove one fact and leave what other sources say; raises RuleBroken when it is not there any more."""
    program = _holding(season, program_id, fact)
    left = tuple(one for one in program.facts if one != fact)
    return replace(season, programs=swapped(season.programs, [replace(program, facts=left)]))


def settle_fact(season: Season, program_id: str, fact: Fact, *, now: Moment) -> Season:
    """Say that of several sources this one is right today: what the others say about the same thing goes.

    Raises RuleBroken when the fact is not there any more.
    """
    program = _holding(season, program_id, fact)
    left = (one for one in program.facts if one == fact or not same_label(one.label, fact.label))
    facts = tuple(replace(one, checked=now.day) if one == fact else one for one in left)
    return replace(season, programs=swapped(season.programs, [replace(program, facts=facts)]))


def _holding(season: Season, program_id: str, fact: Fact) -> Program:
    program = followed_program(season, program_id)
    if fact not in program.facts:
        raise RuleBroken("That fact has changed meanwhile. Look at it once more; nothing was changed.")
    return program


def _gives_way(known: Fact, new: Fact) -> bool:
    one, other = known.source.strip().casefold(), new.source.strip().casefold()
    everything = not other and not new.value.strip()
    return same_label(known.label, new.label) and (one == other or not one or everything)


def _in_its_place(facts: tuple[Fact, ...], new: Fact, replaced: list[int]) -> Iterable[Fact]:
    """The facts with the new one where the first that gives way stood, else at the end."""
    told = (new,) if new.value.strip() else ()
    for place, one in enumerate(facts):
        if place not in replaced:
            yield one
        elif place == replaced[0]:
            yield from told
    if not replaced:
        yield from told

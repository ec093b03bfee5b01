"""What may change about the fit: how much each part counts, and which programs were sent a signal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from store.errors import RuleBroken
from store.fit.aspects import shipped_aspects
from store.moments import Moment
from store.records import HEAVIEST, WEIGHTS, FitWeight
from store.rules.known import followed_program
from store.rules.replacing import swapped
from store.season import Season


def set_fit_weights(season: Season, weights: Mapping[str, int], *, now: Moment) -> Season:
    """Say how much parts of the fit count, by id, 0 to 5; the weight a part starts from is not kept.

    Raises RuleBroken for a part that is not there or another number; nothing is kept then.
    """
    shipped = {one.id: one.weight for one in shipped_aspects()}
    kept = {one.id: one.weight for one in season.fit_weights}
    for key, weight in weights.items():
        if key not in shipped:
            raise RuleBroken(f"“{key[:60]}” is no part of the fit. Nothing was changed.")
        if weight not in WEIGHTS:
            raise RuleBroken(f"A weight is a whole number from 0 to {HEAVIEST}. Nothing was changed.")
        kept[key] = weight
    left = tuple(FitWeight(key, kept[key]) for key in sorted(kept) if kept[key] != shipped.get(key))
    return season if left == season.fit_weights else replace(season, fit_weights=left)


def set_signaled(season: Season, program_id: str, signaled: bool, *, now: Moment) -> Season:
    """Note that a program was sent a signal, or was not after all."""
    program = followed_program(season, program_id)
    changed = swapped(season.programs, [replace(program, signaled=signaled)])
    return season if changed is season.programs else replace(season, programs=changed)

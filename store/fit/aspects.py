"""What a fit is made of, and how much each part counts for this applicant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from store.errors import Unclear
from store.folding import folded
from store.frozen_record import record
from store.reference.data_files import data_file
from store.season import Season


@record(frozen=True, slots=True)
class Aspect:
    """One part of a fit."""

    id: str
    """Short name, as typed."""
    name: str
    """What it is called."""
    weight: int
    """How many points it gives or takes, 0 to 5."""
    label: str = ""
    """The fact about a program it is read from; empty when it comes from elsewhere."""


@lru_cache(maxsize=1)
def shipped_aspects() -> tuple[Aspect, ...]:
    """Every part of a fit with the weight it starts from, in the order of the file."""
    return tuple(Aspect(**row) for row in data_file("fit_aspects")["aspects"])


def aspects_in_force(season: Season, tried: Mapping[str, int] | None = None) -> tuple[Aspect, ...]:
    """Every part with the applicant’s weight, or with one that is only tried out."""
    own = {one.id: one.weight for one in season.fit_weights} | dict(tried or {})
    return tuple(replace(one, weight=own.get(one.id, one.weight)) for one in shipped_aspects())


def aspect_called(text: str) -> Aspect:
    """The part of that id or name, or whose name begins so; raises Unclear when there is none or more than one."""
    wanted = folded(text.strip())
    exact = [one for one in shipped_aspects() if wanted in (one.id, folded(one.name))]
    begun = [one for one in shipped_aspects() if wanted and folded(one.name).startswith(wanted)]
    found = exact or begun
    if len(found) != 1:
        known = tuple(f"{one.id}: {one.name}" for one in found or shipped_aspects())
        problem = "could mean several parts" if found else "is no part"
        raise Unclear(f"“{text.strip()[:60]}” {problem} of the fit. Nothing was changed.", known)
    return found[0]

"""What two copies had in common when they parted, record by record."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from store.frozen_record import record
from store.moments import Moment
from store.record_json import season_to_tables
from store.season import Season
from store.season_tables import RECORDS, id_of, records_in


@record(frozen=True, slots=True)
class Ground:
    """Common ground of two copies; without any, nothing is known of what either changed."""

    records: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Records by table and id, as they were in both copies."""
    known: bool = False
    """True when the copies are known to come from one season."""
    parted: Moment | None = None
    """When the last step they share was done; None when that is not known."""

    def before(self, table: str, record_id: str) -> Any:
        """That record as it was; None when it was not there, or not known."""
        return self.records.get(table, {}).get(record_id)


@record(frozen=True, slots=True)
class OtherCopy:
    """A copy made apart, read and ready to be brought in."""

    name: str
    """The name of its file."""
    season: Season
    """What it holds."""
    ground: Ground
    """What it has in common with the season at hand."""
    brought: str
    """Its mark for the step that brings it in."""
    notice: str = ""
    """A sentence about its file; empty when there is nothing to say."""


def ground_of(first: Season, second: Season | None = None, parted: Moment | None = None) -> Ground:
    """The ground on which both seasons agree: the point where two copies parted, found from either side.

    A record in which the two differ was changed by no step that is known, as by hand in the file,
    and so nobody can tell which copy changed it: it is left out.
    """
    own = {table: {id_of(one): one for one in records_in(first, table)} for table in RECORDS}
    if second is not None and second is not first:
        for table, records in own.items():
            seen = {id_of(one): one for one in records_in(second, table)}
            own[table] = {key: one for key, one in records.items() if seen.get(key) == one}
    return Ground(own, True, parted)


def fingerprint(season: Season) -> str:
    """A short mark that only this season has."""
    digest = hashlib.sha256()
    for table, values in sorted(season_to_tables(season).items()):
        digest.update(json.dumps([table, list(values.values())], sort_keys=True, ensure_ascii=True).encode())
    return digest.hexdigest()[:20]


@record(frozen=True, slots=True)
class Past:
    """A season as a copy's steps lead back to it."""

    season: Season
    """The season."""
    step: str
    """Id of the step that led to it; empty for the oldest one known."""
    brought: str
    """The mark of the copy which that step brought in, if any."""
    at: Moment | None
    """When that step was done."""
    folded: tuple[str, ...] = ()
    """Ids of the earlier steps that became one with it, oldest first."""


def common_ground(mine: Iterable[Past], theirs: Iterable[Past]) -> Ground:
    """The newest ground that these two histories share, each told newest first; an unknown one when there is none."""
    ours, others = tuple(mine), tuple(theirs)
    here, there = _shared_step(ours, others)
    merged = [*_brought_in(ours[:here], others), *_brought_in(others[:there], ours)]
    if merged:
        return max(merged, key=_parted)
    if here < len(ours):
        return _ground_at(ours[here], others[there])
    return _same_season(ours, others)


def _shared_step(ours: Sequence[Past], others: Sequence[Past]) -> tuple[int, int]:
    """Where the newest step done before the copies parted stands in either history; their lengths when in none."""
    whole = {past.step: place for place, past in enumerate(others) if past.step}
    inside = {step: place for place, past in enumerate(others) for step in past.folded}
    for place, past in enumerate(ours):
        for known, steps in ((whole, (past.step,)), (inside, (past.step,)), (whole, past.folded[::-1])):
            if found := next((step for step in steps if step in known), ""):
                return place, known[found]
    return len(ours), len(others)


def _ground_at(mine: Past, theirs: Past) -> Ground:
    # Typing that went on in one copy took the shared step in: the other copy still knows the season at that step.
    if mine.step == theirs.step:
        return ground_of(mine.season, theirs.season, mine.at)
    whole = mine if mine.step in theirs.folded else theirs
    return ground_of(whole.season, parted=whole.at)


def _brought_in(since: Iterable[Past], across: Sequence[Past]) -> Iterator[Ground]:
    """The season of the other copy that one of these steps has brought in already."""
    for past in since:
        step, _, mark = past.brought.partition(" ")
        for other in across if step else across[:1]:
            if mark and step in ("", other.step) and fingerprint(other.season) == mark:
                yield ground_of(other.season, parted=past.at)
                return


def _same_season(ours: Sequence[Past], others: Sequence[Past]) -> Ground:
    """Without a common step, a season that both copies have been is common ground all the same.

    So a copy is known that came without its steps, whether it was left alone since or got steps of its own.
    """
    pairs = [(past, end) for past in ours for end in (others[0], others[-1])]
    pairs += [(end, past) for past in others for end in (ours[0], ours[-1])]
    for one, other in pairs:
        if _sizes(one.season) == _sizes(other.season) and one.season == other.season:
            return ground_of(one.season, parted=one.at)
    nothing = Season()  # which a season that holds nothing yet has in common with every other
    return ground_of(nothing) if nothing in (ours[0].season, others[0].season) else Ground()


def _sizes(season: Season) -> tuple[int, ...]:
    return tuple(len(records_in(season, table)) for table in RECORDS)


def _parted(ground: Ground) -> float:
    return ground.parted.at.timestamp() if ground.parted else 0.0

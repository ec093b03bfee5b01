"""One record that stands in both copies, brought together field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from store.merging.courses import courses_apart
from store.merging.field_policy import DATED, NESTED, OWN_RULE, SETS, blank, dated, groups_for, rule_of, united
from store.merging.same_words import same_words
from store.merging.sides import Choose, Conflict, Side
from store.records import Decision, Letter
from store.words import LetterState

Chosen = Mapping[tuple[str, ...], tuple[Any, ...] | None]
"""What was chosen for fields in conflict."""


class Versions(NamedTuple):
    """One record as it stands in both copies, and as it was when they parted."""

    base: Any
    """None when that is not known."""
    mine: Any
    """As it stands in this season; None when it is not there."""
    theirs: Any
    """As it stands in the other copy, likewise."""

    @property
    def known(self) -> bool:
        """Is it known how it was before?"""
        return self.base is not None


class Outcome(NamedTuple):
    """What came of it."""

    record: Any
    """The record; None when it is removed."""
    conflicts: tuple[Conflict, ...] = ()
    """What both sides changed."""


def merged_record(table: str, id: str, versions: Versions, choose: Choose, *, needed: bool = False) -> Outcome:
    """Both forms of that record in one. `needed` says that the copy which did not trash it went on working with it."""
    if versions.mine == versions.theirs:
        return Outcome(versions.mine)
    conflicts = tuple(_conflicts(table, id, versions, needed=needed))
    chosen = {conflict.fields: conflict.values(choose(conflict)) for conflict in conflicts}
    return Outcome(_put_together(versions, chosen), conflicts)


def _conflicts(table: str, id: str, versions: Versions, *, needed: bool) -> Iterator[Conflict]:
    for fields in groups_for(versions.mine, versions.theirs):
        mine, theirs = _values(versions.mine, fields), _values(versions.theirs, fields)
        rule = rule_of(versions.mine, fields[0])
        if mine == theirs:
            continue
        if fields == ("statuses",):
            yield from _courses_apart(table, id, versions)
        elif rule in OWN_RULE - NESTED:
            continue
        elif rule in NESTED and None not in (*mine, *theirs):
            yield from _nested(table, id, versions, fields[0])
        elif fields == ("trashed",):
            if (side := _trash_doubted(versions, needed=needed)) is not None:
                yield Conflict(table, id, fields, mine, theirs, side)
        elif _settled(versions, fields) is None:
            yield Conflict(table, id, fields, mine, theirs, _usual(versions), not isinstance(versions.mine, Decision))


def _courses_apart(table: str, id: str, versions: Versions) -> Iterator[Conflict]:
    before = versions.base.statuses if versions.known else ()
    if apart := courses_apart(before, versions.mine.statuses, versions.theirs.statuses):
        mine, theirs, usual = apart
        yield Conflict(table, id, ("statuses",), (mine,), (theirs,), usual)


def _nested(table: str, id: str, versions: Versions, name: str) -> Iterator[Conflict]:
    for inner in _conflicts(table, id, _inside(versions, name), needed=False):
        yield replace(inner, fields=tuple(f"{name}.{field}" for field in inner.fields))


def _inside(versions: Versions, name: str) -> Versions:
    base = getattr(versions.base, name) if versions.known else None
    return Versions(base, getattr(versions.mine, name), getattr(versions.theirs, name))


def _settled(versions: Versions, fields: tuple[str, ...]) -> Side | None:
    """The side that alone said something; None when both did."""
    mine, theirs = _values(versions.mine, fields), _values(versions.theirs, fields)
    empty = tuple(blank(versions.mine.__class__, name) for name in fields)
    before = _values(versions.base, fields) if versions.known else empty
    if mine == theirs or theirs == before:
        return Side.MINE
    return Side.THEIRS if mine == before else _not_worth_asking(versions, fields)


def _not_worth_asking(versions: Versions, fields: tuple[str, ...]) -> Side | None:
    """The side that stands where both mean the same in other letters, or only one is sure."""
    mine, theirs = _values(versions.mine, fields), _values(versions.theirs, fields)
    if fields == ("zone", "zone_assumed") and mine[1] is not theirs[1]:
        return Side.THEIRS if mine[1] else Side.MINE
    if len(fields) == 1 and type(mine[0]) is type(theirs[0]) is str and same_words(mine[0]) == same_words(theirs[0]):
        return Side.MINE if mine <= theirs else Side.THEIRS
    return None


def _trash_doubted(versions: Versions, *, needed: bool) -> Side | None:
    """The side that keeps the record, when one put it in the trash and the other may still want it."""
    keeps = Side.MINE if versions.mine.trashed is None else Side.THEIRS
    kept, thrown = versions[1:] if keeps is Side.MINE else versions[:0:-1]
    if kept.trashed is not None:
        return None  # in the trash of both
    if not versions.known or versions.base.trashed not in (None, thrown.trashed):
        return keeps
    return keeps if versions.base.trashed is None and (needed or kept != versions.base) else None


def _usual(versions: Versions) -> Side:
    """What went out stands before what is still a draft, a later decision before an earlier one."""
    mine, theirs = versions.mine, versions.theirs
    if isinstance(mine, Letter) and theirs.state is LetterState.SENT and mine.state is not LetterState.SENT:
        return Side.THEIRS
    if isinstance(mine, Decision) and theirs.at.at > mine.at.at:
        return Side.THEIRS
    return Side.MINE


def _put_together(versions: Versions, chosen: Chosen) -> Any:
    changes: dict[str, Any] = {}
    for fields in groups_for(versions.mine, versions.theirs):
        side = _settled(versions, fields)
        if fields in chosen:
            changes.update(zip(fields, chosen[fields] or (), strict=True))
        elif side is Side.THEIRS:
            changes.update(zip(fields, _values(versions.theirs, fields), strict=True))
        elif side is None:
            changes[fields[0]] = _by_its_rule(versions, fields[0], chosen)
    return replace(versions.mine, **changes)


def _by_its_rule(versions: Versions, name: str, chosen: Chosen) -> Any:
    rule, mine, theirs = rule_of(versions.mine, name), getattr(versions.mine, name), getattr(versions.theirs, name)
    if rule in NESTED:
        inner = {tuple(one.removeprefix(f"{name}.") for one in key): value for key, value in chosen.items()}
        return _put_together(_inside(versions, name), inner)
    if rule in SETS or rule in DATED:
        before = getattr(versions.base, name) if versions.known else ()
        return (united if rule in SETS else dated)(before, mine, theirs)
    return max((one for one in (mine, theirs) if one is not None), key=lambda one: (one.at, one.zone))


def _values(record: Any, fields: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(record, name) for name in fields)

"""How each field of a record is brought together: which belong together, which are unions, which take the later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import datetime
from functools import cache
from types import MappingProxyType
from typing import Any

from store.moments import Moment
from store.records import Letter, StatusChange
from store.words import UNSENT, Status

TOGETHER: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "Profile": (("ecfmg", "ecfmg_day"),),
        "Program": (("zone", "zone_assumed"),),
        "Interview": (("starts", "zone_assumed"), ("uid", "uid_sequence"), ("state", "cancelled")),
        "Note": (("text", "at"),),
        "Decision": (("verdict", "at", "until"),),
        "Answer": (("text", "at", "contact_id"),),
        "Score": (("value", "at"),),
        "RankList": (("order", "left_out", "why_left_out", "locked", "certified"),),
        "KeyDate": (("at", "all_day", "mark", "source"),),
    }
)
"""Fields that only mean something together, by class: both sides' halves would make a whole nobody wrote."""
GONE_OUT = ("body", "subject", "state", "at", "promise", "channel", "contact_ids")
"""Fields of a message that belong together once one copy has it as sent: they are what was said."""
SETS = frozenset(
    {
        ("Profile", "exams_passed"),
        ("Profile", "usce_places"),
        ("Profile", "ties"),
        ("Profile", "readiness"),
        ("Profile", "preferred_regions"),
        ("Profile", "preferred_types"),
        ("Program", "other_names"),
        ("Program", "tags"),
        ("Program", "reasons"),
        ("Program", "facts"),
        ("Interview", "contact_ids"),
        ("Debrief", "hooks"),
    }
)
"""Tuples whose order says nothing."""
DATED = frozenset(
    {
        ("Program", "statuses"),
        ("Program", "offered"),
        ("Interview", "moves"),
        ("Interview", "touched"),
        ("Interview", "told"),
        ("Letter", "revisions"),
        ("Letter", "accepted"),
        ("Letter", "corrections"),
        ("RankList", "snapshots"),
        ("RankList", "close_calls"),
        ("KeyDate", "touched"),
    }
)
"""Tuples in the order of their moments."""
LATER = frozenset({("Letter", "edited"), ("Debrief", "at")})
"""Moments that only tell when somebody was last at it."""
NESTED = frozenset({("Interview", "debrief")})
"""Records inside records that are brought together field by field."""
OWN_RULE = SETS | DATED | LATER | NESTED
"""Fields that are brought together in a way of their own; of all others one side stands."""


def rule_of(record: Any, name: str) -> tuple[str, str]:
    """How that field is looked up among the sets above."""
    return type(record).__name__, name


@cache
def groups(cls: type, *, gone_out: bool = False) -> tuple[tuple[str, ...], ...]:
    """The fields of that class but its id, those that belong together in one tuple."""
    together = (GONE_OUT,) if gone_out else TOGETHER.get(cls.__name__, ())
    bound = {name for group in together for name in group}
    names = [field.name for field in fields(cls) if field.name != "id" and field.name not in bound]
    return (*together, *((name,) for name in names))


def groups_for(mine: Any, theirs: Any) -> tuple[tuple[str, ...], ...]:
    """The groups of fields to compare in these two forms of one record."""
    gone_out = isinstance(mine, Letter) and not {mine.state, theirs.state} <= UNSENT
    return groups(mine.__class__, gone_out=gone_out)


@cache
def blank(cls: type, name: str) -> Any:
    """The value that field has when nobody has said anything; the field's own marker for none when it needs one."""
    return next((field.default for field in fields(cls) if field.name == name), MISSING)


def united(base: tuple[Any, ...], mine: tuple[Any, ...], theirs: tuple[Any, ...]) -> tuple[Any, ...]:
    """What is in either and was taken out of neither, in the order of `mine`."""
    kept = [one for one in mine if one in theirs or one not in base]
    return (*kept, *(one for one in theirs if one not in mine and one not in base))


def dated(base: tuple[Any, ...], mine: tuple[Any, ...], theirs: tuple[Any, ...]) -> tuple[Any, ...]:
    """The same in the order of time; a status that both copies noted for itself stands once."""
    found = sorted(united(base, mine, theirs), key=_instant)
    if not found or not isinstance(found[0], StatusChange):
        return tuple(found)
    course: list[StatusChange] = []
    for step in _as_things_go(found, mine, theirs):
        if course and course[-1].status is step.status and not _in_one(course[-1], step, mine, theirs):
            course[-1] = course[-1] if course[-1].exact or not step.exact else step
        else:
            course.append(step)
    return tuple(course)


def _as_things_go(found: list[StatusChange], *sides: tuple[Any, ...]) -> list[StatusChange]:
    # Two changes of one instant, each from its own copy, follow one another as statuses do. Where a copy itself
    # has them the other way round, its order is kept.
    def place(step: StatusChange) -> tuple[datetime, int]:
        return step.at.at, list(Status).index(step.status)

    told = all(sorted(side, key=place) == list(side) for side in sides)
    return sorted(found, key=place) if told else found


def _in_one(one: Any, other: Any, *sides: tuple[Any, ...]) -> bool:
    return any(one in side and other in side for side in sides)


def _instant(value: Any) -> datetime:
    # At one instant the order of a side stays: an imported course knows days only.
    moment: Moment = value if isinstance(value, Moment) else value.at
    return moment.at

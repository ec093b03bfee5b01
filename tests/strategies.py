"""Hypothesis strategies for whole valid seasons: every record type, many zones, both sides of a fold."""

from __future__ import annotations

from dataclasses import MISSING, fields
from datetime import UTC, date, datetime, timedelta
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from store.clean_text import clean
from store.moments import Moment
from store.season import Season
from store.season_tables import RECORDS, SINGLE

ZONES = (
    "UTC",
    "America/Chicago",
    "America/New_York",
    "America/Phoenix",
    "America/St_Johns",  # a zone off the hour
    "Asia/Kathmandu",  # and one off the half hour
    "Australia/Lord_Howe",  # summer time of half an hour
    "Europe/Dublin",
    "Europe/Warsaw",
    "Pacific/Apia",  # once left out a whole day
    "Pacific/Kiritimati",
)

EARLY = datetime(1901, 1, 1, tzinfo=UTC)
SPAN = timedelta(days=298 * 365)

words = st.text(max_size=40).map(clean)
"""Text as it may stand in a record: anything but what a terminal would act on."""

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))

around_folds = st.builds(
    lambda hour, minutes: hour + timedelta(minutes=minutes),
    st.sampled_from(
        (
            datetime(2026, 11, 1, 5, 30, tzinfo=UTC),  # Chicago and New York go back
            datetime(2027, 3, 14, 7, tzinfo=UTC),  # and forward
            datetime(2026, 10, 25, 1, tzinfo=UTC),  # Europe goes back
            datetime(2027, 4, 3, 15, tzinfo=UTC),  # Lord Howe goes back half an hour
        )
    ),
    st.integers(-120, 120),
)

instants = st.one_of(
    around_folds,
    st.timedeltas(min_value=timedelta(0), max_value=SPAN).map(lambda span: EARLY + span),
)

moments = st.builds(Moment, instants, st.sampled_from(ZONES))

NUMBERS_OF_PROGRAMS = st.sets(st.integers(1, 40), max_size=5)
NUMBERS_OF_RECORDS = st.lists(st.integers(1, 30), max_size=4, unique=True)
WHICH_ARE_TOLD = st.binary(min_size=4, max_size=4)
"""A bit for each field of a record."""


@cache
def values_for(hint: Any) -> st.SearchStrategy[Any]:
    """Values of that type hint."""
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: words,
        bool: st.booleans(),
        int: st.integers(-(2**63), 2**63 - 1),
        date: days,
        Moment: moments,
    }
    if hint in simple:
        return simple[hint]
    if get_origin(hint) is UnionType:
        (inner,) = (part for part in get_args(hint) if part is not NoneType)
        return st.none() | values_for(inner)
    if get_origin(hint) is tuple:
        return st.lists(values_for(get_args(hint)[0]), max_size=3).map(tuple)
    if hasattr(hint, "__members__"):
        return st.sampled_from(hint)
    return records_of(hint)


def records_of(cls: type[Any]) -> st.SearchStrategy[Any]:
    """Records of that class."""

    @st.composite
    def one(draw: st.DrawFn) -> Any:
        return draw_record(draw, cls)

    return one()


def draw_record(draw: st.DrawFn, cls: Any, **fixed: Any) -> Any:
    """A record of that class that holds `fixed`; half of its other fields hold their default, as in life."""
    told = int.from_bytes(draw(WHICH_ARE_TOLD))
    values = dict(fixed)
    for place, (name, usual, needed) in enumerate(_fields_of(cls)):
        if name not in fixed and (needed or told >> place & 1):
            values[name] = draw(usual)
    return cls(**values)


@st.composite
def seasons(draw: st.DrawFn) -> Season:
    """Valid seasons: ids differ within a table, whatever belongs to a program belongs to one that is there."""
    program_ids = tuple(f"p-{number:06d}" for number in sorted(draw(NUMBERS_OF_PROGRAMS)))
    return Season(**{table: _draw_table(draw, table, program_ids) for table in RECORDS})


def _draw_table(draw: st.DrawFn, table: str, program_ids: tuple[str, ...]) -> Any:
    cls = RECORDS[table]
    if table == "rank_list":
        return draw_record(draw, cls, order=_draw_some(draw, program_ids), left_out=_draw_some(draw, program_ids))
    if table in SINGLE:
        return draw_record(draw, cls)
    if table == "programs":
        return tuple(draw_record(draw, cls, id=each) for each in program_ids)
    needs = {name: needed for name, _, needed in _fields_of(cls)}
    owners = program_ids if needs.get("program_id") else ("", *program_ids)
    found = []
    for number in draw(NUMBERS_OF_RECORDS) if owners else ():
        belongs = {"program_id": draw(st.sampled_from(owners))} if "program_id" in needs else {}
        found.append(draw_record(draw, cls, id=f"{table[0]}-{number:06d}", **belongs))
    return tuple(found)


def _draw_some(draw: st.DrawFn, program_ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(draw(st.lists(st.sampled_from(program_ids), unique=True))) if program_ids else ()


@cache
def _fields_of(cls: Any) -> tuple[tuple[str, st.SearchStrategy[Any], bool], ...]:
    """Name of each field, values of it, and whether there must be one."""
    hints = get_type_hints(cls)
    return tuple((each.name, values_for(hints[each.name]), each.default is MISSING) for each in fields(cls))

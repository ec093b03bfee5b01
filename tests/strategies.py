"""Hypothesis strategies for whole valid seasons: every record type, many zones, both sides of a fold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import MISSING, Field, fields
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


def records_of(cls: type[Any], **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Records of that class; `fixed` says where some of the fields come from."""
    hints = get_type_hints(cls)
    drawn = {each.name: _field_values(each, hints[each.name]) for each in fields(cls) if each.name not in fixed}
    return st.builds(cls, **drawn, **fixed)


def seasons() -> st.SearchStrategy[Season]:
    """Valid seasons: ids differ within a table, whatever belongs to a program belongs to one that is there."""
    return st.sets(st.integers(1, 40), max_size=5).flatmap(_seasons_with)


def _seasons_with(numbers: Iterable[int]) -> st.SearchStrategy[Season]:
    program_ids = [f"p-{number:06d}" for number in sorted(numbers)]
    return st.builds(Season, **{table: _table_values(table, program_ids) for table in RECORDS})


def _table_values(table: str, program_ids: list[str]) -> st.SearchStrategy[Any]:
    cls = RECORDS[table]
    some = st.lists(st.sampled_from(program_ids), unique=True).map(tuple) if program_ids else st.just(())
    if table == "rank_list":
        return records_of(cls, order=some, left_out=some)
    if table in SINGLE:
        return records_of(cls)
    if table == "programs":
        return st.tuples(*(records_of(cls, id=st.just(each)) for each in program_ids))
    names = {field.name for field in fields(cls)}
    if "program_id" not in names:
        return _distinct(records_of(cls, id=_ids(table)))
    if not program_ids and _needs_program(cls):
        return st.just(())
    owner = st.sampled_from(program_ids) if _needs_program(cls) else st.sampled_from(["", *program_ids])
    return _distinct(records_of(cls, id=_ids(table), program_id=owner))


def _ids(table: str) -> st.SearchStrategy[str]:
    return st.integers(1, 30).map(lambda number: f"{table[0]}-{number:06d}")


def _distinct(records: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(records, max_size=4, unique_by=lambda record: record.id).map(tuple)


def _needs_program(cls: type[Any]) -> bool:
    return any(field.name == "program_id" and field.default is MISSING for field in fields(cls))


def _field_values(field: Field[Any], hint: Any) -> st.SearchStrategy[Any]:
    # Half of the time a field holds its default, as in life.
    usual = values_for(hint)
    return usual if field.default is MISSING else st.just(field.default) | usual

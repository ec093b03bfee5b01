"""Two copies of a season changed apart, for the tests of merging: a base, and what happened to either copy since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any, get_type_hints

from hypothesis import strategies as st

from store.merging.field_policy import groups
from store.merging.ground import OtherCopy, ground_of
from store.merging.pointers import POINTS_TO
from store.merging.sides import Side
from store.records import Letter, Note, Task
from store.season import Season
from store.season_tables import RECORDS, id_of, records_in, with_records
from tests.strategies import draw_record, seasons, values_for

LEAVES = ("notes", "tasks", "decisions", "news", "key_dates")
"""Tables whose records nobody refers to, so that taking one out leaves nothing dangling."""


@dataclass(frozen=True)
class Edit:
    """What happened to one place in one copy."""

    side: Side
    table: str
    id: str
    changes: dict[str, Any] | None
    """None when the record was taken out."""
    added: Any = None
    """The record, when it was made."""

    @property
    def place(self) -> tuple[str, ...]:
        return self.table, self.id, *sorted(self.changes or ())[:1]

    def applied(self, season: Season) -> Season:
        records = records_in(season, self.table)
        if self.added is not None:
            return with_records(season, {self.table: (*records, self.added)})
        if self.changes is None:
            return with_records(season, {self.table: tuple(one for one in records if id_of(one) != self.id)})
        changed = (replace(one, **self.changes) if id_of(one) == self.id else one for one in records)
        return with_records(season, {self.table: tuple(changed)})


@dataclass(frozen=True)
class Apart:
    """A season, and what happened to two copies of it."""

    base: Season
    edits: tuple[Edit, ...]

    def copy(self, *sides: Side) -> Season:
        season = self.base
        for edit in self.edits:
            season = edit.applied(season) if edit.side in sides else season
        return season

    def other(self, side: Side = Side.THEIRS) -> OtherCopy:
        return the_copy(self.copy(side), self.base)


def the_copy(season: Season, base: Season | None) -> OtherCopy:
    """That season as a copy that was parted from `base`."""
    return OtherCopy("hospital.json", season, ground_of(base), "") if base else unknown_copy(season)


def unknown_copy(season: Season) -> OtherCopy:
    """That season as a copy of which no history is known."""
    from store.merging.ground import Ground

    return OtherCopy("hospital.json", season, Ground(), "")


def plainly(season: Season) -> dict[tuple[str, str], Any]:
    """Every record by table and id, without regard to any order that says nothing."""
    return {(table, id_of(one)): _unordered(one) for table in RECORDS for one in records_in(season, table)}


def _unordered(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(sorted(map(repr, value)))
    if hasattr(type(value), "__dataclass_fields__") and id_of(value) is not None and type(value) in RECORDS.values():
        return tuple((field.name, _unordered(getattr(value, field.name))) for field in fields(value))
    return value


@st.composite
def apart(draw: st.DrawFn, *, overlapping: bool) -> Apart:
    """Copies with up to eight changes each; unless `overlapping`, no place is changed in both."""
    base = draw(seasons())
    places = [(table, record) for table in RECORDS for record in records_in(base, table)]
    edits: dict[Any, Edit] = {}
    for table, record in draw(st.lists(st.sampled_from(places), max_size=8)):
        for side in draw(st.sampled_from(((Side.MINE,), (Side.THEIRS,), tuple(Side)))):
            edit = draw(_edit_of(side, table, record, overlapping=overlapping))
            taken = {one.place for one in edits.values() if one.side is not side} if not overlapping else set()
            if edit.place not in taken and not _meets_removal(edit, edits.values(), overlapping=overlapping):
                edits[side, edit.place] = edit
    for number in range(draw(st.integers(0, 3))):
        added = draw(_new_record(base, number))
        edits["added", number] = Edit(draw(st.sampled_from(Side)), added[0], id_of(added[1]), None, added[1])
    return Apart(base, tuple(edits.values()))


def _meets_removal(edit: Edit, others: Iterable[Edit], *, overlapping: bool) -> bool:
    same = [one for one in others if (one.table, one.id) == (edit.table, edit.id)]
    if overlapping:
        same = [one for one in same if one.side is edit.side]
    return any(one.changes is None or edit.changes is None for one in same)


@st.composite
def _edit_of(draw: st.DrawFn, side: Side, table: str, record: Any, *, overlapping: bool) -> Edit:
    if table in LEAVES and draw(st.integers(0, 3)) == 0:
        return Edit(side, table, id_of(record), None)
    cls = RECORDS[table]
    hints = get_type_hints(cls)
    choices = [group for group in groups(cls, gone_out=cls is Letter) if overlapping or group != ("trashed",)]
    chosen = draw(st.sampled_from(choices))
    changes = {name: draw(values_for(hints[name])) for name in chosen if name not in POINTS_TO}
    # The first field names the place, so a group is one place whichever of its fields can be drawn.
    return Edit(side, table, id_of(record), {name: getattr(record, name) for name in chosen} | changes)


@st.composite
def _new_record(draw: st.DrawFn, base: Season, number: int) -> tuple[str, Any]:
    owner = draw(st.sampled_from([program.id for program in base.programs] or [""]))
    if base.programs and number % 2:
        return "notes", draw_record(draw, Note, id=f"n-new{number}", program_id=owner)
    return "tasks", draw_record(draw, Task, id=f"t-new{number}", program_id=owner)

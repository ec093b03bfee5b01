"""What tells one season from another, record by record, named so that a person knows which is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from store.dates import show_day
from store.frozen_record import record
from store.history import RecordChange, step_between
from store.listing import listed
from store.moments import Moment
from store.numbers import counted
from store.season import Season


class Way(StrEnum):
    """What happens to a record on the way from one season to the other."""

    GOES = "goes"
    COMES = "comes"
    CHANGES = "changes"


@record(frozen=True, slots=True)
class Difference:
    """One record that only one of two seasons has, or both have unlike one another."""

    way: Way
    """What happens to it."""
    table: str
    """The table it belongs to."""
    id: str
    """Its id; empty for the profile and the rank list."""
    name: str
    """What a person calls it."""


NOUNS: dict[str, tuple[str, str]] = {
    "profile": ("your profile", "your profile"),
    "programs": ("program", "programs"),
    "contacts": ("person", "people"),
    "interviews": ("interview", "interviews"),
    "letters": ("message", "messages"),
    "notes": ("note", "notes"),
    "tasks": ("follow-up of your own", "follow-ups of your own"),
    "decisions": ("decision about a follow-up", "decisions about follow-ups"),
    "news": ("piece of news", "pieces of news"),
    "questions": ("question", "questions"),
    "answers": ("answer", "answers"),
    "criteria": ("criterion", "criteria"),
    "scores": ("score", "scores"),
    "rank_list": ("the rank list", "the rank list"),
    "key_dates": ("key date", "key dates"),
    "rule_settings": ("setting of a rule", "settings of rules"),
    "fit_weights": ("weight of the fit", "weights of the fit"),
}
"""One record of each table, and several."""

_NAMED_BY = ("name", "subject", "what", "text", "words")
"""Fields that name a record, the best first."""


def differences(before: Season, after: Season, *, now: Moment) -> tuple[Difference, ...]:
    """What leads from one season to the other: what goes first, then what comes, then what changes."""
    changes = step_between(before, after, "", at=now).changes
    found = [Difference(_way(one), one.table, one.id, _name(one, before, after)) for one in changes]
    return tuple(sorted(found, key=lambda one: list(Way).index(one.way)))


def in_numbers(found: Sequence[Difference]) -> tuple[str, ...]:
    """A line for each way, such as `1 program and 3 messages go`; empty when nothing differs."""
    parted = {way: [one for one in found if one.way is way] for way in Way}
    return tuple(_counted(way, own) for way, own in parted.items() if own)


def counted_things(counts: Counter[str]) -> str:
    """So many records of each table, in words: `2 programs, 1 message and the rank list`."""
    return listed([_noun(table, number) for table, number in counts.items()])


def _counted(way: Way, found: list[Difference]) -> str:
    several = len(found) > 1
    verb = {Way.GOES: ("goes", "go"), Way.COMES: ("comes", "come"), Way.CHANGES: ("changes", "change")}[way][several]
    return f"{counted_things(Counter(one.table for one in found))} {verb}"


def _noun(table: str, number: int) -> str:
    one, several = NOUNS[table]
    return one if one == several else counted(number, one, several)


def _way(change: RecordChange) -> Way:
    if change.after is None:
        return Way.GOES
    return Way.COMES if change.before is None else Way.CHANGES


def _name(change: RecordChange, before: Season, after: Season) -> str:
    one = change.before if change.after is None else change.after
    program_id = getattr(one, "program_id", "")
    program = after.programs_by_id.get(program_id) or before.programs_by_id.get(program_id)
    noun = NOUNS[change.table][0]
    parts = [_in_one_line(program.name if program else ""), _own_words(one), _day(one)]
    told = ", ".join(part for part in parts if part)
    return f"{noun}: {told}" if told else noun


def _own_words(one: Any) -> str:
    words = next((str(getattr(one, field)) for field in _NAMED_BY if getattr(one, field, "")), "")
    return _in_one_line(words)


def _in_one_line(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def _day(one: Any) -> str:
    starts = getattr(one, "starts", None)
    return show_day(starts.day) if isinstance(starts, Moment) else ""

"""Both copies in words: what a record is called, what a field means, what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from itertools import takewhile
from types import MappingProxyType
from typing import Any

from store.dates import show_day, show_moment
from store.listing import listed
from store.merging.merge import Difference, Merge
from store.merging.sides import Choices, Conflict, Side, Twin, chooser
from store.moments import Moment
from store.records import Contact, Interview, KeyDate, LeftOut, Letter, Program, Score, StatusChange
from store.season import Season, by_id
from store.season_tables import SINGLE, id_of, records_in
from store.words import STATUS_WORDS, Direction, Status

NOUNS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "profile": ("profile", "profile"),
        "programs": ("program", "programs"),
        "contacts": ("person", "people"),
        "interviews": ("interview", "interviews"),
        "letters": ("message", "messages"),
        "notes": ("note", "notes"),
        "tasks": ("follow-up", "follow-ups"),
        "decisions": ("decision", "decisions"),
        "news": ("piece of news", "pieces of news"),
        "questions": ("question", "questions"),
        "answers": ("answer", "answers"),
        "criteria": ("criterion", "criteria"),
        "scores": ("score", "scores"),
        "rank_list": ("rank list", "rank list"),
        "key_dates": ("key date", "key dates"),
        "rule_settings": ("setting of a rule", "settings of rules"),
        "fit_weights": ("weight of the fit", "weights of the fit"),
    }
)
"""What one record and several of each table are called."""
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "aamc_id": "AAMC ID",
        "acgme_code": "ACGME code",
        "body": "text",
        "ecfmg": "ECFMG",
        "nrmp_code": "NRMP code",
        "order": "order",
        "starts": "start",
        "statuses": "status",
        "at": "when",
        "due": "due",
        "draws": "what draws you",
        "rule": "contact rule",
        "usce_months": "US experience",
        "peds_months": "pediatrics",
        "debrief.liked": "debrief, liked",
        "debrief.worried": "debrief, worried",
        "debrief.gut": "debrief, first feeling",
    }
)
"""Fields whose own name would not say enough."""
NOTHING = "nothing"
"""What is said where there is nothing to say."""


def named(season: Season, table: str, record: Any) -> str:
    """What that record of the season is called."""
    place = _program_name(season, getattr(record, "program_id", ""))
    if isinstance(record, Program | Contact | KeyDate):
        own = record.name
    elif isinstance(record, Interview):
        return f"interview at {place}, {show_day(record.starts.day)}"
    elif isinstance(record, Letter):
        return f"{record.kind.value} {'to' if record.direction is Direction.OUT else 'from'} {place or 'nobody'}"
    else:
        own = next((getattr(record, name) for name in ("text", "what", "name") if getattr(record, name, "")), "")
    return ", ".join(filter(None, (own if not isinstance(record, Score) else "score", place))) or NOUNS[table][0]


def title_of(merge: Merge, conflict: Conflict) -> str:
    """What a conflict is about: the field, and the record."""
    if not conflict.id:
        return f"your {field_words(conflict) if conflict.table == 'profile' else NOUNS[conflict.table][0]}"
    whole = named(merge.mine, conflict.table, _record_of(merge, conflict.table, conflict.id))
    if conflict.fields in ((), ("trashed",)):
        return f"{whole}, in the trash" if conflict.fields else whole
    return f"{field_words(conflict)} of {whole}"


def field_words(conflict: Conflict) -> str:
    """What its first field is called; the others only go with it."""
    name = conflict.fields[0]
    return FIELDS.get(name, name.rpartition(".")[2].replace("_", " "))


def said(merge: Merge, conflict: Conflict, side: Side) -> str:
    """What that side says, in words."""
    values = conflict.values(side)
    if values is None:
        return "removed"
    if not conflict.fields:
        return "changed: " + value_words(merge, values[0])
    if conflict.fields == ("trashed",):
        return f"since {value_words(merge, values[0])}" if values[0] else "no"
    if conflict.fields == ("statuses",):
        return _course_words(values[0], (conflict.values(side.other) or values)[0])
    if conflict.table == "rank_list":
        return _list_words(merge, *values)
    shown = [value for value in values if not isinstance(value, bool)] or list(values)
    return "; ".join(words for value in shown if (words := value_words(merge, value))) or NOTHING


def _course_words(course: tuple[StatusChange, ...], other: tuple[StatusChange, ...]) -> str:
    """The steps from the first one that is not the same in both, or else the last, each with its day."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(course, other, strict=False)))
    told = course[min(shared, len(course) - 1, len(other) - 1) :]
    return ", then ".join(
        f"{STATUS_WORDS[one.status]} {show_moment(one.at) if one.exact else show_day(one.at.day)}" for one in told
    )


def _list_words(
    merge: Merge,
    order: tuple[str, ...],
    left_out: tuple[str, ...],
    why: tuple[LeftOut, ...],
    locked: bool,
    certified: date | None,
) -> str:
    parts = [
        ", ".join(f"{place} {_id_words(merge, key)}" for place, key in enumerate(order, 1)) or "no order",
        f"left out: {value_words(merge, left_out)}" if left_out else "",
        *(f"{_id_words(merge, one.program_id)} because: {one.reason}" for one in why),
        "locked" if locked else "",
        f"certified {show_day(certified)}" if certified else "",
    ]
    return "; ".join(filter(None, parts))


def differing_lines(merge: Merge, conflict: Conflict, side: Side, *, most: int) -> tuple[str, ...]:
    """The lines that side says and the other does not, at most so many; the whole of what is said in one line."""
    own, other = (said(merge, conflict, each).split("\n") for each in (side, side.other))
    if len(own) == len(other) == 1:
        return (own[0],)
    lines = [line for line in own if line.strip() and line not in other] or [own[0]]
    return (*lines[:most], *(("…",) if len(lines) > most else ()))


def value_words(merge: Merge, value: Any) -> str:
    """That value in words; empty for one that says nothing."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or value == "" or value == ():
        return ""
    if isinstance(value, Status):
        return STATUS_WORDS[value]
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Moment):
        return show_moment(value)
    if isinstance(value, date):
        return show_day(value)
    if isinstance(value, tuple):
        return ", ".join(filter(None, (value_words(merge, each) for each in value)))
    if is_dataclass(value):
        return "; ".join(filter(None, (value_words(merge, getattr(value, field.name)) for field in fields(value))))
    return _id_words(merge, value) if isinstance(value, str) else str(value)


def twin_words(merge: Merge, twin: Twin) -> str:
    """Which two records seem to be one."""
    one = _record_of(merge, twin.table, twin.mine)
    return f"{NOUNS[twin.table][0]} {named(merge.mine, twin.table, one)}"


def count_words(found: Iterable[Difference]) -> str:
    """How much was added, changed and removed: `3 programs and 1 note new, 2 messages changed`."""
    parts: list[str] = []
    for way, word in (("added", "new"), ("changed", "changed"), ("removed", "removed")):
        counts = [_count_words(one.table, len(getattr(one, way))) for one in found if getattr(one, way)]
        if counts:
            parts.append(f"{listed(counts)} {word}")
    return ", ".join(parts) or NOTHING


def _count_words(table: str, count: int) -> str:
    return f"the {NOUNS[table][0]}" if table in SINGLE else f"{count} {NOUNS[table][count > 1]}"


def named_lines(found: Iterable[Difference], before: Season, after: Season) -> Iterator[str]:
    """A line for each record that differs: what happened to it, what it is, its name."""
    for one in found:
        for way, word, season in (
            ("added", "new", after),
            ("changed", "changed", after),
            ("removed", "removed", before),
        ):
            by_id = {id_of(each): each for each in records_in(season, one.table)}
            for key in getattr(one, way):
                name = named(season, one.table, by_id[key]) if key else ""
                yield f"{word}: {NOUNS[one.table][0]}" + (f" {_short(name)}" if name else "")


def aside(merge: Merge, choices: Choices) -> tuple[str, ...]:
    """A line for each conflict: what it was about, what stands, what was passed over.

    Messages are only named: their text stands among the earlier ones of the message.
    """
    choose = chooser(choices)
    lines: list[str] = []
    for one in merge.conflicts:
        sides = choose(one), choose(one).other
        if one.table == "letters" and one.fields:
            stands, passed = (_short(differing_lines(merge, one, side, most=1)[0]) for side in sides)
        else:
            stands, passed = (said(merge, one, side) for side in sides)
        lines.append(f"{title_of(merge, one)}: {stands}, not {passed}")
    return tuple(lines)


def _record_of(merge: Merge, table: str, record_id: str) -> Any:
    for season in (merge.mine, merge.theirs):
        if found := by_id(records_in(season, table)).get(record_id):
            return found
    return None


def _id_words(merge: Merge, text: str) -> str:
    for season in (merge.mine, merge.theirs):
        for known in (season.programs_by_id, season.contacts_by_id):
            if text in known:
                return known[text].name
    return text


def _program_name(season: Season, program_id: str) -> str:
    program = season.programs_by_id.get(program_id)
    return program.name if program else ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 70 else f"{line[:69].rstrip()}…"

"""What lies in the trash: programs and messages, each with the moment it was put there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from store.differences import counted_things
from store.find import found_by_name
from store.frozen_record import record
from store.moments import Moment
from store.records import Letter
from store.season import Season


@record(frozen=True, slots=True)
class Thrown:
    """One program or message in the trash."""

    id: str
    """The id of the program or message."""
    what: str
    """`program`, or how far the message had come: `draft`, `ready`, `sent` or `received`."""
    name: str
    """The program with its place, or the message by kind, program and subject."""
    at: Moment
    """When it was put there, in the zone of that day."""
    called: tuple[str, ...]
    """Names by which a person may ask for it."""


def in_trash(season: Season) -> tuple[Thrown, ...]:
    """Everything that was put in the trash, newest first.

    What belongs to a program goes and comes back with it; only messages that were put there themselves are listed.
    """
    found = (*_programs(season), *_letters(season))
    return tuple(sorted(found, key=lambda one: one.at.at, reverse=True))


def find_thrown(season: Season, text: str) -> Thrown:
    """What lies in the trash and text names, by id or name; raises Unclear when nothing or several things do."""

    def line(thrown: Thrown) -> str:
        return f"{thrown.id} {thrown.name}, {thrown.what}"

    return found_by_name(in_trash(season), text, lambda one: one.called, line, "record", " in the trash")


def trash_in_numbers(season: Season) -> str:
    """How much lies there, such as `1 program and 2 messages`; empty when nothing does."""
    return names_of(season, [one.id for one in in_trash(season)], alone=False)


def names_of(season: Season, record_ids: Collection[str], *, alone: bool = True) -> str:
    """The programs and messages of these ids, counted; when `alone`, a single one by its name."""
    programs = [one for one in season.programs if one.id in record_ids]
    letters = [one for one in season.letters if one.id in record_ids]
    if alone and len(programs) + len(letters) == 1:
        return programs[0].name if programs else letter_name(season, letters[0])
    return counted_things(Counter({"programs": len(programs)}) + Counter({"letters": len(letters)}))


def with_their_programs(season: Season, record_ids: Collection[str]) -> tuple[str, ...]:
    """These programs and messages in the trash, and of each message the program that lies there too."""
    letters = [one for one in season.letters if one.id in record_ids]
    theirs = [one.program_id for one in letters if one.program_id not in {each.id for each in season.followed}]
    return tuple(dict.fromkeys((*record_ids, *theirs)))


def letter_name(season: Season, letter: Letter) -> str:
    """A message by its kind and its program."""
    program = season.programs_by_id.get(letter.program_id)
    return f"{letter.kind.value}, {program.name if program else letter.program_id}"


def _programs(season: Season) -> Iterator[Thrown]:
    for one in season.programs:
        if one.trashed is not None:
            place = ", ".join(filter(None, (one.city, one.state)))
            name = f"{one.name} ({place})" if place else one.name
            yield Thrown(one.id, "program", name, one.trashed, (one.name, *one.other_names))


def _letters(season: Season) -> Iterator[Thrown]:
    for one in season.letters:
        if one.trashed is not None:
            name = letter_name(season, one)
            full = f"{name}: {one.subject}" if one.subject else name
            yield Thrown(one.id, one.state.value, full, one.trashed, (one.subject, name))

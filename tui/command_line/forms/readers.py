"""How answers are understood: names among what is followed, moments in their zone, one word of a few."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from store.course import booked_interviews
from store.dates import show_for
from store.errors import RuleBroken, Unclear
from store.find import find_contact, find_program
from store.moments import Moment
from store.records import Program
from store.sentence_ends import ended
from store.spoken_dates import understand_moment
from store.whole_number import whole_number
from store.words import Role
from tui.command_line.forms.asking import Ground, Heard, Reader
from tui.command_line.typed import typed_zone

ROLES = {role.value: "" for role in Role}
YES = frozenset({"y", "yes"})
MOST_NAMED = 12


def a_program(text: str, ground: Ground) -> Heard:
    """The program that text names."""
    found = find_program(ground.season, text)
    return Heard(found.id, ended(found.name))


def programs_followed(ground: Ground) -> str:
    """Which programs there are, as far as they can be listened to."""
    names = [one.name for one in ground.season.followed]
    if not names:
        return "No program is followed yet. q leaves, and `prematch form program` adds one."
    more = "" if len(names) <= MOST_NAMED else "; and more, which `prematch list` tells"
    return f"Any part of a name that only one has. There are: {'; '.join(names[:MOST_NAMED])}{more}."


def program_of(ground: Ground) -> Program:
    """The program answered before."""
    return ground.season.programs_by_id[ground.given["program"]]


def some_people(text: str, ground: Ground) -> Heard:
    """People at the program answered before, a semicolon between two."""
    names = [part.strip() for part in text.split(";") if part.strip()]
    people = [find_contact(ground.season, ground.given["program"], name) for name in names]
    return Heard(";".join(one.id for one in people), ended(", ".join(one.name for one in people)))


def people_there(ground: Ground) -> str:
    """Who is known at the program answered before."""
    people = ground.season.contacts_of.get(ground.given["program"], ())
    named = "; ".join(f"{one.name}, {one.role}" for one in people[:MOST_NAMED])
    return (
        ended(f"Known there: {named}") if people else "Nobody is known there yet. `prematch form person` adds someone."
    )


def _spellings(*words: str) -> tuple[str, ...]:
    return tuple(word.casefold().replace("_", "-").replace(" ", "-") for word in words if word)


def one_of(known: Mapping[str, str]) -> Reader:
    """One of these words, or its number in the list, or its beginning."""

    def read(text: str, ground: Ground) -> Heard:
        wanted = text.casefold().replace(" ", "-")
        names = list(known)
        if number := whole_number(text, most=len(names)):
            wanted = names[number - 1]
        wanted = wanted.replace("_", "-")
        spelled = {name: _spellings(name, told) for name, told in known.items()}
        fits: tuple[Callable[[str], bool], ...] = (
            wanted.__eq__,
            lambda one: one.startswith(wanted),
            lambda one: wanted in one,
        )
        found = ([name for name in names if any(map(fit, spelled[name]))] for fit in fits)
        fitting = next(filter(None, found), [])
        if len(fitting) != 1:
            raise Unclear(f"“{text[:40]}” is not one of these.", tuple(names))
        return Heard(fitting[0], f"{known[fitting[0]] or fitting[0]}.")

    return read


def a_role(text: str, ground: Ground) -> Heard:
    """What somebody is at a program, by its letters, its number or part of its words."""
    from tui.command_line.declaring import typed_role

    return one_of(ROLES)(typed_role(text), ground)


def listed(known: Mapping[str, str]) -> str:
    """What `one_of` takes, one a line, each with its number."""
    named = (f"{name}, {told}" if told else name for name, told in known.items())
    return "\n".join(f"{number} {words}" for number, words in enumerate(named, 1))


def moments_behind(ground: Ground) -> str:
    """How a moment that has come is typed."""
    return "A day, and a time if you know it, such as today 9:14, yesterday 4pm, mon 16:00 or 19 oct 16:10."


def starts_as_typed(ground: Ground) -> str:
    """How starts on offer are typed."""
    return "Days with a time, such as 17 nov 8:00; 19 nov 1pm. They are taken on the program's own clock."


def zones_by_name(ground: Ground) -> str:
    """How a zone is named."""
    return "A zone or a city in it, such as Chicago or America/Chicago."


def a_past_moment(text: str, ground: Ground) -> Heard:
    """When something happened, on the clock at home unless a zone is typed."""
    return _moment(text, ground, ground.now.zone, past=True)


def a_start(text: str, ground: Ground) -> Heard:
    """The start of an interview on the program's clock, or its number among those on offer."""
    program = program_of(ground)
    if number := whole_number(text, most=len(program.offered)):
        return Heard(str(number), f"{_on_both_clocks(program.offered[number - 1], ground)}.")
    return _moment(text, ground, ground.given.get("zone") or program.zone or ground.now.zone, need_time=True)


def some_starts(text: str, ground: Ground) -> Heard:
    """Starts on offer, a semicolon between two."""
    program = program_of(ground)
    found = [_moment(part, ground, program.zone or ground.now.zone, need_time=True) for part in parts(text)]
    return Heard(";".join(one.value for one in found), " ".join(one.said for one in found))


def starts_on_offer(ground: Ground) -> str:
    """What the program answered before has on offer, each with its number."""
    offered = program_of(ground).offered
    listed_starts = (f"{number} {_on_both_clocks(one, ground)}" for number, one in enumerate(offered, 1))
    return "\n".join((*listed_starts, "A day with a time, such as 17 nov 8:00 or fri 1pm."))


def _on_both_clocks(start: Moment, ground: Ground) -> str:
    return show_for(ground.season.profile, start, ground.now)


def lies_behind(ground: Ground) -> bool:
    """Whether the start answered before has come already."""
    text = ground.given.get("start", "")
    if not text or whole_number(text) is not None:
        return False
    return understand_moment(text, now=ground.now, zone=ground.now.zone, strict=True).moment < ground.now


def has_a_date(ground: Ground) -> bool:
    """Whether an interview is booked there already."""
    return bool(booked_interviews(ground.season, ground.given["program"]))


def has_no_zone(ground: Ground) -> bool:
    """Whether the clock of the program answered before is not known."""
    return not program_of(ground).zone


def a_zone(text: str, ground: Ground) -> Heard:
    """A zone by its name or a place in it."""
    found = typed_zone(text)
    return Heard(found, f"{found}.")


def a_yes(text: str, ground: Ground) -> Heard:
    """Yes, or no."""
    return Heard("yes" if text.casefold() in YES else "")


def a_number(most: int) -> Reader:
    """A whole number from 1 on."""

    def read(text: str, ground: Ground) -> Heard:
        number = whole_number(text, most=most)
        if not number:
            raise RuleBroken(f"“{text[:30]}” is not a whole number from 1 to {most:,}.")
        return Heard(str(number))

    return read


def parts(text: str) -> Iterable[str]:
    """What stands between semicolons."""
    return tuple(part.strip() for part in text.split(";") if part.strip())


def exact(moment: Moment) -> str:
    """A moment as scripts write it, with one meaning only."""
    return f"{moment.local.isoformat()} {moment.zone}"


def _moment(text: str, ground: Ground, zone: str, *, past: bool = False, need_time: bool = False) -> Heard:
    found = understand_moment(text, now=ground.now, zone=zone, past=past, need_time=need_time)
    return Heard(exact(found.moment), f"Understood: {found.said}.")
